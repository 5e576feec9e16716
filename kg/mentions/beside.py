"""Find organizations that nobody knows where they act together with one that is known: "FAO and WaterPond have prepared", "with IUCN, Rain Action and WHO"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.mentions.board import ORGANIZATIONS
from kg.model import Span
from kg.text import CAPITALIZED

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.mentions.board import Board
    from kg.model import Entity, Passage

_OWN = r"[A-Z][a-z]+[A-Z]\w*|[A-Z]{4,}(?:[-/][A-Z]{2,})?"
_NAME = rf"(?P<name>{_OWN}|{CAPITALIZED}(?:\s+(?:(?:of|for|on|de|du|da|la|and\s+the)\s+(?:the\s+)?)?{CAPITALIZED}){{1,5}})(?P<bracket>\s*\((?P<acronym>[A-Z][A-Za-z-]{{1,9}})\))?"
_ACTS = r"(?=\s*(?:[,.;:)]|\Z)|\s+(?:and\s+(?:the\s+)?(?=[a-z])|which|who|as|to|in|on|have|has|had|is|are|was|were|will|would|also|jointly|together|provide|support|work|run|lead|chair|host|serve|co-\w+|participat\w+|attend\w*|took|join\w*|sit|contribute\w*|collaborat\w+|cooperat\w+|prepared|developed|organized)\b)"
_RIGHT = re.compile(rf"(?P<joint>,?\s+(?:and|as\s+well\s+as|together\s+with|with)|,)\s+(?:the\s+)?{_NAME}{_ACTS}")
_LEFT = re.compile(rf"(?:\A|[.;:(]\s+|\A\W*|,\s+|\b(?:with|by|from|of|between|including|among|that)\s+)(?:the\s+)?{_NAME}(?P<joint>,?\s+(?:and|as\s+well\s+as)|,)\s+(?:the\s+)?\Z")
_JOINT_BEFORE = re.compile(r"(?:,|\sand|\sas\s+well\s+as)\s+(?:the\s+)?\Z")
_BRACKET = re.compile(r"\s*\([A-Z][\w-]{1,11}\)")
_GOES_ON = re.compile(r"(?:,\s+(?:and\s+)?|\s+and\s+)(?:the\s+)?(?=[A-Z])")
_GENERIC = re.compile(
    r"\b(?:Heads|Chairpersons?|Youth|Women|Network|Part(?:y|ies)|Members?|States?|Governments?|Secretari\w+|Committees?|Bureau|Chairs?|Co-Chairs?|Vice-\w+|President|Board|Council|Conference|Conventions?|Protocols?|Agreements?|Treat(?:y|ies)|Partners?|Observers?|Regions?|Annex|Decisions?|Resolutions?|Articles?|Agenda|Actions?\s+Plan|"
    r"Programmes?|Programs?|Plans?|Strateg\w+|Frameworks?|Projects?|Initiatives?|Working|Groups?|Team|Force|Panel|Body|Bodies|Peoples?|Countries|Ministers?|Ministr\w+|Director\w*|Executive|Secretary|General|Coordinator|Head|Officers?|Rapporteurs?|Delegat\w+|Representatives?|Mr|Ms|Mrs|Dr|Prof|"
    r"Africa\w*|Asia\w*|Europe\w*|America\w*|Caribbean|Pacific|Atlantic|Indian|Arctic|Mediterranean|Oceania|Sahel|Day|Week|Year|Decade|Goals?|Targets?|Report|Guidelines?|Guidance|Session|Meeting|Segment|Forum|Workshop|Summit|Dialogue|Item|Table|Figure|Chapter|Section|Paragraph|"
    r"January|February|March|April|May|June|July|August|September|October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|English|French|Spanish|Russian|Chinese|Arabic|North|South|East|West|Northern|Southern|Eastern|Western|Central|"
    r"Climate|Biodiversity|Ecosystems?|Services|Environment\w*|Sustainab\w+|Development|Water|Health|Land|Oceans?|Forests?|Energy|Food|Waste|Chemicals?|Air|Soil|Sea|River|Lake|Basin|Mountains?|Desert|Park|Reserve|Centre|Center|University|Other|The|This|These|Its|Their|All|Both|Each|Some|Several|In|At|On|For|By|To|Of|As|If)\b"
)
"""Words that any text has in capitals: what holds one of these is left to those who know more of it."""
_LIKE_NONE = re.compile(_OWN)
"""Names that are written like no words: "WaterPond", "INFOPOND"."""
_MAY_STAND_IN_NAMES = frozenset({"Topic", "Goal", "State"})
_NEIGHBOURS = (ORGANIZATIONS - {"InterAgencyMechanism"}) | {"State"}
_SOMEBODY = re.compile(r",\s+(?=[A-Z])")
"""After a name at the end of a list: where a person is from."""
_REACH = 120
_PLACE_BEFORE = re.compile(r"\b(?:in|at|near)\s+(?:[A-Z][\w’'-]+,?\s+(?:and\s+)?){0,3}\Z")


def discover_beside(board: Board) -> None:
    """Mint the organizations that a sentence names in one breath with one that is known."""
    before = len(board.entities)
    for where, entity in board.of_kinds(_NEIGHBOURS):
        passage = board.passage_at(where)
        if passage and passage.kind in {"paragraph", "unnumbered", "action", "preamble"}:
            for span, acronym in _names(board, passage, where):
                if entity.kind != "State" or _LIKE_NONE.fullmatch(board.text, *span):
                    _mint(board, span, acronym)
    new = [e for e in list(board.entities.values())[before:] if e.kind == "Organization"]
    if new:
        board.named_again({e.label: e.iri for e in new}, {e.acronym: e.iri for e in new if e.acronym})


def _names(board: Board, passage: Passage, known: Span) -> Iterator[tuple[Span, str]]:
    """Yield the names in capitals that stand after a known one, or before it, in one list."""
    end = known.end
    bracket = _BRACKET.match(board.text, end, end + 16)
    end = bracket.end() if bracket else end
    right = _RIGHT.match(board.text, end, passage.span.end)
    somebody = right is not None and _SOMEBODY.match(board.text, right.end()) is not None
    if right and not somebody and _is_name(board, right) and (right["joint"] != "," or (_LIKE_NONE.fullmatch(right["name"]) and _known_after(board, right.end()))) and not _PLACE_BEFORE.search(board.text, max(passage.span.start, known.start - 40), known.start):
        yield Span(*right.span("name")), right["acronym"] or ""
    start = max(passage.body.start, known.start - _REACH)
    joined = _JOINT_BEFORE.search(board.text, max(start, known.start - 24), known.start)
    left = _LEFT.search(board.text[start : known.start]) if joined else None
    if left and _is_name(board, left) and (left["joint"] != "," or (_LIKE_NONE.fullmatch(left["name"]) and _is_known(board, start + left.start()))):
        yield Span(start + left.start("name"), start + left.end("name")), left["acronym"] or ""


def _is_name(board: Board, match: re.Match[str]) -> bool:
    return not _GENERIC.search(match["name"]) and not board.knows(match["name"])


def _known_after(board: Board, end: int) -> bool:
    """Tell whether a list goes on with an organization that is known: "FAO, *Rain Action and WHO*"."""
    more = _GOES_ON.match(board.text, end)
    return more is not None and _is_agency(board.starting_at(more.end()))


def _is_known(board: Board, position: int) -> bool:
    """Tell whether an organization that is known ends just before a place."""
    return any(board.entities[iri].kind in ORGANIZATIONS for where, iri in board.around(Span(max(0, position - 2), position)) if where.end <= position + 1)


def _is_agency(entity: Entity | None) -> bool:
    return entity is not None and entity.kind in ORGANIZATIONS


def _mint(board: Board, span: Span, acronym: str) -> None:
    if " and " in span.of(board.text) and any(where.start == span.start and board.entities[iri].kind == "State" for where, iri in board.around(Span(span.start, span.start + 1))):
        return  # "Indonesia and the Republic of Korea": two states
    if any(not (span.covers(where) and where != span and board.entities[iri].kind in _MAY_STAND_IN_NAMES) for where, iri in board.around(span)):
        return
    if any(where.start == span.start and board.entities[iri].kind == "State" and board.text.startswith((" and ", ", "), where.end) for where, iri in board.around(span)):
        return  # "Chad and the Republic of Peru" are two
    board.add(span, board.mint("Organization", " ".join(span.of(board.text).split()), span, acronym=acronym if acronym.isupper() and not board.knows(acronym) else ""))
