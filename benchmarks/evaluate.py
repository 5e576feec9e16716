"""How much of what an expert reads in real documents the program finds, and how much it makes up.

    python benchmarks/evaluate.py [CORPUS] [--misses]

The annotations beside this file name documents, paragraphs and short labels, never their text; the
documents themselves are public and are looked for in CORPUS (default: ../shared/corpus).
"""

from __future__ import annotations

import argparse
import csv
import re
import sys
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from kg.mentions.gazetteer import Gazetteer
from kg.model import Decision, Role
from kg.ontology import load_ontology
from kg.pipeline import read_document
from kg.resources import folder
from kg.source import read

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from kg.model import Entity, Mention, Span, Statement
    from kg.pipeline import Reading

Row = dict[str, str]
ANNOTATIONS = Path(__file__).parent / "annotations"
CORPUS = Path(__file__).resolve().parents[2] / "shared" / "corpus"
TOTAL = "total"
DOCUMENT_KINDS = frozenset({"DecisionText", "Resolution", "Publication"})
PARTIAL = 7  # a target may be named by a part of its label that has at least so many letters


# --- annotations ------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Annotated:
    """A passage an expert has read, and what stands in it (`required` or merely allowed)."""

    document: str
    paragraph: str
    lines: str
    family: str
    decisions: tuple[Row, ...]
    roles: tuple[Row, ...]
    organizations: tuple[Row, ...]
    citations: tuple[Row, ...]


def rows(name: str) -> list[Row]:
    """Return the rows of one annotation file."""
    with (ANNOTATIONS / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def annotated_passages() -> dict[str, list[Annotated]]:
    """Return the annotated passages of each document."""
    kinds: dict[str, dict[tuple[str, str], list[Row]]] = {}
    for name in ("decisions", "roles", "organizations", "citations"):
        kinds[name] = defaultdict(list)
        for row in rows(name):
            kinds[name][row["document"], row["paragraph"]].append(row)
    documents: dict[str, list[Annotated]] = defaultdict(list)
    for row in rows("passages"):
        key = (row["document"], row["paragraph"])
        found = [tuple(table.pop(key, ())) for table in kinds.values()]
        documents[row["document"]].append(Annotated(*key, row["lines"], row["family"], *found))
    for name, table in kinds.items():
        if table:
            message = f"{name}.csv annotates passages that passages.csv does not list: {sorted(table)[:3]}"
            raise SystemExit(message)
    return dict(documents)


def required(found: Iterable[Row]) -> list[Row]:
    """Return the annotations that must be found; the others may be."""
    return [row for row in found if row["required"] == "yes"]


# --- names ------------------------------------------------------------------------------------------------------


def plain(name: str) -> str:
    """Return a name without what documents print now so, now so.

    >>> plain("The Board’s Capacity‑building  Hub")
    "board's capacity-building hub"
    """
    name = name.replace("’", "'").replace("\xa0", " ").casefold()
    name = re.sub(r"[‐‑–—]", "-", name)
    name = re.sub(r"\s+", " ", name).strip()
    return name.removeprefix("the ").removeprefix("government of ")


class Names:
    """Which labels of the annotations an entity of the program may be called by."""

    def __init__(self) -> None:
        """Read the other names that the annotator lists for a label."""
        self.others: dict[str, set[str]] = defaultdict(set)
        for row in rows("names"):
            self.others[row["label"]].add(plain(row["name"]))

    def of_label(self, label: str) -> set[str]:
        """Return all names of an annotated label."""
        return {plain(label)} | self.others.get(label, set())

    def same(self, label: str, entity: Entity) -> bool:
        """Tell whether an annotated label means the entity; a person may be given by surname."""
        if entity.kind == "Person":
            return set(plain(label).split()) <= set(plain(entity.label).split())
        return bool(self.of_label(label) & forms(entity))

    def near(self, label: str, entity: Entity) -> bool:
        """Tell whether a target is meant, also where one name is a part of the other."""
        return self.same(label, entity) or any(
            min(len(a), len(b)) >= PARTIAL and (a in b or b in a) for a in self.of_label(label) for b in forms(entity)
        )


def forms(entity: Entity) -> set[str]:
    """Return the names of an entity."""
    return {plain(name) for name in (entity.label, entity.acronym, *entity.names, *entity.exact) if name}


def verb(text: str) -> str:
    """Return a verb in the form in which two annotators agree.

    >>> [verb(v) for v in ("note with appreciation", "take note", "express its appreciation", "call upon", "re-elect")]
    ['note', 'take note', 'express', 'call', 'elect']
    """
    words = text.casefold().replace("re-elect", "elect").split()
    return "take note" if words[:2] == ["take", "note"] else "look forward" if words[:1] == ["look"] else words[0]


def symbol(entity: Entity) -> str:
    """Return the symbol of a decision, resolution or document, or nothing."""
    word = entity.label.split()[-1] if entity.label else ""
    return word if "/" in word else ""


# --- scores -----------------------------------------------------------------------------------------------------


@dataclass(slots=True)
class Score:
    """Counts of one measure, and what went wrong."""

    hits: int = 0
    extra: list[str] = field(default_factory=list)
    missed: list[str] = field(default_factory=list)

    def __bool__(self) -> bool:
        """Tell whether there was anything to find or anything found."""
        return bool(self.hits or self.extra or self.missed)

    def __str__(self) -> str:
        """Return precision, recall and F1, with the number of annotations; a dash where nothing was found or wanted."""
        if not self:
            return "–"
        found, wanted = self.hits + len(self.extra), self.hits + len(self.missed)
        precision = f"{self.hits / found:.2f}" if found else "–"
        recall = f"{self.hits / wanted:.2f}" if wanted else "–"
        return f"{precision} / {recall} / {2 * self.hits / (found + wanted):.2f} ({wanted})"


class Scores:
    """All measures, by family."""

    def __init__(self) -> None:
        """Start with nothing counted."""
        self.table: dict[tuple[str, str], Score] = defaultdict(Score)
        self.uncounted: list[str] = []

    def add(self, measure: str, passage: Annotated, hits: int, extra: Iterable[str] = (), missed: Iterable[str] = ()) -> None:
        """Count one passage, for its family and in total."""
        where = f"{passage.document} · {passage.paragraph}"
        extra, missed = [f"{where}: {e}" for e in extra], [f"{where}: {m}" for m in missed]
        for family in (passage.family, TOTAL):
            score = self.table[measure, family]
            score.hits += hits
            score.extra += extra
            score.missed += missed

    def markdown(self) -> str:
        """Return the table: precision / recall / F1 (annotated)."""
        families = [*dict.fromkeys(family for _, family in self.table if family != TOTAL), TOTAL]
        head = ["| | " + " | ".join(families) + " |", "|---" * (len(families) + 1) + "|"]
        body = [f"| {measure} | " + " | ".join(str(self.table[measure, f]) for f in families) + " |" for measure in MEASURES]
        return "\n".join(head + body)

    def differences(self) -> Iterator[str]:
        """Yield every miss and every extra, measure by measure."""
        for measure in MEASURES:
            score = self.table[measure, TOTAL]
            yield f"\n## {measure}: {len(score.missed)} missed, {len(score.extra)} extra\n"
            yield from (f"- missed  {line}" for line in score.missed)
            yield from (f"- extra   {line}" for line in score.extra)
        yield f"\n## organizations found in the text that are in no list, and not annotated (not counted): {len(self.uncounted)}\n"
        yield from (f"- {line}" for line in self.uncounted)


# --- one document -----------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Read:
    """A document as the program read it, with what the measures look up."""

    reading: Reading
    entities: Mapping[str, Entity]
    organizations: frozenset[str]
    names: Names

    def ranges(self, passage: Annotated) -> list[tuple[int, int]]:
        """Return where an annotated passage stands in the text: by its lines, else by its number."""
        if passage.lines:
            first, last = map(int, passage.lines.split("-"))
            lines = self.reading.document.source.text.splitlines(keepends=True)
            return [(sum(map(len, lines[: first - 1])), sum(map(len, lines[:last])))]
        return [(p.span.start, p.span.end) for p in self.reading.document.passages if p.number == passage.paragraph]

    def statements(self, ranges: list[tuple[int, int]], kind: type[Statement]) -> list[Statement]:
        """Return the statements of a kind whose sentence begins there."""
        return [s for s in self.reading.statements.items if isinstance(s, kind) and inside(s.evidence.span, ranges)]

    def mentions(self, ranges: list[tuple[int, int]]) -> list[Mention]:
        """Return the mentions there."""
        return [m for m in self.reading.mentions.items if inside(m.span, ranges)]

    def label(self, iri: str | None) -> str:
        """Return the label of an entity, for the lists of differences."""
        entity = self.entities.get(iri or "")
        return (entity.acronym or entity.label) if entity else str(iri)


def inside(span: Span, ranges: list[tuple[int, int]]) -> bool:
    """Tell whether a span begins in one of the ranges."""
    return any(start <= span.start < end for start, end in ranges)


def outermost(mentions: list[Mention]) -> list[Mention]:
    """Return the mentions that are no part of a longer one: "34th meeting of the LEG" names the LEG, but is no mistake for it."""
    return [m for m in mentions if not any(o.span != m.span and o.span.covers(m.span) for o in mentions)]


def passages(read_: Read, passage: Annotated, scores: Scores) -> None:
    """Is there a paragraph of that number?"""
    if passage.lines:
        return
    there = bool(read_.ranges(passage))
    scores.add("paragraph ids", passage, int(there), missed=() if there else ["no such paragraph"])


def decisions(read_: Read, passage: Annotated, scores: Scores) -> None:
    """Does the body decide there, with which verbs, with what status, and which body is it?"""
    found = [s for s in read_.statements(read_.ranges(passage), Decision) if isinstance(s, Decision)]
    verbs = sorted({v for d in found for v in d.verbs})
    if not found or not passage.decisions:
        extra = [f"decision ({', '.join(verbs)})"] if found else []
        missed = [f"decision ({row['verbs']})" for row in required(passage.decisions)]
        scores.add("decisions found", passage, 0, extra, missed)
        return
    (gold,) = passage.decisions
    scores.add("decisions found", passage, int(gold["required"] == "yes"))
    wanted, got = {verb(v) for v in gold["verbs"].split("|")}, {verb(v) for v in verbs}
    scores.add("their verbs", passage, len(wanted & got), sorted(got - wanted), sorted(wanted - got))
    status = {d.status for d in found}
    right = status == {gold["status"]}
    scores.add("their status", passage, int(right), *(() if right else ([", ".join(status)], [gold["status"]])))
    bodies = {body for d in found for body in d.bodies}
    labels = gold["body"].split("|")
    known = [read_.entities[b] for b in bodies if b is not None and b in read_.entities]
    right = len(bodies) == len(labels) and all(any(read_.names.same(label, e) for e in known) for label in labels)
    wrong = ([", ".join(sorted(read_.label(b) for b in bodies))], [gold["body"]])
    scores.add("their body", passage, int(right), *(() if right else wrong))


def roles(read_: Read, passage: Annotated, scores: Scores) -> None:
    """Who has which role in what, and is it stated?"""
    statements = [s for s in read_.statements(read_.ranges(passage), Role) if isinstance(s, Role)]
    found = list(dict.fromkeys((s.agent, s.role, s.target, s.basis) for s in statements))

    def fits(row: Row, role: tuple[str, str, str, str], same: Callable[[str, Entity], bool]) -> bool:
        agent, target = read_.entities.get(role[0]), read_.entities.get(role[2])
        if not agent or role[1] != row["role"] or not read_.names.same(row["agent"], agent):
            return False
        return row["required"] == "no" or bool(target and same(row["target"], target))

    missed, hits = [], 0
    for row in required(passage.roles):
        match = next((r for same in (read_.names.same, read_.names.near) for r in found if fits(row, r, same)), None)
        if match is None:
            missed.append(f"{row['agent']} {row['role']} of {row['target']} ({row['basis']})")
            continue
        found.remove(match)
        hits += 1
        right = match[3] == row["basis"]
        scores.add("their basis", passage, int(right), *(() if right else ([match[3]], [row["basis"]])))
    allowed = [row for row in passage.roles if row["required"] == "no"]
    found = [r for r in found if not any(fits(row, r, read_.names.near) for row in allowed)]
    extra = [f"{read_.label(a)} {role} of {read_.label(t)} ({basis})" for a, role, t, basis in found]
    scores.add("roles", passage, hits, extra, missed)


def organizations(read_: Read, passage: Annotated, scores: Scores) -> None:
    """Which organizations are named there? An unlisted one that is not annotated is shown, not counted."""
    mentions = read_.mentions(read_.ranges(passage))
    found = {m.entity: m for m in reversed(outermost(mentions))}
    here = {iri: read_.entities[iri] for iri in {m.entity: m for m in mentions} if read_.entities[iri].kind in read_.organizations}
    wanted = required(passage.organizations)
    missed = [row["organization"] for row in wanted if not any(read_.names.same(row["organization"], e) for e in here.values())]
    extra = []
    for iri, entity in here.items():
        if iri not in found or any(read_.names.same(row["organization"], entity) for row in passage.organizations):
            continue
        words = read_.reading.document.quote(found[iri].span)
        if entity.evidence is None:
            extra.append(f"{entity.label} ({entity.kind}, printed “{words}”)")
        else:
            read_uncounted = f"{passage.document} · {passage.paragraph}: {entity.label} ({entity.kind})"
            scores.uncounted.append(read_uncounted)
    scores.add("organizations", passage, len(wanted) - len(missed), extra, missed)


def citations(read_: Read, passage: Annotated, scores: Scores) -> None:
    """Which decisions, resolutions and documents are cited there?"""
    named = (read_.entities[m.entity] for m in read_.mentions(read_.ranges(passage)))
    found = {symbol(e) for e in named if e.kind in DOCUMENT_KINDS} - {""}
    wanted = {row["symbol"] for row in required(passage.citations)}
    allowed = {row["symbol"] for row in passage.citations}
    scores.add("citations", passage, len(wanted & found), sorted(found - allowed), sorted(wanted - found))


MEASURES = (
    "paragraph ids",
    "decisions found",
    "their verbs",
    "their status",
    "their body",
    "roles",
    "their basis",
    "organizations",
    "citations",
)
CHECKS = (passages, decisions, roles, organizations, citations)


# --- all documents ----------------------------------------------------------------------------------------------


def evaluate(corpus: Path) -> Scores:
    """Compare what the program reads in every annotated document with the annotations."""
    ontology = load_ontology(folder("ontology"))
    gazetteer, names, scores = Gazetteer(ontology.entities), Names(), Scores()
    kinds = frozenset(k for k, above in ontology.superclasses.items() if "Organization" in above and k != "State")
    for name, annotated in annotated_passages().items():
        path = corpus / name
        if not path.exists():
            message = f"no {name} in {corpus}: the annotated documents are public but not shipped; give their folder as CORPUS"
            raise SystemExit(message)
        reading = read_document(read(path), gazetteer)
        entities = {**reading.mentions.entities, **reading.statements.entities}
        document = Read(reading, entities, kinds, names)
        for passage in annotated:
            for check in CHECKS:
                check(document, passage, scores)
    return scores


def main() -> None:
    """Print the table, and every difference when asked for."""
    parser = argparse.ArgumentParser(description="Precision / recall / F1 (number annotated) on real documents.")
    parser.add_argument("corpus", type=Path, nargs="?", default=CORPUS, help="folder of the annotated documents")
    parser.add_argument("--misses", action="store_true", help="list every miss and every extra")
    arguments = parser.parse_args()
    if not arguments.corpus.is_dir():
        sys.exit(f"no folder {arguments.corpus}: the annotated documents are public but not shipped; give their folder as CORPUS")
    scores = evaluate(arguments.corpus)
    print(scores.markdown())
    if arguments.misses:
        print("\n".join(scores.differences()))


if __name__ == "__main__":
    main()
