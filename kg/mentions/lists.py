"""Read lists of symbols: "decisions 18/12 of 26 May 1995, SS.VII/3 and 22/4", "its resolutions 1/6 on water and 2/11 on air".

A symbol alone does not say whose it is. It is that of the body named right before the list or right after the symbol, for
"its" of the body that decides there; a resolution of a high number with nobody near is the General Assembly's.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from kg.mentions.board import BODIES, ORGANIZATIONS
from kg.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.mentions.board import Board
    from kg.model import Entity

_SLASHED = r"(?:(?:SS|Ex)\.\s?[IVX]{1,5}|E?S-\d{1,2}|(?:19|20)\d\d|\d{1,3}|[IVXL]{1,6})/\d{1,3}[A-Z]?(?:(?![\w/]|[.-]\w)|(?<=/\d{3})(?=\d{1,2}\b))"
"""Nobody has numbered a thousand resolutions in one session: a fourth digit is the mark of a note."""
_SITTING = r"\d{1,2}\s(?:EXT\.?\s?)?[A-Z]{3}\s\d{1,2}[A-Z]?(?:\.\d{1,3})*|[A-Z]{2,3}\d{1,3}-\d{1,3}"
"""By session and body ("44 COM 7B.12"), or by meeting ("SC54-12")."""
_SYMBOL = rf"(?:(?:[12]?\d|30)/(?:19|20)\d\d(?![\w/])|{_SLASHED}|(?:{_SITTING})(?![\w/])|\d{{1,4}}\s?\((?:[IVXLC]{{1,8}}|S-[IVX]+|(?:19|20)\d\d)\)|(?:WHA\d{{2}}\.\d{{1,2}}|[A-Z]{{1,4}}\.\d{{2,4}}\(\d{{1,3}}\))(?!\w))"
_LIST = re.compile(
    rf"\b(?P<its>[Ii]ts\s+(?:[a-z]+\s+){{0,2}})?(?P<word>(?P<kind>[Dd]ecision|[Rr]esolution|[Rr]ecommendation)(?P<plural>s)?)\s+(?P<first>{_SYMBOL})"
)
_NEXT = re.compile(rf"(?P<gap>(?:[^.;:()]|\([^()]{{1,40}}\)){{0,140}}?)(?:,\s+(?:and\s+|or\s+)?|\s+(?:and|or|to)\s+|\s?[–-]\s?)(?P<next>{_SYMBOL})")
_ANOTHER = re.compile(r"\b(?:decision|resolution|recommendation|document)", re.IGNORECASE)
_YEAR = re.compile(r"(?:19|20)\d\d/")
_SERIES = re.compile(r"[\s.]([A-Z]{3})\s\d")
_GLUED = re.compile(r"([A-Z]{2,5})\d{1,3}\.\d")
"""Some assemblies put their letters before the number: "resolution WHA77.2"."""
_LETTERS = re.compile(r"(SS|Ex)\.")
"""Special sessions and extraordinary meetings have the letters of one body."""
_ELSEWHERE = re.compile(r"(?:19|20)\d\d/|\d+/(?:19|20)\d\d|SS\.|E?S-|\d+\s[A-Z]|[A-Z]+\d")
"""No conference of parties numbers its decisions so."""
_PLAIN = re.compile(r"(\d{1,2})/\d{1,3}")
_SESSION = re.compile(r"\d{1,2}(?=/)")
_OF_THE = re.compile(r"\d{0,2}(?:\s+of\s+\d{1,2}\s+[A-Z][a-z]+\s+\d{4})?,?\s+(?:of|adopted\s+by)\s+(?:the\s+)?")
_BODY_OF = re.compile(r"[’']?s?\s+(?:(?:General\s+)?(?:Conference|Council|Assembly)\s+|(?:and\s+)?(?:in\s+)?)?\Z")
_BY_ITS = re.compile(r",?\s+(?:also\s+)?(?:in|by|through|under|adopted|recalled|recalling|and)\s+\Z")
_COUNCIL = re.compile(r"\bCouncil\s+\Z")
_OWN_BEFORE = re.compile(r"\b[Ii]ts\s+(?:\w+\s+){0,2}resolutions\b[^.;]{0,200}\Z")
_BEFORE_SYMBOL, _NEAR, _FIRST_NUMBERED = 160, 45, 31


class Cited:
    """A symbol in a list: where it stands, and what is known of whose it is."""

    __slots__ = ("body", "foreign", "kind", "span", "start", "symbol")

    def __init__(self, span: Span, start: int, symbol: str, kind: str, body: Entity | None, *, foreign: bool) -> None:
        """`start` is where the word before the first symbol begins; a `foreign` one is of an agency that has no body here."""
        self.span, self.start, self.symbol, self.kind, self.body, self.foreign = span, start, symbol, kind, body, foreign


def cited_in_lists(board: Board) -> Iterator[Cited]:
    """Yield the symbols that follow the words decision, resolution and recommendation."""
    deciding = _Deciding(board)
    for passage in board.saying("decision", "resolution", "recommendation"):
        for match in _LIST.finditer(board.text, passage.span.start, passage.span.end):
            spans = list(_spans(board, match, passage.span.end))
            before, foreign = _before(board, match.start("its") if match["its"] else match.start("word"))
            after = [_after(board, span.end) for span in spans]
            kind = match["kind"].capitalize()
            for span, (own, strange) in zip(spans, after, strict=True):
                symbol = _plain(span.of(board.text))
                glued = _GLUED.match(symbol)
                body = own or before or (board.gazetteer.bodies.get(glued[1]) if glued else None) or (after[-1][0] if not (strange or foreign) else None)
                other = body is None and (foreign or strange or after[-1][1])
                if body is None and not other:
                    body = deciding.at(match, symbol, kind)
                    other = body is None and bool(_ELSEWHERE.match(symbol))
                start = match.start("word") if span.start == match.start("first") else span.start
                yield Cited(span, start, symbol, kind, body, foreign=other)


def _plain(printed: str) -> str:
    """Return a symbol without the blanks that are printed now so, now so.

    >>> _plain("Ex. III/1"), _plain("2749(XXV)"), _plain("A.962(23)")
    ('Ex.III/1', '2749 (XXV)', 'A.962(23)')
    """
    words = re.sub(r"(?<=[Sx]\.)\s", "", " ".join(printed.split()))
    return words if "." in words else words.replace("(", " (").replace("  ", " ")


def _spans(board: Board, match: re.Match[str], end: int) -> Iterator[Span]:
    """Yield where the symbols of a list stand: the first, and those that follow it in the same breath."""
    yield Span(*match.span("first"))
    following = _NEXT.match(board.text, match.end(), end)
    while following and not (_ANOTHER.search(following["gap"]) if match["plural"] else following["gap"]):
        yield Span(*following.span("next"))
        following = _NEXT.match(board.text, following.end(), end)


def _before(board: Board, start: int) -> tuple[Entity | None, bool]:
    """Return the body of "Governing Council decision 13/6", or that the text names an agency: "FAO Conference resolution 4/2"."""
    named = [(w, e) for w, e in board.inside(Span(max(0, start - _BEFORE_SYMBOL), start), BODIES | ORGANIZATIONS | {"Convention"})]
    where, entity = named[-1] if named else (None, None)
    between = board.text[where.end : start] if where else ""
    if entity is None or (between.strip(" ’'s\n") and not (entity.kind in ORGANIZATIONS and _BODY_OF.fullmatch(between))):
        return None, False
    return (None, True) if entity.kind in ORGANIZATIONS else (entity, False)


def _after(board: Board, end: int) -> tuple[Entity | None, bool]:
    """Return the body of "decision 27/2 of the Governing Council"."""
    of = _OF_THE.match(board.text, end)
    entity = board.starting_at(of.end()) if of else None
    if entity is None:
        return None, False
    return (entity if entity.kind in BODIES | {"Convention"} else None), entity.kind in ORGANIZATIONS


class _Deciding:
    """Whose symbols are when nobody is named beside them."""

    def __init__(self, board: Board) -> None:
        self.board = board
        lines = [(p.span.start, e) for p in board.passages if p.kind == "chapeau" for _, e in board.inside(p.span, BODIES)]
        self._starts, self._bodies = [start for start, _ in lines], [e for _, e in lines]
        sections = [_PLAIN.fullmatch(s.number.removeprefix("Resolution ")) for s in board.document.sections if s.kind == "decision"]
        self._session = max((int(m[1]) for m in sections if m), default=0)

    def own(self, at: int) -> Entity | None:
        """Return the body that decides at a position."""
        return self._bodies[max(0, bisect_right(self._starts, at) - 1)] if self._bodies else None

    def at(self, match: re.Match[str], symbol: str, kind: str) -> Entity | None:
        """Return the body of a symbol that has none beside it."""
        start = match.start("word")
        if match["its"]:
            return self._its(match.start("its"))
        series = _SERIES.search(symbol) or _LETTERS.match(symbol)
        if series:
            return next((e for e in self.board.gazetteer.entities if series[1] in e.series), None)
        if _YEAR.match(symbol):
            council = _COUNCIL.search(self.board.text, max(0, start - 12), start)
            return self._named("ECOSOC") if council else self._near(start)
        return self._of_resolution(start, symbol) if kind == "Resolution" else None

    def _of_resolution(self, start: int, symbol: str) -> Entity | None:
        """Return the body of a resolution: one that "its resolutions" before it mean, one just before, or who numbers so many sessions."""
        own = self.own(start)
        if own and _OWN_BEFORE.search(self.board.text, max(0, start - 240), start):
            return own
        near = self._near(start)
        if near:
            return near
        session = _SESSION.match(symbol)
        if not session or int(session[0]) < _FIRST_NUMBERED:
            return None
        return own if own and self._session >= _FIRST_NUMBERED else self._named("UNGA")

    def _its(self, at: int) -> Entity | None:
        """Return who is meant in "the Assembly, in its resolution 75/1", else the body that decides here, else the one named just before."""
        named = self.board.inside(Span(max(0, at - _BEFORE_SYMBOL), at), BODIES)
        where, entity = named[-1] if named else (None, None)
        between = self.board.text[where.end : at] if where else ""
        if entity and (_BY_ITS.fullmatch(between) or (not self._bodies and len(between) < _NEAR)):
            return entity
        return self.own(at)

    def _near(self, start: int) -> Entity | None:
        """Return the body that is named just before, and has not just been said to have decided something else."""
        near = [(w, e) for w, e in self.board.inside(Span(max(0, start - _NEAR), start), BODIES)]
        return near[-1][1] if near and not _ANOTHER.search(self.board.text, near[-1][0].end, start) else None

    def _named(self, acronym: str) -> Entity | None:
        return next((e for e in self.board.gazetteer.entities if e.acronym == acronym), None)
