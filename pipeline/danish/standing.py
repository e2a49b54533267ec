"""Finds the clause that admits an answer is missing: not known, not told, or the question does not apply.

Danish puts the negation behind the finite verb and its subject in a main clause (*det ved vi desværre ikke*) and
before the verb in a subordinate one (*fordi vi ikke ved*); the patterns below are grown from words with short gaps in
between, and a gap never crosses into another clause.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal

from pipeline.danish.clauses import AnswerText, Clause

Missing = Literal["unknown", "declined", "not_applicable"]


@dataclass(frozen=True, slots=True)
class Standing:
    """What an answer says instead of an answer, and where."""

    status: Missing
    clause: Clause
    """The clause that says it; two clauses in one where only both together say it."""
    whole: bool
    """Whether the rest of the answer only explains it; false when the admission is an aside."""


# Words.
_WE: Final = (
    r"(?:vi|jeg|man|ingen|kommunen|forvaltningen|afdelingen|administrationen|sekretariatet|byrådet|undertegnede|"
    r"(?:job|social|erhvervs|beskæftigelses|fag|økonomi)\w*(?:centeret|centret|afdelingen|forvaltningen|udvalget)|udvalget)"
)
_NOT: Final = r"(?:ikke|ik|aldrig|næppe|umuligt|hverken|ingen|ingenting|intet)"
_NO: Final = r"(?:ingen|intet|ingenting om|(?:ikke|aldrig|hverken)(?: \w+){0,2}? (?:nogen|noget|nogle|et|en|de|det|den)|ikke|aldrig|hverken|nul)"
# A gap of up to six words; a word that opens another clause ends it.
_GAP: Final = r"(?:(?!(?:at|hvor|hvad|hvem|hvis|der|som|fordi|men|og|så|for) )[\w'’-]+ ){0,6}"
_SHORT: Final = r"(?:(?!(?:at|hvor|hvad|hvem|hvis|der|som|fordi|men|og) )[\w'’-]+ ){0,3}"

_KNOW: Final = r"(?:ved|vide|vidst|vidste|kender|kende|kendt|kendte|aner|ane|anede|husker|huske|erindrer)"
_COUNT: Final = (
    r"(?:(?:op)?gør|(?:op)?gøre|(?:op)?gjort|(?:op|sammen)?tæller|(?:op|sammen)?tælle|(?:op|sammen)?talt|"
    r"måler|måle|målt|kortlægger|kortlægge|kortlagt|registrerer|registrere|monitorerer|monitorere|monitoreret|"
    r"noterer|notere|noteret|dokumenterer|dokumenteret|evaluerer|evaluere|evalueret|undersøger|undersøge|undersøgt|"
    r"indsamler|indsamle|indsamlet|spurgt|statistikfører|"
    r"(?:samler|samle|samlet|følger|følge|fulgt) (?:\w+ ){0,2}?(?:op|ind|sammen)|"
    r"(?:fører|føre|ført|holder|holde|holdt|laver|lave|lavet|har|haft|udarbejder|udarbejdet|foretager|foretaget|trækker|trukket) "
    r"(?:\w+ ){0,3}?(?:regnskab|statistik|bog|liste|lister|tal|register|tælling|optælling|opgørelse|opgørelser|øje|styr|overblik|"
    r"mandtal|kartotek|protokol|kortlægning|oversigt|logbog|rundspørge|undersøgelse|måling|målinger|evaluering))"
)
_PASSIVE: Final = (
    r"(?:vides|kendes|(?:op)?gøres(?: op)?|(?:op|sammen)?tælles|måles|kortlægges|registreres|monitoreres|noteres|"
    r"dokumenteres|evalueres|undersøges|indsamles|samles|føres|følges|opgjort|kortlagt|optalt|talt op|gjort op|målt|foreligger)"
)
_SAY: Final = (
    r"(?:sige|svare|besvare|oplyse|vurdere|afgøre|bekræfte|afkræfte|opgøre|tælle|udlede|redegøre|gætte|bedømme|"
    r"sætte (?:et )?(?:præcist )?tal|give (?:\w+ ){0,3}(?:svar|tal|bud|overblik|vurdering|tallet)|komme med|levere|finde (?:\w+ ){0,3}(?:ud|frem)|"
    r"skaffe|fremskaffe|fremfinde|fundet (?:\w+ ){0,2}(?:ud|frem)|gennemskue|udtale|se|trække|dokumentere|specificere|opdele|huske|"
    r"gøre (?:\w+ ){0,2}(?:rede|op)|svar på|hjælpe med|hitte|opdrive|komme (?:\w+ ){0,2}nærmere|overskue)"
)
_DATA: Final = (
    r"(?:(?:over|ind)blik|tal|tallet|tallene|talmateriale|(?:op|års)?opgørelse[rn]?|statistik(?:ker)?|data|oversigt|kendskab|viden|indsigt|"
    r"(?:op|sammen)?tælling(?:er)?|kortlægning|oplysninger|informationer|information|dokumentation|anelse|id[eé]|begreb|fornemmelse|liste|"
    r"svar|bud|hold på|styr på|tjek på|måling(?:er)?|register over|erindring|forudsætninger)"
)

_TELL: Final = (
    r"(?:svare|besvare|oplyse|udtale|kommentere|sige (?:noget|mere|andet|yderligere|meget)|(?:gå|komme) (?:\w+ ){0,3}(?:ind|ud)|"
    r"offentliggøre|melde|dele|røbe|afsløre|videregive|udlevere|diskutere|drøfte|rykke|sætte ord|knytte|"
    r"gøre (?:os|mig) til dommer|bedømme|svar|give (?:\w+ ){0,3}(?:svar|tal|kommentar\w*|oplysninger|interview)|ytre|forholde|lægge frem|løfte sløret|ud med|"
    r"blande)"
)
_TELLING: Final = r"(?:svarer|besvarer|oplyser|udtaler|kommenterer|offentliggør|melder|deler|videregiver|udleverer|røber|diskuterer|går)"
_QUESTION: Final = r"(?:spørgsmålet|spørgsmål|det|dette|den|denne del|punktet|emnet)"
_ADVERBS: Final = (
    r"(?:(?:er|synes|virker|jo|nok|derfor|dermed|desværre|slet|længere|altså|for|så|pt\.?|p\.t\.?|lige|nu|rigtig|rigtigt|"
    r"helt|særlig|særligt|specielt|synderligt|vi|os|ser|på|som|hos|en|et|umiddelbart|pt|ligefrem|i|øjeblikket|netop|"
    r"egentlig|jeg|at|være|anser|finder|mener|vurderes|vurderer|kommunen) ){0,6}"
)


def _any(*patterns: str) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns), re.IGNORECASE)


_DECLINED: Final = _any(
    rf"\b(?:ønsker|ønskede|agter|vil|ville|har {_SHORT}(?:valgt|besluttet|lyst|aftalt|tænkt)|bør|skal|må|kan {_SHORT}af (?:hensyn|respekt)) {_GAP}"
    rf"(?:ikke|undlade|helst undgå) {_GAP}(?:at )?(?:\w+ ){{0,2}}?{_TELL}\b",
    rf"\b(?:{_WE} )?{_TELLING} {_SHORT}(?:{_WE} )?{_GAP}ikke\b",
    rf"\b(?:afstår|undlader|afholder|holder os|frabeder|springer) {_GAP}(?:svare?|besvare|udtale|kommentere|spørgsmålet|over|udtalelser)\b",
    r"\b(?:ingen|uden) (?:yderligere |videre )?kommentar(?:er)?\b",
    r"\bingen (?:udtalelser|bemærkninger)\b",
    r"(?<!\bikke )\b(?:fortroligt?|fortrolige|hemmelig(?:t|e)?|hemmeligholdt)\b(?! rum| samtale)",
    r"\b(?:tavshedspligt|mørklagt|klausuleret|hemmeligstemplet)\b",
    rf"\bikke {_SHORT}(?:offentlige|offentligt tilgængelig\w*|offentliggøres|videregives|oplyses|udleveres|kommenteres|deles)\b",
    r"\b(?:holder|beholder) (?:vi|jeg) (?:\w+ ){0,3}for (?:os|mig) selv\b",
    r"\bno comments?\b",
    rf"\b(?:vil|ville) {_SHORT}(?:helst |gerne )?(?:være fri|slippe) for\b",
)

_UNKNOWN: Final = _any(
    rf"\b(?<!så vidt )(?:{_KNOW}|{_COUNT}) (?:{_WE} ){_GAP}{_NOT}\b",
    rf"\b{_WE} {_SHORT}(?:{_KNOW}|{_COUNT}) {_GAP}{_NOT}\b",
    rf"\b{_WE} {_GAP}{_NOT} {_GAP}(?:{_KNOW}|{_COUNT})\b",
    rf"\bingen {_GAP}(?:{_KNOW}|{_COUNT}|tal på|styr på)\b",
    rf"^(?:det )?(?:{_KNOW}) {_SHORT}ikke\b",
    rf"^(?:er )?ikke (?:blevet )?{_PASSIVE}\b",
    rf"\b{_PASSIVE} {_SHORT}(?:ikke|ingen steder|aldrig|intet sted)\b",
    rf"\b(?:bliver|er|har været|blev) {_GAP}(?:ikke|aldrig) {_SHORT}(?:{_COUNT}|opgjort|samlet op|undersøgt)\b",
    rf"\b(?:kan|kunne|tør|vover|vil) {_GAP}(?:ikke|næppe|umuligt|hverken) {_GAP}(?:at )?{_SAY}\b",
    rf"\b(?:ikke|aldrig|ingen|umuligt|hverken) {_GAP}(?:kunnet|kan|kunne|tør|lykkedes) {_GAP}{_SAY}\b",
    rf"\b(?:svært|vanskeligt|umuligt|ikke muligt|ikke til) (?:for \w+ )?at {_SHORT}{_SAY}\b",
    rf"\b{_NO} {_SHORT}{_DATA}\b",
    rf"\b{_DATA} {_SHORT}(?:har|findes|foreligger|eksisterer|ligger|kender|er) {_GAP}(?:ikke|ingen)\b",
    rf"\b(?:mangler|savner|mangel på|uden) {_SHORT}{_DATA}\b",
    rf"\bikke {_SHORT}(?:bekendt|klar over|bevidst om|inde i|orienteret om|vidende|i stand til|klog på|overblik|hos (?:os|mig))\b",
    r"\b(?:uvist|ukendt|uoplyst|uafklaret|usikkert)\b(?! for)",
    r"\b(?:svar(?:et)? skyldig|på stående fod|rent gæt(?:teri)?|gætværk|gætteri|et gæt|guderne|gud (?:må )?ved)\b",
    rf"\b(?:må|skal|kan|bedes) (?:i|du|man) {_SHORT}(?:spørge|henvende|kontakte|forhøre|høre)\b",
    rf"\b(?:må|skal|kan) (?:\w+ ){{1,4}}svare (?:\w+ )?på\b",
    r"\b(?:uden for|udenfor) (?:mit|vores) (?:område|bord|felt)\b",
)
_ACROSS: Final = _any(
    rf"\b(?:ingen|ikke (?:noget|nogen|et tal|et område|en oplysning|tal|data)|ikke den slags)\b[^,.;:]{{0,40}}, "
    rf"(?:der|som|vi|jeg|man|kommunen)? ?{_SHORT}(?:{_KNOW}|{_COUNT}|kan {_SHORT}{_SAY}|{_PASSIVE})\b",
    rf"\bingen\b[^,.;:]{{0,20}}, [^,.;:]{{1,40}}, (?:kan|ved|kender|har)\b",
)
_NOT_APPLICABLE: Final = _any(
    rf"^(?:(?:{_QUESTION}|for|så|da|fordi|derfor|dermed|hos os|for os) ){{0,3}}{_ADVERBS}(?:ikke|næppe|ej|mindre) {_ADVERBS}"
    r"(?:relevant|aktuelt|anvendeligt|brugbart|gældende|noget emne|et emne|nogen relevans|noget tema)\b(?! at)",
    r"^(?:i/r|ir|n/a|n\.a\.?|irrelevant|uaktuelt|udgår|bortfalder|ikke relevant|ej relevant)\b",
    rf"\b(?:irrelevant|uaktuelt)\b",
    r"\bspørgsmålet\b[^,.;:]{0,30}\b(?:ikke|ingen|næppe)\b[^,.;:]{0,25}\b(?:mening|relevant|aktuelt|relevans|passer|anvendelse)\b",
    r"\b(?:giver|gav|har) (?:\w+ ){0,3}(?:ikke|ingen|næppe)(?: \w+){0,3} (?:mening|relevans)\b",
    rf"\b{_QUESTION} (?:\w+ ){{0,3}}(?:bortfalder|udgår|falder (?:\w+ ){{0,2}}(?:væk|bort|til jorden)|passer (?:\w+ ){{0,3}}ikke|"
    r"forudsætter|gælder (?:\w+ ){0,2}ikke|giver sig selv|rammer (?:\w+ ){0,2}(?:forbi|ved siden af))\b",
    r"\bspørgsmålet\b[^,.;:]{0,30}\b(?:bortfalder|udgår|falder|passer ikke|forudsætter|giver sig selv|rammer forbi)\b",
    r"\b(?:kan|kunne) (?:\w+ ){0,3}ikke (?:\w+ ){0,2}(?:bruge|måle|tælle|evaluere|anvende) noget, (?:der|som|man|vi)\b",
)
# Look-alikes: knowledge that is claimed, and phrases that only sound like an admission.
_LOOKALIKE: Final = _any(
    r"\b(?:så vidt|såvidt) (?:vi|jeg|man|kommunen) (?:ved|er orienteret)\b",
    r"\b(?:os|mig) bekendt\b",
    r"\b(?:det|noget|end|hvad|som|alt hvad|alle) (?:vi|jeg|man|i) (?:allerede |jo |godt |i forvejen )?ved\b",
    r"\bved (?:man|vi|du) aldrig\b|\bman ved aldrig\b|\baldrig (?:kan |at )?vide\b|\bhvem ved\b",
    r"\b(?:vi|jeg|kommunen) (?:vil|kan) ikke (?:sige|påstå|afvise|udelukke|sige andet)(?: nej\b| at\b|$)",
    r"\bikke (?:være )?uden (?:kendskab|viden|overblik|indsigt|data|tal)\b",
    r"\b(?:kun|alene|mere end) et gæt\b",
)


def standing(answer: AnswerText) -> Standing | None:
    """The first admission of an answer: that one does not know, will not say, or that the question does not apply.

    Returns None for an answer that admits nothing of the kind. Whether an *answered* value beats it is the caller's
    business: by the contract one number printed makes the whole answer `answered`.
    """
    for sentence in _sentences(answer):
        for clauses in (*((clause,) for clause in sentence), sentence):
            status, found = _status(answer.source, clauses)
            if status:
                return Standing(status, found, _whole(answer, found))
    return None


def premise_fails(answer: AnswerText, nouns: tuple[str, ...]) -> Clause | None:
    """The clause that says there is no such thing as any of the nouns (lower-case stems: *strategi*, *virksomhed*).

    `Vi har jo ingen strategi`, `der findes ikke nogen virksomheder`, `strategien er ophævet`, `uden en aftale`.
    """
    stem = rf"\w*(?:{'|'.join(map(re.escape, nouns))})\w*"
    missing = _any(
        rf"\b(?:ingen|ikke|intet|hverken|aldrig|uden)\b {_GAP}(?:(?:eller|og) {_SHORT})?{stem}(?! (?:kun|alene)\b)",
        rf"\b{stem} {_SHORT}(?:har|findes|er|eksisterer|fik|får) {_GAP}(?:ikke|ingen|aldrig)\b",
        rf"\b(?:fravalgt|ophævet|opsagt|droppet|nedlagt|lukket|afskaffet|forkastet|nedstemt) {_GAP}{stem}",
        rf"\b{stem} {_GAP}(?:ophævet|opsagt|droppet|nedlagt|lukket|lukkede|afskaffet|skrinlagt|forkastet|nedstemt|udløbet|bortfaldet)\b",
    )
    return next((clause for clause in answer.clauses if missing.search(clause.text)), None)


def _sentences(answer: AnswerText) -> Iterator[tuple[Clause, ...]]:
    numbers = dict.fromkeys(clause.sentence for clause in answer.clauses)
    return (tuple(clause for clause in answer.clauses if clause.sentence == number) for number in numbers)


def _status(source: str, clauses: tuple[Clause, ...]) -> tuple[Missing | None, Clause]:
    """What a clause admits; a whole sentence is asked only for what takes two clauses to say."""
    joined = _joined(source, clauses)
    if len(clauses) > 1:
        return ("unknown" if _ACROSS.search(joined.text) else None), joined
    if _LOOKALIKE.search(joined.text):
        return None, joined
    if _NOT_APPLICABLE.search(joined.text):
        return "not_applicable", joined
    if _DECLINED.search(joined.text):
        return "declined", joined
    return ("unknown" if _UNKNOWN.search(joined.text) else None), joined


def _joined(source: str, clauses: tuple[Clause, ...]) -> Clause:
    first, last = clauses[0], clauses[-1]
    text = source[first.start : last.end]
    tokens = tuple(token for clause in clauses for token in clause.tokens)
    return Clause(
        tokens, first.start, last.end, text, text.lower(), first.opened_by, last.closed_by, first.sentence, first.line
    )


def _whole(answer: AnswerText, clause: Clause) -> bool:
    """Whether it opens the answer or closes it, with no turn (*men, dog, til gengæld*) away from it afterwards."""
    later = [other for other in answer.clauses if other.start >= clause.end]
    turned = any(other.has("men", "dog", "gengæld", "derimod", "alligevel") for other in later)
    return not turned and (clause.sentence == 0 or not any(other.sentence > clause.sentence for other in later))
