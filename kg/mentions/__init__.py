"""Find what a document names: standing bodies, and the groups, sessions and plans it introduces.

The stage has one front function, `find_mentions`; `gazetteer` knows standing names, `grammar` how
names are built, `discover` mints what a document introduces, `resolve` and `bodies` read short forms.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.mentions.board import Board
from kg.mentions.bodies import resolve_bodies
from kg.mentions.discover import discover
from kg.mentions.group_meetings import meetings_of_groups
from kg.mentions.resolve import resolve_short_forms

if TYPE_CHECKING:
    from kg.mentions.gazetteer import Gazetteer
    from kg.model import Document, Mentions


def find_mentions(document: Document, gazetteer: Gazetteer) -> Mentions:
    """Return every mention of a document in reading order, with the entities they mean.

    A short form ("the IMG") means the group in scope, or nothing: an open one is a doubt.
    """
    board = Board(document, gazetteer)
    discover(board)
    resolve_short_forms(board)
    meetings_of_groups(board)
    resolve_bodies(board)
    return board.mentions()
