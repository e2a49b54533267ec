"""Sentences, clauses and tokens: where Danish cuts a line, and where it only seems to."""

import pytest

from pipeline.danish.clauses import AnswerText, clauses_of, tokens_of

# Each clause with the marks around it, the number of its sentence and of its line.
CUTS = [
    ("Ja.", ["[Ja]. 0.0"]),
    ("Ja, det har vi. Nej!", ["[Ja], 0.0", ",[det har vi]. 0.0", "[Nej]! 1.0"]),
    ("Hvad? Det ved vi ikke", ["[Hvad]? 0.0", "[Det ved vi ikke] 1.0"]),
    ("Vi har – som sagt – en plan", ["[Vi har]– 0.0", "–[som sagt]– 0.0", "–[en plan] 0.0"]),
    ("Vi har (som sagt) en plan", ["[Vi har]( 0.0", "([som sagt]) 0.0", ")[en plan] 0.0"]),
    ("Plan: ja; aftale: nej", ["[Plan]: 0.0", ":[ja]; 0.0", ";[aftale]: 0.0", ":[nej] 0.0"]),
    ("Ja/nej", ["[Ja]/ 0.0", "/[nej] 0.0"]),
    ("Vi har handle- og indsatsplaner", ["[Vi har handle- og indsatsplaner] 0.0"]),
    ("Vi har A - B", ["[Vi har A]- 0.0", "-[B] 0.0"]),
    ("f.eks. en plan", ["[f.eks. en plan] 0.0"]),
    ("mht. strategi har vi en. Ja", ["[mht. strategi har vi en]. 0.0", "[Ja] 1.0"]),
    ("inkl. tre. Ja", ["[inkl. tre]. 0.0", "[Ja] 1.0"]),
    ("Vi har 18. De 5 er nye", ["[Vi har 18]. 0.0", "[De 5 er nye] 1.0"]),
    ("den 18. juni 2018", ["[den 18. juni 2018] 0.0"]),
    ("Den 18. Juni er god", ["[Den 18. Juni er god] 0.0"]),
    ("2. kvartal", ["[2. kvartal] 0.0"]),
    ("Vi har 18.", ["[Vi har 18.] 0.0"]),
    ("Ja…", ["[Ja]… 0.0"]),
    ("Ja... måske", ["[Ja]. 0.0", "[måske] 1.0"]),
    ("Ja?! Nej", ["[Ja]? 0.0", "[Nej] 1.0"]),
    ("Ja\n\nNej\nMåske", ["[Ja] 0.0", "[Nej] 1.1", "[Måske] 2.2"]),
    ("(ja)", ["([ja]) 0.0"]),
    ("Ja :) nej", ["[Ja]: 0.0", ")[nej] 0.0"]),
    ("Tlf. 12", ["[Tlf. 12] 0.0"]),
    ("Vi har 4 mio. kr. i dag", ["[Vi har 4 mio. kr. i dag] 0.0"]),
    ("", []),
    ("  \n ", []),
    ("Ja,, nej", ["[Ja], 0.0", ",[nej] 0.0"]),
    ("Ja. . Nej", ["[Ja]. 0.0", "[Nej] 1.0"]),
]


@pytest.mark.parametrize(("text", "cuts"), CUTS)
def test_clauses(text: str, cuts: list[str]) -> None:
    found = AnswerText.of("", text).clauses
    assert [f"{c.opened_by}[{c.text}]{c.closed_by} {c.sentence}.{c.line}" for c in found] == cuts
    assert all(text[clause.start : clause.end] == clause.text for clause in found)
    assert all(clause.lower == clause.text.lower() for clause in found)


def test_tokens_count_in_the_article() -> None:
    assert [(*token,) for token in tokens_of("Ja, RSV'er  f.eks. 12.", 100)] == [
        *(("Ja", "ja", 100, 102), (",", ",", 102, 103), ("RSV'er", "rsv'er", 104, 110)),
        *(("f.eks.", "f.eks.", 112, 118), ("12.", "12.", 119, 122)),
    ]


def test_a_long_run_without_white_space_is_cut_and_nothing_is_lost() -> None:
    tokens = tokens_of("a" * 450)
    assert [(token.start, token.end) for token in tokens] == [(0, 200), (200, 400), (400, 450)]


def test_numbering_goes_on_from_the_given() -> None:
    found = clauses_of("xx Ja. Nej, tak", 3, 15, line=4, sentence=7)
    assert [(clause.text, clause.sentence, clause.line) for clause in found] == [
        ("Ja", 7, 4),
        ("Nej", 8, 4),
        ("tak", 8, 4),
    ]


def test_what_an_answer_knows_of_itself() -> None:
    answer = AnswerText("Titel\nJa, RSV.\n- Nej", "Hvad?", ((6, 14, False), (17, 20, True)))
    assert (answer.text, answer.lower, answer.question) == ("Ja, RSV.\nNej", "ja, rsv.\nnej", "Hvad?")
    first, second, third = answer.clauses
    assert answer.sentence_of(second) == (first, second)
    assert answer.clause_span(third).model_dump() == {"start": 17, "end": 20, "quote": "Nej"}
    assert answer.span(6, 10).quote == "Ja,"
    assert second.has("nej", "rsv")
    assert not second.has("RSV", "r")
    assert len({first, second, third, clauses_of(answer.source, 6, 14)[0]}) == 3


def test_an_answer_alone_has_its_lines_and_no_items() -> None:
    assert AnswerText.of("", "Ja\n \n nej\n").lines == ((0, 2, False), (5, 9, False))
