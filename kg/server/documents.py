"""A document as a page to read: its passages in order, mentions and statements highlighted."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from itertools import groupby, pairwise
from typing import TYPE_CHECKING

from kg.server.endpoint import while_connected
from kg.server.entities import entity, find
from kg.server.negotiation import PAGE, choose
from kg.server.site import Site, is_iri, prefixed

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from starlette.requests import Request
    from starlette.responses import Response

    Text = Mapping[str, str]


_MARGIN = 7


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text; `href` leads to what it names, `marks` are the spans it belongs to."""

    text: str
    href: str = ""
    title: str = ""
    marks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Link:
    """Pieces that lead to the same place, or to none."""

    href: str
    title: str
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Claim:
    """A statement of a passage, to be shown beside it."""

    subject: tuple[str, str]
    predicate: str
    object: tuple[str, str]
    mark: str
    basis: str


@dataclass(slots=True)
class Paragraph:
    """A passage as the page shows it."""

    anchor: str
    href: str
    number: str
    kind: str
    links: list[Link]
    claims: list[Claim] = field(default_factory=list)


def _passages(iri: str) -> str:
    return prefixed(
        f"""SELECT ?passage ?number ?kind ?text ?end ?order {{
  ?passage uneg:partOfDocument <{iri}> ; uneg:number ?number ; uneg:text ?text .
  OPTIONAL {{ ?passage uneg:passageKind ?kind }} OPTIONAL {{ ?passage uneg:end ?end }} OPTIONAL {{ ?passage uneg:order ?order }}
}} ORDER BY ?order ?passage"""
    )


def _mentions(iri: str) -> str:
    return prefixed(
        f"""SELECT ?passage ?start ?end ?exact ?entity ?span {{
  ?span oa:hasSource <{iri}> ; uneg:inPassage ?passage ; oa:start ?start ; oa:end ?end ; oa:exact ?exact .
  OPTIONAL {{ ?mention oa:hasTarget ?span ; oa:hasBody ?entity }}
}} ORDER BY ?passage ?start DESC(?end)"""
    )


def _claims(iri: str) -> str:
    return prefixed(
        f"""SELECT ?passage ?s ?p ?o ?span ?basis {{
  ?passage uneg:partOfDocument <{iri}> .
  ?claim prov:wasQuotedFrom ?passage ; uneg:subject ?s ; uneg:predicate ?p ; uneg:object ?o .
  OPTIONAL {{ ?claim uneg:evidence ?span }} OPTIONAL {{ ?claim uneg:basis/skos:notation ?basis }}
}} ORDER BY ?passage ?span ?p ?s ?o"""
    )


async def document(request: Request) -> Response:
    """Answer at /document/<slug>: a page to read, or RDF like any other entity."""
    site: Site = request.app.state.site
    wanted = await find(site, f"document/{request.path_params['slug']}")
    chosen = (wanted.form, "") if wanted.form else choose(request.headers.get("accept", ""), PAGE)
    if chosen is None or chosen[0] != "html":
        return await entity(request, site, wanted.iri, wanted.form)
    paragraphs = await while_connected(request, _read(site, wanted.iri))
    if not paragraphs:
        return await entity(request, site, wanted.iri, "html")
    facts = await site.engine.texts(_about(wanted.iri))
    label = (await site.labels([wanted.iri])).get(wanted.iri, wanted.iri)
    return site.page("document.html", title=label, iri=wanted.iri, paragraphs=paragraphs, facts=facts[0] if facts else {}, here=site.href(wanted.iri))


def _about(iri: str) -> str:
    return prefixed(
        f"SELECT ?symbol ?date ?meeting ?source {{ OPTIONAL {{ <{iri}> dcterms:identifier ?symbol }} OPTIONAL {{ <{iri}> dcterms:date ?date }} "
        f"OPTIONAL {{ <{iri}> uneg:records ?meeting }} OPTIONAL {{ <{iri}> dcterms:source ?source }} }} LIMIT 1"
    )


async def _read(site: Site, iri: str) -> list[Paragraph]:
    """Return the passages of a document with what is named and stated in them."""
    ask = site.engine.texts
    passages, spans, claims = await asyncio.gather(ask(_passages(iri)), ask(_mentions(iri)), ask(_claims(iri)))
    iris = {row[name] for row in claims for name in ("s", "p", "o")} | {row["entity"] for row in spans}
    labels = await site.labels(value for value in iris if is_iri(value))
    spans_of = {passage: list(rows) for passage, rows in groupby(spans, key=lambda row: row["passage"])}
    claims_of = {passage: list(rows) for passage, rows in groupby(claims, key=lambda row: row["passage"])}
    found = []
    for row in passages:
        passage = row["passage"]
        pieces = _pieces(site, row, spans_of.get(passage, []), labels)
        links = [Link(*key, tuple(part)) for key, part in groupby(pieces, key=lambda piece: (piece.href, piece.title))]
        stated = [_claim(site, claim, labels) for claim in claims_of.get(passage, [])]
        found.append(Paragraph(anchor(passage, iri), site.href(passage), _shown(row["number"]), row["kind"] or "paragraph", links, stated))
    return found


def _shown(number: str) -> str:
    """Return a passage's number as it fits the margin: 5, a.ii, or a sign for what has none.

    >>> [_shown(number) for number in ("5", "Group on Plastics a.ii", "Group on Plastics chapeau")]
    ['5', 'a.ii', '¶']
    """
    last = number.rpartition(" ")[2]
    fits = len(last) <= _MARGIN and (last[:1].isdigit() or len(last) == 1 or "." in last)
    return last if fits else "¶"


def anchor(passage: str, document_iri: str) -> str:
    """Return the anchor of a passage on its document's page: what its IRI adds to the document's."""
    return passage.removeprefix(document_iri).strip("/") or "text"


def _claim(site: Site, row: Text, labels: Mapping[str, str]) -> Claim:
    def shown(value: str) -> tuple[str, str]:
        return (labels.get(value) or value.rpartition("/")[2], site.href(value)) if is_iri(value) and "://" in value else (value, "")

    predicate = labels.get(row["p"]) or row["p"].rpartition("#")[2].rpartition("/")[2]
    return Claim(shown(row["s"]), predicate, shown(row["o"]), _mark(row["span"]), row["basis"])


def _mark(span: str) -> str:
    return span.partition("#")[2]


def _pieces(site: Site, passage: Text, spans: Iterable[Text], labels: Mapping[str, str]) -> list[Piece]:
    """Cut a passage's text at the borders of its spans; the longest mention gives a piece its link."""
    text = passage["text"]
    begin = int(passage["end"]) - len(text) if passage["end"].isdigit() else 0
    placed = []
    for span in spans:
        at = _place(text, span["exact"], int(span["start"]) - begin)
        if at is not None:
            placed.append((at, at + len(span["exact"]), span))
    borders = sorted({0, len(text), *(start for start, _, _ in placed), *(end for _, end, _ in placed)})
    pieces = []
    for start, end in pairwise(borders):
        over = [item for item in placed if item[0] <= start and end <= item[1]]
        named = max((item for item in over if item[2]["entity"]), key=lambda item: item[1] - item[0], default=None)
        iri = named[2]["entity"] if named else ""
        marks = tuple(dict.fromkeys(_mark(span["span"]) for _, _, span in over))
        pieces.append(Piece(text[start:end], site.href(iri) if iri else "", labels.get(iri, iri), marks))
    return pieces


def _place(text: str, words: str, guess: int) -> int | None:
    """Return where words stand in a text, next to where they should."""
    if guess >= 0 and text[guess : guess + len(words)] == words:
        return guess
    places = [i for i in range(len(text) - len(words) + 1) if text.startswith(words, i)] if len(words) < len(text) else []
    if text == words:
        places = [0]
    return min(places, key=lambda place: abs(place - guess), default=None)
