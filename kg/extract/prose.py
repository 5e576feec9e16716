"""Decisions told in the prose of a meeting report: "The SBI agreed to …", "The Plenary adopted …"."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from typing import TYPE_CHECKING

from kg.extract.decisions import base_verb, with_more
from kg.extract.operative import all_effects, ancestors
from kg.extract.reading import BODIES
from kg.extract.verbs import PAST
from kg.model import Decision, Effect, Span
from kg.text import fold, sentences

if TYPE_CHECKING:
    from kg.extract.reading import Reading
    from kg.model import IRI, Entity, Passage

_MORE = r"(?:(?:so|also|further|then|subsequently|thereafter|again|jointly|unanimously|provisionally|therefore|accordingly|thus)\s+)*"
_INSERTED = r"(?:,\s+(?!(?:the|an?|and|or|but|he|she|they|it|its)\b)[a-z](?:[^.;]|\.(?=\S)){3,260}?,)?"
"""What stands between a body and its verb: "the SBI, *in accordance with decision 3/CP.1,* agreed"."""
_VERB = re.compile(rf"\s*{_INSERTED}\s+{_MORE}(?:considered\s+and\s+)?(?P<verb>{'|'.join(PAST)})\b")
_CONSIDERED = re.compile(
    rf"\s*{_INSERTED}\s+{_MORE}(?:considered|took\s+up|took\s+stock|had\s+before\s+it|continued|discussed|reviewed|initiated|advanced|completed|convened|examined|heard|held|provided|concluded|could\s+not|"
    rf"was\s+unable|was\s+informed|did\s+not)\b(?:[^.;]|\.(?=\S)){{0,400}}?,?\s+and\s+(?:it\s+)?{_MORE}(?P<verb>{'|'.join(PAST)})\b"
)
_ACTS = re.compile(rf"{_INSERTED}\s+(?:(?:also|further|then)\s+)?(?:[a-z]+ed|had|took|held|heard|was|were|could)\b|:")
_PAIR = re.compile(r"\s+and\s+(?:the\s+)?\Z")
_IT = re.compile(rf"\A(?:It|They)\s+{_MORE}(?P<verb>{'|'.join(PAST)})\b")
_POINT = re.compile(rf"{_MORE}(?P<verb>{'|'.join(PAST)})\b", re.IGNORECASE)
_LED = (
    r"\A(?:In\s+(?:addition|th(?:is|at)\s+\w+|doing\s+so|accordance|line|response|(?:the\s+)?light)|To\s+th(?:is|at)\s+end|At\s+(?:the|its|their)\s|Furthermore|Moreover|Pursuant\s+to|"
    r"For\s+th(?:is|at)\s+\w+|With\s+a\s+view|(?:Further\s+)?[A-Z][a-z]+ing)\b(?:[^.;]|\.(?=\S)){0,260}?,\s+"
)
_LED_IT = re.compile(rf"{_LED}(?:it|they)\s+{_MORE}(?:considered\s+and\s+)?(?P<verb>{'|'.join(PAST)})\b")
"""What "it" does may come after a reason: "*Noting the delays,* it requested …"."""
_IT_ASKS = re.compile(r"\AIt\s+(?:(?:also|further)\s+)?requested\s+(?:that\s+)?the\s+secretariat\b")
"""Only a body asks the secretariat, also where another sentence stands between it and its name."""
_IT_ACTS = re.compile(r"\A(?:It|They)\s")
_COLLECTIVE = re.compile(
    r"\b[Tt]he\s+(?P<body>(?P<which>(?:(?:Open-ended|Ad\s+Hoc|[A-Z][\w-]{2,20})\s+){1,3}?)?"
    r"(?:Conferences?\s+of\s+the\s+(?:Contracting\s+)?[Pp]arties|conferences\s+of\s+the\s+[Pp]arties|Meeting\s+of\s+the\s+(?:Contracting\s+)?[Pp]arties|Subsidiary\s+Body|Working\s+Group|"
    r"[Ss]enior\s+[Oo]fficials|Plenary|Committee|Conference|Assembly|Board|Council|Commission|Bureau|Group|Forum|Panel|Network|Partnership|Platform|Mechanism|Alliance|Coalition|Task\s+(?:Force|Team)|[Mm]eeting|(?:technical\s+)?segment|"
    r"(?P<small>[Pp]arties|plenary|committee|conference|assembly|board|council|commission|forum|working\s+group)))\b(?:/[A-Z][a-z]+\b)?"
)
"""Short forms of the body that meets; those with a word more, or in small letters, only where they are part of its name."""
_PARTIES_ACT = re.compile(rf"\s+{_MORE}(?:adopted|took\s+note|agreed\s+(?:to|that|on)|decided|approved|elected|requested)\b")
_OTHERS = re.compile(r"\b(?:of|by|with|from|for|to)\s+(?:the\s+)?\Z")
"""The Chair *of the* SBI is not the SBI."""
_AGENDA = re.compile(r"\bagenda(?:\s+for\s+the\s+[a-z -]{3,60}?)?\s+(?:was|were)\s+(?P<verb>adopted)\b")
_WHICH = re.compile(rf",\s+which\s+{_MORE}(?P<verb>adopted|approved|endorsed|agreed|decided)\b")
_PASSIVE = re.compile(
    r"\A(?:[^.;:]{0,160}?,\s+)?[Tt]he\s+(?:(?:provisional|revised|proposed|amended|present)\s+)?(?:draft\s+(?:\w+\s+)?(?:decision|resolution|recommendation|conclusion|declaration|report)s?|recommendations?|report|declaration)\b"
    r"(?:\s+(?:of|on)\s+the\s+(?:session|meeting))?(?:\s*\([^()]{3,60}\))?(?:,[^.;]{3,160}?,)?\s+(?:was|were)\s+(?:(?:then|subsequently|also|duly)\s+)?(?P<verb>adopted|approved|endorsed)"
    r"(?=\.|,|\s+(?:by\s+(?:consensus|acclamation|the\s+(?P<by>[^.,;]{2,120}?)(?:[.,;]|\s+(?:at|on|as|in|for|and)\b))|unanimously|as\b|without\b|with\b|pending\b|on\s+(?:the\s+(?:understanding|basis)|[A-Z][a-z]+day)\b))"
)
_WHICH_WAS = re.compile(r",\s+which\s+was\s+(?:then\s+|subsequently\s+)?(?P<verb>adopted|approved)(?=\s+as\s+(?:resolution|decision|recommendation)\b|\s+by\s+(?:consensus|acclamation)\b)")
_WAS_ELECTED = re.compile(r"(?:\([^()]{2,60}\)|\w),?\s+(?:was|were)\s+(?:then\s+|subsequently\s+|also\s+)?(?:re-?)?(?P<verb>elected)\s+(?:by\s+acclamation\s+)?(?:as\s+)?(?:the\s+)?(?:new\s+)?(?:(?:Vice|Co)-)?(?:Chair|President|Rapporteur)")
_IMPERSONAL = re.compile(rf"\A(?P<lead>[^.;:]{{0,160}}?,\s+)?[Ii]t\s+was\s+(?:so\s+)?{_MORE}(?P<verb>decided|agreed)\b(?!\s+(?:by|in|at)\b)")
_TELLS = re.compile(r"\b(?:said|says|stat|not(?:ed|ing)|recall|report|explain|inform|suggest|propos(?:ed|ing)|representative)\w*")
_BEFORE = re.compile(r"(?:At|In|During)\s+(?:its|their)\s+(?:previous|last|preceding|earlier)\b")
_IN_DECISION = re.compile(r"(?:[A-Z]\w+,\s+)?(?:[Ii]n|[Bb]y|[Tt]hrough)\s+(?:(?:paragraphs?\s[^,]{1,40}|section\s[^,]{1,20})\s+of\s+)?(?:its\s+)?[Dd]ecisions?\s+(?P<symbol>\S+)")
_OF_SESSION = (re.compile(r"\A\d+/[A-Z]{2,4}\.(\d+)"), re.compile(r"\A[A-Z]{2,6}-(\d+)/"), re.compile(r"\A[A-Z]{2,4}(\d+)-\d"), re.compile(r"\A(\d+)/\d"))
_CONCLUSIONS = re.compile(r"\bdraft\s+(?:conclusions|text)\b|\bconclusions\s+proposed\s+by\b", re.IGNORECASE)
_GATHERING = re.compile(
    r"\b(?:workshops?|seminars?|symposium|expert\s+(?:group\s+)?meetings?|meetings?\s+of\s+(?:the\s+)?(?:\w+\s+){0,3}experts|technical\s+expert\s+group|dialogues?|round\s?tables?|"
    r"webinars?|consultations?|chairs?[’']?s?[’']?\s+summary)\b",
    re.IGNORECASE,
)
"""Experts who meet may agree with each other; they are no body that decides."""
_THOSE_PRESENT = re.compile(rf"(?:The\s+participants|Participants|(?:The\s+|EMG\s+)?[Mm]embers)\s+{_MORE}(?P<verb>agreed(?=\s+to\s+[a-z]{{3,}}\s+(?!day|date))|decided(?=\s+to\s)|(?:adopted|approved|endorsed)(?=\s+the\s))\b")
"""Those at a meeting are its body where they agree *to do* something; what they agree *that* is, is what they said."""
_MANAGERS = re.compile(rf"\bThe\s+(?:Senior|Programme|Executive)\s+(?:[A-Z][a-z]+\s+){{1,2}}(?:{_MORE})(?P<verb>{'|'.join(PAST)})\b")
"""Those who meet may be called by their rank: "Decision 1: *The Senior Programme Managers* approved …"."""
_ELECTED_OFFICERS = re.compile(r"(?:The\s+)?following\s+(?:\w+\s+)?(?:officers|members|representatives)\s+were\s+(?P<verb>elected)\b", re.IGNORECASE)
_LABELLED = re.compile(r"\W*(?:Decision|Action|Conclusion|Agreed\s+action|Recommendation)s?(?:\s+(?:point|item))?(?:\s+(?:No\.?\s*)?\d{1,3})?\s*[:.–—]\s")
"""What was decided may stand in a line of its own below the numbered paragraphs: "*Decision 3:* The Senior Officials agreed to …"."""
_OFFICIALS = re.compile(rf"\b[Tt]he\s+[Ss]enior\s+[Oo]fficials\s*(?::|{_MORE}(?:{'|'.join(PAST)})\b)")
_SOFT = frozenset({"recall"})
_ACTORS = BODIES | {"InterAgencyMechanism"}
_NAME_AT = 90
"""The longest name of a body at the beginning of a sentence."""


def prose_decisions(reading: Reading) -> None:
    """State the decisions of a meeting report, one for each paragraph in which the body decides."""
    if reading.document.family == "draft":
        body = _concluding_body(reading)
    elif reading.document.family in {"meeting-report", "inter-agency-report"}:
        body = _meeting_body(reading)
    else:
        return
    if reading.document.family == "draft" and body is None:
        return
    if _GATHERING.search(reading.document.title) and (body is None or reading.entities[body].evidence):
        return
    spoke: list[IRI] = []
    section = ""
    record = all(passage.kind != "paragraph" for passage in reading.document.passages)
    for passage in reading.document.passages:
        row = passage.kind == "unnumbered" and reading.text.startswith("|", passage.span.start) and passage.body.start > passage.span.start + 1
        goes_on = spoke and passage.section == section and reading.text.startswith(("It ", "They "), passage.body.start)
        if reading.document.family == "inter-agency-report" and not goes_on and not _of_officials(reading, passage):
            continue
        labelled = passage.kind == "unnumbered" and _LABELLED.match(reading.text, passage.body.start, passage.body.end)
        if (passage.kind == "paragraph" or row or labelled or (record and passage.kind == "unnumbered")) and not any(s.kind in {"annex", "decision"} for s in ancestors(reading, passage)):
            spoke = _paragraph(reading, passage, body, spoke if passage.section == section else [])
            section = passage.section


def _of_officials(reading: Reading, passage: Passage) -> bool:
    """Tell whether a paragraph of a report with suggested actions says what the senior officials themselves decided."""
    return bool(_OFFICIALS.search(reading.text, passage.body.start, passage.body.end))


def _concluding_body(reading: Reading) -> IRI | None:
    """Return the body whose "Draft conclusions" are proposed: the one that its first paragraphs name."""
    paragraphs = [p for p in reading.document.passages if p.kind == "paragraph"]
    top = Span(0, paragraphs[0].span.start) if paragraphs else Span(0, 0)
    if not _CONCLUSIONS.search(reading.text, top.start, top.end):
        return None
    return next((entity.iri for p in paragraphs[:3] for _, entity in reading.named(p.span, BODIES)), None)


def _meeting_body(reading: Reading) -> IRI | None:
    """Return the body whose meeting the report is on; where no meeting of it is named, the one that the title names."""
    meeting = reading.entities.get(reading.meeting)
    if meeting is None:
        titles = [p for p in reading.document.passages[:3] if p.kind in {"header", "heading"}]
        return next((entity.iri for p in titles for _, entity in reading.named(p.span, BODIES)), None) or _acting_body(reading)
    if meeting.kind == "Segment":
        above = next((target for name, target in meeting.links if name == "segmentOf"), "")
        meeting = reading.entities.get(above, meeting)
    return next((target for name, target in meeting.links if name == "sessionOf"), None)


def _acting_body(reading: Reading) -> IRI | None:
    """Return the body that acts in an excerpt without a title: the only one that more than one sentence has as its subject."""
    acts = Counter(
        entity.iri
        for _, sentence in reading.sentences("paragraph")
        for where, entity in reading.named(sentence, BODIES)
        if not _OTHERS.search(reading.text, sentence.start, where.start) and (_VERB.match(reading.text, where.end, sentence.end) or _CONSIDERED.match(reading.text, where.end, sentence.end))
    )
    often = [iri for iri, times in acts.items() if times > 1]
    return often[0] if len(often) == 1 else None


def _paragraph(reading: Reading, passage: Passage, body: IRI | None, spoke: list[IRI]) -> list[IRI]:
    """State the decision of a paragraph, if any; return the bodies that "it" and "they" mean after it, if its last subject was the body."""
    verbs: list[tuple[str, int]] = []
    subjects: list[IRI] = []
    for sentence in sentences(reading.text, passage.lead_in if passage.points else passage.body):
        found = _sentence(reading, sentence, body, after_body=bool(spoke) or (bool(verbs) and bool(_IT_ASKS.match(reading.text[sentence.start : sentence.end]))))
        verbs += found
        together = _together(reading, sentence, body)
        they = _IT_ACTS.match(reading.text[sentence.start : sentence.end]) or _led(reading, sentence)
        subjects += (spoke if they else together or _alone(reading, sentence, body)) if found else together
        if together or any(_ACTS.match(reading.text, end, sentence.end) for end in _subjects(reading, sentence, body)):
            spoke = together or [body or ""]
        elif not they:
            spoke = []
    verbs += _listed(reading, passage, body) or _in_points(reading, passage, body)
    if all(verb in _SOFT for verb, _ in verbs):
        return spoke
    reading.state(
        Decision(
            evidence=reading.evidence(passage, passage.body),
            bodies=tuple(iri for iri in dict.fromkeys(subjects) if iri) or tuple(iri for iri in (body, reading.meeting) if iri)[:1],
            verbs=tuple(dict.fromkeys(verb for verb, _ in verbs)),
            status="draft" if reading.document.family == "draft" else "adopted",
            effects=_effects(reading, passage, verbs),
            section=passage.section,
        )
    )
    return spoke


def _alone(reading: Reading, sentence: Span, body: IRI | None) -> list[IRI]:
    """Return the body where a sentence names it; "By decisions … the conferences decided" names those that adopted the decisions."""
    if reading.says(sentence, "onferences of the "):
        return [target for _, text in reading.named(sentence, {"DecisionText"}) for name, target in text.links if name == "adoptedBy"]
    return [body] if body and any(entity.iri == body for _, entity in reading.named(sentence, _ACTORS)) else []


def _together(reading: Reading, sentence: Span, body: IRI | None) -> list[IRI]:
    """Return the bodies of "The SBI and the SBSTA agreed …", also where they only act: "They" are both in the next sentence."""
    bodies = reading.named(sentence, BODIES)
    for (one, first), (other, second) in itertools.pairwise(bodies):
        if body in {first.iri, second.iri} and _PAIR.match(reading.text[one.end : other.start]) and _ACTS.match(reading.text, other.end, sentence.end):
            return [first.iri, second.iri]
    return []


def _listed(reading: Reading, passage: Passage, body: IRI | None) -> list[tuple[str, int]]:
    """ "… the SBSTA: (a) Requested the secretariat to …; (b) Agreed to …" """
    if not passage.points or not any(
        re.match(r"\s*:", reading.text[end : passage.lead_in.end]) for end in _subjects(reading, passage.lead_in, body)
    ):
        return []
    matches = [_POINT.match(reading.text, point.span.start, point.span.end) for point in passage.points]
    return [found for point, match in zip(passage.points, matches, strict=True) if match for found in with_more(reading.text, match["verb"], match.end(), point.span.end)]


def _in_points(reading: Reading, passage: Passage, body: IRI | None) -> list[tuple[str, int]]:
    """ "… including: (a) Two workshops. The SBI thanked Togo for …; (b) The SBI requested the secretariat to …" """
    found: list[tuple[str, int]] = []
    for point in passage.points:
        spoke = False
        for sentence in sentences(reading.text, point.span):
            begins = reading.text.startswith("The ", sentence.start)
            if (spoke and not begins) or (begins and any(reading.named(Span(sentence.start, min(sentence.end, sentence.start + _NAME_AT)), BODIES))):
                verbs = _sentence(reading, sentence, body, after_body=spoke)
                spoke = bool(verbs)
                found += verbs
    return found


def _led(reading: Reading, sentence: Span) -> re.Match[str] | None:
    """ "In addition, it encouraged …", "Recalling decision 3/CP.1, they noted …" """
    return _LED_IT.match(reading.text[sentence.start : sentence.end]) if reading.says(sentence, ", it ", ", they ") else None


def _effects(reading: Reading, passage: Passage, verbs: list[tuple[str, int]]) -> tuple[Effect, ...]:
    verb, at = verbs[0]
    if verb == "adopt" and "agenda" in fold(reading.text[max(0, at - 40) : at + 60]):
        return (Effect("adopt", target_text="agenda"),)
    return all_effects(reading, passage, verbs)


def _sentence(reading: Reading, sentence: Span, body: IRI | None, *, after_body: bool) -> list[tuple[str, int]]:
    """Return the decision verbs of a sentence whose subject is the body."""
    text = reading.text
    if _BEFORE.match(text, sentence.start, sentence.end) or _of_another_session(reading, sentence):
        return []
    if reading.says(sentence, "he conferences of the ") and not reading.named(sentence, {"DecisionText"}):
        return []
    if after_body:
        it = _IT.match(text[sentence.start : sentence.end]) or _led(reading, sentence)
        if it:
            return with_more(text, it["verb"], sentence.start + it.end(), sentence.end)
    for end in _subjects(reading, sentence, body):
        match = _VERB.match(text, end, sentence.end) or _CONSIDERED.match(text, end, sentence.end)
        if match:
            return with_more(text, match["verb"], match.end(), sentence.end)
    return _otherwise(reading, sentence, body)


def _otherwise(reading: Reading, sentence: Span, body: IRI | None) -> list[tuple[str, int]]:
    """ "… reported to the Board, which approved the list.", "Participants agreed to meet again.", "The agenda was adopted." """
    text = reading.text
    which = _WHICH.search(text, sentence.start, sentence.end) if reading.says(sentence, ", which ") else None
    if which and which.start() in _subjects(reading, Span(sentence.start, which.start()), body, told=True):
        return with_more(text, which["verb"], which.end(), sentence.end)
    label = _LABELLED.match(text, sentence.start, sentence.end)
    present = _THOSE_PRESENT.match(text, sentence.start, sentence.end) or (_MANAGERS.match(text, label.end(), sentence.end) if label else None)
    if present:
        return with_more(text, present["verb"], present.end(), sentence.end)
    agenda = _AGENDA.search(text, sentence.start, sentence.end)
    return [("adopt", agenda.end())] if agenda else _unsaid(reading, sentence, body)


def _unsaid(reading: Reading, sentence: Span, body: IRI | None) -> list[tuple[str, int]]:
    """ "The draft decision was adopted by consensus.", "There being no objection, it was so decided.": who decides need not be said."""
    if not reading.says(sentence, " was ", " were "):
        return []
    match = _PASSIVE.match(reading.text[sentence.start : sentence.end])
    if match:
        by = Span(sentence.start + match.start("by"), sentence.start + match.end("by")) if match["by"] else None
        theirs = by is None or any(e.iri == body for _, e in reading.named(by, _ACTORS)) or _means(reading, body, _COLLECTIVE.fullmatch("the " + by.of(reading.text)))
        return [(base_verb(match["verb"]), sentence.start + match.end())] if theirs else []
    which = _WHICH_WAS.search(reading.text, sentence.start, sentence.end) or _ELECTED_OFFICERS.match(reading.text, sentence.start, sentence.end) or _elected(reading, sentence)
    if which:
        return [(base_verb(which["verb"]), which.end())]
    match = _IMPERSONAL.match(reading.text[sentence.start : sentence.end])
    if match and not _TELLS.search(match["lead"] or ""):
        return [(base_verb(match["verb"]), sentence.start + match.end())]
    return []


def _elected(reading: Reading, sentence: Span) -> re.Match[str] | None:
    """ "Ms. A B (Chad) was elected Rapporteur": somebody here, to an office of the meeting"""
    match = _WAS_ELECTED.search(reading.text, sentence.start, sentence.end) if reading.says(sentence, "elected") else None
    told = match and (_TELLS.search(reading.text, sentence.start, match.start()) or reading.named(Span(match.end(), sentence.end), BODIES))
    return match if match and not told and reading.named(Span(sentence.start, match.start("verb")), {"Person"}) else None


def _of_another_session(reading: Reading, sentence: Span) -> bool:
    """Tell "In decision 3/CP.1, the Conference requested …" in the report of its second session: that was decided before."""
    match = _IN_DECISION.match(reading.text, sentence.start, sentence.end) if reading.says(sentence, "ecision") else None
    session = re.search(r"\d+\Z", reading.meeting)
    printed = next((m[1] for pattern in _OF_SESSION if match and (m := pattern.match(match["symbol"]))), "")
    return bool(printed and session) and int(printed) != int(session[0])  # type: ignore[index]


def _subjects(reading: Reading, sentence: Span, body: IRI | None, *, told: bool = False) -> list[int]:
    """Return where a name of the deciding body ends in a sentence, also where something is only told to it."""
    bodies = reading.named(sentence, _ACTORS)
    named = [reading.past_acronym((where, entity), sentence.start) for where, entity in bodies if entity.iri == body and (told or not _OTHERS.search(reading.text, sentence.start, where.start))]
    for (one, first), (other, second) in itertools.pairwise(bodies):
        if body in {first.iri, second.iri} and _PAIR.match(reading.text[one.end : other.start]):
            named.append(other.end)
    short = _COLLECTIVE.finditer(reading.text, sentence.start, sentence.end)
    return sorted([*named, *(m.end() for m in short if (told or not _OTHERS.search(reading.text, sentence.start, m.start("body"))) and _means(reading, body, m))])


def _means(reading: Reading, body: IRI | None, match: re.Match[str] | None) -> bool:
    """Tell whether a short form means the body that meets: its words are of a name of that body, or of the title where nobody knows it."""
    if match is None:
        return False
    words = " ".join(fold(match["body"]).split())
    known = reading.entities.get(body or "")
    if words.endswith("parties"):
        meets = known is not None and known.kind == "ConferenceOfTheParties"
        plain = words in {"parties", "contracting parties"}
        return (meets or words in _names(reading, known)) and (not plain or bool(_PARTIES_ACT.match(match.string, match.end())))
    return (words in {"plenary", "meeting"} and not match["small"]) or words in _names(reading, known)


def _names(reading: Reading, known: Entity | None) -> str:
    """Return the names of a body in lower case, or the title of a report on an unknown one."""
    return " ".join(map(fold, (known.label, *known.names))) if known else fold(reading.document.title)
