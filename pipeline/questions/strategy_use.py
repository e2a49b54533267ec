"""`strategy_use`: is the strategy or agreement used?

Every clause is asked whether it speaks of use, of disuse, of a part, or of a use to come. Use here and disuse there is
`partly`; a use to come is `planned`; without a strategy the question does not apply (the contract).
"""

from typing import Final

from pipeline.danish.clauses import AnswerText
from pipeline.danish.documents import documents
from pipeline.danish.negation import negated
from pipeline.danish.stance import Cue, Finding, findings, particles, words
from pipeline.danish.standing import standing
from pipeline.questions.reading import Doubt, Reading
from schemas.answers import Stance

_USE: Final = (
    r"brug(?:er|es|e|t|te)|(?:i|taget\s+i|tages\s+i|tager\s+\w+\s+i)\s+(?:flittig\s+|daglig\s+|fuld\s+)?(?:brug|anvendelse|spil)|(?:gør|gjort|gøre)\s+(?:\w+\s+){0,2}brug|brug(?=\s+er\s+der)|"
    r"anvend(?:er|es|e|t|te)|benyt(?:ter|tes|te|tet)|udnytte[rst]*|følg(?:er|es|e)(?!\s+(?:også|af|med)\b)|fulgt|fulgte|efterlev\w+|implementere[tsr]*|udmønte[tsr]*|omsæt\w*|omsat|realisere[tsr]*|gennemfør\w*|"
    r"(?:arbejder|arbejdes|arbejdet|styrer|styres|planlægger|handler|navigerer|prioriterer|agerer|retter\s+os|kører|holder\s+os|lever|indretter\s+os|måler)\s+(?:\w+\s+){0,4}?(?:efter|ud\s+fra|med\s+den|med\s+strategien|op\s+til|til\s+den)|"
    r"læner\s+(?:\w+\s+){0,3}op\s+ad|trækker\s+(?:\w+\s+){0,3}(?:på|frem)|trukket\s+frem|(?:tager|tages|taget|tage)\s+(?:\w+\s+){0,3}(?:frem|udgangspunkt|afsæt|med\s+til|med\s+os|i\s+hånden)|(?:har|have|haft)\s+(?:\w+\s+){0,4}fremme|(?:slår|slås|slå|kigger|kigge|ser|læser|bladrer|bladre|kigges)\s+(?:\w+\s+){0,4}(?:op\s+i|i\s+den|i|efter)|"
    r"griber\s+(?:\w+\s+){0,2}til|før(?:er|es|e|t)\s+(?:\w+\s+){0,3}ud\s+i\s+livet|ført\s+ud\s+i\s+livet|(?:kommet\s+)?ud\s+(?:at|og)\s+leve|henvise[rs]*|refererer|refereres|peger\s+på|bygger\s+(?:\w+\s+){0,3}på|baseret|hviler\s+på|"
    r"(?:er|været|som|fungerer|virker|bliver|danner|udgør|sætter)\s+(?:\w+\s+){0,5}?(?:rygrad\w*|rettesnor\w*|pejlemærke\w*|kompas\w*|ledetråd\w*|fundament\w*|grundlag\w*|drejebog\w*|bibel\w*|styringsredskab\w*|(?:arbejds|dagligt?\s+)?redskab\w*|værktøj\w*|rammen|ramme|retningen|udgangspunkt\w*|omdrejningspunkt\w*|nøgle\w*|(?:grundlov|bibel|køreplan|ledestjerne|tjekliste|opskrift)\w*)|"
    r"levende\s+(?:dokument|redskab|papir|værktøj)|lever|fast\s+(?:punkt|følgesvend|indslag|del|bestanddel|element)|(?:status|opfølgning|afrapport\w+|rapportere\w*|måler|årshjul|handleplan\w*|årsplan\w*|fulgt\s+op|følg(?:er|es)\s+(?:\w+\s+){0,3}op|redegør\w*|evaluere[srt]*)|"
    r"i\s+(?:fuld\s+)?(?:gang|fuldt\s+sving|sving|funktion|drift)|holder\s+(?:os|hinanden|kommunen)\s+(?:op|fast)\s+på|styrende|skinner\s+igennem|gennemsyrer|spiller\s+(?:\w+\s+){0,2}(?:rolle|med)|præger|slidt|æselører|ligger\s+(?:\w+\s+){0,3}(?:fremme|på\s+(?:skriveborde|bordet|alle)|i\s+(?:baghovedet|rygraden))|rygmarven|under\s+huden|"
    r"afgør\w*|forpligter|indgår|indarbejdet|kendt|tænker\s+(?:\w+\s+){0,2}(?:den|strategien)\s+ind|bider|virker|fungerer|nævnes|citerer|citeres|hentet|bidrager"
)
_DISUSE: Final = (
    r"skuffe\w*|skrivebordsskuffe\w*|hylde\w*|støv\w*|støver|arkiv\w*|glemt|glemmebogen|glemsel|gemt\s+(?:væk|godt)|ukendt|skrivebordspapir|papirtiger\w*|pap(?:ir)?øvelse\w*|døde?t?\s+(?:bogstav\w*|papir|dokument)|dødt|død|uden\s+(?:betydning|liv|effekt|virkning|opfølgning)|"
    r"i\s+stå|i\s+bero|bero|på\s+(?:stand\s?by|pause|vågeblus|køl|is|papiret)|ligger\s+stille|stillestående|sovet\s+ind|sover|tornerosesøvn\w*|dvale\w*|til\s+pynt|pynt|pynter|syltet|syltekrukke\w*|mølposen|ud\s+af\s+hænderne|gledet\s+(?:ud|i\s+baggrunden)|"
    r"skindød|fine\s+ord|(?:tomme|flotte|pæne)\s+ord|gået\s+(?:i\s+glemmebogen|tabt|fløjten|i\s+sig\s+selv)|løbet\s+ud\s+i\s+sandet|knap\s+hørt|hensygner|passiv|vores\s+vindueskarm|bundet\s+ind|samler|symbolsk|aldrig\s+kommet\s+(?:ud|videre|længere)|(?:stoppet|ophørt|holdt\s+op)|lagt\s+(?:til\s+side|væk|død)|papirform|nyttesløs|ingen\s+(?:kender|bruger|husker|læser|tager|spørger)"
)
_PART: Final = (
    r"delvist?|til\s+dels|dels\b|(?:i|til)\s+(?:en\s+)?(?:vis|nogen|nogle)\s+(?:grad|udstrækning|omfang)|i\s+(?:et\s+)?(?:begrænset|mindre|beskedent|lille|varierende|ringe|nogen|vist)\s+(?:omfang|grad|udstrækning|målestok)|både\s+(?:og|ja|ja\s+og\s+nej)|både-?\s?og|ja\s+og\s+nej|både|halvt|halvvejs|halvhjertet\w*|"
    r"(?:nogle|visse|enkelte|udvalgte)\s+(?:af\s+)?(?:steder|dele|afsnit|kapitler|punkter|områder|afdelinger|forvaltninger|indsatser|medarbejdere|centre|elementer|gange|handlinger|kolleger|ledere)|dele\s+af|en\s+del\s+af|(?:kun|mest|primært|hovedsageligt?|især|særligt|udelukkende|alene|overvejende|først\s+og\s+fremmest)\s+(?:\w+\s+){0,3}?(?:i|af|hos|på|ved|til|når|et|en|de|dele|den|noget|kapitlet|afsnittet|som|\w+centret|\w+afdelingen|\w+forvaltningen)|"
    r"af\s+og\s+til|ind\s?imellem|indimellem|en\s+gang\s+imellem|engang\s+imellem|nu\s+og\s+da|lejlighedsvist?|sporadisk|sjældent|sjældnere|periodevist?|ad\s+hoc|i\s+perioder|til\s+tider|hist\s+og\s+her|her\s+og\s+der|nogenlunde|nogen\s+gange|nogle\s+gange|mere\s+eller\s+mindre|sådan\s+da|så\s+som\s+så|varierende|varierer|svingende|svinger|forskellig\w*|afhænger|kommer\s+an\s+på|ujævnt|"
    r"(?:bruges|bruger|brugt|bliver|følger|følges|aktivt?|er)\s+(?:\w+\s+){0,4}(?:mindre|sjældnere|lidt|lidt\s+mindre)(?:\s+end)?|mindre\s+(?:aktivt?|end|og\s+mindre|intensivt)|ikke\s+(?:\w+\s+){0,2}(?:så\s+(?:meget|aktivt?|ofte|tit|konsekvent|systematisk|flittigt|intensivt)|i\s+samme\s+(?:grad|omfang)|lige\s+(?:så|meget)|systematisk|fuldt\s+ud|helt|altid|alle\s+steder|overalt|i\s+alle|alle|som\s+helhed|som\s+tidligere|konsekvent|optimalt|det\s+hele|hele|nok|tilstrækkeligt?|alt)|"
    r"(?:godt\s+)?kunne\s+(?:\w+\s+){0,3}(?:blive\s+|være\s+|bruges\s+|bruge\s+\w+\s+)?(?:bedre|mere|meget\s+mere)|ikke\s+(?:\w+\s+)?sjældent|halvdelen|en\s+tredjedel|den\s+ene\s+halvdel|lidt\s+(?:endnu|for\s+lidt)|mindre\s+end\s+før|skåret\s+ned|ja\s+men\s+ikke|trukket\s+frem\s+(?:en\s+gang|af\s+og)|(?:\w+\s+)?(?:et\s+par|få)\s+af\s+\w+|resten\s+(?:\w+\s+){0,4}(?:ikke|venter|udsk\w+|ligger|mangler|aldrig)"
)
_FUTURE: Final = (
    r"endnu\s+ikke|ikke\s+(?:\w+\s+){0,4}endnu|ikke\s+(?:helt\s+)?(?:nået|kommet)\s+(?:\w+\s+){0,3}(?:dertil|så\s+langt|i\s+gang|til|ud)|(?:først|tidligst)\s+(?:fra|efter|når|til|i|om|derefter|den|rigtigt|skal|vedtaget|trådt|lige|underskrevet)|(?:bliver|kommer|træder)\s+(?:\w+\s+){0,3}(?:fra|når|til\s+(?:nytår|sommer|efteråret|foråret|næste)|først|efter)|(?:træder|trådt)\s+først|"
    r"(?:det\s+)?(?:skal|kommer|vil)\s+(?:den|det|vi|strategien|aftalen)\s+(?:\w+\s+){0,3}(?:bruge\w*|blive|anvendes|til|nok|gerne|snart)|(?:skal|vil|kommer\s+til\s+at)\s+(?:\w+\s+){0,3}(?:blive\s+)?(?:bruge[st]?|brugt|anvende[srt]?|implementere[sr]?|rulle[srt]?\s+ud|udmønte[sr]?|omsættes|følges)|fra\s+(?:nytår|årsskiftet|sommer|næste\s+år|det\s+nye\s+år|januar|\d+\.)|"
    r"(?:blækket|trykt)\b|for\s+tidligt|for\s+(?:ny|frisk)|så\s+(?:ny|frisk)|helt\s+ny|(?:splinter|sprit)?ny\b|netop\s+(?:\w+\s+)?(?:vedtaget|indgået|underskrevet|godkendt|trådt)|lige\s+(?:er\s+)?(?:blevet\s+)?(?:vedtaget|indgået|underskrevet|godkendt|landet)|(?:er|går|ved\s+at)\s+(?:\w+\s+){0,2}(?:klar|parat)\s+til\s+at|begynder|starter|går\s+(?:\w+\s+){0,2}i\s+gang|sættes\s+i\s+(?:søen|gang|værk)|rulles\s+ud|udrulles|udrulning\w*|"
    r"når\s+(?:den|strategien|aftalen|planen|først|byrådet)\s+(?:\w+\s+){0,3}(?:er|bliver|har)|afventer|venter\s+på|forbereder|planlægger|under\s+implementering|meningen|hensigten|ambitionen|planen\s+er|forventer|snart|på\s+vej|kommende|med\s+tiden|oversætte|ved\s+at\s+(?:\w+\s+){0,3}(?:implementere|rulle|komme|udmønte|lave|omsætte|oversætte)|startskud\w*|næste\s+(?:år|skridt|måned|uge)"
)
_CUES: Final = (
    Cue("not_yet", words(r"endnu\s+ikke|ikke\s+(?:\w+\s+){0,4}endnu|ikke\s+(?:helt\s+)?(?:nået|kommet)\s+(?:\w+\s+){0,3}(?:dertil|så\s+langt|i\s+gang|ud)"), fixed=True),
    Cue("part", words(_PART), fixed=True),
    Cue("future", words(_FUTURE)),
    Cue("unused", words(_DISUSE), denied="used"),
    Cue("used", words(_USE), denied="unused"),
)
_WITHOUT: Final = words(
    r"ikke\s+(?:\w+\s+){0,2}(?:findes|eksisterer|relevant|aktuelt)|(?:har|er\s+der|findes\s+der)\s+(?:\w+\s+){0,3}(?:ingen|ikke\s+(?:nogen|en|noget)|hverken)(?:\s+at\s+bruge|\s+af\s+delene)?|ingen\s+af\s+delene|ophævet|opsagt|udløbet|fravalgt|når\s+(?:vi|der)\s+(?:\w+\s+){0,2}(?:ingen|ikke)|"
    r"(?:vi|kommunen|der)\s+(?:har|er)\s+(?:\w+\s+){0,3}ingen|noget\s+at\s+bruge|da\s+(?:vi|der)\s+(?:\w+\s+){0,2}ikke\s+(?:har|er|findes)"
)
_HAVING: Final = words(r"har\s+(?:i|kommunen|man)|findes|er\s+der|ligger\s+der|foreligger")
_USING: Final = words(r"\w*brug\w*|anvend\w*|følg\w*|benytt\w*|efterlev\w*|omsæt\w*|liv\w*|aktivt?")


def _without(answer: AnswerText) -> Finding | None:
    """The clause that says there is nothing to use."""
    for clause in answer.clauses:
        text = clause.lower
        denied = any(document.role == "own" and negated(clause, document.start) for document in documents(clause))
        match = _WITHOUT.search(text)
        if match and (denied or match.end() >= len(text) - 12 or len(clause.tokens) <= 6):
            return Finding("without", clause, clause.start, clause.end)
    return None


def _pick(found: dict[str, Finding]) -> tuple[Stance, Finding] | None:
    """The stance of the signs that hold, and the clause that decides it."""
    if "part" in found:
        return "partly", found["part"]
    used, unused = found.get("used"), found.get("unused")
    future = found.get("not_yet") or found.get("future")
    if future and (not used or "not_yet" in found):
        return "planned", future
    if used and unused:
        return "partly", used
    if used:
        return "yes", used
    return ("no", unused) if unused else None


def read(answer: AnswerText) -> Reading:
    """Read whether the strategy is used."""
    found: dict[str, Finding] = {}
    for finding in findings(answer.clauses, _CUES):
        if finding.sign == "part" or not (finding.earlier or finding.others):
            found.setdefault(finding.sign, finding)
    without, admitted = _without(answer), standing(answer)
    if without and "used" not in found:
        return Reading(status="not_applicable", evidence=(answer.clause_span(without.clause),))
    picked = _pick(found)
    merged = bool(_HAVING.search(answer.question.lower()))
    if admitted and (picked is None or admitted.whole):
        return Reading(status=admitted.status, evidence=(answer.clause_span(admitted.clause),))
    particle = None if merged else next(particles(answer), None)
    if particle and (picked is None or {picked[0], particle[0]} <= {"yes", "no"}):
        return Reading(stance=particle[0], evidence=(answer.clause_span(particle[1]),))
    if picked is None:
        first = answer.clause_span(answer.clauses[0])
        return Reading(evidence=(first,), doubts=(Doubt("stance", "no clause speaks of use", (first,)),))
    return Reading(stance=picked[0], evidence=(answer.clause_span(picked[1].clause),))
