"""The public suffixes of more than one label, under which anyone may register a name: `co.uk`, `github.io`.

Made by tools/make_public_suffixes.py from the Public Suffix List (publicsuffix.org, Mozilla Public License 2.0); not to
be edited by hand. Left out are the towns of Japan, and what hosting companies give at more than two labels. Names are
in punycode. By top-level domain stand the labels before it; `*` is any label, `!` begins an exception, and `+` stands
for the five that most countries have.
"""

from __future__ import annotations

from functools import cache

_USUAL = "com edu gov net org"
_TABLE = """ac: + mil drr sch feedback forms; academy: official; ae: ac co gov mil net org sch; aero: airline airport
accident-investigation accident-prevention aerobatic aeroclub aerodrome agents air-surveillance air-traffic-control
aircraft airtraffic ambulance association author ballooning broker caa cargo catering certification championship charter
civilaviation club conference consultant consulting control council crew design dgca educator emergency engine engineer
entertainment equipment exchange express federation flight freight fuel gliding government groundhandling group
hanggliding homebuilt insurance journal journalist leasing logistics magazine maintenance marketplace media microlight
modelling navigation parachuting paragliding passenger-association pilot press production recreation repbody res
research rotorcraft safety scientist services show skydiving software student taxi trader trading trainer union
workinggroup works; af: +; ag: co com net nom org obj; ai: com net off org uwu framer kiloapps; al: + mil; am: co com
commune net org radio; ao: co ed edu gov gv it og org pb; app: aiven claude brave clerk clerkstage cloudflare wnext
codepen csb convex corespeed ondigitalocean easypanel encr expo edgecompute on-fleek flutterflow sprites e2b framer
gadget github glideos web hackclub hasura onhercules botdash shiptoday leapcell loginline lovable luyani magicpatterns
medusajs messerli miren mocha netlify ngrok ngrok-free noop pplx puter replit retool rocketpreview nyat streamlit
spawnbase telebit typedream vercel wal wasmer windsurf base44 zeabur; apple: int; ar: + bet coop gob int mil musica
mutual seg senasa tur; arpa: e164 home in-addr ip6 iris uri urn; as: gov; asia: cloudns daemon dix; at: ac sth.ac co gv
or dnshome futurehosting futuremailing 123webseite priv 4 my myspreadshop 12hp 2ix 4lima lima-city; au: + asn id conf oz
act nsw nt qld sa tas vic wa act.edu catholic.edu nsw.edu nt.edu qld.edu sa.edu tas.edu vic.edu wa.edu qld.gov sa.gov
tas.gov vic.gov wa.gov; aw: com; az: + biz co info int mil name pp pro; ba: + mil rs; bar: resolve; basketball: aus nz;
bb: + biz co info store tv; bd: + ac ai co id info it mil sch tv; be: ac cloudns webhosting my 123website myspreadshop;
berlin: ddns; bf: gov; bg: 0 1 2 3 4 5 6 7 8 9 a b c d e f g h i j k l m n o p q r s t u v w x y z barsy; bh: +; bi: co
com edu or org; biz: activetrail cloud-ip cloudns jozi dyndns for-better for-more for-some for-the selfip webhop orx
mmafan myftp no-ip dscloud; bj: africa agro architectes assur avocats co com eco econo edu info loisirs money net org
ote restaurant resto tourism univ; bm: +; bn: + co; bo: com edu gob int mil net org tv web academia agro arte blog
bolivia ciencia cooperativa democracia deporte ecologia economia empresa ia indigena industria info medicina movimiento
musica natural nombre noticias patria plurinacional politica profesional pueblo revista salud tecnologia tksat
transporte wiki; br: + 9guacu abc adm adv agr aju am anani aparecida api app arq art ato b barueri belem bet bhz bib bio
blog bmd boavista bsb campinagrande campinas caxias cim cng cnt contagem coop coz cri cuiaba curitiba def des det dev
ecn eco emp enf eng esp etc eti far feira flog floripa fm fnd fortal fot foz fst g12 geo ggf goiania ac.gov al.gov
am.gov ap.gov ba.gov ce.gov df.gov es.gov go.gov ma.gov mg.gov ms.gov mt.gov pa.gov pb.gov pe.gov pi.gov pr.gov rj.gov
rn.gov ro.gov rr.gov rs.gov sc.gov se.gov sp.gov to.gov gru ia imb ind inf jab jampa jdf joinville jor jus leg leilao
lel log londrina macapa maceio manaus maringa mat med mil morena mp mus natal niteroi *.nom not ntr odo ong osasco
palmas poa ppg pro psc psi pvh qsl radio rec recife rep ribeirao rio riobranco riopreto salvador sampa santamaria
santoandre saobernardo saogonca seg sjc slg slz social sorocaba srv taxi tc tec teo the tmp trd tur tv udi vet vix vlog
wiki xyz zlg tche; bs: + we; bt: +; build: shiptoday v0 windsurf; builders: cloudsite; business: co; bw: ac co gov net
org; by: gov mil com of mediatech; bz: + co za mydns gsj; ca: ab bc mb nb nf nl ns nt nu on pe qc sk yk gc barsy co
no-ip onid myspreadshop box; case: sav; cc: cleverapps cloud-ip cloudns ccwu ftpaccess game-server myphotos scrapping
twmail csx fantasyleague sryze ec eu gu uk us; cd: gov cc; ch: square7 cloudns linkyard-cloud gotdns dnsking 123website
myspreadshop 12hp 2ix 4lima lima-city; ci: ac xn--aroport-bya asso co com ed edu go gouv int net or org us; ck: * !www;
cl: co gob gov mil cloudns; cloud: antagonist convex dnshome elementor emergent ravendb hstgr online-server diadem jele
keliweb oxa primetel jote jotelulu kuleuven laravel linkyard matlab observablehq vapor servebolt trafficplex
unison-services urown voorloper zap; club: cloudns jele barsy; cm: co com gov net; cn: + ac mil xn--55qx5d xn--od0alg
xn--io0a7i ah bj cq fj gd gs gx gz ha hb he hi hk hl hn jl js jx ln mo nm nx qh sc sd sh sn sx tj tw xj xz yn zj
canva-apps canva-code khsj myqnapcloud; co: + mil nom carrd crd hidns leadpages lpages mypi firewalledreplit repl
supabase umso; com: a2hosted cpserver adobeaemcloud africa alibabacloudcs kasserver amazonlightsail amplifyapp awsapps
elasticbeanstalk awsglobalaccelerator claudeusercontent siiites appspacehosted appspaceusercontent on-aptible myasustor
balena-devices boutir bplaced cafjs canva-apps canva-hosted-embed canvacode rice-labs cdn77-storage br cn de eu jpn mex
ru sa uk us za abrdns dnsabr ip-ddns jdevcloud wpdevcloud cf-ipfs cloudflare-ipfs trycloudflare co builtwithdark
dattolocal dattorelay dattoweb mydatto deployagent discordsays discordsez drayddns dreamhosters durumis blogdns cechire
dnsalias dnsdojo doesntexist dontexist doomdns dyn-o-saur dynalias dyndns-at-home dyndns-at-work dyndns-blog dyndns-free
dyndns-home dyndns-ip dyndns-mail dyndns-office dyndns-pics dyndns-remote dyndns-server dyndns-web dyndns-wiki
dyndns-work est-a-la-maison est-a-la-masion est-le-patron est-mon-blogueur from-ak from-al from-ar from-ca from-ct
from-dc from-de from-fl from-ga from-hi from-ia from-id from-il from-in from-ks from-ky from-ma from-md from-mi from-mn
from-mo from-ms from-mt from-nc from-nd from-ne from-nh from-nj from-nm from-nv from-oh from-ok from-or from-pa from-pr
from-ri from-sc from-sd from-tn from-tx from-ut from-va from-vt from-wa from-wi from-wv from-wy getmyip gotdns
hobby-site homelinux homeunix iamallama is-a-anarchist is-a-blogger is-a-bookkeeper is-a-bulls-fan is-a-caterer
is-a-chef is-a-conservative is-a-cpa is-a-cubicle-slave is-a-democrat is-a-designer is-a-doctor is-a-financialadvisor
is-a-geek is-a-green is-a-guru is-a-hard-worker is-a-hunter is-a-landscaper is-a-lawyer is-a-liberal is-a-libertarian
is-a-llama is-a-musician is-a-nascarfan is-a-nurse is-a-painter is-a-personaltrainer is-a-photographer is-a-player
is-a-republican is-a-rockstar is-a-socialist is-a-student is-a-teacher is-a-techie is-a-therapist is-an-accountant
is-an-actor is-an-actress is-an-anarchist is-an-artist is-an-engineer is-an-entertainer is-certified is-gone
is-into-anime is-into-cars is-into-cartoons is-into-games is-leet is-not-certified is-slick is-uberleet is-with-theband
isa-geek isa-hockeynut issmarterthanyou likes-pie likescandy neat-url saves-the-whales selfip sells-for-less sells-for-u
servebbs simple-url space-to-rent teaches-yoga writesthisblog 1cooldns bumbleshrimp ddnsfree ddnsgeek ddnsguru dynuddns
dynuhosting giize gleeze kozow loseyourip ooguy pivohosting theworkpc wiredbladehosting mytuleap tuleap-partners
encoreapi fastly-edge fastly-terrarium fastvps-server mydobiss hosted-by-files firebaseapp fldrv framercanvas freebox-os
freeboxos freemyip gentapps gentlentapis githubusercontent appspot blogspot codespot googleapis googlecode
pagespeedmobilizer withgoogle withyoutube grayjayleagues hatenablog hatenadiary hercules-app hercules-dev herokuapp gr
smushcdn wphostedmail wpmucdn pixolino apps-1and1 live-website webspace-host dopaas eu1-plenit la1-plenit us1-plenit
webadorsite on-forge on-vapor lpusercontent localtonet lovableproject barsycenter barsyonline magicpatternsapp
modelscape mwcloudnonprod polyspace miniserver atmeta meteorapp routingthecloud same-app same-preview mydbserver
mochausercontent hostedpi 4u nfshost 3utilities blogsyte ciscofreak damnserver ddnsking ditchyourip dnsiskinky dynns
geekgalaxy health-carereform homesecuritymac homesecuritypc myactivedirectory mysecuritycamera myvnc net-freaks
onthewifi point2this quicksytes securitytactics servebeer servecounterstrike serveexchange serveftp servegame
servehalflife servehttp servehumour serveirc servemp3 servep2p servepics servequake servesarcasm stufftoread
unusualperson workisboring myiphost simplesite orsites operaunite authgear-staging authgearapps outsystemscloud
ownprovider pgfog gotpantheon forgeblocks upsunapp postman-echo pythonanywhere qa2 mycloudnas mynascloud myqnapcloud
qualifioapp ladesk qbuser rackmaze readthedocs-hosted rhcloud onrender subsc-pay 180r dojin sakuratan sakuraweb x0
logoip scrysec firewall-gateway myshopblocks myshopify shopitsite 1kapp appchizi applinzi sinaapp vipsinaapp
streamlitapp try-snowplow playstation-cloud myspreadshop w-corp-staticblitz w-credentialless-staticblitz w-staticblitz
stackhero-network strapiapp streak-link streaklinks streakusercontent temp-dns dsmynas familyds mytabit taveusercontent
reservd thingdustdata townnews-staging hk it deus-canvas vivenushop wafflecell hotelwithflight cprapid pleskns remotewd
drive-platform base44-sandbox wixsite wixstudio messwithdns woltlab-demo wpenginepowered xtooldevice yolasite;
community: nog ravendb myforum; company: mybox; cool: elementor de; cr: ac co ed fi go or sa; cu: com edu gob inf nat
net org; cv: com edu id int net nome org publ dev store; cw: com edu net org; cx: gov cloudns ath info assessments
calculators funnels paynow quizzes researched tests; cy: ac biz com ekloges gov ltd mil net org press pro tm; cz: gov
realm e4 co; de: bplaced square7 com dnsupdater dynamisches-dns internet-dns l-o-g-i-n ddnss dyn-ip24 dyndns1
home-webserver myhome-server ddnssec dnshome dyndnssec heimdns srvdns fuettertdasnetz isteingeek istmein lebtimnetz
leitungsen traeumtgerade goip xn--gnstigbestellen-zvb xn--gnstigliefern-wob dyn-berlin in-berlin in-brb in-butter in-dsl
in-vpn home64 ipv64 iservschule mein-iserv schuldock schulplattform schulserver test-iserv keymachine co git-repos
lcube-server svn-repos barsy webspaceconfig 123webseite rub ruhr-uni-bochum logoip firewall-gateway my-gateway my-router
spdns my myspreadshop taifun-dns 12hp 2ix 4lima lima-city virtual-user virtualuser community-pro diskussionsbereich;
design: graphic bss; dev: myaddr panel bearblog brave pages r2 workers codepen deno deno-staging lp payload fly
githubpreview grebedoc botdash is-a-good iserv leapcell runcontainers loginline barsy mediatech mocha-sandbox modx ngrok
ngrok-free is-a-fullstack is-cool is-not-a localplayer xmit platter-app erp vercel vivenushop hrsn is-a; direct: libp2p;
diy: discourse imagine; dk: biz co firm reg store 123hjemmeside myspreadshop; dm: + co; do: + art gob mil sld web; dz: +
art asso pol soc tm; ec: + abg adm agron arqt art bar chef cont cpa cue dent dgn disco doc eng esm fin fot gal gob gye
ibr info k12 lat loj med mil mktg mon ntr odont pro prof psic psiq pub rio rrpp sal tech tul tur uio vet xxx base
official; education: co; ee: aip com edu fie gov lib med org pri riik; eg: + ac eun info me mil name sci sport tv;
email: intouch; er: *; es: com edu gob nom org 123miweb myspreadshop; et: + biz info name; eu: cloudns prvw deuxfleurs
dnshome barsy spdns directwp; events: koobin co; fan: mkm; fi: aland dy xn--hkkinen-5wa iki kapsi 123kotisivu
myspreadshop; financial: co; fj: + ac biz id info mil name pro; fk: *; fm: com edu net org radio; fr: asso com gouv nom
prd tm avoues cci greta huissier-justice fbx-os fbxos freebox-os freeboxos goupile kdns 123siteweb on-web
chirurgiens-dentistes-en-france dedibox aeroport avocat chambagri chirurgiens-dentistes experts-comptables medecin
notaires pharmacien port veterinaire myspreadshop ynh; fun: ms vicp yicp zicp; games: pley sheezy; gay: pages; gd: edu
gov; gdn: cnpy; ge: + cyb llc online pvt school tnx; gg: co net org botdash kaas stackit panel; gh: + biz mil; gi: com
edu gov ltd mod org; gl: co com edu net org; global: appwrite; gn: + ac; goog: cloud translate; gp: asso com edu mobi
net org; gr: + barsy simplesite; group: discourse; gt: com edu gob ind mil net org; gu: + guam info web; gw: nx; gy: +
co; health: hra; hk: + idv xn--ciqpn xn--gmqw5a xn--55qx5d xn--mxtq1m xn--lcvr32d xn--wcvs22d xn--gmq050i xn--uc0atv
xn--uc0ay4a xn--od0alg xn--zf0avx xn--mk0axi xn--tn0ag xn--od0aq3b xn--io0a7i inc ltd; hn: com edu gob mil net org;
host: cloudaccess freesite easypanel emergent fastvps myfast gadget tempurl wpmudev iserv jele mircloud bolt wp2 half;
hosting: opencraft; hr: com from iz name; ht: adult art asso com coop edu firm gouv info med net org perso pol pro rel
shop rt; hu: 2000 agrar bolt casino city co erotica erotika film forum games hotel info ingatlan jogasz konyvelo lakas
media news org priv reklam sex shop sport suli szex tm tozsde utazas video; id: ac ai biz co desa go kop mil my net or
ponpes sch web xn--9tfky e zone; ie: gov myspreadshop; il: ac co gov idf k12 muni net org; im: ac co ltd.co plc.co com
net org tt tv; in: + 5g 6g ac aero ai alumni am bank bihar biz business ca cn co coop cs delhi dr er fin firm gen
gujarat ind info int internet io me mil nic pg post pro res school travel tv ub uk up us cloudns barsy web indevs
supabase; info: cloudns dynamic-dns barrel-of-knowledge barrell-of-knowledge dyndns for-our groks-the groks-this
here-for-more knowsitall selfip webhop barsy mayfirst mittwald mittwaldserver typo3server dvrcam ilovecollege no-ip
forumz nsupdate dnsupdate v-info; int: eu; io: + co mil nom myaddr apigee b-data beagleboard bitbucket bluebite boxfuse
brave browsersafetymark bubbleapps cleverapps cloudbeesusercontent darklang definima dedyn icp0 icp1 qzz fh-muenster
gitbook github gitlab lolipop hasura-app hostyhosting hypernode jele keenetic kiloapps webthings loginline barsy ngrok
pantheonsite pstmn qcx qoto vaporcloud myrdbx readthedocs resindevice sandcats mo-siemens musician utwente edugit
telebit tickets 2038 webflow webflowtest drive-platform editorx wixstudio basicserver virtualserver; iq: + mil; ir: ac
co gov id net org sch xn--mgba3a4f16a xn--mgba3a4fra arvanedge vistablog; it: edu gov abr abruzzo aosta-valley
aostavalley bas basilicata cal calabria cam campania emilia-romagna emiliaromagna emr friuli-v-giulia friuli-ve-giulia
friuli-vegiulia friuli-venezia-giulia friuli-veneziagiulia friuli-vgiulia friuliv-giulia friulive-giulia friulivegiulia
friulivenezia-giulia friuliveneziagiulia friulivgiulia fvg laz lazio lig liguria lom lombardia lombardy lucania mar
marche mol molise piedmont piemonte pmn pug puglia sar sardegna sardinia sic sicilia sicily taa tos toscana
trentin-sud-tirol xn--trentin-sd-tirol-rzb trentin-sudtirol xn--trentin-sdtirol-7vb trentin-sued-tirol trentin-suedtirol
trentino-a-adige trentino-aadige trentino-alto-adige trentino-altoadige trentino-s-tirol trentino-stirol
trentino-sud-tirol xn--trentino-sd-tirol-c3b trentino-sudtirol xn--trentino-sdtirol-szb trentino-sued-tirol
trentino-suedtirol trentinoa-adige trentinoaadige trentinoalto-adige trentinoaltoadige trentinos-tirol trentinostirol
trentinosud-tirol xn--trentinosd-tirol-rzb xn--trentinosdtirol-7vb trentinosued-tirol trentinosuedtirol trentinsud-tirol
xn--trentinsd-tirol-6vb trentinsudtirol xn--trentinsdtirol-nsb trentinsued-tirol trentinsuedtirol tuscany umb umbria
val-d-aosta val-daosta vald-aosta valle-aosta valle-d-aosta valle-daosta valleaosta valled-aosta valledaosta
vallee-aoste xn--valle-aoste-ebb vallee-d-aoste xn--valle-d-aoste-ehb valleeaoste xn--valleaoste-e7a valleedaoste
xn--valledaoste-ebb vao vda ven veneto ag agrigento al alessandria alto-adige altoadige an ancona andria-barletta-trani
andria-trani-barletta andriabarlettatrani andriatranibarletta ao aosta aoste ap aq ar arezzo ascoli-piceno ascolipiceno
asti at av avellino ba balsan balsan-sudtirol xn--balsan-sdtirol-nsb balsan-suedtirol bari barletta-trani-andria
barlettatraniandria belluno benevento bergamo bg bi biella bl bn bo bologna bolzano bolzano-altoadige bozen
bozen-sudtirol xn--bozen-sdtirol-2ob bozen-suedtirol br brescia brindisi bs bt bulsan bulsan-sudtirol
xn--bulsan-sdtirol-nsb bulsan-suedtirol bz ca cagliari caltanissetta campidano-medio campidanomedio campobasso
carbonia-iglesias carboniaiglesias carrara-massa carraramassa caserta catania catanzaro cb ce cesena-forli
xn--cesena-forl-mcb cesenaforli xn--cesenaforl-i8a ch chieti ci cl cn co como cosenza cr cremona crotone cs ct cuneo cz
dell-ogliastra dellogliastra en enna fc fe fermo ferrara fg fi firenze florence fm foggia forli-cesena
xn--forl-cesena-fcb forlicesena xn--forlcesena-c8a fr frosinone ge genoa genova go gorizia gr grosseto iglesias-carbonia
iglesiascarbonia im imperia is isernia kr la-spezia laquila laspezia latina lc le lecce lecco li livorno lo lodi lt lu
lucca macerata mantova massa-carrara massacarrara matera mb mc me medio-campidano mediocampidano messina mi milan milano
mn mo modena monza monza-brianza monza-e-della-brianza monzabrianza monzaebrianza monzaedellabrianza ms mt na naples
napoli no novara nu nuoro og ogliastra olbia-tempio olbiatempio or oristano ot pa padova padua palermo parma pavia pc pd
pe perugia pesaro-urbino pesarourbino pescara pg pi piacenza pisa pistoia pn po pordenone potenza pr prato pt pu pv pz
ra ragusa ravenna rc re reggio-calabria reggio-emilia reggiocalabria reggioemilia rg ri rieti rimini rm rn ro roma rome
rovigo sa salerno sassari savona si siena siracusa so sondrio sp sr ss su sud-sardegna sudsardegna xn--sdtirol-n2a
suedtirol sv ta taranto te tempio-olbia tempioolbia teramo terni tn to torino tp tr trani-andria-barletta
trani-barletta-andria traniandriabarletta tranibarlettaandria trapani trentino trento treviso trieste ts turin tv ud
udine urbino-pesaro urbinopesaro va varese vb vc ve venezia venice verbania verbano-cusio-ossola vercelli verona vi
vibo-valentia vibovalentia vicenza viterbo vr vs vt vv dnshome ibxos iliadboxos 123homepage 16-b 32-b 64-b myspreadshop
syncloud; je: co net org of; jm: *; jo: + agri ai eng fm mil per phd sch tv; jp: ac ad co ed go gr lg ne or aichi akita
aomori chiba ehime fukui fukuoka fukushima gifu gunma hiroshima hokkaido hyogo ibaraki ishikawa iwate kagawa kagoshima
kanagawa kochi kumamoto kyoto mie miyagi miyazaki nagano nagasaki nara niigata oita okayama okinawa osaka saga saitama
shiga shimane shizuoka tochigi tokushima tokyo tottori toyama wakayama yamagata yamaguchi yamanashi xn--ehqz56n
xn--1lqs03n xn--qqqt11m xn--f6qx53a xn--djrs72d6uy xn--mkru45i xn--0trq7p7nn xn--5js045d xn--kbrq7o xn--pssu33l
xn--ntsq17g xn--uisz3g xn--6btw5a xn--1ctwo xn--6orx2r xn--rht61e xn--rht27z xn--nit225k xn--rht3d xn--djty4k xn--klty5x
xn--kltx9a xn--kltp7d xn--c3s14m xn--vgu402c xn--efvn9s xn--1lqs71d xn--4pvxs xn--uuwu58a xn--zbx025d xn--8pvr4u
xn--5rtp49c xn--ntso0iqx3a xn--elqq16h xn--4it168d xn--klt787d xn--rny31h xn--7t0a264c xn--uist22h xn--8ltr62k
xn--2m4a15e xn--32vp30h xn--4it797k xn--5rtq34k xn--k7yn95e xn--tor131o xn--d5qv7z876c *.kawasaki !city.kawasaki
*.kitakyushu !city.kitakyushu *.kobe !city.kobe *.nagoya !city.nagoya *.sapporo !city.sapporo *.sendai !city.sendai
*.yokohama !city.yokohama buyshop fashionstore handcrafted kawaiishop supersale theshop 0am 0g0 0j0 0t0 mydns pgw wjg
usercontent angry babyblue babymilk backdrop bambina bitter blush boo boy boyfriend but candypop capoo catfood cheap
chicappa chillout chips chowder chu ciao cocotte coolblog cranky cutegirl daa deca deci digick egoism fakefur fem flier
floppy fool frenchkiss girlfriend girly gloomy gonna greater hacca heavy her hiho hippy holy hungry icurus itigo
jellybean kikirara kill kilo kuron littlestar lolipopmc lolitapunk lomo lovepop lovesick main mods mond mongolian moo
namaste nikita nobushi noor oops parallel parasite pecori peewee penne pepper perma pigboat pinoko punyu pupu pussycat
pya raindrop readymade sadist schoolbus secret staba stripper sub sunnyday thick tonkotsu under upper velvet verse
versus vivian watson weblike whitesnow zombie hateblo hatenablog hatenadiary 2-d bona crap daynight eek flop halfmoon
jeez matrix mimoza netgamers nyanta o0o0 rdy rgr rulez saloon sblo skr tank uh-oh undo websozai xii; ke: ac co go info
me mobi ne or sc; kg: + mil us xx ae; kh: +; ki: + biz info; km: ass com edu gov mil nom org prd tm asso coop gouv
medecin notaires pharmaciens presse veterinaire; kn: edu gov net org; kp: com edu gov org rep tra; kr: ac ai co es go hs
io it kg me mil ms ne or pe re sc busan chungbuk chungnam daegu daejeon gangwon gwangju gyeongbuk gyeonggi gyeongnam
incheon jeju jeonbuk jeonnam seoul ulsan c01 eliv-api eliv-cdn eliv-dns mmv vki; krd: co edu; kw: + emb ind; ky: com edu
net org; kz: + mil jcloud; la: + info int per bnr; lb: +; lc: + co oy; link: myfritz canva cyon joinmc keenetic mypep;
live: aem hlx; lk: + ac assn grp hotel int ltd ngo sch soc web; lol: omg; lr: +; ls: ac biz co edu gov info net org sc;
lt: gov; lu: 123website; lv: + asn conf id mil; ly: + id med plc sch; ma: ac co gov net org press; mc: asso tm; md: ir;
me: ac co edu gov its net org priv c66 craft edgestack opencloud mybox filegear filegear-sg lohmus barsy mcdir brasilia
ddns dnsfor hopto loginto noip webhop soundcast tcp4 vp4 diskstation dscloud i234 myds synology grok nohost; media:
framer; menu: barsy barsyonline; mg: co com edu gov mil nom org prd; mk: + inf name; ml: + ac art asso gouv info inst pr
presse; mm: *; mn: edu gov org nyc; mo: +; mobi: barsy dscloud; mp: ju; mr: gov; ms: + minisite; mt: com edu net org;
mu: ac co com gov net or org; mv: + aero biz coop info int mil museum name pro; mw: + ac biz co coop int; mx: com edu
gob net org; my: + biz mil name; mz: ac adv co edu gov mil net org; na: alt co com gov net org; name: ispmanager
keenetic; nc: asso nom; net: adobeaemcloud adobeio-static adobeioruntime akadns akamai akamai-staging akamaiedge
akamaiedge-staging akamaihd akamaihd-staging akamaiorigin akamaiorigin-staging akamaized akamaized-staging edgekey
edgekey-staging edgesuite edgesuite-staging alwaysdata myamaze cloudfront appudo myfritz shopselect blackbaudcdn boomla
bplaced square7 cdn77-ssl gb hu jp se uk clickrising ddns-ip dns-cloud dns-dynamic cloudaccess cloudflare ctfcloud
feste-ip knx-server static-access dattolocal mydatto debian definima deno de5 at-band-camp blogdns broke-it buyshouses
dnsalias dnsdojo does-it dontexist dynalias dynathome endofinternet from-az from-co from-la from-ny gets-it ham-radio-op
homeftp homeip homelinux homeunix in-the-band is-a-chef is-a-geek isa-geek kicks-ass office-on-the podzone scrapper-site
selfip sells-it servebbs serveftp thruhere webhop casacam dynu dynuddns mysynology opik spryt dynv6 twmail ru
channelsdvr fastlylb keyword-on live-on server-on cdn-edges heteml cloudfunctions grafana-dev iobb moonscale in-dsl
in-vpn oninferno botdash apps-1and1 ipifony ipv64 cloudjiffy kinghost uni5 krellian ggff barsy luyani memset azure-api
azure-mobile azureedge azurefd azurestaticapps azurewebsites cloudapp trafficmanager usgovcloudapp usgovtrafficmanager
routingthecloud bounceme ddns eating-organic mydissent myeffect mymediapc mypsx mysecuritycamera nhlfan no-ip pgafan
privatizehealthinsurance redirectme serveblog serveminecraft sytes dnsup hicam now-dns ownip vpndns cloudycluster
rackmaze myradweb in subsc-pay squares schokokeks firewall-gateway seidat senseering siteleaf mafelo myspreadshop
vps-host supabase dsmynas familyds ts torproject tunnelmole vusercontent reserve-online localcert community-pro
meinforum yandexcloud za zabc; network: aem appwrite co arvo azimuth tlon; news: noticeable; nf: arts com firm info net
other per rec store web; ng: + i mil mobi name sch biz col firm gen ltd ngo plc; ni: ac biz co com edu gob in info int
mil net nom org web; nl: co hosting-cluster gov khplay 123website myspreadshop cistron demon; no: fhs folkebibl
fylkesbibl gielda herad idrett kommune museum priv suohkan tjielte uenorge vgs dep mil stat aa ah bu fm hl hm jan-mayen
mr nl nt of ol oslo rl sf st svalbard tm tr va vf gs.aa gs.ah gs.bu gs.fm gs.hl gs.hm gs.jan-mayen gs.mr gs.nl gs.nt
gs.of gs.ol gs.oslo gs.rl gs.sf gs.st gs.svalbard gs.tm gs.tr gs.va gs.vf akrehamn xn--krehamn-dxa algard xn--lgrd-poac
arna bronnoysund xn--brnnysund-m8ac brumunddal bryne drobak xn--drbak-wua egersund fetsund floro xn--flor-jra
fredrikstad hokksund honefoss xn--hnefoss-q1a jessheim jorpeland xn--jrpeland-54a kirkenes kopervik krokstadelva
langevag xn--langevg-jxa leirvik mjondalen xn--mjndalen-64a mo-i-rana mosjoen xn--mosjen-eya nesoddtangen orkanger
osoyro xn--osyro-wua raholt xn--rholt-mra sandnessjoen xn--sandnessjen-ogb skedsmokorset slattum spjelkavik stathelle
stavern stjordalshalsen xn--stjrdalshalsen-sqb tananger tranby vossevangen aarborte aejrie afjord xn--fjord-lra agdenes
nes.akershus aknoluokta xn--koluokta-7ya57h al xn--l-1fa alaheadju xn--laheadju-7ya alesund xn--lesund-hua alstahaug
alta xn--lt-liac alvdal amli xn--mli-tla amot xn--mot-tla andasuolo andebu andoy xn--andy-ira ardal xn--rdal-poa aremark
arendal xn--s-1fa aseral xn--seral-lra asker askim askoy xn--asky-ira askvoll asnes xn--snes-poa audnedal aukra aure
aurland aurskog-holand xn--aurskog-hland-jnb austevoll austrheim averoy xn--avery-yua badaddja xn--bdddj-mrabd
xn--brum-voa bahcavuotna xn--bhcavuotna-s4a bahccavuotna xn--bhccavuotna-k7a baidar xn--bidr-5nac bajddar xn--bjddar-pta
balat xn--blt-elab balestrand ballangen balsfjord bamble bardu barum batsfjord xn--btsfjord-9za bearalvahki
xn--bearalvhki-y4a beardu beiarn berg bergen berlevag xn--berlevg-jxa bievat xn--bievt-0qa bindal birkenes bjerkreim
bjugn bodo xn--bod-2na bokn bomlo xn--bmlo-gra bremanger bronnoy xn--brnny-wuac budejju nes.buskerud bygland bykle
cahcesuolo xn--hcesuolo-7ya35b davvenjarga xn--davvenjrga-y4a davvesiida deatnu dielddanuorri divtasvuodna divttasvuotna
donna xn--dnna-gra dovre drammen drangedal dyroy xn--dyry-ira eid eidfjord eidsberg eidskog eidsvoll eigersund elverum
enebakk engerdal etne etnedal evenassi xn--eveni-0qa01ga evenes evje-og-hornnes farsund fauske fedje fet finnoy
xn--finny-yua fitjar fjaler fjell fla xn--fl-zia flakstad flatanger flekkefjord flesberg flora folldal forde
xn--frde-gra forsand fosnes xn--frna-woa frana frogn froland frosta froya xn--frya-hra fuoisku fuossko fusa fyresdal
gaivuotna xn--givuotna-8ya galsa xn--gls-elac gamvik gangaviika xn--ggaviika-8ya47h gaular gausdal giehtavuoatna
gildeskal xn--gildeskl-g0a giske gjemnes gjerdrum gjerstad gjesdal gjovik xn--gjvik-wua gloppen gol gran grane granvin
gratangen grimstad grong grue gulen guovdageaidnu ha xn--h-2fa habmer xn--hbmer-xqa hadsel xn--hgebostad-g3a hagebostad
halden halsa hamar hamaroy xn--hamary-fya hammarfeasta xn--hmmrfeasta-s4ac hammerfest hapmir xn--hpmir-xqa haram hareid
harstad hasvik hattfjelldal haugesund os.hedmark valer.hedmark xn--vler-qoa.hedmark hemne hemnes hemsedal hitra hjartdal
hjelmeland hobol xn--hobl-ira hof hol hole holmestrand holtalen xn--holtlen-hxa os.hordaland hornindal horten hoyanger
xn--hyanger-q1a hoylandet xn--hylandet-54a hurdal hurum hvaler hyllestad ibestad inderoy xn--indery-fya iveland ivgu
jevnaker jolster xn--jlster-bya jondal kafjord xn--kfjord-iua karasjohka xn--krjohka-hwab49j karasjok karlsoy
xn--karlsy-fya karmoy xn--karmy-yua kautokeino klabu xn--klbu-woa klepp kongsberg kongsvinger kraanghke xn--kranghke-b0a
kragero xn--krager-gya kristiansand kristiansund krodsherad xn--krdsherad-m8a xn--kvfjord-nxa xn--kvnangen-k0a kvafjord
kvalsund kvam kvanangen kvinesdal kvinnherad kviteseid kvitsoy xn--kvitsy-fya laakesvuemie xn--lrdal-sra lahppi
xn--lhppi-xqa lardal larvik lavagis lavangen leangaviika xn--leagaviika-52b lebesby leikanger leirfjord leka leksvik
lenvik lerdal lesja levanger lier lierne lillehammer lillesand lindas xn--linds-pra lindesnes loabat xn--loabt-0qa
lodingen xn--ldingen-q1a lom loppa lorenskog xn--lrenskog-54a loten xn--lten-gra lund lunner luroy xn--lury-ira luster
lyngdal lyngen malatvuopmi xn--mlatvuopmi-s4a malselv xn--mlselv-iua malvik mandal marker marnardal masfjorden masoy
xn--msy-ula0h matta-varjjat xn--mtta-vrjjat-k7af meland meldal melhus meloy xn--mely-ira meraker xn--merker-kua midsund
midtre-gauldal moareke xn--moreke-jua modalen modum molde heroy.more-og-romsdal sande.more-og-romsdal
xn--hery-ira.xn--mre-og-romsdal-qqb sande.xn--mre-og-romsdal-qqb moskenes moss muosat xn--muost-0qa naamesjevuemie
xn--nmesjevuemie-tcba xn--nry-yla5g namdalseid namsos namsskogan nannestad naroy narviika narvik naustdal navuotna
xn--nvuotna-hwa nedre-eiker nesna nesodden nesseby nesset nissedal nittedal nord-aurdal nord-fron nord-odal norddal
nordkapp bo.nordland xn--b-5ga.nordland heroy.nordland xn--hery-ira.nordland nordre-land nordreisa nore-og-uvdal
notodden notteroy xn--nttery-byae odda oksnes xn--ksnes-uua omasvuotna oppdal oppegard xn--oppegrd-ixa orkdal orland
xn--rland-uua orskog xn--rskog-uua orsta xn--rsta-fra osen osteroy xn--ostery-fya valer.ostfold
xn--vler-qoa.xn--stfold-9xa ostre-toten xn--stre-toten-zcb overhalla ovre-eiker xn--vre-eiker-k8a oyer xn--yer-zna
oygarden xn--ygarden-p1a oystre-slidre xn--ystre-slidre-ujb porsanger porsangu xn--porsgu-sta26f porsgrunn rade
xn--rde-ula radoy xn--rady-ira xn--rlingen-mxa rahkkeravju xn--rhkkervju-01af raisa xn--risa-5na rakkestad ralingen rana
randaberg rauma re rendalen rennebu rennesoy xn--rennesy-v1a rindal ringebu ringerike ringsaker risor xn--risr-ira rissa
roan rodoy xn--rdy-0nab rollag romsa romskog xn--rmskog-bya roros xn--rros-gra rost xn--rst-0na royken xn--ryken-vua
royrvik xn--ryrvik-bya ruovat rygge salangen salat xn--slat-5na xn--slt-elab saltdal samnanger sandefjord sandnes sandoy
xn--sandy-yua sarpsborg sauda sauherad sel selbu selje seljord siellak sigdal siljan sirdal skanit xn--sknit-yqa
skanland xn--sknland-fxa skaun skedsmo ski skien skierva xn--skierv-uta skiptvet skjak xn--skjk-soa skjervoy
xn--skjervy-v1a skodje smola xn--smla-hra snaase xn--snase-nra snasa xn--snsa-roa snillfjord snoasa sogndal sogne
xn--sgne-gra sokndal sola solund somna xn--smna-gra sondre-land xn--sndre-land-0cb songdalen sor-aurdal
xn--sr-aurdal-l8a sor-fron xn--sr-fron-q1a sor-odal xn--sr-odal-q1a sor-varanger xn--sr-varanger-ggb sorfold
xn--srfold-bya sorreisa xn--srreisa-q1a sortland sorum xn--srum-gra spydeberg stange stavanger steigen steinkjer
stjordal xn--stjrdal-s1a stokke stor-elvdal stord stordal storfjord strand stranda stryn sula suldal sund sunndal
surnadal sveio svelvik sykkylven tana bo.telemark xn--b-5ga.telemark time tingvoll tinn tjeldsund tjome xn--tjme-hra
tokke tolga tonsberg xn--tnsberg-q1a torsken xn--trna-woa trana tranoy xn--trany-yua troandin trogstad xn--trgstad-r1a
tromsa tromso xn--troms-zua trondheim trysil tvedestrand tydal tynset tysfjord tysnes xn--tysvr-vra tysvar ullensaker
ullensvang ulstein ulvik unjarga xn--unjrga-rta utsira vaapste vadso xn--vads-jra xn--vry-yla5g vaga xn--vg-yiab vagan
xn--vgan-qoa vagsoy xn--vgsy-qoa0j vaksdal valle vang vanylven vardo xn--vard-jra varggat xn--vrggt-xqad varoy vefsn
vega vegarshei xn--vegrshei-c0a vennesla verdal verran vestby sande.vestfold vestnes vestre-slidre vestre-toten
vestvagoy xn--vestvgy-ixa6o vevelstad vik vikna vindafjord voagat volda voss co 123hjemmeside myspreadshop; now: dyn
here tmp; np: *; nr: + biz info; nu: merseine mine shacknet enterprisecloud; nz: ac co cri geek gen govt health iwi kiwi
maori xn--mori-qsa mil net org parliament school cloudns; om: + co med museum pro; one: service website; online: eero
eero-stage heimdns websitebuilder leapcell barsy book; orange: tech; org: altervista pimienta poivron potager
sweetpepper ae cloudns ip-dynamic ddnss dpdns duckdns tunk blogdns blogsite boldlygoingnowhere dnsalias dnsdojo
doesntexist dontexist doomdns dvrdns dynalias dyndns endofinternet endoftheinternet from-me game-host gotdns hobby-site
homedns homeftp homelinux homeunix is-a-bruinsfan is-a-candidate is-a-celticsfan is-a-chef is-a-geek is-a-knight
is-a-linux-user is-a-patsfan is-a-soxfan is-found is-lost is-saved is-very-bad is-very-evil is-very-good is-very-nice
is-very-sweet isa-geek kicks-ass misconfused podzone readmyblog selfip sellsyourhome servebbs serveftp servegame
stuff-4-sale webhop accesscam camdvr freeddns mywire roxa webredirect twmail eu fspages fedorainfracloud fedorapeople
freedesktop hatenadiary hepforge in-dsl in-vpn js barsy routingthecloud bmoattachments cable-modem collegefan
couchpotatofries hopto mlbfan myftp mysecuritycamera nflfan no-ip read-books ufcfan zapto dynserv now-dns is-local
httpbin pubtls jpn my-firewall myfirewall spdns small-web dsmynas familyds tuxfamily hk us toolforge wmcloud wmflabs za;
ovh: nerdpol; pa: abo ac com edu gob ing med net nom org sld; page: aem hlx codeberg deuxfleurs mybox heyflow prvcy
rocky statichost pdns plesk; pe: com edu gob mil net nom org; pf: com edu org; pg: *; ph: + i mil ngo cloudns; photos:
framer; pictures: 1337; pizza: ngrok; pk: + ac biz fam gkp gob gog gok gop gos web; pl: + agro aid atm auto biz gmina
gsm info mail media miasta mil nieruchomosci nom pc powiat priv realestate rel sex shop sklep sos szkola targi tm
tourism travel turystyka ap.gov griw.gov ic.gov is.gov kmpsp.gov konsulat.gov kppsp.gov kwp.gov kwpsp.gov mup.gov mw.gov
oia.gov oirm.gov oke.gov oow.gov oschr.gov oum.gov pa.gov pinb.gov piw.gov po.gov pr.gov psp.gov psse.gov pup.gov
rzgw.gov sa.gov sdn.gov sko.gov so.gov sr.gov starostwo.gov ug.gov ugim.gov um.gov umig.gov upow.gov uppo.gov us.gov
uw.gov uzs.gov wif.gov wiih.gov winb.gov wios.gov witd.gov wiw.gov wkz.gov wsa.gov wskr.gov wsse.gov wuoz.gov wzmiuw.gov
zp.gov zpisdn.gov augustow babia-gora bedzin beskidy bialowieza bialystok bielawa bieszczady boleslawiec bydgoszcz bytom
cieszyn czeladz czest dlugoleka elblag elk glogow gniezno gorlice grajewo ilawa jaworzno jelenia-gora jgora kalisz
karpacz kartuzy kaszuby katowice kazimierz-dolny kepno ketrzyn klodzko kobierzyce kolobrzeg konin konskowola kutno lapy
lebork legnica lezajsk limanowa lomza lowicz lubin lukow malbork malopolska mazowsze mazury mielec mielno mragowo naklo
nowaruda nysa olawa olecko olkusz olsztyn opoczno opole ostroda ostroleka ostrowiec ostrowwlkp pila pisz podhale
podlasie polkowice pomorskie pomorze prochowice pruszkow przeworsk pulawy radom rawa-maz rybnik rzeszow sanok sejny
skoczow slask slupsk sosnowiec stalowa-wola starachowice stargard suwalki swidnica swiebodzin swinoujscie szczecin
szczytno tarnobrzeg tgory turek tychy ustka walbrzych warmia warszawa waw wegrow wielun wlocl wloclawek wodzislaw
wolomin wroclaw zachpomor zagan zarow zgora zgorzelec art gliwice krakow poznan wroc zakopane beep ecommerce-shop cfolks
dfirma dkonto you2 shoparena homesklep iqhs sdscloud unicloud lodz pabianice plock sieradz skierniewice zgierz krasnik
leczna lubartow lublin poniatowa swidnik co torun simplesite myspreadshop gda gdansk gdynia med sopot bielsko; place:
co; plus: playit; pm: own name; pn: co edu gov net org; pr: + ac biz est info isla name pro prof; pro: aaa aca acct
avocat bar cpa eng jur law med recht cloudns keenetic barsy ngrok; ps: + plo sec; pt: + int nome publ 123paginaweb; pub:
barsy; pw: gov cloudns x443; py: + coop mil; qa: + mil name sch; re: asso com netlib can; reviews: aem; rip: clan; ro:
arts com firm info nom nt org rec store tm www co shop barsy; rocks: myddns stackit lima-city webspace; rs: ac co edu
gov in org barsy ox; ru: + ac int mil eurodir adygeya bashkiria bir cbg dagestan grozny kalmykia kustanai marine
mordovia msk mytis nalchik nov pyatigorsk spb vladikavkaz vladimir na4u mircloud myjino mcdir mcpre pp ras; run: canva
cloud development ravendb liara lovable needle onporter repl stackit val vercel wix; rw: ac co coop gov mil net org; sa:
+ med pub sch; sb: +; sc: +; scot: co me org gov mygov; sd: + info med tv; se: a ac b bd brand c d e f fh fhsk fhv g h i
k komforb kommunalforbund komvux l lanbib m n naturbruksgymn o org p parti pp press r s t tm u w x y z com iopsys
123minsida itcouldbewor myspreadshop; services: loginline; sg: + enscaled; sh: com gov mil net org hashbang botda
lovable surge teleport now; shop: base hoplix barsy barsyonline shopware; show: ms; si: f5 gitpage; site: square convex
cyon piebox caffeine fastvps figma figma-gov preview heyflow jele jouwweb loginline barsy co notion omniwe opensocial
chatgpt madethis support playcode byen puter scw sol srht novecore cpanel wpsquared sourcecraft; sk: org; sl: +; sn: art
com edu gouv org univ; so: + me surveys; space: deployagent myfast vibehost heiyu hf app-ionos project uber xs4all; ss:
+ biz co me sch; st: co com consulado edu embaixada mil net org principe saotome store helioho kirara noho; store: barsy
sellfy shopware storebase; studio: ai; su: abkhazia adygeya aktyubinsk arkhangelsk armenia ashgabad azerbaijan balashov
bashkiria bryansk bukhara chimkent dagestan east-kazakhstan exnet georgia grozny ivanovo jambyl kalmykia kaluga karacol
karaganda karelia khakassia krasnodar kurgan kustanai lenug mangyshlak mordovia msk murmansk nalchik navoi
north-kazakhstan nov obninsk penza pokrovsk sochi spb tashkent termez togliatti troitsk tselinograd tula tuva
vladikavkaz vladimir vologda; support: barsy; sv: com edu gob org red; sx: gov; sy: + mil; systems: miren; sz: ac co
org; team: discourse jelastic; tech: cleverapps; technology: co; tf: sch; th: ac co go in mi net or online shop; tj: +
biz co go int mil name nic test web; tl: gov; tm: + co mil nom; tn: com ens fin gov ind info intl mincom nat net org
perso tourism orangecloud; to: + mil 611 x0 vpnplus nett; today: prequalifyme; tools: myaddr; top: ntdll; tr: + av bbs
bel biz dr gen info k12 kep mil name pol tel tsk tv web nc gov.nc; tt: + biz co info mil name pro; tv: better-than
dyndns on-the-web worse-than from sakura; tw: + club ebiz game idv mil url mydns; tz: ac co go hotel info me mil mobi ne
or sc tv; ua: + in cherkassy cherkasy chernigov chernihiv chernivtsi chernovtsy ck cn cr crimea cv dn dnepropetrovsk
dnipropetrovsk donetsk dp if ivano-frankivsk kh kharkiv kharkov kherson khmelnitskiy khmelnytskyi kiev kirovograd km kr
kropyvnytskyi krym ks kv kyiv lg lt lugansk luhansk lutsk lv lviv mk mykolaiv nikolaev od odesa odessa pl poltava rivne
rovno rv sb sebastopol sevastopol sm sumy te ternopil uz uzhgorod uzhhorod vinnica vinnytsia vn volyn yalta zakarpattia
zaporizhzhe zaporizhzhia zhitomir zhytomyr zp zt cc inf ltd cx biz co pp v; ug: ac co com edu go gov mil ne or org sc
us; uk: ac co gov ltd me net nhs org plc police *.sch conn copro hosp independent-commission independent-inquest
independent-inquiry independent-panel independent-review public-inquiry royal-commission pymnt barsy nimsite; us: dni
isa nsn ak al ar as az ca co ct dc de fl ga gu hi ia id il in ks ky la ma md me mi mn mo ms mt nc nd ne nh nj nm nv ny
oh ok or pa pr ri sc sd tn tx ut va vi vt wa wi wv wy k12.ak k12.al k12.ar k12.as k12.az k12.ca k12.co k12.ct k12.dc
k12.fl k12.ga k12.gu k12.ia k12.id k12.il k12.in k12.ks k12.ky k12.la k12.ma k12.md k12.me k12.mi k12.mn k12.mo k12.ms
k12.mt k12.nc k12.ne k12.nh k12.nj k12.nm k12.nv k12.ny k12.oh k12.ok k12.or k12.pa k12.pr k12.sc k12.tn k12.tx k12.ut
k12.va k12.vi k12.vt k12.wa k12.wi cc.ak lib.ak cc.al lib.al cc.ar lib.ar cc.as lib.as cc.az lib.az cc.ca lib.ca cc.co
lib.co cc.ct lib.ct cc.dc lib.dc cc.de cc.fl lib.fl cc.ga lib.ga cc.gu lib.gu cc.hi lib.hi cc.ia lib.ia cc.id lib.id
cc.il lib.il cc.in lib.in cc.ks lib.ks cc.ky lib.ky cc.la lib.la cc.ma lib.ma cc.md lib.md cc.me lib.me cc.mi lib.mi
cc.mn lib.mn cc.mo lib.mo cc.ms cc.mt lib.mt cc.nc lib.nc cc.ne lib.ne cc.nh lib.nh cc.nj lib.nj cc.nm lib.nm cc.nv
lib.nv cc.ny lib.ny cc.oh lib.oh cc.ok lib.ok cc.or lib.or cc.pa lib.pa cc.pr lib.pr cc.ri lib.ri cc.sc lib.sc cc.sd
lib.sd cc.tn lib.tn cc.tx lib.tx cc.ut lib.ut cc.va lib.va cc.vi lib.vi cc.vt lib.vt cc.wa lib.wa cc.wi lib.wi cc.wv
cc.wy k12.wy lib.wy chtr.k12.ma paroch.k12.ma pvt.k12.ma ann-arbor.mi cog.mi dst.mi eaton.mi gen.mi mus.mi tec.mi
washtenaw.mi cloudns is-by land-4-sale stuff-4-sale heliohost mircloud azure-api azurewebsites ngo golffan noip pointto
freeddns srv servername; uy: com edu gub mil net org gv; uz: co com net org; vc: + mil gv mydns; ve: + arts bib co e12
emprende firm gob ia info int mil nom rar rec store tec web; vg: edu; vi: co com k12 net org; vip: hidns; vn: + ac ai
biz health id info int io name pro angiang bacgiang backan baclieu bacninh baria-vungtau bentre binhdinh binhduong
binhphuoc binhthuan camau cantho caobang daklak daknong danang dienbien dongnai dongthap gialai hagiang haiduong
haiphong hanam hanoi hatinh haugiang hoabinh hue hungyen khanhhoa kiengiang kontum laichau lamdong langson laocai longan
namdinh nghean ninhbinh ninhthuan phutho phuyen quangbinh quangnam quangngai quangninh quangtri soctrang sonla tayninh
thaibinh thainguyen thanhhoa thanhphohochiminh thuathienhue tiengiang travinh tuyenquang vinhlong vinhphuc yenbai; vu:
com edu net org; website: framer; wf: biz sch; wiki: framer; work: imagine-proxy puter; ws: + cloud66 dyndns mypets;
wtf: ddns; xn--4dbrk0ce: xn--4dbgdty6c xn--5dbhl8d xn--8dbq2a xn--hebda8b; xn--90a3ac: xn--80au xn--90azh xn--d1at
xn--c1avg xn--o1ac xn--o1ach; xn--j6w193g: xn--gmqw5a xn--55qx5d xn--mxtq1m xn--wcvs22d xn--uc0atv xn--od0alg;
xn--o3cw4h: xn--o3cyx2a xn--12co0c3b4eva xn--m3ch0j3a xn--h3cuzk1di xn--12c1fe0br xn--12cfi8ixb8l; xn--p1acf: xn--90amc
xn--j1aef xn--j1ael8b xn--h1ahn xn--j1adp xn--c1avg xn--80aaa0cvac xn--h1aliz xn--90a1af xn--41a; xyz: opentunnel
caffeine exe botdash; ye: + mil; yt: org; za: ac agric alt co edu gov grondar law mil net ngo nic nis nom org school tm
web; zm: + ac biz co info mil sch; zone: stackit lima prg1-zerops; zw: ac co gov mil org
"""


@cache
def _by_domain() -> dict[str, str]:
    entries = " ".join(_TABLE.split("\n")).strip().split("; ")
    return {domain: labels for domain, _, labels in (entry.partition(": ") for entry in entries)}


@cache
def suffixes(domain: str) -> frozenset[str]:
    """The labels before a top-level domain in its suffixes of more than one."""
    return frozenset(_by_domain().get(domain, "").replace("+", _USUAL).split())
