"""Who has which role in what, by the shape of the clause: one table of patterns over sentences in signs.

`{T}` is what can be led, `{A}` who leads (persons or agents, one or a list). Each pattern says what a verb, a noun or a title between the two makes of them;
what is wished, asked for, denied, over or another's says nothing. What other rules have read is not read again.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache
from typing import TYPE_CHECKING

from ahocorasick_rs import AhoCorasick

from kg.extract.abstract import Sign, abstracts
from kg.extract.needed import needed, rarest
from kg.extract.occasions import says_part
from kg.extract.officers import HEADED
from kg.extract.phrases import PARTNERSHIP
from kg.extract.proposing import TOLD_OF
from kg.extract.reading import AGENTS, BODIES, EVENTS, GROUPS, LONGEST_LIST, is_over, status_of
from kg.extract.secretariats import OF_SECRETARIAT
from kg.extract.shapes import FRAMES, PART_HOST, SECRETARIAT_HOST, WHO, plain
from kg.extract.shapes_leading import LEADING
from kg.extract.shapes_proposing import PROPOSING, SPOKEN_OF
from kg.extract.shapes_serving import COUNTRY_HOST, SERVING
from kg.extract.words import any_of
from kg.model import Role, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.extract.abstract import Abstract, Named
    from kg.extract.reading import Reading
    from kg.model import Entity, Passage

_THERE = r"(?:\s+in\s+(?:⟦A\d+⟧|[A-Z][\w-]+))?"
_HELPED = r"(?:,?\s+with\s+(?:the\s+)?(?:support|help|assistance|contributions?|inputs?)\s+(?:of|from)\s+⟦\w+⟧)?"
_AGAIN = re.compile(rf"{_THERE}{_HELPED}(?:\s+jointly)?(?:,?\s+(?:and|while)|;(?:\s+and)?|,)\s+(?P<what>⟦[TMW]\d+⟧)(?:,?\s+(?:is\s+|was\s+)?by|\s+under\s+that\s+of|\s*[–—])\s+(?P<who>⟦[PAM]\d+⟧)")
"""The verb is not said twice: "A was chaired by B *and C by D*"."""
_ALSO = re.compile(rf"{_THERE}(?:,?\s+(?:and|while)|,)\s+(?P<who>⟦[PA]\d+⟧){_THERE}\s+(?:(?:of|for)\s+)?(?P<what>⟦[TW]\d+⟧)")
"""… "A chaired B *and C D*", "A is in charge of B *and C of D*"."""
_UNDER_THAT = re.compile(r",?\s+and\s+⟦\w+⟧\s+under\s+that\s+of\s")
"""… "A under the lead of B, *and C under that of D*"."""
_LEADS_ALONE = re.compile(r"leads|coordinates|spearheads|steers")
_LED_TOGETHER = re.compile(r"(?:group|team|force|committee|partnership|alliance|coalition|consortium|network|platform|initiative|process|negotiations|dialogue)\b", re.IGNORECASE)
"""Two share the lead of a group; a work is done *with* its lead: "FAO leads the survey together with WHO"."""
_IN_CHARGE = re.compile(r"\s(?:in\s+charge\s+of|responsible\s+for)\s")
_LABEL_REACH = 240
_LONGEST = 4000
"""A longer sentence is a list or no sentence."""
_WHOLE_NAME = r"(?!\s+(?:[A-Z]|secretariat|staff|member|entit|agenc|organi[sz]ation|system\b|bod(?:y|ies)\b))"
"""Who leads is named to the end: "chaired by the SBI *Chair*" is not said of the SBI."""
_TABLE = tuple((role, pattern + (_WHOLE_NAME if pattern.endswith(WHO) else "")) for role, pattern in (*FRAMES, *SERVING, *LEADING, *PROPOSING))
_CLAUSES_OF = tuple(needed(plain(pattern)) for _, pattern in _TABLE)
"""What stands in each sentence that a pattern matches: words, signs, and what is between a word and a sign."""
_CLAUSES = {clause: number for number, clause in enumerate(sorted(frozenset().union(*_CLAUSES_OF), key=sorted))}
_NEEDS = tuple(frozenset(_CLAUSES[clause] for clause in clauses) for clauses in _CLAUSES_OF)
_MET_BY: dict[str, set[int]] = {}
"""Which sets of words have one of theirs where a word stands."""
for _clause, _number in _CLAUSES.items():
    for _word in _clause:
        _MET_BY.setdefault(_word, set()).add(_number)
_FOUND, _MET = AhoCorasick(list(_MET_BY)), tuple(_MET_BY.values())
_ASKING: dict[str, list[int]] = {word: [] for word in _MET_BY}
"""Which patterns to look at where a word stands: each waits for the longest words that it needs."""
for _number, _clauses in enumerate(_CLAUSES_OF):
    for _word in rarest(_clauses):
        _ASKING[_word].append(_number)
_WAITING = tuple(_ASKING.values())
_HINTS = any_of(
    *"Chair|chair|oderat|articipating|articipate|its Executive|its Deputy|its Director|its Secretary|its Head|its\nExecutive|Presid|presid|acilitat|Lead|lead| led|-led|\nled|Led|Head|head|oordinat|steer|spearhead|driven|Host|host| hous|serviced|services|onvene|onvening|onvenor|managed|manages|"
    " run |\nrun |operated|directed by|helm|hands of|hands\nof|apporteur|ecretariat|ustodian|Member|member|belong|esponsibilit|sit on|sit\non|serve on|serve\non| form |\nform |Join|join|compos|compris|consist|include rep|includes rep|included rep|include del|includes del|brings|bringing|made up|made\nup|make up|dmit|elected|elects|election|ppoint|invitation|"
    "ollaborat|artner|ooperat|ointly|ogether|take part|take\npart|ontributions from|ontributions by|ontribution from|ontribution by|ontribution of|inputs from|esponsible for|ssistance|upport| forces|eamed up|eams up|team up|guidance of|aunched|works on|work on|works with|work with|co-organi|housed at|based at|located at|working on|working with|worked|shared between|shared among|work of |efforts of |contribut|eceives |benefit| sit.|seat on|seats on|seat in|seat at|represented|inputs to|work closely|works closely|working closely|worked closely|to work|input from|now includes|providing|assists |assisted | sits| sat on|serves on|served on|joint|replace|succeed|efforts|named to|articipation of|involved in|involves |involved |helping |helps |project of|initiative of|product of|publication of|hand in hand|side by side|consortium|co-author|co-dev|co-prod|co-pub|co-impl|co-desi|co-edit|co-writ|co-man|co-found|servic|served by|joint |implemented by|executed by|carried out|undertaken by|ntrust|andated |andates |andate |implementing |executing |develops with|prepares with|produces with|publishes with|ed with|written with|out with|irector|Chief|ecretary| based | located | in charge | seat | sits | venue|ntrusted|irects|irected|anager|nvitation".split("|"),
    *SPOKEN_OF,
)
"""One of these stands in every sentence that tells a role: looked for as they are, which is cheaper than a pattern."""
_UNSURE = re.compile(
    r"\b(?:(?:propose|suggest(?!ion)|recommend(?!ation)|nomin(?:at|ee)|invit(?!ation)|request|encourag|offer|possib|potential|hope|wish|ask|urg|intend|prefer)\w*|proposing|"
    r"(?:consider(?:s|ed|ing)?|consideration\s+of)\s+(?:the\s+possibility\s+of\s+)?(?:lead|host|chair|join|tak|serv|becom|appoint|elect)\w*|"
    r"call(?:s|ed)?\s+(?:up)?on|could|should|might|may|whether|if|not|no\s+longer|used\s+to|to\s+have\s+been|unless|until|former(?:ly)?|previously|previous|outgoing|(?-i:^Had)|declin\w+|vacant|refus\w+|candidat\w+)\b",
    re.IGNORECASE,
)
_NOW = re.compile(r"⟧\s+(?:\w+\s+)?(?:chairs|leads|heads|hosts|coordinates|co-\w+s|(?:is|are)\s+(?:\w+\s+)?(?:co-)?(?:chaired|led|hosted|headed|coordinated|the)|serves|acts)\b")
"""Who *chairs* something until 2030 does."""
_ROLES = (
    ("officer", re.compile(r"\bvice|deputy|rapporteur")),
    ("member", re.compile(r"member")),
    ("secretariat", re.compile(r"secretariat|servic")),
    ("host", re.compile(r"host|hous")),
    ("chair", re.compile(r"chair|presid|facilitat|moderat")),
    ("lead", re.compile("")),
)
"""What the word for a role says; whoever heads or coordinates leads."""
_JOINT = re.compile(r"co(?!ord|nv)")
_LOOSE = re.compile(r"manag|run|operat|conven|driven")
"""An event that is convened or managed is not led."""
_CHAIRED = frozenset({"Organization", "PartnerOrganization"})
_SHARED = re.compile(rf"{PARTNERSHIP.pattern}|\b(?:Cent(?:re|er)|Laborator(?:y|ies)|Fund|School|Academy)\b")
"""Two can run it together."""
_WITH_MEMBERS = re.compile(rf"{PARTNERSHIP.pattern}|\b(?:Committee|Board|Panel|Council|Commission|Body|Group)\b")
_JOINED = re.compile(r"\b(?:network|workstream|process|mechanism|partnership|alliance|coalition|consortium|initiative|platform|compact|pact|jury|fund|programme|project|community\s+of\s+practice|campaign|observatory|facility|council|caucus|decade|panel)\b", re.IGNORECASE)
"""Of which one can be a member."""
_LED_AS = {"host": AGENTS, "secretariat": _CHAIRED, "officer": AGENTS, "chair": _CHAIRED, "co-chair": _CHAIRED}
"""Which organizations have whom: none but a partnership has a lead, and a state nobody."""
_TALKS = re.compile(r"\b(?:contact|drafting|negotiating|consultations?|friends)\b", re.IGNORECASE)
_RELATIVE = re.compile(r",(?!\s+(?:is|are|was|were|will|has|have)\b)")
_PART_OF = re.compile(r"(?<!work)(?<!contribute)(?<!contributes)(?<!contributed)(?<!contributing)(?<!activities)(?<!coordination)(?<!implementation)(?<!preparation)(?<!development)(?<!drafting)(?<!help)(?<!negotiation)(?<!negotiations)(?<!mandate)(?<!establishment)(?<!creation)\s+(?:of|for|to)\s+(?:the\s+)?\Z")
_GROUP_WITH = re.compile(r"(?:⟦[TW]\d+⟧|\b(?:[Gg]roup|[Tt]eam|[Ff]orce|[Cc]ommittee|[Pp]anel))\s+(?:jointly\s+|together\s+)?with\s+(?:the\s+)?\Z")
"""… and of "*a working group with* the Pond Centre, chaired by A" the group."""
_HEAD_OF = re.compile(r"\b(?:board|committee|council|panel|bureau|subgroup|branch|review|evaluation|assessment|study|survey|audit|analysis|stocktake|(?:working|task|expert|drafting)\s+(?:group|team|force)s?|sub-?groups|committees)\s+of\s+(?:the\s+)?\Z|\b(?:held|convened|organi[sz]ed|met|took\s+place)\s+(?:\w+\s+){0,2}?(?:(?:on|in)\s+the\s+(?:eve|margins?|sidelines)\s+of|prior\s+to|before|after|ahead\s+of|back-to-back\s+with|alongside)\s+(?:the\s+)?\Z", re.IGNORECASE)
"""What is said after it is said of that: "the *board of* the Programme, chaired by A", "the forum *held on the eve of* the session, which was hosted by A"."""
_SESSIONS, _OFFICES = frozenset({"Meeting", "COPSession"}), frozenset({"chair", "co-chair", "officer"})
"""The chair of a body is that of its session too, and is stated once."""
_SAT_IN = EVENTS | BODIES
_WHICH_DOES = re.compile(r"⟦\w+⟧,\s+which\b")
_WHICH = re.compile(r"⟦P\d+⟧,?\s+which\b")
_WHO_HAD = re.compile(r"\b(?:who|which)\s+had\s+(?!been\b)")
"""Whoever *had* led need not lead any more."""
_FOR_A_TIME, _LED = re.compile(r"\b(?:contact|drafting|intersessional|negotiating|consultations?|friends)\b", re.IGNORECASE), frozenset({"led", "headed", "hosted"})
"""… but whoever had chaired such a group, whose work is over, reports as its chair."""
_HAD = re.compile(r"\s(?:had|was|were)\s")
_PAST = re.compile(r"[^.;,⟦]{0,20}\s(?:until|up\s+to|till)\s")
"""Whoever led something *until 2010* need not lead it any more."""
_TILL = re.compile(r"\b(?:was|were|had\s+been)\s+(?:co-)?[a-z]+\s+(?:until|till|up\s+to|from\s+(?:\w+\s+)?\d{4}\s+(?:to|until))\s+[^,;.]{3,20}?\s+by\b")
_WILL = re.compile(r"\b(?:will|would|shall|continue[sd]?\s+to)\s")
_PLURAL_ONLY = re.compile(r"(?:chair|lead|head|host|coordinate|steer|spearhead|facilitate|convene|preside\s+over)\Z")
_SINGULAR = re.compile(r"(?:chairs|presides\s+over|facilitates|leads|heads|coordinates|steers|spearheads|hosts|services|manages|convenes)")
"""A and B, and C *leads*: C alone."""
_NOMINEES = re.compile(r"\b(?:nominees?|nominations?|candidates?|nominated)\b[^.;]*:\s")
_INFORMED, _THAT = re.compile(r"\b(?:informed|told|reminded|assured|advised|notified|alerted|briefed)\s+(?:the\s+)?\Z"), re.compile(r"⟦\w+⟧\s+that\b")
"""What somebody told a meeting is not what it is: "informed *the meeting that FAO led the group*"."""
_CLAUSE = re.compile(r"[;:]\s|[”\"],?\s+(?:said|says|added)\s|,\s+(?:and|but|while|whereas)\s+(?!(?:is|are|was|were)\b)|(?<!propose)(?<!proposed)(?<!suggested)(?<!recommended)(?<!requested)\s+that\s+")
_ONE_WHICH = re.compile(r"\A⟦\w+⟧,\s+which\s+(?:is|was|has)\b")
"""Of A and B, *which is* hosted by C: B alone."""
_REGION = re.compile(r"(?:(?:African|Asia\S*|Eastern|Western|Latin|Central|Arab)\b.*\b(?:Group|States)|GRULAC|WEOG)\b")
"""Of which an officer is not, but *for* which."""
_APPOSED = re.compile(r"⟦M\d+⟧,\s+(?:which\s+is\s+)?(?:co-)?[a-z]+\s+(?:over\s+)?by\b")
"""A body that is known has a chair also where something is asked of it: "requests the Committee, *chaired by A*, to …"."""
_PARTICIPLE = re.compile(
    r"⟦[TWA]\d+⟧(?:,?\s+(?:co-)?(?:led|chaired|coordinated|hosted|facilitated|headed|convened|managed)\s+(?:jointly\s+)?by\b|,\s+(?:(?:of|for|in|to)\s+which|which\s+(?:is|was|are)|whose)\b)"
)
"""… and what there is already: "encourages Parties to support *the network coordinated by FAO*"."""
_AS_LEAD = re.compile(r"⟦[AMP]\d+⟧,\s+(?:in\s+(?:its|his|her|their)\s+capacit(?:y|ies)\s+)?as\s+(?:the\s+)?[\w-]+")
"""… and so has an agency a part: "invites UNEP, *as lead of the group*, to …"."""
_AS_PARTNERS = re.compile(r"⟦A\d+⟧\s+as\s+(?:[a-z]+\s+)?partners?\b")
_ASKED = re.compile(r"(?:Chair|President|Co-Chairs|(?:[Hh]e|[Ss]he)\s+had)(?:\s+of\s+⟦[TM]\d+⟧)?\s+(?:asked|invited|requested)\s")
"""Whom the chair asks to lead a group, leads it."""
_FOR_THEM = re.compile(r"\b(?:[Oo]n\s+behalf\s+of|(?:[Pp]resent|[Aa]ttending|[Rr]epresented|[Ii]n\s+attendance)(?:\s+[a-z]+){0,3}\s+(?:for|from|as))\s+(?:the\s+)?\Z")
"""Who speaks for the chairs need not be one: "On behalf of *the co-chairs of the group*, A reported"."""
_IF = re.compile(r"\b(?:if|whether|could|would|should|may|might|not)\b", re.IGNORECASE)
_DOUBT = re.compile(r"\b(?:if|whether|could|should|may|might|not)\b", re.IGNORECASE)
_HEADS = re.compile(r"\s(?:heads?|headed|directs?|directed|runs)\s")
_WHICH_IS = re.compile(r"⟦A\d+⟧,\s+which\s+is\s+(?:hosted|housed|headed|based|located)\b")
_NEXT_LABEL = re.compile(r"\n[ \t*•-]*[A-Z][\w -]{2,30}\**:")
"""A label on the next line is not of what the line before names."""
_OWN_PART = re.compile(r"(?:[a-z-]+\s+){0,3}(?:secretariat|office|cent(?:re|er)|unit|hub|node|registry|laboratory|archives?|portal)\s+(?:of|for)\s+the\s+(?=[A-Z])", re.IGNORECASE)
_MET_THERE = re.compile(r"⟧,?\s+(?:had\s+|has\s+)?(?:met|meets?|gathered|convened)\b[^⟦]*\sinvitation\s+of\s")
_FOR_WHICH = re.compile(r"⟦[AM]\d+⟧,?\s+(?:for|of)\s+which\s")
"""… "taken over by *the Pond Coalition, for which* FAO serves as the secretariat"."""
_UNIT_OF = re.compile(r"(?:⟦[TW]\d+⟧|\b(?:(?:(?:[Cc]o|[Vv]ice)-)?(?:[Cc]hair(?:person|man|woman)?|[Pp]resident)|(?:[Ee]xecutive\s+)?(?:[Dd]irector|[Ss]ecretary)|[Hh]ead|[Ff]acility|[Bb]ranch|[Dd]ivision|[Uu]nit|[Oo]ffice|[Dd]epartment|[Ss]ection|[Cc]ent(?:re|er)|[Pp]rogramme|[Pp]roject|[Tt]eam|[Bb]oard|[Cc]ommittee))\s+(?:of|in)\s+(?:the\s+)?\Z")
"""… and a unit of an organization is not the organization, nor a centre in a country the country, nor who chairs a body the body."""
_REPRESENTATIVE = re.compile(r"\brepresentatives?\s+of\s+(?:the\s+)?\Z")
_SOMEBODY_OF = re.compile(r"(?:\b(?:(?:supported|assisted|funded|backed|represented|joined|hosted)\s+by|of|from|at|for|in|with|replac\w+|succe\w+)(?:\s+the)?|[Dd]irector,|[Hh]ead,|⟦P\d+⟧(?:,\s+(?=[A-Z])[^,;.⟦]{1,80}){1,3},)\s+\Z")
"""It is somebody there who has the role."""


def frames(reading: Reading) -> None:
    """State the roles that the shape of a clause tells."""
    read: dict[str, list[Role]] = {}
    for passage, sentence in reading.saying(_HINTS, "paragraph", "unnumbered", "action", "preamble", "note"):
        if (passage.kind == "action" and passage.parent) or sentence.end - sentence.start > _LONGEST:
            continue
        if passage.id not in read:
            read = {passage.id: sorted((s for s in reading.said_in(passage.id) if isinstance(s, Role)), key=lambda role: role.evidence.span)}
        first = bisect_left(read[passage.id], sentence.start - _LONGEST, key=lambda role: role.evidence.span.start)
        last = bisect_left(read[passage.id], sentence.end, key=lambda role: role.evidence.span.start)
        known = [role for role in read[passage.id][first:last] if role.evidence.span.end > sentence.start]
        for signs in abstracts(reading, passage, sentence):
            kinds = {sign.kind for sign in signs.signs}
            if 1 < len(signs.signs) <= LONGEST_LIST and kinds != {"P"}:  # somebody, and something to lead, at least
                known.extend(_state(reading, passage, *role, described="W" in kinds) for role in _told(reading, passage, signs, known, works="W" in kinds))


def _told(reading: Reading, passage: Passage, signs: Abstract, known: list[Role], *, works: bool) -> Iterator[tuple[Named, Named, str]]:
    """Yield who has which role in what by one of the patterns, and by none of the rules before."""
    said = {number for number, _, _ in _FOUND.find_matches_as_indexes(plain(signs.text), overlapping=True)}
    met = set().union(*[_MET[number] for number in said])
    asked = set().union(*[_WAITING[number] for number in said])
    for number in sorted([number for number in asked if _NEEDS[number] <= met]):
        meant, pattern = _TABLE[number]
        position = 0
        search = _compiled(pattern).search
        while match := search(signs.text, position):
            position = match.start() + 1
            printed = match.groupdict().get("what") or _labelled(signs.text, match.start())
            if printed and (not works or signs.sign(printed).kind == "W" or _AGAIN.match(signs.text, match.end())):
                yield from _of_match(reading, passage, signs, match, printed, meant, known)


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    """Return a pattern for sentences in signs, in which all blanks are spaces."""
    return re.compile(pattern.replace(r"\s+", " +"))


def _of_match(reading: Reading, passage: Passage, signs: Abstract, match: re.Match[str], printed: str, role: str, known: list[Role]) -> Iterator[tuple[Named, Named, str]]:
    """Yield the roles of one clause, also of "… and C by D" after it."""
    who, what = signs.sign(match["who"]), _target(reading, passage, signs, match, signs.sign(printed), role)
    if what is None:
        return
    role = "host" if role in {SECRETARIAT_HOST, PART_HOST} else role
    if role == "both":
        yield from _respectively(match, who, what, known)
        return
    said = match.groupdict()
    now = _NOW.search(match[0]) is not None
    holders = tuple(named for named in _holders(match, who) if now or not is_over(reading.text, match[0], named[0].end))
    if role == "" and said.get("joint") == "together" and match.start("who") > match.start("what") and _LEADS_ALONE.fullmatch(said.get("verb") or "") and not _LED_TOGETHER.search(what.named[0][1].label):
        role = "collaborator"
    holders = holders[-1:] if "the latter" in match[0] else _country_of(reading, who, what) if role == COUNTRY_HOST else holders
    role = "host" if role == COUNTRY_HOST else role or _role(match, who.kind, what, several=len(holders) > 1)
    last = what.named[-1:] if _ONE_WHICH.search(match[0]) else what.named
    parts = [Sign(what.kind, named[0], (named,)) for named in last] if said.get("verb") or role == "secretariat" else [what]
    alone = said.get("jointly") and len(holders) == 1
    next_line = said.get("title") and said.get("what") and _NEXT_LABEL.search(reading.text, what.span.end, max(what.span.end, who.span.start))
    if next_line or (_PAST.match(signs.text, match.end()) and _HAD.search(match[0])):
        return
    definite = signs.sign(printed).kind in "AM" or reading.text.startswith(("the ", "The "), what.span.start)
    if not role or alone or not holders or _is_of(signs.text, match) or not (role in TOLD_OF or all(_can_have(match, part, role) for part in parts)) or _is_open(signs.text, match, definite=definite) or len(parts[0].named) > 1:
        return
    if _TILL.search(reading.text, *sorted((what.span.start, who.span.end))) or _is_elsewhere(reading, passage, match[0], what, role, holders, known):
        return
    if said.get("sure") is None and not now and printed == said.get("what") and is_over(reading.text, match[0], what.named[-1][0].end):
        return
    yield from [new for part in parts for new in _new(holders, part, role, known)]
    again = (_AGAIN.match(signs.text, match.end()) or _ALSO.match(signs.text, match.end())) if said.get("verb") or _IN_CHARGE.search(match[0]) or _UNDER_THAT.match(signs.text, match.end()) else None
    while again:
        yield from _new(signs.sign(again["who"]).named, signs.sign(again["what"]), role, known)
        again = again.re.match(signs.text, again.end())


def _target(reading: Reading, passage: Passage, signs: Abstract, match: re.Match[str], what: Sign, role: str) -> Sign | None:
    """Return what a match says that somebody has a role in: "the Panel, whose *secretariat* is hosted by …" tells of the secretariat."""
    part = "secretariat" if role == SECRETARIAT_HOST else match["part"] if role == PART_HOST else ""
    if not part and role not in TOLD_OF and "host" in match[0] and match.groupdict().get("what") and OF_SECRETARIAT.search(signs.text, 0, match.start("what")):
        part = "secretariat"
    if part:
        return Sign("T", what.span, ((what.named[0][0], _part(reading, passage, what, part)),))
    return TOLD_OF[role](reading, passage, match, what) if role in TOLD_OF else what


def _is_elsewhere(reading: Reading, passage: Passage, said: str, what: Sign, role: str, holders: tuple[Named, ...], known: list[Role]) -> bool:
    """Tell whether somebody has an office of a body, which is that of its session too, or only chairs a part of a meeting."""
    meeting = what.named[0][1]
    if role in {"chair", "co-chair"} and meeting.kind in _SAT_IN and says_part(reading.text, reading.sentence(passage, what.span.start)):
        return True
    unnamed = meeting.kind in _SESSIONS and meeting.iri not in reading.entities
    return (unnamed or " elected " in said) and role in _OFFICES and any(r.role == role and r.agent == agent.iri for r in known for _, agent in holders)


def _country_of(reading: Reading, who: Sign, what: Sign) -> tuple[Named, ...]:
    """Return the only country or agency that stands beside a person: "Ms. A, Minister of *Chad*, whose Government hosted the forum"."""
    near = {named[1].iri: named for named in reading.named(Span(who.span.start, what.span.start), AGENTS | {"State"})}
    states = [named for named in near.values() if named[1].kind == "State"] or list(near.values())
    return tuple(states) if len(states) == 1 else ()


def _is_of(text: str, match: re.Match[str]) -> bool:
    """Tell "*the secretariat of* the Forum is hosted by …": that is not said of the forum."""
    said = match.groupdict()
    if said.get("what") and match.start("what") == match.start() and match["what"][1] in "AM" and _GROUP_WITH.search(text, 0, match.start()):
        return True
    if said.get("what") and match.start("what") == match.start() and _HEAD_OF.search(text, 0, match.start()):
        return True
    if not said.get("what") or match.start("what") != match.start() or _RELATIVE.match(text, match.end("what")):
        return False
    return _PART_OF.search(text, 0, match.start()) is not None


def _can_have(match: re.Match[str], what: Sign, role: str) -> bool:
    """Tell whether something can have such a role, and is no doer itself: "organized by *FAO*, was hosted by …"."""
    entity = what.named[0][1]
    met = role == "host" and entity.kind in GROUPS and _MET_THERE.search(match[0])  # the meeting is hosted, and not who met
    if met or (what.kind == "A" and what.span.end - what.span.start == len("It") and not _WITH_MEMBERS.search(entity.label)):
        return False
    printed = match["what"] if "what" in match.re.groupindex else ""
    heads = role == "lead" and entity.kind in {"PolicyFramework", "Convention"} and match["who"].startswith("⟦P") and match.groupdict().get("title")
    if heads or (printed and match.start("what") == match.start() and what.kind in "AM" and not (entity.kind == "Secretariat" and _WHICH_IS.match(match[0])) and not (role in {"chair", "co-chair"} and _APPOSED.match(match[0])) and not _FOR_WHICH.match(match[0]) and match.string[: match.start("what")].endswith(" by ")):
        return False
    agency = match["who"].startswith("⟦A") and what.kind == "A" and entity.kind in {"UNEntity", "State"}
    leads = what.kind == "A" and _HEADS.search(match[0]) and PARTNERSHIP.search(entity.label) and not entity.label.endswith("Observatory")  # who heads such a thing leads it
    if role == "officer" and (leads or agency or (printed and f" for {printed}" in match[0] and (what.kind == "A" or _REGION.match(entity.label)))):
        return False
    if role == "member" and (what.kind in "TW" or (entity.kind not in {"UNEntity", "State"} and re.search(r"\bmembers\b", match[0]))):
        return what.kind not in "TW" or _may_have_members(what.kind, entity)
    words = {"lead": PARTNERSHIP, "collaborator": _SHARED, "member": _WITH_MEMBERS}.get(role)
    if what.kind == "A" and role in {"chair", "co-chair"} and entity.kind == "UNEntity":
        return _WITH_MEMBERS.search(entity.label) is not None
    return what.kind != "A" or entity.kind in _LED_AS.get(role, ()) or (entity.kind in _CHAIRED and words is not None and words.search(entity.label) is not None)


def _may_have_members(kind: str, entity: Entity) -> bool:
    """Tell a group or a network from an event, a report or an activity."""
    return entity.kind not in EVENTS | {"Deliverable"} and (kind != "W" or entity.kind in GROUPS - {"Workstream"} or _JOINED.search(entity.label) is not None)


def _labelled(text: str, start: int) -> str:
    """Return the sign of what a label is of: "*the Task Team* – Lead: A; Members: B, C", the last one before in the sentence."""
    near = list(re.finditer(r"⟦[TM]\d+⟧", text[max(0, start - _LABEL_REACH) : start + len("⟦T00⟧")]))
    between = text[max(0, start - _LABEL_REACH) + near[-1].end() : start] if near else ""
    return near[-1][0] if near and ". " not in between else ""


def _part(reading: Reading, passage: Passage, what: Sign, part: str) -> Entity:
    """Return the secretariat of something, known or described, or an office, a data centre that it has: "the Panel, *whose secretariat* is hosted by …"."""
    where, served = what.named[0]
    of = _OWN_PART.match(served.label)
    if of:  # "the archive of the *office of the Network*" is one of the network
        served = reading.draft(served.kind, "agency", served.label[of.end() :], reading.evidence(passage, where))
    if not part.endswith("secretariat"):
        return reading.draft("Organization", "agency", f"{part.capitalize()} of the {served.label}", reading.evidence(passage, where))
    return reading.secretariat_of(served.iri) or reading.draft("Secretariat", "agency", f"Secretariat of the {served.label}", reading.evidence(passage, where))


def _respectively(match: re.Match[str], who: Sign, what: Sign, known: list[Role]) -> Iterator[tuple[Named, Named, str]]:
    """Yield "*A and B as Chair and Vice-Chair* of …": one each."""
    if len(who.named) == len(("one", "other")) and not re.search(_UNSURE, match.string[: match.start()]):
        for named, title in zip(who.named, (match["title"], match["second"]), strict=True):
            role = next(role for role, words in _ROLES if words.search(title.lower()))
            yield from _new((named,), what, role, known)


def _holders(match: re.Match[str], who: Sign) -> tuple[Named, ...]:
    """Return who of a list has a title in the singular: "A and B, *chair* of …" is said of B, "the *chair* of …, A, and B" of A; "with A and B as chair" of nobody."""
    if match.groupdict().get("merged") is not None:
        return who.named[who.after :] if who.after else ()
    if match.groupdict().get("every") is not None:
        return who.named if who.after else ()
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
        same = [r for r in known if r.agent == agent.iri and (r.role == role or (role == "lead" and r.role in {"chair", "officer"}))]
        if agent.iri != target[1].iri and not any(_is_same(r, target[1], what.span) for r in same):
            yield (where, agent), target, role


def _is_same(role: Role, target: Entity, where: Span) -> bool:
    """Tell whether a role is already read of a target, or from the same words."""
    span = role.evidence.span
    return role.target == target.iri or (span.start <= where.start and where.end <= span.end) or (where.start <= span.start < where.end) or (span.start < where.start < span.end)


def _role(match: re.Match[str], kind: str, what: Sign, *, several: bool) -> str:
    """Return the role that the verb, the noun or the title of a match says, or an empty string."""
    found = match.groupdict()
    word = (found.get("title") or found.get("noun") or found.get("doing") or found.get("verb") or "").lower()
    unmarked = found.get("verb") and not found.get("title") and not found.get("co") and not several and " who " not in match[0]
    had = found.get("verb") and not word.startswith("host") and _WHO_HAD.search(match[0]) and not (kind == "P" and _FOR_A_TIME.search(what.named[0][1].label) and word not in _LED)
    if had or (kind == "P" and _WHICH.search(match[0])) or (unmarked and _PLURAL_ONLY.match(word) and not _WILL.search(match[0]) and not _ASKED.match(match[0])):
        return ""
    role = next(role for role, words in _ROLES if words.search(word))
    joint = found.get("co") or found.get("joint") or _JOINT.match(word)
    if (role == "chair" and (joint or several)) or (role == "lead" and joint and kind == "P" and not found.get("title") and _TALKS.search(what.named[0][1].label)):
        return "co-chair"
    loose = role == "lead" and _LOOSE.search(word) and not _is_standing(match, what) and what.named[0][1].kind not in GROUPS and not PARTNERSHIP.search(what.named[0][1].label)
    if role == "chair" and what.kind == "A" and "resident" in word and HEADED.search(what.named[0][1].label):
        return "officer"
    return "" if loose or (role == "host" and kind == "P") else role


def _is_standing(match: re.Match[str], what: Sign) -> bool:
    """Tell "FAO *convenes* the dialogue", again and again, from who convened a meeting."""
    return match.groupdict().get("verb") in {"convenes", "convene"} and not _WILL.search(match[0]) and what.named[0][1].kind not in _SESSIONS


def _is_open(text: str, match: re.Match[str], *, definite: bool) -> bool:
    """Tell whether the words before, in the same clause, or those of the match leave it open who has the role."""
    before = text[: match.start()]
    if _NOMINEES.search(before) or (_INFORMED.search(before) and _THAT.match(match[0])):
        return True
    cut = [m.end() for m in _CLAUSE.finditer(before)]
    clause = before[cut[-1] if cut else 0 :]
    if match.groupdict().get("sure") is not None:
        return bool(_IF.search(clause) or _DOUBT.search(match[0]))
    apposed = (_WHICH_DOES.match(match[0]) or _APPOSED.match(match[0]) or (definite and _PARTICIPLE.match(match[0])) or (_AS_LEAD.match(match[0]) and text.startswith(",", match.end()))) and not _IF.search(clause)
    asked = _ASKED.match(match[0])
    if (_UNSURE.search(clause) and not apposed) or _UNSURE.search(match[0], asked.end() if asked else 0):
        return True
    if (match.groupdict().get("title") or match[0].startswith("members ")) and match.start("who") != match.start() and _FOR_THEM.search(before) and not text.startswith(",", match.end()):
        return True
    its_own = _WHICH_DOES.match(match[0]) or _AS_LEAD.match(match[0]) or _AS_PARTNERS.match(match[0]) or ("host of" in match[0] and _REPRESENTATIVE.search(before))
    whole = not its_own or _UNIT_OF.search(before)
    return bool(match.start("who") == match.start() and _SOMEBODY_OF.search(before) and whole)


def _state(reading: Reading, passage: Passage, who: Named, what: Named, role: str, *, described: bool) -> Role:
    if described:
        reading.described.append((what[0].start, what[1]))
    span = Span(min(who[0].start, what[0].start), max(who[0].end, what[0].end))
    basis = "implied" if role == "reporting" else "stated"
    stated = Role(reading.evidence(passage, span), reading.keep(who[1]), role, reading.keep(what[1]), basis, status=status_of(passage))
    reading.state(stated)
    return stated
