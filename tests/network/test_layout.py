"""Where the nodes stand: no overlap, no chance, nobody moves."""

from __future__ import annotations

import hashlib
import os
import re
import subprocess
import sys
import time
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest

from kg.network import Network, _box, layout, to_graphml
from kg.network import floor as network_floor
from kg.network import placing as network_layout
from kg.network import polish as network_polish
from tests.network.conftest import crowd, example


def overlaps(network: Network, positions: dict[str, tuple[float, float]]) -> int:
    """Count pairs of nodes whose symbols and captions cover each other."""
    boxes = []
    for node in network.nodes:
        (x, y), box = positions[node.iri], _box(node, loose=False)
        boxes.append((x, y + box.drop, box.width, box.height))
    return sum(abs(a[0] - b[0]) < (a[2] + b[2]) / 2 and abs(a[1] - b[1]) < (a[3] + b[3]) / 2 for a, b in combinations(boxes, 2))


@pytest.mark.parametrize("crowded", [crowd(3, 4), crowd(14, 24), crowd(40, 120)], ids=lambda network: f"{len(network.nodes)} nodes")
def test_no_caption_covers_another(crowded: Network) -> None:
    positions = layout(crowded)
    assert set(positions) == {node.iri for node in crowded.nodes}
    assert overlaps(crowded, positions) == 0
    wide, high = (max(p[axis] for p in positions.values()) - min(p[axis] for p in positions.values()) for axis in (0, 1))
    assert 0.5 < wide / high < 3  # the shape of a screen, not a thread


def test_layout_is_the_same_twice_and_leaves_its_argument(network: Network) -> None:
    previous = dict(layout(network))
    kept = dict(previous)
    assert layout(network) == previous
    assert layout(network, previous) == previous
    assert previous == kept


def test_a_new_workstream_moves_nobody() -> None:
    old = crowd(6, 10)
    new = crowd(6, 11)
    before = layout(old)
    after = layout(new, before)
    assert {iri: after[iri] for iri in before} == before
    assert overlaps(new, after) == 0


def test_polishing_takes_crossings_out() -> None:
    square = [(50.0, 50.0), (250.0, 50.0), (50.0, 150.0), (250.0, 150.0)]
    links = [(0, 3), (1, 2)]  # the diagonals
    points = network_polish.Picture(list(square), [(20.0, 10.0, 20.0)] * 4, links, (300.0, 200.0)).polished()
    assert network_polish.crosses(square[0], square[3], square[1], square[2])
    assert not network_polish.crosses(points[0], points[3], points[1], points[2])


def test_layout_needs_no_numbers_that_differ_between_machines() -> None:
    source = "".join(Path(str(module.__file__)).read_text(encoding="utf-8") for module in (network_layout, network_polish, network_floor))
    assert not re.search(r"\b(random|numpy|scipy|sin|cos|exp|log|pow|time)\b(?=[.(]| import)", source)


SCRIPT = """
import hashlib, sys
sys.path[:0] = {path!r}
from conftest import *
from kg.network import *
network = example().network
positions = layout(network)
for data in (to_html(network, positions, example().background).encode(), to_graphml(network, positions), to_gexf(network, positions)):
    print(hashlib.sha256(data).hexdigest())
"""


def test_every_file_is_the_same_byte_for_byte_whatever_the_hash_seed() -> None:
    script = SCRIPT.format(path=[str(Path(__file__).parent), str(Path(__file__).parents[2])])
    runs = [
        subprocess.run([sys.executable, "-c", script], env={**os.environ, "PYTHONHASHSEED": seed}, capture_output=True, text=True, check=True).stdout.split()
        for seed in ("1", "2")
    ]  # fmt: skip
    assert len(runs[0]) == 3
    assert runs[0] == runs[1]
    network = example().network
    assert hashlib.sha256(to_graphml(network, layout(network))).hexdigest() == runs[0][1]


def test_the_picture_of_the_shipped_report_is_quick_to_lay_out(shipped: Any) -> None:  # noqa: ANN401 - the fixture of this folder
    spent = []
    for _ in range(3):
        start = time.process_time()
        layout(shipped.network)
        spent.append(time.process_time() - start)
    assert min(spent) < 0.5  # about 0.2 s where nothing else runs


def test_many_new_nodes_find_free_places() -> None:
    old, new = crowd(6, 10), crowd(6, 60)
    before = layout(old)
    after = layout(new, before)
    assert {iri: after[iri] for iri in before} == before
    assert overlaps(new, after) == 0
