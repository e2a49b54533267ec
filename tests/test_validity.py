"""Every word of the life of a document, in an answer that stands or falls with it."""

import pytest

from pipeline.danish.clauses import AnswerText
from pipeline.questions.reading import Reading
from pipeline.questions.strategy import read
from tests.sentences import listed

YES = listed(
    """
    Strategien gælder / Strategien er gældende / Strategien er i kraft / Strategien står ved magt /
    Aftalen er i fuld vigør / Strategien ligger fast / Aftalen er på plads / Strategien løber frem til 2022 /
    Aftalen løber ud i 2021 / Aftalen udløber i 2021 / Aftalen er i hus / Vi er part i en aftale om socialøkonomi /
    Vi arbejder efter en strategi for socialøkonomi / Arbejdet hviler på en strategi for socialøkonomi /
    Strategien er gyldig / Den nuværende strategi er fra 2016 / Strategien er en realitet / Aftalen kører /
    Strategien er forlænget / Strategien er videreført / Strategien videreføres / Strategien lever videre /
    Strategien fortsætter / Strategien bliver ved / Strategien gælder stadig / Aftalen virker fortsat /
    Vi bruger den gamle strategi endnu / Strategien ligger uændret / Strategien gælder indtil videre /
    Strategien er stadig gældende / Strategien er stadig grundlaget / Strategien er fortsat i kraft /
    Strategien er fornyet / Aftalen udløb, men indtil da gælder den / Byrådet sagde nej til at skrotte strategien /
    Byrådet vedtog en strategi for socialøkonomi / Strategien er vedtaget / Strategien er godkendt /
    Byrådet har tiltrådt en politik for socialøkonomi / Aftalen er underskrevet /
    Der blev indgået en aftale om socialøkonomi / Vi lancerede en strategi for socialøkonomi i 2016 /
    Strategien er søsat / Byrådet satte strategien i søen / Strategien blev stemt igennem /
    Strategien trådte i kraft i 2016 / Aftalen kom i stand i 2016 / Strategien blev til i 2016 /
    Strategien kom til verden i 2016 / Strategien så dagens lys i 2016 / Vi skrev under på en aftale om socialøkonomi /
    Aftalen kom på plads i 2016 / Strategien er født i 2016 / Aftalen er ratificeret /
    Byrådet sagde ja til en strategi for socialøkonomi / Byrådet stemte for en strategi for socialøkonomi /
    Borgmesteren satte sit navn under en aftale om socialøkonomi / Byrådet gav strategien grønt lys /
    Byrådet gav håndslag på en aftale om socialøkonomi / Vi lavede en strategi for socialøkonomi i 2016 /
    Vi har udarbejdet en strategi for socialøkonomi / Vi har skrevet en strategi for socialøkonomi /
    Vi har formuleret en politik for socialøkonomi / Vi har besluttet en strategi for socialøkonomi /
    Vi har oprettet et partnerskab om socialøkonomi / Vi har udgivet en strategi for socialøkonomi /
    Strategien er offentliggjort / Strategien er præsenteret / Vi fik en strategi for socialøkonomi i 2016 /
    Strategien er implementeret / Strategien er færdig / Vi har en strategi for socialøkonomi /
    Der findes en strategi for socialøkonomi / Der er en strategi for socialøkonomi /
    Der ligger en strategi for socialøkonomi / Der eksisterer en strategi for socialøkonomi /
    Der foreligger en strategi for socialøkonomi / Vi følger en strategi for socialøkonomi /
    Strategien hedder Sammen om job / Vi er bundet af en aftale om socialøkonomi /
    Vi læner os op ad en strategi for socialøkonomi / Indsatsen er samlet i en strategi for socialøkonomi /
    Det er reguleret i en aftale om socialøkonomi / Vi råder over en strategi for socialøkonomi /
    Rammen er en strategi for socialøkonomi / Arbejdet er baseret på en strategi for socialøkonomi / Det har vi /
    Det har vi faktisk / Det har vi skam / Det har vi længe / Det har kommunen / Det gør vi bestemt / Sådan en har vi /
    En sådan findes der / Begge dele har vi / Vi har to / Vi har flere / Aftalen afløste den gamle fra 2012 /
    Den gamle strategi er erstattet af en ny / Den gamle aftale er afløst af en ny /
    Vi har to strategier for socialøkonomi / Vi har flere aftaler om socialøkonomi /
    Det er ikke rigtigt, at vi ikke har en strategi for socialøkonomi /
    Det er en misforståelse, at vi ikke har en strategi for socialøkonomi
    """
)
NO = listed(
    """
    Strategien er ikke længere gyldig / Strategien gælder ikke længere / Strategien er ikke længere i kraft /
    Strategien udløb i 2017 / Aftalen er opsagt / Strategien er ophævet / Strategien er droppet /
    Strategien er skrinlagt / Strategien er lagt på hylden / Strategien er lagt på is / Strategien ligger i skuffen /
    Strategien blev lagt i graven / Aftalen er bortfaldet / Strategien røg ud / Aftalen faldt til jorden /
    Aftalen faldt fra hinanden / Strategien blev stemt ned / Strategien blev forkastet / Strategien er opgivet /
    Strategien strandede / Strategien løb ud i sandet / Strategien er afskaffet / Aftalen er nedlagt /
    Strategien er sat i bero / Strategien er sat på pause / Strategien er udskudt på ubestemt tid /
    Strategien er udsat indtil videre / Strategien er sat ud af kraft / Aftalen gik ud i 2017 / Aftalen ophørte i 2017 /
    Aftalen hørte op / Strategien er rullet tilbage / Strategien er trukket tilbage / Byrådet trak strategien tilbage /
    Strategien er taget af bordet / Strategien er taget af plakaten / Strategien gik i vasken /
    Strategien gik i opløsning / Strategien er gået i glemmebogen / Strategien gled ud /
    Strategien blev pillet ud af budgettet / Strategien er syltet / Strategien er aflyst / Strategien er aflivet /
    Strategien døde / Strategien kuldsejlede / Byrådet sagde nej til strategien / Byrådet stemte nej /
    Byrådet lod strategien ligge / Byrådet afviste strategien / Vi har valgt strategien fra / Strategien er fravalgt /
    Vi har valgt ikke at have en strategi / Strategien er henlagt / Aftalen er stoppet / Aftalen sluttede i 2017 /
    Aftalen er historie / Strategien er sparet væk / Strategien er gået i sig selv / Byrådet satte strategien på standby
    / Det blev ved snakken / Det blev ved hensigterne / Strategien forliste / Strategien er begravet /
    Strategien endte i skraldespanden / Strategien er kasseret / Strategien er slettet / Aftalen er annulleret /
    Aftalen er tilbagekaldt / Aftalen er aldrig blevet fornyet / Aftalen blev ikke forlænget /
    Strategien er ikke erstattet / Det har vi ikke / Det har kommunen ikke / Sådan en har vi ikke /
    Noget sådant har vi ikke / Nogen strategi har vi aldrig haft / Den findes ikke / Det eksisterer ikke /
    Der er ikke lavet en strategi for socialøkonomi / Der er ikke vedtaget nogen / Vi har ikke noget på skrift /
    Vi har ikke noget officielt / Der er aldrig indgået noget / Vi har ikke valgt nogen / Vi har ingen nedskrevet /
    Der er intet formelt / Vi klarer os uden / Vi arbejder uden / Det mangler / Vi nøjes med en hensigt /
    Vi arbejder ad hoc / Vi tager det fra gang til gang / Vi tager det sag for sag / Det sker case by case /
    Det kommer hen ad vejen / Området er et hvidt felt / Ikke for de socialøkonomiske virksomheder /
    Ikke om socialøkonomi / Hellere handling end en strategi / Vi har valgt en anden vej / Vi har valgt en anden tilgang
    / Det har vi ladet være med / Vi står tomhændede / Vi er ikke nået så langt / Vi er ikke kommet dertil /
    Vi er aldrig kommet i gang / Ingen af delene / Intet af dem / Hverken eller / Hverken det ene eller det andet /
    Vi har ingen / Der findes ingen / Har kommunen ikke / Vi har ikke behov for en / Vi har ikke set behov /
    Vi har ikke fundet anledning / Der er ikke flertal for en / Der er ikke opbakning til en /
    Der er ikke stemning for det / Der er ikke politisk vilje / Der er ikke råd til en / Vi har ikke ressourcer til det
    / Vi har ikke kræfter til det / Vi overvejer det / Det er til overvejelse / Det må tiden vise /
    Vi tager stilling senere / Det er luftet / Det har vi talt om / Det ligger i tænkeboksen / Det har den ikke /
    Der er ikke planer om det / Det er ikke prioriteret / Det er ikke på dagsordenen /
    Nabokommunen har en strategi for socialøkonomi, men vi har ingen
    """
)
PLANNED = listed(
    """
    Vi er ved at skrive en strategi for socialøkonomi / Vi er ved at lægge sidste hånd på en strategi for socialøkonomi
    / Vi er i gang med at lave en strategi for socialøkonomi /
    Vi er i fuld gang med at formulere en strategi for socialøkonomi /
    Vi er i færd med at udforme en politik for socialøkonomi / Vi har travlt med at strikke en strategi sammen /
    Vi er ved at forhandle en aftale om socialøkonomi / Vi er ved at få lavet en strategi for socialøkonomi /
    Vi er ved at få en aftale om socialøkonomi på plads / Vi er ved at tage hul på en strategi for socialøkonomi /
    Vi er ved at færdiggøre en strategi for socialøkonomi / En strategi for socialøkonomi er ved at blive skrevet /
    En strategi for socialøkonomi er på vej / En strategi for socialøkonomi er undervejs /
    En strategi for socialøkonomi er i ovnen / En strategi for socialøkonomi er på bedding /
    En strategi for socialøkonomi er i støbeskeen / En strategi for socialøkonomi er på tegnebrættet /
    En strategi for socialøkonomi er på trapperne / En strategi for socialøkonomi ligger på arbejdsbordet /
    En strategi for socialøkonomi er under udarbejdelse / En strategi for socialøkonomi er under opsejling /
    En strategi for socialøkonomi er under godkendelse / En strategi for socialøkonomi er i høring /
    En strategi for socialøkonomi er i offentlig høring / En strategi for socialøkonomi er til politisk behandling /
    En strategi for socialøkonomi er til underskrift / En strategi for socialøkonomi ligger i udkast /
    En strategi for socialøkonomi afventer vedtagelse / En strategi for socialøkonomi venter på grønt lys /
    Vi har nedsat en arbejdsgruppe, der skal skrive en strategi for socialøkonomi /
    Der er dannet et udvalg, der skal lave en strategi for socialøkonomi /
    En styregruppe er i gang med en strategi for socialøkonomi / Vi arbejder på at få en strategi for socialøkonomi /
    Vi arbejder hen imod en strategi for socialøkonomi / Vi arbejder med en strategi for socialøkonomi /
    Arbejdet med en strategi for socialøkonomi er i gang / Arbejdet med en strategi for socialøkonomi er påbegyndt /
    Arbejdet med en strategi for socialøkonomi er skudt i gang /
    Vi er begyndt på arbejdet med en strategi for socialøkonomi /
    Vi har taget hul på arbejdet med en strategi for socialøkonomi / En strategi for socialøkonomi er sendt i høring /
    En strategi for socialøkonomi er sendt ud til partnerne / Vi udarbejder en strategi for socialøkonomi /
    Vi skriver på en strategi for socialøkonomi / Vi forhandler en aftale om socialøkonomi /
    Vi barsler med en strategi for socialøkonomi / Vi brygger på en strategi for socialøkonomi /
    Vi snedkererer på en strategi for socialøkonomi / Opgaven er at skrive en strategi for socialøkonomi /
    Byrådet behandler en strategi for socialøkonomi til maj /
    Udvalget drøfter en strategi for socialøkonomi, som skal vedtages / Der er lagt op til en strategi for socialøkonomi
    / Vi er kommet langt med en strategi for socialøkonomi / En strategi for socialøkonomi er lige om hjørnet /
    En strategi for socialøkonomi er næsten klar / En strategi for socialøkonomi er så godt som færdig /
    En strategi for socialøkonomi skal vedtages / En strategi for socialøkonomi forventes godkendt til maj /
    En strategi for socialøkonomi ventes klar til maj / Vi regner med at have en strategi for socialøkonomi klar til maj
    / Vi satser på at have en strategi for socialøkonomi til maj /
    En strategi for socialøkonomi forelægges byrådet til maj / En strategi for socialøkonomi bliver vedtaget til maj /
    En strategi for socialøkonomi kommer for byrådet til maj / En strategi for socialøkonomi skal forbi udvalget /
    En strategi for socialøkonomi skal i høring / En strategi for socialøkonomi skal på dagsordenen /
    En strategi for socialøkonomi udarbejdes / En strategi for socialøkonomi skrives /
    En strategi for socialøkonomi lanceres til maj / Der ligger et udkast til en strategi for socialøkonomi /
    Et oplæg til en strategi for socialøkonomi er sendt ud / Der er en kladde til en strategi for socialøkonomi /
    Byrådet vedtager en strategi for socialøkonomi til maj / Vi underskriver en aftale om socialøkonomi til maj /
    Kommunens første strategi for socialøkonomi kommer til maj /
    Byrådet har besluttet at lave en strategi for socialøkonomi /
    Byrådet er enige om at få en strategi for socialøkonomi /
    Det er aftalt, at vi skal have en strategi for socialøkonomi /
    Der er afsat penge til at skrive en strategi for socialøkonomi /
    Der er afsat midler til en strategi for socialøkonomi /
    Byrådet har bevilget 100.000 kr. til en strategi for socialøkonomi / Der skal laves en strategi for socialøkonomi /
    Der skal udarbejdes en strategi for socialøkonomi / Vi skal have en strategi for socialøkonomi /
    Byrådet har bestilt en strategi for socialøkonomi /
    Forvaltningen har fået til opgave at skrive en strategi for socialøkonomi /
    Opgaven er givet til jobcentret, og en strategi for socialøkonomi skal laves /
    Vi har hyret en konsulent til at skrive en strategi for socialøkonomi / Vi får en strategi for socialøkonomi til maj
    / En strategi for socialøkonomi kommer næste år / En strategi for socialøkonomi kommer først i 2020
    """
)
PARTLY = listed(
    """
    Socialøkonomi indgår i beskæftigelsesplanen / Socialøkonomi er en del af erhvervspolitikken /
    Socialøkonomi er et afsnit i erhvervspolitikken / Socialøkonomi har sit eget kapitel i beskæftigelsesplanen /
    Socialøkonomi er et underpunkt i erhvervsstrategien / Socialøkonomi er et delmål i beskæftigelsesplanen /
    Socialøkonomi er et af fem spor i erhvervsstrategien / Socialøkonomi er et tema i erhvervspolitikken /
    Socialøkonomi nævnes i erhvervspolitikken / Socialøkonomi er omtalt i erhvervspolitikken /
    Socialøkonomi er beskrevet i beskæftigelsesplanen / Socialøkonomi er skrevet ind i erhvervsstrategien /
    Socialøkonomi er indarbejdet i beskæftigelsesplanen / Socialøkonomi er tænkt ind i erhvervspolitikken /
    Socialøkonomi er integreret i erhvervspolitikken / Socialøkonomi er medtaget i erhvervspolitikken /
    Socialøkonomi er et indsatsområde i beskæftigelsesplanen / Socialøkonomi er et redskab i beskæftigelsesplanen /
    Socialøkonomi er fremhævet i erhvervspolitikken / Socialøkonomi er forankret i erhvervspolitikken /
    Socialøkonomi optræder i erhvervspolitikken / Socialøkonomi har plads i erhvervspolitikken /
    Socialøkonomi fylder en side i erhvervspolitikken / Socialøkonomi er vævet ind i erhvervspolitikken /
    Socialøkonomi er indbygget i erhvervspolitikken / Socialøkonomi er en fodnote i erhvervspolitikken /
    Socialøkonomi er en bisætning i erhvervspolitikken / Socialøkonomi er en søjle i erhvervspolitikken /
    Socialøkonomi er et element i erhvervspolitikken / Socialøkonomi er slået sammen med erhvervspolitikken /
    Socialøkonomi er et bilag til erhvervspolitikken / Socialøkonomi har et hjørne i erhvervspolitikken /
    Socialøkonomi er en paragraf i erhvervspolitikken / Erhvervspolitikken indeholder socialøkonomi /
    Erhvervspolitikken omfatter socialøkonomi / Socialøkonomi er dækket af erhvervspolitikken /
    Socialøkonomi hører ind under erhvervspolitikken / Socialøkonomi ligger under erhvervspolitikken /
    Socialøkonomi er prioriteret i erhvervspolitikken / Socialøkonomi berøres i erhvervspolitikken /
    Erhvervspolitikken handler om socialøkonomi / Socialøkonomi sorterer under erhvervspolitikken /
    Erhvervspolitikken nævner socialøkonomi / Socialøkonomi er udmøntet i beskæftigelsesplanen
    """
)
RENEWED = listed(
    """
    den revideres / den skal opdateres / den ajourføres / den er under evaluering / den skal fornyes / den justeres /
    den genbesøges / den moderniseres / den bliver gentænkt / den skal til eftersyn / den får et servicetjek /
    den skal skrives om / den skal laves om / den skal omskrives / den omarbejdes / den midtvejsevalueres /
    en ny udgave er på vej / vi er ved at skrive den næste version / afløseren er på vej / efterfølgeren er i høring /
    en opdateret strategi ventes vedtaget til maj / version 2.0 er undervejs
    """
)


def _read(text: str) -> Reading:
    return read(AnswerText.of("Har I en strategi?", text))


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        *((text, "yes") for text in YES),
        *((text, "no") for text in NO),
        *((text, "planned") for text in PLANNED),
        *((text, "partly") for text in PARTLY),
    ],
)
def test_stance(text: str, stance: str) -> None:
    assert (_read(text).stance, _read(text).under_revision) == (stance, False)


@pytest.mark.parametrize("text", RENEWED)
def test_a_strategy_that_is_being_renewed_holds(text: str) -> None:
    reading = _read(f"Vi har en strategi for socialøkonomi, og {text}")
    assert (reading.stance, reading.under_revision) == ("yes", True)
