"""The floor on which boxes stand: finding a free place for one more without moving the others.

>>> floor = Floor([Box(40, 30), Box(40, 30)])
>>> floor.settle(0, (0.0, 0.0)), floor.settle(1, (0.0, 0.0))
((0.0, 0.0), (0.0, -32.0))
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    Point = tuple[float, float]

MARGIN = 16.0  # free space between two boxes
TOUCH = 0.01  # an overlap nobody sees


@dataclass(frozen=True, slots=True)
class Box:
    """What a node covers, symbol and caption; `loose` boxes go to a block of their own below."""

    width: float
    height: float
    drop: float = 0.0  # how far the middle of the box is below the middle of the symbol
    loose: bool = False


class Floor:
    """Where boxes stand, kept in cells so that only those nearby are looked at."""

    def __init__(self, boxes: Sequence[Box]) -> None:
        """Begin with no box standing."""
        self.boxes = boxes
        self.reach = max(max(box.width, box.height) for box in boxes) + MARGIN
        self.cells: dict[tuple[int, int], list[tuple[int, Point]]] = {}

    def stand(self, index: int, at: Point) -> None:
        """Stand a box at a point, whatever is there."""
        self.cells.setdefault((int(at[0] // self.reach), int(at[1] // self.reach)), []).append((index, at))

    def settle(self, index: int, wish: Point) -> Point:
        """Stand a box at the free point nearest to a wish, in growing squares around it, and return the point."""
        ring, step = 0, MARGIN
        while True:
            tries = sorted(_square(ring), key=lambda shift: (shift[0] * shift[0] + shift[1] * shift[1], shift[1], shift[0]))
            for dx, dy in tries:
                at = wish[0] + dx * step, wish[1] + dy * step
                if self._is_free(index, at):
                    self.stand(index, at)
                    return at
            ring += 1

    def _is_free(self, index: int, at: Point) -> bool:
        """Tell whether a box at a point would touch no other."""
        box, column, row = self.boxes[index], int(at[0] // self.reach), int(at[1] // self.reach)
        for cell in ((column + dx, row + dy) for dx in (-1, 0, 1) for dy in (-1, 0, 1)):
            for other, (x, y) in self.cells.get(cell, ()):
                wide, high = (box.width + self.boxes[other].width) / 2, (box.height + self.boxes[other].height) / 2
                if abs(at[0] - x) < wide + TOUCH and abs(at[1] - y) < high + TOUCH:
                    return False
        return True


def _square(ring: int) -> list[tuple[int, int]]:
    """Return the steps around a square.

    >>> _square(0), len(_square(2))
    ([(0, 0)], 16)
    """
    side = range(-ring, ring + 1)
    return sorted({(dx, dy) for dx in side for dy in side if max(abs(dx), abs(dy)) == ring})
