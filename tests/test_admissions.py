"""Every word of the lists of admissions, in a sentence that stands or falls with it."""

import pytest

from pipeline.danish.clauses import AnswerText
from pipeline.danish.standing import standing

UNKNOWN = """
Det erindrer jeg ikke
Det kan man ikke vide
Det er ikke registreret noget sted
Det er ikke opgjort
Det vides ikke
Det dokumenteres ikke
Det fremgår ikke
Det fører vi ikke regnskab med
Det har vi ikke foretaget målinger af
Det trækker vi ikke statistik på
Vi har ikke lavet evaluering af det
Det har vi ikke spurgt ind til
Det noterer vi ikke
Det har vi ikke noteret
Det dokumenterer vi ikke
Det har vi ikke dokumenteret
Det indsamler vi ikke
Det har vi ikke kortlagt
Det kan vi ikke give et bud på
Det kan vi ikke komme med tal for
Det kan jeg ikke sætte tallet på
Det kan vi ikke finde frem
Det kan jeg ikke vove et gæt om
Det kan vi ikke gøre rede for
Det kan vi ikke gøre op
Det kan vi ikke bedømme
Det kan jeg ikke gennemskue
Det kan jeg ikke få svar på
Det har jeg ikke kunnet få at vide
Det har vi ikke indblik i
Vi har ikke belæg for et tal
Vi har ingen information om det
Vi har ingen informationer
Vi har ikke dokumentation for det
Det har vi ikke tjek på
Det har vi ingen målinger af
Det har vi intet regnskab over
Det er mig ikke bekendt
Det er jeg ikke sikker på
Det er vi ikke sikre på
Det er uvist
Det er uklart
Antallet er ukendt
Fordelingen er uafklaret
Omfanget er uoplyst
Hvor mange er uvist
Svaret er ukendt
Det ligger vi ikke inde med
Vi ligger ikke inde med tallet
Vi råder ikke over tallet
Det råder vi ikke over
Det er der ikke ressourcer til, for vi har ikke ressourcer for at opgøre det
Vi har ikke mulighed for at trække data
Ingen her ved det
Ingen i huset har overblik
Ingen hos os kender tallet
Ingen i forvaltningen har styr på det
Det aner jeg ikke
Ved ikke
Aner det ikke
Kender det desværre ikke
Kan desværre ikke
Er endnu ikke optalt
Ikke opgjort
Det lod sig ikke opgøre
Tallet kan ikke opgøres
Det kan ikke tælles
Det tør jeg næppe sige
Vi kan umuligt sige det
Det vover jeg ikke at gætte på
Vi har aldrig formået at finde tal
Ingen har kunnet give et svar
Tallet haves ikke
En liste eksisterer ikke
Data foreligger ikke
Vi har tallet ikke
Vi har det desværre ikke
Tallene har kun jobcentret
Det får vi først overblik over til efteråret
Det kommer vi først til at vide til maj
Det er først talt til jul
Jeg er blank
Her er jeg desværre blank
Det står ikke noget sted
Det står ikke nogen steder
Det står ikke i mine papirer
Vi kender kun til det fra avisen
Det kan kun virksomhederne svare på
Det står os ikke klart
Det er vanskeligt at sige
Det er umuligt at vurdere
Det er ikke til at sige
Det er ikke muligt for os at opgøre
Vi savner data
Der er mangel på data
Vi mangler at tælle
Uvist
Det forbliver ukendt
Svar skyldig
Jeg må blive svar skyldig
Det kan jeg ikke på stående fod
Det bliver rent gæt
Det må blive et gæt
Det er gætteri
Det svæver i det uvisse
Det må stå hen
Det står hen
Det må guderne vide
Gud ved
Her er der bar bund
Vi famler i blinde
Jeg må melde pas
Pas
Det lader jeg være usagt
Historien melder ikke noget
Det må du spørge jobcentret om
Det skal I høre virksomhederne om
Det må I henvende jer til jobcentret om
Spørg jobcentret
Vores data rækker ikke
Det er ikke mit bord
Det ligger uden for mit område
Det er udenfor vores felt
Det opgøres først til nytår
Det bliver talt op først til nytår
Tallene kommer først til foråret
Svaret kommer først senere
""".strip().split("\n")
DECLINED = """
Det vil vi helst ikke
Det vil vi undlade at kommentere
Det skal jeg ikke gøre mig til dommer over
Det vil vi ikke gå nærmere ind i
Det vil vi ikke sætte ord på
Det vil vi ikke lægge frem
Det vil vi ikke løfte sløret for
Det vil vi ikke ud med
Vi vil ikke give interview
Vi vil ikke give tal
Det vil vi ikke have offentliggjort
Det bør vi ikke besvare
Det agter vi ikke at besvare
Det ønskes ikke kommenteret
Det svarer vi ikke på
Det drøfter vi ikke
Det røber vi ikke
Det offentliggøres ikke
Tallene er ikke offentlige endnu
Tallene er ikke til offentliggørelse
Det går vi ikke ind på
Den slags taler vi ikke om
Det giver vi ikke fra os
Det giver vi ikke ud
Vi har valgt ikke at svare
Vi er enige om ikke at svare
Vi vælger at undlade at kommentere
Vi har ikke lyst til at svare
Vi har ikke mandat til at udtale os
Vi har ikke planer om at offentliggøre det
Det kan vi af hensyn til borgerne ikke
Det kan vi ikke oplyse af konkurrencehensyn
Det kan vi ikke oplyse af juridiske grunde
Det afstår vi fra at kommentere
Vi undlader at kommentere
Jeg afholder mig fra at kommentere
Kommunen nægter at svare
Vi frabeder os kommentarer
Vi frabeder os at udtale os
Den springer jeg over
Vi springer over
Den debat tager vi ikke
Den drøftelse går vi ikke ind i
Det blander jeg mig ikke i
Vi er blevet bedt om ikke at svare
Det er en sag mellem parterne
Det er et anliggende mellem kommunen og staten
Det er et forhold mellem parterne
Det forbliver ubesvaret
Det lader vi andre bedømme
Det må I lade andre tage stilling til
Det lader jeg andre om at svare på
Ingen yderligere kommentarer
Uden kommentarer
Intet at bemærke, ingen bemærkninger
Ingen videre udtalelser
No comment
Det er hemmeligholdt
Det er fortroligt
Tallet er en forretningshemmelighed
Det er klausuleret
Vi har tavshedspligt
Det beholder vi for os selv
Det holder jeg for mig selv
Det vil jeg gerne slippe for
Det vil vi helst være fri for
Det lader vi ligge
Den lader vi passere
Det må lade stå hen
Det lader vi hænge
Det er ikke noget, vi svarer på
Det er ikke oplysninger, vi deler
Det er ikke tal, vi vil ud med
Det kan vi ikke oplyse, da det er personfølsomt
Det kan vi ikke sige noget om, for det er en verserende sag
Det må vi ikke oplyse af gdpr-hensyn
Det kan vi ikke oplyse, for det blev drøftet for lukkede døre
""".strip().split("\n")
NOT_APPLICABLE = """
Det er næppe aktuelt
Det er mindre relevant
Det er pt. ikke aktuelt
Det er her ikke anvendeligt
Det er for os ikke et emne
Det er ikke noget tema
Det synes ikke relevant
Det spørgsmål er ikke relevant
Punktet er ikke relevant
Spørgsmålet har ingen anvendelse her
Spørgsmålet giver næppe mening
Det giver ingen mening
Dette spørgsmål giver ikke mening
Der er ingen at bruge
Der er ingen at hjælpe
Der er ikke nogen at spørge
Der findes ingen at støtte
Der er ikke noget at følge
IR
N.A.
Uaktuelt
Udgår
Bortfalder
Spørgsmålet er kun aktuelt for store kommuner
Så giver det ikke mening at spørge
Det er uden relevans
Det har ikke nogen relevans
Da spørgsmålet ikke er aktuelt
Det passer ikke på os
Spørgsmålet passer ikke til en kommune som vores
Spørgsmålet virker overflødigt
Spørgsmålet bliver uaktuelt
Det er irrelevant
Spørgsmålet udgår
Spørgsmålet forudsætter en strategi
Spørgsmålet giver sig selv
Spørgsmålet rammer forbi
Spørgsmålet gælder ikke os
Det bortfalder
Det falder til jorden
Det falder dermed væk
Det forudsætter jo en aftale
Det gælder ikke for os
N/A
Det er ikke et spørgsmål, som er relevant
Det er ikke et spørgsmål, der er aktuelt
Vi kan ikke evaluere noget, som ikke findes
""".strip().split("\n")


@pytest.mark.parametrize(
    ("text", "status"),
    [
        *((text, "unknown") for text in UNKNOWN),
        *((text, "declined") for text in DECLINED),
        *((text, "not_applicable") for text in NOT_APPLICABLE),
    ],
)
def test_status(text: str, status: str) -> None:
    found = standing(AnswerText.of("", text))
    assert found is not None
    assert found.status == status
