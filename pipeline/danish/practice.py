"""General Danish for how far something is done: as a rule, partly, in trials, soon, no longer, never.

Pattern fragments in lower case; a space stands for any white space and `…` for a few words (see `cues`). They know
no question: a leaf adds the words of its subject.
"""

from typing import Final

_THAT: Final = r"(?:vi|de|man|der|kommunen|det|jeg|han|hun)"
_DOES: Final = r"(?:gør|kan|har|er|skal|yder|giver|får|bliver|vil|findes|tilbyder|køber|sker)"
_BUT_NOT: Final = r"(?:nu |da |desværre |faktisk |bestemt |overhovedet |slet |dog |så |jo |vist |altså |endnu |stadig |heller )*ikke"
_SHORT_NOT: Final = (
    r"ikke (?:som sådan|aktivt|direkte|særskilt|specifikt|pt|p\.t|for (?:nuværende|tiden|øjeblikket)|i (?:dag|øjeblikket|praksis)|lige nu|"
    r"umiddelbart|her hos|hos os|rigtigt?|ligefrem|egentligt?|just|det mindste|spor|en eneste|det fjerneste|på nuværende tidspunkt|endnu)"
)

ELSEWHERE: Final = (
    r"regionens?\b", r"(?:andre|mange|flere|nogle|større|de fleste) (?:andre )?kommuner", r"nabokommune", r"staten\b",
    r"sygehuse", r"naboerne\b", r"nabobyen\b", r"i andre byer",
)  # fmt: skip
"""Someone else than the answering municipality."""
FORMERLY: Final = (
    r"tidligere\b(?! på| end| møde)", r"engang\b(?! imellem| om)", r"var der en gang", r"dengang\b", r"i sin tid", r"før i tiden", r"førhen\b",
    r"frem til (?:19|20)\d\d", r"i (?:begyndelsen|starten)\b(?! af)", r"oprindeligt?\b", r"gamle\b(?=.{0,30}(?:aftale|politik|strategi|ordning|krav))",
    r"udløb\b", r"den gang\b", r"sidst på 90", r"i 90'erne", r"var\b.{0,15}\bførhen", r"indtil (?:udgangen |slutningen |udløbet )?(?:af )?(?:19|20)\d\d", r"plejede\b", r"i gamle dage",
    r"(?:19|20)\d\d ?[-–] ?(?:19|20)?\d\d havde", r"i (?:nogle|et par|mange|to|tre|fire|fem) år\b(?=.{0,20}\bhavde\b)",
    r"havde (?:vi|kommunen|man) (?:engang|før|tidligere|en|et|faktisk)\b", r"(?:vi|kommunen|der) havde\b",
)  # fmt: skip
"""What no longer holds."""
PERHAPS: Final = (
    r"burde\b", r"bør\b", r"måske\b", r"muligvis\b", r"overveje[rs]?\b", r"drømme[rn]?\b", r"håber?\b", r"håbet\b", r"ønsker? (?:os|at|mere|flere)\b",
    r"gad\b", r"(?:vil|ville) (?:\w+ )?gerne\b", r"vil også gerne\b", r"kunne (?:godt |sagtens |nok |måske )*(?:tænke|ønske|forestille)", r"diskuter\w+",
    r"drøft(?:er|es|et)\b", r"ville være\b", r"skulle gerne", r"hvis vi (?:kunne|havde|fik)", r"ambition\w*", r"på sigt",
)  # fmt: skip
"""What is only thought of or wished for."""

AFFIRMS: Final = (
    r"ja\b(?! tak)(?! til)(?! og nej)(?!/nej)", r"jo\b(?! og)", r"jep\b", r"jada\b", r"jovist\b", r"javist\b", r"jamen ja", r"bestemt\b(?! ikke)", r"absolut\b(?! ikke)",
    r"selvfølgelig\b(?! ikke)", r"naturligvis\b(?! ikke)", r"helt (?:sikkert|bestemt|klart)", r"i (?:aller)?høj(?:este)? grad", r"i den grad",
    rf"det {_DOES} {_THAT}\b(?! (?:\w+ ){{0,2}}ikke)(?! (?:kun|sjældent|næppe|i begrænset|i mindre|lidt|delvis))", r"afgjort\b(?! ikke)", r"så absolut", r"så sandelig",
    r"det er korrekt", r"korrekt\b", r"det (?:passer|stemmer)\b(?! ikke)", r"gerne\b", r"meget gerne", r"ubetinget\b", r"det kan man (?:roligt |godt |trygt )?sige",
    r"i allerhøjeste", r"sådan er det\b", r"det er (?:rigtigt|sandt)",
)  # fmt: skip
"""Openings that affirm the question."""
DENIES: Final = (
    r"nej\b(?! og ja)(?! til)", r"næh?\b", r"niks\b", r"nix\b", r"nope\b", r"overhovedet ikke", r"slet ikke", r"bestemt ikke", r"absolut ikke",
    r"langt ?fra\b(?! alle)", r"ingenlunde\b", r"på ingen måde", r"aldeles ikke", r"tværtimod\b", r"desværre ikke", _SHORT_NOT, r"ikke$",
    rf"det {_DOES} {_THAT} {_BUT_NOT}\b", r"aldrig\b", r"ingen(?:ting)?$", r"heldigvis ikke", r"selvfølgelig ikke", r"naturligvis ikke", r"det ville være (?:for )?(?:dumt|synd|tosset|forkert)",
)  # fmt: skip
"""Openings that deny the question."""
HALVES: Final = (
    r"(?:både )?ja og nej\b", r"jo og nej\b", r"nej og ja\b", r"ja/nej\b", r"både[ -/]+og", r"halvvejs\b", r"delvist?\b", r"til dels\b", r"tja\b",
    r"sådan da\b", r"(?:kun )?i (?:nogen grad|(?:et )?vist? omfang|(?:begrænset|beskedent|mindre|ringe|lille) (?:grad|omfang)|det små)", r"(?:kun |ganske |meget |en )?(?:lidt|smule|anelse)\b",
    r"(?:kun )?(?:af og til|en ?gang imellem|ind ?imellem|nu og da|hist og (?:pist|her)|her og der|i ny og næ|sporadisk|lejlighedsvist?|somme ?tider|nogle gange|undertiden|sjældent|ad hoc)",
    r"ikke (?:altid|overalt|alle steder|systematisk|konsekvent|i alle|af alle|for alle|alle|den store|på alle|fuldt ud|helt|generelt|som hovedregel|i alt|til alt|fuldstændig|i stor stil|så meget|ret meget|over en kam)",
    r"på nogle (?:områder|punkter|felter)", r"nogle (?:af os|steder)\b", r"det (?:kommer (?:lidt |helt |meget )?an på|afhænger|svinger|varierer|veksler|er (?:meget |lidt |lidt af en )?(?:forskelligt|blandet))",
    r"kun (?:delvist?|i|på|ved|når|hvis|for|nogle|enkelte|en gang|inden for|til)\b", r"mindre end", r"ja, (?:når|hvis|hvor|på|ved|for|hos|inden for|i (?=\w+(?:centret|centeret|forvaltningen|afdelingen|området|sager|nogle|visse|enkelte))|i (?:et )?vist|lidt|delvist?|til dels|nogle|i begrænset|i mindre|i nogen|men kun|dog kun|af og til)\b",
    r"ikke (?:til|ved|for|i|hos) (?:alt|alle|de (?:små|mindre|korte|fleste))", r"ikke af de", r"sommetider\b",
    r"(?:for|til|ved|i|på|hos|over|under|når|hvis|inden for|er det) .{2,60}(?:\b(?:er det|gør vi|skal man|skal de)|,? ja)$",
)  # fmt: skip
"""Openings that halve it."""

SAYS: Final = (
    r"(?:svaret|det|svar) (?:\w+ ){0,2}(?:er|lyder|må være|må blive|bliver) (?:\w+ ){0,3}(ja|nej)\b(?! til| tak| og)",
    r"(?:et|med) (?:\w+ )?(?:klart|rungende|stort|lille|entydigt|kort|klokkeklart|blankt|rent) (ja|nej)\b(?! til| tak| og)",
    r"(?:siger|sige|svare|svarer) (?:\w+ ){0,2}(ja|nej)\b(?! til| tak| og)",
)
"""A plain yes or no that is told rather than given; the one group of each alternative is the word."""

SPARSELY: Final = (
    r"en ?gang imellem", r"(?<!med )hist og (?:pist|her)", r"i ny og næ", r"sporadisk\w*", r"af og til", r"ind ?imellem", r"nu og da", r"lejlighedsvist?", r"ad hoc", r"her og der",
    r"i (?:begrænset|beskedent|mindre|ringe|meget lille|lille) (?:omfang|grad|målestok)", r"i et vist omfang", r"i nogen grad", r"i nogen udstrækning", r"i det små", r"(?:gør|er|blevet til|kan|køber|hjælper) (?:vi |det |der )?(?:lidt|en smule|en anelse)\b",
    r"når (?:lejligheden|muligheden|det falder|der (?:er|bliver) (?:tid|luft|plads|overskud))", r"hvis (?:der (?:er|bliver) (?:tid|luft|plads|overskud)|tiden|det lige)", r"fra (?:sag til sag|gang til gang)",
    r"ikke (?:systematisk|konsekvent|overalt|alle steder|i alle|altid|fuldt udbygget)\b", r"i virkeligheden en smule", r"en smule\b", r"en gang om året", r"årlig temaaften", r"et (?:enkelt|par enkelte) ",
    r"(?:ret )?meget mere (?:kan|er|bliver|har)", r"det er (?:hvad|det) (?:vi|det) kan (?:blive|række)", r"hvad (?:det|vi) kan (?:blive til|nå|række)", r"begrænset til\b", r"og (?:det er )?kun det\b", r"ikke meget mere end", r"ellers ikke\b",
    r"småtteri\w*", r"småting", r"det er småt", r"småpenge", r"på (?:enkelte|nogle få|få|visse|udvalgte) (?:områder|felter|steder)", r"inden for (?:enkelte|nogle få|få|visse) ",
)  # fmt: skip
"""What is done rarely or little."""
BY_A_FEW: Final = (
    r"(?:enkelte|nogle|nogle få|visse|et par|to|tre|en enkelt|et enkelt|flere|én|en) (?:af (?:vores|de|kommunens) )?(?:afdelinger?|forvaltning(?:er)?|centre|center|ledere?|institutioner?|områder|direktør(?:er)?|indkøbere|medarbejdere|plejehjem|skoler?|børnehaver?|enheder|fagområder|steder i)\b",
    r"(?:er|som) den eneste (?:forvaltning|afdeling|enhed)", r"(?:eneste|kun) (?:\w+ )?(?:forvaltning|afdeling|center|område)", r"i resten af (?:huset|kommunen|organisationen)", r"de (?:andre|øvrige) (?:forvaltninger|afdelinger|områder|centre)?(?: følger| er (?:ikke|endnu)| har ikke| mangler)",
    r"(?:andre|resten|de øvrige)(?: \w+)? (?:gør|er|har) (?:det )?(?:ikke|endnu ikke)", r"(?:mens|hvorimod|men) (?:resten|de (?:andre|øvrige))\b", r"det er (?:meget )?forskelligt fra", r"på eget initiativ", r"ildsjæle",
)  # fmt: skip
"""What only a part of the house does."""
TRIAL: Final = (
    r"(?:et|kører|kørende|to|tre|flere|igang med et|som) (?:\w+ )?(?:forsøg|pilot\w*|prøveprojekt\w*)\b(?! på at)", r"pilot(?:projekt|forsøg|ordning|fase|udbud|er\b)\w*", r"forsøgsordning\w*", r"prøveordning\w*", r"på (?:forsøgsbasis|prøve)\b", r"som (?:et )?(?:forsøg|prøve)\b",
    r"afprøve[rs]?\b", r"tester\b", r"prøver (?:vi )?(?:det )?af\b", r"forsøg(?:et|sperioden)\b",
)  # fmt: skip
"""What is only tried out."""
TRIES: Final = (
    r"(?:vi|man|kommunen|afdelingen|indkøberne|afdeling\w*) (?:\w+ )?(?:prøver|forsøger|tilstræber|stræber)\b", r"(?:prøver|forsøger|tilstræber|bestræber) (?:vi|man|kommunen)\b", r"tilstræbe[rs]\b", r"(?:bestræber|anstrenger|umager) (?:vi )?os\b", r"gør (?:et forsøg|hvad vi kan|vores bedste|vort bedste)", r"efter bedste evne", r"så (?:vidt|godt|langt) (?:det er )?(?:som )?(?:det er )?(?:vi kan|muligt)",
    r"i baghovedet", r"(?:har|haft|med) (?:det|dem) (?:for øje|in mente|i tankerne)", r"hvis (?:det )?(?:er )?(?:muligt|kan lade sig gøre)", r"(?:hvor|når|i det omfang) (?:det|lovgivningen|loven|reglerne) (?:er |kan |giver |tillader )?(?:muligt|lade sig|mulighed|det|giver mening)", r"opfordrer\b", r"opfordres\b",
)  # fmt: skip
"""What is attempted, without a promise."""

_MAKING: Final = (
    r"(?:udarbejde|lave|skrive|formulere|udforme|udvikle|forberede|etablere|opbygge|bygge|oprette|ansætte|tilrette|justere|indarbejde|indføre|indskrive|skabe|revidere|kortlægge|undersøge|planlægge|"
    r"tænke|strikke|sætte|starte|finde|få|åbne|ændre|opdatere|lægge|klargøre|afdække|tilpasse|introducere|implementere|rulle|begynde|komme i gang|gå i gang)"
)
_MONTH: Final = r"(?:januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december)"
_WHEN: Final = (
    r"(?:i løbet af (?:20\d\d|det (?:nye|kommende|næste)|foråret|efteråret|sommeren|vinteren|året|næste)|(?:fra|i|til|primo|ultimo|medio|inden udgangen af|senest i) 20(?:19|2\d)|næste år|til (?:foråret|efteråret|sommer|vinter|nytår|næste år|"
    + _MONTH
    + r")|efter (?:nytår|sommer(?:ferien)?|påske|jul)|fra (?:næste|årsskiftet|nytår|og med)|(?:d\.|den) 1\. "
    + _MONTH
    + r"|i det (?:kommende|nye) (?:år|budgetår)|snart\b|inden længe|inden for kort tid)"
)
COMING: Final = (
    rf"er (?:lige nu |netop |nu |i øjeblikket |for tiden |pt\.? |så småt |allerede )?ved at {_MAKING}", rf"(?:er |gået )?i (?:fuld |fuld sving |)?(?:gang|færd|sving) med (?:at )?{_MAKING}", r"i (?:fuld )?gang med (?:en|et|forarbejd\w+|forberedelse\w*|arbejdet|udarbejdelse\w*|at)\b",
    r"under (?:udarbejdelse|udvikling|opbygning|forberedelse|etablering|udformning|opsejling|planlægning|formulering|opstart)", r"forbereder\b", r"forberedes\b", r"planlægger\b", r"planlægges\b", r"(?:er|har|står) (?:vi )?(?:det )?(?:i støbeskeen|på tegnebrættet|på trapperne|på vej|i pipeline|i ovnen)", r"i støbeskeen", r"på tegnebrættet", r"på trapperne", r"på vej\b(?! ind| ud| til| hjem| med| i )", r"i ovnen\b", r"på bedding(?:en)?", r"er lagt i kakkelovnen",
    r"(?:er|sendt|ligger|sendes) (?:\w+ )?i høring", r"afventer\b", r"venter (?:kun |bare |på |nu )+\w*(?:godkendelse|vedtagelse|behandling|udvalg\w*|byråd\w*|politisk|svar|endelig)", r"mangler (?:kun|blot|bare|nu|endnu|stadig)\b", r"(?:kommer|skal|bliver|forventes) (?:\w+ )?(?:på|til) (?:byrådets |udvalgets |politisk )?(?:dagsorden\w*|behandling|vedtagelse|godkendelse)",
    r"arbejder (?:\w+ )?(?:på|hen imod|frem mod) (?:at|en|et)\b", r"(?:er|bliver) (?:ved at )?(?:blive )?(?:skrevet|tænkt|arbejdet|skruet|strikket)(?: \w+)?(?: ind| sammen)(?: \w+)? (?:i (?:den nye|næste|kommende|en ny))", r"(?:indgår|kommer|bliver|tages|skrives|får|lægges|indarbejdes|indskrives|medtages) (?:\w+ ){0,3}(?:med )?(?:ind )?i (?:den|det|næste|kommende|vores|en) (?:nye|næste|kommende|reviderede|ny)\b",
    rf"(?:starter|begynder|åbner|går i gang|tiltræder|træder i kraft|lanceres|lancerer|opstarter|igangsættes|rulles ud|ansætter|kommer|bliver|skal|får|forventer|regner med|sætter|køber|tager)\b…{_WHEN}", rf"{_WHEN}…(?:starter|begynder|åbner|går|tiltræder|træder|lanceres|lancerer|igangsættes|rulles|ansætter|kommer|bliver|skal|får|forventer|sætter|udarbejder|laver|tager|vil)\b",
    r"skal til at\b", r"vil (?:vi |kommunen |der )?(?:fremover|snart|fra|i det nye|i løbet|til)\b", r"(?:er|bliver) (?:under )?(?:indstillet|foreslået) ", r"(?:har |er )?(?:lige |netop |nu )?(?:ansat|bevilget|afsat|søgt|fundet) (?:\w+ ){0,6}(?:til at |som |der )(?:skal|starte|begynde|komme)\b", r"tiltræder\b", r"første skridt bliver", r"lægger? op til\b", r"lægges (?:der )?op til\b",
    r"(?:har |er )(?:\w+ )?(?:besluttet|vedtaget|bedt|pålagt|bestilt)(?: \w+){0,8} (?:at |om )?(?:udarbejde|lave|skrive|oprette|ansætte|et oplæg|et forslag|forslag|indføre|komme med|se på)", r"puljeansøgning\w* er (?:imødekommet|godkendt)", r"(?:ordningen|tilbuddet|projektet|politikken|huset|stillingen) (?:er slået op|går i gang|starter|åbner|er klar|træder)", r"(?:stillingen|jobbet) er (?:netop |lige )?slået op", r"kommer til\b",
)  # fmt: skip
"""What is being made or is decided for later."""
ABOLISHED: Final = (
    r"(?:er |blev |blevet |bliver )(?:\w+ )?(?:nedlagt|afskaffet|droppet|skrinlagt|opgivet|forkastet|afvist|nedstemt|stemt ned|lukket|sparet (?:væk|bort)|skåret væk|udløbet|stoppet|taget af bordet|sat i bero|ophævet|afviklet|pillet ud|strøget|fjernet)", r"faldt (?:\w+ ){0,4}(?:med|på|til jorden|ud|væk)\b", r"løbet ud i sandet", r"lagt i (?:graven|mølposen)", r"blev (?:det )?ved (?:snakken|tanken|ordene|hensigten)", r"ikke genbesat", r"(?:ikke|aldrig) (?:blevet|kommet|nået) (?:til noget|videre|længere|så langt|dertil|i gang)", r"(?:ebbede|døde|løb) (?:\w+ )?(?:ud|hen)\b", r"taget af programmet", r"(?:ligger|lå) i en skuffe", r"samler støv", r"aldrig (?:taget i brug|brugt|bruges|fulgt op|kommet)",
    r"(?:kun|blevet ved) (?:\w+ )?snak\b", r"nogensinde", r"står stille\b", r"sker (?:der )?(?:\w+ )?(?:ingenting|intet|ikke noget)",
)  # fmt: skip
"""What was given up."""
UNDONE: Final = (
    rf"det {_DOES} {_THAT} {_BUT_NOT}\b", rf"(?:vi|kommunen|man|de) (?:gør|har|kan) (?:det |dem )?{_BUT_NOT}$", r"har vi (?:\w+ )?ikke$", r"ingen planer\b", r"(?:er|bliver) (?:det )?(?:\w+ )?ikke (?:til|til noget|et tema|et emne|på tale|på dagsordenen|noget vi)",
    r"rører (?:vi )?(?:\w+ )?ikke\b", r"(?:ikke|aldrig) været (?:\w+ )?(?:på|en del|oppe|nævnt|tema)", r"holder (?:vi )?(?:os|fingrene) (?:fra|væk|ude)", r"blander os ikke", r"må (?:klare|sejle|hjælpe|finde|selv)\b…(?:selv|søen)",
)
"""What is not done."""
