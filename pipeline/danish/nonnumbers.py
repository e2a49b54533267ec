"""Figures and words that look like numbers of something and count nothing: years, money, sections, dates, ages.

By the contract none of them is a count. Each pattern is searched once over a line in lower case and takes its stretch
out of what may be read as a number.
"""

import re
from typing import Final

from pipeline.danish.needles import branches_of
from pipeline.danish.wordings import Wordings

_MONTH: Final = (
    r"(?:januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december"
    r"|jan|feb|apr|jun|jul|aug|sept?|okt|nov|dec)\b\.?"
)
_YEAR: Final = r"(?:19[5-9]|20[0-4])\d"
_DASH: Final = r"\s?[-–—/]\s?"
_FIGURE: Final = r"\d{1,3}(?:[. ]?\d{3}){0,3}(?:,\d{1,2})?"
_SMALL_WORD: Final = (
    r"(?:én|een|et|en|ét|to|tre|fire|fem|seks|syv|otte|ni|ti|elleve|tolv|tretten|fjorten|femten|seksten|sytten|atten"
    r"|nitten|tyve|tredive|fyrre|halvtreds|tres|halvandet|halvanden|et par|en håndfuld|hundrede)"
)
_AMOUNT: Final = rf"(?:{_FIGURE}|{_SMALL_WORD})"
_SPAN: Final = rf"{_AMOUNT}(?:(?:{_DASH}|\s(?:til|og|eller)\s){_AMOUNT})?"
_COUNTED: Final = (
    r"(?:frivillige|ansatte|medarbejdere|personer|borgere|jobs?|virksomheder|mennesker|udsatte|medlemmer)\b"
)
_MEASURE: Final = (
    r"(?:års?|åri?ge?s?|års?dagen|måneder?s?|måneds|mdr|uger?s?|dage?s?|timer?s?|minutter?|sekunder|døgn|kvartaler"
    r"|generationer|km|kilometer|meter|m2|m²|kvm|kvadratmeter|hektar|tons?|kg|kilo|liter|cm|mm|kwh|mw"
    r"|gange?|grader|procentpoint|sider?|bind|point|decimaler|etager?)\b"
)
_LAW: Final = r"(?:nr|nummer|lov|lovens|stk|kapitel|kap|afsnit|punkt|pkt|side|bilag|litra|paragraf|artikel|§)"
_NAMED: Final = (
    r"(?:uge|fase|mål|verdensmål|version|niveau|trin|spor|hal|bygning|lokale|svar|spørgsmål|figur|tabel|kolonne"
    r"|række|kategori|gruppe|klasse|type|delmål|indsats|tema|rute|linje)"
)
_DATES: Final = (
    rf"\b(?:den|d\.|pr\.|per|ultimo|primo|medio)\s?\d{{1,2}}\.(?:\s?{_MONTH})?(?:\s{_YEAR})?",
    rf"\b\d{{1,2}}\.?(?:{_DASH}\d{{1,2}}\.?)?\s?{_MONTH}(?:\s{_YEAR})?",
    rf"\b{_MONTH}\s(?:{_YEAR}|['’]?\d{{2}}\b(?!\s(?!og\b|var\b|er\b)\w))",
    r"\b\d{1,2}[./-]\d{1,2}[./-](?:\d{4}|\d{2})\b",
    r"\b(?:19|20)\d\d-\d\d-\d\d\b",
    r"\b(?:den|d\.|pr\.|per)\s?\d{1,2}/\d{1,2}(?:[\s-](?:19|20)?\d\d)?\b",
    rf"\b\d{{1,2}}/\d{{1,2}}[\s-]{_YEAR}\b",
    r"\b\d{1,2}\.\s?(?:kvartal|halvår|årti|marts)\b",
)
_YEARS: Final = (
    rf"(?<![\d.,]){_YEAR}(?:{_DASH}(?:{_YEAR}|\d{{2}}))(?![\d.,]\d|\d)",
    rf"(?<![\d.,]){_YEAR}(?!\s{_COUNTED})(?![.,]?\d)",
    rf"\b(?:i|fra|siden|år|inden|ultimo|primo|medio|til|og|efter|før|årene)\s{_YEAR}\b",
    r"['’]\d\d\b",
)
_MONEY: Final = (
    rf"\b(?:kr\.?|dkk|eur|euro|€)\s?{_FIGURE}(?:\s?(?:mio|mia|mill|tusind)\b\.?)?",
    (
        rf"\b{_SPAN}\s?(?:(?:mio|mia|mill|tkr|t)\b\.?|million(?:er)?|milliard(?:er)?|tusinde?)?\s?"
        r"(?:kr\b\.?|kroner|kronen|dkk|euro|eur|€|,-)"
    ),
    rf"\b{_SPAN}\s?(?:(?:mio|mia|mill|tkr)\b\.?|t\.kr\.?|millioner|milliarder|million|milliard)",
)
_SHARES: Final = (
    rf"\b{_SPAN}\s?(?:%|pct\b\.?|procent|promille|‰|percent)",
    r"\b(?:halvdelen|halvparten|hver (?:anden|tredje|fjerde|femte|sjette|syvende|ottende|niende|tiende))\b",
    rf"\b(?:{_SMALL_WORD}|\d)\s(?:tredje|fjerde|femte|sjette|syvende|ottende|niende|tiende)dele?n?\b",
    r"\b(?:ni|otte|syv|seks|fem|\d)\s(?:ud\s)?af\s(?:10|ti|100|hundrede)\b(?!\s\w*virksomhed)",
    r"\b\d{1,2}/\d{1,2}\b(?!\s(?:19|20)\d\d)",
    r"\b1:\d{1,3}\b",
    r"\b\d{1,3}\s?[x×*]\s?\d{1,3}\b|\bà\s?\d{1,3}\b",
)
_CODES: Final = (
    r"§{1,2}\s?\d{1,4}(?:\s?[a-z]\b)?(?:(?:\s?(?:,|og|-|–)\s?)\d{1,4}){0,4}",
    rf"\b{_LAW}\.?\s?\d[\d.]{{0,8}}(?:\s?[a-z]\b)?(?:\s(?:af|om)\s\d{{1,2}}\.\s?{_MONTH}\s{_YEAR})?",
    rf"\b{_NAMED}\s\d{{1,3}}\b(?!\s?[,.]?\s?{_COUNTED})",
    (
        r"\b(?:cvr|p|se|ean|sags?|tlf|telefon|mobil|tel|telefonnummer|kontonummer|journal)(?:\.|-?(?:nr"
        r"|nummer))?\.?:?\s?\d[\d +]{2,18}\d"
    ),
    r"(?:\+|\b00)45\s?(?:\d{2}\s?){4}\b",
    r"\b\d{2} \d{2} \d{2} \d{2}\b|\b\d{4} \d{4}\b|\b\d{8,}\b|\b\d{6}-\d{4}\b",
    r"(?<!\d)\d+['’](?:erne|eren|er)\b|\b\d+-(?:tallet|mand)\b|\b\d+(?:\.\d+){2,}\b",
    r"(?<=[^\W\d_]-)\d{1,4}\b",
)
_TIMES: Final = (
    (
        r"\b(?:kl\.?|klokken)\s?(?:\d{1,2}|to|tre|fire|fem|seks|syv|otte|ni|ti|elleve|tolv"
        r"|et)(?:[.:]\d{2})?(?:\s?[-–]\s?\d{1,2}(?:[.:]\d{2})?)?"
    ),
    r"\b\d{1,2}[.:]\d{2}(?:\s?[-–]\s?\d{1,2}(?:[.:]\d{2})?)?\b",
    rf"\b{_SPAN}[\s-]?(?:(?:hele|halve|fulde|gode|ugentlige|små|lange)\s)?{_MEASURE}",
    rf"\b(?:fra|mellem)\s{_AMOUNT}\s(?:til|og)\s{_AMOUNT}\s{_MEASURE}",
)
_AGES: Final = (
    (
        r"\b(?:unge|voksne|ældre|mænd|kvinder|borgere|ledige|personer|folk|dem)\s(?:\w+\s)?(?:mellem|fra|på|over|under)\s"
        r"(?:1[5-9]|[2-6]\d)(?:\s(?:og|til)\s|[-–])?(?:[2-6]\d)?\b(?!\s\w*(?:virksomhed|job|år))"
    ),
    r"\b(?:alderen|alder|aldersgruppen|aldersspredning\w*)\s(?:\w+\s){0,2}?\d{2}(?:\s(?:og|til)\s|[-–])?(?:\d{2})?\b",
)
_IDIOMS: Final = (
    (
        r"\b(?:på|med|ad|for|i|under)\s(?:én|een|en|ét|et)(?:\sog\ssamme)?\s(?:gang\w*|slag|tid|hug|hånd|fod|tag|nu"
        r"|sving)\b"
    ),
    r"\b(?:med|i|under) ét\b|\b(?:én|een|en)\s(?:gang|dag|ting|sag|vej|retning)\w*\b|\bad gangen\b",
    (
        r"\b(?:én|een|en|ét|et)\saf\s(?:grundene|årsagerne|udfordringerne|forklaringerne|fordelene|ulemperne|de ting"
        r"|måderne|målene)\b"
    ),
    r"\b(?:den|det|på den)\s(?:ene|anden|andet)\s(?:side|måde|eller|dag|efter|gang)\b|\bden ene og den anden\b",
    r"\b(?:to|tre|fire|flere)\s(?:ting|forhold|grunde|årsager|dele|sider|måder|spor|ben|trin|uger|hatte|verdener)\b",
    r"\b(?:på nær|undtagen|minus)\s\w+",
    r"\b(?:spørger|spørg|spurgte) (?:du|man|i|vi) (?:\w+ )?\w+(?= )",
    r"\bnul\s?(?:fejl|vækst)\b|\bet hundrede procent\b|\b24/7\b|\bfifty-fifty\b|\bnummer\s(?:et|ét|to|tre)\b",
    (
        r"\b(?:en del|et antal|en række|en lang række|en masse|et hav|en enkelt gang|en smule|en stribe|en flok"
        r"|en gruppe)\b"
    ),
)
_PRINTED: Final = (
    r"\b\d{1,3}\.(?=\s[a-zæøå]|[-/])",  # an ordinal: a number that ends a sentence has a capital after it
    r"\b\d{4}\s[A-ZÆØÅ][a-zæøå]{2,}",  # a postal code
)
_LOWER_PATTERNS: Final = tuple(
    Wordings(branches_of(pattern), ("(?:", ")"))
    for group in (_CODES, _DATES, _YEARS, _MONEY, _SHARES, _TIMES, _AGES, _IDIOMS)
    for pattern in group
)
_PRINTED_PATTERNS: Final = tuple(re.compile(pattern) for pattern in _PRINTED)


def taken_out(text: str, lower: str) -> bytearray:
    """Mark the characters of a line (as printed, and in lower case) that belong to no count: 1 for those, else 0."""
    marks = bytearray(len(text))
    stretches = [match for pattern in _LOWER_PATTERNS for match in pattern.finditer(lower)]
    stretches += [match for pattern in _PRINTED_PATTERNS for match in pattern.finditer(text)]
    for match in stretches:
        marks[match.start() : match.end()] = b"\1" * (match.end() - match.start())
    return marks
