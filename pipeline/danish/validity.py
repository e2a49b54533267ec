"""The life of a document in Danish: made, in force, prolonged, replaced, expired, dropped, being written, wanted.

The cues know no question and no document; who uses them decides which document they speak of. Participles are grown
from stems, since Danish says the same as *vedtog*, *er vedtaget*, *blev vedtaget*, *vedtages* and *vedtagelse*.
"""

from typing import Final

from pipeline.danish.stance import Cue, words

# Atoms: verbs as alternatives of their forms.
_ADOPTED: Final = (
    "vedtaget|vedtagne|vedtog|vedtage|vedtages|godkendt|godkendte|tiltrådt|tiltrådte|"
    "underskrevet|underskrev|indgået|indgik|"
    r"lanceret|lancerede|søsat|søsatte|(?:sat|satte)\s+i\s+søen|etableret|stemt\s+igennem|"
    r"trådt\s+i\s+kraft|trådte\s+i\s+kraft|"
    r"(?:kom|kommet)\s+i\s+stand|blev\s+til|kom\s+til\s+verden|kom\s+igennem|så\s+dagens\s+lys|"
    r"(?:skrevet|skrev)\s+under|"
    r"(?:forhandlet|kom)\s+på\s+plads|født|ratificeret|(?:sagt|sagde)\s+ja\s+til|stemte\s+for|"
    r"(?:satte|sat)\s+(?:\w+\s+){0,9}navne?\s+under|gav\s+(?:\w+\s+){0,3}(?:håndslag|grønt\s+lys)"
)
_FORMED: Final = (
    "lavet|lavede|udarbejdet|udarbejdede|skrevet|skrev|formuleret|besluttet|oprettet|udformet|"
    "fremlagt|udgivet|"
    r"(?:sagt|sagde)\s+god\s+for|offentliggjort|præsenteret|fået|fik|kom|implementeret|opsat|aftalt|færdig"
)
_MAKE: Final = (
    "skrive|udarbejde|lave|formulere|forhandle|udforme|udvikle|forfatte|"
    r"få\s+(?:\w+\s+){0,4}på\s+plads|sammensætte|skrue|strikke|"
    "flette|forberede|færdiggøre|finpudse|finskrive|afslutte|tilrettelægge|samle|skabe|stykke|"
    r"bygge|tage\s+hul|kigge\s+på|pudse|"
    r"beskrive|aftale|indgå|etablere|barsle|få\s+(?:lavet|skrevet|udarbejdet|formuleret|formet)|"
    r"tegne|forme|lægge\s+sidste\s+hånd"
)
_MADE_NOW: Final = (
    "udarbejdes|skrives|formuleres|forhandles|udformes|udvikles|laves|forberedes|behandles|"
    "sendes|forelægges|fremlægges|"
    "præsenteres|underskrives|vedtages|godkendes|færdiggøres|stemmes|indgås|lanceres|høres|"
    r"(?:bliver|blir)\s+(?:\w+\s+){0,2}"
    "(?:skrevet|udarbejdet|formuleret|vedtaget|lavet|forelagt|behandlet|præsenteret|underskrevet|"
    "forhandlet|til)"
)
_REVISE: Final = (
    r"revider\w*|revision(?:en)?|opdater\w*|ajourfør\w*|evaluer\w*|forny(?:es|e|r|else|elsen)|"
    r"genforhandl\w*|justere\w*|justering\w*|"
    r"nyskriv\w*|genbesøg\w*|modernisere\w*|revurder\w*|gentænk\w*|genskriv\w*|friske?\s+\w+\s+op|"
    r"eftersyn|frisket?\s+op|friske\s+op|genopfrisk\w*|servicetjek|støve\s+af|"
    r"omskriv\w*|(?:blive|blevet|bliver)\s+skrevet\s+(?:helt\s+)?om(?!\s+\w)|skrive\s+(?:\w+\s+)?om|skrives\s+om|lave\s+(?:\w+\s+)?om|laves\s+om|omarbejd\w*|"
    r"efterse\w*|midtvejsevaluer\w*"
)
_NEXT: Final = (
    r"(?:ny|nye|næste|kommende|opdateret|opdaterede|revideret|revidereret|rev\.|fornyet|frisk|"
    r"forbedret|anden|2\.|tredje|udvidet|bredere|bedre|"
    r"mere\s+\w+|justeret|moderniseret)\s+(?:\w+\s+)?(?:udgave|udgaven|version|versionen|udkast|"
    r"generation|strate\w+|aftale\w*|\w*aftale|"
    r"politik\w*|\w*plan|én|en|model)|(?:en|den)\s+(?:helt\s+)?ny\b|den\s+nye\b|de\s+nye\b|"
    r"afløser(?:en)?|efterfølger(?:en)?|arvtager(?:en)?|version\s+2|2\.0|to'er(?:en)?"
)
_SOON: Final = (
    r"skal|ventes|forventes|forventer|regner\s+med|satser\s+på|planlægges|er\s+sat|(?:er|"
    r"står)\s+(?:\w+\s+)?klar|kommer|følger|når|vil\s+(?:\w+\s+)?blive|bliver|lander|"
    r"håber|går\s+efter|sigter\s+(?:efter|mod)|tænkes|inden|meningen|forudser|venter"
)
_BODY: Final = (
    r"byrådet|byrådsmøde\w*|kommunalbestyrelsen|\w*udvalget|\w*udvalgene|\w*udvalg|politikerne|"
    r"politisk\w*|direktionen|politisk\s+behandling|borgmesteren|"
    r"afstemning|vedtagelse|godkendelse|høring\w*|førstebehandling|andenbehandling\w*|"
    r"underskrift\w*|dagsorden\w*"
)
_BE: Final = r"er|var|ligger|findes|foreligger|består|eksisterer|gælder|har|haft|kører|løber|virker|fungerer"

IN_FORCE: Final = (
    Cue(
        "dead",
        words(
            r"ikke\s+(?:er\s+)?(?:længere|mere)\s+(?:gyldig\w*|gældende|aktuel\w*|aktiv|i\s+kraft|gælder|"
            r"nogen)|gælder\s+ikke\s+(?:længere|mere)"
        ),
        fixed=True,
    ),
    Cue(
        "extended",
        words(
            r"forlænge[tr]\w*|forlængelse\w*|forlængede|prolonger\w*|videreført\w*|videreføres|"
            r"lever\s+videre|fortsætter|bliver\s+ved|nej\s+til\s+at\s+\w*(?:skrot|afskaf|drop|ophæv|opsig|"
            r"nedlæg|fjern|luk)\w*|"
            r"(?:gælder|kører|løber|virker|fungerer|følger|bruger|arbejder|bygger|er\s+(?:den|der)|er|har|"
            r"står|ligger|bliver|holder|læner)\s+(?:\w+\s+){0,4}?"
            r"(?:stadig\w*|fortsat|endnu|uændret|videre|indtil\s+videre)(?!\s+(?:ikke|ved\s+at|ingen|"
            r"intet|\w+\s+(?:ikke|ingen)))|stadig\s+(?:\w+\s+){0,2}?(?:gælder|gældende|i\s+kraft|den|"
            "rammen|fundamentet|grundlaget)|"
            r"(?:fortsat|endnu)\s+(?:er\s+)?(?:gælder|gældende|i\s+kraft|i\s+fuld\s+\w+)|indtil\s+da|"
            r"imens\s+gælder|så\s+længe\s+gælder|(?:fortsætter|går)\s+videre|fornyet"
        ),
    ),
    Cue(
        "in_force",
        words(
            r"gælder|gældende|i\s+kraft|står\s+ved\s+magt|ved\s+magt|i\s+(?:fuld\s+)?vigør|"
            r"(?:ligger|ligget|står|stået)\s+fast|i\s+fuldt\s+flor|er\s+på\s+plads|på\s+plads|trådt\s+i\s+kraft|"
            r"løber\s+(?:frem\s+)?(?:til|året|indtil|ud)|udløber|holder\s+(?:året|til|frem)|(?:er|"
            r"part)\s+(?:\w+\s+)?i\s+hus|part\s+i|"
            r"er\s+(?:forankret|funderet|bundet|omfattet|dækket)|(?:arbejder|styrer|handler|"
            r"kører)\s+(?:\w+\s+){0,2}efter|hviler\s+på|gyldig\w*|har\s+til\s+og\s+med|"
            r"nuværende|er\s+en\s+realitet|løber|kører"
        ),
        denied="absent",
    ),
)
"""It holds, or was made to hold longer."""

BIRTH: Final = (
    Cue("birth", words(_ADOPTED), denied="unborn"),
    Cue("formed", words(_FORMED), denied="unborn"),
)
"""It came about."""

ENDED: Final = (
    Cue(
        "dead",
        words(
            r"udløb|udløbet|opsagt|opsagde|ophævet|ophævede|droppet|droppede|skrinlagt\w*|skrinlagde|"
            r"(?:lagt|lagde|ligger|lægges)\s+(?:\w+\s+){0,3}?(?:på\s+(?:hylden|is|køl)|i\s+(?:skuffen|"
            "mølposen|graven|dvale))|"
            r"bortfaldet|bortfaldt|røg|ryger|røget|faldt\s+(?:\w+\s+){0,2}(?:bort|til\s+jorden|"
            r"fra\s+hinanden)|faldt|falder\s+bort|(?:stemt|stemte)\s+(?:\w+\s+){0,4}ned|nedstemt|"
            r"sendt\s+(?:\w+\s+)?(?:retur|tilbage)|forkastet|forkastede|"
            r"opgivet|opgav|opgivet|strandede|strandet|løb\s+ud\s+i\s+sandet|afskaffet|afskaffede|nedlagt|"
            r"nedlagde|sat\s+i\s+bero|i\s+bero|sat\s+(?:\w+\s+)?på\s+pause|"
            r"(?:udsat|udskudt|udskydes|udsættes)\s+(?:på\s+ubestemt|til\s+engang|indtil\s+videre)|"
            r"sat\s+ud\s+af\s+kraft|gik\s+ud|ophørt?e?|hørte\s+op|rullet\s+tilbage|trukket\s+(?:tilbage|"
            r"af)|trak\s+(?:\w+\s+){0,3}tilbage|"
            r"taget\s+af\s+(?:bordet|dagsordenen|plakaten)|gik\s+i\s+(?:vasken|glemmebogen|stå|opløsning)|"
            r"gået\s+i\s+(?:vasken|stå|glemmebogen)|gled\s+ud|pillet\s+ud|syltet|aflyst|aflivet|død|døde|"
            "kuldsejlet|kuldsejlede|"
            r"(?:sagde|sagt|siger|stemte)\s+(?:\w+\s+){0,4}nej(?!\s+til\s+at\s+\w*(?:skrot|afskaf|drop|"
            r"ophæv|opsig|nedlæg|fjern|luk))|(?:lade|ladet|lod)\s+(?:\w+\s+)?(?:være|ligge)|afviste|"
            r"afvist|valgt\s+(?:\w+\s+)?fra|fravalgt\w*|fravælger|fravalg|valgt\s+ikke|valgte\s+ikke|"
            r"henlagt|stoppet|stoppede|sluttede|lukket|er\s+(?:\w+\s+)?historie|sparet\s+væk|"
            r"blev\s+(?:\w+\s+){0,3}til\s+(?:noget|andet)|gået\s+i\s+sig\s+selv|ville\s+det\s+anderledes|"
            r"(?:sat|sætter?|satte)\s+(?:\w+\s+){0,6}(?:på\s+pause|i\s+bero|på\s+stand\s?by)|"
            r"blev\s+ved\s+(?:snakken|tanken|ønsket|det|hensigt\w*)|forliste|gravlagt|begravet|"
            r"endte?\s+i\s+skraldespanden|kasseret|slettet|annulleret|tilbagekaldt"
        ),
        denied="alive",
    ),
    Cue(
        "dead",
        words(
            r"ikke\s+(?:længere|mere)",
            r"(?:ikke|aldrig)\s+(?:blevet\s+|blev\s+)?(?:fornyet|forlænget|genoptaget|genoplivet|"
            r"erstattet|afløst|til\s+(?:noget|mere))",
            r"blev\s+(?:\w+\s+)?aldrig\s+til\s+(?:noget|andet|mere)",
        ),
        fixed=True,
    ),
)
"""It ended, or never came about."""

_DONE: Final = r"\w{3,}(?:eret|aget|evet|ndet|gået|lagt|delt|ndlet|jort|taget|lavet|dkendt|kket|ttet|rejdet)"
MAKING: Final = (
    Cue(
        "making",
        words(
            r"(?:ved\s+at|sidder\s+(?:\w+\s+){0,5}?med\s+at|i\s+(?:fuld\s+)?gang\s+med(?:\s+at)?|i\s+færd\s+med(?:\s+at)?|travlt\s+med\s+at|"
            rf"sidder\s+(?:\w+\s+){{0,3}}og|(?:godt\s+)?i\s+gang\s+med)\s+(?:\w+\s+){{0,6}}?(?:{_MAKE}|"
            rf"{_REVISE}|(?:skrive)?arbejdet|processen|{_NEXT})",
            rf"ved\s+at\s+blive\s+(?:\w+\s+){{0,2}}{_DONE}|(?:skal|"
            r"mangler)\s+(?:\w+\s+){0,3}(?:finpudses|renskrives|skrives\s+(?:færdig|igennem)|"
            r"forhandles\s+færdig)",
            r"(?:er|var|ligger|befinder\s+sig)\s+(?:\w+\s+){0,4}?(?:på\s+vej|undervejs|på\s+bedding|"
            r"i\s+ovnen|på\s+blokken)",
            r"på\s+vej|undervejs|(?:i\s+)?støbeskeen|på\s+tegnebrættet|på\s+trapperne|"
            r"på\s+(?:arbejds)?bordet|under\s+(?:ud(?:arb|færd|form|vikl)\w*\.?|opsejling|forberedelse|"
            "opbygning|behandling|revision|revidering|forhandling|tilblivelse|etablering|evaluering|"
            "godkendelse)",
            r"i\s+(?:offentlig\s+|politisk\s+)?høring|hørings\w+|svarfrist|(?:anden|første|2\.|"
            r"1\.)\s?behandl\w*|til\s+(?:politisk\s+|endelig\s+)?(?:behandling|godkendelse|vedtagelse|"
            r"underskrift)|i\s+(?:udkast|kladde)",
            r"(?:afventer|mangler|venter\s+på|venter\s+kun\s+på)\s+(?:[\wæøå]+\s+){0,4}?(?:vedtagelse\w*|"
            r"godkendelse\w*|underskrift\w*|behandling\w*|stempel|byråd\w*|politisk\w*|afstemning\w*|"
            r"at\s+\w+|den\s+sidste|grønt\s+lys|de\s+sidste|blæk\w*)",
            r"(?:nedsat|nedsætter|nedsatte|dannet|indkaldt)\s+(?:\w+\s+){0,3}(?:\w*gruppe\w*|udvalg|"
            r"task\s?force|panel)|\w*(?:arbejds|skrive|styre|"
            r"projekt)gruppe\w*\s+(?:\w+\s+){0,4}(?:i\s+gang|arbejder|skriver|skal|mødes|sidder)",
            r"(?:arbejder|arbejdes)\s+(?:\w+\s+){0,3}(?:på|hen\s+imod|"
            r"frem\s+mod)\s+(?:\w+\s+){0,3}?(?:at\s+(?:få|lave|skrive|udarbejde|formulere|udvikle|skabe)|"
            r"en|et|den|vores|sagen|\w*udkast\w*|højtryk|fulde\s+tryk)|"
            r"arbejder\s+(?:\w+\s+){0,2}med\s+en\b",
            r"(?:skrive)?arbejdet\s+(?:med|på|er)\s+(?:\w+\s+){0,6}?(?:i\s+gang|begyndt|begynder|startet|"
            r"delt|påbegyndt|igangsat|skudt\s+i\s+gang)|(?:igangsat|sat\s+i\s+gang|påbegyndt|begyndt|"
            r"taget\s+hul|går\s+i\s+gang|tager\s+fat)\s+(?:\w+\s+){0,3}(?:arbejdet|processen|"
            r"udarbejdelsen|med\s+at|på\s+(?:at|arbejdet))",
            r"(?:er\s+)?sendt\s+(?:ud\s+)?(?:til|i)\s+(?:\w+\s+)?(?:høring|kommentering|udtalelse|"
            r"partnerne|behandling)|(?:udarbejder|formulerer|forhandler|skriver)\s+(?:\w+\s+){0,6}(?:en|"
            r"et|om)\b|(?:strikker|skruer|flikker|brygger|snedkererer|barsler)\s+(?:\w+\s+){0,4}(?:sammen|"
            "med|på)",
            r"opgave\w*\s+(?:\w+\s+){0,4}(?:at|er)\s+(?:\w+\s+){0,2}(?:få\s+skrevet|skrive|lave|udarbejde|"
            r"formulere)|(?:byrådet|kommunalbestyrelsen|politikerne|\w*udvalget)\s+(?:behandler|drøfter|"
            r"stemmer)|(?:lagt|lægges|lægger)\s+op\s+til|på\s+\w+\s+dagsorden|rådes\s+\w+\s+(?:nu\s+)?bod|"
            r"kommet\s+langt\s+med|(?:lige|tæt|næsten)\s+ved\s+at\s+være|lige\s+(?:om\s+hjørnet|"
            r"på\s+trapperne|på\s+falderebet)|lægge\s+sidste\s+hånd|(?:så\s+godt\s+som|næsten)\s+(?:klar|"
            "færdig)",
        ),
    ),
    Cue(
        "pending",
        words(
            rf"(?:{_SOON})\s+(?:[\wæøå.]+\s+){{0,7}}?(?:{_ADOPTED}|{_FORMED}|{_MADE_NOW}|forelagt|"
            rf"behandlet|klar|færdig|færdige|(?:op\s+)?(?:i|for|til|forbi|omkring)\s+{_BODY}|have\s+(?:en|"
            rf"vores)|træde\s+i\s+kraft|ligge\s+(?:klar|færdig)|{_BODY}\s+(?:den|en)|aflevere\w*|"
            r"fremlægge\w*)",
            rf"(?:{_MADE_NOW})|(?:udkast|oplæg|forslag)(?:et)?\s+(?:til|fra|er|ligger|har|skal|foreligger|"
            r"blev(?!\s+(?:sendt\s+(?:retur|tilbage)|afvist|forkastet|nedstemt|stemt))|sendt|klar)|\w+\s+udkast(?:et)?|kladde\w*|skal\s+(?:\w+\s+){0,3}(?:på\s+dagsordenen|"
            r"forbi|til\s+afstemning|i\s+udvalget)|på\s+dagsordenen\s+(?:til|i|den)|(?:kommer|"
            r"tages)\s+op\s+(?:igen\s+)?(?:i|til)",
            r"(?:vedtager|underskriver|lancerer|godkender|indgår(?!\s+(?:i|som|på)))\s+\w+",
            r"(?:første|vores\s+første|kommunens\s+første)\s+(?:strate\w+|handleplan|aftale|"
            r"politik)\s+(?:er|kommer|ventes|skal|bliver)",
        ),
    ),
    Cue(
        "decided",
        words(
            r"(?:besluttet|vedtaget|enige?\s+om|aftalt|besluttede|vedtog|enedes\s+om|skrevet\s+ind|står|"
            r"fremgår|indgår)\s*(?:\w+\s+){0,6}(?:at\s+(?:\w+\s+){0,3}(?:lave|udarbejde|få|have|skrive|"
            r"formulere)|skal\s+(?:have|lave|udarbejdes|laves|skrives|formuleres))",
            r"(?:penge|midler|beløb|kr\.?|kroner)\s+(?:\w+\s+){0,5}til\s+(?:at\s+\w+\s+)?(?:en|et)\b|"
            r"(?:sat|afsat|bevilget|bevilgede|fundet|afsatte)\s+(?:[\w.]+\s+){0,4}(?:kr\.?|kroner|penge|"
            r"midler|beløb|af)|(?:kommunen|vi|der)\s+skal\s+(?:have|laves|lave|udarbejdes|udarbejde|"
            r"skrives)|skal\s+(?:udarbejdes|laves|skrives|formuleres)|skal\s+vi\s+(?:have|lave)|bestilt|"
            r"bestilte|har\s+(?:\w+\s+){0,3}(?:fået\s+til\s+opgave|bedt\s+\w+\s+om)|"
            r"opgaven\s+(?:er\s+)?(?:\w+\s+)?(?:lagt|givet|placeret)",
            r"(?:hyret|ansat)\s+(?:\w+\s+){0,3}til\s+at\s+(?:skrive|lave|udarbejde|formulere)|(?:vi|"
            r"kommunen|området)\s+får\s+(?:\w+\s+){0,4}(?:til|inden|efter|næste|i)\s+\w+|"
            r"kommer\s+(?:til\s+)?(?:(?:i|næste|til|efter|inden|først)\s+\w+)",
        ),
    ),
)
"""It is being written, waits for its adoption, or was decided on."""

REVISION: Final = (Cue("revision", words(_REVISE)),)
"""A new one, or a look at the old one."""

REPLACED: Final = (
    Cue(
        "replaced",
        words(
            "afløs(?:t|te|tes|es|er)|erstatte(?:t|de|des|r|s)|(?:trådte|kom|kommet|"
            r"trådt)\s+(?:\w+\s+){0,3}i\s+stedet",
            r"veg\s+pladsen|fornyet|fornyede|genforhandlet|(?:blev|er)\s+(?:\w+\s+){0,3}(?:revideret|"
            r"skrevet\s+(?:\w+\s+)?om|opdateret|moderniseret)",
        ),
    ),
)
"""A newer one took its place."""
