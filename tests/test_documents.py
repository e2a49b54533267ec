"""Whose a document is and of which kind: every noun, compound and word beside it that tells."""

import pytest

from pipeline.danish.clauses import AnswerText
from pipeline.danish.documents import Document, documents
from tests.sentences import listed

NAMED = {
    "strategy own": """
        strategi / strategien / strategier / strategierne / strategis / strategi for socialøkonomi /
        erhvervsstrategi for socialøkonomi / strategipapiret / strategidokument / stategi / startegi / stratagi /
        strategi vedr. socialøkonomi / strategi f. socialøkonomi / strategi på det socialøkonomiske område /
        socialøkonomistrategi / socialstrategi om social økonomi / kommunestrategi / virksomhedsstrategi / ministrategi
        / specialstrategi / fællesstrategi / rammestrategi
    """,
    "agreement own": """
        aftale / aftalen / aftaler / aftalerne / partnerskab / partnerskabet / partnerskaber / samarbejdskontrakt /
        overenskomst / traktat / partnerskabsaftale / samarbejdsaftale / trepartsaftale / flerpartsaftale /
        netværksaftale / samskabelsesaftale / venskabsaftale / afatle / hovedaftale
    """,
    "policy own": """
        politik / politikken / politikker / handleplan / handlingsplan / indsatsplan / aktionsplan / retningslinjer /
        retningslinjerne / indsatskatalog / handlekatalog / charter / charteret / plan for socialøkonomi /
        program for socialøkonomi / vision om socialøkonomi / visionen for socialøkonomi / selvplan
    """,
    "strategy host": """
        erhvervsstrategi / den overordnede strategi / den samlede strategi / den generelle strategi / den brede strategi
        / den bredere strategi / den store strategi / den øvrige strategi / en almindelig strategi /
        fælles kommunale strategi / alle vores strategier / kommunens øvrige strategier / kommunens andre strategier /
        en anden strategi / andre strategier / jobcentrets strategi / socialafdelingens strategi /
        beskæftigelsesudvalgets strategi / kulturforvaltningens strategi / fritidsområdets strategi /
        erhvervsrådets strategi / strategi for erhverv / strategi for vækst / strategi for beskæftigelse /
        strategi for bæredygtighed / strategi for klima / strategi for udsatte / strategi for integration /
        strategi for landdistrikterne / strategi for turisme / strategi for kultur / strategi for sundhed /
        strategi om frivillighed / strategi for bosætning / strategi for indkøb / strategi for handicap /
        strategi for psykiatri / strategi for arbejdsmarkedet / strategi for børn / strategi for ældre /
        strategi for detailhandel / strategi for unge / strategi for aktivt medborgerskab / strategi for job /
        strategi for byudvikling / strategi for iværksætteri / strategi for verdensmålene /
        strategi for cirkulær økonomi / strategi inden for kultur / strategi på kulturområdet /
        strategi for hele erhvervslivet / strategi for at udvikle erhverv
    """,
    "agreement host": """
        erhvervsaftale / beskæftigelsesaftale / udviklingsaftale / vækstpartnerskab / frivilligaftale / boligaftale /
        jobpartnerskab / konstitueringsaftale / budgetaftale
    """,
    "agreement other": """
        lejeaftale / huslejeaftale / forretningsaftale / købsaftale
    """,
    "policy host": """
        erhvervspolitik / beskæftigelsesplan / frivilligpolitik / kommunens andre politikker / sundhedspolitikken /
        budgetprogram
    """,
    "strategy foreign": """
        den nationale strategi / den regionale strategi / statens strategi / den statslige strategi /
        regeringens strategi / regionens strategi / kl's strategi / kls strategi / eu's strategi /
        nabokommunens strategi / nabobyens strategi / ministeriets strategi / deres strategi /
        den landsdækkende strategi / hendes strategi / hans strategi / andre kommuners strategi /
        den europæiske strategi / statens nye strategi / regionens strategi for socialøkonomi
    """,
}
NOT_NAMED = listed(
    """
    plan / planen / planer / program / vision / visioner / vi aftaler / kommunen aftaler / jobcentret aftaler /
    parterne altid aftaler / planlægning / politiker / aftalt / strategisk / partner / man aftaler
    """
)


def _documents(text: str) -> list[Document]:
    return [document for clause in AnswerText.of("", text).clauses for document in documents(clause)]


@pytest.mark.parametrize(("told", "text"), [(told, text) for told, table in NAMED.items() for text in listed(table)])
def test_kind_and_role(told: str, text: str) -> None:
    assert [f"{document.kind} {document.role}" for document in _documents(text)] == [told]


@pytest.mark.parametrize("text", NOT_NAMED)
def test_no_document(text: str) -> None:
    assert _documents(text) == []


def test_a_document_stands_where_it_says() -> None:
    text = "Nej, men erhvervsstrategien og en aftale om socialøkonomi."
    first, second = _documents(text)
    assert (text[first.start : first.end], first.compound) == ("erhvervsstrategien", True)
    assert (text[second.start : second.end], second.compound) == ("aftale", False)
