"""Whose decision it is where the line above it names nobody in full: by the title of the text, what it cites, or the annex that it stands in."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.extract.reading import BODIES

if TYPE_CHECKING:
    from kg.extract.reading import Reading
    from kg.model import IRI, Passage, Span

_ANNEXED_TO = re.compile(r"^[ \t#*]*(?:\[(?:\.{3}|…)\][ \t]*)?Annex(?:es)?[ \t]+(?:[IVX]+[ \t]+)?to[ \t]+(?:decision|resolution)[ \t]+", re.IGNORECASE | re.MULTILINE)
_CONFERENCE = re.compile(r"[*_\s\[]*The\s+Conference\s+of\s+the\s+Parties[*_,\s]*")
_THE_PARTIES = re.compile(r"\W*The\s+(?:Contracting\s+)?Parties\W*")
_AUTHOR = re.compile(r"^[ \t•*-]*(?:Corporate[ \t]+)?Author[ \t]*:[ \t]*(?:the[ \t]+)?(?=[A-Z])", re.MULTILINE)
"""A line of a catalogue that says whose text it is: "Author: UN General Assembly (31st sess.)"."""
_TAKEN_UP = re.compile(r"\bReports?\s+of\s+(?:the\s+)?\Z", re.IGNORECASE)
_LINE_END = re.compile(r"[ \t.*]*(?:\n|\Z)")
_FIRST_MARKS, _LONGEST_SYMBOL, _LONGEST_BODY = 4, 30, 120


def body_of_title(reading: Reading) -> IRI | None:
    """ "Ministerial declaration of the United Nations Environment Assembly …": whose it is; "Author: General Assembly" says so better than any title."""
    header = next((p for p in reading.document.passages if p.kind == "header"), None)
    if header is None:
        return None
    author = _AUTHOR.search(reading.text, *header.span)
    by = reading.at(author.end(), author.end() + _LONGEST_BODY, BODIES) if author else None
    named = [by] if by else [(where, entity) for where, entity in reading.named(header.span, BODIES) if not _is_taken_up(reading, header, where)]
    if named:
        return named[0][1].iri
    printed = [entity for where, entity in reading.named(header.span, {"Resolution"}) if where.start == header.span.start and "/" in where.of(reading.text).split(" ")[0]]
    return next((target for entity in printed for name, target in entity.links if name == "adoptedBy"), None)


def _is_taken_up(reading: Reading, header: Passage, where: Span) -> bool:
    """Tell a title "Report of the Pond Council": others decide on that report."""
    return _LINE_END.match(reading.text, where.end) is not None and _TAKEN_UP.search(reading.text, header.span.start, where.start) is not None


def body_that_met(reading: Reading, chapeau: Passage) -> IRI | None:
    """ "We, African Ministers, / *Having met* at the … session of *the African Ministerial Conference on the Environment*," """
    below = next((p for p in reading.document.passages if p.span.start > chapeau.span.start), None)
    met = below is not None and below.kind == "preamble" and reading.says(below.body, "aving met", "athered", "ssembled")
    named = reading.named(below.body, BODIES) if below and met else []
    return named[0][1].iri if len({entity.iri for _, entity in named}) == 1 else None


def conference_of_home(reading: Reading) -> IRI | None:
    """ "The Conference of the Parties," where the symbols are of one convention only."""
    prefixes = {prefix: e.iri for e in reading.entities.values() if e.kind == "Convention" for prefix in e.series}
    symbols = [e.label for e in reading.entities.values() if e.kind == "Publication"]
    found = {iri for symbol in symbols for prefix, iri in prefixes.items() if symbol.startswith((prefix + "/", prefix + "."))}
    if len(found) != 1:
        return None
    governs = ("governs", next(iter(found)))
    return next((e.iri for e in reading.entities.values() if governs in e.links), None)


def conference_that_met(reading: Reading, chapeau: Passage) -> IRI | None:
    """ "The Conference of the Parties," in the report of a meeting of one"""
    meeting = reading.entities.get(reading.meeting)
    of = next((e for name, target in meeting.links if name == "sessionOf" and (e := reading.entities.get(target))), None) if meeting else None
    is_one = of is not None and of.kind == "ConferenceOfTheParties" and of.label.startswith("Conference of the Parties to")
    return of.iri if of and is_one and _CONFERENCE.fullmatch(reading.text, chapeau.body.start, chapeau.body.end) else None


def conference_cited(reading: Reading, chapeau: Passage) -> IRI | None:
    """ "The Conference of the Parties, recalling decision 3/CP.1": the one whose decisions alone are cited."""
    if not _CONFERENCE.fullmatch(reading.text, chapeau.body.start, chapeau.body.end):
        return None
    cited = {target for text in reading.entities.values() if text.kind == "DecisionText" and text.evidence for name, target in text.links if name == "adoptedBy"}
    body = reading.entities.get(next(iter(cited))) if len(cited) == 1 else None
    return body.iri if body and body.kind == "ConferenceOfTheParties" and body.label.startswith("Conference of the Parties to") else None


def meeting_named(reading: Reading, chapeau: Passage) -> IRI | None:
    """ "The Third Meeting of the Parties decided in Dec. III/11:" where that is known to be a meeting of one body."""
    sessions = [e for where, e in reading.named(chapeau.span, {"COPSession"}) if where.start - chapeau.body.start < _FIRST_MARKS + len("The ")]
    return next((target for e in sessions for name, target in e.links if name == "sessionOf"), None)


def parties_of_title(reading: Reading, chapeau: Passage) -> IRI | None:
    """ "The Contracting Parties," where the title names their meeting"""
    if not _THE_PARTIES.fullmatch(reading.text, chapeau.body.start, chapeau.body.end):
        return None
    titles = reading.titles
    met = {target for p in titles for _, e in reading.named(p.span, {"COPSession"}) for name, target in e.links if name == "sessionOf"}
    return next(iter(met)) if len(met) == 1 else None


def body_of_annex(reading: Reading) -> IRI | None:
    """ "Annex to decision SC-2/13": whose decision stands above it."""
    annexes = [reading.at(m.end(), m.end() + _LONGEST_SYMBOL, {"DecisionText", "Resolution"}) for m in _ANNEXED_TO.finditer(reading.text)]
    found = {target for annex in annexes if annex for name, target in annex[1].links if name == "adoptedBy"}
    return next(iter(found)) if len(found) == 1 else None
