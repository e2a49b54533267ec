"""Whose, of when and of what a number is: every word that says so, beside a number that it decides on."""

import pytest

from pipeline.danish.clauses import AnswerText
from pipeline.danish.counting import contexts
from pipeline.danish.nouns import noun_after
from tests.sentences import listed

SAID_OF_EIGHT = {
    "past": """
        dengang 8 / tidligere 8 / oprindelig 8 / i begyndelsen 8 / i starten 8 / i sin tid 8 / før i tiden 8 /
        8 for to år siden / 8 for fem måneder siden / 8 forrige år / sidste år 8 / foregående status 8 /
        8 ved sidste opgørelse / 8 i fjor / 8 året før / ved starten 8 / ved opstarten 8 / ved årets begyndelse 8 /
        8 fra start / da vi åbnede 8 / da projektet åbnede 8 / da loven kom 8 / begyndte med 8 / startede med 8 /
        var der 8 / var tallet 8 / der var 8 / vi var 8 / tallet var 8 / havde vi 8 / havde der 8 / vi havde 8 /
        kommunen havde 8 / har vi haft 8 / talte vi 8 / vi talte 8 / der har været 8 / ikke længere 8 / engang 8 /
        først 8
    """,
    "present": """
        nu 8 / i dag 8 / idag 8 / pt 8 / p.t. er der 8 / for tiden 8 / i øjeblikket 8 / for øjeblikket 8 / aktuelt 8 /
        på nuværende tidspunkt 8 / lige nu 8 / i skrivende stund 8 / dags dato 8 / nuværende 8 / her og nu 8 / i år 8 /
        seneste 8 / senest 8 / 8 tilbage / efterhånden 8 / indtil videre 8 / stadig 8 / fortsat 8 / status er 8 /
        kommet op på 8 / opdateret 8 / 8 ved udgangen af januar / 8 ultimo februar / 8 primo maj / 8 medio december
    """,
    "total": """
        i alt 8 / ialt 8 / alt i alt 8 / tilsammen 8 / sammenlagt 8 / samlet 8 / samlede 8 / 8 sammen / totalt 8 /
        alle 8
    """,
    "hoped": """
        håbet er 8 / målet er 8 / målsætningen er 8 / måltallet er 8 / målsat 8 / ambitionen er 8 / vi forventer 8 /
        vi regner med 8 / vision om 8 / vi sigter mod 8 / vi stiler mod 8 / vi satser på 8 / planlagt er 8 /
        vi planlægger 8 / planen er 8 / drømmen er 8 / fordoble til 8 / budgetteret med 8 / et potentiale på 8 /
        vi ønsker 8 / kapacitet til 8 / normeret til 8 / plads til 8 / hvis der kommer 8 / hvis vi har 8 /
        8 under etablering / 8 under opbygning / 8 på vej / skal nå 8 / skal gerne give 8 / 8 inden 2020 /
        8 inden udgangen / inden for et år 8 / inden sommer 8 / senest i 2020 er der 8 / på sigt 8 / næste år 8 /
        til sommer 8 / til næste 8 / om et år 8 / om nogle måneder 8 / gerne se 8 / gerne op på 8 / kunne blive 8 /
        kunne være 8 / vil blive 8 / vil snart åbne 8 / skulle have 8 / skulle nå 8 / ville være 8 /
        ville vi komme op på 8 / forhåbentlig 8 / kommende 8 / fremover 8 / i fremtiden 8 / 8 åbner / lovet 8 / lover 8
        / ansøgt 8 / 8 søger om det / vi overvejer 8 / tilkendegivet af 8 / 8 i gang med at blive det /
        8 i gang med processen / 8 i gang med ansøgningen / 8 i proces / 8 afventer / 8 venter på svar / 8 under opstart
        / 8 i støbeskeen / interesseret er 8 / 8 undervejs / 8 ventes / påtænkt 8 / 8 passer ikke / 8 er forkert
    """,
    "elsewhere": """
        på landsplan 8 / i hele landet 8 / i hele danmark 8 / i danmark 8 / nabokommunen har 8 / nabobyen har 8 /
        naboerne har 8 / andre kommuner har 8 / de øvrige kommuner har 8 / i landet 8 / i regionen 8 / i europa 8 /
        i eu 8 / landsgennemsnittet er 8 / gennemsnitskommunen har 8 / i udlandet 8 / i sverige 8 / i norge 8 /
        i italien 8 / i england 8 / i skotland 8 / på verdensplan 8 / i hele verden 8 / nationalt 8 / kommuner har 8
    """,
    "each": """
        8 hver / 8 hvert / 8 i hver af dem / 8 hver især / 8 hver for sig / hver har 8 / hver beskæftiger 8 /
        hver tager 8 / hver enkelt har 8 / hver virksomhed har 8 / hvert sted har 8 / hver butik har 8 /
        hver enhed har 8 / hver café har 8 / hver afdeling har 8 / hver arbejdsplads har 8 / 8 pr. virksomhed /
        8 per stk / 8 pr sted / 8 pr. enhed / 8 per butik / 8 pr. matrikel / 8 per afdeling / i snit 8 / i gennemsnit 8
        / gennemsnitligt 8 / 8 stykket / 8 ad gangen i hver
    """,
    "flow": """
        8 er kommet til / 8 kom til / 8 kommer til / 8 tilkommet / 8 er lukket / 8 lukkede / 8 lukker /
        8 har drejet nøglen / 8 er gået konkurs / 8 gik konkurs / 8 ophørt / 8 ophørte / 8 stoppet / 8 stoppede /
        8 er flyttet / 8 flyttede / 8 er afmeldt / 8 droppet / 8 nedlagt / 8 er faldet fra / 8 har sagt op /
        8 er stået af / 8 er ude af det / 8 har trukket sig / 8 forsvundet / 8 mistet / 8 solgt / 8 slettet / 8 opgivet
        / 8 afregistreret / 8 nyetablerede / 8 nystartede / 8 er kommet med / 8 er sprunget / 8 nye / 8 yderligere /
        8 mere / 8 flere / 8 andre / 8 ekstra / 8 fra nabokommunen / 8 mindre / 8 færre end før / 8 til / 8 til på vej /
        blev der registreret 8 / bliver der godkendt 8 / blev stiftet 8 / blev oprettet 8
    """,
    "part": """
        heraf 8 / hvoraf 8 / deraf 8 / herunder 8 / heriblandt 8 / inklusive 8 / inkl. 8 / blandt dem 8 / blandt andet 8
        / af disse 8 / bl.a. 8 / f.eks 8 / og heraf 8 / men heraf 8 / samt heraf 8 / alene i 8 / kun ved 8 / bare på 8
    """,
    "respectively": """
        henholdsvis 8 / hhv. 8
    """,
    "of_one": """
        den største har 8 / den mindste har 8 / den ældste af dem har 8 / den nyeste virksomhed har 8 / den ene har 8 /
        den sidste beskæftiger 8 / den eneste butik har 8 / den første er på 8 / den største alene 8 / en af dem har 8 /
        én af de beskæftiger 8 / alene caféen har 8
    """,
    "extra": """
        derudover 8 / herudover 8 / desuden 8 / dertil 8 / hertil 8 / ud over 8 / udover 8 / foruden 8 / ved siden af 8
        / yderligere 8 / bortset fra 8 / fraregnet 8 / ser bort fra 8 / ikke medregnet 8 / eksklusive 8
    """,
    "added": """
        derudover 8 / herudover 8 / desuden 8 / dertil 8 / hertil 8 / foruden 8 / plus 8 / ligesom 8
    """,
    "whole": """
        ud af de 8 / af disse 8 / af vores 8 / af kommunens 8 / af byens 8 / af jeres 8 / af deres 8 / af alle 8 /
        af samtlige 8 / af i alt 8 / af de i alt 8 / ud af 8
    """,
    "definite": """
        de 8 / disse 8 / dem 8 / alle de 8
    """,
    "survives": """
        8 stadig i live / 8 er fortsat i drift / 8 af dem stadig i live
    """,
}
COUNTED = {
    "registered": """
        rsv / rsv'er / rsv’erne / rsvs / rsv-virksomheder / registrerede / registret / registreringer / registreringerne
        / godkendte / godkendt
    """,
    "enterprise": """
        virksomheder / virksomhed / virksomhederne / virksomheden / virksomhedernes / virksomhders / socialvirksomheder
        / socio-virksomheder / virkomheder / s-virksomheder / søv / søv'er / socialøkonomiske / socioøkonomiske /
        socialokonomiske
    """,
    "loose_enterprise": """
        initiativer / aktører / firmaer / foretagender / organisationer / enheder / projekter / arbejdsfællesskaber /
        steder / navne
    """,
    "job": """
        job / jobs / jobbene / jobbet / jobene / jobtallet / jobmålet / jobskabelse / jobåbninger / jobmuligheder /
        beskæftigede / arbejdspladser / arbejdspladserne / stillinger / halvtidsstillinger / stillingerne / årsværk /
        årsværkene / fuldtidsansatte / ansættelser / ansættelsesforhold / fleksjob / flexjobs / skånejobbene / småjob /
        deltidsjob / støttede-job
    """,
    "target": """
        borgere / borgerne / medborgere / mennesker / personer / pers / udsatte / ledige / langtidsledige / folk / unge
        / kontanthjælpsmodtagere / førtidspensionister / fleksjobbere / flygtninge / mænd / kvinder / sjæle / individer
        / mand / indvandrere / psykisk / sindslidende / handicappede / sårbare / hjemløse / kandidater /
        aktivitetsparate / jobparate
    """,
    "staff": """
        ansatte / medansatte / medarbejdere / medarbejderne / kolleger / hoveder / fastansatte / lønnede / arbejdere
    """,
    "other": """
        deltagere på mødet / landsbyer / hold / forløb / besøg / tilbud / bud / huse / kort / dyr / børn / ting / skridt
        / træk / fag / lån / valg / par / sæt / svar / møbler / point / råd / udvalg / værksted / fællesskab /
        samarbejde / netværk / selskab / kurser / ben / cvr-nr / tv / cafeer / private biler
    """,
    "elided": """
        stykker / stk / i alt / aktive / lokale / små / store / mindre / reelle / kendte / forskellige / enkelte /
        af dem / efterhånden / er på listen / var / har / kan / står / findes / ligger / hører / holder / drives / kører
        / arbejder / fungerer / opfylder / lever / kalder sig / tæller / beskæftiger 4 / ansætter / skaber / regnes med
        / udgør / omfatter / består / i byen / på listen / af / til / fra / med / ved / for / om / under / over / efter
        / hos / uden / blandt / mellem / ifølge / pr / per / gennem / siden / mod / ud / og / eller / men / samt / plus
        / mens / dog / så / da / når / hvis / fordi / at / som / der / hvor / hvoraf / heraf / nu / her / lige / pt /
        allerede / alene / endnu / stadig / fortsat / tilsammen / tilbage / indtil / ikke / også / nok / vist / altså /
        derfor / ca / cirka / mindst / højst / kun / igen / måske / desværre / dertil / vi / jeg / de / det / den / man
        / os / dem / sig / vores / disse / hele / alle / begge / nåede / tror / gætter / siger / lyder / hedder / kommer
        / går / ser / kender / giver / indgår / deltager / dækker / oplyser / tilbyder / hjælper / tager / bruger /
        laver / yder / åbner / lukker / opstår / vokser / modtager / søger / fordeler / fremgår / optræder / skifter /
        viser / svinger / betyder / vælger / dannes / blevet / optaget / noteret / opført / tilknyttet / beskæftiget /
        igennem / tilmeldt
    """,
}


@pytest.mark.parametrize(
    ("flag", "text"), [(flag, text) for flag, table in SAID_OF_EIGHT.items() for text in listed(table)]
)
def test_what_is_said_of_eight(flag: str, text: str) -> None:
    found = [context for context in contexts(AnswerText.of("", text)) if context.mention.min == 8]
    assert [bool(getattr(context, flag)) for context in found] == [True]


@pytest.mark.parametrize("flag", SAID_OF_EIGHT)
def test_nothing_is_said_of_a_bare_eight(flag: str) -> None:
    (context,) = contexts(AnswerText.of("", "8 virksomheder"))
    assert not getattr(context, flag)


@pytest.mark.parametrize(
    ("name", "words"), [(name, words) for name, table in COUNTED.items() for words in listed(table)]
)
def test_what_is_counted(name: str, words: str) -> None:
    assert noun_after(f" {words}").name == name
