"""Who took part in a meeting, because they spoke there: "Statements were made by representatives of A and B and on behalf of C"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.extract.attendees import attendees, reaching, took_part
from kg.extract.occasions import Occasions
from kg.extract.words import any_of
from kg.model import Span
from kg.text import ORDINAL

if TYPE_CHECKING:
    from kg.extract.reading import Reading
    from kg.model import IRI, Passage

_SAID = r"(?:[Ss]tatements?|[Ii]nterventions?|[Rr]emarks|[Cc]omments|[Aa]ddress(?:es)?|[Pp]resentations?|[Ss]peech(?:es)?)"
_SPOKE = re.compile(
    rf"\b{_SAID}\s+(?:was|were)\s+(?:also\s+|then\s+|subsequently\s+|thereafter\s+)*(?:made|delivered|given|heard|offered)\b"
    rf"|\bmade\s+(?:(?:general|opening|closing|brief|further|introductory)\s+)*statements?\b(?=,\s+including\b)|\b(?:[Ss]tatements?|[Ii]nterventions?)\s+(?:made|delivered|given)(?=\s+by\b)|\bheard\s+(?:(?:a|an|the)\s+)?(?:\w+\s+){{0,2}}{_SAID}(?=\s+(?:by|from)\b)"
)
_ACTIVE = re.compile(
    r"(?<=[\w)’'”,])\s+(?:(?:also|then|both|each|subsequently|all)\s+)*(?:(?:made|delivered|gave)\s+(?:(?:an?|the|their|her|his|its|brief|short|general|opening|closing|introductory|welcoming|welcome|further|policy|keynote|national|joint|the\s+following)\s+)*(?:statements?|interventions?|remarks|comments|address(?:es)?|speech(?:es)?|keynote)|took\s+the\s+floor|intervened|spoke)\b"
)
_FOR = re.compile(r"\b(?:representatives?\s+(?:of|from|speaking\s+(?:for|on\s+behalf\s+of))|on\s+behalf\s+of|by|from|observers?\s+for)\b")
_VERBS = (
    r"(?:said|stated|informed|announced|noted|expressed|reported|explained|recalled|underlined|underscored|emphasi[sz]ed|stressed|highlighted|pointed\s+out|thanked|welcomed|proposed|suggested|requested|asked|supported|introduced|presented|"
    r"reiterated|described|observed|drew\s+(?:the\s+)?attention|called\s+(?:for|on|upon)|urged|added|shared|provided|outlined|indicated|clarified|confirmed|made|delivered|gave|commented|objected|opposed|encouraged|appealed|invited|cautioned|warned|"
    r"mentioned|replied|responded|declared|affirmed|acknowledged|offered|congratulated|commended|concluded|read\s+out|took\s+the\s+floor|spoke)"
)
_REPRESENTATIVE = re.compile(
    r"(?:(?:In|During|Throughout)\s+(?:(?:the|that|this|an?)\s+)?(?:(?:ensuing|subsequent|following|general|brief|lively|interactive)\s+)*(?:discussions?|debate|response|reply|exchange(?:\s+of\s+views)?|interactive\s+dialogue)(?:\s+(?:that\s+followed|on\s+(?:the|this)\s+[\w\s-]{2,30}?))?,\s+)?"
    r"(?:(?:[Tt]he|Another|One)\s+(?:representatives?|observers?|delegates?|delegations?|participants?)|Representatives|Delegates|Observers|Participants?)\s+(?:of|from|for)\s+"
    rf"(?P<who>[^;:.]{{2,200}}?)(?:,\s+(?:speaking|on\s+behalf|as|in\s+(?:its|his|her|their)|supported\s+by|also|who|which|the)\b[^;:.]{{3,200}}?,)?\s+(?:(?:also|then|subsequently|both|further|jointly)\s+)*{_VERBS}\b"
)
_IN = re.compile(r"\W*(?:In|At|During)(?=\s)")
_SITTING = re.compile(rf"(?:{ORDINAL}\s+)?(?:plenary\s+)?(?:meeting|session)s?(?:\s+of\b|\Z)", re.IGNORECASE)
"""A part of the meeting that is reported on: "at its 2nd meeting"."""
_TOPIC = re.compile(
    r"\b(?:on\s+(?!behalf\b)|in\s+(?:which|response|relation|connection|support)|at\s+(?:which|the)|regarding|concerning|welcom\w+|expressing|thanking|under\s+(?:agenda|this)|(?:in|for)\s+the\s+\w+\s+session|"
    r"(?<!\bthe\s)following|after|before|during|who|as\s+reflected|invit\w+|chaired)\b"
)
"""What follows is what was spoken of, no longer who spoke."""
_BEFORE = re.compile(r"\b(?:recall|referr?|repeat|reiterat|summari[sz])\w*\b")
_EARLIER = re.compile(r"\b(?:at|in|during)\s+(?:an?|the|its|their|that)\s+(?:\w+\s+)?(?:previous|earlier|last|preceding)\b")
"""What was said before and elsewhere."""
_UNSURE = re.compile(r"\b(?:not|unable|could|should|would|will|may|might|if|whether|video|written|read\s+out|previous\s+meeting|last\s+meeting)\b")
_HINTS = any_of("tatement", "ntervention", "epresentative", "elegat", "bserver", "articipant", "emarks", "omments", "ddress", "peech", "keynote", "took the floor", "intervened")


def speakers(reading: Reading) -> None:
    """State the organizations, people and groups of people that spoke at a meeting."""
    occasions: Occasions | None = None
    for passage, sentence in reading.saying(_HINTS, "paragraph", "unnumbered"):
        occasions = occasions or Occasions(reading)
        if not occasions.own and not reading.meeting:
            continue
        known: set[IRI] = set()
        _spoke(reading, occasions, passage, sentence, known)
        _took_the_floor(reading, occasions, passage, sentence, known)
        _of_somebody(reading, occasions, passage, sentence, known)


def _spoke(reading: Reading, occasions: Occasions, passage: Passage, sentence: Span, known: set[IRI]) -> None:
    """ "Statements were made by representatives of 13 Parties, including on behalf of the African Group, and by FAO." """
    spoke = _SPOKE.search(reading.text, sentence.start, sentence.end)
    first = _FOR.search(reading.text, spoke.end(), sentence.end) if spoke else None
    if not spoke or not first or _UNSURE.search(reading.text, sentence.start, spoke.end()):
        return
    named = [where for where, _ in reading.named(Span(first.end(), sentence.end))]
    topics = (m.start() for m in _TOPIC.finditer(reading.text, first.end(), sentence.end) if not any(w.start < m.start() < w.end for w in named))
    heard = Span(first.start(), next(topics, sentence.end))
    if _BEFORE.search(reading.text, sentence.start, spoke.start()) or _EARLIER.search(reading.text, heard.start, sentence.end):
        return
    took_part(reading, passage, attendees(reading, heard), _where(reading, occasions, passage, sentence), known, spoke.start())


def _took_the_floor(reading: Reading, occasions: Occasions, passage: Passage, sentence: Span, known: set[IRI]) -> None:
    """ "The representatives of A, B and C also made statements." """
    for spoke in _ACTIVE.finditer(reading.text, sentence.start, sentence.end):
        subject = Span(sentence.start, spoke.start())
        if not _UNSURE.search(reading.text, *subject):
            took_part(reading, passage, reaching(reading, attendees(reading, subject), subject), _where(reading, occasions, passage, sentence), known)
        return


def _of_somebody(reading: Reading, occasions: Occasions, passage: Passage, sentence: Span, known: set[IRI]) -> None:
    """ "The representative of Chad said that it had rained." """
    said = _REPRESENTATIVE.match(reading.text, sentence.start, sentence.end)
    if said and not _UNSURE.search(reading.text, sentence.start, said.end()):
        subject = Span(sentence.start, said.end("who"))
        took_part(reading, passage, reaching(reading, attendees(reading, subject), subject), _where(reading, occasions, passage, sentence), known)


def _where(reading: Reading, occasions: Occasions, passage: Passage, sentence: Span) -> IRI:
    """ "*In the session with partners*, interventions were made by …", else where all is said that is reported."""
    within = _IN.match(reading.text, sentence.start, sentence.end)
    at = occasions.at(passage, sentence, within.end()) if within else None
    other = reading.entities.get(at[1]) if at else None
    return other.iri if other and other.kind == "Event" and not _SITTING.match(other.label) else occasions.sitting(passage, sentence) or occasions.own
