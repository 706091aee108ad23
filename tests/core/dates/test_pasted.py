"""Dates as the press, spreadsheets, databases and our own screen write them: what is offered, and what is no date."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.core.dates.calendar import day_number, iso
from tui.core.dates.edtf import DateError
from tui.core.dates.labels import phrases
from tui.core.dates.parse import parse_date, parse_single_reading
from tui.core.dates.spoken import LONGEST

PASTED = """
lundi 25 août 2025 - 18:12 => 2025-08-25T18:12
2025-08-25 - 18:12 => 2025-08-25T18:12
25 août 2025 · 18h12 => 2025-08-25T18:12
25 août 2025 • 18h12 => 2025-08-25T18:12
Aug 25, 2025 6:12 PM ET => 2025-08-25T18:12
25 août 2025, 18:12 (heure de Paris) => 2025-08-25T18:12
25 août 2025 à 18h12 (heure locale) => 2025-08-25T18:12
25 August 2025 18:12 Brussels time => 2025-08-25T18:12
25 August 2025 18:12 BST => 2025-08-25T18:12+01:00
Tue Aug 25 2025 18:12:00 GMT+0200 (CEST) => 2025-08-25T18:12:00+02:00
Tue Aug 25 2025 18:12:00 GMT+0200 (Central European Summer Time) => 2025-08-25T18:12:00+02:00
mar. 26 août 2025 => 2025-08-26
mar 25 mars 2025 => 2025-03-25
mar 25 2025 => 2025-03-25
années 90 => 199X
les années 80 => 198X
the '90s => 199X
90s => 199X
80's => 198X
début des années 80 => [1980..1983]
1850 ca => 1850~
1999–00 => 1999/2000
45894.75 => 2025-08-25T18:00
45894,5 => 2025-08-25T12:00
45894.0 => 2025-08-25
1756131120 => 2025-08-25T14:12:00Z
1756131120000 => 2025-08-25T14:12:00Z
Oct-Mar 2026 => 2025-10/2026-03
Oct–Mar 2026 => 2025-10/2026-03
Oct – Mar 2026 => 2025-10/2026-03
Oct. – Mar. 2026 => 2025-10/2026-03
oct.-mars 2026 => 2025-10/2026-03
d'octobre à mars 2026 => 2025-10/2026-03
d’octobre à mars 2026 => 2025-10/2026-03
octobre à mars 2026 => 2025-10/2026-03
from October to March 2026 => 2025-10/2026-03
October through March 2026 => 2025-10/2026-03
between October and March 2026 => [2025-10..2026-03]
entre octobre et mars 2026 => [2025-10..2026-03]
28 Dec – 3 Jan 2026 => 2025-12-28/2026-01-03
28 Dec-3 Jan 2026 => 2025-12-28/2026-01-03
Dec 28 – Jan 3, 2026 => 2025-12-28/2026-01-03
Dec 28-Jan 3, 2026 => 2025-12-28/2026-01-03
du 20 décembre au 5 janvier 2026 => 2025-12-20/2026-01-05
20 déc.–5 janv. 2026 => 2025-12-20/2026-01-05
du 29 au 4 janvier 2026 => 2025-12-29/2026-01-04
Oct 2025 – Mar => 2025-10/2026-03
octobre 2025 à mars => 2025-10/2026-03
octobre 2025-mars => 2025-10/2026-03
10 Oct 2025 – 5 Nov => 2025-10-10/2025-11-05
10 Oct 2025 – 12 => 2025-10-10/2025-10-12
August 10-15, 2025 => 2025-08-10/2025-08-15
Aug 10 – 15, 2025 => 2025-08-10/2025-08-15
Aug 10–15 2025 => 2025-08-10/2025-08-15
Q4 – Q1 2026 => 2025-36/2026-33
Q4-Q1 2026 => 2025-36/2026-33
T4 2025 - T1 2026 => 2025-36/2026-33
automne-printemps 2026 => 2025-23/2026-21
2025 Oct–Mar => 2025-10/2026-03
Dec or Jan 2026 => [2025-12,2026-01]
août-octobre 2025 => 2025-08/2025-10
Mon 29 Dec – Sun 4 Jan 2026 => 2025-12-29/2026-01-04
29 déc 2025–4 janv 2026 => 2025-12-29/2026-01-04
28/12-03/01/2026 => 2025-12-28/2026-01-03
du 28/12 au 03/01/2026 => 2025-12-28/2026-01-03
25-30/08/2025 => 2025-08-25/2025-08-30
25–30/08/2025 => 2025-08-25/2025-08-30
25/08/2025-30/08/2025 => 2025-08-25/2025-08-30
25/08/2025 - 30/08/2025 => 2025-08-25/2025-08-30
25/08/2025–30/08/2025 => 2025-08-25/2025-08-30
du 25/08/2025 au 30/08/2025 => 2025-08-25/2025-08-30
entre le 25/08/2025 et le 30/08/2025 => [2025-08-25..2025-08-30]
25.08.2025-30.08.2025 => 2025-08-25/2025-08-30
25.–30.08.2025 => 2025-08-25/2025-08-30
25.08.–30.08.2025 => 2025-08-25/2025-08-30
25-30.08.2025 => 2025-08-25/2025-08-30
08/25/2025-08/30/2025 => 2025-08-25/2025-08-30
08/25-08/30/2025 => 2025-08-25/2025-08-30
25/08-30/08/2025 => 2025-08-25/2025-08-30
10/2025-03/2026 => 2025-10/2026-03
10/2025 – 03/2026 => 2025-10/2026-03
10/2025 à 03/2026 => 2025-10/2026-03
03/04/2025-05/04/2025 => 2025-04-03/2025-04-05 | 2025-03-04/2025-05-04
25/08/25-30/08/25 => 2025-08-25/2025-08-30
25/08/2025 / 30/08/2025 => 2025-08-25/2025-08-30
7 Jun-14 Jul 1916 => 1916-06-07/1916-07-14
Nov 2025-Feb 2026 => 2025-11/2026-02
octobre 2025-mars 2026 => 2025-10/2026-03
2025-08-25-2025-08-30 => 2025-08-25/2025-08-30
2025-08-2025-09 => 2025-08/2025-09
2025-08-25–2025-08-30 => 2025-08-25/2025-08-30
1er-15 août 2025 => 2025-08-01/2025-08-15
1er août-15 septembre 2025 => 2025-08-01/2025-09-15
25-Aug-2025 => 2025-08-25
mi-août-mi-septembre 2025 => 2025-08/2025-09
mi-décembre – fin janvier 2026 => 2025-12/2026-01
25/08/2025 à 18h12 => 2025-08-25T18:12
25 août 2025 à 17h12 => 2025-08-25T17:12
25/08/2025 22:00 => 2025-08-25T22:00
Mon, 25 Aug 2025 18:12:00 +0200 => 2025-08-25T18:12:00+02:00
Mon, 25 Aug 2025 18:12:00 GMT => 2025-08-25T18:12:00Z
Mon, 25 Aug 2025 18:12:00 -0500 => 2025-08-25T18:12:00-05:00
Mon, 25 Aug 2025 18:12:00 EST => 2025-08-25T18:12:00-05:00
Mon, 25 Aug 25 18:12:00 +0200 => 2025-08-25T18:12:00+02:00
Mon Aug 25 18:12:00 2025 => 2025-08-25T18:12:00
Mon Aug 25 18:12:00 +0200 2025 => 2025-08-25T18:12:00+02:00
Mon Aug 25 18:12:00 CEST 2025 => 2025-08-25T18:12:00+02:00
2025-08-25T18:12:00+0200 => 2025-08-25T18:12:00+02:00
2025-08-25 18:12:00 +0200 => 2025-08-25T18:12:00+02:00
2025-08-25 18:12 UTC => 2025-08-25T18:12Z
18:12, 25 August 2025 => 2025-08-25T18:12
lundi 25 août 2025, 18 h 12 => 2025-08-25T18:12
25 août 2025 - 18:12 => 2025-08-25T18:12
25 août 2025 18h => 2025-08-25T18:00
Aug 25, 2025 6:12 PM => 2025-08-25T18:12
Aug. 25, 2025 at 6:12 p.m. => 2025-08-25T18:12
August 25, 2025, 12:05 AM => 2025-08-25T00:05
8/25/2025 6:12 PM => 2025-08-25T18:12
Publié le 25/08/2025 à 18:12 => 2025-08-25T18:12
Mis à jour le 25 août 2025 à 18h12 => 2025-08-25T18:12
Published on 25 August 2025 at 18.12 => 2025-08-25T18:12
le 25/08/2025 à 9h => 2025-08-25T09:00
25.08.2025, 18:12 => 2025-08-25T18:12
25.08.2025 18:12:30 => 2025-08-25T18:12:30
25/08/25 18:12 => 2025-08-25T18:12
2025/08/25 18:12 => 2025-08-25T18:12
25-08-2025 18:12 => 2025-08-25T18:12
2025-08-25T18:12:00.000Z => 2025-08-25T18:12:00Z
20250825T181200Z => 2025-08-25T18:12:00Z
25 août 2025, 18h-20h => 2025-08-25T18:00/2025-08-25T20:00
le 25/08/2025 de 18h à 20h => 2025-08-25T18:00/2025-08-25T20:00
25 August 2025, 22:00-02:00 => 2025-08-25T22:00/2025-08-26T02:00
du 25 août 2025 à 22h au 26 août 2025 à 6h => 2025-08-25T22:00/2025-08-26T06:00
25/08/2025 22:00 - 26/08/2025 06:00 => 2025-08-25T22:00/2025-08-26T06:00
6pm on 25 August 2025 => 2025-08-25T18:00
à 18h le 25 août 2025 => 2025-08-25T18:00
25 août 2025 à midi => 2025-08-25T12:00
before 1950 => [..1949] | [..1950]
avant 2026 => [..2025] | [..2026]
after 1950 => [1951..] | [1950..]
après 1950 => [1951..] | [1950..]
before August 2025 => [..2025-07] | [..2025-08]
avant janvier 2026 => [..2025-12] | [..2026-01]
before 1 March 2024 => [..2024-02-29] | [..2024-03-01]
avant le 15 novembre 2025 => [..2025-11-14] | [..2025-11-15]
before the 1990s => [..1989] | [..199X]
avant le XIXe siècle => [..1799] | [..18XX]
before 25/08/2025 => [..2025-08-24] | [..2025-08-25]
avant l'été 2025 => [..2025-05] | [..2025-22]
before about 1950 => [..1950~]
BEF 1950 => [..1949] | [..1950]
AFT 1950 => [1951..] | [1950..]
BET 1950 AND 1955 => [1950..1955]
ABT 1950 => 1950~
< 1950 => [..1949] | [..1950]
> 1950 => [1951..] | [1950..]
before 44 BC => [..-0044] | [..-0043]
1950 or before => [..1950]
not before 1950 => [1950..]
25/08/25 => 2025-08-25
12 oct 25 => 2025-10-12
12 oct. 25 => 2025-10-12
Oct 12, 25 => 2025-10-12
25-08-25 => 2025-08-25
25.08.25 => 2025-08-25
8/25/25 => 2025-08-25
12/10/99 => 1999-10-12 | 1999-12-10
03-04-25 => 2025-04-03 | 2025-03-04 | 2003-04-25
Oct '25 => 2025-10
oct. ’25 => 2025-10
25 août '25 => 2025-08-25
25-08 => 2025-08
25 => 2025
68 => 2068
69 => 1969
1985-00-00 => 1985
2025-08-00 => 2025-08
1829-10-00 => 1829-10
2025-00 => 2025
+2019-11-00T00:00:00Z => 2019-11
+2019-00-00T00:00:00Z => 2019
+2019-11-25T00:00:00Z => 2019-11-25
+1952 => 1952
00/08/2025 => 2025-08
00/00/1985 => 1985
00.08.2025 => 2025-08
2025/08/00 => 2025-08
1985/00/00 => 1985
20250800 => 2025-08
19850000 => 1985
2025-08-00/2025-09-00 => 2025-08/2025-09
2025-00-12 => 2025-XX-12
2025-08-00T00:00:00 => 2025-08
2025-08-?? => 2025-08-XX
2025-??-?? => 2025-XX-XX
2025-?? => 2025-XX
199? => 199X
19?? => 19XX
2025-08-2? => 2025-08-2X
2025-08-** => 2025-08-XX
2025-08-__ => 2025-08-XX
199- => 199X
19-- => 19XX
199_ => 199X
??/08/2025 => 2025-08-XX
xx/08/2025 => 2025-08-XX
2025-08-xx => 2025-08-XX
2025?? => 2025?
since August 2025 => 2025-08/.. | [2025-08..]
depuis août 2025 => 2025-08/.. | [2025-08..]
depuis le 25/08/2025 => 2025-08-25/.. | [2025-08-25..]
jusqu'au 31 mars 2026 => ../2026-03-31 | [..2026-03-31]
jusqu’en mars 2026 => ../2026-03 | [..2026-03]
jusqu'à fin mars 2026 => ../2026-03 | [..2026-03]
until 31 March 2026 => ../2026-03-31 | [..2026-03-31]
until March 2026 => ../2026-03 | [..2026-03]
up to March 2026 => [..2026-03]
till 2026 => ../2026 | [..2026]
from August 2025 on => 2025-08/.. | [2025-08..]
from August 2025 onwards => 2025-08/.. | [2025-08..]
August 2025 onwards => 2025-08/.. | [2025-08..]
à partir d'août 2025 => 2025-08/.. | [2025-08..]
à partir du 25 août 2025 => 2025-08-25/.. | [2025-08-25..]
à partir de décembre 2025 => 2025-12/.. | [2025-12..]
à compter du 1er septembre 2025 => 2025-09-01/.. | [2025-09-01..]
dès septembre 2025 => 2025-09/.. | [2025-09..]
as of 1 September 2025 => 2025-09-01/.. | [2025-09-01..]
from 2025 => 2025/.. | [2025..]
2011 à aujourd'hui => 2011/..
2011 à nos jours => 2011/..
2020-present => 2020/..
2020 – present => 2020/..
2020–present => 2020/..
August 2025 – present => 2025-08/..
depuis 2011 jusqu'à aujourd'hui => 2011/..
2011 to date => 2011/..
2011 until now => 2011/..
from 2011 to the present => 2011/..
2020 - en cours => 2020/..
2025-09/... => 2025-09/..
2025-09/… => 2025-09/..
2025-09/aujourd'hui => 2025-09/..
2011–… => 2011/..
2011-... => 2011/..
2011... => 2011/..
2020– => 2020/..
2020- => 2020/..
2020 – => 2020/..
en cours depuis 2020 => 2020/.. | [2020..]
45894 => 2025-08-25
12025 => Y12025
≤15 Nov 2025 => [..2025-11-15]
≥15 Nov 2025 => [2025-11-15..]
<=15 Nov 2025 => [..2025-11-15]
≤ 15 nov. 2025 => [..2025-11-15]
≤2025-11-15 => [..2025-11-15]
~21 Aug 2025 => 2025-08-21~
~ 21 août 2025 => 2025-08-21~
?21 Aug 2025 => 2025-08-21?
%21 Aug 2025 => 2025-08-21%
~25/08/2025 => 2025-08-25~
25/08/2025? => 2025-08-25?
25/08/2025~ => 2025-08-25~
≈2018 => 2018~
21–25 Aug 2025 => 2025-08-21/2025-08-25 | [2025-08-21..2025-08-25]
in 2026 => 2026
en 2026 => 2026
~Aug 2025 => 2025-08~
winter 2025–2026 => 2025-24
44 avJC => -0043
fin décembre 2025 => [2025-12-21..2025-12-31] | 2025-12
début décembre 2025 => [2025-12-01..2025-12-10] | 2025-12
mi-décembre 2025 => [2025-12-11..2025-12-20] | 2025-12
mi-déc. 2025 => [2025-12-11..2025-12-20] | 2025-12
mi-déc 2025 => [2025-12-11..2025-12-20] | 2025-12
fin déc. 2025 => [2025-12-21..2025-12-31] | 2025-12
début déc. 2025 => [2025-12-01..2025-12-10] | 2025-12
fin de décembre 2025 => [2025-12-21..2025-12-31] | 2025-12
à la fin du mois de décembre 2025 => [2025-12-21..2025-12-31] | 2025-12
late December 2025 => [2025-12-21..2025-12-31] | 2025-12
early Dec. 2025 => [2025-12-01..2025-12-10] | 2025-12
end of Dec 2025 => [2025-12-21..2025-12-31] | 2025-12
mid-Dec 2025 => [2025-12-11..2025-12-20] | 2025-12
mid December 2025 => [2025-12-11..2025-12-20] | 2025-12
fin d'août 2025 => [2025-08-21..2025-08-31] | 2025-08
fin d'avril 2025 => [2025-04-21..2025-04-30] | 2025-04
mi-2025 => [2025-05..2025-08] | 2025
mid-2025 => [2025-05..2025-08] | 2025
end-December 2025 => [2025-12-21..2025-12-31] | 2025-12
milieu de décembre 2025 => [2025-12-11..2025-12-20] | 2025-12
courant décembre 2025 => 2025-12
vers décembre 2025 => 2025-12~
depuis décembre 2025 => 2025-12/.. | [2025-12..]
des décembre 2025 => 2025-12/.. | [2025-12..]
avant décembre 2025 => [..2025-11] | [..2025-12]
2019–20 => 2019/2020
2025–26 => 2025/2026
1939-45 => 1939/1945
2025-08-25/30 => 2025-08-25/2025-08-30
2025-08-25T22:00/06:00 => 2025-08-25T22:00/2025-08-26T06:00
2025-08-25T18:00/20:00 => 2025-08-25T18:00/2025-08-25T20:00
2025-08-25T22:00/2025-08-25T06:00 => 2025-08-25T22:00/2025-08-26T06:00
2025-08-25T22:00-00:00 => 2025-08-25T22:00Z
2025-08-25T22:00:00-00 => 2025-08-25T22:00:00Z
18:12, 25 August 2025 (UTC) => 2025-08-25T18:12Z
25/08/2025/30/08/2025 => 2025-08-25/2025-08-30
oct-mars 2025-2026 => 2025-10/2026-03
Oct–Mar 2025/26 => 2025-10/2026-03
août 2025/octobre 2025 => 2025-08/2025-10
2025-10/03 => 2025-10/2026-03
2025-10/12 => 2025-10/2025-12
2025-10-28/11-03 => 2025-10-28/2025-11-03
2025-10-28/03 => 2025-10-28/2025-11-03
–2020 => ../2020 | [..2020]
between August 10 and 15, 2025 => [2025-08-10..2025-08-15]
August 10 or 15, 2025 => [2025-08-10,2025-08-15]
2009–10 => 2009/2010 | 2009-10
2025–08 => 2025-08
2025-10 – 2026-03 => 2025-10/2026-03
12/10/2025 – 14/10/2025 => 2025-10-12/2025-10-14
13–15 octobre 2025 => 2025-10-13/2025-10-15 | [2025-10-13..2025-10-15]
du 30 novembre au 2 décembre 2025 => 2025-11-30/2025-12-02
du 30 novembre au 2 février 2026 => 2025-11-30/2026-02-02
du 30/11/2025 au 02/02/2026 => 2025-11-30/2026-02-02
nov. 2025 → févr. 2026 => 2025-11/2026-02
Nov->Feb 2026 => 2025-11/2026-02
de novembre à février 2026 => 2025-11/2026-02
de nov. à févr. 2026 => 2025-11/2026-02
Sept-Jan 2026 => 2025-09/2026-01
Dec–Jan 2026 => 2025-12/2026-01
déc.-janv. 2026 => 2025-12/2026-01
Jan–Mar 2026 => 2026-01/2026-03
31 Dec–1 Jan 2026 => 2025-12-31/2026-01-01
31 déc.-1er janv. 2026 => 2025-12-31/2026-01-01
le 31 décembre ou le 1er janvier 2026 => [2025-12-31,2026-01-01]
late Dec – early Jan 2026 => 2025-12/2026-01
2025-12-28/03 => 2025-12-28/2026-01-03
2025-08 / 2025-10 => 2025-08/2025-10
08/2025? => 2025-08?
2025/08/25? => 2025-08-25?
before mid-2025 => [..2025]
après la mi-août 2025 => [2025-08..]
25 août 2025 à 18 h 12 min => 2025-08-25T18:12
25 août 2025 (18h12) => 2025-08-25T18:12
25/Aug/2025 => 2025-08-25
25/Aug/2025:18:12:00 +0200 => 2025-08-25T18:12:00+02:00
25 & 26 août 2025 => {2025-08-25,2025-08-26}
199?/2005 => 199X/2005
2025-08-? => 2025-08-XX
2020-? => 2020/ | 2020-XX
2020 – ? => 2020/ | 2020-XX
2020-?? => 2020-XX
0/8/2025 => 2025-08
2025-8-0 => 2025-08
45894? => 2025-08-25?
déc. 99 => 1999-12
été 25 => 2025-22
'99 => 1999
12/99 => 1999-12
25-08-2025/30-08-2025 => 2025-08-25/2025-08-30
Aug 2025 on => 2025-08/.. | [2025-08..]
"""
"""A text, and what it is offered, best first."""

NO_DATES = """
Sept personnes
may be
Mar-25-abc
0612345678
décennie 90
45894.
99999.5
1/1/1
13/13/2025
99/99/99
25/08/1
v1.2.3
192.168.20.25
978-2-07-036822-8
fin de série 2025
25 emplois en 2025
Article 25 of 2025
25 août 2025 à 25h
0000-00-00
00/00/0000
″
〃
…
≤15 nov.
hello
Maroc : 150 emplois
25 August
25/08
24/7
50/50
1.500
12.000
192.168.1.1
1.2.3
18:12
18h12
25 août
lundi
04/222.33.44
150 emplois en 2025
25 août 2025 à Rabat
Oct 25
45 894
3-4
10-15
9/11
2025 emplois
14 h 30
il y a 3 ans
31/31/2025
25 août 2025 après-midi
1 à 3
A-B
mars
du 10 au 15
until now
depuis
–15 Nov 2025
″ 22:00
"""
"""What is offered nothing."""


def offers(text: str) -> tuple[str, ...]:
    """The dates that a text is offered in its hint."""
    with pytest.raises(DateError) as refusal:
        parse_date(text)
    found = re.fullmatch(r"did you mean (.+)\?", refusal.value.hint or "")
    return tuple(date.strip('"') for date in found[1].split(" or ")) if found else ()


@pytest.mark.parametrize("line", PASTED.strip().split("\n"))
def test_what_people_paste_is_offered_as_a_date(line: str) -> None:
    text, _, wanted = line.partition(" => ")
    dates = tuple(wanted.split(" | "))
    assert offers(text)[: len(dates)] == dates
    for date in offers(text):
        assert parse_date(date).text == date


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("2025-08-25\u200b", "2025-08-25"),
        ("\ufeff2025-08-25", "2025-08-25"),
        ("\u200e2025-08\u200e", "2025-08"),
        ("2025\u2060-08", "2025-08"),
        ("\u202a25/08/2025\u202c", "2025-08-25"),
        ("25\u202faoût\u00a02025\u200b", "2025-08-25"),
        ("\u200b", None),
        ("soon\u200b", None),
    ],
)
def test_what_nobody_sees_is_named_and_left_out(text: str, meant: str | None) -> None:
    assert offers(text) == ((meant,) if meant else ())
    with pytest.raises(DateError, match=r"U\+[0-9A-F]{4} has no place in a date"):
        parse_date(text)


@pytest.mark.parametrize("text", NO_DATES.strip().split("\n"))
def test_what_is_no_date_is_offered_none(text: str) -> None:
    assert offers(text) == ()


@pytest.mark.parametrize("text", ["25/08/25", "25-08-25", "25-08", "25", "12 oct 25", "25.08.25", "8/25/25", "Aug '25"])
def test_a_year_of_two_digits_is_never_one_of_the_first_century_and_the_pivot_is_said(text: str) -> None:
    with pytest.raises(DateError, match=r"69 to 99 are read as 19\.\., 00 to 68 as 20\.\.") as refusal:
        parse_date(text)
    assert "00" not in (refusal.value.hint or "")[:16]


@given(st.integers(0, 99), st.integers(1, 12), st.integers(1, 28), st.sampled_from("/.-"))
def test_two_digits_turn_at_the_pivot(year: int, month: int, day: int, sign: str) -> None:
    whole = (1900 if year >= 69 else 2000) + year
    text = f"{day:02d}{sign}{month:02d}{sign}{year:02d}"
    assert offers(text)[0] == f"{whole}-{month:02d}-{day:02d}"


days = st.integers(day_number(1900, 1, 1), day_number(2090, 1, 1))


@given(days, st.integers(1, 300), st.sampled_from(["{}-{}", "{} - {}", "{} – {}", "du {} au {}", "from {} to {}"]))
def test_a_span_of_slashed_days_is_an_interval(first: int, length: int, shape: str) -> None:
    one, other = iso(first), iso(first + length)
    slashed = ("/".join(reversed(date.split("-"))) for date in (one, other))
    assert f"{one}/{other}" in offers(shape.format(*slashed))


@given(
    st.integers(1, 12),
    st.integers(1, 12),
    st.integers(1000, 2100),
    st.sampled_from(["{}-{}", "{} - {}", "{}–{}", "{} – {}", "de {} à {}", "from {} to {}"]),
    st.sampled_from(["en", "fr"]),
    st.booleans(),
)
def test_months_with_one_year_run_over_new_year(
    first: int, last: int, year: int, shape: str, language: str, short: bool
) -> None:
    say = phrases(language)
    names = say.short_months if short else say.months
    begins = year - 1 if first > last else year
    text = shape.format(names[first - 1], f"{names[last - 1]} {year}")
    assert offers(text)[:1] == (f"{begins:04d}-{first:02d}/{year:04d}-{last:02d}",)


PARTS = ("fin", "début", "mi-", "end of", "early", "mid-", "late", "fin-", "milieu de")


@given(st.integers(1, 12), st.sampled_from(PARTS), st.sampled_from(["en", "fr"]), st.booleans())
def test_a_part_of_any_month_is_understood(month: int, part: str, language: str, short: bool) -> None:
    say = phrases(language)
    name = (say.short_months if short else say.months)[month - 1]
    found = offers(f"{part}{'' if part[-1] == '-' else ' '}{name} 2025")
    assert found[1] == f"2025-{month:02d}"
    assert parse_date(found[0]).precision == "day"


@given(days)
def test_a_spreadsheets_day_is_counted_from_the_end_of_1899(day: int) -> None:
    number = day - day_number(1899, 12, 30)
    if 18_264 <= number < 73_051:
        assert offers(str(number)) == (iso(day),)


@given(
    days, st.integers(0, 23), st.integers(0, 59), st.sampled_from(["{} à {}h{}", "{} {}:{}", "{}, {}:{}", "{} à {}:{}"])
)
def test_a_dateline_keeps_its_hour(day: int, hour: int, minute: int, shape: str) -> None:
    slashed = "/".join(reversed(iso(day).split("-")))
    assert f"{iso(day)}T{hour:02d}:{minute:02d}" in offers(shape.format(slashed, f"{hour:02d}", f"{minute:02d}"))


ONE_READING = {
    "spring 2019": "2019-21", "printemps 2019": "2019-21", "25/08/2025": "2025-08-25",
    "Oct–Mar 2026": "2025-10/2026-03", "since 2020": "2020/..", "45894": "2025-08-25", "2020-present": "2020/..",
    "Q3 2025": "2025-35", "2025/26": "2025/2026",
    "21–25 Aug 2025": "2025-08-21/2025-08-25", "2025": "2025", "2025-8-5": "2025-08-05", "~2025-08": "~2025-08",
}  # fmt: skip


@pytest.mark.parametrize("text", ONE_READING)
def test_what_can_be_read_in_one_way_only_is_read(text: str) -> None:
    assert parse_single_reading(text).text == ONE_READING[text]


@pytest.mark.parametrize(
    "text",
    ["before 1950", "03/04/2025", "end of August 2025", "2025-02-30", "2025-O8", "44", "202", "2026/2025", "x"],
)
def test_what_can_be_read_in_several_ways_or_has_a_slip_is_not(text: str) -> None:
    with pytest.raises(DateError):
        parse_single_reading(text)


@pytest.mark.parametrize("text", ["1-" * 45, "a - " * 22, "- " * 45, "1/2/" * 22, "25/08/2025-" * 8, "aug - " * 14])
def test_what_could_be_parted_in_many_ways_is_no_date(text: str) -> None:
    assert offers(text[:LONGEST]) == ()
