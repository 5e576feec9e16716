"""The ontology is code: one voice, every term explained, no name for two things, no identifier that nobody has seen."""

from __future__ import annotations

import csv
import re
import shutil
import unicodedata
from collections import defaultdict
from typing import TYPE_CHECKING

import pyoxigraph as ox
import pyshacl
import pytest
import rdflib
from rdflib.namespace import DCTERMS, OWL, RDF, RDFS, SKOS

from kg.check import prove
from kg.errors import OntologyError
from kg.model import Dataset
from kg.namespaces import BASE, PREFIXES, UNEG, compress
from kg.ontology import GAZETTEER, load_ontology
from kg.reason import materialize
from kg.resources import folder
from kg.text import fold
from kg.validate import validate

if TYPE_CHECKING:
    from pathlib import Path

    from kg.ontology import Ontology
    from kg.pipeline import Build

FOLDER = folder("ontology")
FILES = sorted(path.name for path in FOLDER.glob("*.ttl"))
UNBIS = "http://metadata.un.org/thesaurus/"
TERMS = (OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty, SKOS.ConceptScheme, SKOS.Concept)


@pytest.fixture(scope="module")
def core() -> rdflib.Graph:
    return rdflib.Graph().parse(FOLDER / "uneg.ttl")


@pytest.fixture(scope="module")
def gazetteer_graph() -> rdflib.Graph:
    graph = rdflib.Graph()
    for name in GAZETTEER:
        graph.parse(FOLDER / name)
    return graph


def ours(graph: rdflib.Graph) -> set[rdflib.URIRef]:
    """Return the terms of our namespace that a graph declares."""
    return {s for kind in TERMS for s in graph.subjects(RDF.type, kind) if isinstance(s, rdflib.URIRef) and s.startswith(UNEG)}


# -- the files -----------------------------------------------------------------------------------


@pytest.mark.parametrize("name", FILES)
def test_every_file_is_turtle_for_two_parsers(name: str) -> None:
    data = (FOLDER / name).read_bytes()
    assert len({q.triple for q in ox.parse(data, format=ox.RdfFormat.TURTLE)}) == len(rdflib.Graph().parse(data=data, format="turtle"))
    assert b"\r" not in data
    assert b"\t" not in data


def test_the_style_of_the_ontology_and_its_shapes() -> None:
    """Four things are made wrong on purpose: they are found, and nothing else is."""
    data = rdflib.Graph()
    for name in ("uneg.ttl", "alignments.ttl", "shapes.ttl"):
        data.parse(FOLDER / name)
    data.remove((rdflib.URIRef(UNEG + "leads"), SKOS.example, None))
    data.add((rdflib.URIRef(UNEG + "Agency"), RDFS.label, rdflib.Literal("another", lang="en")))
    data.remove((rdflib.URIRef(UNEG + "WorkingGroup"), DCTERMS.source, None))
    data.add((rdflib.URIRef(UNEG + "Role"), SKOS.prefLabel, rdflib.Literal("fonction", lang="fr")))
    _, results, _ = pyshacl.validate(data, shacl_graph=rdflib.Graph().parse(FOLDER / "style.ttl"), inference="none")
    sh = rdflib.Namespace(PREFIXES["sh"])
    found = {(compress(str(results.value(r, sh.focusNode))), str(results.value(r, sh.resultMessage))[:25]) for r in results.subjects(RDF.type, sh.ValidationResult)}
    assert found == {("uneg:leads", "Term without example in E"), ("uneg:Agency", "Term without exactly one ")} | {
        ("uneg:WorkingGroup", "Label in another language"),
        ("uneg:Role", "Term with two preferred l"),
    }


def test_every_term_has_label_definition_and_example(core: rdflib.Graph) -> None:
    terms = ours(core)
    assert len(terms) >= 200
    home = rdflib.URIRef(UNEG.rstrip("#"))
    for term in terms:
        assert len([o for o in core.objects(term, RDFS.label) if o.language == "en"]) == 1, term
        (definition,) = core.objects(term, SKOS.definition)
        assert re.fullmatch(r"(?s)[A-Z“].+\.”?", definition), term
        assert [str(o) for o in core.objects(term, SKOS.example)], term
        assert list(core.objects(term, RDFS.isDefinedBy)) == [home], term


def test_no_two_terms_have_one_label(core: rdflib.Graph) -> None:
    by_label: dict[tuple[str, str], set[str]] = defaultdict(set)
    for term in ours(core):
        scheme = next((str(o) for o in core.objects(term, SKOS.inScheme)), "")
        kind = "class" if (term, RDF.type, OWL.Class) in core else scheme or "property"
        by_label[kind, str(core.value(term, RDFS.label))].add(term)
    assert {label: terms for label, terms in by_label.items() if len(terms) > 1} == {}


CONTROLLED = {
    "role": "lead chair co-chair reporting collaborator secretariat member host proposer officer participant",
    "effect": "extend continue conclude establish rename convert absorb task endorse adopt take-note encourage commit request invite none",
    "status": "suggested adopted amended deferred rejected draft",
    "basis": "stated implied",
}


@pytest.mark.parametrize("scheme", CONTROLLED)
def test_the_controlled_values_are_those_of_the_contract(core: rdflib.Graph, scheme: str) -> None:
    notations = {str(core.value(term, SKOS.notation)) for term in ours(core) if term.startswith(f"{UNEG}{scheme}-")}
    assert notations == set(CONTROLLED[scheme].split())


def test_every_verb_that_is_read_is_a_controlled_value(core: rdflib.Graph) -> None:
    from kg.extract.verbs import PAST, VERBS

    known = {str(core.value(term, SKOS.notation)) for term in ours(core) if term.startswith(f"{UNEG}verb-")}
    assert {verb.replace(" ", "-") for verb in (VERBS | PAST).values()} - known == set()


def test_every_term_that_the_program_writes_is_declared(core: rdflib.Graph, root: Path) -> None:
    used = {name for path in (root / "kg").rglob("*.py") for name in re.findall(r"\"uneg:([A-Za-z][\w-]*\w)\"", path.read_text(encoding="utf-8"))}
    assert len(used) > 60
    assert {name for name in used if not name.endswith("-")} - {str(t).removeprefix(UNEG) for t in ours(core)} == set()


def test_every_term_that_a_query_asks_for_is_declared(core: rdflib.Graph) -> None:
    declared = {str(t).removeprefix(UNEG) for t in ours(core)}
    for path in sorted(folder("queries").glob("*.rq")):
        text = re.sub(r"(?m)^\s*#.*$", "", path.read_text(encoding="utf-8"))
        asked = set(re.findall(r"\buneg:([A-Za-z][\w-]*)", text))
        assert asked - declared == set(), path.name


def test_every_term_in_the_data_is_declared(core: rdflib.Graph, built: Build) -> None:
    declared = {str(t) for t in ours(core)}
    predicates = {q.predicate.value for q in built.dataset.quads}
    types = {q.object.value for q in built.dataset.quads if q.predicate.value == str(RDF.type)}
    assert {compress(iri) for iri in predicates | types if iri.startswith(UNEG)} - {compress(iri) for iri in declared} == set()


def test_the_alignments_tie_declared_terms_only(core: rdflib.Graph) -> None:
    graph = rdflib.Graph().parse(FOLDER / "alignments.ttl")
    named = {t for triple in graph for t in triple if isinstance(t, rdflib.URIRef) and t.startswith(UNEG)}
    assert len(named) > 50
    assert named - ours(core) == set()
    imports = list(graph.objects(None, OWL.imports)) + list(core.objects(None, OWL.imports))
    assert imports == []


def test_superclasses(ontology: Ontology) -> None:
    assert {"TaskTeam", "Workstream", "Organization", "Agent"} <= ontology.superclasses["TaskTeam"]
    assert "Agency" not in ontology.superclasses["TaskTeam"]


# -- the gazetteer -------------------------------------------------------------------------------


def test_every_entity_has_one_kind_and_one_label(gazetteer_graph: rdflib.Graph, core: rdflib.Graph) -> None:
    subjects = {s for s in gazetteer_graph.subjects(RDFS.label) if isinstance(s, rdflib.URIRef)}
    assert len(subjects) >= 250
    classes = {t for t in ours(core) if (t, RDF.type, OWL.Class) in core}
    for subject in subjects:
        kinds = [kind for kind in gazetteer_graph.objects(subject, RDF.type) if kind.startswith(UNEG)]
        assert len(kinds) == 1, subject
        assert kinds[0] in classes
        english = [o for o in gazetteer_graph.objects(subject, RDFS.label) if o.language == "en"]
        assert len(english) == 1, subject
        assert english == [o for o in gazetteer_graph.objects(subject, SKOS.prefLabel) if o.language == "en"]


def test_no_name_means_two_things(ontology: Ontology) -> None:
    """A clash would be refused by the reader, and neither would be found."""
    names: dict[str, set[str]] = defaultdict(set)
    for entity in ontology.entities:
        for name in entity.names:
            names[fold(name)].add(entity.iri)
        for form in entity.exact:
            names[form].add(entity.iri)
    assert {name: iris for name, iris in names.items() if len(iris) > 1} == {}


def test_no_affiliation_means_two_things(ontology: Ontology) -> None:
    forms: dict[str, set[str]] = defaultdict(set)
    for entity in ontology.entities:
        for form in entity.affiliations:
            forms[form].add(entity.iri)
    assert {form: iris for form, iris in forms.items() if len(iris) > 1} == {}


def test_entities_point_to_entities(ontology: Ontology) -> None:
    known = {entity.iri for entity in ontology.entities}
    assert {(e.iri, target) for e in ontology.entities for _, target in e.links} - {(e.iri, t) for e in ontology.entities for _, t in e.links if t in known} == set()


def test_every_entity_says_where_it_comes_from(gazetteer_graph: rdflib.Graph) -> None:
    source = rdflib.URIRef(PREFIXES["dcterms"] + "source")
    without = {s for s in gazetteer_graph.subjects(RDFS.label) if str(s).startswith(BASE) and not list(gazetteer_graph.objects(s, source))}
    assert without == set()


def test_a_treaty_is_three_things(ontology: Ontology) -> None:
    by_iri = {e.iri: e for e in ontology.entities}
    for name in ("cbd", "unccd", "unfccc"):
        assert by_iri[f"{BASE}convention/{name}"].kind == "Convention"
        assert ("governs", f"{BASE}convention/{name}") in by_iri[f"{BASE}body/{name}-cop"].links
        assert ("serves", f"{BASE}convention/{name}") in by_iri[f"{BASE}agency/{name}-secretariat"].links


# -- identifiers, where the table of those that were seen is here --------------------------------


@pytest.fixture(scope="module")
def seen(shared: Path) -> list[dict[str, str]]:
    path = shared / "identifiers.tsv"
    if not path.exists():
        pytest.skip("the table ../shared/identifiers.tsv is not here")
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t"))


def test_no_identifier_is_invented(gazetteer_graph: rdflib.Graph, seen: list[dict[str, str]]) -> None:
    items = {f"http://www.wikidata.org/entity/{row['wikidata_qid']}" for row in seen if row["wikidata_qid"]}
    others = {iri.strip() for row in seen for iri in row["other_iris"].split(";") if iri.strip()}
    found = {str(o) for o in gazetteer_graph.objects(None, SKOS.exactMatch)}
    assert len(found) > 60
    assert {iri for iri in found if iri not in items | others} == set()
    codes = {str(o) for o in gazetteer_graph.objects(None, rdflib.URIRef(UNEG + "xmDac"))}
    assert {f"XM-DAC-{code}" for code in codes} <= others


def test_every_identifier_that_was_seen_stands_at_its_entity(ontology: Ontology, gazetteer_graph: rdflib.Graph, seen: list[dict[str, str]]) -> None:
    names: dict[str, str] = {}
    for entity in ontology.entities:
        names |= {fold(name): entity.iri for name in entity.names}
    checked = 0
    for row in seen:
        iri = names.get(fold(row["label"]))
        if iri and row["wikidata_qid"]:
            matches = {str(o) for o in gazetteer_graph.objects(rdflib.URIRef(iri), SKOS.exactMatch)}
            assert f"http://www.wikidata.org/entity/{row['wikidata_qid']}" in matches, row["label"]
            checked += 1
    assert checked >= 60


# -- labels in the languages of the United Nations, where the table of those that were seen is here ----


def plain(label: str) -> str:
    """A label without what tells only spellings apart: case, blanks, the form of an apostrophe, and the acronym or article around it."""
    return re.sub(r"\s*\([^)]*\)$|^le ", "", fold(label).replace("’", "'"))


NO_ENTITY = {"UNBIST"}
"""Keys of the table that are no entity: the thesaurus is a scheme."""
MISTAKEN = {("GEF", "ar")}
"""A French name that the table lists as Arabic."""


def test_every_label_in_a_language_of_the_united_nations_that_was_seen_is_there(gazetteer_graph: rdflib.Graph, shared: Path) -> None:
    path = shared / "labels.tsv"
    if not path.exists():
        pytest.skip("the table ../shared/labels.tsv is not here")
    known: dict[tuple[str, str | None], set[rdflib.term.Node]] = defaultdict(set)
    for predicate in (RDFS.label, SKOS.prefLabel, SKOS.altLabel, SKOS.hiddenLabel):
        for subject, label in gazetteer_graph.subject_objects(predicate):
            known[plain(label), label.language].add(subject)
    with path.open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file, delimiter="\t") if row["lang"] in {"ar", "zh", "fr", "ru", "es"} and row["acronym"] not in NO_ENTITY]
    assert len(rows) > 300
    assert [r for r in rows if (plain(r["label"]), r["lang"]) not in known and (r["acronym"], r["lang"]) not in MISTAKEN] == []


def elsewhere(core: rdflib.Graph) -> dict[rdflib.URIRef, set[rdflib.Literal]]:
    """Return the terms of ours that have labels in other languages than English, with these labels."""
    found: dict[rdflib.URIRef, set[rdflib.Literal]] = defaultdict(set)
    for predicate in (SKOS.prefLabel, SKOS.altLabel, SKOS.hiddenLabel):
        for term, label in core.subject_objects(predicate):
            if label.language != "en":
                found[term].add(label)
    return found


def test_the_table_of_the_languages_of_classes_is_true(core: rdflib.Graph) -> None:
    """What the page says of a class, its languages and where its labels come from, is what the ontology says."""
    spaces = {"org": PREFIXES["org"], "unbis": UNBIS}
    page = (FOLDER / "README.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| `uneg:(\w+)` \| ([a-z]{2}(?:, [a-z]{2})*) \| `(\w+):(\w+)`", page, re.MULTILINE)
    said = {name: (languages.split(", "), {spaces[prefix] + local}) for name, languages, prefix, local in rows}
    assert len(said) == len(rows) > 8
    assert said == {
        str(term).removeprefix(UNEG): (sorted({label.language for label in labels}), {str(o) for o in core.objects(term, DCTERMS.source)})
        for term, labels in elsewhere(core).items()
        if (term, RDF.type, OWL.Class) in core
    }


def test_every_label_in_another_language_has_a_source_that_the_term_is_aligned_to(core: rdflib.Graph) -> None:
    aligned = rdflib.Graph().parse(FOLDER / "alignments.ttl")
    for term in elsewhere(core):
        sources = set(core.objects(term, DCTERMS.source))
        assert sources, term
        assert sources <= set(aligned.objects(term)), term


def capitals(label: str) -> str:
    """Return a label as the thesaurus prints French and Spanish: in capitals without accents.

    >>> capitals("groupes d'étude")
    "GROUPES D'ETUDE"
    """
    return "".join(c for c in unicodedata.normalize("NFD", label) if not unicodedata.combining(c)).upper()


def test_what_comes_from_the_thesaurus_of_the_united_nations_stands_there(core: rdflib.Graph, root: Path) -> None:
    """No concept and no label is invented: `unbis_labels.tsv` has the concepts that are named, with their labels as published.

    It was read from ClementSicard/un-unbis-thesaurus-scraper, topics.json at 6dd402d.
    """
    with (root / "tests" / "unbis_labels.tsv").open(encoding="utf-8", newline="") as file:
        published = {UNBIS + row["concept"]: row for row in csv.DictReader(file, delimiter="\t")}
    aligned = rdflib.Graph().parse(FOLDER / "alignments.ttl")
    near = {str(o) for s, o in aligned.subject_objects(SKOS.closeMatch) if str(o).startswith(UNBIS)}
    assert {str(o) for o in aligned.objects() if str(o).startswith(UNBIS)} == set(published)
    assert {str(o) for o in core.objects(None, DCTERMS.source) if str(o).startswith(UNBIS)} == near
    for iri in near:
        (term,) = core.subjects(DCTERMS.source, rdflib.URIRef(iri))
        labels = {label.language: str(label) for label in core.objects(term, SKOS.altLabel)}
        printed = {language: capitals(label) if language in {"es", "fr"} else label for language, label in labels.items()}
        assert printed == {language: published[iri][language] for language in ("ar", "es", "fr", "ru", "zh")}, term
    spelt = {str(label) for label in core.objects(None, SKOS.altLabel) if label.language in {"es", "fr"}}
    assert {label for label in spelt if capitals(label) != label.upper()} == {"groupes d'étude", "traités", "États"}


# -- loading -------------------------------------------------------------------------------------


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    return shutil.copytree(FOLDER, tmp_path / "ontology")


@pytest.mark.parametrize("name", ["uneg.ttl", *GAZETTEER])
def test_a_missing_or_broken_file_is_named(copied: Path, name: str) -> None:
    assert load_ontology(copied).entities
    (copied / name).write_text("<x> a .\n", encoding="utf-8")
    with pytest.raises(OntologyError, match=re.escape(f"{name}' is not valid Turtle")):
        load_ontology(copied)
    (copied / name).unlink()
    with pytest.raises(OntologyError, match=re.escape(name)):
        load_ontology(copied)


def test_a_missing_shapes_file_is_named(copied: Path) -> None:
    (copied / "shapes.ttl").unlink()
    with pytest.raises(OntologyError, match=r"shapes\.ttl"):
        validate(Dataset(frozenset()), load_ontology(copied))


# -- the examples of the page, and the reasoner --------------------------------------------------


def example(ontology: Ontology) -> Dataset:
    """Return the examples of the ontology's page, parsed together."""
    page = (FOLDER / "README.md").read_text(encoding="utf-8")
    prefixes = f"@base <{BASE}> . " + " ".join(f"@prefix {name}: <{iri}> ." for name, iri in PREFIXES.items())
    turtle = "\n".join(re.findall(r"```turtle\n(.*?)```", page, re.DOTALL))
    triples = {q.triple for q in ox.parse(f"{prefixes}\n{turtle}", format=ox.RdfFormat.TURTLE)}
    graph = ox.NamedNode(BASE + "document/som28")
    core = {t for t in ontology.core if not isinstance(t.subject, ox.BlankNode) and not isinstance(t.object, ox.BlankNode)}
    quads = {ox.Quad(t.subject, t.predicate, t.object, graph) for t in triples}
    return Dataset(frozenset(quads | {ox.Quad(t.subject, t.predicate, t.object, ox.NamedNode(BASE + "graph/ontology")) for t in core}))


def test_the_examples_of_the_page_conform(ontology: Ontology) -> None:
    report = validate(materialize(example(ontology), ontology), ontology, thorough=True)
    assert [(f.message, f.focus) for f in report.findings if f.severity == "Violation"] == []


@pytest.mark.reasoner
def test_the_reasoner_finds_the_ontology_with_the_data_consistent(built: Build, ontology: Ontology) -> None:
    words, consistent = prove(built.dataset, ontology)
    assert consistent, words


@pytest.mark.reasoner
def test_the_reasoner_finds_a_contradiction(ontology: Ontology) -> None:
    """A person that is an organization: the shapes and the axioms both forbid it."""
    kind, graph = ox.NamedNode(str(RDF.type)), ox.NamedNode(BASE + "g")
    quads = {ox.Quad(ox.NamedNode(BASE + "person/x"), kind, ox.NamedNode(UNEG + name), graph) for name in ("Person", "UNEntity")}
    words, consistent = prove(Dataset(frozenset(quads)), ontology)
    assert not consistent, words
