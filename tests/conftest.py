"""What the tests share: the ontology, the shipped report with its build, and makers of small documents."""

from __future__ import annotations

import csv
import hashlib
import os
import shutil
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pyoxigraph as ox
import pytest
from hypothesis import HealthCheck, settings

from kg.kit import collect
from kg.mentions.gazetteer import Gazetteer
from kg.model import Source
from kg.namespaces import BASE, PREFIXES
from kg.ontology import load_ontology
from kg.output import write_build
from kg.parse import parse
from kg.pipeline import build, read_document
from kg.resources import default_documents, folder
from kg.server.limits import Limits
from kg.source import read

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterable

    from kg.kit import Kit
    from kg.model import Dataset, Document
    from kg.ontology import Ontology
    from kg.pipeline import Build, Reading

ROOT = Path(__file__).resolve().parent.parent
EXPECTED = ROOT / "tests" / "expected"

settings.register_profile("suite", max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True)
settings.register_profile("search", max_examples=3000, deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "suite"))


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Let a skipped test fail where everything has to be there, unless its reason is one that may be."""
    report = yield
    allowed = os.environ.get("KG_MAY_SKIP")
    reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else ""
    if allowed and report.skipped and not hasattr(report, "wasxfail") and not any(words in reason for words in allowed.split("|")):
        report.outcome, report.longrepr = "failed", f"{reason} — and here nothing may be missing but: {allowed}"
    return report


@pytest.fixture(scope="session")
def axe(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The script of axe-core: of the file KG_AXE names, or fetched with npm into a temporary folder."""
    if named := os.environ.get("KG_AXE"):
        return Path(named).read_text(encoding="utf-8")
    npm = shutil.which("npm")
    if npm is None:
        pytest.skip("npm is not installed, so axe-core cannot be fetched; set KG_AXE to a copy of axe.min.js")
    home = tmp_path_factory.mktemp("axe")
    command = [npm, "install", "--silent", "--no-audit", "--no-fund", "--ignore-scripts", "--prefix", str(home), "axe-core@4"]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=120)
    script = home / "node_modules" / "axe-core" / "axe.min.js"
    if not script.is_file():
        pytest.skip(f"axe-core could not be fetched: {done.stderr.strip()[:200]}")
    return script.read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def config(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What a worker of the server starts with: a store of 500 triples, and the usual bound on its memory."""
    home = tmp_path_factory.mktemp("store")
    store = ox.Store(str(home))
    store.extend(ox.Quad(ox.NamedNode(f"urn:s{i}"), ox.NamedNode("urn:p"), ox.Literal(i)) for i in range(500))
    store.flush()
    return {"store": str(home), "endpoint": "", "queries": "", "memory": Limits().memory}


@pytest.fixture(scope="session")
def root() -> Path:
    """The folder of the repository."""
    return ROOT


@pytest.fixture(scope="session")
def environment() -> dict[str, str]:
    """The environment in which a test starts Python in a process of its own."""
    paths = [str(ROOT), os.environ.get("PYTHONPATH", "")]
    return os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, paths))}


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder beside the repository with documents and tables that are not part of it."""
    return ROOT.parent / "shared"


@pytest.fixture(scope="session")
def corpus(shared: Path) -> Path:
    """The folder of public documents to develop against, where it is there."""
    if not (shared / "corpus").is_dir():
        pytest.skip("the folder ../shared/corpus with public documents is not here")
    return shared / "corpus"


@pytest.fixture(scope="session")
def ontology() -> Ontology:
    """The ontology that travels with the program."""
    return load_ontology(folder("ontology"))


@pytest.fixture(scope="session")
def gazetteer(ontology: Ontology) -> Gazetteer:
    """The names of standing bodies."""
    return Gazetteer(ontology.entities)


@pytest.fixture(scope="session")
def report_path() -> Path:
    """The file of the shipped report."""
    (path,) = default_documents()
    return path


@pytest.fixture(scope="session")
def report(report_path: Path, gazetteer: Gazetteer) -> Reading:
    """The reading of the shipped report."""
    return read_document(read(report_path), gazetteer)


@pytest.fixture(scope="session")
def built(report: Reading, ontology: Ontology) -> Build:
    """The build of the shipped report."""
    return build([report.part], ontology)


@pytest.fixture(scope="session")
def output(built: Build, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The output folder of that build."""
    place = tmp_path_factory.mktemp("build") / "output"
    write_build(built, folder("queries"), place)
    return place


@pytest.fixture(scope="session")
def kit(output: Path) -> Kit:
    """The portal kit of that build."""
    return collect(output, folder("ontology"), folder("queries"))


@pytest.fixture(scope="session")
def kit_without_people(output: Path) -> Kit:
    """The portal kit that names nobody."""
    return collect(output, folder("ontology"), folder("queries"), without_people=True)


def _source(text: str, slug: str = "example") -> Source:
    data = text.encode("utf-8", "surrogatepass")
    return Source(slug, f"{slug}.md", text, hashlib.sha256(data).hexdigest())


@pytest.fixture(scope="session")
def parsed() -> Callable[..., Document]:
    """Return a function from a text to its document."""
    return lambda text, family="": parse(_source(text), family)


@pytest.fixture(scope="session")
def reading_of(gazetteer: Gazetteer) -> Callable[..., Reading]:
    """Return a function from a text to its reading."""
    return lambda text, family="", base=BASE, slug="example": read_document(_source(text, slug), gazetteer, base, family)


@pytest.fixture(scope="session")
def expected() -> Callable[[str], list[dict[str, str]]]:
    """Return a function from the name of a table of expected answers to its rows."""

    def rows(name: str) -> list[dict[str, str]]:
        with (EXPECTED / f"{name}.csv").open(encoding="utf-8", newline="") as file:
            return list(csv.DictReader(file))

    return rows


@pytest.fixture(scope="session")
def ask() -> Callable[[Dataset, str], list[dict[str, str]]]:
    """Return a function that asks a dataset a SPARQL question and gives rows of plain values."""

    def rows(dataset: Dataset, query: str) -> list[dict[str, str]]:
        store = ox.Store()
        store.bulk_extend(dataset.quads)
        solutions = store.query(query, prefixes=PREFIXES, use_default_graph_as_union=True)
        names = [variable.value for variable in solutions.variables]
        return [{name: _plain(solution[name]) for name in names} for solution in solutions]

    return rows


def _plain(term: object) -> str:
    return "" if term is None else str(getattr(term, "value", term))


@pytest.fixture(scope="session")
def answers(built: Build, ask: Callable[[Dataset, str], list[dict[str, str]]]) -> Callable[[str], list[dict[str, str]]]:
    """Return a function from the name of a saved query to its answer on the shipped report."""
    known: dict[str, list[dict[str, str]]] = {}

    def rows(name: str) -> list[dict[str, str]]:
        if name not in known:
            known[name] = ask(built.dataset, (folder("queries") / f"{name}.rq").read_text(encoding="utf-8"))
        return known[name]

    return rows


@pytest.fixture(scope="session")
def quads_of() -> Callable[..., set[ox.Quad]]:
    """Return a function that picks the quads of a dataset with some subject, predicate, object or graph (IRIs)."""

    def pick(quads: Iterable[ox.Quad], **wanted: str) -> set[ox.Quad]:
        names = {"subject": "subject", "predicate": "predicate", "object": "object", "graph": "graph_name"}
        return {q for q in quads if all(getattr(getattr(q, names[k]), "value", "") == v for k, v in wanted.items())}

    return pick
