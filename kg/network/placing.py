"""Where the nodes of a network stand: pure geometry, no clock, no chance, no trigonometry.

Only `+ - * /` and square roots are used, so the same network gets the same picture on every machine.
Each connected part is spread by its graph distances (pivot multidimensional scaling), relaxed by
springs, freed of overlaps with the *boxes* of the captions, and the parts are packed side by side.

>>> place([Box(40, 30), Box(40, 30)], [(0, 1)])[0] != place([Box(40, 30), Box(40, 30)], [(0, 1)])[1]
True
"""

from __future__ import annotations

from hashlib import sha256
from math import ceil, fsum, sqrt
from typing import TYPE_CHECKING

from kg.network.floor import MARGIN, TOUCH, Box, Floor
from kg.network.polish import Picture

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

Point = tuple[float, float]
Link = tuple[int, int]

AIR = 1.4  # room for lines, beside what the boxes need
SHAPE = 1.45  # width of the whole picture to its height
NOTHING = 1e-9
PIVOTS = 24
SNUG = 40  # parts packed with care
READABLE = 90  # nodes that can be taken in at a glance; polishing them takes a second at most
NEAR = 2.5  # how far repulsion reaches, in ideal edge lengths


def place(boxes: Sequence[Box], links: Sequence[Link], previous: Mapping[int, Point] | None = None) -> list[Point]:
    """Return the centre of each box: linked boxes near each other, no two overlapping.

    >>> place([Box(10, 10), Box(10, 10)], [], {0: (5.0, 5.0), 1: (90.0, 5.0)})
    [(5.0, 5.0), (90.0, 5.0)]
    """
    pairs = sorted({(min(a, b), max(a, b)) for a, b in links if a != b})
    points = _extend(boxes, pairs, previous) if previous else _fresh(boxes, pairs)
    return [(round(x, 1), round(y, 1)) for x, y in points]


def _fresh(boxes: Sequence[Box], links: Sequence[Link]) -> list[Point]:
    """Lay out every connected part and pack the parts; loose boxes stand in rows below."""
    points: dict[int, Point] = {}
    parts = [part for part in _parts(len(boxes), links) if not boxes[part[0]].loose or len(part) > 1]
    drawn = [_draw_part(part, boxes, links) for part in parts]
    for moved in _pack(drawn, boxes):
        points.update(moved)
    loose = [index for index in range(len(boxes)) if index not in points]
    points.update(_rows(loose, boxes, points))
    return [points[index] for index in range(len(boxes))]


def _extend(boxes: Sequence[Box], links: Sequence[Link], previous: Mapping[int, Point]) -> list[Point]:
    """Keep the boxes that have a place; put new ones into the free place next to their neighbours, others below."""
    points = dict(previous)
    near, floor = _neighbours(len(boxes), links), Floor(boxes)
    for index, point in points.items():
        floor.stand(index, point)
    waiting = [index for index in range(len(boxes)) if index not in points]
    while ready := [index for index in waiting if any(other in points for other in near[index])]:
        for index in ready:
            known = [points[other] for other in near[index] if other in points]
            points[index] = floor.settle(index, (_mean(x for x, _ in known), _mean(y for _, y in known)))
        waiting = [index for index in waiting if index not in points]
    points.update(_rows(waiting, boxes, points))
    return [points[index] for index in range(len(boxes))]


def _draw_part(part: Sequence[int], boxes: Sequence[Box], links: Sequence[Link]) -> dict[int, Point]:
    """Lay out one connected part, widest direction across."""
    number = {index: local for local, index in enumerate(part)}
    inside = [(number[a], number[b]) for a, b in links if a in number]
    mine = [boxes[index] for index in part]
    wide, high = _mean(box.width for box in mine) + MARGIN, _mean(box.height for box in mine) + MARGIN
    ideal, stretch = 1.15 * sqrt(wide * high), sqrt(wide / high)
    xs, ys = _spread(len(part), inside, ideal)
    _relax(xs, ys, inside, ideal)
    xs, ys = [x * stretch for x in xs], [y / stretch for y in ys]
    frame = _fill(xs, ys, mine)
    if len(boxes) - sum(box.loose for box in boxes) <= READABLE:
        _polish(xs, ys, mine, inside, frame)
    _separate(xs, ys, mine)
    return dict(zip(part, zip(xs, ys, strict=True), strict=True))


# ── graph ────────────────────────────────────────────────────────────────────────────────────────


def _neighbours(count: int, links: Iterable[Link]) -> list[list[int]]:
    """Return the neighbours of each node, in order."""
    near: list[list[int]] = [[] for _ in range(count)]
    for a, b in links:
        near[a].append(b)
        near[b].append(a)
    return near


def _parts(count: int, links: Sequence[Link]) -> list[list[int]]:
    """Return the connected parts, the largest first."""
    near, seen, parts = _neighbours(count, links), [False] * count, []
    for start in range(count):
        if seen[start]:
            continue
        seen[start], part = True, [start]
        for node in part:
            for other in near[node]:
                if not seen[other]:
                    seen[other] = True
                    part.append(other)
        parts.append(sorted(part))
    return sorted(parts, key=lambda part: (-len(part), part[0]))


def _steps(start: int, near: Sequence[Sequence[int]]) -> list[int]:
    """Return the number of links from `start` to each node of a connected graph."""
    far, queue = [-1] * len(near), [start]
    far[start] = 0
    for node in queue:
        for other in near[node]:
            if far[other] < 0:
                far[other] = far[node] + 1
                queue.append(other)
    return far


def _spread(count: int, links: Sequence[Link], ideal: float) -> tuple[list[float], list[float]]:
    """Return coordinates in which far nodes are far: pivot multidimensional scaling (Brandes and Pich 2007)."""
    near = _neighbours(count, links)
    steps, pivot, closest = [], 0, [count] * count
    for _ in range(min(count, PIVOTS)):
        steps.append(_steps(pivot, near))
        closest = [min(pair) for pair in zip(closest, steps[-1], strict=True)]
        pivot = max(range(count), key=lambda node: (closest[node], len(near[node]), -node))
    square = [[float(far * far) for far in row] for row in steps]
    rows, columns = [_mean(row) for row in square], [_mean(column) for column in zip(*square, strict=True)]
    total = _mean(rows)
    centred = [[(rows[p] + columns[n] - square[p][n] - total) / 2 for n in range(count)] for p in range(len(steps))]
    matrix = [[_dot(a, b) for b in centred] for a in centred]
    first = _eigenvector(matrix, [])
    second = _eigenvector(matrix, [first])
    axes = [_project(centred, vector, ideal) for vector in (first, second)]
    shifts = [_jitter(node, ideal / 2) for node in range(count)]
    shifted = [[value + shift[axis] for value, shift in zip(axes[axis], shifts, strict=True)] for axis in (0, 1)]
    return shifted[0], shifted[1]


def _project(centred: Sequence[Sequence[float]], vector: Sequence[float], ideal: float) -> list[float]:
    """Return one coordinate of each node, scaled to spread with the number of nodes."""
    raw = [_dot(vector, column) for column in zip(*centred, strict=True)]
    size = sqrt(_dot(raw, raw) / len(raw)) or 1.0
    reach = ideal * sqrt(len(raw)) / 2
    return [value / size * reach for value in raw]


def _eigenvector(matrix: Sequence[Sequence[float]], others: Sequence[Sequence[float]]) -> list[float]:
    """Return the leading eigenvector orthogonal to `others`, by power iteration."""
    vector = [1.0 + index % 7 for index in range(len(matrix))]
    for _ in range(60):
        for other in others:
            part = _dot(vector, other)
            vector = [value - part * along for value, along in zip(vector, other, strict=True)]
        vector = [_dot(row, vector) for row in matrix]
        length = sqrt(_dot(vector, vector))
        if length < NOTHING:  # a part without a second direction, such as one link
            return [0.0] * len(matrix)
        vector = [value / length for value in vector]
    return vector


# ── forces ───────────────────────────────────────────────────────────────────────────────────────


def _relax(xs: list[float], ys: list[float], links: Sequence[Link], ideal: float) -> None:
    """Let springs pull linked nodes together and all near nodes apart (Fruchterman and Reingold 1991)."""
    count = len(xs)
    rounds = 0 if count == 1 else max(30, min(240, 40_000 // count))
    for turn in range(rounds):
        step = ideal * (1 - turn / rounds) * 0.5
        dx, dy = [0.0] * count, [0.0] * count
        for a, b in _near_pairs(xs, ys, NEAR * ideal):
            x, y = xs[a] - xs[b], ys[a] - ys[b]
            push = ideal * ideal / (x * x + y * y + 1.0)
            dx[a] += x * push
            dy[a] += y * push
            dx[b] -= x * push
            dy[b] -= y * push
        for a, b in links:
            x, y = xs[a] - xs[b], ys[a] - ys[b]
            pull = sqrt(x * x + y * y) / ideal
            dx[a] -= x * pull
            dy[a] -= y * pull
            dx[b] += x * pull
            dy[b] += y * pull
        for node in range(count):
            length = sqrt(dx[node] * dx[node] + dy[node] * dy[node]) or 1.0
            move = min(length, step) / length
            xs[node] += dx[node] * move
            ys[node] += dy[node] * move


def _fill(xs: list[float], ys: list[float], boxes: Sequence[Box]) -> Point:
    """Scale a part into a frame of the shape of a screen, with room for its boxes and some air; return the frame."""
    room = AIR * fsum((box.width + MARGIN) * (box.height + MARGIN) for box in boxes)
    frame = sqrt(room * SHAPE), sqrt(room / SHAPE)
    usual = _mean(box.width for box in boxes), _mean(box.height for box in boxes)
    for along, size, box in zip((xs, ys), frame, usual, strict=True):
        low, span = min(along), max(along) - min(along)
        inner = max(0.0, size - box)
        along[:] = [box / 2 + (value - low) / span * inner if span else size / 2 for value in along]
    return frame


def _polish(xs: list[float], ys: list[float], boxes: Sequence[Box], links: Sequence[Link], frame: Point) -> None:
    """Improve a part that can be read at a glance; lines end at symbols, not in the middle of boxes."""
    points = [(x, y - box.drop) for x, y, box in zip(xs, ys, boxes, strict=True)]
    half = MARGIN / 2
    reaches = [(box.width / 2 + half, box.height / 2 - box.drop + half, box.height / 2 + box.drop + half) for box in boxes]
    starts = [points, [(x, frame[1] - y) for x, y in points]]  # captions hang down, so upside down is another picture
    pictures = [Picture(start, reaches, links, frame) for start in starts[: 2 if len(points) <= READABLE // 4 else 1]]
    best = min(pictures, key=lambda picture: (picture.polished(), picture.faults())[1])
    for node, (x, y) in enumerate(best.points):
        xs[node], ys[node] = x, y + boxes[node].drop


def _near_pairs(xs: Sequence[float], ys: Sequence[float], reach: float) -> Iterator[Link]:
    """Yield the pairs in the same or a touching cell of a grid: those that may be near."""
    cells: dict[tuple[int, int], list[int]] = {}
    for node in range(len(xs)):
        cells.setdefault((int(xs[node] // reach), int(ys[node] // reach)), []).append(node)
    for (column, row), here in cells.items():
        for position, a in enumerate(here):
            for b in here[position + 1 :]:
                yield a, b
        for side in ((column + 1, row), (column - 1, row + 1), (column, row + 1), (column + 1, row + 1)):
            for b in cells.get(side, ()):
                for a in here:
                    yield a, b


def _separate(xs: list[float], ys: list[float], boxes: Sequence[Box]) -> None:
    """Push overlapping boxes apart, a little at a time, along the shorter way out."""
    reach = max(max(box.width, box.height) for box in boxes) + MARGIN
    wide, high = [(box.width + MARGIN) / 2 for box in boxes], [(box.height + MARGIN) / 2 for box in boxes]
    for _ in range(max(40, min(400, 40_000 // len(xs)))):
        moved = False
        for a, b in list(_near_pairs(xs, ys, reach)):
            x, y = xs[a] - xs[b], ys[a] - ys[b]
            over_x = wide[a] + wide[b] - (x if x > 0 else -x)
            over_y = high[a] + high[b] - (y if y > 0 else -y)
            if over_x <= TOUCH or over_y <= TOUCH:
                continue
            moved = True
            along, over, apart = (xs, over_x, x) if over_x < over_y else (ys, over_y, y)
            push = (over + TOUCH) * 0.5 * (1 if (apart, a) > (0, b) else -1)
            along[a] += push
            along[b] -= push
        if not moved:
            return


# ── packing ──────────────────────────────────────────────────────────────────────────────────────


def _pack(parts: Sequence[Mapping[int, Point]], boxes: Sequence[Box]) -> Iterator[dict[int, Point]]:
    """Stand the parts snugly in the shape of a screen; where there are very many, the small ones in shelves below."""
    frames = [_frame(part, boxes) for part in parts]
    sizes = [(right - left + MARGIN, bottom - top + MARGIN) for left, top, right, bottom in frames]
    snug = _snug(sizes[:SNUG])
    spots = [*snug, *_shelves(sizes[SNUG:], snug, sizes)]
    for part, (left, top, _, _), (x, y) in zip(parts, frames, spots, strict=True):
        yield {index: (px - left + x, py - top + y) for index, (px, py) in part.items()}


def _snug(sizes: Sequence[Point]) -> list[Point]:
    """Put each rectangle into the corner between others that makes the whole grow least."""
    spots: list[Point] = []
    corners, wide, high = [(0.0, 0.0)], 0.0, 0.0
    for width, height in sizes:
        taken = [(x, y, x + w, y + h) for (x, y), (w, h) in zip(spots, sizes, strict=False)]
        free = [
            (*_growth(max(wide, x + width), max(high, y + height)), y, x)
            for x, y in corners
            if not any(x < right and left < x + width and y < bottom and top < y + height for left, top, right, bottom in taken)
        ]
        *_, y, x = min(free)
        spots.append((x, y))
        wide, high = max(wide, x + width), max(high, y + height)
        corners += [(x + width, y), (x, y + height), (x + width, 0.0), (0.0, y + height)]
    return spots


def _growth(wide: float, high: float) -> Point:
    """Return how big a whole is on a screen, and by how much it would be bigger were its other side the longer."""
    return max(wide / SHAPE, high), min(wide / SHAPE, high)


def _shelves(sizes: Sequence[Point], above: Sequence[Point], sizes_above: Sequence[Point]) -> Iterator[Point]:
    """Stand rectangles in rows below others."""
    limit = max((x + w for (x, _), (w, _) in zip(above, sizes_above, strict=False)), default=0.0)
    x, y, shelf = 0.0, max((y + h for (_, y), (_, h) in zip(above, sizes_above, strict=False)), default=0.0), 0.0
    for width, height in sizes:
        if x and x + width > limit:
            x, y, shelf = 0.0, y + shelf, 0.0
        yield x, y
        x, shelf = x + width, max(shelf, height)


def _frame(part: Mapping[int, Point], boxes: Sequence[Box]) -> tuple[float, float, float, float]:
    """Return left, top, right and bottom of what the boxes of a part cover."""
    return (
        min(x - boxes[index].width / 2 for index, (x, _) in part.items()),
        min(y - boxes[index].height / 2 for index, (_, y) in part.items()),
        max(x + boxes[index].width / 2 for index, (x, _) in part.items()),
        max(y + boxes[index].height / 2 for index, (_, y) in part.items()),
    )


def _rows(loose: Sequence[int], boxes: Sequence[Box], placed: Mapping[int, Point]) -> dict[int, Point]:
    """Stand the remaining boxes in even rows below everything placed so far."""
    if not loose:
        return {}
    left, _, right, bottom = _frame(placed, boxes) if placed else (0.0, 0.0, 0.0, 0.0)
    wide, high = max(boxes[index].width for index in loose) + MARGIN, max(boxes[index].height for index in loose) + MARGIN
    columns = max(1, int((right - left) // wide), ceil(sqrt(len(loose) * high / wide)))
    start = (left + right) / 2 - (min(columns, len(loose)) - 1) * wide / 2
    return {index: (start + position % columns * wide, bottom + 3 * MARGIN + high / 2 + position // columns * high) for position, index in enumerate(loose)}


# ── arithmetic ───────────────────────────────────────────────────────────────────────────────────


def _mean(values: Iterable[float]) -> float:
    """Return the arithmetic mean; `fsum` rounds alike in every version of Python, `sum` does not."""
    listed = list(values)
    return fsum(listed) / len(listed)


def _dot(a: Iterable[float], b: Iterable[float]) -> float:
    """Return the scalar product."""
    return fsum(x * y for x, y in zip(a, b, strict=True))


def _jitter(node: int, reach: float) -> Point:
    """Return a small shift that depends on the number of the node only."""
    digest = sha256(str(node).encode()).digest()
    return (digest[0] / 255 - 0.5) * reach, (digest[1] / 255 - 0.5) * reach
