"""Further shapes of clauses that tell who leads, chairs and coordinates; the signs are those of `shapes.py`."""

from __future__ import annotations

from kg.extract.shapes import ACTIVE, ADV, AGENT, BE, CO, NOUN, OF_WHAT, PASSIVE, REL, SURE, TITLE, WHAT, WHO, WORK

_UNTITLED = TITLE.replace("?P<title>", "?:")
_ALONE = r"(?=[.;,]|$|\s+(?:and|while|until|since|from|during|in|at|for)\s)"
"""With whom somebody leads; not "with FAO *as partner*"."""
_HAVE = r"(?:(?:has|have|had|will|would|is\s+to)\s+)?"
_NOUN = NOUN.replace("<noun>leadership|lead|chair(", "<noun>[Ll]eadership|[Ll]ead|[Cc]oordination|[Cc]hair(", 1)
_TWO = r"which\s+(?:they|(?:the\s+|these\s+|those\s+|both\s+)(?:two\s+|three\s+)?(?:organizations|agencies|entities|countries|institutions|Governments|Parties|partners))\s+(?:both\s+|jointly\s+|together\s+)?(?P<co>co-?)?(?P<verb>lead|led|chair|chaired|coordinate|coordinated|facilitate|facilitated|convene|host|hosted)\b"

_LEAD_BODY = r"(?P<title>(?:co-?)?[Ll]ead(?:ing)?\s+(?:agenc(?:y|ies)|organi[sz]ations?|entit(?:y|ies)|countr(?:y|ies)|[Pp]art(?:y|ies)|partners?|institut(?:ion|e)s?|cent(?:re|er)s?))"
_WORKS = r"(?:(?:[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]everal|[Tt]hese|[Tt]he\s+following)\s+)(?:[a-z-]+\s+){0,3}(?:partnerships|initiatives|networks|programmes|projects|groups|coalitions|alliances|platforms|campaigns|task\s+(?:teams|forces)|workstreams)"
"""… of several works, whose names follow: "*three partnerships* are coordinated by FAO: A, B and C"."""
_DECIDED = r"^(?:\W*(?:\w{1,4}[.)]\s+)?(?:(?:[Dd]ecide|[Aa]gree)[sd]?\s+to\s+|[Tt]o\s+|[Aa]lso\s+|[Ff]urther\s+)*|(?:(?!\b(?:should|could|would|may|might|whether|(?:[Ii]nvit|[Rr]ecommend|[Pp]ropos|[Ss]uggest|[Ee]ncourag|[Aa]sk|[Uu]rg|[Cc]all)\w*)\b)[^.])+?,?\s+and\s+(?:to\s+|also\s+)?)\*?"
"""What a decision says in the infinitive: "1. *To* appoint …", "1. Adopts the plan *and* mandates …"."""
_PREPARING = r"(?:the\s+)?(?:(?:work|implementation|preparation|development|drafting|organi[sz]ation|execution|revision|coordination|updat(?:e|ing)|review|finali[sz]ation|conduct)\s+(?:of|on)\s+(?:the\s+|an?\s+)?)?"

_SET_UP = r"established|set\s+up|created|convened|formed|reconvened|constituted|launched|extended|continued|renewed|prolonged|maintained"

LEADING: tuple[tuple[str, str], ...] = (
    ("chair", rf"{WHAT}\s+(?:was|were)\s+(?:opened|convened|called\s+to\s+order)\b[^;⟦]{{0,60}}?\s+by\s+{WHO}(?:,\s+(?!who\b)[^;⟦]{{2,80}})?,\s+who\s+(?:also\s+)?(?:served|serves|acted|acts)\s+as\s+(?:its\s+|the\s+)?[Cc]hair(?:person|man|woman)?\b(?!\s+of\b)"),
    ("", rf"{SURE}(?:[Aa]greed|[Dd]ecided|[Cc]onfirmed|[Ww]as\s+agreed|[Ww]as\s+decided)\s+that\s+{WHO}\s+(?:would|will|shall)\s+(?:assume|take\s+over|take\s+on|hold)\s+the\s+{NOUN}\s+of\s+{OF_WHAT}"),
    # with whom
    ("", rf"⟦[APM]\d+⟧,?\s+(?:(?:which|who)\s+)?{ADV}(?P<co>co-?)(?P<verb>leads?|led|chairs?|chaired|coordinates?|facilitates?|moderates?|hosts?|convenes?)\s+(?:the\s+)?{WHAT},?\s+(?:with|alongside)\s+{WHO}{_ALONE}"),
    ("lead", rf"⟦[AM]\d+⟧,?\s+(?:which\s+)?{ADV}(?:leads|coordinates|is\s+leading|is\s+coordinating)\s+(?:the\s+)?{WHAT},?\s+with\s+{AGENT}(?=[.;,]|$)(?!,\s+(?:and\s+)?⟦)"),
    ("", rf"⟦[AM]\d+⟧\s+(?:\w+\s+){{0,3}}(?:informed|told|said|announced|explained|reported|noted|recalled|confirmed)\s+(?:[^;.⟦]{{0,40}}(?:⟦[TM]\d+⟧\s+)?)?that\s+it\s+{ADV}(?:is|was)\s+(?P<doing>leading|chairing|coordinating)\s+(?:the\s+)?{WHAT},?\s+(?:jointly\s+|together\s+)?with\s+{WHO}"),
    ("", rf"^{WHO}\s[^;⟦]{{0,60}}?(?:⟦[TM]\d+⟧[^;⟦]{{0,20}}?)?\bthat\s+it\s+(?:also\s+)?(?:is|was|has\s+been|had\s+been)\s+{CO}(?P<doing>leading|chairing|coordinating|facilitating)\s+(?:the\s+)?{OF_WHAT}"),
    ("", rf"{SURE}{AGENT}[^;.⟦]{{0,80}}⟦[AM]\d+⟧[^;.⟦]{{0,120}}{WHAT},?\s+{_TWO}"),
    ("", rf"{SURE}⟦[AM]\d+⟧[^;.⟦]{{0,80}}{AGENT}[^;.⟦]{{0,120}}{WHAT},?\s+{_TWO}"),
    ("", rf"{SURE}{WHO}[^;.⟦]{{0,120}}{WHAT},?\s+{_TWO}"),
    ("", rf"{SURE}[Rr]epresentative\s+of\s+{WHO}\s[^;⟦]{{0,100}}(?:⟦[TM]\d+⟧[^;⟦]{{0,60}}?)?{WHAT},?\s+which\s+(?:her|his|its|their)\s+(?:own\s+)?(?:organization|agency|office|[Gg]overnment|country|secretariat|institute|ministry)\s+{ADV}{CO}{ACTIVE}\b"),
    ("", rf"^{WHO}\s[^;⟦]{{0,100}}{WHAT},?\s+(?:of|for|in)\s+which\s+it\s+(?:is|was|acts\s+as|serves\s+as)\s+(?:the\s+|an?\s+)?(?!member|host|secretariat){TITLE}\b"),
    ("", rf"{WHAT}[^;.⟦]{{0,100}}\bby\s+{WHO},\s+(?:which|who)\s+(?:also\s+|now\s+|still\s+|will\s+)*{CO}(?P<doing>chairs?|chaired|leads?|led|coordinates?|coordinated|facilitates?|facilitated|moderated|convenes)\s+it\b"),
    ("", rf"{AGENT}\s+(?:reported|informed\s[^;.⟦]{{3,40}}(?:⟦[TM]\d+⟧)?|said|noted|recalled|explained|announced)\s+that\s+they\s+{ADV}{CO}(?P<doing>lead|led|chair|chaired|coordinate|coordinated|facilitate|facilitated|are\s+leading|were\s+leading)\s+(?:the\s+)?{OF_WHAT}"),
    ("", rf"{WHAT}\s[^;.⟦]{{3,120}};\s+{WHO}\s+(?:will|shall|would|has\s+agreed\s+to|agreed\s+to|is\s+to)\s+{CO}(?P<doing>lead|chair|coordinate|facilitate|convene|moderate)\s+it\b"),
    ("", rf"{SURE}^(?:(?:The\s+)?[Rr]epresentative\s+of\s+)?{AGENT},\s+(?:in\s+its\s+(?:capacity|role)\s+)?as\s+(?:the\s+|an?\s+|one\s+of\s+the\s+)?(?!members?\b){TITLE}\s+(?:of|for)\s+{WHAT},\s"),
    ("", rf"[Oo]n\s+behalf\s+of\s+{WHAT},\s+which\s+(?:it|he|she)\s+{ADV}{CO}{ACTIVE},\s+{WHO}"),
    ("host", rf"^{AGENT}\s+(?:informed|told|announced|said|confirmed|reported|indicated)\s+(?:[^;.⟦]{{3,40}}(?:⟦[TM]\d+⟧)?\s*)?\bthat\s+it\s+(?:would|will|was\s+to|is\s+to)\s+(?:be\s+hosting|(?:again\s+)?host)\s+(?:the\s+)?(?:(?:next|following|forthcoming|coming)\s+)?{OF_WHAT}"),
    # beside something else that is said of them
    ("", rf"(?<!\bby\s){WHO},?\s+(?:which\s+)?{ADV}[a-z]+s\s+(?:(?!\sthat\s)(?:[^;.⟦]|⟦[TMW]\d+⟧)){{3,120}}?,?\s+and\s+(?:also\s+|now\s+)?{CO}(?P<verb>chairs|leads|coordinates|hosts|facilitates|spearheads|steers|moderates)\s+(?:the\s+)?{OF_WHAT}"),
    ("", rf"^\W*{WHAT}\s*(?::|[–—-]\s)\s*(?:jointly\s+)?{CO}{PASSIVE}\s+(?:jointly\s+)?by\s+{WHO}"),
    ("", rf"{SURE}{AGENT},\s+(?:speaking|reporting(?:\s+back)?|acting)\s+(?:in\s+its\s+(?:capacity|role)\s+)?as\s+(?:the\s+|an?\s+|one\s+of\s+the\s+)?(?!members?\b){TITLE}\s+(?:of|for)\s+{OF_WHAT}"),
    ("", rf"{SURE}[Ss]peaking\s+(?:for|on\s+behalf\s+of)\s+{AGENT},?\s+as\s+(?:the\s+|one\s+of\s+the\s+)?(?!members?\b){TITLE}\s+(?:of|for)\s+{OF_WHAT}"),
    ("", rf"\bwith\s+{WHO},\s+(?:the|its|which\s+is\s+the)\s+{_LEAD_BODY},\s+(?:on|in|for)\s+{OF_WHAT}"),
    ("", rf"{WHO},\s+(?:the|its|their|as|which\s+(?:is|acts\s+as)\s+the)\s+{_LEAD_BODY}\s+(?:of|for|on|in)\s+{_PREPARING}{OF_WHAT}"),
    ("", rf"\b{CO}(?P<verb>led|coordinated|chaired|hosted|facilitated|headed)\s+(?:as\s+follows|by\s+the\s+following(?:\s+\w+)?)\s*:\s+{WHAT}\s*(?:[–—:-]|,?\s+by)\s*{WHO}"),
    ("", rf"{SURE}{_DECIDED}(?:[Dd]esignate|[Aa]ppoint|[Nn]ame|[Ss]elect|[Ee]lect)s?\*?\s+{WHO}\s+(?:as\s+|to\s+serve\s+as\s+)?(?:the\s+)?(?!members?\b){TITLE}\s+(?:of|for)\s+{_PREPARING}{OF_WHAT}"),
    ("", rf"{SURE}{_DECIDED}(?:[Mm]andate|[Tt]ask|[Ee]ntrust|[Cc]harge)s?\*?\s+{WHO}\s+(?:to|with)\s+{CO}(?P<doing>lead(?:ing)?|coordinat(?:e|ing)|chair(?:ing)?|facilitat(?:e|ing)|host(?:ing)?)\s+{_PREPARING}{OF_WHAT}"),
    ("", rf"^\W*(?:\w{{1,3}}[.)]\s+)?{AGENT}\s+to\s+{CO}(?P<doing>lead|coordinate|spearhead)\s+{_PREPARING}{OF_WHAT}"),
    ("", rf"[Cc]ommend\s+{WHO}\s+for\s+(?:having\s+|their\s+|its\s+)?{CO}(?P<doing>leading|coordinating|hosting|chairing|leadership|facilitating)\s+(?:of\s+)?(?:the\s+)?{OF_WHAT}"),
    ("", rf"\bmembers?\s+of\s+{WORK}[^;.⟦]{{0,80}}?,?\s+with\s+{WHO}\s+as\s+(?:its\s+|the\s+)?{TITLE}\b(?!\s+of\b)"),
    ("", rf"{WHAT}[^;.]{{3,120}}?,?\s+and\s+(?:that\s+)?its\s+(?:preparation|organi[sz]ation|implementation|development|drafting|production)\s+{BE}{CO}{PASSIVE}\s+(?:jointly\s+)?by\s+{WHO}"),
    ("", rf"{WHO},\s+(?:which|who)\s+(?:[^;.,⟦]|⟦[TMW]\d+⟧){{3,100}},\s+{ADV}{CO}{ACTIVE}\s+(?:the\s+)?{OF_WHAT}"),
    ("", rf"{WHAT},\s+(?:itself|in\s+turn|which\s+is\s+itself)\s+{CO}{PASSIVE}\s+by\s+{WHO}"),
    ("", rf"{WHO},\s+(?:itself|in\s+turn|which\s+is\s+itself)\s+[a-z-]+\s+by\s+⟦[APM]\d+⟧,\s+{ADV}{CO}{ACTIVE}\s+(?:the\s+)?{OF_WHAT}"),
    # one after the other
    ("", rf"{SURE}{WHO}\s+{_HAVE}(?:succeed(?:ed|s)?|replace[sd]?|take\s+over\s+from|taken\s+over\s+from|took\s+over\s+from)\s+⟦[PA]\d+⟧,?\s+as\s+(?:the\s+)?{TITLE}\s+(?:of|for)\s+{OF_WHAT}"),
    ("", rf"{SURE}{WHO}\s+{_HAVE}(?:succeeded|replaced|taken\s+over\s+from|took\s+over\s+from)\s+⟦[PA]\d+⟧\s+(?:in\s+)?(?:at\s+the\s+(?:head|helm)\s+of\s+|(?P<doing>leading|chairing|coordinating)\s+)(?:the\s+)?{OF_WHAT}"),
    ("", rf"{SURE}{_NOUN}\s+(?:of|for)\s+{WHAT}\s+{_HAVE}(?:was\s+|been\s+|is\s+|has\s+been\s+)*(?:passed|moved|went|gone|transferred|handed\s+over|handed|rotated|entrusted)\s+(?:from\s+⟦[APM]\d+⟧\s+)?to\s+{WHO}"),
    ("lead", rf"{SURE}⟦[APM]\d+⟧\s+{_HAVE}(?:hand(?:ed)?|pass(?:ed)?)\s+(?:over\s+)?the\s+(?:lead|leadership|coordination)\s+of\s+{WHAT}\s+(?:over\s+)?to\s+{WHO}"),
    ("chair", rf"{SURE}⟦[APM]\d+⟧\s+{_HAVE}(?:hand(?:ed)?|pass(?:ed)?)\s+(?:over\s+)?the\s+(?:chair|chairmanship|presidency)\s+of\s+{WHAT}\s+(?:over\s+)?to\s+{WHO}"),
    ("", rf"{NOUN}\s+of\s+{WHAT}\s+rotates[^;.⟦]{{0,60}}(?:,?\s+and|;|,)\s+(?:it\s+)?(?:is|lies|rests)\s+(?:at\s+present\s+|presently\s+|currently\s+|now\s+)?(?:with|held\s+by)\s+{WHO}"),
    ("", rf"{WHAT}[^.⟦]{{0,80}}[;,]\s+(?:and\s+)?the\s+(?:current|present)\s+{TITLE}\s+(?:is|are)\s+{WHO}"),
    ("lead", rf"[Rr]esponsibility\s+for\s+(?:the\s+)?{WHAT}\s+(?:was|has\s+been|had\s+been|is|will\s+be)\s+(?:given|assigned|entrusted|transferred|handed|passed|allocated)\s+(?:over\s+)?to\s+{WHO}"),
    ("lead", rf"{WHAT}\s+(?:falls|lies|comes|is|are|was|were)\s+under\s+the\s+(?:lead\s+|overall\s+|joint\s+)?responsibility\s+of\s+{WHO}"),
    ("", rf"{SURE}{WHO}\s+(?:is|are|was|were|has\s+been|have\s+been|had\s+been)\s+(?:entrusted|tasked|charged)\s+with\s+the\s+{NOUN}\s+of\s+{OF_WHAT}"),
    ("", rf"{SURE}(?:[Ee]ntrust|[Aa]ssign|[Gg]ive|[Hh]and)(?:s|ed)\s+(?:over\s+)?the\s+{NOUN}\s+of\s+{WHAT}\s+to\s+{WHO}"),
    ("", rf"{SURE}[Aa]ccept(?:s|ed|ing)\s+(?:with\s+\w+\s+)?the\s+(?:\w+\s+)?offers?\s+(?:made\s+)?(?:of|by|from)\s+{WHO}\s+to\s+{CO}(?P<doing>lead|chair|coordinate|facilitate|convene)\s+(?:the\s+)?{OF_WHAT}"),
    ("", rf"{TITLE}\s+of\s+{WHAT}\s+\({WHO}\)"),
    ("", rf"{WHO}\s+\((?:the\s+)?(?!members?\b){TITLE}\s+(?:of|for)\s+{WHAT}\)"),
    ("", rf"{WORK},\s+(?:held\s+)?(?:in|at)\s+[^⟦;,.]{{2,40}},\s+(?:is|was|will\s+be|would\s+be)\s+{CO}{PASSIVE}\s+(?:jointly\s+)?by\s+{WHO}"),
    ("lead", rf"{WHO},?\s+(?:which\s+|who\s+)?(?:has|have|holds?|bears?|took|takes)\s+(?:the\s+)?(?:lead|overall|main|primary)\s+responsibility\s+for\s+(?:the\s+)?{OF_WHAT}"),
    ("lead", rf"{WHAT},?\s+for\s+which\s+{WHO}\s+(?:has|have|holds?|bears?)\s+(?:the\s+)?(?:lead|overall|main|primary)\s+responsibility\b"),
    ("", rf"{WHO},?\s+(?:which\s+|who\s+)?(?:currently\s+|now\s+)?(?:has|have|had)\s+the\s+(?P<noun>chair|chair(?:man|person)?ship|presidency|co-chair(?:man|person)?ship)\s+of\s+{OF_WHAT}"),
    ("", rf"{SURE}{WHO}\s+(?:was|were|has\s+been|have\s+been|had\s+been|is|are)\s+(?:designated|appointed|mandated|tasked|entrusted|chosen|selected|named)\s+(?:by\s+⟦\w+⟧\s+)?to\s+{CO}(?P<doing>lead|coordinate|chair|facilitate|head|convene)\s+(?:the\s+)?{OF_WHAT}"),
    ("", rf"^Under\s+{WHO}\s+{NOUN},\s+{WHAT}"),
    ("chair", rf"{WHAT},?\s+with\s+{WHO}\s+in\s+the\s+chair\b"),
    ("", rf"\b{_WORKS}\s+(?:that\s+)?{BE}{CO}{PASSIVE}\s+(?:jointly\s+)?by\s+{WHO}\s*(?::|,\s+namely,?)\s+{WHAT}"),
    ("", rf"{WHO}\s+{ADV}{CO}{ACTIVE}\s+(?:the\s+following\s+)?{_WORKS}\s*(?::|,\s+namely,?)\s+{WHAT}"),
    ("chair", rf"{WHO},?\s+(?:who\s+)?(?:is|was|remained)\s+in\s+the\s+chair\s+(?:of|for|at)\s+{OF_WHAT}"),
    # the verb
    ("", rf"{WHAT}\s+(?:is|was)\s+an?\s+(?:[\w-]+\s+){{1,5}}{CO}{PASSIVE}\s+(?:jointly\s+)?by\s+{WHO}"),
    ("", rf"{WHAT}(?:,|{REL}{BE}|\s+{BE})\s*(?:jointly\s+)?(?:(?:co-)?[a-z]+ed|run)\s+by\s+⟦[AM]\d+⟧(?:\s+(?:in|at)\s+[A-Z][\w-]+)?,?\s+and\s+(?:(?:is|was|are|were|will\s+be|would\s+be)\s+)?{CO}{PASSIVE}\s+(?:jointly\s+)?by\s+{WHO}"),
    ("", rf"{WHAT}\s+(?:completed|concluded|finished|held|began|started|resumed|carried\s+out|conducted|continued)\s+(?:its|the|their)\s+[^⟦;.]{{2,60}}?,?\s+under\s+the\s+(?P<joint>joint\s+)?(?:able\s+)?{NOUN}\s+of\s+{WHO}"),
    ("lead", rf"{WHAT},?\s+(?:has\s+been|have\s+been|had\s+been|will\s+be|remains?)\s+in\s+the\s+hands\s+of\s+{WHO}"),
    ("", rf"{WHAT},?\s+(?:was|were|has\s+been)\s+(?:founded|established|created|launched|set\s+up|formed|started)(?:\s[^,;.⟦]{{0,60}})?(?:,?\s+and|,)\s+(?:is|has\s+been|continues\s+to\s+be)\s+(?:now\s+|jointly\s+)*{CO}{PASSIVE}\s+by\s+{WHO}"),
    ("", rf"{WHAT}(?:{REL}|\s+){BE}(?:organized|held|celebrated|observed|published|prepared|conducted|compiled|carried\s+out|implemented|developed)\s+[^⟦;,.]{{3,40}}\s+under\s+the\s+(?P<joint>joint\s+)?{NOUN}\s+of\s+{WHO}"),
    ("lead", rf"{WHAT}(?:{REL}|\s+){BE}directed\s+by\s+{WHO}"),
    ("", rf"{SURE}{WHO}\s+(?:was|were|has\s+been|have\s+been|had\s+been)\s+(?:asked|invited|requested)\s+to\s+{CO}(?P<doing>lead|chair|coordinate|facilitate)\s+(?:the\s+)?{WHAT}(?:[^;.⟦]{{0,40}}),?\s+(?:and|which)\s+(?:(?:it|they|both|all|he|she)\s+)?(?:(?:has|have|had)\s+)?(?:accepted|agreed)\b"),
    ("", rf"{SURE}(?:[Aa]greed|[Dd]ecided|[Cc]onfirmed|[Ww]as\s+agreed|[Ww]as\s+decided)\s+that\s+{WHO}\s+(?:would|will|should|shall)\s+{CO}(?P<doing>lead|chair|coordinate|facilitate|moderate)\s+(?:the\s+)?{OF_WHAT}"),
    ("", rf"{SURE}(?:[Aa]greed|[Dd]ecided|[Ww]as\s+agreed|[Ww]as\s+decided)\s+that\s+{WHAT}\s+(?:would|will|should|shall)\s+(?:comprise|include|consist\s+of|be\s+(?:composed|made\s+up)\s+of)\s+⟦[APM]\d+⟧,?\s+(?:and\s+)?with\s+{WHO}\s+as\s+(?:its\s+|the\s+)?{TITLE}\b(?!\s+of\b)"),
    ("", rf"{SURE}^\W*(?:\w{{1,3}}[.)]\s+)?(?:[Tt]o\s+)?(?:[Ee]xtend|[Cc]ontinue|[Cc]onduct|[Cc]arry\s+out|[Pp]repare|[Dd]evelop|[Ee]stablish|[Oo]rganize|[Ii]mplement|[Ff]inalize|[Ll]aunch|[Uu]pdate|[Rr]econvene|[Cc]onvene|[Ss]et\s+up)\s+(?:the\s+|an?\s+)?{WHAT}[^;.⟦]{{0,60}},?\s+under\s+the\s+(?P<joint>joint\s+)?{NOUN}\s+of\s+{WHO}"),
    ("", rf"{WHAT},?\s+(?:operating|working|meeting)\s+under\s+the\s+(?P<joint>joint\s+)?{NOUN}\s+of\s+{WHO}"),
    ("", rf"{WHAT}(?:{REL}|\s+){BE}[a-z]+(?:ed|un)\s+(?:jointly\s+)?by\s+⟦[AM]\d+⟧,?\s+under\s+the\s+{NOUN}\s+of\s+{WHO}"),
    ("", rf"{WHAT},\s+an?\s+(?:[\w-]+\s+){{1,5}}[a-z]+(?:ed|un)\s+by\s+⟦[AM]\d+⟧,?\s+under\s+the\s+{NOUN}\s+of\s+{WHO}"),
    ("", rf"⟦[AM]\d+⟧\s+[^;.⟦]{{3,60}}{WHAT}(?:\s+for\s+[^;.⟦]{{3,40}})?,?\s+under\s+the\s+{NOUN}\s+of\s+{WHO}"),
    ("", rf"{WHAT},?\s+(?:which|that)\s+⟦[APM]\d+⟧\s+{ADV}(?:co-)?(?:leads?|led|chairs?|coordinates?|coordinated|runs|manages|hosts?|hosted|convenes?|maintains)(?:\s+jointly)?,?\s+and\s+(?:which|that)\s+{BE}{CO}{PASSIVE}\s+(?:jointly\s+)?by\s+{WHO}"),
    ("", rf"{WHAT},\s+an?\s+[a-z][\w\s-]{{2,60}}?,?\s+(?:which|that)\s+{WHO}\s+{ADV}{CO}{ACTIVE}\b(?!\s+(?:the|an?|its|their|in\s+(?:the|its|their)|on|to)\b)"),
    ("member", rf"{WHAT}\s+(?:is|was|are|will\s+be)\s+(?:co-)?(?:chaired|led|coordinated|headed|hosted|facilitated)\s+(?:jointly\s+)?by\s+⟦[APM]\d+⟧,?\s+(?:and|while)\s+(?:that\s+)?{WHO}\s+(?:is|are)\s+(?:also\s+)?(?:an?\s+|the\s+other\s+)?members?\s+of\s+it\b"),
    ("collaborator", rf"{WORK},?(?:{REL}|\s+){BE}(?P<jointly>developed|prepared|produced|designed|written|drafted|compiled|elaborated|built|tested)\s+by\s+{AGENT},?\s+in\s+(?:close\s+)?(?:cooperation|collaboration|partnership)\s+with\s+⟦[AM]\d+⟧"),
    ("", rf"{SURE}(?:[Aa]gree|[Dd]ecide|[Rr]esolve)[sd]?\s+that\s+{WORK}\s+(?:would|will|shall|should)\s+be\s+(?:{_SET_UP})\b[^;.⟦]{{0,100}}?,?\s+and\s+(?:that\s+)?{WHO}\s+(?:would|will|shall)\s+{CO}(?P<doing>lead|chair|coordinate|facilitate)\s+(?:it|its\s+(?:work|activities|meetings|preparation|development))\b"),
    ("", rf"{SURE}(?:[Aa]gree|[Dd]ecide|[Rr]esolve)[sd]?\s+to\s+(?:establish|set\s+up|create|convene|form|reconvene|extend|launch|continue)\s+(?:the\s+|an?\s+)?{WORK}[^;.⟦]{{0,60}}?,\s+(?:to\s+be\s+)?{CO}{PASSIVE}\s+(?:jointly\s+)?by\s+{WHO}"),
    ("", rf"{WHAT}(?:,\s+(?:held|organized|convened)[^,;⟦]{{0,60}},|,)?{REL}{BE}{CO}{PASSIVE}\s+by\s+(?:the\s+)?⟦[MTA]\d+⟧\s+{_UNTITLED},\s+(?P<who>⟦P\d+⟧)"),
    ("lead", rf"{WORK}(?:,|{REL}{BE}|\s+{BE})\s*(?:prepared|developed|drafted|compiled|written|produced|conducted|undertaken|carried\s+out|implemented|updated|elaborated)\s+by\s+an?\s+(?:[\w-]+\s+){{0,3}}?(?:team|group|panel|task\s+force|consortium|committee|network)(?:\s+of\s+[a-z\s-]{{3,40}}?)?,?\s+(?:which\s+is\s+|that\s+is\s+)?(?:co-)?(?:led|chaired|headed|coordinated|directed)\s+by\s+{WHO}"),
    ("lead", rf"{WHO}\s+(?:is|are|was|were|acts?\s+as|serves?\s+as|has\s+been)\s+(?:the\s+)?{_LEAD_BODY}\s+(?:for|of|in)\s+{WORK}[’']?s?\s+(?:implementation|preparation|development|production|drafting|elaboration|execution|compilation)\b"),
    ("lead", rf"{WHO}\s+{ADV}(?:leads|coordinates|is\s+leading|is\s+coordinating)\s+(?P<what>⟦W\d+⟧)[’']?s?\s+(?:implementation|preparation|development|production|drafting|elaboration|execution|compilation)\b"),
    ("lead", rf"{WHO}\s+{ADV}(?:leads|(?:is|are)\s+leading)\s+on\s+{OF_WHAT}"),
    ("", rf"^(?:\W*\d{{1,3}}\.\s+)?(?:[Tt]he\s+representatives?\s+of\s+)?{WHO}\s+(?:[a-z]+\s+){{0,2}}[a-z]+ed\s+(?:(?:to|on|the|its|an?|of|by|in)\s+|[a-z]+\s+){{0,6}}?{WHAT},\s+which\s+it\s+{ADV}{CO}{ACTIVE}(?=\s*[.;,]|\s+(?:since|and|from|until|for)\b|$)"),
    # titles
    ("", rf"{SURE}(?:[Dd]esignat|[Aa]ppoint|[Nn]am|[Ss]elect|[Ee]lect)(?:es|s|ed)\s+{WHO}\s+(?:as\s+|to\s+serve\s+as\s+)?(?:the\s+|its\s+)?(?!members?\b){TITLE},?\s+and\s+⟦[APM]\d+⟧\s+(?:as\s+)?(?:the\s+|its\s+)?{_UNTITLED},?\s+(?:of|for)\s+{OF_WHAT}"),
    ("", rf"{WHO},?\s+(?:which\s+|who\s+)?(?:is|are|was|were|acts\s+as|serves\s+as)\s+(?:the\s+|an?\s+)?(?P<title>(?:[Cc]o-?)?[Ll]ead\s+(?:agenc(?:y|ies)|organizations?|entit(?:y|ies)|countr(?:y|ies)|partners?|institutions?))\s+(?:in|on)\s+{OF_WHAT}"),
    ("", rf"{SURE}(?<!designate\s)(?<!appoint\s)(?<!nominate\s)(?<!propose\s)(?<!select\s){WHO},?\s+(?:(?:speaking|reporting(?:\s+back)?|acting)\s+)?(?:in\s+its\s+(?:capacity|role)\s+)?as\s+(?:the\s+|an?\s+|one\s+of\s+the\s+)?(?P<title>(?:[Cc]o-?)?[Ll]ead\s+(?:agenc(?:y|ies)|organizations?|entit(?:y|ies)|countr(?:y|ies)|[Pp]art(?:y|ies)|partners?|institutions?))\s+(?:of|for|on|in)\s+{OF_WHAT}(?=[,.;]|$)"),
    ("", rf"(?:^|[.;]\s)As\s+(?:the\s+|an?\s+|one\s+of\s+the\s+)?{TITLE}\s+(?:of|for)\s+{WHAT},\s+{WHO}"),
    ("", rf"^As\s+{WHAT}\s+{TITLE},\s+{WHO}"),
    ("", rf"{WHO}\s+(?:(?:will|shall|would)\s+)?(?:is|are|was|were|remains?|continue[sd]?|serving|be|serves?|served|acts?|acted)\s+(?:(?:to\s+)?(?:serve|act)\s+|on\s+)?(?:as\s+)?{WHAT}\s+(?:current\s+|new\s+|interim\s+)?(?!members?\b|hosts?\b){TITLE}\b"),
    ("", rf"{SURE}{WHO}\s+(?:was|were|has\s+been|have\s+been|had\s+been)\s+(?:unanimously\s+|then\s+|also\s+)?(?:appointed|designated|named|selected|elected|confirmed|chosen|re-elected|reappointed)\s+(?:as\s+|to\s+serve\s+as\s+)?(?:the\s+)?(?!members?\b){TITLE}\s+(?:of|for)\s+{OF_WHAT}"),
    ("", rf"{SURE}{WHO}\s+(?:was|were|has\s+been|have\s+been)\s+(?:appointed|designated|named|elected|confirmed)\s+(?:as\s+)?{WHAT}\s+(?!members?\b){TITLE}\b"),
    ("", rf"{SURE}{WHAT}[^;⟦]{{0,200}}?,?\s+and\s+(?:also\s+)?(?:notes?|noted|recalls?|recalled|welcomes?\s+the\s+fact|agrees?|agreed|decides?|decided|confirms?|confirmed)\s+that\s+{WHO}\s+(?:has\s+been|have\s+been|had\s+been|is|are|was|were|(?:shall|will|would)\s+(?:be|serve|act)|serves?|acts?)\s+(?:(?:appointed|designated|named|elected|selected|confirmed)\s+)?(?:to\s+(?:serve|act)\s+)?(?:as\s+)?its\s+{TITLE}\b"),
    ("", rf"{WHAT}\s[^;.⟦]{{3,160}};\s+it\s+(?:is|was|has\s+been)\s+{CO}{PASSIVE}\s+(?:jointly\s+)?by\s+{WHO}"),
)
