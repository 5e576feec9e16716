"""The dataset for notebooks: rdflib graph, networkx graph, pandas frames, Python objects; one line each.

>>> import kg
>>> data = kg.load()
>>> data.question("workstream-leads").columns[:2]
('workstream', 'workstreamLabel')
"""

from __future__ import annotations

import tempfile
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pyoxigraph as ox

from kg.errors import KGError
from kg.export import read_dataset
from kg.namespaces import PREFIXES
from kg.network import network_of, to_networkx
from kg.ontology import load_ontology
from kg.pipeline import build_files
from kg.query import bind, find_query, load_queries, run
from kg.resources import default_documents, folder

if TYPE_CHECKING:
    import networkx as nx
    import rdflib

    from kg.model import Dataset
    from kg.results import Result

_QUESTIONS = ("roles", "workstream-leads", "entities", "workstream-links")


@dataclass(frozen=True)
class Data:
    """A dataset in whatever form a notebook wants it; each form is made when it is asked for."""

    dataset: Dataset = field(repr=False)

    def __repr__(self) -> str:
        return f"<{len(self.dataset):,} quads: .graph, .network, .frame(question), .ontology>"

    @cached_property
    def store(self) -> ox.Store:
        """The dataset as an Oxigraph store, which answers the questions."""
        store = ox.Store()
        store.bulk_extend(self.dataset.quads)
        return store

    @cached_property
    def graph(self) -> rdflib.Dataset:
        """The dataset as rdflib knows it, with its named graphs; its default graph is their union."""
        import rdflib

        data = ox.serialize(sorted(self.dataset.quads, key=str), format=ox.RdfFormat.N_QUADS) or b""
        graph = rdflib.Dataset(default_union=True)
        graph.parse(data=data.decode(), format="nquads")
        for prefix, namespace in PREFIXES.items():
            graph.bind(prefix, namespace, replace=True)
        return graph

    @cached_property
    def network(self) -> nx.MultiDiGraph[str]:
        """Who does what, as a networkx graph: nodes by IRI, an edge for each statement, with its quote."""
        return to_networkx(network_of(*(self.question(name).records() for name in _QUESTIONS)))

    def question(self, name: str, **values: str) -> Result:
        """Return the answer to a saved question; parameters as in `kg query -p`."""
        query = find_query(load_queries(folder("queries")), name)
        return run(self.store, bind(query, values, self.store))

    def sparql(self, text: str) -> Result:
        """Return the answer to a SPARQL query; well-known prefixes need no declaration."""
        return run(self.store, text)

    def frame(self, question: str, **values: str) -> Any:  # noqa: ANN401 - a pandas.DataFrame, which is an extra
        """Return the answer to a saved question, or to SPARQL, as a pandas frame.

        Raise `KGError` where pandas is not installed.
        """
        try:
            import pandas as pd
        except ImportError:
            message = "Frames need pandas. Install the extra that brings it: pip install 'uneg-kg[notebook]'."
            raise KGError(message) from None
        result = self.sparql(question) if "{" in question else self.question(question, **values)
        return pd.DataFrame([[_python(term) for term in row] for row in result.rows], columns=list(result.columns))

    @cached_property
    def ontology(self) -> Any:  # noqa: ANN401 - owlready2 has no types
        """The ontology as Python classes, the things of the dataset as their instances (owlready2)."""
        import owlready2

        core = load_ontology(folder("ontology")).core
        triples = self.dataset.triples | set(core)
        world = owlready2.World()
        with tempfile.TemporaryDirectory() as place:
            path = Path(place) / "dataset.nt"
            path.write_text("".join(sorted(f"{triple} .\n" for triple in triples)), encoding="utf-8")
            loaded = world.get_ontology(path.as_uri()).load()
        return loaded.get_namespace(PREFIXES["uneg"])


def load(output: str | Path = "output") -> Data:
    """Return the dataset of an output folder; where there is none yet, that of the shipped documents.

    Raise `OutputError` where a folder is named that was never built.
    """
    place = Path(output)
    if place == Path("output") and not (place / "dataset.nq").exists():
        return Data(build_files(default_documents(), load_ontology(folder("ontology"))).dataset)
    return Data(read_dataset(place))


def _python(term: object) -> object:
    """Return a term as the Python value nearest to it."""
    if not isinstance(term, ox.Literal):
        return None if term is None else str(getattr(term, "value", term))
    kind = term.datatype.value.removeprefix(PREFIXES["xsd"])
    return int(term.value) if kind == "integer" else term.value == "true" if kind == "boolean" else term.value
