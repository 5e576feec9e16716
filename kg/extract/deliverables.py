"""What workstreams deliver, and how far it is: created, ready, being prepared, planned."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.extract.reading import GROUPS, noun_phrase
from kg.extract.words import any_of
from kg.model import Delivery, Span
from kg.text import trim

if TYPE_CHECKING:
    from kg.extract.reading import Reading
    from kg.model import IRI, Passage

_PRODUCT = re.compile(
    r"\b(?:inventory|framework|reports?|overview|mapping|narrative|strateg(?:y|ies)|plan|note|briefing|guidance|guidelines|toolkit|tool|analysis|study|"
    r"messages|materials|principles|hub|publication|assessment|results|paper|brief|compendium|roadmap|database|platform|manual|edition)\b",
    re.IGNORECASE,
)
_DONE = r"created|developed|prepared|finalized|completed|produced|drafted|compiled"
_OUT = r"released|published|distributed|circulated|launched|issued"
_PASSIVE = re.compile(rf"\s+(?:was|were|has\s+been|have\s+been|had\s+been)\s+(?:also\s+|recently\s+)?(?P<verb>{_DONE}|{_OUT})\b")
_UNDER_WAY = re.compile(r"\s+(?:is|are)\s+(?:currently\s+|now\s+|also\s+)?being\s+(?:prepared|developed|drafted|finalized|produced)\b|\s+(?:is|are)\s+nearing\s+completion\b")
_READY = re.compile(r"\s+(?:was|were|is|are)\s+ready\s+(?:to\s+be\s+\w+|for\s+\w+)")
_ACTIVE = re.compile(
    rf"\s+(?:has\s+|have\s+)?(?:also\s+)?(?P<verb>{_DONE}|{_OUT})(?:\s+and\s+(?P<second>{_DONE}|{_OUT}))?\s+(?:the\s+|an?\s+|its\s+)"
)
_PREPARING = re.compile(r"\s+(?:is|are)\s+(?:now\s+|currently\s+)?(?:preparing|developing|drafting|producing)\s+(?:the\s+|an?\s+)")
_RELEASE = re.compile(r"\boutputs?\s+(?:has\s+been|have\s+been|is|was)\s+the\s+(?:release|publication|launch)\s+of\s+(?:the\s+)?")
_REPORTS_OF = re.compile(r"\btwo\s+reports\s+prepared\s+(?:so\s+far\s+)?in\s+(?P<one>\d{4})\s+and\s+(?P<two>\d{4})")
_REPORTS_BY = re.compile(r"\b(?:the\s+)?(?P<what>(?:\w+\s+)?(?:[A-Z]+\s+)?reports?)\s+prepared\s+by\s+(?:the\s+)?")
_FROM = re.compile(r"\b(?P<what>(?:concept\s+)?(?:note|paper|report))\s+(?:from|by|of)\s+(?:the\s+)?")
_TO_DEVELOP = re.compile(r"\bto\s+(?P<verb>develop|prepare|produce|finalize|create)\s+(?:an?\s+|the\s+)")
_GERUND = re.compile(r"(?:\b[Dd]eveloping|\b[Pp]reparing|\b[Dd]rafting|\b[Dd]esigning)\s+(?:the\s+|an?\s+)?")
_HINTS = any_of("creat", "evelop", "repar", "final", "complet", "produc", "raft", "compil", "releas", "publi", "distribut", "circulat", "launch", "issued", "ready", "nearing", "esign", "output")
"""A sentence without any of these says nothing that the rules below could read."""
_START = re.compile(r"(?:[Aa]n?|[Tt]he|[Ii]ts)\s+(?:set\s+of\s+)?")
_LONGEST = 200


def deliverables(reading: Reading) -> None:
    """State deliverables with their state, from prose and from action items."""
    for passage, sentence in reading.saying(_HINTS):
        for rule in (_passive, _active, _release, _gerund, _reports):
            rule(reading, passage, sentence)
    for passage in reading.actions:
        if not passage.parent:
            _foreseen(reading, passage)


def _provider(reading: Reading, passage: Passage, sentence: Span, before: int) -> IRI | None:
    """Return who delivers: the group named before in the sentence, the bullet's, the section's."""
    named = [e.iri for w, e in reading.named(Span(sentence.start, max(sentence.start, before)), GROUPS)]
    point = next((p for p in passage.points if p.span.start <= before < p.span.end), None)
    head = reading.at(point.span.start, point.span.end, GROUPS, article=False) if point else None
    if head and head[0].end <= before:
        return head[1].iri
    last = [e.iri for w, e in reading.named(Span(passage.body.start, max(passage.body.start, before)), GROUPS)]
    return named[-1] if named else last[-1] if last and not point else reading.topic(passage) or None


def _status(verb: str, words: str) -> str:
    if re.match(r"(?:an?\s+|the\s+)?draft\b", words, re.IGNORECASE):
        return "draft"
    return "released" if re.fullmatch(_OUT, verb) else "completed"


def _deliver(reading: Reading, passage: Passage, span: Span, status: str, provider: IRI | None, evidence_span: Span) -> None:
    words = re.sub(r"\s+", " ", span.of(reading.text)).strip()
    words = re.sub(r"\A(?:[Aa]n?|[Tt]he|[Ii]ts)\s+(?:set\s+of\s+)?", "", words)
    if not _PRODUCT.search(words) or len(words) > _LONGEST:
        return
    evidence = reading.evidence(passage, evidence_span)
    iri = reading.mint("Deliverable", "deliverable", words, evidence)
    reading.state(Delivery(evidence, iri, status, reading.holder(provider)))


def _passive(reading: Reading, passage: Passage, sentence: Span) -> None:
    """ "an inventory of … was created" · "A common narrative … is nearing completion" """
    for pattern, hints in ((_PASSIVE, ("was", "were", "been")), (_UNDER_WAY, ("being", "nearing")), (_READY, ("ready",))):
        for match in pattern.finditer(reading.text, sentence.start, sentence.end) if reading.says(sentence, *hints) else ():
            start = reading.clause_start(sentence, match.start())
            phrase = Span(start, match.start())
            words = phrase.of(reading.text)
            if not _START.match(words) or re.search(r"\b(?:is|are|was|were|has|have)\b", words):
                continue
            status = "in-preparation" if pattern is _UNDER_WAY else "ready" if pattern is _READY else _status(match["verb"], words)
            author = _FROM.search(words)
            if author:
                group = reading.at(phrase.start + author.end(), phrase.end, GROUPS)
                if group:
                    phrase = Span(phrase.start, phrase.start + author.start() + len(author["what"]))
                    _deliver(reading, passage, phrase, status, group[1].iri, Span(start, match.end()))
                    continue
            provider = _provider(reading, passage, sentence, start)
            _deliver(reading, passage, phrase, status, provider, Span(start, match.end()))


def _active(reading: Reading, passage: Passage, sentence: Span) -> None:
    """ "The IMG has also finalized and circulated the Inventory Management Plan." """
    for where, group in reading.named(sentence, GROUPS):
        made = _ACTIVE.match(reading.text, where.end, sentence.end)
        preparing = None if made else _PREPARING.match(reading.text, where.end, sentence.end)
        match = made or preparing
        if not match:
            continue
        product = noun_phrase(reading.text, match.end(), sentence.end)
        if reading.at(product.start, product.end, GROUPS):
            continue
        status = "in-preparation" if preparing else _status(match["verb"], product.of(reading.text))
        _deliver(reading, passage, product, status, group.iri, Span(where.start, product.end))


def _release(reading: Reading, passage: Passage, sentence: Span) -> None:
    """ "whose main output has been the release of the second edition of the …" """
    for match in _RELEASE.finditer(reading.text, sentence.start, sentence.end) if reading.says(sentence, "output") else ():
        product = noun_phrase(reading.text, match.end(), sentence.end)
        provider = _provider(reading, passage, sentence, match.start())
        _deliver(reading, passage, product, "released", provider, Span(match.start(), product.end))


def _gerund(reading: Reading, passage: Passage, sentence: Span) -> None:
    """ "- Developing information materials …; organizing side events and designing strategies for …" """
    for match in _GERUND.finditer(reading.text, sentence.start, sentence.end) if passage.points else ():
        if not any(point.span.start <= match.start() < point.span.end for point in passage.points):
            continue
        stop = re.compile(r";|\.(?=\s|\Z)|\s+and\s+\w+ing\b").search(reading.text, match.end(), sentence.end)
        product = trim(reading.text, match.end(), stop.start() if stop else sentence.end)
        provider = _provider(reading, passage, sentence, match.start()) or reading.topic(passage)
        _deliver(reading, passage, product, "in-preparation", provider, Span(match.start(), product.end))


def _reports(reading: Reading, passage: Passage, sentence: Span) -> None:
    """ "the two reports prepared so far in 2017 and 2021" · "two EMG reports prepared by the Task Teams" """
    if not reading.says(sentence, "prepared"):
        return
    for match in _REPORTS_OF.finditer(reading.text, sentence.start, sentence.end):
        provider = _provider(reading, passage, sentence, sentence.end)
        name = (reading.entities[provider].acronym or reading.entities[provider].label) if provider else ""
        for year in (match["one"], match["two"]):
            evidence = reading.evidence(passage, Span(*match.span()))
            iri = reading.mint("Deliverable", "deliverable", f"{name} report {year}".strip(), evidence)
            reading.state(Delivery(evidence, iri, "completed", provider))
    for match in _REPORTS_BY.finditer(reading.text, sentence.start, sentence.end):
        group = reading.at(match.end(), sentence.end, GROUPS)
        if group:
            _deliver(reading, passage, Span(*match.span("what")), "completed", group[1].iri, Span(match.start(), group[0].end))


def _foreseen(reading: Reading, passage: Passage) -> None:
    """ "Task the network … to develop a knowledge hub" · "to finalize the third edition of …" """
    for match in _TO_DEVELOP.finditer(reading.text, passage.lead_in.start, passage.lead_in.end):
        product = noun_phrase(reading.text, match.end(), passage.lead_in.end)
        named = [e.iri for _, e in reading.named(Span(passage.body.start, match.start()), GROUPS)]
        status = "in-preparation" if match["verb"] == "finalize" else "planned"
        provider = named[-1] if named else reading.topic(passage) or None
        _deliver(reading, passage, product, status, provider, Span(match.start(), product.end))
