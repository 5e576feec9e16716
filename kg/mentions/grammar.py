"""How names of groups, sessions, resolutions and plans are built: patterns, no names.

A pattern here says how *any* such name is written in documents of UN bodies.
"""

from __future__ import annotations

import re

from kg.mentions.headed import Headed
from kg.text import FUNCTION, ORDINAL

_CAPITAL = r"(?:[A-Z]\w*(?:[’'-]\w+)*|[A-Z]+(?:\+\d+)?|\d{4}(?:[-–]\d{4})?|G20)(?:\s?\+\s?\d+)?"
_JOINER = r"(?:beyond(?=\s+[A-Z])|and|of|the|for|in|to|on|a|an|&|towards|es|de|da|do|del)"
CAPITAL_NAME = rf"(?:(?:the|a|an)\s+)?{_CAPITAL}(?:(?:\s+(?!in\s+\d|and\s+of\s+[A-Z]{{2,}}\b){_JOINER}){{0,3}}\s+{_CAPITAL})*"
"""A run of capitalized words, with small words between but not at its end."""

_LOWER_STOP = (
    r"(?=\s*(?:[.,;:()\[\]\n'’\"”]|\Z|\s(?:will|is|was|were|has|have|had|that|which|as|by|in\s+order|to\s+\w+|and\s+the|and\s+(?:asked|invited|requested|appointed|designated|entrusted|elected)|together|jointly|alongside|"
    r"under|at|during|through|from|with|until|including|held|established|led|chaired|co-chaired)\b))"
)
LOWER_NAME = rf"(?:the\s+)?\w[\w’-]*(?:\s+[\w’-]+){{0,11}}?(?<!\sand)(?<!\sor)(?<!\sof)(?<!\sfor)(?<!\sin)(?<!\son)(?<!\sthe){_LOWER_STOP}"
"""No name ends with a small word, also where a line does."""

_ACRONYM = r"(?:\s*\((?P<acronym>[A-Z][A-Za-z-]{1,9})\))?"
_ADJECTIVE = r"(?:(?:Core|Technical|Joint|Expert|Open-ended|Ad\s+[Hh]oc|Inter-?[Aa]gency|Inter-?[Ss]essional|Informal)\s+)*"

WORKSTREAM_TYPES: dict[str, str] = {
    r"Issue\s+Management\s+Group|IMG": "IssueManagementGroup",
    r"Consultative\s+Process|Consultations": "ConsultativeProcess",
    r"(?:Task|Expert)\s+Team|Task\s+Force": "TaskTeam",
    r"Working\s+[Gg]roup|(?:Coordination|Expert|Advisory|Steering)\s+Group|Steering\s+Committee": "WorkingGroup",
    r"Nexus\s+Dialogues": "DialogueSeries",
    r"Network": "Network",
}
"""What the words before "on …" or "of …" make of a group."""

TYPE_WORDS = "|".join(WORKSTREAM_TYPES)

GROUP_HINTS = ("group", "img", "process", "consultations", "task", "network", "dialogues", "team")
"""One of these stands in every name of a group, and in every short form."""

_TOPIC = CAPITAL_NAME.replace(r"(?!in\s+\d", r"(?!(?:in|for)\s+\d")
"""A year is no part of it: "the Working Group on Ponds *for 2030-2031*"."""
GROUP = Headed(
    rf"\b(?P<type>{_ADJECTIVE}(?:{TYPE_WORDS})){_ACRONYM}\s+(?P<joint>on|for(?!\s+\d)|towards|of)\s+(?P<topic>{_TOPIC})",
    rf"(?:Group|group|IMG|Process|Consultations|Team|Force|Committee|Dialogues|Network){_ACRONYM}\s+(?:on|for|towards|of)\s",
)
QUOTES = ('"', "“", "‘", "'")
QUOTED_GROUP = re.compile(
    rf"[\"“‘'](?P<name>(?P<type>{_ADJECTIVE}(?:{TYPE_WORDS}))\s+(?P<joint>on|for)\s+(?P<topic>[^\"”’'\n]{{3,100}}))[\"”’']"
)
NEW_GROUP = re.compile(
    rf"\b(?:created|established|set\s+up|launched|convened|formed)\s+an?\s+(?P<name>(?P<type>working\s+group|task\s+team|task\s+force)"
    rf"\s+(?P<joint>on|for)\s+(?P<topic>{LOWER_NAME}))"
)
_AFTER_TOPIC = (
    r"for\s+the\s+(?:\w+\s+)?(?:biennium|triennium|quadrennium)|will|would|could|can|must|might|together|jointly|alongside|is|are|was|were|has|have|had|should|shall|may|that|which|who|as|by|in|on|of|to|under|at|during|through|from|with|until|after|before|since|within|including|held|established|led|chaired|co-chaired|"
    r"organized|convened|met|meets|presented|elected|agreed|decided|adopted|noted|requested|invited|considered|discussed|reviewed|prepared|developed|completed|finalized|worked|began|concluded|proposed|recommended|reported|continued|thanked|welcomed|and\s+(?:its|the|to|on|for|of|has|have|had|is|was|will|Mr|Ms|Mrs|Dr|[a-z]+ed)"
)
LOWER_GROUP = re.compile(
    rf"\b[Tt]he\s+(?P<name>(?P<type>(?:ad\s+hoc\s+)?(?:open-ended\s+)?(?:task\s+force|task\s+team|working\s+group|consultative\s+process|issue\s+management\s+group))"
    rf"\s+(?P<joint>on|for)\s+(?P<topic>[\w’-]+(?:\s+[\w’-]+){{0,7}}?)(?=\s*(?:[.,;:()\[\]]|\Z)|\s+(?:{_AFTER_TOPIC})\b))"
)
MADE_GROUP = re.compile(
    r"\b[Aa]n?\s+(?P<name>(?P<type>working\s+group|task\s+team|task\s+force)\s+(?P<joint>on|for)\s+(?P<topic>[\w’-]+(?:\s+[\w’-]+){0,7}?))"
    r"(?=\s+(?:was|had\s+been|has\s+been)\s+(?:created|established|set\s+up|launched|convened|formed)\b)"
)
SMALL_GROUP = re.compile(r"(?:group|team|force|process)\s+(?:on|for)\s")
"""This stands in the name of each group in small letters."""
SMALL_TEAM = re.compile(r"(?:project|expert|technical|advisory|coordination)\s+(?:team|group)\b")
TEAM = re.compile(r"\b(?P<name>[A-Z]{2,}[A-Za-z-]*\s+(?:(?!(?:chairs|leads|heads|hosts|coordinates|convenes|facilitates|chaired|led|hosted|coordinated|will|would|is|are|was|has|had|and|by|the|a|an)\b)[a-z][\w-]*\s+){1,4}?(?:project|expert|technical|advisory|coordination)\s+(?P<type>team|group))\b(?!\s+(?:on|for)\b)")
SERIES = Headed(rf"(?P<owner>(?:{_CAPITAL}\s+){{1,4}})?(?P<type>Nexus\s+Dialogues)\b(?!\s+on\b)", r"Nexus\s+Dialogues")
TYPE_AFTER = re.compile(r"\s+(?P<type>task\s+team|task\s+force|working\s+group)\b(?!\s+(?:on|for)\b)", re.IGNORECASE)

_AFTER_SHORT_FORM = r"(?!\s+(?:on|for|of)\b|\s*\()(?=[\s'’.,;:)]|\Z)"
SHORT_FORM = Headed(
    r"\b(?P<article>[Tt]he|[Tt]his|[Ii]ts|[Ff]uture)\s+(?P<owner>[A-Z][A-Z-]+\s+)?(?P<type>(?P<core>Core\s+)?(?:IMG|Issue\s+Management\s+Group|"
    r"Consultative\s+Process|[Ww]orking\s+[Gg]roup|[Tt]ask\s+[Tt]eams?|[Tt]ask\s+[Ff]orce|(?:Nexus\s+)?Dialogues|"
    rf"[Nn]etwork)){_AFTER_SHORT_FORM}",
    rf"(?:IMG|Process|Dialogues|Group(?<=[gt\s]\sGroup)|group(?<=[gt\s]\sgroup)|k(?:\s+(?:[Tt]eams?|[Ff]orce)|(?<=etwork))){_AFTER_SHORT_FORM}",
)
SHORT_TYPES: tuple[tuple[str, str], ...] = (
    ("img", "IssueManagementGroup"),
    ("issue management group", "IssueManagementGroup"),
    ("consultative process", "ConsultativeProcess"),
    ("working group", "WorkingGroup"),
    ("task team", "TaskTeam"),
    ("task force", "TaskTeam"),
    ("dialogues", "DialogueSeries"),
    ("network", "Network"),
)

_SHORT_EVENT = r"(?P<word>Dialogue|Workshop|Forum|Summit|Round\s?[Tt]able|Conference)\b(?!\s+(?:of|on|for)\b)"
SHORT_EVENT = Headed(rf"\b[Tt]he\s+{_SHORT_EVENT}", _SHORT_EVENT)

COP_SHORT = Headed(r"\bCOP[\s-]?(?P<number>\d{1,2})\b(?!/)", r"COP[\s-]?\d")
COP_LONG = re.compile(
    rf"\b(?P<ordinal>{ORDINAL})\s+(?:(?:session|meeting|ordinary\s+meeting)\s+of\s+the\s+)?(?:Conference|Conferences|(?P<sitting>Meeting))\s+of\s+the\s+(?:Contracting\s+)?Parties",
    re.IGNORECASE,
)
SESSION = re.compile(
    rf"\b(?P<ordinal>{ORDINAL})\s+(?P<what>(?:resumed\s+|special\s+|regular\s+)?(?:session|meeting|sessions))\s+of\s+(?:the\s+)?",
    re.IGNORECASE,
)
OF_THE_PARTIES = re.compile(r"(?:conferences?|meeting)\s+of\s+the\s+(?:contracting\s+)?parties")
BEFORE_PARTIES = re.compile(rf"\b(?:{ORDINAL})\s+(?:(?:session|meeting|ordinary\s+meeting)\s+of\s+the\s+)?\Z")
SITTING_OF = re.compile(r"(?:session|meeting)s?\s+of\s")
BEFORE_SITTING = re.compile(rf"\b(?:{ORDINAL})\s+(?:(?:resumed|special|regular)\s+)?\Z")
"""What is counted, and the words before it, in lower case."""
SESSION_SHORT = re.compile(r"[\s-]?(?P<number>\d{1,2}(?:\.\d)?)\b(?![/\d%])")
ORDINAL_BEFORE = re.compile(rf"\b(?P<ordinal>{ORDINAL})\s+\Z", re.IGNORECASE)
SEGMENT = re.compile(
    r"\b(?P<name>(?P<kind>Technical|Senior(?:\s+Officials)?|High-[Ll]evel|Ministerial|Preparatory)\s+Segment|(?:[Tt]echnical|[Pp]reparatory|[Ss]enior\s+[Oo]fficials)\s+[Ss]egment)\b"
)

RESOLUTION_NUMBER = re.compile(
    r"\b(?:A/RES/(?P<symbol>\d{1,2}/\d{1,3})|UNEP/EA\.(?P<session>\d{1,2})/Res\.(?P<item>\d{1,3}))\b(?!/)"
)
RESOLUTION_TOPIC = re.compile(
    r"\bresolution\s+on\s+(?P<topic>(?:the\s+)?[a-z][\w-]*(?:,\s+[\w-]+\s+and\s+[\w-]+|\s+(?!(?:were|was|is|are|has|have|had|which|that|adopted|and\s+the\s+[A-Z])\b)"
    r"(?!and\s+the\b)[a-z][\w-]*)*)"
)
RESOLUTIONS_TOPICS = re.compile(
    r"\bresolutions\s+(?:adopted\s+(?:at|by)\s+(?P<where>[^,;.]{3,120}?(?:\([^)]{2,20}\))?)\s+)?(?:concerning|on)\s+(?P<topics>[a-z][^.;:]{3,200})"
)

PLAN_WORDS = (
    r"Strategy|Strategies|Framework|Strategic\s+Plan|Strategic\s+Narrative|Action\s+Plan|Work\s+Plan|Implementation\s+Plan|"
    r"Plan\s+of\s+Action|Programme\s+of\s+Action|Roadmap|Common\s+Approach|Principles|Guidelines|Agenda(?!\s+items?\b)|Call\s+to\s+Action|Decade|Declaration"
)
PLAN_HINTS = (
    "Strateg", "Framework", "Plan", "Programme", "Roadmap", "Approach", "Principles", "Guidelines", "Agenda", "Action", "Decade", "Declaration",
)  # fmt: skip
PLAN = Headed(
    rf"\b(?P<name>(?:{_CAPITAL}\s+){{0,6}}(?:{PLAN_WORDS})(?:\s+(?:on|for|of|Towards|towards)\s+{CAPITAL_NAME}|\s+\d{{4}}[-–]\d{{4}})?)",
    PLAN_WORDS,
)
PLAN_FOR = Headed(
    r"\b(?P<name>strategic\s+plan\s+for\s+the\s+[A-Z]\w+(?:\s+for\s+the\s+period\s+\d{4}[-–]\d{4})?|[A-Z]+(?:'s|’s)\s+\d{4}[-–]\d{4}\s+work\s+plan)",
    r"strategic\s+plan\s+for\s|work\s+plan",
)
_ORGANIZATION_WORDS = (
    r"Organi[sz]ation|Agency|Institute|Council|Commission|Bank|University|Foundation|Association|Alliance|Federation|Union|Society|Secretariat|"
    r"Corporation|Coalition|Academy|Observatory|Consortium|Laboratory|Museum|Court|Centre|Center|Board|Tribunal"
)
_OF_PERSON = r"(?:(?:de|del|della|der|van|von|du|da|dos|das)\s+){1,2}"
"""Small words in the name of a person that is in that of an organization: "Ana *de* Brook University"."""
ORGANIZATION_HINTS = ("Organi", "ommittee", "Panel", "Network", "Office", *(word for word in _ORGANIZATION_WORDS.split("|") if "[" not in word))
ORGANIZATION = Headed(
    rf"\b(?P<name>(?:(?!(?:The|This|Its|Their|Our|In|At|For|On|An?|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|Several|Many|Chair|Co-Chairs?|Vice-Chair|President|Rapporteur)\b){_CAPITAL}[’']?\s+(?:(?:of|for|on)\s+(?:the\s+)?|{_OF_PERSON})?){{0,6}}"
    rf"(?P<head>University\s+(?:&|and)\s+Research(?!\s+[A-Z])|{_ORGANIZATION_WORDS}|Subcommission|(?:Sub-?c|C)ommittee|Sub-Committee|Panel|Network|Office(?=\s+(?:of|for)\s))(?:\b|(?=wide\b))(?:\s+(?P<joint>of|for|on|(?<=ommittee\s)under|(?<=(?:lliance|alition)\s)to)\s+(?!\d){CAPITAL_NAME})?){_ACRONYM}",
    rf"(?:{_ORGANIZATION_WORDS}|Subcommission|Sub-?committee|Committee|Panel|Network|Office(?=\s+(?:of|for)\s))(?:\b|(?=wide\b))",
)
ACRONYM_ALONE = re.compile(r"\s\((?P<acronym>[A-Z][A-Za-z]?[A-Z][A-Za-z]{0,6})\)")
CAPITAL_RUN = re.compile(rf"(?:\b[A-Z][\w’'-]*,?\s+(?:{_JOINER}\s+){{0,3}}){{1,11}}[A-Z][\w’'-]*\Z")
ACRONYM_HEADS = re.compile(
    rf"(?:{_ORGANIZATION_WORDS}|Committee|Sub-?[Cc]ommittee|Panel|Authority|Network|Confederation|Department|Directorate|Facility|Fund|Partnership|Office|"
    r"(?<!Work\s)(?<!Action\s)(?<!Training\s)Programme)(?:\Z|\s+(?:of|for|on)\b)"
)
"""What a name in full that an acronym follows may be called by."""
GOVERNMENT = re.compile(rf"\b(?P<form>[Gg]overnments?\s+of)\s+(?:the\s+)?(?!Part(?:y|ies)\b|Contracting\b|Member\b)(?P<name>{_CAPITAL}(?:\s+(?:of\s+(?:the\s+)?)?{_CAPITAL}){{0,4}})(?:\s+and\s+(?:the\s+)?(?P<second>{_CAPITAL}(?:\s+(?:of\s+(?:the\s+)?)?{_CAPITAL}){{0,4}}))?")
MATTER = (
    r"(?:Affairs|Agricultur\w+|Animal|Aquaculture|Air|Biodiversity|Cattle|Cities|City|Climat\w+|Change|Coast\w*|Commerce|Communications?|Communit\w+|Conservation|Construction|Consumer|Cooperation|Culture|Cultural|Decentralization|Desert\w*|"
    r"Development|Digital\w*|Disaster|Ecolog\w+|Econom\w+|Education|Electri\w+|Employment|Energy|Environment\w*|Equality|Family|Finance|Fish\w*|Food|Foreign|Forest\w*|Gender|Geology|Green|Health|Heritage|Housing|Human|Hydrology|Industr\w+|"
    r"Infrastructure|Innovation|International|Investment|Irrigation|Justice|Labou?r|Land|Lands|Livestock|Local|Management|Marine|Maritime|Meteorolog\w+|Mineral|Minerals|Mines|Mining|Mobility|Natural|Nature|Nuclear|Nutrition|Ocean\w*|"
    r"Parks|Petroleum|Physical|Planning|Pollution|Ponds?|Population|Protection|Public|Rain|Regional|Research|Resilience|Resources?|Rural|Safety|Sanitation|Sciences?|Security|Services|Social|Soils?|Space|Spatial|Sports?|Sustainab\w+|Technolog\w+|Territorial|"
    r"Tourism|Trade|Transition|Transport\w*|Urban|Veterinary|Waste|Water\w*|Welfare|Wildlife|Women|Works|Youth)"
)
"""What institutions are for: several of these are listed in one name, "Ministry of *Water, Soil and Rain*"."""
_MATTERS = rf"{MATTER}(?:\s+(?:and\s+|&\s+)?{MATTER}){{0,4}}(?:,\s+{MATTER}(?:\s+{MATTER}){{0,2}}){{1,4}},?\s+(?:and|&)\s+(?:the\s+)?{MATTER}\b(?:\s+{MATTER}){{0,3}}(?:\s+of\s+(?:the\s+)?{_CAPITAL}(?:\s+{_CAPITAL}){{0,3}})?"
LISTED_MATTERS = re.compile(rf"\s+(?:of|for|on)\s+(?:the\s+)?{_MATTERS}")
"""After the word for an institution: "Institute *for Water, Soil and Rain*"."""
MINISTRY = re.compile(rf"\b(?:(?P<state>(?!Federal\b)[A-Z]\w+)(?P<own>'s|’s)?\s+)?(?P<name>(?:Federal\s+)?Ministry\s+(?:of|for)\s+(?:(?:the\s+)?{_MATTERS}|{CAPITAL_NAME}))")
_PARTICLE = r"(?:(?:van|von|de|del|della|der|den|da|das|do|dos|di|du|des|la|le|el|al|bin|bint|ibn|ben|ould|mint|ten|ter|zu|af|y|e)\s+)*(?:al-|el-|d[’'])?"
_BLANK = r"(?:[^\S\n]+|[^\S\n]*\n[^\S\n]*(?![A-Z]{2,}\b|[^\n]{1,60}?(?::|\s[–—-])\s))"
"""Between two words of a name: the next line may begin with another entry of a list."""
_REST = rf"(?:{_BLANK}{_PARTICLE}(?!(?:Co-|Vice-)?(?:Chair|President|Rapporteur))(?:[A-ZÀ-Ž]\.|[A-ZÀ-Ž][\w’'‑-]*)){{1,4}}"
"""What follows a first name: initials, surnames with their particles."""
PERSON = re.compile(rf"\b(?P<title>H\.E\.|(?:Mr|Ms|Mrs|Dr|Prof)\.?|Sir|Ambassador|Professor|Minister)\s+(?P<name>(?:[A-ZÀ-Ž]\.\s?){{1,4}}[A-ZÀ-Ž][\w’'-]+|[A-ZÀ-Ž][\w’'‑-]+{_REST})")
_NAME = rf"(?!(?:Co-|Vice-)?(?:Chair|President|Rapporteur))[A-ZÀ-Ž][\w’'‑-]+{_REST}"
_OFFICE = r"(?:(?:Co-|Vice-|Deputy\s+)?(?:Chair|President)\w*|Rapporteur|(?:Deputy\s+)?Executive\s+Secretary)"
COUNTRY_BESIDE = re.compile(r"\([A-Z]\w*[a-z][^()\d]{1,50}\)(?:\s+as\b|[,.;]|\s+(?:opened|and|welcomed|presided))")
PERSON_OF_COUNTRY = re.compile(
    rf"(?:\b{_OFFICE}(?:\s+of\s+(?:the\s+)?[^,.;]{{2,80}})?,\s+|\b(?:welcomed|elected|re-elected|appointed|and|(?:chaired|facilitated|led)\s+by)\s+)(?P<name>{_NAME})\s*"
    rf"(?=\((?P<country>[A-Z]\w*[a-z][^()\d]{{1,50}})\)(?:\s+as\b|[,.;]|\s+(?:opened|and|welcomed|presided)))"
)
_IN_OFFICE = r"(?:its\s+|the\s+|an?\s+)?(?:new\s+)?(?:(?:Co|Vice)[- ])?(?:Chair(?:man|person|woman)?|President|Rapporteur)s?\b"
_NAME_COUNTRY = rf"(?:(?:Mr|Ms|Mrs|Dr)\.?\s+)?{_NAME}\s*\([A-Z][^()\d;]{{2,60}}\)"
ELECTED_LIST = re.compile(rf"{_NAME_COUNTRY}(?:(?:,|,?\s+and)\s+{_NAME_COUNTRY}){{0,12}}\s+as\s+{_IN_OFFICE}")
"""A (Chad), B (Fiji) and C (Peru) as Vice-Presidents."""
ELECTED_CHAIRS = re.compile(rf"(?<=[:;,]\s)(?:and\s+)?(?P<name>{_NAME})(?=\s*\([A-Z][^()\d;]{{2,60}}\),\s+(?:the\s+)?[A-Z])")
"""The following Chairs: A (Chad), First Committee; B (Fiji), Second Committee."""
LISTED_NAME = re.compile(rf"(?P<name>{_NAME})\s*\(")
_FUNCTION = r",\s+[^;()\n]{3,160}?,"
ELECTED_ONE = re.compile(rf"\belect(?:ed|s)\s+(?:by\s+acclamation\s+)?(?P<name>{_NAME})(?={_FUNCTION}\s+(?:as\s+)?{_IN_OFFICE})")
"""The Assembly elected A, Minister of B, as its President."""
WAS_ELECTED = re.compile(
    rf"(?:^|(?<=[.;:]\s))(?P<name>{_NAME})(?=(?:{_FUNCTION}|\s*\([^()]{{2,60}}\))?\s+(?:was|has\s+been)\s+(?:re-)?elected\s+(?:by\s+acclamation\s+)?(?:as\s+)?{_IN_OFFICE})", re.MULTILINE
)
"""A, Permanent Representative of B, was elected Chair of the committee."""
OFFICE_NAME = re.compile(rf"\s(?:(?:Co|Vice)-)?(?:[Pp]resident|[Cc]hair)\s+(?P<name>{_NAME})")
"""UNEA-6 President A B."""
PERSON_SHORT = re.compile(r"\b(?:Mr|Ms|Mrs|Dr|Prof)\.?\s+(?P<name>(?:d[’']|(?:(?:de|del|della|der|den|van|von|du|da|dos|das|di|el|ter)\s+){1,3})?[A-ZÀ-Ž][\w’'‑-]+)(?!\s+[A-ZÀ-Ž])")

_NO_NAME = (
    r"(?!(?:Committees?|Conferences?|Convention|Assembly|Board|Groups?|Body|Bodies|Council|Commission|Panel|Platform|Party|Parties|Secretariat|Secretary|Bureau|Meetings?|Sessions?|Working|"
    r"Task|Force|Team|Network|Fund|Agreement|Protocol|Programme|Governments?|Minister|Ministry|Ambassador|Director|Deputy|Executive|Permanent|Professor|Assistant|Associate|Under|Head|"
    r"Chair\w*|Co-\w+|Vice\w*|President\w*|Rapporteurs?|United|Nations|States|Republic|Kingdom|European|Union|Plenary|Agenda|Annex|Article|Rule|Decision|Friends|Excellency|"
    r"The|This|These|In|On|At|For|By|To|And|His|Her|He|She|It|Mr|Ms|Mrs|Dr|Prof|Sir|General|International|National|Joint|Coordinators?|Leaders?|Senior|Former|World|Science|Scientific|Technical|Climate|Environment\w*)\b)"
)
_TOKEN = rf"\b(?=[A-ZÀ-Ž]){_NO_NAME}(?:(?:[A-ZÀ-Ž]\.)+|[A-ZÀ-Ž][\w’'‑-]+)"
_PLAIN_NAME = rf"{_TOKEN}(?:{_BLANK}{_PARTICLE}{_TOKEN}){{1,4}}"
"""A name without an address: words that name offices, bodies or places of work are none of it."""
NAME_AT = re.compile(rf"[A-ZÀ-Ž](?<!\w.)(?=[\w’'‑.-]*\s+{_PARTICLE}[A-ZÀ-Ž])")
"""Where such a name may begin."""
_OF_COUNTRY = r"(?:\s*\([A-Z][^()\d;]{1,60}\)|,?\s+(?:of|from)\s+(?:the\s+)?[A-Z][\w’'-]*(?:\s+(?:of\s+|and\s+)?(?:the\s+)?[A-Z][\w’'-]*){0,5})"
_AN_OFFICE = r"(?:[Cc]o-?|[Vv]ice[- ])?(?:[Cc]hair(?:person|man|woman)?|[Pp]resident)s?\b|[Rr]apporteurs?\b"
_OFFICE_WORD = r"(?:[Cc]hair(?:person|man|woman|manship)?|[Pp]resident|[Rr]apporteur)s?\b(?![’'/])"
AN_OFFICE = Headed(
    rf"(?<![Tt]he\s){_OFFICE_WORD}|(?<=[Tt]he\s){_OFFICE_WORD}(?!\s+(?!of\b|for\b|by\b|will\b|are\b|were\b|at\b)[a-z])|\b(?:chaired|facilitated|led|headed|moderated|coordinated|presided)\b|leadership|direction\s+of|guidance\s+of",
    r"Chair|chair|President|president|Rapporteur|rapporteur|facilitated|led\b(?<!\wled)|headed|moderated|coordinated|presided|leadership|direction\s+of|guidance\s+of",
)
BEGINS_WITH_NAME = f"(?P<name>{_PLAIN_NAME})"
WITH_OFFICE = (
    re.compile(rf"\b(?P<the>[Tt]he\s+|[Ii]ts\s+|(?<=[’']s\s))?(?:[A-Z]{{3,8}}\s+|(?P<group>[Gg]roup\s+))?(?:(?:[Cc]o-?|[Vv]ice[- ])?(?:[Cc]hair(?:person|man|woman)?|President)|(?:(?<=[’']s\s)[Rr]|R)apporteur)(?P<several>s)?(?:(?(the)(?:,|\s+of\s+[^,.;:()]{{2,120}}?(?:\s+\([A-Z][\w-]+\))?,)|(?(several),|(?(group)|(?!))))|:|\s+(?:for\s+[^.;:,]{{3,60}}\s+)?(?:will\s+be|are|were):|\s+of\s+the\s+(?:contact|drafting|working)\s+group)?\s+(?P<name>{_PLAIN_NAME})"),
    re.compile(rf"\b(?:(?:co-)?(?:chaired|facilitated|led|headed|moderated|coordinated|presided\s+over)\s+(?:jointly\s+)?by|[Cc]hair(?:man|person)?ship\s+of|(?:leadership|facilitation)\s+of)\s+(?P<name>{_PLAIN_NAME})"),
    re.compile(r"\b(?:(?:(?:Co|Vice)-)?(?:Chair(?:man|woman|person)?|President)|Rapporteur)s?(?::\s+[A-Z][\w’'-]+(?:\s+[A-Z][\w’'-]+){0,4}|\s+of\s+the\s+[A-Z][^,.;:()]{2,80})?\s+\((?P<name>(?:[A-ZÀ-Ž]\.\s?){1,3}[A-ZÀ-Ž][\w’'-]+)\)"),
    re.compile(rf"\bunder\s+the\s+(?:direction|guidance)\s+of\s+(?P<name>{_PLAIN_NAME})(?=[,.;]|\s+\([A-Z])"),
    re.compile(rf"(?P<name>{_PLAIN_NAME})(?={_OF_COUNTRY}?(?:,\s+[^;()\n.]{{3,120}}?,?)?\s+(?:was|were|has\s+been|have\s+been|will\s+serve|serves|served|elected|is|remains)\s+(?:(?:re-)?elected\s+|appointed\s+)?(?:by\s+acclamation\s+)?(?:as\s+)?(?:the\s+|its\s+)?(?:new\s+|current\s+)?(?:{_AN_OFFICE}|[A-Z]{{3,8}}\s+(?:{_AN_OFFICE})))"),
    re.compile(rf"(?P<name>{_PLAIN_NAME})(?=(?:{_OF_COUNTRY}?\s+and\s+{_PLAIN_NAME})?(?:,\s+|\s\()(?:the\s+)?(?:{_AN_OFFICE})\s+of\s)"),
    re.compile(rf"(?P<name>{_PLAIN_NAME})(?={_OF_COUNTRY},?\s+(?:as\s+)?(?:the\s+)?(?:[A-Z][\w-]+\s+)?(?:{_AN_OFFICE}))"),
    re.compile(rf"(?P<name>{_PLAIN_NAME})(?=\s\((?:the\s+)?(?:Acting\s+|outgoing\s+)?(?:{_AN_OFFICE})(?:,\s+[^()]{{1,40}})?\))"),
    re.compile(
        rf"(?P<name>{_PLAIN_NAME})(?=(?:{_OF_COUNTRY}?,?\s+and\s+{_PLAIN_NAME})?{_OF_COUNTRY}?(?:,\s+who\s+(?:(?:has|have|had|is|are|was|were)\s+)?(?:been\s+)?(?:serv|act)\w+|\s+in\s+(?:his|her|their)\s+capacit(?:y|ies))?"
        rf"\s+as\s+(?:its\s+|the\s+)?(?:new\s+)?(?:{_AN_OFFICE})\s+of\s)"
    ),
    re.compile(rf"\b(?:elect(?:ed|s|ing|ion\s+of)|appoint(?:ed|s|ment\s+of))\s+(?:by\s+acclamation\s+)?(?:[a-z]+\s+)?(?P<name>{_PLAIN_NAME})(?={_OF_COUNTRY}?(?:,?\s+and\s+[^,;.]{{5,80}})?\s+(?:to\s+serve\s+|to\s+act\s+)?as\s)"),
)
"""A person is next to an office: before it, after it, or whoever chairs."""
ELECTED_AS = re.compile(rf"(?P<name>{_PLAIN_NAME})(?=\s+as\s+(?:the\s+|its\s+)?(?:new\s+)?(?:{_AN_OFFICE}))")
"""A as Chair and B as Vice-Chair, where somebody elects."""
NEXT_NAME = re.compile(rf"{_OF_COUNTRY}?(?:[,;]|,?\s+and|;\s+and)\s+(?P<name>{_PLAIN_NAME})(?!\s+(?:Committee|Conference|Group|Board|Assembly|Convention)\b)")
"""The next one of a list of persons who have one office together."""
A_FUNCTION = Headed(FUNCTION, r"Director|director|Secretary|Head|head|Administrator|Coordinator|coordinator|Chief|CEO")
WITH_FUNCTION = (
    re.compile(rf"\b{FUNCTION}\s+of\s+(?:the\s+)?[^,.;:()]{{2,100}}(?:\s*\([A-Z][\w-]+\))?,\s+(?P<name>{_PLAIN_NAME})"),
    re.compile(rf"(?:\b[A-Z]{{3,8}}(?:\s+[Ss]ecretariat)?|[A-Z]\w+[’']s|\b(?:Institute|Cent(?:re|er)|Fund|Agency|Foundation|Alliance|Network|Partnership|Initiative|Council|Commission|Organi[sz]ation|Secretariat|University|Facility|Bank|Observatory))\s+{FUNCTION},?\s+(?P<name>{_PLAIN_NAME})"),
    re.compile(rf"(?P<name>{_PLAIN_NAME})(?=(?:\s*\([A-Z][^()\d;]{{1,60}}\))?,\s+(?:the\s+)?{FUNCTION}(?:(?:\s+and\s+(?:Chair|President)\w*)?\s+of\s|,\s+(?:[A-Z]{{3,8}}|UN[ -])))"),
)
"""A person is next to a function: "the UNFCCC Executive Secretary, A B", "A B, Director of …"."""
WHO_HEADS = re.compile(
    rf"(?P<name>{_PLAIN_NAME})(?={_OF_COUNTRY}?(?:,\s+who\s+(?:now\s+|also\s+)?(?:(?:co-)?(?:heads|headed|directs|directed|leads|led|coordinates|coordinated|manages|managed|runs|chairs|chaired)|is\s+(?:the\s+)?{FUNCTION})\b|,\s+(?:the\s+)?(?:(?:programme|project|campaign|team|network)\s+(?:manager|coordinator|leader|lead|director)|manager)\s+(?:of|for|at)\b|\s+\({FUNCTION}(?:,|\s+of)\s|,\s+(?:the\s+)?(?:acting\s+|interim\s+)?(?:chief\s+executive(?:\s+officer)?|head)\s+of\s|"
    rf"\s+(?:took\s+over|takes\s+over|has\s+taken\s+over|has\s+been|is|was|became|has\s+been\s+appointed|was\s+appointed|has\s+been\s+named|was\s+named)\s+(?:as\s+)?(?:the\s+)?(?:new\s+)?{FUNCTION}\s+of\s))"
)
"""Who heads, directs or coordinates something need have no address."""
HOLDING = ("elect", "appoint", "chair", "facilitat", "leadership", "headed", "welcom", "congratulat", "nominat", "member", "co-lead", "led by")
"""One of these stands where somebody who is named has or gets something to do."""
IN_BRACKETS = re.compile(r"\((?=(?P<country>[A-Z](?:[^()\d]|\([^()]*\)){2,60})\))")
NAME_OF_COUNTRY = re.compile(
    rf"(?<!\bin\s)(?<!\bat\s)(?<!\bof\s)(?<!near\s)(?<!from\s)(?<!\bthe\s)(?P<name>{_PLAIN_NAME})\s*\((?P<country>[A-Z](?:[^()\d]|\([^()]*\)){{2,60}})\)"
)
LINE_OF_LIST = re.compile(
    rf"^[ \t\u00a0•*–-]*(?:[A-Z][^:\n]{{2,60}}:\s*)?(?P<name>{_PLAIN_NAME})\s*\((?P<country>[A-Z](?:[^()\d]|\([^()]*\)){{2,60}})\)[ \t]*[;.,]?[ \t]*$", re.MULTILINE
)
"""A line that is a name and a country, in a list of those elected."""
IN_REGISTER = re.compile(r"^\W*(?:(?:[Ll]ist\s+of\s+)?[Pp]articipants|PARTICIPANTS|[Aa]ttendees|ATTENDEES|[Aa]ttendance|ATTENDANCE|(?:[Mm]embers\s+)?[Pp]resent|PRESENT|[Ii]n\s+attendance)\W*$", re.MULTILINE)
LINE_OF_REGISTER = re.compile(rf"^[ \t\u00a0•*–-]*(?P<before>[^\s:|][^\n:|]{{1,80}}?)?(?:[ \t]*[:|\t][ \t]*|[ \u00a0]{{2,}})(?P<name>{_PLAIN_NAME})[ \t]*(?:\([^()\n]{{2,60}}\))?[ \t]*$", re.MULTILINE)
"""A line of a list of those who came that is in columns, for whom and who: "FAO     Ana Water (Chair)"."""
OFFICE_SURNAME = re.compile(
    rf"\s(?:(?:Co|Vice)-)?(?:[Pp]resident|[Cc]hair)\s+(?P<name>{_NO_NAME}[A-ZÀ-Ž][a-zà-ž]+(?:[’'‑-][A-ZÀ-Ž]?[a-zà-ž]+)?)(?=\s+(?:(?:then|also)\s+)?(?:(?!need)[a-z]+ed|said|drew|gave|took|began|told|led|spoke)\b)"
)
"""After an office of a body a surname will do: "SBI Chair *Stone* opened the session"."""
_PLACE_OF_WORK = r"(?:[A-ZÀ-Ž][\w&’'./‑-]*|of|for|the|and|on|in|to|de|du)"
APPOSED_SPEAKER = re.compile(
    rf"(?:(?<=[.;]\s)|(?<=[.;]\s\s)|(?<=\n)|(?<=\A))(?P<name>{_TOKEN}(?:{_BLANK}{_PARTICLE}{_TOKEN}){{1,3}}),\s+(?P<of>(?=[A-Z]){_PLACE_OF_WORK}(?:(?:,?(?!\s+and\s+(?<=,\sand\s))\s+){_PLACE_OF_WORK}){{0,18}}?(?:\s*\([A-Z][\w-]{{1,12}}\))?),\s+"
    r"(?:(?:then|also|next)\s+)*(?:(?:made|gave|delivered)\s+an?\s+(?:[a-z]+\s+)?presentation|presented|described|outlined|showcased)\b"
)
"""Who gave a talk, at the beginning of a sentence, with where the person is from: "*Ana Water*, Pond Agency, presented …"."""
AT_WORK = re.compile(r"\b(?:Minist(?:er|ry)|Department|Agency|Authority|Institut\w+|University|Cent(?:re|er)|Fund|Foundation|Directorate|Division|Branch|Office|Programme|Council|Commission|Resources)\b")
MEMBERS_FOR = re.compile(rf"(?P<name>{_PLAIN_NAME})(?:\s+and\s+(?P<other>{_PLAIN_NAME}))?\s+(?:is|are|has\s+become|have\s+become|joined\s+as)\s+(?:an?\s+|the\s+)?(?:new\s+)?members?\s+of\s+the\s+[^,.;:]{{3,100}}?\s+representing\s")
"""Whoever is a member *representing* somebody is a person."""
NO_PERSON = re.compile(r"\b(?:Fund|Society|Institute|University|Council|Association|Foundation|Alliance|Federation|Bank|Agency|Centre|Center|Ministry|Department|Network|Initiative|Forum|City|Island|Islands|Lake|River|Sea|Park|Reserve|Bay|Gulf|Valley|Delta)\b")
"""A word that makes a name in capitals none of a person."""


_WHOSE_PART = re.compile(r"(?P<part>(?:[A-Z][\w’'-]*\s+){2,8})of\s+(?:the\s+)?\Z")
_LONGEST_PART = 120


def is_of_a_part(text: str, start: int, acronym: str) -> bool:
    """Tell "the Pond Review Group of the Rain Fund (RF-PRG)", which is not short for the fund that begins at a position.

    >>> is_of_a_part("the Pond Review Group of the Rain Fund (RF-PRG)", 29, "RF-PRG"), is_of_a_part("the Rain Fund (RF)", 4, "RF")
    (True, False)
    """
    part, letters = _WHOSE_PART.search(text, max(0, start - _LONGEST_PART), start), acronym.rpartition("-")[2]
    return part is not None and abbreviates(letters, " ".join(part["part"].split()[-len(letters) :]))


def abbreviates(acronym: str, name: str) -> bool:
    """Tell whether an acronym is made of the first letters of a name.

    >>> abbreviates("TFRN", "Task Force on Reactive Nitrogen"), abbreviates("FAO", "Task Force on Ponds")
    (True, False)
    """
    return acronym.upper() in {"".join(word[0] for word in re.findall(r"[\w’'-]+", name) if small or word[0].isupper()).upper() for small in (False, True)}
