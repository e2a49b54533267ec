"""What in Danish marks a capitalised name as an organisation, and what marks it as something else."""

import re
from typing import Final

from pipeline.danish.proper_names import UPPER

LEGAL_FORM: Final = (
    r"(?:ApS|APS|A/S|I/S|K/S|P/S|IVS|S/I|S\.I\.|[Ff]\.?[Mm]\.?[Bb]\.?[Aa]\b\.?|[Aa]\.?[Mm]\.?[Bb]\.?[Aa]\b\.?|SMBA)"
)
# What an enterprise, association or agency can be called by its last part: Fællesværksted, Vækstklub, Erhvervshus.
_HEAD_STEMS: Final = (
    r"skole|universitet|akademi|college|seminarium|hus|værksted|køkken|vaskeri|gård|smedje|caf[eé]|kafé"
    r"|restaurant|bistro|bryggeri|mejeri|mølleri|brænderi|risteri|rugeri|røgeri|bageri|konditori|gartneri"
    r"|klub|netværk|fond|forening|forbund|organisation|selskab|kooperativ|kollektiv|institut|(?<!be)styrelse|ministerie"
    r"|ministerium|tilsyn|hospital|museum|teater|sparekasse|pengeinstitut|butik|genbrug|forretning|handel"
    r"|købmand|kompagni|fabrik|kiosk|systue|syeri|væveri|snedkeri|rengøring|service|vask|regnskab|revision|rådgivning|transport"
    r"|flytning|catering|kantine|kaffe|chokolade|design|trykkeri|bureau|møbler|tekstil|anlæg|erhvervsråd|kompetencecenter"
    r"|videns?center|udviklingscenter|iværksættercenter|vækstcenter|vækstforum|erhvervscenter|alliance|menighed|fællesskab"
    r"|bosted|vandrerhjem|galleri|studie|spillested|biograf|forlag|trekløver|iværksætteri|sygehus|boligselskab"
)
_HEAD_WORDS: Final = (
    r"kro|lade|bod|bank|mad|te|tryk|data|it|tech|print|cykler|træ|have|haver|natur|erhverv|forum|union|laug|lav|loge|mission|hær|kors"
    r"|korshær|kirke|settlement|settlementet|hjem|hotel|camping|zoo|atelier|studio|scene|radio|avis|partners?|group|minds|works"
    r"|hands|foods?|lab|hub|house|kitchen|care|people|friends|green|company|business|solutions|consult|invest|capital|denmark"
    r"|nordic|shop|store|bar|bikes?|maler|murer|tømrer|smed|grafik|flyt|kantinen"
)
_DEFINITE: Final = r"(?:e?n|et|ne|ene|n?erne)?s?"
HEAD_WORD: Final = re.compile(
    rf"(?:(?:[\w’-]{{1,30}}?)?(?:{_HEAD_STEMS}){_DEFINITE}|(?:[\w’]{{1,30}}-)?(?:{_HEAD_WORDS})s?)$", re.IGNORECASE
)
# The first word of names such as Fonden Tredje Spor, Café Spidsen, Huset på Havnen.
HEAD_FIRST: Final = re.compile(
    r"(?:\w{0,25}(?:fonden|foreningen|selskabet|forbundet|kooperativet|laugs?|netværk|netværket|huset|værkstedet|værksted|klubben"
    r"|akademiet|instituttet|(?<!be)styrelsen)|caf[eé]|caf[eé]en|kafé|restaurant|bistro|kantinen|bageriet|hotel|kro|pakhus|fond|den\sselvejende\sinstitution"
    r"|stiftelsen|kompagniet|gården|butikken|højskolen|produktionsskolen|selvejende|firma|galleri|teater|museet|kulturhuset|væksthus"
    r"|erhvervscenter|erhvervshus|iværksætterhus|business|erhverv(?=s?\b)|studio|house|kompagnie?t?|den|det|de)$",
    re.IGNORECASE,
)
# Lower-case nouns that a name stands behind: caféen Spidsen, rengøringsfirmaet Klart Syn.
_KIND_STEMS: Final = (
    r"caf[eé]en|kafeen|virksomheden|virksomhederne|virksomheder|firmaet|firmaerne|foreningen|foreningerne|fonden|organisationen"
    r"|organisationerne|butikken|butikkerne|forretningen|værkstedet|værkstederne|restauranten|selskabet|kooperativet|bageriet"
    r"|bryggeriet|netværket|huset|skolen|klubben|køkkenet|gården|gartneriet|systuen|vaskeriet|trykkeriet|kantinen|leverandøren"
    r"|leverandørerne|underleverandøren|bureauet|kompagniet|institutionen|kollektivet|hotellet|vandrerhjemmet|kiosken|iværksætterhuset"
    r"|startuppen|partneren|partnerne|operatøren|anden\saktør|aktøren|aktørerne|snedkeriet|mejeriet|rugeriet|røgeriet|risteriet|fabrikken"
    r"|boligforeningen|boligselskabet|styrelsen|museet|teateret|teatret|banken|forlaget|koncernen|kæden|forbundet|alliancen"
    r"|konsulenthuset|rådgivningshuset|genbrugsbutikken|produktionsskolen|højskolen|cykelsmeden|møbelfabrikken|stiftelsen|laden"
    r"|varmestuen|værestedet|bostedet|botilbuddet|tilbuddet|købmanden|planteskolen|mosteriet|biografen|spillestedet|hjemmet"
    r"|centeret|kæden|supermarkedet|entreprenøren|cateringfirmaet|kaffebaren|isbutikken|tænketanken|interesseorganisationen"
)
KIND_BEFORE: Final = re.compile(rf"\b[\w-]{{0,25}}(?:{_KIND_STEMS})(?:\sved\snavn|,\sder\shedder)?\s$", re.IGNORECASE)
# Lower-case words before names of strategies, campaigns, programmes, laws, events, places and people.
OTHER_KIND_BEFORE: Final = re.compile(
    r"""\b[\w-]{0,25}(?:kampagnen?|strategien?|strategier|politikken|politik|projektet|projekterne|projekt|puljen?|messen|festivalen|loven
      |planen?|handleplanen?|indsatsen?|programmet|program|initiativet|konceptet|begrebet|begreber|ordningen|mærket|uddannelsen|kurset
      |kursus|forløbet|bogen|filmen|rapporten|visionen|overskriften|titlen|mottoet|sloganet|temaet|prisen|konferencen|arrangementet
      |aktiviteten|metoden|modellen|puljer|byen|bydelen|landsbyen|øen|gaden|kvarteret|området|sognet|havnen|egnen|pladsen|systemet
      |udvalget|centret|afdelingen|forvaltningen|sekretariatet|hedder|hed|kaldet|kaldes|kalder|døbt|kommunen|kommunerne|aftalen|app['’]?en
      |hjemmesiden|portalen|platformen|dagen|dage|emnet|forkortelsen|spørgsmålet|ministeren|borgmesteren|løbet|konkurrencen|lov\w*\s(?:nr\.\s\d+\s)?om|bekendtgørelse\w*\som)\s$""",
    re.IGNORECASE | re.VERBOSE,
)
# What a name can be called that is no organisation: by its last word.
OTHER_KIND: Final = re.compile(
    r"""(?:[\w-]*(?:bestyrelse[rn]?|kommune[rn]?s?|regionskommune|region|amt|udvalg(?:et)?|udv|forvaltning(?:en)?|magistrat(?:en)?|byråd(?:et)?
      |byrådssekretariatet|borgerrepræsentation(?:en)?|folketing(?:et)?|regering(?:en)?|jobcent(?:er|ret|eret)|borgerservice|rådhus(?:et)?
      |afdeling(?:en)?|(?:handicap|ældre|udsatte|unge|integrations|arbejdsmarkeds|grønne|borger|lokal)råd(?:et)?|sekretariat(?:et)?
      |direktion(?:en)?|kontor(?:et)?|team(?:et)?|lov(?:en)?|strategi(?:en)?|politik(?:ken)?|plan(?:en)?|aftale(?:n)?|ordning(?:en)?
      |pulje(?:n)?|projekt(?:et)?|program(?:met)?|model(?:len)?|mål(?:ene)?|verdensmål(?:ene)?|agenda|messe(?:n)?|festival(?:en)?
      |dag(?:en|e|ene)?|uge(?:n)?|konference(?:n)?|pris(?:en)?|løb(?:et)?|julemarked(?:et)?|kampagne(?:n)?|uddannelse(?:n)?|kursus
      |forløb|temadag|kvarter(?:et)?|vej(?:en)?|gade(?:n)?|vænget|stræde(?:t)?|all[eé](?:en)?|torv(?:et)?|plads(?:en)?|boulevard(?:en)?
      |parken|havn(?:en)?|sogn|strand(?:en)?|skov(?:en)?|fjord(?:en)?|station(?:en)?|bibliotek(?:et)?|hal(?:len)?|musikhuset|kulturhuset
      |medborgerhuset|register(?:et)?|registret|klausul(?:er)?|udbud(?:det)?|vinter|sommer|sundhedshuset|politi(?:et)?|valg(?:et)?|holdet)s?)$""",
    re.IGNORECASE | re.VERBOSE,
)
# What a municipal office is called by its first word.
OFFICE_FIRST: Final = re.compile(
    r"(?:jobcent(?:er|ret|eret)|borgerservice|region|kommunen?|byrådet|udvalget|team|lov|projekt|program|kampagne|pulje|indsats)s?$",
    re.IGNORECASE,
)
# Single words with a capital inside a sentence that are organisations by their last part alone.
SINGLE_HEAD: Final = re.compile(
    r"\w{2,25}(?:(?<!be)styrelsen?|ministeriet|tilsynet|huset|værkstedet|køkkenet|gården|smedjen|kompagniet?|fabrikken|boden|butikken|klinikken"
    r"|caf[eé]en|vaskeriet|bageriet|laden|haven|skolen|fonden|foreningen|klubben|netværket|disken|kælderen|loftet|kiosken|mejeriet"
    r"|toppen|rådet|centret|centeret|forbundet|manufaktur|tex|kooperationen|brugsen|møllen|stalden|vognen|stuen|cyklen|banken|bixen|værftet|firmaet|entreprisen|laugets?|gruppen|kooperativet)$",
    re.IGNORECASE,
)
SURE_SINGLE: Final = re.compile(
    rf"(?:\w{{3,30}}(?:(?<!be)styrelsen|ministeriet|tilsynet|kompagniet)|[{UPPER}][a-zæøå]{{2,20}}[{UPPER}][\w]{{1,20}})$"
)
# Kinds that, standing alone, point to an organisation named elsewhere.
GENERIC: Final = re.compile(
    r"(?:fonden|foreningen|selskabet|forbundet|netværket|huset|værkstedet|klubben|caf[eé]en|styrelsen|ministeriet|skolen|rådet"
    r"|centret|centeret|gården|butikken|kantinen|bageriet|virksomheden|højskolen|produktionsskolen|stiftelsen|kompagniet)s?$",
    re.IGNORECASE,
)
KNOWN: Final = frozenset(
    """
    KL DGI DIF FOA 3F HK DI LO FH ATP UCN VIA UCL ISS COWI NIRAS Cabi CABI Realdania Incita Kooperationen Danmarks
    SKI SUS Coop Danfoss Grundfos Lego LEGO Vestas Novo Falck Netto Bilka Ikea IKEA Matas Salling Carlsberg Arla
    Tryg Nykredit Egmont Tuborgfondet Nordea
    """.split()
)
# Capitalised words that are no organisation of their own.
NO_ORGANISATION: Final = frozenset(
    """
    RSV RSV'er RSVer STU FGU AMU APV CVR CPR EU FN CO2 CSR ESG SDG NGO PTSD ADHD KLAP IT HR PR USA SoMe Facebook
    LinkedIn YouTube Youtube Instagram Google Excel Word Teams Zoom Twitter TikTok Corona Covid Covid-19 COVID-19
    Danmark Jul Påske Gud Vorherre SF DF Venstre Konservative Socialdemokratiet Enhedslisten Radikale
    Alternativet Norden Europæiske Union Christian DK2020 LAB BU JC KOL VVS BNP NPM ISO GDPR MobilePay NemID MitID
    Trustpilot SROI SØV SV SVer SØV'er Fleks Virk Jobnet PC EAN Grundloven Serviceloven CamelCase JavaScript
    PowerPoint iPhone ECTS MUS LUP TUP LBR RAR Q1 Q2 Q3 Q4 Kommune Kommunen Byrådet Rådhuset Jobcentret Biblioteket
    """.split()
)
# Words that open a sentence and belong to no name behind them.
SENTENCE_OPENERS: Final = frozenset(
    """
    Af Alle Alene Allerede Alt Altså Anden Andre At Bag Bare Begge Blandt Blev Bliver Bl.a Bruger Bruges Bygger
    Både Da Dengang Denne Derfor Dertil Derudover Deres Desuden Dette Disse Du Efter Eksempelvis Eller En
    Endelig Enkelte Er Et F.eks Fem Fire Fleste Flere Foran Fordi Forleden For Foruden Fra Først Første Før Gennem
    Gerne Giver Har Havde Hendes Henvisning Her Heraf Hertil Hidtil Hos Hun Han Hvad Hvem Hver Hvert Hvilke Hvis
    Hvor Hvordan Hvorfor I Idag Ifølge Igen Ikke Indenfor Indtil Ingen Især Jeg Jf Jo Ja Kan Kender Kommunens Kun
    Køber Lad Ligesom Lige Læs Mange Med Mellem Men Mens Mest Mere Min Mod Modsat Måske Nej Nemlig Netop Ni Nogle
    Nogen Nu Nye Næsten Når Næste Nævn Og Også Om Omkring Op Over Overfor Otte På Prøv Ring Resten Samarbejde
    Samarbejdet Samme Sammen Samt Samtidig Se Seks Selv Senest Siden Sidste Sidst Skal Skriv Som Spørg Stadig Støtte
    Støtter Syv Så Sådan Således Takket Ti To Tidligere Til Tilmed Tre Trods Ud Uden Udover Ude Under Undtagen Ved
    Ved Vedrørende Vi Via Vil Vores Vor Ydermere Yderligere Aftale Aftalen Aftalerne Partnerskabsaftalen
    Samarbejdsaftalen Partneren Partnerskabet Projektet Virksomheden Virksomhederne Firmaet Leverandøren
    Organisationen Konsulent Direktør Formand Borgmester Tak Kig Tænk Tag Besøg Mød Hør Gå Find Køb Brug Matcher
    Arrangerer Hjælp Hjælper Adgang Møde Møder Besøg Kontakt Kontakten Henvis Opstart Salg Rådgivning Sparring
    Netværksmøder Medlem Medlemskab
    """.split()
)
# Verbs and prepositions that an organisation, but seldom a place or a thing, follows.
PARTNER_BEFORE: Final = re.compile(
    r"""(?:\b(?:hos|via)\s|\b(?:aftale\w*|samarbejd\w*|partnerskab\w*|kontrakt\w*|sammen|samhandel|dialog\w*|møde\w*|overenskomst\w*)
      \s(?:\w{1,15}\s){0,2}(?:med|m\.)\s|\b(?:købt|leveret|leveres|drives|drevet|udført|udføres|klares|varetages|løst|løses|tilbydes|ejes|ejet
      |støttes|støttet|betales|betalt|vundet|vasket|vaskes|stiftet|oprettet|produceret|lavet|laves|serveres|passes|finansieret|finansieres
      |arrangeret|arrangeres|faciliteret|udlånt|bygget|pakket|pakkes|kørt|køres|hentes|hentet|syet|trykt|trykkes)\s(?:\w{1,12}\s){0,2}af\s
      |\b(?:hhv\.|henholdsvis|nemlig|f\.eks\.|fx|eksempelvis|såsom|(?:leverandør|partner|samarbejdspartner)(?:en)?\s(?:er|hedder)|bl\.a\.|blandt\sandet|blandt\sandre)\s(?:af\s|hos\s|med\s)?)$""",
    re.IGNORECASE | re.VERBOSE,
)
VERB_AFTER: Final = re.compile(
    r"\s(?:leverer|tilbyder|driver|sælger|ansætter|beskæftiger|producerer|vandt|kører|vasker|laver|serverer|åbnede|åbner|lukkede"
    r"|fik|får|søger|hjælper|rådgiver|sidder\spå|står\sfor|tager\simod|tager\ssig\saf|varetager|håndterer|passer|løser|syr|bager|pakker|som\s(?:under)?(?:leverandør|partner|samarbejdspartner))\b"
)
LOCATIVE_BEFORE: Final = re.compile(
    r"\b(?:i|ved|nær|omkring|langs|udenfor|syd\sfor|nord\sfor|øst\sfor|vest\sfor)\s$", re.IGNORECASE
)
PERSON_VERB_AFTER: Final = re.compile(r",?\s(?:siger|sagde|fortæller|fortalte|forklarer|mener|smiler|griner)\b")
# Words behind a name in -s that show that the -s is the name's own: a finite verb or a function word.
NO_GENITIVE_AFTER: Final = re.compile(
    r"[^\w\s]|\s(?:[^\W\d_]{2,20}(?<!er)(?:erer|ede|te)|er|har|og|som|der|i|på|til|fra|for|med|af|om|eller|samt|kan|vil|skal|må|bliver|blev|var"
    r"|havde|fik|får|står|går|giver|tager|holder|hjælper|laver|kommer|driver|sidder|ligger|ved|hos|efter|ikke|også|selv|alene|men|da|når|siden"
    r"|tilbyder|sælger|ansætter|kører|vasker|søger|bruger|køber|løser|passer|åbner|bager|pakker|syr|vandt|gør|så|hvor|hvis|at|\W|\d)\b|$|\n"
)
