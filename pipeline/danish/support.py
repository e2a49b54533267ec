"""Danish for helping somebody along: advising, the people who do it, the bodies it is left to; fragments as in `practice`."""

from typing import Final

_HELP: Final = (
    r"(?:\w*sparring\w*|\w*rådgivning\w*|\w*vejledning\w*|\w*hjælp(?:en)?\b|\w*coaching|råd\b|gode råd|bistand|\w*støtte\b|"
    r"\w*mentor\w*|opbakning|assistance|input|viden|undervisning|\w*kurser\b|\w*kursus\w*|\w*workshops?\b|\w*forløb\w*|"
    r"\w*møder\b|\w*netværk\w*|temadage\w*|\w*klinik\w*|kontaktperson\w*|tovholder\w*|indgang\w*)"
)
_PERSON: Final = (
    r"(?:\w*konsulent\w*|\w*koordinator\w*|\w*rådgiver\w*|\w*vejleder\w*|\w*mentor\w*|\w*udvikler\w*|\w*kontaktperson\w*|\w*chefen?|"
    r"\w*medarbejder\w*|\w*tovholder\w*|\w*coach\w*|\w*jurist\w*|\w*bogholder\w*|\w*guide\w*|kolleg\w+|\w*ambassadør\w*|\w*direktør\w*|\w*teamet?)\b"
)
_BODY: Final = (
    r"(?:\w*erhvervs?(?:hus|råd|center|centr|kontor|service|forum|fremme|udvikling|afdeling|kontakt|forening|klub|samarbejd)\w*|\w*vækst(?:hus|forum|center|centr)\w*|"
    r"iværksætter(?:hus|center|centr|service|kontakt)\w*|business ?\w+|frivilligcent\w*|\w*sekretariat\w*|\w*centret|\w*centeret|\w*huset|fond\w*|"
    r"foreningen|turistforening\w*|innovation\w*|\w*værket|\w*konsulenthus\w*|rådgivningsfirma\w*)"
)
_HELPS: Final = (
    r"(?:sparrer|rådgiver|vejleder|hjælper|coacher|støtter|bistår|guider|besøger|følger|mødes|mødtes|træder til|rykker ud|kører ud|"
    r"assisterer|understøtter|klæder|deltager|gennemgår|skriver|læser|regner|kigger|ser på|tager (?:os|sig) (?:af|tid)|finder|åbner|forklarer|"
    r"underviser|inviterer|samler|faciliterer|afholder|arrangerer|introducerer|undersøger|viser|formidler|svarer|underst\w+|lytter)"
)

ADVISES: Final = (
    rf"(?:får|tilbyder|yder|giver|gives|ydes|tilbydes|kan få|modtager|hente[rs]?|leverer|byder på|stiller|har|skaffer|finder man|er der|der er|holder|afholder|arrangerer|sørger for|klarer|bevilger|betaler|deler|med|findes|sender)\b…{_HELP}",
    rf"(?:vi|kommunen|hun|han|jeg|de|man|som|der|vores|{_PERSON}|{_BODY}) (?:\w+ ){{0,2}}{_HELPS}\b",
    rf"{_HELPS} (?:vi|kommunen|hun|han|jeg|man|gerne)\b",
    rf"(?:vores|kommunens|en|to|tre|den|har|ansat|hos|med|fast|tilknyttet|af) (?:\w+ ){{0,3}}{_PERSON}",
    rf"{_PERSON}(?:\w+ ){{0,4}}(?:hjælper|bruger|mødes|er med|tager|kan|står|sidder|har|kigger|kommer|kører|besøger|ringer)\b",
    rf"(?:via|gennem|igennem|i regi af|hos|ved hjælp af|sammen med|takket være|{_BODY}…(?:står|tager|hjælper|yder|giver|tilbyder|varetager|løser|løfter|klarer|har))\b…{_BODY}?",
    rf"{_BODY}…(?:står for|tager sig|hjælper|rådgiver|yder|giver|tilbyder|varetager|løser|løfter|klarer|udfører|sørger|får|modtager)\b",
    rf"(?:finansierer|betaler|medfinansierer|støtter|driftstilskud|resultatkontrakt|købt|køber|tilskud|driftsaftale|aftale med|henviser|henvises|henvist|sender|sendt|visiterer|viser|viderestiller|formidler)\b…(?:{_BODY}|videre|hen til|til)\b",
    rf"(?:kan|må|er velkomne til at|skal bare) (?:\w+ ){{0,3}}(?:gå til|ringe|komme|booke|få|henvende|drikke|bruge|benytte|trække på|spørge|møde op|kontakte|deltage|låne|hente|søge)\b",
    r"(?:skriv|ring|kontakt|kom forbi|kig forbi|book)\b", r"(?:døren|kontoret|telefonen|linjen)\b…(?:åben|taget|går|står|fri)", r"åbent? (?:hus|rådgivning|træffetid|kontor|hver|dør|café)", r"gratis\b", r"uforpligtende\b", r"hver (?:\w+ )?(?:uge|måned|mandag|tirsdag|onsdag|torsdag|fredag|kvartal|virksomhed)\b",
    r"træffetid\w*", r"kontortid\w*", r"telefontid\w*", r"(?:\d+|en|to|tre|fire|fem|seks|otte|ti|tolv) (?:timer|møder|besøg|samtaler|rådgivningsmøder|gange|dag) (?:om|i|hver|pr)\b", r"(?:bruger|brugte|afsat|sat af)\b…(?:timer|dag|dage|stilling|årsværk)\b",
    r"starts?(?:hjælp|pakke|forløb)\w*", r"makkerordning\w*", r"(?:hånd i hånd|side om side|i hånden|i ørerne|op ad stolen)",
)  # fmt: skip
"""Advice is given, by the speaker or by a body it is left to."""
NARROWLY: Final = (
    r"(?:kun|alene|udelukkende|blot|bare) (?:i|hvis|når|for|til|de|dem|om|med|en|et|ved|på|hos|inden|lige|to|få|som|det|virksomheder|iværksættere|nystartede)\b", r"begrænset til", r"begrænser (?:det )?sig til", r"indskrænker (?:det )?sig til", r"indskrænket til",
    r"(?:ikke|aldrig) (?:\w+ )?(?:generelt|systematisk|den store|det store|egentlig|fast|meget|ret meget|for alle)\b", r"de (?:øvrige|andre) (?:\w+ )?(?:gør|får|har|kan|må)\b", r"(?:mere|andet|længere) (?:\w+ )?(?:kan|bliver|er|har|rækker)\b…ikke", r"(?:en enkelt|et enkelt|et par) (?:\w+ )?(?:virksomhed\w*|gang\w*|tilfælde|sag\w*|møde\w*)\b",
    r"(?:højst|maksimalt|max|maks) \w+ (?:timer|gange|møder)", r"(?:lidt|smule|begrænset|minimal|beskeden|sporadisk) (?:\w+ )?(?:sparring|hjælp|rådgivning|vejledning|tid|omfang)", r"mindre end\b", r"dækker (?:kun|ikke)", r"hvad (?:det|vi) kan blive", r"det er (?:stort set )?det\b", r"og så (?:er|var) det (?:det|slut|også)", r"under 30\b", r"ikke sat (?:timer|tid|penge)",
)  # fmt: skip
"""Advice is given to some, on some things, or now and then."""
ADVISES_NOT: Final = (
    rf"(?:ikke|ingen|intet|hverken|aldrig)\b…{_HELP}", rf"{_HELP}…(?:har|er|findes|giver|yder|tilbyder|bliver|får|kan) (?:\w+ ){{0,3}}(?:ikke|ingen|intet|aldrig)\b",
    r"(?:må|skal|kan) (?:\w+ ){0,4}(?:klare sig|finde|hjælpe sig|søge|betale|klare det)\b…(?:selv|andre steder|andetsteds)", r"(?:klarer|hjælper|passer) (?:\w+ )?(?:sig selv|hinanden|det selv|sig)\b", r"(?:overladt til|henvist til) sig selv", r"blander (?:vi )?os\b…ikke|blander os ikke", r"(?:ikke|aldrig) (?:\w+ )?(?:vores|en kommunal|kommunens) (?:\w+ )?(?:opgave|bord|rolle|sag)", r"(?:mangler|har (?:vi )?(?:ikke|hverken|ingen)) (?:\w+ ){0,3}(?:ressourcer|tid|folk|hænder|mandskab|kompetencer|timer|penge|råd til|bemanding)\w*",
    r"står tom\w*", r"ubesat\b", r"ikke (?:længere|mere)\b", r"der var engang", r"uafhængig\w* af kommunen",
)  # fmt: skip
"""No advice is given."""
