"""Read short forms of bodies in a decision: "the Fund", "the Board of the Fund", "the Fund's secretariat".

A short form means what the text says it stands for ("(hereinafter referred to as the Fund)"), else the
only body of that kind in the title and the preamble of the decision, else the only one named in it
before. Where two are possible it means nothing.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter
from typing import TYPE_CHECKING

from kg.mentions.board import BODIES, ORGANIZATIONS
from kg.mentions.treaties import secretariats_of_several
from kg.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.mentions.board import Board
    from kg.model import IRI, Entity

_TWO_WORDS = r"(?:Advisory|Executive|Governing|Supervisory)\s+(?:Board|Committee|Body|Council)"
_HEADS = rf"{_TWO_WORDS}|Fund|Board|Committee|Panel|Platform|Network|Council|Commission|Facility"
_SHORT = re.compile(
    rf"\b[Tt]he\s+(?P<outer>(?:Board|Council|Bureau|Plenary|Committee)\s+of\s+the\s+)?(?P<head>{_HEADS})\b(?!\s+(?:of|on|for|to)\s+(?:the\s+)?[A-Z]|\s+[A-Z]|/)"
)
_OUTER_ONLY = re.compile(
    rf"\b(?P<outer>(?:Board|Council|Bureau|Plenary|Committee)\s+of\s+the\s+)(?P<head>{_HEADS})\b(?!\s+(?:of|on|for|to)\s+(?:the\s+)?[A-Z]|\s+[A-Z]|/)"
)
_TWO_WORD_FORM = re.compile(rf"\b[Tt]he\s+(?P<outer>(?!))?(?P<head>{_TWO_WORDS})\b(?!\s+(?:of|on|for|to)\s+(?:the\s+)?[A-Z]|\s+[A-Z]|/)")
_DEFINED = re.compile(rf"\s*,?\s*\((?:hereinafter\s+(?:(?:referred\s+to|known)\s+as\s+)?)?[“\"‘']?(?:[Tt]he\s+)?[“\"‘']?(?P<head>{_HEADS})[”\"’']?\)")
_OWN_SECRETARIAT = re.compile(r"(?:'s|’s)\s+secretariat\b", re.IGNORECASE)
_SECRETARIAT_OF = re.compile(r"\bsecretariat\s+of\s+the\s+\Z", re.IGNORECASE)
_FUND_BOARD = re.compile(r"Board of the .*Fund\b")
_BOARD_OF_FUND = re.compile(r"\bBoard\s+of\s+the\s+Fund\b(?!\s+(?:for|of|on)\b)")
_OF_PARTIES = "Bureau of the Contracting Parties to the "
_BUREAU = re.compile(r"\bBureau\s+of\s+the\s+Contracting\s+Parties\b(?!\s+(?:to|of)\b)")
_ITS_SECRETARIAT = re.compile(r"(?:['’]s)?\s+[Ss]ecretariat\b")
_PRINTED_SECRETARIAT = re.compile(r"\s+Secretariat\b(?!\s+(?:of|for|staff|members?|services|support|functions)\b)")
"""In capitals it is a part of the name: "the *COBSEA Secretariat*"."""
_BEFORE_PREPOSITION = re.compile(r"(?P<name>.*?)\s+(?:of|on|for|to|under)\s")
_KINDS = ORGANIZATIONS | BODIES | {"TreatyMechanism"}
_HAVE_ONE = _KINDS - {"Secretariat"}
_SETTLED = 3


def resolve_bodies(board: Board) -> None:
    """Put the short forms of bodies on the board, decision by decision, and the secretariats of treaties.

    "The Advisory Board" says more than "the Board": in a text without decisions the whole of it is looked through for its name.
    """
    scopes = list(_scopes(board))
    for scope in scopes:
        _resolve(board, scope, _SHORT, _OUTER_ONLY)
    if not scopes and board.prints(" board"):
        _resolve(board, Span(0, len(board.text)), _TWO_WORD_FORM)
        _boards_of_funds(board)
    if board.prints("bureau of the "):
        _bureaus_of_parties(board)
    if board.prints("secretariats") or board.prints(") secretariat"):
        secretariats_of_several(board)
    if board.prints(" secretariat"):
        _of_the_named(board)


def _boards_of_funds(board: Board) -> None:
    """Read "the Board of the Fund" in a text that names one such board in full."""
    boards = {e.iri: e for _, iri in board.in_order() if (e := board.entities[iri]).kind == "GoverningBody" and _FUND_BOARD.match(e.label)}
    for match in _BOARD_OF_FUND.finditer(board.text) if len(boards) == 1 else ():
        span = Span(*match.span())
        if not any(where.covers(span) for where, _ in board.around(span)):
            board.add(span, next(iter(boards)))


def _bureaus_of_parties(board: Board) -> None:
    """Read "the Bureau of the Contracting Parties" in a text that names the treaty of one such bureau only."""
    treaties = {form for _, entity in board.of_kinds(frozenset({"Convention"})) for form in (entity.label, *entity.names)}
    named = {iri for _, iri in board.in_order()}
    bureaus = [e for e in board.gazetteer.entities if e.label.startswith(_OF_PARTIES) and (e.iri in named or e.label.removeprefix(_OF_PARTIES) in treaties)]
    for match in _BUREAU.finditer(board.text) if len(bureaus) == 1 else ():
        span = Span(*match.span())
        if not any(where.covers(span) for where, _ in board.around(span)):
            board.add(span, bureaus[0].iri)


def _of_the_named(board: Board) -> None:
    """Read "the Santiago network secretariat", "the COBSEA Secretariat": that of the mechanism or the organization that is named."""
    for where, entity in board.of_kinds(_HAVE_ONE):
        match = (_ITS_SECRETARIAT if entity.kind == "TreatyMechanism" else _PRINTED_SECRETARIAT).match(board.text, where.end)
        if match:
            span = Span(where.start, match.end())
            made = secretariat_of(board, entity, span)
            printed = " ".join(span.of(board.text).split())
            if board.entities[made].evidence and printed not in board.entities[made].names:
                board.change(board.entities[made], names=(*board.entities[made].names, printed))
            board.add(span, made)


def head_of(label: str) -> str:
    """Return the noun that says what kind of body a name is of, or an empty string.

    >>> head_of("Board of the Green Climate Fund"), head_of("Standing Committee on Finance"), head_of("Climate Technology Centre and Network")
    ('Board', 'Committee', '')
    """
    match = _BEFORE_PREPOSITION.match(label)
    name = match["name"] if match else label
    words = name.split() if " Centre and " not in name else []
    heads = (" ".join(words[-2:]), *words[-1:])
    return next((head for head in heads if re.fullmatch(_HEADS, head)), "")


def _scopes(board: Board) -> Iterator[Span]:
    """Yield where each decision of the document stands; a text with one body line is one decision, a report has none."""
    starts = sorted(s.heading.start for s in board.document.sections if s.kind == "decision")
    actions = {s.id for s in board.document.sections if s.kind.endswith("-actions")}
    if not starts and any(p.kind == "chapeau" and p.section not in actions for p in board.passages):
        starts = [0]
    for start, end in itertools.pairwise([*starts, len(board.text)]):
        yield Span(start, end)


def _resolve(board: Board, scope: Span, *patterns: re.Pattern[str]) -> None:
    named = [(where, entity, head) for where, entity in board.inside(scope, frozenset(_KINDS)) if (head := head_of(entity.label))]
    defined = _defined(board, named)
    opening = _opening(board, scope)
    found = sorted((m for pattern in patterns for m in pattern.finditer(board.text, scope.start, scope.end)), key=lambda m: m.start("head"))
    used: Counter[str] = Counter()
    taken = -1
    for match in found:
        span = Span(*match.span("head"))
        if span.start == taken or any(where.covers(span) for where, _ in board.around(span)):
            continue
        taken = span.start
        head = " ".join(match["head"].split())
        kind = [(where, entity) for where, entity, other in named if other == head]
        meant = defined.get(head) or (None if _names_another(board, scope, span, head) else _meant(board, kind, opening, span, settled=used[head] >= _SETTLED))
        if not meant and not kind and head.endswith(" Board"):
            meant = _governed(board, head)
        if meant:
            used[head] += 1
            _put(board, match, span, meant)


def _defined(board: Board, named: list[tuple[Span, Entity, str]]) -> dict[str, Entity]:
    found: dict[str, Entity] = {}
    for where, entity, head in named:
        match = _DEFINED.match(board.text, where.end)
        if match and match["head"] == head:
            found.setdefault(head, entity)
    return found


def _opening(board: Board, scope: Span) -> Span:
    """Return the title and the preamble of a decision: all before its first numbered paragraph."""
    first = next((p for p in board.passages if p.kind == "paragraph" and p.span.start >= scope.start), None)
    return Span(scope.start, min(first.span.start, scope.end)) if first else Span(scope.start, scope.start)


def _names_another(board: Board, scope: Span, at: Span, head: str) -> bool:
    """Tell whether the words before name a body of the kind that is not known: "the *Lake Network on Floods*, and that the Network …"."""
    passage = board.passage_at(at)
    start = passage.span.start if passage else scope.start
    names = re.finditer(rf"\b[A-Z][\w-]+\s+{head}\s+(?:on|for|of)\s+(?:the\s+)?[A-Z]", board.text[start : at.start])
    return any(not board.around(Span(start + m.start(), start + m.start() + 1)) for m in names)


def _meant(board: Board, kind: list[tuple[Span, Entity]], opening: Span, at: Span, *, settled: bool) -> Entity | None:
    """Return the one body of a kind in title and preamble, else the only one named before.

    Where the paragraph names another of the kind, the short form must have been used several times already.
    """
    first = {entity.iri: entity for where, entity in kind if opening.covers(where)}
    passage = board.passage_at(at)
    here = {entity.iri for where, entity in kind if passage and passage.span.covers(where) and where.end <= at.start}
    if len(first) == 1 and (settled or here <= first.keys()):
        return next(iter(first.values()))
    before = {entity.iri: entity for where, entity in kind if where.end <= at.start}
    return next(iter(before.values())) if len(before) == 1 else None


def _governed(board: Board, head: str) -> Entity | None:
    """Return the one body of two words ("Advisory Board") that belongs to what the document names, or None."""
    named = {iri for _, iri in board.in_order()}
    fits = [e for e in board.gazetteer.entities if head_of(e.label) == head and any(name == "partOf" and target in named for name, target in e.links)]
    return fits[0] if len(fits) == 1 else None


def _put(board: Board, match: re.Match[str], span: Span, meant: Entity) -> None:
    board.add(span, meant.iri)
    if match["outer"]:
        outer = _governing(board, match["outer"].split()[0], meant)
        if outer:
            board.add(Span(match.start("outer"), span.end), outer)
    after = _OWN_SECRETARIAT.match(board.text, span.end)
    before = _SECRETARIAT_OF.search(board.text, max(0, span.start - 24), span.start)
    if after or before:
        whole = Span(before.start() if before else span.start, after.end() if after else span.end)
        board.add(whole, secretariat_of(board, meant, whole))


def _governing(board: Board, outer: str, meant: Entity) -> IRI:
    """Return the known body that is, for example, the board of a fund, or an empty string."""
    name = f"{outer} of the {meant.label}"
    return next((iri for span, iri in board.gazetteer.find(name) if span == Span(0, len(name))), "")


def secretariat_of(board: Board, body: Entity, span: Span) -> IRI:
    """Return the secretariat that serves a body, made where none is known."""
    known = board.gazetteer.secretariats.get(body.iri, "")
    return known or board.mint("Secretariat", f"Secretariat of the {body.label}", span, links=(("serves", body.iri),))
