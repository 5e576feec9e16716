"""Groups that are named after those whose group they are: "the EMG *Task Team on Ponds*"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.model import Span

if TYPE_CHECKING:
    from kg.mentions.board import Board
    from kg.model import Entity

OF_AGENCIES = frozenset("IssueManagementGroup ConsultativeProcess TaskTeam WorkingGroup Network".split())


def group_of(board: Board, start: int) -> tuple[Span, Entity] | None:
    """Return the group whose name stands at a position, after that of whose group it is: "the third meeting of the EMG *Task Team on Ponds*"."""
    owner = board.starting_at(start)
    end = board.end_of_name_at(start)
    if owner is None or (owner.kind not in OF_AGENCIES and not board.text[end : end + 1].isspace()):
        return None
    at = start if owner.kind in OF_AGENCIES else end + 1
    group = board.starting_at(at)
    return (Span(at, board.end_of_name_at(at)), group) if group and group.kind in OF_AGENCIES else None
