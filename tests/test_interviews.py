"""The words of a lead that tell who is asked, who answers, and who is neither."""

import pytest

from pipeline.danish.people import find_respondents
from tests.sentences import listed

# Without a cue for somebody else, he is the one.
BESIDE = "Jens Holm, konsulent, passede telefonen."

SAYS = listed(
    """
    svarer / svarede / besvarer / har sendt svar / gav svarene / fortæller / fortalte / siger / sagde / forklarer /
    forklarede / beretter / oplyser / vurderer / uddyber / udtaler / gør status / har gjort status / sætter ord på det /
    har sat ord på det / tager imod / har taget imod / tog imod / stiller op / har stillet op / har udfyldt skemaet /
    løfter sløret / har løftet sløret / deler ud / har delt / giver svar / har givet svar / gav svar / har hjulpet os /
    hjælper os / medvirker / medvirket / deltager / deltaget / har ladet sig interviewe / lod sig interviewe /
    har talt med os / har afsat tid / har sat tid af / fører os rundt / tager os med / tegner billedet /
    har opdateret os / opdaterer os / står til rådighed / har stået til rådighed / er vores kilde / kom forbi /
    gæster os
    """
)
ASKS = listed(
    """
    Vi har stillet spørgsmål til / Her er spørgsmålene for / Vi har talt med / Vi talte med / Vi taler med /
    Vi har mailet med / Vi har skrevet med / Vi har skypet med / Vi har snakket med / Vi snakkede lidt med / En snak med
    / Et interview med / Vi har interviewet / Vi interviewede / En samtale med / I dialog med / Vi mødtes med /
    Et møde med / En kop kaffe med / En frokost med / Vi har sat os med / Vi sad med / Vi satte os ned med /
    Vi har vendt status med / Vi har gjort status med / Vi har drøftet året med / Vi har spurgt / Vi har udspurgt /
    Vi spurgte / Vi spørger / Vi har mødt / Vi mødte / Her møder vi / Mød / Vi har ringet til / Vi har ringet op til /
    Vi ringede til / Vi har besøgt / Vi besøgte / Vi har fanget / Vi fangede / Vi har hilst på / Vi har henvendt os til
    / Vi har sat stævne med / Vi har forelagt det for / Her er svarene fra / Svaret kommer fra / Vi har hørt /
    Vi giver ordet til / Mikrofonen går til / Bolden går videre til / Vi var hos / Vores kilde / I år er det /
    Vi fik besøg af / Vi var på besøg hos / Vi har opsøgt / Over for os sidder / Over for os sad / På kontoret venter /
    På kontoret ventede / Svarene er indhentet hos / Svarene er indhentet direkte fra / Vi har stillet det til /
    Vi har bedt / Vi bad / Her lader vi / Vi lod / Vi har sendt vores skema til / Skemaet er besvaret af /
    Svarene er skrevet af / Svarene er leveret af / Svaret er afgivet af / Skemaet er udfyldt af / Svaret er indsendt af
    / Svaret er formuleret af / Skemaet er afleveret af / Svarene er samlet af / Kommunen er repræsenteret af /
    Kommunen er repræsenteret her ved / Svar: / Interview: / Interviewperson: / Respondent: / Respondenter: /
    Besvaret af: / Medvirkende: / Deltager: / Kilde: / Kontaktperson: / Kilder –
    """
)
RULED_OUT = listed(
    """
    Foto: / Fotograf: / Billede: / Illustration: / Tekst: / Journalist / Redaktør / Redaktionen ved / Skribent: /
    Forfatter: / Jobbet er overtaget fra / Hun afløser / Han er afløst af / Efterfølgeren er / Hun efterfulgte /
    Hun overtog efter / Huset er opkaldt efter / Den er anbefalet af / Vi er henvist til / Vi har kontaktet / Oversat af
    / Det er ikke / I stedet for / På opfordring af / Barsel for / Under fravær af / Vi mindes / Kommunen har ansat /
    Der er ansatte som / Artiklen er skrevet af / Teksten er lavet af / Interviewet er foretaget af /
    Interviewet er ført af / Artikelserien er redigeret af / Skemaet kom på vegne af / Af / Sammen med medlemmer: /
    Sidst talte vi med / Sidste år talte vi med / Sidste gang talte vi med / I sidste nummer talte vi med /
    Forrige år talte vi med / Tidligere har vi talt med / Dengang talte vi med / Næste gang taler vi med /
    I næste nummer taler vi med / For to år siden talte vi med
    """
)


NAMES = [
    ("Vi har talt med Lone Hansen og Jens Holm.", ["Lone Hansen", "Jens Holm"]),
    ("Vi har talt med Lone Hansen samt Jens Holm.", ["Lone Hansen", "Jens Holm"]),
    ("Vi har talt med Lone Hansen sammen med Jens Holm.", ["Lone Hansen", "Jens Holm"]),
    ("Vi har talt med Lone Hansen plus Jens Holm.", ["Lone Hansen", "Jens Holm"]),
    ("Vi har talt med Lone Hansen såvel som Jens Holm.", ["Lone Hansen", "Jens Holm"]),
    ("Vi har talt med Lone Hansen & Jens Holm.", ["Lone Hansen", "Jens Holm"]),
    ("Vi har talt med Lone Hansen, men også Jens Holm.", ["Lone Hansen", "Jens Holm"]),
    ("Vi har talt med Lone Hansen, fulgt af Jens Holm.", ["Lone Hansen", "Jens Holm"]),
    ("Vi har talt med både Lone Hansen og Jens Holm.", ["Lone Hansen", "Jens Holm"]),
    ("Vi har talt med Lone Hansen (47) og Jens Holm.", ["Lone Hansen", "Jens Holm"]),
    ("Vi har talt med Lone Hansen fra jobcentret og Jens Holm fra Huset.", ["Lone Hansen", "Jens Holm"]),
    ("Vi har talt med Lone Hansen og hendes kollega Jens Holm.", ["Lone Hansen", "Jens Holm"]),
    ("Vi har talt med Lone Hansen og deres kollega Jens Holm.", ["Lone Hansen", "Jens Holm"]),
    ("Vi har talt med Lone Hansen og med Jens Holm.", ["Lone Hansen", "Jens Holm"]),
    ("Vi har fået svar af Lone Hansen og af Jens Holm.", ["Lone Hansen", "Jens Holm"]),
    ("Lone Hansen og Jens Holm svarer.", ["Lone Hansen", "Jens Holm"]),
    ("Vi har talt med Lone Hansen. Foto: Jens Holm.", ["Lone Hansen"]),
    ("Vi har talt med Lone Hansen, som afløste Jens Holm.", ["Lone Hansen"]),
    ("Vi har talt med Lone Hansen, som alle kalder Lone.", ["Lone Hansen"]),
    ("Vi har talt med konsulenten Lone, mens Jens Holm tog billeder.", ["Lone"]),
    ("Lone Hansens svar kommer her.", ["Lone Hansen"]),
    ("Læs Lone Hansens beretning.", ["Lone Hansen"]),
    ("I dag svarer Lone Hansen. Tidligere svarede Jens Holm.", ["Lone Hansen"]),
    ("Sidste år var det Jens Holm, i år er det Lone Hansen, der svarer.", ["Lone Hansen"]),
    ("Vi har talt med Lone Hansen, redaktør.", []),
    ("Hos jobcentret svarer Hans Lund.", ["Hans Lund"]),
    ("Vi har talt med f.eks. Lone Hansen.", ["Lone Hansen"]),
    ("Vi har talt med cand.merc. Lone Hansen.", ["Lone Hansen"]),
    ("Vi har talt med Peter af Rosenborg.", ["Peter af Rosenborg"]),
    ("Lone Hansen sad på kontoret. Hun svarer gerne.", ["Lone Hansen"]),
    ("Lone Hansen og Jens Holm, der er henholdsvis leder og konsulent, svarer.", ["Lone Hansen", "Jens Holm"]),
]
ROLES = [
    ("Vi har talt med Lone Hansen, der er ansat som konsulent.", "konsulent"),
    ("Vi har talt med Lone Hansen, der arbejder som konsulent.", "konsulent"),
    ("Vi har talt med Lone Hansen, som fungerer som leder.", "leder"),
    ("Vi har talt med Lone Hansen, der virker som leder.", "leder"),
    ("Vi har talt med Lone Hansen, som sidder som projektleder.", "projektleder"),
    ("Vi har talt med Lone Hansen, der optræder som leder.", "leder"),
    ("Vi har talt med Lone Hansen, der blev ansat som leder.", "leder"),
    ("Vi har talt med Lone Hansen, der tiltrådte som leder.", "leder"),
    ("Vi har talt med Lone Hansen, der i ti år har været leder.", "leder"),
    ("Vi har talt med Lone Hansen, der har titel af chefkonsulent.", "chefkonsulent"),
    ("Vi har talt med Lone Hansen, der har stillingen som leder.", "leder"),
    ("Vi har talt med Lone Hansen, der er udnævnt til direktør.", "direktør"),
    ("Vi har talt med Lone Hansen, der bestrider stillingen som leder.", "leder"),
    ("Vi har talt med Lone Hansen, som til daglig er konsulent.", "konsulent"),
    ("Vi har talt med Lone Hansen, der nu er leder.", "leder"),
    ("Vi har talt med Lone Hansen, der er den nye leder.", "nye leder"),
    ("Vi har talt med Lone Hansen, hvor hun er leder.", "leder"),
    ("Vi har talt med Lone Hansen fra Jobcenter Viborg, konsulent.", "konsulent"),
    ("Vi har talt med Lone Hansen ved Huset, leder.", "leder"),
    ("Vi har talt med Lone Hansen, 47 år, leder.", "leder"),
    ("Vi har talt med Lone Hansen (tidligere Holm), leder.", "leder"),
    ("Vi har talt med Lone Hansen (leder).", "leder"),
    ("Vi har talt med Lone Hansen – leder af Huset.", "leder af Huset"),
    ("Vi har talt med Lone Hansen, til daglig leder.", "leder"),
    ("Vi har talt med Lone Hansen leder.", "leder"),
    ("Vi har talt med Lone Hansen. Hun er leder.", "leder"),
    ("Vi har talt med Jens Holm. Han arbejder som konsulent.", "konsulent"),
    (
        "Vi har talt med Lone Hansen, chef for Erhverv, Bosætning og Arbejdsmarked.",
        "chef for Erhverv, Bosætning og Arbejdsmarked",
    ),
    ("Vi har talt med Lone Hansen, leder, om året der gik.", "leder"),
    ("Vi har talt med Lone Hansen, leder i Huset om året.", "leder i Huset"),
    ("Vi har talt med leder Lone Hansen.", "leder"),
    ("Vi har talt med strategisk konsulent Lone Hansen.", "strategisk konsulent"),
    ("Vi har talt med social- og sundhedschef Lone Hansen.", "social- og sundhedschef"),
    ("Vi har talt med leder af Jobcenter Viborg, Lone Hansen.", "leder af Jobcenter Viborg"),
    ("Vi har talt med konsulenterne Lone Hansen.", None),
    ("Vi har talt med leder for erhverv i kommunen Lone Hansen.", "leder for erhverv i kommunen"),
]


def _names(lead: str) -> list[str]:
    return [person.name for person in find_respondents(lead, 0, len(lead))]


@pytest.mark.parametrize("says", SAYS)
def test_who_answers(says: str) -> None:
    assert _names(f"{BESIDE} Lone Hansen {says}.") == ["Lone Hansen"]


@pytest.mark.parametrize("asks", ASKS)
def test_who_is_asked(asks: str) -> None:
    assert _names(f"{BESIDE} {asks} Lone Hansen.") == ["Lone Hansen"]


@pytest.mark.parametrize("before", RULED_OUT)
def test_who_is_neither(before: str) -> None:
    assert _names(f"{before} Lone Hansen.") == []


@pytest.mark.parametrize(("lead", "names"), NAMES)
def test_names(lead: str, names: list[str]) -> None:
    assert _names(lead) == names


@pytest.mark.parametrize(("lead", "role"), ROLES)
def test_roles(lead: str, role: str | None) -> None:
    assert [person.role for person in find_respondents(lead, 0, len(lead))] == [role]


@pytest.mark.parametrize(
    ("lead", "people"),
    [
        (
            "Lone Hansen og Jens Holm, der er henholdsvis leder og konsulent, svarer.",
            [("Lone Hansen", "leder"), ("Jens Holm", "konsulent")],
        ),
        ("Lone Hansen og Jens Holm svarer. Hun er leder.", [("Lone Hansen", None), ("Jens Holm", None)]),
        (
            "Vi har talt med Lone Hansen, leder, og Jens Holm og konsulent Ida Dam.",
            [("Lone Hansen", "leder"), ("Jens Holm", None), ("Ida Dam", "konsulent")],
        ),
    ],
)
def test_each_of_several_has_a_role_of_their_own(lead: str, people: list[tuple[str, str | None]]) -> None:
    assert [(person.name, person.role) for person in find_respondents(lead, 0, len(lead))] == people
