"""Who is named in a list of those who took part, and who only stands beside them: "Ms. A (FAO), Mr. B, Minister of Ponds of Chad, and WHO"."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kg.extract.reading import AGENTS
from kg.extract.unlisted import unlisted
from kg.model import Participation, Role, Span
from kg.text import FUNCTION

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.extract.reading import Reading
    from kg.model import IRI, Entity, Passage

_DELEGATES = (
    r"(?:(?:[\w-]+\s+){0,3}(?:[Rr]epresentatives?|[Dd]elegat(?:es?|ions?)|[Oo]bservers?|[Ee]xperts?|[Oo]fficials?|[Pp]articipants?|[Ss]peakers?|[Pp]anell?ists?|[Ss]taff(?:\s+members)?|[Cc]olleagues|[Ss]cientists|"
    r"[Ss]pecialists|[Rr]esearchers|[Pp]ractitioners|[Pp]olicy-?makers|[Rr]esource\s+[Pp]ersons?|[Nn]egotiators|[Aa]cademics|[Ll]awyers|[Ee]ngineers|[Dd]iplomats|[Tt]rainers|[Pp]arliamentarians|[Ee]nvoys|[Ff]ocal\s+[Pp]oints?|[Mm]inisters|[Pp]rincipals|[Hh]eads(?:\s+of\s+(?:the\s+)?[Ss]ecretariats?)?|(?:[Dd]eputy\s+|[Aa]ssistant\s+)?(?:[Ee]xecutive\s+(?:[Ss]ecretaries|[Dd]irectors|[Hh]eads)|[Ss]ecretaries[- ][Gg]eneral|[Dd]irectors[- ][Gg]eneral)|[Ss]ecretariats?|"
    r"(?:[Cc]ouncil|[Bb]oard|[Cc]ommittee|[Bb]ureau)\s+[Mm]embers?|[Mm]embers?(?=\s+(?:from|for|representing)\b))(?:\s+or\s+their\s+representatives)?)"
)
_KIND = (
    r"(?:(?:[\w-]+,?\s+){0,8}(?:[Oo]rgani[sz]ations?|[Aa]genc(?:y|ies)|[Ee]ntit(?:y|ies)|[Bb]od(?:y|ies)|[Pp]art(?:y|ies)|[Nn]on-[Pp]arties|[Ss]tates|[Cc]ountr(?:y|ies)|[Gg]overnments|[Oo]bservers?|[Ss]ecretariats?|[Cc]onventions|"
    r"[Aa]greements|[Pp]rogrammes|[Pp]artners|[Mm]embers|[Ii]nstitut(?:es|ions)|[Cc]ent(?:re|er)s|[Nn]etworks|[Uu]niversities|[Ff]unds|[Bb]anks|[Cc]ommissions|[Gg]roups),?:?\s+)"
)
_JOIN = (
    r"(?:(?:respectively|(?:one|another|some|\d+|two|three|four|five|six|seven|eight|nine|ten)(?=\s+(?:(?:spoke|speaking)\s+)?on\s+behalf)|spoke(?=\s+on\s+behalf)|also|both|as\s+well\s+as|but\s+also|including|namely|notably|by|from|for|of|on\s+behalf\s+of|speaking\s+(?:for|on\s+behalf\s+of)|among\s+(?:them|others|which|these|whom)|inter\s+alia|such\s+as|in\s+particular|"
    r"(?:were|was|are|those|did)(?:\s+(?:of|from|also))?|(?:(?:together|along|jointly|alongside)\s+)?with|one\s+each\s+from)\b,?\s*)"
)
_MARK = r"\s*(?:[-–•*]\s*|\(?[a-z\d]{1,3}\)\s*|\d+[.)]\s*)?"
_BEFORE_AGENT = re.compile(
    rf"{_MARK}{_JOIN}{{0,4}}(?:[Tt]he\s+|an?\s+)?(?:{_DELEGATES}\s+(?:of|from|for|representing|(?:nominated|designated|appointed|sent)\s+by)\s+(?:the\s+)?|(?:[\w-]+\s+){{0,5}}[a-z-]{{3,}}s\s+from\s+(?:the\s+)?)?(?:following\s+)?{_KIND}?(?:(?:speaking\s+)?on\s+behalf\s+of\s+)?(?:[Tt]he\s+)?(?:[Gg]overnments?\s+of\s+(?:the\s+)?)?(?:(?:[A-Z][\w’']+\s+)?(?:[Rr]epublic|Kingdom|State)\s+of\s+(?:the\s+)?)?"
)
"""What may stand between a comma, or "and", and the name of who took part …"""
_TITLES = r"(?:(?:H\.\s?E\.|Mr|Ms|Mrs|Dr|Prof|Messrs|Sir|Her|His|Excellency|Ambassador|Professor|Minister|Sheikh)\.?\s+)*"
_BEFORE_PERSON = re.compile(
    rf"{_MARK}{_JOIN}{{0,4}}(?:(?:[Tt]he|[Ii]ts|[Tt]heir|his|her|an?)\s+)?(?:{_DELEGATES},?\s+)?(?:(?:of|from|for)\s+(?:the\s+)?)?(?:following\s+)?(?:(?:[A-Z][\w’'/-]*|of|for|the|to|on)\s+){{0,14}}{_TITLES}"
)
"""… and the name of a person, with an office that stands before it."""
_PART_OF = re.compile(rf"{_JOIN}{{0,4}}(?:the\s+)?(?:(?:[A-Z][\w’'/-]*|of|for|the|on)\s+){{2,12}}")
"""The *Advisory Board of the* FAO is not FAO, and what follows goes on with the list."""
_KINDS_OF = re.compile(r"(?:\b(?!and,|as\s+an?\b)[a-z][\w -]{2,60},\s+){2}(?:and\s+)?(?:the\s+)?\Z")
"""Kinds of people, not names: "business, farmers, *Indigenous Peoples*"."""
_SENT_BY = re.compile(r"\b(?:nominated|designated|appointed|sent)\s+by\b")
"""A state is there with the experts that it names; an agency that names some is not."""
_CUT = re.compile(r"[,;:]\s|\(|\n|\b(?:and|or)\s")
_JOINER = re.compile(r"(?:\s*\([^()]{1,120}\))?\s*(?:[,;]\s*(?:and\s+|as\s+well\s+as\s+)?|,?\s*\band\s+|\s*&\s*|/|\n)\s*(?:[-–•]\s*)?(?:(?:of|from|by)\s+)?(?:the\s+)?" + _TITLES)
_FUNCTIONS = (
    rf"(?:{FUNCTION}|(?:(?:Prime|Vice|Deputy|State)[- ])?Ministers?|(?:Co-|Vice-|Deputy\s+)?(?:President|Chair)\w*|Rapporteurs?|Ambassador|Under-Secretary|Commissioner|Mayor|Governor|Officer|Professor|Advis[eo]r|Senator|"
    r"Member|Representative|Counsellor|Manager|Facilitator|Negotiator|Delegate|Envoy|Dean|Scientist)"
)
_SOMEBODY = re.compile(rf"\b{_FUNCTIONS}\b")
_AS_OFFICE_OF = re.compile(r"(?<!well )\bas\s+(?:(?:the|its|an?)\s+)?(?:(?:[Cc]o-|[Vv]ice-)?[Cc]hair(?:person|man|woman)?|(?:[a-z-]+\s+)?[Ff]ocal\s+[Pp]oint|(?:[a-z-]+\s+)?[Cc]oordinator|(?:lead|host|convening)\s+(?:agency|organi[sz]ation|entity)|[Ss]ecretariat|[Hh]ost|[Ll]ead|[Hh]ead|[Rr]apporteur|[Dd]epositary)\s+(?:of|for|to)\s+(?:the\s+)?\Z")
"""Ms. A, *as focal point of* the Pond Network: what it is that she or an agency serves."""
_WITH_OFFICE = re.compile(rf",\s+(?:the\s+)?{_FUNCTIONS}\b")
"""Mr. A, Chad*, Chair of the Committee*: his country."""
_BRACKET = re.compile(r"\s*\((?P<printed>[^()]{2,120})\)")
_OF = re.compile(r",?\s+(?:of|from|representing|on\s+behalf\s+of|for)\s+(?:the\s+)?")
_FOR = re.compile(r"\b(?:representing|behalf)\b")
_UNKNOWN = r"(?:(?:,|,?\s+and)\s+(?:the\s+)?[A-Z][\w’'&/-]*(?:\s+(?:(?:of|for|and|the|on|in)\s+)*[A-Z][\w’'&/-]*){0,9}(?:\s+(?:constituency|region|group|delegation|office|secretariat|cooperation|network|initiative|team))?(?:\s*\([^()]{1,60}\))?)"
"""A name in capitals that nobody knows, in the middle of a list."""
_WHERE = re.compile(rf"{_OF.pattern}|,\s+(?:the\s+)?")
_COMMA = re.compile(r",\s+(?:the\s+)?")
_LINE_END = re.compile(r"(?:\s*\([^()\n]{2,20}\))?[.,]?[ \t]*(?:;|\n|\Z)")
_SEPARATOR = re.compile(r";|\n\s*(?:[-–•*]|\(?[a-z\d]{1,3}[).])\s")
_OF_A_KIND = (
    r"(?:(?:(?:an?|the|number|of|several|other|various|some|many|few|range|two|three|four|five|six|seven|eight|nine|ten|\d+|non-governmental|intergovernmental|international|regional|national|civil|society|United|Nations|research|academic|relevant|observer|member)\s+){0,8}"
    r"(?:organi[sz]ations|agencies|bodies|entities|countries|states|States|parties|Parties|observers|partners|sponsors|institutions|groups|secretariats|NGOs|IGOs)\s*\()"
)
"""… and a number of *organizations (*A, B)."""
_LINK = re.compile(rf"(?:\s+and\s+its\s+[Mm]ember\s+States)?(?:\s*\([^()]*\))?(?:\s+(?:of|from)\s[^,;:]{{2,100}})?(?:,[^;:]{{0,30}}\b{_FUNCTIONS}\b[^;:]{{0,160}})?{_UNKNOWN}{{0,6}}\s*(?:[,;:]|,?\s*(?:and|or))?\s*{_OF_A_KIND}?")
_WHOLE = re.compile(r"[’']?\s*(?:\([^()]*\)\s*)?(?:[,;:.]|\)(?!\s*[a-z]+ariat\b)|\n|(?:and|or|as|on|for|which|who|to|in|at|via|through|during)\b|\Z)")
"""A name that goes on is another's: "*UNFCCC* NGO constituencies", "the *GCOS* secretariat"."""
_OTHERS = re.compile(r"\s+(?:and|or)\s+other\b")
_WORKS = re.compile(rf"[^;:]{{0,200}}\b{_FUNCTIONS}\b[^,;:]{{0,100}},\s+(?:the\s+)?")
"""Ms. A, Head of Soil, *Pond Agency*: where she is that; "and" begins who comes next."""
_NEXT_ITEM = re.compile(r"(?:[^\n]{0,160}:|\)?[;,.]?(?:\s+and)?)\s*\n\s*\(?[a-z]{1,3}\)\s+(?:[Tt]he\s+)?")
_FAR = re.compile(r"[;:.]?\s*\n\s*\(?[a-z]{1,3}\)\s|(?:[^()]|\([^()]*\)){200}", re.DOTALL)
"""Too far for a list, or in another item."""
_REACHES = re.compile(_UNKNOWN.join((r"(?:,?\s+(?:and|among)\s+(?:[a-z]+\s+)?others)?\)?(?:[’']s?)?(?:\s*\([^()]{1,160}\))?(?:\s+(?:representatives?|delegat(?:es|ions?)|observers?|experts?|officials|staff)\b)?", r"{0,6}(?P<more>,?\s+(?:and|as\s+well\s+as)\s+(?:(?:its|their)\s+[Mm]ember\s+States|[a-z\d][\w’'-]*(?:\s+[a-z\d][\w’'-]*){0,10}(?:\s*\([^()]{1,60}\))?))?(?:,\s+(?:as|in\s+(?:its|their)\s+capacity|represented\s+by|(?:co-)?(?:led|headed|accompanied)\s+by|(?:speaking\s+|also\s+)?on\s+behalf\s+of|which|who|all|among\s+others|inter\s+alia|together\s+with)\b[^;:]{0,160},?|,)?(?:,?\s+(?:who|which)(?:\s+had)?)?\s*")))
_DONE_BY = re.compile(r"\b(?:was|were|is|are|been)\s+(?:\w+ly\s+)?\w+(?:ed|en|ld|ght)\s+(?:\w+\s+)?by\b")
_OFFICE = re.compile(r"(?:\s*\([^()]{1,160}\))?,\s+[^;:]{3,160}")
_LISTING = re.compile(r"\b(?:countries|organizations|agencies|entities|parties|secretariats|bodies|partners|sponsors|members|observers|conventions|agreements|states|Africa|Asia|Europe|Oceania|Americas?|Caribbean|Pacific)\s*\(\Z")
"""A bracket that says who they are: "two countries (Chad and Fiji)", "the representatives of Asia (Fiji)"."""
_LISTED = frozenset({"Person", "State", "TreatyMechanism", "GoverningBody", "Convention"}) | AGENTS
_SERVED = frozenset({"Organization", "PartnerOrganization", "InterAgencyMechanism", "TreatyMechanism"})
_SECRETARIAT_OF = re.compile(r"\b[Ss]ecretariat\s+(?:of|for|to)\s+(?:the\s+)?\Z")
_SHORT_TREATY = re.compile(r"(?:Convention|Treaty|Protocol|Agreement)s?")
"""A treaty in short is spoken of, and does not come; "Parties to *the Pond Convention*" are not it."""
_OF_PARTIES = re.compile(r"ocal\s+[Pp]oints?|xperts?|articipants|eleg|inisters|embers?|cientists|artners|artie?s|tates|ountries")


@dataclass(frozen=True, slots=True)
class Attendee:
    """Who is named, what is printed of whom a person is for, where that ends; `linked` to the one before in one list."""

    where: Span
    entity: Entity
    end: int
    linked: bool
    printed: str = ""
    of: IRI | None = None


def attendees(reading: Reading, words: Span) -> list[Attendee]:
    """Return who is named in some words as one of a list: not who is only spoken of, nor for whom a person works."""
    found: list[Attendee] = []
    said, position, someone, apart = True, words.start, 0, -1
    for where, entity in _outermost(reading, words):
        if where.start < position:
            continue
        last = found[-1] if found else None
        if entity.kind != "Person" and last is None and someone == position and _OF.fullmatch(reading.text, position, where.start):
            position = apart = where.end  # "it was chaired by Ms. A of *FAO*, and WHO took part"
            continue
        someone = where.end * (entity.kind == "Person")
        cuts = [m.end() for m in _CUT.finditer(reading.text, position, where.start)]
        segment = Span(cuts[-1] if cuts else position, where.start)
        if entity.kind != "Person" and (_is_beside(reading, last, segment, entity) or _is_apposed(reading, last, where, words)):
            end = where.end + (reading.text[where.end : where.end + 1] == ")")
            of = _WHERE.fullmatch(reading.text, last.end, where.start) if last and last.entity.kind == "Person" else None
            if last and of:
                found[-1] = replace(last, end=end, printed=last.printed or " ".join(where.of(reading.text).split()), of=last.of or entity.iri)
                found += [Attendee(where, entity, end, linked=True)] if _FOR.search(of[0]) and _WHOLE.match(reading.text, end, words.end) else []
            position = end
            continue
        if _FAR.search(reading.text, position, where.start) and not _NEXT_ITEM.fullmatch(reading.text, position, where.start):
            break
        joined = words.start < position != apart and _JOINER.fullmatch(reading.text, position, where.start) is not None
        if entity.kind != "Person" and not joined and _WORKS.fullmatch(reading.text, position, where.start):
            said, position = False, where.end
            continue
        fits = said if joined else (_BEFORE_PERSON if entity.kind == "Person" else _BEFORE_AGENT).fullmatch(reading.text, *segment) is not None
        said = fits or (said and _PART_OF.fullmatch(reading.text, *segment) is not None)
        if not joined and (_KINDS_OF.search(reading.text, position, where.start) or (entity.kind != "State" and _SENT_BY.search(reading.text, *segment))):
            fits = said = False
        fits = fits and (joined or not _goes_on(reading.text, words.start, position, where.start))
        position = where.end
        if fits and (entity.kind == "Person" or _is_whole(reading, where, entity, words)):
            linked = last is not None and (joined or _LINK.fullmatch(reading.text, last.end, segment.start) is not None)
            found.append(_attendee(reading, where, entity, words, linked=linked))
            position = found[-1].end
    return _with_shared(reading, found)


def _goes_on(text: str, start: int, position: int, at: int) -> bool:
    """Tell "WWF *Mongolia*": what stands right after a name is part of another one."""
    return position > start and not text[position:at].strip() and text[position - 1].isalnum()


def _outermost(reading: Reading, words: Span) -> list[tuple[Span, Entity]]:
    """Return persons, agents and states; of names that stand in others the whole, and not the states of a group: "the Pond Group (*Chad, Fiji*)"."""
    named = reading.named(words, _LISTED)
    whole = [(w, e) for w, e in named if not any(other != w and other.covers(w) for other, _ in named)]
    groups = [bracket for w, e in whole if e.kind in AGENTS and (bracket := _BRACKET.match(reading.text, w.end, words.end))]
    whole = [(w, e) for w, e in whole if e.kind != "State" or not any(bracket.start() < w.start < bracket.end() for bracket in groups)]
    return list(_acting(reading, words, whole)) if any(e.kind == "Convention" for _, e in whole) else whole


def _acting(reading: Reading, words: Span, named: list[tuple[Span, Entity]]) -> Iterator[tuple[Span, Entity]]:
    """Yield for a treaty its secretariat, where it comes itself: not "Parties to *the Pond Convention* and *the Rain Treaty*"."""
    position, spoken = words.start, -1
    secretariats = {w for w, e in named if e.kind == "Secretariat"}
    for where, entity in named:
        if entity.kind == "Convention" and where in secretariats:
            continue
        if entity.kind == "Convention":
            cuts = [m.end() for m in _CUT.finditer(reading.text, position, where.start)]
            before = Span(cuts[-1] if cuts else position, where.start)
            joined = position > words.start and _JOINER.fullmatch(reading.text, position, where.start)
            again = spoken >= 0 and _JOINER.fullmatch(reading.text, spoken, where.start)
            meant = reading.secretariat_of(entity.iri) if not _SHORT_TREATY.fullmatch(where.of(reading.text)) else None
            if meant and not again and not _OF_PARTIES.search(reading.text, *before) and (joined or _BEFORE_AGENT.fullmatch(reading.text, *before)):
                yield where, meant
            else:
                spoken = where.end
                continue
        else:
            yield where, entity
        position = where.end


def _is_beside(reading: Reading, last: Attendee | None, segment: Span, entity: Entity) -> bool:
    """Tell "Mr. A (*FAO*)", "Mr. A of *FAO*", "Mr. A, Minister of *Chad*": for whom a person is; and the acronym after a name."""
    if reading.text[segment.end - 1] == "(" and last and last.entity.iri == entity.iri:
        return True
    if (reading.text[segment.end - 1] == "(" and not _LISTING.search(reading.text, max(0, segment.end - 40), segment.end)) or _SOMEBODY.search(reading.text, *segment):
        return True
    if last is not None and _AS_OFFICE_OF.search(reading.text, last.end, segment.end):
        return True
    return last is not None and last.entity.kind == "Person" and _OF.fullmatch(reading.text, last.end, segment.end) is not None


def _is_apposed(reading: Reading, last: Attendee | None, where: Span, words: Span) -> bool:
    """Tell "Mr. A, *FAO*" on a line of its own, or before a semicolon, in a list of persons."""
    if last is None or last.entity.kind != "Person" or last.printed or not _COMMA.fullmatch(reading.text, last.end, where.start):
        return False
    if (named := reading.at(where.start, where.end, {"State"})) and named[0] == where and _WITH_OFFICE.match(reading.text, where.end, words.end):
        return True
    return _LINE_END.match(reading.text, where.end, words.end) is not None and _SEPARATOR.search(reading.text, words.start, words.end) is not None


def _is_whole(reading: Reading, where: Span, entity: Entity, words: Span) -> bool:
    """Tell whether a name ends there: not "*UNFCCC* NGO constituencies", "*United Nations* and other organizations"."""
    return _WHOLE.match(reading.text, where.end, words.end) is not None and not (entity.kind == "GoverningBody" and reading.text[where.end : where.end + 1] == ":") and not (entity.acronym == "UN" and _OTHERS.match(reading.text, where.end, words.end))


def _attendee(reading: Reading, where: Span, entity: Entity, words: Span, *, linked: bool) -> Attendee:
    bracket = _BRACKET.match(reading.text, where.end, words.end) if entity.kind == "Person" else None
    if bracket is None:
        return Attendee(where, entity, where.end, linked)
    inner = next((e.iri for _, e in reading.named(Span(*bracket.span("printed")), AGENTS | {"State"})), None)
    return Attendee(where, entity, bracket.end(), linked, " ".join(bracket["printed"].split()), inner)


def _with_shared(reading: Reading, found: list[Attendee]) -> list[Attendee]:
    """Read "Mr. A and Ms. B (FAO)": both are for it."""
    for at in range(len(found) - 2, -1, -1):
        one, other = found[at], found[at + 1]
        if one.entity.kind == other.entity.kind == "Person" and not one.printed and other.printed and reading.text[one.end : other.where.start].split()[0] == "and":
            found[at] = replace(one, printed=other.printed, of=other.of)
    return found


def reaching(reading: Reading, found: list[Attendee], subject: Span) -> list[Attendee]:
    """Return those of a list that ends where the verb stands: the subject."""
    last = found[-1] if found else None
    reaches = _REACHES.fullmatch(reading.text, last.end, subject.end) if last else None
    if last is None or not (reaches or (last.entity.kind == "Person" and _OFFICE.fullmatch(reading.text, last.end, subject.end))):
        return []
    start = next((at for at in range(len(found) - 1, -1, -1) if not found[at].linked), 0)
    if reaches and reaches["more"] and _DONE_BY.search(reading.text, subject.start, found[start].where.start):
        return []  # "it was moderated by Mr. A, and *sixty people* took part"
    return found[start:]


def for_whom(reading: Reading, found: list[Attendee], named: tuple[Span, Entity] | None) -> list[Attendee]:
    """Add to those who came "on behalf of *the Pond Agency*" the agency, and what is printed of it to a person."""
    if not found or named is None:
        return found
    where, entity = named
    last = found[-1]
    if last.entity.kind == "Person" and not last.printed:
        found = [*found[:-1], replace(last, printed=" ".join(where.of(reading.text).split()), of=entity.iri)]
    return [*found, Attendee(where, entity, where.end, linked=False)]


def _who_came(reading: Reading, passage: Passage, one: Attendee) -> Entity:
    """Return who is named, and for "*the secretariat of the* Pond Programme", of which none is known, the secretariat."""
    if one.entity.kind not in _SERVED or not _SECRETARIAT_OF.search(reading.text, max(passage.body.start, one.where.start - 40), one.where.start):
        return one.entity
    return reading.secretariat_of(one.entity.iri) or reading.draft("Secretariat", "agency", f"Secretariat of the {one.entity.label}", reading.evidence(passage, one.where))


def took_part(reading: Reading, passage: Passage, found: list[Attendee], meeting: IRI, known: set[IRI], start: int = -1) -> None:
    """State that some attended a meeting, each once; the words for that stand at `start`."""
    if not meeting:
        return
    if found and meeting in reading.drafts:
        reading.keep(reading.drafts[meeting])
    agents = [(one.where, one.end) for one in found if one.entity.kind != "Person"]
    more = [Attendee(where, entity, where.end, linked=True) for where, entity in unlisted(reading, passage, agents)] if len(agents) == len(found) else []
    for one in more:
        reading.keep(one.entity)
    for one in [replace(one, entity=_who_came(reading, passage, one)) for one in (*found, *more)]:
        if one.entity.iri in known or one.where.end - one.where.start <= 1:
            continue
        known.add(one.entity.iri)
        evidence = reading.evidence(passage, Span(start, one.where.end) if 0 <= start < one.where.start else one.where)
        if one.printed:
            reading.state(Participation(evidence, one.entity.iri, meeting, one.printed, one.of))
        else:
            reading.state(Role(evidence, reading.keep(one.entity), "participant", meeting))
