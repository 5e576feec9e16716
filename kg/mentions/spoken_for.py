"""Names that mean a group only where somebody speaks on its behalf: "a statement on behalf of *the least developed countries*".

Elsewhere the same words speak of countries, or of organizations of a kind. Which words these are stands in the gazetteer.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.model import Span

if TYPE_CHECKING:
    from kg.mentions.board import Board
    from kg.model import IRI, Passage

_SPEAKING = re.compile(
    r"\b(?:[Ss]tatements?|[Ii]nterventions?|[Rr]emarks|[Pp]resentations?)\s+(?:(?:was|were)\s+)?(?:also\s+)?(?:made|delivered|given|heard|presented)\b|\b(?:[Ss]poke|[Ss]peaking)\s+(?:for|on\s+behalf)\b|\bon\s+behalf\s+of\b"
)
_LISTED = re.compile(r"(?:\b(?:behalf|representatives?)\s+of|\b(?:by|from|for|and|including)|\b(?:constituencies|organizations|groups\s+of\s+(?:Parties|States|countries))(?:,\s+namely)?:|[;,:])\s+(?:and\s+)?(?:the\s+)?\Z", re.IGNORECASE)
_ENDS = re.compile(r"(?:\s+(?:States|countries|[Gg]roup|constituency))?\s*(?:\(|[;,.:)]|\Z|\b(?:and|as|in|on|at|which|who)\b)")
_SENTENCE_ENDS = re.compile(r"\.\s+(?=[A-Z][a-z]+\s)|\.\s*\Z|\n\s*\n")
_BEHALF = re.compile(r"\bbehalf\b")
_KINDS = re.compile(r"\bNGOs?\b|non-governmental|\b[A-Z]{2,6}NGOs?\b|\bconstituenc")
"""That kinds of people are constituencies: "business, *farmers* and youth" are not."""
_NEAR = 48


def discover_spoken_for(board: Board) -> None:
    """Put on the board the groups for which somebody speaks, by the words that mean them there."""
    for passage in board.saying("behalf", "tatement", "spoke", "ntervention"):
        end = passage.span.start
        for speaking in _SPEAKING.finditer(board.text, *passage.body):
            if speaking.start() < end:
                continue
            stop = _SENTENCE_ENDS.search(board.text, speaking.end(), passage.body.end)
            end = stop.start() + 1 if stop else passage.body.end
            _in_sentence(board, passage, Span(speaking.start(), end))


def _in_sentence(board: Board, passage: Passage, words: Span) -> None:
    sentence = words.of(board.text)
    kinds = _KINDS.search(sentence) is not None
    for where, iri in board.gazetteer.spoken_for(sentence):
        span = Span(words.start + where.start, words.start + where.end)
        if _LISTED.search(board.text, max(passage.body.start, span.start - _NEAR), span.start) and _ENDS.match(board.text, span.end) and _is_meant(board, span, iri, words.start, kinds=kinds):
            board.add(span, iri)


def _is_meant(board: Board, span: Span, iri: IRI, start: int, *, kinds: bool) -> bool:
    """Tell a group from the states, or the people, that the words name: of states it must be said that somebody speaks on their behalf."""
    words, inside = span.of(board.text), [other for where, other in board.around(span) if span.covers(where)]
    if any(other == iri for other in inside):
        return False
    if words[0].islower() and "countries" not in words:
        return kinds
    states = any(board.entities[other].kind == "State" for other in inside)
    return _BEHALF.search(board.text, start, span.start) is not None or (kinds and not states)
