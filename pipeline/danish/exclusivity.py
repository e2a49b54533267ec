"""Danish for who may take part: only some, some first, or anybody; fragments as in `practice`.

`{in}` stands for the words of the privileged group, `{out}` for those outside it; `filled` puts them in.
"""

from typing import Final

_NUMBER: Final = r"(?:en|én|et|ét|to|tre|fire|fem|seks|\d+|få|nogle|enkelte|ganske|meget|lidt|omkring|ca|cirka|halvdelen)\b"
_ONLY: Final = rf"(?<!ikke )(?:kun|udelukkende|alene|eksklusivt|forbehold\w+|reserver(?:et|ede)\b|ingen andre end|ikke andre end)\b(?! {_NUMBER})"
_NEED: Final = r"(?:krav|betingelse|forudsætning|adgangskrav|adgangsbillet|adgangskort|forlangende|minimumskrav|must)"
_HOLDS: Final = (
    r"(?:være|blive|have|stå|vise|fremvise|dokumentere|lade sig|forevise|bære|medbringe|kunne (?:vise|fremvise|dokumentere))"
)
_DEALS: Final = (
    r"(?:samarbejder|samarbejde|handler|arbejder|indgår|laver|køber|bruger|benytter|aftaler?|aftalen|kontrakt\w*|"
    r"partner\w*|tager imod|sender|taler|henvender)"
)
_NOT: Final = r"(?:ikke|ingen|intet|aldrig|hverken|næppe)"

RESTRICTS: Final = (
    rf"{_ONLY}…{{in}}",
    r"{in}(?: virksomheder\w*)?,? og (?:kun|ikke andre|ingen andre)\b",
    rf"{_NEED}\w*\b…{{in}}",
    rf"{{in}}…(?:er|som|et|en)\b(?: \w+){{0,3}} {_NEED}\b",
    rf"(?:ufravigelig\w*|absolut|ubetinget|ultimativt?|fast|klart) {_NEED}",
    r"(?:kræver|forlanger|kræves|forlanges|insisterer på|fordrer|forudsætter|betinger)\b…{in}",
    rf"skal\b…{{in}}",
    r"(?:alle|samtlige) (?:\w+ ){0,4}(?:er|har|bærer|skal)\b…{in}",
    r"{in} eller (?:slet ikke|ingenting|intet|ingen|ude|ej)\b",
    r"(?:går|gå|fører|kommer|skal) (?:\w+ ){0,3}(?:gennem|igennem|via|over|ved) (?:\w+ ){0,3}{in}",
    r"(?:mister|mistet|forlader|ryger|falder)\b…{in}…(?:ophører|opsiges|stopper|slut|væk|ud)\b",
    r"(?:lukket|lukker|stængt|spærret) (?:\w+ )?for (?:\w+ )?{out}",
    r"{out}…(?:nej(?: tak)?|afslag|afvises?|afvist|forgæves|udelukke[ts]|kassere[ts]|sorteres fra|lukket|uden for døren|vises bort)\b",
    r"(?:vedlægges|fremvises|fremlægges|dokumenteres|forevises|tjekkes|kontrolleres|vises)\b…(?:før|inden|ved|som)\b",
    r"{in}…(?:vedlægges|fremvises|fremlægges|dokumenteres|forevises|tjekkes|kontrolleres)\b",
    r"holder (?:vi )?os (?:strengt |konsekvent |udelukkende |alene |fast )?til\b…{in}",
    r"(?:afviser|udelukker|fravælger|siger nej til|takker nej til|sorterer|vender ryggen til|holder os fra)\b…{out}",
)
"""Only those inside take part."""
RESTRICTS_BY_NOT: Final = (
    rf"{_DEALS} (?:\w+ ){{0,3}}(?:ikke|aldrig|ingen)\b…{{out}}",
    r"{out}…(?:kan|må|får|bliver|skal|ryger|er|sorteres|afvises|henvises|falder|kommer)\b…"
    r"(?:ikke (?:komme|få|deltage|med|byde|bruges|være|indgå|godkendt|taget|betragtning)|"
    r"sorteret|fra\b|forgæves|udelukkes?|afvist|andre steder|nej tak|finde en anden)",
    r"(?:uden|mangler|er man ikke|hvis ikke|er de ikke|medmindre)\b…{in}…"
    r"(?:ingen|intet|afvis\w*|forgæves|nej|udelukket|farvel|kan (?:vi|man) ikke|bliver det (?:ikke|nej))",
    r"(?:ikke|aldrig|ingen|intet|hverken)\b…(?:uden|før|med ?mindre|førend|hvis ikke)\b…{in}",
    r"(?:ikke|ingen)\b…(?:vej |komme )?uden ?om\b…{in}",
)
"""The same, said by what is denied to those outside."""
FIRST: Final = (
    r"foretrækker\b", r"foretrækkes\b", r"foretrukne?\b", r"for(?:rang|trin(?:sret|sstilling)?)\b", r"første(?:ret|valg)",
    r"forkærlighed\b", r"svaghed for\b", r"blødt? (?:punkt|hjerte)", r"prioriterer\b", r"prioriteres\b", r"prioriteret\b", r"at prioritere\b", r"går forud", r"(?:positiv ?)?særbehandl\w+",
    r"favoriser\w+", r"begunstig\w+", r"ekstra ?point", r"pluspoint", r"trumfer\b", r"tung(?:en|t) på vægtskålen",
    r"lige (?:gode|billige|dygtige|egnede|kvalificerede) (?:tilbud|bud|virksomheder|ansøgere|kandidater|leverandører)",
)  # fmt: skip
"""Those inside come first; the words say it by themselves."""
FIRST_WEAKLY: Final = (
    r"først\b", r"forrest\b", r"øverst\b", r"i første (?:række|omgang)", r"fortrinsvist?\b", r"primært\b", r"helst\b",
    r"hellere\b", r"som (?:udgangspunkt|hovedregel)\b", r"(?:et|en) (?:klart |stort |lille )?(?:plus|fordel|bonus)\b",
    r"trækker (?:op|.{0,20}over)", r"vejer (?:tungere|til|tungt|med)", r"tæller (?:positivt|med|til fordel|højere)",
    r"taler til fordel", r"forspring\b", r"vægt på\b", r"før (?:\w+ ){0,4}(?:andre|øvrige|resten)\b",
    r"lægger? (?:stor )?vægt", r"ser gerne\b", r"rykker (?:frem|op)", r"lige (?:gode|billige)", r"hvis (?:det er )?muligt",
    r"tilstræber\b", r"bestræber\b", r"stærkere\b", r"bedre (?:stillet|chancer|muligheder|vilkår)", r"forrest i køen",
)  # fmt: skip
"""The same, where the group stands beside them."""
WELCOMES: Final = (
    r"(?:alle|enhver|hvem som helst|hvem det skal være)\b…(?:velkom\w+|kan\b|må\b|med\b|deltage|søge|byde|kræfter|"
    r"muligheder|typer|slags|former|virksomheder|der\b|som\b|parter|aktører|interesserede)",
    rf"{_DEALS} (?:\w+ ){{0,3}}(?:med )?(?:alle|enhver|mange|flere|hvem)\b",
    r"åbent? (?:over )?for (?:alle|andre|enhver|dem|samarbejde|alt)", r"(?:døren|dørene) (?:er |står )?åb(?:en|ne)",
    r"uanset\b", r"lige ?gyldig\w*\b", r"lige ?meget\b", r"ligeglade?\b", r"lige fedt\b", r"uden (?:skelen|hensyn) til",
    r"(?:mennesket|menneskerne|opgaven|kvaliteten|indholdet|indsatsen|resultate[tr]\w*|viljen|id[eé]en|formålet|"
    r"borgeren|borgerne|kemien|prisen|effekten|det sociale|de (?:gør|laver|kan))\b…"
    r"(?:tæller|afgør\w*|vigtig\w*|kommer først|i centrum|styrer|bestemmer|handler om)",
    r"for (?:snævert|firkantet|rigidt|ufleksibelt|stramt)", r"skyde os selv", r"pragmatisk\w*", r"bredt?\b", r"brede\b", r"(?:stik )?modsatte\b", r"omvendt\b", r"jo flere\b", r"mangfoldig\w*", r"forskellige (?:slags|typer|virksomheds\w+)",
    r"(?:havde|hvis) vi (?:\w+ )?(?:en |et )?(?:sådan|den|det|kun)\b", r"(?:ville|måtte) (?:\w+ ){0,4}(?:miste|udelukke|gå ud over|afskære|sige (?:farvel|nej)|undvære|gå glip|stå uden|være (?:synd|dumt|tosset))",
    r"(?:lagt|lå|ligger|røg|endte|havnede) (?:\w+ )?(?:i skuffen|i skraldespanden|på hylden)", r"det (?:nye )?krav (?:blev|er|har) (?:\w+ )?(?:droppet|fjernet|afskaffet|ophævet|lempet|bortfaldet)",
    r"(?:krav|reg(?:el|len|lerne)|bestemmelse|politik)\w* (?:\w+ ){0,3}(?:droppet|fjernet|afskaffet|ophævet|lempet|bortfaldet|faldt|nedstemt|forkastet|væk|skrottet|sløjfet)",
    r"(?:ser|favner|tænker|arbejder|samarbejder|går|søger|kigger) (?:\w+ ){0,2}bredt", r"spænder (?:vidt|bredt)",
    r"tager (?:\w+ )?(?:dem|det|imod|folk)\b…(?:kommer|alle)", r"nej til at\b", r"hvem der (?:helst|kan|vil)\b",
    r"(?:mange|alle) (?:slags|typer|former|mulige)", r"frit (?:valg|slag|stillet)", r"frie hænder", r"på lige (?:fod|vilkår)",
    r"også\b…(?:foreninger|selvejende|private|frivillige|almindelige|fonde|væresteder|håndværk\w+|kooperativ\w*|butikker)\b",
    r"både\b…{in}…(?:og|som)\b", r"både\b…{out}", r"{in}…(?:såvel som|og|eller|samt)\b…{out}", r"(?:dem )?(?:med og uden|uden og med)\b",
    r"plads til\b", r"frivillig (?:ordning|sag)", r"den er frivillig\b", r"frivilligt at\b", r"valgfri\w*",
)  # fmt: skip
"""Anybody takes part."""
TAKES_IN: Final = (
    rf"{_DEALS}\b…(?:med|er|fra|hos|af)\b…{{out}}", rf"{{out}}…{_DEALS}\b",
    r"(?:også|gerne|sagtens|godt|ligeså|lige så|fint|fuldt ud|velkom\w+|desuden|derudover) (?:\w+ ){0,6}?{out}",
    r"{out}…(?:er|kan|får|bliver|deltager|lever|indgår|må)\b…(?:også|gerne|sagtens|velkom\w+|med i|på lige fod|plads|godt|fint)",
    r"(?:plads|rum|åbent?|brug) (?:\w+ ){0,3}(?:til|for) (?:\w+ )?{out}",
    r"(?:de fleste|hovedparten|størstedelen|flertallet|halvdelen|mange|flere|resten|nogle|\w+ ud af \w+) (?:\w+ ){0,6}?{out}",
)
"""Those outside take part too; denied, it shuts them out."""
WELCOMES_BY_NOT: Final = (
    rf"{_NOT} (?:kun|udelukkende|alene|bare|blot|eksklusivt|forbeholdt)\b",
    r"(?:kun|blot|bare|højst) (?:en|én|et|ét|to|tre|få|\d+|enkelte|nogle få|ganske få)\b…{in}",
    r"er det (?:kun|blot) .{0,40}?, (?:der|som) (?:\w+ ){0,3}{in}",
    r"(?:ingen|ikke én|langt fra alle|ikke alle|de færreste) (?:af \w+ )?(?:\w+ ){0,4}?(?:er|står|har|bærer)\b…{in}",
    r"(?:spiller|har|får|tillægges) (?:\w+ )?(?:ingen|ikke (?:nogen|den store)) (?:rolle|betydning|indflydelse|vægt)",
    rf"gør (?:\w+ )?{_NOT}(?: nogen)? (?:fra eller til|forskel)", rf"{_NOT}\b…(?:gør|gøre|gjort|lave) (?:\w+ )?forskel",
    r"(?:skelner|skeler|skelnes|skeles|diskriminerer|forskelsbehandler|sondrer) (?:\w+ ){0,3}ikke\b",
    r"(?:ser|kigger|spørger|går|tænker|kræver|hæfter|bekymrer|behøver|stiller) (?:\w+ ){0,2}(?:ikke|aldrig|ingen)\b…{in}",
    rf"{_NOT} (?:\w+ ){{0,2}}(?:afgørende|nødvendigt?|obligatorisk\w*|altafgørende|påkrævet|udslagsgivende|bundet|brug for)",
    r"betyder (?:\w+ ){0,2}(?:ikke|intet|mindre)\b", r"(?:behøver|nødt til|nødvendigvis) (?:\w+ ){0,4}ikke\b",
    rf"{_NOT}(?: \w+){{0,4}} \w*(?:krav|betingelse|forudsætning|hindring|adgangsbillet|regel|regler|politik|beslutning|"
    r"bestemmelse|begrænsning|retningslinje|beslutte|besluttet|vedtaget)\w*\b",
    r"(?:krav|regel|regler|politik|betingelse|bestemmelse|retningslinjer?|princip|begrænsning|praksis)\w* (?:\w+ ){0,4}(?:har|findes|er|eksisterer|stiller|stilles|fører|kender|gælder|opererer) (?:\w+ ){0,3}(?:ikke|ingen)\b",
    rf"{_NOT}\b…(?:det|den|sådan|et|dét|dette|den slags) (?:princip|regel|krav|linje|politik|måde|kriterie|system|hensyn|bånd)",
    rf"{_NOT}\b…(?:snævre|indsnævre|begrænse|lukke|binde|låse|afskære|diktere)\b", rf"{_NOT}\b…(?:hænger|afhænger|står og falder|beror) (?:på|med|af)\b",
    rf"{_NOT}\b…(?:spørger|spørges|spurgt|kigger|ser|går|beder|kræver|forlanger)\b…{{in}}", r"(?:bruger|nævner|taler|omtaler) (?:\w+ )?ikke\b…{in}",
    r"{in} er (?:\w+ )?(?:ikke|ingen)\b", r"så (?:firkantede?|rigide?|snævre?|stramt?|strenge?|skrappe?|vidt|kategoriske|bureaukratiske)\b…(?:ikke|aldrig)\b",
    r"ikke så (?:firkantet|rigid|snæver|stram|streng|skrap|langt|hård|kategorisk|bureaukratisk)", r"(?:kan|må) (?:\w+ )?ikke\b…(?:fordi|bare)\b…{in}",
    r"ikke sådan, at vi ikke", r"ikke\b…(?:fravælger|afviser|udelukker|holde ude|lukke ude|siger nej)",
)  # fmt: skip
"""The same, said by a denial."""


def filled(fragments: tuple[str, ...], inside: str, outside: str) -> tuple[str, ...]:
    """The fragments with the words of those inside and outside put in."""
    return tuple(fragment.replace("{in}", inside).replace("{out}", outside) for fragment in fragments)
