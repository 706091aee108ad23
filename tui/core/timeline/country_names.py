"""Countries of ISO 3166-1 with XK and EU, by code: the English name, the French one and the Dutch one.

Made by tools/make_country_names.py from the Unicode CLDR; not to be edited by hand. The table is text in a module, for
the core reads no files and every command needs it: one text is read sooner than 251 tuples.
"""

from __future__ import annotations

_TABLE = """\
AD|Andorra|Andorre|Andorra;AE|United Arab Emirates|Émirats arabes unis|Verenigde Arabische Emiraten
AF|Afghanistan|Afghanistan|Afghanistan;AG|Antigua & Barbuda|Antigua-et-Barbuda|Antigua en Barbuda
AI|Anguilla|Anguilla|Anguilla;AL|Albania|Albanie|Albanië;AM|Armenia|Arménie|Armenië;AO|Angola|Angola|Angola
AQ|Antarctica|Antarctique|Antarctica;AR|Argentina|Argentine|Argentinië
AS|American Samoa|Samoa américaines|Amerikaans-Samoa;AT|Austria|Autriche|Oostenrijk;AU|Australia|Australie|Australië
AW|Aruba|Aruba|Aruba;AX|Åland Islands|Îles Åland|Åland;AZ|Azerbaijan|Azerbaïdjan|Azerbeidzjan
BA|Bosnia & Herzegovina|Bosnie-Herzégovine|Bosnië en Herzegovina;BB|Barbados|Barbade|Barbados
BD|Bangladesh|Bangladesh|Bangladesh;BE|Belgium|Belgique|België;BF|Burkina Faso|Burkina Faso|Burkina Faso
BG|Bulgaria|Bulgarie|Bulgarije;BH|Bahrain|Bahreïn|Bahrein;BI|Burundi|Burundi|Burundi;BJ|Benin|Bénin|Benin
BL|St. Barthélemy|Saint-Barthélemy|Saint-Barthélemy;BM|Bermuda|Bermudes|Bermuda;BN|Brunei|Brunei|Brunei
BO|Bolivia|Bolivie|Bolivia;BQ|Caribbean Netherlands|Pays-Bas caribéens|Caribisch Nederland;BR|Brazil|Brésil|Brazilië
BS|Bahamas|Bahamas|Bahama’s;BT|Bhutan|Bhoutan|Bhutan;BV|Bouvet Island|Île Bouvet|Bouveteiland
BW|Botswana|Botswana|Botswana;BY|Belarus|Biélorussie|Belarus;BZ|Belize|Belize|Belize;CA|Canada|Canada|Canada
CC|Cocos (Keeling) Islands|Îles Cocos|Cocoseilanden;CD|Congo (Kinshasa)|Congo (Kinshasa)|Congo (Kinshasa)
CF|Central African Republic|République centrafricaine|Centraal-Afrikaanse Republiek
CG|Congo (Brazzaville)|Congo (Brazzaville)|Congo (Brazzaville);CH|Switzerland|Suisse|Zwitserland
CI|Côte d’Ivoire|Côte d’Ivoire|Ivoorkust;CK|Cook Islands|Îles Cook|Cookeilanden;CL|Chile|Chili|Chili
CM|Cameroon|Cameroun|Kameroen;CN|China|Chine|China;CO|Colombia|Colombie|Colombia;CR|Costa Rica|Costa Rica|Costa Rica
CU|Cuba|Cuba|Cuba;CV|Cape Verde|Cap-Vert|Kaapverdië;CW|Curaçao|Curaçao|Curaçao
CX|Christmas Island|Île Christmas|Christmaseiland;CY|Cyprus|Chypre|Cyprus;CZ|Czechia|Tchéquie|Tsjechië
DE|Germany|Allemagne|Duitsland;DJ|Djibouti|Djibouti|Djibouti;DK|Denmark|Danemark|Denemarken
DM|Dominica|Dominique|Dominica;DO|Dominican Republic|République dominicaine|Dominicaanse Republiek
DZ|Algeria|Algérie|Algerije;EC|Ecuador|Équateur|Ecuador;EE|Estonia|Estonie|Estland;EG|Egypt|Égypte|Egypte
EH|Western Sahara|Sahara occidental|Westelijke Sahara;ER|Eritrea|Érythrée|Eritrea;ES|Spain|Espagne|Spanje
ET|Ethiopia|Éthiopie|Ethiopië;EU|European Union|Union européenne|Europese Unie;FI|Finland|Finlande|Finland
FJ|Fiji|Fidji|Fiji;FK|Falkland Islands|Îles Malouines|Falklandeilanden;FM|Micronesia|Micronésie|Micronesia
FO|Faroe Islands|Îles Féroé|Faeröer;FR|France|France|Frankrijk;GA|Gabon|Gabon|Gabon
GB|United Kingdom|Royaume-Uni|Verenigd Koninkrijk;GD|Grenada|Grenade|Grenada;GE|Georgia|Géorgie|Georgië
GF|French Guiana|Guyane française|Frans-Guyana;GG|Guernsey|Guernesey|Guernsey;GH|Ghana|Ghana|Ghana
GI|Gibraltar|Gibraltar|Gibraltar;GL|Greenland|Groenland|Groenland;GM|Gambia|Gambie|Gambia;GN|Guinea|Guinée|Guinee
GP|Guadeloupe|Guadeloupe|Guadeloupe;GQ|Equatorial Guinea|Guinée équatoriale|Equatoriaal-Guinea
GR|Greece|Grèce|Griekenland
GS|South Georgia & South Sandwich Islands|Géorgie du Sud-et-les Îles Sandwich du Sud|Zuid-Georgia en Sandwicheilanden
GT|Guatemala|Guatemala|Guatemala;GU|Guam|Guam|Guam;GW|Guinea-Bissau|Guinée-Bissau|Guinee-Bissau;GY|Guyana|Guyana|Guyana
HK|Hong Kong|Hong Kong|Hongkong;HM|Heard Island & McDonald Islands|Îles Heard-et-MacDonald|Heard en McDonaldeilanden
HN|Honduras|Honduras|Honduras;HR|Croatia|Croatie|Kroatië;HT|Haiti|Haïti|Haïti;HU|Hungary|Hongrie|Hongarije
ID|Indonesia|Indonésie|Indonesië;IE|Ireland|Irlande|Ierland;IL|Israel|Israël|Israël
IM|Isle of Man|Île de Man|Isle of Man;IN|India|Inde|India
IO|British Indian Ocean Territory|Territoire britannique de l’océan Indien|Brits Indische Oceaanterritorium
IQ|Iraq|Irak|Irak;IR|Iran|Iran|Iran;IS|Iceland|Islande|IJsland;IT|Italy|Italie|Italië;JE|Jersey|Jersey|Jersey
JM|Jamaica|Jamaïque|Jamaica;JO|Jordan|Jordanie|Jordanië;JP|Japan|Japon|Japan;KE|Kenya|Kenya|Kenia
KG|Kyrgyzstan|Kirghizstan|Kirgizië;KH|Cambodia|Cambodge|Cambodja;KI|Kiribati|Kiribati|Kiribati
KM|Comoros|Comores|Comoren;KN|St. Kitts & Nevis|Saint-Christophe-et-Niévès|Saint Kitts en Nevis
KP|North Korea|Corée du Nord|Noord-Korea;KR|South Korea|Corée du Sud|Zuid-Korea;KW|Kuwait|Koweït|Koeweit
KY|Cayman Islands|Îles Caïmans|Kaaimaneilanden;KZ|Kazakhstan|Kazakhstan|Kazachstan;LA|Laos|Laos|Laos
LB|Lebanon|Liban|Libanon;LC|St. Lucia|Sainte-Lucie|Saint Lucia;LI|Liechtenstein|Liechtenstein|Liechtenstein
LK|Sri Lanka|Sri Lanka|Sri Lanka;LR|Liberia|Liberia|Liberia;LS|Lesotho|Lesotho|Lesotho;LT|Lithuania|Lituanie|Litouwen
LU|Luxembourg|Luxembourg|Luxemburg;LV|Latvia|Lettonie|Letland;LY|Libya|Libye|Libië;MA|Morocco|Maroc|Marokko
MC|Monaco|Monaco|Monaco;MD|Moldova|Moldavie|Moldavië;ME|Montenegro|Monténégro|Montenegro
MF|St. Martin|Saint-Martin|Saint-Martin;MG|Madagascar|Madagascar|Madagaskar
MH|Marshall Islands|Îles Marshall|Marshalleilanden;MK|North Macedonia|Macédoine du Nord|Noord-Macedonië
ML|Mali|Mali|Mali;MM|Myanmar|Myanmar|Myanmar;MN|Mongolia|Mongolie|Mongolië;MO|Macao|Macao|Macau
MP|Northern Mariana Islands|Îles Mariannes du Nord|Noordelijke Marianen;MQ|Martinique|Martinique|Martinique
MR|Mauritania|Mauritanie|Mauritanië;MS|Montserrat|Montserrat|Montserrat;MT|Malta|Malte|Malta
MU|Mauritius|Maurice|Mauritius;MV|Maldives|Maldives|Maldiven;MW|Malawi|Malawi|Malawi;MX|Mexico|Mexique|Mexico
MY|Malaysia|Malaisie|Maleisië;MZ|Mozambique|Mozambique|Mozambique;NA|Namibia|Namibie|Namibië
NC|New Caledonia|Nouvelle-Calédonie|Nieuw-Caledonië;NE|Niger|Niger|Niger;NF|Norfolk Island|Île Norfolk|Norfolk
NG|Nigeria|Nigeria|Nigeria;NI|Nicaragua|Nicaragua|Nicaragua;NL|Netherlands|Pays-Bas|Nederland
NO|Norway|Norvège|Noorwegen;NP|Nepal|Népal|Nepal;NR|Nauru|Nauru|Nauru;NU|Niue|Niue|Niue
NZ|New Zealand|Nouvelle-Zélande|Nieuw-Zeeland;OM|Oman|Oman|Oman;PA|Panama|Panama|Panama;PE|Peru|Pérou|Peru
PF|French Polynesia|Polynésie française|Frans-Polynesië
PG|Papua New Guinea|Papouasie-Nouvelle-Guinée|Papoea-Nieuw-Guinea;PH|Philippines|Philippines|Filipijnen
PK|Pakistan|Pakistan|Pakistan;PL|Poland|Pologne|Polen
PM|St. Pierre & Miquelon|Saint-Pierre-et-Miquelon|Saint-Pierre en Miquelon
PN|Pitcairn Islands|Îles Pitcairn|Pitcairneilanden;PR|Puerto Rico|Porto Rico|Puerto Rico
PS|Palestine|Palestine|Palestina;PT|Portugal|Portugal|Portugal;PW|Palau|Palaos|Palau;PY|Paraguay|Paraguay|Paraguay
QA|Qatar|Qatar|Qatar;RE|Réunion|La Réunion|Réunion;RO|Romania|Roumanie|Roemenië;RS|Serbia|Serbie|Servië
RU|Russia|Russie|Rusland;RW|Rwanda|Rwanda|Rwanda;SA|Saudi Arabia|Arabie saoudite|Saoedi-Arabië
SB|Solomon Islands|Îles Salomon|Salomonseilanden;SC|Seychelles|Seychelles|Seychellen;SD|Sudan|Soudan|Soedan
SE|Sweden|Suède|Zweden;SG|Singapore|Singapour|Singapore
SH|St. Helena, Ascension & Tristan da Cunha|Sainte-Hélène|Sint-Helena;SI|Slovenia|Slovénie|Slovenië
SJ|Svalbard & Jan Mayen|Svalbard et Jan Mayen|Spitsbergen en Jan Mayen;SK|Slovakia|Slovaquie|Slowakije
SL|Sierra Leone|Sierra Leone|Sierra Leone;SM|San Marino|Saint-Marin|San Marino;SN|Senegal|Sénégal|Senegal
SO|Somalia|Somalie|Somalië;SR|Suriname|Suriname|Suriname;SS|South Sudan|Soudan du Sud|Zuid-Soedan
ST|São Tomé & Príncipe|Sao Tomé-et-Principe|Sao Tomé en Principe;SV|El Salvador|Salvador|El Salvador
SX|Sint Maarten|Saint-Martin (partie néerlandaise)|Sint-Maarten;SY|Syria|Syrie|Syrië;SZ|Eswatini|Eswatini|Eswatini
TC|Turks & Caicos Islands|Îles Turques-et-Caïques|Turks- en Caicoseilanden;TD|Chad|Tchad|Tsjaad
TF|French Southern and Antarctic Lands|Terres australes françaises|Franse Gebieden in de zuidelijke Indische Oceaan
TG|Togo|Togo|Togo;TH|Thailand|Thaïlande|Thailand;TJ|Tajikistan|Tadjikistan|Tadzjikistan;TK|Tokelau|Tokelau|Tokelau
TL|Timor-Leste|Timor oriental|Oost-Timor;TM|Turkmenistan|Turkménistan|Turkmenistan;TN|Tunisia|Tunisie|Tunesië
TO|Tonga|Tonga|Tonga;TR|Turkey|Turquie|Turkije;TT|Trinidad & Tobago|Trinité-et-Tobago|Trinidad en Tobago
TV|Tuvalu|Tuvalu|Tuvalu;TW|Taiwan|Taïwan|Taiwan;TZ|Tanzania|Tanzanie|Tanzania;UA|Ukraine|Ukraine|Oekraïne
UG|Uganda|Ouganda|Oeganda
UM|U.S. Outlying Islands|Îles mineures éloignées des États-Unis|Kleine afgelegen eilanden van de Verenigde Staten
US|United States|États-Unis|Verenigde Staten;UY|Uruguay|Uruguay|Uruguay;UZ|Uzbekistan|Ouzbékistan|Oezbekistan
VA|Vatican City|État de la Cité du Vatican|Vaticaanstad
VC|St. Vincent & Grenadines|Saint-Vincent-et-les Grenadines|Saint Vincent en de Grenadines
VE|Venezuela|Venezuela|Venezuela;VG|British Virgin Islands|Îles Vierges britanniques|Britse Maagdeneilanden
VI|U.S. Virgin Islands|Îles Vierges des États-Unis|Amerikaanse Maagdeneilanden;VN|Vietnam|Viêt Nam|Vietnam
VU|Vanuatu|Vanuatu|Vanuatu;WF|Wallis & Futuna|Wallis-et-Futuna|Wallis en Futuna;WS|Samoa|Samoa|Samoa
XK|Kosovo|Kosovo|Kosovo;YE|Yemen|Yémen|Jemen;YT|Mayotte|Mayotte|Mayotte;ZA|South Africa|Afrique du Sud|Zuid-Afrika
ZM|Zambia|Zambie|Zambia;ZW|Zimbabwe|Zimbabwe|Zimbabwe"""

_ROWS = (row.split("|") for row in _TABLE.replace("\n", ";").split(";"))
NAMES = {code: (english, french, dutch) for code, english, french, dutch in _ROWS}
