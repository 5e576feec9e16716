"""What the page shows beside the graph: the documents to read, what happened to workstreams, who attended.

A page must stay small enough to send. So texts beyond `PLAIN` characters travel compressed and are unpacked
by the browser when somebody reads; and beyond `BUDGET` characters only the passages that carry something:
first those a statement is quoted from, then headings, then those that name a node, then the rest in order.
"""

from __future__ import annotations

import base64
import json
import zlib
from collections import defaultdict
from typing import TYPE_CHECKING

from kg.network.text import ILLEGAL, type_label
from kg.network.values import Background, Event, Network, Paper, Passage, Thing

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Set

    Row = Mapping[str, object]
    Place = tuple[str, str]  # document and paragraph

PLAIN = 150_000  # characters that travel as they are
BUDGET = 900_000  # characters that make about 0.4 megabytes when compressed
PAST = ("adopted", "amended")  # standings of what has happened


def background_of(rows: Mapping[str, Iterable[Row]], version: str = "") -> Background:
    """Return what the rows of saved queries say beside the graph; a query that was not asked says nothing.

    >>> row = {"document": "http://x/document/r", "title": "Report", "symbol": "R.1", "date": "", "start": "2022-10-13"}
    >>> background_of({"documents": [row]}).papers[0].date
    '2022-10-13'
    """
    named = list(rows.get("mentions", ()))
    things = {_text(row, "entity"): Thing(_text(row, "entity"), _text(row, "label"), type_label(_text(row, "type").split("|")[0])) for row in named}
    papers = {_text(row, "document"): _paper(row) for row in reversed(list(rows.get("documents", ())))}
    return Background(
        tuple(sorted(papers.values(), key=lambda paper: (paper.date or "9999", paper.symbol, paper.iri))),
        tuple(_passages(rows.get("passages", ()), named)),
        tuple(things[iri] for iri in sorted(things)),
        tuple(_events(rows.get("workstream-lifecycle", ()), rows.get("decisions", ()))),
        tuple(sorted({(_text(row, "affiliation"), _text(row, "meetingLabel"), _number(row, "participants")) for row in rows.get("affiliations", ())})),
        version,
    )


def _text(row: Row, column: str) -> str:
    """Return a cell as text of the same length in which no character is one that a file may not hold."""
    value = row.get(column)
    return "" if value is None else ILLEGAL.sub("\ufffd", str(value))


def _number(row: Row, column: str) -> int:
    """Return a cell as a number, 0 where it is none."""
    text = _text(row, column)
    return int(text) if text.isdecimal() else 0


def _paper(row: Row) -> Paper:
    """Return the document of a row of `documents`."""
    date = _text(row, "date") or _text(row, "start")
    return Paper(_text(row, "document"), _text(row, "title"), _text(row, "symbol"), date[:10], _text(row, "meetingLabel"))


def _passages(rows: Iterable[Row], mentions: Iterable[Row]) -> Iterator[Passage]:
    """Yield passages in reading order with what is named in them."""
    found: dict[Place, list[Row]] = defaultdict(list)
    for row in mentions:
        found[_text(row, "document"), _text(row, "paragraph")].append(row)
    for row in rows:
        document, paragraph, text = (_text(row, key) for key in ("document", "paragraph", "text"))
        start = _number(row, "end") - len(text)
        spans = _spans(text, start, found.get((document, paragraph), ()))
        yield Passage(document, paragraph, _text(row, "kind"), text, tuple(spans))


def _spans(text: str, start: int, mentions: Iterable[Row]) -> Iterator[tuple[int, int, str]]:
    """Yield the mentions of a passage, the longer of two that overlap; what is not where it should be is left out."""
    last = 0
    for row in sorted(mentions, key=lambda row: (_number(row, "start"), -_number(row, "end"))):
        begin, end = _number(row, "start") - start, _number(row, "end") - start
        if begin >= last and text[begin:end] == _text(row, "surface") != "":
            yield begin, end, _text(row, "entity")
            last = end


def _events(rows: Iterable[Row], decisions: Iterable[Row]) -> Iterator[Event]:
    """Yield what happened to workstreams, each once, with what the decision says of it."""
    known, seen = {_text(row, "decision"): row for row in decisions}, set()
    for row in rows:
        event = Event(
            _text(row, "workstream"), _text(row, "event"), _text(row, "status"), _text(row, "date")[:10], not _text(row, "decision"),
            _text(row, "document"), _text(row, "paragraph"), _text(row, "quote"),
            _detail(_text(row, "event"), known.get(_text(row, "decision"), {})), _text(row, "successor"),
        )  # fmt: skip
        if event not in seen:
            seen.add(event)
            yield event


def _detail(effect: str, decision: Row) -> str:
    """Return what a decision says of an effect: the new name, or for how long and until when.

    >>> _detail("extend", {"durationText": "for one more year", "condition": ""})
    'for one more year'
    """
    columns = ("newName",) if effect in ("rename", "convert") else ("durationText", "condition")
    return ", ".join(text for key in columns if (text := _text(decision, key).replace("|", ", ")))


# ── for the page ─────────────────────────────────────────────────────────────────────────────────


def page_data(background: Background, number: Mapping[str, str], short: Callable[[str], str]) -> dict[str, object]:
    """Return documents, events and attendance as the page reads them; `number` gives the ids of nodes.

    >>> page_data(Background(version="1"), {}, str)["version"]
    '1'
    """
    events = [event for event in background.events if event.workstream in number]
    return {
        "version": background.version,
        "papers": [{**_fields(paper), "slug": slug(paper.iri)} for paper in background.papers],
        "things": [[thing.label, thing.type_label, number.get(thing.iri) or short(thing.iri)] for thing in background.things],
        "events": [
            {**_fields(event), "id": f"v{index}", "workstream": number[event.workstream], "document": slug(event.document),
             "successor": number.get(event.successor, ""), "past": event.status in PAST}
            for index, event in enumerate(events)
        ],
        "attendance": [[number[iri], meeting, count] for iri, meeting, count in background.attendance if iri in number],
    }  # fmt: skip


def _fields(value: Paper | Event) -> dict[str, object]:
    """Return the fields of a value by name."""
    return {name: getattr(value, name) for name in value.__slots__}


def slug(document: str) -> str:
    """Return the last part of the IRI of a document.

    >>> slug("https://w3id.org/uneg/document/emg-som28-technical-segment")
    'emg-som28-technical-segment'
    """
    return document.rstrip("/").rpartition("/")[2]


def page_texts(background: Background, network: Network) -> dict[str, object]:
    """Return the passages of all documents, plain or compressed, as (paragraph, kind, text, mentions); `left` counts what is left out.

    >>> page_texts(Background((), (Passage("http://x/d", "1", "paragraph", "Text."),)), Network("", "", (), ()))["plain"]
    {'d': [['1', 'paragraph', 'Text.', []]]}
    """
    order = {thing.iri: index for index, thing in enumerate(background.things)}
    kept = _kept(background, network)
    texts: dict[str, list[object]] = {}
    for index, passage in enumerate(background.passages):
        listed = texts.setdefault(slug(passage.document), [])
        if index in kept:
            listed.append([passage.paragraph, passage.kind, passage.text, list(_units(passage, order))])
        elif listed and isinstance(listed[-1], int):
            listed[-1] += 1
        else:
            listed.append(1)
    if sum(len(background.passages[index].text) for index in kept) <= PLAIN:
        return {"plain": texts}
    data = json.dumps(texts, ensure_ascii=False, separators=(",", ":")).encode()
    return {"packed": base64.b64encode(zlib.compress(data, 9)).decode(), "left": len(background.passages) - len(kept)}


def _units(passage: Passage, order: Mapping[str, int]) -> Iterator[int]:
    """Yield start, end and number of what is mentioned, one after the other, counted as browsers count."""
    wide = not passage.text.isascii() and max(passage.text) > "\uffff"
    for start, end, iri in passage.mentions:
        yield from (_utf16(passage.text[:at]) if wide else at for at in (start, end))
        yield order[iri]


def _utf16(text: str) -> int:
    """Return the length of a text in units of UTF-16.

    >>> _utf16("a😀")
    3
    """
    return len(text) + sum(character > "\uffff" for character in text)


def _kept(background: Background, network: Network) -> Set[int]:
    """Return the passages that fit into the budget, those that carry most first."""
    passages = background.passages
    if sum(len(passage.text) for passage in passages) <= BUDGET:
        return set(range(len(passages)))
    quoted = {(edge.document, edge.paragraph) for edge in network.edges}
    quoted |= {(event.document, event.paragraph) for event in background.events}
    nodes = {node.iri for node in network.nodes}
    kept, room = set(), BUDGET
    for index in sorted(range(len(passages)), key=lambda index: (_rank(passages[index], quoted, nodes), index)):
        room -= len(passages[index].text)
        if room < 0:
            break
        kept.add(index)
    return kept


def _rank(passage: Passage, quoted: Set[Place], nodes: Set[str]) -> int:
    """Return how soon a passage is left out: 3 first, 0 last."""
    if (passage.document, passage.paragraph) in quoted:
        return 0
    return 1 if passage.kind == "heading" else 2 if any(iri in nodes for *_, iri in passage.mentions) else 3
