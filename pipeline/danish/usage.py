"""How Danes say that a document is used, lies in a drawer, is used in part, or will be used.

Verbs are grown from their forms, images (*rygrad*, *skuffe*) from their families; the cues know no
question.
"""

from typing import Final

from pipeline.danish.stance import Cue, words

# Atoms.
_IT: Final = (
    r"(?:den|det|dem|strategien|aftalen|planen|handleplanen|politikken|partnerskabsaftalen|"
    r"samarbejdsaftalen|papiret|dokumentet|målene)"
)
_ITS: Final = r"(?:aftalens|strategiens|planens|politikkens|dens|partnerskabets)"
_GAP: Final = r"(?:[\w-]+\s+){0,4}?"
_NONE: Final = r"(?:ikke|hverken|intet|ingenting|ingen|aldrig|næppe)"
_OFTEN: Final = (
    r"flittigt?|dagligt?|dag\s+(?:ud|efter)\s+\w*|hver(?:t)?\s+(?:eneste\s+)?(?:dag|uge|måned|"
    r"gang|kvartal|møde)|hele\s+tiden|konstant|jævnligt|ofte|altid|til\s+punkt\s+og\s+prikke|"
    "slavisk|overalt|ihærdighed|"
    r"i\s+(?:hverdagen|det\s+daglige|dagligdagen)|mere\s+end\s+(?:nogensinde|før|nogen\s+sinde)|"
    r"i\s+(?:allerhøjeste|høj|højeste|stor|vid|vidt)\s+(?:grad|udstrækning|omfang)|"
    r"på\s+tværs\s+af|til\s+hverdag|konsekvent|systematisk"
)
_PILLAR: Final = (
    r"\w*(?:rygrad|rettesnor|pejlemærke|kompas|ledetråd|fundament|grundlag|drejebog|bibel|redskab|"
    "værktøj|omdrejningspunkt|køreplan|ledestjerne|tjekliste|opskrift|rygsøjle|fyrtårn|"
    "udgangspunkt|landkort|grundlov|motor|bagtæppe|facitliste)"
    r"(?:en|et|er|erne|ene|s|t)?|(?:rammen|retningen|nøglen|afsættet|kernen)"
)
USED: Final = (
    Cue(
        "used",
        words(
            rf"(?:ikke|aldrig)\s+(?:\w+\s+){{0,6}}uden(?:\s+{_IT})?$",
            rf"(?:udspringer|stammer|kommer|følger)\s+(?:\w+\s+)?(?:af|fra)\s+{_IT}",
        ),
        fixed=True,
    ),
    Cue(
        "used",
        words(
            r"ikke\s+(?:kun|bare|blot|alene)\s+(?:[\w]+\s+){0,3}(?:papir\w*|ord|pynt|hensigt\w*|"
            r"hylde\w*|et\s+stykke)"
        ),
        fixed=True,
    ),
    Cue(
        "used",
        words(
            r"brug(?:er|es|e|t|te|ere)(?!\s+(?:noget|(?:\w+\s+){0,2}(?:tid|kræfter|penge|ressourcer|"
            r"timer)))|(?:i|taget\s+i|tages\s+i|til)\s+(?:\w+\s+)?brug(?!\s+for)|(?:gør|gjort|gøre|"
            r"gøres)\s+(?:\w+\s+){0,3}brug\s+af|^(?:men\s+|og\s+)?brug\s+er|(?:finder|"
            r"fundet)\s+(?:\w+\s+){0,4}anvendelse|i\s+(?:\w+\s+)?(?:anvendelse|spil)|"
            r"anvend(?:er|es|e|t|te)|benyt(?:ter|tes|te|tet)|efterlev\w+|implementeret|implementeres|"
            "udmøntet|udmøntes|omsat|realiseret|gennemført|gennemføres|overhold(?:er|es|t)|føl?lger|"
            r"følger\s+(?:\w+\s+){0,3}|følges|fulgt|fulgte",
            r"\w+(?:er|es|ede|et|e)\s+(?:os\s+)?(?:(?:vi|jeg|alle|de|man|stadig|også|netop|"
            rf"faktisk)\s+){{0,2}}(?:op\s+)?(?:efter|ud\s+fra)\s+{_IT}|"
            rf"{_IT}\s+(?:\w+\s+){{0,3}}\w+er\s+(?:vi|de|alle|jeg|man)\s+(?:os\s+)?(?:efter|ud\s+fra)|"
            r"vi\s+\w+er\s+(?:os\s+)?(?:efter|ud\s+fra)|"
            rf"(?:efter|på|i|med)\s+{_ITS}\s+\w+|tråd\s+med\s+{_IT}|til\s+grund\s+for|ligger\s+bag|"
            r"arbejder\s+(?:vi|de|man|kommunen)\s+(?:\w+\s+){0,3}(?:med|på)$|(?:arbejder|"
            rf"arbejdes)\s+(?:\w+\s+){{0,4}}(?:med\s+{_IT}|med\s+hver|efter|ud\s+fra)|(?:holder|lever|"
            r"retter|læner|støtter|indretter)\s+(?:os\s+|\w+\s+){0,4}(?:til|op\s+ad|op\s+til|efter|på)",
            "(?:tager|tages|taget|tage|tog|finder|fundet|hiver|hevet|trækker|trukket|"
            r"hentet)\s+(?:\w+\s+){0,3}(?:frem|op\s+på|udgangspunkt|afsæt|med\s+til|med\s+i|i\s+hånden|"
            r"op\s+af)|(?:har|have|haft)\s+(?:\w+\s+){0,4}fremme|(?:slår|slået|slå|kigger|kigge|kigget|"
            r"læser|læst|læses|bladrer|bladret|ser|set|kigges|åbner|åbnet)\s+(?:\w+\s+){0,5}(?:op\s+i|i|"
            rf"efter\s+i|på)\s+{_IT}|(?:papir\w*|dokument\w*|{_IT})\s+(?:kigger|læser|ser|åbner|slår|"
            "bruger|rører)",
            r"griber\s+(?:\w+\s+){0,3}til|(?:før(?:er|es|e|t)|"
            r"ført)\s+(?:\w+\s+){0,4}ud\s+i\s+(?:livet|praksis|virkelighed\w*)|ud\s+(?:at|og)\s+leve|"
            "(?:henviser|henvises|henvist|refererer|refereres|peger|minder|"
            rf"citerer)\s+(?:\w+\s+){{0,3}}(?:til|på|om)?\s*{_IT}|bygger\s+(?:\w+\s+){{0,3}}på|hviler\s+på",
            "(?:er|været|som|fungerer|virker|bliver|blevet|danner|udgør|sætter|"
            rf"{_IT})\s+(?:\w+\s+){{0,5}}?(?:{_PILLAR})|levende|lever|(?:fast|naturlig|integreret|central|"
            r"vigtig|uundværlig)\w*\s+(?:\w+\s+)?(?:punkt|følgesvend|indslag|del|bestanddel|element)|"
            r"skåret\s+ud|konkrete\s+(?:opgaver|handlinger|indsatser|mål)",
            r"i\s+(?:fuld(?:t)?\s+)?(?:gang|sving|funktion|drift|igang)|igang|sat\s+i\s+(?:værk|gang|"
            r"søen)|holder\s+(?:os|hinanden|kommunen|dem)\s+(?:\w+\s+){0,2}(?:op|fast)\s+på|styrende|"
            r"skinner\s+igennem|gennemsyrer|spiller\s+(?:\w+\s+){0,3}rolle|præger|slidt|æselører|"
            r"hundeører|udenad|fingerspidserne|står\s+åben|rygmarven|på\s+rygraden|under\s+huden|"
            r"(?:ligger|er|har)\s+(?:\w+\s+){0,3}(?:fremme|på\s+\w*bord\w*|i\s+(?:baghovedet|rygraden))",
            r"forpligter|(?:bundet|hængt|bygget)\s+(?:\w+\s+){0,4}op\s+(?:på|om|omkring)|"
            r"hænger\s+(?:\w+\s+){0,5}væg\w*|under\s+armen|i\s+tasken|(?:spørger|spurgt|"
            rf"spurgte)\s+(?:\w+\s+){{0,2}}(?:efter|til)\s*(?:{_IT})?|spiller\s+ind|(?:blevet|"
            r"er)\s+(?:\w+\s+){0,2}(?:vane|rutine|kultur|hverdag)|fylder\s+(?:\w+\s+){0,2}(?:meget|"
            r"godt)|konsulterer|skeler\s+til|giver\s+pote|i\s+mål\s+med|sat\s+(?:flueben|kryds)|"
            r"styrer\s+(?:\w+\s+){0,2}(?:arbejde\w*|indsats\w*|hverdag\w*|prioritering\w*)|foldet\s+ud|"
            r"med\s+på\s+(?:alle|hvert|vores)|øverst\s+på|tag(?:et|er)\s+(?:hånd|hul|fat)|fulgt\s+op|"
            r"følg(?:er|es|e)\s+(?:\w+\s+){0,3}op|følger\s+op|opfølgning\w*|status|afrapport\w+|"
            r"rapporterer|årshjul\w*|måler|evaluere[rst]|sat\s+ind\s+i|indgår|indarbejdet|indarbejdes|"
            r"bidrager|hentet\s+(?:\w+\s+){0,2}fra|virker|bærer\s+frugt|gør\s+en\s+forskel|bider",
        ),
        denied="unused",
    ),
    Cue(
        "used",
        words(
            r"(?:det|brugt|aktivt?|læst|fulgt|anvendt|levende|benyttet)\s+(?:gør|bliver|er)\s+(?:den|vi|"
            r"de|man|hun|han|strategien|aftalen|der)|^(?:men\s+|og\s+)?(?:gør|bliver)\s+(?:den|det|vi)|"
            r"gør\s+(?:man|vi|de)\s+det|"
            r"^(?:[\w-]+\s+){1,5}gør(?:\s+(?:det|ikke))?$|det\s+(?:vil|tør|kan|må)\s+(?:vi|jeg|"
            r"man)\s+(?:\w+\s+){0,3}(?:påstå|love|bekræfte)"
        ),
        denied="unused",
    ),
    Cue(
        "known",
        words(
            rf"(?:åbnet?|læst|læser|set|ser|hørt|rørt|rører|fået|taget)\s+(?:\w+\s+){{0,2}}{_IT}|"
            rf"kender\s+(?:\w+\s+){{0,2}}{_IT}|kendt|nævnes|nævner|nævne|optræder|hør(?:er|te|"
            rf"t)\s+(?:\w+\s+){{0,5}}(?:til|om)\s+{_IT}"
        ),
        denied="unused",
    ),
    Cue("often", words(_OFTEN), denied="rarely"),
)
"""Use: verbs of using, following, looking up, carrying out; images; following up; how often."""

DISUSED: Final = (
    Cue(
        "unused",
        words(
            rf"(?:er|sker|skete|sket|har)\s+{_GAP}{_NONE}\s+(?:\w+\s+){{0,2}}(?:sket|noget\s+særligt)|"
            r"(?:ikke|intet)\s+(?:\w+\s+)?sket|(?:skete|sker)\s+(?:\w+\s+){0,3}(?:ikke|intet|ingenting)|"
            rf"{_NONE}\s+(?:\w+\s+){{0,3}}(?:tale\s+om|rolle|betydning|opfølgning|ejerskab|i\s+brug|spor)",
            r"(?:\w+\s+){1,6}(?:slet|overhovedet)\s+ikke$|^(?:[\w-]+\s+){1,4}næppe$|(?:bruge[rs]?|brugt|"
            r"anvende[rs]?|læser|kender|følger|husker)\s+(?:\w+\s+)?ingen|^(?:og\s+|"
            r"men\s+)?ingen\s+(?:\w+\s+){0,4}(?:kender|bruger|husker|læser|spørger|tager|har|ved|gør)",
            r"(?:knap|knapt|næsten\s+ikke|dårligt)\s+(?:nok\s+)?(?:\w+\s+)?(?:hørt|læst|kender|åbnet|"
            r"brugt)|resten\s+(?:\w+\s+){0,4}(?:udsk\w+|venter|ligger|mangler)|"
            r"uden\s+(?:\w+\s+)?(?:betydning|liv|effekt|virkning|opfølgning)|(?:ikke|aldrig)\s+(?:kommet|"
            r"nået|blevet)\s+(?:\w+\s+){0,3}(?:videre|længere|ud\s+over|fra|andet|mere)",
        ),
        fixed=True,
    ),
    Cue(
        "unused",
        words(
            r"\w*skuffe\w*|\w*hylde(?:n|r|rne)?|hyldevarmer\w*|støv|støvet|støver|\w*arkiv\w*|glemt|"
            r"glemmebogen|glemsel\w*|gemt\s+(?:væk|godt|af)|ukendt|skrivebordspapir\w*|"
            r"skrivebordsøvelse\w*|papirtiger\w*|pap(?:ir)?øvelse\w*|et\s+stykke\s+papir|(?:dødt?|"
            r"døde)\s+(?:bogstav\w*|papir|dokument)|dødt|skindød",
            r"i\s+stå|i\s+bero|på\s+(?:stand\s?by|pause|vågeblus|køl|is|papiret)|"
            r"ligger\s+(?:\w+\s+)?stille|stillestående|sovet\s+ind|sover|\w*søvn|dvale\w*|til\s+pynt|"
            r"pynt\w*|syltet|syltekrukke\w*|mølposen|ud\s+af\s+hænderne|(?:gledet|gået|"
            r"røget)\s+(?:\w+\s+)?(?:ud|i\s+(?:baggrunden|glemmebogen|sig\s+selv)|tabt|fløjten)|baggrunden",
            r"(?:er|blevet|mere|kun|bare|lutter|ved|af)\s+(?:\w+\s+)?(?:fine|tomme|flotte|pæne|"
            r"smukke)\s+(?:ord|hensigter)|løbet\s+ud\s+i\s+sandet|hensygn\w*|det\s+er\s+også\s+det|"
            r"vindueskarm\w*|symbolsk|symbolpolitik|(?:stoppet|stoppe|ophørt|holdt\s+op|indstillet|"
            r"indstille|frosset)|lagt\s+(?:\w+\s+){0,2}(?:til\s+side|væk|død|fra\s+(?:os|sig)|"
            r"på\s+hylden)|lade[t]?\s+(?:\w+\s+){0,2}ligge|faldet\s+(?:bort|fra|væk|til\s+jorden)|"
            r"bortfaldet|gået\s+(?:væk|bort)\s+fra|forladt|vendt\s+ryggen|sluppet|stille\s+(?:tilværelse|"
            r"liv)|underdrejet|ligger\s+(?:den\s+)?(?:bare|blot)|kun\s+på\s+papir\w*|"
            r"sat\s+(?:\w+\s+)?ud\s+af\s+(?:kraft|spillet)|overhalet|forældet|uaktuel|utidssvarende|"
            "nyttesløs|overflødig|papirform|bortkastet|glædet|begravet",
        ),
        denied="used",
    ),
)
"""Disuse: nothing happens, nobody knows it, drawers and dust, sleep and standstill."""

_SLIGHT: Final = r"(?:begrænset|mindre|beskedent|lille|varierende|ringe|nogen|vist|meget\s+begrænset|lidt)"
PART: Final = (
    Cue(
        "part",
        words(
            r"delvist?|til\s+dels|(?:i|til)\s+(?:en\s+)?(?:vis|nogen|nogle|mindre)\s+(?:grad|udstrækning|"
            rf"omfang)|i\s+(?:et\s+)?{_SLIGHT}\s+(?:omfang|grad|udstrækning|målestok)|både\s+og|både-?og|"
            r"både\s+ja\s+og\s+nej|ja\s+og\s+nej|halvt\s+om\s+halvt|halvvejs|halvhjertet\w*|op\s+og\s+ned|"
            r"så\s+som\s+så|sådan\s+da|mere\s+eller\s+mindre|sådan\s+(?:lidt|nogenlunde)",
            "(?<!ikke )(?:sporadisk|sjældent|sjældnere|periodevis)|(?:ikke|knap|"
            r"knapt)\s+(?:\w+\s+){0,2}?(?:så\s+(?:meget|aktivt?|ofte|tit|konsekvent|systematisk|flittigt|"
            r"intensivt)|(?:i|med|på)\s+samme\s+\w+|alle|lige\s+(?:så|meget|\w+\s+alle)|systematisk|"
            r"fuldt\s+ud|(?:altid|alle\s+steder|overalt|i\s+alle|som\s+helhed|som\s+tidligere|konsekvent|"
            r"optimalt|det\s+hele|hele|tilstrækkeligt?))",
            r"(?:brug|følg|anvend|arbejd|aktiv)\w*\s+(?:\w+\s+){0,4}(?:mindre|sjældnere)(?:\s+end)?|"
            r"mindre\s+(?:aktivt?|end\s+\w+|og\s+mindre|intensivt)|skåret\s+ned|nedprioriteret|nedtonet|"
            r"trappet\s+ned|et\s+minimum|ikke\s+(?:i\s+)?særlig(?:t)?\s+(?:meget|aktivt?|ofte|tit|grad|"
            r"flittigt)|i\s+det\s+små|i\s+ny\s+og\s+næ|en\s+smule|blandet|(?:mere|mest|"
            r"bedre)\s+(?:\w+\s+){0,4}end\s+(?:i\s+|hos\s+)?(?:de\s+)?andre|med\s+måde|på\s+(?:nogle|"
            r"visse|enkelte)\s+(?:områder|punkter|stræk|felter)|(?:hvor|når)\s+det\s+(?:giver\s+mening|"
            r"er\s+relevant|passer)|efter\s+behov|(?:kunne|kan)\s+(?:\w+\s+){0,3}(?:blive|være|bruges|"
            r"gøres)?\s*(?:\w+\s+)?(?:bedre|mere)|(?:kun|alene|udelukkende|mest|primært|"
            r"hovedsageligt?)\s+(?:\w+\s+){0,2}?(?:dele|nogle|en\s+del|enkelte|udvalgte|visse|"
            r"i\s+begrænset|lejlighedsvis|halvdelen|et\s+par)|når\s+lejligheden\s+byder",
        ),
        fixed=True,
    ),
    Cue(
        "some",
        words(
            r"(?:nogle|visse|enkelte|udvalgte)\s+(?:af\s+)?(?:\w+\s+)?(?:steder|dele|afsnit|kapitler|"
            r"punkter\w*|områder|afdelinger|forvaltninger|indsatser|medarbejdere|centre|elementer|gange|"
            r"handlinger|kolleger|ledere|mål)|dele(?:ne)?\s+af|de\s+dele|en\s+del\s+af\s+(?:den|"
            r"strategien|aftalen|indsats\w*|punkt\w*|mål\w*)|halvdelen\s+af|en\s+tredjedel|(?:to|tre|fire|"
            r"fem|et|ét|én|en)\s+af\s+(?:de|dens|strategiens|aftalens)\b",
            "(?:kun|mest|primært|hovedsageligt?|overvejende|især|alene|"
            r"udelukkende)\s+(?:\w+\s+){0,3}?(?:i|af|hos|på|ved|til|når|et|en|de|den|noget|kapitlet|"
            r"afsnittet|delen|som|\w+centret|\w+centeret|\w+afdelingen|\w+forvaltningen)|af\s+og\s+til|"
            r"ind\s?imellem|(?:en|engang)\s+(?:gang\s+)?imellem|nu\s+og\s+da|lejlighedsvist?|ad\s+hoc|"
            r"i\s+perioder|til\s+tider|hist\s+og\s+(?:her|pist)|her\s+og\s+der|nogenlunde|nogen\s?gange|"
            r"nogle\s+gange|sommetider|somme\s+tider|undertiden|afhænger|varierende|varierer|svingende|"
            "svinger|ujævnt|lidt|forskelligt",
        ),
        fixed=True,
    ),
)
"""Use of a part: `part` says so by itself, `some` where the clause speaks of use too."""

SUBSET: Final = words(
    r"nogle|noget|andre|de\s+andre|resten|de\s+øvrige|øvrige|halvdelen|(?:den|én|en)\s+del(?:en)?|"
    r"delen\s+om|kapitlet|kapitler\w*|afsnittet|afsnit\w*|punkterne|punktet|målene|visse|enkelte|"
    r"(?:to|tre|fire|fem|seks|et|én)\s+af|de\s+(?:to|tre|fire|fem|seks|gamle|nye|sidste|første)|"
    r"\w*(?:forvaltningen|afdelingen|centret|centeret|kontoret)|politisk|i\s+praksis|på\s+papiret"
)
"""Words for a part of a document, or of those who might use it."""

_SHALL: Final = r"(?:skal|vil|kommer\s+til\s+at|bliver|forventes|ventes)"
_WHEN: Final = (
    r"(?:nytår|årsskiftet|sommer\w*|efterår\w*|forår\w*|vinter\w*|næste|januar|februar|marts|"
    r"april|maj|juni|juli|august|september|oktober|november|december|det\s+nye\s+år|den\s+\d+|"
    r"\d{4}|\d+\.)"
)
FUTURE: Final = (
    Cue(
        "not_yet",
        words(
            r"(?:endnu|stadig|foreløbig)\s+(?:\w+\s+){0,2}(?:ikke|ingen)|(?:ikke|"
            r"ingen)\s+(?:[\w]+\s+){0,6}endnu|ikke\s+(?:helt\s+)?(?:nået|"
            r"kommet)\s+(?:\w+\s+){0,3}(?:dertil|så\s+langt|i\s+gang|så\s+vidt)|for\s+tidligt|"
            r"den\s+dag\s+(?:\w+\s+){0,3}ikke\s+kommet",
            r"(?:først|tidligst)\s+(?:\w+\s+){0,3}?(?:fra|efter|når|til|i|om|derefter|den|skal|"
            rf"{_WHEN})(?:\s+(?:\w+\s+){{0,3}}?(?:{_WHEN}|kraft|gang|begynder|kan))?|"
            r"først\s+(?:lige\s+)?(?:er\s+)?(?:vedtaget|underskrevet|indgået|trådt|derefter)|"
            rf"{_SHALL}\s+først|træder\s+(?:\w+\s+){{0,3}}(?:i\s+kraft|først)|for\s+(?:ny|frisk)\b|"
            r"blækket\s+er",
        ),
        fixed=True,
    ),
    Cue(
        "future",
        words(
            rf"{_SHALL}\s+(?:\w+\s+){{0,5}}?(?:blive\s+)?(?:bruge[st]?|brugt|taget|tages|anvende[srt]?|"
            "anvendt|implementere[sr]?|implementeret|rulle[srt]?|rullet|udmønte[sr]?|omsættes|omsat|"
            rf"følges|delt\s+ud|laves|sættes|i\s+gang|begynde|føres|foldes|fra\s+{_WHEN}|til\s+{_WHEN}|"
            r"på\s+kursus|i\s+brug)",
            rf"(?:fra|til|efter|pr\.)\s+(?:og\s+med\s+)?{_WHEN}|så\s+snart|(?:begynder|starter|sættes|"
            r"ruller|rulles|udrulles|folder)\s+(?:\w+\s+){0,4}(?:ud|i\s+(?:gang|søen|værk)|til|efter|op|"
            rf"når|{_WHEN})|går\s+(?:\w+\s+){{0,2}}i\s+gang|\w*forberedelses\w*|forbereder|berammet|"
            r"opstart\w*|udrulning\w*|startskud\w*|planlægger\s+at|under\s+(?:implementering|udrulning|"
            r"opstart|udarbejdelse)|(?:meningen|hensigten|ambitionen|planen)\s+(?:er|med|om)?|snart|"
            r"ventes|(?:det|sådan)\s+er\s+(?:planen|tanken|meningen|hensigten)|om\s+lidt|i\s+løbet\s+af|"
            r"skal\s+til\s+at",
            r"det\s+(?:skal|kommer|vil)\s+(?:den|vi|strategien|aftalen)|kommer\s+den\s+til|"
            r"ved\s+at\s+(?:\w+\s+){0,4}(?:implementere|rulle|komme|udmønte|omsætte|oversætte|bygge)|"
            r"lige\s+om\s+lidt|(?:afventer|venter)\s+\w+",
        ),
        denied=None,
    ),
    Cue(
        "fresh",
        words(
            r"så\s+(?:ny|frisk)|helt\s+ny|(?:splinter|sprit)ny|(?:den|strategien|"
            r"aftalen)\s+er\s+(?:\w+\s+)?ny|(?:netop|lige|nylig)\s+(?:er\s+)?(?:blevet\s+)?(?:vedtaget|"
            "indgået|underskrevet|godkendt|landet|trådt)|ny$"
        ),
        denied=None,
    ),
)
"""Use to come: not yet, from a date on, a document too new to be used."""
