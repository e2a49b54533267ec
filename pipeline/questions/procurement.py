"""Does the municipality buy with social enterprises in mind? Reads the stance."""

from typing import Final

from pipeline.danish.clauses import AnswerText
from pipeline.danish.cues import cues
from pipeline.danish.practice import ABOLISHED, BY_A_FEW, COMING, SPARSELY, TRIAL, TRIES, UNDONE
from pipeline.questions.reading import Reading
from pipeline.questions.weighing import Scale, weigh

_THEM: Final = r"(?:socialøkonomisk\w*|socioøkonomisk\w*|social økonomi|socialøkonomi\w*|rsv\w*|sociale virksomheder|\bdem\b|\bhos (?:dem|en|et|vores|den|de)\b)"
_HERE: Final = r"(?:socialøkonomisk\w*|socioøkonomisk\w*|social økonomi|socialøkonomi\w*|rsv\w*|sociale (?:virksomheder|klausuler|hensyn))"
_BUYS: Final = (
    r"(?:køber|købte|købt|indkøber|bestiller|bestilles|bestilt|handler|handles|hyrer|aftager|henter|lejer|benytter|bruger|vælger|entrerer|"
    r"får (?:\w+ ){0,4}(?:leveret|trykt|vasket|lavet|bragt|syet|klippet|gjort)|købes|indkøbes|leveres|leverer|udføres|passes|klares|løses|"
    r"lægger|lægges|lagt|placerer|placeres|går|gik|har (?:\w+ ){0,4}(?:rammeaftale|kontrakt|aftale|indkøbsaftale|abonnement)\w*|tildelt|tildeles|vundet|vandt)"
)
_TENDER: Final = r"(?:udbud\w*|udbyder|kontrakt\w*|rammeaftale\w*|indkøb\w*|indstilling\w*|tilbud\w*|bestilling\w*|opgaver?\w*|leverandør\w*)"

_DOES: Final = (
    rf"{_BUYS}\b…{_THEM}",
    rf"{_HERE}…(?:leverer|står for|vasker|slår|passer|kører|driver|laver|klarer|løser|udfører|vedligeholder|rengør|trykker|syr|vandt|vundet|har (?:\w+ )?(?:opgaven|kontrakten|rengøringen))\b",
    r"(?:køber|bestiller|bestilles|købes|leveres|hentes|laves|vaskes|trykkes|klares|udføres|henter|indkøbes)\b…(?:hos|af|fra|ved) (?-i:\w)",
    r"klausul\w*\b", rf"(?:reserverede|reserverer|reserveret|reserveres|forbeholdt|forbeholder)\b", r"tildelingskriteri\w*",
    r"sociale hensyn\b", r"socialt ansvar\b", r"partnerskabsudbud",
    rf"(?:afsnit|kapitel|paragraf|punkt|bilag|stykke|side|passus)\b…(?:{_HERE}|om (?:det|dem))\b", r"(?:afsnit|kapitel|punkt|paragraf|§) \d+",
    rf"(?:står|fremgår|skrevet|indskrevet|indgår|nævnt|nævnes|nedfældet|indarbejdet|fremhævet|forankret|tænkt|tænkes|med|del af)\b…(?:indkøbs\w+|udbuds\w+|retningslinje\w*|politikken|vejledning\w*|skabelon\w*)",
    rf"(?:indkøbs\w+|udbuds\w+|retningslinje\w*|politikken|vejledning\w*|skabelon\w*)…(?:siger|foreskriver|nævner|åbner|tager|indeholder|rummer|omfatter|giver|pålægger|kræver|har (?:et|en)|opfordrer)\b",
    r"(?:forpligtet|forpligtede|pålagt|instrueret|besked på|pligt|skal) (?:\w+ ){0,3}(?:til |på )?(?:at )?(?:slå op|indhente|spørge|overveje|undersøge|tænke|vurdere|kontakte|tage hensyn|kigge|høre)",
    rf"(?:vurderer|undersøger|overveje[rs]|spørger|kigger|tænker|indhenter|inviterer|kontakter|ser|tager|vægter|lægger|stiller|kræver|giver|deler|opdeler|skærer|orienterer|gennemgår|holder)\b…(?:{_HERE}|krav om|så (?:de|også|små|mindre))\b",
    rf"{_HERE}…(?:inviteres|inviteret|spørges|kontaktes|indbydes|tænkes|vægtes|prioriteres|favoriseres|overvejes|får besked|opfordres|tages (?:med|hensyn)|får (?:mulighed|chancen))\b",
    rf"(?:vægter|vægtes|tæller|giver|scorer|udløser)\b…(?:point|procent|%|pct)", r"point for", r"dialogmøde\w*", r"(?:altid|først|automatisk|automatik|fast|konsekvent|hver gang)\b…(?:dem|hos|til en|en af)\b",
    r"(?:mindre|små) (?:delaftaler|delkontrakter|lodder|bidder|portioner|pakker|udbud)", r"delaftaler?\b", r"deler vi\b…(?:op|i)", r"(?:over )?[\d,.]+ (?:mio\.?|millioner?) (?:kr|kroner)", r"direkte tildel\w+", r"tænker (?:vi )?(?:altid )?(?:på )?dem\b",
    r"indkøb\w* (?:\w+ ){0,3}(?:ansat|ansvarlig)", r"(?:indkøbskonsulent|indkøbschef|udbudskonsulent)\w* (?:holder|hjælper|sørger|har|ringer|besøger)",
)  # fmt: skip
_DOES_NOT: Final = (
    r"(?:pris|prisen|laveste pris|billigste|økonomisk mest fordelagtige)\b…(?:kvalitet\w*|afgør\w*|tæller|bestemmer|vinder|styrer|alene)", r"(?:laveste|billigste) (?:pris|bud|tilbud|leverandør)", r"(?:kun|alene|udelukkende) (?:\w+ )?(?:pris\w*|på pris\w*|efter pris\w*)",
    r"(?:lige|samme) (?:fod|vilkår|betingelser|måde)\b", r"(?:konkurrerer|byder)\b…(?:alle andre|andre|alle)\b",
    rf"(?:ikke|ingen|intet|hverken|aldrig)\b…(?:{_HERE}|særlige? (?:hensyn|regler|fokus|politik)|indkøbspolitik|politik|klausul\w*|retningslinjer|krav|regler|planer|fokus|overvejelser\w*|hensyn|tradition|praksis)\b",
    rf"(?:{_HERE}|særlige? (?:hensyn|fokus)|indkøbspolitik\w*|politik\w*|klausul\w*|retningslinjer|planer|det|dem)\b…(?:er|har|indgår|spiller|nævnes|står|findes|tages|omtales|fylder|tænkes) (?:\w+ ){{0,3}}(?:ikke|ingen|intet|hverken|aldrig)\b",
    r"intet (?:\w+ )?(?:med|at gøre)", r"(?:ikke|aldrig|endnu ikke) (?:\w+ )?(?:begyndt|kommet i gang|i gang|startet|taget fat|besluttet|taget stilling|indført|noget vi)",
)  # fmt: skip

_SCALE: Final = Scale(
    cues=(
        cues("yes", *_DOES, denied="no"),
        cues("partly", *SPARSELY, *BY_A_FEW, *TRIAL, *TRIES),
        cues("planned", *COMING),
        cues("no", *_DOES_NOT, *ABOLISHED, *UNDONE, factual=False, literal=True),
    ),
    verdicts={
        frozenset({"yes", "partly"}): "partly",
        frozenset({"no", "partly"}): "partly",
        frozenset({"yes", "no", "partly"}): "partly",
        frozenset({"no", "planned"}): "planned",
        frozenset({"yes", "planned"}): "yes",
    },
)


def read(answer: AnswerText) -> Reading:
    """Read whether purchases, tenders or clauses are made with social enterprises in mind."""
    return weigh(answer, _SCALE)
