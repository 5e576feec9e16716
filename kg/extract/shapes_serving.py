"""More shapes of clauses in the table of `shapes.py`: who hosts, who is the secretariat, who holds the offices beside the chair, who heads an organization."""

from __future__ import annotations

from kg.extract.shapes import PART_HOST, SECRETARIAT_HOST, WHO
from kg.text import FUNCTION

COUNTRY_HOST = "host of their country"
"""Somebody's country or organization hosts: "Ms. A of Chad, whose Government hosted the forum"."""
_AGENT = r"(?P<who>⟦[AM]\d+⟧)"
_PERSON = r"(?P<who>⟦P\d+⟧)"
_WHAT = r"(?P<what>⟦[TMAW]\d+⟧)"
_GROUP = r"(?P<what>⟦[TMW]\d+⟧)"
_ADV = r"(?:(?:shall|also|now|jointly|together|both|has|have|had|will|then|kindly|generously|continues?\s+to)\s+)*"
_BE = r"(?:is|are|was|were|will\s+be|shall\s+be|has\s+been|have\s+been|continues?\s+to\s+be)\s+(?:now\s+|currently\s+|jointly\s+|also\s+)?"
_KIND = r"(?:(?:its|the|an?|joint|technical|interim|permanent|small|administrative|executive|common|dedicated)\s+)*"
_SERVICE = r"(?:\s+(?:services?|support|functions?|duties|role|tasks))?"
_DUTIES = rf"(?:(?:the|all)\s+)?(?:functions?\s+of\s+|role\s+of\s+|duties\s+of\s+|tasks\s+of\s+)?{_KIND}secretariat{_SERVICE}"
_DONE = r"(?:provided|performed|ensured|assured|assumed|undertaken|supplied|staffed|run|managed|operated|exercised|carried\s+out|discharged|fulfilled|shared)"
_DOES = r"(?:provides?|provided|ensures?|ensured|performs?|performed|assumes?|assumed|supplies|supply|staffs?|manages?|managed|runs?|ran|operates?|operated|maintains?|carries\s+out|carry\s+out|exercises?|discharges?|fulfils?|shares?|(?:took|takes|has\s+taken|have\s+taken)\s+over|forms?|formed)"
_AS = r"(?:(?:serving|acting|functioning|continuing)\s+)?as"
_TITLE = r"(?P<title>(?:(?:[Aa]cting|[Ii]nterim|[Nn]ew|[Cc]urrent|[Ff]irst|[Ss]econd)\s+)?(?:[Cc]o[-‐‑–]?|[Vv]ice[-‐‑–\s]?)?(?:[Cc]hair(?:person|man|woman|men)?|[Pp]resident|[Ff]acilitator|[Cc]oordinator|[Rr]apporteur|[Mm]oderator|[Ss]ecretariat|[Ll]ead)s?)"
_ANY_TITLE = _TITLE.replace("?P<title>", "?:")
_OFFICER = r"(?P<title>(?:(?:[Aa]cting|[Ii]nterim|[Nn]ew|[Cc]urrent|[Ff]irst|[Ss]econd)\s+)?(?:[Vv]ice[-‐‑–\s]?(?:[Cc]hair(?:person|man|woman|men)?|[Pp]resident)|[Rr]apporteur)s?)"
_OWN = r"(?P<title>(?:[Cc]o[-‐‑–]?|[Vv]ice[-‐‑–\s]?)?(?:[Cc]hair(?:person|man|woman)?|[Pp]resident)|[Rr]apporteur|[Ff]acilitator|[Cc]oordinator)"
_MANAGER = r"(?P<title>(?:(?:[Pp]rogramme|[Pp]roject|[Tt]eam|[Cc]ampaign|[Nn]etwork)\s+)(?:[Mm]anager|[Cc]oordinator|[Ll]eader|[Ll]ead|[Hh]ead|[Dd]irector))"
_SURE = "(?P<sure>)"
_END = r"(?![’']s?\b|\s+(?:[A-Z]|secretariat|member|board|committee|group)|\s*⟦)"
_PLACE = r"(?:\s+(?:in|at)\s+(?:the\s+)?(?:[A-Z][\w’'-]+|⟦A\d+⟧)(?:,?\s+(?:[A-Z][\w’'-]+|⟦A\d+⟧)){0,3})"
_PREMISES = r"(?:(?:the|its)\s+)?(?:(?:headquarters|premises|offices?|campus|regional\s+office)\s+of\s+(?:the\s+)?)?"
_SEATED = rf"(?:{_BE}(?:housed|based|located|hosted|seated|headquartered|embedded|anchored)|sits|resides|has\s+its\s+(?:seat|offices|headquarters))\s+(?:at|within|in|with)\s+{_PREMISES}"
_PART = r"(?P<part>(?:(?!the\b|an?\b|its\b)[a-z-]+\s+){0,3}?(?:secretariat|office|(?:data|training|coordination|operations|information|resource|calibration|documentation)\s+cent(?:re|er)|unit|headquarters|hub|node|registry|laboratory|archives?|help\s?desk|server|portal|website|depository|repository))"
_ITS_COUNTRY = r"(?:[Gg]overnment|country|organization|agency|institut(?:e|ion)|ministry|university|city|secretariat|centre|office)"
_HOSTED = r"(?:kindly\s+|generously\s+)?(?P<verb>hosts?|hosted|will\s+host|is\s+hosting|was\s+hosting|had\s+hosted|has\s+hosted|would\s+host|is\s+to\s+host)"
_ACCEPTS = r"[Aa]ccept(?:s|ed)\s+(?:with\s+\w+(?:\s+\w+)?\s+)?the\s+(?:\w+\s+){0,2}(?:offer|invitation)s?\s+(?:made\s+|extended\s+)?(?:of|by|from)\s+"

SERVING: tuple[tuple[str, str], ...] = (
    # hosts
    (COUNTRY_HOST, rf"{_PERSON}[^;⟦]{{0,60}}?,?\s+whose\s+{_ITS_COUNTRY}\s+{_HOSTED}\s+(?:the\s+)?{_WHAT}{_END}"),
    ("host", rf"{_SURE}{_AGENT},\s+whose\s+{_ITS_COUNTRY}\s+{_HOSTED}\s+(?:the\s+)?{_WHAT}{_END}"),
    ("host", rf"{_WHAT},?\s+(?:which\s+)?{_SEATED}{_AGENT}(?!\s*[’'-])"),
    ("host", rf"{_GROUP}\s[^;.⟦]{{3,80}}(?:⟦[AMP]\d+⟧[^;.⟦]{{0,40}})?,?\s+and\s+(?:is\s+|was\s+|are\s+|were\s+|will\s+be\s+)(?P<verb>hosted|housed)\s+(?:at|by)\s+{_PREMISES}{_AGENT}"),
    ("host", rf"{_AGENT}\s+(?:was|were|has\s+been|have\s+been)\s+(?:\w+ly\s+)?(?:thanked|commended|congratulated)\s+for\s+(?:having\s+)?(?:\w+ly\s+)?(?:co-)?host(?:ed|ing)\s+(?:the\s+)?{_WHAT}{_END}"),
    ("host", rf"{_WHAT}{_PLACE}?,?\s+for\s+which\s+{_AGENT}\s+(?:is|was|acts\s+as|acted\s+as|will\s+be|serves\s+as|served\s+as)\s+(?:the\s+)?(?:host|venue)\b"),
    ("host", rf"{_AGENT},?\s+(?:which\s+|who\s+)?(?:is|are|was|were|will\s+be)\s+(?:kindly\s+)?(?:providing|hosting)\s+(?:the\s+venue\s+(?:for|of)\s+)?(?:the\s+)?{_GROUP}{_END}"),
    ("host", rf"{_AGENT}\s+{_ADV}(?:provides?|provided|offers?|offered)\s+the\s+(?:venue|premises)\s+(?:for|of)\s+(?:the\s+)?{_GROUP}{_END}"),
    ("host", rf"{_GROUP}{_PLACE}?\s+(?:is|was|will\s+be|is\s+being)\s+(?:organized|convened|held|prepared|led|run|coordinated)\s+by\s+⟦[AMP]\d+⟧,?\s+(?:and\s+)?(?P<verb>hosted)\s+by\s+{_AGENT}"),
    ("host", rf"{_GROUP}{_PLACE}?\s+(?:is|was|will\s+be)\s+(?:organized|convened|held|prepared)\s+by\s+⟦[AMP]\d+⟧{_PLACE}?,?\s+with\s+{_AGENT}\s+{_AS}\s+(?:the\s+|its\s+)?(?:local\s+|kind\s+)?host"),
    (PART_HOST, rf"{_WHAT}(?:[’']s)?\s+(?:[^;.⟦]{{3,60}}\s)?(?:hosted|housed|located|based)\s+(?:by|at|with)\s+⟦[AM]\d+⟧{_PLACE}?,?\s+(?:and|while)\s+its\s+{_PART}\s+(?:is\s+)?(?:hosted\s+)?(?:by|at|with)\s+{_AGENT}"),
    (PART_HOST, rf"{_WHAT}{_PLACE}?\s+(?:is|are)\s+(?:hosted|housed|led|coordinated|chaired|serviced)\s+by\s+⟦[AM]\d+⟧{_PLACE}?,?\s+(?:and|while)\s+its\s+{_PART}\s+(?:is\s+)?(?:hosted\s+)?(?:by|at|with)\s+{_AGENT}"),
    (PART_HOST, rf"{_WHAT}(?:[’']s)?\s+{_PART},?\s+(?:which\s+)?{_SEATED}{_AGENT}(?!\s*[’'-])"),
    (PART_HOST, rf"(?:[Tt]he|[Aa]n?)\s+{_PART}\s+(?:of|for)\s+{_WHAT}(?:,?\s+which)?\s+{_SEATED}{_AGENT}(?!\s*[’'-])"),
    (PART_HOST, rf"(?:[Tt]he|[Aa]n?)\s+{_PART}\s+(?:of|for)\s+{_WHAT}\s+(?:was|has\s+been|is)\s+(?:set\s+up|established|created|opened|inaugurated)[^;.⟦]{{0,60}}?(?:,?\s+and\s+|,\s+which\s+|,\s+)(?:{_BE})?(?:hosted|housed)\s+(?:by|at)\s+{_AGENT}"),
    (PART_HOST, rf"{_AGENT}\s+{_ADV}(?:opened|inaugurated|hosts?|houses?|hosted|housed|accommodates?)\s+(?:the|its|an?)\s+{_PART}\s+(?:of|for)\s+{_WHAT}{_END}"),
    (SECRETARIAT_HOST, rf"{_AGENT}(?:,\s+which)?\s+{_ADV}[a-z-]+s?\s+(?:the\s+)?{_WHAT},?\s+and\s+(?:also\s+)?(?:hosts|houses)\s+its\s+(?:\w+\s+)?secretariat\b"),
    (SECRETARIAT_HOST, rf"(?:^|[.;]\s){_AGENT}\s+{_ADV}(?:hosts?|houses|hosted)\s+{_WHAT}\s+(?:\w+\s+)?secretariat\b"),
    (SECRETARIAT_HOST, rf"{_WHAT}(?:,\s+which|\s)[^;.⟦]{{0,60}}\s{_AGENT}(?:\s+in\s+[A-Z][\w-]+)?,\s+which\s+(?:also\s+)?hosts\s+its\s+(?:\w+\s+)?secretariat\b"),
    ("host", rf"{_SURE}[Rr]epresentative\s+of\s+{_AGENT}\s[^;⟦]{{0,60}}?{_GROUP}[^;.⟦]{{0,40}}?,?\s(?:(?:to|that|which|would|will|is|was|had)\s+){{0,3}}(?:be(?:en)?\s+)?hosted\s+by\s+(?:his|her|their|its)\s+{_ITS_COUNTRY}"),
    ("host", rf"{_SURE}(?:[Ww]elcom(?:es?|ed|ing)\s+(?:with\s+\w+\s+)?|(?:[Tt]ook|[Tt]akes)\s+note\s+(?:with\s+\w+\s+)?of\s+)the\s+(?:\w+\s+)?offer\s+(?:of|by|from)\s+{_AGENT}\s+to\s+(?:co-)?(?:host|hold|organize)\s+(?:the\s+|an?\s+)?(?:[a-z-]+\s+){{0,2}}{_GROUP}{_PLACE}?[^;.⟦]{{0,60}}?\s+and\s+(?:agreed|decided|agrees|decides)\s+(?:to\s+(?:hold|convene|organize|meet)|that)\b"),
    ("host", rf"{_SURE}offers?\s+(?:of|by|from)\s+{_AGENT}\s+to\s+(?:co-)?(?:host|hold|organize)\s+(?:the\s+|an?\s+)?{_GROUP}{_PLACE}?[^;.⟦]{{0,60}}?,\s+which\s+(?:the\s+)?(?:⟦\w+⟧|[\w\s-]{{3,30}}?)\s+(?:had\s+|has\s+)?(?:\w+ly\s+)?accepted"),
    ("host", rf"{_SURE}offers?\s+(?:of|by|from)\s+{_AGENT}\s+to\s+(?:co-)?(?:host|hold|organize)\s+(?:the\s+|an?\s+)?{_GROUP}{_PLACE}?[^;.⟦]{{0,60}}?,?\s+(?:and\s+(?:\w+\s+)?accept(?:s|ed)\s+(?:it|the\s+offer|that\s+offer)|which\s+(?:was|is)\s+(?:\w+ly\s+)?accepted)"),
    ("", rf"{_GROUP},?\s+(?:which|that)\s+{WHO}\s+(?:is|are|was|were)\s+(?:now\s+|currently\s+)?(?P<doing>hosting|chairing|leading|coordinating)\b(?!\s+(?:the|an?|its)\b)"),
    ("host", rf"{_AGENT},?\s+(?:which\s+)?{_ADV}(?:play(?:s|ed)?|acts?|acted)\s+(?:as\s+)?host\s+(?:to|of|for)\s+(?:the\s+)?{_GROUP}{_END}"),
    ("host", rf"[Cc]ountry\s+(?:that|which)\s+(?:had\s+)?host(?:s|ed)\s+(?:the\s+)?{_GROUP},\s+{_AGENT},"),
    ("host", rf"{_AGENT},?\s+(?:which\s+|who\s+)?{_ADV}(?:co-)?host(?:ed|s)?\s+and\s+(?:(?:co-)?(?:funded|funds|fund|organized|organizes|organize|chaired|chairs|chair|facilitated|supported|financed|convened|led|moderated))\s+(?:the\s+|an?\s+)?(?:next\s+|first\s+)?{_GROUP}{_END}"),
    ("host", rf"{_AGENT},?\s+(?:which\s+|who\s+)?{_ADV}(?:co-)?(?:funded|funds|organized|organizes|supported|financed|convened)\s+and\s+(?:co-)?host(?:ed|s)\s+(?:the\s+|an?\s+)?{_GROUP}{_END}"),
    ("host", rf"{_WHAT}\s[^;.⟦]{{3,60}}(?:⟦[AMP]\d+⟧)?,?\s+and\s+(?:is\s+)?(?:\w+ly\s+)?(?:located|based|housed)\s+(?:at|in|within)\s+{_PREMISES}{_AGENT}"),
    ("host", rf"{_WHAT},\s+an?\s+[^;.,⟦]{{3,60}}(?:⟦[AMT]\d+⟧)?,\s+{_SEATED}{_AGENT}(?!\s*[’'-])"),
    ("host", rf"{_GROUP}{_PLACE}?,?\s+{_BE}(?P<verb>hosted|co-hosted)\s+by\s+the\s+(?:[Cc]ity|[Uu]niversity|[Mm]unicipality|[Pp]rovince|[Tt]own|[Rr]egion)\s+of\s+[A-Z][\w-]+,?\s+and\s+(?:the\s+)?{_AGENT}"),
    (PART_HOST, rf"^With\s+(?:its|an?)\s+{_PART}\s+(?:hosted|housed)\s+(?:by|at)\s+{_AGENT},\s+{_WHAT}"),
    (PART_HOST, rf"{_WHAT},?\s+(?:which\s+|that\s+)?(?:has|have|with)\s+(?:its|an?)\s+{_PART}\s+(?:at|with|within|hosted\s+by|based\s+at)\s+{_PREMISES}{_AGENT}"),
    (PART_HOST, rf"(?P<part>(?:Regional|National|Thematic|Local|Global)\s+(?:nodes|hubs|offices|cent(?:re|er)s|secretariats))\s+(?:of|for)\s+{_WHAT}\s+(?:are|were|will\s+be)\s+(?:hosted|housed)\s+(?:by|at)\s+{_AGENT}"),
    ("host", rf"{_WHAT},\s+(?:based|housed|located|hosted)\s+(?:at|within)\s+{_PREMISES}{_AGENT}(?=[,.;]|\s+in\s+[A-Z]|$)"),
    ("host", rf"{_GROUP}[^;.⟦]{{0,80}},?\s+where\s+it\s+(?:was|is|will\s+be)\s+hosted\s+by\s+{_AGENT}"),
    ("host", rf"\bhosting\s+of\s+(?:the\s+)?{_GROUP}\s+by\s+{_AGENT}"),
    ("host", rf"\bhosting\s+by\s+{_AGENT}\s+of\s+(?:the\s+)?{_GROUP}{_END}"),
    (PART_HOST, rf"{_SURE}{_ACCEPTS}{_AGENT}\s+to\s+(?:co-)?host\s+(?:the|its)\s+{_PART}\s+of\s+{_WHAT}{_END}"),
    (PART_HOST, rf"{_SURE}{_ACCEPTS}⟦[AM]\d+⟧\s+to\s+(?:co-)?host\s+(?:[^;.⟦]{{0,60}}\sof\s+)?{_WHAT}{_PLACE}?,?\s+and\s+(?:the\s+offer\s+|that\s+)?(?:of|by|from)\s+{_AGENT}\s+to\s+(?:co-)?host\s+its\s+{_PART}(?!\s+(?:for|on|of)\b)"),
    ("host", rf"{_SURE}{_ACCEPTS}⟦[AM]\d+⟧\s+to\s+(?:co-)?(?:host|hold|convene|organize)\s+(?:(?!\s(?:and|but|while)\s)[^;.⟦]|⟦[TMWA]\d+⟧){{1,120}}?,?\s+and\s+(?:the\s+offer\s+|that\s+)?(?:of|by|from)\s+{_AGENT}\s+to\s+(?:co-)?(?:host|hold|convene|organize)\s+(?:the\s+|its\s+)?{_GROUP}{_END}"),
    ("host", rf"{_AGENT},\s+(?:has\s+|had\s+|kindly\s+)?(?:provides?|provided|offered)\s+the\s+(?:venue|premises)\s+(?:for|of)\s+(?:the\s+)?{_GROUP}{_END}"),
    ("host", rf"{_SURE}{_AGENT}\s+(?:has\s+|had\s+)?(?:kindly\s+|generously\s+)?offered\s+to\s+(?:host|hold|organize)\s+(?:the\s+|an?\s+)?{_GROUP}[^;⟦]{{0,40}}?,\s+(?:an\s+offer\s+(?:that|which)|which\s+offer)\s+[^;.]{{3,60}}?\baccepted\b"),
    (PART_HOST, rf"{_WHAT}[^;.⟦]{{0,80}}(?:⟦[AP]\d+⟧[^;.⟦]{{0,40}})?,?\s+(?:and|while)\s+its\s+{_PART}\s+{_BE}(?:hosted|housed)\s+(?:by|at)\s+{_AGENT}"),
    (PART_HOST, rf"{_AGENT},?\s+(?:in\s+its\s+(?:capacity|role)\s+)?as\s+(?:the\s+)?host\s+of\s+the\s+{_PART}\s+(?:of|for)\s+{_WHAT}{_END}"),
    (PART_HOST, rf"{_WHAT}(?:[’']s)?\s+{_PART}{_PLACE}?,\s+(?:which\s+is\s+)?(?:hosted|housed)\s+(?:by|at)\s+{_AGENT}"),
    (PART_HOST, rf"(?:[Tt]he|[Aa]n?)\s+{_PART}\s+(?:of|for)\s+{_WHAT}{_PLACE}?,\s+(?:hosted|housed)\s+(?:by|at)\s+{_AGENT}"),
    (SECRETARIAT_HOST, rf"{_AGENT}\s+(?:has\s+|had\s+)?(?:signed|concluded)\s+[^;.⟦]{{3,40}}\s+with\s+{_WHAT}\s+to\s+host\s+its\s+(?:\w+\s+)?secretariat\b"),
    ("host", rf"{_SURE}(?:decided|agreed|confirmed|announced|noted)\s+that\s+{_GROUP}\s+(?:would|will)\s+be\s+(?:held|convened){_PLACE}?[^;⟦]{{0,40}}?\s+and\s+(?:(?:would|will)\s+be\s+)?hosted\s+by\s+{_AGENT}"),
    ("host", rf"{_GROUP}[^;.⟦]{{0,80}}⟦[AM]\d+⟧,\s+which\s+(?:had\s+)?hosted\s+it\s+(?:together|jointly)\s+with\s+{_AGENT}"),
    ("", rf"{_GROUP},?\s+which\s+is\s+[a-z]+\s+by\s+⟦[AMP]\d+⟧(?:,?\s+(?:in\s+\w+|together|jointly)\s+with\s+⟦[AM]\d+⟧)?,?\s+and\s+(?:is\s+)?(?P<verb>hosted|chaired|coordinated|facilitated|serviced)\s+by\s+{WHO}"),
    (PART_HOST, rf"{_WHAT}(?:,\s+(?:of|in)\s+which\s+⟦\w+⟧\s+[^;,⟦]{{3,40}})?,\s+has\s+its\s+{_PART}\s+(?:at|with|within)\s+{_PREMISES}{_AGENT}"),
    (PART_HOST, rf"{_WHAT}[^;.⟦]{{0,80}}(?:⟦[AP]\d+⟧[^;.⟦]{{0,40}})?,?\s+and\s+that\s+its\s+{_PART}\s+{_BE}(?:hosted|housed)\s+(?:by|at)\s+{_AGENT}"),
    ("", rf"[Rr]epresentative\s+of\s+{WHO}\s[^;⟦]{{0,60}}?\bthat\s+the\s+(?:Centre|Organization|Agency|Institute|Fund|Bank|Commission|Union|Secretariat|Programme)\s+(?:also\s+)?(?:co-)?(?P<verb>hosts|leads|chairs|coordinates)\s+(?:the\s+)?{_GROUP}{_END}"),
    # secretariats
    ("secretariat", rf"{_SURE}^\W*(?:\w{{1,4}}[.)]\s+)?(?:(?:To|Also|Further)\s+)?[Rr]equests?\*?\s+{_AGENT}\s+to\s+(?:continue\s+(?:to\s+)?)?(?:serv(?:e|ing)|act(?:ing)?|function(?:ing)?)\s+as\s+{_KIND}secretariat\s+(?:of|for|to)\s+{_WHAT}{_END}"),
    ("secretariat", rf"{_SURE}^\W*(?:\w{{1,4}}[.)]\s+)?(?:(?:To|Also|Further)\s+)?(?:[Dd]ecide|[Ee]stablish|[Aa]gree|[Cc]reate|[Ll]aunch)(?:s|es)?\b[^;.⟦]{{0,60}}{_GROUP}(?:[^;.⟦]|⟦[AMP]\d+⟧){{0,120}}?,?\s+and\s+(?:to\s+)?requests?\s+{_AGENT}\s+to\s+(?:serve|act|function)\s+as\s+its\s+{_KIND}secretariat\b"),
    ("secretariat", rf"(?<!\bby\s){WHO},?\s+(?:which\s+)?{_ADV}[a-z]+s\s+(?:(?!\sthat\s)(?:[^;.⟦]|⟦[TMW]\d+⟧)){{3,120}}?,?\s+and\s+(?:also\s+)?(?:{_DOES}|serves?\s+as|acts?\s+as|functions\s+as)\s+{_DUTIES}\s+(?:of|for|to)\s+{_WHAT}{_END}"),
    ("secretariat", rf"{_GROUP}[^;.]{{0,160}}?,?\s+and\s+[^;.⟦]{{0,60}}\s(?:to|of)\s+{_AGENT},\s+which\s+(?:also\s+|currently\s+)?(?:{_DOES}|serves\s+as|acts\s+as|functions\s+as)\s+its\s+{_KIND}secretariat\b"),
    ("secretariat", rf"{_SURE}{_GROUP}[^;.⟦]{{0,60}}(?:⟦\w+⟧[^;.⟦]{{0,60}}){{0,2}},?\s+and\s+(?:that\s+)?{WHO}\s+(?:shall|will|would)\s+(?:also\s+)?(?:provide|ensure|perform|serve\s+as|act\s+as)\s+(?:its|the)\s+secretariat\b(?!\s+(?:(?:agenc|organi[sz]|entit|countr|partner|author|institution|government)\w*\s+)?(?:of|for)\b)"),
    ("secretariat", rf"[Ss]ecretariat{_SERVICE}\s+(?:of|for|to)\s+{_WHAT},\s+(?:jointly\s+)?{_DONE}\s+(?:jointly\s+)?by\s+{WHO}"),
    ("secretariat", rf"{_WHAT}[^;.⟦]{{0,80}}(?:⟦[AMP]\d+⟧[^;.⟦]{{0,40}})?\s+(?:supported|assisted|served)\s+by\s+{WHO}\s+as\s+(?:its\s+|the\s+)?secretariat\b"),
    ("secretariat", rf"{_WHAT}[^;.⟦]{{0,80}}(?:⟦[AMP]\d+⟧[^;.⟦]{{0,40}})?,?\s+with\s+(?:an?\s+)?{_KIND}secretariat\s+{_DONE}\s+by\s+{WHO}"),
    ("secretariat", rf"{_WHAT}[^;.⟦]{{0,60}}\sby\s+{WHO},?\s+(?:with\s+)?the\s+latter\s+(?:also\s+)?(?:providing|serving\s+as|acting\s+as|being|ensuring)\s+(?:its|the)?\s*secretariat"),
    ("secretariat", rf"{WHO}\s+{_ADV}(?:supports?|supported|assists?|assisted|serves?|served)\s+(?:the\s+)?{_WHAT}\s+as\s+(?:its|the)\s+secretariat\b"),
    ("secretariat", rf"{WHO}\s+(?:jointly\s+|together\s+)service\s+(?:the\s+)?{_GROUP}{_END}"),
    ("secretariat", rf"{WHO}\s+(?:jointly\s+)?(?:providing|ensuring|performing|assuming|acting\s+as|serving\s+as|functioning\s+as)\s+{_DUTIES}\s+(?:of|for|to)\s+{_WHAT}{_END}"),
    ("secretariat", rf"(?:^|\b[Tt]he\s+|[.;,]\s+|\s)(?:[Jj]oint\s+|[Tt]echnical\s+|[Ii]nterim\s+)?[Ss]ecretariat{_SERVICE}\s+(?:of|for|to)\s+{_WHAT},?\s+(?:which\s+)?{_BE}{_DONE}\s+(?:jointly\s+)?by\s+{WHO}"),
    ("secretariat", rf"functions\s+of\s+(?:the\s+)?secretariat\s+(?:of|for|to)\s+{_WHAT}\s+{_BE}{_DONE}\s+(?:jointly\s+)?by\s+{WHO}"),
    ("secretariat", rf"{_WHAT}(?:[’']s)?\s+[Ss]ecretariat{_SERVICE},?\s+(?:which\s+)?{_BE}{_DONE}\s+(?:jointly\s+)?by\s+{WHO}"),
    ("secretariat", rf"{_WHAT}[^;.⟦]{{0,100}}(?:⟦[AMP]\d+⟧[^;.⟦]{{0,60}})?,?\s+with\s+{WHO}\s+(?:jointly\s+)?(?:providing|ensuring|performing|supplying|running|assuming|acting\s+as|serving\s+as|functioning\s+as|as)\s+{_DUTIES}\b(?!\s+(?:of|for|to)\s)"),
    ("secretariat", rf"{_WHAT}[^;.⟦]{{0,100}}(?:⟦[AMP]\d+⟧[^;.⟦]{{0,60}})?\s+(?:supported|assisted|serviced|served)\s+by\s+(?:an?\s+)?{_KIND}secretariat,?\s+(?:which|that)\s+{WHO}\s+{_ADV}{_DOES}\b"),
    ("secretariat", rf"{_WHAT}[^;.⟦]{{0,100}}(?:⟦[AMP]\d+⟧[^;.⟦]{{0,60}})?\s+(?:supported|assisted|serviced|served)\s+by\s+(?:an?\s+)?{_KIND}secretariat,?\s+(?:(?:which|that)\s+is\s+)?{_DONE}\s+(?:jointly\s+)?by\s+{WHO}"),
    ("secretariat", rf"{_WHAT}[^;.⟦]{{0,100}}(?:⟦[AMP]\d+⟧[^;.⟦]{{0,60}})?,?\s+(?:and|which)\s+(?:is|are|was|were|will\s+be)\s+(?:jointly\s+)?serviced\s+by\s+{WHO}"),
    ("secretariat", rf"{WHO},?\s+(?:which\s+)?(?:is|are|was|were|has\s+been|have\s+been)\s+(?:also\s+)?(?:entrusted|tasked|charged)\s+with\s+(?:providing\s+|running\s+|performing\s+)?{_DUTIES}\s+(?:of|for|to)\s+{_WHAT}{_END}"),
    ("secretariat", rf"{WHO},?\s+(?:which\s+)?(?:is|are|was|were)\s+(?:also\s+|jointly\s+)?(?:in\s+charge\s+of|responsible\s+for)\s+(?:providing\s+)?{_DUTIES}\s+(?:of|for|to)\s+{_WHAT}{_END}"),
    ("secretariat", rf"{_WHAT}[^;.⟦]{{0,100}}(?:⟦[AMP]\d+⟧[^;.⟦]{{0,60}})?(?:,?\s+and|,)\s+(?:has|have|with)\s+{WHO}\s+as\s+(?:its\s+|the\s+)?(?:joint\s+|technical\s+)?secretariat\b"),
    ("secretariat", rf"{WHO},?\s+(?:which\s+)?{_ADV}{_DOES}\s+{_DUTIES}\s+(?:of|for|to)\s+{_WHAT}{_END}"),
    ("secretariat", rf"{WHO},?\s+(?:which\s+)?{_ADV}[a-z-]+\s+(?:the\s+)?{_WHAT}(?:{_PLACE}|[^;.⟦]{{0,40}})?,?\s+and\s+(?:also\s+)?(?:{_DOES}|serves?\s+as|acts?\s+as|functions\s+as)\s+{_DUTIES}\b(?!\s+(?:of|for|to)\s)"),
    ("secretariat", rf"{_WHAT}[^;.⟦]{{0,100}}(?:⟦[AMP]\d+⟧[^;.⟦]{{0,60}})?[;,]\s+(?:and\s+)?its\s+secretariat,\s+(?:which\s+is\s+)?{_DONE}\s+(?:jointly\s+)?by\s+{WHO}"),
    ("secretariat", rf"{_WHAT},?\s+(?:an?\s+[^;.,⟦]{{3,60}},?\s+)?(?:whose|the)\s+secretariat(?:\s+of\s+which)?\s+(?:is|are)\s+{WHO}"),
    ("secretariat", rf"{_WHAT}[^;.⟦]{{0,80}},?\s+(?:for|of|to)\s+which\s+{WHO}\s+{_ADV}(?:{_DOES}|(?:serve|act|function)s?\s+as|served\s+as|acted\s+as)\s+{_DUTIES}"),
    ("secretariat", rf"{_WHAT}[^;.⟦]{{0,80}},?\s+(?:whose|the)\s+{_DUTIES}(?:\s+of\s+which)?\s+{_BE}{_DONE}\s+(?:jointly\s+)?by\s+{WHO}"),
    ("secretariat", rf"{_WHAT}\s+(?:receives?|received|enjoys?|has)\s+{_KIND}secretariat{_SERVICE}\s+(?:from|provided\s+by)\s+{WHO}"),
    ("secretariat", rf"{WHO},?\s+(?:which\s+)?{_ADV}(?:services|serviced|staffs|staffed)\s+(?:the\s+(?:meetings|work|sessions)\s+of\s+)?(?:the\s+)?{_GROUP}{_END}"),
    ("secretariat", rf"{_GROUP}(?:,?\s+(?:which\s+)?{_BE}|,?\s+)(?:co-)?(?:led|chaired|coordinated|headed|hosted|facilitated|convened)\s+(?:jointly\s+)?by\s+⟦[PAM]\d+⟧{_PLACE}?,?\s+(?:and|while)\s+{WHO}\s+(?:also\s+)?(?:{_DOES}|(?:serve|act|function)s?\s+as)\s+its\s+{_KIND}secretariat\b"),
    ("secretariat", rf"{_WHAT},\s+an?\s+(?:[a-z-]+\s+){{0,4}}?(?:coalition|alliance|partnership|network|initiative|platform|campaign|programme|group|forum|effort|consortium|compact|body|mechanism|collaboration)(?:\s+of\s+[^;.,⟦]{{3,60}})?,?\s+(?:for|of|to)\s+which\s+{WHO}\s+{_ADV}(?:{_DOES}|(?:serve|act|function)s?\s+as)\s+{_DUTIES}"),
    ("secretariat", rf"{WHO}\s+(?:(?:shall|will)\s+)?(?:also\s+)?{_DOES.replace('provides?', 'provides?|provide')}\s+{_DUTIES}\s+(?:for|to|of|at|during)\s+(?P<what>⟦[TMW]\d+⟧)\s+(?:meetings|sessions|work)\b"),
    # the offices beside the chair, in one clause with it
    ("", rf"{_WHAT}\s+(?:[a-z]+ly\s+|then\s+|also\s+)*(?:re-)?elected\s+⟦[PA]\d+⟧\s+as\s+(?:its\s+|the\s+)?[A-Za-z-]+(?:,?\s+and|,|;)\s+(?:and\s+)?{WHO}\s+as\s+(?:its\s+|the\s+)?{_OFFICER}\b(?!\s+(?:(?:agenc|organi[sz]|entit|countr|partner|author|institution|government)\w*\s+)?(?:of|for)\b)"),
    ("", rf"{_WHAT}\s+(?:[a-z]+ly\s+|then\s+|also\s+)*(?:re-)?elected\s+⟦[PA]\d+⟧\s+as\s+(?:its\s+|the\s+)?[A-Za-z-]+,\s+⟦[PA]\d+⟧\s+as\s+(?:its\s+|the\s+)?[A-Za-z-]+(?:,?\s+and|,|;)\s+(?:and\s+)?{WHO}\s+as\s+(?:its\s+|the\s+)?{_OFFICER}\b(?!\s+(?:(?:agenc|organi[sz]|entit|countr|partner|author|institution|government)\w*\s+)?(?:of|for)\b)"),
    ("", rf"⟦[PA]\d+⟧\s+(?:was|were)\s+(?:re-)?elected\s+(?:as\s+)?(?:the\s+)?[A-Za-z-]+\s+(?:of|for)\s+{_WHAT}(?:,?\s+and|,|,?\s+with)\s+{WHO}\s+(?:was\s+elected\s+|were\s+elected\s+)?(?:as\s+)?(?:its\s+|the\s+)?{_OFFICER}\b(?!\s+(?:(?:agenc|organi[sz]|entit|countr|partner|author|institution|government)\w*\s+)?(?:of|for)\b)"),
    ("", rf"(?:\bas\s+|\bis\s+|\bare\s+|\bwas\s+|\belected\s+)(?:the\s+)?[A-Za-z-]+(?:\s[a-z-]+)?\s+(?:of|for)\s+{_WHAT},?\s+(?:and|with)\s+(?:of\s+)?{WHO}\s+(?:as\s+)?(?:its\s+|the\s+|as\s+){_TITLE}\b(?!\s+(?:(?:agenc|organi[sz]|entit|countr|partner|author|institution|government)\w*\s+)?(?:of|for)\b)"),
    ("", rf"(?:\bas\s+|\belected\s+)(?:the\s+)?{_ANY_TITLE}\s+(?:of|for)\s+{_WHAT},?\s+and\s+{WHO}\s+as\s+{_TITLE}\b(?!\s+(?:(?:agenc|organi[sz]|entit|countr|partner|author|institution|government)\w*\s+)?(?:of|for)\b)"),
    ("", rf"(?:[Ee]lection|[Aa]ppointment|[Dd]esignation)\s+by\s+{_WHAT}\s+of\s+⟦[PA]\d+⟧\s+as\s+(?:its\s+|the\s+)?[A-Za-z-]+,?\s+and\s+(?:of\s+)?{WHO}\s+as\s+(?:its\s+|the\s+)?{_TITLE}\b(?!\s+(?:(?:agenc|organi[sz]|entit|countr|partner|author|institution|government)\w*\s+)?(?:of|for)\b)"),
    ("", rf"⟦[PAM]\d+⟧\s+(?:(?:also|now|will|has|had)\s+)*(?:co-)?(?:chairs?|chaired|leads?|led|facilitates?|facilitated|coordinates?|coordinated|presides\s+over|heads?)\s+(?:the\s+)?{_WHAT},?\s+(?:with|and)\s+{WHO}\s+(?:{_AS}|is)\s+(?:its\s+|the\s+)?{_TITLE}\b(?!\s+(?:(?:agenc|organi[sz]|entit|countr|partner|author|institution|government)\w*\s+)?(?:of|for)\b)"),
    ("", rf"{_WHAT}[^;.⟦]{{0,60}}(?:⟦[AMP]\d+⟧[^;.⟦]{{0,40}})?,?\s+with\s+⟦[PAM]\d+⟧\s+{_AS}\s+(?:its\s+|the\s+)?[A-Za-z-]+,?\s+and\s+{WHO}\s+(?:{_AS}\s+)?(?:its\s+|the\s+)?{_OFFICER}\b(?!\s+(?:(?:agenc|organi[sz]|entit|countr|partner|author|institution|government)\w*\s+)?(?:of|for)\b)"),
    ("", rf"(?P<what>⟦[TW]\d+⟧)\s+by\s+⟦[PA]\d+⟧,?\s+with\s+{WHO}\s+{_AS}\s+{_OFFICER}\s+of\s+the\s+latter\b"),
    ("", rf"(?:[Pp]ost|[Pp]osition|[Oo]ffice|[Ff]unction|[Rr]ole)s?\s+of\s+(?:the\s+)?{_TITLE}\s+(?:of|in|for)\s+{_WHAT}\s+{_BE}(?:held|filled|occupied|assumed|exercised)\s+by\s+{WHO}"),
    ("officer", rf"[Vv]ice-?(?:chair(?:man|person)?ship|presidency)\s+of\s+{_WHAT}\s+{_BE}(?:held|assumed|taken)\s+by\s+{WHO}"),
    ("officer", rf"{WHO}\s+{_ADV}(?:holds?|held|assumed|assumes|takes?|took)\s+the\s+(?:vice-?(?:chair(?:man|person)?ship|presidency)|post\s+of\s+(?:vice-?(?:chair|president)|rapporteur)|position\s+of\s+(?:vice-?(?:chair|president)|rapporteur))\s+(?:of|in)\s+{_WHAT}{_END}"),
    ("", rf"{_PERSON},?\s+(?:who\s+(?:is|was)\s+|(?:is|was)\s+)?{_WHAT}(?:[’']s)?\s+(?:new\s+|current\s+|newly\s+elected\s+|acting\s+)?{_OWN}(?=,|\.|;|\s+(?:and|said|reported|presented|introduced)\b|$)"),
    ("", rf"{_WHAT}[’']s?\s+(?:new\s+|current\s+|newly\s+elected\s+|\w+\s+)?{_OFFICER},?\s+{_PERSON}"),
    ("", rf"(?:[Tt]he\s+)?{_MANAGER}\s+(?:of|for)\s+{_GROUP},?\s+{_PERSON}"),
    ("lead", rf"{_PERSON}(?:,\s+|,?\s+(?:who\s+)?(?:is|was|serves\s+as|acts\s+as|has\s+been|will\s+be)\s+)(?:the\s+)?(?:new\s+)?(?P<title>(?:[Pp]rogramme|[Pp]roject|[Tt]eam|[Cc]ampaign|[Nn]etwork)\s+(?:[Mm]anager|[Cc]oordinator|[Ll]eader|[Hh]ead|[Dd]irector))\s+(?:of|for)\s+{_GROUP}{_END}"),
    ("lead", rf"{_GROUP},?\s+(?:of\s+which\s+the|whose)\s+(?:\w+\s+)?(?:[Mm]anager|[Cc]oordinator|[Ll]eader|[Hh]ead|[Dd]irector)\s+is\s+{_PERSON}"),
    ("officer", rf"{_WHAT}\s+(?:[a-z]+ly\s+|then\s+|also\s+)*(?:re-)?elected\s+{_PERSON}\s+(?:as\s+(?:new\s+)?members\s+of|to\s+serve\s+on|to|to\s+replace\s+(?:the\s+)?(?:outgoing\s+)?members\s+of)\s+(?:its|the)\s+[Bb]ureau\b"),
    ("", rf"{_WHAT},?\s+{_BE}(?:co-)?(?:chaired|led|headed|coordinated|facilitated)\s+by\s+⟦[PAM]\d+⟧[;,]?\s+(?:and\s+)?{WHO}\s+(?:(?:(?:will|shall)\s+)?(?:serves?|acts?|served|acted)\s+as|is|are|was|were|will\s+be)\s+(?:its\s+|the\s+)?{_OFFICER}\b(?!\s+(?:(?:agenc|organi[sz]|entit|countr|partner|author|institution|government)\w*\s+)?(?:of|for)\b)"),
    ("", rf"{_WHAT},?\s+{_BE}(?:co-)?(?:chaired|led|headed|coordinated|facilitated)\s+by\s+⟦[PAM]\d+⟧,?\s+(?:assisted|supported|aided|flanked)\s+by\s+(?:(?:its|two|three|four|the|as)\s+)*{_OFFICER},?\s+{WHO}"),
    ("", rf"(?P<who>⟦P\d+⟧),\s+(?:the\s+)?{_TITLE},\s+and\s+⟦P\d+⟧,\s+(?:the\s+)?{_ANY_TITLE},\s+of\s+{_WHAT}{_END}"),
    ("", rf"⟦P\d+⟧,\s+(?:the\s+)?{_ANY_TITLE},\s+and\s+(?P<who>⟦P\d+⟧),\s+(?:the\s+)?{_TITLE},\s+of\s+{_WHAT}{_END}"),
    ("", rf"{_WHAT}\s+(?:has|have|had)\s+(?:re-)?elected\s+{WHO}\s+as\s+(?:its\s+|the\s+)?{_TITLE}\b(?!\s+(?:(?:agenc|organi[sz]|entit|countr|partner|author|institution|government)\w*\s+)?(?:of|for)\b)"),
    ("", rf"{_WHAT}\s+(?:has\s+|have\s+|had\s+)?(?:re-)?elected\s+⟦[PA]\d+⟧\s+as\s+(?:its\s+|the\s+)?[A-Za-z-]+,\s+{WHO}\s+as\s+(?:its\s+|the\s+)?(?:[Ff]irst\s+|[Ss]econd\s+)?{_OFFICER}\b(?!\s+(?:(?:agenc|organi[sz]|entit|countr|partner|author|institution|government)\w*\s+)?(?:of|for)\b)"),
    ("", rf"{_WHAT}\s+(?:has\s+|have\s+|had\s+)?(?:re-)?elected\s+⟦[PA]\d+⟧\s+as\s+(?:its\s+|the\s+)?[A-Za-z-]+,\s+⟦[PA]\d+⟧\s+as\s+(?:its\s+|the\s+)?[A-Za-z-]+(?:\s[A-Za-z-]+)?,?\s+and\s+{WHO}\s+as\s+(?:its\s+|the\s+)?{_OFFICER}\b(?!\s+(?:(?:agenc|organi[sz]|entit|countr|partner|author|institution|government)\w*\s+)?(?:of|for)\b)"),
    ("lead", rf"{_PERSON}(?:,\s+|,?\s+(?:who\s+)?(?:is|was)\s+)(?:the\s+)?(?P<title>[Mm]anager|[Ll]eader)\s+of\s+{_GROUP}{_END}"),
    ("", rf"{_WHAT}\s+is\s+(?:serviced|supported|hosted|housed)\s+by\s+⟦[AM]\d+⟧{_PLACE}?,?\s+and\s+(?:is\s+)?(?P<verb>chaired|co-chaired|led|coordinated|headed|facilitated)\s+by\s+{WHO}"),
    ("", rf"(?P<who>⟦[PA]\d+⟧)\s+(?:was|were)\s+(?:re-)?elected\s+(?:as\s+)?{_TITLE},?\s+(?:and\s+)?⟦[PA]\d+⟧\s+(?:as\s+)?{_ANY_TITLE}(?:,?\s+and\s+⟦[PA]\d+⟧\s+(?:as\s+)?{_ANY_TITLE})?\s+of\s+{_WHAT}{_END}"),
    ("", rf"⟦[PA]\d+⟧\s+(?:was|were)\s+(?:re-)?elected\s+(?:as\s+)?{_ANY_TITLE},?\s+(?:and\s+)?(?P<who>⟦[PA]\d+⟧)\s+(?:as\s+)?{_TITLE}(?:,?\s+and\s+⟦[PA]\d+⟧\s+(?:as\s+)?{_ANY_TITLE})?\s+of\s+{_WHAT}{_END}"),
    ("", rf"⟦[PA]\d+⟧\s+(?:was|were)\s+(?:re-)?elected\s+(?:as\s+)?{_ANY_TITLE},?\s+(?:and\s+)?⟦[PA]\d+⟧\s+(?:as\s+)?{_ANY_TITLE},?\s+and\s+(?P<who>⟦[PA]\d+⟧)\s+(?:as\s+)?{_TITLE}\s+of\s+{_WHAT}{_END}"),
    ("", rf"{_SURE}{WHO}\s+(?:has\s+|have\s+|had\s+)?(?:kindly\s+)?(?:agreed|accepted)\s+to\s+(?:act|serve|continue)\s+as\s+(?:the\s+|its\s+)?{_TITLE}\s+(?:of|for)\s+{_WHAT}{_END}"),
    ("", rf"{WHO},?\s+(?:who|which)\s+(?:is|was)\s+also\s+(?:the\s+|an?\s+|one\s+of\s+the\s+)?{_TITLE}\s+(?:of|for)\s+{_WHAT}{_END}"),
    ("", rf"{_WHAT},?\s+(?:(?:which\s+)?(?:is|was|will\s+be|shall\s+be)\s+)?(?:co-)?(?:chaired|led|coordinated|facilitated)\s+by\s+⟦[PAM]\d+⟧[^;.⟦]{{0,50}}?,?\s+with\s+{WHO}\s+{_AS}\s+(?:its\s+|the\s+)?{_TITLE}\b(?!\s+(?:(?:agenc|organi[sz]|entit|countr|partner|author|institution|government)\w*\s+)?(?:of|for)\b)"),
    # who heads an organization
    ("officer", rf"(?P<what>⟦[AMT]\d+⟧)(?:[’']s)?\s+(?:(?:new|current|first|acting)\s+)?(?:{FUNCTION}|[Ee]xecutive\s+(?:director|secretary)|secretary-general|director-general|chief\s+executive)\s+is\s+{_PERSON}"),
    ("officer", rf"{_PERSON}(?:\s+is|,(?:\s+who\s+is)?)\s+(?P<what>⟦[AMT]\d+⟧)\s+(?:(?:new|current|first|acting)\s+)?(?:{FUNCTION}|[Ee]xecutive\s+(?:director|secretary)|secretary-general)(?=[,.;]|\s+and\b|$)"),
    ("officer", rf"(?:[Tt]he\s+)?(?<!ormer\s){FUNCTION}\s+of\s+(?:the\s+)?(?P<what>⟦[AMT]\d+⟧)\s+is\s+{_PERSON}"),
    ("officer", rf"Under\s+its\s+(?:new\s+|current\s+)?{FUNCTION},\s+{_PERSON},\s+(?P<what>⟦[AMT]\d+⟧)"),
    ("officer", rf"(?P<what>⟦[AMT]\d+⟧)\s+(?:has\s+|had\s+)?(?:appointed|named|elected|selected|confirmed)\s+{_PERSON}\s+(?:as\s+)?(?:its|the)\s+(?:new\s+|next\s+)?{FUNCTION}\b(?!\s+of\b)"),
    ("officer", rf"{_PERSON},?\s+(?:who\s+)?{_ADV}(?:heads?|headed|directs?|directed|runs)\s+(?:the\s+)?(?P<what>⟦[AM]\d+⟧){_END}"),
    ("officer", rf"(?P<what>⟦[AM]\d+⟧){_PLACE}?,?\s+(?:which|that)?\s*(?:is|was|has\s+been)\s+(?:now\s+)?(?:headed|directed)\s+by\s+{_PERSON}"),
    ("officer", rf"(?P<what>⟦[AM]\d+⟧){_PLACE}?,?\s+(?:whose|of\s+which\s+the)\s+(?:new\s+|current\s+)?(?:[Hh]ead|{FUNCTION})\s+is\s+{_PERSON}"),
    ("officer", rf"{_PERSON},?\s+(?:who\s+)?(?:(?:has\s+|had\s+)?(?:been|was|is|became|becomes|will\s+be|has\s+been\s+serving|has\s+served|serves|served|took\s+over|takes\s+over|has\s+taken\s+over|took\s+office|has\s+taken\s+office|takes\s+office)\s+)(?:(?:appointed|named|confirmed|selected|designated|re-?appointed|reappointed|now|also|currently)\s+)?(?:as\s+)?(?:the\s+)?(?:new\s+)?{FUNCTION}\s+of\s+(?:the\s+)?(?P<what>⟦[AMT]\d+⟧){_END}"),
    ("officer", rf"{_PERSON},?\s+(?:the\s+)?(?:new|newly\s+appointed|incoming)\s+{FUNCTION}\s+of\s+(?:the\s+)?(?P<what>⟦[AMT]\d+⟧){_END}"),
    ("officer", rf"(?P<what>⟦[AMT]\d+⟧)\s+(?:is|was)\s+represented\s+by\s+its\s+{FUNCTION},?\s+{_PERSON}"),
    ("officer", rf"(?P<what>⟦[AM]\d+⟧)[’']s?\s+(?:new\s+|current\s+)?{FUNCTION},?\s+{_PERSON}"),
    ("officer", rf"(?:[Aa]ppointed|[Nn]amed|[Dd]esignated|[Cc]onfirmed)\s+{_PERSON}\s+(?:as\s+)?(?:its\s+|the\s+)?(?:new\s+)?{FUNCTION}\s+of\s+(?:the\s+)?(?P<what>⟦[AMT]\d+⟧){_END}"),
    ("", rf"{_WHAT}[^;.⟦]{{0,80}}(?:⟦[AMP]\d+⟧[^;.⟦]{{0,40}})?[;,]\s+(?:and\s+)?its\s+{_OFFICER}\s+(?:is|was|will\s+be)\s+{WHO}"),
    ("", rf"{_WHAT}\s[^;.⟦]{{0,40}}⟦[AM]\d+⟧,\s+which\s+(?P<verb>leads|coordinates|hosts|chairs|runs)\s+it\s+(?P<joint>jointly|together)\s+with\s+{WHO}"),
)
