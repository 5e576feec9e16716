"""Who submitted a decision, as the line below its title says: "Resolution 1/CMP.90 · Thanks to the city of Bern · *Resolution submitted by Chad*"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.extract.reading import AGENTS, BODIES
from kg.extract.words import any_of
from kg.model import Role, Span

if TYPE_CHECKING:
    from kg.extract.reading import Reading

_LINE = re.compile(r"^[ \t*_]*(?:Draft[ \t]+)?(?:[Rr]esolution|[Dd]ecision)[ \t]+(?:submitted|proposed|presented|sponsored)[ \t]+by[ \t]+(?:the[ \t]+)?(?:(?:[Gg]overnments?|representatives?)[ \t]+of[ \t]+(?:the[ \t]+)?)?", re.MULTILINE)
_WHOLE_NAME = re.compile(r"(?:[A-Z][\w’'-]+[ \t]+){0,3}?(?:Republic|Kingdom|State|Federation|Union|Principality|Commonwealth)[ \t]+of[ \t]+(?:the[ \t]+)?")
"""What stands before the short name of a state that is known by it: "the *Federative Republic of* Brazil"."""
_END = re.compile(r"[ \t*_.,]*(?:\r?\n|\Z|\|)|[ \t]+on[ \t]+behalf\b|[ \t]*\(|[ \t]+and[ \t]")
_SYMBOL = frozenset({"DecisionText"})
_HINT = any_of("submitted by", "proposed by", "presented by", "sponsored by")


def submitted(reading: Reading) -> None:
    """State whose proposal a decision was, where a line below its title tells it."""
    for section in reading.document.sections if reading.holds(Span(0, len(reading.text)), _HINT) else ():
        passages = reading.in_section(section.id) if section.kind == "decision" else []
        symbol = next((e for p in passages[:1] for _, e in reading.named(p.span, _SYMBOL)), None)
        for passage in passages[:2] if symbol else ():
            for match in _LINE.finditer(reading.text, passage.span.start, passage.span.end):
                name = _WHOLE_NAME.match(reading.text, match.end(), passage.span.end)
                agents = reading.agents_from(match.end(), passage.span.end, AGENTS | BODIES | {"State"}) or reading.agents_from(name.end() if name else match.end(), passage.span.end, {"State"})
                if agents and symbol and _END.match(reading.text, agents[-1][0].end):
                    for where, agent in agents:
                        reading.state(Role(reading.evidence(passage, Span(match.start(), where.end)), agent.iri, "proposer", symbol.iri))
