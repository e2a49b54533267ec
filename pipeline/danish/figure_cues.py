"""Words that tell whose and of what time a figure is: past or hoped for, elsewhere, for each, a part, a flow.

They are searched in lower case, in the clause of a number or right beside it.
"""

import re
from typing import Final

PAST: Final = re.compile(
    r"\b(?:dengang|tidligere|oprindeligt?|i begyndelsen|i starten|i sin tid|før i tiden|for \S+ (?:år"
    r"|måneder) siden|forrige år"
    r"|(?:sidste|foregående) (?:år|gang|måling|opgørelse|status)|da \w+ blev \w+|i fjor|året før"
    r"|ved (?:starten|opstarten"
    r"|årets begyndelse)|fra start"
    r"|da (?:vi|ordningen|loven|kommunen|byrådet|projektet) \w+|begyndte|startede|var (?:der|vi|tallet|det|de)"
    r"|der var|(?:vi|tallet|det|de) var"
    r"|havde (?:vi|de|kommunen|der)|(?:vi|de|kommunen|der) havde|har (?:vi )?haft|talte vi|vi talte"
    r"|har været(?! igennem| i praktik)"
    r"|ikke længere|gamle? liste|engang|først(?! og fremmest))\b"
)
YEAR: Final = r"((?:19[5-9]|20[0-4])\d)"
YEAR_AFTER: Final = re.compile(
    rf"^[^\d,;]{{0,40}}\b(?:i|pr\.|per|ultimo|primo|medio|fra|for"
    rf"|ved)\s[^\d,;]{{0,20}}(?:\d\d?\.?\s)?[^\d,;]{{0,12}}{YEAR}"
)
YEAR_BEFORE: Final = re.compile(rf"\b{YEAR}\b[^\d;]{{0,60}}$")
YEAR_ALONE: Final = re.compile(rf"(?:i )?{YEAR}$")
PRESENT: Final = re.compile(
    r"\b(?:nu|i dag|idag|pt|p\.t|for tiden|i øjeblikket|for øjeblikket|aktuelt|på nuværende tidspunkt|lige nu"
    r"|p\.t\.|i skrivende stund"
    r"|dags dato|nuværende|her og nu|i år|seneste|senest|tilbage|efterhånden|indtil videre|d\.d|stadig|fortsat"
    r"|status er|kommet op|opdateret|(?:ved udgangen af|ultimo|primo|medio|pr\.? \d\d?\.) (?:januar|februar|marts"
    r"|april|maj|juni|juli|august|september|oktober|november|december)(?! \d))\b"
)
NOW: Final = re.compile(r"\b(?:nu|i dag|idag|tilbage)\b")
TOTAL: Final = re.compile(r"\b(?:i ?alt|alt i alt|tilsammen|sammenlagt|samlet|samlede|sammen|totalt?|alle)\b")
EVENT: Final = re.compile(
    r"\bbl(?:ev|iver) (?:der )?(?:registreret|godkendt|stiftet|etableret|oprettet)\b|\bfik (?:vi|kommunen) (?=\w+ nye)"
)
AIM: Final = re.compile(
    r"\b(?:håb\w*|\w*(?<!for)mål(?:et|sætning\w*|sat|tal\w*)?|ambition\w*|forvent\w*|regner (?:vi |de )?med"
    r"|vision\w*|sigter|stiler|satser|planlagt\w*"
    r"|planlægger|planen|drøm\w*|fordoble[srt]?|budgetter\w*|potentiale\w*|ønske[rt]?|kapacitet\w*|normeret\w*"
    r"|plads til)\b"
)
"""Words that make a target of every number after them in the sentence."""
HOPE: Final = re.compile(
    r"\b(?:hvis (?:der|vi|de) (?:er|har|var|havde|kommer)|under (?:etablering|opstart|opbygning)|på vej"
    r"|skal (?:gerne )?(?:nå|være|op|have|skabe|give)|inden (?:for )?(?:\d{4}|udgangen|årets|årsskiftet"
    r"|sommer|næste|\w+ år)"
    r"|senest i|på sigt|næste år|til (?:sommer|efteråret|foråret|næste)|om (?:(?:et|to|tre|få"
    r"|nogle) )(?:par )?(?:år|måneder)|gerne (?:se|have|nå|op)"
    r"|kunne (?:blive|skabe|være)|vil (?:\w+ )?(?:blive|komme|skabe|kunne|give|nå|få|registreres|ansøge|åbne)"
    r"|bliver (?:snart|til næste)"
    r"|skulle (?:have|være|nå)|ville (?:vi |de |der |det )?(?:være|nå|blive|have|komme)|forhåbentlig|kommende"
    r"|fremover|fremtid\w*|åbner|lovet|lover|ansøg\w*|søger om|overvejer|tilkendegivet|i gang med (?:at (?:blive"
    r"|lade|søge)|processen|registrering\w*|ansøgning\w*)|i proces|afventer|venter på|under opstart|i støbeskeen"
    r"|interesse\w*|undervejs|ventes"
    r"|påtænk\w*)\b"
)
DENIED_LATER: Final = re.compile(r"\b(?:passer|stemmer|holder) (?:det )?ikke\b|\ber forkert\b")
TURN: Final = re.compile(r";|\b(?:men|mens|dog|derimod|alligevel)\b")
ELSEWHERE: Final = re.compile(
    r"\b(?:landsplan|hele landet|hele danmark|i danmark|danmark|nabokommun\w*|nabobyen|naboerne|andre kommuner"
    r"|de øvrige kommuner|i landet|i regionen|region\w*|i europa|i eu"
    r"|landsgennemsnit\w*|gennemsnitskommunen|udlandet|sverige|norge|italien|england|skotland|på verdensplan"
    r"|hele verden|nationalt|kommuner)\b"
)
EACH: Final = re.compile(
    r"\bhver(?:t|s)?(?=\s*(?:$|[.,;:)]|(?:af|især|for sig|har|beskæftiger|tager|enkelt|en|et|to|tre|fire|fem|ca"
    r"|cirka|omkring|mindst|\d+|\w*virksomhed|\w*sted|\w*butik|\w*enhed|\w*café"
    r"|afdeling|arbejdsplads)\b))|\b(?:pr\.?|per) (?:virksomhed|stk|sted|enhed|butik|arbejdsplads|matrikel|afdeling)\w*"
    r"|\b(?:i snit|i gennemsnit|gennemsnitlig\w*|stykket|ad gangen i hver)\b"
)
FLOW: Final = re.compile(
    r"\b(?:kommet til|kom til|kommer til|tilkommet|lukket|lukkede|lukker|drejet nøglen|gået konkurs|gik konkurs"
    r"|konkurs|ophørt|ophørte|stoppet|stoppede|flyttet|flyttede"
    r"|afmeldt|droppet|nedlagt|faldet fra(?=\s?$)|sagt op|stået af|ude af|trukket sig|forsvundet|mistet|solgt"
    r"|slettet|opgivet|afregistrer\w*|nyetablere\w*|nystartede?|kommet med|sprunget)\b"
)
FLOW_NOUN: Final = re.compile(
    r"^\s*(?:(?:helt|splinter)?nye|ny|yderligere|mere|flere|andre|ekstra|fra (?:andre|nabo)\w*)\b"
    r"|^\s*(?:mindre|færre)\s?(?:$|[.,;]|end\b)"
    r"|^\s*til\s?(?:$|[.,;]|på vej)"
)
PART: Final = re.compile(
    r"^(?:alene|bare|kun) (?:i|på|ved) |^(?:og |men |samt )?(?:heraf|hvoraf|deraf|herunder|heriblandt|inklusive"
    r"|inkl\.?|blandt (?:dem|disse|andet)|af (?:dem|disse)\b|bl\.?a\b\.?|f\.eks)"
)
SURVIVES: Final = re.compile(r"^\s?(?:er |af dem )?(?:stadig|fortsat) ")
RESPECTIVELY: Final = re.compile(r"\b(?:henholdsvis|hhv\b\.?)")
OF_ONE: Final = re.compile(
    r"\bden (?:største|mindste|ældste|nyeste|ene|anden|første|sidste|eneste)(?: (?:af|har|beskæftiger|virksomhed"
    r"|butik|er)\b| alene)"
    r"|\b(?:en|én) af (?:dem|de) (?:har|beskæftiger)|\balene [^,;]{1,30}\bhar\b"
)
EXTRA: Final = re.compile(
    r"\b(?:derudover|herudover|desuden|dertil|hertil|ud over|udover|foruden|ved siden af|yderligere|bortset fra"
    r"|fraregnet|se[rt] bort fra|ikke medregnet|ekskl\w*|foruden)\b"
)
ADDED: Final = re.compile(r"\b(?:derudover|herudover|desuden|dertil|hertil|foruden|plus|ligesom)\b")
WHOLE: Final = re.compile(
    r"(?:\bud )?\baf (?:de|disse|vores|kommunens|byens|jeres|deres|alle|samtlige|i alt|de i alt|i alt de)(?: \w+)?\s?$"
    r"|\bud af\s?$"
)
LIST_JOINT: Final = re.compile(r"\s?(?:,|og|samt)\s?$")
DEFINITE: Final = re.compile(r"(?:^|(?<!hvoraf)(?<!heraf)(?<!deraf)\s)(?:de|disse|dem|den)\s?$")
COMPARED: Final = re.compile(r"\b(?:i?mod|sammenlignet med|i forhold til)\s?$")
"""`6 mod 8 sidste år`: the second number is the old one."""
