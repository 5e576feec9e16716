"""Who has which role in what, by the shape of the clause: one table of patterns over sentences in signs.

`{T}` is what can be led, `{A}` who leads (persons or agents, one or a list). Each pattern says what a verb, a noun or a title between the two makes of them;
what is wished, asked for, denied, over or another's says nothing. What other rules have read is not read again.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from kg.extract.abstract import Sign, abstract
from kg.extract.reading import AGENTS, GROUPS, LONGEST_LIST, status_of
from kg.model import Role, Span
from kg.text import FUNCTION

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.extract.abstract import Abstract, Named
    from kg.extract.reading import Reading
    from kg.model import Entity, Passage

_WHO = r"(?P<who>⟦[PAM]\d+⟧)"
_NAMED = r"(?P<who>⟦P\d+⟧|⟦A\d+⟧(?=[.,;]|$))"
"""After a comma, an agent that goes on to act is another's subject: "following the report of the chairs of the group, *UNEP spoke*"."""
_AGENT = r"(?P<who>⟦[AM]\d+⟧)"
_WHAT = r"(?P<what>⟦[TMA]\d+⟧)"
_END = r"(?![’']s?\b|\s+(?:[A-Z]|resolution|secretariat|member|report|decision|staff|website|process|work\b|indicator|meeting|session)|\s*⟦)"
"""Nothing after it that makes the name a part of another one."""
_OF_WHAT = rf"{_WHAT}{_END}"
_WORK = r"(?P<what>⟦T\d+⟧)"
_CO = r"(?P<co>[Cc]o[-‐‑–]?)?"
_BE = r"(?:(?:is|are|was|were|be|been|being|has|have|had|having|will|would|shall|to|continues?|continued|also|now|jointly|since)\s+)*"
_ADV = r"(?:(?:shall|also|now|jointly|together|both|has|have|had|will|then|continues?\s+to|continued\s+to|would)\s+)*"
_REL = r",?\s+(?:(?:which|that|who)\s+)?"
_PASSIVE = r"(?P<verb>chaired|presided\s+over|facilitated|led|headed|coordinated|steered|spearheaded|driven|hosted|housed|serviced|co-convened|managed|run|operated|convened)"
_ACTIVE = r"(?P<verb>chairs?|chaired|presides?\s+over|presided\s+over|facilitates?|facilitated|leads?|led|heads?|headed|coordinates?|coordinated|steers?|steered|spearheads?|spearheaded|hosts?|hosted|services|manages|convenes)"
_TITLE = (
    r"(?P<title>(?:(?:[Ii]nterim|[Aa]cting|[Aa]lternate|[Jj]oint|[Dd]eputy|[Pp]ermanent|[Nn]ew|[Cc]urrent|[Ff]irst)\s+)*(?:(?:[Cc]o|[Vv]ice)[-‐‑–\s]?)?"
    r"(?:[Cc]hair(?:person|man|woman|men)?|[Pp]resident|[Ff]acilitator|[Ll]ead(?:er)?(?:\s+(?:agenc(?:y|ies)|organizations?|entit(?:y|ies)|author))?|[Cc]oordinator|[Cc]onvener|[Rr]apporteur|"
    r"[Hh]ost(?:\s+(?:country|countries|organization|agency|government))?|[Ss]ecretariat|[Tt]rustee|[Cc]ustodian(?:\s+agency)?|[Mm]ember)s?)"
)
_NOUN = r"(?P<noun>leadership|lead|chair(?:man|person)?ship|co-chair(?:man|person)?ship|co-leadership|chair|presidency|coordination|secretariat)"
_SECRETARIAT = r"(?:the\s+)?(?:(?:its|interim|joint|technical|administrative)\s+)*secretariat(?:\s+(?:services?|support|functions?))?"
_LIST_OF = r"(?:(?:experts|representatives|delegates)\s+(?:from|of)\s+|the\s+following(?:\s+\w+)?:?\s+)?"
_GONE = r"[^⟦;]{0,60}?"

_DONE = r"(?:led|co-led|chaired|co-chaired|coordinated|hosted|facilitated|organized|held|convened|developed|prepared|produced|published|launched|implemented|carried\s+out|conducted|designed|established|co-organized)"
_TOGETHER = (
    r"(?:jointly\s+)?(?:in\s+(?:close\s+)?(?:collaboration|partnership|cooperation)\s+with|together\s+with|jointly\s+with|"
    r"with\s+(?:the\s+)?(?:financial\s+|technical\s+)?(?:support|assistance)\s+(?:of|from))"
)
_IN_PLACE = r"(?:\s+in\s+[A-Z][\w’'-]+(?:,?\s+[A-Z][\w’'-]+){0,3})"
_LED = r"(?:,?\s+(?:(?:is|was|and|which)\s+){0,2}(?:co-)?(?:led|chaired|coordinated|hosted|facilitated|moderated)\s+by\s+⟦[PAM]\d+⟧)"
_ASIDE = r"(?:,\s+(?:established|created|set\s+up|convened|launched|formed|held)\b[^,;⟦]{0,80}(?:⟦[AMT]\d+⟧[^,;⟦]{0,40})?(?:,|(?=\s+which\b))|,)?"
_ITSELF = r"(?<!\bof\s)(?<!\bat\s)(?<!\bby\s)(?<!\bunder\s)(?<!\bin\s)"
"""Not "the meeting *of* what follows"."""

_SECRETARIAT_HOST = "host of the secretariat"

FRAMES: tuple[tuple[str, str], ...] = (
    # the verb between what is led and who leads
    ("", rf"{_WHAT},?(?:{_REL}|\s+){_BE}(?:led|headed)\s+by\s+{_WHO}\s+as\s+(?:its\s+|the\s+)?{_TITLE}"),
    ("", rf"{_WHAT}(?:\s+(?:of|under)\s+the\s+[A-Z][\w-]+)?{_ASIDE}(?:{_REL}|\s+){_BE}{_CO}{_PASSIVE}\s+(?:jointly\s+)?by\s+(?:its\s+|the\s+|two\s+|(?:its|the)\s+two\s+)?(?:{_TITLE}(?:,|:)?\s+|[A-Z][\w-]+(?:\s[A-Z][\w-]+)?\s+of\s+⟦[TMA]\d+⟧,\s+)?{_WHO}"),
    ("", rf"{_WHAT}{_ASIDE}\s+was\s+(?:opened|organized|convened|hosted|attended)\s+by\s[^;.]{{0,160}}?(?:\s+and|,)\s+(?:was\s+)?{_CO}(?P<verb>chaired|facilitated)\s+by\s+{_WHO}"),
    ("", rf"{_WHAT}{_ASIDE}\s+was\s+(?:opened|organized|convened|chaired|attended)\s+by\s[^;.]{{0,160}}?(?:\s+and|,)\s+(?:was\s+)?(?P<verb>hosted)\s+by\s+{_WHO}"),
    ("", rf"{_ITSELF}{_WORK},?\s+(?:(?:held|met|took\s+place|[a-z]+ed)\s+[^;⟦]{{0,40}})?and\s+{_BE}{_CO}{_PASSIVE}\s+(?:jointly\s+)?by\s+{_WHO}"),
    ("", rf"{_WHAT}{_LED}{_IN_PLACE}?,?\s+and\s+(?:was\s+)?{_CO}{_PASSIVE}\s+by\s+{_WHO}"),
    ("", rf"^{_CO}(?P<verb>Chaired|Led|Hosted|Coordinated|Convened)\s+(?:jointly\s+)?by\s+{_WHO},\s+{_WHAT}"),
    ("", rf"{_WHAT},?(?:{_REL}|\s+){_BE}(?:(?:held|meet|met|placed|took\s+place|established|set\s+up|work(?:s|ed|ing)?|convened)\s+){{0,2}}under\s+the\s+(?P<joint>joint\s+)?{_NOUN}\s+of\s+{_WHO}"),
    ("", rf"{_WHO},?\s+(?:(?:who|which)\s+)?{_ADV}{_CO}{_ACTIVE}\s+(?:the\s+)?(?:work\s+of\s+(?:the\s+)?)?{_OF_WHAT}"),
    ("", rf"{_WHO}\s+{_ADV}(?:takes?|took|taken|taking|holds?|held|assumed|assumes|shares?)\s+(?:over\s+)?(?:from\s+⟦[PA]\d+⟧\s+)?the\s+(?:joint\s+|role\s+of\s+)?{_NOUN}\s+(?:of|for|on|in)\s+{_OF_WHAT}"),
    ("", rf"{_WHO},?\s+(?:which\s+|who\s+)?has\s+the\s+(?P<noun>lead)\s+(?:for|on|of|in)\s+{_OF_WHAT}"),
    ("lead", rf"{_WHAT},?\s+(?:in|for)\s+which\s+{_WHO}\s+(?:takes?|took|has|have)\s+the\s+lead\b"),
    ("lead", rf"{_WHO},?\s+(?:(?:who|which)\s+)?(?:is|are)\s+(?:in\s+charge\s+of|at\s+the\s+helm\s+of|at\s+the\s+head\s+of)\s+{_OF_WHAT}"),
    ("lead", rf"{_WHAT},?\s+(?:has|have)\s+{_WHO}\s+at\s+its\s+(?:helm|head)"),
    ("lead", rf"{_WHAT},?\s+(?:is|are)\s+in\s+the\s+hands\s+of\s+{_WHO}"),
    ("chair", rf"{_ITSELF}{_WORK}{_GONE},?\s+with\s+{_WHO}\s+(?:in\s+the\s+chair|presiding)"),
    ("", rf"{_WORK}\s+was\s+held\s[^;⟦]{{0,120}}?(?:⟦A\d+⟧[^;⟦]{{0,40}})?,?\s+and\s+(?:was\s+)?{_CO}{_PASSIVE}\s+by\s+{_WHO}"),
    ("", rf"(?:Chair|President|Co-Chairs|(?:[Hh]e|[Ss]he)\s+had)(?:\s+of\s+⟦[TM]\d+⟧)?\s+(?:asked|invited|requested)\s+{_WHO},?\s+to\s+{_CO}(?P<verb>chair|facilitate|lead|coordinate)\s+(?:a\s+group\s+of\s+)?{_WORK}"),
    # titles
    ("", rf"{_WHO},\s+[^,;⟦]{{3,60}}(?:⟦[AM]\d+⟧)?\s+and\s+(?:the\s+)?{_TITLE}\s+of\s+{_OF_WHAT}"),
    ("", rf"⟦P\d+⟧\s+as\s+[\w-]+\s+of\s+{_WHAT}\s+and\s+{_WHO}\s+as\s+(?:its\s+)?{_TITLE}\b"),
    ("", rf"{_WHO}\s+as\s+{_TITLE}\s+and\s+⟦P\d+⟧\s+as\s+[\w-]+\s+of\s+{_OF_WHAT}"),
    ("both", rf"{_WHO}(?:\s+for\s+their\s+(?:\w+\s+)?(?:leadership|work|service|efforts))?\s+as\s+(?:its\s+|the\s+)?{_TITLE}\s+and\s+(?:its\s+|the\s+)?{_TITLE.replace('<title>', '<second>')},?\s+of\s+{_OF_WHAT}"),
    ("officer", rf"(?:[Aa]ppointment|[Ee]lection)\s+of\s+{_WHO}\s+as\s+(?:the\s+)?(?:new\s+)?{FUNCTION}\s+of\s+{_OF_WHAT}"),
    ("", rf"(?:[Aa]ppointment|[Ee]lection|[Dd]esignation|[Ss]election)\s+of\s+{_WHO}\s+as\s+(?:the\s+)?(?:new\s+)?{_TITLE}\s+of\s+{_OF_WHAT}"),
    ("officer", rf"{_ITSELF}{_WHAT}[^⟦;.]{{0,80}}(?:⟦[AMT]\d+⟧[^⟦;.]{{0,40}})?\b(?:by|of|and)\s+its\s+{FUNCTION},?\s+(?P<who>⟦P\d+⟧)"),
    ("", rf"{_ITSELF}{_WORK}(?:{_LED}|{_GONE}),?\s+with\s+{_WHO}\s+(?:(?:serving|acting|continuing|remaining|designated)\s+)?as\s+(?:its\s+|the\s+)?{_TITLE}\b(?!\s+(?:of|for)\b)"),
    ("", rf"{_WHAT},?\s+(?:of\s+which\s+the|whose)\s+(?:current\s+)?{_TITLE},?\s+(?:(?:is|are|was|were)\s+)?{_WHO}"),
    ("", rf"(?:\b[Tt]he\s+|\b[Ii]ts\s+|\b[Bb]oth\s+|^|(?<![⟧,]),\s+|(?<!⟧)\sand\s+){_TITLE}\s+(?:of|for|to)\s+(?:the\s+(?!former\b|previous\b|new\b|last\b|next\b|other\b)[a-z][a-z-]+\s+)?{_WHAT}(?:\s*:|,|\s+(?:is|are|was|were|remain|remains|will\s+be))?\s+{_NAMED}"),
    ("", rf"{_WHAT}\s+{_TITLE}(?:,|:|\s+(?:is|are|was|were))?\s+{_WHO}"),
    ("", rf"{_WHO}(?:,|,?\s+(?:(?:who|which)\s+)?(?:is|are|was|were|remains?|(?:(?:shall|will)\s+)?continues?|became|(?:shall|will)\s+be|(?:who\s+)?(?:has|have|had)\s+been)(?:\s+designated|\s+appointed|\s+elected|\s+selected|\s+confirmed|\s+serving|\s+acting)?(?:\s+as)?|\s+as)\s+(?:in\s+(?:its|his|her|their)\s+capacit(?:y|ies)\s+as\s+|as\s+)?(?:the\s+|its\s+|an?\s+|one\s+of\s+the\s+)?(?:(?:expert|founding|core|full|active)\s+)?{_TITLE}\s+(?:of|for|to)\s+{_OF_WHAT}(?!,\s+⟦P)"),
    ("", rf"{_WHAT}[^⟦;]{{0,80}}?\b(?:by|of|and)\s+its\s+{_TITLE},?\s+{_WHO}"),
    ("", rf"{_WHO},?\s+(?:(?:which|who)\s+)?{_ADV}(?:serves?|served|acts?|acted|functions?|functioned|serving|acting)\s+as\s+(?:the\s+|an?\s+)?{_TITLE}\s+(?:of|for|to|on)\s+{_OF_WHAT}"),
    ("", rf"{_WHAT},?\s+(?:and\s+)?(?:for|of|in)\s+which\s+{_WHO}\s+{_ADV}(?:act|acts|serve|serves|is|are|acted|served)\s+(?:as\s+)?(?:the\s+|an?\s+)?{_TITLE}"),
    ("", rf"{_WHAT},?\s+{_BE}{_CO}(?:chaired|led|coordinated)\s+by\s+⟦[PAM]\d+⟧,?\s+(?:with|and)\s+{_WHO}\s+as\s+(?:the\s+|its\s+)?{_TITLE}"),
    ("", rf"{_WHAT},?\s+(?:has|have)\s+{_WHO}\s+(?:as|for)\s+(?:its\s+)?{_TITLE}"),
    ("", rf"^{_WHO}\s[^;⟦]*?(?:⟦T\d+⟧[^;⟦]{{0,20}}?)?\bthat\s+it\s+(?:also\s+)?{_CO}{_ACTIVE}\s+{_OF_WHAT}"),
    ("", rf"{_WHAT}{_ASIDE},?\s+which\s+(?:is|was)\s+[a-z-]+\s+by\s+⟦\w+⟧\s+and\s+{_CO}{_PASSIVE}\s+by\s+{_WHO}"),
    ("", rf"{_WHO}\s+on\s+(?:his|her|its|their)\s+(?:re-?)?(?:election|appointment|designation|selection)\s+as\s+(?:the\s+)?{_TITLE}\s+(?:of|for|to)\s+{_OF_WHAT}"),
    ("", rf"{_WHAT},?\s+with\s+{_WHO}\s+at\s+its\s+(?P<verb>helm|head)"),
    ("officer", rf"{_WHO}\s+on\s+(?:his|her|its|their)\s+(?:re-?)?(?:election|appointment|designation|selection)\s+as\s+(?:the\s+)?{FUNCTION}\s+of\s+{_OF_WHAT}"),
    ("", rf"^{_WHO}\s[^;⟦]*?(?:⟦T\d+⟧[^;⟦]*?)?{_WHAT},?\s+which\s+it\s+{_CO}{_ACTIVE}\b"),
    ("", rf"{_WHO}[^⟦;.]{{0,60}}(?:⟦[TMA]\d+⟧[^⟦;.]{{0,20}})?,?\s+in\s+(?:his|her)\s+capacity\s+as\s+{_TITLE}\s+of\s+{_OF_WHAT}"),
    ("", rf"(?:^|[.;]\s)As\s+{_TITLE}\s+of\s+{_WHAT},\s+{_WHO}"),
    # labels, as in a list of working groups
    ("", rf"(?:[;:.–—]|\s-|⟧|\))\s+{_TITLE}\s*:\s+{_WHO}"),
    # secretariats
    ("secretariat", rf"{_WHAT}\s+(?:is|are|was)\s+(?:jointly\s+)?provided\s+by\s+{_WHO}"),
    (_SECRETARIAT_HOST, rf"{_WHAT},?\s+whose\s+secretariat\s+is\s+hosted\s+by\s+{_AGENT}"),
    (_SECRETARIAT_HOST, rf"{_AGENT},?\s+(?:[a-z][\w\s-]{{3,60}}\s+and\s+)?(?:also\s+)?hosts\s+the\s+(?:joint\s+|technical\s+)?secretariat\s+(?:of|for)\s+{_OF_WHAT}"),
    ("secretariat", rf"{_WHO},?\s+(?:which\s+)?{_ADV}(?:provides?|provided|supplies|performs)\s+{_SECRETARIAT}\s+(?:of|to|for)\s+{_OF_WHAT}"),
    ("secretariat", rf"{_WHAT}{_LED},?\s+and\s+{_AGENT}\s+(?:provides|serves\s+as|acts\s+as)\s+its\s+secretariat"),
    ("secretariat", rf"{_WHAT}{_LED},?\s+and\s+its\s+secretariat\s+is\s+(?:provided|ensured)\s+by\s+{_WHO}"),
    ("secretariat", rf"{_WHO}\s+for\s+(?:its\s+[a-z]+\s+in\s+)?(?:providing|serving\s+as|acting\s+as)\s+{_SECRETARIAT}\s+(?:of|to|for)\s+{_OF_WHAT}"),
    ("secretariat", rf"{_WHAT}{_GONE}(?:⟦[AP]\d+⟧)?,?\s+(?:and\s+)?(?:for|to)\s+which\s+{_WHO}\s+{_ADV}(?:provides?|provided)\s+{_SECRETARIAT}"),
    ("secretariat", rf"(?:[Tt]he\s+)?secretariat(?:\s+(?:services?|support|functions?))?\s+(?:of|for|to)\s+{_WHAT}\s+(?:(?:is|are|was|were|will\s+be)\s+(?:jointly\s+)?(?:provided|performed|ensured)\s+by|resides\s+with|sits\s+with|lies\s+with)\s+{_WHO}"),
    # members
    ("member", rf"{_WHAT},?\s+(?:which\s+)?(?:also\s+)?(?:includes?|included)\s+(?:representatives|delegates)\s+(?:from|of)\s+{_WHO}"),
    ("member", rf"{_WHAT},?\s+(?:which\s+)?(?:(?:is|was|are|were)\s+)?(?:now\s+|also\s+)?(?:composed\s+of|comprised\s+of|made\s+up\s+of|consists?\s+of|consisting\s+of|compris(?:es|ing|ed)|brings\s+together|bringing\s+together|counts\s+among\s+its\s+members)\s+{_LIST_OF}{_WHO}"),
    ("member", rf"following\s+(?:new\s+|additional\s+)?members\s+of\s+{_WHAT}:\s+{_WHO}"),
    ("member", rf"(?:\b[Mm]embers(?:hip)?|\b[Mm]embership)\s+of\s+{_WHAT}\s+(?:are|is|includes?|included|comprises?|now\s+include)\s*:?\s+{_WHO}"),
    ("member", rf"{_WHAT}(?:[’']?s)?\s+(?:members(?:hip)?|(?:participating|member)\s+organizations)\s+(?:are|is|includes?|included|comprises?|now\s+include)\s*:?\s+{_WHO}"),
    ("member", rf"{_WHAT}{_LED}{{0,2}},?\s+(?:whose\s+members|the\s+members\s+of\s+which)\s+(?:are|include)\s*:?\s+{_LIST_OF}{_AGENT}"),
    ("member", rf"{_WHAT}{_LED},?\s+and\s+its\s+(?:other\s+)?members\s+(?:are|include)\s*:?\s+{_LIST_OF}{_AGENT}"),
    ("member", rf"{_WHAT}{_GONE},?\s+with\s+the\s+following\s+membership\s*:\s+{_AGENT}"),
    ("member", rf"[Aa]mong\s+{_WHAT}(?:[’']s)?\s+members\s+are\s+{_AGENT}"),
    ("member", rf"{_WHAT},?\s+with\s+{_AGENT}\s+as\s+(?:its\s+)?members\b"),
    ("member", rf"{_WHAT},?\s+of\s+which\s+{_AGENT}\s+(?:is\s+(?:also\s+)?a\s+member|are\s+(?:also\s+)?members)\b"),
    ("member", rf"{_WHAT},?\s+which\s[^;]{{3,140}}?\s+and\s+of\s+which\s+{_AGENT}\s+(?:is\s+(?:also\s+)?a\s+member|are\s+(?:also\s+)?members)\b"),
    ("member", rf"[Ww]elcom(?:ed|es)\s+{_AGENT}\s+as\s+(?:an?|the)\s+(?:new|newest)\s+members?\s+of\s+{_OF_WHAT}"),
    ("member", rf"{_AGENT}\s+{_ADV}joined\s+{_OF_WHAT}"),
    ("member", rf"(?:[Aa]dmitted|[Aa]dmit|[Ss]elected|[Aa]ppointed|[Ee]lected|[Ss]election\s+of|[Aa]ppointment\s+of)\s+{_WHO}\s+as\s+(?:an?\s+|the\s+)?(?:new\s+|alternate\s+)?members?\s+of\s+{_OF_WHAT}"),
    ("member", rf"(?:[Ss]elect(?:ed|s)|[Aa]ppoint(?:ed|s)|[Ee]lect(?:ed|s))\s+(?:as\s+)?(?:the\s+)?(?:new\s+)?members\s+of\s+{_WHAT}:?\s+{_WHO}"),
    # who worked together, where it is done
    ("collaborator", rf"{_WORK}(?:,\s+held\s[^,;⟦]{{0,80}},?)?(?:(?!\s(?:has|have)\s)[^⟦;,]){{0,40}}(?:,\s+which\s+)?(?:⟦[AMP]\d+⟧[^⟦;,]{{0,20}})?\b{_DONE}(?:\s+(?:jointly\s+)?by\s+(?:the\s+secretariat|⟦[AMP]\d+⟧))?(?:,\s+who\s+is\s[^,;]{{3,80}})?,?\s+{_TOGETHER}\s+{_AGENT}"),
    ("collaborator", rf"{_WORK}\s+(?:is|was)\s+(?:financially\s+)?supported\s+by\s+{_AGENT}"),
    ("collaborator", rf"{_WHAT},?\s+which\s+(?:is|was)\s+[a-z]+\s+by\s+⟦[AM]\d+⟧\s+and\s+{_DONE}\s+{_TOGETHER}\s+{_AGENT}"),
    ("collaborator", rf"{_WORK}\s+was\s+{_DONE}\s+by\s[^;.]{{0,120}}?,?\s+and\s+was\s+{_DONE}\s+{_TOGETHER}\s+{_AGENT}"),
    ("collaborator", rf"{_WORK}{_LED}{_IN_PLACE}?,?\s+and\s+(?:was\s+)?{_DONE}\s+{_TOGETHER}\s+{_AGENT}"),
    ("collaborator", rf"{_WORK},?\s+to\s+be\s+(?:led|organized|hosted|prepared)\s+by\s+⟦[AM]\d+⟧,?\s+{_TOGETHER}\s+{_AGENT}"),
    ("collaborator", rf"{_WHAT},?\s+which\s+⟦[AM]\d+⟧\s+{_DONE}\s+{_TOGETHER}\s+{_AGENT}"),
    # hosts
    ("host", rf"{_WORK},?(?:{_REL}|\s+){_BE}(?:(?:held|convened|organized|met|took\s+place){_IN_PLACE}?\s*)?(?:,\s+)?(?:[Aa]t|[Uu]pon)\s+the\s+(?:kind\s+|generous\s+)?invitation\s+of\s+{_AGENT}"),
    ("host", rf"{_AGENT}\s+(?:is|was)\s+(?:home|host)\s+to\s+{_OF_WHAT}"),
    ("host", rf"{_AGENT},?\s+(?:as\s+)?(?:the\s+)?host(?:\s+(?:country|government|organization))?\s+of\s+{_OF_WHAT}"),
)
_AGAIN = re.compile(r",?\s+(?:and|while)\s+(?P<what>⟦[TM]\d+⟧)\s+(?:is\s+|was\s+)?by\s+(?P<who>⟦[PAM]\d+⟧)")
"""The verb is not said twice: "A was chaired by B *and C by D*"."""
_ALSO = re.compile(r",?\s+(?:and|while)\s+(?P<who>⟦[PA]\d+⟧)\s+(?P<what>⟦T\d+⟧)")
"""… "A chaired B *and C D*"."""
_LABEL_REACH = 240
_LONGEST = 4000
"""A longer sentence is a list or no sentence."""
_WHOLE_NAME = r"(?!\s+(?:[A-Z]|secretariat|staff|member|entit|agenc|organi[sz]ation|system\b|bod(?:y|ies)\b))"
"""Who leads is named to the end: "chaired by the SBI *Chair*" is not said of the SBI."""
_COMPILED = tuple((role, re.compile(pattern + (_WHOLE_NAME if pattern.endswith(_WHO) else ""))) for role, pattern in FRAMES)
_HINT = re.compile(
    r"[Cc]hair|articipating|\bits (?:Executive|Deputy|Director|Secretary|Head)|[Pp]resid|acilitat|[Ll]ead|\bled\b|\bLed\b|\b[Hh]ead|oordinat(?:e|ing|or)|oordination\s+(?:of|by)|steer|spearhead|driven|[Hh]ost|\bhous|servic(?:ed|es)\b|onvene|onvening|onvenor|managed|manages|\brun\b|operated|helm|hands of|apporteur|ecretariat|rustee|ustodian|[Mm]ember|"
    r"compos|compris|consist|nclude[sd]?\s+(?:rep|del)|brings|bringing|made up|joined|dmit|elect(?:ed|s|ion)\b|ppoint|invitation|ollaborat|artnership|ooperation|ogether with|ssistance|upport of|upported by"
)
_HINTS_OF = {
    "member": re.compile(r"ember|ompos|ompris|ade up|onsist|ringing|rings|oined|nclude|articipating|dmit"),
    "collaborator": re.compile(r"ollaboration|artnership|ooperation|ogether with|ointly with|upport|ssistance"),
    "secretariat": re.compile(r"ecretariat|rovided"),
    _SECRETARIAT_HOST: re.compile(r"ecretariat"),
    "host": re.compile(r"host|invitation|home"),
}
"""One of these stands in every sentence that the patterns of a role could read."""
_UNSURE = re.compile(
    r"\b(?:(?:propose|suggest(?!ion)|recommend(?!ation)|nomin(?:at|ee)|invit(?!ation)|request|encourag|offer|possib|potential|hope|wish|ask|urg|intend|prefer)\w*|proposing|"
    r"(?:consider(?:s|ed|ing)?|consideration\s+of)\s+(?:the\s+possibility\s+of\s+)?(?:lead|host|chair|join|tak|serv|becom|appoint|elect)\w*|"
    r"call(?:s|ed)?\s+(?:up)?on|could|should|might|may|whether|if|not|no\s+longer|unless|until|former(?:ly)?|previously|previous|outgoing|declin\w+|vacant|refus\w+|candidat\w+)\b",
    re.IGNORECASE,
)
_ROLES = (
    ("officer", re.compile(r"\bvice|deputy|rapporteur|trustee")),
    ("member", re.compile(r"member")),
    ("secretariat", re.compile(r"secretariat|servic")),
    ("host", re.compile(r"host|hous")),
    ("chair", re.compile(r"chair|presid|facilitat")),
    ("lead", re.compile("")),
)
"""What the word for a role says; whoever heads or coordinates leads."""
_JOINT = re.compile(r"co(?!ord|nv)")
_LOOSE = re.compile(r"manag|run|operat|conven|driven")
"""An event that is convened or managed is not led."""
_CHAIRED = frozenset({"Organization", "PartnerOrganization"})
_PARTNERSHIP = re.compile(r"\b(?:Partnership|Initiative|Alliance|Coalition|Consortium|Campaign|Network|Platform)\b")
_WITH_MEMBERS = re.compile(rf"{_PARTNERSHIP.pattern}|\b(?:Committee|Board|Panel|Council|Commission|Body|Group)\b")
_LED_AS = {"host": AGENTS, "secretariat": _CHAIRED, "officer": AGENTS, "chair": _CHAIRED, "co-chair": _CHAIRED}
"""Which organizations have whom: none but a partnership has a lead, and a state nobody."""
_WHICH = re.compile(r"⟦P\d+⟧,?\s+which\b")
_WHO_HAD = re.compile(r"\bwho\s+had\b")
"""Whoever *had* led need not lead any more."""
_WILL = re.compile(r"\b(?:will|would|shall)\s")
_PLURAL_ONLY = re.compile(r"(?:chair|lead|head|host|coordinate|steer|spearhead|facilitate|preside\s+over)\Z")
_SINGULAR = re.compile(r"(?:chairs|presides\s+over|facilitates|leads|heads|coordinates|steers|spearheads|hosts|services|manages|convenes)")
"""A and B, and C *leads*: C alone."""
_NOMINEES = re.compile(r"\b(?:nominees?|nominations?|candidates?|nominated)\b[^.;]*:\s")
_CLAUSE = re.compile(r"[;:]\s|,\s+(?:and|but|while|whereas)\s+(?!(?:is|are|was|were)\b)|(?<!propose)(?<!proposed)(?<!suggested)(?<!recommended)(?<!requested)\s+that\s+")
_REGION = re.compile(r"(?:(?:African|Asia\S*|Eastern|Western|Latin|Central|Arab)\b.*\b(?:Group|States)|GRULAC|WEOG)\b")
"""Of which an officer is not, but *for* which."""
_APPOSED = re.compile(r"⟦M\d+⟧,\s+(?:which\s+is\s+)?(?:co-)?[a-z]+\s+(?:over\s+)?by\b")
"""A body that is known has a chair also where something is asked of it: "requests the Committee, *chaired by A*, to …"."""
_ASKED = re.compile(r"(?:Chair|President|Co-Chairs|(?:[Hh]e|[Ss]he)\s+had)(?:\s+of\s+⟦[TM]\d+⟧)?\s+(?:asked|invited|requested)\s")
"""Whom the chair asks to lead a group, leads it."""
_IF = re.compile(r"\b(?:if|whether|could|would|should|may|might|not)\b", re.IGNORECASE)
_REPRESENTATIVE = re.compile(r"\brepresentatives?\s+of\s+(?:the\s+)?\Z")
_SOMEBODY_OF = re.compile(r"(?:\b(?:of|from|at|for|in|replac\w+|succe\w+)(?:\s+the)?|[Dd]irector,|[Hh]ead,)\s+\Z")
"""It is somebody there who has the role."""


def frames(reading: Reading) -> None:
    """State the roles that the shape of a clause tells."""
    read: dict[str, list[Role]] = {}
    for passage, sentence in reading.sentences("paragraph", "unnumbered", "action", "preamble"):
        if (passage.kind == "action" and passage.parent) or len(sentence.of(reading.text)) > _LONGEST or not _HINT.search(reading.text, sentence.start, sentence.end):
            continue
        signs = abstract(reading, passage, sentence)
        if not 1 < len(signs.signs) <= LONGEST_LIST or all(sign.kind == "P" for sign in signs.signs):
            continue  # somebody, and something to lead, at least
        if passage.id not in read:
            read = {passage.id: sorted((s for s in reading.said_in(passage.id) if isinstance(s, Role)), key=lambda role: role.evidence.span)}
        first = bisect_left(read[passage.id], sentence.start - _LONGEST, key=lambda role: role.evidence.span.start)
        last = bisect_left(read[passage.id], sentence.end, key=lambda role: role.evidence.span.start)
        known = [role for role in read[passage.id][first:last] if role.evidence.span.end > sentence.start]
        known.extend(_state(reading, passage, *role) for role in _told(reading, passage, signs, known))


def _told(reading: Reading, passage: Passage, signs: Abstract, known: list[Role]) -> Iterator[tuple[Named, Named, str]]:
    """Yield who has which role in what by one of the patterns, and by none of the rules before."""
    idle = {role for role, hint in _HINTS_OF.items() if not hint.search(signs.text)}
    for meant, pattern in _COMPILED:
        if meant in idle:
            continue
        position = 0
        while match := pattern.search(signs.text, position):
            position = match.start() + 1
            printed = match.groupdict().get("what") or _labelled(signs.text, match.start())
            if not printed:
                continue
            who, what, fixed = signs.sign(match["who"]), signs.sign(printed), meant
            if fixed == _SECRETARIAT_HOST:
                what, fixed = Sign("A", what.span, ((what.named[0][0], _secretariat(reading, passage, what)),)), "host"
            if fixed == "both":
                yield from _respectively(match, who, what, known)
                continue
            holders = _holders(match, who)
            role = fixed or _role(match, who.kind, what, several=len(holders) > 1)
            parts = [Sign(what.kind, named[0], (named,)) for named in what.named] if match.groupdict().get("verb") else [what]
            if not role or not all(_can_have(match, part, role) for part in parts) or _is_open(signs.text, match) or len(parts[0].named) > 1:
                continue
            for part in parts:
                yield from _new(holders, part, role, known)
            again = (_AGAIN.match(signs.text, match.end()) or _ALSO.match(signs.text, match.end())) if match.groupdict().get("verb") else None
            if again:
                yield from _new(signs.sign(again["who"]).named, signs.sign(again["what"]), role, known)


def _can_have(match: re.Match[str], what: Sign, role: str) -> bool:
    """Tell whether something can have such a role, and is no doer itself: "organized by *FAO*, was hosted by …"."""
    entity = what.named[0][1]
    if what.kind == "A" and what.span.end - what.span.start == len("It"):
        return False
    printed = match["what"] if "what" in match.re.groupindex else ""
    if printed and what.kind in "AM" and match.string[: match.start("what")].endswith(" by "):
        return False
    if printed and role == "officer" and f" for {printed}" in match[0] and (what.kind == "A" or _REGION.match(entity.label)):
        return False
    words = {"lead": _PARTNERSHIP, "member": _WITH_MEMBERS}.get(role)
    return what.kind != "A" or entity.kind in _LED_AS.get(role, ()) or (entity.kind in _CHAIRED and words is not None and words.search(entity.label) is not None)


def _labelled(text: str, start: int) -> str:
    """Return the sign of what a label is of: "*the Task Team* – Lead: A; Members: B, C", the last one before in the sentence."""
    near = list(re.finditer(r"⟦[TM]\d+⟧", text[max(0, start - _LABEL_REACH) : start + len("⟦T00⟧")]))
    between = text[max(0, start - _LABEL_REACH) + near[-1].end() : start] if near else ""
    return near[-1][0] if near and ". " not in between else ""


def _secretariat(reading: Reading, passage: Passage, what: Sign) -> Entity:
    """Return the secretariat of something, known or described: "the Panel, *whose secretariat* is hosted by …"."""
    where, served = what.named[0]
    return reading.secretariat_of(served.iri) or reading.draft("Secretariat", "agency", f"Secretariat of the {served.label}", reading.evidence(passage, where))


def _respectively(match: re.Match[str], who: Sign, what: Sign, known: list[Role]) -> Iterator[tuple[Named, Named, str]]:
    """Yield "*A and B as Chair and Vice-Chair* of …": one each."""
    if len(who.named) == len(("one", "other")) and not re.search(_UNSURE, match.string[: match.start()]):
        for named, title in zip(who.named, (match["title"], match["second"]), strict=True):
            role = next(role for role, words in _ROLES if words.search(title.lower()))
            yield from _new((named,), what, role, known)


def _holders(match: re.Match[str], who: Sign) -> tuple[Named, ...]:
    """Return who of a list has a title in the singular: "A and B, *chair* of …" is said of B, "the *chair* of …, A, and B" of A; "with A and B as chair" of nobody."""
    title = (match.groupdict().get("title") or "").lower()
    if _SINGULAR.fullmatch(match.groupdict().get("verb") or "") and match.start("who") < match.start("verb"):
        return who.named[-1:]
    if not title or title.endswith(("s", "men", "ies")) or (title.startswith("co") and not title.startswith(("coord", "conv"))) or len(who.named) == 1:
        return who.named
    if re.search(r"\bas\b", match[0]):
        return ()
    return who.named[-1:] if match.start("who") < match.start("title") else who.named[:1]


def _new(agents: tuple[Named, ...], what: Sign, role: str, known: list[Role]) -> Iterator[tuple[Named, Named, str]]:
    target = what.named[0]
    for where, agent in agents:
        same = [r for r in known if r.agent == agent.iri and (r.role == role or (role == "lead" and r.role == "chair"))]
        if agent.iri != target[1].iri and not any(_is_same(r, target[1], what.span) for r in same):
            yield (where, agent), target, role


def _is_same(role: Role, target: Entity, where: Span) -> bool:
    """Tell whether a role is already read of a target, or from the same words."""
    span = role.evidence.span
    return role.target == target.iri or (span.start <= where.start and where.end <= span.end) or (where.start <= span.start < where.end)


def _role(match: re.Match[str], kind: str, what: Sign, *, several: bool) -> str:
    """Return the role that the verb, the noun or the title of a match says, or an empty string."""
    found = match.groupdict()
    word = (found.get("title") or found.get("noun") or found.get("verb") or "").lower()
    unmarked = found.get("verb") and not found.get("title") and not found.get("co") and not several and " who " not in match[0]
    if (kind == "P" and _WHICH.search(match[0])) or (found.get("verb") and _WHO_HAD.search(match[0])) or (unmarked and _PLURAL_ONLY.match(word) and not _WILL.search(match[0]) and not _ASKED.match(match[0])):
        return ""
    role = next(role for role, words in _ROLES if words.search(word))
    joint = found.get("co") or found.get("joint") or _JOINT.match(word)
    if kind == "A" and word.startswith("facilitat"):
        role = "lead"
    if (role == "chair" and (joint or several)) or (role == "lead" and joint and kind == "P" and not found.get("title")):
        return "co-chair"
    loose = role == "lead" and _LOOSE.search(word) and what.named[0][1].kind not in GROUPS
    return "" if loose or (role == "host" and kind != "A") else role


def _is_open(text: str, match: re.Match[str]) -> bool:
    """Tell whether the words before, in the same clause, or those of the match leave it open who has the role."""
    before = text[: match.start()]
    if _NOMINEES.search(before):
        return True
    cut = [m.end() for m in _CLAUSE.finditer(before)]
    clause = before[cut[-1] if cut else 0 :]
    apposed = _APPOSED.match(match[0]) and not _IF.search(clause)
    asked = _ASKED.match(match[0])
    return bool((_UNSURE.search(clause) and not apposed) or _UNSURE.search(match[0], asked.end() if asked else 0) or (match.start("who") == match.start() and _SOMEBODY_OF.search(before) and not ("host of" in match[0] and _REPRESENTATIVE.search(before))))


def _state(reading: Reading, passage: Passage, who: Named, what: Named, role: str) -> Role:
    span = Span(min(who[0].start, what[0].start), max(who[0].end, what[0].end))
    stated = Role(reading.evidence(passage, span), who[1].iri, role, reading.keep(what[1]), status=status_of(passage))
    reading.state(stated)
    return stated
