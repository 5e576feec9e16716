"""Works that only words describe, where nothing is named: "the joint inventory of ponds", "Chapter 2, on soil", "the project ClearPonds".

They are looked for only beside a word that says who leads, hosts, serves or works together there: a noun phrase alone is no entity.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.extract.alternatives import by_letter, capitalized
from kg.extract.drafting import without_edge, without_place
from kg.extract.naming import after_agent, described_before, head_of, in_full, only_group_before, subject_before
from kg.extract.phrases import BOARD_OF, MADE_JOINTLY, NAMES, STAFFED
from kg.extract.reading import AGENTS, BODIES, GROUPS
from kg.extract.shapes_proposing import SPOKEN_OF
from kg.extract.words import Guarded, any_of
from kg.model import Span
from kg.text import sentences

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.extract.reading import Reading
    from kg.model import Entity, Passage

_GROUP = r"(?:sub-?)?(?:group|jury|team|taskforce|force|committee|board|panel|council|caucus|bureau)"
_EVENT = r"(?:workshop|meeting|session|conference|dialogue|seminar|webinar|round\s?table|symposium|forum|assembly|ceremony|launch|side\s+event|event|summit|retreat|segment|exhibition|gathering|hearing|plenary|course|consultation)"
_WORK = (
    r"(?:project|deliverable|section(?=\s+on\s)|toolbox|(?:technical\s+support\s+)?unit(?=\s+(?:on|for)\s)|(?:white|position|policy)\s+paper|(?:advisory|technical|guidance|joint|briefing|[Bb]riefing|[Pp]olicy)\s+[Nn]ote|(?:response|support)\s+desk|fund(?=\s+for\s)|(?:dedicated|funding|financing|special)\s+window(?=\s+(?:for|on)\s)|tool\s?kit|map|programme|program|initiative|campaign|contest|competition|study|assessment|survey|inventory|exercise|pilot|mission|review|analysis|mapping|report|chapter|component|(?:work\s+)?package|workstream|strand|track|pillar|"
    r"task|node|tool|indicator(?=\s+(?:on|of|for)\s)|(?:reporting|notification|registration|application|data|monitoring)\s+(?:form|template|format|protocol|standard)|(?:regional|project|liaison|field|country|programme)\s+office|action\s+plan|strategy|roadmap|guidelines|guidance|toolkit|handbook|manual|database|portal|observatory|centre|center|facility|station|laboratory|field\s+school|hub|baseline|index|atlas|catalogue|brochure|bulletin|newsletter|publication|synthesis|"
    r"curriculum|questionnaire|(?:guidance|concept|coordination|policy|scoping|position)\s+(?:note|paper)|training|prize|award|decade|system|service|network|partnership(?!\s+(?:between|among)\s)|alliance|coalition|consortium(?!\s+(?:of|comprising)\s+(?:the\s+)?[A-Z])|platform|community\s+of\s+practice|preparatory\s+process|process|negotiations|preparations?|"
    r"intercomparison|compilation|drafting|finalization|elaboration|update|revision|preparation|inter-?calibration|clearing-house|information\s+system|roster|fellowship|scheme|mechanism|collaboration(?!\s+(?:of|between|with|among|on|in)\s)|guide|compendium|(?<!\ban\s)overview|outlook|dashboard|methodology|primer|glossary|registry|register|dataset|trials?|textbook|expedition|cruise|census|trials?|activity|briefing|brief|module|feasibility\s+study|[Ww]ork(?=\s+(?:on|with)\s)|accelerator|incubator|help\s?desk|dashboard|tracker|repository|academy|monitoring(?=\s+of\s))"
)
_HEAD = rf"(?P<head>{by_letter(rf'{_GROUP}|{_EVENT}|{_WORK}')})"
_SMALL = r"(?:of|on|for|in(?!\s+(?:partnership|collaboration|cooperation|close|order|particular|addition|line|accordance|response|turn|place|progress|question|general)\b|\s+[A-Z\d])|to|under(?!\s+the\s+(?:joint\s+|overall\s+)?(?:lead|leadership|coordination|chair\w*|guidance|auspices|direction|responsibility)\b)|against|about|towards?|between|among|across|within)"
_NOT = r"(?:under(?=\s+that\s+of\b)|" + by_letter(r"is|are|was|were|has|have|had|will|would|shall|can|could|should|may|might|to\s+be|be|been|being|in\s+(?:close\s+)?(?:partnership|collaboration|cooperation)|together\s+with|jointly|alongside|by|which|that|who|whose|where|and\s+(?:is|was|its|the|an?|to|that|by|[a-z]+ed|(?:also\s+)?(?:decides|requests|invites|agrees|encourages|welcomes|urges|takes|thanks|notes|accepts|expresses|provides|hosts|chairs|leads|coordinates|serves|acts|works|supports|publishes|manages|runs|organizes|prepares|facilitates))|brought|gathered|drew|attracted|assembled|led|chaired|headed|hosted|coordinated|facilitated|moderated|convened|held|organized|carried|implemented|together|jointly|alongside|with|in\s+(?:\w+\s+)?(?:collaboration|partnership|cooperation|association)|together|jointly|alongside|as|at|from|since|until|during|took|taken|met|continue[sd]?|began|begun|started|concluded|reported|presented|agreed|aims?|seeks?|shows?|showed|includes?|comprises?|and\s+(?:the\s+)?[A-Z][\w-]+\s+(?:the|that|as|is|are|was|will|has|serves?|acts?|chairs|leads|by)") + ")"
_MADE = r"(?:prepared|developed|produced|published|written|drafted|compiled|launched|issued|conducted|undertaken|executed|established|designed|funded|financed|supported)"
_WORD = rf"(?!(?:{_NOT}|{_MADE})\b)[\w’'&/-]+(?:–\w[\w’'&/-]*)?(?:(?<=\d)(?:\.\d+)+)?"
_LOWER = rf"(?!{_NOT}\b)(?!(?:of|on|for|in|to|and|or|the|an?|this|its)\b)[\w’'&/-]+(?:–\w[\w’'&/-]*)?"
_TAIL = rf"(?P<tail>(?:,(?=\s+on\s))?\s+{_SMALL}\s+(?:{_WORD}(?:\s*,)?\s+){{0,12}}?{_WORD}(?=\s*(?:[,;:()]|\.(?!\d)|\Z|\s(?:{_NOT}|{_MADE})\b|\s+and\s+(?:is|was|are|its|the|to|that|by|in|co-|decides|agrees|requests|invites|welcomes|thanks|notes|accepts)\b)))"
_DETERMINED = Guarded(rf"\b(?=[AaGgIiOoSsTtWw])(?P<det>[Tt]he\s|[Tt]his\s+year[’']s\s|[Aa]n?\s|[Tt]his\s|[Oo]ur\s|[Ii]ts\s|[Tt]heir\s|(?=Work\s+on\s(?!the\s+[A-Z]))|(?<=\son )(?=(?:[Gg]uidelines|[Gg]uidance|[Ss]tandards)\s+(?:on|for)\s)|(?:(?<=leads )|(?<=lead )|(?<=leading )|(?<=coordinates )|(?<=coordinating )|(?<=led ))(?=work\s+on\s))\s*(?!joint\s+(?:work|preparation|development|implementation|organi[sz]ation)\b)(?P<np>(?:{_LOWER}\s+){{0,5}}?{_HEAD}(?!\w|\s*[-’']|\s+(?:{_HEAD.replace('(?P<head>', '(?:')}|members?|group|team|secretariat|leader|chair|report|(?:steering|advisory|management|executive)\s+\w+|coordinat\w+|managers?|offices?|documents?|partners?|staff|budget|sites?|countr(?:y|ies))\b)(?:\s+(?:[A-Z][\w-]*[A-Z0-9]\w*|\d{{1,2}}(?:\.\d)?|[IVX]{{1,4}})\b)?(?:\s*[“\"][^”\"]{{2,80}}[”\"])?)(?:\s*\((?P<called>[^()]{{2,60}})\))?{_TAIL}?")
"""With an article: "the joint inventory of ponds", "a study on rain", "its component on soil"."""
_NUMBERED = Guarded(
    r"\b(?P<np>(?:[Cc]hapter|[Ww]ork\s+[Pp]ackage|[Pp]roject\s+[Gg]roup|(?:[Ss]ub-?)?[Cc]omponent|[Tt]ask|(?:[Ww]ork\s?|[Aa]ction\s+)[Ss]tream|(?:[Ww]ork|[Tt]hematic|[Pp]rogramme|[Aa]ction|[Ff]ocus|[Oo]utcome|[Pp]riority|[Rr]esult)\s+[Aa]rea|(?:[Aa]ction|[Ww]ork|[Tt]hematic)\s+(?:[Tt]rack|[Ll]ine|[Pp]illar|[Cc]luster)|[Bb]uilding\s+[Bb]lock|[Oo]utput|[Oo]utcome|[Pp]illar|[Cc]ontact\s+[Gg]roup|[Ww]orking\s+[Gg]roup|[Tt]ask\s+[Ff]orce|[Tt]rack|[Cc]luster|[Ss]ection|[Ss]trand|[Pp]hase|[Aa]ctivity|[Mm]odule|[Oo]bjective)\s+(?:\d{1,2}(?:\.\d{1,2})?|[IVX]{1,4}|[A-H])\b(?:\s+of\s+the\s+(?:[a-z-]+\s+){0,4}(?:plan|programme|strategy|roadmap|report|project)\b|\s+of\s+the\s+(?:[A-Z][\w-]*)(?:\s+(?:(?:of|on|for)\s+)?[A-Z][\w-]*){0,5})?)"
    r"(?:\s*\((?P<called>[^()]{2,80})\)|\s+(?P<on>on\s+[a-z][^,.;:()]{2,90}?)(?=,|:|\s+(?:is|was|will|has)\b)|,\s+(?P<topic>(?:on\s+)?[a-z][^,.;:()]{2,90}?)(?=,|:|\s+(?:is|was|will)\b)|\s+[–—-]\s+(?P<dash>[^,.;:()]{2,90}?)(?=,|:|\s+(?:is|was|will)\b))?"
)
"""With a number: "Chapter 2, on soil", "Work package 1 (sampling)"."""
_TITLED = Guarded(
    r"(?:\b(?:[Aa]n?|[Tt]he|[Ii]ts)\s+(?:(?!(?:of|the|for|in|on|an?|to|by|and)\b)[a-z-]+\s+){0,3}?)?\b(?P<type>project|programme|initiative|campaign|study|report|platform|network|brochure|handbook|toolkit|partnership|publication)s?(?:,?\s+(?:called|entitled|titled|named|known\s+as)\s+|,\s+(?=[“\"]|[A-Z][a-z][^,.;]{2,60},)|\s+)(?:[“\"](?P<quoted>[^”\"]{2,90})[”\"]|(?P<name>[A-Z][\w-]*[a-z0-9][A-Z]\w*|[A-Z]{3,12}\b(?!\s+[a-z]+s\b)|[A-Z][\w’'-]+(?:\s+(?:(?:of|for|on|and|in|to|the)\s+){0,2}[A-Z][\w’'-]+){1,5}))"
)
"""With a name of its own: "the project ClearPonds", 'the brochure "One pond"'."""
_APPOSED = Guarded(
    rf"\b[Tt]he\s+(?P<np>(?:{_WORD}\s+){{1,12}}?{_WORD})(?=,\s+(?:which\s+(?:is|was)\s+)?an?\s+(?:[\w-]+\s+){{0,3}}(?:project|programme|initiative|campaign|study|survey|scheme|exercise|activity|undertaking|effort|coalition|alliance|partnership|network|platform)s?\s+(?:(?:(?:that|which)\s+)?(?:(?:is|was)\s+)?(?:jointly\s+)?(?:co-)?(?:led|coordinated|implemented|run|carried|executed|managed|hosted|undertaken)\s|(?:of\s+[a-z\s]{{3,40}}?\s+)?(?:for|of|in)\s+which\s))"
)
"""With a word for what it is after it: "*the restoration of ponds*, a project led by …"."""
_CAPITAL_HEAD = rf"{capitalized(rf'{_WORK}|{_GROUP}|{_EVENT}|Watch|Tool|Day|Week|Year|Fund|Window|Desk|Stocktake|Outlook|School|Academy|Accelerator|Agenda|Challenge|Compact|Pact|Series|Strategy|Framework|Register|Tracker|Lab|Unit|Hub|Tool|Protocol|Standard|Indicator')}|(?:project|programme|initiative)(?![’']s)"
_CAPITALS = re.compile(
    rf"[TtIiAa](?<!\w.)(?:(?<=[Tt])he|(?<=[Ii])ts|(?<=[Aa])n?)\s+(?P<np>(?:[A-Z0-9][\w’'&/-]*\s+(?:(?:of|for|on|and|in|to|at)\s+(?:the\s+)?)?){{0,7}}?(?P<head>{_CAPITAL_HEAD}))(?![\w-]|\s+[A-Z])(?:\s+(?:19|20)\d\d\b)?(?:\s*\([A-Z][\w/-]{{1,12}}\))?(?P<tail>\s+(?:on|for|of|to(?!\s+(?:the\s+)?[A-Z]{{2,}}\b)|against)\s+(?:the\s+)?[A-Z][\w’'-]*(?:(?:,?\s+(?:and|of|for|on|in|the|outside|beyond|within|under|without|with|from|across|through)){{0,3}},?\s+[A-Z][\w’'-]*){{0,9}}(?:\s+(?:19|20)\d\d\b)?)?"
)
"""With capitals: "the Great Ponds Contest", "the Ponds Conference on Rain"."""
_OF_ANOTHER = re.compile(r"\s+(?:for|of|on)\s+(?:that|this|these|those|such|it|them)\b")
_IN_PLACE = re.compile(r"\s+(?:in|at|along|across)\s+(?:the\s+)?[A-ZÀ-Ž][a-zà-ž][\w’'-]*(?:\s+[A-ZÀ-Ž][\w’'-]+){0,3}(?=[,.;:)]|\s+[a-z]|\s*\Z)")
"""Where it is tells it from others: "the restoration trials *in Deep Bay*"."""
_HEADS_NAME = re.compile(r"Atlas|Handbook|Guide|Compendium|Manual|Toolkit|Inventory|Register|Registry|Map|Index|Outlook|Observatory|Compact|Study|Network|Mapping|Database|Portal|Roadmap|Survey|Catalogue|Review|Baseline|Guidelines|Guidance|Overview|Encyclopedia|Academy|School|Dashboard|Bulletin|Year|Day|Decade|Week|Pact|Assessment|Platform|Hub|Project|Programme|Strategy|Challenge|Roster|Census|Curriculum|Campaign|Initiative|Partnership")
"""What stands at the beginning of a name: "the *Atlas* of Small Ponds"."""
_LED_NAME = Guarded(
    r"\b[Tt]he\s+(?P<np>(?:[A-Z][\w’'&-]*\s+(?:(?:of|for|on|and|in|to)\s+(?:the\s+)?)?){1,6}(?P<head>(?!(?:Institute|University|Ministry|Government|Department|Agency|Bank|Office|Secretariat|Council|Commission|Court|Union|Association|Foundation|Society|Company|Parties|Presidency|Organization)\b)[A-Z][\w’'-]*))"
    r"(?=\s+(?:is|was|will\s+be|has\s+been)\s+(?:\w+\s+)?(?:co-)?(?:led|coordinated|managed|implemented|run)\s+(?:jointly\s+)?by\b|,\s+(?:which\s+is\s+)?(?:co-)?(?:led|coordinated|managed|implemented)\s+(?:jointly\s+)?by\b)"
)
"""A name whose words say nothing of its kind, told by what is said of it: "the *Pond Sentinel* is led by FAO"."""
_NO_WORK = re.compile(
    r"[a-z][’']s\s|\b(?:following|present|same|above|other|previous|such|first\s+time|end|basis|secretariat|Secretariat|representative|delegation|discussion|debate|report\s+of\s+the|provisional|agenda|item|use|role|need|importance|number|total|text|paragraph|draft\s+(?:decision|resolution))\b"
)
_NO_TOPIC = re.compile(r"\b(?:sub-items?|items?|agenda|paragraphs?|referred|this|that|these|above|below)\b")
_IS_EVENT = re.compile(rf"{_EVENT}\Z", re.IGNORECASE)
_IS_GROUP = re.compile(rf"{_GROUP}\Z", re.IGNORECASE)
_IS_PRODUCT = re.compile(
    r"(?:report|chapter|briefing|brief|section|action\s+plan|strategy|roadmap|guidelines|guidance|toolkit|handbook|manual|database|portal|index|atlas|catalogue|brochure|bulletin|newsletter|publication|synthesis|curriculum|roster|baseline|output)\Z", re.IGNORECASE
)
_KINDS = (("Event", _IS_EVENT), ("WorkingGroup", _IS_GROUP), ("Deliverable", _IS_PRODUCT))
_SESSION = re.compile(r"\b(?:meeting|session|segment|plenary|consultation)\Z")
"""Which of the meetings, their topic does not say."""
_OWN_NAME = re.compile(r"[“\"\d]|\b[IVX]+\Z|[a-z][A-Z]|\b[A-Z]{3,}")
_ANY = re.compile(
    r"(?:(?:new|joint|regional|global|international|national|external|internal|final|first|second|third|annual|next|last|current|technical|informal|small|large|open-ended|ad\s+hoc|same|whole|entire|main|relevant|"
    r"existing|proposed|planned|ongoing|provisional|draft|revised|updated|present|high-level|various|different|respective|concerned|in-session|intersessional)\s+)+[\w-]+(?:\s+[\w-]+)?\Z", re.IGNORECASE
)
"""Words for a kind, that could be any."""
_FOR_A_PURPOSE = re.compile(r"\b(?:preparatory|organizing|steering|advisory|editorial|scientific|monitoring|negotiating)\s+(?:advisory\s+)?(?:group|committee|board|panel|council|team)\Z", re.IGNORECASE)
_IN_A_PLACE = re.compile(r"(?<=[Gg]roup)\s+in\s+[A-Z].*\Z")
_OF_A_USE = re.compile(r"(?:joint|regional|global|international)\s+(?!(?:new|joint|regional|global|international|national|annual|next|final|technical|informal|draft|interim|online|public|common|single)\b)[a-z-]{4,}\s+(?:database|portal|observatory|platform|registry|register|repository|clearing-house|atlas|inventory|dashboard|laboratory)\Z")
"""Which one, its use tells: "the regional *retrieval* database"."""
_IS_TOOL = re.compile(r"\b(?:questionnaire|tool|toolkit|database|portal|guide|handbook|manual|methodology|dashboard|form|template|indicator|module)\Z")
_ITEM = re.compile(r"\A(?:Agenda\s+)?[Ii]tem\s+\d+(?:\s*\([a-z]\))?[.:]\s+(?=\w)")
_A_TOPIC = re.compile(r"(?!(?:Opening|Closing|Closure|Adoption|Organization|Election|Dates?|Other|Any|Report|Reports|Introduction|Background|Attendance|Agenda|Proceedings|Conclusions?|Discussion|Progress|Update|Review|Status|Matters|Next|Follow|Work|Programme|Budget|Statements?|Summary|Outcomes?|Agreed|Action|Actions)\b)[A-Z][\w’'-]+(?:,?\s+[\w’'-]+){1,7}")
"""A heading that is a topic, and nothing of the procedure."""
_FOR_EVENT = re.compile(r"(?:planning|organizing|organising|preparatory|programme|logistics)\s+(?:group|committee|team|task\s+force)\Z", re.IGNORECASE)
"""Who prepares the event that is spoken of."""
_ONCE = re.compile(r"(?:joint\s+)?side\s+event\Z|(?:launch|kick-off|inception|closing|opening|inaugural|inauguration|final|validation)\s+(?:event|workshop|meeting|conference|ceremony|dialogue|webinar|session)\Z|(?:launch|inauguration)\Z")
"""An event that something has once."""
_LAUNCH_OF = re.compile(r"\blaunch(?:ed|es|ing)?\s+(?:of\s+)?(?:[a-z]+\s+){0,2}?the\s+((?:[A-Z][\w’'-]*\s+(?:(?:of|for|on|and)\s+(?:the\s+)?)?){1,6}[A-Z][\w’'-]*)")
_LOCATED = Guarded(r"\b[Tt]he\s+(?P<np>(?:(?!of\b|the\b)[a-z-]+\s+){0,3}(?P<head>centre|center|office|hub|node|laboratory|station|observatory)\s+in\s+[A-Z][\w’'-]+(?:\s+[A-Z][\w’'-]+){0,2})(?=,|\s+(?:is|was|are|which|hosted|housed|led|run)\b)")
"""With a place: "the regional centre in Chad"."""
_TOPICAL = re.compile(r"(?:(?:first|second|third|expert|experts’|regional|sub-?regional|global|international|technical|ministerial|high-level|joint|thematic|scientific|inter-agency)\s+){1,3}(?:meeting|consultation)\Z", re.IGNORECASE)
_PART_OF_DAY = re.compile(r"(?:(?:morning|afternoon|opening|closing|evening|technical)\s+session|(?:expert|science|parliamentary|youth)\s+segment)\Z")
_ABOUT = re.compile(
    r"(?!(?:contact|drafting|working|expert|task|liaison|steering|advisory|study|project|editorial|author|writing|core|technical|small|informal|review|reference|coordination|negotiating|discussion|planning|regional|national|executive|standing|management|scientific|organizing|age|target|user|focus|peer|whole|political|regional|negotiation|political|interest|income|ethnic|stakeholder|said|latter|former|entire|evaluation|mission|support|control|treatment|country|secretariat|audit|legislative|local|expanded|extended|plenary|high-level|inter-agency|interagency|intersessional|multi-stakeholder|joint|sponsoring|lead|dedicated|specialized|independent|interim)\s)"
    r"[a-z-]+\s+(?:sub-?group|task\s*force|team|committee|board|panel)\Z"
)
"""A group is called by what it is about: "the *communications* subgroup"."""
_FOR_IT = re.compile(r"\s+for\s+(?:that|this|the)\s+(?P<noun>meeting|workshop|conference|dialogue|event|session|summit)\b(?!\s+(?:of|on)\b)")
_OF_NAME = re.compile(r"\s+of\s+(?:the\s+)?[A-Z]")
_MADE_BY = re.compile(r"\b(?:[Tt]he|[Aa]n?)\s+(?:draft\s+|revised\s+|new\s+)*(?P<thing>[A-Za-z][\w-]*(?:\s+(?!(?:had|has|was|were|been)\b)[\w’'-]+){0,14}?),?\s+(?:(?:which|that)\s+)?(?:(?:had|has)\s+been\s+|was\s+|were\s+|is\s+being\s+)?(?:prepared|drafted|developed|written|compiled|produced)\s+by\s+\Z")
"""What a group was for: "the guidance on ponds, which had been prepared by *a task force*"."""
_APPOSED_NAME = Guarded(
    r"(?<!\b[Ii]n )(?<!\b[Aa]t )(?<!\b[Ff]or )(?<!\b[Oo]f )(?<!\b[Tt]o )(?<!\bby )(?<!\bthe )(?<!\bThe )(?<!\band )(?<![A-Z]\w )\b(?!(?:The|This|That|An?|Its?|Their)\b)(?P<np>[A-Z][\w’'-]+(?:\s+(?:(?:of|for|and|on|the|in|to)\s+){0,2}[A-Z][\w’'-]+){1,6})(?=,\s+an?\s+(?:[\w-]+\s+){0,6}?(?P<head>project|programme|initiative|campaign|partnership|alliance|coalition|effort|scheme|platform|network|fund|competition)\b)"
)
"""Without article, with what it is after it: "WWF heads *Frog Watch*, a monitoring project"."""
_WORLD_DAY = Guarded(r"(?<!the )(?<!The )(?<![A-Z]\w )\b(?P<np>(?:World|International|Global|European|African)\s+(?:[A-Z][\w’'-]+\s+(?:(?:of|for|on|the|and)\s+){0,2}){1,4}(?P<head>Day|Week|Month)\b(?:\s+\d{4}\b)?)")
_LAUNCHED = re.compile(r"\b(?:launch|establish|creat|unveil|announc|found|initiat)ed\s+(?:today\s+|yesterday\s+|recently\s+)?\Z")
_ONE = Guarded(r"\b(?:[Tt]he\s+one|[Tt]hat)\s+(?P<tail>(?:on|for|in)\s+(?:[\w’'-]+\s+){0,5}?[\w’'-]+)(?=\s+(?:by|is|was|will)\b|[,.;]|\Z|\s+and\b)")
_ANOTHER = Guarded(r"\b[Tt]he\s+(?P<kind>(?!(?:first|second|third|last|next|same|only|other|latter|former|new|old|big|small|right|wrong)\b)[A-Za-z-]+(?:\s+[A-Z][\w-]+)?)\s+one(?=\s+(?:by|is|was|will)\b|[,.;]|\Z|\s+and\b)")
_OF_A_KIND = re.compile(r"\b[Tt]he\s+(?:(?!(?:of|the|and|by|in)\b)[\w-]+\s+){1,4}?(?P<head>[Cc]ent(?:re|er)|[Nn]ode|[Hh]ub|[Oo]ffice|[Cc]omponent|[Cc]hapter|[Pp]illar|[Tt]rack|[Ss]trand|[Ww]orkstream|[Nn]etwork|[Pp]latform|[Gg]roup|[Uu]nit|[Pp]roject|[Pp]rogramme|[Ss]urvey|[Aa]ssessment)\b(?:\s+of\s+(?:the\s+)?(?P<whole>[A-Z][\w-]*(?:\s+[A-Z][\w-]*){0,4}))?")
"""What "*the southern one*" is one of: the last "northern node" before it."""
_POSSESSED = Guarded(rf"\b[Tt]he\s+(?P<owner>[A-Z][\w&-]*(?:\s+(?:(?:of|for|on)\s+)?[A-Z][\w-]*){{0,5}}|[a-z-]+)[’']s?\s+(?P<np>(?:{_LOWER}\s+){{0,3}}?(?:{_HEAD}|(?P<unit>(?:[a-z-]+\s+)?(?:unit|office))))(?!\w|\s*[-’'])(?P<tail>\s+(?:on|of|for)\s+(?:(?!{_NOT}\b)[\w’'-]+\s+){{0,5}}?(?!{_NOT}\b)[\w’'-]+(?=\s*(?:[,.;:()]|\Z|\s(?:{_NOT}|{_MADE})\b)))?")
"""With whose it is: "*the Panel’s assessment of ponds*", "the network's northern node"."""
_DOING = r"(?P<head>(?!(?:discussion|delegation|session|presentation|consideration|section|nation|population|organi[sz]ation|association|institution|commission|federation|government|department|division|mission|opposition|movement|question|introduction|conversation|meditation|attention|station|foundation|corporation|generation|celebration|nomination|election|exploitation|consumption|production|position|situation|reaction|fraction|profession|procession)s?\b)(?:re-?)?[a-z]{2,}(?:ation|ition|ution|ction|sion|ment|newal|roll-?out|scaling-up|delivery|upgrade|reform|overhaul|roll-?out|ising|izing|analysis)|roll-?out|renewal|upgrade|reform|overhaul|expansion|delivery|upscaling|scaling-up|analysis|testing|monitoring|mapping)"
_LED_DOING = Guarded(
    rf"\b(?:(?:(?:leads?|leading|spearheads?|spearheading|coordinates?|coordinating|steers?)\s+)the\s+(?P<np>(?:(?!(?:of|the)\b)[a-z-]+\s+){{0,2}}?{_DOING}(?P<tail>\s+of\s+(?:(?!{_NOT}\b)[\w’'-]+\s+){{1,7}}?(?!{_NOT}\b)[\w’'-]+(?=\s*(?:[,.;:()]|\Z|\s(?:{_NOT}|{_MADE}|and)\b))))"
    rf"|[Tt]he\s+(?P<np2>(?:(?!(?:of|the)\b)[a-z-]+\s+){{0,2}}?{_DOING.replace('<head>', '<head2>')}\s+of\s+(?:(?!{_NOT}\b)[\w’'-]+\s+){{1,7}}?(?!{_NOT}\b)[\w’'-]+)(?=,?\s+(?:which\s+)?(?:(?:is|was|are|will)\s+)?(?:being\s+|be\s+)?(?:jointly\s+)?(?:led|spearheaded|coordinated)\s+(?:jointly\s+)?by\s))"
)
"""An activity that somebody leads: "leads *the modernization of the gauges*"."""
_LED_TOPIC = Guarded(
    r"\b(?:(?:leads|(?:is|are)\s+leading)\s+on|(?:takes?|took|taking|has|have)\s+the\s+lead\s+(?:on|in))\s+(?P<np>(?!(?:the|an?|its|their|this|these|those|that|which|how|what|whether|all|any|each|both|some|several|many|most|more|such|one|two|three|four|it|them|behalf|issues?|matters?|aspects?|[a-z]+ing)\b)[a-z][\w’'-]{3,}"
    rf"(?:\s+(?:(?:and|of|for)\s+)?(?!(?:{_NOT}|with|working|while|together|and|of|for|where|under|from|at|to|on|in|by|since)\b)[a-z][\w’'-]+){{1,4}})(?=\s*(?:[,.;]|\Z|(?:\s+and(?:\s+the)?)?\s+[A-Z]|\s+(?:while|working|with|together|in\s+(?:close\s+)?(?:cooperation|collaboration|partnership))\b))"
)
"""A topic that somebody leads on: "takes the lead on *community gardens*"."""
_OF_SHORT_FORM = re.compile(r"\sof\s+the\s+[A-Z][a-z]+\Z|\sof\s+(?:it|them|this|that|these|those)\b")
_OF_UNKNOWN = re.compile(r"\b(?:phase|stage|edition|round|part|component|update|report|results?|year)\s+of\s+(?:the|this|that)\s+(?:programme|project|initiative|process|platform|network|partnership|group|campaign|facility|accelerator|alliance|coalition)\Z")
"""Of which one, is not known: "an update on the second phase of *the programme*"."""
_ITEM_NAME = Guarded(r"(?P<np>[A-Z][\w’'&-]*(?:\s+(?:(?:of|for|on|and|in|the|to)\s+){0,2}[\w’'&-]+){0,8})(?=\s*(?::|\s[–—-])\s+(?:jointly\s+)?(?:co-)?(?:led|coordinated|managed|run|hosted|spearheaded)\s+(?:jointly\s+)?by\s)")
"""At the beginning of an item: "*Pond Atlas*: led by FAO"."""
_ANY_TITLE = re.compile(
    r"(?:(?:draft|final|summary|joint|meeting|background|information|press|media|news|workshop|advance|unedited|conference)\s+)*(?:report|release|note|statement|item|advisory|paper|minutes|record|summary|story|update|document)(?:\s+(?:of|by|on|from)\s+the\s+(?:(?:\d{1,3}\w{2}|[a-z]+(?:st|nd|rd|th)|annual|last|joint)\s+)?(?:meeting|session|workshop|secretariat|chair|co-chairs|seminar|event|call|teleconference))?(?:\s*\([^()]{2,40}\))?",
    re.IGNORECASE,
)
"""A title that any document could have."""
_BEGINS = re.compile(r"(?:(?:The|A|An|This|Another|One)\s+)?(?:(?!(?:of|for|in|on|by|to|from|with|and)\b)[a-z-]+\s+){0,3}")
_NEW = re.compile(r"\Anew\s+(?=(?:[a-z-]+\s+){1,}[a-z])")
_NEXT_PRODUCT = re.compile(r"(?:second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)\s+(?:[a-z-]+\s+){1,2}(?:report|assessment|edition|volume|study|survey|outlook|inventory|synthesis)\Z")
"""Which one, its number tells: "a *second joint report*"."""
_HAS = re.compile(r"\b(?:has|have|had)\s+\Z")
"""What something *has*, is its own."""
_DONE_TOGETHER = any_of(
    *"in charge|oordinator|acilitator|oderator|onvener|responsible|helm|hands of|ollaborat|artner|ooperat|ogether|co-organized|co-convened|guidance|launched|invitation|belong|esponsib|onsist|ompos|ompris|contribut|mplementing|xecuting|co-author|"
    "resented|outlined|described|eported on|eported back|eported to|eports on|eport on|Presenting|Reporting|riefed|pdate on|pdate by|eport by|eport from|verview of|verview by|resentation on|resentation by|riefing on|riefing by|pdated|the progress|showcased|"
    "technical support|technically support|supported technically|upported by|assisted|anager of|leader of|Leader of|head of|Head of|hand in hand|side by side|represented|consortium|assists|oint|tasked|Tasked".split("|"),
    *SPOKEN_OF,
)
_HAS_DONE = "led Led chaired Chaired headed hosted Hosted coordinated Coordinated facilitated moderated convened steered spearheaded housed serviced managed run presided directed".split()
_DOES = frozenset(
    "lead leads head heads spearheads steers host hosts chairs coordinate coordinates convene convenes facilitate facilitates moderate moderates services leading heading hosting coordinating chairing facilitating leadership members forces form".split()
).union(co + done for co in ("", "co", "Co") for done in _HAS_DONE)
_IS_DONE = Guarded(
    r"[Mm]anager\s+of|[Ll]eader\s+of|[Hh]ead\s+of|hosting\b|inputs?\b|[Ll]ead\s+(?:agenc|author|organi|entit|countr)|ecretariat\s+(?:of|for|is|was|to|services?|support)|\bwhich\s+(?:[^.;]{2,80}?\s)?(?:provides?|acts?\s+as|serves?\s+as|ensures?)\s+(?:the\s+|its\s+)?secretariat\b|\b(?:housed|based|located)\s+at\b|[Tt]eam(?:s|ed)?\s+up|\bwork(?:s|ed|ing)?\s+(?:closely\s+)?(?:on|with)\b|take\s+part|articipate\s+in|ontributions?\s+(?:from|by)|participation\s+of|"
    r"involve[sd]|(?:project|initiative|product|publication)\s+of\s|made\s+up|(?:develop|prepare|produce|publishe)s\s+with\b|hand\s+in\s+hand|side\s+by\s+side|technical(?:ly)?\s+support|supported\s+technically|work\s+of\s|efforts\s+of\s|shared\s+(?:between|among)|\bseats?\s|\bs(?:its?|at)\s+on|serve[sd]?\s+on|help(?:s|ed|ing)\b|support(?:s|ed)\b"
)
_DONE_WITH = re.compile(r"\b[a-z]++(?:(?<=[a-z]e[dn])|(?<=[a-z]out))\s+(?:by|with)\b")
"""One of these stands beside a work that has no name, where it is told who does what in it: parts of words, whole words, and words together."""
_A_WORD = re.compile(r"\w+")
_TELLING = 3
"""So many words tell one meeting from the others: "the *technical expert meeting*"."""
_LONGEST, _LONGEST_TITLE, _SHORT_TITLE, _REACH = 160, 120, 1, 4000
_OWN = frozenset({"its", "their", "our"})


def tells_of_works(reading: Reading, sentence: Span) -> bool:
    """Tell whether a sentence says of something, which may be a work that has no name, who does what in it."""
    if reading.holds(sentence, _DONE_TOGETHER) or not _DOES.isdisjoint(_A_WORD.findall(reading.text, *sentence)):
        return True
    return _DONE_WITH.search(reading.text, *sentence) is not None or any(reading.matches(_IS_DONE, sentence))


def works_in_words(reading: Reading, passage: Passage, sentence: Span, *, again: bool = True) -> Iterator[tuple[Span, int, Entity]]:
    """Yield works, groups and events that the words of a sentence describe, with the end of the word for their kind."""
    found = [work for match in reading.matches(_LOCATED, sentence) for work in _work(reading, passage, match, _plain(match["np"]), match["head"])]
    found += _in_words(reading, passage, sentence, again=again)
    yield from found
    yield from _one_more(reading, passage, sentence, found)


def _in_words(reading: Reading, passage: Passage, sentence: Span, *, again: bool) -> Iterator[tuple[Span, int, Entity]]:
    """Yield what has a number, a name, or an article."""
    for match in reading.matches(_NUMBERED, sentence):
        more = match["called"] or match["topic"] or match["dash"]
        topic = f" {_plain(match['on'])}" if match["on"] else f", {_plain(more)}" if more else ""
        yield from _work(reading, passage, match, _plain(match["np"]) + topic, match["np"].split()[0])
    titled = list(reading.matches(_TITLED, sentence))
    yield from _with_a_name(reading, passage, sentence, titled)
    yield from _by_what_it_is(reading, passage, sentence)
    yield from _led(reading, passage, sentence)
    for match in reading.matches(_DETERMINED, sentence):
        if any(match.start() <= title.start() < match.end("np") for title in titled):
            continue
        meant = _meant(reading, passage, match) if again and _det(match) in {"the", "this"} and not match["tail"] else None
        if meant:
            yield Span(match.start(), match.end("np")), match.end("np"), meant
            continue
        words = _determined(reading, passage, sentence, match)
        if words and not _NO_WORK.search(match["np"]) and not _NO_TOPIC.search(match["tail"] or "") and not _names_another(reading, Span(*match.span("np"))):
            yield from _work(reading, passage, match, words, match["head"])


def _by_what_it_is(reading: Reading, passage: Passage, sentence: Span) -> Iterator[tuple[Span, int, Entity]]:
    """ "*the restoration of ponds*, a project led by FAO" """
    for match in reading.matches(_APPOSED, sentence):
        if not _names_another(reading, Span(*match.span("np"))):
            yield from _work(reading, passage, match, _plain(match["np"]), "project")


def _led(reading: Reading, passage: Passage, sentence: Span) -> Iterator[tuple[Span, int, Entity]]:
    """ "leads *the renewal of the gauges*" · "*the Panel’s review of ponds*" · "*Pond Atlas*: led by FAO" """
    for match in reading.matches(_LED_DOING, sentence):
        words = match["np"] or match["np2"]
        where = Span(match.start("np") - len("the "), match.end("np")) if match["np"] else Span(match.start("np2") - len("The "), match.end("np2"))
        label = in_full(reading, passage, _plain(words), where.start)
        if not _OF_SHORT_FORM.search(label):
            yield where, where.end, reading.draft("Workstream", "workstream", label, reading.evidence(passage, where))
    for match in reading.matches(_LED_TOPIC, sentence):
        where = Span(*match.span("np"))
        yield where, where.end, reading.draft("Workstream", "workstream", " ".join(match["np"].split()), reading.evidence(passage, where))
    for match in reading.matches(_POSSESSED, sentence):
        named = [e for where, e in reading.named(Span(*match.span("owner")), NAMES | {"Person"}) if where == Span(*match.span("owner"))]
        owner = named[0].label if named else " ".join(match["owner"].split())
        if not (named and named[0].kind in {"Person", "State"}) and not _SESSION.search(match["np"]) and match["head"] != "bureau":
            several = owner.islower() and owner.endswith("s") and reading.text[match.end("owner") + 1].isspace()  # "the donors’ group"
            label = f"{owner}’ {_plain(match['np'])}" if several and not match["tail"] else _plain(match["np"] + (match["tail"] or "")) + ("" if match["tail"] else f" of the {owner}")
            yield from _work(reading, passage, match, label, match["head"] or match["unit"])
    item = reading.begins(_ITEM_NAME, sentence)
    if item and not _names_another(reading, Span(*item.span("np"))):
        yield from _work(reading, passage, item, _plain(item["np"]), item["np"].split()[-1])


def _with_a_name(reading: Reading, passage: Passage, sentence: Span, titled: list[re.Match[str]]) -> Iterator[tuple[Span, int, Entity]]:
    """Yield what has a name of its own, or capitals."""
    for match in titled:
        yield from _work(reading, passage, match, f"{match['type']} {_plain(match['quoted'] or match['name'])}", match["type"])
    for match in _capitalized(reading, sentence):
        board = BOARD_OF.pattern.match(reading.text, match.end("np"), sentence.end)
        if board and board["head"].islower():
            yield from _work(reading, passage, match, f"{board['head'].capitalize()} of the {_plain(match['np'])}", board["head"])
        elif not _names_another(reading, Span(*match.span("np"))):
            yield from _work(reading, passage, match, _plain(match["np"] + (match["tail"] or "")), match["head"])
    for match in (*reading.matches(_APPOSED_NAME, sentence), *reading.matches(_WORLD_DAY, sentence), *reading.matches(_LED_NAME, sentence)):
        if not _names_another(reading, Span(*match.span("np"))):
            yield from _work(reading, passage, match, _plain(match["np"]), match["head"])


def _capitalized(reading: Reading, sentence: Span) -> Iterator[re.Match[str]]:
    """Yield names with capitals; "the Bank on *the Pond Programme*" has two."""
    position = sentence.start
    while match := _CAPITALS.search(reading.text, position, sentence.end):
        inside = after_agent(reading, Span(*match.span("np")))
        position = inside - len("the ") if inside and reading.text.startswith("the ", inside - len("the ")) else match.end()
        if not inside and (match["head"] != match["np"] or (match["tail"] and _HEADS_NAME.fullmatch(match["head"]))):
            yield match


def _one_more(reading: Reading, passage: Passage, sentence: Span, found: list[tuple[Span, int, Entity]]) -> Iterator[tuple[Span, int, Entity]]:
    """ "the chapter on rain is led by FAO, *that on ponds* by WHO": another of the kind before."""
    for match in reading.matches(_ONE, sentence):
        before = [(span.start, e) for span, _, e in found if span.end <= match.start() and not any(where.end >= span.end - 1 for where, _ in reading.named(span, AGENTS | BODIES))]
        before += [(at, e) for at, e in reading.described if sentence.start <= at < match.start()]
        last = max(before, key=lambda pair: pair[0], default=None)
        head = head_of(last[1]) if last else ""
        if last and head != last[1].label.lower():
            label = f"{last[1].label[: len(head)]} {_plain(match['tail'])}"
            yield from _work(reading, passage, match, label, head)
    for match in reading.matches(_ANOTHER, sentence):
        same = list(_OF_A_KIND.finditer(reading.text, sentence.start, match.start()))
        if same:
            whole = f" of the {same[-1]['whole']}" if same[-1]["whole"] else ""
            yield from _work(reading, passage, match, f"{match['kind']} {same[-1]['head']}{whole}", same[-1]["head"])


def _meant(reading: Reading, passage: Passage, match: re.Match[str]) -> Entity | None:
    """Return what "the inventory" means: the only one that was described before, in the same section."""
    found = described_before(reading, match["np"], match.start())
    if found or (_IS_EVENT.search(match["head"]) and match["head"] != "event" and len(match["np"].split()) < _TELLING) or _IS_GROUP.search(match["head"]):
        return found
    start = max(0, match.start() - _REACH)
    own = len(match["np"].split()) > 1 and (_OF_A_USE.match(match["np"]) or not _ANY.match(match["np"]))  # "the satellite component" is no "mapping component"
    words = [" ".join(match["np"].lower().split()), *([] if own else [match["head"].lower()])]
    before = reading.text[start : max(start, match.start())].lower()
    if not any(word.rpartition(" ")[2] in before for word in words):
        return None
    near = (span for span in sentences(reading.text, Span(start, max(start, match.start()))) if any(word.rpartition(" ")[2] in span.of(reading.text).lower() for word in words))
    named = {e.iri: e for span in near for _, _, e in works_in_words(reading, passage, span, again=False)}
    for word in words:
        fitting = [e for e in named.values() if re.search(rf"\b{re.escape(word)}\b", head_of(e))]
        if fitting:
            return fitting[0] if len(fitting) == 1 else None
    return None


def _determined(reading: Reading, passage: Passage, sentence: Span, match: re.Match[str]) -> str:
    """Return what a noun phrase with an article is called; an empty string where it could be any: "a session", "the board of Acme"."""
    words, tail = _plain(match["np"] + (match["tail"] or "")), " ".join((match["tail"] or "").split())
    modified = len(match["np"].split()) > 1
    if _det(match) in _OWN:
        return _owned(reading, passage, sentence, match)
    if _SESSION.search(match["np"]):
        part = _det(match) == "the" and (_PART_OF_DAY.match(match["np"]) and not match["tail"])
        expert = _TOPICAL.match(match["np"]) is not None and tail.startswith(("on ", "for "))
        topical = (modified and tail.startswith("of ")) or (len(match["np"].split()) >= _TELLING and tail.startswith("on ")) or (match["np"] == "session" and tail.startswith("on "))
        return _without_topic(reading, match, words) if part else words if expert or (topical and _det(match) == "the") else ""
    if match["tail"] or match["called"] or _OWN_NAME.search(match["np"]) or _NEXT_PRODUCT.match(match["np"]):
        return words if modified or not _IS_GROUP.search(match["head"]) or _OF_NAME.match(match["tail"] or "") else ""
    if _IS_EVENT.search(match["head"]):
        return words if re.search(r"\b[A-Z]", match["np"]) else _without_topic(reading, match, words) if _ONCE.match(match["np"]) else ""
    made = _made_by(reading, match, words)
    if made and _IS_GROUP.search(match["head"]):
        return made
    own = _HAS.search(reading.text, max(sentence.start, match.start() - 8), match.start())
    any_ = not (_det(match) == "the" and _OF_A_USE.match(match["np"])) and _ANY.match(match["np"]) and not (_FOR_A_PURPOSE.search(match["np"]) and _det(match) in {"a", "an"})
    jointly = not modified and _IS_TOOL.search(match["np"]) and MADE_JOINTLY.match(reading.text, match.end("np"))
    return _without_topic(reading, match, words) if jointly or (not own and modified and not any_) else ""


def _owned(reading: Reading, passage: Passage, sentence: Span, match: re.Match[str]) -> str:
    """Return what "its report" is called, by what the sentence before speaks of; an empty string where that is not sure."""
    words, tail = _plain(match["np"] + (match["tail"] or "")), match["tail"]
    owner = subject_before(reading, passage, sentence) if match.start() == sentence.start or (not tail and _several_act(reading, sentence)) else None
    owner = only_group_before(reading, passage, sentence) if match.start() == sentence.start and (owner is None or owner.kind in STAFFED | {"State", "Person"}) else owner
    if owner and match.start() > sentence.start and owner.kind in AGENTS and _IS_GROUP.search(match["head"]):
        return ""  # "FAO runs a centre. A and B are partners in it, and C sits on its board": not on that of FAO
    return f"{words} of the {owner.label}" if owner else words if tail and not _SESSION.search(match["np"]) else ""


def _several_act(reading: Reading, sentence: Span) -> bool:
    """Tell "FAO and WHO contribute to *its report*", which is that of none of them."""
    first = reading.at(sentence.start, sentence.end, AGENTS)
    return first is not None and len(reading.agents_from(sentence.start, sentence.end)) > 1


def _made_by(reading: Reading, match: re.Match[str], words: str) -> str:
    """Return what "a task force" is called that made what is named just before, or an empty string."""
    start = max(0, match.start() - _LONGEST, *(reading.text.rfind(end, 0, match.start()) + len(end) for end in ("\n\n", ". ")))
    made = _MADE_BY.search(reading.text, start, match.start()) if _det(match) in {"a", "an"} else None
    return f"{words} on the {' '.join(made['thing'].split())}" if made else ""


def _det(match: re.Match[str]) -> str:
    return str(match["det"]).strip().lower()


def _without_topic(reading: Reading, match: re.Match[str], words: str) -> str:
    """Return what a work is called that says what it is by its modifiers alone; two words are of the meeting or the text."""
    made = _made_by(reading, match, words)
    if made or _OF_ANOTHER.match(reading.text, match.end("np")):
        return made
    place = _IN_PLACE.match(reading.text, match.end("np"))
    definite = _det(match) in {"the", "this"}
    whose = _for_an_event(reading, match) if definite and not place else ""
    if place or whose:
        return f"{words} {' '.join(place[0].split())}" if place else f"{words} for the {whose}"
    if len(match["np"].split()) > (len(("kind", "head")) if definite else _TELLING):
        return words  # "the island restoration partnership", "a joint island restoration note"
    if _FOR_EVENT.match(match["np"]) and ((event := _event_spoken_of(reading, match)) or not definite):
        return f"{words} for the {event}" if event else ""
    if definite and _IS_GROUP.search(match["head"]):
        return words if _ABOUT.match(match["np"]) else ""
    launched = _LAUNCH_OF.findall(reading.text, 0, match.start())[-1:] if definite and "launch" in match["np"] else []
    topic = "" if launched or definite else topic_of_heading(reading, match["np"], match.start())
    return f"{words} of the {' '.join(launched[0].split())}" if launched else f"{words} for {topic}" if topic else _of_document(reading, words)


def _event_spoken_of(reading: Reading, match: re.Match[str]) -> str:
    """Return the only event, other than the meeting that is reported on, that a section names up to there: "The offer to host *the Pond Dialogue* was accepted. A planning team …"."""
    passage = next((p for p in reading.paragraphs if p.body.start <= match.start() < p.body.end), None)
    if passage is None:
        return ""
    within = Span(reading.section_start(passage), reading.sentence(passage, match.start()).end)
    found = {e.label.lower(): e.label for _, e in reading.named(within, {"Event"}) if e.iri != reading.meeting}
    if not found:
        found = {(name := _plain(m["np"] + (m["tail"] or ""))).lower(): name for m in _CAPITALS.finditer(reading.text, *within) if " " in m["np"] and _IS_EVENT.search(m["head"])}
    return next(iter(found.values())) if len(found) == 1 else ""


def topic_of_heading(reading: Reading, words: str, at: int) -> str:
    """Return what the heading of a report says that "a *modelling tool*" is for, which somebody develops: "Movement of ponds"; an empty string under other headings."""
    passage = next((p for p in reading.paragraphs if p.body.start <= at < p.body.end), None) if _IS_TOOL.search(words) else None
    section = reading.sections.get(passage.section) if passage else None
    title = _ITEM.sub("", " ".join(section.title.split())) if section and reading.document.family == "meeting-report" else ""
    return f"{title[0].lower()}{title[1:]}" if title and _A_TOPIC.fullmatch(title) else ""


def _of_document(reading: Reading, words: str) -> str:
    """Return two words as something of the meeting, or of the text: "background study *of the ninth meeting*"."""
    meeting, title = reading.entities.get(reading.meeting), " ".join(reading.document.title.split())
    whole = len(title.split()) > _SHORT_TITLE and len(title) < _LONGEST_TITLE and not _ANY_TITLE.fullmatch(title)
    return f"{words} of the {meeting.label}" if meeting else f"{words} of “{title}”" if whole else ""


def _for_an_event(reading: Reading, match: re.Match[str]) -> str:
    """Return which event "the background study *for that meeting*" is for: the only one that the paragraph has described before."""
    said = _FOR_IT.match(reading.text, match.end())
    passage = next((p for p in reading.document.passages if said and p.body.start <= match.start() < p.body.end), None)
    before = sentences(reading.text, Span(passage.body.start, match.start())) if passage else []
    found = {e.iri: e.label for span in before if passage for _, _, e in works_in_words(reading, passage, span, again=False) if said and e.kind == "Event" and said["noun"] in head_of(e).split()}
    return next(iter(found.values())) if len(found) == 1 else ""


def _plain(words: str) -> str:
    plain = " ".join(words.split())
    return without_edge(_IN_A_PLACE.sub("", plain) if "roup in " in plain else plain)


def _work(reading: Reading, passage: Passage, match: re.Match[str], label: str, head: str) -> Iterator[tuple[Span, int, Entity]]:
    if not 3 < len(label) < _LONGEST:  # noqa: PLR2004
        return
    label = _NEW.sub("", label)
    last = " ".join(head.split())
    kind = next((kind for kind, words in _KINDS if words.search(last)), "Workstream")
    if kind == "Event":
        label = without_place(reading, label, match.end(), always=_SESSION.search(head) is not None)
    label = in_full(reading, passage, label, match.start())
    if _OF_UNKNOWN.search(label):
        return
    span = Span(match.start(), match.start() + len(without_edge(match[0])))
    end = match.end("np") if "np" in match.re.groupindex else match.end()
    yield span, end, reading.draft(kind, {"Event": "event", "Deliverable": "deliverable"}.get(kind, "workstream"), label, reading.evidence(passage, span))


def work_before(reading: Reading, passage: Passage, sentence: Span, *, only: bool = False) -> Entity | None:
    """Return the work in words that the sentence before begins with: "*The first pilot project, Clear Ponds,* began in May. It is led by …"; or the *only* one that it speaks of."""
    if reading.opens(passage, sentence):
        return None
    before = reading.sentence_before(passage, sentence.start)
    found = sorted(((span, e) for span, _, e in works_in_words(reading, passage, before)), key=lambda pair: (pair[0].start, -pair[0].end))
    if only and len(done := {e.iri: e for _, e in found if e.kind != "WorkingGroup"}) == 1:
        return next(iter(done.values()))
    launched = [e for span, e in found if _LAUNCHED.search(reading.text, before.start, span.start)]
    return next((e for span, e in found[:1] if _BEGINS.fullmatch(reading.text, before.start, span.start)), launched[0] if len(launched) == 1 else None)


def _names_another(reading: Reading, words: Span) -> bool:
    """Tell whether something that is known is named to the end of the words: "the *Standing Committee*"."""
    return any(where.end >= words.end - 1 for where, entity in reading.named(words, GROUPS | BODIES | AGENTS | {"State", "Convention", "Person"}))
