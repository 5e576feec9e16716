"""Mint the persons that a document names, with an address, a country, or an office they are elected to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.mentions import grammar
from kg.mentions.board import ORGANIZATIONS
from kg.model import Span
from kg.text import fold

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from kg.mentions.board import Board
    from kg.mentions.headed import Headed
    from kg.model import IRI, Passage

_REACH = 180
"""How far a name may stand from its office."""


def discover_people(board: Board) -> None:
    """Mint the persons named in full; "Mr. Surname" is the one person of that name, or nobody."""
    addressed = board.saying("H.E.", "Mr", "Ms", "Dr", "Prof", "Sir", "Ambassador", "Minister ")
    for passage in addressed:
        for match in grammar.PERSON.finditer(board.text, passage.span.start, passage.span.end):
            span = Span(*match.span("name"))
            name = " ".join(match["name"].split())
            board.add(span, _same_person(board, name) or board.mint("Person", name, span))
    for passage in board.saying("("):
        beside = grammar.COUNTRY_BESIDE.search(board.text, *passage.span)
        for match in grammar.PERSON_OF_COUNTRY.finditer(board.text, *passage.span) if beside else ():
            _person(board, Span(*match.span("name")))
    _elected_people(board)
    _people_again(board)
    for passage in addressed:
        for match in grammar.PERSON_SHORT.finditer(board.text, passage.span.start, passage.span.end):
            known = _same_person(board, match["name"])
            if known:
                board.add(Span(*match.span("name")), known)


def _elected_people(board: Board) -> None:
    """Mint the persons who are named without an address where an election says that they are persons."""
    for passage in board.saying("elected", "elects"):
        for pattern in (grammar.ELECTED_ONE, grammar.WAS_ELECTED):
            for match in pattern.finditer(board.text, passage.span.start, passage.span.end):
                _person(board, Span(*match.span("name")))
        for match in grammar.ELECTED_CHAIRS.finditer(board.text, passage.span.start, passage.span.end) if board.says(passage, "following chair") else ():
            _person(board, Span(*match.span("name")))
        for match in grammar.ELECTED_LIST.finditer(board.text, passage.span.start, passage.span.end):
            if "elect" in board.text[passage.span.start : match.start()]:
                for name in grammar.LISTED_NAME.finditer(board.text, *match.span()):
                    _person(board, Span(*name.span("name")))
    names = _Names(board.text)
    _before_the_name(board)
    _with_an_office(board, names)
    _with_a_function(board, names)
    _who_heads(board, names)
    _with_a_country(board)
    _who_presents(board)
    _in_columns(board)


class _Names:
    """Where names of persons may begin in a passage: looked for once, for all patterns that begin with one."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._starts: dict[str, list[int]] = {}

    def matches(self, pattern: re.Pattern[str], passage: Passage, start: int, end: int) -> Iterator[re.Match[str]]:
        """Yield the matches of a pattern in a part of a passage."""
        if not pattern.pattern.startswith(grammar.BEGINS_WITH_NAME):
            yield from pattern.finditer(self._text, start, end)
            return
        if passage.id not in self._starts:
            self._starts[passage.id] = [match.start() for match in grammar.NAME_AT.finditer(self._text, *passage.span)]
        for at in self._starts[passage.id]:
            match = pattern.match(self._text, at, end) if start <= at < end else None
            if match:
                yield match
                start = match.end()


def _who_heads(board: Board, names: _Names) -> None:
    """Mint who is named without an address and told to head something: "said A B, who heads the unit"."""
    for passage in board.saying("who head", "who direct", "who lead", "who coordinat", "who manag", "who run", "who chair", "who co-", "took over as", "takes over as", "is the ", "has been ", "manager of", "manager for", "coordinator of", "leader of", "(executive", "(director", "(head", "chief executive", "head of"):
        for match in names.matches(grammar.WHO_HEADS, passage, *passage.span):
            _person(board, Span(*match.span("name")))


def _who_presents(board: Board) -> None:
    """Mint who is named without an address, with a place of work or a country, as having presented something, or as a member for somebody: "A B, Pond Agency, made a presentation on …"."""
    for passage in board.saying("presentation on", "presentation of", "presented ", "described ", "outlined ", "showcased "):
        for match in grammar.APPOSED_SPEAKER.finditer(board.text, *passage.span) if passage.kind != "heading" else ():
            of = Span(*match.span("of"))
            known = match["of"].casefold() in board.gazetteer.states or board.inside(of, ORGANIZATIONS) or grammar.AT_WORK.search(match["of"])
            if known and match["name"].casefold() not in board.gazetteer.states and not grammar.NO_PERSON.search(match["name"]):
                _person(board, Span(*match.span("name")))
    for passage in board.saying(" representing "):
        for match in grammar.MEMBERS_FOR.finditer(board.text, *passage.span):
            for name in ("name", "other") if match["other"] else ("name",):
                _person(board, Span(*match.span(name)))


def _with_an_office(board: Board, names: _Names) -> None:
    """Mint who is named without an address beside an office: "Co-Chairs A B and C D", "A B (Chad) was elected chair"."""
    for passage in board.saying("chair", "president", "rapporteur", "facilitated", "led by", "headed by", "moderated", "coordinated by", "presided", "leadership of", "direction of", "guidance of"):
        if passage.kind == "heading":
            continue
        patterns = (*grammar.WITH_OFFICE, grammar.ELECTED_AS) if board.says(passage, "elected", "elects", "designated", "appointed") else grammar.WITH_OFFICE
        for start, end in _near_offices(board.text, passage.span):
            for pattern in patterns:
                for match in names.matches(pattern, passage, start, end):
                    _person_and_following(board, Span(*match.span("name")), passage, several=bool(match.groupdict().get("several", "s")))


def _with_a_function(board: Board, names: _Names) -> None:
    """Mint who is named without an address beside a function: "UNEP Executive Director A B", "A B, Director of …"."""
    for passage in board.saying("secretary", "director", "administrator", "coordinator", "head of", "chief"):
        if passage.kind == "heading":
            continue
        for start, end in _near_offices(board.text, passage.span, grammar.A_FUNCTION):
            for pattern in grammar.WITH_FUNCTION:
                for match in names.matches(pattern, passage, start, end):
                    _person(board, Span(*match.span("name")))


def _with_a_country(board: Board) -> None:
    """Mint who is named without an address but with a country in brackets, where a text speaks of who holds what: "A B (Chad) and C D (Peru) on their election"."""
    states = board.gazetteer.states
    held = {passage.id for passage in board.saying(*grammar.HOLDING)}
    for passage in board.saying("("):
        if passage.kind == "heading" or not any(fold(match["country"]) in states for match in grammar.IN_BRACKETS.finditer(board.text, *passage.span)):
            continue
        pattern = grammar.NAME_OF_COUNTRY if passage.id in held else grammar.LINE_OF_LIST
        for match in pattern.finditer(board.text, *passage.span):
            if fold(match["country"]) in states and not grammar.NO_PERSON.search(match["name"]):
                _person(board, Span(*match.span("name")))


def _in_columns(board: Board) -> None:
    """Mint who stands beside an agency in a list of those who came: "FAO     Ana Water", below "Participants"."""
    for passage in board.saying("articipants", "ttendees", "ttendance", "resent"):
        cue = grammar.IN_REGISTER.search(board.text, *passage.span)
        for match in grammar.LINE_OF_REGISTER.finditer(board.text, cue.end(), passage.span.end) if cue else ():
            agency = board.inside(Span(*match.span("before")), ORGANIZATIONS) if match["before"] else []
            if agency and not grammar.NO_PERSON.search(match["name"]):
                _person(board, Span(*match.span("name")))


def _near_offices(text: str, span: Span, words: Headed = grammar.AN_OFFICE) -> list[tuple[int, int]]:
    """Return the parts of a text around the words for offices; "the Chair said" has no name beside it."""
    found: list[tuple[int, int]] = []
    for office in words.finditer(text, span.start, span.end):
        start = text.find(" ", max(span.start, office.start() - _REACH)) + 1 if office.start() - _REACH > span.start else span.start
        end = min(span.end, office.end() + _REACH)
        if found and found[-1][1] >= start:
            found[-1] = (found[-1][0], end)
        else:
            found.append((start, end))
    return found


def _person_and_following(board: Board, span: Span, passage: Passage, *, several: bool) -> None:
    while not _is_of_a_person(board, span) and _person(board, span) and several:
        following = grammar.NEXT_NAME.match(board.text, span.end, passage.span.end)
        if not following:
            break
        span = Span(*following.span("name"))


def _is_of_a_person(board: Board, span: Span) -> bool:
    """Tell "Mr. A B, *Acme Inc*, Chair of …": where somebody works, right after the name; "A. B, *C. D*" are two."""
    if board.text[span.start + 1 : span.start + 2] == ".":
        return False
    before = Span(max(0, span.start - 3), span.start)
    return board.text[before.start : before.end].endswith(", ") and any(board.entities[iri].kind == "Person" and where.end == span.start - 2 for where, iri in board.around(before))


def _before_the_name(board: Board) -> None:
    """Read "UNEA-6 President A B": a body or a meeting, the office, then a person."""
    for passage in board.saying(" president ", " chair "):
        for match in (m for pattern in (grammar.OFFICE_NAME, grammar.OFFICE_SURNAME) for m in pattern.finditer(board.text, passage.span.start, passage.span.end)):
            if any(where.end == match.start() for where, _ in board.around(Span(match.start() - 1, match.start()))):
                _person(board, Span(*match.span("name")))


def _person(board: Board, span: Span) -> bool:
    """Mint a person, and tell whether one stands there: not where something else is named."""
    around = board.around(span)
    if around:
        return any(board.entities[iri].kind == "Person" for _, iri in around)
    name = " ".join(span.of(board.text).split())
    board.add(span, _same_person(board, name) or board.mint("Person", name, span))
    return True


def _people_again(board: Board) -> None:
    people = {e.label: e.iri for e in board.introduced if e.kind == "Person"}
    board.named_again({}, people)


def _same_person(board: Board, name: str) -> IRI:
    """Return the one person whose full name ends with a shorter one, or an empty string."""
    people = [e for e in board.introduced if e.kind == "Person" and (e.label == name or e.label.endswith(f" {name}"))]
    return people[0].iri if len(people) == 1 else ""
