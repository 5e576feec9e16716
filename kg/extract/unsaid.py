"""What a meeting decides where its report does not say that it does: "The work plan was endorsed.", "Members were invited to send comments."

Of a meeting of agencies it may also be told what those who meet agreed that somebody would do, and who was asked to act.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.extract.reading import AGENTS, GROUPS

if TYPE_CHECKING:
    from kg.extract.reading import Reading
    from kg.model import Span

_PAPERS = (
    r"(?:(?:draft|revised|updated|proposed|final|provisional|annotated|common|joint|indicative)\s+)*"
    r"(?:notes|minutes|record|summary|work\s?plan|work\s+programme|programme\s+of\s+work|budget|outline|terms\s+of\s+reference|offer|invitation|time\s?(?:line|table)|calendar|schedule|template|questionnaire|concept\s+note|"
    r"road\s?map|communications?\s+(?:strategy|plan)|proposals?|recommendations|amendments?|changes|nominations?|common\s+approach|guidance|credentials|procedures?|(?:interim\s+)?arrangements|modalities|criteria|rules(?:\s+of\s+procedure)?)"
)
_PASSIVE = re.compile(
    rf"\A(?:(?!In\s+(?:19|20)|At\s+(?:its|the)\s|Since\b)[A-Z][^.;:,]{{2,100}},\s+)?[Tt]he\s+{_PAPERS}(?:\s+(?:of|for|by|from|on|to)\s+[^.;:,]{{2,140}}?)?(?:\s*\([^()]{{2,60}}\))?(?:,\s+as\s+[a-z]+(?:\s+[^,.;]{{2,60}})?,)?\s+(?:was|were)\s+"
    r"(?:(?:then|also|duly|unanimously|subsequently|gratefully|warmly)\s+)?(?P<verb>approved|adopted|endorsed|accepted)"
    r"(?=\s*[.;]|\s*\Z|,\s+(?:as|subject|with|and\s+the)\b|\s+(?:as\s+(?:amended|presented|proposed|circulated|revised)|without|subject\s+to|by\s+(?:consensus|acclamation)|with\s+(?:thanks|appreciation|gratitude|(?:an?|some|minor|the|one|two|small|no)\s+(?:\w+\s+)?(?:changes?|amendments?|corrections?|additions?)))\b)"
)
"""What a meeting has before it is approved by the meeting where nobody else, and no earlier day, is told."""
_DECISIONS = re.compile(
    r"\A(?:[A-Z][^.;:,]{2,80},\s+)?(?:[Dd]ecisions?|[Rr]esolutions?|[Rr]ecommendations?)\s+\S*\d[^.;:]{0,120}?\s+(?:was|were)\s+(?:(?:then|also|duly|subsequently)\s+)?(?P<verb>adopted|approved)"
    r"(?=,?\s+as\s+(?:orally\s+)?(?:amended|revised|presented)\b|,?\s+without\s|\s+by\s+(?:consensus|acclamation)\b|\s+unanimously\b)(?![^.]*\b(?:19|20)\d\d\b)"
)
_TOGETHER = re.compile(
    r"\A(?:(?!In\s+(?:19|20)|At\s+(?:its|the)\s|Since\b)[A-Z][^.;:,]{2,100},\s+)?(?:[Tt]he\s+(?!above|same|latter|former)[a-z][^.;:,]{2,140}?|(?:[Tt]he\s+)?[Oo]bservers(?:\s+(?:from|of|listed|present)\s[^.;:,]{2,100}?)?)\s+(?:was|were)\s+(?:(?:then|also|duly|subsequently)\s+)?(?P<verb>approved|adopted|endorsed|accepted|rejected|agreed|admitted)"
    r"(?=\s+(?:by\s+(?:consensus|acclamation|\d{1,3}\s+votes)|unanimously|without\s+(?:objection|a\s+vote|(?:further\s+)?(?:discussion|comment|amendment|change)s?)|as\s+(?:orally\s+)?amended)\b)(?![^.]*\b(?:19|20)\d\d\b)"
)
"""Whatever is approved by all at a meeting is approved by the meeting."""
_AS_FOLLOWS = re.compile(r"\A(?:[A-Z][^.;:,]{2,80},\s+)?[Tt]he\s+(?!following|above)[a-z][^.;:,]{2,100}?\s+(?:was|were)\s+(?:(?:then|also|subsequently)\s+)?(?P<verb>decided|agreed|approved|adopted)(?:\s+upon)?\s+as\s+follows\b")
_DEFERRED = re.compile(
    r"\A(?:[^.;:]{2,200}?,\s+(?:and\s+|but\s+)?|[^.;:]{2,200}?\s(?:and|but)\s+)??(?:(?:[Tt]he\s+)?(?:[Aa]pplications?|[Cc]onsideration|[Dd]iscussion|[Dd]ecision|[Ee]lection|[Ii]tem|[Mm]atter|[Aa]doption|[Pp]roposals?|[Dd]raft\s+\w+)(?:\s+(?:of|on|for|by|from)\s[^;:,]{2,160}?)?|which)\s+(?:was|were)\s+(?:(?:then|therefore|thus|also)\s+)?"
    r"(?P<verb>deferred|postponed)\s+(?:to|until)\s+(?:the|its|their|a)\s+(?:[\w-]+\s+){0,3}(?:meeting|session|call)\b"
)
"""What a meeting puts off to another one, where nobody else is told."""
_CLAUSE = re.compile(r"\b(?:that|which|who|whose|when|if|said|noted|recalled|had|has|have)\b")
_NOT_NOW = r"(?![^.]*\b(?:in\s+(?:the\s+)?(?:discussion|decision|resolution)|(?:at|by)\s+(?:its|the\s+(?:last|previous|first|second|third|fourth|fifth))|in\s+(?:19|20)\d\d)\b)"
_BY = r"(?![^.]*\bby\s+(?:the\s+)?(?!end\b|next\b|time\b|deadline\b|e-?mail\b|\d|January|February|March|April|May|June|July|August|September|October|November|December|early|mid|late|Monday|Tuesday|Wednesday|Thursday|Friday|then\b)(?:[A-Z]|its\b|[a-z]+\s+of\b))"
_AT_TABLE = (
    r"(?!(?:comment|speak|introduce|take\s+the\s+floor|ask|discuss|consider|make|give|say|raise|react|reflect|attend|register|join|visit|contact|participate|note|present|respond|express|exchange|watch|read|see|look|leave|"
    r"brief|update\s+(?:the\s+(?:group|meeting|network|members|team)|members)|address|share\s+(?:(?:their|its)\s+)?(?:views|experiences|reflections|thoughts)|explain|chair|moderate|observe|be)\b)"
)
"""What is asked of somebody at the table is no decision."""
_ASKED = r"(?:(?:also|further)\s+)?(?P<verb>invited|requested|encouraged|asked|urged|tasked|instructed|mandated)\s+to\s+"
_MEMBERS = re.compile(rf"\A(?:(?:EMG|UN|All|Other|Interested|Relevant)\s+)?(?:[Mm]embers(?:\s+and\s+[Pp]artners)?|[Ff]ocal\s+points|(?:[Mm]ember\s+)?[Aa]gencies|[Oo]rganizations|[Ee]ntities)\s+were\s+{_ASKED}{_AT_TABLE}{_NOT_NOW}{_BY}")
_OTHERS = re.compile(rf"\A(?P<who>(?:The\s+)?[A-Z][^.;:]{{1,120}}?)\s+(?:was|were)\s+{_ASKED}{_AT_TABLE}{_NOT_NOW}{_BY}")
_OFFICES = re.compile(r"The\s+(?:EMG\s+|UN\s+)?(?:[Ss]ecretariat|[Cc]o-?[Cc]hairs?|[Cc]hairs?|[Ww]orking\s+[Gg]roups?|[Tt]ask\s+(?:[Tt]eam|[Ff]orce)|[Dd]rafting\s+(?:[Gg]roup|[Tt]eam)|[Ss]ub-?group)")
_ANNOUNCES = re.compile(r"\b(?:inform|announc|recall|explain|said|told|remind|stat)(?:ed|s)?\b")
_HEADS_AGREED = re.compile(
    r"\A(?:[^.;:]{2,100}?,\s+)?[Tt]he\s+(?:[Ee]xecutive\s+[Ss]ecretaries|[Ss]ecretariats|[Hh]eads\s+of\s+(?:agencies|secretariats|the\s+secretariats)|[Pp]articipating\s+(?:agencies|organizations|secretariats)|[Cc]o-?[Cc]hairs\s+and\s+members)\s+"
    r"(?:also\s+|further\s+|then\s+)?(?P<verb>agreed|decided)\s+(?:to\s+[a-z]{3,}\s+(?!day|date)|that\s+[^.;]{2,140}?\s(?:would|will|shall)\s+(?!(?:need|like|benefit|require|have|remain|depend)\b))"
)
"""In a meeting of secretariats or agencies they are the meeting."""
_THEY_AGREED = re.compile(r"\A(?:[^.;:]{2,100}?,\s+)?(?:(?:The\s+|EMG\s+|All\s+)?(?:[Mm]embers|[Ff]ocal\s+[Pp]oints|[Pp]rincipals))\s+(?:also\s+|further\s+|then\s+)?(?P<verb>agreed)\s+that\s+[^.;]{2,140}?\s(?:would|will|shall|should\s+be)\s+(?!(?:need|like|benefit|require|have|remain|depend|help|facilitate|contribute|add|allow|improve|save|be\s+(?!\w+(?:ed|en|ld|nt|de|ut)\b))\b)")


def unsaid(reading: Reading, sentence: Span, *, inter_agency: bool) -> list[tuple[str, int]]:
    """Return the verb, as it is printed, of a decision whose maker the sentence leaves unsaid, with the position after it."""
    words = reading.text[sentence.start : sentence.end]
    match = _PASSIVE.match(words) or _DECISIONS.match(words) or _DEFERRED.match(words) or _TOGETHER.match(words) or _AS_FOLLOWS.match(words)
    if match and not _CLAUSE.search(words, 0, match.start("verb") - (len("which was ") if match.re is _DEFERRED else 0)):
        return [(match["verb"], sentence.start + match.end())]
    if not inter_agency:
        return []
    match = _THEY_AGREED.match(words) or _HEADS_AGREED.match(words) or _MEMBERS.match(words)
    if match is None and reading.says(sentence, "requested to", "asked to", "invited to", "tasked to", "encouraged to", "instructed to", "mandated to"):
        match = _OTHERS.match(words)
        match = match if match and _is_somebody(reading, match["who"], sentence.start) else None
    if match is None or (match.re not in {_THEY_AGREED, _HEADS_AGREED} and _ANNOUNCES.search(_before(reading, sentence))):
        return []
    return [(match["verb"], sentence.start + match.end())]


def _is_somebody(reading: Reading, who: str, start: int) -> bool:
    """Tell who alone is meant: "UNEP and WHO", "The co-chairs"."""
    if _OFFICES.fullmatch(who):
        return True
    agents = reading.agents_from(start, start + len(who), AGENTS | GROUPS)
    return bool(agents) and reading.text[agents[-1][0].end : start + len(who)].strip(" )") == ""


def _before(reading: Reading, sentence: Span) -> str:
    """Return what stands on the line before a sentence."""
    return reading.text[reading.text.rfind("\n", 0, sentence.start) + 1 : sentence.start]
