"""The files of the network for a kit: those of the build, or new ones where people are left out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.errors import OutputError
from kg.network import layout, network_of, to_gexf, to_graphml, to_html

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from kg.results import Result

_NAMES = ("network.html", "network.graphml", "network.gexf")
_QUESTIONS = ("roles", "workstream-leads", "entities", "workstream-links")


def network_files(answers: Mapping[str, Result], output: Path, *, again: bool) -> Iterator[tuple[str, bytes]]:
    """Yield the page of the network and its exchange files."""
    if not again:
        try:
            yield from [(name, (output / name).read_bytes()) for name in _NAMES]
        except OSError as error:
            message = f"The build in '{output}' is not complete: {error.filename} is missing. Run 'kg build -o {output}' again."
            raise OutputError(message) from None
        return
    network = network_of(*(answers[name].records() for name in _QUESTIONS))
    positions = layout(network)
    yield "network.html", to_html(network, positions).encode()
    yield "network.graphml", to_graphml(network)
    yield "network.gexf", to_gexf(network)
