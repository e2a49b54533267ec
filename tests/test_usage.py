"""Every word that tells use, disuse, part use and use to come, in an answer that stands or falls with it."""

import pytest

from pipeline.danish.clauses import AnswerText
from pipeline.questions.strategy_use import read
from tests.sentences import listed

YES = listed(
    """
    Den bruges konsekvent / Vi har den fremme hver måned / Den følges til punkt og prikke / Den følges slavisk /
    Den bruges i dagligdagen / Den bruges i vid udstrækning / Den bruges på tværs af forvaltningerne /
    Den er en rygrad i vores arbejde / Den er vores kompas / Den er et godt værktøj / Den er blevet vores køreplan /
    Strategien er vores rygsøjle / Den er stadig vores fyrtårn / Den er udgangspunktet for alt / Den er vores facitliste
    / Den danner rammen / Den udgør kernen i arbejdet / Vi træffer aldrig en beslutning uden den /
    Vi laver ikke en plan uden strategien / Vores indsatser udspringer af strategien / Alt kommer fra aftalen /
    Det er ikke kun papir / Det er ikke bare pæne ord / Det er ikke blot en hensigtserklæring / Vi bruger den /
    Den bruges / Den er taget i brug / Vi gør flittigt brug af den / Den finder anvendelse i alle centre / Den er i spil
    / Den er i anvendelse / Vi anvender den / Den er anvendt / Vi benytter den / Den efterleves / Den er implementeret /
    Den er udmøntet / Den er omsat til handling / Den er gennemført / Den overholdes / Den er overholdt / Den følges /
    Vi følger den / Vi fulgte den, og vi følger den stadig / Vi arbejder efter den / Vi styrer ud fra strategien /
    Aftalen arbejder vi efter / Strategien handler vi ud fra / Vi handler efter den / Vi arbejder efter strategiens mål
    / Det er helt i tråd med strategien / Den ligger til grund for alt / Den ligger bag vores indsatser /
    Den arbejder vi med / Planen arbejder vi hver dag på / Der arbejdes med den / Vi holder os til den /
    Vi lever op til den / Vi retter os efter den / Vi læner os op ad den / Vi tager den frem /
    Vi tager udgangspunkt i den / Vi tager den med til møderne / Vi har taget den i hånden / Vi trækker den op af tasken
    / Vi har den fremme / Vi slår op i den / Vi kigger i den / Vi læser i strategien /
    Den er åbnet, og vi ser efter i den / Vi griber ofte til den / Den føres ud i livet /
    Strategien er ført ud i praksis / Den er ført ud i virkeligheden / Vi henviser til strategien / Vi citerer den /
    Vi refererer til den / Arbejdet bygger på den / Vores indsats hviler på den / Den er levende / Den lever /
    Den er et fast punkt på møderne / Den er en integreret del af hverdagen / Den er et vigtigt element /
    Den er en uundværlig følgesvend / Den er skåret ud i opgaver / Den er blevet til konkrete handlinger / Den er i gang
    / Den er i fuld sving / Den er i drift / Den er i funktion / Arbejdet er sat i værk / Den er sat i søen /
    Vi holder hinanden fast på den / Den er styrende / Den skinner igennem / Den gennemsyrer alt /
    Den spiller en stor rolle / Den præger alt, hvad vi gør / Den er slidt / Den har æselører / Den har hundeører /
    Vi kan den udenad / Den sidder i fingerspidserne / Den står åben på skærmen / Den sidder på rygraden /
    Den er kommet under huden / Den ligger fremme / Den ligger på skrivebordet / Vi har den i baghovedet /
    Vi har den i rygraden / Den forpligter / Arbejdet er bundet op på den / Alt er bygget op omkring den /
    Den hænger på væggen / Vi har den under armen / Vi har den i tasken / Politikerne spørger til den /
    Der bliver spurgt efter den / Den spiller ind / Den er blevet en vane / Den er blevet rutine / Den er hverdag hos os
    / Den fylder meget / Den fylder rigtig godt / Vi konsulterer den / Vi skeler til den / Den giver pote /
    Vi er i mål med den / Der er sat flueben ved alle mål / Den styrer arbejdet / Den styrer vores prioriteringer /
    Den er foldet ud / Den er med på alle møder / Den er med på vores møder / Den ligger øverst på bunken /
    Vi har taget fat på den / Der er taget hul på den / Der bliver fulgt op / Vi følger op på den /
    Der er opfølgning hvert år / Der gives status / Den afrapporteres / Vi rapporterer på den / Den har et årshjul /
    Vi måler på den / Vi evaluerer den / Den er sat ind i budgettet / Den indgår i alt / Den er indarbejdet /
    Den bidrager / Ideerne er hentet fra den / Den virker / Den bærer frugt / Den gør en forskel / Den bider /
    Brugt bliver den / Det gør vi / Læst bliver den / Aktivt er den / Benyttet bliver den / Det tør jeg godt påstå /
    Det vil jeg love / Det kan vi bekræfte / Den nævnes ofte
    """
)
NO = listed(
    """
    Der er ikke sket noget / Der sker ikke noget særligt / Der er intet sket / Der skete ingenting /
    Den spiller ingen rolle / Den har ingen betydning / Der er ingen opfølgning / Den har ingen ejerskab /
    Der er ikke spor af den / Den er overhovedet ikke / Den bruges slet ikke / Den bruger ingen / Den læser ingen /
    Den husker ingen / Ingen kender den / Og ingen bruger den / Ingen spørger til den / Ingen ved, den findes /
    Ingen gør / Vi har knap nok hørt om den / Vi har dårligt nok læst den / Den er næsten ikke brugt /
    Den er uden betydning / Den er uden virkning / Den er uden opfølgning / Vi er aldrig kommet videre /
    Vi er ikke nået længere / Det er ikke blevet til mere / Den ligger i skuffen / Den samler støv / Den står på hylden
    / Den er en hyldevarmer / Den er i arkivet / Den er glemt / Den er gået i glemmebogen / Den er gået i glemsel /
    Den er gemt væk / Den er gemt af vejen / Den er ukendt / Det er et skrivebordspapir / Det var en skrivebordsøvelse /
    Den er en papirtiger / Det er en papirøvelse / Den er et stykke papir / Den er et dødt bogstav /
    Det er et dødt dokument / Den er skindød / Arbejdet er gået i stå / Arbejdet er i bero / Den er på standby /
    Den er sat på pause / Den er lagt på is / Den kører på vågeblus / Den er på papiret / Den ligger helt stille /
    Den er sovet ind / Den sover / Den sover tornerosesøvn / Den ligger i dvale / Den er til pynt / Den er syltet /
    Den ligger i syltekrukken / Den er lagt i mølposen / Den er gledet ud / Den er gået tabt / Den er røget ud /
    Den er gledet i baggrunden / Det er fine ord / Det er kun smukke hensigter / Det er blevet tomme ord /
    Den er løbet ud i sandet / Den hensygner / Det er også det / Den ligger i vindueskarmen / Den er symbolsk /
    Det er symbolpolitik / Arbejdet er stoppet / Det er ophørt / Vi er holdt op / Vi har indstillet arbejdet /
    Den er lagt til side / Den er lagt fra os / Den er lagt væk / Den er lagt på hylden / Vi har ladet den ligge /
    Den er faldet bort / Den er faldet til jorden / Vi er gået væk fra den / Vi er gået bort fra den / Den er forladt /
    Vi har vendt ryggen til den / Vi har sluppet den / Den fører en stille tilværelse / Den er underdrejet /
    Den ligger bare / Den findes kun på papiret / Den er sat ud af kraft / Den er sat ud af spillet / Den er overhalet /
    Den er forældet / Den er uaktuel / Den er utidssvarende / Den er nyttesløs / Den er overflødig / Den er begravet /
    Vi har aldrig læst den / Vi har ikke fået den / Den nævnes aldrig / Vi hører aldrig til den / Den er ikke kendt
    """
)
PARTLY = listed(
    """
    Delvist / Til dels / I nogen grad / Til en vis grad / I mindre omfang / I et begrænset omfang / I ringe grad /
    I meget begrænset omfang / Både og / Både ja og nej / Ja og nej / Halvt om halvt / Halvvejs / Den bruges halvhjertet
    / Det går op og ned / Så som så / Sådan da / Mere eller mindre / Sådan nogenlunde / Den bruges sporadisk /
    Den bruges sjældent / Den bruges periodevis / Den bruges ikke så meget / Den bruges ikke så intensivt /
    Den bruges ikke så konsekvent / Den bruges ikke på samme måde / Den bruges ikke af alle / Den bruges ikke lige meget
    / Den bruges ikke systematisk / Den bruges ikke fuldt ud / Den bruges ikke altid / Den bruges ikke overalt /
    Den bruges ikke optimalt / Den bruges ikke tilstrækkeligt / Den bruges mindre end før / Den bruges sjældnere end før
    / Arbejdet er mindre aktivt / Den er skåret ned / Den er nedprioriteret / Den er nedtonet / Den er trappet ned /
    Den bruges et minimum / Den bruges ikke særlig meget / Den bruges ikke særlig tit / Den bruges i det små /
    Den bruges i ny og næ / En smule / Blandet / Den bruges mere i jobcentret end hos de andre / Den bruges med måde /
    Den bruges på nogle områder / Den bruges på visse felter / Hvor det giver mening / Når det passer / Efter behov /
    Den kunne bruges bedre / Den kan bruges mere / Den bruges kun i dele af kommunen /
    Den bruges hovedsageligt i enkelte forvaltninger / Den bruges primært lejlighedsvis / Når lejligheden byder /
    Den bruges nogle steder / Nogle afsnit følges / Enkelte kapitler bruges / Visse punkter følges /
    Udvalgte indsatser følges / Nogle kolleger bruger den / Enkelte handlinger er gennemført / Nogle mål følges /
    Dele af den bruges / De dele bruger vi / En del af strategien bruges / En del af målene følges /
    Halvdelen af den bruges / En tredjedel bruges / To af de fire mål følges / En af aftalens dele bruges /
    Kun i jobcentret / Den bruges mest af ledelsen / Den bruges primært hos jobcentret / Den bruges især i jobcentret /
    Den bruges udelukkende ved større sager / Den bruges kun til møder / Den bruges kun i forvaltningen /
    Den bruges af og til / Den bruges indimellem / Den bruges nu og da / Den bruges lejlighedsvist / Den bruges ad hoc /
    Den bruges i perioder / Den bruges til tider / Den bruges hist og pist / Den bruges her og der /
    Den bruges nogle gange / Den bruges sommetider / Den bruges somme tider / Den bruges undertiden /
    Brugen er varierende / Brugen varierer / Brugen er svingende / Brugen svinger / Den bruges ujævnt / Den bruges lidt
    / Den bruges forskelligt / Nogle bruger den, resten bruger den ikke
    """
)
PLANNED = listed(
    """
    Den bruges endnu ikke / Den bruges ikke endnu / Ingen bruger den endnu / Foreløbig ikke / Vi er ikke nået dertil /
    Vi er ikke kommet så langt / Vi er ikke helt kommet i gang / Det er for tidligt / Den dag er ikke kommet /
    Den bruges først fra nytår / Den bruges tidligst efter sommerferien / Den bruges først i 2020 /
    Den er først lige vedtaget / Den er først lige trådt i kraft / Den skal først på plads /
    Den træder først i kraft til maj / Den træder i kraft senere / Den er for ny / Blækket er knap tørt /
    Den skal bruges fra nytår / Den skal tages i brug / Den vil blive anvendt / Den forventes implementeret /
    Den skal udmøntes / Den skal rulles ud / Den skal omsættes / Den skal følges / Medarbejderne skal på kursus /
    Den skal i brug / Den skal sættes i gang til foråret / Fra og med nytår / Fra januar / Pr. 1. januar /
    Efter sommerferien / Så snart den er trykt / Vi begynder til september / Arbejdet starter efter nytår /
    Den udrulles til foråret / Arbejdet går snart i gang / Vi er i forberedelsesfasen / Vi forbereder den /
    Et møde er berammet / Vi er i opstarten / Vi er ved udrulningen / Startskuddet lyder til maj /
    Vi planlægger at bruge den / Den er under implementering / Den er under udarbejdelse / Meningen er at bruge den /
    Ambitionen er det / Planen er at bruge den / Snart / Det ventes / Det er planen / Sådan er tanken /
    I løbet af foråret / Vi skal til at bruge den / Det skal den / Det kommer vi / Det vil den /
    Vi er ved at implementere den / Vi er ved at oversætte den til handling / Vi er ved at bygge den op /
    Vi afventer budgettet / Vi venter svar / Den er så ny / Den er så frisk / Den er helt ny / Den er splinterny /
    Aftalen er ny / Den er netop vedtaget / Den er lige blevet godkendt / Den er lige landet /
    Den er nylig trådt i kraft
    """
)


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        *((text, "yes") for text in YES),
        *((text, "no") for text in NO),
        *((text, "partly") for text in PARTLY),
        *((text, "planned") for text in PLANNED),
    ],
)
def test_stance(text: str, stance: str) -> None:
    assert read(AnswerText.of("Bruges strategien?", text)).stance == stance
