"""Who leads talks that are no body: "informal consultations co-facilitated by A and B", "a workshop facilitated by C".

Talks get the title of the item they are on, as contact groups do; what other rules have read is not read again.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.extract.hosting import event_in_words
from kg.extract.meetings import meeting_body
from kg.extract.officers import WHICH_GROUP, label_of_group, people_from, role_of_office, states_from
from kg.extract.reading import BODIES, EVENTS, GROUPS, is_unsure
from kg.extract.words import any_of
from kg.model import Role, Span

if TYPE_CHECKING:
    from kg.extract.reading import Reading
    from kg.model import IRI, Entity, Passage

_HYPHEN = "[-‐‑–]"
_MR = r"(?:(?:H\.E\.|Mr|Ms|Mrs|Dr|Prof(?:essor)?)\.?\s+|Ambassador\s+)*"
_KINDS = r"(?i:(?:joint|informal|open-ended|further|back-to-back|technical|intensive|additional|ministerial|regional|bilateral|closed)\s+)*"
_TALKS = (
    rf"(?P<group>{_KINDS}(?P<unnamed>(?:informal\s+)?consultations?|informals|(?:contact|drafting|negotiating|spin{_HYPHEN}off|break{_HYPHEN}?out|discussion|small|informal|[Ff]riends\s+of\s+the\s+(?:[Cc]hair|[Pp]resident))\s+groups?|group\s+of\s+friends\s+of\s+the\s+(?:[Cc]hair|[Pp]resident)|"
    r"(?:negotiations|discussions)(?=\s+(?:on|was|were|co)\b)))\b"
)
_TOPIC = (
    r"(?:\s+(?:on|regarding|under)\s+(?P<topic>(?!this\b|these\b|that\b|those\b|both\b|it\b|the\s+(?:same|item|sub-item|items|agenda|matter|above)\b|agenda\b|the\s+margins\b)"
    r"[^;.()]{3,160}?)(?=[,.;]|\s*\Z|\s+(?:were|was|which|that|to\s+be|held|led|undertaken|conducted|convened)\b|\s+(?:co.?)?(?:facilitated|chaired)\b))?"
)
_BY = re.compile(
    rf"\b(?P<co>co{_HYPHEN}?)?(?P<verb>facilitated|chaired|conducted|undertaken|led|held|presided\s+over)\s+(?:jointly\s+)?(?:by|(?<=held\s)under\s+the\s+(?:chair(?:man|person)?ship|facilitation)\s+of)\s+{_MR}"
)
_TALKS_BY = re.compile(rf"\b{_TALKS}{_TOPIC}(?:(?!\b(?:consultations|groups?)\b)(?:[^.;]|\.(?=\S))){{0,240}}?(?=\b(?:co{_HYPHEN}?)?(?:facilitated|chaired|conducted|undertaken|led|held|presided)\b)", re.DOTALL)
_WITH_WHOM = re.compile(r"\s+(?:with|between|among)\s+(?P<whom>(?:the\s+)?[a-z][^,;.()]{3,80}?)(?=,|\s+(?:was|were|held|co-?facilitated|facilitated|chaired|moderated|led|conducted)\b)")
"""Talks are called by whom they are with where they have no topic: "a consultation with civil society"."""
_GAP = re.compile(r"\s*(?:\([^()]*\)\s*)?,?\s*(?:(?:which|that)\s+)?(?:(?:is|was|are|were|to\s+be|will\s+be|would\s+be|being|had\s+been|have\s+been|and)\s+)*(?:jointly\s+)?\Z")
_LEADS = re.compile(rf"(?:\s*\([^()]{{2,60}}\))?,?\s+(?:(?:had|has|have|also|then|jointly)\s+)*(?P<co>co{_HYPHEN}?)?facilitated\s+(?:the\s+|an?\s+|these\s+)?")
_AS_FACILITATORS = re.compile(rf"(?:\s*\([^()]{{2,60}}\))?,?\s+(?:(?:serving|acting|who\s+served|to\s+serve|to\s+act)\s+)?as\s+(?:its\s+|the\s+)?(?P<co>co{_HYPHEN}?)?facilitators?\b(?!\s+(?:of|for)\b)")
_WITH = re.compile(rf"\bwith\s+{_MR}(?=[A-Z])")
_FOLLOWS = re.compile(rf"\b(?P<group>{_KINDS}(?:consultations|contact\s+groups?))\b[^.;:]{{0,200}}?\b(?:(?:co{_HYPHEN}?)?(?:facilitat|chair)\w+)[^.;:]{{0,60}}?:")
_ITEM = re.compile(rf"\b(?:[Aa]genda\s+|(?<=\)\s))(?:[Ss]ub{_HYPHEN})?[Ii]tems?\s+[^:]{{1,40}}?(?:\(|,\s+[“\"])(?P<title>[A-Z][^:]{{2,300}})[”\")]\s*:\s+{_MR}(?=[A-Z])", re.DOTALL)
_AGREED = re.compile(r"\b(?:agreed|decided)\s+(?:to\s+(?:consider|convene|hold|establish)|that\s+(?:the|this|these)\s+(?:sub-)?(?:item|matter)s?)\b|\bwould\s+(?:convene|be\s+considered)\b|\b(?:was|were)\s+considered\b|\bconsidered\s+(?:the|this|these)\s")
_UNABLE = re.compile(rf"\b(?:As|Since|Because|Given\s+that)\s+{_MR}(?P<who>[A-Z][\w’'-]+(?:\s+[A-Z][\w’'-]+){{0,3}})(?:\s*\([^()]{{2,60}}\))?\s+(?:was\s+(?:unable|not\s+able)|could\s+not)\b[^,.;]{{0,80}},\s+{_MR}(?=[A-Z])")
"""Who was to lead talks and could not, and after it who did in their place."""
_TO_FACILITATE = re.compile(rf"(?:\s*\([^()]{{2,60}}\))?\s+(?:(?:was|had\s+been)\s+(?:invited|asked|requested|appointed|designated)\s+to\s+(?:co{_HYPHEN}?)?(?:facilitate|chair|conduct|undertake|lead)|(?:agreed\s+to\s+)?(?:co{_HYPHEN}?)?(?:facilitated?|chair(?:ed)?))\s+(?:these|those|them|this|it|the\s+(?:informal\s+|same\s+)?(?:consultations|(?:\w+\s+)?group|talks|discussions))\b")
_ROLES = {"led": "lead"}
_HOLDER = re.compile(rf"(?:[Tt]he\s+)?(?:(?P<body>[A-Z][A-Z]+)\s+)?(?P<office>(?:(?:Vice|Co){_HYPHEN})?(?:Chair|President)|Rapporteur)\b(?!s\b|[’'])(?P<of>\s+of\s+(?:the\s+)?(?=[A-Z]))?")
_AND_HOLDER = re.compile(r"(?:,\s+and|,|\s+and)\s+(?=the\s)")
_ROUTINE = re.compile(r"(?:Opening|Closure|(?:Adoption|Consideration)\s+of\s+the\s+(?:provisional\s+)?agenda|Organi[sz]ation\s+of\s+(?:the\s+)?work|Organi[sz]ational\s+matters)\b", re.IGNORECASE)
"""What whoever presides sees to."""
_EVENT = re.compile(r"\b(?:workshops?|dialogues?|forums?|fora|round\s?tables?|seminars?|symposi\w+|webinars?|conferences?|consultations?|expos?|trainings?|panels?|events?|retreats?)\b", re.IGNORECASE)
"""A session or a meeting is led by whoever leads it where it has a name; these are led also where they have none."""
_HINTS = any_of("acilitated", "conducted by", "undertaken by", "chaired by", " led by", "presided over by", "held under the", "acilitator")


def facilitating(reading: Reading) -> None:
    """State who facilitates, chairs or conducts talks and events that have no name but the words for them."""
    for passage, sentence in reading.saying(_HINTS):
        if reading.says(sentence, "acilitated", "conducted by", "undertaken by", "chaired by", " led by", "presided over by", "held under the"):
            _by(reading, passage, sentence)
        if reading.says(sentence, "acilitated "):
            _active(reading, passage, sentence)
        if reading.says(sentence, "acilitator"):
            _with(reading, passage, sentence)
    for passage in reading.paragraphs:
        if reading.says(passage.body, "acilitat") and reading.says(passage.body, "genda item", "genda sub", ") Item", ") Sub-item"):
            _listed(reading, passage)


def _by(reading: Reading, passage: Passage, sentence: Span) -> None:
    """ "… agreed to consider this item in *informal consultations co-facilitated by Ms. A (Chad) and Mr. B (Peru)*" """
    for match in _BY.finditer(reading.text, sentence.start, sentence.end):
        people = people_from(reading, match.end(), sentence.end) or ([] if _is_routine(reading, passage) else _holders(reading, match.end(), sentence.end))
        people = people or (states_from(reading, match.end(), sentence.end) if match["verb"] == "facilitated" else [])
        target = _target(reading, passage, sentence, match.start()) if people else None
        if target is None or (is_unsure(reading, sentence, match.start()) and not _is_agreed(reading, sentence, match.start())):
            continue
        role = "co-chair" if match["co"] else _ROLES.get(match["verb"]) or ("co-chair" if len(people) > 1 else "chair")
        people = _with_stand_ins(reading, Span(match.end(), passage.body.end), people)
        _state(reading, passage, people, role, target[1], target[0])


def _is_routine(reading: Reading, passage: Passage) -> bool:
    """Tell whether a passage is on the agenda or the organization of work: the chair's consultations on that are no talks of their own."""
    section = reading.sections.get(passage.section)
    return section is not None and _ROUTINE.match(section.title) is not None


def _with_stand_ins(reading: Reading, rest: Span, people: list[tuple[Span, Entity]]) -> list[tuple[Span, Entity]]:
    """ "… facilitated by Mr. A (Chad). *As Mr. A was unable to attend, Ms. B (Peru) was invited to facilitate* these consultations." """
    if not reading.says(rest, "unable", "not able", "could not"):
        return people
    found = list(people)
    for match in _UNABLE.finditer(reading.text, rest.start, rest.end):
        absent = next((n for n, (_, one) in enumerate(found) if match["who"].split()[-1] == one.label.split()[-1]), None)
        instead = reading.at(match.end(), rest.end, {"Person"}, article=False)
        if absent is not None and instead and _TO_FACILITATE.match(reading.text, instead[0].end, rest.end):
            found[absent] = instead
    return found


def _is_agreed(reading: Reading, sentence: Span, end: int) -> bool:
    """Tell "agreed to *consider* the item in …", "agreed that the item *would be considered* in …": that is settled."""
    return _AGREED.search(reading.text, sentence.start, end) is not None


def _target(reading: Reading, passage: Passage, sentence: Span, end: int) -> tuple[int, Entity] | None:
    """Return where the words begin, and what they mean, for what is led by whoever comes after a verb: talks, what is named there, or an event in words."""
    named = [(w, e) for w, e in reading.named(Span(sentence.start, end), GROUPS | EVENTS) if _GAP.fullmatch(reading.text, w.end, end)]
    if named:
        return named[-1][0].start, named[-1][1]
    talks = next((m for m in _TALKS_BY.finditer(reading.text, sentence.start, end + len("co-facilitated")) if m.end() == end), None)
    if talks and talks["unnamed"] and not talks["topic"] and WHICH_GROUP.search(reading.text, sentence.start, talks.start("group")):
        return None
    if talks:
        whom = None if talks["topic"] else _WITH_WHOM.match(reading.text, talks.end("group"), end)
        words = " ".join(talks["group"].split())
        label = f"{words[0].lower()}{words[1:]} with {' '.join(whom['whom'].split())}" if whom else label_of_group(reading, talks, reading.sections.get(passage.section))
        return (talks.start("group"), _talks(reading, passage, label, Span(*talks.span("group")))) if label else None
    event = event_in_words(reading, passage, sentence, end)
    return (event[0].start, event[1]) if event and _EVENT.search(event[1].label) else None


def _holders(reading: Reading, start: int, end: int) -> list[tuple[Span, Entity]]:
    """ "… chaired by *the Chair of the SBI*", "by *the Chair and the Rapporteur*": who was said to have these offices, if all are known."""
    found: list[tuple[Span, Entity]] = []
    match = _HOLDER.match(reading.text, start, end)
    while match:
        body = reading.at(match.end(), end, BODIES) if match["of"] else reading.at(match.start("body"), match.end("body"), BODIES) if match["body"] else None
        iri = body[1].iri if body else "" if match["of"] or match["body"] else meeting_body(reading)
        person = _holder(reading, match["office"], iri) if iri else None
        if person is None:
            return []
        last = body[0].end if body and match["of"] else match.end()
        found.append((Span(match.start(), last), person))
        following = _AND_HOLDER.match(reading.text, last, end)
        match = _HOLDER.match(reading.text, following.end(), end) if following else None
    return found


def _holder(reading: Reading, office: str, body: IRI) -> Entity | None:
    """Return the only person who is said to have an office of a body, or None."""
    role = role_of_office(office)
    said = (r for r in reading.items if isinstance(r, Role) and r.role == role and r.target == body and (role != "officer" or office in r.evidence.span.of(reading.text)))
    people = {r.agent for r in said if reading.entities[r.agent].kind == "Person"}
    return reading.entities[next(iter(people))] if len(people) == 1 else None


def _active(reading: Reading, passage: Passage, sentence: Span) -> None:
    """ "Ms. A (Chad) and Mr. B (Peru) co-facilitated the informal consultations on soil" """
    for start, _ in reading.named(sentence, {"Person"}):
        people = people_from(reading, start.start, sentence.end)
        match = _LEADS.match(reading.text, people[-1][0].end, sentence.end) if people else None
        group = re.compile(rf"{_TALKS}{_TOPIC}").match(reading.text, match.end(), sentence.end) if match else None
        if not match or not group or is_unsure(reading, sentence, start.start):
            continue
        label = label_of_group(reading, group, reading.sections.get(passage.section))
        if label:
            talks = _talks(reading, passage, label, Span(*group.span("group")))
            _state(reading, passage, people, "co-chair" if match["co"] or len(people) > 1 else "chair", talks, people[0][0].start)
            return


def _with(reading: Reading, passage: Passage, sentence: Span) -> None:
    """ "… in informal consultations, *with Ms. A (Chad) and Mr. B (Peru) as co-facilitators*" """
    for match in _WITH.finditer(reading.text, sentence.start, sentence.end):
        people = people_from(reading, match.end(), sentence.end)
        serving = _AS_FACILITATORS.match(reading.text, people[-1][0].end, sentence.end) if people else None
        groups = list(re.finditer(rf"\b{_TALKS}{_TOPIC}", reading.text[sentence.start : match.start()])) if serving else []
        label = label_of_group(reading, groups[-1], reading.sections.get(passage.section)) if groups else ""
        if label and not is_unsure(reading, sentence, match.start()):
            at = Span(sentence.start + groups[-1].start("group"), sentence.start + groups[-1].end("group"))
            _state(reading, passage, people, "co-chair" if len(people) > 1 else "chair", _talks(reading, passage, label, at), match.start())


def _listed(reading: Reading, passage: Passage) -> None:
    """ "… informal consultations …, to be facilitated as follows: (a) Agenda item 5 (Soil): Ms. A (Chad) and Mr. B (Peru); …" """
    start = _FOLLOWS.search(reading.text, passage.body.start, passage.body.end)
    for item in _ITEM.finditer(reading.text, start.end(), passage.body.end) if start else ():
        people = people_from(reading, item.end(), passage.body.end)
        words = " ".join(start["group"].split()).lower()  # type: ignore[index]
        title = " ".join(item["title"].split())
        for where, person in people:
            evidence = reading.evidence(passage, Span(item.start(), where.end))
            iri = reading.mint(_kind(words), "workstream", f"{words} on {title}", evidence)
            reading.state(Role(evidence, person.iri, "co-chair" if len(people) > 1 else "chair", iri))


def _talks(reading: Reading, passage: Passage, label: str, at: Span) -> Entity:
    """Return talks that have no name but what they are on; they are known as soon as somebody leads them."""
    return reading.draft(_kind(label), "workstream", label, reading.evidence(passage, at))


def _kind(label: str) -> str:
    """Return what talks are: a contact group is a group, whoever tells of it; consultations are a process."""
    return "WorkingGroup" if "group" in label.lower().partition(" on ")[0] else "ConsultativeProcess"


def _state(reading: Reading, passage: Passage, people: list[tuple[Span, Entity]], role: str, target: Entity, start: int) -> None:
    known = {(r.agent, r.role) for r in reading.said_in(passage.id) if isinstance(r, Role) and r.target == target.iri}
    for where, person in people:
        if (person.iri, role) not in known and not _is_read(reading, passage, person.iri, role, where):
            reading.state(Role(reading.evidence(passage, Span(min(start, where.start), where.end)), person.iri, role, reading.keep(target)))


def _is_read(reading: Reading, passage: Passage, person: IRI, role: str, where: Span) -> bool:
    """Tell whether another rule has read the same role of a person from the same words."""
    roles = (r for r in reading.said_in(passage.id) if isinstance(r, Role) and r.agent == person and r.role == role)
    return any(r.evidence.span.start < where.end <= r.evidence.span.end for r in roles)
