"""How Danes say that a document is used, lies in a drawer, is used in part, or will be used.

Verbs are grown from their forms, images (*rygrad*, *skuffe*) from the families they belong to; the cues know no question.
"""

from typing import Final

from pipeline.danish.stance import Cue, words

# Atoms.
_IT: Final = r"(?:den|det|dem|strategien|aftalen|planen|handleplanen|politikken|partnerskabsaftalen|samarbejdsaftalen|papiret|dokumentet|målene)"
_ITS: Final = r"(?:aftalens|strategiens|planens|politikkens|dens|partnerskabets)"
_GAP: Final = r"(?:[\w-]+\s+){0,4}?"
_NONE: Final = r"(?:ikke|hverken|intet|ingenting|ingen|aldrig|næppe)"
_OFTEN: Final = (
    r"flittigt?|dagligt?|dag\s+(?:ud|efter)\s+\w*|hver(?:t)?\s+(?:eneste\s+)?(?:dag|uge|måned|gang|kvartal|møde)|hele\s+tiden|konstant|jævnligt|ofte|altid|til\s+punkt\s+og\s+prikke|slavisk|overalt|ihærdighed|"
    r"i\s+(?:hverdagen|det\s+daglige|dagligdagen)|mere\s+end\s+(?:nogensinde|før|nogen\s+sinde)|i\s+(?:allerhøjeste|høj|højeste|stor|vid|vidt)\s+(?:grad|udstrækning|omfang)|på\s+tværs\s+af|til\s+hverdag|konsekvent|systematisk"
)
_PILLAR: Final = (
    r"\w*(?:rygrad|rettesnor|pejlemærke|kompas|ledetråd|fundament|grundlag|drejebog|bibel|redskab|værktøj|omdrejningspunkt|køreplan|ledestjerne|tjekliste|opskrift|rygsøjle|fyrtårn|udgangspunkt|landkort|grundlov|motor|bagtæppe|facitliste)"
    r"(?:en|et|er|erne|ene|s|t)?|(?:rammen|retningen|nøglen|afsættet|kernen)"
)
USED: Final = (
    Cue("used", words(rf"(?:ikke|aldrig)\s+(?:\w+\s+){{0,6}}uden(?:\s+{_IT})?$", rf"(?:udspringer|stammer|kommer|følger)\s+(?:\w+\s+)?(?:af|fra)\s+{_IT}"), fixed=True),
    Cue("used", words(rf"ikke\s+(?:kun|bare|blot|alene)\s+(?:[\w]+\s+){{0,3}}(?:papir\w*|ord|pynt|hensigt\w*|hylde\w*|et\s+stykke)"), fixed=True),
    Cue(
        "used",
        words(
            r"brug(?:er|es|e|t|te|ere)(?!\s+(?:noget|(?:\w+\s+){0,2}(?:tid|kræfter|penge|ressourcer|timer)))|(?:i|taget\s+i|tages\s+i|til)\s+(?:\w+\s+)?brug(?!\s+for)|(?:gør|gjort|gøre|gøres)\s+(?:\w+\s+){0,3}brug\s+af|^(?:men\s+|og\s+)?brug\s+er|(?:finder|fundet)\s+(?:\w+\s+){0,4}anvendelse|i\s+(?:\w+\s+)?(?:anvendelse|spil)|"
            r"anvend(?:er|es|e|t|te)|benyt(?:ter|tes|te|tet)|efterlev\w+|implementeret|implementeres|udmøntet|udmøntes|omsat|realiseret|gennemført|gennemføres|overhold(?:er|es|t)|føl?lger|følger\s+(?:\w+\s+){0,3}|følges|fulgt|fulgte",
            rf"\w+(?:er|es|ede|et|e)\s+(?:os\s+)?(?:(?:vi|jeg|alle|de|man|stadig|også|netop|faktisk)\s+){{0,2}}(?:op\s+)?(?:efter|ud\s+fra)\s+{_IT}|{_IT}\s+(?:\w+\s+){{0,3}}\w+er\s+(?:vi|de|alle|jeg|man)\s+(?:os\s+)?(?:efter|ud\s+fra)|vi\s+\w+er\s+(?:os\s+)?(?:efter|ud\s+fra)|"
            rf"(?:efter|på|i|med)\s+{_ITS}\s+\w+|tråd\s+med\s+{_IT}|til\s+grund\s+for|ligger\s+bag|arbejder\s+(?:vi|de|man|kommunen)\s+(?:\w+\s+){{0,3}}(?:med|på)$|(?:arbejder|arbejdes)\s+(?:\w+\s+){{0,4}}(?:med\s+{_IT}|med\s+hver|efter|ud\s+fra)|(?:holder|lever|retter|læner|støtter|indretter)\s+(?:os\s+|\w+\s+){{0,4}}(?:til|op\s+ad|op\s+til|efter|på)",
            rf"(?:tager|tages|taget|tage|tog|finder|fundet|hiver|hevet|trækker|trukket|hentet)\s+(?:\w+\s+){{0,3}}(?:frem|op\s+på|udgangspunkt|afsæt|med\s+til|med\s+i|i\s+hånden|op\s+af)|(?:har|have|haft)\s+(?:\w+\s+){{0,4}}fremme|(?:slår|slået|slå|kigger|kigge|kigget|læser|læst|læses|bladrer|bladret|ser|set|kigges|åbner|åbnet)\s+(?:\w+\s+){{0,5}}(?:op\s+i|i|efter\s+i|på)\s+{_IT}|(?:papir\w*|dokument\w*|{_IT})\s+(?:kigger|læser|ser|åbner|slår|bruger|rører)",
            rf"griber\s+(?:\w+\s+){{0,3}}til|(?:før(?:er|es|e|t)|ført)\s+(?:\w+\s+){{0,4}}ud\s+i\s+(?:livet|praksis|virkelighed\w*)|ud\s+(?:at|og)\s+leve|(?:henviser|henvises|henvist|refererer|refereres|peger|minder|citerer)\s+(?:\w+\s+){{0,3}}(?:til|på|om)?\s*{_IT}|bygger\s+(?:\w+\s+){{0,3}}på|hviler\s+på",
            rf"(?:er|været|som|fungerer|virker|bliver|blevet|danner|udgør|sætter|{_IT})\s+(?:\w+\s+){{0,5}}?(?:{_PILLAR})|levende|lever|(?:fast|naturlig|integreret|central|vigtig|uundværlig)\w*\s+(?:\w+\s+)?(?:punkt|følgesvend|indslag|del|bestanddel|element)|skåret\s+ud|konkrete\s+(?:opgaver|handlinger|indsatser|mål)",
            r"i\s+(?:fuld(?:t)?\s+)?(?:gang|sving|funktion|drift|igang)|igang|sat\s+i\s+(?:værk|gang|søen)|holder\s+(?:os|hinanden|kommunen|dem)\s+(?:\w+\s+){0,2}(?:op|fast)\s+på|styrende|skinner\s+igennem|gennemsyrer|spiller\s+(?:\w+\s+){0,3}rolle|præger|slidt|æselører|hundeører|udenad|fingerspidserne|står\s+åben|rygmarven|på\s+rygraden|under\s+huden|(?:ligger|er|har)\s+(?:\w+\s+){0,3}(?:fremme|på\s+\w*bord\w*|i\s+(?:baghovedet|rygraden))",
            rf"forpligter|(?:bundet|hængt|bygget)\s+(?:\w+\s+){{0,4}}op\s+(?:på|om|omkring)|hænger\s+(?:\w+\s+){{0,5}}væg\w*|under\s+armen|i\s+tasken|(?:spørger|spurgt|spurgte)\s+(?:\w+\s+){{0,2}}(?:efter|til)\s*(?:{_IT})?|spiller\s+ind|(?:blevet|er)\s+(?:\w+\s+){{0,2}}(?:vane|rutine|kultur|hverdag)|fylder\s+(?:\w+\s+){{0,2}}(?:meget|godt)|konsulterer|skeler\s+til|giver\s+pote|i\s+mål\s+med|sat\s+(?:flueben|kryds)|styrer\s+(?:\w+\s+){{0,2}}(?:arbejde\w*|indsats\w*|hverdag\w*|prioritering\w*)|foldet\s+ud|med\s+på\s+(?:alle|hvert|vores)|øverst\s+på|tag(?:et|er)\s+(?:hånd|hul|fat)|fulgt\s+op|følg(?:er|es|e)\s+(?:\w+\s+){{0,3}}op|følger\s+op|opfølgning\w*|status|afrapport\w+|rapporterer|årshjul\w*|måler|evaluere[rst]|sat\s+ind\s+i|indgår|indarbejdet|indarbejdes|bidrager|hentet\s+(?:\w+\s+){{0,2}}fra|virker|bærer\s+frugt|gør\s+en\s+forskel|bider",
        ),
        denied="unused",
    ),
    Cue("used", words(r"(?:det|brugt|aktivt?|læst|fulgt|anvendt|levende|benyttet)\s+(?:gør|bliver|er)\s+(?:den|vi|de|man|hun|han|strategien|aftalen|der)|^(?:men\s+|og\s+)?(?:gør|bliver)\s+(?:den|det|vi)|^(?:[\w-]+\s+){1,5}gør(?:\s+(?:det|ikke))?$|det\s+(?:vil|tør|kan|må)\s+(?:vi|jeg|man)\s+(?:\w+\s+){0,3}(?:påstå|love|bekræfte)"), denied="unused"),
    Cue("known", words(rf"(?:åbnet?|læst|læser|set|ser|hørt|rørt|rører|fået|taget)\s+(?:\w+\s+){{0,2}}{_IT}|kender\s+(?:\w+\s+){{0,2}}{_IT}|kendt|nævnes|nævner|nævne|optræder|hør(?:er|te|t)\s+(?:\w+\s+){{0,5}}(?:til|om)\s+{_IT}"), denied="unused"),
    Cue("often", words(_OFTEN), denied="rarely"),
)
"""Use: verbs of using, following, looking up, carrying out; images; following up; how often."""

DISUSED: Final = (
    Cue(
        "unused",
        words(
            rf"(?:er|sker|skete|sket|har)\s+{_GAP}{_NONE}\s+(?:\w+\s+){{0,2}}(?:sket|noget\s+særligt)|(?:ikke|intet)\s+(?:\w+\s+)?sket|(?:skete|sker)\s+(?:\w+\s+){{0,3}}(?:ikke|intet|ingenting)|{_NONE}\s+(?:\w+\s+){{0,3}}(?:tale\s+om|rolle|betydning|opfølgning|ejerskab|i\s+brug|spor)",
            r"(?:\w+\s+){1,6}(?:slet|overhovedet)\s+ikke$|^(?:[\w-]+\s+){1,4}næppe$|(?:bruge[rs]?|brugt|anvende[rs]?|læser|kender|følger|husker)\s+(?:\w+\s+)?ingen|^(?:og\s+|men\s+)?ingen\s+(?:\w+\s+){0,4}(?:kender|bruger|husker|læser|spørger|tager|har|ved|gør)",
            r"(?:knap|knapt|næsten\s+ikke|dårligt)\s+(?:nok\s+)?(?:\w+\s+)?(?:hørt|læst|kender|åbnet|brugt)|resten\s+(?:\w+\s+){0,4}(?:udsk\w+|venter|ligger|mangler)|uden\s+(?:\w+\s+)?(?:betydning|liv|effekt|virkning|opfølgning)|(?:ikke|aldrig)\s+(?:kommet|nået|blevet)\s+(?:\w+\s+){0,3}(?:videre|længere|ud\s+over|fra|andet|mere)",
        ),
        fixed=True,
    ),
    Cue(
        "unused",
        words(
            r"\w*skuffe\w*|\w*hylde(?:n|r|rne)?|hyldevarmer\w*|støv|støvet|støver|\w*arkiv\w*|glemt|glemmebogen|glemsel\w*|gemt\s+(?:væk|godt|af)|ukendt|skrivebordspapir\w*|skrivebordsøvelse\w*|papirtiger\w*|pap(?:ir)?øvelse\w*|et\s+stykke\s+papir|(?:dødt?|døde)\s+(?:bogstav\w*|papir|dokument)|dødt|skindød",
            r"i\s+stå|i\s+bero|på\s+(?:stand\s?by|pause|vågeblus|køl|is|papiret)|ligger\s+(?:\w+\s+)?stille|stillestående|sovet\s+ind|sover|\w*søvn|dvale\w*|til\s+pynt|pynt\w*|syltet|syltekrukke\w*|mølposen|ud\s+af\s+hænderne|(?:gledet|gået|røget)\s+(?:\w+\s+)?(?:ud|i\s+(?:baggrunden|glemmebogen|sig\s+selv)|tabt|fløjten)|baggrunden",
            r"(?:er|blevet|mere|kun|bare|lutter|ved|af)\s+(?:\w+\s+)?(?:fine|tomme|flotte|pæne|smukke)\s+(?:ord|hensigter)|løbet\s+ud\s+i\s+sandet|hensygn\w*|det\s+er\s+også\s+det|vindueskarm\w*|symbolsk|symbolpolitik|(?:stoppet|stoppe|ophørt|holdt\s+op|indstillet|indstille|frosset)|lagt\s+(?:\w+\s+){0,2}(?:til\s+side|væk|død|fra\s+(?:os|sig)|på\s+hylden)|lade[t]?\s+(?:\w+\s+){0,2}ligge|faldet\s+(?:bort|fra|væk|til\s+jorden)|bortfaldet|gået\s+(?:væk|bort)\s+fra|forladt|vendt\s+ryggen|sluppet|stille\s+(?:tilværelse|liv)|underdrejet|ligger\s+(?:den\s+)?(?:bare|blot)|kun\s+på\s+papir\w*|sat\s+(?:\w+\s+)?ud\s+af\s+(?:kraft|spillet)|overhalet|forældet|uaktuel|utidssvarende|nyttesløs|overflødig|papirform|bortkastet|glædet|begravet",
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
            rf"delvist?|til\s+dels|(?:i|til)\s+(?:en\s+)?(?:vis|nogen|nogle|mindre)\s+(?:grad|udstrækning|omfang)|i\s+(?:et\s+)?{_SLIGHT}\s+(?:omfang|grad|udstrækning|målestok)|både\s+og|både-?og|både\s+ja\s+og\s+nej|ja\s+og\s+nej|halvt\s+om\s+halvt|halvvejs|halvhjertet\w*|op\s+og\s+ned|så\s+som\s+så|sådan\s+da|mere\s+eller\s+mindre|sådan\s+(?:lidt|nogenlunde)",
            r"(?<!ikke )(?:sporadisk|sjældent|sjældnere|periodevis)|(?:ikke|knap|knapt)\s+(?:\w+\s+){0,2}?(?:så\s+(?:meget|aktivt?|ofte|tit|konsekvent|systematisk|flittigt|intensivt)|(?:i|med|på)\s+samme\s+\w+|alle|lige\s+(?:så|meget|\w+\s+alle)|systematisk|fuldt\s+ud|(?:altid|alle\s+steder|overalt|i\s+alle|som\s+helhed|som\s+tidligere|konsekvent|optimalt|det\s+hele|hele|tilstrækkeligt?))",
            r"(?:brug|følg|anvend|arbejd|aktiv)\w*\s+(?:\w+\s+){0,4}(?:mindre|sjældnere)(?:\s+end)?|mindre\s+(?:aktivt?|end\s+\w+|og\s+mindre|intensivt)|skåret\s+ned|nedprioriteret|nedtonet|trappet\s+ned|et\s+minimum|ikke\s+(?:i\s+)?særlig(?:t)?\s+(?:meget|aktivt?|ofte|tit|grad|flittigt)|i\s+det\s+små|i\s+ny\s+og\s+næ|en\s+smule|blandet|(?:mere|mest|bedre)\s+(?:\w+\s+){0,4}end\s+(?:i\s+|hos\s+)?(?:de\s+)?andre|med\s+måde|på\s+(?:nogle|visse|enkelte)\s+(?:områder|punkter|stræk|felter)|(?:hvor|når)\s+det\s+(?:giver\s+mening|er\s+relevant|passer)|efter\s+behov|(?:kunne|kan)\s+(?:\w+\s+){0,3}(?:blive|være|bruges|gøres)?\s*(?:\w+\s+)?(?:bedre|mere)|(?:kun|alene|udelukkende|mest|primært|hovedsageligt?)\s+(?:\w+\s+){0,2}?(?:dele|nogle|en\s+del|enkelte|udvalgte|visse|i\s+begrænset|lejlighedsvis|halvdelen|et\s+par)|når\s+lejligheden\s+byder",
        ),
        fixed=True,
    ),
    Cue(
        "some",
        words(
            r"(?:nogle|visse|enkelte|udvalgte)\s+(?:af\s+)?(?:\w+\s+)?(?:steder|dele|afsnit|kapitler|punkter\w*|områder|afdelinger|forvaltninger|indsatser|medarbejdere|centre|elementer|gange|handlinger|kolleger|ledere|mål)|dele(?:ne)?\s+af|de\s+dele|en\s+del\s+af\s+(?:den|strategien|aftalen|indsats\w*|punkt\w*|mål\w*)|halvdelen\s+af|en\s+tredjedel|(?:to|tre|fire|fem|et|ét|én|en)\s+af\s+(?:de|dens|strategiens|aftalens)\b",
            r"(?:kun|mest|primært|hovedsageligt?|overvejende|især|alene|udelukkende)\s+(?:\w+\s+){0,3}?(?:i|af|hos|på|ved|til|når|et|en|de|den|noget|kapitlet|afsnittet|delen|som|\w+centret|\w+centeret|\w+afdelingen|\w+forvaltningen)|af\s+og\s+til|ind\s?imellem|(?:en|engang)\s+(?:gang\s+)?imellem|nu\s+og\s+da|lejlighedsvist?|ad\s+hoc|i\s+perioder|til\s+tider|hist\s+og\s+(?:her|pist)|her\s+og\s+der|nogenlunde|nogen\s?gange|nogle\s+gange|sommetider|somme\s+tider|undertiden|afhænger|varierende|varierer|svingende|svinger|ujævnt|lidt|forskelligt",
        ),
        fixed=True,
    ),
)
"""Use of a part: `part` says so by itself, `some` where the clause speaks of use too."""

SUBSET: Final = words(
    r"nogle|noget|andre|de\s+andre|resten|de\s+øvrige|øvrige|halvdelen|(?:den|én|en)\s+del(?:en)?|delen\s+om|kapitlet|kapitler\w*|afsnittet|afsnit\w*|punkterne|punktet|målene|visse|enkelte|(?:to|tre|fire|fem|seks|et|én)\s+af|de\s+(?:to|tre|fire|fem|seks|gamle|nye|sidste|første)|\w*(?:forvaltningen|afdelingen|centret|centeret|kontoret)|politisk|i\s+praksis|på\s+papiret"
)
"""Words for a part of a document, or of those who might use it."""

_SHALL: Final = r"(?:skal|vil|kommer\s+til\s+at|bliver|forventes|ventes)"
_WHEN: Final = r"(?:nytår|årsskiftet|sommer\w*|efterår\w*|forår\w*|vinter\w*|næste|januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december|det\s+nye\s+år|den\s+\d+|\d{4}|\d+\.)"
FUTURE: Final = (
    Cue(
        "not_yet",
        words(
            r"(?:endnu|stadig|foreløbig)\s+(?:\w+\s+){0,2}(?:ikke|ingen)|(?:ikke|ingen)\s+(?:[\w]+\s+){0,6}endnu|ikke\s+(?:helt\s+)?(?:nået|kommet)\s+(?:\w+\s+){0,3}(?:dertil|så\s+langt|i\s+gang|så\s+vidt)|for\s+tidligt|den\s+dag\s+(?:\w+\s+){0,3}ikke\s+kommet",
            rf"(?:først|tidligst)\s+(?:\w+\s+){{0,3}}?(?:fra|efter|når|til|i|om|derefter|den|skal|{_WHEN})(?:\s+(?:\w+\s+){{0,3}}?(?:{_WHEN}|kraft|gang|begynder|kan))?|først\s+(?:lige\s+)?(?:er\s+)?(?:vedtaget|underskrevet|indgået|trådt|derefter)|{_SHALL}\s+først|træder\s+(?:\w+\s+){{0,3}}(?:i\s+kraft|først)|for\s+(?:ny|frisk)\b|blækket\s+er",
        ),
        fixed=True,
    ),
    Cue(
        "future",
        words(
            rf"{_SHALL}\s+(?:\w+\s+){{0,5}}?(?:blive\s+)?(?:bruge[st]?|brugt|taget|tages|anvende[srt]?|anvendt|implementere[sr]?|implementeret|rulle[srt]?|rullet|udmønte[sr]?|omsættes|omsat|følges|delt\s+ud|laves|sættes|i\s+gang|begynde|føres|foldes|fra\s+{_WHEN}|til\s+{_WHEN}|på\s+kursus|i\s+brug)",
            rf"(?:fra|til|efter|pr\.)\s+(?:og\s+med\s+)?{_WHEN}|så\s+snart|(?:begynder|starter|sættes|ruller|rulles|udrulles|folder)\s+(?:\w+\s+){{0,4}}(?:ud|i\s+(?:gang|søen|værk)|til|efter|op|når|{_WHEN})|går\s+(?:\w+\s+){{0,2}}i\s+gang|\w*forberedelses\w*|forbereder|berammet|opstart\w*|udrulning\w*|startskud\w*|planlægger\s+at|under\s+(?:implementering|udrulning|opstart|udarbejdelse)|(?:meningen|hensigten|ambitionen|planen)\s+(?:er|med|om)?|snart|ventes|(?:det|sådan)\s+er\s+(?:planen|tanken|meningen|hensigten)|om\s+lidt|i\s+løbet\s+af|skal\s+til\s+at",
            rf"det\s+(?:skal|kommer|vil)\s+(?:den|vi|strategien|aftalen)|kommer\s+den\s+til|ved\s+at\s+(?:\w+\s+){{0,4}}(?:implementere|rulle|komme|udmønte|omsætte|oversætte|bygge)|lige\s+om\s+lidt|(?:afventer|venter)\s+\w+",
        ),
        denied=None,
    ),
    Cue("fresh", words(r"så\s+(?:ny|frisk)|helt\s+ny|(?:splinter|sprit)ny|(?:den|strategien|aftalen)\s+er\s+(?:\w+\s+)?ny|(?:netop|lige|nylig)\s+(?:er\s+)?(?:blevet\s+)?(?:vedtaget|indgået|underskrevet|godkendt|landet|trådt)|ny$"), denied=None),
)
"""Use to come: not yet, from a date on, a document too new to be used."""
