"""Decisions of governing bodies: operative paragraphs, one row each, and decisions in prose.

> 3. *Decides* to update the elements of the work programme …  ·  The SBI agreed to …
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.extract.adopters import (
    body_of_annex,
    body_of_title,
    body_that_met,
    conference_cited,
    conference_of_home,
    conference_that_met,
    meeting_named,
    parties_of_title,
)
from kg.extract.deciders import body_that_acts
from kg.extract.decisions import base_verb, effects_of, going_on, verbs_of_points, with_more
from kg.extract.reading import BODIES
from kg.extract.tasks import ONLY_DECIDES, is_below_decides
from kg.extract.verbs import MORE as _MORE
from kg.extract.verbs import PAST, VERBS, bracketed
from kg.model import Decision, Effect, Fact, Span
from kg.text import ORDINAL, WAS_DONE, find_dates, fold, sentences

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.extract.reading import Reading
    from kg.model import IRI, Passage, Section, Value

_VERBS = "|".join(VERBS)
_FIRST = re.compile(rf"[*_\[(\s\u2060\u200b\ufeff]*(?:Option\s+\w{{1,4}}[*_:.\s]+[*_\[(\s]*)?(?:To\s+)?{_MORE}(?P<verb>{_VERBS})\b", re.IGNORECASE)
_PARTICIPLE = re.compile(r"[*_\s]*(?:[A-Z][a-z]+ing|Having)\b[^;.]{3,260}?,[*_\s]*(?=[*_]*(?:also |further )?[a-z]+s\b)")
_ITALIC = re.compile(rf"\*{_MORE}(?P<verb>{_VERBS})\*", re.IGNORECASE)
_COMPLEMENT = r"(?:(?=\s+(?:that|the|decisions?|Parties|parties|its|it|them|to|all|each|relevant|developed|developing|other|interested|with|upon|on|in|of|any|those|this|these|non|[A-Z])))"
_AND = re.compile(rf"(?:[,;]\d{{0,3}}|\band|,\s+as\s+well\s+as)(?:,?\s+in\s+th(?:is|at)\s+(?:regard|respect|context|connection),?)?\s+{_MORE}(?P<verb>calls\s+for|[A-Z]?[a-z]+s(?:\s+note|\s+(?:up)?on|\s+forward)?)\b(?P<clear>{_COMPLEMENT})?")
_AND_CAPITALS = re.compile(r"(?:[,;]|\b(?:and|AND))\s+(?:(?:ALSO|FURTHER|STRONGLY|HEREBY)\s+)*(?P<verb>[A-Z]{4,}(?:\s+(?:NOTE|UPON|ON|FOR|FORWARD|TRIBUTE)\b)?)")
"""Where verbs are printed in capitals, all are: "WELCOMES the report, and ADOPTS the plan"."""
_NEVER_NOUNS = frozenset(
    "encourages invites urges welcomes decides acknowledges recognizes recommends adopts endorses expresses emphasizes reaffirms reiterates underlines underscores affirms authorizes instructs "
    "directs commends congratulates approves establishes agrees confirms".split()
)
_AND_PLURAL = re.compile(
    rf"(?:,|\band)\s+(?:we\s+)?{_MORE}(?P<verb>adopt|request|mandate(?=\s+(?:the\s+)?[A-Z])|invite|encourage|urge|welcome|express|call\s+(?:up)?on|commit|recognize|acknowledge|support|reaffirm|recall|thank|resolve|pledge|ask|call\s+for|"
    rf"(?P<once>accept|endorse|decide|approve|recommend|take\s+note)){_COMPLEMENT}"
)
_ADDRESSING = frozenset({"invite", "request", "urge", "encourage", "call upon", "ask", "task", "instruct", "direct", "mandate", "recommend", "decide", "agree", "authorize"})
_ASKED_TO_DO = re.compile(r"\bto\s+(?!(?:the|th[ei]se|this|that|its|their|our|all|an?)\b)[a-z]{3,}\b")
"""What somebody is asked to do goes on: "Invite Parties *to consider* the plan and approve it"."""
_AND_TO = re.compile(rf"(?:,|\band)\s+(?:to\s+{_MORE}(?P<verb>{_VERBS})|(?P<noted>take\s+note))\b")
"""Where a paragraph begins "To request …", others of its verbs may follow so."""
_TO = re.compile(r"[*_\s]*To\s+(?!(?:th(?:is|at|ese|ose|e)|date|some|such|which|what|whom|each|any|many|our|their|its|every|all|be)\b)[a-z]{3,}\s(?![^,.;]{0,200},\s+(?:the|we|it|they|[A-Z]\w*)\s)")
"""The parties to a protocol decide "To start discussing …": what they decide to do need be no verb of decision."""
_THAT = re.compile(r"[*_\s]*That,?\s+(?:[a-z]|[A-Z][a-z]+\s)")
"""Below "The Twelfth Meeting of the Parties decides:" numbered paragraphs also begin "That the Panel should …"."""
_DIRECTED = re.compile(r"(?:Decisions? )?directed to\b", re.IGNORECASE)
_POINTED = re.compile(r"\d{1,2}\.\d{1,3}\b")
_SHALL = re.compile(r"\A(?:[^.;:]|\.(?=\S|\s\d)){2,500}?\b(?:(?P<verb>shall)|(?:is|are)\s+(?:also\s+|further\s+|strongly\s+)?(?P<asked>requested|encouraged|invited|urged|directed|instructed)(?:,[^.;:]{3,120}?,)?\s+to)\b")
_REMARK = re.compile(r"[\W_]*(?:(?:Explanatory|Editorial|General|Technical)\s+)?[Nn]otes?(?:\s+(?:by|from|of|to)\s+the\s[^:\n]{3,80}|\s+\d)?\s*:|[\W_]*(?:Foot|End|Secretariat\s)[Nn]ote")
"""At the foot of a text: "*Note by the secretariat:* The text has not been edited"."""
_LISTS = re.compile(r":\s*(?:\(?\w{1,3}[.)]|[-•])?\s*\Z")
_HERE = re.compile(r"\s+in\s+Dec(?:\.|ision)\s+\S+\s+(?:to|that)\b")
_TOLD = re.compile(rf"(?:[A-Z][^.;:]{{3,300}},\s+)?[Tt]he\s+(?:[A-Z][a-z]+\s+(?:of\s+the\s+)?){{0,5}}(?:Committee|Conference|Plenary|Board|Council|Assembly|Commission|Panel|Meeting|Bureau|Body|Group|Forum|Parties)(?:,\s+(?:having|after|following|noting|recalling)\s[^;:]{{3,260}}?,)?\s+(?P<first>a\)\s+)?(?:(?:also|further|therefore)\s+)?(?P<verb>{'|'.join(PAST)})\b")
_WAS_DONE = re.compile(rf"\W*(?:[Tt]he\s|(?<=[“\"'‘])|(?:Mr|Ms|Mrs|Dr|Prof)\b){WAS_DONE}")
"""… or was done: "Decision 9-1: The agenda *was adopted* by the Committee."."""
_WAS_DONE_BY = re.compile(_WAS_DONE.pattern + r"\s+by\s+the\s+(?P<body>(?:[A-Z][a-z]+\s+(?:of\s+the\s+)?){0,5}(?:Committee|Conference|Plenary|Board|Council|Assembly|Commission|Panel|Meeting|Bureau|Body|Group|Forum|Parties))\b")
_PARTIES_MEET = re.compile(r"Conference|Meeting|Parties|Plenary|Assembly")
_ONLY_BODY = re.compile(r"The\s+(?:[A-Z][a-z]+\s+(?:of\s+the\s+)?){0,5}(?:Committee|Conference|Plenary|Board|Council|Assembly|Commission|Panel|Meeting|Bureau|Body|Group|Forum|Parties)\s*:\s")
_TOLD_NOW = re.compile(
    r"The\s+(?:[A-Z][a-z]+\s+){0,4}(?:Committee|Conference|Plenary|Board|Council|Assembly|Commission|Panel|Meeting|Bureau|Body|Group|Forum|Parties)"
    r"(?:,\s+(?:[a-z]+ing|after)\s(?:[^.;:]|\.(?=\S)){3,400}?(?:,\s+|\s*:)|,\s+|\s*:|\s+)(?=(?:also\s+|further\s+)?(?:takes\s+note|[a-z]+s\s+(?:(?:the|to|that|with|upon|on|its|all|an?)\b|[A-Z]))|(?<=:)\s)"
)
"""Under its symbol a decision may be told in the present: "*The Board, having considered the report,* approves …"."""
_TOLD_BODY = re.compile(r"The\s+(?P<body>(?:[A-Z][a-z]+\s+){1,4}?(?:Committee|Board|Council|Commission|Panel|Bureau|Body|Group|Forum))\b")
_TOLD_POINT = re.compile(rf"[;,]\s+(?:and\s+)?[b-h]\)\s+(?P<verb>{'|'.join(PAST)})\b")
_ASKED = {"directed": "direct", "instructed": "instruct", "requested": "request", "encouraged": "encourage", "invited": "invite", "urged": "urge"}
_OURS = re.compile(r"[*_\s]*We\b")
_DECLARE = re.compile(r"^[ \t*_]*(?:[Dd]o\s+)?(?:[Hh]ereby\s+)?(?:solemnly\s+)?[Dd]eclare\b[^.;:]{0,160}:", re.MULTILINE)
_WE = re.compile(rf"[*_\s]*We,?\s+(?:[^.;]{{3,200}},\s+)?[*_]*{_MORE}(?P<verb>{_VERBS})\b", re.IGNORECASE)
_WE_ALSO = re.compile(rf"(?:(?<=[.;]\s)(?:[A-Z][^,.;]{{2,60}},\s+)?[Ww]e|\band\s+we)\s+{_MORE}(?P<verb>{_VERBS})\b")
_BRACKET = re.compile(r"[\s*_]*(?:\[(?:\.{3}|…)\]\s*)?(?:[(\d.)\s*_-]|bis|ter)*\[(?!\.{3}|…)")
"""The bracket before or after the number of a paragraph that is not agreed; "[...]" only says that something was left out."""
_FIRST_MARKS, _BEFORE_CHAPEAU, _LONGEST_SYMBOL = 4, 400, 30
_PROPOSED = re.compile(
    r"(?:along\s+the\s+following\s+lines|\bthe\s+following\s+(?:draft\s+)?(?:decision|resolution)\b[^:]{0,300}|\b(?:draft|recommend)[^.:;]{0,200}\b(?:for\s+)?adoption\s+by\b[^:]{0,200})\s*:\W*\Z",
    re.IGNORECASE,
)
"""Above a body line: what follows is only proposed to that body."""
_RECOMMENDATION = re.compile(r"^[ \t#*|]*(?:[A-Z]{3,9}[ \t]+)?Recommendation[ \t]+(?:[A-Z]{3,9}[-/ \t])?(?:\d{1,3}|[IVXL]{1,6})/\d{1,3}\b", re.IGNORECASE | re.MULTILINE)
_RECOMMENDS = re.compile(r"\brecommend(?:s|ed)\s+that\s+the\s+(?:Conference|Meeting)\s+of\s+the\s+Parties\b[^.:;]{0,200}:\s*\Z")
_PARTIES = re.compile(r"\b(?:Conference|Meeting)\s+of\s+the\s+Parties\b", re.IGNORECASE)
_SUBMITTED = re.compile(r"\bdraft (?:decision|resolution) submitted by\b.*")
_MEETING = "Meeting of the Parties to the "
_ROMAN = re.compile(r"[IVXL]{1,7}/\d{1,3}")
_SERIES = re.compile(r"(?:\d+|-|[xX])/([A-Z]{2,4})\.\d+")


def operative(reading: Reading) -> None:
    """State every operative paragraph of the decisions that a document prints; news only quote them."""
    chapeaus = [p for p in reading.document.passages if p.kind == "chapeau" and not is_action(reading, p)]
    decided = any(s.kind == "decision" for s in reading.document.sections)
    bare = reading.document.family == "draft" or (reading.document.family == "decisions" and not chapeaus)
    if reading.document.family == "news" or not (chapeaus or bare or decided):
        return
    for section in reading.document.sections:
        if section.kind == "decision":
            _printed_in(reading, section)
    adopted = _adoptions(reading)
    for passage in reading.document.passages:
        if passage.kind in {"paragraph", "unnumbered"}:
            home = _home(reading, passage)
            if home is None and decided:
                continue
            chapeau = _chapeau(chapeaus, passage, home, reading)
            if home and chapeau is None and any(home in ancestors(reading, c) for c in chapeaus):
                continue
            if chapeau or home or (bare and (passage.kind == "paragraph" or _is_directed(reading, passage))):
                _operative(reading, passage, chapeau, home, adopted)


def is_action(reading: Reading, passage: Passage) -> bool:
    """Tell an item of a list of actions, whose numbers are not those of a record."""
    section = reading.sections.get(passage.section)
    return section is not None and section.kind.endswith("-actions")


def ancestors(reading: Reading, passage: Passage) -> Iterator[Section]:
    """Yield the sections a passage stands in, innermost first."""
    section = reading.sections.get(passage.section)
    while section:
        yield section
        section = reading.sections.get(section.parent)


def _home(reading: Reading, passage: Passage) -> Section | None:
    """Return the decision that a passage belongs to; what stands in an annex belongs to none."""
    for section in ancestors(reading, passage):
        if section.kind == "annex":
            return None
        if section.kind == "decision":
            return section
    return None


def _chapeau(chapeaus: list[Passage], passage: Passage, home: Section | None, reading: Reading) -> Passage | None:
    """Return the body line above a passage in the same decision; in an annex, one that stands in it too."""
    before = [c for c in chapeaus if c.span.end <= passage.span.start]
    annexes = [section for section in ancestors(reading, passage) if section.kind == "annex"]
    if not before or any(annex not in ancestors(reading, before[-1]) for annex in annexes):
        return None
    last = before[-1]
    return last if home is None or home in ancestors(reading, last) else None


def _operative(reading: Reading, passage: Passage, chapeau: Passage | None, home: Section | None, adopted: dict[str, Value | None]) -> None:
    if (not passage.points and ONLY_DECIDES.fullmatch(reading.text, passage.body.start, passage.body.end)) or _REMARK.match(reading.text, passage.body.start, passage.body.end):
        return
    verbs = [("decide", passage.body.start)] if is_below_decides(reading, passage) else paragraph_verbs(reading.printed, passage.lead_in if passage.points else passage.body)
    if not verbs and home and _decides_to(reading, chapeau):
        begins = _TO.match(reading.text, passage.body.start, passage.body.end) or (passage.kind == "paragraph" and _THAT.match(reading.text, passage.body.start, passage.body.end))
        verbs = [("decide", passage.body.start)] if begins else []
    verbs = verbs or _declared(reading, passage, chapeau) or _directed_verbs(reading, passage) or (_told_verbs(reading, passage) if home and not chapeau else [])
    if not verbs:
        return
    status = _status(reading, passage, printed_adoption=home is not None and home.id in adopted)
    if (chapeau is None and home is None and _recommends(reading)) or (chapeau and (_PROPOSED.search(reading.text, max(0, chapeau.span.start - _BEFORE_CHAPEAU), chapeau.span.start) or _recommended(reading, chapeau))):
        status = "draft"
    effects = all_effects(reading, passage, verbs)
    text = decision_text(reading, home) if home else None
    reading.state(
        Decision(
            evidence=reading.evidence(passage, passage.body),
            bodies=_bodies(reading, passage, chapeau, home),
            verbs=tuple(dict.fromkeys(verb for verb, _ in verbs)),
            status=status,
            effects=effects,
            section=passage.section or "",
            text=text,
            date=adopted.get(home.id) if home else None,
        )
    )


def _declared(reading: Reading, passage: Passage, chapeau: Passage | None) -> list[tuple[str, int]]:
    """ "We, the ministers, … hereby declare our resolve: 1. *To strengthen* the ponds;" """
    if chapeau is None or not _OURS.match(reading.text, chapeau.body.start) or not _TO.match(reading.text, passage.body.start, passage.body.end):
        return []
    return [("declare", passage.body.start)] if _DECLARE.search(reading.text, chapeau.body.start, passage.span.start) else []


def _is_directed(reading: Reading, passage: Passage) -> bool:
    """Tell whether a passage stands under "Directed to the Secretariat", or is a decision of a list that is numbered "18.12"."""
    return any(_DIRECTED.match(s.title) or (s.kind == "decision" and s.number == s.title and _POINTED.match(s.number)) for s in ancestors(reading, passage))


def _directed_verbs(reading: Reading, passage: Passage) -> list[tuple[str, int]]:
    """Return the verb of "The Secretariat *shall* …", "Parties *are encouraged to* …" in a list of directed decisions."""
    match = _SHALL.match(reading.text[passage.body.start : passage.body.end]) if _is_directed(reading, passage) else None
    return [(_ASKED[match["asked"]] if match["asked"] else "direct", passage.body.start + match.end())] if match else []


def _told_verbs(reading: Reading, passage: Passage) -> list[tuple[str, int]]:
    """Return the verb of "Decision 9-1: The Standing Committee *agreed* that …", told on the line of the symbol."""
    if passage.kind != "unnumbered":
        return []
    match = _TOLD.match(reading.text, passage.body.start, passage.body.end)
    now = None if match else _TOLD_NOW.match(reading.text, passage.body.start, passage.body.end)
    if now:
        again = ((at, _TOLD_NOW.match(reading.text, *at)) for at in sentences(reading.text, passage.lead_in))
        spans = [*(Span(begins.end(), at.end) for at, begins in again if begins), *(point.span for point in passage.points)]
        return [verb for span in spans for verb in paragraph_verbs(reading.printed, span)]
    was = None if match else _WAS_DONE.match(reading.text, passage.body.start, passage.body.end)
    if was and _alone_in(reading, passage):
        return [(base_verb(was["verb"]), was.end())]
    if match is None and passage.points and _ONLY_BODY.match(reading.text, passage.body.start, passage.points[0].span.start):
        return verbs_of_points(reading, passage)
    told = match and (reading.text[passage.body.start - 2] in ":." or _alone_in(reading, passage) or _HERE.match(reading.text, match.end(), passage.body.end) or _LISTS.search(reading.text, passage.lead_in.start, passage.lead_in.end))
    if not match or not told:
        return []
    points = [(base_verb(m["verb"]), m.end()) for m in _TOLD_POINT.finditer(reading.text, match.end(), passage.body.end)] if match["first"] else []
    first = with_more(reading.text, match["verb"], match.end(), next(sentences(reading.text, passage.lead_in)).end)
    return first + (points or going_on(reading, passage, match.end()))


def _alone_in(reading: Reading, passage: Passage) -> bool:
    """Tell what stands first in a decision that has no numbered paragraphs."""
    inside = [other for other in reading.document.passages if other.section == passage.section and other.kind != "heading"]
    return inside[0] is passage and all(other.kind == "unnumbered" for other in inside)


def _recommended(reading: Reading, chapeau: Passage) -> bool:
    """Tell whether a conference of parties stands in the recommendation "2/1" of one of its bodies: that is a proposal to it."""
    header = next((p for p in reading.document.passages if p.kind == "header"), None)
    return header is not None and bool(_PARTIES.search(chapeau.body.of(reading.text)) and _RECOMMENDATION.search(header.span.of(reading.text)))


def _recommends(reading: Reading) -> bool:
    """ "The Subsidiary Body *recommends that the Conference of the Parties*, at its eighth meeting:" stands above what is only proposed."""
    header = next((p for p in reading.document.passages if p.kind == "header"), None)
    return header is not None and bool(_RECOMMENDS.search(reading.text, header.span.start, header.span.end))


def _decides_to(reading: Reading, chapeau: Passage | None) -> bool:
    """Tell whether a decision has no body line, or one that ends "… decided in Dec. XLI/5:"."""
    return chapeau is None or bool(re.search(r"\bdecide[sd]?\b", chapeau.body.of(reading.text)))


def paragraph_verbs(text: str, span: Span) -> list[tuple[str, int]]:
    """Return the decision verbs of an operative paragraph with the position after each.

    >>> t = "*Welcomes* the report and *notes* with appreciation the work;"
    >>> [verb for verb, _ in paragraph_verbs(t, Span(0, len(t)))]
    ['welcome', 'note']
    """
    lead = _PARTICIPLE.match(text, span.start, span.end)
    first = _FIRST.match(text, lead.end() if lead else span.start, span.end) or _WE.match(text, span.start, span.end)
    if not first:
        return []
    found = [(base_verb(first["verb"]), _after_marks(text, first.end()))]
    found += [(base_verb(verb), at) for verb, at in bracketed(text, first.end(), span.end)]
    italic = [(base_verb(m["verb"]), _after_marks(text, m.end("verb"))) for m in _ITALIC.finditer(text, first.end(), span.end)]
    if italic:
        return found + italic
    if first["verb"].isupper():
        others = _AND_CAPITALS.finditer(text, first.end(), span.end)
        return found + [(base_verb(m["verb"]), m.end()) for m in others if re.fullmatch(_VERBS, m["verb"], re.IGNORECASE)]
    for match in _AND.finditer(text, first.end(), span.end):
        verb = re.fullmatch(_VERBS, match["verb"], re.IGNORECASE)
        if verb and _is_verb(text, match):
            found.append((base_verb(match["verb"]), match.end()))
    if first[0].lstrip("*_[( \n").startswith(("To ", "to ")):
        return found + [(word, m.end()) for m in _AND_TO.finditer(text, first.end(), span.end) if (word := base_verb(m["verb"] or m["noted"])) not in {"consider", "ensure", "continue"}]
    if first.re is _WE:
        found += [(base_verb(m["verb"]), m.end()) for m in _WE_ALSO.finditer(text, first.end(), span.end)]
    if not re.match(r"\w+s\b", first["verb"]):
        plural = _AND_PLURAL.finditer(text, first.end(), span.end)
        found += [(base_verb(m["verb"]), m.end()) for m in plural if not (m["once"] and found[0][0] in _ADDRESSING and _ASKED_TO_DO.search(text, first.end(), m.start()))]
    return found


def _is_verb(text: str, match: re.Match[str]) -> bool:
    """Tell "and notes that …" from "briefs and notes": only some forms are never nouns, and a capital letter may begin a name."""
    if match["verb"][0].isupper():
        return match["verb"].casefold() in _NEVER_NOUNS
    if match["verb"] in _NEVER_NOUNS or match["verb"].startswith("calls"):
        return True
    if match["verb"].startswith("notes"):
        return bool(re.match(r"\s+(?:that|with|the|its|decisions?)\b", text[match.end() : match.end() + 12]))
    return match["clear"] is not None and not match["verb"].startswith("tasks")


def all_effects(reading: Reading, passage: Passage, verbs: list[tuple[str, int]]) -> tuple[Effect, ...]:
    """Return the effects of all the verbs of a paragraph, `none` only where there is no other."""
    found = dict.fromkeys(effect for verb, at in verbs for effect in effects_of(reading, passage, verb, at))
    return tuple(effect for effect in found if effect.kind != "none") or (Effect("none"),)


def _after_marks(text: str, position: int) -> int:
    while position < len(text) and text[position] in "*_":
        position += 1
    return position


def _status(reading: Reading, passage: Passage, *, printed_adoption: bool) -> str:
    """A draft is never adopted: not in brackets, not under a heading that says so.

    Below a resolution that prints when it was adopted, "Draft resolution submitted by …" only tells where it came from.
    """
    if reading.document.family == "draft" or _BRACKET.match(reading.text, passage.span.start, passage.body.start + _FIRST_MARKS):
        return "draft"
    titles = [fold(section.title) for section in ancestors(reading, passage)]
    if printed_adoption:
        titles = [_SUBMITTED.sub("", title) for title in titles]
    return "draft" if any(re.search(r"\bdraft (?:decision|text|resolution|conclusions)", title) for title in titles) else "adopted"


def _bodies(reading: Reading, passage: Passage, chapeau: Passage | None, home: Section | None) -> tuple[IRI, ...]:
    """Return the bodies that the line above names; where it names none in full, the one it means."""
    named = reading.named(chapeau.span, BODIES | {"InterAgencyMechanism"}) if chapeau else []
    outer = [e.iri for w, e in named if not any(v.covers(w) and v != w for v, _ in named) and not _is_another_kind(w.of(reading.text), e.label)]
    if outer:
        return tuple(dict.fromkeys(outer))
    meant = _body(reading, chapeau, home) or (None if chapeau else body_that_acts(reading, passage))
    if chapeau is None and (meant is None or reading.entities[meant].kind == "ConferenceOfTheParties"):
        told = _TOLD.match(reading.text, passage.body.start, passage.body.end)
        words = _TOLD_BODY.match(reading.text, passage.body.start, passage.body.end) if told else _WAS_DONE_BY.match(reading.text, passage.body.start, passage.body.end)
        if (told and meant is None) or (words and not _PARTIES_MEET.search(words["body"])):
            named = reading.named(Span(words.start("body"), passage.lead_in.end) if words else passage.lead_in, BODIES) or reading.named(passage.body, BODIES)
            return (named[0][1].iri,) if named else (reading.mint("GoverningBody", "body", words["body"], reading.evidence(passage, Span(*words.span("body")))),) if words else ()
    return (meant,) if meant else ()


def _is_another_kind(words: str, label: str) -> bool:
    """Tell "the Conference of the Parties" that was taken for a meeting of the Parties."""
    return words.startswith("Conference") and label.startswith(_MEETING)


def _body(reading: Reading, chapeau: Passage | None, home: Section | None) -> IRI | None:
    """Return the body by the series of the symbol, by the decision, or by the convention."""
    series = _SERIES.search(home.number) if home else None
    if series:
        return next((e.iri for e in reading.entities.values() if series[1] in e.series), None)
    text = decision_text(reading, home) if home else None
    links = reading.entities[text].links if text else ()
    adopted = next((target for name, target in links if name == "adoptedBy"), None)
    if adopted and not (chapeau and adopted in reading.entities and _is_another_kind(chapeau.body.of(reading.text).lstrip("*_ ").removeprefix("The "), reading.entities[adopted].label)):
        return adopted
    if chapeau is None:
        return body_of_title(reading) if reading.document.family == "decisions" and home is None else None if home is None else _meeting_of_protocol(reading, home)
    if chapeau.body.of(reading.text).lstrip("*_ ").startswith("We"):
        return body_of_title(reading) or body_that_met(reading, chapeau) or _printed_body(reading, chapeau)
    found = conference_that_met(reading, chapeau) or conference_of_home(reading) or body_of_annex(reading) or conference_cited(reading, chapeau) or meeting_named(reading, chapeau) or parties_of_title(reading, chapeau)
    return found or _printed_body(reading, chapeau)


def _meeting_of_protocol(reading: Reading, home: Section) -> IRI | None:
    """ "Decision XLI/5: … 1. To note …", without a body line: of the meeting of the Parties to the only protocol that is named."""
    if not _ROMAN.fullmatch(home.number.split()[-1]):
        return None
    bodies = [e for e in reading.entities.values() if e.kind == "ConferenceOfTheParties" and e.label.startswith(_MEETING)]
    named = [e for e in bodies if " ".join(e.label.removeprefix(_MEETING).split()[:2]) in reading.text]
    others = {e.iri for _, e in reading.named(Span(0, len(reading.text)), {"Convention"})}
    return named[0].iri if len(named) == 1 and all(("governs", iri) in named[0].links for iri in others) else None


def _printed_body(reading: Reading, chapeau: Passage) -> IRI:
    words = re.sub(r"[*_,\[\s]+", " ", chapeau.body.of(reading.text)).strip()
    words = re.sub(r"\A(?:[IVX]+\.\s*)?(?:The|We the|We)\s+|\s+(?:gathered|assembled|meeting|having\s+met|decide[sd]?|in\s+[Dd]ecision)\b.*", "", words)
    words = re.sub(rf"\A(?:{ORDINAL})\s+(?=(?:Meeting|Conference)\b)", "", words, flags=re.IGNORECASE)
    return reading.mint("GoverningBody", "body", words, reading.evidence(chapeau, chapeau.body))


def decision_text(reading: Reading, home: Section) -> IRI | None:
    """Return the decision whose symbol a heading prints."""
    named = reading.named(Span(home.heading.start, home.heading.end), {"DecisionText", "Resolution"})
    return named[0][1].iri if named else None


def _printed_in(reading: Reading, section: Section) -> None:
    iri = decision_text(reading, section)
    heading = next((p for p in reading.document.passages if p.section == section.id and p.kind == "heading"), None)
    if iri and heading:
        reading.state(Fact(reading.evidence(heading, heading.body), iri, "uneg:printedIn", reading.document_iri))


def _adoptions(reading: Reading) -> dict[str, Value | None]:
    """Return the dates printed below the decisions ("7th plenary meeting, 13 December 2018"), by section; the first counts."""
    found: dict[str, Value | None] = {}
    for passage in reading.document.passages:
        if passage.kind == "adoption":
            date = next((dates.start for dates in find_dates(reading.text, passage.body)), None)
            for section in ancestors(reading, passage):
                found.setdefault(section.id, date)
    return found
