"""The words by which the headers of tables name fields, in English, French and Dutch."""

from __future__ import annotations

HEADER_WORDS = {
    "en": {
        "date": "date, dates, event date, date of event, when, start, start date, begin date, date from, from,"
        " datetime, date/time, date and time, date (from), chronology date",
        "end": "end, end date, to, until, date to, date (to), finish, till",
        "modifier": "modifier, date modifier, date type, precision, date precision, qualifier, date qualifier",
        "title": "title, event, events, headline, what, what happened, summary, name, incident, event title, key event,"
        " event name, fact, heading",
        "text": "text, description, details, detail, body, narrative, content, full text, event description",
        "kind": "kind, type, category, event type, event kind, kind of event, type of event",
        "status": "status, state",
        "actors": "actor, actors, people, person, persons, who, party, parties, organisation, organisations,"
        " organization, organizations, company, companies, participants, people involved, persons involved, entities",
        "countries": "country, countries",
        "place": "place, places, location, locations, where, city, venue",
        "tags": "tag, tags, keyword, keywords, label, labels, topic, topics, issue, issues, theme, themes",
        "source": "source, sources, document, documents, source title, source document, title of source, reference,"
        " references, evidence, citation, article, source name",
        "publisher": "publisher, publishers, outlet, media, media outlet, newspaper, publication, source publisher",
        "address": "url, urls, link, links, web address, address, addresses, source url, source link, source address,"
        " hyperlink, website, article url, uri",
        "published": "published, publication date, date published, source date, published on, date of publication,"
        " source published",
        "passage": "passage, quote, quotation, excerpt, extract, source passage, source quote",
        "id": "id, uid, uuid, identifier, event id, row id",
        "note": "note, notes, comment, comments, remark, remarks, annotation, annotations, observations",
        "date_note": "date note, note on date, note on the date, display date, date_note",
        "year": "year, start year", "month": "month, start month", "day": "day, start day", "time": "time, start time",
        "end_year": "end year", "end_month": "end month", "end_day": "end day", "end_time": "end time",
    },
    "fr": {
        "date": "date, dates, quand, debut, date debut, date de debut, date de l'evenement, date evenement, du, le,"
        " date et heure, date (debut)",
        "end": "fin, date fin, date de fin, jusqu'a, jusqu'au, au, date (fin)",
        "modifier": "modificateur, precision, precision de la date, type de date, nuance",
        "title": "titre, evenement, evenements, intitule, objet, quoi, fait, faits, sujet, libelle, resume,"
        " titre de l'evenement",
        "text": "texte, description, details, detail, recit, contenu, expose, developpement",
        "kind": "genre, type, categorie, nature, type d'evenement, genre d'evenement",
        "status": "statut, etat",
        "actors": "acteur, acteurs, qui, personne, personnes, intervenant, intervenants, partie, parties, entreprise,"
        " entreprises, societe, societes, organisme, organismes, organisation, protagonistes, personnes concernees",
        "countries": "pays",
        "place": "lieu, lieux, ou, ville, endroit, localite, localisation",
        "tags": "etiquette, etiquettes, mot-cle, mots-cles, mot cle, mots cles, theme, themes, thematique",
        "source": "source, sources, document, documents, titre de la source, titre source, piece, pieces, reference,"
        " references, article",
        "publisher": "editeur, media, medias, journal, organe, organe de presse, publication, editeur de la source",
        "address": "url, lien, liens, adresse, adresses, adresse web, adresse de la source, lien source, hyperlien,"
        " site, site web, url source, url de la source",
        "published": "date de publication, publie, publie le, parution, paru le, date de parution, date de la source",
        "passage": "passage, extrait, citation, verbatim",
        "id": "id, identifiant, id evenement",
        "note": "note, notes, commentaire, commentaires, remarque, remarques, observation, observations",
        "date_note": "note de date, note sur la date, date affichee",
        "year": "annee", "month": "mois", "day": "jour", "time": "heure, heure de debut",
        "end_year": "annee de fin, annee fin", "end_month": "mois de fin, mois fin",
        "end_day": "jour de fin, jour fin", "end_time": "heure de fin",
    },
    "nl": {
        "date": "datum, data, wanneer, begin, begindatum, startdatum, van, datum van, vanaf, datum en uur,"
        " datum en tijd, datum van de gebeurtenis",
        "end": "einde, einddatum, tot, tot en met, t/m, datum tot",
        "modifier": "datumtype, precisie, nauwkeurigheid, nuance",
        "title": "titel, gebeurtenis, gebeurtenissen, onderwerp, wat, feit, feiten, kop, samenvatting",
        "text": "tekst, beschrijving, omschrijving, toelichting, inhoud, verhaal",
        "kind": "soort, type, categorie, aard, soort gebeurtenis",
        "status": "status, stand",
        "actors": "actor, actoren, wie, persoon, personen, betrokkene, betrokkenen, partij, partijen, bedrijf,"
        " bedrijven, organisatie, organisaties",
        "countries": "land, landen",
        "place": "plaats, plaatsen, locatie, waar, stad, gemeente",
        "tags": "trefwoord, trefwoorden, label, labels, thema, thema's",
        "source": "bron, bronnen, document, documenten, titel van de bron, stuk, stukken, artikel, verwijzing",
        "publisher": "uitgever, krant, medium, uitgever van de bron",
        "address": "url, link, links, koppeling, webadres, adres, adressen, adres van de bron, website",
        "published": "publicatiedatum, gepubliceerd, gepubliceerd op, verschenen, verschenen op, datum van publicatie",
        "passage": "passage, citaat, fragment, uittreksel",
        "id": "id, kenmerk",
        "note": "opmerking, opmerkingen, notitie, notities, commentaar, aantekening, aantekeningen",
        "date_note": "noot bij de datum, weergegeven datum",
        "year": "jaar", "month": "maand", "day": "dag", "time": "tijd, uur, tijdstip",
        "end_year": "eindjaar", "end_month": "eindmaand", "end_day": "einddag", "end_time": "eindtijd, einduur",
    },
}  # fmt: skip
"""The words of headers by language and field, folded."""

OF_TIMELINEJS = {
    "media": "", "media credit": "", "media caption": "", "media thumbnail": "", "background": "", "type": "slide",
    "group": "kind", "headline": "title",
}  # fmt: skip
"""The columns of the spreadsheet of TimelineJS that mean something else there; its pictures are no evidence."""
