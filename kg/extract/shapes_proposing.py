"""The shapes of clauses that tell who proposed a work; the signs are those of `shapes.py`."""

from __future__ import annotations

from kg.extract.shapes import AGENT, SURE, WHAT, WHO, WORK

SPOKEN_OF = tuple("roposed|uggested|put forward|put\nforward|roposal|proposing|he initiative of|nitiative by|he initiative by|suggestion of|nstigation".split("|"))
"""One of these stands in most sentences that tell who proposed something."""
_ADV = r"(?:(?:then|also|briefly|further|subsequently|jointly|orally|first|next|in\s+turn)\s+)*"
_ASIDE = r"(?:(?:,\s+(?=[A-Z]|⟦[AM])(?:[^,;.⟦]|⟦\w+⟧){2,80}){0,2},\s+(?!(?:and|but|while)\b)(?:[^,;.⟦]|⟦\w+⟧){1,160},|,)?\s+"
"""Who somebody is, between commas: "UNEP, *which leads the group,* proposed …", "Ms. A, *Head, Pond Unit, FAO,* proposed …"."""
_A = r"(?:an?\s+(?:(?!(?:of|on|to|for|in|by|with|from|under|at|and|or)\b)[a-z-]+\s+){0,2})?"
_END = r"(?![’']s?\b|\s+(?:secretariat|members?|report|staff|website|documents?|papers?|notes?|resolutions?|decisions?|recommendations?|[A-Z])|\s*⟦)"
_OF_SOMEBODY = r"(?:its\s+(?:[\w-]+\s+)?(?:[\w-]+),?\s+|the\s+(?:representatives?|delegation|head)\s+of\s+)?"
_NEW = r"(?:(?:the\s+)?(?:establish|creat|launch|develop|prepar|organiz|conven|form|set|proclam|declar|designat|inclu|introduc|observ)(?:ment|ation|ion|sion|tion|ance|ing|ing\s+up)\s+(?:of\s+)?)?"
_TO_MAKE = r"(?:arrange|hold|establish|create|launch|set\s+up|develop|form|organize|convene|conduct|undertake|prepare|carry\s+out|start|initiate|include|add|insert|draft)"
_BE_MADE = r"(?:established|created|launched|set\s+up|formed|developed|organized|convened|conducted|undertaken|prepared|carried\s+out|initiated|started)"

PROPOSING: tuple[tuple[str, str], ...] = (
    ("proposer", rf"{SURE}(?:\b[Rr]epresentatives?\s+of\s+)?{WHO}{_ASIDE}(?:which\s+|who\s+)?(?:(?:had|has|have|then|also|further|first|originally|jointly|initially)\s+)*(?:proposed|suggested)\s+{_NEW}{_A}{WHAT}{_END}"),
    ("proposer", rf"{SURE}(?:\b[Rr]epresentatives?\s+of\s+)?{WHO}{_ASIDE}(?:(?:had|has|have|then|also|further|first|originally|jointly)\s+)*(?:proposed|suggested)\s+(?:to\s+{_TO_MAKE}\s+|that\s+(?={WHAT.replace('P<what>', ':')}\s+(?:should\s+)?be\s+{_BE_MADE}\b)){WHAT}{_END}"),
    ("proposer", rf"{SURE}(?:\b[Rr]epresentatives?\s+of\s+)?{WHO}{_ASIDE}(?:put\s+forward|submitted|presented|tabled|made|introduced)\s+an?\s+(?:[\w-]+\s+){{0,2}}?proposal\s+(?:for|to\s+{_TO_MAKE})\s+{WHAT}{_END}"),
    ("proposer", rf"{SURE}{WORK},?\s+(?:(?:an?\s+)?(?:[a-z-]+\s+){{0,2}}?(?:initiative|idea|project|scheme|programme|activity)\s+)?(?:(?:which|that)\s+)?(?:with\s+its\s+[^;,.⟦]{{3,60}}?,?\s+)?(?:(?:was|were|had\s+been|has\s+been)\s+)?(?:first\s+|originally\s+|initially\s+|jointly\s+)?(?:proposed|suggested|put\s+forward)\s+(?:[^;.,⟦]{{0,40}}\s)?by\s+{_OF_SOMEBODY}{WHO}"),
    ("proposer", rf"{SURE}{WORK}(?:[^;.⟦]|⟦[AM]\d+⟧){{0,80}}?,?\s+(?:at|on|upon|following)\s+(?:the|an?)\s+(?:initiative|proposal|suggestion|instigation)\s+(?:of|by|from)\s+{AGENT}"),
    ("proposer", rf"^(?:At|On|Upon|Following)\s+(?:the|an?)\s+(?:initiative|proposal|suggestion|instigation)\s+(?:of|by|from)\s+{AGENT},\s+{WORK}\s"),
    ("proposer", rf"{SURE}\b[Pp]roposals?\s+(?:(?:put\s+forward|made|submitted|tabled|presented)\s+)?(?:by|of|from)\s+{_OF_SOMEBODY}{WHO}\s+(?:for|to\s+{_TO_MAKE})\s+{WHAT}{_END}"),
    ("proposer", rf"{SURE}\b(?:[Pp]roposal|[Ii]dea)\s+(?:for|of|to\s+{_TO_MAKE})\s+{WHAT},?\s+(?:(?:which\s+|that\s+)?(?:was|had\s+been)\s+(?:first\s+|originally\s+|initially\s+)?)?(?:put\s+forward|floated|raised|launched|mooted|made|submitted|tabled|presented)\s+by\s+{_OF_SOMEBODY}{WHO}"),
    ("proposer", rf"{SURE}\b(?:paper|document|note),?\s+(?:submitted|tabled|prepared)\s+by\s+{WHO},?\s+(?:proposing|that\s+proposed|which\s+proposed)\s+{_NEW}{_A}{WHAT}{_END}"),
    ("proposer", rf"{SURE}[Ii]nitiative\s+(?:of|by)\s+{WHO}\s+to\s+{_TO_MAKE}\s+{WHAT}{_END}"),
)
