"""The last hand on a small picture: fewer crossings, no line through a caption, all inside the frame.

Every node tries some places around it and takes the best; nothing is left to chance (after Davidson
and Harel 1996, without the annealing). Quadratic in the nodes, so only for what one can read at a glance.

>>> Picture([(0.0, 0.0), (0.0, 0.0)], [(5.0, 5.0, 5.0)] * 2, [(0, 1)], (60.0, 40.0)).polished()[0] != (0.0, 0.0)
True
"""

from __future__ import annotations

from dataclasses import dataclass, field
from math import fsum, sqrt
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

Point = tuple[float, float]
Line = tuple[Point, Point]
Rectangle = tuple[float, float, float, float]  # left, top, right, bottom

CROSSING, THROUGH, OWN, OVERLAP, OUTSIDE, CROWDING = 4.0, 4.0, 2.0, 12.0, 6.0, 0.25  # what each fault costs
WAYS = ((1, 0), (-1, 0), (0, 0.7), (0, -0.7), (0.7, 0.5), (-0.7, 0.5), (0.7, -0.5), (-0.7, -0.5))
SWEEPS = (3.0, 1.7, 2.6, 1.1, 0.7, 0.45, 0.25)  # how far a node tries to go, in ideal lengths


@dataclass(slots=True)
class Picture:
    """A picture being improved: where symbols are, how far their boxes reach, lines between them, the frame."""

    points: list[Point]
    reaches: Sequence[tuple[float, float, float]]  # to both sides, above, below
    links: Sequence[tuple[int, int]]
    frame: Point
    ideal: float = field(init=False)

    def __post_init__(self) -> None:
        """Derive the length a line should have."""
        self.ideal = sqrt(self.frame[0] * self.frame[1] / len(self.points))

    def polished(self) -> list[Point]:
        """Return better places for all nodes."""
        for sweep in SWEEPS:
            for node in range(len(self.points)):
                self._improve(node, sweep * self.ideal)
        return self.points

    def faults(self) -> float:
        """Return how bad the picture is as a whole."""
        return fsum(self._cost(node, self.points[node], *self._around(node), float("inf")) for node in range(len(self.points)))

    def _around(self, node: int) -> tuple[list[Point], list[Line], list[tuple[Point, Rectangle]]]:
        """Return the other ends of a node's lines, the lines of others, and the others' places and boxes."""
        ends = [self.points[b if a == node else a] for a, b in self.links if node in (a, b)]
        others = [(self.points[a], self.points[b]) for a, b in self.links if node not in (a, b)]
        return ends, others, [(place, self._box(other, place)) for other, place in enumerate(self.points) if other != node]

    def _improve(self, node: int, far: float) -> None:
        """Move one node to the best of the places around it and, at first, around its neighbours."""
        x, y = self.points[node]
        ends, others, boxes = self._around(node)
        tried = [(x + dx * far, y + dy * far) for dx, dy in WAYS]
        if far > self.ideal:
            tried += [(ex + dx * self.ideal, ey + dy * self.ideal) for ex, ey in ends[:3] for dx, dy in WAYS]
        best = self._cost(node, (x, y), ends, others, boxes, float("inf"))
        for place in tried:
            cost = self._cost(node, place, ends, others, boxes, best)
            if cost < best:
                best, self.points[node] = cost, place

    def _box(self, node: int, at: Point) -> Rectangle:
        """Return what a node covers when it stands at a point."""
        side, above, below = self.reaches[node]
        return at[0] - side, at[1] - above, at[0] + side, at[1] + below

    def _cost(self, node: int, at: Point, ends: Sequence[Point], others: Sequence[Line], boxes: Sequence[tuple[Point, Rectangle]], limit: float) -> float:
        """Return how bad it is for a node to stand at a point, as far as needed to see that it is worse than `limit`."""
        mine = self._box(node, at)
        caption = mine[0], at[1] + self.reaches[node][1], mine[2], mine[3]
        cost = OUTSIDE * self._outside(mine) / self.ideal
        for end in ends:
            cost += squared(at, end) / (self.ideal * self.ideal) + (OWN if meets(at, end, caption) else 0.0)
        if cost < limit:
            cost += self._among(at, mine, ends, boxes, limit - cost)
        return cost + _tangles(at, mine, ends, others, limit - cost) if cost < limit else cost

    def _among(self, at: Point, mine: Rectangle, ends: Sequence[Point], boxes: Sequence[tuple[Point, Rectangle]], limit: float) -> float:
        """Return what the boxes of others cost: near ones crowd, overlapping ones hide each other, lines run through them."""
        (x, y), (left, top, right, bottom), cost = at, mine, 0.0
        square = self.ideal * self.ideal * CROWDING
        reach = [(min(x, ex), min(y, ey), max(x, ex), max(y, ey), (ex, ey)) for ex, ey in ends]
        for place, box in boxes:
            dx, dy = x - place[0], y - place[1]
            cost += square / (dx * dx + dy * dy + 1.0)
            if left < box[2] and box[0] < right and top < box[3] and box[1] < bottom:
                cost += OVERLAP * self._overlap(mine, box)
            if cost > limit:
                return cost
            for west, north, east, south, end in reach:
                if west <= box[2] and east >= box[0] and north <= box[3] and south >= box[1] and end != place and meets(at, end, box):
                    cost += THROUGH
        return cost

    def _outside(self, box: Rectangle) -> float:
        """Return how far a box sticks out of the frame."""
        return max(0.0, -box[0], box[2] - self.frame[0]) + max(0.0, -box[1], box[3] - self.frame[1])

    def _overlap(self, a: Rectangle, b: Rectangle) -> float:
        """Return how much two boxes overlap, in ideal lengths; touching at all counts."""
        if a[0] >= b[2] or b[0] >= a[2] or a[1] >= b[3] or b[1] >= a[3]:
            return 0.0
        return 0.3 + min(a[2] - b[0], b[2] - a[0], a[3] - b[1], b[3] - a[1]) / self.ideal


def _tangles(at: Point, mine: Rectangle, ends: Sequence[Point], others: Sequence[Line], limit: float) -> float:
    """Return what the lines of others cost: those through the box of a node, and those its own lines cross."""
    left, top, right, bottom = mine
    west, east = min(at[0], *(x for x, _ in ends)) if ends else at[0], max(at[0], *(x for x, _ in ends)) if ends else at[0]
    north, south = min(at[1], *(y for _, y in ends)) if ends else at[1], max(at[1], *(y for _, y in ends)) if ends else at[1]
    west, north, east, south = min(west, left), min(north, top), max(east, right), max(south, bottom)
    cost = 0.0
    for one, two in others:
        (ax, ay), (bx, by) = one, two
        if (ax < west and bx < west) or (ax > east and bx > east) or (ay < north and by < north) or (ay > south and by > south):
            continue
        if meets(one, two, mine):
            cost += THROUGH
        for end in ends:
            if crosses(at, end, one, two):
                cost += CROSSING
        if cost > limit:
            break
    return cost


def squared(a: Point, b: Point) -> float:
    """Return the square of the distance.

    >>> squared((0, 0), (3, 4))
    25
    """
    x, y = a[0] - b[0], a[1] - b[1]
    return x * x + y * y


def meets(a: Point, b: Point, box: Rectangle) -> bool:
    """Tell whether a line touches a box.

    >>> meets((0, 0), (10, 10), (4, 4, 6, 6)), meets((0, 0), (10, 0), (4, 4, 6, 6))
    (True, False)
    """
    (ax, ay), (bx, by), (left, top, right, bottom) = a, b, box
    if (ax < left and bx < left) or (ax > right and bx > right) or (ay < top and by < top) or (ay > bottom and by > bottom):
        return False
    dx, dy = bx - ax, by - ay
    sides = [dx * (y - ay) - dy * (x - ax) for x, y in ((left, top), (right, top), (left, bottom), (right, bottom))]
    return min(sides) <= 0 <= max(sides)


def crosses(a: Point, b: Point, c: Point, d: Point) -> bool:
    """Tell whether the line from a to b crosses the line from c to d; a common end is no crossing.

    >>> crosses((0, 0), (2, 2), (0, 2), (2, 0)), crosses((0, 0), (2, 2), (2, 2), (4, 0))
    (True, False)
    """
    (ax, ay), (bx, by), (cx, cy), (dx, dy) = a, b, c, d
    if (ax < cx and ax < dx and bx < cx and bx < dx) or (ax > cx and ax > dx and bx > cx and bx > dx):
        return False
    first = (bx - ax) * (cy - ay) - (by - ay) * (cx - ax)
    second = (bx - ax) * (dy - ay) - (by - ay) * (dx - ax)
    third = (dx - cx) * (ay - cy) - (dy - cy) * (ax - cx)
    fourth = (dx - cx) * (by - cy) - (dy - cy) * (bx - cx)
    return first * second < 0 and third * fourth < 0
