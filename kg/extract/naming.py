"""Groups that have no name but the words for them, and what "the Task Team", "it" mean after they were named."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.extract.drafting import capitalized, described, draft, is_named
from kg.extract.electing import OF_THE_WHOLE
from kg.extract.gatherings import gatherings_in_words
from kg.extract.meetings import meeting_body
from kg.extract.phrases import (
    AGAIN_IT,
    AND_ALONE,
    AS_ITS,
    BARE,
    BOARD_OF,
    CAPITALIZED,
    DAY,
    EVENT_WORDS,
    FIRST,
    FOR_ITS,
    GROUP,
    GROUP_OR_NETWORK,
    GROUPISH,
    GUIDES,
    HAS_OWN,
    HEAD_FIRST,
    HOLDS,
    IS_GUIDED,
    IT,
    ITS_HEAD,
    ITS_OWN,
    NAMES,
    NETWORKS,
    NTH,
    OBJECT_IT,
    OF_AN_OFFICE,
    OF_WHICH,
    OFFICE,
    ON_FROM_HERE,
    ON_THE_ITEM,
    OWN_BODY,
    OWN_KINDS,
    OWNERS,
    POSSESSIVE,
    REACH,
    SECRETARIAT,
    SERVES_IT,
    SETS_UP,
    SEVERAL,
    SHORT,
    STAFFED,
    THE_OWN,
    TOPIC_OF,
    WAS_HELD,
    WITH_OWN,
)
from kg.extract.reading import AGENTS, BODIES, EVENTS, GROUPS
from kg.extract.sittings import others_met, segment_of, sittings_in_words, speaks_of_others, the_meeting, their_meeting
from kg.extract.titles import group_of_title, of_heading, of_title, only_described, only_one, own_words, panels, titles_of
from kg.extract.words import cues
from kg.model import Span
from kg.text import ORDINAL, RECALLED

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.extract.reading import Reading
    from kg.model import Entity, Passage

_BEFORE_IT = 60
_ANNEXED = GROUPS | BODIES | {"InterAgencyMechanism", "TreatyMechanism"}
_MODIFIED = re.compile(r"(?<![A-Z])\b(?!(?:the|an?|its|their|this|that|each|any|every|one|of|for|by|with|and|or|to|in|on|under|from|as|new|joint|sub)\b)[a-z][a-z’'-]+\s+\Z")
"""What is a name with words before it, is not named by the rest: "the *pond twinning* programme of the Centre"."""
_TRAILING = re.compile(r"(?:\s+(?:and|or))?\Z")
_SERVING = (SERVES_IT, AS_ITS, OBJECT_IT, BARE, FOR_ITS)
_SERVING_CUES = cues(*_SERVING)


def by_topic(reading: Reading, passage: Passage, sentence: Span) -> Iterator[tuple[Span, Entity]]:
    """ "a contact group on soil", "Workstream 2", "a drafting group" """
    for match in reading.matches(GROUP_OR_NETWORK if reading.holds(sentence, NETWORKS) else GROUP, sentence):
        modified = match["head"].lower().endswith("programme") and _MODIFIED.search(reading.text, max(sentence.start, match.start() - _BEFORE_IT), match.start())
        entity = None if modified else described(reading, passage, match)
        if entity:
            whole = match["topic"] or match["called"]
            item = None if whole or match["number"] else ON_THE_ITEM.match(reading.text, match.end("head"))
            end = match.end() - len(_TRAILING.search(match[0])[0])  # type: ignore[index]
            yield Span(match.start(), end if whole else match.end("number") if match["number"] else item.end() if item else match.end("head")), entity


def by_order(reading: Reading, passage: Passage, sentence: Span) -> Iterator[tuple[Span, Entity]]:
    """ "Two contact groups were set up. *The first, on ponds,* was …" """
    for match in reading.matches(NTH, sentence):
        several = list(SEVERAL.finditer(reading.text, passage.body.start, match.start()))
        if several:
            span = Span(match.start(), match.end())
            yield span, draft(reading, passage, span, "WorkingGroup", f"{' '.join(several[-1]['head'].split())} on {' '.join((match['topic'] or match['inner']).split())}")


def short_forms(reading: Reading, passage: Passage, sentence: Span) -> Iterator[tuple[Span, Entity]]:
    """ "the group", "the Coalition", after it was named"""
    for match in reading.matches(SHORT, sentence):
        span = Span(*match.span())
        meant = None if is_named(reading, span) else _meant(reading, passage, match["head"], span.start)
        if meant:
            yield span, meant


def by_secretariat(reading: Reading, passage: Passage, sentence: Span) -> Iterator[tuple[Span, Entity]]:
    """ "*the Programme* secretariat", after it was named"""
    for match in reading.matches(SECRETARIAT, sentence):
        meant = _meant(reading, passage, match["head"], match.start())
        if meant:
            yield Span(*match.span()), meant


def by_owner(reading: Reading, passage: Passage, sentence: Span) -> Iterator[tuple[Span, Entity]]:
    """ "the platform’s steering committee" · "the Platform, the steering committee of which" """
    for match in reading.matches(POSSESSIVE, sentence):
        known = reading.at(match.start("owner"), match.end("owner"), NAMES, article=False)
        whole = known[1] if known and known[0].end == match.end("owner") else None
        short = match["owner"].islower() or (whole is None and match["owner"] in OWNERS)
        owner = _meant(reading, passage, match["owner"], match.start()) if short else whole
        if owner:
            span = Span(*match.span())
            yield span, draft(reading, passage, span, "WorkingGroup", f"{match['head'].capitalize()} of the {owner.label}")
    for where, owner in reading.named(sentence, GROUPS | {"InterAgencyMechanism", "TreatyMechanism", "PartnerOrganization", "Organization"}) if reading.may_match(BOARD_OF, sentence) else ():
        board = BOARD_OF.pattern.match(reading.text, where.end, sentence.end)
        if board and board["head"].islower() and WITH_OWN.search(owner.label):
            span = Span(where.start, board.end("head"))
            yield span, draft(reading, passage, span, "WorkingGroup", f"{board['head'].capitalize()} of the {owner.label}")
    for match in reading.matches(HAS_OWN, sentence):
        before = [e for w, e in (*reading.named(Span(sentence.start, match.start()), NAMES), *by_capitals(reading, passage, sentence)) if w.end == match.start()]
        if before:
            span = Span(match.start("head"), match.end("head"))
            yield span, draft(reading, passage, span, "WorkingGroup", f"{match['head'].capitalize()} of the {before[-1].label}")
    yield from _by_what_it_does(reading, passage, sentence)
    the = reading.begins(THE_OWN, sentence)
    whole = whole_before(reading, passage, sentence) if the and not is_named(reading, Span(*the.span())) and not _meant(reading, passage, the["head"], sentence.start) else None
    if the and whole:
        yield Span(*the.span()), draft(reading, passage, Span(*the.span()), "WorkingGroup", f"{the['head'].capitalize()} of the {whole.label}")
    for match in reading.matches(OF_WHICH, sentence):
        before = [e for w, e in reading.named(Span(sentence.start, match.start()), NAMES) if w.end == match.start()]
        before = before or [e for w, e in by_capitals(reading, passage, sentence) if w.end == match.start()]
        if before:
            span = Span(*match.span("whose" if match["whose"] and ", which " in match[0] else 0))
            yield span, draft(reading, passage, span, "WorkingGroup", f"{(match['head'] or match['whose']).capitalize()} of the {before[-1].label}")


def by_seat(reading: Reading, passage: Passage, sentence: Span) -> Iterator[tuple[Span, Entity]]:
    """ "FAO is a member of *its advisory board*", of the one project that was spoken of"""
    for match in reading.matches(OWN_BODY, sentence):
        own = _with_boards(reading, passage, Span(sentence.start, max(sentence.start, reading.text.rfind(";", sentence.start, match.start()), reading.text.rfind(",", sentence.start, match.start())))) or _with_boards(reading, passage, reading.sentence_before(passage, sentence.start))
        if len(own) == 1:
            span = Span(*match.span("its"))
            yield span, draft(reading, passage, span, "WorkingGroup", f"{' '.join(match['head'].split()).capitalize()} of the {own[0].label}")


def _with_boards(reading: Reading, passage: Passage, span: Span) -> list[Entity]:
    """Return the partnerships and projects named or described in a span, each of which may have a board of its own."""
    found = {e.iri: e for _, e in (*reading.named(span, NAMES), *by_topic(reading, passage, span), *by_capitals(reading, passage, span)) if e.kind not in STAFFED and WITH_OWN.search(e.label)}
    return [e for e in found.values() if not any(e.label != other.label and e.label in other.label for other in found.values())]


def _by_what_it_does(reading: Reading, passage: Passage, sentence: Span) -> Iterator[tuple[Span, Entity]]:
    """ "*a steering committee* will guide the Partnership", "the Network held *its yearly workshop*" """
    for match in reading.matches(GUIDES, sentence):
        named = reading.at(match.end(), sentence.end, NAMES)
        after = Span(match.end(), sentence.end)
        short = next((e for w, e in (*short_forms(reading, passage, after), *by_capitals(reading, passage, after)) if w.start - match.end() in {0, len("the ")}), None)
        owner = named[1] if named else short
        if owner:
            span = Span(match.start(), match.end("head"))
            yield span, draft(reading, passage, span, "WorkingGroup", f"{match['head'].capitalize()} of the {owner.label}")
    for pattern, kind in ((IS_GUIDED, "WorkingGroup"), (HOLDS, "Event")):
        for match in reading.matches(pattern, sentence):
            before = Span(sentence.start, match.start())
            named_before = [*reading.named(before, NAMES), *by_capitals(reading, passage, sentence), *short_forms(reading, passage, before)]
            whole = [e for w, e in named_before if w.end == match.start() and (kind == "Event" or e.kind not in STAFFED)]
            if whole:
                span = Span(*match.span("head" if kind == "WorkingGroup" else "words"))
                words = match["head"].capitalize() if kind == "WorkingGroup" else " ".join(match["words"].split())
                yield span, draft(reading, passage, span, kind, f"{words} of the {whole[0].label}")


def whole_before(reading: Reading, passage: Passage, sentence: Span) -> Entity | None:
    """Return the partnership that a paragraph begins with: "*The Ponds Partnership* was … The steering committee is chaired by …"."""
    first = reading.sentence(passage, passage.body.start)
    subject = subject_before(reading, passage, Span(first.end, first.end)) if sentence.start > first.start else None
    spoken = WITH_OWN.findall(first.of(reading.text))
    return subject if subject and subject.kind not in STAFFED and WITH_OWN.search(subject.label) and len(spoken) == 1 else None


def by_capitals(reading: Reading, passage: Passage, sentence: Span) -> Iterator[tuple[Span, Entity]]:
    """ "the Methodologies Panel", "the Partnership for Action on Ponds" """
    for pattern in (HEAD_FIRST, CAPITALIZED):
        position = sentence.start if reading.may_match(pattern, sentence) else sentence.end
        while match := pattern.pattern.search(reading.text, position, sentence.end):
            entity = capitalized(reading, passage, match)
            board = BOARD_OF.pattern.match(reading.text, match.end("name"), sentence.end) if entity else None
            if entity and board and board["head"].islower():
                span = Span(match.start("name"), board.end("head"))
                yield span, draft(reading, passage, span, "WorkingGroup", f"{board['head'].capitalize()} of the {entity.label}")
            elif entity:
                yield Span(*match.span("name")), entity
            inside = None if entity else after_agent(reading, Span(*match.span("name")))
            if inside:
                position = inside
                continue
            offices = [] if entity else [*OFFICE.finditer(reading.text, *match.span("name"))]
            position = offices[-1].end() if offices else match.end()  # "A B, Chair of the *Pond Group*"


def after_agent(reading: Reading, name: Span) -> int:
    """Return where a name begins that only seems to go on from that of an agency, or 0: "works with FAO on *the Pond Programme*"."""
    ends = (after.end() for where, _ in reading.named(name, AGENTS | {"State"}) if (after := ON_FROM_HERE.match(reading.text, where.end, name.end)))
    return max(ends, default=0)


def by_day(reading: Reading, _: Passage, sentence: Span) -> Iterator[tuple[Span, Entity]]:
    """ "the second day" of the meeting that is reported on"""
    meeting = reading.entities.get(reading.meeting)
    if meeting:
        yield from ((Span(*match.span()), meeting) for match in reading.matches(DAY, sentence))


def by_pronoun(reading: Reading, passage: Passage, sentence: Span) -> Iterator[tuple[Span, Entity]]:
    """ "It is led by …", of what the sentence before begins with"""
    it = IT.match(reading.text, sentence.start, sentence.end)
    meant = _made_before(reading, passage, sentence) or subject_before(reading, passage, sentence) if it and not of_its_office(reading, passage, sentence) else None
    if (meant is None or meant.kind in STAFFED | {"Person"}) and GROUPISH.match(reading.text, sentence.start, sentence.end):
        meant = only_group_before(reading, passage, sentence)
    own = ITS_OWN.match(reading.text, sentence.start, sentence.end) if meant else None
    if meant and own:
        yield Span(*own.span()), draft(reading, passage, Span(*own.span()), "WorkingGroup", f"{own['head'].capitalize()} of the {meant.label}")
    serves = None if meant or not reading.holds(sentence, _SERVING_CUES) else next((m for pattern in _SERVING if (m := reading.begins(pattern, sentence))), None)
    served = subject_before(reading, passage, sentence) if serves else None
    if serves and (served is None or served.kind in STAFFED | {"Person", "State"}):
        served = whole_before(reading, passage, sentence) or only_group_before(reading, passage, sentence)
    if serves and served:
        yield next(Span(*serves.span(name)) for name in ("it", "its", "The") if serves.groupdict().get(name)), served
    if it and meant and not own:
        yield Span(*it.span("it")), meant


def of_its_office(reading: Reading, passage: Passage, sentence: Span) -> bool:
    """Tell "FAO serves the Network; its office is in Bern. *Its director* is …", which is the one of the office."""
    if reading.opens(passage, sentence) or not ITS_HEAD.match(reading.text, sentence.start, sentence.end):
        return False
    before = reading.sentence_before(passage, sentence.start)
    return OF_AN_OFFICE.search(reading.text, before.start, before.end) is not None


def by_gathering(reading: Reading, passage: Passage, sentence: Span) -> Iterator[tuple[Span, Entity]]:
    """ "The Network meets every year; *its last meeting*" """

    def whose(at: int) -> Entity | None:
        within = Span(sentence.start, at)
        named = [(w, e) for w, e in reading.named(within, GROUPS | {"InterAgencyMechanism"})]
        named += list(short_forms(reading, passage, within))
        if named:
            return max(named, key=lambda pair: pair[0].start)[1]
        if reading.opens(passage, sentence):
            return None
        found = subject_before(reading, passage, sentence)
        earlier = reading.sentence_before(passage, sentence.start)
        groups = {e.iri: e for _, e in (*reading.named(earlier, GROUPS | {"InterAgencyMechanism"}), *short_forms(reading, passage, earlier))}
        return found if found and found.kind in GROUPS else next(iter(groups.values())) if len(groups) == 1 else found

    yield from gatherings_in_words(reading, passage, sentence, whose)


def _made_before(reading: Reading, passage: Passage, sentence: Span) -> Entity | None:
    """ "The Committee *established a working group on ponds*. Its members are …": those of the group """
    if reading.opens(passage, sentence) or not GROUPISH.match(reading.text, sentence.start, sentence.end):
        return None
    before = reading.sentence_before(passage, sentence.start)
    return only_group_before(reading, passage, sentence) if SETS_UP.search(reading.text, *before) else None


def only_group_before(reading: Reading, passage: Passage, sentence: Span) -> Entity | None:
    """Return the only group that the sentence before speaks of: "UNEP told of *the Task Team on Soil*. Its members are …"."""
    if reading.opens(passage, sentence):
        return None
    before = reading.sentence_before(passage, sentence.start)
    _catch_up(reading, passage, before)
    found = {e.iri: e for _, e in (*reading.named(before, GROUPS), *panels(reading, before))} | {e.iri: e for at, e in reading.described if before.start <= at < before.end and e.kind in GROUPS}
    standing = [] if found else [*reading.named(before, AGENTS - STAFFED), *short_forms(reading, passage, before)]
    found |= {e.iri: e for _, e in standing if e.kind in GROUPS or (e.kind not in STAFFED | EVENTS and WITH_OWN.search(e.label))}
    return next(iter(found.values())) if len(found) == 1 else None


def _meant(reading: Reading, passage: Passage, head: str, before: int) -> Entity | None:
    """Return what "the Task Team" means: the last one named before with that word, near by and in the same section, if its sentence names no other."""
    word = head.lower().split()[-1]
    start = max(_spoken_of_from(reading, passage), before - REACH)
    near = Span(start, max(start, before))
    others = others_met(reading, passage, before) if word == "meeting" else None
    if others:
        return their_meeting(reading, passage, others)
    if word == "committee" and OF_THE_WHOLE.search(reading.text, near.start, near.end):
        return None
    _catch_up(reading, passage, near)
    named = reading.named(near, GROUPS | EVENTS | {"InterAgencyMechanism", "TreatyMechanism", "PartnerOrganization", "Organization", "Secretariat"} | BODIES)
    found = [(w.start, e) for w, e in named if not any(other != w and other.covers(w) for other, _ in named)]
    if word in {"meeting", "session"}:
        found = [(at, e) for at, e in found if not RECALLED.search(reading.text, max(near.start, at - _BEFORE_IT), at)]
    found += [(at, e) for at, e in reading.described if near.start <= at < near.end and (word not in {"meeting", "session"} or _is_subject(reading, near, at))]
    fitting = [(at, e) for at, e in found if (word in own_words(e) or (word == "event" and e.kind in EVENTS)) and not (e.kind == "Secretariat" and word != "secretariat")]
    fitting = [(at, e) for at, e in fitting if which in e.label.lower()] if (which := head.lower().split()[0]) in OWN_KINDS else fitting
    fitting = [(at, e) for at, e in fitting if not any(at == other and len(o.label) > len(e.label) and o.label.startswith(e.label) for other, o in fitting)]
    fitting = [(at, e) for at, e in fitting if not any(o.label.endswith(f" {e.label}") and other < at < other + len(o.label) for other, o in fitting)]
    meeting = reading.entities.get(reading.meeting)
    fitting = [(at, e) for at, e in fitting if not (meeting and e.label.endswith(f" of the {meeting.label}") and any(at == other and o is not e for other, o in fitting))]
    whole = segment_of(meeting) if word == "meeting" else ""
    fitting = [(at, e) for at, e in fitting if e.iri != whole]
    if fitting and word in {"meeting", "session"} and speaks_of_others(reading, near, word, sum(e.iri != reading.meeting for _, e in fitting)):
        return None
    if fitting:
        at, last = max(fitting, key=lambda pair: pair[0])
        said = reading.sentence_in(Span(start, max(start, before)), at)
        return last if all(e is last for where, e in fitting if where >= said.start) else None
    return _meant_by_title(reading, passage, word, before) or ((only_one(reading, word) or only_described(reading, word, before)) if head[0].isupper() else None)


_OF_SHORT = re.compile(r"\bof\s+the\s+(?P<head>(?:(?:working|expert|task|steering|contact|drafting|advisory|technical)\s+)?(?:group|team|force|committee|network|partnership|initiative|alliance|coalition|platform|decade|programme|project|panel|board|consortium|campaign))\Z", re.IGNORECASE)


def in_full(reading: Reading, passage: Passage, label: str, before: int) -> str:
    """Return some words with the group at their end written out: "first meeting of *the group*"."""
    match = _OF_SHORT.search(label)
    meant = _meant(reading, passage, match["head"], before) if match else None
    return f"{label[: match.start('head')]}{meant.label.removeprefix('the ')}" if match and meant else label


def _spoken_of_from(reading: Reading, passage: Passage) -> int:
    """Return where the section of a passage begins; action items are of the section above them."""
    section = reading.sections.get(passage.section)
    start = reading.section_start(passage)
    above = next((p.span.start for p in reading.document.passages if section and p.section == section.parent), start) if passage.kind == "action" else start
    return min(start, above)


def _meant_by_title(reading: Reading, passage: Passage, word: str, before: int) -> Entity | None:
    """Return what a short form means that was not named before: the meeting or the body of the document, or what a title says."""
    if word in {"meeting", "session"}:
        return the_meeting(reading, passage, before)
    own = reading.entities.get(meeting_body(reading))
    whole = next((e for name, target in (own.links if own else ()) if name == "partOf" and (e := reading.entities.get(target))), None)
    if whole and word in {"platform", "commission", "agreement", "facility"} and word in own_words(whole):
        return whole
    if own and word in own_words(own):
        return own
    annexed = of_annex(reading, passage, word)
    titled = group_of_title(reading, word) if own is None and annexed is None else None
    return annexed or titled or (of_title(reading, word) if own is None and word in EVENT_WORDS else None) or of_heading(reading, passage, word)


def of_annex(reading: Reading, passage: Passage, word: str = "") -> Entity | None:
    """Return the group that the heading of the annex or of a section above names: "the Group" under "Terms of reference of the *Pond Group*", "Composition of the *expert group*"."""
    section = reading.sections.get(passage.section)
    while section:
        for span in titles_of(reading, section):
            found = {e.iri: e for _, e in reading.named(span, _ANNEXED) if (word in own_words(e) if word else e.kind != "ConferenceOfTheParties")}
            if len(found) == 1:
                return next(iter(found.values()))
            short = _OF_SHORT.search(" ".join(span.of(reading.text).split()))
            meant = described_before(reading, short["head"], span.start) if short and short["head"].lower().endswith(word) else None
            if meant:
                return meant
        section = reading.sections.get(section.parent)
    return None


def described_before(reading: Reading, words: str, before: int) -> Entity | None:
    """Return the only group or work described or named before in whose name some words stand: "the advisory board" after "an advisory board on ponds"."""
    plain = " ".join(words.lower().split())
    if " " not in plain:
        return None
    found = {e.iri: e for at, e in reading.described if at < before and plain in head_of(e) and (e.kind not in EVENTS or plain.split()[-1] in own_words(e))}
    found |= {e.iri: e for _, e in reading.named(Span(0, before), GROUPS | {"InterAgencyMechanism"}) if plain in e.label.lower() and plain in head_of(e)}
    return next(iter(found.values())) if len(found) == 1 else None


def head_of(entity: Entity) -> str:
    """Return what something is called without its topic: a workshop *on the work programme* is no work programme."""
    return TOPIC_OF.split(entity.label.lower(), maxsplit=1)[0]


def _is_subject(reading: Reading, near: Span, at: int) -> bool:
    """Tell whether a sentence begins with what stands at a place: a meeting that is only mentioned is not "the meeting"."""
    return FIRST.fullmatch(reading.text, reading.sentence_in(near, at).start, at) is not None


def _catch_up(reading: Reading, passage: Passage, near: Span) -> None:
    """Read what the sentences before describe, that say nothing of roles and were passed over."""
    for other, sentence in reading.sentences("paragraph", "unnumbered", "action", "preamble") if reading.caught_up < near.end else ():
        if other.section == passage.section and max(near.start, reading.caught_up) <= sentence.start < near.end:
            reading.caught_up = sentence.end
            for way in (by_topic, by_capitals, _by_what_it_does):
                for _ in way(reading, other, sentence):
                    pass
    reading.caught_up = max(reading.caught_up, near.end)


def subject_before(reading: Reading, passage: Passage, sentence: Span) -> Entity | None:
    """Return the group, or the agency, that the sentence before begins with: "*The Task Team* … It is led by …"."""
    before = reading.sentence_before(passage, sentence.start)
    if before.start >= sentence.start:
        return None
    _catch_up(reading, passage, before)
    subjects = reading.named(before, GROUPS | EVENTS | AGENTS | {"InterAgencyMechanism"}) + panels(reading, before)
    found = [(w.start, e) for w, e in subjects if not reading.text.startswith(("’s", "'s"), w.end)] + [(at, e) for at, e in reading.described if before.start <= at < before.end]
    found += [(where.start, e) for where, e in sittings_in_words(reading, passage, before)]
    found += [(where.start, e) for where, e in short_forms(reading, passage, before)]
    first = [(at, e) for at, e in sorted(found, key=lambda pair: pair[0]) if FIRST.fullmatch(reading.text, before.start, at)]
    if not first and AGAIN_IT.match(reading.text, before.start, before.end):
        return subject_before(reading, passage, before)
    if not first:
        return _held(reading, before, subjects)
    if len(reading.agents_from(first[0][0], before.end)) > 1:
        return None  # "A, B and C are …"
    ends = {where.end for where, e in subjects if where.start == first[0][0] and e is first[0][1]}
    if any(AND_ALONE.fullmatch(reading.text, end, where.start) for end in ends for where, _ in subjects if end < where.start < end + len(" (ABCDEFGHIJKL), and the ")):
        return None  # the one or the other
    one_of = first[0][1].kind not in EVENTS and re.search(rf"\b{ORDINAL}\s+\Z", reading.text[before.start : first[0][0]])
    same = [e for at, e in first if at == first[0][0]]
    return None if one_of else next((e for e in same if all(other.label in e.label for other in same)), same[0])


def _held(reading: Reading, before: Span, named: list[tuple[Span, Entity]]) -> Entity | None:
    """ "In line with its rules, *the ninth meeting of the Board* was held in May. It was hosted by …" """
    meetings = [(where, e) for where, e in named if e.kind in EVENTS]
    held = [e for where, e in meetings if WAS_HELD.match(reading.text, where.end, before.end)]
    return held[0] if len({e.iri for _, e in meetings}) == 1 and held else None
