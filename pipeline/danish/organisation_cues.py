"""What in Danish marks a capitalised name as an organisation, and what marks it as something else.

Endings are looked up whole, the last part of a compound first: `ends_in("Fællesværkstedet", HEADS)`.
"""

import re
from functools import lru_cache
from typing import Final

from pipeline.danish.proper_names import UPPER

# Definite and plural endings, each also with the possessive -s.
_ENDINGS: Final = ("", "n", "en", "t", "et", "ten", "ne", "ene", "erne", "rne", "e", "er", "r")


def _inflected(words: str) -> frozenset[str]:
    return frozenset(word + ending + s for word in words.split() for ending in _ENDINGS for s in ("", "s"))


def _listed(words: str) -> frozenset[str]:
    return frozenset(words.split())


@lru_cache(maxsize=8192)  # the same words open sentences everywhere; bounded, so that memory stays flat
def ends_in(word: str, endings: frozenset[str]) -> bool:
    """Tell whether a word is one of the endings or a compound that ends in one, whatever its case."""
    lower = word.lower()
    return any(lower[at:] in endings for at in range(len(lower)))


LEGAL_FORM: Final = (
    r"(?:ApS|APS|A/S|I/S|K/S|P/S|IVS|S/I|S\.I\.|S\.M\.B\.A\b\.?|[Ff]\.?[Mm]\.?[Bb]\.?[Aa]\b\.?"
    r"|[Aa]\.?[Mm]\.?[Bb]\.?[Aa]\b\.?|SMBA)"
)
# What an enterprise, association or agency can be called by its last part: Fællesværksted, Vækstklub, Erhvervshus.
HEADS: Final = _inflected(
    """
    skole universitet akademi college seminarium hus værksted køkken vaskeri gård smedje café cafe cafée kafé
    restaurant bistro bryggeri mejeri mølleri brænderi risteri rugeri røgeri bageri konditori gartneri klub
    netværk fond forening forbund organisation selskab kooperativ kollektiv institut styrelse ministerie
    ministeri tilsyn hospital museum musee teater teatr sparekasse andelskasse pengeinstitut butik butikk
    genbrug forretning handel købmand kompagni fabrik fabrikk kiosk systue syeri væveri snedkeri rengøring
    service vask regnskab revision rådgivning transport flytning catering kantine kaffe chokolade design
    trykkeri bureau møbler tekstil anlæg erhvervsråd kompetencecenter videncenter videnscenter udviklingscenter
    iværksættercenter vækstcenter vækstforum erhvervscenter erhvervscentr alliance menighed fællesskab bosted
    vandrerhjem galleri studie spillested biograf forlag trekløver sygehus boligselskab vækstråd højskole
    multicenter
    """
)
# The same, but only as a word of its own or behind a hyphen, since many common words end so.
WHOLE_HEADS: Final = _listed(
    """
    kro lade bod bank mad te tryk data it tech print cykler træ have haver natur erhverv forum union laug lav
    loge mission hær kors korshær kirke settlement settlementet hjem hotel camping zoo atelier studio scene
    radio avis partner partners group minds works hands food foods lab hub house kitchen care people friends
    green company business solutions consult invest capital denmark nordic shop store bar bike bikes maler murer
    tømrer smed grafik flyt
    """
)
# The first word of names such as Fonden Tredje Spor, Café Spidsen, Huset på Havnen.
FIRST_HEADS: Final = _listed(
    """
    fonden foreningen selskabet forbundet kooperativet laug netværk netværket huset værkstedet værksted klubben
    akademiet instituttet styrelsen alliancen unionen sammenslutningen
    """
)
FIRST_WORDS: Final = _listed(
    """
    butik bageri gartneri vaskeri systue klinik selskab forening klub skole bager slagter café cafe caféen
    cafeen kafé restaurant bistro kantinen bageriet hotel kro pakhus fond stiftelsen kompagni kompagniet gården
    butikken højskolen produktionsskolen galleri teater museet kulturhuset væksthus erhvervscenter erhvervshus
    iværksætterhus business erhverv studio house rådet den det de
    """
)
# Trades that a place makes a name of: *Smedjen i Vester Skerninge*.
TRADES: Final = _listed(
    """
    smedjen vaskeriet bageriet butikken caféen cafeen køkkenet værkstedet klinikken mejeriet fabrikken brugsen møllen
    gartneriet snedkeriet trykkeriet bryggeriet systuen kiosken
    """
)
ASSOCIATIONS: Final = _listed(
    """
    foreningen klubben lauget selskabet
    """
)
# Last words that *for* and *af* carry on: *Nordisk Netværk for Socialt Entreprenørskab*.
JOINING: Final = _listed(
    """
    netværk forening forbund selskab råd institut fællesskab sammenslutning sammenslutningen fond partnerskab
    videnscenter videncenter alliance topmøde konference kongres årsmøde temadag
    """
)
# Lower-case nouns that a name stands behind: caféen Spidsen, rengøringsfirmaet Klart Syn.
KIND_NOUNS: Final = _listed(
    """
    caféen cafeen kafeen virksomheden virksomhederne virksomheder firmaet firmaerne foreningen foreningerne
    fonden organisationen organisationerne butikken butikkerne forretningen værkstedet værkstederne restauranten
    selskabet kooperativet bageriet bryggeriet netværket huset skolen klubben køkkenet gården gartneriet systuen
    vaskeriet trykkeriet kantinen leverandøren leverandørerne bureauet kompagniet institutionen kollektivet
    hotellet vandrerhjemmet kiosken startuppen partneren partnerne operatøren aktør aktøren aktørerne snedkeriet
    mejeriet rugeriet røgeriet risteriet fabrikken styrelsen museet teateret teatret banken forlaget koncernen
    kæden forbundet alliancen cykelsmeden stiftelsen laden varmestuen værestedet bostedet botilbuddet tilbuddet
    købmanden planteskolen mosteriet biografen spillestedet hjemmet centeret supermarkedet entreprenøren
    kaffebaren tænketanken indkøbsfællesskab indkøbsfællesskabet
    """
)
# Lower-case nouns before names of strategies, campaigns, programmes, laws, events and places, compounds too.
OTHER_NOUNS: Final = _listed(
    """
    kampagne kampagnen strategien strategi strategier politikken politik projektet projekterne puljen pulje
    messen festivalen loven planen plan indsatsen indsats programmet program initiativet konceptet begrebet
    begreber ordningen mærket uddannelsen kurset kursus forløbet bogen filmen rapporten visionen overskriften
    titlen mottoet sloganet temaet prisen konferencen arrangementet aktiviteten metoden modellen puljer byen
    bydelen øen gaden kvarteret området sognet havnen egnen pladsen systemet udvalget centret afdelingen
    forvaltningen sekretariatet kommunen kommunerne aftalen appen app'en hjemmesiden portalen platformen dagen
    emnet forkortelsen spørgsmålet ministeren borgmesteren løbet konkurrencen lovgivningen bekendtgørelsen
    forordningen direktivet spillet sangen serien artiklen bladet kongressen topmødet årsmødet sommerskolen træffet
    stævnet mesterskabet seminaret kåringen auktionen markedet udstillingen
    """
)
# Words with the same force that no compound shares.
OTHER_WORDS: Final = _listed(
    """
    projekt hedder hed kaldet kaldes kalder døbt dage lov
    """
)
# What a name can be called that is no organisation: by its last word.
OTHER_KINDS: Final = _inflected(
    """
    bestyrelse kommune regionskommune region amt udvalg udv forvaltning magistrat byråd sekretariat
    borgerrepræsentation folketing regering jobcenter jobcentr borgerservice rådhus afdeling handicapråd
    ældreråd udsatteråd ungeråd integrationsråd arbejdsmarkedsråd borgerråd lokalråd direktion kontor team lov
    strategi politik politikk plan aftale ordning pulje projekt program programm model modell mål agenda messe
    festival dag dage uge konference kongres topmøde årsmøde sommerskole træf stævne
    mesterskab kåring seminar temadag udstilling bugt hede plantage nationalpark naturpark
    pris løb julemarked kampagne uddannelse kursus forløb kvarter vej gade vænge
    stræde allé alle torv plads boulevard parken havn sogn strand skov fjord station bibliotek hal hall musikhus
    kulturhus medborgerhus sundhedshus register registr klausul udbud udbudd vinter sommer politi valg holdet
    virksomhed økonomi socialøkonomi arbejdsmarked beskæftigelse indsats responsibility klausul guide portal
    """
)
# The same, but only as a word of its own: too many names end so.
OTHER_WORDS_AS_LAST: Final = frozenset({"Sø", "Mose", "Å", "Bæk", "Dal", "Ø", "Sund", "Bælt", "Vig", "Bredning"})
# The same, by its first word.
OFFICES: Final = _inflected(
    """
    jobcenter jobcentr borgerservice region kommune byråd udvalg team lov projekt program kampagne pulje indsats
    """
) - {"kommunernes"}
# Single words with a capital inside a sentence that are organisations by their last part alone.
SINGLE_HEADS: Final = _listed(
    """
    styrelse styrelsen ministeriet tilsynet huset værkstedet køkkenet gården smedjen kompagni kompagniet
    fabrikken boden butikken klinikken caféen cafeen vaskeriet bageriet laden haven skolen fonden foreningen
    klubben netværket disken kælderen loftet kiosken mejeriet toppen rådet centret centeret forbundet manufaktur
    tex kooperationen brugsen møllen stalden vognen stuen cyklen banken bixen værftet firmaet entreprisen lauget
    gruppen kooperativet
    """
)
# The same, at the start of a sentence too.
SURE_HEADS: Final = _listed(
    """
    styrelsen ministeriet tilsynet kompagniet
    """
)
# Last parts whose -s is their own and no possessive.
OWN_S: Final = _listed(
    """
    hus plads kors glas minds works hands foods business service services solutions partners friends kompas
    palads bikes things ss us is os ans girls boys kids games events wheels roots seeds beans greens arts crafts
    systems
    """
)
CAMEL_CASE: Final = re.compile(rf"[{UPPER}][a-zæøå]{{2,20}}[{UPPER}]\w{{1,20}}$")
# Kinds that, standing alone, point to an organisation named elsewhere.
GENERIC: Final = _listed(
    """
    fonden foreningen selskabet forbundet netværket huset værkstedet klubben caféen cafeen styrelsen ministeriet
    skolen rådet centret centeret gården butikken kantinen bageriet virksomheden højskolen produktionsskolen
    stiftelsen kompagniet fondens foreningens selskabets netværkets husets værkstedets klubbens caféens skolens
    rådets centrets butikkens
    """
)
# Prepositions that places follow.
LOCATIVES: Final = _listed(
    """
    i ved nær omkring langs udenfor
    """
)
# Prepositions whose noun is not what the verb behind it speaks of: *bussen til Melby kører*.
PREPOSITIONS: Final = _listed(
    """
    til fra mod over gennem mellem
    """
)
# What a name goes on with behind *og*, where it is one name: *Ruds Vaskeri og Have*; no words of departments.
SECOND_TRADES: Final = _listed(
    """
    Have Haver Havebrug Vask Rul Rens Montage Rengøring Flytning Handel Håndværk Tekstil Tryk Træ Metal Møbler
    Maskiner Brænde Grønt Kage Kager Brød Vin Øl Te Mad Drikke Delikatesse Catering Kantine Køkken Café Gårdbutik
    Genbrug Loppe Kram Ting Tøj Garn Stof Design Keramik Grafik Bogbinderi Pakkeri Lager Logistik Emballage Cykler
    Reparation Heste Bi Bier
    """
)
# First words of the names of villages: *Øster Hornum*.
OF_VILLAGES: Final = frozenset(
    "Hvide Øster Vester Nørre Sønder Neder Over Store Lille Gammel Gl. Sdr. Nr. Ndr. Vr. Ø. V.".split()
)
# Known by name.
KNOWN: Final = frozenset(
    """
    KL DGI DIF FOA 3F HK DI LO FH ATP UCN VIA UCL ISS COWI NIRAS Cabi CABI Realdania Incita Kooperationen Danmarks
    SKI SUS Coop Danfoss Grundfos Lego LEGO Vestas Novo Falck Netto Bilka Ikea IKEA Matas Salling Carlsberg Arla
    Tryg Nykredit Egmont Tuborgfondet Rotary Lions Nordea Movia DSB Banedanmark PostNord Zealand CELF ZBC EUC TEC NEXT
    Rybners Tradium Selandia Mercantec Mødrehjælpen TrygFonden Jysk JYSK Føtex Kvickly Lidl Aldi Rema LBR
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
ARTICLES: Final = frozenset({"Den", "Det", "De"})
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
      |\b(?:hhv\.|henholdsvis|nemlig|f\.eks\.|fx|eksempelvis|såsom|bl\.a\.|blandt\sandet|blandt\sandre
      |(?:leverandør|partner|samarbejdspartner)(?:en)?\s(?:er|hedder))\s(?:af\s|hos\s|med\s)?)$""",
    re.IGNORECASE | re.VERBOSE,
)
VERB_AFTER: Final = re.compile(
    r"\s(?:leverer|tilbyder|driver|sælger|ansætter|beskæftiger|producerer|vandt|kører|vasker|laver|serverer|åbnede|åbner|lukkede"
    r"|fik|får|søger|hjælper|rådgiver|sidder\spå|står\sfor|tager\simod|tager\ssig\saf|varetager|håndterer|passer|løser|syr|bager|pakker"
    r"|som\s(?:under)?(?:leverandør|partner|samarbejdspartner))\b"
)
PERSON_VERB_AFTER: Final = re.compile(r",?\s(?:siger|sagde|fortæller|fortalte|forklarer|mener|smiler|griner)\b")
# Words behind a name in -s that show that the -s is the name's own: a finite verb or a function word.
NO_GENITIVE_AFTER: Final = re.compile(
    r"[^\w\s]|\s(?:[^\W\d_]{2,20}(?<!er)(?:erer|ede|te)|er|har|og|som|der|i|på|til|fra|for|med|af|om|eller"
    r"|samt|kan|vil|skal|må|bliver|blev|var|havde|fik|får|står|går|giver|tager|holder|hjælper|laver|kommer"
    r"|driver|sidder|ligger|ved|hos|efter|ikke|også|selv|alene|men|da|når|siden|tilbyder|sælger|ansætter"
    r"|kører|vasker|søger|bruger|køber|løser|passer|åbner|bager|pakker|syr|vandt|gør|så|hvor|hvis|at|\W|\d)\b|$|\n"
)
# A compound has a first part of at least two letters.
_SHORTEST_FIRST_PART: Final = 2


def opens_name(word: str) -> bool:
    """Tell whether a name can begin with the word: *Fonden Tredje Spor*, *Café Spidsen*."""
    return word.lower() in FIRST_WORDS or ends_in(word, FIRST_HEADS)


def is_headed(word: str) -> bool:
    """Tell whether a word is what an organisation can be called: *Vækstklub*, *Bryghus-Café*, *Foods*."""
    return ends_in(word, HEADS) or word.lower().rsplit("-", 1)[-1] in WHOLE_HEADS


def is_single_head(word: str) -> bool:
    """Tell whether a capitalised word inside a sentence is an organisation by its last part: *Madkompagniet*."""
    return ends_in(word[_SHORTEST_FIRST_PART:], SINGLE_HEADS)


def is_sure(word: str) -> bool:
    """Tell whether a word is an organisation wherever it stands: *Erhvervsstyrelsen*, *BusinessAalborg*."""
    return bool(CAMEL_CASE.match(word)) or ends_in(word[_SHORTEST_FIRST_PART:], SURE_HEADS)
