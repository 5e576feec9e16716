"""Who proposed to amend a treaty, and who submitted a draft decision: "the proposal by Chad to amend Annex I", "a draft decision on ponds submitted by Chad and Peru"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.extract.proposing import was_rejected
from kg.extract.reading import AGENTS, is_unsure
from kg.extract.words import any_of
from kg.model import Role, Span

if TYPE_CHECKING:
    from kg.extract.reading import Reading
    from kg.model import Entity, Passage

_MADE = r"(?:introduced|presented|submitted|tabled|put\s+forward|made|sponsored|proposed)"
_WHO = r"(?:the\s+)?(?:(?:[Gg]overnments?|representatives?|delegations?)\s+of\s+)?(?:the\s+)?"
_WHAT = r"(?P<what>(?!(?:it|this|that|these|them|the\s+(?:text|agenda|draft|decision|resolution))\b)[^,;.:()⟦]{3,120}?(?:(?:,\s+[IVX\d]+)+\s+and\s+[IVX\d]+[^,;.:()]{0,60}?)?)(?=\s*[,;.:()]|\s+(?:so\s+that|in\s+order|which|that|as\s+(?:contained|set\s+out)|contained|set\s+out|with\s+a\s+view|was|were|is|are|had|has|have|would|could|should|will|for\s+(?:consideration|adoption)|by\s+[a-z]+ing)\b|\s*\Z)"
_AMENDS = r"\s+to\s+(?P<amends>amend|add|include|list|insert|remove|delete|replace|transfer)\s+(?:the\s+)?"
_BY = re.compile(rf"\b[Pp]roposals?\s+(?:{_MADE}\s+)?(?:by|of|from)\s+{_WHO}")
_TO_AMEND = re.compile(rf"(?:\s*\([A-Z][\w-]+\))?,?{_AMENDS}{_WHAT}")
_PROPOSED = re.compile(rf"\s+(?:(?:also|then|jointly|further|had|has|have)\s+)*(?:introduced|presented|submitted|tabled|put\s+forward|made)\s+(?:their|its|an?|the)\s+(?:[a-z-]+\s+){{0,2}}?proposal{_AMENDS}{_WHAT}")
_WHICH = re.compile(rf"\b[Pp]roposal{_AMENDS}{_WHAT}(?:,?\s+(?:(?:which|that)\s+)?(?:(?:had|has)\s+been\s+|was\s+)?(?P<by>(?:submitted|tabled|put\s+forward|made)\s+(?:jointly\s+)?by\s+{_WHO})|(?P<which>,?\s+(?:which|that)\s+{_WHO}))")
"""… or "the proposal to amend Annex I, *which Chad had submitted*", "… *submitted by Chad*"."""
_HAD = re.compile(r"(?:\s*\([A-Z][\w-]+\))?\s+(?:had|has|have)\s+(?:jointly\s+)?(?:submitted|tabled|put\s+forward|made|proposed)\b")
_PAPER = r"(?:(?:conference\s+room\s+paper|document|paper|text)\s+(?:containing|setting\s+out|with|proposing)\s+an?\s+)?"
_DRAFT = r"(?P<draft>(?:(?:revised|joint|proposed|new)\s+)*draft\s+(?:decision|resolution)\s+(?:on|concerning|regarding)\s+"
_SUBMITS = re.compile(rf"\s+(?:(?:also|then|jointly|further|had|has|have)\s+)*(?P<verb>introduced|presented|submitted|tabled|proposed|sponsored|put\s+forward)\s+(?:an?|its|their)\s+{_PAPER}(?:[a-z]+\s+)?{_DRAFT}{_WHAT})")
_SUBMITTED_BY = re.compile(rf"\b{_DRAFT}(?P<what>[^,;.:()]{{3,120}}?))(?:,|\s*\([^()]{{2,60}}\))?\s+(?:(?:which|that)\s+)?(?:(?:was|were|had\s+been|has\s+been)\s+)?(?:submitted|tabled|proposed|sponsored|put\s+forward)\s+(?:jointly\s+)?by\s+{_WHO}")
_SPOKE = frozenset({"introduced", "presented"})
"""A secretariat or a chair introduces what is not its own: that is told of states and groups of them alone."""
_PARTIES = frozenset({"State"})
_OF_STATES = re.compile(r"\b(?:European\s+Union|Group|States|Alliance)\b")
_PROPOSES = (AGENTS - {"Secretariat", "InterAgencyMechanism"}) | _PARTIES
_HINTS = any_of("roposal", "raft decision", "raft resolution")


def proposals(reading: Reading) -> None:
    """State who made a formal proposal to a conference."""
    for passage, sentence in reading.saying(_HINTS, "paragraph", "unnumbered"):
        for match in _BY.finditer(reading.text, sentence.start, sentence.end):
            who = reading.agents_from(match.end(), sentence.end, _PROPOSES)
            amends = _TO_AMEND.match(reading.text, who[-1][0].end, sentence.end) if who else None
            if amends and not is_unsure(reading, sentence, match.start()):
                _state(reading, passage, Span(who[0][0].start, sentence.end), who, amends, _label(amends))
        for match in _PROPOSED.finditer(reading.text, sentence.start, sentence.end):
            _state(reading, passage, sentence, reading.agents_until(match.start(), sentence.start, _PROPOSES), match, _label(match))
        for match in _WHICH.finditer(reading.text, sentence.start, sentence.end):
            by = reading.agents_from(match.end(), sentence.end, _PROPOSES) if match["by"] else reading.agents_from(match.end("which"), sentence.end, _PROPOSES)
            if by and (match["by"] or _HAD.match(reading.text, by[-1][0].end, sentence.end)):
                _state(reading, passage, sentence, by, match, _label(match))
        _drafts(reading, passage, sentence)


def _drafts(reading: Reading, passage: Passage, sentence: Span) -> None:
    """ "a draft decision on ponds *submitted by Chad and Peru*" · "*The European Union submitted* a draft decision on ponds." """
    by = list(_SUBMITTED_BY.finditer(reading.text, sentence.start, sentence.end))
    for match in by:
        _state(reading, passage, sentence, reading.agents_from(match.end(), sentence.end, _PROPOSES), match, _plain(match["draft"]))
    for match in _SUBMITS.finditer(reading.text, sentence.start, sentence.end) if not by else ():
        who = reading.agents_until(match.start(), sentence.start, _PROPOSES)
        if match["verb"] not in _SPOKE or all(entity.kind in _PARTIES or _OF_STATES.search(entity.label) for _, entity in who):
            _state(reading, passage, sentence, who, match, _plain(match["draft"]))


def _label(match: re.Match[str]) -> str:
    return f"proposal to {match['amends']} {_plain(match['what'])}"


def _plain(words: str) -> str:
    return " ".join(words.split())


def _state(reading: Reading, passage: Passage, sentence: Span, who: list[tuple[Span, Entity]], match: re.Match[str], label: str) -> None:
    if not who or is_unsure(reading, sentence, min(who[0][0].start, match.start())) or was_rejected(reading, passage, match.start()):
        return
    evidence = reading.evidence(passage, Span(*match.span()))
    target = reading.keep(reading.draft("Deliverable", "deliverable", label, evidence))
    known = {(r.agent, r.target) for r in reading.said_in(passage.id) if isinstance(r, Role) and r.role == "proposer"}
    for where, entity in who if all((entity.iri, target) not in known for _, entity in who) else ():
        span = Span(min(where.start, match.start()), max(where.end, match.end()))
        reading.state(Role(reading.evidence(passage, span), entity.iri, "proposer", target))
