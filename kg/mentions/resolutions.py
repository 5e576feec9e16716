"""Resolutions, by number or by body and topic: "resolution 76/300", "the UNEA-5 resolution on ponds"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.mentions import grammar
from kg.mentions.board import BODIES
from kg.mentions.sessions import MEETINGS
from kg.model import Span
from kg.namespaces import slug

if TYPE_CHECKING:
    import re

    from kg.mentions.board import Board
    from kg.model import Passage


def discover_resolutions(board: Board) -> None:
    """Put resolutions on the board: by number, or by body and topic."""
    for passage in board.saying("/RES/", "/Res."):
        for match in grammar.RESOLUTION_NUMBER.finditer(board.text, passage.span.start, passage.span.end):
            _numbered(board, match)
    for passage in board.saying("resolution"):
        for match in grammar.RESOLUTION_TOPIC.finditer(board.text, passage.span.start, passage.span.end):
            _by_topic(board, match, passage)
        for match in grammar.RESOLUTIONS_TOPICS.finditer(board.text, passage.span.start, passage.span.end):
            _set_of(board, match)


def _numbered(board: Board, match: re.Match[str]) -> None:
    """Read the symbol of a resolution that says whose it is: A/RES/76/300, UNEP/EA.5/Res.1."""
    number = match["symbol"] or f"{match['session']}/{match['item']}"
    body = next((e for e in board.gazetteer.entities if (e.acronym == "UNGA" if match["symbol"] else "EA" in e.series)), None)
    if body is None:
        return
    span = Span(*match.span())
    label = f"{body.label.removeprefix('United Nations ')} resolution {number}"
    tail = slug(f"{body.acronym or body.label} {number}")
    board.add(span, board.mint("Resolution", label, span, tail=tail, links=(("adoptedBy", body.iri),)))


def _by_topic(board: Board, match: re.Match[str], passage: Passage) -> None:
    before = Span(max(passage.span.start, match.start() - 80), match.start())
    named = [(w, e) for w, e in board.inside(before, BODIES | MEETINGS) if w.end >= match.start() - 1]
    if not named:
        return
    where, giver = named[0]
    topic = " ".join(match["topic"].split())
    links = [("adoptedBy", giver.iri)] if giver.kind in BODIES else [("adoptedAt", giver.iri)]
    links += [("adoptedBy", target) for name, target in giver.links if name == "sessionOf"]
    span = Span(where.start, match.end())
    tail = slug(f"{giver.acronym or giver.label} {topic}")
    label = " ".join(span.of(board.text).split()).removeprefix("the ")
    board.add(span, board.mint("Resolution", label, span, tail=tail, links=tuple(links)))


def _set_of(board: Board, match: re.Match[str]) -> None:
    """Read "resolutions adopted at the fifth session of … concerning …" as one set."""
    if not match["where"]:
        return
    giver = next((e for _, e in board.inside(Span(*match.span("where")), MEETINGS | BODIES)), None)
    if giver is None:
        return
    topic = " ".join(match["topics"].split())
    span = Span(match.start(), match.start() + len(match[0].rstrip()))
    links = [("adoptedAt", giver.iri)] if giver.kind in MEETINGS else [("adoptedBy", giver.iri)]
    links += [("adoptedBy", target) for name, target in giver.links if name == "sessionOf"]
    label = f"{giver.exact[-1] if giver.exact else giver.label} resolutions concerning {topic}"
    tail = slug(f"{giver.acronym or giver.label} {topic}")[:80]
    board.add(span, board.mint("Resolution", label, span, tail=tail, links=tuple(links)))
