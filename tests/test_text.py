"""Reading aids: sentences, folding, dates, times, ordinals, periods."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.model import Span
from kg.text import find_dates, find_duration, find_times, fold, fold_text, ordinal, sentence_at, sentences, trim

PIECES = [*"Ab.1 \n-,;:!?“”'’()é\t•–|#*", "Ms. ", "e.g. ", "No. 5 ", "\n\n", "COP15"]
PROSE = st.lists(st.sampled_from(PIECES), max_size=40).map("".join)


def cut(text: str) -> list[str]:
    return [span.of(text) for span in sentences(text, Span(0, len(text)))]


# -- sentences -----------------------------------------------------------------------------------

SENTENCES = [
    # two sentences
    ("UNEP spoke. It ended.", ["UNEP spoke.", "It ended."]),
    # a form of address ends no sentence
    ("Ms. Roe and Mr. Poe spoke. It ended.", ["Ms. Roe and Mr. Poe spoke.", "It ended."]),
    # nor does an initial
    ("J. K. Roe spoke. All agreed.", ["J. K. Roe spoke.", "All agreed."]),
    # nor an abbreviation inside the sentence
    ("It covers forests, e.g. Amazon and cf. No. 5 of it. Done.", ["It covers forests, e.g. Amazon and cf. No. 5 of it.", "Done."]),
    # a decimal point is no full stop
    ("Emissions fell by 1.5 per cent. Good.", ["Emissions fell by 1.5 per cent.", "Good."]),
    # a symbol with dots is one word
    ("See EMG.SOM99_INF_2 for it. Done.", ["See EMG.SOM99_INF_2 for it.", "Done."]),
    # question and exclamation marks end sentences too
    ("How so? Like this! Done.", ["How so?", "Like this!", "Done."]),
    # the closing quotation mark belongs to the sentence
    ("He said “it ends.” Then it ended.", ["He said “it ends.”", "Then it ended."]),
    # a sentence may begin with a quotation mark
    ("It ended. “Greening” began.", ["It ended.", "“Greening” began."]),
    # a sentence may begin with a digit
    ("It ended. 12 members stayed.", ["It ended.", "12 members stayed."]),
    # a line break inside a sentence is a blank
    ("The messages were ready to\nbe delivered. Done.", ["The messages were ready to\nbe delivered.", "Done."]),
    # a page break inside a sentence is a blank as well
    ("The messages were ready to\n\nbe delivered.", ["The messages were ready to\n\nbe delivered."]),
    # a bullet begins a sentence, even without a full stop before it
    ("These are:\n - One thing\n - Another", ["These are:", "- One thing", "- Another"]),
    # nothing is a sentence of nothing
    (" \n ", []),
]


@pytest.mark.parametrize(("text", "expected"), SENTENCES)
def test_sentences(text: str, expected: list[str]) -> None:
    assert cut(text) == expected


def test_no_sentence_case_was_lost() -> None:
    assert len(SENTENCES) >= 14


@given(PROSE)
def test_sentences_cover_the_text(text: str) -> None:
    """Every character that is no blank stands in exactly one sentence, and sentences are in order."""
    found = list(sentences(text, Span(0, len(text))))
    assert all(one.end <= other.start for one, other in pairwise(found))
    outside = [c for at, c in enumerate(text) if not c.isspace() and not any(s.start <= at < s.end for s in found)]
    assert outside == []


@given(PROSE, st.integers(0, 60), st.integers(0, 60))
def test_sentences_stay_inside_the_part_that_was_asked_for(text: str, one: int, other: int) -> None:
    part = Span(min(one, other, len(text)), min(max(one, other), len(text)))
    assert all(part.covers(span) and span.of(text).strip() == span.of(text) for span in sentences(text, part))


def test_the_sentence_at_a_position() -> None:
    text = "It began. It ended."
    assert sentence_at(text, Span(0, len(text)), 12).of(text) == "It ended."
    assert sentence_at(text, Span(0, len(text)), 99) == Span(0, len(text))


@given(st.text(max_size=30))
def test_trim_is_strip(text: str) -> None:
    assert trim(text, 0, len(text)).of(text) == text.strip()


# -- folding -------------------------------------------------------------------------------------

FOLDED = [
    ("UN  Children’s\nFund", "un children's fund"),  # quotes, case, line breaks
    ("post‑2020 – framework", "post-2020 - framework"),  # hyphens and dashes
    (" UNEP\u00a0", "unep"),  # no-break blanks
    ("ZOË", "zoë"),  # letters keep their marks
    ("", ""),
]


@pytest.mark.parametrize(("name", "expected"), FOLDED)
def test_fold(name: str, expected: str) -> None:
    assert fold(name) == expected


@given(st.text(max_size=40))
def test_fold_is_done_once(name: str) -> None:
    assert fold(fold(name)) == fold(name)


@given(st.text(st.sampled_from(list("aB’– \n\t\u00a0é")), max_size=40))
def test_folding_a_text_keeps_where_each_character_stood(text: str) -> None:
    plain, offsets = fold_text(text)
    stood = [offsets.received(at, at + 1).start if offsets else at for at in range(len(plain))]
    assert stood == sorted(set(stood))
    assert all(fold(text[at]) == fold(c) for at, c in zip(stood, plain, strict=True))
    assert re.sub(r"\s+", " ", text.translate({0x2019: "'", 0x2013: "-", 0xA0: " "})) == plain


# -- dates and times -----------------------------------------------------------------------------

DATES = [
    ("on 13 October 2022", [("2022-10-13", "2022-10-13")]),  # one day
    ("on the 18 May 2022,", [("2022-05-18", "2022-05-18")]),  # with an article
    ("from 2 to 15 December 2018", [("2018-12-02", "2018-12-15")]),  # days of one month
    ("30 November–11 December 2015", [("2015-11-30", "2015-12-11")]),  # across months
    ("28 December 2021 to 3 January 2022", [("2021-12-28", "2022-01-03")]),  # across years
    ("1 - 12 June 2020", [("2020-06-01", "2020-06-12")]),  # blanks around the hyphen
    ("in June 2022", [("2022-06", "2022-06")]),  # a month
    ("29 February 2024", [("2024-02-29", "2024-02-29")]),  # a leap day
    ("5 May 2021 and 7 June 2021", [("2021-05-05", "2021-06-07")]),  # "and" joins days like "to"
    ("on 31 June 2022", []),  # a day that is none
    ("on 29 February 2022", []),  # a leap day in a year without one
    ("on 0 May 2022", []),  # days count from one
    ("15 to 2 December 2018", []),  # a range that runs backwards
    ("paragraph 13, October", []),  # no year, no date
    ("in 2017 and 2021", []),  # a year alone is no date here
    ("May 2022 be better", [("2022-05", "2022-05")]),  # a month's name is taken for the month
    ("१३ October २०२२", []),  # digits of other scripts would make no valid xsd:date
]


@pytest.mark.parametrize(("text", "expected"), DATES)
def test_dates(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(d.start.text, d.end.text) for d in find_dates(text, Span(0, len(text)))] == expected


@given(st.integers(0, 40), st.sampled_from(["January", "February", "April", "June", "September", "December"]), st.integers(1900, 2100))
def test_every_date_found_is_a_day_of_the_calendar(day: int, month: str, year: int) -> None:
    from datetime import date

    text = f"held on {day} {month} {year}."
    for found in find_dates(text, Span(0, len(text))):
        assert date.fromisoformat(found.start.text).isoformat() == found.start.text
        assert found.start.datatype == "xsd:date"


TIMES = [
    ("opened at 15:00 CEST with", [("15:00 CEST", "")]),  # with a zone
    ("15:00 -17:00 CEST) Online", [("15:00 CEST", "17:00 CEST")]),  # a range as printed in headers
    ("from 15:30-17:00 local time", [("15:30 local time", "17:00 local time")]),  # local time
    ("at 10.15 a.m.", [("10.15 a.m.", "")]),  # a point between hours and minutes
    ("at 9 o'clock", []),  # no minutes, no time
]


@pytest.mark.parametrize(("text", "expected"), TIMES)
def test_times(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(start, end) for _, start, end in find_times(text, Span(0, len(text)))] == expected


# -- numbers -------------------------------------------------------------------------------------

ORDINALS = [
    ("first", 1), ("twelfth", 12), ("fifteenth", 15), ("twentieth", 20), ("twenty-first", 21), ("Twenty-Seventh", 27), ("thirtieth", 30),
    ("ninety-ninth", 99), ("28th", 28), ("1st", 1), ("102nd", 102), ("twenty‑first", 21), ("next", 0), ("2", 0), ("", 0),
]  # fmt: skip


@pytest.mark.parametrize(("words", "number"), ORDINALS)
def test_ordinals(words: str, number: int) -> None:
    assert ordinal(words) == number


DURATIONS = [
    ("extend the IMG for one more year to", ("P1Y", "for one more year")),  # as in the shipped report
    ("on an interim basis for two years, until", ("P2Y", "for two years")),
    ("for an additional year", ("P1Y", "for an additional year")),  # "additional" alone is one
    ("for a year", ("P1Y", "for a year")),
    ("for a further year", ("P1Y", "for a further year")),
    ("for another month", ("P1M", "for another month")),
    ("for six weeks", ("P6W", "for six weeks")),
    ("for 18 months", ("P18M", "for 18 months")),
    ("for a further three months", ("P3M", "for a further three months")),  # an article before the number
    ("for another two years", ("P2Y", "for another two years")),
    ("in one year", ("", "")),  # when, not how long
    ("forty years", ("", "")),  # "for" is a word of its own
    ("for many years", ("", "")),  # how many is not said
    ("for ² years", ("", "")),  # a digit that is no number
    ("for the period 2021–2024", ("", "")),
]


@pytest.mark.parametrize(("text", "expected"), DURATIONS)
def test_durations(text: str, expected: tuple[str, str]) -> None:
    assert find_duration(text, Span(0, len(text))) == expected


@given(st.text(max_size=50))
def test_nothing_in_a_text_makes_the_aids_fail(text: str) -> None:
    whole = Span(0, len(text))
    assert all(whole.covers(d.span) for d in find_dates(text, whole))
    assert all(whole.covers(span) for span, _, _ in find_times(text, whole))
    assert isinstance(find_duration(f"for {text} years", Span(0, len(text) + 10)), tuple)
