"""Find organizations that the gazetteer does not know, by how their names are built.

"Pond Research Institute", "Alliance for Clean Brooks", "Committee on Ponds", and names that an acronym of their letters follows.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.mentions import grammar
from kg.mentions.board import ORGANIZATIONS
from kg.model import Span

if TYPE_CHECKING:
    from kg.mentions.board import Board
    from kg.model import IRI, Passage

_OFFICE_OF = re.compile(r"(?:(?:Deputy|Assistant|Associate|Acting|Executive|Vice)\s+)?(?:Secretary-General|Director|Advis[oe]r|Senior\s+Advis[oe]r|Head|Coordinator|Secretary|Chief|Administrator|Minister|(?:(?:Co|Vice)-)?(?:President|Chair)s?|Decisions?|Reports?|Representatives?|Members?|Parties|Bureau)\s+of\s+(?:the\s+)?")
_GENERIC = re.compile(r"(?:Advisory|Executive|Governing|Supervisory|Certification|Research|Global|National|Regional|Local|International|World|Conference|State|Federal)\s+(?:Conference\s+)?\w+")
"""Kinds of organizations, and venues, not names."""
_TREATY_SECRETARIAT = re.compile(r"(?:Convention|Protocol)[’']s\s+Secretariat|(?:Interim\s+)?Secretariat\s+of\s+the\s+(?:Convention|Protocol)")
"""Which one, only the text around says."""
_A_TREATY = re.compile(r"(?:\w{3,}\s+(?:Convention|Agreement|Protocol|Treaty|Memorandum)|\b(?:Convention|Agreement|Protocol|Treaty)\s+(?:for|on|of)\s+(?:the\s+)?\w{3,}|\w{3,}\s+(?:Programme|Partnership|Initiative|Commission|Community|Forum|Alliance|Coalition|Network))\b")
"""What a secretariat may be of that is not known: "Secretariat of the *Brook Convention for the Protection of Eels*"."""
_ADDRESSED = re.compile(r"\b(?:Mr|Ms|Mrs|Dr|Prof|H\.E)\.?\s+\Z|\b(?:Professor|Ambassador)\s+\Z")
_MODERATED = re.compile(r"\b(?:moderated|facilitated)\s+by\s+\Z")
_WORKPLACE = re.compile(r"\b(?:Office|Bureau|Commission|Committee|Secretariat|Union|Programme|Division|Unit|Board|Group|Team|Panel|Branch|Section|Service|School|Faculty|Authority|Administration|Directorate|Mission|Organi[sz]ation)\b")
_WORKS_FOR = re.compile(r"(?:(?:Professor|Ambassador)\s+)?(?:[A-Z][\w’'-]*\s+){1,5}?(?:of|for|from)\s+(?:the\s+)?")
"""Who is addressed is a person: "Mr. *A B of the* Pond Agency"."""
_SHORTEST_ACRONYM = 3
_FIRST = frozenset("Organization Organisation Agency Institute Foundation Association Alliance Federation Society Coalition Academy Consortium Centre Center University".split())
_BRANCHES = frozenset("Regional Subregional Country Liaison Head Field Project Executive".split())
_ON_SOMETHING = ("ommittee", "ommission", "Council", "Panel", "Consortium", "Network", "Coalition", "Alliance", "Centre", "Center", "Board")
_REVIEWING = frozenset(
    "Advisory Oversight Review Expert Scientific Technical Intergovernmental International Facilitating Coordinating Coordination Compliance Implementation Management".split()
)
_GOES_ON_BEFORE = re.compile(r"(?P<first>\b[A-Z][a-z]\w*)\s+(?:and|&)\s+\Z|/\Z")
"""The name is the second half of another: "Ponds and" before "Rivers Review Committee"."""
_GOES_ON = re.compile(r"\w\w\s?[-‐‑]|[a-z]\d")
_HEAD_OF = re.compile(r"\b(?P<head>Institute|Cent(?:re|er)|Foundation|Academy|Observatory|Laboratory|Agency|Bank|Museum|Board|Council|Office)\s+of\s+(?:the\s+)?\Z")
_OWN_INSTITUTE = re.compile(r"(?:\s+[A-Z][\w’'-]*){0,4}?\s+(?:Institute|Cent(?:re|er)|Academy|Observatory|Laboratory)\s+(?:of|for|on)\s")
_LONGEST_OWNER = 120
_AND = re.compile(r"\s+and\s+(?:the\s+)?")
_SUB = re.compile(r"\b(?:[A-Z]{2,8}\s+)?Sub[-‐‑]\Z")
"""… or the first part of its word: "*Sub-*Commission on Ponds"."""
_SCHOOLS = frozenset("University Institute Academy Centre Center Museum".split())
_SCHOOL = re.compile(r"(?:[A-Z][\w’'-]*\s+){1,4}(?:University|Institute|College|Academy|Museum)(?:\s+(?:&|and)\s+Research|\s+of\s+[^,.;]*)?")
_ACRONYM = re.compile(r"[A-Z]{4,8}")
_AND_THE = re.compile(r"\s+and\s+(?:the\s+|(?=(?:Mr|Ms|Mrs|Dr|Prof|Ambassador|Professor)\b))")
_COLUMN = re.compile(r"(?:.*\S)?(?: {4,}|\t)(?=\S)", re.DOTALL)
"""What stands in another column of a table: "Chad      *Pond Association*"."""
_NEXT_PERSON = re.compile(r"\s+(?:Mr|Ms|Mrs|Dr|Prof)\b")
_IN_A_TOWN = re.compile(r"\s+in\s+[A-ZÀ-Ž][\w’'-]*(?:\s+[A-ZÀ-Ž][\w’'-]*)?\Z")
_REGION = re.compile(r"\b(?:Afri|Asia|Europ|Ameri|Caribbe|Pacific|Atlantic|Arctic|Antarctic|Mediterran|Sahel|Ocean|Middle|North|South|East|West|Central|Andes|Andean|Latin|Arab|Alpine|Alps|Baltic|Nordic|Balkan|Himalaya|Amazon)")
_SEATED = re.compile(r"(?:Institute|University|Laboratory|Observatory|Academy|Museum|Bureau|Department|School|Faculty|College)\b(?:(?!\s(?:Research|Training|Stud(?:y|ies)|Education|Cooperation|Innovation|Leadership|Excellence|Development)\Z).)*\Z", re.DOTALL)
"""What has its seat in a town: "Institute of Ponds *in Nanjing*"; "Institute for Research *in Botany*" is a name."""
_COMMA = re.compile(r",\s+(?:the\s+)?")
_INITIAL = re.compile(r"\b[A-Z]")
_FIRST_HALF = re.compile(r"(?:\b[Tt]he|[,;])\s+(?P<first>[A-Z][a-z]\w*(?:\s+[A-Z]\w+){0,2})\s+(?:and|&)\s+\Z")
_MAY_STAND_IN_NAMES = frozenset({"Topic", "Goal", "State", "PolicyFramework", "Convention", "Meeting"})


def discover_organizations(board: Board) -> None:
    """Mint organizations that the gazetteer does not know, by how their names are built, the surest first."""
    acronyms: dict[str, IRI] = {}
    for passage in board.saying(" ("):
        for match in grammar.ACRONYM_ALONE.finditer(board.text, passage.span.start, passage.span.end):
            span = _name_before(board, passage, match)
            if span:
                _organization(board, span, match["acronym"], acronyms)
    for passage in board.saying(*grammar.ORGANIZATION_HINTS):
        if passage.kind in {"heading", "header"}:
            continue
        name = grammar.ORGANIZATION.search(board.text, passage.span.start, passage.span.end)
        while name:
            person = _person_before(board, name.start("name"))
            if person:
                name = grammar.ORGANIZATION.search(board.text, person, passage.span.end)
                continue
            another = next((m for m in _AND_THE.finditer(board.text, *name.span("name")) if not _stands_in_a_name(board, m)), None) or _next_one(board, name)
            end = another.end() if another else name.end()
            if _is_built_as_a_name(name, half=_FIRST_HALF.search(board.text, max(passage.span.start, name.start() - 60), name.start()) is not None):
                cut = name.end("head") if name["joint"] == "on" and not name["head"].endswith(_ON_SOMETHING) else another.start() if another else 0
                listed = grammar.LISTED_MATTERS.match(board.text, name.end("head"), passage.span.end)
                cut = listed.end() if listed else cut
                span = _without_place(board, _whole(board, passage, Span(name.start("name"), cut or name.end("name"))))
                owned, own = _of_a_known_one(board, span)
                acronym = "" if cut or owned != span else name["acronym"] or ""
                if _is_a_name(board, own, acronym=bool(acronym)):
                    _organization(board, owned, acronym, acronyms)
            else:
                end = name.end("head")
            name = grammar.ORGANIZATION.search(board.text, end, passage.span.end)
    board.named_again({}, {form: iri for form, iri in acronyms.items() if not board.knows(form)})


def _next_one(board: Board, name: re.Match[str]) -> re.Match[str] | None:
    """Return what joins the next one of a list to a name: "Institute of Ponds *and* FAO", "University of Chad *and* Brook University"."""
    joined = list(_AND.finditer(board.text, name.end("head"), name.end("name")))
    schools = name["head"] in _SCHOOLS and joined and _SCHOOL.fullmatch(board.text, joined[-1].end(), name.end("name"))
    last = joined[-1] if joined and (schools or _ACRONYM.fullmatch(board.text, joined[-1].end(), name.end("name"))) else None
    return next((m for m in joined if (known := board.starting_at(m.end())) and known.kind not in _MAY_STAND_IN_NAMES), last)


def _person_before(board: Board, start: int) -> int:
    """Return where the name of an organization begins after that of a person who is addressed, or 0."""
    addressed = _ADDRESSED.search(board.text, max(0, start - 16), start) or board.text.startswith(("Professor ", "Ambassador "), start)
    moderates = None if addressed else _MODERATED.search(board.text, max(0, start - 16), start)
    person = _WORKS_FOR.match(board.text, start) if addressed or moderates else None
    if person and moderates and (grammar.NO_PERSON.search(person[0]) or _WORKPLACE.search(person[0])):
        return 0  # "moderated by the Regional Office of the …"
    return person.end() if person else 0


def _is_built_as_a_name(match: re.Match[str], *, half: bool) -> bool:
    """Tell "Pond Agency", "Alliance for Clean Brooks", "Committee on Ponds" and "Pond Review Panel" from "the Agency" and "the Committee".

    `half`: more of the name stands before: "Ponds and" before "Review Committee".
    """
    head, joint = match["head"], match["joint"]
    before = match[0][: match.start("head") - match.start()].split()
    if head.endswith(("ommittee", "Panel", "Subcommission")):
        return (joint in {"on", "for"} and head != "Panel") or (joint == "under" and bool(before)) or (bool(before) and len(before) + half > 1 and before[-1] in _REVIEWING)
    if head in {"Network", "Office"}:
        return len(before) > 1 if head == "Network" else bool(before) and before[-1] not in _BRANCHES
    if head == "Secretariat" and not before:
        return joint == "of" and _A_TREATY.search(match["name"]) is not None
    return bool(before) or (joint is not None and head in _FIRST) or (joint in {"on", "for"} and head in {"Council", "Commission"})


def _whole(board: Board, passage: Passage, span: Span) -> Span:
    """Leave out "Representatives of the", and take in the first half of a name: "the Brook and Pond Agency"."""
    office = _OFFICE_OF.match(board.text, span.start, span.end)
    span = Span(office.end(), span.end) if office else span
    sub = None if office else _SUB.search(board.text, max(passage.span.start, span.start - 16), span.start)
    span = Span(sub.start(), span.end) if sub else span
    column = _COLUMN.search(board.text, span.start, span.end)
    span = Span(column.end(), span.end) if column else span
    person = _NEXT_PERSON.search(board.text, span.start, span.end)
    span = Span(span.start, person.start()) if person else span
    treaties = [w for w, e in board.inside(_around(span), _MAY_STAND_IN_NAMES) if span.start < w.start < span.end < w.end]
    span = Span(span.start, max(w.end for w in treaties)) if treaties else span
    half = _FIRST_HALF.search(board.text, max(passage.span.start, span.start - 60), span.start)
    if half is None or grammar.ACRONYM_HEADS.search(half["first"]) or board.around(Span(half.end("first") - 1, half.end("first"))):
        return span
    return Span(half.start("first"), span.end)


def _without_place(board: Board, span: Span) -> Span:
    """Leave out the town where its country follows: "the Institute for Ponds *in Bern, Switzerland*"."""
    place = _IN_A_TOWN.search(board.text, span.start, span.end)
    after = _COMMA.match(board.text, span.end) if place else None
    country = board.starting_at(after.end()) if after else None
    town = place and not after and not _REGION.search(place[0]) and _SEATED.search(board.text, span.start, place.start()) and not board.inside(Span(*place.span()), frozenset({"State"}))
    return Span(span.start, place.start()) if place and (town or (country and country.kind == "State")) else span


def _around(span: Span) -> Span:
    return Span(max(0, span.start - 60), span.end + 160)


def _stands_in_a_name(board: Board, match: re.Match[str]) -> bool:
    return any(where.start < match.start() and where.end > match.end() for where, _ in board.around(Span(*match.span())))


def _is_a_name(board: Board, span: Span, *, acronym: bool) -> bool:
    """Tell whether a run of capitals is a whole name of nothing that is known: no half of another name, no kind of organization."""
    words = span.of(board.text)
    if words.endswith((" of Excellence", " the Whole", " the Parties")) or words.startswith(("Convention ", "Protocol ")):
        return False
    if _TREATY_SECRETARIAT.fullmatch(words) or (not acronym and _GENERIC.fullmatch(words)) or " " not in words:
        return False
    half = _GOES_ON_BEFORE.search(board.text, max(0, span.start - 40), span.start)
    if (half and not (half["first"] and board.around(Span(*half.span("first"))))) or _GOES_ON.match(board.text, span.end - 2):
        return False
    return _is_free(board, span)


def _of_a_known_one(board: Board, span: Span) -> tuple[Span, Span]:
    """Return the whole of "Pond Research Centre *of the European Commission*", which says whose it is, and its first part."""
    for where, known in board.inside(Span(span.start, span.end + _LONGEST_OWNER)) if " of " in span.of(board.text) else ():
        of = _HEAD_OF.search(board.text, span.start, where.start) if known.kind in ORGANIZATIONS and where.start < span.end <= where.end else None
        if of and of.start() > span.start and not _GENERIC.fullmatch(board.text, span.start, of.end("head")):
            return Span(span.start, where.end), Span(span.start, of.end("head"))
    return span, span


def _is_free(board: Board, span: Span) -> bool:
    """Tell whether no name crosses a span or stands in it; a topic, a country or a treaty may stand in the name of an organization."""
    near = [(where, entity) for where, entity in board.inside(_around(span)) if where.start < span.end and span.start < where.end]
    inner = [w for w, e in near if w.start == span.start and e.kind in ORGANIZATIONS and _OWN_INSTITUTE.match(board.text, w.end, span.end)]
    inner += [w for w, e in near if span.covers(w) and e.kind in _MAY_STAND_IN_NAMES and (e.kind == "Topic" or not grammar.ACRONYM_HEADS.search(w.of(board.text)))]
    return all(any(whole.covers(where) for whole in inner) for where, _ in near)


def _organization(board: Board, span: Span, acronym: str, acronyms: dict[str, IRI]) -> None:
    iri = board.mint("Organization", " ".join(span.of(board.text).split()), span, acronym=acronym)
    board.add(span, iri)
    if acronym.isupper():
        acronyms[acronym] = iri


def _name_before(board: Board, passage: Passage, match: re.Match[str]) -> Span | None:
    """Read "the Ponds and Rivers Review Committee (PRRC)": the words before an acronym that begin with its letters."""
    letters = [c for c in match["acronym"] if c.isupper()]
    run = grammar.CAPITAL_RUN.search(board.text, max(passage.span.start, match.start() - 120), match.start())
    if run is None or len(letters) < _SHORTEST_ACRONYM or board.knows(match["acronym"]):
        return None
    words = list(_INITIAL.finditer(run[0]))
    if len(words) < len(letters) or [word[0] for word in words[-len(letters) :]] != letters:
        return None
    span = Span(run.start() + words[-len(letters)].start(), match.start())
    return span if _is_free(board, span) and grammar.ACRONYM_HEADS.search(span.of(board.text)) else None
