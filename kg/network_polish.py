"""The last hand on a small picture: fewer crossings, no line through a caption, all inside the frame.

Every node tries some places around it and takes the best; nothing is left to chance (after Davidson
and Harel 1996, without the annealing). Quadratic in the nodes, so only for what one can read at a glance.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    Point = tuple[float, float]

CROSSING, THROUGH, OVERLAP, OUTSIDE, CROWDING = 2.5, 4.0, 12.0, 6.0, 0.25
WAYS = ((1, 0), (-1, 0), (0, 1), (0, -1), (0.7, 0.7), (-0.7, 0.7), (0.7, -0.7), (-0.7, -0.7))
REACHES = (3.5, 2.6, 1.7, 1.1, 0.7, 0.45, 0.28, 0.16)  # of the ideal length, one sweep each


@dataclass(slots=True)
class Picture:
    """A picture being improved: symbol points, the boxes that hang on them, lines, and the frame."""

    points: list[Point]
    sizes: Sequence[tuple[float, float, float]]  # half width, above, below
    links: Sequence[tuple[int, int]]
    frame: tuple[float, float]
    ideal: float

    def polish(self) -> list[Point]:
        """Return better places for all nodes."""
        order = range(len(self.points))
        mine = [[link for link in self.links if node in link] for node in order]
        rest = [[link for link in self.links if node not in link] for node in order]
        for reach in REACHES:
            for node in order:
                self._improve(node, mine[node], rest[node], reach * self.ideal)
        return self.points

    def _improve(self, node: int, mine: Sequence[tuple[int, int]], rest: Sequence[tuple[int, int]], reach: float) -> None:
        """Move one node to the best of the places tried."""
        here = self.points[node]
        best = self._cost(node, here, mine, rest, float("inf"))
        tried = [(here[0] + dx * reach, here[1] + dy * reach * 0.7) for dx, dy in WAYS]
        ends = [self.points[b if a == node else a] for a, b in mine]
        tried += [(x + dx * self.ideal, y + dy * self.ideal * 0.7) for x, y in ends[:3] for dx, dy in WAYS] if reach > self.ideal else []
        for place in tried:
            cost = self._cost(node, place, mine, rest, best)
            if cost < best:
                best, here = cost, place
        self.points[node] = here

    def _cost(self, node: int, at: Point, mine: Sequence[tuple[int, int]], rest: Sequence[tuple[int, int]], limit: float) -> float:
        """Return how bad it is for a node to stand at a point; give up when worse than `limit`."""
        x, y = at
        half, above, below = self.sizes[node]
        points, sizes, ideal = self.points, self.sizes, self.ideal
        wide, high = self.frame
        out = max(0.0, half - x, x + half - wide) + max(0.0, above - y, y + below - high)
        cost = OUTSIDE * out / ideal
        ends = [points[b if a == node else a] for a, b in mine]
        for ex, ey in ends:
            cost += ((ex - x) * (ex - x) + (ey - y) * (ey - y)) / (ideal * ideal)
        for other, (ox, oy) in enumerate(points):
            if other == node:
                continue
            dx, dy = ox - x, oy - y
            cost += CROWDING * ideal * ideal / (dx * dx + dy * dy + 1.0)
            w, a, b = sizes[other]
            if -half - w < dx < half + w and -above - b < -dy < below + a:
                pass
            gap_x, gap_y = half + w - abs(dx), min(y + below, oy + b) - max(y - above, oy - a)
            if gap_x > 0 and gap_y > 0:
                cost += OVERLAP * (0.3 + min(gap_x, gap_y) / ideal)
            if cost > limit:
                return cost
            left, right, top, bottom = ox - w, ox + w, oy - a, oy + b
            for ex, ey in ends:
                if (ex != ox or ey != oy) and meets(x, y, ex, ey, left, right, top, bottom):
                    cost += THROUGH
        left, right, top, bottom = x - half, x + half, y - above, y + below
        for one, two in rest:
            ax, ay = points[one]
            bx, by = points[two]
            if meets(ax, ay, bx, by, left, right, top, bottom):
                cost += THROUGH
            for ex, ey in ends:
                if crosses(x, y, ex, ey, ax, ay, bx, by):
                    cost += CROSSING
            if cost > limit:
                return cost
        return cost


def meets(ax: float, ay: float, bx: float, by: float, left: float, right: float, top: float, bottom: float) -> bool:
    """Tell whether a line from a to b touches a box.

    >>> meets(0, 0, 10, 10, 4, 6, 4, 6), meets(0, 0, 10, 0, 4, 6, 4, 6)
    (True, False)
    """
    if (ax < left and bx < left) or (ax > right and bx > right) or (ay < top and by < top) or (ay > bottom and by > bottom):
        return False
    dx, dy = bx - ax, by - ay
    sides = [dx * (y - ay) - dy * (x - ax) for x, y in ((left, top), (right, top), (left, bottom), (right, bottom))]
    return min(sides) <= 0 <= max(sides)


def crosses(ax: float, ay: float, bx: float, by: float, cx: float, cy: float, dx: float, dy: float) -> bool:
    """Tell whether the line from a to b crosses the line from c to d; a common end is no crossing.

    >>> crosses(0, 0, 2, 2, 0, 2, 2, 0), crosses(0, 0, 2, 2, 2, 2, 4, 0)
    (True, False)
    """
    if max(ax, bx) < min(cx, dx) or max(cx, dx) < min(ax, bx) or max(ay, by) < min(cy, dy) or max(cy, dy) < min(ay, by):
        return False
    first = (bx - ax) * (cy - ay) - (by - ay) * (cx - ax)
    second = (bx - ax) * (dy - ay) - (by - ay) * (dx - ax)
    third = (dx - cx) * (ay - cy) - (dy - cy) * (ax - cx)
    fourth = (dx - cx) * (by - cy) - (dy - cy) * (bx - cx)
    return first * second < 0 and third * fourth < 0
