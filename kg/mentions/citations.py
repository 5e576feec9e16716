"""Symbols of decisions and documents: `1/CP.21`, `XII/6`, `FCCC/SBI/2023/10`.

The body of a decision follows from its symbol where the symbol says it ("CP"), else from the
convention whose documents the text is among.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from kg.mentions.board import BODIES
from kg.mentions.lists import cited_in_lists
from kg.model import Doubt, Span
from kg.namespaces import slug

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.mentions.board import Board
    from kg.model import IRI, Entity

_DECISION = re.compile(
    r"(?<![\w/.-])(?:(?P<number>\d{1,3})/(?P<series>[A-Z]{2,4})\.(?P<session>\d{1,3})|(?P<special>SS|Ex|EM|IG)(?:[.-]\s?[IVXL]{1,6}|\.\d{1,2})/\d{1,3}[A-Z]?"
    r"|(?P<prefix>[A-Z]{2,4})(?:-|\.Ex-|\.)(?P<roman_free>(?:\d{1,2}|[IVXL]{1,8})/\d{1,3}(?:\.\d{1,2}(?!\d))?)"
    r"|(?P<roman>[IVXL]{1,6}/\d{1,3}[A-Z]?)|(?P<board>B\.(?:\d{1,2}(?:-\d{1,2})?|BM-\d{4})/\d{1,3})|(?P<platform>[A-Z]{3,6}-?/?\d{1,2}/\d{1,3}))(?![\w/-])"
)
_POINT = r"(?:[IVXL]{1,6}\.\d{1,2}|\d{1,2}\.\d{1,3})(?![\d.]*\d)(?:\s+\(Rev\.[^()\n]{1,20}\))?"
_POINTED = re.compile(rf"\b(?P<word>[Rr]esolutions?|[Dd]ecisions?)\s+(?P<list>(?:Conf\.\s?)?{_POINT}(?:(?:,\s+and\s+|,\s+|\s+and\s+|\s+to\s+)(?:Conf\.\s?)?{_POINT})*)")
"""Some conferences of parties number "Resolution VII.3", "Resolution Conf. 4.6" or "Decision 13.24", with a point for the slash."""
_POINTED_ITEM = re.compile(r"(?:Conf\.\s?)?(?:[IVXL]{1,6}|\d{1,2})\.\d{1,3}")
_WORD = re.compile(r"\b(?:[Dd]ecisions?|[Rr]esolutions?)\s+\Z")
_OF_THE = re.compile(r"\s+(?:of|adopted\s+by)\s+(?:the\s+)?")
_BEFORE_SYMBOL = 160
_ADOPTED_BY = re.compile(r"^\W*Resolutions?\s+adopted\s+by\b", re.IGNORECASE | re.MULTILINE)
_PLAIN = re.compile(r"\d{1,3}/\d{1,3}")
_DOCUMENT = re.compile(
    r"(?<![\w/.-])(?:(?:[A-Z]{1,6}|[A-Z]{7,10}(?=/[A-Z]{2,4}\d))(?:-[A-Z][A-Za-z]{2,12}(?=/(?:[A-Z]{2,6}/)?\d))?(?:/[A-Z0-9][A-Za-z0-9.-]*(?:\(\d{1,3}\))?)+|[A-Z]{2,5}\d{1,3}/[A-Z]{2,}/[A-Z0-9.]+|[A-Z]{2,6}\.[A-Z0-9]+(?:_[A-Z0-9]+)+)(?![\w/])"
)
_SPACED_DOCUMENT = re.compile(r"\b(?:[A-Z]{3,9}/(?:StC|ScC|TC|SC|AC|MOS|MOP|MoP|COP|CoP)\s?\d{1,2}\.\d{1,3}(?:\.\d{1,3})*|(?:(?<=Doc\.\s)|(?<=DOC\.\s))[A-Z]{2,4}\d{1,3}-\d{1,3}|(?:[A-Z][Oo]?[A-Z]|[A-Z]{2,6})\d{1,3}\s(?:Doc|DOC|Com|Inf|INF)\.\s?\d{1,3}(?:\.\d{1,3})*(?:,?\s(?:Rev|REV|Add|Corr)\.\s?\d{1,2}(?!\d))?|[A-Z]{2,6}(?:\([A-Z]+\))?/[A-Z]{2,6}\s[IW]G\.\s?\d{1,3}(?:/[A-Z]?[A-Za-z0-9.]*\w)+)")
_JOINED = re.compile(r"(?<=\d)-(?=[A-Z]{1,6}/)")
_SHORTEST_SYMBOL = 3
_LONGEST_OWNER = 60
_UNDER = frozenset({"governs", "establishedUnder", "serves"})
_TEXTS = frozenset({"DecisionText", "Resolution"})


def discover_citations(board: Board) -> None:
    """Put on the board the decisions and documents that are named by symbol."""
    home = board.home
    _lists(board, home)
    for match in _symbols(board, _DECISION):
        _decision(board, match, home)
    _heading_symbols(board, home)
    _pointed(board, home)
    for match in _symbols(board, _DOCUMENT):
        _document(board, match)
    for passage in board.saying("Doc.", "DOC.", " Com.", " Inf.", " INF.", " IG.", " WG.", "/StC ", "/ScC ", "/TC ", "/SC ", "/AC ", "/MOS ", "/MOP ", "/MoP ", "/COP ", "/CoP "):
        for match in _SPACED_DOCUMENT.finditer(board.text, passage.span.start, passage.span.end):
            _publish(board, " ".join(match[0].split()), Span(*match.span()))


def _lists(board: Board, home: Entity | None) -> None:
    """Put the symbols of lists on the board; one that a document has named with its body is that body's everywhere in it."""
    cited = list(cited_in_lists(board))
    owners: dict[tuple[str, str], set[Entity]] = defaultdict(set)
    for item in cited:
        if item.body:
            owners[item.kind, item.symbol].add(item.body)
    for item in cited:
        known = owners[item.kind, item.symbol]
        body = item.body or (next(iter(known)) if len(known) == 1 and not item.foreign else None)
        body = _cop_of(board, body) if body and body.kind == "Convention" else body
        if item.kind == "Resolution" and body:
            span = Span(item.start, item.span.end)
            if not any(where.covers(item.span) for where, _ in board.inside_or_around(item.span)):
                _mint_resolution(board, span, item.symbol, body)
        elif body or item.kind == "Resolution" or item.foreign:
            _add(board, item.span, item.symbol, body, _governed(board, body), owner=_owner(body) if body else "", word=item.kind)
        else:
            _add(board, item.span, item.symbol, _cop_of(board, home) if item.kind == "Decision" else None, home, word=item.kind)


def _governed(board: Board, body: Entity | None) -> Entity | None:
    """Return the convention under whose name the decisions of a conference of its parties are known."""
    links = body.links if body and body.kind == "ConferenceOfTheParties" else ()
    return next((board.entities[target] for name, target in links if name == "governs" and target in board.entities), None)


def _mint_resolution(board: Board, span: Span, symbol: str, body: Entity) -> None:
    label = f"{body.label.removeprefix('United Nations ')} resolution {symbol}"
    tail = slug(f"{body.acronym or body.label} {symbol}")
    board.add(span, board.mint("Resolution", label, span, tail=tail, links=(("adoptedBy", body.iri),)))


def _prints_resolutions(board: Board) -> bool:
    """Tell a document whose header says "Resolution adopted by the General Assembly": its heading "31/108." is the symbol of one."""
    header = next((p.span.of(board.text) for p in board.passages if p.kind == "header"), "")
    return bool(_ADOPTED_BY.search(header))


def _in_passages(board: Board, pattern: re.Pattern[str], *words: str) -> Iterator[re.Match[str]]:
    """Yield the matches of a pattern in the passages that hold one of some words."""
    for passage in board.saying(*words):
        yield from pattern.finditer(board.text, passage.span.start, passage.span.end)


def _body_near(board: Board, span: Span, word: re.Match[str] | None = None) -> Entity | None:
    """Return the body of "Ramsar Resolution XI.7" or "Decision 13.24 of the Conference of the Parties to CITES"."""
    kinds = BODIES | {"Convention"}
    start = word.start() if word else span.start
    before = [e for w, e in board.inside(Span(max(0, start - _BEFORE_SYMBOL), start), kinds) if not board.text[w.end : start].strip(" ’'s\n")]
    of = _OF_THE.match(board.text, span.end)
    after = board.starting_at(of.end()) if of else None
    found = before[-1] if before else after if after and after.kind in kinds else None
    return _cop_of(board, found) if found and found.kind == "Convention" else found


def _pointed(board: Board, home: Entity | None) -> None:
    """Read "Resolutions VII.3 and VIII.45", "Resolution Conf. 4.6 (Rev. CoP18)"."""
    for match in _in_passages(board, _POINTED, "resolution", "decision"):
        body = _body_near(board, Span(*match.span())) or (_of_series(board, "Conf") if "Conf." in match["list"] else None) or _cop_of(board, home)
        if body is None and match["word"].islower():
            continue
        word = "Resolution" if match["word"].lower().startswith("r") else "Decision"
        for part in _POINTED_ITEM.finditer(match["list"]):
            span = Span(match.start("list") + part.start(), match.start("list") + part.end())
            _add(board, span, part[0], body, None, owner=(body.acronym or body.label) if body else "", word=word)


def _symbols(board: Board, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
    """Yield the matches of a pattern in the words that may be symbols."""
    for word in board.symbols:
        yield from pattern.finditer(board.text, *word)


def _heading_symbols(board: Board, home: Entity | None) -> None:
    """Read a heading "76/300." by the body line below it, or by the symbol in the header."""
    for section in board.document.sections:
        if section.kind != "decision" or any(e.kind in _TEXTS for _, e in board.inside(section.heading)):
            continue
        symbol = section.number.removeprefix("Resolution ")
        span = Span(section.heading.start, section.heading.start + len(symbol))
        known = next((e for e in board.entities.values() if e.kind == "Resolution" and e.iri.endswith(slug(f" {symbol}"))), None)
        if board.text[span.start : span.end] != symbol:
            continue
        if known:
            board.add(span, known.iri)
        else:
            body = next((e for p in board.passages if p.kind == "chapeau" and p.span.start > span.start for _, e in board.inside(p.span, BODIES)), None)
            body = (_of_series(board, "Conf") if symbol.startswith("Conf.") else None) or body or _cop_of(board, home)
            if body and _PLAIN.fullmatch(symbol) and _prints_resolutions(board):
                _mint_resolution(board, span, symbol, body)
                continue
            owner = (body.acronym or body.label) if body and _POINTED_ITEM.match(symbol) else ""
            mine = bool(home) and body is not None and body == _cop_of(board, home) and bool(_PLAIN.fullmatch(symbol))
            _add(board, span, symbol, body, home if mine else None, owner=owner or (_owner(body) if body and _PLAIN.fullmatch(symbol) and not mine else ""))

_SERIES = re.compile(r"\b\d{1,3}/(?P<series>[A-Z]{2,4})\.\d{1,3}\b")


def home_convention(board: Board) -> Entity | None:
    """Return the convention whose symbols the document prints most, or None."""
    found: Counter[str] = Counter()
    prefixes = board.gazetteer.conventions_by_series
    for match in _symbols(board, _DOCUMENT):
        hits = [prefix for prefix in prefixes if match[0].startswith(prefix) and match[0][len(prefix) :][:1] in {"/", "."}]
        if hits:
            found[max(hits, key=len)] += 1
    printed: Counter[IRI] = Counter()
    for prefix, count in found.items():
        printed[prefixes[prefix].iri] += count
    most = [iri for iri, count in printed.items() if count == max(printed.values())]
    if printed:
        return board.entities[most[0]] if len(most) == 1 else None
    return _home_by_series(board) or _named_most(board) if _is_anonymous(board) else None


def _home_by_series(board: Board) -> Entity | None:
    """Return the convention whose conference numbers its decisions as the headings of a document do: "Decision 3/CP.30"."""
    series = {m["series"] for s in board.document.sections if s.kind == "decision" for m in _SERIES.finditer(f"{s.number} {s.title}")}
    bodies = [e for e in board.gazetteer.entities if series & set(e.series) and e.kind == "ConferenceOfTheParties" and "serving as" not in e.label]
    return board.entities.get(next((target for name, target in bodies[0].links if name == "governs"), "")) if len(bodies) == 1 else None


def _is_anonymous(board: Board) -> bool:
    """Tell whether decisions stand in a document whose body lines, if any, do not say in full which body decides."""
    actions = {s.id for s in board.document.sections if s.kind.endswith("-actions")}
    lines = [p for p in board.passages if p.kind == "chapeau" and p.section not in actions]
    decided = board.document.family == "decisions" and (bool(lines) or any(s.kind == "decision" for s in board.document.sections))
    return decided and not any(board.inside(p.span, BODIES) for p in lines)


def _named_most(board: Board) -> Entity | None:
    """Return the convention that is named, with its bodies, at least twice as often as any other."""
    found: Counter[IRI] = Counter()
    for _, iri in board.in_order():
        entity = board.entities[iri]
        meant = [iri] if entity.kind == "Convention" else [other for name, other in entity.links if name in _UNDER]
        whole = [board.entities[other] for name, other in entity.links if name == "partOf" and other in board.entities]
        meant += [other for body in whole for name, other in body.links if name in _UNDER]
        conventions = {other for other in meant if other in board.entities and board.entities[other].kind == "Convention"}
        found.update(conventions if len(conventions) == 1 else ())
    (first, count), (_, second) = [*sorted(found.items(), key=lambda pair: (-pair[1], pair[0])), ("", 0), ("", 0)][:2]
    return board.entities[first] if first and count >= 2 * second else None


def _cop_of(board: Board, convention: Entity | None) -> Entity | None:
    if convention is None:
        return None
    bodies = [e for e in board.gazetteer.entities if e.kind == "ConferenceOfTheParties" and ("governs", convention.iri) in e.links]
    return bodies[0] if bodies else None


def _decision(board: Board, match: re.Match[str], home: Entity | None) -> None:
    """Put a decision on the board whose symbol says whose it is, or that follows the word for one."""
    span = Span(*match.span())
    series = match["series"] or match["prefix"]
    word = _WORD.search(board.text, max(0, span.start - 24), span.start)
    if match["special"]:
        _special(board, match, span)
    elif series:
        dotted = match["prefix"] and match[0].startswith(f"{series}.") and ".Ex-" not in match[0]  # "CP.12/3" is no "CP-12/3", and no "3/CP.12"
        forms = (f"{series}.",) if dotted else (f"{series}-", series) if match["prefix"] else (series,)
        body = next((e for form in forms for e in board.gazetteer.entities if form in e.series), None)
        if body or word or match["series"]:
            _add(board, span, match[0], body, None)
    elif match["roman"]:
        _add(board, span, match[0], _cop_of(board, home), home)
    elif match["board"]:
        body = _body_near(board, span, word) or _board_here(board, span)
        _add(board, span, match[0], body, None, owner=(body.acronym or body.label) if body else "")
    elif word or "/" not in match["platform"].rpartition("/")[0]:
        name = re.match(r"[A-Z]+", match["platform"])
        owners = [e for e in board.gazetteer.entities if name and (name[0] in e.series or name[0] in e.exact)]
        body = next((e for e in owners if e.series), next(iter(owners), None))
        if body or word:
            _add(board, span, match[0], body, None)


def _board_here(board: Board, span: Span) -> Entity | None:
    """Return the only board that a paragraph names: boards of funds number "B.08/24"."""
    passage = board.passage_at(span)
    boards = {e.iri: e for _, e in board.inside(passage.span, BODIES) if "Board" in e.label.split()} if passage else {}
    return next(iter(boards.values())) if len(boards) == 1 else None


def _of_series(board: Board, series: str) -> Entity | None:
    return next((e for e in board.gazetteer.entities if series in e.series), None)


def _special(board: Board, match: re.Match[str], span: Span) -> None:
    """Read "SS.VII/1", "Ex.III/1", "IG.22/4": decisions of special sessions and extraordinary meetings have the letters of one body."""
    body = _of_series(board, match["special"])
    if body:
        _add(board, span, match[0], body, None, owner=_owner(_governed(board, body) or body))


def _owner(entity: Entity) -> str:
    """Return what stands before a number to tell whose decision it is."""
    return entity.acronym or entity.iri.rpartition("/")[2]


def _add(board: Board, span: Span, symbol: str, body: Entity | None, convention: Entity | None, *, owner: str = "", word: str = "") -> None:
    """Put a decision on the board; one whose body nobody can tell is a node of this document only, and a doubt."""
    passage = board.passage_at(span)
    if passage is None or any(where.covers(span) for where, _ in board.inside_or_around(span)):
        return
    said = _said_before(board, symbol) if not owner and _PLAIN.fullmatch(symbol) else ""
    if said:
        board.add(span, said)
        return
    if body is None and convention is None and not re.search(r"/[A-Z]+\.", symbol):
        board.doubts.append(Doubt(f"Decision '{symbol}': of which body?", passage.number))
        owner = board.document.slug
    word = word or ("Resolution" if re.search(r"[Rr]esolutions?\s+\Z", board.text[max(0, span.start - 14) : span.start]) else "Decision")
    whose = (convention.acronym or convention.iri.rpartition("/")[2]) if convention else owner[:_LONGEST_OWNER]
    tail = slug(f"{whose} {word.lower() if word != 'Decision' else ''} {symbol}")
    links = (("adoptedBy", body.iri),) if body else ()
    board.add(span, board.mint("DecisionText", f"{word} {symbol}", span, tail=tail, links=links))


def _said_before(board: Board, symbol: str) -> IRI:
    """Return the decision of that number whose body the document has named before, if there is but one."""
    same = {e.iri for e in board.introduced if e.kind == "DecisionText" and e.evidence and e.links and e.label.endswith(f" {symbol}")}
    return same.pop() if len(same) == 1 else ""


def _document(board: Board, match: re.Match[str]) -> None:
    """Put a document on the board; "E/2015/42-E/CN.18/2015/14" is one under two symbols."""
    start = match.start()
    for symbol in _JOINED.split(match[0]):
        _publication(board, symbol.rstrip(".-"), start)
        start += len(symbol) + 1


def _publication(board: Board, symbol: str, start: int) -> None:
    span = Span(start, start + len(symbol))
    parts = re.split(r"[/._]", symbol)
    if len(parts) < _SHORTEST_SYMBOL or not any(c.isdigit() for c in symbol):
        return
    _publish(board, symbol, span)


def _publish(board: Board, symbol: str, span: Span) -> None:
    if not any(where.covers(span) for where, _ in board.inside_or_around(span)):
        iri: IRI = board.mint("Publication", symbol, span, tail=slug(symbol))
        board.add(span, iri)
