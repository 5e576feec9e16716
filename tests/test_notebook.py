"""For notebooks: the dataset as rdflib graph, networkx graph, pandas frames, Python objects; one line each."""

from __future__ import annotations

import builtins
import subprocess
import sys
from typing import TYPE_CHECKING

import pyoxigraph as ox
import pytest

import kg
from kg.errors import KGError, NotFoundError, OutputError, QueryError
from kg.namespaces import BASE, UNEG
from kg.notebook import Data

if TYPE_CHECKING:
    from pathlib import Path

    from kg.pipeline import Build


@pytest.fixture(scope="module")
def data(built: Build) -> Data:
    return Data(built.dataset)


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_an_rdflib_graph(data: Data, built: Build) -> None:
    import rdflib

    assert len(data.graph) == len({quad.triple for quad in built.dataset.quads})
    asked = data.graph.query("SELECT ?who { ?who uneg:coChairs ?what }")
    assert {str(row[0]) for row in asked} == {f"{BASE}agency/{name}" for name in ("undp", "unep", "unesco")}
    passage = rdflib.URIRef(f"{BASE}document/emg-som28-technical-segment/paragraph/5")
    assert len(data.graph.graph(passage)) > 50
    assert data.graph is data.graph


def test_a_networkx_graph(data: Data) -> None:
    edges = [edge for _, _, edge in data.network.out_edges(f"{BASE}agency/undp", data=True)]
    assert any(edge["role"] == "co-chair" and "co-chaired by UNDP" in edge["quote"] for edge in edges)


def test_a_pandas_frame_of_a_question(data: Data) -> None:
    pytest.importorskip("pandas")
    frame = data.frame("workstream-leads")
    assert list(frame.columns[:5]) == ["workstream", "workstreamLabel", "agency", "agencyLabel", "role"]
    assert len(frame) == len(data.question("workstream-leads").rows)
    assert frame["agency"].isna().any()
    assert data.frame("mentions")["start"].dtype.kind == "i"


def test_a_pandas_frame_with_a_parameter_or_of_sparql(data: Data) -> None:
    pytest.importorskip("pandas")
    portfolio = data.frame("agency-portfolio", agency="UNDP")
    assert (portfolio["relation"] == "co-chair").sum() == 3
    assert len(data.frame("SELECT ?w { ?w a uneg:TaskTeam }")) >= 1


def test_python_objects(data: Data) -> None:
    things = data.ontology
    groups = {group.name for group in things.IssueManagementGroup.instances()}
    assert "workstream.img-biodiversity" in groups or any("img-biodiversity" in name for name in groups)
    (undp,) = [agency for agency in things.UNEntity.instances() if "UNDP" in agency.acronym]
    assert len(undp.coChairs) == 3
    assert things.IssueManagementGroup in things.Workstream.subclasses()


def test_sparql_in_one_line(data: Data) -> None:
    assert data.sparql("ASK { ?x uneg:coChairs ?y }").rows[0][0] == ox.Literal(value=True)


def test_wrong_names_are_answered_with_the_right_ones(data: Data) -> None:
    with pytest.raises(NotFoundError, match="Did you mean 'roles'"):
        data.question("rolse")
    with pytest.raises(QueryError):
        data.question("roles", nobody="x")


def test_pandas_is_asked_for_where_it_is_missing(data: Data, monkeypatch: pytest.MonkeyPatch) -> None:
    real = builtins.__import__

    def without_pandas(name: str, *rest: object) -> object:
        if name == "pandas":
            raise ImportError(name)
        return real(name, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(builtins, "__import__", without_pandas)
    with pytest.raises(KGError, match=r"pip install 'uneg-kg\[notebook\]'"):
        data.frame("roles")


def test_a_folder_is_loaded_as_it_was_built(data: Data, tmp_path: Path) -> None:
    (tmp_path / "dataset.nq").write_bytes(ox.serialize(data.dataset.quads, format=ox.RdfFormat.N_QUADS) or b"")
    assert kg.load(tmp_path).dataset == data.dataset
    with pytest.raises(OutputError, match="Nothing was built"):
        kg.load(tmp_path / "nowhere")


def test_without_a_build_the_shipped_report_is_read(data: Data, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    loaded = kg.load()
    assert loaded.dataset == data.dataset
    assert repr(loaded) == f"<{len(data.dataset):,} quads: .graph, .network, .frame(question), .ontology>"


def test_importing_the_package_is_cheap(environment: dict[str, str]) -> None:
    code = "import sys, kg; print(*sorted({'pyoxigraph', 'rdflib', 'pandas', 'networkx', 'kg.pipeline'} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True)
    assert done.stdout.split() == []
    assert UNEG
