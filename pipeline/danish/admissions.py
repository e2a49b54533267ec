"""The words and patterns of an admission: not known, not told, not applicable.

Danish puts the negation behind the finite verb and its subject in a main clause (*det ved vi desværre ikke*) and
before the verb in a subordinate one (*fordi vi ikke ved*). The patterns are grown from word lists with short gaps in
between; a gap never runs into another clause, and every repeat is bounded.
"""

import re
from typing import Final, Literal

from pipeline.danish.needles import branches_of
from pipeline.danish.wordings import Wordings

Missing = Literal["unknown", "declined", "not_applicable"]


def one_of(words: str) -> str:
    """Any of the words; an underscore is a space within one of them."""
    return f"(?:{'|'.join(words.split())})".replace("_", " ")


# Who speaks. Others (the enterprises, the citizens) may be ignorant without the answer being unknown.
_OFFICE: Final = (
    r"\w*(?:kommunen|forvaltningen|afdelingen|administrationen|sekretariatet|byrådet|centret|centeret|"
    r"udvalget)"
)
_WE: Final = rf"(?:vi|jeg|man|ingen|undertegnede|{_OFFICE})"
_NOT: Final = one_of("ikke ikk ikek ej aldrig næppe hverken ingen ingenting intet")
_NO: Final = rf"(?:{_NOT}|ikke nogen|ikke noget|nul)"
# A gap holds only words that do not open another clause.
_INSIDE: Final = r"(?!(?:at|hvor|hvad|hvem|hvis|der|som|fordi|men|og|så|uden) )[\w'-]+ "
GAP: Final = rf"(?:{_INSIDE}){{0,6}}"
SHORT: Final = rf"(?:{_INSIDE}){{0,3}}"
ADVERB: Final = f"(?:{one_of('andre selv reelt faktisk desværre simpelthen heller jo endnu pt her slet')} ){{0,3}}"

_KNOW: Final = one_of("vide vidst vidste kender kende kendt kendte aner ane anede husker huske erindrer")
_TALLY: Final = one_of(
    "regnskab statistik statistikker bog liste lister tal register tælling optælling opgørelse opgørelser øje "
    "styr overblik mandtal protokol arkiv kartotek kortlægning oversigt logbog rundspørge undersøgelse måling "
    "målinger "
    "evaluering"
)
_KEEP: Final = one_of(
    "fører føre ført holder holde holdt laver lave lavet udarbejder udarbejdet foretager foretaget trækker trukket"
)
_COUNT: Final = (
    rf"(?:{_KEEP} {SHORT}{_TALLY}|(?:gør|gøre|gjort|gjorde|samler|samle|samlet|følger|følge|fulgt|"
    rf"spurgt) {SHORT}(?:op|ind|sammen|til|om|med i)|"
    + one_of(
        "opgør opgøre opgjort optæller optælle optalt tæller tælle talt måler måle målt kortlægger kortlægge "
        "kortlagt registrerer registrere (?<!er_)registreret monitorerer monitorere monitoreret noterer notere "
        "noteret "
        "dokumenterer dokumentere dokumenteret evaluerer evaluere evalueret undersøger undersøge undersøgt "
        "indsamler indsamle indsamlet spurgt"
    )
    + ")"
)
_COUNTED: Final = one_of("opgjort kortlagt optalt talt_op gjort_op målt undersøgt registreret_noget_sted")
_PASSIVE: Final = one_of(
    "vides kendes haves opgøres gøres_op tælles optælles måles kortlægges registreres monitoreres noteres "
    "dokumenteres evalueres undersøges indsamles samles_ind føres følges_op foreligger fremgår"
)
_SAY: Final = (
    r"(?:(?:give|komme med|levere|skaffe|finde|fremskaffe|opdrive|sætte|fundet|vove) (?:\w+ ){0,3}?(?:svar|tal|"
    r"bud|overblik|vurdering|tallet|"
    r"tallene|ud|frem|gæt)|gøre (?:\w+ ){0,2}(?:rede|op)|"
    + one_of(
        "sige svare besvare oplyse vurdere afgøre bekræfte afkræfte opgøre tælle redegøre gætte bedømme "
        "gennemskue udtale se dokumentere specificere opdele huske overskue levere_varen fremskaffe svar få_oplyst "
        "få_svar få_at_vide"
    )
    + ")"
)
_DATA: Final = one_of(
    "overblik overblikket indblik tal tallet tallene talmateriale opgørelse opgørelser opgørelsen statistik data "
    "oversigt kendskab viden indsigt tælling optælling optællinger kortlægning oplysninger informationer "
    "information dokumentation anelse idé ide ide' begreb fornemmelse liste svar bud hold_på styr_på tjek_på "
    "måling målinger belæg erindring forudsætninger føling register registre fortegnelse fortegnelser regnskab"
)
_IGNORANT: Final = one_of(
    "bekendt klar_over inde_i orienteret_om vidende i_stand_til klog klogere den_rette de_rette sikker_på sikre_på"
)
_BLANK: Final = one_of("uvist ukendt ukendte ubekendt uoplyst uafklaret uklart")
_FIGURE: Final = (
    r"(?:det|dette|svaret|antal\w*|\w*tal(?:let|lene)?|fordelingen|sammensætningen|omfanget|resten|hvor mange)"
)

_TELL: Final = (
    r"(?:sige (?:noget|mere|andet|yderligere|meget)|(?:gå|komme|gået) (?:\w+ ){0,3}?(?:ind|ud|nærmere)|"
    r"gøre (?:os|mig) til dommer|"
    r"give (?:\w+ ){0,3}?(?:svar|tal|kommentar\w*|oplysninger|interview)|sætte ord|lægge frem|løfte sløret|ud med|"
    + one_of(
        "svare besvare oplyse udtale kommentere offentliggøre melde dele røbe afsløre videregive udlevere "
        "diskutere drøfte rykke knytte svar ytre forholde offentliggjort oplyst besvaret kommenteret"
    )
    + ")"
)
_TELLING: Final = one_of(
    "svarer besvarer oplyser udtaler kommenterer offentliggør melder deler videregiver udleverer røber diskuterer "
    "drøfter"
)
_TOLD: Final = one_of("offentliggøres videregives oplyses udleveres kommenteres besvares deles røbes offentlige_endnu")
_UNWILLING: Final = one_of("ønsker ønskede agter vil ville skal må bør")

_QUESTION: Final = r"(?:(?:det|dette) spørgsmål|spørgsmålet|punktet|det|dette)"
_FILLER: Final = (
    r"(?:"
    + one_of(
        "er synes virker jo nok derfor dermed desværre slet længere altså for så pt. pt p.t. lige nu rigtig "
        "rigtigt helt særlig særligt specielt synderligt vi os ser på som hos et umiddelbart ligefrem i "
        "øjeblikket netop egentlig jeg være anser da her"
    )
    + r" ){0,6}"
)
_RELEVANT: Final = one_of(
    "relevant aktuelt aktuel anvendeligt gældende et_emne noget_emne et_tema noget_tema nogen_relevans"
)
_DOING: Final = one_of(
    "bruge anvende måle tælle opgøre fordele have sparre rådgive købe handle samarbejde registrere støtte hjælpe "
    "evaluere prioritere følge arbejde tale_om spørge"
)


def any_of(*patterns: str) -> Wordings:
    """Make the alternatives one that does not mind case."""
    return Wordings((branch for pattern in patterns for branch in branches_of(pattern)), ("(?:", ")"), re.IGNORECASE)


NEGATOR: Final = any_of(
    r"\b(?:ikk\w*|ik|ikek|ej|aldrig|næppe|umuligt|hverken|ingen\w*|intet|nul|mindre|undgå|undlade)\b|^(?:i/r|n/a)\b"
)
"""Most clauses have none; then only the plain patterns are tried."""
DENYING: Final[dict[Missing, Wordings]] = {
    "not_applicable": any_of(
        rf"^(?:(?:{_QUESTION}|for|så|da|fordi|derfor|dermed|hos os|for os) ){{0,3}}{_FILLER}(?:ikke|næppe|ej|"
        rf"mindre) {_FILLER}{_RELEVANT}\b(?! (?:at|for de))",
        r"\bspørgsmålet\b[^,.;:]{0,30}\b(?:ikke|ingen|næppe)\b[^,.;:]{0,25}\b(?:mening|relevant|aktuelt|relevans|"
        r"passer|anvendelse)\b",
        r"^(?:så |for )?(?:(?:det|dette|her)(?: spørgsmål)? )?giver (?:\w+ ){0,3}(?:ikke|ingen|"
        r"næppe) (?:\w+ ){0,3}mening\b(?! at (?!svare|besvare|spørge))",
        rf"\b(?:er|findes) (?:der )?{GAP}(?:ingen|ingenting|intet|ikke noget|ikke nogen|hverken) {GAP}at {_DOING}\b",
    ),
    "declined": any_of(
        rf"\b{_UNWILLING} {GAP}(?:ikke|helst undgå|undlade) {GAP}(?:at )?{SHORT}{_TELL}\b|\bønskes {SHORT}ikke\b",
        rf"\bvil {GAP}helst ikke\b",
        # With no *kan* or *tør* before it, not to answer is not to want to.
        r"^(?!.{0,60}\b(?:kan|kunne|tør|vover|formår|i stand|mulighed|nødvendigt|behøver|svært)\b)"
        r".{0,80}\bikke (?:\w+ ){0,3}(?:at |i at )?(?:svare|besvare|udtale (?:os|mig|sig)|sige noget|"
        r"svaret på|besvaret)\b",
        rf"\bikke {SHORT}kommentere\b|\b(?:kommer|går) {_WE} {SHORT}ikke (?:\w+ )?ind (?:på|i)\b",
        rf"^(?:det|dette|den slags) (?:ønsker|vil|skal) [\w\s]{{1,60}} ikke (?:at )?(?:{_TELL}|blande)\b",
        rf"\b(?:valgt|besluttet|aftalt|enige om|vælger) {SHORT}(?:ikke at|at undlade at) {SHORT}{_TELL}\b",
        rf"\bikke {SHORT}(?:lyst|ønske|bemyndigelse|mandat|beføjelse|tænkt|planer) (?:os |mig )?(?:om |"
        rf"til )?at {SHORT}{_TELL}\b",
        rf"\bkan {GAP}af (?:hensyn|respekt|juridiske|konkurrencemæssige) {GAP}ikke\b",
        rf"\bkan {GAP}ikke {GAP}{_TELL} {GAP}af (?:hensyn|respekt|\w+hensyn|\w+ (?:årsager|grunde))\b",
        rf"^(?:så |men |for )?(?:det|den|dette|de|dem|den slags) (?:går|taler) {_WE} {SHORT}ikke (?:\w+ )?(?:ind|"
        rf"om)\b",
        rf"\bgiver {_WE} {SHORT}ikke (?:\w+ )?(?:videre|ud|fra os)\b",
        rf"\b(?:{_TELLING} {_WE}|{_WE} {SHORT}{_TELLING}) {GAP}ikke\b",
        rf"\b{_WE} {SHORT}ikke {SHORT}{_TELLING}\b",
        rf"\bikke {SHORT}{_TOLD}\b|\b{_TOLD} {SHORT}ikke\b|\bikke til offentliggørelse\b",
    ),
    "unknown": any_of(
        rf"\b(?:ved|{_KNOW}|{_COUNT}) {_WE} {GAP}{_NOT}\b",
        rf"\b{_TALLY} {_KEEP} {_WE} {GAP}{_NOT}\b",
        rf"\b(?:gør|samler|følger|fører|holder|tager) {_WE} {GAP}{_NOT} {SHORT}(?:op|ind|{_TALLY})\b",
        rf"\b{_WE} {ADVERB}ved {GAP}{_NOT}\b|\b{_WE} {ADVERB}(?:ikke|aldrig) (?:\w+ ){{0,2}}ved\b(?! at)",
        rf"\b{_WE} {SHORT}(?:{_KNOW}|{_COUNT}) {GAP}{_NOT}\b|\b{_WE} følger (?:det|dem|den) ikke\b",
        rf"\bligger {_WE} {GAP}ikke inde med\b|\b{_WE} {SHORT}ligger (?:\w+ )?ikke inde med\b|"
        rf"\bråder {_WE} ikke over\b|\b{_WE} råder (?:\w+ )?ikke over\b",
        rf"\b(?:ikke|ingen) (?:\w+ )?(?:mulighed|grundlag|ressourcer|forudsætning) for at {SHORT}(?:{_SAY}|"
        rf"{_COUNT}|trække {SHORT}{_DATA})\b",
        rf"\b{_WE} {GAP}{_NOT} {GAP}(?:{_KNOW}|{_COUNT})\b",
        rf"\bingen (?:af os |her |hos os |i (?:huset|kommunen|forvaltningen) ){{0,2}}(?:ved|{_KNOW}|{_COUNT}|"
        rf"har (?:\w+ )?(?:tal|styr|overblik|hold))\b(?! (?:den|ordningen|mærket|dem)\b)",
        rf"^(?:det )?(?:ved|aner|kender|kan) {ADVERB}(?:det )?{ADVERB}ikke(?! at\b)",
        rf"^(?:er |blevet )*ikke (?:\w+ )?{_COUNTED}\b|^ikke {_PASSIVE}\b",
        rf"\b{_PASSIVE} {SHORT}(?:ikke|aldrig|ingen steder|intet sted|endnu ikke)\b",
        rf"\b(?:ikke|aldrig) {SHORT}(?:{_PASSIVE}|{_COUNTED})\b",
        rf"\b(?:lader|lod) sig (?:\w+ )?ikke (?:\w+ )?{_SAY}\b|\bkan {SHORT}ikke {SHORT}(?:opgøres|tælles|siges|"
        rf"måles|besvares|oplyses)\b",
        rf"\b(?:kan|kunne|tør|vover|vil) {_WE} {GAP}(?:ikke|næppe|umuligt|"
        rf"hverken) {GAP}(?:at )?(?:be- eller )?{_SAY}\b",
        rf"\b{_WE} {SHORT}(?:kan|kunne|tør|vover|vil) {GAP}(?:ikke|næppe|umuligt|hverken) {GAP}(?:at )?{_SAY}\b",
        rf"\b{_WE} {GAP}(?:ikke|aldrig) {SHORT}(?:kunnet|kan|kunne|tør|formået at) {GAP}{_SAY}\b",
        rf"\bingen {SHORT}(?:kan|kunne|tør|har kunnet) {SHORT}{_SAY}\b",
        rf"\b{_NO} {SHORT}{_DATA}\b(?! ud\b)",
        rf"\b{_DATA} {SHORT}(?:har|findes|foreligger|eksisterer|ligger|kender|haves|er) {GAP}(?:ikke|ingen)\b",
        rf"\bvi har (?:det|dem|tallet|tallene) {SHORT}ikke\b|\bikke {SHORT}{_IGNORANT}\b",
    ),
}
"""What a clause with a negator admits, the stronger status first."""
PLAIN: Final[dict[Missing, Wordings]] = {
    "not_applicable": any_of(
        r"^(?:ir|n\.a\.?|irrelevant|uaktuelt|udgår|bortfalder)\b",
        r"\bspørgsmålet er (?:\w+ )?kun (?:relevant|aktuelt)\b|\bgiver det ikke mening at (?:svare|besvare|spørge)\b",
        r"\b(?:uden|ingen|ikke nogen) relevans\b|\b(?:det|spørgsmålet) ikke er (?:relevant|aktuelt)$",
        r"^(?:så )?(?:det|spørgsmålet) passer (?:\w+ ){0,2}ikke (?:\w+ )?(?:på|til) (?:os|vores|en)\b",
        r"\b(?:bygger|hviler) på en (?:fejl|misforståelse|forkert \w+)\b|"
        r"\bforudsætning(?:en)? (?:\w+ ){0,3}(?:holder|passer) (?:\w+ )?ikke\b",
        rf"\b{_QUESTION} {SHORT}(?:er|synes|virker|bliver) {SHORT}(?:irrelevant|uaktuelt|overflødigt)\b",
        r"\bspørgsmål(?:et)?\b[^,.;:]{0,30}\b(?:bortfalder|udgår|falder|passer (?:\w+ ){0,2}ikke|forudsætter|"
        r"giver sig selv|rammer|gælder (?:\w+ )?ikke)\b",
        r"^(?:så )?det (?:bortfalder|udgår|falder (?:\w+ ){0,2}(?:væk|bort|til jorden)|forudsætter (?:jo|vel|nok)|"
        r"gælder (?:\w+ )?ikke (?:for )?os)\b",
    ),
    "declined": any_of(
        rf"\b(?:afstår?|undlader?|afholder?|afviser?|nægter?|frabeder) {GAP}(?:at )?{SHORT}(?:{_TELL}|udtalelser|"
        rf"kommentarer)\b",
        r"\bspringer (?:vi|jeg) (?:\w+ ){0,3}over\b|\b(?:vi|jeg) springer (?:\w+ ){0,3}over\b",
        rf"\b(?:diskussion|debat|drøftelse)\w* (?:ønsker|vil|tager|går) {_WE} {SHORT}ikke\b|"
        rf"\bblander {_WE} (?:os|mig|sig) ikke\b|\bblander (?:os|mig|sig) ikke (?:offentligt|i (?:den|det|sagen)\b)",
        rf"\bgår {_WE} (?:\w+ )?(?:uden om|udenom)\b|\bholder {_WE} (?:\w+ )?(?:mund|tand for tunge)\b",
        r"\bsparker (?:vi|jeg) (?:\w+ ){0,3}(?:til|videre)\b|\bslipper (?:vi|jeg|kommunen) ikke ud\b",
        rf"\bom ikke at {SHORT}{_TELL}\b|\b(?:sag|anliggende|forhold) mellem\b|\bubesvaret\b",
        r"\blad(?:e|er)? (?:\w+ )?andre (?:om at )?(?:svare|vurdere|udtale|bedømme|dømme|tage stilling)\b",
        r"\b(?:ingen|uden|intet at) (?:yderligere |videre )?(?:kommentar|kommentarer|kommentere|udtalelser|"
        r"bemærkninger)\b|"
        r"\bno comments?\b",
        r"(?<!\bikke )\b(?:fortroligt?|fortrolige|hemmelighold\w+|hemmeligstemplet|mørklagt|klausuleret|"
        r"tavshedspligt|forretningshemmelighed\w*)\b",
        r"\b(?:be)?holde[r]? (?:\w+ ){0,4}(?:for (?:os|mig) selv|internt)\b",
        r"\b(?:vil|ville) (?:\w+ ){0,3}(?:helst |gerne )(?:være fri|slippe) for\b",
        r"\b(?:lader|må lade) (?:vi|jeg)? ?(?:\w+ ){0,3}(?:ligge|passere|stå åbent|stå hen|hænge)\b",
    ),
    "unknown": any_of(
        rf"\b{_DATA} (?:har|ligger) (?:\w+ )?kun \w+|\bførst (?:\w+ ){{0,3}}(?:at )?(?:vide|talt|opgjort|overblik)\b",
        rf"\ber {_WE} (?:\w+ )?blanke?\b|\b{_WE} er (?:\w+ )?blanke?\b|"
        r"\bstår ikke (?:nogen steder|noget sted|i (?:vores|mine|de) \w+)\b",
        r"\b(?:ved|kender) kun \w+|\bkan kun (?:\w+ ){1,4}svare på\b|\bstår (?:mig|os) ikke (?:\w+ )?klart\b",
        rf"\b(?:svært|vanskeligt|umuligt|ikke muligt|ikke til) (?:for \w+ )?at {SHORT}{_SAY}\b(?! (?:entydigt|kort|"
        rf"enkelt))",
        rf"\b(?:mangler|savner|mangel på) {SHORT}(?:{_DATA}|at {SHORT}{_COUNT})\b",
        rf"^(?:\w+ ){{0,2}}{_BLANK}\b|\b{_FIGURE} {SHORT}(?:er|forbliver) {SHORT}{_BLANK}\b|"
        rf"\ber {_FIGURE} {SHORT}{_BLANK}\b",
        r"\b(?:svar(?:et)? skyldige?|på stående fod|gætværk|gætteri|rent gæt|rene gæt|(?:kun|"
        r"må) blive (?:ved )?(?:et )?gæt|i det uvisse)\b",
        r"\b(?:det må|må det|det) stå(?:r)? hen\b|\b(?:guderne|gud) (?:må )?(?:ved|vide)\b|\bbar bund\b|"
        r"\bfamler i blinde\b",
        r"\bmelde[r]? pas\b|^pas$|\blad(?:e|er)? (?:\w+ ){0,3}være usagt\b|\bhistorien (?:\w+ )?ikke\b",
        rf"\b(?:må|skal|kan|bedes) (?:i|du|man) {SHORT}(?:spørge|henvende|kontakte|forhøre|høre)\b|^spørg (?!os\b|"
        rf"gerne\b|bare\b|blot\b|(?:mig |os )?igen\b)",
        rf"\b{_DATA} (?:\w+ )?rækker ikke\b|\bikke (?:mit|vores) (?:område|bord|felt)\b",
        r"\b(?:uden for|udenfor) (?:mit|vores) (?:område|bord|felt)\b",
        rf"\b(?:opgøres|opgjort|optælles|tælles|kortlægges|talt op|gjort op) {SHORT}først\b|"
        rf"\bførst {SHORT}(?:opgjort|opgøres|tælles|kortlagt|tal)\b|\b(?:tal|tallet|tallene|antallet|"
        rf"svaret) {SHORT}først\b",
    ),
}
"""What a clause admits in words of its own."""
# What takes two clauses to say: *der er ingen hos os, der fører regnskab med det*; *det er tal, vi ikke har*.
ACROSS: Final[dict[Missing, Wordings]] = {
    "not_applicable": any_of(
        r"^i/r\b|^n/a\b",
        r"\bikke (?:et|noget) spørgsmål, (?:der|som) (?:\w+ ){0,3}(?:mening|relevant|aktuelt)\b",
        rf"\bikke {SHORT}{_DOING} (?:noget|det|en \w+|nogen), (?:der|som|man|vi) {SHORT}(?:ikke|ingen)\b",
    ),
    "declined": any_of(
        rf"\bikke (?:noget|nogen|et emne|et spørgsmål|tal|"
        rf"oplysninger)\b[^,.;:]{{0,30}}, (?:som )?{_WE} {SHORT}(?:{_TELLING}|"
        rf"{_UNWILLING} {GAP}(?:at )?{SHORT}{_TELL}|går (?:ud|"
        rf"ind))\b",
        rf"\b(?:kan|må|skal|vil) {GAP}ikke {GAP}(?:{_TELL}|{_SAY})\b[^.;:]{{0,60}}\b(?:af \w*hensyn|fortroli\w+|"
        rf"persondata\w*|"
        rf"gdpr|personfølsom\w*|verserende|lukkede? (?:døre|møde))\b",
    ),
    "unknown": any_of(
        rf"\b(?:ingen|ikke (?:noget|nogen|et tal|tal|data|den slags))\b[^,.;:]{{0,40}}, (?:der|som|vi|jeg|man|"
        rf"kommunen) "
        rf"(?!er |har spurgt |spørger ){SHORT}(?:ved|{_KNOW}|{_COUNT}|kan {SHORT}{_SAY}|(?:har|sidder med|"
        rf"ligger inde med) {SHORT}{_DATA})\b",
        rf"\bikke (?:noget|nogen|et tal|tal|data)(?: \w+){{0,2}} (?:vi|jeg|man|kommunen) {SHORT}(?:{_KNOW}|"
        rf"{_COUNT})\b",
        rf"\bingen\b[^,.;:]{{0,20}}, [^,.;:]{{1,40}}, (?:kan {SHORT}{_SAY}|ved|kender)\b",
        rf"\b{_DATA}, (?:som )?(?:vi|kommunen|man) {SHORT}(?:ikke|aldrig) {SHORT}(?:har|kender|fører|ligger|råder)\b",
        rf"\b{_DATA}, (?:der|som) (?:ikke|aldrig) (?:findes|foreligger|eksisterer|er|bliver)\b",
    ),
}
# Look-alikes: knowledge that is claimed, and phrases that only sound like an admission.
LOOKALIKE: Final = any_of(
    r"\b(?:så vidt|såvidt|så langt) (?:vi|jeg|man|kommunen) (?:ved|er orienteret)\b|\b(?:os|mig) bekendt\b",
    r"\b(?:det|noget|end|hvad|som|alt|alle) (?:vi|jeg|man|i) (?:allerede |jo |godt |i forvejen |ellers )?ved\b",
    r"\b(?:man|vi|du|ingen) (?:ved|kan) (?:jo )?aldrig\b|\bved (?:man|vi|du) (?:jo )?aldrig\b|\baldrig (?:kan |"
    r"at )?vide\b|\bhvem ved\b|"
    r"\bved ikke (?:bedre|af)\b|\bsige (?:\w+ ){1,2}imod\b",
    r"\b(?:vil|kan|skal|tør) (?:\w+ ){0,3}ikke (?:\w+ )?(?:sige|påstå|afvise|udelukke|love) (?:nej|at|andet)\b",
    r"\bikke (?:være )?uden (?:kendskab|viden|overblik|indsigt|data|tal)\b|\bmere end et gæt\b|\bikke kun\b|"
    r"\boverblik nok\b|"
    r"\bikke (?:så |særlig )?(?:svært|vanskeligt|umuligt)\b",
)
ENDS_IN_SAYING: Final = any_of(r"\b(?:sige|påstå|se|huske|bekræfte|udelukke)$")
