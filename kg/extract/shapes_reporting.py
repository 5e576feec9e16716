"""The shapes of clauses that tell who reported on a work and who proposed it; the signs are those of `shapes.py`."""

from __future__ import annotations

from kg.extract.shapes import AGENT, SURE, UNTITLED, WHAT, WHO, WORK

SPOKEN_OF = (
    *"eported on|eported back|eported to|eports on|eport on|Presenting|Reporting|riefed|pdate on|pdate by|eport by|eport from|verview of|"
    "verview by|resentation on|resentation by|riefing on|riefing by|pdated|the progress|showcased|put forward|put\nforward|roposal|proposing|he initiative of|nitiative by".split("|"),
)
"""One of these stands in most sentences that tell who reported on or proposed something."""
_ADV = r"(?:(?:then|also|briefly|further|subsequently|jointly|orally|first|next|in\s+turn)\s+)*"
_ASIDE = r"(?:(?:,\s+(?=[A-Z]|⟦[AM])(?:[^,;.⟦]|⟦\w+⟧){2,80}){0,2},\s+(?!(?:and|but|while)\b)(?:[^,;.⟦]|⟦\w+⟧){1,160},|,)?\s+"
"""Who somebody is, between commas: "UNEP, *which leads the group,* reported on …", "Ms. A, *Head, Pond Unit, FAO,* presented …"."""
_HEARERS = r"(?:⟦[AMT]\d+⟧|[A-Z]{2,6}s|participants|members|delegates|delegations|Parties|colleagues|focal\s+points|the\s+[A-Za-z-]+(?:\s+(?:[A-Z][a-z]+|[a-z]+s))?)"
_TOLD = r"(?:progress\s+reports?|(?<!pre)(?:reports?|updates?|overview|presentation|briefing|summary|account))"
_MATTER = r"(?:(?:recent|latest|main|current|ongoing|preliminary|further|good|significant|steady|substantive|planned|first|initial|key)\s+)*(?:progress|work|activities|status|state(?:\s+of\s+play)?|state\s+of\s+implementation|results|outcomes?|findings|achievements|implementation|preparations?|development|execution|functioning|operation|launch|completion|next\s+steps)"
_A = r"(?:an?\s+(?:(?!(?:of|on|to|for|in|by|with|from|under|at|and|or)\b)[a-z-]+\s+){0,2})?"
_EDITION = r"(?:(?:(?:[a-z-]+(?:st|nd|rd|th)|latest|next|new|draft|forthcoming|upcoming|\d{4})\s+)(?:edition|volume|phase|round|cycle|stage)\s+of\s+(?:the\s+)?|(?:the\s+)?[A-Z][\w-]+[’']s\s+(?:[a-z]+\s+){0,2}?)?"
_ON = rf"(?:(?:the|its|their|his|her|an?|some)\s+)?(?:{_MATTER}(?:\s+and\s+{_MATTER})?(?:\s+(?:made|achieved|undertaken|accomplished|carried\s+out|so\s+far|to\s+date))*\s+(?:of|on|by|in|under|towards|with|within|for)\s+(?:the\s+)?){{0,3}}{_EDITION}"
"""On what of the work: "reported on *the progress made in the implementation of* the project"."""
_END = r"(?![’']s?\b|\s+(?:secretariat|members?|report|staff|website|documents?|papers?|notes?|resolutions?|decisions?|recommendations?|[A-Z])|\s*⟦)"
_OF_WHAT = rf"{WHAT}{_END}"
_SPEAKS = (
    rf"(?:report(?:ed|s)(?:\s+back)?(?:\s+to\s+{_HEARERS})?\s+on\s+{_ON}"
    rf"|(?:presented|gave|gives|provided|delivered|made|shared|offered|submitted)\s+(?:{_HEARERS}\s+(?:with\s+)?)?(?:an?|the(?!\s+(?:[\w-]+\s+){{0,2}}?reports?\s+on\b)|its|their|his|her)\s+(?:(?!draft\b)[\w-]+\s+){{0,3}}?{_TOLD}\s+(?:on|of|about|concerning|regarding)\s+{_ON}"
    rf"|(?:presented|presents|outlined|described|shared|summarized|showcased)\s+(?:the|its|their)\s+(?:[a-z]+\s+)?(?:{_MATTER}|chapters|experiences?|lessons(?:\s+learned)?)(?:\s+(?:made|achieved))?\s+(?:of|on|by|in|under)\s+(?:the\s+)?(?:{_MATTER}\s+(?:of|on|by|in|under)\s+(?:the\s+)?)?"
    rf"|presented\s+on\s+{_ON}"
    rf"|(?:briefed|updated)\s+{_HEARERS}\s+(?:on|about)\s+{_ON}"
    rf"|informed\s+{_HEARERS}\s+(?:of|about|on)\s+(?:the\s+)?{_MATTER}(?:\s+(?:made|achieved))?\s+(?:of|on|by|in|under)\s+(?:the\s+)?)"
)
_GATHERED = r"(?:calls|meetings|sessions|workshops|discussions|consultations|activities|webinars|field\s+visits|visits)"
_OF_THAT = r"\s+on\s+(?:the\s+)?(?:(?!(?:of|on|the)\b)[a-z-]+\s+){1,4}of\s+(?:(?:the|that)\s+(?:programme|project|initiative|process|platform|network|partnership|group|campaign|facility|accelerator|alliance|coalition)\b|⟦[TW]\d+⟧)"
"""… of what was just named: "FAO, which leads the Pond Watch, presented an update *on the second phase of the programme*"."""
_ALONE = (
    rf"(?:reported(?:\s+back)?(?:\s+to\s+{_HEARERS})?\s+on\s+(?:(?:its|their|the)\s+)?{_MATTER}(?:\s+of\s+(?:its|their)\s+(?:work|deliberations|discussions|consultations|negotiations|meetings?)\b)?(?!\s+(?:of|on|by|in|under|made\s+(?:by|in|on|under))\b)"
    rf"|(?:presented|gave|provided|delivered|made|submitted)\s+(?:{_HEARERS}\s+(?:with\s+)?)?(?:an?|its|the\s+group[’']s)\s+(?:[\w-]+\s+){{0,2}}?{_TOLD}(?:\s+on\s+(?:its|their)\s+{_MATTER}|{_OF_THAT})?(?=[.,;]|$|\s+(?:to|and)\s)|(?:presented|outlined|described|introduced)\s+its\s+(?:{_MATTER}|(?:(?:draft|revised|proposed)\s+)?(?:work\s?plan|work\s+programme|programme\s+of\s+work|annual\s+report|report))(?=\s*[.,;]|$|\s+(?:for|to|and)\s)|(?P<own>presented\s+the\s+)(?:report\s+of\s+(?:the\s+(?:[Pp]anel|[Cc]ommittee|[Gg]roup|[Bb]oard|[Tt]eam|[Ff]orce|[Tt]ask\s+(?:[Ff]orce|[Tt]eam)|[Ww]orking\s+[Gg]roup)\b|⟦[TMA]\d+⟧(?![’']))|(?:[Pp]anel|[Cc]ommittee|[Gg]roup|[Bb]oard)[’']s\s+report\b))"
)
"""For a group somebody speaks who says of what only by the group: "A, chair of the group, *reported on progress*"."""
_GIVEN = r"(?:made|given|provided|delivered|presented|submitted)"
_OF_SOMEBODY = r"(?:its\s+(?:[\w-]+\s+)?(?:[\w-]+),?\s+|the\s+(?:representatives?|delegation|head)\s+of\s+)?"
_NEW = r"(?:(?:the\s+)?(?:establish|creat|launch|develop|prepar|organiz|conven|form|set|proclam|declar|designat|inclu|introduc|observ)(?:ment|ation|ion|sion|tion|ance|ing|ing\s+up)\s+(?:of\s+)?)?"
_TO_MAKE = r"(?:arrange|hold|establish|create|launch|set\s+up|develop|form|organize|convene|conduct|undertake|prepare|carry\s+out|start|initiate|include|add|insert|draft)"
_BE_MADE = r"(?:established|created|launched|set\s+up|formed|developed|organized|convened|conducted|undertaken|prepared|carried\s+out|initiated|started)"

REPORTING: tuple[tuple[str, str], ...] = (
    ("reporting", rf"(?:\b[Rr]epresentatives?\s+of\s+)?{WHO}{_ASIDE}{_ADV}{_SPEAKS}{_OF_WHAT}"),
    ("reporting", rf"{WHO}{_ASIDE}{_ADV}(?:report(?:ed|s)(?:\s+back)?(?:\s+to\s+{_HEARERS})?\s+on|(?:briefed|updated)\s+{_HEARERS}\s+(?:on|about)|presented|outlined|described|summarized)\s+{WHAT}[’']s?\s+{_MATTER}\b(?!\s+(?:plan|programme)\b)"),
    ("reporting", rf"{WHO}{_ASIDE}{_ADV}presented\s+(?:the|an?)\s+(?:(?:annotated|draft|zero|first|second|revised|proposed|updated|advanced|preliminary)\s+)*(?:outline|draft|zero\s+draft|structure|scope|concept|table\s+of\s+contents|contents)\s+(?:of|for)\s+(?:the\s+)?{_EDITION}(?:the\s+)?{_OF_WHAT}"),
    ("reporting", rf"{WHO}{_ASIDE}{_ADV}(?:presented|presents|showcased|described)\s+(?P<direct>the\s+|its\s+)?{_OF_WHAT}"),
    ("reporting", rf"{WHO}{_ASIDE}{_ADV}(?:gave|gives|provided|delivered|made|shared|offered|submitted)\s+(?:{_HEARERS}\s+(?:with\s+)?)?(?P<told>{_OF_WHAT})"),
    ("reporting", rf"{_OF_WHAT}\s+(?:was|were)\s+(?:then\s+|also\s+)?{_GIVEN}\s+by\s+{_OF_SOMEBODY}(?P<direct>{WHO})"),
    ("reporting", rf"{WHO}{_ASIDE}{_ADV}reported\s+on\s+(?:the\s+)?(?:[a-z-]+\s+){{0,3}}?{_GATHERED}\s+(?:(?:that|which)\s+)?(?:of\s+)?{WHAT}"),
    ("reporting", rf"{WHO},\s+(?:(?:speaking|reporting)\s+)?(?:on\s+behalf\s+of|for|(?:as\s+)?(?:the\s+)?{UNTITLED}\s+(?:of|for)|who\s+(?:co-)?(?:chairs|chaired|leads|led|coordinates|facilitated)|which\s+(?:co-)?(?:chairs?|leads?|coordinates?))\s+{WHAT}(?:\s+of\s+⟦[AM]\d+⟧)?,\s+{_ADV}{_ALONE}"),
    ("reporting", rf"{WHO}\s+{_ADV}(?:reported(?:\s+back)?|(?:presented|gave|provided|delivered|made)\s+(?:an?|its|the)\s+(?:[\w-]+\s+){{0,2}}?{_TOLD})\s+on\s+behalf\s+of\s+{_OF_WHAT}"),
    ("reporting", rf"(?:[Oo]n\s+behalf\s+of|{UNTITLED}\s+(?:of|for))\s+{WHAT},\s+{WHO},?\s+{_ADV}{_ALONE}"),
    ("reporting", rf"\b{_TOLD}\s+(?:of|on|about)\s+{_ON}{WHAT},?\s+(?:(?:as|which\s+was|that\s+was|was|were|had\s+been)\s+)?{_GIVEN}\s+(?:(?:orally|jointly)\s+)?by\s+{_OF_SOMEBODY}{WHO}"),
    ("reporting", rf"\b{_TOLD}\s+(?:{_GIVEN}\s+)?(?:by|from)\s+{_OF_SOMEBODY}{WHO}\s+(?:on|about)\s+{_ON}{_OF_WHAT}"),
    ("reporting", rf"\b{_TOLD}\s+(?:on|about)\s+{_ON}{WHAT},?\s+(?:from|by)\s+{_OF_SOMEBODY}{WHO}"),
    ("reporting", rf"{WHO},?\s+for\s+(?:his|her|its|their|the)\s+(?:[\w-]+\s+){{0,2}}?{_TOLD}\s+on\s+{_ON}{_OF_WHAT}"),
    ("reporting", rf"\b(?:[Pp]rogress|[Ww]ork|[Aa]ctivities|[Ss]tatus|[Rr]esults|[Ff]indings|[Oo]utcomes?)(?:\s+(?:made|achieved))?\s+(?:of|by|in|on|under)\s+{WHAT}\s+(?:was|were)\s+(?:then\s+|also\s+)?(?:presented|reported(?:\s+on)?|described|outlined|summarized)\s+by\s+{_OF_SOMEBODY}{WHO}"),
    ("reporting", rf"^(?:Reporting(?:\s+back)?\s+on|Presenting|Briefing\s+{_HEARERS}\s+on|Updating\s+{_HEARERS}\s+on)\s+{_ON}{WHAT},\s+(?:the\s+representatives?\s+of\s+)?{WHO}\s"),
    # who proposed it
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
