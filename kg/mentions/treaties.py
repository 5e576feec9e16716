"""Read the secretariats of several treaties: "the secretariats of A, B and C", "the A and B secretariats"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.mentions.board import BODIES, ORGANIZATIONS
from kg.mentions.headed import Headed
from kg.model import Span
from kg.text import fold

if TYPE_CHECKING:
    from kg.mentions.board import Board
    from kg.model import IRI, Entity

_OF = Headed(
    r"\b[Ss]ecretariats\s+(?:of|to|for)\s+(?:(?:the\s+)?(?:following\s+|several\s+|various\s+|relevant\s+|other\s+|two\s+|three\s+|four\s+|five\s+|six\s+|seven\s+|eight\s+)?(?:[\w-]+\s+){0,3}"
    r"(?:conventions|agreements|treaties|bodies|organizations)\s*(?:\(|:\s+|,?\s+(?:including|namely|such\s+as|notably)\s+|,\s+i\.e\.,?\s+))?(?:those\s+of\s+)?(?:the\s+)?",
    r"ecretariats\s+(?:of|to|for)\s",
)
_NAME = re.compile(r"(?!The\b)[A-Z][\w/-]*(?:\s+[A-Z][\w-]*){0,5}")
_SEVERAL = re.compile(rf"\b(?P<names>{_NAME.pattern}(?:(?:,\s+(?:and\s+)?|\s+and\s+)(?:the\s+)?{_NAME.pattern}){{1,9}})\s+(?:[Cc]onventions?[’']?\s+)?[Ss]ecretariats\b(?!\s+(?:of|to|for)\s)")
_SECRETARIAT = r"\)(?:[’']s?)?\s+[Ss]ecretariat\b(?!\s+of\b)"
_AFTER_ACRONYM = Headed(rf"\s\((?P<acronym>[A-Z][\w-]{{1,11}}){_SECRETARIAT}", _SECRETARIAT)
_GAP = re.compile(r"\s*(?:\([^)]{1,12}\)\s*)?(?:,\s*(?:and\s+|as\s+well\s+as\s+)?|;\s*(?:and\s+)?|and\s+|&\s*|as\s+well\s+as\s+)(?:of\s+)?(?:the\s+)?\Z")
_KINDS = ORGANIZATIONS | BODIES | {"Convention", "TreatyMechanism"}


def secretariats_of_several(board: Board) -> None:
    """Put the secretariat of each treaty of a list on the board; others in it are named themselves."""
    for match in _OF.finditer(board.text, 0, len(board.text)):
        _after(board, match)
    for passage in board.saying("ecretariats"):
        for match in _SEVERAL.finditer(board.text, passage.span.start, passage.span.end):
            _before(board, match)
    for match in _AFTER_ACRONYM.finditer(board.text, 0, len(board.text)):
        _with_acronym(board, match)


def _known(board: Board, entity: Entity) -> IRI:
    return board.gazetteer.secretariats.get(entity.iri, "")


def _after(board: Board, match: re.Match[str]) -> None:
    """ "*The secretariats of* the UNFCCC and the Green Climate Fund" """
    position, start, last = match.end(), match.start(), ""
    passage = board.passage_at(Span(*match.span()))
    for where, entity in board.inside(Span(match.end(), passage.span.end), frozenset(_KINDS)) if passage else ():
        if where.start < position or (entity.iri == last and board.text[where.start - 1] == "("):
            continue
        if where.start != position and not _GAP.match(board.text[position : where.start]):
            break
        known = _known(board, entity) if entity.kind == "Convention" or start >= 0 else ""
        if known:
            board.add(Span(start if start >= 0 and not match[0].endswith(("(", ": ")) else where.start, where.end), known)
        position, start, last = where.end, -1, entity.iri


def _before(board: Board, match: re.Match[str]) -> None:
    """ "the CITES, Ramsar and CMS *secretariats*" """
    if board.passage_at(Span(*match.span())) is None:
        return
    names = list(_NAME.finditer(board.text, *match.span("names")))
    for name in names:
        meant = board.gazetteer.affiliations.get(fold(name[0]), "")
        if meant and board.entities[meant].kind == "Secretariat":
            board.add(Span(name.start(), match.end() if name is names[-1] else name.end()), meant)


def _with_acronym(board: Board, match: re.Match[str]) -> None:
    """ "the Convention on Ponds (CP) *secretariat*" """
    treaty = next(((where, e) for where, e in board.inside(Span(max(0, match.start() - 300), match.start()), frozenset({"Convention"})) if where.end == match.start()), None)
    known = _known(board, treaty[1]) if treaty else ""
    if treaty and known:
        board.add(Span(treaty[0].start, match.end()), known)
