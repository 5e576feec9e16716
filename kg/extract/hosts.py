"""More ways to say who hosts: offers in the genitive, announcements, clauses with "which", a host's hospitality."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.extract.hosting import HOSTED, HOSTS, hosted, state_hosts
from kg.extract.reading import AGENTS, BODIES, EVENTS, LONGEST_LIST, is_unsure, status_of
from kg.extract.secretariats import the_secretariat
from kg.extract.words import any_of
from kg.model import Role, Span

if TYPE_CHECKING:
    from kg.extract.reading import Reading
    from kg.model import Entity, Passage

_A = r"(?=the\s|an?\s|its\s)(?:the\s+|an?\s+)?"
_WHICH = re.compile(rf",?\s+(?:which|who)\s+(?:will\s+|is\s+to\s+|has\s+|had\s+|kindly\s+|generously\s+)*host(?:s|ed)?\s+{_A}")
_WILL = re.compile(rf"\s+(?:will|is\s+to|are\s+to)\s+(?:also\s+|jointly\s+)?(?:co-)?host\s+{_A}")
_HOSPITALITY = re.compile(r"\s+for\s+(?:its|their|the)\s+(?:[\w-]+\s+){1,5}as\s+(?:the\s+)?(?:co-)?hosts?\s+(?:country\s+)?(?:of|for)\s+(?:the\s+)?")
_AND_PEOPLE = re.compile(r",?\s+(?:and|as\s+well\s+as)\s+(?:to\s+)?(?:the\s+)?(?:people|city|[\w\s-]{3,40}people)\s+of\s+[^,;.]{3,60}?,?\s+for\s+(?:(?:generously|successfully|graciously|kindly)\s+)*(?:having\s+)?host(?:ed|ing)\s+(?:the\s+)?")
_ITS_OFFER = re.compile(r"(?:'s|’s|’|')\s+(?:generous\s+|kind\s+)?(?:offer|invitation)\s+to\s+host\s+(?:the\s+)?")
_ACCEPTED = re.compile(r"\b[Aa]ccept(?:s|ed)?\s+(?:with\s+\w+\s+)?(?:the\s+)?(?:Government\s+of\s+(?:the\s+)?)?\Z")
_HOSTING_BY = re.compile(r"\bhosting\s+by\s+(?:the\s+)?(?:Governments?\s+of\s+(?:the\s+)?)?")
_OF = re.compile(r"\s+of\s+(?:the\s+)?")
_AS_ITS = re.compile(r"\s+as\s+its\s+(?:new\s+)?host(?:\s+country)?\b")
_SELECTED = re.compile(r"(?:\s*\([^()]{2,40}\))?\s+(?:has\s+|had\s+)?(?:selected|chose|chosen|designated|confirmed)\s+(?:the\s+)?(?:Government\s+of\s+(?:the\s+)?)?\Z")
_OFFERED = re.compile(r"\s+(?:had\s+)?(?:kindly\s+|generously\s+)?offered\s+to\s+host(?:,\s+(?:in|on|from|at)\s+[^,;.]{3,40},)?\s+(?:the\s+|an?\s+)?")
_OFFER_ACCEPTED = re.compile(r"\baccept(?:ed|s)\s+(?:with\s+\w+\s+)?(?:the|this|that)\s+(?:kind\s+|generous\s+)?offer\b|\boffer\s+was\s+(?:\w+ly\s+)?accepted\b")
_AFTER = (_WHICH, _WILL, _HOSPITALITY, _AND_PEOPLE, _ITS_OFFER)

_HOST_GOVERNMENT = re.compile(r"\bas\s+(?:the\s+)?[Hh]ost\s+(?:[Gg]overnment|[Cc]ountry)\s+of\s+(?:the\s+)?")
_HOST_COUNTRY = re.compile(r",\s+(?:the|as(?:\s+the)?)\s+[Hh]ost\s+(?:[Cc]ountry|[Gg]overnment)\s+(?:of|to)\s+(?:the\s+)?")
_HOST_OF = re.compile(r"\b[Tt]he\s+host(?:\s+(?:country|[Gg]overnment))?\s+of\s+(?:the\s+)?")
_COMMA = re.compile(r"(?:\s*\([^()]{2,20}\))?,\s+(?:the\s+)?")
_GOVERNMENT_OF = re.compile(r"\bGovernment\s+of\s+(?:the\s+)?\Z")
_AS_A = re.compile(r"\s+as\s+an?\s+\Z")
_HOSTED_THING = re.compile(r"[- ]hosted\s+[a-z]")
_HOSTED_SECRETARIAT = re.compile(r"\bsecretariat\s+(?:(?:that|which)\s+is\s+)?hosted\s+by\s+(?:the\s+)?")
_TO_SERVE = re.compile(r"\s+to\s+(?:service|serve|support)\s+(?:the\s+)?")
_HOST = any_of("host", "Host")


def hosts(reading: Reading) -> None:
    """State who hosts, by the words of this file; what others have read is not stated twice."""
    for passage, sentence in reading.saying(_HOST, "paragraph", "unnumbered", "action"):
        if not (passage.kind == "action" and passage.parent):
            named = reading.named(sentence, HOSTS)
            for where, agent in named if len(named) <= LONGEST_LIST else ():
                _host(reading, passage, sentence, (where, agent))
            for rule in (_host_government, _hosted_as, _hosted_secretariat, _host_of):
                rule(reading, passage, sentence)
            if reading.says(sentence, "offered to host"):
                _offered(reading, passage, sentence)
            if reading.says(sentence, "hosting by"):
                _hosting_by(reading, passage, sentence)


def _host(reading: Reading, passage: Passage, sentence: Span, named: tuple[Span, Entity]) -> None:
    """ "Chad, which will host the …" · "Chad will host a meeting on …" · "accepted Chad’s offer to host …" · "… of Chad for its hospitality as host of …" """
    end = reading.past_acronym(named, sentence.start)
    chosen = _AS_ITS.match(reading.text, end, sentence.end)
    body = next((b for b in reading.named(Span(sentence.start, named[0].start), HOSTED) if _SELECTED.match(reading.text, b[0].end, named[0].start)), None) if chosen else None
    if body:
        _state(reading, passage, [named], [body])
    match = next((m for pattern in _AFTER if (m := pattern.match(reading.text, end, sentence.end))), None)
    before = reading.text[sentence.start : named[0].start]
    if before.endswith(", in "):
        return
    if not match or (match.re is _ITS_OFFER and not _ACCEPTED.search(before)) or (match.re in {_WILL, _WHICH} and is_unsure(reading, sentence, named[0].start)):
        return
    several = match.re in {_WILL, _HOSPITALITY}
    _state(reading, passage, reading.agents_until(named[0].end, sentence.start, HOSTS) if several else [named], hosted(reading, passage, sentence, match.end()))


def _offered(reading: Reading, passage: Passage, sentence: Span) -> None:
    """ "FAO offered to host the tenth meeting of the …, *and the Committee accepted the offer*", also a sentence later."""
    rest = Span(sentence.start, reading.sentence(passage, min(sentence.end + 1, passage.body.end)).end)
    for where, agent in reading.named(sentence, HOSTS):
        match = _OFFERED.match(reading.text, reading.past_acronym((where, agent), sentence.start), sentence.end)
        if match and _OFFER_ACCEPTED.search(reading.text, match.end(), max(match.end(), rest.end)):
            for target in hosted(reading, passage, sentence, match.end()):
                state_hosts(reading, passage, [(where, agent)], target)


def _hosting_by(reading: Reading, passage: Passage, sentence: Span) -> None:
    """ "the hosting by the Government of Chad of the forum on soil" """
    for match in _HOSTING_BY.finditer(reading.text, sentence.start, sentence.end):
        agents = reading.agents_from(match.end(), sentence.end, HOSTS)
        of = _OF.match(reading.text, agents[-1][0].end, sentence.end) if agents else None
        if of:
            _state(reading, passage, agents, hosted(reading, passage, sentence, of.end()))


def _state(reading: Reading, passage: Passage, agents: list[tuple[Span, Entity]], targets: list[tuple[Span, Entity]]) -> None:
    known = {r.agent for r in reading.said_in(passage.id) if isinstance(r, Role) and r.role == "host"}
    for where, agent in agents:
        for target_where, target in targets if agent.iri not in known else ():
            span = Span(min(where.start, target_where.start), max(where.end, target_where.end))
            reading.state(Role(reading.evidence(passage, span), agent.iri, "host", target.iri, status=status_of(passage)))


# -- secretariats, boards, funds -----------------------------------------------------------------


def _host_government(reading: Reading, passage: Passage, sentence: Span) -> None:
    """ "… Chad, the host country of the secretariat" · "… to the Government of … for its contribution … as Host Government of the secretariat" """
    for state in reading.named(sentence, {"State"}):
        apposed = _HOST_COUNTRY.match(reading.text, state[0].end, sentence.end)
        target = _secretariat_or_body(reading, passage, sentence, apposed.end()) if apposed else None
        if target:
            state_hosts(reading, passage, [state], target)
    match = _HOST_GOVERNMENT.search(reading.text, sentence.start, sentence.end)
    if not match:
        return
    target = _secretariat_or_body(reading, passage, sentence, match.end())
    before = reading.named(Span(sentence.start, match.start()), {"State"})
    governments = [p for p in before if _GOVERNMENT_OF.search(reading.text[sentence.start : p[0].start])]
    if target and len(governments) == len(before) == 1:
        state_hosts(reading, passage, governments, target)


def _secretariat_or_body(reading: Reading, passage: Passage, sentence: Span, at: int) -> tuple[Span, Entity] | None:
    """Return what is named at a place; "the secretariat" alone is that of whoever decides."""
    target = reading.at(at, sentence.end, HOSTED)
    if not target and re.match(r"[Ss]ecretariat\b(?!\s+(?:of|for|to)\b)", reading.text[at : at + 20]):
        own = the_secretariat(reading, passage)
        target = (Span(at, at + len("secretariat")), own) if own else None
    return target


def _host_of(reading: Reading, passage: Passage, sentence: Span) -> None:
    """ "the host of the ninth meeting of the Conference of the Parties, Chad, …" """
    for match in _HOST_OF.finditer(reading.text, sentence.start, sentence.end):
        event = reading.at(match.end(), sentence.end, EVENTS)
        comma = _COMMA.match(reading.text, event[0].end, sentence.end) if event else None
        state = reading.at(comma.end(), sentence.end, {"State"}) if comma else None
        if event and state and re.match(r"\s*(?:,|\.|\Z)", reading.text[state[0].end : sentence.end]):
            _state(reading, passage, [state], [event])


def _hosted_as(reading: Reading, passage: Passage, sentence: Span) -> None:
    """ "to operationalize the Fund as a World Bank hosted financial intermediary fund" """
    for where, agent in reading.named(sentence, AGENTS):
        before = _AS_A.search(reading.text[sentence.start : where.start])
        if before and _HOSTED_THING.match(reading.text, where.end, sentence.end):
            target = reading.before(sentence.start + before.start(), sentence.start, AGENTS | BODIES | {"TreatyMechanism"})
            if target:
                state_hosts(reading, passage, [(where, agent)], target)


def _hosted_secretariat(reading: Reading, passage: Passage, sentence: Span) -> None:
    """ "a new, independent secretariat hosted by the World Bank to service the Fund" """
    for match in _HOSTED_SECRETARIAT.finditer(reading.text, sentence.start, sentence.end):
        agents = reading.agents_from(match.end(), sentence.end, HOSTS)
        serve = _TO_SERVE.match(reading.text, agents[-1][0].end, sentence.end) if agents else None
        served = reading.at(serve.end(), sentence.end, HOSTED) if serve else None
        if not served or is_unsure(reading, Span(match.start(), sentence.end), match.start()):
            continue
        span = Span(match.start(), served[0].end)
        known = reading.secretariat_of(served[1].iri)
        iri = known.iri if known else reading.mint("Secretariat", "agency", f"Secretariat of the {served[1].label}", reading.evidence(passage, span))
        state_hosts(reading, passage, agents, (span, reading.entities[iri]))
