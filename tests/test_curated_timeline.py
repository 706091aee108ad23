"""The timeline that jalon comes with: its events, sources and passages, to the letter."""

from __future__ import annotations

import pytest

from tests.conftest import ROOT
from tui.core.dates.calendar import day_number
from tui.core.dates.edtf import Date
from tui.core.evidence.as_of import timeline_as_of
from tui.core.evidence.claims import disputed
from tui.core.evidence.verdicts import is_disputed, is_lone, is_overdue
from tui.core.timeline.model import Event, Passage, Timeline
from tui.store.read.timeline import Reading, read

FILE = ROOT / "events.yaml"
WRITTEN = day_number(2026, 11, 22)

EVENTS = """
2016                        reported  bloctel-launch
2018~                       inferred  ikanbi-contract-start
2024                        reported  offshoring-2024-results
2024-09-25                  reported  maroc-digital-2030-launch
2024-09-25                  reported  offshoring-contract-programme
2024-11-14                  reported  senate-adopts-consent-bill
2025-01/2025-06             reported  offshoring-first-half-2025
2025-01-27                  reported  assembly-votes-call-ban
2025-03-06                  reported  assembly-adopts-senate-bill
2025-05-06                  reported  joint-committee-agreement
2025-05-21                  reported  parliament-final-adoption
[2025-05-21..]              reported  fmes-first-reaction
2025-05-26                  reported  constitutional-referral
2025-05-28                  reported  rfi-report-on-centres
2025-06-26                  reported  constitutional-council-decision
2025-06-30                  reported  law-2025-594-promulgated
2025-07                     reported  le360-july-report
[2025-08-17..2025-08-18]    reported  liberation-report
[..2025-08-21~]             reported  totalenergies-tender
2025-08-21~                 reported  ikanbi-staff-informed
[2025-08-21~..2025-08-25]   reported  rtbf-breaks-story
[2025-08-21~..2025-08-25]   reported  setca-reaction
[2025-08-21~..2025-08-25]   reported  delegate-reaction
[2025-08-21~..2025-08-25]   reported  ikanbi-management-reaction
[2025-08-21~..2025-08-25~]  reported  totalenergies-statement
[2025-08-21~..2025-12-31]   reported  jobs-at-risk-figures
2025-08-25                  reported  setca-confirms-non-renewal
2025-10/2026-03-31          planned   ikanbi-transition
[..2025-11-03]              reported  union-alarm-november
2025-11-14                  reported  wengage-collective-dismissal
[..2025-11-15]              reported  ziwo-report
2025-11-15                  reported  leseco-customer-relations-article
2025-11-15                  reported  leseco-cold-call-article
2025-11-24                  in-force  offshoring-circular
2025-12-08                  reported  wengage-agreement
2025-12-31                  planned   ikanbi-contract-end
2026-01-01                  planned   french-calls-to-morocco
2026-01~                    planned   dutch-calls-new-providers
2026/..                     planned   belgian-share-from-2026
2026-01-27                  reported  rabat-offshoring-meeting
2026-07-23                  in-force  consent-decree-2026
2026-08-11                  in-force  cold-call-ban-in-force
2026-08-11                  planned   bloctel-ends
2030                        planned   offshoring-2030-targets
"""
"""Date, status and id of each event, in the order of telling."""

SOURCES = """
[2025-08-21..2025-12-21]  2025-12-21 lematin-298601
2025-08-25T22:00          2026-11-22 bladi-116490
2025-08-25~               2026-11-22 trends-150-emplois
2025-11-15                2026-11-22 leseco-390933
2025-11-15                2026-11-22 leseco-390928
2025-08-25                2026-11-22 rtl-761046
-                         2026-11-22 ikanbi-terms
[2025-08-21..2025-12-31]  2026-11-22 belpresse-totalenergies
[2025-08-21..2025-12-31]  2026-11-22 lessentiel-55474
[2025-08-21..2025-12-31]  2026-11-22 challenge-319061
[2025-08-21..2025-12-31]  2026-11-22 lopinion-71065
[2025-08-21..2025-12-31]  2026-11-22 le1-totalenergies
2025-08-26                2026-11-22 larazon-20250826
2025-11-14                2026-11-22 setcaliege-wengage
[2025-12-08..2025-12-31~] 2026-11-22 setcabhv-wengage
2025-01-07                2026-11-22 lafederation-2070
2025-01-28T10:32          2026-11-22 boursorama-20250128
2025-05-06                2026-11-22 senat-569
[2025-05-06..2025-05-14]  2026-11-22 lcp-demarchage
[2025-05-14..2025-05-21]  2026-11-22 europe1-753111
2025-05-21                2026-11-22 senat-cra-20250521
2025-07-01                2026-11-22 juriblio-2025-887
[2025-06-30..2026-07-25]  2026-11-22 quechoisir-168358
[2025-06-30..]            2026-11-22 tricoteuses-l223-1
2026-09                   2026-11-22 kanibal-consent
2025-05-28                2026-11-22 rfi-202505280309
2025-05-29                2026-11-22 bladi-114977
[2025-05-21..]            2026-11-22 infomaroc-30968
2025-07                   2026-11-22 le360-callcenters
2025-08-18                2026-11-22 maghrebemergent-20250818
2025-08-22                2026-11-22 bladi-116414
2025-11-03T07:00          2026-11-22 bladi-117701
2024-09-25T11:21          2026-11-22 lematin-244163
2024-09-25T18:27          2026-11-22 lematin-244296
2024-09-26                2026-11-22 allafrica-202409260299
[2025-11-24..]            2026-11-22 lobservateur-216404
[2025-07-01..]            2026-11-22 yabiladi-181982
[2025-07-01..]            2026-11-22 lebrief-100131468
[2026-01-27..2026-01-28]  2026-01-28 lematin-326808
2026-01-28                2026-11-22 longstoryshort-20260128
[2026-01-27..]            2026-11-22 lodj-159813
"""
"""When it was published (- where it does not say), when it was seen, and the id of each source."""

LOCATORS = """
lematin-298601
  À partir du 1er janvier 2026 … call-center liégeois IKANBI, en Belgique
  Cette décision, issue d’un appel … dans la relation client multilingue
  Cette décision intervient au terme … à échéance fin décembre 2025
  Le groupe précise qu’à partir … confiés à d’autres prestataires locaux
  Ce redéploiement illustre la stratégie … main-d’œuvre francophone qualifiée
  Casablanca, Rabat, Fès et Tanger … l’énergie et les télécommunications
  environ 163 employés d’IKANBI
bladi-116490
  TotalEnergies, client d’IKANBI Belgium depuis … d’un appel d’offres international
  les appels en français seront … 163 employés d’IKANBI
  regrette Daniel Coene, le patron … impactés par cette décision
  Une centaine d’intérimaires seront … estime Patrick Masson, permanent Setca
  vraiment une logique financière … explique le syndicaliste à la RTBF
  TotalEnergies a engrangé des milliards … assène le délégué Mehdi Bouacida
  Nous allons examiner les compétences … prévient le patron d’IKANBI
  L’adoption le 21 mai dernier … en vigueur en août 2026
trends-150-emplois
  TotalEnergies a décidé de ne … une information de la RTBF
  Les responsables d’Ikanbi vont devoir … travaillaient pour le groupe énergétique
  Le personnel de la centrale … arrive à échéance le 31 décembre
  Les appels en français seront … mais plus par Ikanbi
  environ 150 personnes employées par … négociaient les contrats
  L’activité est menacée par … le pas au fournisseur énergétique
  Sur les 150 travailleurs d’Ikanbi … une centaine sont intérimaires
  La filiale belge de TotalEnergies … étendue et rigoureuse
  Entre octobre et fin mars … qualité envers les clients
  À partir de l’an prochain … gérés depuis la Belgique
  Les collaborateurs des partenaires sortants … briguer les nouveaux postes
leseco-390933
  Le segment des services numériques … données de l'Office des changes
  Le rapport 2025-2026 sur les … comme leviers de compétitivité
  Plus de 140.000 personnes travaillent … premiers employeurs privés du pays
  La stratégie Maroc Digital 2030 … l'exportation de services numériques
  Ce programme s'inscrit dans … générale des entreprises du Maroc
  L'objectif est de renforcer la … l'ensemble du territoire
  Les centres d'appels ne se … gestion de données clients
  De nouveaux concurrents en Afrique … donneurs d'ordres se complexifient
leseco-390928
  L'interdiction du démarchage téléphonique non … un secteur en pleine transformation
  la prospection téléphonique vers la … selon plusieurs analyses sectorielles
  Depuis plusieurs années, ils se … omnicanale de la relation client
  Pour elles, l'impact est marginal … exclusivement liées au résultat
  Contrairement aux idées reçues … elle les transforme
  Elle soutient aussi les ambitions … l'économie numérique africaine
rtl-761046
  Le centre d’appels liégeois Ikanbi … à trouver de nouveaux clients
  Le contrat avec TotalEnergies expire … ne passeront plus par Ikanbi
  Ikanbi employait environ 150 personnes … une centaine d’intérimaires
  Nous allons essayer de sauver … clients dans les quatre mois
  C’est ce qu’a déclaré le … diffusées par la RTBF
ikanbi-terms
  public limited company (SA) iKanbi … Quai Banning 6 – 4000 Liège
belpresse-totalenergies
  laissant planer une lourde incertitude … 163 salariés
  Dès le 1er janvier prochain … à un autre prestataire
  Pour Daniel Kohn, directeur général … touchés par ce basculement
  Mehdi Bouassida, délégué syndical
lessentiel-55474
  La société française TotalEnergies a … l’avenir de 163 employés
  à partir du 1er janvier … à une autre société
  Daniel Kuhn, directeur général … seraient les premiers touchés
  Mehdi Bouassaïda, représentant syndical
  prévoit une période de transition … octobre 2025 et mars 2026
  Depuis plus de sept ans
  ce choix fait suite à … d’un appel d’offres international
challenge-319061
  TotalEnergies a décidé de mettre … la relation client de l'énergéticien
  Le personnel de la centrale … arrive à échéance le 31 décembre
  Le groupe français justifie sa … entre octobre 2025 et mars 2026
  partie du service client, notamment … traitée depuis la Belgique
  les appels francophones seront désormais … stratégie de réduction des coûts
lopinion-71065
  Cette décision, issue d’un appel … le centre d’appel liégeois IKANBI
  En Belgique, seuls les appels … confiés à d’autres prestataires
  cette perte représente un choc … risquent de perdre leur emploi
  En attendant l’expiration du contrat … pris par les équipes marocaines
le1-totalenergies
  En Belgique, près de 163
  Le 31 décembre prochain, le … mais par d’autres prestataires
  environ 160 salariés sont concernés … particulièrement exposés
  Une phase de transition est … respectueuse des engagements
larazon-20250826
  no renovará su contrato con … 163 empleados está en peligro
  Desde hace más de siete
  Daniel Conn, confirmó que … serían los primeros en verse
  perdiera una licitación internacional
setcaliege-wengage
  Wengage, société de Diegem active … touchant 400 travailleurs
  grande partie des postes supprimés … par des contrats intérimaires
setcabhv-wengage
  menées lors d’un marathon de … 86% du personnel a approuvé
  Le plan de relance (125 … vers un travail flexible)
  de la place pour 800 collaborateurs
lafederation-2070
  Le 14 novembre 2024, le Sénat … préalable explicite des consommateurs
boursorama-20250128
  Les députés ont voté lundi … les fraudes aux aides publiques
senat-569
  s'est réunie au Sénat le
lcp-demarchage
  ont maintenu dans la version … à partir du 11 août 2026
  sera définitivement adopté par le … au Sénat mercredi 21 mai
  les entreprises pourront solliciter une … d’un contrat en cours
  qui avait été adoptée par
europe1-753111
senat-cra-20250521
  L'Assemblée nationale a ajouté une … à l'unanimité au Sénat
  la CMP a conforté les … refusé toute exemption catégorielle
juriblio-2025-887
  sous le n° 2025-887 DC
  Décision n°2025-887 DC du 26
quechoisir-168358
  a été promulguée le 30 … s’opposer à son application
  fin de la concession de … soit le 11 août 2026
  la liste d’opposition téléphonique lancée … préalablement obtenu leur accord
  Un décret à venir devra … les modalités d’application
tricoteuses-l223-1
  Il est interdit de démarcher … prospections commerciales par ce moyen
  Il appartient au professionnel d'apporter … prévues au deuxième alinéa
kanibal-consent
  régime d'opt-in en vigueur depuis … code de la consommation
  décret d'application n° 2026-662 du … JO du 25/07
  valable un an au maximum … preuve numérique datée conservée
rfi-202505280309
  Le Parlement français a adopté … doit prendre effet en août 2026
  près de 800 entreprises travaillent … environ 100 000 personnes
  elle craint de voir disparaitre … emplois de son entreprise
  Pour Ayoub Saoud, secrétaire de … milliers d'emplois sont en jeu
bladi-114977
infomaroc-30968
  L’adoption définitive par le Parlement … dépend du marché français
  ne représente plus que 15 … dans les centres spécialisés
  la FMES travaille en étroite … auprès des autorités françaises
le360-callcenters
  Cette évolution réglementaire frappe de … piliers de l’économie locale
  Cela représente cependant moins de … nuance Youssef Chraibi
  la majorité des 800 centres … revenus du démarchage téléphonique
maghrebemergent-20250818
  Le secteur des centres d’appels … de son chiffre d’affaires
  Le démarchage téléphonique représente, selon … l’activité du secteur
  Le secteur compte environ 800 … contrat ni protection sociale
  menace des dizaines de milliers d’emplois
bladi-116414
bladi-117701
  Le ministère français de l’Économie … à compter du 11 août 2026
  près de 80 % de ses … vers le marché français
  Son secrétaire général a qualifié … entreprises ont amorcé des licenciements
  amendes pouvant atteindre 500 000 … allant jusqu’à cinq ans
lematin-244163
lematin-244296
  a été lancée officiellement, mercredi
  qui mobilise 11 milliards de … le gouvernement ambitionne de former
  employer 240.000 dans le secteur
allafrica-202409260299
  porte sur le contrat-programme 2024-2030 … l'externalisation des services
  130.000 emplois d'ici 2030
  signée avec le ministère délégué … Télécommunications et de l'Offshoring
lobservateur-216404
  Depuis le 24 novembre, la … est officiellement entrée en vigueur
  cadre incitatif particulièrement attractif combinant … simplification des procédures
yabiladi-181982
lebrief-100131468
lematin-326808
  À fin 2024, les indicateurs … créations nettes en deux ans
  en ligne de mire 40 … à l’horizon 2030
  Offre offshoring Maroc : un modèle
longstoryshort-20260128
  Le 27 janvier 2026, le … vision ambitieuse jusqu’en 2030
  multiplier par deux les bénéfices … 270 000 nouveaux postes
  circulaire émise par le Chef … l’offre nationale de l’offshoring
  Plusieurs accords ont été signés … et le secteur privé
lodj-159813
  En 2024, le secteur marocain … par rapport à 2023
  Les exportations ont atteint 13,4 … même période de l’année précédente
  près de 148 500 emplois stables … nettes en deux ans
"""
"""The words in which each source says what it says: the first … the last, or one exact phrase."""

PLANNED_IN_BELGIUM = "all business support and about half of residential contacts"


@pytest.fixture(scope="module")
def reading() -> Reading:
    """The shipped file, read as any other."""
    return read(FILE.read_bytes(), FILE.name)


@pytest.fixture(scope="module")
def timeline(reading: Reading) -> Timeline:
    """What is in it."""
    return reading.timeline


def event(timeline: Timeline, name: str) -> Event:
    """The event of that id."""
    (found,) = (one for one in timeline.events if one.id == name)
    return found


def said(event: Event, claim: str) -> dict[str, list[str]]:
    """What a claim of the event holds: each value with the ids of the sources that give it."""
    (found,) = (one for one in event.claims if one.name == claim)
    return {value.text: [citation.source for citation in value.citations] for value in found.values}


def locator(passage: Passage) -> str:
    """A passage as it is written in the file."""
    return passage.start if passage.end is None else f"{passage.start} … {passage.end}"


def test_nothing_is_wrong_with_it(reading: Reading) -> None:
    """Not even a hint."""
    assert reading.problems == ()


def test_its_events_stand_in_the_order_of_telling(timeline: Timeline) -> None:
    """Sorting by date moves none: of events on one day the file's order holds."""
    rows = [(one.date.text, one.status, one.id) for one in timeline.events]
    expected = [(*line[:38].split(), line[38:]) for line in EVENTS.strip().splitlines()]
    assert rows == expected
    assert len(rows) == 44


def test_its_sources_say_when_they_were_published_and_seen(timeline: Timeline) -> None:
    """A day only where the source gives one, or a note says how it was deduced."""
    rows = [
        (one.published.text if one.published else "-", one.seen.text if one.seen else "-", one.id)
        for one in timeline.sources.values()
    ]
    assert rows == [tuple(line.split()) for line in SOURCES.strip().splitlines()]
    assert len(rows) == 41


def certain(date: Date) -> bool:
    """Whether it is one day and no doubt about it."""
    return date.earliest is not None and date.earliest == date.latest and not date.doubt


def test_a_date_of_publication_that_is_not_one_certain_day_says_why(timeline: Timeline) -> None:
    """Doubt, a bound or a month alone is a deduction."""
    deduced = [one for one in timeline.sources.values() if one.published and not certain(one.published)]
    assert len(deduced) == 20
    assert not [one.id for one in deduced if not one.published_note]


def test_every_source_can_be_opened(timeline: Timeline) -> None:
    """Each has an address, a publisher and a language."""
    assert not [
        one.id for one in timeline.sources.values() if not (one.url and one.publisher and one.language)
    ]


def test_its_passages_hold_the_words_of_the_sources(timeline: Timeline) -> None:
    """All of them, curly and straight apostrophes as they stand on the page."""
    lines = [
        line
        for source in timeline.sources.values()
        for line in (source.id, *(f"  {locator(one)}" for one in source.passages.values()))
    ]
    assert lines == LOCATORS.strip().splitlines()
    assert sum(line.startswith("  ") for line in lines) == 135


def test_the_names_of_passages_speak(timeline: Timeline) -> None:
    """A word, not a letter."""
    assert not [name for source in timeline.sources.values() for name in source.passages if len(name) < 2]


def test_every_event_is_told_in_english_and_french(timeline: Timeline) -> None:
    """Titles and texts, and the note on the date where there is one; what the story turns on in Dutch too."""
    for one in timeline.events:
        assert set(one.titles) - {"nl"} == set(one.texts) - {"nl"} == {"en", "fr"}, one.id
        assert ("nl" in one.titles) == ("nl" in one.texts)
        assert set(one.date_note) in (set(), {"en", "fr"}), one.id
    assert sum("nl" in one.titles for one in timeline.events) == 12


def test_every_event_rests_on_a_source_and_names_who_and_where(timeline: Timeline) -> None:
    """Sixteen rest on one source alone."""
    assert not [
        one.id for one in timeline.events if not (one.sources and one.actors and one.countries and one.kind)
    ]
    assert sum(is_lone(one) for one in timeline.events) == 16


def test_every_source_is_cited(timeline: Timeline) -> None:
    """None of the forty-one is there for nothing."""
    assert {name for one in timeline.events for name in one.sources} == set(timeline.sources)


def test_the_contract_ends_on_the_last_day_of_2025(timeline: Timeline) -> None:
    """Announced, hence planned: no source reports that it happened. Two give a wider date."""
    end = event(timeline, "ikanbi-contract-end")
    assert (end.date.text, end.status) == ("2025-12-31", "planned")
    assert said(end, "date") == {
        "2025-12-31": ["challenge-319061", "trends-150-emplois", "le1-totalenergies", "lopinion-71065"],
        "2025-12": ["lematin-298601"],
        "2025": ["rtl-761046"],
    }


def test_the_handover_runs_past_the_end_of_the_contract(timeline: Timeline) -> None:
    """From October 2025, no day given, to the last day of March 2026."""
    handover = event(timeline, "ikanbi-transition")
    assert (handover.date.text, handover.status) == ("2025-10/2026-03-31", "planned")
    assert handover.date.earliest == day_number(2025, 10, 1)
    assert handover.date.latest == day_number(2026, 3, 31)
    assert said(handover, "date") == {
        "2025-10/2026-03-31": ["trends-150-emplois"],
        "2025-10/2026-03": ["challenge-319061", "lessentiel-55474", "le1-totalenergies"],
    }


def test_the_ban_shows_who_gives_the_day_and_who_only_the_month(timeline: Timeline) -> None:
    """The day in law and four sources; two core articles and three others stop at August 2026."""
    ban = event(timeline, "cold-call-ban-in-force")
    assert (ban.date.text, ban.status) == ("2026-08-11", "in-force")
    assert said(ban, "date") == {
        "2026-08-11": ["kanibal-consent", "quechoisir-168358", "lcp-demarchage", "bladi-117701"],
        "2026-08": [
            "leseco-390928", "bladi-116490", "rfi-202505280309", "infomaroc-30968", "le360-callcenters",
        ],
        "2026-22": ["maghrebemergent-20250818"],
    }  # fmt: skip
    assert not is_disputed(ban)


def test_the_retained_date_is_one_that_is_said(timeline: Timeline) -> None:
    """An event with a claim on its date shows a value of it."""
    dated = [(one, claim) for one in timeline.events for claim in one.claims if claim.name == "date"]
    assert len(dated) == 7
    assert not [one.id for one, claim in dated if one.date.text not in {value.text for value in claim.values}]


def test_sources_disagree_on_seven_things(timeline: Timeline) -> None:
    """Everything else that differs is precision, perimeter or spelling."""
    found = [(one.id, claim.name) for one in timeline.events for claim in one.claims if disputed(claim)]
    assert found == [
        ("ikanbi-contract-start", "length of contract by August 2025"),
        ("maroc-digital-2030-launch", "jobs aimed at in the digital sector"),
        ("law-2025-594-promulgated", "fine for a company that calls without consent"),
        ("ikanbi-management-reaction", "who says that agency workers go first"),
        ("jobs-at-risk-figures", "jobs at risk"),
        ("offshoring-circular", "applies from"),
        ("belgian-share-from-2026", "what stays in Belgium"),
    ]


def test_the_jobs_at_risk_are_150_160_or_163(timeline: Timeline) -> None:
    """All are kept, each with who says so and how surely; none is put above the others."""
    figures = event(timeline, "jobs-at-risk-figures")
    assert said(figures, "jobs at risk") == {
        "up to 150 people": ["rtl-761046"],
        "about 150 people": ["trends-150-emplois", "lopinion-71065"],
        "about 160 people": ["le1-totalenergies"],
        "about 163 people": ["lematin-298601", "le1-totalenergies"],
        "163 people": ["bladi-116490", "belpresse-totalenergies", "lessentiel-55474", "larazon-20250826"],
    }
    assert figures.claims[0].keep is None


def test_one_paper_has_less_stay_in_belgium_than_the_company(timeline: Timeline) -> None:
    """The company's account is retained, the paper's is shown."""
    share = event(timeline, "belgian-share-from-2026")
    assert said(share, "what stays in Belgium") == {
        PLANNED_IN_BELGIUM: ["trends-150-emplois", "lematin-298601", "challenge-319061", "le1-totalenergies"],
        "only the calls in Dutch": ["lopinion-71065"],
    }
    assert share.claims[0].keep == PLANNED_IN_BELGIUM


def test_five_plans_are_overdue(timeline: Timeline) -> None:
    """Their day is past and no source reports that they happened."""
    assert [one.id for one in timeline.events if is_overdue(one, WRITTEN)] == [
        "ikanbi-transition",
        "ikanbi-contract-end",
        "french-calls-to-morocco",
        "dutch-calls-new-providers",
        "bloctel-ends",
    ]


@pytest.mark.parametrize(
    ("actor", "events"),
    [("totalenergies", 10), ("ikanbi", 8), ("fr-state", 5), ("setca-liege", 3), ("rtbf", 1), ("trends", 0)],
)
def test_filtering_by_actor_finds_its_events(timeline: Timeline, actor: str, events: int) -> None:
    """Actors that no event concerns are kept: the file is the reference."""
    assert actor in timeline.actors
    assert sum(actor in one.actors for one in timeline.events) == events


@pytest.mark.parametrize(("country", "events"), [("MA", 21), ("FR", 18), ("BE", 17)])
def test_filtering_by_country_finds_its_events(timeline: Timeline, country: str, events: int) -> None:
    """The three countries that the story plays in."""
    assert sum(country in one.countries for one in timeline.events) == events


def test_names_that_sources_spell_differently_are_aliases(timeline: Timeline) -> None:
    """One person each, whatever the spelling."""
    assert timeline.actors["daniel-coene"].aliases[:3] == ("Daniel Kohn", "Daniel Kuhn", "Daniel Conn")
    assert timeline.actors["mehdi-bouacida"].aliases == ("Mehdi Bouassida", "Mehdi Bouassaïda")
    assert timeline.actors["ayoub-saoud"].aliases == ("Ayoub Saud", "Ayoub Saaoud")
    assert len(timeline.actors) == 45


def test_it_is_laid_out_for_hand_editing() -> None:
    """Items of a list stand in column 0, no tab, no space at the end of a line, no line too long to read."""
    text = FILE.read_text(encoding="utf-8")
    lines = text.splitlines()
    assert sum(line.startswith("- id: ") for line in lines) == 44
    assert "\t" not in text
    assert not [line for line in lines if line != line.rstrip()]
    assert not [line for line in lines if len(line) > 110 and "http" not in line]


@pytest.mark.parametrize(
    ("day", "known", "unknown"),
    [
        ("2025-08-22", "ikanbi-staff-informed", "setca-confirms-non-renewal union-alarm-november"),
        ("2025-08-26", "setca-confirms-non-renewal", "union-alarm-november wengage-collective-dismissal"),
        ("2025-11-16", "union-alarm-november wengage-collective-dismissal", "wengage-agreement offshoring-circular"),
        ("2025-12-21", "wengage-agreement offshoring-circular", "rabat-offshoring-meeting"),
        ("2026-02-01", "rabat-offshoring-meeting", "consent-decree-2026"),
    ],
)
def test_on_five_days_nobody_knows_of_what_has_not_happened(
    timeline: Timeline, day: str, known: str, unknown: str
) -> None:
    on = day_number(*map(int, day.split("-")))
    then = {one.id: one for one in timeline_as_of(timeline, on).events}
    assert then.keys() >= set(known.split())
    assert then.keys().isdisjoint(unknown.split())
    for one in timeline.events:
        if one.id in then and one.status == "reported" and (one.date.earliest or 0) > on:
            assert any(cited.announces for cited in then[one.id].cited)
