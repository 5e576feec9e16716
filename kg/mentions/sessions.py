"""Sessions of bodies, conferences of parties, segments and named events.

"COP15" without a convention belongs to the session of that number named before, else to the
convention last named; where neither is in scope it means nothing, and is a doubt.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from ahocorasick_rs import AhoCorasick

from kg.mentions import grammar
from kg.mentions.board import BODIES, ORGANIZATIONS, SHORTEST_ACRONYM
from kg.mentions.headed import Headed
from kg.mentions.owners import group_of
from kg.model import Doubt, Span
from kg.namespaces import slug
from kg.text import ORDINAL, RECALLED, ordinal, session_label, session_short

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.mentions.board import Board
    from kg.model import IRI, Entity, Passage

_CONVENTION, _GOVERNING = frozenset({"Convention"}), frozenset({"GoverningBody"})
_MEETING = BODIES | {"InterAgencyMechanism"}
MEETINGS = frozenset({"Meeting", "COPSession"})
_SESSION_OF, _ON_ITS = ("session of the ", "session of ", "sessions of the "), (" on its", " on the work of its")
_JOINT = re.compile(r"\s+(?:of|to|under)\s+(?:the\s+)?")
_ORDINAL_ENDINGS = frozenset({"st", "nd", "rd", "th"})
_ARTICLE = re.compile(r"\s+of\s+(?:the\s+)?")
_OPENING = re.compile(r"\s*\(")
_CONFERENCE = re.compile(r"(?:Conference|Meeting)\s+of\s+the\s+Parties", re.IGNORECASE)
_HOME = re.compile(r"\bConference\s+of\s+the\s+(?:Contracting\s+)?Parties\b(?!\s+(?:serving|to\s+the|of\s+the))|(?<![/\w])COP\b(?!\s?\d|[./]\w)(?!\s+to\b)")
_REPORT_ON = re.compile(
    rf"(?:Report|Proceedings|Minutes)\s+of\s+the\s+(?P<body>.{{5,160}}?)(?:\s+\([A-Z][\w-]{{1,11}}\))?\s+(?:on|at)\s+(?:the\s+(?:work|\w+\s+part)\s+of\s+)?(?:the\s+\w+\s+part\s+of\s+)?its\s+(?:resumed\s+)?(?P<ordinal>{ORDINAL})\s+(?:\w+\s+)?(?P<what>session|meeting)",
    re.IGNORECASE,
)
_ACRONYM_AFTER = re.compile(r"\s*\((?:hereinafter\s+)?[“\"]?(?P<acronym>[A-Z][A-Za-z-]{1,11})[”\"]?\)")
_REPORT_OF = re.compile(rf"(?:Report|Proceedings|Minutes)\s+of\s+the\s+(?P<ordinal>{ORDINAL})\s+(?:\w+\s+)?(?P<what>session|meeting)\s+of\s+the\s+(?P<body>.{{5,160}}?)(?:,|\Z)", re.IGNORECASE)
_OPENS = re.compile(
    rf"[Tt]he\s+(?P<whole>(?P<ordinal>{ORDINAL})\s+(?P<what>session|meeting)\s+of\s+the\s+(?P<body>(?=[^,.;:()]*?(?:Committee|Group|Body|Panel|Commission|Council|Board|Network|Platform)\b)[A-Z][^,.;:()]{{5,120}}?))(?:\s+\([A-Z][\w-]{{1,11}}\))?,?\s+(?:was\s+(?:held|convened|opened)|took\s+place|met)\b"
)
"""How a report begins whose title says only "Report of the meeting"."""
_HELD = re.compile(
    rf"[Tt]he\s+(?P<body>(?=[^,.;:()]*?(?:Committee|Group|Body|Panel|Commission|Council|Board|Network|Platform|Team|Force|Forum|Partnership|Alliance|Coalition)\b)[A-Z][^,.;:()]{{5,120}}?)(?:\s+\([A-Z][\w-]{{1,11}}\))?,?\s+"
    rf"(?:held|convened|opened|began|met\s+(?:for|at)|gathered\s+for)\s+(?:its|the)\s+(?P<ordinal>{ORDINAL})\s+(?:ordinary\s+|regular\s+|annual\s+|formal\s+)?(?P<what>session|meeting)\b"
)
"""… or "The Network held its sixth session in Bern"."""
_SPECIAL_OF = r"(?:medium-term|mid-term|annual|extraordinary|special|informal|preparatory)\s+(?:meeting|session)\s+of\s"
_SPECIAL = Headed(rf"\b(?P<name>{_SPECIAL_OF}\s*(?:the\s+)?)", _SPECIAL_OF)
_MEETS = re.compile(r"\s+(?P<what>Meeting|Session)\b(?!\s+of\b)")
"""The 38th UN-Water *Meeting*."""
_EVENT_WORDS = r"Dialogue|Forum|Summit|Workshop|Symposium|Round\s?[Tt]able|Retreat|Pavilion|pavilion"
_EVENT_HINTS = ("dialogue", "forum", "summit", "workshop", "symposium", "round", "retreat", "pavilion")
_EVENT = Headed(
    rf"\b(?P<name>(?:[A-Z][\w’'-]*\s+(?:(?:of|on|for)\s+)?){{1,6}}(?:{_EVENT_WORDS})\b"
    rf"(?:\s+(?:of|for)\s+{grammar.CAPITAL_NAME}|\s+on\s+{grammar.LOWER_NAME})?)",
    rf"(?:{_EVENT_WORDS})\b",
)
_LOWER_EVENT_OF = r"(?:roundtable|round\s+table|high-level\s+dialogue)\s+(?:of|for)\s"
_LOWER_EVENT = Headed(rf"\b(?P<name>{_LOWER_EVENT_OF}\s*{grammar.CAPITAL_NAME})", _LOWER_EVENT_OF)


def discover_sessions(board: Board) -> None:
    """Put sessions of governing bodies on the board, conferences of parties among them."""
    titled = _convention_of_title(board)
    for passage in board.saying("conference", "cop", "session", "meeting", "assembly"):
        _named_cops(board, passage, titled)
        _sessions(board, passage)
    for passage in board.saying("COP"):
        _bare_cops(board, passage)
    _short_sessions(board)
    _session_of_title(board)
    _home_conference(board)
    for passage in board.saying("Segment", "technical segment", "preparatory segment", "officials segment"):
        _segments(board, passage)


def _cop(board: Board, convention: Entity, number: int, span: Span) -> IRI:
    short = convention.acronym or min(convention.names, key=lambda name: (len(name), name))
    body = board.gazetteer.governing.get(convention.iri, "")
    links = (("underConvention", convention.iri), *((("sessionOf", body),) if body else ()))
    word = "MOP" if body and board.entities[body].label.startswith("Meeting") else "COP"
    label = f"{short} {word}{number}"
    iri = board.mint("COPSession", label, span, tail=slug(label), acronym=label, links=links)
    entity = board.entities[iri]
    if entity.evidence and len(entity.names) == 1:
        board.change(entity, names=(label, f"{word} {number}", f"{word}{number}"))
    return iri


def _convention_of_title(board: Board) -> Entity | None:
    """Return the only convention that the title of a report names, itself or by its conference; of an excerpt without title the first paragraph's."""
    if board.document.family not in {"meeting-report", "thematic", "plain"} or not board.passages:
        return None
    named = board.inside(board.passages[0].span, _CONVENTION)
    return named[0][1] if len({entity.iri for _, entity in named}) == 1 and re.search(r"of\s+the\s+(?:contracting\s+)?parties", board.text[board.passages[0].span.start : board.passages[0].span.end], re.IGNORECASE) else None


def _named_cops(board: Board, passage: Passage, titled: Entity | None) -> None:
    if not board.says(passage, "conference", "cop", "meeting of the part", "meeting of the contracting"):
        return
    for match in _counted(board, passage, grammar.OF_THE_PARTIES, grammar.BEFORE_PARTIES, grammar.COP_LONG):
        joint = _JOINT.match(board.text, match.end())
        convention = _convention_at(board, joint.end()) if joint else None
        if match["sitting"] and not _meets(board, convention or board.home or titled):
            continue
        if convention is None or not joint:
            home = board.home or titled
            if home and not re.match(r"\s+(?:serving|to|of|under)\b", board.text[match.end() : match.end() + 12]):
                span = Span(*match.span())
                board.add(span, _cop(board, home, ordinal(match["ordinal"]), span))
            continue
        end = board.end_of_name_at(joint.end())
        span = Span(match.start(), max(end, match.end()))
        board.add(span, _cop(board, convention, ordinal(match["ordinal"]), span))
    for match in grammar.COP_SHORT.finditer(board.text, passage.span.start, passage.span.end):
        before = [(w, e) for w, e in board.inside(_window(passage, match.start()), _CONVENTION) if w.end >= match.start() - 1]
        if before and not board.text[before[-1][0].end : match.start()].strip():
            where, convention = before[-1]
            span = Span(where.start, match.end())
            board.add(span, _cop(board, convention, int(match["number"]), span))


def _meets(board: Board, convention: Entity | None) -> bool:
    """Tell whether the parties to a treaty decide in a "Meeting of the Parties", which is not the name of all such bodies."""
    body = board.entities.get(board.gazetteer.governing.get(convention.iri, "")) if convention else None
    return body is not None and any(name.startswith(("Meeting of the Parties", "Meeting of the Contracting Parties")) for name in (body.label, *body.names))


def _window(passage: Passage, end: int) -> Span:
    return Span(max(passage.span.start, end - 120), end)


def _convention_at(board: Board, start: int) -> Entity | None:
    for where, entity in board.inside(Span(start, start + 160)):
        if where.start == start and entity.kind == "Convention":
            return entity
    return None


def _bare_cops(board: Board, passage: Passage) -> None:
    for match in grammar.COP_SHORT.finditer(board.text, passage.span.start, passage.span.end):
        span = Span(*match.span())
        if any(w.covers(span) for w, e in board.inside_or_around(span) if board.entities[e].kind == "COPSession"):
            continue
        number = int(match["number"])
        iri = _cop_in_scope(board, passage, span, number)
        if iri:
            board.add(span, iri)
        else:
            board.doubts.append(
                Doubt(f"'{match[0]}' without a convention in scope: which conference of parties is meant?", passage.number)
            )


def _cop_in_scope(board: Board, passage: Passage, span: Span, number: int) -> IRI:
    """Return the session of that number last named here, else of the convention last named."""
    reach = [passage, *_earlier_in_section(board, passage)]
    for near in reach:
        named = [e for w, e in board.inside(near.span, frozenset({"COPSession"})) if w.end <= span.start]
        same = [e for e in named if e.label.endswith(f"COP{number}")]
        if same:
            return same[-1].iri
    for near in reach:
        named = [e for w, e in board.inside(near.span, _CONVENTION) if w.end <= span.start and "Convention" in e.label]
        if named:
            return _cop(board, named[-1], number, span)
    home = board.home
    return _cop(board, home, number, span) if home else ""


def _earlier_in_section(board: Board, passage: Passage) -> Iterator[Passage]:
    for other in reversed(board.passages):
        if other.span.start < passage.span.start and other.section == passage.section:
            yield other


# -- sessions of other bodies ------------------------------------------------------------------


def _sessions(board: Board, passage: Passage) -> None:
    if not board.says(passage, "session", "meeting", "assembly"):
        return
    for match in sittings(board, passage):
        body = _body_at(board, match.end())
        if body and (body.kind != "ConferenceOfTheParties" or "serving as" in body.label) and not _is_sitting(board, body, match["what"]) and not group_of(board, match.end()):
            span = Span(match.start(), board.end_of_name_at(match.end()))
            board.add(span, _session(board, body, str(ordinal(match["ordinal"])), span, match["what"]))
            _defined_short_form(board, span)
    for where, body in board.inside(passage.span, _GOVERNING):
        ending = board.text[max(0, where.start - 24) : where.start].rstrip()[-2:].lower()
        before = grammar.ORDINAL_BEFORE.search(board.text, max(0, where.start - 24), where.start) if ending in _ORDINAL_ENDINGS else None
        if before and re.search(r"meeting|session|assembly", body.label, re.IGNORECASE):
            span = Span(before.start(), where.end)
            end = _ARTICLE.match(board.text, where.end)
            owner_end = board.end_of_name_at(end.end()) if end else -1
            span = Span(before.start(), owner_end) if owner_end > where.end else span
            board.add(span, _session(board, body, str(ordinal(before["ordinal"])), span))
    for where, body in board.inside(passage.span, _MEETING):
        after = _MEETS.match(board.text, where.end)
        before = grammar.ORDINAL_BEFORE.search(board.text, max(0, where.start - 24), where.start) if after else None
        if before and after:
            span = Span(before.start(), after.end())
            board.add(span, _session(board, body, str(ordinal(before["ordinal"])), span, after["what"]))
    for match in _SPECIAL.finditer(board.text, passage.span.start, passage.span.end):
        owner = board.starting_at(match.end())
        if owner and owner.kind in BODIES | ORGANIZATIONS:
            span = Span(match.start(), board.end_of_name_at(match.end()))
            label = " ".join(span.of(board.text).split())
            board.add(span, board.mint("Meeting", label, span, links=(("sessionOf", owner.iri),)))


def sittings(board: Board, passage: Passage) -> Iterator[re.Match[str]]:
    """Yield "the *third special session of the*" in a passage."""
    return _counted(board, passage, grammar.SITTING_OF, grammar.BEFORE_SITTING, grammar.SESSION)


def _counted(board: Board, passage: Passage, head: re.Pattern[str], before: re.Pattern[str], pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
    """Yield the matches of a pattern that begins with an ordinal number: looked for from what is counted back."""
    for counted in board.like(passage, head):
        number = board.before(passage, counted.start(), before)
        match = pattern.match(board.text, number.start(), passage.span.end) if number else None
        if match:
            yield match


def _body_at(board: Board, start: int) -> Entity | None:
    for where, entity in board.inside(Span(start, start + 160)):
        if where.start == start and entity.kind in BODIES | {"InterAgencyMechanism"}:
            return entity
    return None


def _is_sitting(board: Board, body: Entity, what: str) -> bool:
    """Tell "the 2nd meeting of the SBI", a sitting of the session that the document is on."""
    if "meeting" not in what.casefold():
        return False
    key = f"sitting {body.iri}"
    if key in board.seen:
        return board.seen[key]
    board.seen[key] = any(board.prints_beside(form.lower(), _SESSION_OF, _ON_ITS) for form in (*body.exact, *body.names))
    return board.seen[key]


def _session(board: Board, body: Entity, number: str, span: Span, what: str = "session") -> IRI:
    compact = session_short(body.acronym or body.label, number)
    acronym = compact if body.acronym else ""
    iri = board.mint("Meeting", session_label(body.label, number, what.lower()), span, tail=slug(compact), acronym=acronym, links=(("sessionOf", body.iri),))
    printed = " ".join(span.of(board.text).split())
    entity = board.entities[iri]
    if printed not in {entity.label, *entity.names} and entity.evidence:
        board.change(entity, names=(*entity.names, printed))
    return iri


def _defined_short_form(board: Board, span: Span) -> None:
    """Read the short form that follows in parentheses: "(UNEA 5.2)" names the session before it."""
    opening = _OPENING.match(board.text, span.end)
    if not opening:
        return
    match = _short_pattern(tuple(board.gazetteer.bodies)).match(board.text, opening.end())
    if match and board.text[match.end() : match.end() + 1] == ")":
        iri = next(iri for where, iri in board.around(span) if where == span)
        entity = board.entities[iri]
        board.change(entity, names=(*entity.names, match[0]), exact=(*entity.exact, match[0]))
        board.add(Span(*match.span()), iri)


@lru_cache(maxsize=16)
def _short_pattern(forms: tuple[str, ...]) -> re.Pattern[str]:
    names = "|".join(re.escape(form) for form in sorted(forms, key=len, reverse=True)) or r"(?!)"
    return re.compile(rf"\b(?P<body>{names}){grammar.SESSION_SHORT.pattern}")


@lru_cache(maxsize=16)
def _automaton(forms: tuple[str, ...]) -> AhoCorasick:
    return AhoCorasick(list(forms))


def _numbered(text: str, forms: tuple[str, ...]) -> Iterator[tuple[Span, str, str]]:
    """Yield where the short form of a body stands with a number, and both: "SBI 41", the longest form where several begin."""
    end = 0
    for start, before, index in sorted((start, -end, index) for index, start, end in _automaton(forms).find_matches_as_indexes(text, overlapping=True)):
        inside = start < end or text[start - 1 : start].isalnum() or text[start - 1 : start] == "_"
        number = None if inside else grammar.SESSION_SHORT.match(text, -before)
        if number:
            end = number.end()
            yield Span(start, end), forms[index], number["number"]


_RESOLVED = re.compile(r"\b(?:resolution|decision)s?\s+(?:[A-Z]{2,5}\d+\.\d+(?:,\s+(?:and\s+)?|\s+and\s+))*\Z", re.IGNORECASE)
"""What follows is the symbol of a text, "resolution *WHA77.2*", and no session with two numbers."""
_BEFORE_LIST = 80


def _short_sessions(board: Board) -> None:
    bodies = board.gazetteer.bodies
    for span, form, number in _numbered(board.text, tuple(bodies)):
        if _RESOLVED.search(board.text, max(0, span.start - _BEFORE_LIST), span.start):
            continue
        if any(where.covers(span) for where, _ in board.inside_or_around(span)) or (len(form) <= SHORTEST_ACRONYM and not board.is_at_home(bodies[form].iri)):
            continue
        known = next((e for e in board.introduced if span.of(board.text) in e.exact), None)
        iri = known.iri if known else _session(board, bodies[form], number, span)
        board.add(span, iri)


def _session_of_title(board: Board) -> None:
    """Read "Report of the … on the work of its tenth session", where nobody knows the body."""
    words = " ".join(board.document.title.split())
    said = main_meeting(board)
    match = _REPORT_ON.match(words) or _REPORT_OF.match(words) or (_opening(board) if said is None else None)
    if not match or (said and (_CONFERENCE.fullmatch(match["body"]) or any(board.inside(p.span, MEETINGS) for p in board.prose[:2] if p.kind == "header"))):
        return
    printed = _words(match["body"]).search(board.text)
    if printed is None:
        return
    span = Span(*printed.span())
    home = board.home
    if home and _CONFERENCE.fullmatch(match["body"]):
        board.add(span, _cop(board, home, ordinal(match["ordinal"]), span))
        return
    body = board.starting_at(span.start)
    if said and (body is None or ("sessionOf", body.iri) in said.links):
        return
    if body is None or board.end_of_name_at(span.start) != span.end:
        body = _unknown_body(board, match["body"], span)
    told = match.groupdict()
    whole = _words(told["whole"]).search(board.text) if told.get("whole") else None
    if body:
        where = Span(*whole.span()) if whole else span
        board.add(where, _session(board, body, str(ordinal(match["ordinal"])), where, told.get("what") or "session"))


def _opening(board: Board) -> re.Match[str] | None:
    """Return the words of the first paragraph of a report that say which meeting was held."""
    first = next((p for p in board.prose if p.kind in {"paragraph", "unnumbered"}), None) if board.document.family == "meeting-report" else None
    words = " ".join(first.body.of(board.text).split()) if first else ""
    return _OPENS.search(words) or _HELD.match(words)


def _unknown_body(board: Board, name: str, span: Span) -> Entity | None:
    """Introduce the body that a title names, with the acronym that stands in brackets after its name."""
    iri = board.mint("GoverningBody", name, span)
    board.add(span, iri)
    defined = next((a for m in _words(name).finditer(board.text) if (a := _ACRONYM_AFTER.match(board.text, m.end()))), None)
    if defined and not board.knows(defined["acronym"]):
        board.change(board.entities[iri], acronym=defined["acronym"], exact=(defined["acronym"],))
    board.named_again({name: iri}, {defined["acronym"]: iri} if defined and not board.knows(defined["acronym"]) else {})
    return board.starting_at(span.start)


def _home_conference(board: Board) -> None:
    """Read "the Conference of the Parties" and "the COP" in the documents of one convention."""
    home = board.home
    body = next((e for e in board.gazetteer.entities if home and e.kind == "ConferenceOfTheParties" and ("governs", home.iri) in e.links), None)
    for match in _HOME.finditer(board.text) if body else ():
        span = Span(*match.span())
        if body and not any(where.covers(span) for where, _ in board.around(span)):
            board.add(span, body.iri)


def _words(name: str) -> re.Pattern[str]:
    return re.compile(r"\s+".join(re.escape(word) for word in name.split()), re.IGNORECASE)


def main_meeting(board: Board) -> Entity | None:
    """Return the meeting that the document itself speaks of first, or None."""
    for passage in board.prose[:3]:
        for where, entity in board.inside(passage.span, MEETINGS):
            if passage.kind in {"header", "heading"} or not RECALLED.search(board.text, max(passage.span.start, where.start - 60), where.start):
                return entity
    return None


def _segments(board: Board, passage: Passage) -> None:
    for match in grammar.SEGMENT.finditer(board.text, passage.span.start, passage.span.end):
        meeting = _meeting_after(board, match.end()) or main_meeting(board)
        if meeting:
            name = " ".join(match["name"].split()).title()
            span = Span(*match.span())
            label = f"{name} of {meeting.acronym or meeting.label}"
            tail = f"{meeting.iri.rpartition('/')[2]}-{slug(name)}"
            board.add(span, board.mint("Segment", label, span, tail=tail, links=(("segmentOf", meeting.iri),)))


def _meeting_after(board: Board, end: int) -> Entity | None:
    joint = _ARTICLE.match(board.text, end)
    named = board.starting_at(joint.end()) if joint else None
    return named if named and named.kind in MEETINGS else None


# -- named events ------------------------------------------------------------------------------


def discover_events(board: Board) -> None:
    """Put dialogues, round tables and pavilions on the board, by how their names are built."""
    for passage in board.saying(*_EVENT_HINTS):
        if passage.kind == "heading":
            continue
        for pattern in (_EVENT, _LOWER_EVENT):
            for match in pattern.finditer(board.text, passage.span.start, passage.span.end):
                span = _with_number(board, _without_article(board, Span(*match.span("name"))))
                if not any(_touch(w, span) for w, _ in board.inside_or_around(span)) and span.of(board.text).count(" ") and not _is_of_organization(board, span):
                    _event(board, span)


def _is_of_organization(board: Board, span: Span) -> bool:
    """Tell "*Pond Forum* and Rain Trust": an organization that is known has the word in its own name."""
    return any(where.start == span.start and re.search(rf"\b(?:{_EVENT_WORDS})\b", where.of(board.text)) for where, _ in board.inside(span, ORGANIZATIONS))


def _without_article(board: Board, span: Span) -> Span:
    article = re.match(r"(?:The|This|An?|In|At)\s+", board.text[span.start : span.end])
    return Span(span.start + article.end(), span.end) if article else span


def _with_number(board: Board, span: Span) -> Span:
    """Return the name of an event with the word that says which one: "the *third* Pond Forum"."""
    before = grammar.ORDINAL_BEFORE.search(board.text, max(0, span.start - 24), span.start)
    return Span(before.start("ordinal"), span.end) if before else span


def _touch(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def _event(board: Board, span: Span) -> None:
    name = " ".join(span.of(board.text).split())
    singular = re.sub(r"s\Z", "", name)
    series = next(
        (e for e in board.introduced if e.kind == "DialogueSeries" and any(_is_one_of(singular, n) for n in e.names)), None
    )
    if series is not None and " on " not in name:
        board.add(span, series.iri)
        return
    links = (("inSeries", series.iri),) if series else ()
    board.add(span, board.mint("Event", name, span, tail=slug(name.replace("Pavilion", "pavilion")), links=links))


def _is_one_of(event: str, series: str) -> bool:
    one = re.sub(r"s\Z", "", series)
    return event.startswith(one) or one.endswith(event)
