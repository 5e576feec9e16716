"""Everything a build leaves in its folder: dataset, store, catalogue, report, answers, network."""

from __future__ import annotations

from collections import Counter
from hashlib import sha256
from typing import TYPE_CHECKING

import pyoxigraph as ox

from kg.catalog import Release, catalogue
from kg.export import load, serialize, staged, write_store
from kg.graph.world import program_version
from kg.namespaces import BASE
from kg.network import background_of, network_of, next_picture, to_gexf, to_graphml, to_html
from kg.query import load_queries, run
from kg.results import render
from kg.service import described
from kg.validate import to_markdown

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from kg.pipeline import Build
    from kg.query import SavedQuery
    from kg.results import Result


_FILES = ("dataset.nq", "dataset.trig", "graph.ttl", "graph.nt", "graph.jsonld", "graph.rdf")
"""What a build writes; the kit of `kg export` has the dataset as JSON-LD too."""


def write_build(build: Build, queries: Path, folder: Path, base: str = BASE) -> None:
    """Write a build to a folder; the old files are replaced only when all new ones are there."""
    with staged(folder) as new:
        saved = load_queries(queries)
        dataset = described(build.dataset, saved, base)
        files = dict(serialize(dataset, _FILES))
        for name, data in files.items():
            (new / name).write_bytes(data)
        gaps = Counter(finding.message for finding in build.report.findings)
        release = Release(dataset, files, program_version(), base, gaps=gaps)
        (new / "catalog.ttl").write_bytes(catalogue(release))
        (new / "validation.md").write_text(to_markdown(build.report), encoding="utf-8", newline="\n")
        (new / "validation.ttl").write_bytes(build.report.turtle)
        write_store(files, new)
        answers = _answers(files, saved)
        (new / "answers").mkdir()
        for name, result in answers.items():
            (new / "answers" / f"{name}.csv").write_bytes(render(result, "csv").encode())
        earlier = folder / "network.graphml"
        version = f"{release.version}+{sha256(files['dataset.nq']).hexdigest()[:8]}"
        _write_network(build, answers, new, version, earlier.read_bytes() if earlier.is_file() else b"")


def _answers(files: Mapping[str, bytes], saved: Mapping[str, SavedQuery]) -> Mapping[str, Result]:
    """Run every saved query with its defaults, in memory: twice as fast as from the disk."""
    store = ox.Store()
    load(store, files)
    return {name: run(store, query.text, explain=False) for name, query in sorted(saved.items())}


def _write_network(build: Build, answers: Mapping[str, Result], folder: Path, version: str, earlier: bytes) -> None:
    rows = {name: [dict(zip(r.columns, map(_plain, row), strict=True)) for row in r.rows] for name, r in answers.items()}
    titles = [summary.title for summary in build.summaries]
    subtitle = " · ".join(titles) if len(titles) <= 3 else f"{len(titles)} documents"  # noqa: PLR2004 - more do not fit in a line
    network = network_of(rows["roles"], rows["workstream-leads"], rows["entities"], rows["workstream-links"], subtitle=subtitle)
    shown, positions = next_picture(network, earlier)
    page = to_html(shown, positions, background_of(rows, version))
    (folder / "network.html").write_text(page, encoding="utf-8", newline="\n")
    (folder / "network.graphml").write_bytes(to_graphml(network, positions))
    (folder / "network.gexf").write_bytes(to_gexf(network, positions))


def _plain(term: object) -> str:
    return str(getattr(term, "value", "") if term is not None else "")
