"""The words by which a text describes groups and events that have no name, and the short forms by which it means them again: patterns, read by `naming.py`."""

from __future__ import annotations

import re

from kg.extract.reading import AGENTS, BODIES, EVENTS, GROUPS
from kg.extract.words import Guarded, any_of

_KINDS = r"(?:(?:[Jj]oint|[Ii]nformal|[Ii]n-session|[Ii]nter-?sessional|[Oo]pen-ended|[Tt]echnical|[Ss]mall|[Cc]ore|[Mm]inisterial|[Hh]igh-level|[Ss]ingle|[Aa]d\s+[Hh]oc|[Ii]nter-agency|[Tt]echnical\s+[Ee]xpert)\s+)*"
_HEADS = (
    r"[Gg]roup\s+of\s+(?:[Ff]riends\s+of\s+the\s+(?:[Cc]hair|[Pp]resident)|(?:(?:[Tt]echnical|[Ll]egal|[Ss]cientific|[Gg]overnmental|[Ii]ndependent|[Nn]ational)(?:\s+and\s+[a-z]+)?\s+)?[Ee]xperts)|(?<!roject\s)(?:(?:[Cc]ontact|[Dd]rafting|[Ww]orking|[Ee]xpert|[Tt]ask|[Aa]ctivity|[Ss]tudy|[Ss]teering|[Aa]dvisory|[Ll]iaison|[Nn]egotiating|[Dd]iscussion|[Pp]roject(?=\s+[Gg]roup\s+(?:on|for)\b)|[Pp]lanning|[Rr]eview|[Rr]eference|[Cc]oordination|[Ee]ditorial|[Ss]pecialist|[Ee]xperts[’']|[Tt]echnical\s+[Ee]xpert)\s+)?[Gg]roup|(?:[Ee]xpert|[Aa]dvisory|[Rr]eview|[Ss]cientific|[Ss]cience|[Hh]igh-[Ll]evel|[Tt]echnical|[Ee]ditorial)\s+[Pp]anel(?=\s+(?:on|for)\s)|(?:[Tt]ask|[Dd]rafting|[Aa]uthor|[Ww]riting|[Cc]ore|[Ee]ditorial|[Ee]xpert|[Pp]lanning|[Rr]eview|[Cc]oordination|[Pp]roject|[Oo]rganizing)\s+[Tt]eam|[Tt]ask\s+[Ff]orce|"
    r"[Ss]ub-?[Gg]roup|[Ff]riends[\s-]+of[\s-]+the[\s-]+(?:[Cc]hair|[Pp]resident)(?:\s+[Gg]roup)?|[Ww]orkstream|(?:[Dd]rafting|[Ee]ditorial|[Ww]riting|[Ee]xpert|[Pp]roject|[Cc]ore|[Rr]eview|[Aa]uthor)\s+[Tt]eam(?=\s+(?:on|for)\s)|"
    r"(?:[Ss]teering|[Aa]dvisory|[Oo]rganizing|[Cc]oordinating|[Cc]oordination)\s+(?:[Cc]ommittee|[Bb]oard|[Gg]roup)|(?:[Ii]nformal\s+)?[Cc]onsultations?|[Rr]ound\s?table|(?:(?:[Gg]lobal|[Tt]hematic|[Mm]ethodological|[Rr]egional)\s+)?[Aa]ssessment(?=\s+(?:of|on)\s)|[Tt]hematic\s+area|[Cc]luster|[Pp]artnership\s+area|"
    r"(?:(?:[Aa]ction|[Pp]rogramme|[Ww]ork|[Pp]riority|[Ff]ocus|[Tt]hematic)\s+|(?<![\w-]))(?:[Aa]rea|[Aa]ctivity|[Tt]ask|[Cc]omponent|[Tt]rack|[Pp]illar)(?=\s+on\s)|(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d{1,2}(?:st|nd|rd|th))\s+[Mm]eeting(?=\s+of\s+the\s+[A-Z])|(?:[Ii]nternational|[Rr]egional|[Gg]lobal|[Hh]igh-[Ll]evel|[Mm]inisterial)\s+(?:[Cc]onference|[Mm]eeting|[Ss]ummit|[Ss]ymposium)(?=\s+(?:on|for)\s)|(?:[Ww]orkshop|[Dd]ialogue|[Ss]eminar|[Ww]ebinar)(?:\s+[Ss]eries\b)?|[Ff]orum|[Tt]raining\s+[Cc]ourse|[Ii]nitiative|(?:[Ss]ub-?)?[Pp]rogramme|[Pp]roject|[Cc]ampaign|[Cc]ommunity\s+of\s+[Pp]ractice"
)
_NETWORKS = ("network", "partnership", "coalition", "project", "platform", "alliance")
_NETWORK = (
    r"(?<!\w)(?:(?!(?:the|an?|having|its|their|this|our|led|by|of|for|with|and|to|in|on|that|which|from|as|under|into|at)\b)[a-z-]++\s++){1,4}"
    rf"(?:{'|'.join(_NETWORKS)})"
)
_NUMBER = r"(?:\s+(?:[IVX]{1,4}|[A-H]|\d{1,2})\b)"
_TOPIC = (
    r"(?:(?P<by>,?\s+on|\s+(?:working|work)\s+on|\s+dealing\s+with|\s+to\s+(?:further\s+)?(?:work\s+on|consider|discuss|address|deal\s+with|review|negotiate|prepare|draft|update|revise|develop|elaborate|finalize)|\s+for|\s+under|\s+[–—-]|:|\s+of(?=\s+(?:the\s+)?[A-Z])|(?<=ssessment)\s+of)\s+(?P<topic>(?!sub-items?\b|items?\b|(?i:(?:co-|vice-)?(?:led|lead|leads|leader|chaired?|chairs|hosts?|hosted|coordinat\w+|facilitat\w+|headed|members?|partners?|secretariat|presidents?|rapporteurs?)\b)|this\b|these\b|that\b|those\b|both\b|it\b|which\b|(?:the|an?)\s+conference\s+room\s+paper|(?:the|an?)\s+(?:\w+\s+)?(?:draft\s+(?:text|recommendation|decision|conclusion|resolution)s?|text)\b|(?:an?|the)\s+(?:\w+\s+){0,2}(?:period|term|duration)\b|the\s+(?:same|item|sub-item|items|agenda|matter|above|basis|period|biennium|triennium|year|years)\b|the\s+(?:first|next|coming|following|last|past|remaining)\s+(?:(?:two|three|four|five|six|few|\d+)\s+)?(?:periods?|biennium|triennium|years?|months|weeks|sessions?|meetings?)\b|agenda\b|behalf\b|\d|the\s+(?:joint\s+|overall\s+|able\s+)?(?:\w*chair\w*|lead\b|\w*leadership|guidance|auspices|direction|coordination|responsibility)\b)"
    r"(?:(?!\s(?:is|are|was|were|has|have|had|will|would|shall|can|could|should|might|may|must|which|that|who|whose|led|chaired|co-\w+|headed|hosted|coordinated|convened|facilitated|composed|comprising|consisting|to\s+be|to\s+(?:review|consider|discuss|examine|finalize|negotiate|prepare|draft)\s+(?:the|this|these|those|an?|its)|under\s+the|with|in\s+order|in\s+(?:\w+\s+)?(?:collaboration|partnership|cooperation|association|conjunction)|together|"
    r"met|meets|brought|gathered|drew|attracted|attended|includes?|comprises?|held|organized|reported|presented|continued|established|elected|agreed|decided|adopted|noted|requested|invited|considered|discussed|reviewed|prepared|developed|completed|finalized|published|worked|began|started|concluded|proposed|suggested|offered|urged|stressed|recommended|thanked|welcomed|approved|submitted|set\s+up|took|at\s+its|by|as|and\s+(?:its|their|to|was|is|that|Mr|Ms|Mrs|Dr|an?\s+[a-z]+|the\s+[a-z]+\s+(?:group|team|on\b)|(?:the\s+)?[A-Z][\w-]*(?:\s+[A-Z][\w-]*){0,3}\s+(?:the|that|serve[sd]?|act(?:s|ed)|provide[sd]?|leads|led|chair(?:s|ed)|will|would|had|has|is|was|were))|being|having|being|spearheaded|steered|driven|jointly|together|alongside|rotates?|passed|falls|chose|selected|and\s+(?:asked|invited|appointed|designated|entrusted|mandated|elected|selected)|in\s+(?:close\s+)?(?:partnership|collaboration|cooperation)\s+with|together\s+with|alongside|in\s+which|since|until|from\s+\d|in\s+\d)\b)(?:[^;.()\n:⟦⟧,]|\.(?=\w)|\n(?=[ \t]*[a-z]))|,(?=\s+[a-z-]+(?:,|\s+and\s)[^.;:]{0,40}?)){2,200}(?![\w’-])))"
)


def _groups(heads: str) -> Guarded:
    return Guarded(rf"(?<![\w-])(?=\w)(?P<head>{_KINDS}(?:{heads})|(?:monitoring|thematic|values|scoping)\s+assessment)(?P<number>{_NUMBER})?(?:\s*\((?P<called>[^()]{{2,80}})\))?{_TOPIC}?")


GROUP, GROUP_OR_NETWORK = _groups(_HEADS), _groups(f"{_HEADS}|{_NETWORK}")
NETWORKS = any_of(*_NETWORKS)
"""Where none of these stands, the shorter pattern does."""
CAPITALIZED = Guarded(
    r"\b(?=[A-Z])(?:(?<=\b[Tt]he\s)(?=\w+ing\s+[A-Z])|(?!(?!Working|Drafting|Steering|Monitoring|Coordinating|Organizing|Planning)\w+ing\b))(?!(?:The|This|That|These|An?|In|At|On|For|By|As|Its?|Their|Our|Each|No|Both|All|Any|And|Also|Decision|Agenda|Annex|Chairs?|Rapporteurs?|Secretar(?:y|iat)|Bureau|Vice|Co|Mr|Ms|Dr|Members?|Membership|Leadership|Coordination|Establishment|Presidents?|Report|Rules|Election|Representatives?|Parties|Welcom\w+|Request\w*|Invit\w+|Decid\w+)\b)(?P<name>(?:[A-Z][\w’'/&-]*,?\s+(?:(?:and|of|for|on|in|to)\s+(?:the\s+)?)?){1,8}"
    r"(?P<head>Working\s+Group|Drafting\s+Team|Task\s+Force|Task\s+Group|Expert\s+Panels?|Panel|Subgroup|Sub-group|Subcommittee|Sub-Committee|Committee|Initiative|Partnership|Coalition|Compact|Platform|Team|Group|Network|Board|"
    r"Assessment|Facility|Project|Consortium|Campaign|Assembly|Branch|Body|Caucus|Programme|initiative|campaign|Cluster)"
    r"(?:\s+[IVX]{1,3}\b|\s+\d{1,2}\b)?)(?!\s*[A-Z(]|[’'](?!s\s)\w|[/-]\w)(?P<of>\s+of\s+(?:the\s+)?(?=[A-Z]))?"
)
"""A name with the word for its kind at the end: "the Core Drafting Team", "the Methodologies Panel"."""
HEAD_FIRST = Guarded(
    r"\b(?!(?:The|This|An?|Its?)\b)(?P<name>(?:[A-Z][\w’'-]*\s+){0,5}(?:Partnership|Initiative|Coalition|Alliance|Platform|Programme|Monitoring\s+System|Decade|Consortium|Campaign|Panel|Network|Observatory|Compact|Jury)\s+(?:for|on|of|to(?!\s+(?:the\s+)?[A-Z]{2,}\b)|against)\s+(?:the\s+)?"
    r"[A-Z][\w’'-]*(?:(?:,?\s+(?:and|of|for|on|in|the|from|to|with|through|at))*,?\s+(?!(?:Mr|Ms|Mrs|Dr|Prof|H\.E)\b)[A-Z][\w’'-]*){0,9}(?:\s+\d{1,2}\b)?)"
)
"""… or before: "the Partnership for Action on Ponds"."""
OFFICE = re.compile(r"\b(?:Chairs?|Chairperson|Officer|Co-Chairs?|Coordinator|Conven[eo]r|Director|Secretary|President|Rapporteur|Head|Chief|Minister|Ambassador)\b")
GENERIC = re.compile(r"(?:Credentials|Contact|Drafting|Steering|Executive|Advisory|Implementation|Compliance|Standing|Supervisory|Finance|Budget|Management|Coordination|Coordinating|Technical|Scientific|Legal|Organizing|Working|Expert|Main|First|Second|Third|Core|Joint|Peer\s+Review)\s+\w+(?:\s+\w+)?")
ON_TOPIC = re.compile(r"\s+(?:on|for)\s+(?:the\s+)?(?:[A-Z]|(?!(?:its|their|his|her|this|that|these|consideration|approval|review|adoption|endorsement|comments?|discussion|information|further|more|some|several|about|behalf|which|whom|all|any|each|both|one|two|three|first|second|last|next|same|following|meeting|session|matter|item|period|term|years?|days?)\b)[a-z]{3,})")
STANDING = re.compile(r"(?:Steering|Executive|Advisory|Implementation|Compliance|Standing|Supervisory|Finance|Budget|Management|Technical|Scientific)\b")
"""Such a group is of the body, others of the meeting."""
ON_THE_ITEM = re.compile(r"\s+(?:on|under)\s+(?:the|this)\s+(?:same\s+)?(?:agenda\s+)?(?:sub-)?(?:item|matter|issue)\b")
UNNAMED = re.compile(r"(?:(?:[Jj]oint|[Oo]pen-ended|[Ii]nformal|[Ss]mall)\s+)*(?:(?<=[Ss]mall\s)[Gg]roup|(?:[Cc]ontact|[Dd]rafting|[Nn]egotiating|[Ii]nter-?sessional\s+[Ww]orking)\s+[Gg]roup|(?:[Gg]roup\s+of\s+)?[Ff]riends\s+of\s+the\s+[Cc]hair(?:\s+[Gg]roup)?)")
WHEN = re.compile(r"(?:\s+(?:held\s+)?(?:in|at)\s+[A-ZÀ-Ž][\w’'-]+(?:,?\s+[A-ZÀ-Ž][\w’'-]+){0,3})?,?\s+(?:in|on|from)\s+(?:early\s+|late\s+)?(?:\d|January|February|March|April|May|June|July|August|September|October|November|December)[^:]{0,60}\Z")
"""Where and when a meeting is held, is no part of its name."""
NO_EVENT = re.compile(r"workstream|panel|area|task|component|track|pillar|cluster|group|team|force|committee|friends|initiative|programme|project|campaign|practice", re.IGNORECASE)
SHORT = Guarded(
    r"[Tt](?<!\w.)(?:he|his|(?<=\bof\st)hat)\s+(?:(?:Expert|Working|Task|Steering|Advisory|Contact|Drafting|Liaison|Issue\s+Management)\s+)?(?P<head>Group\s+of\s+Experts|(?:(?:contact|[Dd]rafting|working|expert|task|liaison|project|study|editorial|author|writing|steering|technical|regional|core)\s+)?(?:group|[Tt]eam|force)|sub-?group|workstream|committee|[Cc]entre|[Cc]oalition|[Cc]ompact|[Pp]act|[Aa]lliance|[Pp]artnership|[Ii]nitiative|[Pp]latform|Programme|Committee|[Ff]acility|[Ii]nstitute|[Oo]bservatory|[Cc]onsortium|[Hh]ub|[Pp]rogram|event|"
    r"[Nn]etwork|[Bb]oard|[Pp]anel|[Ff]orum|[Aa]lliance|[Cc]ampaign|[Cc]luster|[Cc]ompact|Board|Panel|Subgroup|[Aa]ssessment|Forum|Process|Workstream|Network|Group|Team|Force|Decade|Conference|Summit|Project|project|programme|[Ww]orkshop|seminar|symposium|webinar|dialogue|meeting|session|segment|Segment|Dialogue|process)\b(?!\s+(?:of(?!\s+(?:Mr|Ms|Mrs|Dr|Prof(?:essor)?)\b)|on(?!\s+an?\s)|for(?!\s+(?:an?|the)\s+(?:[\w–-]+\s+){0,2}(?:period|term|biennium|triennium|quadrennium|duration|years?|months)\b)|[A-Z]|members?\b|secretariat\b|level\b|series\b|approach\b|area))"
)
OWN_KINDS = frozenset("contact drafting liaison editorial author writing study".split())
"""The *drafting* group is no expert group."""
SECRETARIAT = Guarded(r"\b[Tt]he\s+(?P<head>Programme|Network|Partnership|Initiative|Platform|Alliance|Coalition|Forum|Project|Facility|Consortium)(?=\s+secretariat\b)")
IT = re.compile(r"(?:(?:Jointly\s+)?(?:Co-)?(?:[Cc]haired|[Ll]ed|[Cc]oordinated|[Hh]osted|[Hh]eaded|[Ff]acilitated|[Cc]onvened)\s+(?:jointly\s+)?by\s[^.;:]{2,120}?,\s+(?=it\b))?(?P<it>[Ii]t|Its|It’s|Other(?=\s+members\s+(?:are|include)\b)|The(?=\s+other\s+members\s+(?:are|include)\b))\s")
ITS_HEAD = re.compile(r"Its\s+(?:[a-z]+\s+)?(?:director|head|manager|chief|coordinator)\b")
OF_AN_OFFICE = re.compile(r";\s+(?:and\s+)?its\s+(?:[a-z-]+\s+){0,3}(?:office|unit|centre|hub|laboratory|secretariat)\b")
"""… of a clause after which "its director" may be that of the office."""
AGAIN_IT = re.compile(
    r"(?:It|Its\s+[a-z-]+(?:\s+[a-z-]+)?)\s+(?!(?:is|was|were|has\s+been|had\s+been|would\s+be|will\s+be)\s+(?:(?:also|further|then|therefore|thus|not)\s+)*(?:noted|agreed|decided|recalled|suggested|proposed|recommended|important|necessary|essential|useful|urgent|hoped|"
    r"expected|clear|stressed|emphasi[sz]ed|explained|reported|announced|said|pointed|understood|possible|underlined|highlighted|felt|considered)\b)"
)
"""The sentence before goes on with the same thing: "*It met twice.* It is chaired by …"."""
ON_FROM_HERE = re.compile(r"\s+(?:on|for|in|to)\s+(?:the\s+)?")
TOPIC_OF = re.compile(r"\s(?:on|under|for)\s")
WAS_HELD = re.compile(r"(?:\s*\([^()]{2,20}\))?(?:\s+of\s+the\s[^,;.]{3,160}?)?\s+(?:was|were)\s+(?:held|convened|opened)\b|\s+took\s+place\b")
NAMES = GROUPS | EVENTS | AGENTS | BODIES | {"TreatyMechanism", "State", "Convention", "PolicyFramework"}
LONGEST_NAME = 300
FIRST = re.compile(r"\W*(?:(?:In|At|On|Within|Under|Since|Of\s+the|on|in)\s[^,;.]{2,40},\s+){0,2}(?:(?:The|This|Its|A|An|It|the|this|an?)\s+)?(?:(?!(?:of|for|in|on|by|to|from|with|and)\b)[a-z-]+\s+){0,2}")
TELLS_ITS_TOPIC = re.compile(r"\s(?:of|for|to|in|against)\s")
"""The noun that says what it is stands first: "*Centre* for Ponds"."""
_OWN = r"(?P<head>(?:(?:[Ss]teering|[Aa]dvisory|[Ee]xecutive|[Tt]echnical|[Gg]overning|[Ss]cientific|[Mm]anagement)\s+(?:[Aa]dvisory\s+)?(?:[Cc]ommittee|[Bb]oard|[Gg]roup|[Cc]ouncil|[Pp]anel)|[Cc]ommittee|[Bb]oard|[Tt]ask\s+[Ff]orce|[Ww]orking\s+[Gg]roup))\b(?!\s+on\b)"
"""A group that a mechanism or partnership has of its own."""
POSSESSIVE = Guarded(
    rf"\b(?:[Tt]he\s+)?(?P<owner>[A-Z][\w-]+(?:\s+(?:of\s+)?[A-Z][\w-]+){{0,5}}|[a-z]+)[’']s?\s+{_OWN.replace('(?:[Ss]teering|', '(?:[a-z]{3,12}|[Ss]teering|')}"
)
BOARD_OF = Guarded(rf"\s+{_OWN}(?!\s+(?:members?|meetings?|chair|of)\b)")
"""… after its name: "the Ponds Programme *board*"."""
OWNERS = frozenset({"Partnership", "Coalition", "Initiative", "Platform", "Alliance", "Programme", "Network", "Forum"})
ITS_OWN = re.compile(rf"Its\s+{_OWN}")
_SOMEBODY = r"[A-Z](?:[^,;.]|(?<=\bMr)\.|(?<=\b[MD][rs])\.|(?<=Mrs)\.|(?<=Prof)\.|\([^()]{2,60}\)){2,160}?"
SERVES_IT = Guarded(
    rf"(?:{_SOMEBODY})\s+(?:provides|hosts|ensures|provided|(?:(?:will|shall|would)\s+)?(?:(?:continue[sd]?\s+to\s+)?(?:serve|act)s?|served|acted|continues?|continued|remains?|remained)\s+as|is|are|was|were|(?:(?:will|shall)\s+)?be|remains?|(?:was|were)\s+(?:appointed|designated|elected|named)(?:\s+as)?)"
    r"\s+(?P<its>its)\s+(?:technical\s+|joint\s+|current\s+|interim\s+|new\s+|first\s+)?(?:secretariat|(?:vice-|co-)?(?:chair|leader|lead|coordinator|convener|president)(?:person|man|woman)?s?|lead\s+(?:agency|agencies|organization|entity|countr(?:y|ies))|(?:co-)?facilitators?|moderator|rapporteur|host)\b"
)
AS_ITS = Guarded(r"As\s+(?P<its>its)\s+(?:interim\s+|current\s+)?(?:(?:co-)?(?:chair|lead|coordinator|convener|leader)(?:person|man|woman)?s?|lead\s+(?:agency|organization|entity|country)),\s")
_BARE_TITLE = r"(?:(?:co-)?(?:chair|leader|lead|coordinator|convener|president)(?:person|man|woman)?s?|(?:co-)?lead\s+(?:agency|agencies|organizations?|entit(?:y|ies)|countr(?:y|ies))|(?:co-)?facilitators?|moderators?)(?=[,.;]|\s+(?:and|with|while|whereas|until)\b|\Z)"
BARE = Guarded(
    rf"(?:{_SOMEBODY})\s+(?:(?:(?:will|shall|would)\s+)?(?:serve|act)s?|served|acted|continues?|continued|remains?|is|are|was|were|(?:will|shall)\s+be)\s+(?P<its>as(?:\s+the)?|the)\s+(?=(?:current\s+|new\s+|interim\s+)?{_BARE_TITLE})"
    rf"|(?P<The>The)\s+(?:current\s+|new\s+|interim\s+)?(?=(?:(?:co-)?(?:chair|leader|lead|coordinator|convener)(?:person|man|woman)?s?|lead\s+(?:agency|agencies|organizations?|entity|countr(?:y|ies))|(?:co-)?facilitators?)\s+(?:is|are|was|were|will\s+be)\s+(?:the\s+)?(?:(?:Mr|Ms|Mrs|Dr|Prof(?:essor)?)\.?\s+)?[A-Z])"
)
"""Of what, the sentence before says: "UNEP is *the* lead agency", "*The* lead agency is UNEP"."""
FOR_ITS = Guarded(rf"(?:{_SOMEBODY})\s+(?:(?:shall|will)\s+)?(?:also\s+)?(?:provides?|provided|ensures?|ensured|performs?|performed)\s+(?:the\s+)?secretariat(?:\s+(?:services?|support|functions?))?\s+(?:for|to|of|at)\s+(?P<its>its)\s+(?:meetings|sessions|work)\b")
"""… "FAO provides secretariat services for *its meetings*"."""
LEADS_ITS = Guarded(rf"(?:{_SOMEBODY})\s+(?:is|are|was|were|acts?\s+as|serves?\s+as|has\s+been|leads?|led|coordinates?|coordinated)\s+(?:(?:the\s+)?(?:co-)?lead\s+(?:agency|agencies|organi[sz]ation|entity|country|countries|institution|partner)\s+(?:for|of|in)\s+)?(?P<its>its)\s+(?:implementation|preparation|development|production|drafting|elaboration|execution|compilation)\b")
"""… and only a work is implemented: "Chad is the lead country for *its implementation*"."""
OF_TREATY = Guarded(r"\b[Tt]he\s+[Ss]ecretariat\s+(?:of|to)\s+the\s+(?P<head>Convention|Protocol|Agreement)\b(?!\s+(?:on|for|to|of|against|concerning)\b|[’'])")
"""The treaty was named before: "*the secretariat of the Convention*" after "the Convention on Ponds"."""
OBJECT_IT = Guarded(
    rf"(?=(?s:.*?)\sit\b)(?:{_SOMEBODY})\s(?:(?:take|takes|took)\s+part\s+in|(?:participate|collaborate|cooperate)s?\s+in|(?:has\s+|have\s+)?(?:belongs?\s+to|sits?\s+on|joined|joins?|supports?)|(?:are|is)\s+(?:also\s+)?(?:members?|partners?)\s+(?:of|in)|hosts?|hosted|(?:co-)?(?:chairs?|chaired|leads?|led|coordinates?|coordinated|facilitates?|facilitated|moderates?|moderated|convenes?|heads?|headed|steers?|(?:will|shall|would|is\s+to)\s+(?:continue\s+to\s+)?(?:host|chair|lead|coordinate|co-chair|co-lead)))\s+(?P<it>it)\b"
)
"""What somebody does *with it*, of the sentence before."""
OWN_BODY = Guarded(rf"\b(?:members?\s+of|sits?\s+on|serves?\s+on|seats?\s+(?:on|in)|represented\s+on|chairs?|belongs?\s+to)\s+(?P<its>its\s+{_OWN})")
"""Where somebody sits: "FAO is a member of *its advisory board*"."""
GROUPISH = re.compile(r"(?:Its\s+|(?=Other\s+members)|The\s+(?=other\s+members))(?:[Oo]ther\s+|current\s+)?(?:members|membership|composition|chair|co-chairs|vice-chair|secretariat)\b|It\s+(?:consists|is\s+composed|is\s+made\s+up|comprises|(?:is|was|will\s+be)\s+(?:jointly\s+)?(?:co-)?(?:chaired|led|coordinated|headed|steered|facilitated))\b")
"""What only a group has."""
SETS_UP = re.compile(r"\b(?:established|establishes|set\s+up|sets\s+up|created|creates|formed|forms|constituted|convened|to\s+(?:establish|set\s+up|create|form))\s+an?\s")
THE_OWN = Guarded(rf"The\s+{_OWN}")
STAFFED = frozenset({"UNEntity", "Secretariat"})
PARTNERSHIP = re.compile(r"\b(?:Partnership|Initiative|Alliance|Coalition|Consortium|Campaign|Network|Platform|Observatory|Facility|Project|Hub|Decade)\b")
"""What several run together, by its name."""
WITH_OWN = re.compile(r"\b(?:Partnership|Coalition|Initiative|Platform|Alliance|Programme|Network|Forum|Mechanism|Project|[Pp]roject|Consortium|Decade|Campaign|Facility)\b")
"""What may have a committee of its own."""
GUIDES = Guarded(rf"\b[Aa]n?\s+(?:\w+\s+)??{_OWN}(?:\s+of\s+[^;.]{{3,60}}?)?\s+(?:(?:will|shall|would|is\s+to)\s+)?(?:guides?|oversees?|steers?|directs?|supervises?|governs?|advises?)\s+(?:the\s+(?:work|implementation|development)\s+of\s+)?(?=the\s)")
IS_GUIDED = Guarded(rf"\s+(?:is|are|was|will\s+be)\s+(?:guided|overseen|steered|directed|supervised|governed|advised|led|managed)\s+by\s+an?\s+(?:\w+\s+)??{_OWN}")
"""A group by what it is for: "*a steering committee* will guide the Partnership", "the Programme is overseen by *a board*"."""
HOLDS = Guarded(r"\s+(?:(?:has|had|will|would)\s+)?(?:held|hold|holds|convened|convenes|organized|organizes)\s+its\s+(?P<words>(?:(?:yearly|annual|regular|regional|global|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|kick-off|inception|closing|final|inaugural|biennial|constituent|technical|thematic)\s+){1,3}(?P<head>workshop|forum|dialogue|conference|seminar|assembly|summit|symposium|webinar|retreat|meeting))\b(?!\s+of\b)")
"""… and its events: "the Network held *its yearly workshop* in Bern"."""
OF_WHICH = Guarded(rf"(?:,\s+which\s+[^,;.]{{3,80}},?\s+and|,)\s+(?:the\s+{_OWN}\s+of\s+which|whose\s+{_OWN.replace('<head>', '<whose>')})\b")
HAS_OWN = Guarded(rf"(?:\s+\([A-Z][\w-]{{1,12}}\))?,?\s+(?:which\s+)?(?:has|have|had|(?:shall|will)\s+have)\s+an?\s+{_OWN}")
AND = re.compile(r"\sand\s+(?:the\s+)?\Z")
AND_ALONE = re.compile(r"(?:\s*\([^()]{2,14}\))?,?\s+and\s+(?:the\s+)?")
GOES_ON = re.compile(r"\s+(?:[A-Z]|(?:of|for)\s+(?:the\s+)?[A-Z])")
LISTED = re.compile(r"(?:\s*\([^()]{2,14}\))?(?:,\s+|\s+and\s+(?:the\s+)?)(?=[A-Z])")
EVENT_WORDS = frozenset({"workshop", "dialogue", "seminar", "symposium", "webinar", "forum"})
_WIDE = r"\s+(?:on|for|ON|FOR)\s+[^\n.;:]{3,160}"
TITLE_EVENT = re.compile(
    rf"\b(?P<name>(?:(?!REPORT\b|OF\b|THE\b|ON\b)[A-Z][\w’'-]*\s+){{0,5}}(?P<head>Workshop|Dialogue|Seminar|Symposium|Webinar|WORKSHOP|DIALOGUE|SEMINAR|SYMPOSIUM|WEBINAR){_WIDE})"
)
TITLE_REPORT = re.compile(
    rf"^(?:Report|Summary|Proceedings|Minutes|Record|Outcome)\s+(?:of|on|from)\s+(?:the|an?)\s+(?:[A-Z][\w’'-]*\s+){{0,4}}(?P<name>(?:[a-z-]+\s+){{0,5}}?(?P<head>workshop|dialogue|seminar|symposium|webinar){_WIDE})", re.MULTILINE
)
"""The same in small letters: "Report of the regional *workshop on ponds*"."""
HEADED = re.compile(
    r"(?:[A-Z]\.\s+|\d+(?:\.\d+)*\.?\s+|Item\s+\d+[.:]?\s+)?(?P<name>(?:[\w’'-]+\s+){0,4}(?P<head>[Aa]ssessment|[Dd]ialogue|[Ww]orkshop|[Nn]etwork|[Pp]latform|[Pp]artnership|[Ii]nitiative|[Pp]rogramme|[Pp]roject|[Tt]ask\s+[Ff]orce|[Tt]ask\s+[Tt]eam|[Ff]orum|[Cc]ampaign|[Aa]lliance|[Pp]anel)\s+(?:of|on|for)\s+(?:[\w’'-]+,?\s*){1,10})"
)
NUMBERED_HEAD = re.compile(r"(?:\d+(?:\.\d+)*\.?\s+)?(?P<head>(?:Work\s?stream|(?:Working|Task|Expert|Thematic|Contact)\s+(?:Group|group|Team|team|Force|force)|Sub-?group))\s+(?P<number>\d{1,2}|[IVX]{1,4}|[A-H])(?:[.:]|\s*[–—-])\s+(?P<topic>[^.:;]{3,120})\Z")
"""A heading under which "this workstream" is that one: "Workstream 2. Soil data"."""
DAY_OF = re.compile(r"(?:[A-Z]\.\s+|\d+(?:\.\d+)*\.?\s+|(?:Agenda\s+)?[Ii]tem\s+\d+[.:]?\s+)?(?P<name>(?:[A-Z][\w’'-]+\s+(?:(?:of|for|on|the)\s+){0,2}){1,6}(?:\d{4}|Day|Week|Year|Decade)|(?:[A-Z][\w’'-]+\s+){0,5}(?:Day|Week|Year|Decade)\b[^.:;]{0,80})")
"""A heading under which "the campaign" is that of the day it names: "World Pond Day 2029"."""
SEVERAL = re.compile(r"\b(?:two|three|four|five|six|seven|several)\s+(?:\w+\s+)?(?P<head>(?:contact|drafting|working|discussion|expert|task|project)\s+(?:group|team|force)|workstream|work\s+package|component|pillar|sub-?group|cluster|project|track|chapter|task\s+force)s\b", re.IGNORECASE)
NTH = Guarded(r"[Tt](?<!\w.)(?:(?<=[;,]\s.)|(?<=\sand\s.)|(?<=\swhile\s.)|(?<![\w,;]\s.))he\s+(?:first|second|third|fourth|fifth|sixth|other|last)(?:\s+(?:one|group))?(?:,\s+on\s+(?P<topic>[^,;.()]{3,120}),|\s+\(on\s+(?P<inner>[^()]{3,120})\))(?=\s)")
DAY = Guarded(r"\b[Tt]he\s+(?:first|second|third|fourth|last)\s+day\b")
FOR_A_TERM = re.compile(r"\s+for\s+(?:the\s+)?(?:(?:(?:next|coming|[a-z]+-year)\s+)?(?:period|years?|biennium|triennium|quadrennium|term|cycle|term\s+of\s+office)\b|(?:19|20)\d\d\b).*", re.DOTALL)
"""A term of office is no part of a name: "the Working Group on Ponds *for the biennium 2030-2031*"."""
REACH = 2000
"""How far back a short form may refer."""
MADE_JOINTLY = re.compile(r"\s+(?:that\s+was\s+|which\s+was\s+)?(?:designed|developed|prepared|drafted|produced)\s+jointly\s+by\b|\s+(?:jointly\s+)(?:designed|developed|prepared|drafted|produced)\s+by\b")
"""What several have made is for what the section is on: "with a *questionnaire* designed jointly by FAO and WHO"."""
