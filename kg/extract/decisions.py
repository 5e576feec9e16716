"""Action items: who is asked to decide what, with which verb, and what it would do to a body.

A suggested action *foresees* an effect; nothing here says that anything has happened.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from kg.extract.deciders import are_experts, meeting_group
from kg.extract.reading import AGENTS, BODIES, GROUPS, PLANS, noun_phrase
from kg.extract.tasks import is_of_those_who_meet, noted, tasked, told_now
from kg.extract.verbs import PAST, VERBS, EffectRule, effect_rules
from kg.model import Decision, Delivery, Effect, Evidence, Span
from kg.text import find_duration, sentences

if TYPE_CHECKING:
    from kg.extract.reading import Reading
    from kg.model import IRI, Entity, Passage

_LEAD_IN = re.compile(r"(?:In|Within|With|Following|On)\s+[^,]{3,120},\s+", re.IGNORECASE)
_VERB = re.compile(r"(?:also\s+|further\s+)?(?P<verb>" + "|".join(VERBS | PAST) + r")\b", re.IGNORECASE)
_IS_NOUN = re.compile(r"task\s+(?:force|team|group)s?\b|(?:mandate|support|request|note|task|appeal|state|regret|document|contact|advice|approach|commit|condition)s?\s+(?:of|for|from|by|on|is|are|was|were|to\s+be)\b", re.IGNORECASE)
"""At the beginning of an item that is no verb: "*Mandate of* the group to be extended"."""
_CHAPEAU_VERB = re.compile(r"\b(?P<verb>" + "|".join(VERBS | PAST) + r")(?:\s+to)?\s*:[*_\s]*\Z", re.IGNORECASE)
_AND_VERB = re.compile(r"\s+and\s+(?P<verb>" + "|".join(VERBS) + r")\b")
_ADVERBS = r"(?:(?:also|further|warmly|gratefully|strongly|formally|duly|finally|then|subsequently|thereafter|again|jointly|unanimously|provisionally|therefore|accordingly|thus)\s+)*"
_NEXT = r"[,;]\s+(?:and\s+)?(?:\(?(?:[b-h]|i{2,3}|iv|v|[2-9])[.)]\s+)?"
_AND_PAST = re.compile(
    rf"(?:{_NEXT}|(?:,?\s+and|;)\s+(?P<again>(?:it|they)\s+)?){_ADVERBS}(?P<verb>{'|'.join(PAST)})"
    r"(?=\s+(?:that|such|other|future|elected|them|their|both|draft\s+(?:conclusion|decision)s|the|to|its|a|an|note|of|Parties|parties|on|all|each|any|interested|relevant|develop(?:ed|ing)|those|these|this|with\s+\w+|paragraphs?|decisions?|resolutions?|recommendations?|conclusions?|it|thereof|further)\b|\s+[A-Z]|\s*:\s+\(?(?:a|i|1)[.)]|\s*:\s*\Z|,\s+(?:by\s+(?:acclamation|consensus|secret\s+ballot)|unanimously),\s)"
    rf"|(?:{_NEXT}|(?:,?\s+and|;)\s+(?P<once_more>(?:it|they)\s+)?){_ADVERBS}(?P<only>expressed|encouraged|urged|emphasized|stressed|welcomed|acknowledged|underlined|highlighted|reaffirmed|reiterated|noted)"
    r"(?=\s+(?!(?:by|in|at|under|from|for|as|during|through|pursuant|and|or|above|below)\b)[a-z])"
    rf"|(?:{_NEXT}|(?:,?\s+and|;)\s+(?P<anew>(?:it|they)\s+)?){_ADVERBS}(?P<asks>invited|requested|asked|encouraged|urged|instructed|authori[sz]ed)"
    r"(?=\s+(?:[\w’'/-]+\s+){1,9}?to\s+(?!(?:the|th[eo]se|th[ia][st]|its|their|all|each|any|be)\b)[a-z]{3,})"
    rf"|,?\s+(?:in|by|through)\s+which\s+(?:it|they)\s+{_ADVERBS}(?P<within>{'|'.join(PAST)})\b"
)
"""A further verb of the same body; some forms may also be adjectives ("and *agreed* texts"), others not. After "that", "it" is something else."""
_THANKS = re.compile(r"\s+(?:its|their|an?|sincere|warm|deep)\s+(?:\w+\s+)?(?:gratitude|appreciation|thanks|condolences|congratulations|invitation|welcome)\b")
_TO_APPROVE = re.compile(r"\s+(?:unanimously\s+)?to\s+(?P<verb>approve|adopt|endorse)\b")
"""Whoever decides *to approve* something approves it."""
_AND_BASE = re.compile(
    r"(?:[;,]|,?\s+and)\s+(?P<to>to\s+)?(?:(?:also|further)\s+)?(?P<verb>take\s+note|request|invite|encourage|urge|endorse|approve|adopt|agree|decide|welcome|recommend|acknowledge|accept|extend|establish|mandate|thank|commend|appoint|elect|confirm|reaffirm|call\s+(?:up)?on|express(?=\s+(?:its\s+|their\s+)?(?:[a-z]+\s+)?(?:appreciation|gratitude|thanks|concern|support)\b))"
    r"(?=\s+(?:appreciation|gratitude|thanks|concern|support|sincere|deep|the|an?|that|to|its?|them|their|all|other|relevant|interested|members?|of|this|these|UN|EMG|[A-Z]))"
)
"""A further verb of an item that is told as it is to be decided."""
_TO_VERB = re.compile(rf"(?:[^.;:\s]+\s+){{1,10}}?to\s+{_ADVERBS}(?P<verb>{'|'.join(VERBS)})\b(?!(?:(?<=nominate)|(?<=designate)|(?<=appoint)|(?<=assign))\s+(?:[\w-]+\s+){{0,3}}?(?:focal\s+points?|experts?|representatives?|contacts?|candidates?|colleagues?)\b)")
"""To nominate its own focal point is a task for each member, and not what the members decide together."""
_POINT = re.compile(rf"{_ADVERBS}(?P<verb>{'|'.join(PAST)}|asked(?=\s+(?:[\w’'-]+\s+){{1,6}}?to\s+[a-z]))\b", re.IGNORECASE)
_DECIDED = re.compile(r"\b(?:decided|agreed|resolved)(?:\s+(?:up)?on)?(?:\s+the\s+following(?:\s+(?:actions?|points|decisions|next\s+steps))?|\s+as\s+follows)?\s*:\s*(?:\(?\w{1,3}[.)]|[-•–])?\s*\Z")
_TO_DECIDE = re.compile(
    r"\W*(?:(?:[Tt]o)\s+)(?:(?:also|further)\s+)?(?P<verb>take\s+note|request|invite|encourage|urge|approve|adopt|endorse|accept|recommend|welcome|call\s+(?:up)?on|instruct|authori[sz]e|mandate|appoint|elect|note|acknowledge|ask|extend|establish)\b"
)
_AND_COLON = re.compile(r"(?:,|\band)(?:\s+(?:also|further|furthermore|subsequently))?\s*:\s*(?:\(?\w{1,3}[.)]|[-•–])?\s*\Z")
_NOMINAL = {
    "approval": "approve", "endorsement": "endorse", "adoption": "adopt", "acceptance": "accept", "establishment": "establish",
    "extension": "extend", "renewal": "renew", "election": "elect", "appointment": "appoint",
}  # fmt: skip
_NOUN = re.compile(rf"(?P<noun>{'|'.join(_NOMINAL)})\s+of\b", re.IGNORECASE)
"""What was decided may be told by a noun: "*Approval* of the budget"."""
_LESS_OFTEN = {"asked": "ask", "tasked": "task", "directed": "direct", "concurred": "concur", "supported": "support", "set up": "establish", "created": "establish", "formed": "establish", "voted": "vote", "referred": "refer"}
_IS_PAST = re.compile("|".join(PAST), re.IGNORECASE)
_IS_ASKED = re.compile(r"\b(?:is|are|was|were|be)\s+(?:\w+ly\s+)?\Z")
"""Above the items those who decide may be asked to: "The Senior Officials *are* invited to:"."""
_AGREED = re.compile(r"\bagreed\s+(?:on|upon|to|that|as\s+follows|the\s+following)\b|\bagreed\s*:|\b(?:was|were)\s+agreed\b")
"""Above the items stands that all of them were agreed, also those by which somebody is invited."""
_FOLLOWING = re.compile(r"\b(?:following(?:\s+[\w-]+){0,3}|as\s+follows)\s*:[*_\s]*\Z")
_THEMSELVES = re.compile(r"\b[Tt]he\s+(?:[A-Z][\w-]+\s+){0,3}(?:Dialogue|Consultation|Meeting|meeting|Round\s?table)\s*:[*_\s]*\Z")
_FOR_WHOM = re.compile(r"\b(?:[Aa]ctions?|[Ss]teps|[Pp]oints|[Dd]ecisions|[Rr]ecommendations|ACTIONS|RECOMMENDATIONS)\s+(?:for|to|FOR|TO)\s")
_INTRODUCES = re.compile(r":[*_\s]*\Z")
_CONDITION = re.compile(r",?\s*\b(?P<words>(?:until|following|upon|subject\s+to|provided\s+that|once)\s+[^;]{5,220}?)\s*[.;]?\s*\Z")
_ADDRESSEE = re.compile(r"\s+(?:the\s+)?(?P<words>[^,;.]{2,120}?)\s+(?:to|and\s+to|in)\s+(?=[a-z])")
_ADDRESSED = frozenset({"encourage", "task", "request", "invite", "urge", "call upon"})
_UNDER = re.compile(r"\s+under\s+(?:the\s+)?")
_SUBJECT = re.compile(rf"[*_\s]*(?:The\s+)?(?:[A-Z][\w-]+\s+){{0,4}}?(?:technical\s+(?=segment))?(?:(?:[Ss]enior\s+)?(?:[Oo]fficials|[Mm]anagers)|[Mm]eeting|[Ss]ession|[Ss]egment|[Mm]embers|[Pp]articipants|[Gg]roup|[Bb]oard|[Cc]ommittee|[Ff]orum|[Ff]ocal\s+[Pp]oints|[Pp]rincipals|[A-Z][\w-]+)\s+{_ADVERBS}[*_]*(?P<verb>{'|'.join(PAST)})(?:\b|(?=_))")
_ASKED = re.compile(r"[^.;:]{3,120}?\s(?:was|were|is|are)\s+(?:also\s+|further\s+)?(?P<verb>requested|invited|encouraged|urged)\s+to\b")
_WAS_DONE = re.compile(
    r"[*_\s]*(?=[A-Z])(?:(?!\b(?:that|which|who|said|noted|reported|informed|recalled|was|were|if|when)\b)[^.;:]){2,140}?\s+(?:was|were)\s+(?:(?:also|duly|then|unanimously|formally)\s+)*"
    r"(?P<verb>approved|adopted|endorsed|accepted|agreed|extended|established|elected|welcomed|confirmed|noted)(?!\s+(?:by\s+(?!consensus|acclamation|the\s+(?:meeting|group))|in\s+(?:19|20)\d\d|at\s+(?:the\s+(?:last|previous)|its))\b)\b"
)
"""In a list of decisions what was decided may be its subject: "*The list was approved*."."""
_IT_WAS = re.compile(rf"[*_\s]*(?:[A-Z][^.;:]{{3,120}},\s+it|It)\s+was\s+{_ADVERBS}(?P<verb>agreed|decided)\b")
_ASKED_TO = re.compile(
    rf"(?:The\s+)?(?:(?:[A-Z]\w+\s+){{0,4}}?(?:[Ss]enior\s+)?(?:[Oo]fficials|[Mm]anagers|[Mm]eeting|[Ss]ession|[Ss]egment|[Mm]embers|[Pp]articipants|[Pp]rincipals|[Cc]ommittee|[Bb]oard|[Cc]ouncil|[Bb]ureau|[Pp]arties|[Ff]ocal\s+[Pp]oints|[Gg]roup|[Ff]orum))\s+(?:is|are)\s+"
    rf"(?:also\s+|further\s+)?(?:invited|requested|asked|encouraged)\s+to\s+{_ADVERBS}(?P<verb>take\s+note|endorse|approve|adopt|agree|decide|welcome|accept|extend|establish|elect|authorize|consider\s+and\s+(?:approve|adopt|endorse))(?=\s)"
)
"""Who meets is asked to decide: "*The Senior Officials are invited to endorse* the template"."""
_THEY = re.compile(rf"(?:They|It)\s+{_ADVERBS}(?P<verb>{'|'.join(PAST)})\b")
PUTS_OFF = frozenset({"defer", "postpone"})
_STATUS = {"suggested-actions": "suggested", "adopted-actions": "adopted"}


if TYPE_CHECKING:
    _Found = tuple[tuple[str, ...], tuple[Effect, ...], tuple[IRI, ...], str]


def decisions(reading: Reading) -> None:
    """State the action items of the blocks that a document sets apart for them; news only tell of what others decided."""
    if reading.document.family == "news":
        return
    verbs_of: dict[str, tuple[str, ...]] = {}
    done: dict[str, tuple[Effect, ...]] = {}
    for passage in sorted(reading.actions, key=lambda p: (len(p.parent) > 0, p.span)):
        section = reading.sections[passage.section]
        if passage.parent:
            parent_verbs = verbs_of.get(passage.parent, ())
            effects = _nested(reading, passage, done.get(passage.parent, ()))
            found: _Found = (parent_verbs, effects, (), "")
        else:
            found = _action(reading, passage)
        verbs, effects, addressees, words = found
        verbs = verbs or (noted(reading, passage) if section.kind == "adopted-actions" else ())
        if section.kind == "adopted-actions" and (not verbs or _only_introduces(reading, passage) or _are_experts(reading, passage)):
            continue
        verbs_of[passage.id], done[passage.id] = verbs, effects
        reading.state(
            Decision(
                evidence=reading.evidence(passage, passage.body),
                bodies=_bodies(reading, passage),
                verbs=verbs,
                status="deferred" if section.kind == "adopted-actions" and set(verbs) <= PUTS_OFF else _STATUS.get(section.kind, "suggested"),
                effects=effects,
                item=passage.item,
                section=passage.section,
                parent=passage.parent,
                addressees=addressees,
                addressee_text=words,
            )
        )


def _above(reading: Reading, passage: Passage) -> Passage | None:
    """Return the line above the items, "The Senior Officials:", which may be a paragraph with a number."""
    others = reading.in_section(passage.section)
    chapeau = next((other for other in others if other.kind == "chapeau"), None)
    before = [other for other in others if other.kind in {"paragraph", "unnumbered"} and other.span.end <= passage.span.start]
    return chapeau or next((other for other in before[-1:] if _INTRODUCES.search(reading.text, other.span.start, other.span.end)), None)


def _are_experts(reading: Reading, passage: Passage) -> bool:
    """Tell what experts agreed with each other; where it is printed that they decided, "*The Dialogue:* (a) Approved …", they did."""
    above = _above(reading, passage)
    return are_experts(reading, next(iter(_meets(reading)), None)) and not (above and _THEMSELVES.search(reading.text, *above.span))


def introduces_items(reading: Reading, passage: Passage) -> bool:
    """Tell "The group agreed on the following:" above action items, "The Meeting decided:" above the decisions that it took: they say what was decided."""
    if not _INTRODUCES.search(reading.text, *passage.span):
        return False
    below = next((other for other in reading.document.passages if other.span.start >= passage.span.end), None)
    return below is not None and (below.kind == "action" or (below.kind == "heading" and reading.sections[below.section].kind == "decision"))


def _only_introduces(reading: Reading, passage: Passage) -> bool:
    """Tell "8. The group agreed on the following actions:" right above items: they say what was decided."""
    return not passage.points and _FOLLOWING.search(reading.text, *passage.body) is not None and introduces_items(reading, passage)


def _bodies(reading: Reading, passage: Passage) -> tuple[IRI, ...]:
    """Return the body named in the line above the items: "The Senior Officials:"; else the one that meets."""
    above = _above(reading, passage)
    if above:
        return tuple(entity.iri for _, entity in reading.named(above.span, BODIES | AGENTS)[:1]) or _meets(reading)
    subject = _SUBJECT.match(reading.text, passage.body.start, passage.body.end)
    named = reading.named(Span(passage.body.start, subject.end()), BODIES) if subject else _named_above(reading, passage)
    return tuple(entity.iri for _, entity in named[:1]) or _meets(reading)


def _named_above(reading: Reading, passage: Passage) -> list[tuple[Span, Entity]]:
    """Return whom the heading names: "Suggested actions *for the Senior Officials*"."""
    heading = reading.sections[passage.section].heading
    whole = Span(reading.text.rfind("\n", 0, heading.start) + 1, heading.end)
    return reading.named(whole, BODIES) if _FOR_WHOM.search(whole.of(reading.text)) else []


def _meets(reading: Reading) -> tuple[IRI, ...]:
    """Return the body whose meeting it is, or the one that the title names, or the meeting itself."""
    meeting = reading.entities.get(reading.meeting)
    if meeting and meeting.kind == "Segment":
        meeting = reading.entities.get(next((target for name, target in meeting.links if name == "segmentOf"), ""), meeting)
    group = None if meeting else meeting_group(reading)
    if group:
        return (group,)
    own = tuple(target for name, target in meeting.links if name == "sessionOf")[:1] if meeting else ()
    titles = [] if own else reading.titles
    of_title = [entity.iri for kinds in (BODIES, {"InterAgencyMechanism"}) for p in titles for _, entity in reading.named(p.span, kinds)]
    return own or tuple(of_title[:1]) or ((meeting.iri,) if meeting else ())


def _action(reading: Reading, passage: Passage) -> _Found:
    start = passage.body.start
    lead = _LEAD_IN.match(reading.text, start, passage.body.end)
    above = _verb_above(reading, passage)
    if above:
        return (above,), effects_of(reading, passage, above, start), (), ""
    match = _VERB.match(reading.text, lead.end() if lead else start, passage.body.end)
    if not match or _IS_NOUN.match(reading.text, match.start(), passage.body.end):
        noun = _NOUN.match(reading.text, start, passage.body.end) if reading.sections[passage.section].kind == "adopted-actions" else None
        return ((_NOMINAL[noun["noun"].casefold()],), (Effect("none"),), (), "") if noun else _told(reading, passage)
    verbs, end = [base_verb(match["verb"])], match.end()
    second = _AND_VERB.match(reading.text, end, passage.body.end)
    if second and base_verb(second["verb"]) != "continue":
        verbs.append(base_verb(second["verb"]))
        end = second.end()
    addressees, words = _addressees(reading, verbs[0], end, passage)
    effects = effects_of(reading, passage, verbs[0], end)
    if not addressees and verbs[0] == "agree":
        addressees = _providers(reading, passage, effects)
    more = _further(reading, passage, match["verb"], end)
    effects += tuple(effect for verb, at in more for effect in effects_of(reading, passage, verb, at))
    return tuple(dict.fromkeys([*verbs, *(verb for verb, _ in more)])), _without_none(effects), addressees, words


def _further(reading: Reading, passage: Passage, first: str, start: int) -> list[tuple[str, int]]:
    """Return the verbs of "Take note of the list *and request* the secretariat to …" after the first, told or not as it is."""
    end = _first_point(passage)
    if _IS_PAST.fullmatch(first):
        return with_more(reading.text, first, start, end)[1:]
    return [(base_verb(match["verb"]), match.end()) for match in _AND_BASE.finditer(reading.text, start, end) if not match["to"]]


def _without_none(effects: tuple[Effect, ...]) -> tuple[Effect, ...]:
    return tuple(dict.fromkeys(effect for effect in effects if effect.kind != "none")) or (Effect("none"),)


def verbs_of_points(reading: Reading, passage: Passage) -> list[tuple[str, int]]:
    """ "(a) Requested the secretariat to …; (b) Agreed to …" """
    matches = [_POINT.match(reading.text, point.span.start, point.span.end) for point in passage.points]
    return [found for point, match in zip(passage.points, matches, strict=True) if match for found in with_more(reading.text, match["verb"], match.end(), point.span.end)]


def to_decide(reading: Reading, passage: Passage) -> list[tuple[str, int]]:
    """ "The Committee decided: (a) *To request* the secretariat to …; (b) *To invite* Parties to …" """
    if not passage.points or not _DECIDED.search(reading.text, *passage.lead_in):
        return []
    matches = [_TO_DECIDE.match(reading.text, *point.span) for point in passage.points]
    return [(base_verb(match["verb"]), match.end()) for match in matches if match]


def going_on(reading: Reading, passage: Passage, start: int) -> list[tuple[str, int]]:
    """ "The Bureau took note of the list *and: (a) requested* the Secretariat to …; (b) agreed to …" """
    goes_on = passage.points and _AND_COLON.search(reading.text, start, passage.lead_in.end)
    return verbs_of_points(reading, passage) if goes_on and " that " not in reading.text[start : passage.lead_in.end] else []


def _members_to(reading: Reading, passage: Passage) -> list[tuple[str, int]]:
    """ "*Members to take note* of the update *and to agree* that …" """
    match = _TO_VERB.match(reading.text, passage.body.start, passage.body.end)
    if match is None:
        return []
    more = [(base_verb(m["verb"]), m.end()) for m in _AND_BASE.finditer(reading.text, match.end(), _first_point(passage))]
    return [(base_verb(match["verb"]), match.end()), *more]


def _told(reading: Reading, passage: Passage) -> _Found:
    """ "The senior officials took note of the report and agreed to extend …. They also invited …": the item says itself who decides."""
    found: list[tuple[str, int]] = []
    for sentence in sentences(reading.text, passage.body):
        match = (_THEY if found else _SUBJECT).match(reading.text, sentence.start, sentence.end)
        match = match or (_SUBJECT.match(reading.text, sentence.start, sentence.end) if found else None)
        to = None if match else _ASKED_TO.match(reading.text, sentence.start, sentence.end)
        if to:
            found += [(base_verb(to["verb"].split()[-1] if to["verb"].startswith("consider") else to["verb"]), to.end())]
            found += [(base_verb(m["verb"]), m.end()) for m in _AND_BASE.finditer(reading.text, to.end(), sentence.end)]
            continue
        now = [] if match else told_now(reading.text, sentence, _own_names(reading), follows=bool(found))
        match = match or (None if now else _IT_WAS.match(reading.text, sentence.start, sentence.end) or _WAS_DONE.match(reading.text, sentence.start, sentence.end) or _ASKED.match(reading.text, sentence.start, sentence.end))
        found += with_more(reading.text, match["verb"], match.end(), sentence.end) if match else [(base_verb(verb), at) for verb, at in now]
    asked = bool(found) and _ASKED.match(reading.text, passage.body.start, passage.body.end) is not None
    found = found or _to_be_done(reading, passage)
    if asked and (above := _above(reading, passage)) and _AGREED.search(reading.text, *above.span):
        found = [("agree", found[0][1]), *found]
    effects = tuple(effect for verb, at in found for effect in effects_of(reading, passage, verb, at))
    return tuple(dict.fromkeys(verb for verb, _ in found)), _without_none(effects), (), ""


def _to_be_done(reading: Reading, passage: Passage) -> list[tuple[str, int]]:
    """ "Members to take note of …", "FAO to share the paper": what others than those who meet are to do was agreed."""
    theirs = reading.sections[passage.section].kind == "suggested-actions" or is_of_those_who_meet(reading.text, passage.body)
    return (_members_to(reading, passage) if theirs else []) or [(base_verb(verb), at) for verb, at in tasked(reading.text, passage.body)]


def _own_names(reading: Reading) -> frozenset[str]:
    """Return the names in one word of the body that meets: "UN-Water"."""
    bodies = [reading.entities[iri] for iri in _meets(reading) if iri in reading.entities]
    return frozenset(name for body in bodies for name in (body.label, body.acronym, *body.names, *body.exact))


def _verb_above(reading: Reading, passage: Passage) -> str:
    """Return the verb of a line such as "The Senior Officials decided to:", or an empty string."""
    above = _above(reading, passage)
    match = _CHAPEAU_VERB.search(reading.text, *above.span) if above and _INTRODUCES.search(reading.text, *above.span) else None
    asked = above and match and _IS_ASKED.search(reading.text, above.span.start, match.start())
    return base_verb(match["verb"]) if match and not asked else ""


@lru_cache(maxsize=4096)
def base_verb(words: str) -> str:
    """Return the base form of a printed decision verb.

    >>> base_verb("Takes note"), base_verb("requested")
    ('take note', 'request')
    """
    key = re.sub(r"\s+", " ", words.casefold())
    return _LESS_OFTEN.get(key) or next(base for pattern, base in (VERBS | PAST).items() if re.fullmatch(pattern, key))


def with_more(text: str, verb: str, start: int, end: int) -> list[tuple[str, int]]:
    """Return a verb told in the past with the further verbs of the same body after it, each with the position after it."""
    approves = _TO_APPROVE.match(text, start, end) if verb in {"decided", "voted"} else None
    also = [(base_verb(approves["verb"]), approves.end())] if approves else []
    more = [m for m in _AND_PAST.finditer(text, start, end) if not (m["again"] or m["once_more"] or m["anew"]) or " that " not in text[start : m.start()]]
    more = [m for m in more if not (m["verb"] == "extended" and _THANKS.match(text, m.end(), end))]
    return [(base_verb(verb), start), *also, *((base_verb(m["verb"] or m["only"] or m["asks"] or m["within"]), m.end()) for m in more)]


def _addressees(reading: Reading, verb: str, end: int, passage: Passage) -> tuple[tuple[IRI, ...], str]:
    """ "Encourage *EMG members* to …": the agent named there, else the words."""
    if verb not in _ADDRESSED:
        return (), ""
    match = _ADDRESSEE.match(reading.text, end, passage.body.end)
    if not match:
        return (), ""
    span = Span(*match.span("words"))
    whole = [e.iri for w, e in reading.named(span, AGENTS | GROUPS | BODIES) if w == span]
    return (tuple(whole), "") if whole else ((), re.sub(r"\s+", " ", match["words"]))


def _providers(reading: Reading, passage: Passage, effects: tuple[Effect, ...]) -> tuple[IRI, ...]:
    """ "Agree that *A and B* will continue to provide …": who is to do it."""
    that = re.match(r"\s*\w+\s+that\s+(?:the\s+)?", reading.text[passage.body.start : passage.body.end])
    if not that or not effects or effects[0].kind != "continue":
        return ()
    return tuple(e.iri for _, e in reading.agents_from(passage.body.start + that.end(), passage.body.end))


def effects_of(reading: Reading, passage: Passage, verb: str, start: int) -> tuple[Effect, ...]:
    """Return what the words after a verb do, or would do, by the table of effects."""
    found: list[Effect] = []
    for rule in effect_rules(verb):
        match = rule.pattern.search(reading.text, start, _first_point(passage))
        if match and (rule.anywhere or match.start() == start) and not any(e.kind == rule.kind for e in found):
            effect = _effect(reading, passage, rule, match)
            if effect:
                found.append(effect)
                if not rule.anywhere and rule.kind != "convert":
                    break
    return tuple(found) or (Effect("none"),)


def _first_point(passage: Passage) -> int:
    return passage.lead_in.end


def _effect(reading: Reading, passage: Passage, rule: EffectRule, match: re.Match[str]) -> Effect | None:
    end = _first_point(passage)
    if rule.target == "before":
        return _change(reading, passage, rule, match)
    if rule.target == "absorbed":
        return _absorb(reading, passage, match)
    target, text = _target(reading, rule, match.end(), end)
    if rule.needs_target and target is None:
        return None
    duration, words = ("", "")
    if rule.kind in {"extend", "continue"}:
        duration, words = find_duration(reading.text, passage.body)
    condition = _CONDITION.search(reading.text, match.end(), end)
    if condition and rule.kind not in {"extend", "continue", "conclude", "establish"}:
        condition = None
    said = re.sub(r"\s+", " ", condition["words"]) if condition else ""
    return Effect(rule.kind, target, duration, words, said, target_text="" if target else text)


def _target(reading: Reading, rule: EffectRule, start: int, end: int) -> tuple[IRI | None, str]:
    """Return what an effect is on: the thing named right there, else the words for it."""
    if rule.target == "none":
        return None, ""
    if rule.target == "within":
        named = reading.named(Span(start, end), GROUPS)
        return (named[0][1].iri, "") if named else (None, "")
    if rule.target == "implemented":
        match = re.search(r"\bimplementation\s+of\s+(?:the\s+)?", reading.text[start:end])
        plan = reading.at(start + match.end(), end, PLANS) if match else None
        return (plan[1].iri, "") if plan else (None, "")
    kinds = GROUPS if rule.target == "group" else GROUPS | PLANS | AGENTS | BODIES
    named_here = reading.at(start, end, kinds)
    if named_here and (rule.target == "group" or not _goes_on(reading.text, named_here[0].end)):
        return named_here[1].iri, ""
    if rule.target == "group":
        return None, ""
    article = re.match(r"\s*(?:the\s+|an?\s+)?", reading.text[start:end])
    return None, noun_phrase(reading.text, start + (article.end() if article else 0), end).of(reading.text)


def _goes_on(text: str, end: int) -> bool:
    """Tell whether a noun follows: "the EMG *contribution*" is not the EMG."""
    return bool(re.match(r"(?:'s|’s)?\s+(?!to\b|and\b|for\b|on\b|in\b|at\b|as\b|of\b)[a-z]{3,}", text[end : end + 40]))


def _change(reading: Reading, passage: Passage, rule: EffectRule, match: re.Match[str]) -> Effect | None:
    """ "Decide that the IMG becomes a working group under the Network … and be renamed as '…'." """
    body = next(iter(reading.named(Span(passage.body.start, match.start()), GROUPS)), None)
    if rule.kind == "convert":
        body = reading.before(match.start(), passage.body.start, GROUPS)
    if body is None:
        return None
    within = None
    rest = Span(match.end(), passage.body.end)
    under = _UNDER.match(reading.text, match.end(), rest.end)
    if under:
        parent = reading.at(under.end(), rest.end, GROUPS)
        within = parent[1].iri if parent else None
    renamed = re.search(r"\brenamed\s+(?:as\s+|to\s+)?(?:the\s+)?[\"“‘']?", reading.text[passage.body.start : rest.end])
    new = reading.at(passage.body.start + renamed.end(), rest.end, GROUPS, article=False) if renamed else None
    return Effect(
        rule.kind,
        body[1].iri,
        new_name=new[1].label if new else "",
        successor=new[1].iri if new else None,
        within=within,
    )


def _absorb(reading: Reading, passage: Passage, match: re.Match[str]) -> Effect | None:
    """ "the new 'Working group on …' will absorb the tasks of the 'Working group on …'" """
    before = reading.named(Span(passage.body.start, match.start()), GROUPS)
    after = reading.named(Span(match.end(), passage.body.end), GROUPS)
    if not before or not after:
        return None
    return Effect("absorb", after[0][1].iri, successor=before[-1][1].iri)


def _nested(reading: Reading, passage: Passage, above: tuple[Effect, ...]) -> tuple[Effect, ...]:
    """A nested point has the effect of the item it stands in, on what it names itself."""
    if not above:
        return (Effect("none"),)
    kind = above[0].kind
    if kind == "take-note":
        words = re.match(r"(?:[Tt]he\s+|[Aa]n?\s+)?", reading.text[passage.body.start : passage.body.end])
        start = passage.body.start + (words.end() if words else 0)
        span = noun_phrase(reading.text, start, passage.body.end)
        evidence = Evidence(passage.id, span)
        iri = reading.mint("Deliverable", "deliverable", span.of(reading.text), evidence)
        provider = above[0].target or reading.topic(passage) or None
        reading.state(Delivery(evidence, iri, "unknown", provider))
        return (Effect(kind, iri),)
    plan = next((e for _, e in reading.named(passage.body, PLANS)), None)
    return (Effect(kind, plan.iri if plan else None),)
