"""Find institutions that nobody knows by words that name one only with more around them.

"Kenya Pond Trust", "Department of Ponds of Chad", "Rain Division of UNEP", "Instituto de Lagunas", "Basel Convention Regional Centre in Rome".
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.mentions.board import ORGANIZATIONS
from kg.mentions.grammar import abbreviates
from kg.mentions.headed import Headed
from kg.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.mentions.board import Board
    from kg.model import Entity, Passage

_CAPITAL = r"[A-ZÀ-Ž][\w’'‑-]*"
_NO_START = r"(?!(?:The|This|That|These|In|At|For|On|An?|By|To|Of|And|With|From|Its|Our|Their|Each|All|Any|No|Chair|President|Director|Head|Chief|Minister|Secretary|Mr|Ms|Mrs|Dr|Prof|Table|Figure|Annex|Item|Decision|Project|Pilot)\b)"
_RUN = re.compile(rf"\b{_NO_START}{_CAPITAL}(?:\s+(?:(?:and|&)\s+)?{_CAPITAL}){{0,6}}\s+\Z")
"""The words in capitals before the word for an institution."""
_HEADS = r"Trust|Authority|Service|Department|Directorate|Administration|Conservancy|Inspectorate|Fund|Polytechnic|College|School|Survey|Chamber"
_HEAD = re.compile(rf"\b(?P<head>{_HEADS})\b(?![-’'/])(?!\s+(?!London\b)[A-Z])(?:\s+London\b|(?<=Chamber)\s+of\s+Commerce(?:(?:,|\s+and|,\s+and)\s+(?:Industry|Agriculture|Services|Trade))*)?(?P<acronym>\s*\([A-Z][A-Za-z-]{{1,9}}\))?")
_HINTS = (*_HEADS.split("|"), "State Agency", "National Agency", "Federal Agency")
_KINDS = re.compile(
    r"(?:[A-Z]+\s+)?(?:(?:National|Designated|Competent|Management|Scientific|Regional|Local|Central|Public|Supreme|Focal|Relevant|Administrative|Issuing|Lead|Responsible)\s+)+Authority|"
    r".*\b(?:Voluntary|Special|Trust|Revolving|General|Core|Reserve|Contributory|Multi-?[Dd]onor|Working\s+Capital|Pension)\s+Fund|.*\b(?:General|Total|Subtotal)\s+Service|"
    r".*\b(?:Summer|Winter|High|Primary|Secondary|Training|Middle|Field|Spring|Autumn)\s+School|.*\b(?:Line|Wage|Household|Opinion|Needs|User|Online|Baseline|Field|Stakeholder|Member)\s+Survey|"
    r"(?:(?:Advisory|Secretariat|Conference|Information|Web|Internet|Ecosystem|Early|Warning|Support|Help|Public|Civil|International|Data|Map|Feature)\s+)+Service|.*\b(?:Public|Land|Trustee|Interim)\s+Administration"
)
"""Kinds of institutions, moneys and inquiries, no names."""
_SURVEY = re.compile(r".*\b(?:Geological|Zoological|Botanical|Biological|Hydrographic|Topographic|Soil|Antarctic|Natural\s+History)\s+Survey")
_HALF = re.compile(r"\b[Tt]he\s+(?:[A-Z][\w-]*\s+){0,3}[A-Z][\w-]*,\s+(?:and\s+)?\Z")
_OWNER = re.compile(r"\w[’']s\s+(?=[A-Z])(?!College)")
_PAID_BY = re.compile(r"\b(?:(?:(?:co-?)?financed|funded|supported|hosted|led|provided|attended|administered|managed|organized|prepared|paid)\s+(?:\w+\s+)?by|with\s+(?:funding|support|grants?)\s+from)\s+(?:the\s+)?\Z")
"""A fund is named like what it pays for: it is somebody where it pays."""
_LETTERS = frozenset("abcdefghijklmnopqrstuvwxyz")
_OF_NAME = re.compile(
    rf"\b(?P<name>(?:{_NO_START}{_CAPITAL}\s+(?:(?:and|&)\s+)?){{0,4}}(?P<head>Department|Directorate|Authority|Inspectorate|Administration|(?:Geological|Zoological|Botanical|Hydrographic)\s+Survey|(?:National|State|Federal)\s+(?:Service|Agency)|Trust|School|Polytechnic)\s+(?P<joint>of|for|(?<=Agency\s)on)\s+(?:the\s+)?"
    rf"(?!Parties\b|Party\b|Conference\b|Commission\b|Committee\b)(?P<first>{_CAPITAL})(?:,?\s+(?:(?:and|&|of|for|the)\s+){{0,2}}{_CAPITAL}){{0,7}})"
)
_ANOTHER = re.compile(rf"(?:,?\s+and|,)\s+(?:the\s+)?(?=(?:Mr|Ms|Mrs|Dr|Prof)\b|(?:[A-Z][\w’'-]*\s+(?:(?:and|of|for)\s+(?:the\s+)?)?){{0,6}}(?:{_HEADS}|Ministry|Institut\w+|Universit\w+|Agency|Cent(?:re|er)|Council|Commission|Foundation|Bank|Organi[sz]ation|Society|Director\w*|Academy|Association)\b)")
"""Where the next institution of a list begins: "*, the* Rain Service"."""
_ENUMERATION = re.compile(rf"(?:\s+{_CAPITAL}){{0,3}}(?:,\s+{_CAPITAL}(?:\s+{_CAPITAL}){{0,2}}){{1,4}},?\s+(?:and|&)\s+(?:the\s+)?{_CAPITAL}(?:\s+(?:(?:of|for)\s+(?:the\s+)?)?{_CAPITAL}){{0,4}}")
"""Of ponds, soil and rain: one institution for all three."""
_OF_BEFORE = re.compile(r"\sof\s+(?:the\s+)?\Z")
_DANGLING = re.compile(r"[,\s]+(?:(?:and|of|for|the|&)\s*)*\Z|\s+(?:and|of|for|the|&)(?:\s+(?:and|of|for|the|&))*\s*\Z")
_PART = r"(?:Division|Branch|Unit|Department|Section|Bureau|Directorate|Service)"
_PART_OF = Headed(rf"\b(?P<name>(?:{_NO_START}{_CAPITAL},?\s+(?:(?:and|&|for|of)\s+(?:the\s+)?)?){{1,6}}{_PART}(?:\s+(?:of|for|on)\s+(?!the\b){_CAPITAL}(?:\s+(?:and\s+)?{_CAPITAL}){{0,4}})?)\s+(?:of|at|in)\s+(?:the\s+)?(?=[A-Z])", rf"{_PART}\s")
_PART_AFTER = re.compile(rf"(?:[’']s?)?\s+(?:{_CAPITAL},?\s+(?:(?:and|&|for)\s+)?){{1,5}}(?:{_PART}|(?:Coordinating|Coordination|Collaborating|Training|Research|Information|Data|Monitoring|Documentation|Resource)\s+Cent(?:re|er)|Observatory|Laboratory)\b")
_UNIT_OF = Headed(
    rf"\b(?P<name>(?:Bureau|Directorate-General|Directorate|Division|Department|Office)\s+(?:for|of|on)\s+(?!the\b){_CAPITAL}(?:,?\s+(?:(?:and|&)\s+)?{_CAPITAL}){{0,5}}?)\s+of\s+(?:the\s+)?(?=[A-Z])",
    r"(?:Bureau|Directorate-General|Directorate|Division|Department|Office)\s+(?:for|of|on)\s",
)
"""A part of an agency that is named by what it is for: "Bureau *for Ponds of* UNDP"."""
_HEADED = re.compile(r"\b(?:[Dd]irector|[Hh]ead|[Cc]hief|[Cc]oordinator|[Mm]anager|[Oo]fficer)(?:-General)?\s+(?:of|for|in|at)\s+(?:the\s+)?\Z")
"""Who heads a part has a function in the whole: "Director of the *Rain Division of UNEP*"."""
_STANDING = Headed(rf"\b[Tt]he\s+(?P<name>{_NO_START}{_CAPITAL}\s+(?:(?:and|&)\s+)?{_CAPITAL}(?:\s+(?:(?:and|&)\s+)?{_CAPITAL}){{0,2}}\s+(?:Unit|Branch|Division))\b(?!\s+(?:of|on|for|in)\b|\s+[A-Z(\d])", r"(?:Unit|Branch|Division)\b")
_WITH_ACRONYM = Headed(rf"\b[Tt]he\s+(?P<name>{_NO_START}{_CAPITAL}(?:\s+(?:(?:and|&)\s+)?{_CAPITAL}){{1,3}}\s+(?:Unit|Branch|Division|Section|Service))\s+\((?P<acronym>[A-Z]{{2,6}})\)", r"(?:Unit|Branch|Division|Section|Service)\s+\([A-Z]")
"""… or with its acronym: "the *Pond Advisory Unit* (PAU)"."""
_PROJECT = re.compile(r"\b(?:Project|Programme|Management|Coordination|Administrative|Conference|Training|Programmes)\s+(?:Unit|Branch|Division)\Z|\b(?:Carbon|Emission|Certified|Monetary|Removal|Reduction|Metric|Statistical)\b")
_FOREIGN = re.compile(
    r"\b(?P<name>(?:Instituto|Institut|Istituto|Centro|Centre|Agence|Agencia|Agenzia|Universit[éà]|Universidade?|Universität|Universitat|Minist[eè]r[ei]o?|Fundaci[óo]n|Fundação|Fondation|Comisi[óo]n|Comissão|Asociaci[óo]n|Associação|Association|"
    r"Soci[ée]t[ée]|Sociedade?|Secretar[íi]a|Secretaria|Autoridad|Consejo|Conselho|Conseil|R[ée]seau|Observatoire|Observatorio|Laboratoire|Laboratorio|[ÉE]cole|Escuela|Escola|Servicio|Serviço|Corporaci[óo]n|Direcci[óo]n|Direction|Office|Museo|Mus[ée]e|Bundesamt|"
    r"Bundesanstalt|Gesellschaft|Verband|Parque|Red)\s+"
    r"(?:[A-ZÀ-Ž][\w’'-]*\s+){0,3}(?P<small>(?:(?:de|del|des|du|da|do|das|dos|di|della|para|pour|por|für|der|la|las|los|el|le|les|lo|et|y|e|sur|en|em)\s+|[dl][’'](?=[A-ZÀ-Ž])){1,3})[A-ZÀ-Ž][\w’'-]*"
    r"(?:\s+(?:(?:de|del|des|du|da|do|das|dos|di|della|para|pour|por|für|der|la|las|los|el|le|les|lo|et|y|e|und|sur|en)\s+|[dl][’'](?=[A-ZÀ-Ž])){0,3}[A-ZÀ-Ž][\w’'-]*){0,8}(?:(?:,\s+[A-ZÀ-Ž][\w’'-]*(?:\s+[A-ZÀ-Ž][\w’'-]*)?){1,3}\s+(?:y|e|et)\s+[A-ZÀ-Ž][\w’'-]*(?:\s+[A-ZÀ-Ž][\w’'-]*)?)?)"
)
_FOREIGN_UNIVERSITY = re.compile(r"\b(?P<name>(?:Universit[éà]|Universidade?|Universität|Universitas)\s+[A-ZÀ-Ž][\w’'-]*(?:\s+[A-ZÀ-Ž][\w’'-]*){0,4})")
_OF_COUNTRY = re.compile(r"\s+(?:of|in)\s+(?:the\s+)?")
_FOREIGN_HINTS = (" de ", " del ", " des ", " du ", " da ", " do ", " di ", " d'", " d’", " l'", " l’", " para ", " pour ", " für ", "niversit", "niversidad")
_CENTRE = re.compile(r"\b(?:[Rr]egional|[Cc]oordinating|[Cc]ollaborating|[Ss]ubregional)\s+(?:and\s+[Cc]oordinating\s+)?[Cc]ent(?:re|er)\s+(?:in|at|for)\s+(?:the\s+)?(?P<place>[A-Z][\w’'-]*(?:\s+[A-Z][\w’'-]*){0,3}(?:\s+and\s+(?:the\s+)?(?:Caribbean|Pacific|(?:(?:Central|South|North|West|East)(?:ern)?[\s-](?:and\s+)?){0,2}(?:Africa|Asia|Europe|America)))?)")
_ACRONYM = re.compile(r"\s*\(([A-Z]{2,}(?:-[A-Z][\w-]*)?)\)")
_TREATY_CENTRE = re.compile(r"(?!The\b)(?:[A-Z][\w-]*\s+){1,3}Convention\s+\Z")
_MAY_STAND_IN_NAMES = frozenset({"Topic", "Goal", "State", "PolicyFramework", "Convention", "Meeting", "Event"})
_AGENCIES = ORGANIZATIONS - {"InterAgencyMechanism", "Secretariat"}
_NO_INSTITUTION = re.compile(r"\b(?:Article|Decision|Project|Session|Meeting|Report|Phase|Rule)\b")
_FEWEST = 2
"""So many words in capitals stand before "Trust" or "Service" in a name."""


def discover_institutions(board: Board) -> None:
    """Mint the institutions that the words around them make a name of, where no other name stands."""
    before = len(board.entities)
    for passage in _prose(board, *_HINTS, " Division", " Branch", " Unit", " Section", " Bureau"):
        _parts_of_organizations(board, passage)
    for passage in _prose(board, *_HINTS):
        match = _OF_NAME.search(board.text, *passage.span)
        while match:
            match = _OF_NAME.search(board.text, _of_something(board, match), passage.span.end)
        for match in _HEAD.finditer(board.text, *passage.span):
            _with_a_run(board, passage, match)
    for passage in _prose(board, *_FOREIGN_HINTS):
        for pattern in (_FOREIGN, _FOREIGN_UNIVERSITY):
            for match in pattern.finditer(board.text, *passage.span):
                country = _OF_COUNTRY.match(board.text, match.end("name"), passage.span.end)
                end = board.end_of_name_at(country.end()) if country and (e := board.starting_at(country.end())) and e.kind == "State" else -1
                _mint(board, Span(match.start("name"), max(match.end("name"), end)))
    _name_again(board, before)


def discover_centres(board: Board) -> None:
    """Mint the regional centres of treaties, each with its place."""
    before = len(board.entities)
    for passage in _prose(board, "egional C", "oordinating C", "ollaborating C"):
        for match in _CENTRE.finditer(board.text, *passage.span):
            _centre(board, passage, match)
    _name_again(board, before)


def _name_again(board: Board, before: int) -> None:
    """Find the acronyms of what was introduced since."""
    acronyms = {e.acronym: e.iri for e in list(board.entities.values())[before:] if e.acronym.isupper()}
    if acronyms:
        board.named_again({}, acronyms)


def _prose(board: Board, *words: str) -> Iterator[Passage]:
    return (passage for passage in board.saying(*words) if passage.kind not in {"heading", "header"})


def _with_a_run(board: Board, passage: Passage, match: re.Match[str]) -> None:
    """ "the *Kenya Pond Trust*", "FAO and *Chad Forest Service*" """
    run = _RUN.search(board.text, max(passage.span.start, match.start() - 110), match.start())
    if run is None:
        return
    start = max((where.end for where, entity in board.inside(Span(*run.span())) if entity.kind not in _MAY_STAND_IN_NAMES), default=run.start())
    owner = _OWNER.search(board.text, start, match.start())
    start = owner.end() if owner else start
    run = run if start == run.start() else _RUN.search(board.text, start, match.start())
    end = match.start("acronym") if match["acronym"] else match.end()
    words = board.text[run.start() : end] if run else ""
    name = " ".join(words.split())
    if run is None or (len(re.findall(rf"\b{_CAPITAL}", run[0])) < _FEWEST and not name.endswith(("College London", "Chamber of Commerce", "and Industry"))) or not _is_a_name(name, match["head"]) or _is_half(board, run.start()):
        return
    if match["head"] == "Fund" and not _PAID_BY.search(board.text, max(passage.span.start, run.start() - 40), run.start()):
        return
    _mint(board, Span(run.start(), end), (match["acronym"] or "").strip(" ()\n"))


def _is_a_name(name: str, head: str) -> bool:
    """Tell "Chad Pond Authority" from "Designated National Authority", and from words all in capitals."""
    return _LETTERS.intersection(name) != set() and not _KINDS.fullmatch(name) and (head != "Survey" or _SURVEY.fullmatch(name) is not None) and (head != "Chamber" or "Commerce" in name)


def _is_half(board: Board, start: int) -> bool:
    """Tell whether more of the name stands before: "the Soil, *Pond and Rain Service*", "sub-*Pond Service*"."""
    return board.text[max(0, start - 1) : start] in set("-‐‑/") or (_HALF.search(board.text, max(0, start - 40), start) is not None and not board.around(Span(max(0, start - 3), start - 1)))


def _of_something(board: Board, match: re.Match[str]) -> int:
    """Read "the *Department of Ponds of Chad*", "the *Department of Ponds, Soil and Rain*", and return where to go on."""
    span = Span(*match.span("name"))
    first = match.end("first") - span.start
    agents = [where.start - span.start for where, entity in board.inside(span) if entity.kind not in _MAY_STAND_IN_NAMES and where.start >= match.end("first")]
    words = span.of(board.text)[: min(agents, default=len(span.of(board.text)))]
    another = _ANOTHER.search(words, first)
    words = words[: another.start()] if another else words
    listed = _ENUMERATION.match(words, first) if "," in words else None
    named = [where.start for where, entity in board.inside(span) if entity.kind == "State" and not _OF_BEFORE.search(board.text, span.start + first, where.start)]
    if listed and not any(span.start + first <= at < span.start + listed.end() for at in named):
        words = words[: listed.end()]
    elif "," in words:
        words = words[: words.index(",")]
    words = _DANGLING.sub("", words)
    whole = Span(span.start, span.start + len(words))
    if whole.end >= match.end("first") and not _KINDS.fullmatch(board.text, span.start, match.end("head")):
        _mint(board, whole)
    return max(whole.end, match.end("first"))


def _parts_of_organizations(board: Board, passage: Passage) -> None:
    """ "the *Rain and Health Branch of UNEP*", "the *FAO Pond Division*", "the *Pond Advisory Unit*" """
    for match in _PART_OF.finditer(board.text, *passage.span):
        whole = next((where for where, entity in board.inside(Span(match.end(), min(passage.span.end, match.end() + 160))) if where.start == match.end() and _is_agency(entity)), None)
        if whole and not _HEADED.search(board.text, max(0, match.start() - 60), match.start()) and not _touched(board, Span(*match.span("name"))):
            bracket = re.match(r"\s*\([A-Z][\w-]{1,9}\)", board.text[whole.end : whole.end + 14])
            _put(board, Span(match.start("name"), whole.end + (bracket.end() if bracket else 0)))
    for match in _UNIT_OF.finditer(board.text, *passage.span):
        whole = next((where for where, entity in board.inside(Span(match.end(), min(passage.span.end, match.end() + 160))) if where.start == match.end() and _is_agency(entity)), None)
        if whole and not _HEADED.search(board.text, max(0, match.start() - 60), match.start()) and not _touched(board, Span(*match.span("name"))):
            _put(board, Span(match.start("name"), whole.end))
    for where, entity in board.inside(passage.span):
        part = _PART_AFTER.match(board.text, where.end, passage.span.end) if _is_agency(entity) else None
        if part and not _touched(board, Span(where.end, part.end())):
            _put(board, Span(where.start, part.end()))
    for match in (*_STANDING.finditer(board.text, *passage.span), *_WITH_ACRONYM.finditer(board.text, *passage.span)):
        acronym = match.groupdict().get("acronym", "")
        if not _PROJECT.search(match["name"]) and (not acronym or abbreviates(acronym, match["name"])):
            _mint(board, Span(*match.span("name")), acronym)


def _is_agency(entity: Entity) -> bool:
    return entity.kind in _AGENCIES


def _centre(board: Board, passage: Passage, match: re.Match[str]) -> None:
    """ "the *Basel Convention Regional Centre in Rome*": a treaty has one in each region."""
    before = _TREATY_CENTRE.search(board.text, max(passage.span.start, match.start() - 60), match.start())
    if before:
        country = board.end_of_name_at(match.start("place"))
        span = Span(before.start(), max(match.end(), country))
        acronym = _ACRONYM.match(board.text, span.end, passage.span.end)
        if not _touched(board, span):
            _put(board, span, acronym[1] if acronym and not board.knows(acronym[1]) else "")


def _touched(board: Board, span: Span) -> bool:
    return any(where.start < span.end and span.start < where.end and (not span.covers(where) or board.entities[iri].kind not in _MAY_STAND_IN_NAMES) for where, iri in board.around(span))


def _mint(board: Board, span: Span, acronym: str = "") -> None:
    if not _touched(board, span) and " " in span.of(board.text) and not _NO_INSTITUTION.search(span.of(board.text)):
        _put(board, span, acronym if acronym.isupper() and not board.knows(acronym) else "")


def _put(board: Board, span: Span, acronym: str = "") -> None:
    board.add(span, board.mint("Organization", " ".join(span.of(board.text).split()), span, acronym=acronym))
