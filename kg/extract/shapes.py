"""The shapes of clauses that tell a role: one table, read by `frames.py` over sentences in which each name is a sign.

`⟦P0⟧` stands for persons, `⟦A⟧` for agents, `⟦T⟧` for what can be led, `⟦M⟧` for both, `⟦W⟧` for a work that only words describe.
"""

from __future__ import annotations

import re

from kg.extract.shapes_joint import JOINT
from kg.text import FUNCTION

WHO = r"(?P<who>⟦[PAM]\d+⟧)"
_NAMED = r"(?P<who>⟦P\d+⟧|⟦A\d+⟧(?=[.,;]|$))"
"""After a comma, an agent that goes on to act is another's subject: "following the report of the chairs of the group, *UNEP spoke*"."""
_AGENT = r"(?P<who>⟦[AM]\d+⟧)"
_WHAT = r"(?P<what>⟦[TMAW]\d+⟧)"
_END = r"(?![’']s?\b|\s+(?:(?!(?:and|or|with|to|the|in|of|on|for|an?|by|as|at)\b)[a-z-]+\s+){0,2}(?:group|team|committee|board|panel|task\s+force|subgroup|network)\b|\s+(?:[A-Z]|resolution|secretariat|member|report|decision|staff|website|process|work\b|indicator|meeting|session)|\s*⟦)"
"""Nothing after it that makes the name a part of another one."""
_OF_WHAT = rf"{_WHAT}{_END}"
_WORK = r"(?P<what>⟦[TW]\d+⟧)"
_CO = r"(?P<co>[Cc]o[-‐‑–]?)?"
_BE = r"(?:(?:is|are|was|were|be|been|being|has|have|had|having|will|would|shall|to|continues?|continued|also|now|jointly|since)\s+)*"
_ADV = r"(?:(?:shall|also|now|today|still|nowadays|jointly|together|both|has|have|had|will|then|continues?\s+to|continued\s+to|would)\s+)*"
_REL = r",?\s+(?:(?:which|that|who)\s+)?"
_PASSIVE = r"(?P<verb>chaired|moderated|presided\s+over|facilitated|led|headed|coordinated|steered|spearheaded|driven|hosted|housed|serviced|co-convened|managed|run|operated|convened)"
_ACTIVE = r"(?P<verb>chairs?|chaired|moderates?|moderated|presides?\s+over|presided\s+over|facilitates?|facilitated|leads?|led|heads?|headed|coordinates?|coordinated|steers?|steered|spearheads?|spearheaded|hosts?|hosted|services|serviced|manages|convenes?|runs?)"
_DOING = r"(?:is|are|was|were|has\s+been|have\s+been|had\s+been|continues?|continued)\s+(?P<verb>chairing|facilitating|leading|heading|coordinating|steering|hosting)"
_TITLE = (
    r"(?P<title>(?:(?:[Ii]nterim|[Aa]cting|[Aa]lternate|[Jj]oint|[Dd]eputy|[Pp]ermanent|[Nn]ew|[Nn]ewest|[Ll]atest|[Ff]ounding|[Cc]urrent|[Ff]irst)\s+)*(?:(?:[Cc]o|[Vv]ice)[-‐‑–\s]?)?"
    r"(?:[Cc]hair(?:person|man|woman|men)?|[Pp]resident|[Ff]acilitator|[Ll]ead(?:er)?(?:\s+(?:agenc(?:y|ies)|organizations?|entit(?:y|ies)|author|countr(?:y|ies)|[Pp]art(?:y|ies)|partners?|institutions?))?|[Cc]oordinator|[Cc]oordinating\s+(?:agenc(?:y|ies)|entit(?:y|ies)|organizations?|countr(?:y|ies)|bod(?:y|ies))|[Hh]ead(?!\s+of\s+delegation)|[Cc]onvener|[Mm]oderator|[Rr]apporteur|"
    r"[Hh]ost(?:\s+(?:country|countries|organization|agency|government))?|[Ss]ecretariat|[Cc]ustodian(?:\s+agency)?|[Mm]ember)s?)"
)
UNTITLED = _TITLE.replace("?P<title>", "?:")
_NOUN = r"(?P<noun>leadership|lead|chair(?:man|person)?ship|co-chair(?:man|person)?ship|co-leadership|chair|presidency|coordination|secretariat)"
_SECRETARIAT = r"(?:the\s+)?(?:(?:its|interim|joint|technical|administrative)\s+)*secretariat(?:\s+(?:services?|support|functions?))?"
_LIST_OF = r"(?:(?:the\s+)?(?:experts|representatives|delegates|members|scientists|officials|focal\s+points|[Cc]ouncillors|staff)\s+(?:from|of)\s+|the\s+following(?:\s+\w+)?:?\s+)?"
_GONE = r"(?:(?!\s(?:builds?|draws?|follow(?:s|ed)?)\s+(?:up)?on\b)[^⟦;]){0,60}?"

_DONE = r"(?:compiled|drafted|executed|undertaken|started|initiated|run|led|co-led|chaired|co-chaired|coordinated|hosted|facilitated|organized|held|convened|developed|prepared|produced|published|launched|implemented|carried\s+out|conducted|designed|established|co-organized)"
_MADE = r"(?:written|drawn\s+up|compiled|drafted|executed|undertaken|organized|developed|prepared|produced|published|implemented|carried\s+out|conducted|designed)"
_TOGETHER = (
    r"(?:jointly\s+)?(?:in\s+(?:close\s+)?(?:collaboration|partnership|cooperation)\s+with|together\s+with|jointly\s+with|"
    r"with\s+(?:the\s+)?(?:financial\s+|technical\s+|active\s+)?(?:support|assistance|participation|involvement)\s+(?:of|from))"
)
_IN_PLACE = r"(?:(?:,?\s+(?:in|at)\s+(?:the\s+)?(?:[A-Z][\w’'-]+|⟦A\d+⟧)(?:,?\s+(?:[A-Z][\w’'-]+|⟦A\d+⟧)){0,4}){1,2})"
_LED = r"(?:,?\s+(?:(?:is|are|was|were|will|would|shall|be|has|been|to|and|which)\s+){0,4}(?:co-)?(?:led|[a-z]{3,}ed|run|overseen|driven)\s+(?:jointly\s+)?by\s+⟦[PAM]\d+⟧)"
_ASIDE = r"(?:,\s+(?:established|created|set\s+up|convened|launched|formed|held|organized)(?:\s[^,;⟦]{0,80}(?:⟦[AMT]\d+⟧[^,;⟦]{0,40}){0,2})?(?:,|(?=\s+(?:which|was|were|is)\b))|,)?"
_CHAIN = r"(?:,?\s+(?:(?:of|for|to|in)\s+which|which|whose)\s(?:[^;.⟦]|⟦[PAM]\d+⟧){3,160}?)?,?\s+(?:and\s+)?"
"""A relative clause before the one that tells."""
_ITSELF = r"(?<!\bof\s)(?<!\bat\s)(?<!\bby\s)(?<!\bunder\s)(?<!\bin\s)"
"""Not "the meeting *of* what follows"."""

_SURE = "(?P<sure>)"
_SETS_UP = r"(?:establish|set\s+up|creat|conven|form|reconven|constitut|extend|renew)(?:s|es|ed|e|ing)?(?:\s+the\s+mandate\s+of)?"
_CHOOSES = r"(?:(?:also|then|further|subsequently)\s+)*(?:appoint|elect|designat|select|nam)(?:s|es|ed|ing)"
"""Said so that nothing before makes it open: an offer that is accepted, what somebody is to continue."""
SECRETARIAT_HOST = "host of the secretariat"
PART_HOST = "host of a part"
_OF_PART = r"(?P<part>(?:(?!the\b|an?\b|its\b)[a-z-]+\s+){0,3}?(?:secretariat|office|(?:data|training|coordination|operations|information|resource)\s+cent(?:re|er)|unit|headquarters|hub|node|registry|laboratory|archives?))"
"""What something has that is hosted elsewhere: "the network, whose *data centre* is hosted by FAO"."""
_IS_HOSTED = r"(?:(?:is|are|was|will\s+be|has\s+been|continues\s+to\s+be)\s+)+(?:now\s+|jointly\s+)?(?:(?:hosted|housed)\s+by|(?:housed|based|located)\s+(?:at|with))"

ACTIVE, ADV, AGENT, BE, CO, NOUN, OF_WHAT = _ACTIVE, _ADV, _AGENT, _BE, _CO, _NOUN, _OF_WHAT
PASSIVE, REL, SURE, TITLE, WHAT, WORK = _PASSIVE, _REL, _SURE, _TITLE, _WHAT, _WORK
"""What other tables of shapes are made of."""

FRAMES: tuple[tuple[str, str], ...] = (
    # the verb between what is led and who leads
    ("", rf"{_WHAT},?(?:{_REL}|\s+){_BE}(?:led|headed)\s+by\s+{WHO}\s+as\s+(?:its\s+|the\s+)?{_TITLE}"),
    ("", rf"{_WHAT}(?:\s+(?:of|under)\s+the\s+[A-Z][\w-]+)?{_IN_PLACE}?{_ASIDE}(?:{_REL}|\s+){_BE}{_CO}{_PASSIVE}\s+(?:jointly\s+)?by\s+(?:its\s+|the\s+|two\s+|(?:its|the)\s+two\s+)?(?:(?:⟦[AMT]\d+⟧|[A-Z][\w-]+(?:\s[A-Z][\w-]+)?)\s+[Mm]embers?\s+|{_TITLE}(?:,|:)?\s+|[A-Z][\w-]+(?:\s[A-Z][\w-]+)?\s+of\s+⟦[TMA]\d+⟧,\s+)?{WHO}"),
    ("", rf"{_WHAT}{_ASIDE}\s+(?:was|had\s+been|has\s+been)\s+(?:opened|organized|convened|hosted|attended)\s+(?:by|in\s+\w+\s+with)\s[^;.]{{0,160}}?(?:\s+and|,)\s+(?:was\s+)?{_CO}(?P<verb>chaired|facilitated|moderated|led|coordinated)\s+by\s+{WHO}"),
    ("", rf"{_WHAT}{_ASIDE}\s+(?:was|had\s+been|has\s+been)\s+(?:opened|organized|convened|chaired|attended)\s+(?:by|in\s+\w+\s+with)\s[^;.]{{0,160}}?(?:\s+and|,)\s+(?:was\s+)?(?P<verb>hosted)\s+by\s+{WHO}"),
    ("", rf"{_WHAT}\s+(?:was|were|had\s+been|has\s+been)\s+(?:established|set\s+up|created|launched|formed|opened|inaugurated|founded)(?:\s[^,;.⟦]{{0,80}}(?:⟦[AMT]\d+⟧[^,;.⟦]{{0,40}}){{0,2}})?\s+and\s+(?:is|was|has\s+been|continues\s+to\s+be)\s+(?:now\s+|currently\s+|jointly\s+)?{_CO}{_PASSIVE}\s+by\s+{WHO}"),
    ("", rf"{_ITSELF}{_WORK},?\s+(?:(?:held|met|took\s+place|[a-z]+ed)\s+[^;⟦]{{0,40}})?and\s+{_BE}{_CO}{_PASSIVE}\s+(?:jointly\s+)?by\s+{WHO}"),
    ("", rf"{_WHAT}{_LED}{_IN_PLACE}?(?:,?\s+and|,(?:\s+which)?)\s+(?:(?:is|was)\s+)?{_CO}{_PASSIVE}\s+by\s+{WHO}"),
    ("", rf"^{_CO}(?P<verb>Chaired|chaired|Led|led|Headed|headed|Facilitated|facilitated|Moderated|moderated|Steered|Spearheaded|Hosted|Coordinated|coordinated|Convened|convened)\s+(?:jointly\s+)?by\s+{WHO},\s+{_WHAT}"),
    ("", rf"{_WHAT},?(?:{_REL}|\s+)(?:in\s+[\w-]+\s+)?{_BE}(?:(?:held|meet|met|placed|took\s+place|established|set\s+up|work(?:s|ed|ing)?|convened|run|met\s+(?:once|twice|\w+\s+times)|completed|developed|prepared|implemented|carried\s+out|conducted|finalized|launched|moderated|continued|progressed|undertaken|organi[sz]ed|arranged|executed|drafted|compiled)\s+){{0,2}}under\s+the\s+(?P<joint>joint\s+)?{_NOUN}\s+of\s+{WHO}"),
    ("", rf"{WHO},?\s+(?:(?:who|which)\s+)?{_ADV}{_CO}{_ACTIVE}\s+(?:the\s+)?(?:(?:work|implementation|development)\s+of\s+(?:the\s+)?)?{_OF_WHAT}(?:(?=,?\s+(?P<joint>jointly|together)\s+with\s))?"),
    ("", rf"{WHO},?\s+(?:(?:which|who)\s+)?{_DOING}\s+(?:the\s+)?(?:work\s+of\s+(?:the\s+)?)?{_OF_WHAT}"),
    ("", rf"{_WHAT},?\s+(?:which|that)\s+{WHO}\s+{_ADV}{_CO}{_ACTIVE}\b(?!\s+(?:the|an?|its|their|in(?!\s+(?:close\s+)?(?:collaboration|partnership|cooperation|association)\b)|on|to|with\s+(?!⟦|the\s+(?:support|help|assistance)\b))\b)"),
    ("", rf"{_WHAT}{_CHAIN}(?:which|that)\s+{WHO}\s+{_ADV}{_CO}{_ACTIVE}\b(?!\s+(?:the|an?|its|their|in(?!\s+(?:close\s+)?(?:collaboration|partnership|cooperation|association)\b)|on|to|with\s+(?!⟦|the\s+(?:support|help|assistance)\b))\b)"),
    ("", rf"{_WHAT}\s[^;.]{{3,160}}?,?\s+(?:and|while)\s+{WHO}\s+{_ADV}(?:had\s+)?{_CO}(?P<verb>hosted|chaired|led|facilitated|coordinated|moderated|hosts|chairs|leads|coordinates)\s+it\b"),
    ("", rf"{_WHAT}(?:(?!\s(?:and|while)\s)[^.]){{0,160}}?(?:[;,]|\s(?:and|while))\s+(?:and\s+|while\s+)?{WHO}\s+(?:is|are|was|(?:(?:will|shall)\s+)?(?:serve|act|function)s?\s+as|served\s+as|acted\s+as)\s+its\s+{_TITLE}"),
    ("", rf"{_WHAT},?\s+and\s+(?:of|to)\s+{WHO},\s+which\s+{_CO}(?P<verb>chaired|facilitated|hosted|led|coordinated|moderated)\s+it\b"),
    ("", rf"{_WHAT}[^.⟦]{{0,80}}(?:⟦[AMP]\d+⟧[^;.⟦]{{0,40}})?[;,]\s+(?:and\s+)?its\s+{_TITLE}\s+(?:is|are|was|were|will\s+be)\s+{WHO}"),
    ("", rf"{_WHAT},\s+an?\s+(?:[^,;⟦]|⟦[TMA]\d+⟧){{3,80}},\s+{_BE}{_CO}{_PASSIVE}\s+(?:jointly\s+)?by\s+{WHO}"),
    ("", rf"{_WHAT},\s+an?\s+[a-z][\w\s-]{{2,60}}?\s+{_CO}{_PASSIVE}\s+(?:jointly\s+)?by\s+{WHO}"),
    ("", rf"{WHO}\s+{_ADV}(?:serves?\s+as|acts?\s+as|served\s+as|acted\s+as)\s+{_WHAT}\s+{_TITLE}\b"),
    ("", rf"(?:For|In|On)\s+{_WHAT},\s+{WHO}\s+(?:is|are|was|were|will\s+be|would\s+be|acts?\s+as|serves?\s+as|acted\s+as|served\s+as)\s+(?:the\s+)?{_TITLE}"),
    ("", rf"{_SURE}(?:[Dd]esignat|[Aa]ppoint|[Nn]am|[Ss]elect|[Ee]lect)(?:es|s|ed)\s+{WHO}\s+(?:as\s+|to\s+serve\s+as\s+|to\s+be\s+)?(?:the\s+)?{_TITLE}\s+(?:of|for)\s+{_OF_WHAT}"),
    ("", rf"{_SURE}{_WHAT}[^;⟦]{{3,200}}?,?\s+and\s+(?:elects|elected|appoints|appointed|designates|designated)\s+{WHO}\s+as\s+its\s+{_TITLE}\b"),
    ("", rf"(?:role|work|efforts|leadership)\s+of\s+{WHO}\s+in\s+{_CO}(?P<doing>leading|coordinating|hosting|chairing|facilitating|heading)\s+(?:the\s+)?{_OF_WHAT}"),
    ("", rf"(?:[Tt]hank(?:s|ed|ing)?|[Aa]ppreciation\s+to|[Gg]ratitude\s+to|[Aa]ppreciat(?:es|ed|ing)|[Cc]ommend(?:s|ed|ing)|[Cc]ongratulat(?:es|ed|ing))\s+{WHO}\s+for\s+(?:having\s+|(?:its|their|his|her)\s+(?:(?:able|excellent|skilful|effective|strong|outstanding|successful|continued|dedicated)\s+)?)?{_CO}(?P<doing>led|leading|leadership|coordinated|coordinating|coordination|hosted|hosting|chaired|chairing|chairmanship|facilitated|facilitating|facilitation|headed|heading|moderating)\s+(?:of\s+)?(?:the\s+)?{_OF_WHAT}"),
    ("", rf"{_SURE}(?P<who>⟦[AP]\d+⟧)\s+(?:has\s+|have\s+|had\s+)?(?:kindly\s+)?(?:agreed|accepted|undertook|undertaken)\s+to\s+{_CO}(?P<doing>lead|chair|host|coordinate|facilitate|head|moderate|convene)\s+(?:the\s+)?{_OF_WHAT}"),
    ("lead", rf"{_SURE}(?P<who>⟦[AP]\d+⟧)\s+(?:has\s+|have\s+|had\s+)?(?:kindly\s+)?(?:agreed|accepted|undertook|undertaken)\s+to\s+take\s+the\s+lead\s+(?:on|in|for|of)\s+(?:developing\s+|preparing\s+|organizing\s+)?(?:the\s+)?{_OF_WHAT}"),
    ("", rf"{_SURE}{WHO}\s+(?:to|shall|will|would)\s+continue\s+(?:to\s+)?{_CO}(?P<doing>chair(?:ing)?|lead(?:ing)?|coordinat(?:e|ing)|host(?:ing)?|facilitat(?:e|ing))\s+(?:the\s+)?{_OF_WHAT}"),
    ("", rf"{_SURE}{WHO}\s+(?:to|shall|will|would)\s+continue\s+(?:(?:to\s+(?:serve|act)|serving|acting)\s+)?as\s+(?:the\s+)?{_TITLE}\s+(?:of|for)\s+{_OF_WHAT}"),
    ("", rf"⟦[APM]\d+⟧,?\s+(?:(?:which|who)\s+)?{_ADV}{_CO}{_ACTIVE}\s+(?:the\s+)?{_WHAT},?\s+(?P<joint>jointly|together)\s+with\s+{WHO}"),
    ("", rf"{WHO},\s+{_TOGETHER}\s+⟦[AM]\d+⟧,\s+{_ADV}{_CO}{_ACTIVE}\s+(?:the\s+)?{_OF_WHAT}"),
    ("", rf"(?<!ice-)(?<!ice\s){_NOUN}\s+of\s+{_WHAT}\s+(?:is|was)\s+held\s+by\s+{WHO}"),
    ("", rf"(?P<who>⟦P\d+⟧)[^;.⟦]{{0,60}}{_WHAT},?\s+which\s+(?:he|she|they)\s+(?:had\s+|has\s+|have\s+)?{_CO}(?P<doing>chaired|facilitated|moderated|led|coordinated)\b"),
    ("", rf"(?P<who>⟦P\d+⟧)[^;.⟦]{{0,60}}(?:⟦[AM]\d+⟧[^;.⟦]{{0,60}})?{_WHAT},?\s+which\s+(?:he|she)\s+{_CO}(?P<doing>chairs|leads|coordinates|facilitates|moderates)\b"),
    ("", rf"{_WHAT},\s+(?:operating|working|meeting)\s[^,;⟦]{{2,40}}?\s+and\s+{_CO}{_PASSIVE}\s+(?:jointly\s+)?by\s+{WHO}"),
    ("", rf"{_SURE}agreement\s+of\s+{WHO}\s+to\s+(?:act|serve)\s+as\s+(?:the\s+)?{_TITLE}\s+(?:of|for)\s+{_OF_WHAT}"),
    ("", rf"{_WHAT},?\s+which\s+(?:it|he|she)\s+{_CO}{_ACTIVE}\s+(?P<joint>(?:jointly\s+|together\s+)?with)\s+{WHO}(?=[.,;]|$|\s+and\s)"),
    ("", rf"^Under\s+the\s+(?P<joint>joint\s+)?{_NOUN}\s+of\s+{WHO},\s+{_WHAT}"),
    ("", rf"{WHO}\s+(?:is|are|was|were|has\s+been|have\s+been)\s+(?:also\s+)?(?:responsible\s+for|tasked\s+with|charged\s+with|entrusted\s+with|mandated\s+to)\s+{_CO}(?P<doing>lead(?:ing)?|coordinat(?:e|ing)|host(?:ing)?|chair(?:ing)?)\s+(?:the\s+)?{_OF_WHAT}"),
    ("lead", rf"[Rr]esponsibility\s+for\s+(?:the\s+)?{_WORK}\s+(?:lies|rests)\s+with\s+{WHO}"),
    ("", rf"{WHO}\s+{_ADV}(?:takes?|took|taken|taking|holds?|held|assumed|assumes|shares?)\s+(?:over\s+)?(?:from\s+⟦[PA]\d+⟧\s+)?the\s+(?:joint\s+|role\s+of\s+)?{_NOUN}\s+(?:of|for|on|in)\s+{_OF_WHAT}"),
    ("", rf"{WHO},?\s+(?:which\s+|who\s+)?has\s+the\s+(?P<noun>lead)\s+(?:for|on|of|in)\s+{_OF_WHAT}"),
    ("", rf"{_WHAT}[^,;:.⟦]{{0,40}}(?:,|(?<!\bis)(?<!\bwas)(?<!\bare)(?<!\bwere))\s+to\s+be\s+{_CO}{_PASSIVE}\s+(?:jointly\s+)?by\s+{WHO}"),
    ("lead", rf"{_WHAT},?\s+(?:in|for)\s+which\s+{WHO}\s+(?:takes?|took|has|have)\s+the\s+lead\b"),
    ("lead", rf"{WHO},?\s+(?:(?:who|which)\s+)?(?:is|are)\s+(?:in\s+charge\s+of|at\s+the\s+helm\s+of|at\s+the\s+head\s+of)\s+{_OF_WHAT}"),
    ("lead", rf"{_WHAT},?\s+(?:has|have)\s+{WHO}\s+at\s+its\s+(?:helm|head)"),
    ("lead", rf"{_WHAT},?\s+(?:is|are|was|were|lies|lay)\s+in\s+the\s+hands\s+of\s+{WHO}"),
    ("lead", rf"{WHO}\s+{_ADV}(?:takes?|took|taken|is\s+taking|are\s+taking)\s+the\s+lead\s+(?:in|on|for)\s+(?:(?:preparing|developing|organizing|drafting|coordinating|producing|implementing)\s+|the\s+(?:preparation|development|drafting|organization|implementation)\s+of\s+)?(?:the\s+)?{_OF_WHAT}"),
    ("lead", rf"{_WHAT}(?:[^⟦;]|⟦[AM]\d+⟧){{0,90}}?,?\s+with\s+{WHO}\s+in\s+the\s+lead\b"),
    ("", rf"Under\s+(?P<who>⟦[APM]\d+⟧)[’']s?\s+{_NOUN},\s+{_WHAT}"),
    ("", rf"{WHO},?\s+(?:which\s+|who\s+)?{_CO}{_ACTIVE},?\s+and\s+[a-z]+s\s+(?:the\s+)?{_OF_WHAT}"),
    ("", rf"{WHO},?\s+(?:which\s+|who\s+)?[a-z]+s,?\s+and\s+{_CO}{_ACTIVE}\s+(?:the\s+)?{_OF_WHAT}"),
    ("lead", rf"{WHO}\s+(?:is|are)\s+responsible\s+for\s+(?:the\s+)?(?P<what>⟦W\d+⟧){_END}"),
    ("", rf"{_SURE}{_WHAT},\s+which\s+{WHO}\s+(?:had|has|have)\s+been\s+(?:asked|invited|appointed|designated|requested)\s+to\s+{_CO}(?P<doing>chair|lead|facilitate|coordinate)\b"),
    ("", rf"{_SURE}{_WORK}[^;.⟦]{{0,80}}?,?\s+and\s+(?:asked|invited|requested|appointed|designated)\s+{WHO}\s+to\s+{_CO}(?P<doing>chair|lead|facilitate|coordinate)\s+it\b"),
    ("", rf"{_SURE}(?:[Mm]andat(?:es|ed)|[Tt]ask(?:s|ed)|[Cc]harg(?:es|ed)|[Ee]ntrust(?:s|ed))\s+{WHO}\s+(?:to|with)\s+{_CO}(?P<doing>lead(?:ing)?|coordinat(?:e|ing)|chair(?:ing)?|facilitat(?:e|ing)|host(?:ing)?)\s+(?:the\s+)?{_OF_WHAT}"),
    ("", rf"{_SURE}[Ee]ntrust(?:s|ed)\s+{WHO}\s+with\s+the\s+{_NOUN}\s+of\s+{_OF_WHAT}"),
    ("", rf"[Rr]epresentative\s+of\s+{WHO}\s[^;⟦]{{0,60}}?\bthat\s+(?:her|his|its|their)\s+(?:organization|agency|office|[Gg]overnment|country|secretariat|institute|ministry)\s+{_ADV}{_CO}{_ACTIVE}\s+(?:the\s+)?{_OF_WHAT}"),
    ("secretariat", rf"[Rr]epresentative\s+of\s+{WHO}\s[^;⟦]{{0,60}}?\bthat\s+(?:her|his|its|their)\s+(?:organization|agency|office|secretariat)\s+{_ADV}(?:provides?|provided|(?:serves|acts)\s+as)\s+{_SECRETARIAT}\s+(?:of|to|for)\s+{_OF_WHAT}"),
    ("", rf"{_SURE}(?:work|role|efforts|contribution|function|leadership)\s+of\s+{WHO}\s+as\s+(?:the\s+|an?\s+)?{_TITLE}\s+(?:of|for)\s+{_OF_WHAT}"),
    (SECRETARIAT_HOST, rf"(?:role|work)\s+of\s+{_AGENT}\s+as\s+host\s+of\s+{_WHAT}\s+secretariat\b"),
    ("", rf"{_SURE}(?:[Tt]hank(?:s|ed|ing)?|[Aa]ppreciation\s+to|[Gg]ratitude\s+to|[Cc]ommend(?:s|ed|ing)|[Cc]ongratulat(?:es|ed|ing))\s+{WHO}\s+for\s+(?:his|her|its|their)\s+(?:\w+\s+){{0,2}}?(?:work|leadership|service|services|efforts)\s+as\s+(?:the\s+)?{_TITLE}\s+(?:of|for)\s+{_OF_WHAT}"),
    ("", rf"{_SURE}{_WHAT}[^;⟦]{{3,160}}?,?\s+and\s+(?:agrees\s+|decides\s+)?that\s+it\s+(?:shall|will|would)\s+be\s+{_CO}{_PASSIVE}\s+by\s+{WHO}"),
    ("", rf"{_WHAT},\s+and\s+(?:agrees|decides)\s+that\s+it\s+(?:shall|will)\s+be\s+{_CO}{_PASSIVE}\s+by\s+{WHO}"),
    ("", rf"{_SURE}(?P<who>⟦P\d+⟧)\s+(?:was|were|had\s+been)\s+(?:asked|invited|appointed|designated|requested|nominated)\s+to\s+{_CO}(?P<doing>chair|facilitate|lead|coordinate)\s+(?:the\s+)?{_OF_WHAT}"),
    ("", rf"{WHO},\s+(?:which\s+is\s+)?(?:hosted|led|chaired|coordinated|supported|assisted|funded|backed|represented)\s+by\s+⟦[APM]\d+⟧{_IN_PLACE}?,\s+{_ADV}{_CO}{_ACTIVE}\s+(?:the\s+)?{_OF_WHAT}"),
    ("", rf"{_WHAT},?\s+(?:which|that)\s+⟦[AM]\d+⟧\s+{_ADV}(?P<co>co-)(?P<verb>leads?|led|chairs?|chaired|coordinates?|hosts?|hosted|facilitates?)\s+with\s+{WHO}"),
    ("", rf"{_WHAT},?\s+(?:composed\s+of|comprising|consisting\s+of|made\s+up\s+of|including)\s+(?:representatives\s+(?:of|from)\s+)?⟦[AM]\d+⟧,?\s+and\s+{_CO}{_PASSIVE}\s+by\s+{WHO}"),
    ("", rf"{_SURE}(?:leadership|work|efforts)\s+of\s+{WHO}\s+as\s+{_TITLE}\s+and\s+⟦P\d+⟧\s+as\s+[\w-]+\s+of\s+{_OF_WHAT}"),
    ("officer", rf"^(?P<what>⟦[AM]\d+⟧)\s+{FUNCTION},\s+(?P<who>⟦P\d+⟧)"),
    ("officer", rf"by\s+(?P<what>⟦A\d+⟧)\s+and\s+[a-z]+\s+by\s+its\s+{FUNCTION},?\s+(?P<who>⟦P\d+⟧)"),
    ("lead", rf"(?P<who>⟦[AM]\d+⟧)-led\s+{_OF_WHAT}"),
    ("", rf"{_WHAT}\s+(?:operates?|operated|works?|worked|meets?|met|functions?|continue[sd]?|has\s+met|had\s+met|reported)(?:\s+[^⟦;,.]{{0,40}})?,?\s+under\s+the\s+(?P<joint>joint\s+)?{_NOUN}\s+of\s+{WHO}"),
    ("chair", rf"{_WORK},?\s+(?:(?:operat|work|meet)ing\s+|(?:met|worked|gathered)\s+(?:[^⟦;,.]{{0,40}}\s)?)?under\s+the\s+guidance\s+of\s+(?P<who>⟦P\d+⟧)"),
    ("", rf"(?P<who>⟦P\d+⟧),\s+(?:speaking|reporting(?:\s+back)?|acting|serving)\s+(?:in\s+(?:his|her)\s+capacity\s+)?as\s+(?:the\s+)?{_TITLE}\s+of\s+{_OF_WHAT}"),
    ("", rf"(?:^|[.;]\s)(?:Speaking|Reporting(?:\s+back)?|Acting)\s+(?:in\s+(?:his|her)\s+capacity\s+)?as\s+(?:the\s+)?{_TITLE}\s+of\s+{_WHAT},\s+{WHO}"),
    ("", rf"{WHO},\s+(?:who\s+(?:was|is)\s+)?{_CO}(?P<doing>chairing|leading|coordinating|facilitating|moderating|heading|hosting)\s+(?:the\s+)?{_OF_WHAT}"),
    ("", rf"{WHO}\s+(?:takes|took|has\s+taken|had\s+taken)\s+over\s+(?:as\s+(?:the\s+)?{_TITLE}|the\s+{_NOUN})\s+of\s+{_OF_WHAT}"),
    ("", rf"{_NOUN}\s+of\s+{_WHAT}\s+rotates[^;.⟦]{{0,60}}\s+and\s+is\s+(?:currently\s+|now\s+)?held\s+by\s+{WHO}"),
    ("", rf"{WHO}\s+provides\s+the\s+(?P<noun>chair)\s+of\s+{_OF_WHAT}"),
    ("", rf"{_WHAT}\s+(?:has|have)\s+(?:an?\s+|two\s+|three\s+|as\s+(?:its\s+)?)?(?!members\b|hosts\b){_TITLE},?:?\s+{WHO}(?=[,.;]|\s+(?:and|while)\s|$)"),
    ("", rf"(?:[Ee]lection|[Aa]ppointment|[Dd]esignation)\s+by\s+{_WHAT}\s+of\s+{WHO}\s+as\s+(?:its\s+|the\s+)?{_TITLE}\b"),
    ("", rf"{_WHAT}[^⟦;.]{{0,20}}\s+(?:is|are)\s+⟦P\d+⟧,?\s+and\s+its\s+{_TITLE}\s+(?:(?:is|are)\s+)?{WHO}"),
    ("chair", rf"{_ITSELF}{_WORK}{_GONE},?\s+with\s+{WHO}\s+(?:in\s+the\s+chair|presiding)"),
    ("", rf"{_WORK}\s+was\s+held\s[^;⟦]{{0,120}}?(?:⟦A\d+⟧[^;⟦]{{0,40}})?,?\s+and\s+(?:was\s+)?{_CO}{_PASSIVE}\s+by\s+{WHO}"),
    ("", rf"(?:Chair|President|Co-Chairs|(?:[Hh]e|[Ss]he)\s+had)(?:\s+of\s+⟦[TM]\d+⟧)?\s+(?:asked|invited|requested)\s+{WHO},?\s+to\s+{_CO}(?P<verb>chair|facilitate|lead|coordinate)\s+(?:a\s+group\s+of\s+)?{_WORK}"),
    ("", rf"{_WHAT}[^;⟦]{{0,80}}?,?\s+and\s+(?:to\s+|of\s+)?(?P<who>⟦P\d+⟧),?\s+who\s+(?:had\s+)?{_CO}(?P<verb>chaired|moderated|presided\s+over|facilitated)\s+it\b"),
    ("", rf"{_WHAT}[^;⟦]{{0,80}}?[,;]?\s+and\s+(?:that\s+)?{WHO}\s+(?:shall|will|would|are\s+to|is\s+to)\s+(?:continue\s+to\s+)?(?:serve|act)\s+as\s+its\s+{_TITLE}"),
    ("", rf"{_WHAT},?\s+of\s+which\s+⟦[PAM]\d+⟧\s+(?:is|are|was|were|(?:shall|will)\s+be)\s+(?:the\s+)?[\w-]+,?\s+and\s+{WHO}\s+(?:is\s+|was\s+)?(?:the\s+|its\s+)?{_TITLE}\b"),
    # titles
    ("", rf"{WHO},\s+[^,;⟦]{{3,60}}(?:⟦[AM]\d+⟧)?\s+and\s+(?:the\s+)?{_TITLE}\s+of\s+{_OF_WHAT}"),
    ("", rf"⟦P\d+⟧\s+as\s+[\w-]+\s+of\s+{_WHAT}\s+and\s+{WHO}\s+as\s+(?:its\s+)?{_TITLE}\b"),
    ("", rf"{WHO}\s+as\s+{_TITLE}\s+and\s+⟦P\d+⟧\s+as\s+[\w-]+\s+of\s+{_OF_WHAT}"),
    ("", rf"{_SURE}{_SETS_UP}(?:\s+(?:the|an?))?\s+{_WORK}[^;.⟦]{{0,100}}?,?\s+(?:and\s+)?{_CHOOSES}\s+(?P<who>⟦[PAM]\d+⟧)\s+as\s+(?:its\s+|the\s+)?{_TITLE}\b(?!\s+of\b)"),
    ("", rf"{_SURE}(?:[Dd]ecid|[Aa]gre|[Rr]esolv)(?:es|ed|s|e)\s+to\s+(?:establish|set\s+up|create|convene|form|reconvene|constitute)\s+(?:the\s+|an?\s+)?{_WORK}[^;.⟦]{{0,100}}?,?\s+and\s+(?:to\s+)?(?:appoint|elect|designate|select|name)\s+(?P<who>⟦[PAM]\d+⟧)\s+as\s+(?:its\s+|the\s+)?{_TITLE}\b(?!\s+of\b)"),
    ("co-chair", rf"{_WHAT}{_ASIDE}\s+{_BE}co-?chaired\s+by\s+(?:⟦[AM]\d+⟧,?\s+and\s+(?P<who>⟦P\d+⟧)(?=[.;,]|$|\s+(?:of|from|on|for)\b))"),
    ("co-chair", rf"{_WHAT}{_ASIDE}\s+{_BE}co-?chaired\s+by\s+(?:⟦P\d+⟧,?\s+and\s+(?P<who>⟦A\d+⟧)(?=[.;,]|$))"),
    ("", rf"{_WHAT}[^;.⟦]{{0,80}},\s+with\s+(?P<who>⟦[PA]\d+⟧)\s+as\s+(?:its\s+|the\s+)?(?P<title>(?:[Cc]o-|[Vv]ice-)?[Cc]hair(?:person|man|woman)?s?|[Rr]apporteurs?)\b(?!\s+of\b)"),
    ("", rf"{_WORK}\s+(?:jointly\s+|together\s+)?with\s+(?:the\s+)?⟦[AM]\d+⟧,\s+(?:to\s+be\s+)?{_CO}(?P<verb>chaired|led|facilitated|coordinated)\s+by\s+{WHO}"),
    ("both", rf"{WHO}(?:\s+for\s+their\s+(?:\w+\s+)?(?:leadership|work|service|efforts))?\s+as\s+(?:its\s+|the\s+)?{_TITLE}\s+and\s+(?:its\s+|the\s+)?{_TITLE.replace('<title>', '<second>')},?\s+of\s+{_OF_WHAT}"),
    ("", rf"{_WHAT}\s+(?:unanimously\s+|then\s+|also\s+)?(?:(?:re-)?elected|chose|selected|appointed|designated|named)\s+{WHO}\s+as\s+(?:its\s+)?(?:new\s+)?{_TITLE}\b(?!\s+(?:(?:agenc|organi[sz]|entit|countr|partner|author|institution|government)\w*\s+)?(?:of|for)\b)"),
    ("officer", rf"(?:[Aa]ppointment|[Ee]lection)\s+of\s+{WHO}\s+as\s+(?:the\s+)?(?:new\s+)?{FUNCTION}\s+of\s+{_OF_WHAT}"),
    ("", rf"(?:[Aa]ppointment|[Ee]lection|[Dd]esignation|[Ss]election)\s+of\s+{WHO}\s+as\s+(?:the\s+)?(?:new\s+)?{_TITLE}\s+of\s+{_OF_WHAT}"),
    ("officer", rf"{_ITSELF}{_WHAT}[^⟦;.]{{0,80}}(?:⟦[AMT]\d+⟧[^⟦;.]{{0,40}})?\b(?:by|of|and)\s+its\s+{FUNCTION},?\s+(?P<who>⟦P\d+⟧)"),
    ("", rf"{_ITSELF}{_WORK}(?:{_LED}|{_GONE}),?\s+with\s+{WHO}\s+(?:(?:serving|acting|continuing|remaining|designated)\s+)?as\s+(?:its\s+|the\s+)?{_TITLE}\b(?!\s+(?:(?:agenc|organi[sz]|entit|countr|partner|author|institution|government)\w*\s+)?(?:of|for)\b)"),
    ("", rf"{_ITSELF}{_WORK}{_GONE},?\s+with\s+⟦[PAM]\d+⟧\s+as\s+(?:its\s+|the\s+)?[A-Za-z-]+(?:,?\s+and|,)\s+{WHO}\s+as\s+(?:its\s+|the\s+)?{_TITLE}\b(?!\s+(?:(?:agenc|organi[sz]|entit|countr|partner|author|institution|government)\w*\s+)?(?:of|for)\b)"),
    ("", rf"{_WHAT},?\s+(?:of\s+which\s+the|whose)\s+(?:current\s+)?{_TITLE},?\s+(?:(?:is|are|was|were)\s+)?{WHO}"),
    ("", rf"(?:\b[Tt]he\s+|\b[Ii]ts\s+|\b[Bb]oth\s+|^|(?<![⟧,]),\s+|(?<!⟧)\sand\s+){_TITLE}\s+(?:of|for|to)\s+(?:the\s+(?!former\b|previous\b|new\b|last\b|next\b|other\b)[a-z][a-z-]+\s+)?{_WHAT}(?:\s*:|,|\s+(?:is|are|was|were|remain|remains|will\s+be))?\s+{_NAMED}"),
    ("", rf"{_WHAT}\s+(?!(?:hosts|leads|members)\b){_TITLE}(?:,|:|\s+(?:is|are|was|were))?\s+{WHO}"),
    ("", rf"{WHO}(?:,|,?\s+(?:(?:who|which)\s+)?(?:(?:is|are)\s+(?:also|now)|is|are|was|were|remains?|(?:(?:shall|will)\s+)?continues?|became|(?:shall|will)\s+be|(?:who\s+)?(?:has|have|had)\s+been)(?:\s+designated|\s+appointed|\s+elected|\s+selected|\s+confirmed|\s+serving|\s+acting)?(?:\s+as)?|\s+as)\s+(?:in\s+(?:its|his|her|their)\s+capacit(?:y|ies)\s+as\s+|as\s+)?(?:the\s+|its\s+|an?\s+|one\s+of\s+the\s+)?(?:(?:expert|founding|core|full|active)\s+)?{_TITLE}\s+(?:of|for|to)\s+{_OF_WHAT}(?!,\s+⟦P)"),
    ("", rf"{_WHAT}[^⟦;]{{0,80}}?\b(?:by|of|and|under)\s+its\s+{_TITLE},?\s+{WHO}"),
    ("", rf"{WHO},?\s+(?:(?:which|who)\s+)?{_ADV}(?:serves?|served|acts?|acted|functions?|functioned|serving|acting)\s+as\s+(?:the\s+|an?\s+)?{_TITLE}\s+(?:of|for|to|on)\s+{_OF_WHAT}"),
    ("", rf"{_WHAT}{_CHAIN}(?:for|of|in|on)\s+which\s+{WHO}\s+{_ADV}(?:act|acts|serve|serves|is|are|was|were|be|acted|served)\s+(?:as\s+)?(?:the\s+|an?\s+)?{_TITLE}"),
    ("", rf"{_WHAT},?\s+{_BE}{_CO}(?:chaired|led|coordinated)\s+by\s+⟦[PAM]\d+⟧,?\s+(?:with|and)\s+{WHO}\s+as\s+(?:the\s+|its\s+)?{_TITLE}"),
    ("", rf"{_WHAT}(?:{_LED},)?,?\s+(?:has|have|had)\s+{WHO}\s+(?:as|for)\s+(?:its\s+)?{_TITLE}"),
    ("", rf"^{WHO}\s[^;⟦]*?(?:⟦T\d+⟧[^;⟦]{{0,20}}?)?\bthat\s+it\s+(?:also\s+)?{_CO}{_ACTIVE}\s+{_OF_WHAT}"),
    ("", rf"{_WHAT}{_ASIDE},?\s+which\s+(?:is|was)\s+[a-z-]+\s+by\s+⟦\w+⟧\s+and\s+{_CO}{_PASSIVE}\s+by\s+{WHO}"),
    ("", rf"{WHO}\s+on\s+(?:his|her|its|their)\s+(?:re-?)?(?:election|appointment|designation|selection)\s+as\s+(?:the\s+)?{_TITLE}\s+(?:of|for|to)\s+{_OF_WHAT}"),
    ("", rf"{_WHAT},?\s+with\s+{WHO}\s+at\s+its\s+(?P<verb>helm|head)"),
    ("officer", rf"{WHO}\s+on\s+(?:his|her|its|their)\s+(?:re-?)?(?:election|appointment|designation|selection)\s+as\s+(?:the\s+)?{FUNCTION}\s+of\s+{_OF_WHAT}"),
    ("", rf"^{WHO}\s[^;⟦]*?(?:⟦T\d+⟧[^;⟦]*?)?{_WHAT},?\s+which\s+it\s+{_CO}{_ACTIVE}\b(?:(?=\s+(?P<joint>(?:jointly\s+|together\s+)?with)\s+⟦[AMP]))?"),
    ("", rf"{WHO}[^⟦;.]{{0,60}}(?:⟦[TMA]\d+⟧[^⟦;.]{{0,20}})?,?\s+in\s+(?:his|her)\s+capacity\s+as\s+{_TITLE}\s+of\s+{_OF_WHAT}"),
    ("", rf"(?:^|[.;]\s)As\s+{_TITLE}\s+of\s+{_WHAT},\s+{WHO}"),
    # labels, as in a list of working groups
    ("", rf"(?:[;:.–—]|\s-|⟧|\))\s+{_TITLE}\s*:\s+{WHO}"),
    # secretariats
    ("secretariat", rf"{WHO}\s+{_ADV}(?:provides?|provided|ensures|serves?\s+as|acts?\s+as)\s+{_WHAT}\s+(?:technical\s+|joint\s+)?secretariat\b"),
    ("secretariat", rf"{WHO},\s+which\s+(?:is|acts|serves)\s[^;.⟦]{{2,60}}?\s(?:of|for)\s+{_WHAT}\s+and\s+(?:also\s+)?(?:provides|serves\s+as|hosts|acts\s+as)\s+its\s+secretariat\b"),
    ("", rf"{_WHAT}[^;.]{{0,160}}?,?\s+and\s+of\s+{WHO},\s+which\s+(?:served|serves|acted|acts)\s+as\s+its\s+{_TITLE}"),
    ("secretariat", rf"{_WORK}[^;.]{{0,80}}?,?\s+and\s+{_AGENT}\s+provides\s+{_SECRETARIAT}\s+(?:to|for)\s+it\b"),
    ("secretariat", rf"{_WHAT}{_CHAIN}whose\s+{_SECRETARIAT}\s+(?:is|are|was|will\s+be|would\s+be)\s+(?:jointly\s+)?(?:provided|ensured|performed|staffed)\s+by\s+{WHO}"),
    ("secretariat", rf"{_WHAT}(?:[’']s)?\s+{_SECRETARIAT}\s+(?:is|are|was|will\s+be|would\s+be)\s+(?:jointly\s+)?(?:provided|ensured|performed|staffed)\s+by\s+{WHO}"),
    (SECRETARIAT_HOST, rf"secretariat\s+(?:of|for)\s+{_WHAT}\s+is\s+(?:hosted|housed)\s+by\s+{_AGENT}"),
    (SECRETARIAT_HOST, rf"{_WHAT}(?:[’']s)?\s+secretariat\s+is\s+(?:hosted|housed)\s+by\s+{_AGENT}"),
    ("secretariat", rf"{_WHAT}(?:(?!\s(?:and|while)\s)[^;.]){{0,160}}?(?:,|;)\s+(?:and\s+|while\s+)?(?:that\s+)?{_AGENT}\s+{_ADV}(?:provides?|serves?\s+as|acts?\s+as|functions\s+as)\s+its\s+(?:technical\s+|joint\s+)?secretariat\b"),
    ("secretariat", rf"{_WORK},?\s+(?:which\s+)?(?:had\s+)?(?:met|meets|convened|works|operates)\s[^;⟦]{{0,60}}?with\s+{_AGENT}\s+as\s+(?:its\s+)?secretariat\b"),
    ("secretariat", rf"{_WHAT}\s+(?:is|are|was)\s+(?:jointly\s+)?provided\s+by\s+{WHO}"),
    (SECRETARIAT_HOST, rf"{_WHAT},?\s+whose\s+secretariat\s+is\s+hosted\s+by\s+{_AGENT}"),
    (SECRETARIAT_HOST, rf"{_AGENT},?\s+(?:[a-z][\w\s-]{{3,60}}\s+and\s+)?(?:also\s+)?hosts\s+the\s+(?:joint\s+|technical\s+)?secretariat\s+(?:of|for)\s+{_OF_WHAT}"),
    ("secretariat", rf"{WHO},?\s+(?:which\s+)?{_ADV}(?:provides?|provided|supplies|performs)\s+{_SECRETARIAT}\s+(?:of|to|for)\s+{_OF_WHAT}"),
    ("secretariat", rf"{_WHAT}{_LED},?\s+and\s+{_AGENT}\s+(?:provides|serves\s+as|acts\s+as)\s+its\s+secretariat"),
    ("secretariat", rf"{_WHAT}{_LED},?\s+and\s+its\s+secretariat\s+is\s+(?:provided|ensured)\s+by\s+{WHO}"),
    ("secretariat", rf"{WHO}\s+for\s+(?:its\s+[a-z]+\s+in\s+)?(?:providing|serving\s+as|acting\s+as)\s+{_SECRETARIAT}\s+(?:of|to|for)\s+{_OF_WHAT}"),
    ("secretariat", rf"{_WHAT}{_CHAIN}(?:for|to|of)\s+which\s+{WHO}\s+{_ADV}(?:provides?|provided|(?:acts?|serves?|acted|served)\s+as|services)\s+{_SECRETARIAT}"),
    (SECRETARIAT_HOST, rf"{_WHAT}[^;.⟦]{{0,120}}(?:⟦[AP]\d+⟧[^;.⟦]{{0,40}})?[;,]\s+(?:and\s+|while\s+)?its\s+secretariat\s+{_IS_HOSTED}\s+{_AGENT}"),
    (SECRETARIAT_HOST, rf"{_WHAT}(?:[’']s)?\s+(?:[a-z-]+\s+)?[Ss]ecretariat,?\s+(?:which\s+)?{_IS_HOSTED}\s+{_AGENT}"),
    (SECRETARIAT_HOST, rf"secretariat\s+(?:of|for)\s+{_WHAT},?\s+(?:which\s+|that\s+)?{_IS_HOSTED}\s+{_AGENT}"),
    (SECRETARIAT_HOST, rf"{_AGENT},?\s+(?:which\s+)?{_ADV}(?:hosts?|houses)\s+(?:the|its)\s+(?:[a-z-]+\s+)?secretariat\s+(?:of|for)\s+{_OF_WHAT}"),
    (PART_HOST, rf"{_WHAT}{_CHAIN}whose\s+{_OF_PART},?\s+{_IS_HOSTED}\s+{_AGENT}"),
    (PART_HOST, rf"{_WHAT}(?:[’']s)?\s+{_OF_PART},?\s+{_IS_HOSTED}\s+{_AGENT}"),
    (PART_HOST, rf"[Tt]he\s+{_OF_PART}\s+(?:of|for)\s+{_WHAT},?\s+(?:which\s+|that\s+)?{_IS_HOSTED}\s+{_AGENT}"),
    (PART_HOST, rf"{_WHAT}[^;.⟦]{{0,120}}(?:⟦[AP]\d+⟧[^;.⟦]{{0,40}})?[;,]\s+(?:and\s+|while\s+)?its\s+{_OF_PART}\s+{_IS_HOSTED}\s+{_AGENT}"),
    (PART_HOST, rf"(?<!\bwhich\s){_WHAT}(?:{_LED}|\s[^;.⟦]{{3,80}}(?:⟦[AP]\d+⟧)?),?\s+with\s+(?:its|an?)\s+{_OF_PART}{_IN_PLACE}?,?\s+hosted\s+by\s+{_AGENT}"),
    (PART_HOST, rf"{_WHAT}(?:[^;.⟦]|⟦[APM]\d+⟧){{3,120}}?,?\s+(?:and|while)\s+{_AGENT}\s+(?:hosts|houses)\s+(?:the|its)\s+(?P<part>(?:[Pp]rogramme\s+|[Pp]roject\s+|[Cc]oordination\s+|[Cc]entral\s+)(?:[Oo]ffice|[Uu]nit|[Hh]ub))\b"),
    (PART_HOST, rf"{_AGENT},?\s+(?:which\s+)?{_ADV}(?:hosts?|houses)\s+the\s+{_OF_PART}\s+(?:of|for)\s+{_OF_WHAT}"),
    ("secretariat", rf"{_WHAT}[^;.⟦]{{0,120}}(?:⟦[APT]\d+⟧[^;.⟦]{{0,60}})?[;,]?\s+(?:and|while)\s+that\s+(?:the\s+secretariat\s+of\s+)?{_AGENT}\s+{_ADV}(?:provides?|serves?\s+as|acts?\s+as|functions?\s+as)\s+its\s+(?:technical\s+|joint\s+)?secretariat\b"),
    ("secretariat", rf"{_WORK}{_CHAIN}whose\s+{_SECRETARIAT}\s+(?:is|are|was|will\s+be|shall\s+be)\s+(?:entrusted\s+to|with|run\s+by|managed\s+by|assured\s+by|assumed\s+by)\s+{_AGENT}"),
    ("secretariat", rf"{_AGENT}(?:,|,?\s+(?:which|who)\s+(?:is|was|are))\s+(?:also\s+)?(?:the\s+)?secretariat\s+(?:of|for)\s+{_OF_WHAT}"),
    ("secretariat", rf"{_AGENT}\s+{_ADV}(?:agreed|undertook)\s+to\s+(?:provide|(?:serve|act)\s+as)\s+{_SECRETARIAT}\s+(?:of|to|for)\s+{_OF_WHAT}"),
    ("secretariat", rf"{_WHAT}[^;.⟦]{{0,120}}(?:⟦[AP]\d+⟧[^;.⟦]{{0,40}})?[;,]\s+(?:and\s+|while\s+)?its\s+secretariat\s+(?:(?:is|was|will\s+be)\s+(?:provided|ensured|run)\s+by|sits\s+with|resides\s+with|lies\s+with|is\s+with)\s+{_AGENT}"),
    ("", rf"{_WHAT},?\s+{_BE}{_CO}chaired\s+by\s+⟦[PAM]\d+⟧[;,]?\s+(?:(?:and|while)\s+)?{WHO}\s+(?:holds|has|takes|occupies)\s+the\s+(?:post\s+of\s+|position\s+of\s+)?{_TITLE}\b"),
    ("", rf"[Ee]lect(?:s|ed)\s+⟦[PAM]\d+⟧\s+as\s+(?:the\s+)?[\w-]+\s+of\s+{_WHAT}[^;⟦]{{0,80}}?,?\s+(?:with|and)\s+{WHO}\s+as\s+(?:its\s+|the\s+)?{_TITLE}\b"),
    ("secretariat", rf"(?:[Tt]he\s+)?secretariat(?:\s+(?:services?|support|functions?))?\s+(?:of|for|to)\s+{_WHAT}\s+(?:(?:is|are|was|were|will\s+be)\s+(?:jointly\s+)?(?:provided|performed|ensured)\s+by|resides\s+with|sits\s+with|lies\s+with)\s+{WHO}"),
    (SECRETARIAT_HOST, rf"{_WHAT}(?:,?\s+which)?\s+has\s+(?:an?|its)\s+secretariat,?\s+hosted\s+by\s+{_AGENT}"),
    (SECRETARIAT_HOST, rf"{_WHAT},?\s+with\s+its\s+secretariat\s+(?:at|hosted\s+by|housed\s+at)\s+{_AGENT}"),
    (SECRETARIAT_HOST, rf"{_WHAT},\s+the\s+secretariat\s+of\s+which\s+{_IS_HOSTED}\s+{_AGENT}"),
    ("secretariat", rf"{_WHAT},\s+the\s+secretariat\s+of\s+which\s+is\s+(?:provided|ensured|run|staffed)\s+by\s+{WHO}"),
    ("secretariat", rf"{_WHAT}(?:{_LED}|{_GONE}),?\s+with\s+{_AGENT}\s+(?:providing|acting\s+as|serving\s+as|ensuring)\s+(?:its\s+|the\s+)?{_SECRETARIAT}\b"),
    ("secretariat", rf"{_WHAT}(?:{_LED}|{_GONE}),?\s+with\s+{_AGENT}{_IN_PLACE}\s+providing\s+{_SECRETARIAT}\b"),
    ("secretariat", rf"^{WHO}\s[^;⟦]{{0,60}}?(?:⟦T\d+⟧[^;⟦]{{0,20}}?)?\bthat\s+it\s+(?:also\s+|would\s+|will\s+)*(?:provides?|serves?\s+as|acts?\s+as)\s+{_SECRETARIAT}\s+(?:of|to|for)\s+{_OF_WHAT}"),
    (PART_HOST, rf"{_WHAT},?\s+(?:for|of)\s+which\s+⟦[AP]\d+⟧\s[^;⟦]{{3,60}}?,\s+with\s+(?:its|an?)\s+{_OF_PART}{_IN_PLACE}?,?\s+hosted\s+by\s+{_AGENT}"),
    ("secretariat", rf"{_WHAT}\s+(?:is|are|was|will\s+be|shall\s+be)\s+served\s+by\s+{_AGENT}"),
    ("secretariat", rf"{_AGENT}\s+(?:will|shall|would|is\s+to)?\s*(?:continues?\s+to\s+)?(?P<verb>service|services)\s+(?:the\s+)?{_OF_WHAT}"),
    ("secretariat", rf"(?:[Tt]he\s+)?secretariat\s+(?:of|for)\s+{_WHAT}\s+is\s+(?:with|at)\s+{WHO}"),
    ("secretariat", rf"{_WHAT}\s+has\s+its\s+secretariat\s+with\s+{_AGENT}"),
    # members
    ("member", rf"{_WHAT},?\s+(?:which\s+)?(?:also\s+)?(?:includes?|included)\s+(?:representatives|delegates)\s+(?:from|of)\s+{WHO}"),
    ("member", rf"{_WHAT},?\s+(?:which\s+)?(?:(?:is|was|are|were)\s+)?(?:now\s+|also\s+)?(?:composed\s+of|comprised\s+of|made\s+up\s+of|consists?\s+of|consisting\s+of|compris(?:es|ing|ed)|brings\s+together|bringing\s+together|counts\s+among\s+its\s+members)\s+{_LIST_OF}{WHO}"),
    ("member", rf"{_WORK}\s+(?:had\s+been|has\s+been|was|were)\s+(?:set\s+up|established|formed|convened|created)[^;⟦]{{0,40}},\s+(?:comprising|composed\s+of|consisting\s+of|made\s+up\s+of)\s+{_LIST_OF}{WHO}"),
    ("member", rf"{_WHAT}(?:{_LED}|\s+is\s+chaired\s+by\s+⟦P\d+⟧),?\s+and\s+(?:it\s+)?(?:consists\s+of|comprises|is\s+composed\s+of|includes|brings\s+together)\s+(?:[^⟦;.:]{{3,60}},\s+)?{_LIST_OF}{_AGENT}"),
    ("member", rf"{_WHAT}[^.⟦]{{0,40}}[,;]\s+(?:and\s+)?its\s+(?:other\s+|founding\s+|current\s+)?members\s+(?:are|include|were)\s*:?\s+{_LIST_OF}{WHO}"),
    ("member", rf"{_WHAT}[^.⟦]{{0,40}}[,;]\s+(?:and\s+)?{WHO}\s+are\s+(?:also\s+)?its\s+(?:other\s+)?members\b"),
    ("member", rf"{_WHAT}(?:[^.⟦]|⟦[APM]\d+⟧){{3,120}}?;\s+(?:and\s+)?{WHO}\s+are\s+(?:also\s+|the\s+other\s+|its\s+)*members\b(?!\s+of\b)"),
    ("", rf"(?P<who>⟦P\d+⟧)[^;.⟦]{{0,60}}{_WHAT},?\s+of\s+which\s+(?:he|she)\s+(?:is|was)\s+(?:an?\s+|the\s+)?{_TITLE}"),
    ("member", rf"⟦[AM]\d+⟧\s+(?:is|are)\s+(?:a\s+)?members?\s+of\s+{_WHAT},\s+as\s+(?:is|are)\s+{_AGENT}"),
    ("member", rf"{WHO}\s+(?:is|are)\s+among\s+the\s+(?:founding\s+)?members\s+of\s+{_OF_WHAT}"),
    ("member", rf"{_WORK}(?:{_LED}|{_GONE}),?\s+with\s+⟦[AMP]\d+⟧\s+as\s+(?:its\s+|the\s+)?{UNTITLED}(?:,|,?\s+and)\s+{_AGENT}\s+as\s+(?:its\s+|the\s+)?(?:other\s+)?members\b"),
    ("member", rf"{_AGENT}\s+(?:form|make\s+up|constitute|sit\s+on|serve\s+on)\s+{_OF_WHAT}"),
    ("member", rf"{_WHAT}\s+(?:now\s+)?(?:has|counts|had)\s+[^;.⟦]{{0,40}}members,\s+(?:among\s+them|including)\s+{_AGENT}"),
    ("member", rf"{_AGENT}\s+(?:had|has|have)\s+become\s+(?:an?\s+)?(?:\w+\s+)?members?\s+of\s+{_OF_WHAT}"),
    ("member", rf"{_WHAT}\s+(?:was|has\s+been|had\s+been)\s+joined\s+by\s+{_AGENT}"),
    ("member", rf"{_AGENT}\s+belongs?\s+to\s+{_OF_WHAT}"),
    ("member", rf"⟦[AM]\d+⟧\s+are\s+(?:founding\s+)?members\s+of\s+{_WHAT},?\s+alongside\s+{_AGENT}"),
    ("member", rf"{_WHAT}\s+[^,;.⟦]{{3,60}}\s+and\s+(?:is|are)\s+(?:made\s+up|composed)\s+of\s+{_LIST_OF}{WHO}"),
    ("member", rf"{_WHAT}{_CHAIN}to\s+which\s+{_AGENT}\s+belongs?\b"),
    ("member", rf"{_WHAT}{_LED},?\s+counts\s+among\s+its\s+members\s+{_AGENT}"),
    ("member", rf"{_WHAT}(?:{_LED},?)?,?\s+in\s+which\s+{_AGENT}\s+(?:participate|take\s+part|serve)s?\s+as\s+(?:full\s+)?members?\b"),
    ("member", rf"{_WHAT}[^;.⟦]{{0,60}}\s+to\s+which\s+{_AGENT}\s+belongs?\b"),
    ("member", rf"{_WHAT}{_CHAIN}(?:which\s+)?(?:(?:shall|will)\s+)?includes?\s+{WHO}\s+among\s+its\s+members\b"),
    ("member", rf"{_SURE}[Ww]elcom(?:es|ed|ing)\s+the\s+decision\s+of\s+{_AGENT}\s+to\s+join\s+{_OF_WHAT}"),
    ("member", rf"{_WHAT},?\s+of\s+which\s+⟦[AM]\d+⟧\s+(?:is|are)\s+[^;.⟦]{{3,60}}?\s+and\s+{_AGENT}\s+(?:an?\s+|the\s+)?(?:\w+\s+)?members?\b"),
    ("member", rf"following\s+(?:new\s+|additional\s+|alternate\s+)?members\s+of\s+{_WHAT}:\s+{WHO}"),
    ("member", rf"(?:\b[Mm]embers(?:hip)?|\b[Mm]embership)\s+of\s+{_WHAT}\s+(?:are\s+from|are|is|were|was|includes?|included|comprises?|now\s+include)\s*:?\s+{WHO}"),
    ("member", rf"{_WHAT}(?:[’']?s)?\s+(?:members(?:hip)?|(?:participating|member)\s+organizations)\s+(?:are|is|includes?|included|comprises?|now\s+include)\s*:?\s+{WHO}"),
    ("member", rf"{_WHAT}{_LED}{{0,2}},?\s+(?:whose\s+members|the\s+members\s+of\s+which)\s+(?:are|include)\s*:?\s+{_LIST_OF}{_AGENT}"),
    ("member", rf"{_WHAT}{_LED},?\s+and\s+(?:that\s+)?its\s+(?:other\s+)?members\s+(?:are|include)\s*:?\s+{_LIST_OF}{_AGENT}"),
    ("member", rf"{_WHAT}{_GONE},?\s+with\s+the\s+following\s+membership\s*:\s+{_AGENT}"),
    ("member", rf"[Aa]mong\s+{_WHAT}(?:[’']s)?\s+members\s+are\s+{_AGENT}"),
    ("member", rf"{_WHAT},?\s+with\s+{_AGENT}\s+as\s+(?:its\s+)?members\b"),
    ("member", rf"{_WHAT},?\s+of\s+which\s+{_AGENT}\s+(?:is\s+(?:also\s+)?an?\s+(?:\w+\s+)?member|are\s+(?:also\s+)?(?:founding\s+|full\s+|core\s+|the\s+)*members)\b"),
    ("member", rf"{_WHAT},?\s+which\s[^;]{{3,140}}?\s+and\s+of\s+which\s+{_AGENT}\s+(?:is\s+(?:also\s+)?an?\s+(?:\w+\s+)?member|are\s+(?:also\s+)?(?:founding\s+|full\s+|core\s+|the\s+)*members)\b"),
    ("member", rf"[Ww]elcom(?:ed|es)\s+{_AGENT}\s+as\s+(?:an?|the)\s+(?:new|newest)\s+members?\s+of\s+{_OF_WHAT}"),
    ("member", rf"{_AGENT}\s+{_ADV}joined\s+{_OF_WHAT}(?!\s+in\s+[a-z]+ing\b)"),
    ("member", rf"(?:[Aa]dmitted|[Aa]dmit|[Ss]elected|[Aa]ppointed|[Ee]lected|[Ss]election\s+of|[Aa]ppointment\s+of|[Pp]ositions?\s+of)\s+{WHO}\s+as\s+(?:an?\s+|the\s+)?(?:new\s+|alternate\s+)?members?\s+of\s+{_OF_WHAT}"),
    ("member", rf"(?:[Ss]elect(?:ed|s)|[Aa]ppoint(?:ed|s)|[Ee]lect(?:ed|s))\s+(?:as\s+)?(?:the\s+)?(?:new\s+)?members\s+of\s+{_WHAT}:?\s+{WHO}"),
    ("member", rf"{_WHAT}\s+(?:includes?|counts|has|comprises)\s+{WHO}\s+as\s+(?:its\s+|the\s+|full\s+|founding\s+|current\s+|core\s+)*(?:other\s+)?members\b"),
    ("member", rf"{_WHAT}[^;.⟦]{{0,60}}(?:⟦[AP]\d+⟧)?,?\s+and\s+(?:(?:of|by|to)\s+)?its\s+members,?\s+(?:including|such\s+as|among\s+them)\s+{_AGENT}"),
    ("member", rf"(?P<what>⟦[TM]\d+⟧)(?:,\s+which)?\s+(?:now\s+|currently\s+|also\s+)?includes\s+{WHO}(?=[.;,]|$|\s+and\s)"),
    ("member", rf"{_WHAT}{_LED}?(?:,?\s+and)?\s+(?:has|counts|had)\s+[^;.⟦]{{0,40}}members,\s+(?:among\s+(?:them|which\s+are|whom\s+are)|including)\s+{_AGENT}"),
    ("member", rf"{_SURE}(?:[Ee]lect|[Aa]ppoint|[Dd]esignat)(?:s|es|ed)\s+the\s+following\s+(?:\w+\s+)?as\s+(?:the\s+)?(?:new\s+)?members\s+of\s+{_WHAT}[^:;⟦]{{0,80}}(?:⟦[TMW]\d+⟧)?[^:;⟦]{{0,40}}:\s+{WHO}"),
    ("member", rf"{_WHAT},?\s+and\s+(?:(?:of|to)\s+)?{WHO},\s+which\s+(?:is|are)\s+(?:an?\s+)?(?:\w+\s+)?members?\s+of\s+(?:(?:that|the|this)\s+[a-z]+|it)\b"),
    ("member", rf"{_WHAT}{_LED},?\s+(?:and\s+)?of\s+which\s+{_AGENT}\s+(?:is\s+(?:also\s+)?an?\s+(?:\w+\s+)?member|are\s+(?:also\s+)?(?:\w+\s+)?members)\b"),
    ("member", rf"{_WHAT}{_LED}[;,]\s+(?:and\s+)?its\s+(?:other\s+)?members\s+(?:are|include)\s*:?\s+{WHO}"),
    ("member", rf"[Mm]embers\s+of\s+{_WHAT},\s+(?:namely|that\s+is|i\.e\.),?\s+{WHO}"),
    ("member", rf"{_WHAT}\s+(?:comprises|consists\s+of|includes|brings\s+together|has)\s+[^;.⟦]{{3,60}}(?:agencies|entities|organizations|members|institutions|countries|states|parties|bodies|secretariats),\s+(?:among\s+them|including|among\s+which|namely|amongst\s+them)\s+{WHO}"),
    ("member", rf"{_SURE}{_WHAT}\s+(?:has\s+)?welcomed\s+{_AGENT}\s+as\s+(?:an?\s+|its\s+)?(?:new|newest|full|additional)\s+members?\b(?!\s+of\b)"),
    ("member", rf"{_WHAT}{_LED}(?:\s+of\s+[A-Z][\w-]+)?,?\s+and\s+in\s+which\s+{_AGENT}\s+(?:participate|take\s+part|serve)s?\s+as\s+(?:full\s+)?members?\b"),
    # who worked together, where it is done
    ("collaborator", rf"{_WORK}(?:,\s+held\s[^,;⟦]{{0,80}},?)?(?:(?!\s(?:that\s+(?:an?|the|its|their)|has|have|builds?|built|draws?|drew|follows|followed|presented|reported|highlighted|considered|discussed|noted|welcomed|reviewed|recalled|mentioned)\s)[^⟦;,]){{0,40}}(?:,\s+(?:which\s+)?(?:(?:is|was|being|to\s+be)\s+)?)?(?:⟦[AMP]\d+⟧[^⟦;,]{{0,20}})?\b{_DONE}(?:\s+(?:jointly\s+)?by\s+(?:the\s+secretariat|⟦[AMP]\d+⟧))?(?:,\s+who\s+is\s[^,;]{{3,80}})?,?\s+{_TOGETHER}\s+{_AGENT}"),
    ("collaborator", rf"{_WORK}\s+(?:is|was)\s+(?:financially\s+)?supported\s+by\s+{_AGENT}"),
    ("collaborator", rf"{_WHAT},?\s+which\s+(?:is|was)\s+[a-z]+\s+by\s+⟦[AM]\d+⟧\s+and\s+{_DONE}\s+{_TOGETHER}\s+{_AGENT}"),
    ("collaborator", rf"{_WORK}\s+was\s+{_DONE}\s+by\s[^;.]{{0,120}}?,?\s+and\s+was\s+{_DONE}\s+{_TOGETHER}\s+{_AGENT}"),
    ("collaborator", rf"{_WORK}{_LED}{_IN_PLACE}?,?\s+and\s+(?:was\s+)?{_DONE}\s+{_TOGETHER}\s+{_AGENT}"),
    ("collaborator", rf"{_WORK},?\s+to\s+be\s+(?:led|organized|hosted|prepared)\s+by\s+⟦[AM]\d+⟧,?\s+{_TOGETHER}\s+{_AGENT}"),
    ("collaborator", rf"{_WHAT},?\s+which\s+⟦[AM]\d+⟧\s+{_DONE}\s+{_TOGETHER}\s+{_AGENT}"),
    ("collaborator", rf"{_WORK}(?:{_LED}|{_GONE}(?:⟦[AP]\d+⟧[^;⟦]{{0,40}})?),?\s+with\s+{_AGENT}(?:\s+and\s+[^,;.⟦]{{3,50}}(?:⟦\w+⟧)?)?\s+as\s+(?:its\s+|the\s+|an?\s+)?(?:(?!lead\b)[a-z]+\s+){{0,2}}?(?:partners?|contributors?|collaborators?|(?:partner|cooperating|collaborating|supporting|contributing)\s+(?:agenc(?:y|ies)|organi[sz]ations?|institut(?:ion|e)s?|countr(?:y|ies)|entit(?:y|ies)))\b"),
    ("collaborator", rf"{_WORK}{_LED}?(?:(?!\sand\s+the\s)[^;⟦]){{0,60}}(?:by\s+⟦[AMP]\d+⟧[^;⟦]{{0,30}})?,?\s+(?:with\s+(?:\w+\s+){{0,2}}(?:contributions?|inputs?)\s+(?:from|by)|assisted\s+by|supported\s+by)\s+{_AGENT}"),
    ("collaborator", rf"{_WORK}{_LED}?,?\s+(?:in|on)\s+which\s+{_AGENT}\s+(?:also\s+)?(?:(?:cooperate|collaborate|participate|take\s+part|work\s+together)s?\b|(?:are|is|were|would\s+be|will\s+be)\s+(?:also\s+)?(?:the\s+)?(?:implementing\s+|participating\s+)?(?:partners?|[Aa]gencies))"),
    ("collaborator", rf"(?P<who>⟦[AM]\d+⟧),?\s+(?:have\s+|had\s+|has\s+)?(?P<jointly>jointly|(?:are\s+)?carrying\s+out\s+jointly|jointly\s+(?:run|carry\s+out|manage|implement)|(?:are\s+)?jointly\s+carrying\s+out)\s+(?:(?:prepared|developed|published|launched|organized|produced|compiled|drafted|implement(?:ed)?|convened|issued|run)\s+)?(?:the\s+)?{_OF_WHAT}"),
    ("collaborator", rf"{_WORK},?(?:{_REL}|\s+){_BE}(?P<jointly>(?:written|drawn\s+up|implemented|executed|prepared|developed|drafted|compiled|organized|run|produced|published|carried\s+out|undertaken)\s+jointly)\s+by\s+{_AGENT}"),
    ("collaborator", rf"{_AGENT}\s+(?:and\s+⟦\w+⟧\s+)?(?:collaborate|cooperate|work\s+together|participate|take\s+part)s?\s+(?:in|on)\s+{_OF_WHAT}(?!\s+as\s+(?:an?\s+)?observer)"),
    ("collaborator", rf"{_WORK}{_CHAIN}which\s+(?:also\s+)?(?:involves|engages|brings\s+in)\s+{_AGENT}"),
    ("collaborator", rf"(?<!consider\s)(?<!considering\s)(?:leading|coordinating|implementing|developing|preparing)\s+(?:the\s+)?{_WORK},?\s+{_TOGETHER}\s+{_AGENT}"),
    ("collaborator", rf"⟦[AM]\d+⟧,\s+{_TOGETHER}\s+{_AGENT},\s+{_ADV}(?:co-)?(?:leads?|led|coordinates?|coordinated|hosts?|hosted|runs?|manages|convenes|implements?|organizes?|organized)\s+(?:the\s+)?{_OF_WHAT}"),
    ("collaborator", rf",\s+{_TOGETHER}\s+{_AGENT},\s+{_ADV}(?:organized|convened|held|prepared|developed|published|launched|conducted|carried\s+out|produced|implemented)\s+(?:an?\s+|the\s+)?{_WORK}"),
    ("collaborator", rf"{_WHAT},?\s+(?:(?:which\s+)?is\s+)?an?\s+(?P<jointly>joint|collaborative)\s+[\w-]+\s+(?:of|by|between)\s+{_AGENT}"),
    ("collaborator", rf"[Tt]ogether\s+with\s+{_AGENT},\s+⟦[AM]\d+⟧\s+{_ADV}(?:co-)?(?:leads?|led|coordinates?|coordinated|hosts?|hosted|runs?|manages|convenes|implements?|organizes?|organized)\s+(?:the\s+)?{_OF_WHAT}"),
    ("collaborator", rf"{_WORK}[^;.]{{0,120}}?\bco-organized\s+by\s+{_AGENT}"),
    ("collaborator", rf"{_AGENT}\s+(?:is|are)\s+(?:also\s+)?(?:an?\s+)?(?:\w+\s+)?partners?\s+(?:in|of)\s+{_OF_WHAT}"),
    ("collaborator", rf"{_WHAT},?\s+(?:of|in)\s+which\s+{_AGENT}\s+(?:is|are)\s+(?:also\s+)?(?:an?\s+)?partners?\b"),
    ("collaborator", rf"{UNTITLED}\s+(?:of|for)\s+(?:the\s+)?{_WORK},?\s+{_TOGETHER}\s+{_AGENT}"),
    ("collaborator", rf"{_WORK}{_CHAIN}(?:of|for)\s+which\s+⟦[APM]\d+⟧\s+(?:is|are|was|acts\s+as|serves\s+as)\s+(?:the\s+)?{UNTITLED},?\s+{_TOGETHER}\s+{_AGENT}"),
    ("collaborator", rf"(?P<who>⟦[AM]\d+⟧)\s+(?:(?:have|had)\s+been\s+|are\s+|were\s+|have\s+)?(?P<jointly>work(?:ing|ed)?\s+together)\s+(?:on|in)\s+{_OF_WHAT}"),
    ("collaborator", rf"{_AGENT}(?:,?\s+which)?\s+(?:has\s+|have\s+|had\s+)?(?:collaborate[sd]?|cooperate[sd]?|work(?:s|ed)?)\s+(?:closely\s+)?with\s+(?:⟦\w+⟧|him|her|it|them|the\s+[a-z ]{{3,30}}?)\s+on\s+(?:the\s+)?{_OF_WHAT}"),
    ("collaborator", rf"⟦[AM]\d+⟧\s+(?:has\s+|have\s+|had\s+)?(?:collaborate[sd]?|cooperate[sd]?|work(?:s|ed)?)\s+(?:closely\s+)?with\s+{_AGENT}\s+on\s+{_OF_WHAT}"),
    ("collaborator", rf"{_AGENT}\s+(?:is|are|leads?|chairs?|coordinates?|hosts?)\s+(?:the\s+)?(?:[^;.,⟦]|⟦[TW]\d+⟧){{3,80}}?\s+and\s+(?:also\s+)?(?:collaborates?|cooperates?|works?)\s+(?:closely\s+)?with\s+⟦[AM]\d+⟧\s+on\s+{_OF_WHAT}"),
    ("collaborator", rf"⟦[AM]\d+⟧\s+(?:is|are|leads?|chairs?|coordinates?|hosts?)\s+(?:the\s+)?(?:[^;.,⟦]|⟦[TW]\d+⟧){{3,80}}?\s+and\s+(?:also\s+)?(?:collaborates?|cooperates?|works?)\s+(?:closely\s+)?with\s+{_AGENT}\s+on\s+{_OF_WHAT}"),
    ("collaborator", rf"{_AGENT}\s+(?:closely\s+)?(?:collaborates?|cooperates?|works?)\s+(?:closely\s+)?with\s+(?P<what>⟦T\d+⟧){_END}(?!\s+(?:to|and)\b)"),
    ("collaborator", rf"(?P<who>⟦[AM]\d+⟧)\s+(?:carr(?:y|ies)\s+out|conducts?|undertakes?)\s+(?:the\s+|an?\s+)?{_WHAT}{_IN_PLACE}?,?\s+{_TOGETHER}\s+⟦[AM]\d+⟧"),
    ("collaborator", rf"⟦[AM]\d+⟧\s+(?:carr(?:y|ies)\s+out|conducts?|undertakes?)\s+(?:the\s+|an?\s+)?{_WHAT}{_IN_PLACE}?,?\s+{_TOGETHER}\s+{_AGENT}"),
    ("collaborator", rf"(?P<who>⟦[AM]\d+⟧)\s+{_ADV}(?P<jointly>co-organized|co-convened|co-organize|co-developed|co-authored)\s+(?:the\s+|an?\s+)?{_OF_WHAT}"),
    ("collaborator", rf"{_WORK}\s+(?:was|were)\s+(?P<jointly>launched|co-launched|initiated)\s+(?:jointly\s+)?by\s+{_AGENT}"),
    ("collaborator", rf"(?P<what>⟦[TWM]\d+⟧)\s+is\s+an?\s+(?P<jointly>partnership|collaboration|joint\s+\w+)\s+(?:between|of|among|by)\s+{_AGENT}"),
    ("collaborator", rf"{_WHAT}{_CHAIN}to\s+which\s+{_AGENT}\s+(?:also\s+)?contributes?\b(?!\s+as\s+(?:\w+\s+)?members?\b)"),
    ("collaborator", rf"{_AGENT},?\s+(?:which\s+)?(?:is|are)\s+working\s+(?:closely\s+)?with\s+(?:⟦\w+⟧|the\s+[A-Za-z ]{{3,30}}?)\s+on\s+(?:the\s+|an?\s+)?{_OF_WHAT}"),
    ("collaborator", rf"{_WORK}[^.⟦]{{0,40}};\s+(?:the|its)\s+other\s+partners\s+are\s+{_AGENT}"),
    ("collaborator", rf"{_AGENT}\s+{_ADV}(?:joined|join|joining)\s+forces\s+(?:in|on|for)\s+{_OF_WHAT}"),
    ("collaborator", rf"{_AGENT}(?:\s+{_ADV}|\s+)(?:teams?\s+up|teamed\s+up|partners?|partnered|joined\s+forces)\s+with\s+⟦[AM]\d+⟧\s+(?:on|in|for)\s+{_OF_WHAT}"),
    ("collaborator", rf"⟦[AM]\d+⟧(?:\s+{_ADV}|\s+)(?:teams?\s+up|teamed\s+up|partners?|partnered|joined\s+forces)\s+with\s+{_AGENT}\s+(?:on|in|for)\s+{_OF_WHAT}"),
    ("collaborator", rf"{_AGENT}\s+(?:has|have|had)\s+(?:long\s+)?(?:worked|collaborated|cooperated)\s+(?:closely\s+)?with\s+⟦[AM]\d+⟧\s+(?:in|on)\s+{_OF_WHAT}"),
    ("collaborator", rf"⟦[AM]\d+⟧\s+(?:has|have|had)\s+(?:long\s+)?(?:worked|collaborated|cooperated)\s+(?:closely\s+)?with\s+{_AGENT}\s+(?:in|on)\s+{_OF_WHAT}"),
    ("collaborator", rf"{_AGENT}\s+(?:works|is\s+working|worked)\s+on\s+{_WHAT}\s+(?:together\s+|jointly\s+)?with\s+⟦[AM]\d+⟧"),
    ("collaborator", rf"⟦[AM]\d+⟧\s+(?:works|is\s+working|worked)\s+on\s+{_WHAT}\s+(?:together\s+|jointly\s+)?with\s+{_AGENT}"),
    ("collaborator", rf"{_WORK}\s+(?:was|were|has\s+been|had\s+been|have\s+been|is\s+being|are\s+being)\s+{_MADE}\s+(?:jointly\s+|together\s+)?with\s+{_AGENT}(?!\s+as\b)"),
    ("collaborator", rf"(?P<who>⟦[AM]\d+⟧)\s+(?:are|were|have\s+been|will\s+be)\s+(?P<jointly>jointly|together)\s+(?:preparing|developing|writing|drafting|compiling|producing|organizing|implementing|conducting|carrying\s+out|planning)\s+(?:the\s+|an?\s+)?{_OF_WHAT}"),
    ("collaborator", rf"(?P<who>⟦[AM]\d+⟧)\s+(?:have\s+|had\s+|has\s+)?(?:wrote|{_MADE})\s+(?P<jointly>together|jointly)\s+(?:the\s+|an?\s+)?{_OF_WHAT}"),
    ("collaborator", rf"{_AGENT}\s+(?:is|are|were)\s+(?:also\s+)?(?:the\s+|an?\s+)?(?:other\s+|main\s+|key\s+)?(?:implementing|executing|participating|cooperating|collaborating|partner)\s+(?:agenc(?:y|ies)|partners?|organizations?|entit(?:y|ies)|institutions?|countr(?:y|ies))\s+(?:of|in|for)\s+{_OF_WHAT}"),
    ("collaborator", rf"(?P<who>⟦[AM]\d+⟧)\s+(?:today\s+|yesterday\s+|this\s+week\s+|have\s+|has\s+|had\s+|jointly\s+)*(?P<jointly>launched|co-launched)\s+(?:the\s+|an?\s+)?{_OF_WHAT}"),
    ("collaborator", rf"{_WORK}\s+(?:is|was|were|has\s+been)\s+(?:an?\s+)?(?P<jointly>joint|collaborative)\s+(?:effort|undertaking|product|project|publication|initiative|venture|activity|programme|endeavour)\s+(?:of|by|between)\s+{_AGENT}"),
    ("collaborator", rf"(?:[Jj]ointly|[Tt]ogether|[Ii]n\s+(?:collaboration|partnership|cooperation))\s+with\s+{_AGENT},\s+⟦[AM]\d+⟧\s+(?:is|are|was|has|have)\s+(?:been\s+)?(?:preparing|developing|prepared|developed|drafting|organizing|organized|producing|produced|published|launched|implementing)\s+(?:the\s+|an?\s+)?{_OF_WHAT}"),
    ("collaborator", rf"(?:[Tt]he\s+)?(?:other\s+|main\s+|implementing\s+|executing\s+)*[Pp]artners\s+(?:in|of|for)\s+{_WHAT}\s+(?:are|include|were|included|comprise)\s*:?\s+{_AGENT}"),
    ("collaborator", rf"{_WORK}\s+(?:has|had|counts)\s+(?:\w+\s+){{0,3}}partners,?\s*:?\s+(?:including\s+|namely\s+|among\s+them\s+)?{_AGENT}"),
    ("collaborator", rf"{_WORK}\s+(?:is|was|were|has\s+been)\s+{_MADE}\s+by\s+⟦[AM]\d+⟧\s+with\s+{_AGENT}(?!\s+as\b)"),
    ("collaborator", rf"⟦[AM]\d+⟧,?\s+(?:which\s+)?{_ADV}(?:runs?|manages|operates|maintains|implements?)\s+(?:the\s+|an?\s+)?{_WHAT}{_IN_PLACE}?,?\s+{_TOGETHER}\s+{_AGENT}"),
    ("member", rf"{_WHAT}\s+(?:of|with|has)\s+(?:[a-z]+|\d+)\s+(?:\w+\s+)?members\s*:\s+{WHO}"),
    ("collaborator", rf"{_AGENT}\s+(?:described|explained|reported)\s+how\s+they\s+(?:work|cooperate|collaborate)\s+together\s+(?:in|on)\s+{_OF_WHAT}"),
    ("collaborator", rf"{_WORK}\s+(?:was|is)\s+in\s+the\s+hands\s+of\s+⟦[AM]\d+⟧,\s+(?:assisted|supported)\s+by\s+{_AGENT}"),
    ("collaborator", rf"{_WORK},\s+an?\s+(?P<jointly>partnership|collaboration|cooperation|joint\s+\w+)\s+(?:between|of|among)\s+{_AGENT}"),
    ("collaborator", rf"{_WORK},?(?:{_REL}|\s+){_BE}(?P<jointly>implemented|executed|carried\s+out|undertaken)\s+by\s+{_AGENT}"),
    # hosts
    ("host", rf"{_WORK}{_IN_PLACE}?,?(?:{_REL}|\s+){_BE}(?:(?:held|convened|organized|met|meet|took\s+place|take\s+place){_IN_PLACE}?\s*)?(?:,\s+)?(?:[Aa]t|[Uu]pon|[Oo]n)\s+the\s+(?:kind\s+|generous\s+)?invitation\s+of\s+{_AGENT}"),
    ("host", rf"{_SURE}[Aa]ccept(?:s|ed)\s+(?:with\s+\w+(?:\s+\w+)?\s+)?the\s+(?:\w+\s+){{0,2}}(?:offer|invitation)s?\s+(?:made\s+|extended\s+)?(?:of|by|from)\s+{_AGENT}\s+to\s+(?:jointly\s+)?(?:(?:co-)?host|hold|convene|organize)\s+(?:the\s+)?(?:\d{{4}}\s+)?{_WORK}"),
    ("host", rf"{_SURE}(?:[Tt]he\s+)?(?:offer|invitation)\s+(?:of|by|from)\s+{_AGENT}\s+to\s+(?:(?:co-)?host|hold|convene|organize)\s+(?:the\s+)?{_WORK}[^;⟦]{{0,60}}?\s+was\s+(?:\w+ly\s+)?accepted"),
    ("host", rf"{_SURE}[Ww]elcom(?:es?|ed|ing)\s+the\s+(?:\w+\s+)?offer\s+(?:of|by|from)\s+{_AGENT}\s+to\s+(?:co-)?host\s+(?:the\s+)?(?:(?:next|first|second|third|[a-z-]+th)\s+)?{_WORK}{_IN_PLACE}?[^;.⟦]{{0,60}}?\s+and\s+accept"),
    ("host", rf"{_SURE}[Ww]elcom(?:es|ed|ing)\s+(?:with\s+\w+\s+)?the\s+decision\s+(?:of|by)\s+{_AGENT}\s+to\s+(?:co-)?host\s+(?:the\s+)?{_WORK}"),
    ("host", rf"{_WORK}\s+(?:will|would|shall|is\s+to|was\s+to|is|was)\s+(?:be\s+)?(?:held|take\s+place|convened?|meet){_IN_PLACE}?,?\s+(?:and\s+)?(?:be\s+|to\s+be\s+)?hosted\s+by\s+{_AGENT}"),
    ("host", rf"{_SURE}{_AGENT}\s+(?:announced|confirmed|informed\s[^;.]{{3,60}}?)\s+that\s+(?:it|(?:its|her|his|their)\s+(?:Government|country|organization))\s+(?:would|will)\s+(?:co-)?host\s+(?:the\s+)?{_WORK}"),
    ("host", rf"{_AGENT}\s+having\s+confirmed\s+that\s+it\s+would\s+host\s+(?:both\s+)?(?:the\s+)?{_WORK}"),
    ("host", rf"{_WORK},?(?:{_REL}|\s+){_BE}(?:hosted|housed)\s+at\s+{_AGENT}"),
    ("host", rf"{_AGENT}\s+(?:is|was)\s+(?:home|host)\s+to\s+{_OF_WHAT}"),
    ("host", rf"{_WHAT},?\s+(?:which|that)\s+{_AGENT}\s+{_ADV}(?:co-)?host(?:s|ed)?\s+(?:[a-z]+ly\s+|jointly\s+)?(?:in|at)\s+[A-Z]"),
    ("host", rf"{_AGENT},?\s+(?:as\s+)?(?:the\s+)?host(?:\s+(?:country|government|organization))?\s+of\s+{_OF_WHAT}"),
    ("host", rf"(?:^|[.;]\s|,\s)(?:[Aa]t|[Uu]pon)\s+the\s+(?:kind\s+|generous\s+)?invitation\s+of\s+{_AGENT},?\s+(?:(?:which|who)\s+(?:also\s+)?(?:acted|served|acts|serves)\s+as\s+(?:its\s+|the\s+)?hosts?,?\s+)?{_WHAT}\s+(?:was|were|will\s+be|is\s+to\s+be|met|took\s+place|convened|gathered)\b"),
    ("host", rf"{_WHAT}\s+(?:(?:(?:was|were|will\s+be|is\s+to\s+be|would\s+be)\s+)?(?:held|convened)|(?:will\s+|would\s+|is\s+to\s+)?take\s+place|took\s+place|(?:will\s+|would\s+)?meet|met){_IN_PLACE}?\s*[^;⟦]{{0,40}}?,?\s+(?:at|on|upon)\s+the\s+(?:kind\s+|generous\s+)?invitation\s+of\s+{_AGENT}"),
    ("host", rf"{_WORK}[^;⟦]{{0,80}}?{_IN_PLACE}?,?\s+(?:and|while|where)\s+{_AGENT}\s+(?:will|is\s+to)\s+host\s+it\b"),
    ("host", rf"{_ITSELF}{_WORK}[^;⟦]{{0,40}}{_IN_PLACE}?[^;⟦]{{0,40}}?,?\s+with\s+{_AGENT}\s+(?:acting\s+|serving\s+)?as\s+(?:the\s+|its\s+)?hosts?\b"),
    ("member", rf"{_WHAT}(?:[^.⟦]|⟦[APM]\d+⟧){{3,160}}?[;,]\s+(?:and\s+|while\s+)?{_AGENT}\s+(?:(?:has\s+|have\s+|had\s+)?(?:since\s+)?joined\s+it|(?:will\s+|would\s+)?(?:serve|sit)s?\s+on\s+it)\b"),
    ("member", rf"{_WHAT}\s+(?:membership|composition)\s+(?:is|was|shall\s+be|will\s+be)(?:\s+as\s+follows)?\s*:\s+(?:⟦[APM]\d+⟧[^;:⟦]{{0,40}};\s+(?:and\s+)?)?{_AGENT}"),
    ("co-chair", rf"{_WHAT}\s+(?:membership|composition)\s+(?:is|was|shall\s+be|will\s+be)(?:\s+as\s+follows)?\s*:\s+(?P<who>⟦[APM]\d+⟧)\s+as\s+co-chairs"),
    ("", rf"{_WHAT},?\s+and\s+(?:of|to|by)\s+{WHO},\s+which\s+(?:currently\s+|now\s+|also\s+)?{_CO}(?P<verb>chairs|presides\s+over|leads|hosts|coordinates|facilitates)\s+(?:it\b|that\s+(?:[Nn]etwork|[Gg]roup|[Pp]artnership|[Cc]ommittee|[Pp]latform|[Ii]nitiative|[Pp]rogramme|[Ff]orum|[Pp]roject|[Cc]oalition|[Aa]lliance)\b)"),
    ("host", rf"{_AGENT}\s+(?:is|are|was|were)\s+(?:the\s+)?(?:joint\s+)?hosts?\s+of\s+{_OF_WHAT}"),
    ("member", rf"{_WHAT}(?:,\s+(?:(?:which\s+)?(?:is|was)\s+)?(?:co-)?[a-z]+ed\s+by\s+⟦[PAM]\d+⟧,)?\s+(?:has|had|counts?|includes?|numbers)\s+{WHO}\s+(?:among|amongst)\s+its\s+(?:\w+\s+)?members\b"),
    ("member", rf"[Aa]mong\s+the\s+(?:\w+\s+)?members\s+of\s+{_WHAT}\s+are\s+{WHO}"),
    ("collaborator", rf"{_WORK},\s+(?:of|for|in)\s+which\s+⟦[APM]\d+⟧\s+(?:is|was|will\s+be)\s+(?:the\s+)?(?:lead|leading|main|coordinating|principal)[\w\s-]{{0,40}},?\s+and\s+{_AGENT}\s+(?:(?:is|are|was|were)\s+)?(?:the\s+|an?\s+|its\s+)?(?:(?!lead)[a-z]+\s+)?(?:partners?|(?:implementing|executing|cooperating|collaborating|supporting|partner)\s+(?:agenc(?:y|ies)|entit(?:y|ies)|organi[sz]ations?))\b"),
    ("collaborator", rf"{_WORK},?\s+and\s+(?:also\s+)?(?:notes|noted|agrees|agreed|decides|decided|confirms|confirmed|recalls|welcomes)(?:\s+with\s+\w+)?\s+that\s+{_AGENT}\s+(?:will|would|shall|have\s+agreed\s+to|has\s+agreed\s+to|are\s+to|is\s+to)\s+(?:collaborate|cooperate|work|assist|contribute|be\s+(?:its\s+)?partners?)\s+(?:with\s+)?(?:it|them|⟦A\d+⟧)?\s*(?:in|on|to)\s+(?:that|this|the)\s+(?:work|task|activity|endeavour|undertaking|matter|effort|project)\b"),
    ("collaborator", rf"{_AGENT}\s+(?:is|are)\s+(?:also\s+)?working\s+(?:closely\s+)?with\s+(?:it|them)\s+(?:on|in|to\s+(?:prepare|develop|produce|draft))\s+(?:the\s+|an?\s+)?{_OF_WHAT}"),
    *JOINT,
)


_NUMBER, _BLANKS = re.compile(r"(?:\\d\+|\d+)⟧"), re.compile(r"\\s\+?|  +")


def plain(words: str) -> str:
    r"""Return a pattern, or a sentence in signs, with single blanks and without the numbers of the signs.

    >>> plain(r"⟦T\d+⟧\s+is"), plain("⟦T12⟧ is")
    ('⟦T⟧ is', '⟦T⟧ is')
    """
    words = _NUMBER.sub("⟧", words)
    return _BLANKS.sub(" ", words) if "\\" in words or "  " in words else words
