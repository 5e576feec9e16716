"""What changed between two builds: in words, with the sentence, and in RDF."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pyoxigraph as ox
import pytest

from kg.diff import Difference, compare, compare_datasets, render_diff
from kg.errors import NotFoundError, OutputError
from kg.model import Dataset
from kg.namespaces import PREFIXES
from kg.pipeline import build_files
from kg.resources import folder

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from kg.diff import Change
    from kg.kit import Kit
    from kg.ontology import Ontology
    from kg.pipeline import Build

QUERIES = folder("queries")
EDITS = (
    ("co-chaired by UNDP, UNEP and UNESCO", "co-chaired by UNDP and FAO"),
    ("for one more year to continue facilitating", "for two more years to continue facilitating"),
)


@pytest.fixture(scope="module")
def edited(report_path: Path, ontology: Ontology, tmp_path_factory: pytest.TempPathFactory) -> Build:
    """The shipped report with two sentences that say something else."""
    text = report_path.read_text(encoding="utf-8")
    for old, new in EDITS:
        assert old in text
        text = text.replace(old, new)
    path = tmp_path_factory.mktemp("edited") / report_path.name
    path.write_text(text, encoding="utf-8")
    return build_files([path], ontology)


@pytest.fixture(scope="module")
def difference(built: Build, edited: Build) -> Difference:
    return compare_datasets(built.dataset, edited.dataset, QUERIES)


def of(difference: Difference, section: str) -> list[Change]:
    return [change for change in difference.changes if change.section == section]


def test_a_build_does_not_differ_from_itself(built: Build) -> None:
    same = compare_datasets(built.dataset, built.dataset, QUERIES)
    assert same.is_empty
    assert "nothing changed" in render_diff(same)
    assert "Nothing changed" in render_diff(same, "markdown")
    assert render_diff(same, "turtle").count("ChangeSet") == 0


def test_roles_that_began_and_ended_are_told_with_the_sentence(difference: Difference) -> None:
    roles = of(difference, "Roles")
    began = [change for change in roles if change.kind == "new"]
    assert {change.label for change in began} == {"Food and Agriculture Organization of the United Nations"}
    assert len(began) == 3
    for change in began:
        assert "co-chaired by UNDP and FAO" in change.quote
        assert change.words.startswith("co-chair of Working group")
        assert change.place.endswith(", 5")
    gone = [change for change in roles if change.kind == "gone"]
    assert len(gone) == 6
    assert all("UNDP, UNEP and UNESCO" in change.quote for change in gone)


def test_a_term_that_changed_is_told(difference: Difference) -> None:
    (change,) = of(difference, "What happens to workstreams")
    assert change.label == "Issue Management Group on Biodiversity"
    assert change.words == "is to be extended (suggested): for two more years, before for one more year"
    assert "for two more years" in change.quote


def test_nothing_else_is_said_to_have_changed(difference: Difference) -> None:
    """A sentence that moves in the text, because one before it grew, is no change."""
    assert {change.section for change in difference.changes} == {"Roles", "What happens to workstreams"}


def test_questions_that_are_answered_differently(difference: Difference) -> None:
    queries = {query.name: query for query in difference.queries}
    assert {"roles", "workstream-leads", "extensions", "collaborations"} <= set(queries)
    assert not {"cops", "participants", "deliverables", "instruments"} & set(queries)
    (came,), (went,) = queries["extensions"].added, queries["extensions"].removed
    assert "P2Y" in came.values()
    assert "P1Y" in went.values()


def test_positions_alone_do_not_answer_differently(difference: Difference) -> None:
    (mentions,) = [query for query in difference.queries if query.name == "mentions"]
    assert len(mentions.added) + len(mentions.removed) < 10


def test_there_and_back_is_the_opposite(built: Build, edited: Build, difference: Difference) -> None:
    back = compare_datasets(edited.dataset, built.dataset, QUERIES)
    assert (back.added, back.removed) == (difference.removed, difference.added)
    assert len([c for c in back.changes if c.kind == "new"]) == len([c for c in difference.changes if c.kind == "gone"])


def test_markdown_escapes_what_comes_from_documents(difference: Difference) -> None:
    text = render_diff(difference, "markdown")
    assert "## Roles" in text
    assert "  > In line with this, the IMG has established three working groups co-chaired by UNDP and FAO — [" in text
    assert "| `extensions`" not in text
    assert "(`extensions`) | 1 | 1 |" in text


def test_rdf_has_a_change_set_for_each_change(difference: Difference) -> None:
    turtle = render_diff(difference, "turtle")
    quads = list(ox.parse(turtle, format=ox.RdfFormat.TURTLE))
    sets = {q.subject for q in quads if getattr(q.object, "value", "").endswith("ChangeSet")}
    assert len(sets) == len(difference.changes) + len(difference.queries)
    quoted = [q for q in quads if q.predicate.value == PREFIXES["prov"] + "wasQuotedFrom"]
    assert len(quoted) == len(difference.changes)
    assert turtle == render_diff(difference, "turtle")


# -- small datasets, one change each -------------------------------------------------------------

HEAD = "".join(f"@prefix {name}: <{iri}> .\n" for name, iri in PREFIXES.items()) + "@prefix : <https://w3id.org/uneg/> .\n"


def dataset(text: str) -> Dataset:
    return Dataset(frozenset(ox.parse(HEAD + ":g {" + text + "}", format=ox.RdfFormat.TRIG)))


WORDS = ':p uneg:partOfDocument :d ; uneg:number "5" . :d dcterms:title "Report" . :s oa:exact "the words" . '
EVENT = WORDS + ':w a uneg:Workstream ; rdfs:label "Group"@en . :x prov:wasQuotedFrom :p ; uneg:evidence :s ; '
CASES = [
    ("a workstream is new", "", EVENT + ' rdfs:label "x" .', "Workstreams", "new", "Group", "is new"),
    ("a workstream is gone", EVENT + ' rdfs:label "x" .', "", "Workstreams", "gone", "Group", "is no longer named"),
    (
        "a workstream is renamed",
        ':w a uneg:Workstream ; rdfs:label "Group"@en .',
        ':w a uneg:Workstream ; rdfs:label "Panel"@en .',
        "Workstreams", "renamed", "Panel", "was called Group",
    ),
    (
        "a workstream was concluded",
        EVENT + 'rdfs:label "x" .',
        EVENT + "a uneg:LifecycleEvent ; uneg:workstream :w ; uneg:effectKind uneg:effect-conclude ; uneg:status uneg:status-adopted .",
        "What happens to workstreams", "concluded", "Group", "was concluded",
    ),
    (
        "a workstream is to be extended",
        EVENT + 'rdfs:label "x" .',
        EVENT + 'rdfs:label "x" . :e a uneg:Effect ; uneg:affects :w ; uneg:effectOf :x ; uneg:effectKind uneg:effect-extend ; uneg:status uneg:status-suggested .',
        "What happens to workstreams", "extended", "Group", "is to be extended (suggested)",
    ),
    (
        "an agency comes in",
        ':a rdfs:label "Agency"@en .',
        WORDS + ':a rdfs:label "Agency"@en . :x a uneg:Participation ; uneg:inTheNameOf :a ; prov:wasQuotedFrom :p ; uneg:evidence :s .',
        "Agencies", "in", "Agency", "takes part now",
    ),
    (
        "an agency goes out",
        WORDS + ':a rdfs:label "Agency"@en . :x a uneg:Participation ; uneg:inTheNameOf :a ; prov:wasQuotedFrom :p ; uneg:evidence :s .',
        ':a rdfs:label "Agency"@en .',
        "Agencies", "out", "Agency", "takes part no more",
    ),
    (
        "a deliverable is completed",
        ':d a uneg:Deliverable ; rdfs:label "Guide"@en ; uneg:deliveryStatus uneg:delivery-draft .',
        ':d a uneg:Deliverable ; rdfs:label "Guide"@en ; uneg:deliveryStatus uneg:delivery-completed .',
        "Deliverables", "changed", "Guide", "was draft, is completed",
    ),
    (
        "a suggestion is adopted in another document",
        EVENT + 'rdfs:label "x" . :e a uneg:Effect ; uneg:affects :w ; uneg:effectOf :x ; uneg:effectKind uneg:effect-extend ; uneg:status uneg:status-suggested .',
        EVENT + 'rdfs:label "x" . :f a uneg:Effect ; uneg:affects :w ; uneg:effectOf :x ; uneg:effectKind uneg:effect-extend ; uneg:status uneg:status-adopted .',
        "What happens to workstreams", "extended", "Group", "was suggested to be extended, is adopted",
    ),
    (
        "a suggestion that still stands beside it is adopted, for a longer time",
        EVENT + 'rdfs:label "x" . :e a uneg:Effect ; uneg:affects :w ; uneg:effectOf :x ; uneg:effectKind uneg:effect-extend ; uneg:status uneg:status-suggested .',
        EVENT + 'rdfs:label "x" . :e a uneg:Effect ; uneg:affects :w ; uneg:effectOf :x ; uneg:effectKind uneg:effect-extend ; uneg:status uneg:status-suggested .'
        ' :f a uneg:Effect ; uneg:affects :w ; uneg:effectOf :x ; uneg:effectKind uneg:effect-extend ; uneg:status uneg:status-adopted ; uneg:durationText "two years" .',
        "What happens to workstreams", "extended", "Group", "was suggested to be extended, is adopted: two years, suggested no term",
    ),
    (
        "a suggestion is deferred",
        EVENT + 'rdfs:label "x" . :e a uneg:Effect ; uneg:affects :w ; uneg:effectOf :x ; uneg:effectKind uneg:effect-conclude ; uneg:status uneg:status-suggested .',
        EVENT + 'rdfs:label "x" . :f a uneg:Effect ; uneg:affects :w ; uneg:effectOf :x ; uneg:effectKind uneg:effect-conclude ; uneg:status uneg:status-deferred .',
        "What happens to workstreams", "deferred", "Group", "was suggested to be concluded, is deferred",
    ),
    (
        "what is adopted without a suggestion stays what it is",
        EVENT + 'rdfs:label "x" . :e a uneg:Effect ; uneg:affects :w ; uneg:effectOf :x ; uneg:effectKind uneg:effect-extend ; uneg:status uneg:status-suggested .',
        EVENT + 'rdfs:label "x" . :f a uneg:Effect ; uneg:affects :w ; uneg:effectOf :x ; uneg:effectKind uneg:effect-conclude ; uneg:status uneg:status-adopted .',
        "What happens to workstreams", "concluded", "Group", "was concluded",
    ),
    ("a document was read", "", ':d a uneg:Document ; dcterms:title "Report" .', "Documents", "new", "Report", "was read"),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "section", "kind", "label", "words"), [pytest.param(*case[1:], id=case[0]) for case in CASES])
def test_one_change(old: str, new: str, section: str, kind: str, label: str, words: str) -> None:
    found = compare_datasets(dataset(old), dataset(new), QUERIES).changes
    matching = [change for change in found if (change.section, change.kind, change.label, change.words) == (section, kind, label, words)]
    assert len(matching) == 1, found
    if "prov:wasQuotedFrom" in new and section != "Workstreams":
        assert (matching[0].quote, matching[0].place) == ("the words", "Report, 5")


@pytest.mark.parametrize("case", ["a suggestion is adopted in another document", "a suggestion is deferred"])
def test_what_was_suggested_and_decided_is_one_change(case: str) -> None:
    (old, new) = next(row[1:3] for row in CASES if row[0] == case)
    assert len([c for c in compare_datasets(dataset(old), dataset(new), QUERIES).changes if c.section == "What happens to workstreams"]) == 1


# -- with and without people ---------------------------------------------------------------------


@pytest.mark.parametrize("back", [False, True])
def test_an_edition_without_people_differs_in_nothing_but_says_what_it_is(kit: Kit, kit_without_people: Kit, back: bool) -> None:  # noqa: FBT001
    """People who are left out by choice are not gone."""
    two = [("whole", kit.dataset), ("nameless", kit_without_people.dataset)]
    (old_name, old), (new_name, new) = reversed(two) if back else two
    found = compare_datasets(old, new, QUERIES, old_name, new_name)
    assert found.is_empty
    assert found.note == "nameless leaves people out by choice; whole is compared without its people."
    for form in ("text", "markdown"):
        assert "nothing changed" in render_diff(found, form).casefold()
        assert found.note in render_diff(found, form)


def test_a_change_is_told_with_and_without_people(kit_without_people: Kit, edited: Build) -> None:
    found = compare_datasets(kit_without_people.dataset, edited.dataset, QUERIES, "nameless", "edited")
    assert {change.section for change in found.changes} == {"Roles", "What happens to workstreams"}
    assert found.note in render_diff(found)
    assert found.note in render_diff(found, "markdown")


def test_who_came_is_known_without_people_too(kit_without_people: Kit) -> None:
    """An agency whose people are only counted takes part."""
    unep = ox.NamedNode("https://w3id.org/uneg/agency/unep")
    fewer = Dataset(frozenset(q for q in kit_without_people.dataset.quads if q.object != unep or "affiliation" not in q.predicate.value))
    roles = ("agent", "subject")
    fewer = Dataset(frozenset(q for q in fewer.quads if q.object != unep or not q.predicate.value.endswith(roles)))
    gone = compare_datasets(kit_without_people.dataset, fewer, QUERIES).changes
    assert [(c.label, c.words) for c in gone if c.section == "Agencies"] == [("United Nations Environment Programme", "takes part no more")]


# -- folders and the command ---------------------------------------------------------------------


def test_a_folder_that_was_never_built_is_named(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="Nothing was built"):
        compare(tmp_path, tmp_path, QUERIES)


def test_a_form_that_does_not_exist_is_answered_with_those_that_do(difference: Difference) -> None:
    with pytest.raises(NotFoundError, match=r"No format 'markdwn'\. Did you mean 'markdown'\?"):
        render_diff(difference, "markdwn")


def test_the_command(built: Build, edited: Build, tmp_path: Path, environment: dict[str, str]) -> None:
    for name, one in (("old", built), ("new", edited)):
        (tmp_path / name).mkdir()
        (tmp_path / name / "dataset.nq").write_bytes(ox.serialize(one.dataset.quads, format=ox.RdfFormat.N_QUADS) or b"")
    run: Callable[..., subprocess.CompletedProcess[str]] = lambda *arguments: subprocess.run(  # noqa: E731
        [sys.executable, "-c", "from kg.cli import main; main()", "diff", *arguments],
        env=environment,
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    done = run("old", "new")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("old → new: ")
    assert run("old", "new", "-f", "turtle").stdout.startswith("@prefix")
    assert run("old", "nowhere").returncode == 2
