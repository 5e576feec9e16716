"""Who is the secretariat of what, where the sentence does not name the one or the other: "Secretariat services are provided by FAO", "requests the Secretariat to serve as secretariat of the group"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.extract.meetings import meeting_body
from kg.extract.own_meeting import own_meeting
from kg.extract.parts import whole_meant
from kg.extract.reading import AGENTS, TARGETS, is_unsure, status_of
from kg.extract.secretariats import the_secretariat
from kg.extract.ways import groups_in_words
from kg.extract.words import Guarded, any_of
from kg.model import Role, Span

if TYPE_CHECKING:
    from kg.extract.reading import Reading
    from kg.model import Passage

_SERVICE = Guarded(
    r"(?:(?:The|Its|A)\s+)?(?:(?:[Jj]oint|[Tt]echnical|[Ii]nterim)\s+)?[Ss]ecretariat(?:\s+(?:services?|support|functions?|duties))?,?\s+(?:which\s+)?(?:is|are|was|were|will\s+be|shall\s+be)\s+(?:jointly\s+)?"
    r"(?:provided|performed|ensured|assured|assumed|undertaken|staffed|exercised|carried\s+out)\s+(?:jointly\s+)?by\s+(?:the\s+)?"
)
_TO_SERVE = Guarded(r"\b(?:[Rr]equests?|[Ii]nstructs?|[Mm]andates?|[Dd]irects?)\s+(?:also\s+|further\s+)?the\s+(?:Convention\s+)?[Ss]ecretariat(?:,\s+[^:;.]{3,120}?(?::|,)|:)?\s+(?:[^.]{0,400}?\bTo|to)\s+(?:continue\s+(?:to\s+)?)?(?:(?:serv(?:e|ing)|act(?:ing)?)\s+as\s+(?:the\s+)?[Ss]ecretariat|provid(?:e|ing)\s+(?:the\s+)?secretariat(?:\s+(?:support|services))?)\s+(?:of|for|to)\s+(?:the\s+)?")
"""What a conference requests its own secretariat to do, is so."""
_ITEM = re.compile(r"\n[ \t]*(?=\([a-z]{1,4}\)\s)")
_SERVES = Guarded(
    r"\b(?:[Tt]he\s+)(?:Convention\s+)?(?:Secretariat|secretariat\s+of\s+the\s+Convention)(?:\s+of\s+the\s+Convention)?\s+(?:(?:(?:shall|will|would)\s+(?:continue\s+to\s+)?(?:serve|act)|serves|served|acts|acted|continues\s+to\s+serve|had\s+served)\s+as\s+(?:the\s+)?|(?:shall\s+|will\s+)?provides?\s+(?:the\s+)?)secretariat(?:\s+(?:support|services))?\s+(?:of|for|to)\s+(?:the\s+)?"
)
_HOSTS = Guarded(r"(?:,\s+which\s+(?:also\s+)?(?:hosts|houses|hosted)|\s+(?:also\s+)?hosts|,?\s+(?:as\s+)?(?:the\s+)?host\s+of|\s+for\s+hosting)\s+the\s+[Ss]ecretariat(?:\s+of\s+the\s+Convention)?(?=\s*[,.;:)]|\s+(?:and|in|at|since|with)\b|\Z)")
_OF_OWN = Guarded(r"\s+(?:jointly\s+|together\s+)?(?:provides?|provided|performs?|ensures?)\s+the\s+[Ss]ecretariat\s+of\s+the\s+Convention(?=\s*[,.;:)]|\s+and\b|\Z)")
_OF_THE_MEETING = Guarded(r"\s+(?:(?:also|jointly)\s+)*(?:provided|served\s+as|acted\s+as|ensured)\s+(?:the\s+)?[Ss]ecretariat\s+(?:of|for|to)\s+(?:the|this)\s+(?i:meeting|session|conference)(?=\s*[,.;)]|\s+and\b|\Z)")
_HOST_COUNTRY = Guarded(r"\b[Tt]he\s+host\s+(?:country|[Gg]overnment),\s+(?:the\s+)?")
_WORDS = any_of("ecretariat", "host country, ", "host Government, ", "host government, ")
_SERVED = TARGETS | AGENTS | {"TreatyMechanism"}


def services(reading: Reading) -> None:
    """State whose secretariat somebody is, by the words of this file."""
    for passage, sentence in reading.saying(_WORDS, "paragraph", "unnumbered", "action", "preamble"):
        if reading.may_match(_SERVICE, sentence):
            _provided(reading, passage, sentence)
        for match in reading.matches(_TO_SERVE, sentence):
            _to_serve(reading, passage, sentence, match)
        for match in reading.matches(_SERVES, sentence):
            if not is_unsure(reading, sentence, match.start()):
                _to_serve(reading, passage, sentence, match)
        for match in reading.matches(_HOSTS, sentence):
            _hosts(reading, passage, sentence, match)
        for match in reading.matches(_OF_OWN, sentence):
            _of_own(reading, passage, sentence, match)
        for match in reading.matches(_OF_THE_MEETING, sentence):
            _of_the_meeting(reading, passage, sentence, match)
        for match in reading.matches(_HOST_COUNTRY, sentence):
            _host_country(reading, passage, sentence, match)


def _provided(reading: Reading, passage: Passage, sentence: Span) -> None:
    """ "The Ponds Network was set up in May. *Secretariat services are provided by FAO*." """
    match = _SERVICE.pattern.match(reading.text, sentence.start, sentence.end)
    whole = whole_meant(reading, passage, sentence) if match and not reading.opens(passage, sentence) else None
    for where, agent in reading.agents_from(match.end(), sentence.end) if match and whole else ():
        _state(reading, passage, Span(sentence.start, where.end), agent.iri, reading.keep(whole))  # type: ignore[arg-type]


def _to_serve(reading: Reading, passage: Passage, sentence: Span, match: re.Match[str]) -> None:
    """ "Requests the Secretariat to serve as secretariat of *the expert group on ponds*" """
    secretariat = the_secretariat(reading, passage)
    named = reading.at(match.end(), sentence.end, _SERVED)
    described = None if named else next(((w, e) for w, e in groups_in_words(reading, passage, sentence) if match.end() - len("the ") <= w.start <= match.end()), None)
    target = named or described
    if secretariat and target:
        item = list(_ITEM.finditer(reading.text, *match.span()))
        _state(reading, passage, Span(item[-1].end() if item else match.start(), target[0].end), secretariat.iri, reading.keep(target[1]))


def _hosts(reading: Reading, passage: Passage, sentence: Span, match: re.Match[str]) -> None:
    """ "Mr. A of FAO, *which hosts the Secretariat of the Convention*" """
    agents = reading.agents_until(match.start(), sentence.start, AGENTS | {"State"}) or [
        named for named in reading.named(Span(sentence.start, match.start()), AGENTS) if reading.past_acronym(named, sentence.start) == match.start()
    ]
    secretariat = the_secretariat(reading, passage) if agents and not is_unsure(reading, sentence, agents[0][0].start) else None
    for where, agent in agents[-1:] if secretariat else ():
        _state(reading, passage, Span(where.start, match.end()), agent.iri, secretariat.iri, role="host")  # type: ignore[union-attr]


def _of_own(reading: Reading, passage: Passage, sentence: Span, match: re.Match[str]) -> None:
    """ "UNEP and FAO jointly provide *the secretariat of the Convention*", of the treaty whose body meets"""
    secretariat = the_secretariat(reading, passage)
    served = {target for name, target in secretariat.links if name == "serves"} if secretariat else set()
    body = reading.entities.get(meeting_body(reading))
    own = {target for name, target in body.links if name == "governs"} & served if body and len(served) > 1 else served
    treaty = next(iter(own)) if len(own) == 1 else ""
    for where, agent in reading.agents_until(match.start(), sentence.start, AGENTS) if treaty and not is_unsure(reading, sentence, match.start()) else ():
        _state(reading, passage, Span(where.start, match.end()), agent.iri, treaty)


def _of_the_meeting(reading: Reading, passage: Passage, sentence: Span, match: re.Match[str]) -> None:
    """ "FAO *provided the secretariat of the meeting*", the one that is reported on"""
    meeting = own_meeting(reading)
    agents = reading.agents_until(match.start(), sentence.start, AGENTS) or [
        named for named in reading.named(Span(sentence.start, match.start()), AGENTS) if reading.past_acronym(named, sentence.start) == match.start()
    ]
    for where, agent in agents if meeting and not is_unsure(reading, sentence, match.start()) else ():
        _state(reading, passage, Span(where.start, match.end()), agent.iri, reading.keep(meeting))  # type: ignore[arg-type]


def _host_country(reading: Reading, passage: Passage, sentence: Span, match: re.Match[str]) -> None:
    """ "on behalf of *the host country, Chad*": of the meeting that is reported on"""
    named = reading.at(match.end(), sentence.end, {"State"})
    if named and reading.meeting and reading.document.family == "meeting-report" and not is_unsure(reading, sentence, match.start()):
        _state(reading, passage, Span(match.start(), named[0].end), named[1].iri, reading.meeting, role="host")


def _state(reading: Reading, passage: Passage, span: Span, agent: str, target: str, *, role: str = "secretariat") -> None:
    if not any(isinstance(r, Role) and (r.agent, r.role, r.target) == (agent, role, target) for r in reading.said_in(passage.id)):
        reading.state(Role(reading.evidence(passage, span), agent, role, target, status=status_of(passage)))
