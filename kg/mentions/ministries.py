"""Ministries, each with its country where that stands beside it: "Chile's Ministry of Health"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.mentions import grammar
from kg.model import Span

if TYPE_CHECKING:
    from kg.mentions.board import Board

_AND_A_STATE = re.compile(r"\sof\s+(?:the\s+)?(?P<one>[A-Z][\w’'-]*(?:\s+[A-Z][\w’'-]*){0,2})\s+and\s+(?:the\s+)?(?P<other>[A-Z][\w’'-]*(?:\s+[A-Z][\w’'-]*){0,2})\Z")
"""The ministry *of Chad and Peru*: of the first one only."""
_AND_AN_AGENCY = re.compile(r"\s+and\s+the\s+(?:[A-Z][\w’'-]*\s+){0,6}(?:Cent(?:re|er)|Institute|Agency|Authority|Office|Commission|Council|Foundation|Service|Board|University|Bank|Association|Ministry)\b.*\Z", re.DOTALL)
"""The ministry *and the Chad Pond Center* are two."""
_OF_A_STATE = re.compile(r"\sof\s+(?:the\s+)?(?=[A-Z][\w’'-]*(?:\s+[A-Z][\w’'-]*){0,3}\Z)")


def discover_ministries(board: Board) -> None:
    """Mint the ministries of a document."""
    for passage in board.saying("ministry"):
        for match in grammar.MINISTRY.finditer(board.text, passage.span.start, passage.span.end):
            if any(True for _ in board.inside(Span(match.start(), match.end()), frozenset({"PartnerOrganization"}))):
                continue
            state = board.starting_at(match.start()) if match["state"] else None
            state = state if match["own"] or (state and state.kind == "State") else None
            another = _AND_A_STATE.search(match["name"])
            two = another and {e.kind for w, e in board.inside(Span(match.start("name") + another.start("one"), match.end())) if w.start - match.start("name") in (another.start("one"), another.start("other"))} == {"State"}
            name = match["name"][: another.end("one")] if another and two else _AND_AN_AGENCY.sub("", match["name"])
            country = _OF_A_STATE.search(name)
            whole = board.end_of_name_at(match.start("name") + country.end()) if country else -1
            span = Span(match.start() if state else match.start("name"), max(match.start("name") + len(name), whole))
            label = f"{name} of {state.label}" if state else board.text[match.start("name") : span.end]
            links = (("partOf", state.iri),) if state else ()
            board.add(span, board.mint("PartnerOrganization", " ".join(label.split()), span, links=links))
