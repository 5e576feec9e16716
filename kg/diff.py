"""What changed between two builds, in words, Markdown or RDF, each change with its sentence.

    two folders ─compare▶ Difference ─render_diff▶ text · markdown · turtle    (kg diff OLD NEW)

A statement keeps its IRI from build to build, so that a change is a change of what is said, not of
how it was numbered.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pyoxigraph as ox

from kg.diff_facts import EVENTS, Facts, Said
from kg.diff_render import FORMATS, Change, QueryChange
from kg.errors import NotFoundError, did_you_mean
from kg.export import base_of, read_dataset
from kg.people import is_without_people, leave_out_people
from kg.query import load_queries, run
from kg.service import data_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from pathlib import Path

    from kg.model import Dataset

_DECIDED = {"adopted", "amended", "deferred", "rejected"}
_POSITIONS = {"start", "end"}
_BY_POSITION = re.compile(r"://.*(?:/statement/|/mention/|#char=)")


@dataclass(frozen=True, slots=True)
class Difference:
    """What is new, what is gone and what is otherwise between two builds."""

    old: str
    new: str
    added: int
    removed: int
    changes: tuple[Change, ...] = ()
    queries: tuple[QueryChange, ...] = field(default=(), repr=False)
    note: str = ""

    @property
    def is_empty(self) -> bool:
        """Tell whether the two builds say the same."""
        return not self.added and not self.removed


def compare(old: Path, new: Path, queries: Path) -> Difference:
    """Return the difference of two output folders; raise `OutputError` where one was never built."""
    return compare_datasets(data_of(read_dataset(old)), data_of(read_dataset(new)), queries, str(old), str(new))


def compare_datasets(old: Dataset, new: Dataset, queries: Path, old_name: str = "old", new_name: str = "new") -> Difference:
    """Return the difference of two datasets; the saved questions are asked of both.

    Where one of the two leaves people out by choice, the other is compared without its people too.
    """
    note, nameless = "", (is_without_people(old), is_without_people(new))
    if nameless[0] != nameless[1]:
        without, other = (old_name, new_name) if nameless[0] else (new_name, old_name)
        note = f"{without} leaves people out by choice; {other} is compared without its people."
        old, new = (one if left_out else leave_out_people(one, base_of(one)) for one, left_out in zip((old, new), nameless, strict=True))
    added, removed = len(new.quads - old.quads), len(old.quads - new.quads)
    if not added and not removed:
        return Difference(old_name, new_name, 0, 0, note=note)
    before, after = Facts(old), Facts(new)
    changes = [change for find in _SECTIONS for change in find(before, after)]
    return Difference(old_name, new_name, added, removed, tuple(changes), tuple(_queries(old, new, queries)), note)


def render_diff(difference: Difference, form: str = "text") -> str:
    """Return a difference in one of `FORMATS`; raise `NotFoundError` for a form there is none of."""
    if form not in FORMATS:
        message = f"No format '{form}'.{did_you_mean(form, FORMATS)} Formats: {', '.join(FORMATS)}."
        raise NotFoundError(message)
    return FORMATS[form](difference)


def _pairs(before: dict[str, Said], after: dict[str, Said]) -> Iterator[tuple[str, Said | None, Said | None]]:
    """Yield what stands on one side only, or otherwise on both, in a fixed order."""
    for key in sorted(before.keys() | after.keys()):
        if before.get(key) != after.get(key):
            yield key, before.get(key), after.get(key)


def _change(section: str, kind: str, said: Said, words: str) -> Change:
    return Change(section, kind, said.iri, said.label, words, said.quote, said.place, said.passage)


def _documents(before: Facts, after: Facts) -> Iterator[Change]:
    """Documents that were read anew, or are no longer there."""
    for _, old, new in _pairs(before.things("Document"), after.things("Document")):
        if new and not old:
            yield _change("Documents", "new", new, "was read")
        elif old and not new:
            yield _change("Documents", "gone", old, "is no longer part of the dataset")


def _workstreams(before: Facts, after: Facts) -> Iterator[Change]:
    """Workstreams new, gone, or called otherwise."""
    for _, old, new in _pairs(before.things("Workstream"), after.things("Workstream")):
        if new and not old:
            yield _change("Workstreams", "new", new, "is new")
        elif old and not new:
            yield _change("Workstreams", "gone", old, "is no longer named")
        elif old and new and old.label != new.label:
            yield _change("Workstreams", "renamed", new, f"was called {old.label}")


def _lifecycle(before: Facts, after: Facts) -> Iterator[Change]:
    """What has happened to bodies, or is suggested to happen; a suggestion that was decided on is one change."""
    earlier, later = before.events(), after.events()
    decided = {key: was for key in later.keys() - earlier.keys() if (was := _suggestion_of(key, earlier))}
    for key, old, new in _pairs(earlier, later):
        kind, status = key.split("\n")[1:3]
        if new and key in decided:
            yield _decided(kind, status, earlier[decided[key]], new)
            continue
        if not new and key in decided.values():
            continue
        done = EVENTS.get(kind, kind)
        words = f"was {done}" if status == "adopted" else f"is to be {done} ({status})"
        if new and not old:
            yield _change("What happens to workstreams", done, new, words)
        elif old and not new:
            yield _change("What happens to workstreams", "no longer said", old, f"no longer said: {words}")
        elif old and new and old.words != new.words:
            yield _change("What happens to workstreams", "changed", new, f"{words}: {new.words or 'no term'}, before {old.words or 'no term'}")


def _suggestion_of(key: str, events: Mapping[str, Said]) -> str:
    """Return the key of what was only suggested before: that the same happen to the same body."""
    target, kind, status = key.split("\n")
    open_before = (f"{target}\n{kind}\n{was}" for was in ("suggested", "draft"))
    return next((was for was in open_before if status in _DECIDED and was in events), "")


def _decided(kind: str, status: str, old: Said, new: Said) -> Change:
    done = EVENTS.get(kind, kind)
    terms = f": {new.words or 'no term'}, suggested {old.words or 'no term'}" if new.words != old.words else ""
    what = done if status == "adopted" else status
    return _change("What happens to workstreams", what, new, f"was suggested to be {done}, is {status}{terms}")


def _agents(before: Facts, after: Facts) -> Iterator[Change]:
    """Organizations that came in or went out: with a role, or present at a meeting."""
    for _, old, new in _pairs(before.active(), after.active()):
        if new and not old:
            yield _change("Agencies", "in", new, "takes part now")
        elif old and not new:
            yield _change("Agencies", "out", old, "takes part no more")


def _roles(before: Facts, after: Facts) -> Iterator[Change]:
    """Roles that began or ended."""
    for _, old, new in _pairs(before.roles(), after.roles()):
        if new and not old:
            yield _change("Roles", "new", new, new.words)
        elif old and not new:
            yield _change("Roles", "gone", old, f"no longer: {old.words}")


def _deliverables(before: Facts, after: Facts) -> Iterator[Change]:
    """Deliverables new, or in another state."""
    for _, old, new in _pairs(before.deliverables(), after.deliverables()):
        if new and not old:
            yield _change("Deliverables", "new", new, f"is new ({new.words})" if new.words else "is new")
        elif old and not new:
            yield _change("Deliverables", "gone", old, "is no longer named")
        elif old and new and old.words != new.words:
            yield _change("Deliverables", "changed", new, f"was {old.words or 'in no stated state'}, is {new.words or 'in no stated state'}")


_SECTIONS: tuple[Callable[[Facts, Facts], Iterable[Change]], ...] = (_documents, _workstreams, _lifecycle, _agents, _roles, _deliverables)


def _queries(old: Dataset, new: Dataset, queries: Path) -> Iterator[QueryChange]:
    """Yield the saved questions that are answered otherwise, with the rows that came and went."""
    stores = [ox.Store(), ox.Store()]
    for store, dataset in zip(stores, (old, new), strict=True):
        store.bulk_extend(dataset.quads)
    for query in load_queries(queries).values():
        before, after = (run(store, query.text, explain=False) for store in stores)
        rows, others = (Counter(_answer(record) for record in result.records()) for result in (before, after))
        added, removed = list((others - rows).elements()), list((rows - others).elements())
        if added or removed:
            yield QueryChange(query.name, query.summary, tuple(map(dict, added)), tuple(map(dict, removed)))


def _answer(record: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    """Return what a row answers, whatever position in the text it was read from.

    >>> _answer({"agency": "https://w3id.org/uneg/agency/unep", "start": "5", "statement": "https://w3id.org/uneg/statement/1f"})
    (('agency', 'https://w3id.org/uneg/agency/unep'),)
    """
    return tuple((name, value) for name, value in record.items() if name not in _POSITIONS and not _BY_POSITION.search(value))
