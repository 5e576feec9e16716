"""Read documents of UN environmental bodies into a knowledge graph, and ask it.

read → parse → find mentions → extract → to dataset → materialize → validate (see `kg.pipeline`)

>>> import kg
>>> kg.load().question("roles").columns[:3]
('agent', 'agentLabel', 'role')
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from kg.notebook import Data

__all__ = ["load"]


def load(output: str | Path = "output") -> Data:
    """Return the dataset of an output folder for a notebook: `.graph`, `.network`, `.frame(question)`, `.ontology`."""
    loaded: Data = import_module("kg.notebook").load(output)  # what is heavy waits until it is needed
    return loaded
