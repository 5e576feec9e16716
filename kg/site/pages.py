"""What stands on each page, as plain values for the templates."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from itertools import groupby
from typing import TYPE_CHECKING

import pyoxigraph as ox

from kg.diff_facts import EVENTS
from kg.namespaces import PREFIXES, UNEG, compress
from kg.site.web import LABELS, TYPE, Web, statements_about

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_HIDDEN = {TYPE, *LABELS, PREFIXES["skos"] + "altLabel", PREFIXES["skos"] + "exactMatch", PREFIXES["skos"] + "closeMatch", UNEG + "text"}
_HIDDEN |= {UNEG + name for name in ("subject", "predicate", "object", "acronym")}
_STRUCTURE = {UNEG + name for name in ("partOfDocument", "partOfSection", "inPassage", "evidence", "subject", "predicate", "object")}
_STRUCTURE |= {PREFIXES["oa"] + name for name in ("hasBody", "hasTarget", "hasSource")} | {PREFIXES["prov"] + "wasQuotedFrom"}
_MOST = 200
_ORDER = ("RoleAssignment", "Decision", "LifecycleEvent", "Proposal", "Statement")
Link = tuple[str, str]
"""A label and an IRI; the IRI is empty for plain text."""


@dataclass(frozen=True, slots=True)
class Claim:
    """One statement of a document: who, what, whom; how sure; the words and where they stand."""

    iri: str
    subject: Link
    predicate: str
    object: Link
    quote: str
    passage: Link
    badges: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Row:
    """A property with its values."""

    label: str
    iri: str
    values: tuple[Link, ...]
    entailed: bool = False
    more: int = 0


@dataclass(frozen=True, slots=True)
class Page:
    """A thing with everything that is said of it."""

    iri: str
    title: str
    kinds: tuple[Link, ...]
    acronym: str = ""
    names: tuple[tuple[str, str], ...] = ()
    identifiers: tuple[str, ...] = ()
    text: tuple[tuple[str, str], ...] = ()
    facts: tuple[Row, ...] = ()
    incoming: tuple[Row, ...] = ()
    claims: tuple[Claim, ...] = ()
    mentioned: tuple[Link, ...] = ()
    parts: tuple[Page, ...] = field(default=(), repr=False)


def page_of(web: Web, iri: str, *, alone: bool = True) -> Page:
    """Return the page of a thing; a part of one (`alone` false) leaves out what stands above it."""
    claims = sorted((claim_of(web, claim) for claim in (_claims_about(web, iri) if alone else ())), key=lambda c: _rank(web, c))
    quoted = [claim_of(web, claim) for claim in web.sources(iri, "prov:wasQuotedFrom") if web.value(claim, "uneg:predicate")] if alone else []
    is_claim = bool(web.value(iri, "uneg:predicate"))
    return Page(
        iri=iri,
        title=_title(web, iri),
        kinds=tuple((web.label(kind), kind) for kind in web.types(iri) if kind.startswith(UNEG))[:3],
        acronym=web.value(iri, "uneg:acronym"),
        names=tuple(_names(web, iri)),
        identifiers=tuple(web.values(iri, "skos:exactMatch") + web.values(iri, "skos:closeMatch")),
        text=tuple(linked_text(web, iri)),
        facts=tuple(_rows(web, web.about(iri), outgoing=True)),
        incoming=tuple(_rows(web, [q for q in web.towards(iri) if q.predicate.value not in _STRUCTURE], outgoing=False)) if alone else (),
        claims=tuple([claim_of(web, iri)] if is_claim and alone else _unique([*claims, *quoted])),
        mentioned=tuple(_mentioned(web, iri)) if alone else (),
        parts=tuple(page_of(web, part, alone=False) for part in web.fragments(iri) if not re.search(r"#char=\d", part)) if alone else (),
    )


def _claims_about(web: Web, iri: str) -> Iterator[str]:
    """Yield the statements about a thing, and the decisions that would do something to it or did."""
    yield from statements_about(web, iri)
    for effect in web.sources(iri, "uneg:affects"):
        yield from web.values(effect, "uneg:effectOf")


def _rank(web: Web, claim: Claim) -> tuple[int, str, int, str]:
    """Return the order of claims: roles, decisions, then the rest, each in reading order."""
    kinds = {kind.removeprefix(UNEG) for kind in web.values(claim.iri, "rdf:type")}
    rank = next((n for n, kind in enumerate(_ORDER) if kind in kinds), len(_ORDER))
    return rank, web.value(claim.passage[1], "uneg:partOfDocument"), int(web.value(claim.passage[1], "uneg:order") or 0), claim.iri


def _unique(claims: Iterable[Claim]) -> list[Claim]:
    return list({claim.iri: claim for claim in claims}.values())


def _title(web: Web, iri: str) -> str:
    if not web.value(iri, "uneg:predicate"):
        return web.label(iri) if web.about(iri) else iri.removeprefix(web.base)
    claim = claim_of(web, iri)
    return claim.quote if claim.subject[1] == iri else f"{claim.subject[0]} {claim.predicate} {claim.object[0]}"


def claim_of(web: Web, claim: str) -> Claim:
    """Return a statement in words, with its quote."""
    subject, value, predicate = (web.value(claim, f"uneg:{name}") for name in ("subject", "object", "predicate"))
    span, passage = web.value(claim, "uneg:evidence"), web.value(claim, "prov:wasQuotedFrom")
    badges = [(kind, web.label(found)) for kind in ("basis", "status") if (found := web.value(claim, f"uneg:{kind}"))]
    quote = web.value(claim, "uneg:text") or web.value(span, "oa:exact")
    shown = (web.label(value), value) if "://" in value else (value, "")
    if subject == claim and (effects := web.values(claim, "uneg:foresees") or web.values(claim, "uneg:hasEffect")):
        return _decision(web, claim, effects, Claim(claim, (web.label(subject), subject), "", shown, quote, _place(web, passage), tuple(badges)))
    if predicate == UNEG + "effectKind":
        words, shown = _happened(web, claim, value)
        return Claim(claim, (web.label(subject), subject), words, shown, quote, _place(web, passage), tuple(badges))
    return Claim(claim, (web.label(subject), subject), web.label(predicate), shown, quote, _place(web, passage), tuple(badges))


def _happened(web: Web, claim: str, kind: str) -> tuple[str, Link]:
    """Return what has happened to a body, and at which meeting where that is said: was endorsed at SOM27."""
    notation, meeting = web.value(kind, "skos:notation"), web.value(claim, "uneg:atMeeting")
    words = f"was {EVENTS.get(notation, notation)}"
    return (f"{words} at", (web.label(meeting), meeting)) if meeting else (words, ("", ""))


def _decision(web: Web, claim: str, effects: list[str], plain: Claim) -> Claim:
    """Return a decision as what it would do, or did, to whom."""
    kinds = list(dict.fromkeys(web.label(kind) for effect in effects for kind in web.values(effect, "uneg:effectKind")))
    targets = list(dict.fromkeys(target for effect in effects for target in web.values(effect, "uneg:affects")))
    what = web.label(next(iter(web.types(claim)), claim))
    item = web.value(claim, "uneg:item")
    words = ("would " if web.values(claim, "uneg:foresees") else "did ") + ", ".join(kinds)
    target = (web.label(targets[0]), targets[0]) if targets else ("", "")
    return replace(plain, subject=(f"{what} {item}".strip().capitalize(), claim), predicate=words, object=target)


def _place(web: Web, passage: str) -> Link:
    document, number = web.value(passage, "uneg:partOfDocument"), web.value(passage, "uneg:number")
    return f"{web.label(document)}, {number}" if document else web.label(passage), passage


def _names(web: Web, iri: str) -> Iterator[tuple[str, str]]:
    """Yield other names with their language; English ones have none."""
    title, seen = web.label(iri), set()
    for quad in web.about(iri):
        if quad.predicate.value in {*LABELS, PREFIXES["skos"] + "altLabel"} and isinstance(quad.object, ox.Literal):
            name = (quad.object.value, "" if quad.object.language in {"en", None} else str(quad.object.language))
            if quad.object.value != title and name not in seen:
                seen.add(name)
                yield name


def _rows(web: Web, quads: Iterable[ox.Quad], *, outgoing: bool) -> Iterator[Row]:
    """Yield the properties of a thing by name, what was entailed apart."""
    wanted = sorted(
        (q for q in quads if q.predicate.value not in _HIDDEN),
        key=lambda q: (_entailed(q), web.label(q.predicate.value), q.predicate.value),
    )
    for (entailed, predicate), group in groupby(wanted, key=lambda q: (_entailed(q), q.predicate.value)):
        terms = list(dict.fromkeys(q.object if outgoing else q.subject for q in group))
        values = sorted((_link(web, term) for term in terms), key=lambda link: (link[0].casefold(), link[1]))
        label = web.label(predicate) if outgoing else _towards(web, predicate)
        yield Row(label, predicate, tuple(values[:_MOST]), entailed, max(0, len(values) - _MOST))


def _towards(web: Web, predicate: str) -> str:
    """Return how a property reads from the other side: by its inverse, or with an arrow where it has none."""
    inverse = web.value(predicate, "owl:inverseOf") or next(iter(web.sources(predicate, "owl:inverseOf")), "")
    return web.label(inverse) if inverse.startswith(UNEG) else f"← {web.label(predicate)}"


def _entailed(quad: ox.Quad) -> bool:
    return str(getattr(quad.graph_name, "value", "")).endswith("/graph/entailments")


def _link(web: Web, term: object) -> Link:
    if not isinstance(term, ox.NamedNode):
        return str(getattr(term, "value", term)), ""
    return web.label(term.value), term.value


def _mentioned(web: Web, iri: str) -> Iterator[Link]:
    """Yield the passages that name a thing, in reading order."""
    spans = [web.value(mention, "oa:hasTarget") for mention in web.sources(iri, "oa:hasBody")]
    passages = dict.fromkeys(web.value(span, "uneg:inPassage") for span in spans)
    order = sorted((p for p in passages if p), key=lambda p: (web.value(p, "uneg:partOfDocument"), int(web.value(p, "uneg:order") or 0)))
    yield from (_place(web, passage) for passage in order)


def linked_text(web: Web, passage: str) -> Iterator[tuple[str, str]]:
    """Yield the text of a passage in pieces, each with the IRI of the thing it names or nothing."""
    text, at = re.sub(r"[ \t]*\n\s*\n", "\n", web.value(passage, "uneg:text").strip()), 0
    for surface, entity in _mentions_in(web, passage):
        place = text.find(surface, at)
        if place < 0:
            continue
        if place > at:
            yield text[at:place], ""
        yield surface, entity
        at = place + len(surface)
    if at < len(text):
        yield text[at:], ""


def _mentions_in(web: Web, passage: str) -> list[tuple[str, str]]:
    """Return what a passage names, in order, of overlapping names the longest."""
    found = []
    for span in web.sources(passage, "uneg:inPassage"):
        for mention in web.sources(span, "oa:hasTarget"):
            start, end = int(web.value(span, "oa:start") or 0), int(web.value(span, "oa:end") or 0)
            found.append((start, -end, web.value(mention, "uneg:surface"), web.value(mention, "oa:hasBody")))
    kept, reached = [], 0
    for start, end, surface, entity in sorted(found):
        if start >= reached and surface:
            kept.append((surface, entity))
            reached = -end
    return kept


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A passage in the reading view of a document."""

    iri: str
    number: str
    kind: str
    pieces: tuple[tuple[str, str], ...]
    spans: tuple[str, ...]
    claims: int
    status: str = ""


def reading_view(web: Web, document: str) -> list[Paragraph]:
    """Return the passages of a document in reading order, with the places of its spans."""
    passages = sorted(web.sources(document, "uneg:partOfDocument"), key=lambda p: (int(web.value(p, "uneg:order") or 0), p))
    found = []
    for passage in passages:
        if not web.value(passage, "uneg:text"):
            continue
        claims = [c for c in web.sources(passage, "prov:wasQuotedFrom") if web.value(c, "uneg:predicate")]
        status = next((web.label(s) for c in claims if (s := web.value(c, "uneg:status"))), "")
        spans = tuple(s.partition("#")[2] for s in web.sources(passage, "uneg:inPassage"))
        kind = web.value(passage, "uneg:passageKind")
        found.append(Paragraph(passage, web.value(passage, "uneg:number"), kind, tuple(linked_text(web, passage)), spans, len(claims), status))
    return found


def neighbours(web: Web, passage: str) -> tuple[str, str]:
    """Return the passages before and after one, or empty texts."""
    document, order = web.value(passage, "uneg:partOfDocument"), web.value(passage, "uneg:order")
    if not document or not order:
        return "", ""
    others = sorted(
        (int(web.value(p, "uneg:order")), p) for p in web.sources(document, "uneg:partOfDocument") if web.value(p, "uneg:order") and web.value(p, "uneg:text")
    )
    place = next((i for i, (_, p) in enumerate(others) if p == passage), -1)
    if place < 0:
        return "", ""
    return others[place - 1][1] if place else "", others[place + 1][1] if place + 1 < len(others) else ""


def short(iri: str) -> str:
    """Return a short form of an IRI for people to read."""
    return compress(iri)
