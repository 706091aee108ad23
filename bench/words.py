"""The words that generated timelines are made of."""

from __future__ import annotations

TOWNS = (
    ("Liège", "BE"), ("Verviers", "BE"), ("Gand", "BE"), ("Charleroi", "BE"), ("Namur", "BE"),
    ("Anvers", "BE"), ("Lille", "FR"), ("Saint-Étienne", "FR"), ("Besançon", "FR"), ("Nîmes", "FR"),
    ("Le Havre", "FR"), ("Casablanca", "MA"), ("Fès", "MA"), ("Salé", "MA"), ("Tétouan", "MA"),
    ("Eindhoven", "NL"), ("Breda", "NL"), ("Esch-sur-Alzette", "LU"), ("Málaga", "ES"), ("A Coruña", "ES"),
    ("Düsseldorf", "DE"), ("Łódź", "PL"), ("Sousse", "TN"), ("Saint-Louis", "SN"), ("Coimbra", "PT"),
    ("Örebro", "SE"), ("Cluj-Napoca", "RO"),
)
"""Towns with the country each lies in."""

STEMS = (
    "Nordane", "Callisto", "Vésale", "Ardenne", "Mercadal", "Solvance", "Téléphis", "Ourthe", "Baltique",
    "Kersten", "Azrou", "Méridien", "Hainaut", "Quatremer", "Sambreville", "Oriol", "Finisterre", "Zagora",
    "Lumière", "Brabant", "Échevin", "Péninsule", "Rhodane", "Tafraout", "Wallonia", "Delorme", "Kasbah",
    "Novapost",
)

TRADES = (
    ("Énergie", "company"), ("Contact", "company"), ("Services", "company"), ("Télécom", "company"),
    ("Assurances", "company"), ("Union", "union"), ("Fédération", "federation"), ("Autorité", "regulator"),
    ("Ministère", "government"), ("Presse", "publisher"), ("Logistique", "company"),
)
"""The words after a stem in an actor's name, with the kind of actor that each makes."""

FIRST_NAMES = ("Amina", "Benoît", "Chloé", "Driss", "Élodie", "Françoise", "Hélène", "Ilham", "Jérôme", "Zoë")

PUBLISHERS = tuple(
    f"{first} {last}"
    for first in ("L'Écho", "Le Courrier", "La Gazette", "Radio", "Le Journal")
    for last in ("de la Meuse", "du Rif", "des Hauts", "du Soir", "de l'Atlas", "économique", "du Port")
)

DEEDS = (
    ("announcement", "announces {n} job cuts in {town}", "annonce {n} suppressions d’emplois à {town}"),
    ("contract", "ends its contract with {other}", "met fin à son contrat avec {other}"),
    ("contract", "signs a new contract with {other}", "signe un nouveau contrat avec {other}"),
    ("reaction", "criticises the plans of {other}", "critique les projets de {other}"),
    ("strike", "goes on strike at the {town} site", "se met en grève sur le site de {town}"),
    ("law", "publishes a decree on unsolicited calls", "publie un décret sur le démarchage téléphonique"),
    ("move", "moves {n} positions from {town}", "transfère {n} postes depuis {town}"),
    ("report", "reports turnover up by {n} million", "publie un chiffre en hausse de {n} millions"),
    ("talks", "meets {other} in {town}", "rencontre {other} à {town}"),
    ("opening", "opens a centre for {n} advisers in {town}", "ouvre un centre de {n} conseillers à {town}"),
    ("ruling", "loses its appeal against {other}", "perd en appel contre {other}"),
)
"""A kind of event, and what its actor does, in English and in French."""

SENTENCES = (
    ("The works council was told in the morning, before the press.",
     "Le conseil d’entreprise a été informé le matin, avant la presse."),
    ("Most of the people concerned are agency workers on renewable contracts.",
     "La plupart des personnes concernées sont des intérimaires sous contrat renouvelable."),
    ("The company speaks of falling volumes and of more automated answers.",
     "L’entreprise évoque la baisse des volumes et l’automatisation des réponses."),
    ("A second meeting is to follow; no date has been named for it.",
     "Une deuxième réunion doit suivre ; aucune date n’a été fixée."),
    ("Both sides say that they want an agreement by the end of the year.",
     "Les deux parties disent vouloir un accord avant la fin de l’année."),
    ("The figures differ from one paper to the next, and none gives its source.",
     "Les chiffres varient d’un journal à l’autre, et aucun ne cite sa source."),
    ("The regulator has not yet said whether it will look into the matter.",
     "Le régulateur n’a pas encore dit s’il examinerait l’affaire."),
    ("Calls in Dutch are not concerned and stay where they are.",
     "Les appels en néerlandais ne sont pas concernés et restent où ils sont."),
)
"""Sentences in English and in French."""

QUANTITIES = (
    "{n} people", "about {n} people", "more than {n} people", "up to {n} people", "{n}–{m} people",
    "{n} sites", "{n} bn MAD", "{n} million euros", "at least {n} calls a day",
)

CLAIMED = ("jobs at risk", "advisers hired", "turnover", "sites concerned", "calls moved", "cost of the plan")

PASSAGES = (
    ("lead", "Le personnel de la centrale … à échéance le 31 décembre"),
    ("jobs", "environ 150 personnes employées par … négociaient les contrats"),
    ("quote", "« Nous n’avons rien vu venir » … dit une déléguée"),
    ("figures", "Sur un an, le chiffre d’affaires … a reculé de 4 %"),
    ("context", "Depuis la loi de 2025 sur le démarchage"),
    ("answer", "La direction n’a pas souhaité … avant la fin des négociations"),
)
"""Passages by name: their first and last words."""

TAGS = ("jobs", "law", "telecoms", "energy", "offshoring", "automation", "strike", "public money")
