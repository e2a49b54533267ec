"""Words that tell enterprises from registered ones, and jobs for people on the edge from other work.

They are searched in lower case, beside a number or in its clause.
"""

import re
from typing import Final

REGISTERED: Final = re.compile(
    r"\brsv|registre(?:ret|rede|ring)|registret\b|godkendt|optaget (?:i|på)|står? (?:\w+ )?(?:opført"
    r"|på erhvervsstyrelsens)"
    r"|ladet sig|certificer\w*|blåstemplet|erhvervsstyrelsens|efter loven|lovens"
)
REGISTERED_NOUN: Final = re.compile(r"\brsv|registre(?:ret|rede|ring)|godkendt")
OWN_LIST: Final = re.compile(
    r"\b(?:vi|kommunen|jobcentret|jeg)\s(?:har\s)?(?:\w+\s)?registreret\s?$|har\s(?:vi|kommunen|jobcentret"
    r"|jeg)\sregistreret\s?$|\ber (?:\w+ )?registreret\s?$"
    r"|registreret (?:hos os|i vores|på vores|af os|i kommunens)"
)
EDGE_WORDS: Final = (
    r"udsat|på kanten|fra kanten|målgrupp|ledig(?!t|hed(?:en)? falder)|særlige (?:behov|vilkår)|nedsat|handicap|førtids"
    r"|kontanthjælp|sårbar|svage|udfordring|uden for|forsørgelse|offentlig\w* ydelser|psykisk|hjemløs|misbrug|flygtning"
    r"|begrænsning|ellers ville|på (?:en )?ydelse"
    r"|funktionsned|diagnose|støttebehov|sygemeld|langt fra arbejdsmarked|fodfæste|beskyttede"
)
EDGE: Final = re.compile(EDGE_WORDS)
TARGET: Final = re.compile(rf"{EDGE_WORDS}|fleks|flex|skåne")
WORK: Final = re.compile(
    r"\bjob|jobs?\b|ansat|ansæt|arbejd|beskæftig|\bløn|fodfæste|stilling|fast ?hold|selvforsørg|på lønningslisten"
    r"|hyret|sysselsat"
)
HIRED: Final = re.compile(
    r"\bansat\b|(?<!har )\bansatte\b|\bi (?:\w+ )?(?:\w{0,8}job|arbejde|beskæftigelse|ansættelse)\b"
    r"|fået (?:\w+ )?(?:job|arbejde|ansættelse|fodfæste|fast)"
    r"|på lønningslisten|\bpå (?:særlige|støttede|beskyttede) vilkår|kommet i (?:job|arbejde|beskæftigelse)"
)
HIRES: Final = re.compile(
    r"(?:beskæftiger|beskæftigede|ansætter|ansat|skabt|skaber|sysselsætter|lønner"
    r"|\b(?:løn|arbejde|job) til|jobmæssigt\b.{0,30})(?:\s(?:de"
    r"|i alt|tilsammen|samlet|nu|der|sammenlagt))*\s?$"
)
NOT_JOBS: Final = re.compile(
    r"praktik|forløb|afklar|arbejdsprøv|\bstu\b|kursist|kursus|undervisning|deltager|brugere|besøg|gæster"
    r"|gennem huset|frivillig|medlem"
    r"|igennem|elever|lærlinge|(?<!fleks)løntilskud|ordinær|ansøg"
)
SHARED_OUT: Final = re.compile(
    r"\b(?:hvoraf|heraf|deraf|(?:og )?af (?:dem|disse) (?:har|er)|hvor mange af (?:dem|disse)|hvor stor en del"
    r"|hvor mange (?:der|af))\b"
)
HAVING: Final = re.compile(r"\b(?:har|er der|der er|findes|fået|ligger)\b")
KNOWING: Final = re.compile(
    r"\b(?:bedt|krævet|forlangt|opgjort|opgør|tæller|talt|tal|ved|kender|fører|holder (?:øje|styr)|overblik|spurgt"
    r"|sagt|samlet|undersøgt|har (?:svaret|tal)|(?:kan|kunne|tør) (?:\w+ )?(?:sige|svare|oplyse|tælle))\b"
)
NOBODY_CAN: Final = re.compile(r"^\s?(?:kan|vil|skal|tør|må|bør|kunne|ville|andre|af os|gider|grund|vej)\b")
TODAY: Final = re.compile(r"\b(?:i dag|idag|nu|aktuelt|siden|længere|nuværende|øjeblikket|aktuelle|opdater\w*)\b")
ONLY_REGISTERED: Final = re.compile(r"\b(?:sidstnævnte|de registrerede|rsv['’]?\w*|registrerede virksomheder)\b")
CAME_TO: Final = re.compile(r"^\s?(?:blev|er) det(?: dog)?(?: blevet)?(?: til)?\b")
"""`31 blev det til` goes on with what the sentence before counted."""
KINDS: Final = re.compile(r"\b(fle[kx]s|skåne)")
ALL_OF_THEM: Final = re.compile(
    r"\b(?:de øvrige|de andre|resten|ikke[- ]registrerede|uregistrerede|hele feltet|førstnævnte)\b"
)
ASKS_JOBS: Final = re.compile(r"\bjob|arbejdsplads|ansat|udsatte|beskæftig")
ASKS_REGISTERED: Final = re.compile(r"registr|\brsv")
FIRST_ASKED: Final = re.compile(r"[,?;:(]|\bog hvor|\bog er\b|\bheraf|\bhvoraf|\bsamt\b|–|-\s")

CONTRAST: Final = re.compile(r"(?:men|mens|dog|hvorimod)\b")
TRULY: Final = re.compile(r"\b(?:reelt|aktive|i drift|lever op|opfylder)\b")
SUBSET: Final = re.compile(
    r"^\s?af (?:dem|disse)\b(?!.{0,60}social\w?økonomisk)|^\s?(?:ud )?af (?:de|vores|disse|i alt)\s?$"
)
OUR_STAFF: Final = re.compile(
    r"\b(?:vi|kommunen|jobcentret) har (?:\w+ )?$|\bhar (?:vi|kommunen|jobcentret) (?:\w+ )?$"
)
SUPPORTED: Final = re.compile(
    r"\bfået (?:\w+ )?(?:støtte|tilskud|hjælp|rådgivning|sparring)|\b(?:deltaget|modtaget|søgt|medvirket|bidraget"
    r"|svaret)\b|\bværet med\b"
)
OURS: Final = re.compile(r"\b(?:hos os|her i|i vores)\b")
NO_LONGER: Final = re.compile(r"^\s?(?:længere|mere|endnu)\b(?=\s{0,3}(?:$|[.,;]))")
SHARE_OF: Final = re.compile(r"^\s?af (?:de|disse|alle|vores)?\s?([^\W\d_]{3,40})")
OF_THESE: Final = re.compile(r"^\s?af (?:dem|disse|virksomhederne)\b.{0,60}social\w?økonomisk")
APPROACHED: Final = re.compile(
    r"\b(?:besøgt|besøger|inviteret|kontaktet|skrevet til|rådgivet|vejledt|spurgt|deltog|henvendt|i dialog med"
    r"|drøftet med)\b"
)
THOSE_ARE: Final = re.compile(
    r"\b(?:det|dem|her) er (?:der )?$|\baf (?:dem|den slags|disse) (?:har vi|er der|findes der) $"
)
