"""Wordings of the life of a document: there or missing, a part of another, wanted, drafted, definite, new."""

import re
from typing import Final

from pipeline.danish.stance import Cue, words
from pipeline.danish.validity import BIRTH, ENDED, IN_FORCE, MAKING, REPLACED, REVISION

FORCE: Final = frozenset({"in_force", "extended", "birth", "formed", "alive", "replaced"})
"""Signs that a document holds."""
MAKES: Final = frozenset({"making", "pending", "decided"})

NONE: Final = r"(?:ikke|hverken|intet|ingenting|ingen|aldrig)"
GAP: Final = r"(?:[\w-]+\s+){0,4}?"
ON_PAPER: Final = (
    r"(?:på\s+(?:skrift|papir(?:et)?|tryk|print)|nedskrevet|skriftlig\w*|formel\w*|formaliseret|"
    r"nedfældet|officielt|tilsvarende)"
)
ABSENT: Final = (
    Cue(
        "absent",
        words(
            r"(?:det|den|dem|sådan(?:t|ne)?|en\s+sådan|sådan\s+\w+|noget\s+\w+|nogen\s+\w+|det\s+ene|"
            rf"nogen|noget)\s+{GAP}(?:(?:har|er|fik|får|gør|findes)\s+(?:vi|kommunen|der|man|byrådet|"
            rf"området|jeg)\s+{GAP}{NONE}(?!\s+(?:planer|tvivl|lagt|ændret))|(?:findes|foreligger|"
            rf"eksisterer)\s+{GAP}{NONE})",
            rf"(?:har|findes|er|foreligger|eksisterer|ligger)\s+{GAP}{NONE}\s+(?:\w+\s+)?(?:noget|nogen|"
            rf"selv|egen|{ON_PAPER}|sådan\w*|lavet|aftalt|truffet|vedtaget|indgået|haft|fået|kommet|nået|"
            "fundet|besluttet|taget|valgt|udarbejdet)",
            rf"{NONE}\s+(?:\w+\s+){{0,3}}?{ON_PAPER}|{ON_PAPER}\s+{GAP}{NONE}",
            "(?:arbejder|klarer?|klaret|kører|lever|gør|står|er|gjort|levet|kørt|"
            r"arbejdet)\s+(?:\w+\s+){0,3}(?<!ikke )(?<!ikke helt )(?<!aldrig )uden(?!\s+(?:for|om|tvivl))",
            r"(?:ville|havde)\s+(?:vi|der|kommunen)\s+(?:\w+\s+)?(?:have\s+)?haft\s+(?:en|et)\b|"
            r"det\s+mangler|(?:nøjes|nøjedes|nøjet)\s+med|ad\s+hoc|fra\s+(?:sag|gang)\s+til\s+(?:sag|"
            r"gang)|sag\s+for\s+sag|case\s+(?:by|for|til)\s+case|hen\s+ad\s+vejen|hvidt\s+felt|"
            r"^(?:men\s+)?ikke\s+(?:for|om|på)\s+(?:de\s+)?(?:social\w*|området|dette)|"
            r"hellere\s+(?:\w+\s+){0,6}end\s+(?:\w+\s+){0,2}\w*(?:strategi|papir|aftale|plan)\w*|"
            r"valgt\s+en\s+anden\s+(?:vej|model|løsning|tilgang)|ladet\s+være|lader\s+være|"
            r"på\s+bar\s+bund|bart?\s+felt|tomhændede|blank\w*",
            r"(?:ikke|aldrig)\s+(?:\w+\s+){0,3}(?:nået|kommet)\s+(?:\w+\s+){0,2}(?:frem|dertil|"
            r"så\s+langt|i\s+gang|længere)|(?:intet|ingen)\s+af\s+(?:delene|dem)|hverken\s+(?:det\s+ene|"
            r"eller|eller)|^(?:og\s+)?ikke\s+(?:part\s+i|(?:af\s+)?kommunen|os|byrådet|vi)\b",
            rf"(?:vi|kommunen|der)\s+(?:har|er|findes)\s+(?:\w+\s+){{0,2}}{NONE}$|(?:har|er|"
            rf"findes)\s+(?:vi|kommunen|der)\s+{GAP}{NONE}(?:\s+af)?$|"
            r"ikke\s+(?:\w+\s+){0,2}(?:en\s+del\s+af\s+vores|behov\s+for|brug\s+for|"
            r"set\s+(?:\w+\s+)?behov|fundet\s+(?:\w+\s+)?(?:nødvendigt|anledning|behov)|"
            r"(?:\w+\s+)?(?:flertal|opbakning|stemning|politisk\s+vilje|råd|penge|ressourcer|"
            r"kræfter)(?:\s+(?:for|til))?)",
        ),
        fixed=True,
    ),
)
PLACE: Final = (
    r"indgår|indgået|indskrevet|en\s+(?:\w+\s+)?del\s+af|afsnit\w*|kapit(?:el|let|ler)|"
    r"underpunkt\w*|\w*punkt\w*|del\w*mål\w*|(?:et|ét|et\s+af|en\s+af|tre|fire|fem|"
    r"to)\s+(?:\w+\s+)?(?:mål\w*|spor|temaer|ben|søjler|indsats\w*)|"
    r"målsætning\w*|tema(?:et)?|\w*spor|nævn(?:t|es|er|te|ende)|omtal(?:t|es|er|te)|beskrevet|"
    r"beskrives|beskriver|skrevet\s+ind|skrive\s+\w+\s+ind|indarbejdet|indarbejder|indtænkt|"
    r"tænkt\s+ind|tænker\s+\w+\s+ind|"
    r"integreret|indlejret|inkluderet|medtaget|indbefattet|rummer|rummes|fylder|indsatsområde\w*|"
    r"fokusområde\w*|redskab\w*|virkemid\w+|fremhævet|fremhæves|adressere[tr]|forankret|optræder|"
    r"plads\s+i|\w+\s+side(?:r)?|linjer|vævet|flettet|"
    r"indbygget|afspejl\w+|sætning\w*|passus|fodnote\w*|bisætning\w*|søjle\w*|hovedspor|"
    r"element\w*|skrevet\s+sammen|går\s+op\s+i|gået\s+op\s+i|lagt\s+ind|slået\s+sammen|bilag|"
    r"tilføj\w+|hjørne|paragraf\w*"
)
HOST: Final = (
    Cue("host", words(PLACE), denied="unmentioned"),
    Cue(
        "host_weak",
        words(
            r"indeholder|indeholdt|indsats\w*|mål|dækket|dækkes|omfattet|omfatter|"
            r"hører\s+(?:\w+\s+){0,3}(?:under|til|hjemme|ind)|ligger\s+(?:\w+\s+){0,3}(?:i|under|som)|"
            r"prioritere[tr]\w*|berører|berøres|står|skrevet|"
            r"bidrag\w*|kobl\w+|behandles|behandlet|handler\s+om|under\s+(?:paraplyen|hatten|"
            r"overskriften)|ind\s+under|sorterer|del|ben|linje\w*|tager\s+\w+\s+op|nævner|udmøntet|"
            r"ind\s+i|finde\w*"
        ),
    ),
)
AFFIRMS: Final = (
    Cue(
        "exists",
        words(
            r"(?:det|den|sådan\s+\w+|en\s+sådan|begge\s+dele|én|sådant)\s+(?:har|findes|er)\s+(?:vi|"
            r"kommunen|der|man)(?:\s+(?:faktisk|skam|da|jo|nemlig|godt|bestemt|nu|allerede|begge|længe))*$",
            r"det\s+(?:har|gør)\s+vi\s+(?:faktisk|skam|da|bestemt)",
            r"vi\s+har\s+(?:\w+\s+)?(?:to|tre|fire|flere)$",
        ),
    ),
)
CUES: Final = (*IN_FORCE, *BIRTH, *ENDED, *MAKING, *REVISION, *REPLACED, *ABSENT, *HOST, *AFFIRMS)

IF: Final = r"(?:hvis|såfremt)\s+(?:vi|det|der|den|man|kommunen|byrådet|i)"
HAVE: Final = words(
    r"har|haft|findes|er\s+der|der\s+er|ligger|eksisterer|består|foreligger|deler|følger|fik|fået|"
    r"lavede|lavet|hedder|kalder|er|blev|arbejder\s+(?:\w+\s+){0,3}(?:efter|ud\s+fra)|"
    r"bygger\s+(?:\w+\s+){0,3}på|læner|bundet|er\s+(?:vi\s+)?part|hviler|samlet\s+i|reguleret|"
    r"besidder|råder\s+over|satte|sat|rammen|baseret"
)
FINITE: Final = words(
    "har|er|var|vil|kan|skal|må|bør|ville|kunne|skulle|havde|blev|bliver|får|fik|gør|ønsker|"
    r"mangler|giver|sker|findes|går|kommer|ser|siger|tager|bruger|følger|menes|\w+er\s+(?:vi|det|"
    r"den|de|kommunen|at|om|på|en|et|sig|i)|(?:vi|der|som|den|de|byrådet|udvalget)\s+\w+"
)
WANTED: Final = words(
    r"behov\w*|brug\s+for|ønske\w*|flertal|stemning|(?<!er )(?<!der )tale\s+om|snak\w*|"
    r"grund\s+til|råd\s+til|gerne|(?:på|i)\s+retning|foreslå\w*|spørg\w*|ligne\w*|kræve\w*|skulle|"
    r"burde|menes|mening\s+at|kræfter\s+på|"
    r"overvej\w*|måske|drøft\w*|diskute\w*|drøm\w*|hvis|vent(?:er)?\s+på|idé\w*|interesse\w*|"
    r"efterlys\w*|relevan\w*|nytte\w*|om\s+(?:vi|der)\s+(?:skal|bør)|så\s+kunne|kunne\s+(?:vi|man|"
    r"det)|ville\s+(?:vi|være|kunne)|frem\s+for|i\s+stedet\s+for|(?:vil|kommer\s+til\s+at)\s+\w+|"
    r"fået\s+lyst|(?:snart|nok)\s+få|til\s+at"
)
MAYBE: Final = words(
    r"overvej\w*|måske|drøft\w*|diskuter\w*|eventuelt|evt\.?|ønske[rt]?|kunne\s+(?:vi|man|godt|"
    rf"være|blive)|ville\s+(?:vi|man|være)|taler?\s+om|snakker?\s+om|talt\s+om|foreslå\w*|{IF}|"
    r"burde|bør|rygter?|frygt\w*"
)
UNREAL: Final = words(r"overvej\w*|måske|kunne|ville|burde|bør|foreslå\w*|håber|skal")
UNFULFILLED: Final = words(
    r"skulle\s+(?:\w+\s+){0,2}(?:have|blive|være)|(?:bør|burde)|ville\s+have|kunne\s+have|"
    r"mangler\s+at|endnu\s+ikke|var\s+(?:\w+\s+)?tæt\s+på"
)
DRAFT: Final = words(
    r"\w*udkast(?:et)?|bud(?:det)?\s+på|\w*forslag(?:et)?|oplæg(?:get)?|kladden?|"
    r"tekst(?:en)?\s+til|skitse\w*|(?:skrive)?arbejdet\s+(?:med|mod|omkring|frem|på)|"
    r"processen\s+(?:med|mod|omkring|frem)|forarbejde\w*|hensigtserklæring\w*|forhandling\w*|"
    r"kommissorie\w*|"
    r"forberedelse\w*|tilblivelse\w*|første\s+skridt|teksten|kommende|fremtidige?|planlagte?|påtænkte"
)
CONDITION: Final = words(
    r"^(?:og\s+|men\s+|for\s+|først\s+)?(?:indtil(?!\s+(?:da|videre|nu))|når|så\s+snart|"
    r"til(?=\s+(?:vi|den|det|der|byrådet|udvalget|\w+en|\w+et)\s+\w+)|før|inden(?!\s+for))"
)
DEFINITE: Final = words(
    r"\w*(?:strategien|politikken|planen|planens|aftalen|aftalens|partnerskabet|strategiens|strategipapiret)",
    r"(?:vores|kommunens|byrådets|denne)\s+(?:[\w.]+\s+){0,4}\w*(?:strategi|politik|plan|aftale|partnerskab)",
    r"den\s+(?:\w+\s+){0,3}\w*(?:strategi|politik|plan|aftale)",
)
PLURAL: Final = words(r"\w*(?:strategier|politikker|planer|aftaler)")
COUNTED: Final = words(r"har|haft|to|tre|fire|fem|seks|flere|begge|vores|\d+|indgået|forskellige|de|disse|alle")
NEW: Final = words(
    r"ny|nye|næste|afløser\w*|efterfølger\w*|opdateret|opdaterede|opdatering\w*|revid\w+|rev\.?|"
    r"udgaven?|version\w*|evaluer\w*|forny\w*|genforhandl\w*|justere\w*|anden\s+generation|2\.0"
)
DEPENDENT: Final = words(
    r"^(?:og\s+|men\s+)?(?:da|fordi|mens|hvor|eftersom|efter\s+at|selv\s+om|selvom|om|hvem|"
    "hvordan)"
)
IT: Final = words(
    r"den|som|der|denne|begge|selve|\w*arbejdet|sagen|udkast\w*|oplæg\w*|processen|projektet|"
    r"planen|papiret|dokumentet|forslag\w*|de|^(?:og\s+|men\s+|så\s+)?det|et|én|en|ét",
    r"^(?:og\s+|men\s+)?(?:vedtaget|godkendt|underskrevet|indgået|opsag\w+|lagt|sat|droppet|"
    r"i\s+\w+|er|blev|har)",
)
INSIDE: Final = re.compile(r"\b(?:i|af|under)\s+(?:\w+\s+){0,3}$")
OF_SOCIAL: Final = words(r"\w*(?:strategi|politik|plan|aftale)(?:en)?\s+(?:for|om|på)\s+(?:\w+\s+){0,3}?socialøk\w*")
SOCIAL_WORD: Final = words(
    r"social\w*-?\s?økonomi\w*|socialøk\w*|socioøk\w*|soc\.?\s?øk\w*|social\w*\s+(?:virksomhed\w*|"
    r"iværksætter\w*)"
)
REFUTED: Final = words(
    r"(?:ikke|aldrig)\s+(?:\w+\s+)?(?:sådan|rigtigt|korrekt|sandt|fordi|sige|påstå)|passer\s+ikke|"
    "misforståelse|myte|forkert|fejl|usandt"
)
