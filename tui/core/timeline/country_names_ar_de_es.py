"""The same countries by code: the Arabic name, the German one and the Spanish one, which jalon does not speak itself.

Made by tools/make_country_names.py from the Unicode CLDR; not to be edited by hand.
"""

from __future__ import annotations

_TABLE = """\
AD|أندورا|Andorra|Andorra;AE|الإمارات العربية المتحدة|Vereinigte Arabische Emirate|Emiratos Árabes Unidos
AF|أفغانستان|Afghanistan|Afganistán;AG|أنتيغوا وبربودا|Antigua und Barbuda|Antigua y Barbuda;AI|أنغويلا|Anguilla|Anguila
AL|ألبانيا|Albanien|Albania;AM|أرمينيا|Armenien|Armenia;AO|أنغولا|Angola|Angola;AQ|أنتاركتيكا|Antarktis|Antártida
AR|الأرجنتين|Argentinien|Argentina;AS|ساموا الأمريكية|Amerikanisch-Samoa|Samoa Americana;AT|النمسا|Österreich|Austria
AU|أستراليا|Australien|Australia;AW|أروبا|Aruba|Aruba;AX|جزر آلاند|Ålandinseln|Islas Aland
AZ|أذربيجان|Aserbaidschan|Azerbaiyán;BA|البوسنة والهرسك|Bosnien und Herzegowina|Bosnia y Herzegovina
BB|بربادوس|Barbados|Barbados;BD|بنغلاديش|Bangladesch|Bangladés;BE|بلجيكا|Belgien|Bélgica
BF|بوركينا فاسو|Burkina Faso|Burkina Faso;BG|بلغاريا|Bulgarien|Bulgaria;BH|البحرين|Bahrain|Baréin
BI|بوروندي|Burundi|Burundi;BJ|بنين|Benin|Benín;BL|سان بارتليمي|St. Barthélemy|San Bartolomé;BM|برمودا|Bermuda|Bermudas
BN|بروناي|Brunei Darussalam|Brunéi;BO|بوليفيا|Bolivien|Bolivia
BQ|هولندا الكاريبية|Karibische Niederlande|Caribe neerlandés;BR|البرازيل|Brasilien|Brasil;BS|جزر البهاما|Bahamas|Bahamas
BT|بوتان|Bhutan|Bután;BV|جزيرة بوفيه|Bouvetinsel|Isla Bouvet;BW|بوتسوانا|Botsuana|Botsuana
BY|بيلاروس|Belarus|Bielorrusia;BZ|بليز|Belize|Belice;CA|كندا|Kanada|Canadá;CC|جزر كوكوس (كيلينغ)|Kokosinseln|Islas Cocos
CD|الكونغو (كينشاسا)|Kongo (Kinshasa)|Congo (Kinshasa)
CF|جمهورية أفريقيا الوسطى|Zentralafrikanische Republik|República Centroafricana
CG|الكونغو (برازافيل)|Kongo (Brazzaville)|Congo (Brazzaville);CH|سويسرا|Schweiz|Suiza
CI|ساحل العاج|Côte d’Ivoire|Côte d’Ivoire;CK|جزر كوك|Cookinseln|Islas Cook;CL|تشيلي|Chile|Chile
CM|الكاميرون|Kamerun|Camerún;CN|الصين|China|China;CO|كولومبيا|Kolumbien|Colombia;CR|كوستاريكا|Costa Rica|Costa Rica
CU|كوبا|Kuba|Cuba;CV|الرأس الأخضر|Cabo Verde|Cabo Verde;CW|كوراساو|Curaçao|Curazao
CX|جزيرة كريسماس|Weihnachtsinsel|Isla de Navidad;CY|قبرص|Zypern|Chipre;CZ|التشيك|Tschechien|Chequia
DE|ألمانيا|Deutschland|Alemania;DJ|جيبوتي|Dschibuti|Yibuti;DK|الدانمرك|Dänemark|Dinamarca;DM|دومينيكا|Dominica|Dominica
DO|جمهورية الدومينيكان|Dominikanische Republik|República Dominicana;DZ|الجزائر|Algerien|Argelia
EC|الإكوادور|Ecuador|Ecuador;EE|إستونيا|Estland|Estonia;EG|مصر|Ägypten|Egipto
EH|الصحراء الغربية|Westsahara|Sáhara Occidental;ER|إريتريا|Eritrea|Eritrea;ES|إسبانيا|Spanien|España
ET|إثيوبيا|Äthiopien|Etiopía;EU|الاتحاد الأوروبي|Europäische Union|Unión Europea;FI|فنلندا|Finnland|Finlandia
FJ|فيجي|Fidschi|Fiyi;FK|جزر فوكلاند|Falklandinseln|Islas Malvinas;FM|ميكرونيزيا|Mikronesien|Micronesia
FO|جزر فارو|Färöer|Islas Feroe;FR|فرنسا|Frankreich|Francia;GA|الغابون|Gabun|Gabón
GB|المملكة المتحدة|Vereinigtes Königreich|Reino Unido;GD|غرينادا|Grenada|Granada;GE|جورجيا|Georgien|Georgia
GF|غويانا الفرنسية|Französisch-Guayana|Guayana Francesa;GG|غيرنزي|Guernsey|Guernesey;GH|غانا|Ghana|Ghana
GI|جبل طارق|Gibraltar|Gibraltar;GL|غرينلاند|Grönland|Groenlandia;GM|غامبيا|Gambia|Gambia;GN|غينيا|Guinea|Guinea
GP|غوادلوب|Guadeloupe|Guadalupe;GQ|غينيا الاستوائية|Äquatorialguinea|Guinea Ecuatorial;GR|اليونان|Griechenland|Grecia
GS|جورجيا الجنوبية وجزر ساندويتش|Südgeorgien und Südliche Sandwichinseln|Georgia del Sur y Sandwich del Sur
GT|غواتيمالا|Guatemala|Guatemala;GU|غوام|Guam|Guam;GW|غينيا بيساو|Guinea-Bissau|Guinea-Bisáu;GY|غيانا|Guyana|Guyana
HK|هونغ كونغ|Hongkong|Hong Kong;HM|جزيرة هيرد وجزر ماكدونالد|Heard und McDonaldinseln|Islas Heard y McDonald
HN|هندوراس|Honduras|Honduras;HR|كرواتيا|Kroatien|Croacia;HT|هايتي|Haiti|Haití;HU|هنغاريا|Ungarn|Hungría
ID|إندونيسيا|Indonesien|Indonesia;IE|أيرلندا|Irland|Irlanda;IL|إسرائيل|Israel|Israel
IM|جزيرة مان|Isle of Man|Isla de Man;IN|الهند|Indien|India
IO|الإقليم البريطاني في المحيط الهندي|Britisches Territorium im Indischen Ozean|Territorio Británico del Océano Índico
IQ|العراق|Irak|Irak;IR|إيران|Iran|Irán;IS|آيسلندا|Island|Islandia;IT|إيطاليا|Italien|Italia;JE|جيرسي|Jersey|Jersey
JM|جامايكا|Jamaika|Jamaica;JO|الأردن|Jordanien|Jordania;JP|اليابان|Japan|Japón;KE|كينيا|Kenia|Kenia
KG|قيرغيزستان|Kirgisistan|Kirguistán;KH|كمبوديا|Kambodscha|Camboya;KI|كيريباتي|Kiribati|Kiribati
KM|جزر القمر|Komoren|Comoras;KN|سانت كيتس ونيفيس|St. Kitts und Nevis|San Cristóbal y Nieves
KP|كوريا الشمالية|Nordkorea|Corea del Norte;KR|كوريا الجنوبية|Südkorea|Corea del Sur;KW|الكويت|Kuwait|Kuwait
KY|جزر كايمان|Kaimaninseln|Islas Caimán;KZ|كازاخستان|Kasachstan|Kazajistán;LA|لاوس|Laos|Laos;LB|لبنان|Libanon|Líbano
LC|سانت لوسيا|St. Lucia|Santa Lucía;LI|ليختنشتاين|Liechtenstein|Liechtenstein;LK|سريلانكا|Sri Lanka|Sri Lanka
LR|ليبيريا|Liberia|Liberia;LS|ليسوتو|Lesotho|Lesoto;LT|ليتوانيا|Litauen|Lituania;LU|لوكسمبورغ|Luxemburg|Luxemburgo
LV|لاتفيا|Lettland|Letonia;LY|ليبيا|Libyen|Libia;MA|المغرب|Marokko|Marruecos;MC|موناكو|Monaco|Mónaco
MD|مولدوفا|Republik Moldau|Moldavia;ME|الجبل الأسود|Montenegro|Montenegro;MF|سان مارتن|St. Martin|San Martín
MG|مدغشقر|Madagaskar|Madagascar;MH|جزر مارشال|Marshallinseln|Islas Marshall
MK|مقدونيا الشمالية|Nordmazedonien|Macedonia del Norte;ML|مالي|Mali|Mali;MM|ميانمار|Myanmar|Myanmar
MN|منغوليا|Mongolei|Mongolia;MO|ماكاو|Macau|Macao;MP|جزر ماريانا الشمالية|Nördliche Marianen|Islas Marianas del Norte
MQ|جزر المارتينيك|Martinique|Martinica;MR|موريتانيا|Mauretanien|Mauritania;MS|مونتسرات|Montserrat|Montserrat
MT|مالطا|Malta|Malta;MU|موريشيوس|Mauritius|Mauricio;MV|جزر المالديف|Malediven|Maldivas;MW|ملاوي|Malawi|Malaui
MX|المكسيك|Mexiko|México;MY|ماليزيا|Malaysia|Malasia;MZ|موزمبيق|Mosambik|Mozambique;NA|ناميبيا|Namibia|Namibia
NC|كاليدونيا الجديدة|Neukaledonien|Nueva Caledonia;NE|النيجر|Niger|Níger;NF|جزيرة نورفولك|Norfolkinsel|Isla Norfolk
NG|نيجيريا|Nigeria|Nigeria;NI|نيكاراغوا|Nicaragua|Nicaragua;NL|هولندا|Niederlande|Países Bajos
NO|النرويج|Norwegen|Noruega;NP|نيبال|Nepal|Nepal;NR|ناورو|Nauru|Nauru;NU|نيوي|Niue|Niue
NZ|نيوزيلندا|Neuseeland|Nueva Zelanda;OM|عُمان|Oman|Omán;PA|بنما|Panama|Panamá;PE|بيرو|Peru|Perú
PF|بولينيزيا الفرنسية|Französisch-Polynesien|Polinesia Francesa
PG|بابوا غينيا الجديدة|Papua-Neuguinea|Papúa Nueva Guinea;PH|الفلبين|Philippinen|Filipinas;PK|باكستان|Pakistan|Pakistán
PL|بولندا|Polen|Polonia;PM|سان بيير ومكويلون|St. Pierre und Miquelon|San Pedro y Miquelón
PN|جزر بيتكيرن|Pitcairninseln|Islas Pitcairn;PR|بورتوريكو|Puerto Rico|Puerto Rico;PS|فلسطين|Palästina|Palestina
PT|البرتغال|Portugal|Portugal;PW|بالاو|Palau|Palaos;PY|باراغواي|Paraguay|Paraguay;QA|قطر|Katar|Catar
RE|روينيون|Réunion|Reunión;RO|رومانيا|Rumänien|Rumanía;RS|صربيا|Serbien|Serbia;RU|روسيا|Russland|Rusia
RW|رواندا|Ruanda|Ruanda;SA|المملكة العربية السعودية|Saudi-Arabien|Arabia Saudí;SB|جزر سليمان|Salomonen|Islas Salomón
SC|سيشل|Seychellen|Seychelles;SD|السودان|Sudan|Sudán;SE|السويد|Schweden|Suecia;SG|سنغافورة|Singapur|Singapur
SH|سانت هيلينا|St. Helena|Santa Elena;SI|سلوفينيا|Slowenien|Eslovenia
SJ|سفالبارد وجان ماين|Spitzbergen und Jan Mayen|Svalbard y Jan Mayen;SK|سلوفاكيا|Slowakei|Eslovaquia
SL|سيراليون|Sierra Leone|Sierra Leona;SM|سان مارينو|San Marino|San Marino;SN|السنغال|Senegal|Senegal
SO|الصومال|Somalia|Somalia;SR|سورينام|Suriname|Surinam;SS|جنوب السودان|Südsudan|Sudán del Sur
ST|ساو تومي وبرينسيبي|São Tomé und Príncipe|Santo Tomé y Príncipe;SV|السلفادور|El Salvador|El Salvador
SX|سانت مارتن|Sint Maarten|Sint Maarten;SY|سوريا|Syrien|Siria;SZ|إسواتيني|Eswatini|Esuatini
TC|جزر توركس وكايكوس|Turks- und Caicosinseln|Islas Turcas y Caicos;TD|تشاد|Tschad|Chad
TF|الأقاليم الجنوبية الفرنسية|Französische Süd- und Antarktisgebiete|Territorios Australes Franceses;TG|توغو|Togo|Togo
TH|تايلاند|Thailand|Tailandia;TJ|طاجيكستان|Tadschikistan|Tayikistán;TK|توكيلاو|Tokelau|Tokelau
TL|تيمور - ليشتي|Timor-Leste|Timor-Leste;TM|تركمانستان|Turkmenistan|Turkmenistán;TN|تونس|Tunesien|Túnez
TO|تونغا|Tonga|Tonga;TR|تركيا|Türkei|Turquía;TT|ترينيداد وتوباغو|Trinidad und Tobago|Trinidad y Tobago
TV|توفالو|Tuvalu|Tuvalu;TW|تايوان|Taiwan|Taiwán;TZ|تنزانيا|Tansania|Tanzania;UA|أوكرانيا|Ukraine|Ucrania
UG|أوغندا|Uganda|Uganda;UM|جزر الولايات المتحدة النائية|Amerikanische Überseeinseln|Islas menores alejadas de EE. UU.
US|الولايات المتحدة|Vereinigte Staaten|Estados Unidos;UY|أورغواي|Uruguay|Uruguay;UZ|أوزبكستان|Usbekistan|Uzbekistán
VA|الفاتيكان|Vatikanstadt|Ciudad del Vaticano
VC|سانت فنسنت وجزر غرينادين|St. Vincent und die Grenadinen|San Vicente y las Granadinas;VE|فنزويلا|Venezuela|Venezuela
VG|جزر فيرجن البريطانية|Britische Jungferninseln|Islas Vírgenes Británicas
VI|جزر فيرجن الأمريكية|Amerikanische Jungferninseln|Islas Vírgenes de EE. UU.;VN|فيتنام|Vietnam|Vietnam
VU|فانواتو|Vanuatu|Vanuatu;WF|جزر والس وفوتونا|Wallis und Futuna|Wallis y Futuna;WS|ساموا|Samoa|Samoa
XK|كوسوفو|Kosovo|Kosovo;YE|اليمن|Jemen|Yemen;YT|مايوت|Mayotte|Mayotte;ZA|جنوب أفريقيا|Südafrika|Sudáfrica
ZM|زامبيا|Sambia|Zambia;ZW|زيمبابوي|Simbabwe|Zimbabue"""

_ROWS = (row.split("|") for row in _TABLE.replace("\n", ";").split(";"))
NAMES = {code: dict(zip(("ar", "de", "es"), names, strict=True)) for code, *names in _ROWS}
