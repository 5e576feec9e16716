"""Find the parts of organizations that a place names, and institutions of a state that its name ends with.

"Pond Watch Kenya" and "Pond Watch-Kenya" of the known Pond Watch, "FAO Subregional Office for the Caribbean", "Parks Canada", "BCRC-Caribbean", "Swedish Pond Office".
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.mentions.board import ORGANIZATIONS
from kg.mentions.grammar import MATTER
from kg.model import Span

if TYPE_CHECKING:
    from kg.mentions.board import Board
    from kg.model import Passage

_REGION = (
    r"(?:(?:Central|South|North|West|East|Southern|Northern|Western|Eastern|South-?East|Latin|Middle)\s+(?:and\s+(?:Central|South|North|West|East|Southern|Northern|Western|Eastern)\s+)?)?"
    r"(?:Africa|Asia|Europe|America|Americas|Pacific|Caribbean|Mediterranean|Guianas|Balkans|Caucasus|Arctic|Antarctica|Amazon|Andes|Alps|Baltic|Oceania|Mesoamerica|Sahel|Gulf|East)"
)
_AT_PLACE = re.compile(rf"(?:\s|-)(?P<place>{_REGION})\b(?!\s+[A-Z]|[-’'])")
_AT_STATE = re.compile(r"[ -](?=[A-Z])")
_ENDS = re.compile(r"(?!\s+[A-Z(]|[-’'/\w])")
_IN_PROSE = re.compile(r"[a-z.,;:(\d]\s+(?:[Tt]he\s+)?\Z")
_GOES_ON = re.compile(r"[.,;)]|\s+[a-z]")
_OFFICE_FOR = re.compile(
    rf"(?P<owner>\s|[’']s\s+)(?:Regional|Subregional|Sub-[Rr]egional|Liaison|Multi-?[Cc]ountry)\s+Office\s+(?:for|in|at)\s+(?:the\s+)?(?P<place>{_REGION}(?:\s+and\s+(?:the\s+)?{_REGION})?|[A-Z]\w+(?:\s+[A-Z]\w+)?)\b(?!\s+[A-Z]|-)"
)
_OFFICE_OF = re.compile(
    rf"\b(?P<name>(?:Regional|Subregional|Sub-[Rr]egional|Liaison|Multi-?[Cc]ountry)\s+Office\s+(?:for|in|at)\s+(?:the\s+)?(?:{_REGION}(?:\s+and\s+(?:the\s+)?{_REGION})?|[A-Z]\w+(?:\s+[A-Z]\w+)?))\s+of\s+(?:the\s+)?(?=[A-Z])"
)
_OF_STATE = re.compile(rf"(?<![\w’'-])(?!Change\b)(?P<name>(?:Statistics|Geoscience|Business|{MATTER})(?:\s+(?:and\s+|&\s+)?{MATTER}){{0,4}})\s+\Z")
_NATIONALITY = r"(?:Swedish|Danish|Finnish|Polish|Spanish|Irish|British|Scottish|Turkish|French|Dutch|Czech|Greek|Swiss|German|Norwegian|Austrian|Belgian|Italian|Hungarian|Romanian|Bulgarian|Estonian|Latvian|Lithuanian|Croatian|Slovenian|Icelandic|Canadian|Brazilian|Mexican|Indian|Kenyan|Nigerian|Egyptian|Moroccan|Tunisian|Portuguese|Chinese|Japanese|Maltese|Lebanese|Congolese|Togolese|Federal)"
_STATE_OFFICE = re.compile(rf"\b(?P<name>{_NATIONALITY}\s+(?:(?!Regional\b|Liaison\b|Country\b|Field\b|Project\b|Head\b|Executive\b|National\b)[A-Z]\w+\s+(?:and\s+)?){{1,4}}Office)\b(?!\s+(?:of|for|in|at)\b|[-’'])")
_TREATY_CENTRE = re.compile(r"(?<![\w/-])(?P<name>(?:BCRC|BCCC|SCRC|BSRC|BCRC-SCRC|GRID)[- ](?P<place>[A-Z][a-z]\w+(?:\s+(?:Africa|Asia))?))\b(?!-)")
"""The regional centres of the treaties on chemicals and waste are called by their acronym and place."""
_OWNERS = (ORGANIZATIONS - {"InterAgencyMechanism", "Secretariat"}) | {"State"}
_MAY_STAND_IN_NAMES = frozenset({"Topic", "Goal", "State", "Convention"})


def discover_branches(board: Board) -> None:
    """Mint the parts of organizations that are named by a place, and what a state has under its own name."""
    for where, entity in board.of_kinds(_OWNERS):
        if entity.kind == "PartnerOrganization" and not entity.evidence:
            _branch(board, where)
        if entity.kind == "State":
            _of_state(board, where)
            continue
        office = _OFFICE_FOR.match(board.text, where.end)
        if office:
            _mint(board, Span(where.start, office.end()), where)
    for passage in board.saying(" office", "bcrc", "bccc", "scrc", "bsrc", "grid"):
        if passage.kind not in {"heading", "header"}:
            _offices(board, passage)


def _branch(board: Board, where: Span) -> None:
    """ "*Pond Watch Kenya*" in a sentence: of the organization of that name the part in a country or region"""
    region = _AT_PLACE.match(board.text, where.end)
    if region:
        _mint(board, Span(where.start, region.end()), where)
        return
    gap = _AT_STATE.match(board.text, where.end)
    known = board.starting_at(gap.end()) if gap else None
    end = board.end_of_name_at(gap.end()) if gap and known and known.kind == "State" else -1
    if end > 0 and _ENDS.match(board.text, end) and _GOES_ON.match(board.text, end) and _IN_PROSE.search(board.text, max(0, where.start - 8), where.start):
        _mint(board, Span(where.start, end), where)


def _of_state(board: Board, where: Span) -> None:
    """ "*Parks Canada*", "*Statistics Norway*": words that say what for, and then the state"""
    before = _OF_STATE.search(board.text, max(0, where.start - 70), where.start)
    passage = board.passage_at(where) if before and _ENDS.match(board.text, where.end) else None
    if before and passage and passage.span.start <= before.start():
        _mint(board, Span(before.start("name"), where.end))


def _offices(board: Board, passage: Passage) -> None:
    for match in _OFFICE_OF.finditer(board.text, *passage.span):
        owner = board.starting_at(match.end())
        if owner and owner.kind in ORGANIZATIONS:
            whole = Span(match.start("name"), board.end_of_name_at(match.end()))
            _mint(board, whole, Span(match.end(), whole.end))
    for pattern in (_STATE_OFFICE, _TREATY_CENTRE):
        for match in pattern.finditer(board.text, *passage.span):
            _mint(board, Span(*match.span("name")))


def _mint(board: Board, span: Span, part: Span | None = None) -> None:
    """Put a name on the board where no other is; `part` is the known name of its owner in it."""
    passage = board.passage_at(span)
    if passage is None or passage.kind in {"heading", "header"}:
        return
    touched = [(where, board.entities[iri]) for where, iri in board.around(span) if where.start < span.end and span.start < where.end]
    if not any(where != part and (part is None or not part.covers(where)) and (not span.covers(where) or where == span or entity.kind not in _MAY_STAND_IN_NAMES) for where, entity in touched):
        board.add(span, board.mint("Organization", " ".join(span.of(board.text).split()), span))
