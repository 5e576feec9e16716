"""A sentence with a sign in the place of each name, so that a rule on roles can be one pattern.

"The Task Team, which Ms. A B (FAO) and Mr. C D (WHO) co-chair, met in May." reads "⟦T0⟧, which ⟦P1⟧ co-chair, met." A list is one sign;
titles, countries, dates, and other words that say nothing of who does what are gone.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.extract.parts import boards_in_words, parts_in_words
from kg.extract.phrases import LEADS_ITS, OBJECT_IT, SERVES_IT
from kg.extract.reading import AGENTS, BODIES, EVENTS, GROUPS, LONGEST_LIST, begins_clause
from kg.extract.unnamed import unnamed
from kg.extract.ways import groups_in_words, means_somebody
from kg.extract.words import any_of
from kg.extract.works import tells_of_works, work_before, works_in_words
from kg.model import Span
from kg.text import FUNCTION

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.extract.reading import Reading
    from kg.model import Entity, Passage

Named = tuple[Span, "Entity"]

_AGENTS = AGENTS | {"State"}
_BOTH = BODIES | {"InterAgencyMechanism"}
_TARGETS = GROUPS | EVENTS | {"TreatyMechanism", "PolicyFramework"}
_TITLE = re.compile(
    r"(?:\b(?:H\.E\.|Mr|Ms|Mrs|Dr|Prof|Messrs)\.?|\b(?:Professor|Ambassador|Ministers?|Sir|Her|His|Excellency))\s+(?:(?:H\.E\.|Mr|Ms|Mrs|Dr|Prof(?:essor)?)\.?\s+)?\Z"
)
_AFTER_PERSON = re.compile(r"\s*\((?:[^()]|\([^()]*\)){2,90}\)")
_MORE_OF_NAME = re.compile(r"(?:\s+[A-Z][\w-]+)*(?:\s*\([A-Z][\w&-]{1,14}\))?(?!,?\s+which\b)")
_FROM = re.compile(r"\s+(?:of|from)\s+(?:the\s+)?")
_OF_COUNTRY = re.compile(r"\s+of\s+(?:the\s+)?")
_GOES_ON_WITH = re.compile(r"(?:,?\s+and|,)\s+(?:the\s+)?[A-Z]|[’']")
"""… but a list of countries may go on: "the support of FAO of Chad and Peru"."""
_BEFORE_AGENT = re.compile(r"\b(?:[Tt]he\s+)?(?:[Gg]overnments?\s+of\s+(?:the\s+)?(?:(?:[A-Z][a-z]+\s+)?(?:Republic|Kingdom)\s+of\s+(?:the\s+)?)?|[Rr]epublic\s+of\s+(?:the\s+)?|[Kk]ingdom\s+of\s+(?:the\s+)?)\Z|\b[Tt]he\s+\Z")
_OF_SECRETARIAT = re.compile(r"\b(?:[Tt]he\s+)?[Ss]ecretariat\s+(?:of|to|for)\s+(?:the\s+)?\Z")
_ARTICLE = re.compile(r"\b(?:[Tt]he|[Aa]n?|[Tt]his|[Ii]ts)\s+\Z")
_ACRONYM = re.compile(r"\s*\([A-Z][\w&/+ -]{1,14}\)")
_BETWEEN = re.compile(r"\s*(?:[,;]\s*(?:and\s+)?|,?\s+and,\s+(?:since|from|as\s+of|more\s+recently|most\s+recently|recently|lately|later)(?:\s+[\w\s]{2,20})?,\s+|,?\s+and\s+|\s*&\s*|,?\s+as\s+well\s+as\s+|,?\s+(?:together|along)\s+with\s+|,?\s+and,\s+(?:since|from|as\s+of)\s+[^,;.⟦]{3,30},\s+|[,;]?\s*\n\s*(?:[-–•*]\s*|\([a-z]{1,3}\)\s*)?)(?:by\s+)?(?:the\s+)?")
_WITH = re.compile(r"\b(?:[Tt]ogether|[Jj]ointly|[Ii]n\s+(?:\w+\s+)?(?:partnership|collaboration|cooperation))\s+with\s+(?:the\s+)?\Z|\b[Uu]nder\s+the\s+(?:\w+\s+)?(?:lead|leadership|coordination|guidance|direction|\w*chair\w*)\s+of\s+(?:the\s+)?\Z|\b(?:Led|Chaired|Coordinated|Headed|Convened|Facilitated)\s+by\s+(?:the\s+)?\Z|\bWith\s+(?:its|a)\s[^,.;]{3,60}\sby\s+(?:the\s+)?\Z")
_GOES_ON = re.compile(r"(?:\s*\([^()]{2,20}\))?(?:\s*,\s+(?:and\s+)?|\s+and\s+)(?:the\s+)?[A-Z]")
_UNDER = re.compile(r"(?:\A|[.;]\s+|\n\s*)(?:Under|Within|Through|As\s+part\s+of|In|With\s+the\s+(?:accession|admission|entry|arrival|support|help)\s+of)\s+(?:the\s+)?\Z")
_ALONGSIDE = re.compile(r"\b(?:together|along)\s+with\b")
_IS_DONE_BY = re.compile(r"(?<!which )(?<!that )(?<!who )\b(?:is|are|was|were|will\s+be|has\s+been|have\s+been)\s+(?:now\s+|jointly\s+|currently\s+|also\s+)?(?:co-)?(?:led|chaired|hosted|coordinated|headed|facilitated|convened|managed|run|serviced)\s+by\s+(?:the\s+)?\Z")
_CLAUSE_OF_ITS_OWN = r"(?:\s*\([^()]{2,60}\))?(?:\s+(?:(?:country|regional|liaison|field)\s+)?office\s+(?:in|at|for)\s+[A-Z]\w+)?\s+(?:(?:is|are)\s+(?:also\s+)?(?:an?\s+|the\s+|among\s+)?(?:other\s+|founding\s+)?(?:members?|partners?|co-?chairs?|vice-chairs?|hosts?|responsible)\b|(?:serves?|sits?|acts?|participates?|belongs?|provides?|contributes?)\s+(?:as|on|in|to|the|its)\b)"
_NEW_VERB = re.compile(_CLAUSE_OF_ITS_OWN)
_NEW_SUBJECT = re.compile(rf"(?:\s*\([^()]{{2,60}}\))?(?:,\s+(?!and\b|who\b|which\b)[^,;.:]{{2,60}}){{0,8}}(?:,?\s+and\s+[^,;.:]{{2,60}}?)?{_CLAUSE_OF_ITS_OWN}")
"""Of what is led by somebody, another clause tells: "is led by FAO, *and WHO, UNEP and Chad are members of its board*"."""
_DOES_IT = re.compile(r"\b(?:co-)?(?:leads?|led|chairs|coordinates?|coordinated|convenes?|convened|hosts?|hosted|runs?|manages?|facilitates?|operates?|maintains?)\s+(?:the\s+)?\Z")
_IS_DONE = re.compile(r",?\s+(?:is|was|are|were|will\s+be|has\s+been)\s+(?:(?:now|also|jointly|currently)\s+)*(?:co-)?(?:[a-z]+ed|led|run)\s")
"""After the second of two works: "FAO leads track 1, and *track 2 is led* by WHO"."""
_WHICH_DOES = re.compile(r"\b(?:which|who|that)\s+(?:(?:also|now|currently|jointly)\s+)*[a-z-]+(?:s|ed)\s+(?:the\s+)?\Z")
_WHICH = re.compile(r"(?:\s*\([^()]{2,20}\))?,\s+which\s")
"""One after the other has its clause: "FAO, *which hosts* the Pond Hub, WHO, *which* hosts the Rain Hub"."""
_DONE_BY = re.compile(r"\b(?:led|coordinated|spearheaded|steered|hosted|organized|convened|prepared|developed|drafted|produced|implemented)\s+(?:jointly\s+)?by\s+(?:the\s+)?\Z")
"""Who does something may be a group: "prepared by *the Task Team*"."""
_OFFICE_OF = re.compile(r"(?:\s+(?:[a-z-]+\s+)?office\s+(?:in|for)\s+(?:the\s+)?[A-ZÀ-Ž][\w’'-]+(?:\s+[A-ZÀ-Ž][\w’'-]+){0,2})")
"""An office does it for its organization: "the WHO *office in Bern*"."""
_IN = re.compile(r"\b[Ii]n\s+(?:the\s+)?\Z")
_TITLED = re.compile(r"\b(?:[Cc]o-)?(?:[Cc]hair|[Ll]ead|[Cc]oordinator|[Cc]onvener)(?:person|man|woman)?(?:s|\s+agency|\s+country)?\s+(?:of|for)\s+(?:the\s+)?\Z")
_SHORT = 40
_IS_JOINT = re.compile(r"(?<=\b(?:is|as)\s)an?\s+(?:joint|collaborative|common|shared|partnership|collaboration)\s|(?<=\bwas\s)an?\s+(?:joint|collaborative|common|shared|partnership|collaboration)\s|(?<=,\s)an?\s+(?:project|initiative|programme|product|publication)\s+of\s+(?:the\s+)?[A-Z]")
"""What something is, and whose: "the Atlas is *a joint project of* FAO and WHO"."""
_CAPITALS_ON = re.compile(r"(?:\s+(?:(?:of|for|and|on)\s+)?[A-Z][\w’'-]*){2,}")
"""A name of a work that begins with that of an agency: "the FAO *Pond Innovation Accelerator*"."""
_WHAT_IT_IS = frozenset({", ", " is ", " was ", ", which is ", ", which was "})
_PARTNERSHIPS = ("Initiative", "Partnership", "Alliance", "Network", "Coalition", "Consortium", "Platform", "Facility", "Observatory")
_PARTNERS = re.compile(rf"\b(?:{'|'.join(_PARTNERSHIPS)})\Z")
_DOES = re.compile(r"[^;.()⟦]{0,160}?(?:\([^()]*\)[^;.()⟦]{0,160}?){0,4}\s(?:is|are|was|were|will|shall|would|has|have|had|holds?|sits?|sat|belongs?|joins?|joined|takes?|serve[sd]?|acts?|chair(?:s|ed)?|leads?|provides?|provided|coordinates?|participates?|contributes?|attends?|remains?|continues?)\b")
"""After a semicolon and names: that is a clause of its own, "chaired by A; *B and C are* its Vice-Chairs"."""
_TOGETHER = re.compile(r"\btogether\s+with\b")
_ITS_NAME = re.compile(r"the\s+[A-Z]")
_MONTH = "(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_DATE = rf"(?:(?:early|late|mid-)?\s*(?:\d{{1,2}}(?:\s*[-–]\s*\d{{1,2}}|\s+(?:and|to)\s+\d{{1,2}})?\s+)?{_MONTH}(?:\s+\d{{4}})?|(?:\d{{4}}(?:[-–]\d{{2,4}})?))"
_THEN = (
    rf"(?:(?:on|in|from|since|until|till|during|by|as\s+of|as\s+from|for)\s+(?:the\s+(?:year|period|biennium|term)s?\s+)?{_DATE}(?:\s+(?:to|until|through)\s+{_DATE})?\b(?:,(?=\s)(?!\s+(?:which|who)\b))?"
    r"|(?:this|last|next)\s+year\b|at\s+(?:its|their|the)\s+(?:\w+\s+){1,2}(?:meeting|session)s?\b(?!\s+of\b))"
)
_ADJUNCTS = re.compile(
    rf"\((?:[^()⟦]|\([^()⟦]*\))*\)|,\s+{_THEN}|\s+{_THEN}|,\s*respectively\b,?"
    r"|\b(?:both\s+(?=⟦|[a-z]+ed\s+by\b)|(?:currently|presently|again|successfully|kindly|generously|formally|ably|globally|still|recently|formerly\s+known\s+as\s+\w+)\s+(?![A-Z⟦]))"
)
_YEAR = re.compile(r"\d{4}")
_MAY_BE_ADJUNCT = any_of(*"( respectively both currently presently again successfully kindly generously formally ably globally still recently formerly year eeting ession".split(), *_MONTH[3:-1].split("|"))
"""… one of these stands in each, or a year."""
_REST = r"(?:(?!\band\s+(?:the\s+)?(?:(?:Co|Vice)-)?(?:Chair|President))[^,;⟦])"
"""… of a function, as far as the next one: "Executive Director of ⟦A1⟧ *and Chair of* ⟦M2⟧"."""
_FUNCTION = re.compile(
    rf"(⟦P\d+⟧),\s+(?:the\s+)?(?:{FUNCTION}|(?:Assistant\s+)?Under-Secretary-General|(?:[\w-]+\s+){{0,3}}(?:Minister|Secretary\s+of\s+State|Ambassador|Permanent\s+Representative|Professor|Representative|Adviser|Negotiator|Chief|Officer))"
    rf"\b(?:{_REST}{{0,60}}(?:⟦[AMT]\d+⟧)?){{1,2}}{_REST}{{0,30}}(?:,(?!\s+which\b)|(?=[.;]|\Z))"
)
"""What somebody is elsewhere, between commas."""
_DANGLING = re.compile(r",\s+(?:launched|established|set\s+up|created|held|convened|adopted|founded),?(?=\s+which\b)")
_LEADS = re.compile(r"[Cc]oordinator\s+of\s+(?:the\s+)?⟦[TW]|[Hh]ead\s+of\s+(?:the\s+)?⟦[TW]")
"""… but not what somebody leads."""
_FUNCTION_BEFORE = re.compile(
    rf"\b[Tt]he\s+(?:(?:{FUNCTION}|Prime\s+Minister|Vice-Minister|Minister|(?:Cabinet\s+)?Secretary|Ambassador|Commissioner|Mayor)\b[^,;⟦]{{0,80}}(?:⟦[AMT]\d+⟧)?[^,;⟦]{{0,30}}),\s+(?=⟦P\d+⟧)"
)
"""… or ahead of the name: "chaired by *the Minister of Ponds of Chad,* Ms. A"."""
_PROFESSION = re.compile(r"\b(?:the|an?)\s+(?:[a-z-]+\s+){0,2}(?:journalist|broadcaster|presenter|scientist|ecologist|biologist|economist|lawyer|researcher|engineer|diplomat|author|writer|consultant|expert|professor|facilitator|moderator|negotiator),?\s+(?=⟦P\d+⟧)")
_TWO = re.compile(r"⟦P(?P<one>\d+)⟧(?:,? and(?:, (?:for|from) (?:the )?⟦[AM]\d+⟧,)?|,) ⟦P(?P<other>\d+)⟧(?!(?<=, and ⟦P\d⟧) (?:acted|served|acts|serves|was|is|will|provided|prepared|presented|took|drafted|assisted|reported|gave)\b|(?<=, and ⟦P\d\d⟧) (?:acted|served|acts|serves|was|is|will|provided|prepared|presented|took|drafted|assisted|reported|gave)\b)")
_COUNTRY = re.compile(r"(⟦P\d+⟧), ⟦A\d+⟧(?=,)|(⟦A\d+⟧),? in (?:⟦A\d+⟧|[A-Z][\w-]+(?=\s))(?=,| (?:coordinates|leads|hosts|chairs|provides|serves|acts|is|has|co-)\b)|(⟦P\d+⟧),? (?:(?:of|from) (?:the )?(?:⟦[AMT]\d+⟧|[A-Z][\w-]+)|for (?:the )?⟦[AM]\d+⟧)(?=,(?! which\b)|\.| and ⟦P)")
_IT = re.compile(r"Its?(?=\s)|(?P<work>The\s+work)(?=\s+(?:was|were|has\s+been|had\s+been|is\s+being)\s+(?:carried\s+out|done|undertaken|conducted|performed|prepared|organized)\b)")
_MARKS = re.compile(r"[,;\[\]](?:(?<=[\[\]])|\d{1,2}(?=\s))")
"""Brackets of a draft, and the number of a footnote."""
_OFFICE_IN = re.compile(r"(⟦A\d+⟧) (?:(?:country|regional|liaison|field) )?office (?:in|at) [A-Z]\w+(?= (?:acts|serves|provides|hosts|leads|chairs|coordinates|is|was|will) )")
"""What the office of an agency somewhere does, the agency does."""
_WHOSE_PERSON = re.compile(r"⟦A\d+⟧[’']s?\s+(?=⟦P\d+⟧)")
_UNIT_OF = re.compile(r"(⟦A\d+⟧) of (?:the )?⟦A\d+⟧(?=,? (?:which|that)\b|, (?:as|in its)\b| (?:serves|acts) as )")
"""What a unit does, its organization does not: "the Rain Facility *of UNEP*, which coordinates …"."""
_OWNED = re.compile(r"(?<=\bof )⟦[AM]\d+⟧ (?=⟦T\d+⟧)")
"""Whose a group is, ahead of what it is called: "as chair of *the Rain Board* contact group on ponds"."""
_SAYS = r"(?:is|was|are|were|has|have|had|will|would|shall|continues?|comprises?|consists?|includes?|brings?)"
_KIND = r"(?:projects?|programmes?|initiatives?|campaign|study|studies|survey|partnership|effort|undertaking|scheme|exercise|activity|activities|publication|group|network|platform|report|assessment|event|workshop)"
_ASIDES = re.compile(
    rf"(⟦[TMWA]\d+⟧), (?:(?:now|currently|originally|established|created|set up|launched|convened|held|formed|founded|adopted|initiated|started|published|inaugurated|opened|in operation|active|operational)\b[^,;⟦]{{0,90}},?"
    rf"|which (?!{_SAYS}\b|(?:he|she|it|they|we|the|an?)\b)[a-z]+\b(?:(?! whose )[^,;⟦]){{0,90}},?|which {_SAYS} [^,;⟦]{{2,90}},|(?:on|entitled|titled|called) [^,;⟦]{{3,90}},"
    rf"|which (?:reports?|belongs?|answers?|contributes?|feeds|is (?:attached|accountable|answerable|part)|forms part) [^,;⟦]{{0,40}}⟦[TMWA]\d+⟧[^,;⟦]{{0,30}},)(?= {_SAYS}\b)"
)
"""What is said of something in passing, and names nobody: "the Task Team, *established in 2019,* is led by …"."""
_RELATIVE_CLAUSE = re.compile(
    rf"(⟦[TMW]\d+⟧), (?:(?:of|for|in|to|under|on|with|by) which|which|whose|the \w+ of which) (?:[^;.⟦]|⟦[PAM]\d+⟧){{3,160}}?,(?= (?:{_SAYS}|meets|met|works|operates) )"
)
"""… and what names others, read first."""
_IS_WHAT = re.compile(rf"(⟦[TW]\d+⟧), (?:which (?:is|was) )?an? (?:[\w-]+ ){{0,4}}?{_KIND}(?= (?:co-)?(?:led|coordinated|chaired|hosted|run|managed|implemented|executed|carried|funded|organized|developed|prepared) )")
"""… or what it is: "the Pond Watch, *a regional project* led by …"."""
_ELECTED_OTHERS = re.compile(r"\AIn addition to (?:[^,;⟦]|⟦[MA]\d+⟧){3,120}? (?:elected|nominated|appointed|designated) by (?:[^,;⟦]|⟦[MA]\d+⟧){1,60}, ")
"""Who chose others is not listed: "*In addition to ten members elected by the Conference,* the members are …"."""
_BLANKS = re.compile(r"  +")


@dataclass(frozen=True, slots=True)
class Sign:
    """What stands for one name or for one list of names: `P` persons, `A` agents, `T` what can be led, `M` both agent and target, `W` a work that only words describe."""

    kind: str
    span: Span
    named: tuple[Named, ...]
    after: int = 0
    """Where those begin that are joined by "together with": FAO, *together with* WHO."""


_IN_OTHER_WORDS = re.compile(r"-[A-Z]|\s+(?:specialized|specialised|system|member|sister)\s+(?:agenc|entit|organi|bod|funds?\b|programmes?\b)")
"""The *WHO*-WMO Joint Programme is not WHO, *UN* specialized agencies are not the UN."""


@dataclass(frozen=True, slots=True)
class Abstract:
    """A sentence in signs."""

    text: str
    signs: tuple[Sign, ...]

    def sign(self, printed: str) -> Sign:
        """Return what a printed sign stands for."""
        return self.signs[int(printed[2:-1])]


def abstracts(reading: Reading, passage: Passage, sentence: Span) -> Iterator[Abstract]:
    """Yield a sentence in signs, and where it may tell of works that only words describe, once more with a sign for each of these."""
    single = _single(reading, passage, sentence)
    if not any(sign.kind in "PAM" for sign in single):  # nobody who could have a role
        return
    if len(single) > 1 and any(sign.kind != "P" for sign in single):  # somebody, and something to lead, at least
        yield from _with_main_clause(_written(reading, sentence, single))
    if tells_of_works(reading, sentence):
        works = sorted((*_works(reading, passage, sentence, single), *_meant(reading, passage, sentence)), key=lambda work: (work[0].start, -work[0].end))
        signs = _with_works(reading, works, single)
        if any(sign.kind == "W" for sign in signs):
            yield from _with_main_clause(_written(reading, sentence, signs))


def _works(reading: Reading, passage: Passage, sentence: Span, signs: list[Sign]) -> Iterator[tuple[Span, int, Entity]]:
    """Yield the works in words of a sentence, and the boards of what it begins with."""
    works = [*works_in_words(reading, passage, sentence)]
    yield from works
    for span, whole, words in boards_in_words(reading, sentence, [*(pair for sign in signs for pair in sign.named), *((where, entity) for where, _, entity in works)]):
        yield span, span.end, reading.draft("WorkingGroup", "workstream", f"{words.capitalize()} of the {whole.label}", reading.evidence(passage, span))


def _with_main_clause(abstract: Abstract) -> Iterator[Abstract]:
    """Yield a sentence, and once more without its relative clauses: "the Pond Partnership, *of which FAO is a member,* is led by WHO"."""
    yield abstract
    main = _RELATIVE_CLAUSE.sub(r"\1", abstract.text) if "⟧, " in abstract.text else abstract.text
    if main != abstract.text:
        yield Abstract(main, abstract.signs)


def _meant(reading: Reading, passage: Passage, sentence: Span) -> Iterator[tuple[Span, int, Entity]]:
    """Yield the work of the sentence before for "It" or "Its", or "The work was done", at the beginning."""
    it = _IT.match(reading.text, sentence.start, sentence.end)
    later = None if it else next((m for pattern in (SERVES_IT, OBJECT_IT, LEADS_ITS) if (m := reading.begins(pattern, sentence))), None)
    work = work_before(reading, passage, sentence, only=it["work"] is not None if it else later is not None and later.re is LEADS_ITS.pattern) if it or later else None
    if work:
        span = Span(*it.span()) if it else Span(*later.span("it" if later.re is OBJECT_IT.pattern else "its"))  # type: ignore[union-attr]
        yield span, span.end, work


def _written(reading: Reading, sentence: Span, single: list[Sign]) -> Abstract:
    signs = tuple(_lists(reading, single))
    parts: list[str] = []
    position = sentence.start
    for number, sign in enumerate(signs):
        parts += (reading.text[position : sign.span.start], f"⟦{sign.kind}{number}⟧")
        position = sign.span.end
    parts.append(reading.text[position : sentence.end])
    text = " ".join("".join(parts).split())
    if reading.holds(sentence, _MAY_BE_ADJUNCT) or _YEAR.search(text):
        text = _ADJUNCTS.sub(" ", text)
    text = (_BLANKS.sub(" ", text) if "  " in text else text).replace(" ,", ",")
    return Abstract(*_joined(_without_asides(_MARKS.sub(lambda match: match[0][:1] if match[0][:1] in ",;" else "", text)), signs))


def _without_asides(text: str) -> str:
    """Return a sentence in signs without what is said in passing: each is looked for only where the signs stand that it needs."""
    text = _OFFICE_IN.sub(r"\1", text) if " office " in text else text
    text = _OWNED.sub("", text) if "⟧ ⟦T" in text else text
    text = _WHOSE_PERSON.sub("", _PROFESSION.sub("", text)) if "⟦P" in text else text
    text = _UNIT_OF.sub(r"\1", text) if "⟧ of " in text else text
    text = _DANGLING.sub(",", text) if "which" in text else text
    text = _without_functions(text) if "⟦P" in text else _COUNTRY.sub(_first_group, text) if "⟧ in " in text or "⟧, in " in text else text
    text = _ELECTED_OTHERS.sub("", text) if text.startswith("In addition to ") else text
    return _ASIDES.sub(r"\1", _IS_WHAT.sub(r"\1", text)) if "⟧, " in text else text


def _without_functions(text: str) -> str:
    """Return a sentence without what persons are elsewhere, and where they are from."""
    text = _FUNCTION_BEFORE.sub(lambda match: match[0] if _LEADS.search(match[0]) else "", text)
    return _FUNCTION.sub(lambda match: match[0] if _LEADS.search(match[0]) else f"{match[1]},", _COUNTRY.sub(_first_group, text))


def _first_group(match: re.Match[str]) -> str:
    return match[1] or match[2] or match[3]


def _joined(text: str, signs: tuple[Sign, ...]) -> tuple[str, tuple[Sign, ...]]:
    """Join the persons of a list between whom stood what they are: "Ms. A, Minister of Chad, and Mr. B, Minister of Peru"."""
    match = _TWO.search(text) if "⟦P" in text else None
    while match:
        one, other = signs[int(match["one"])], signs[int(match["other"])]
        signs = (*signs, Sign("P", Span(one.span.start, other.span.end), (*one.named, *other.named)))
        text = f"{text[: match.start()]}⟦P{len(signs) - 1}⟧{text[match.end() :]}"
        match = _TWO.search(text)
    return text, signs


def _single(reading: Reading, passage: Passage, sentence: Span) -> list[Sign]:
    """Return one sign for each name: the longest where names overlap, with what belongs to it."""
    found = [(where, entity, _kind(entity)) for where, entity in (*reading.named(sentence, {"Person"} | _AGENTS | _BOTH), *reading.named(sentence, _TARGETS)) if not _IN_OTHER_WORDS.match(reading.text, where.end)]
    parts = list(parts_in_words(reading, passage, sentence))
    if not (parts or any(kind != "T" for _, _, kind in found) or means_somebody(reading, passage, sentence)):
        return []  # nobody who could have a role
    found += [(where, entity, "A" if entity.kind in AGENTS - _BOTH else "T") for where, entity in (*groups_in_words(reading, passage, sentence), *parts)]
    agents = [where for where, _, kind in found if kind == "A"]
    if agents:
        taken = [where for where, entity, _ in found if entity.kind != "State"]
        found += [(where, entity, "A") for where, entity in unnamed(reading, passage, sentence, agents, taken)]
    found = [(where, entity, "M" if kind == "T" and entity.kind in GROUPS and _DONE_BY.search(reading.text, max(sentence.start, where.start - _SHORT), where.start) else kind) for where, entity, kind in found]
    found.sort(key=lambda item: (item[0].start, -item[0].end, item[2] == "A"))
    signs: list[Sign] = []
    end = sentence.start
    for where, entity, kind in found:
        if where.start < end:
            continue
        span = _widened(reading, where, kind, entity.kind, Span(end, sentence.end))
        if kind == "T" and entity.iri in reading.drafts and (_is_apposed(reading, span, signs) or _IS_JOINT.match(reading.text, span.start)):
            continue
        signs.append(Sign(kind, span, ((where, entity),)))
        end = span.end
    return signs


def _with_works(reading: Reading, works: list[tuple[Span, int, Entity]], signs: list[Sign]) -> list[Sign]:
    """Add the works that words describe where nothing else is named, or only in the words that follow their kind."""
    for span, head, entity in works:
        if _is_apposed(reading, span, signs) or _IS_JOINT.match(reading.text, span.start):
            continue
        over = [sign for sign in signs if sign.span.start < span.end and span.start < sign.span.end]
        if all(_is_inside(reading, sign, span, head) for sign in over):
            whole = Span(span.start, max(span.end, *(sign.span.end for sign in over))) if over else span
            signs = sorted((*(sign for sign in signs if sign not in over), Sign("W", whole, ((whole, entity),))), key=lambda sign: sign.span)
    return signs


def _is_inside(reading: Reading, sign: Sign, work: Span, head: int) -> bool:
    """Tell whether a name is a part of the words for a work, but not what they are said of: "the *UNEP* project", "the report of the *Board*"."""
    entity = sign.named[0][1]
    if not work.covers(Span(sign.span.start, sign.named[-1][0].end)):
        return False
    ours = entity.iri in reading.drafts or (entity.evidence is not None and entity.kind in GROUPS and sign.span.start > work.start)
    goes_on = sign.kind == "A" and entity.kind != "State" and _CAPITALS_ON.fullmatch(reading.text, sign.named[-1][0].end, head) is not None
    return goes_on or sign.span.start >= head or (sign.kind == "A" and (sign.span.start > work.start or sign.named[0][0].of(reading.text) == "United Nations")) or ours or sign.span.of(reading.text) in {"Its", "It"} or reading.text.startswith(("’s ", "'s "), sign.span.end)


def _is_apposed(reading: Reading, span: Span, signs: list[Sign]) -> bool:
    """Tell what something is from a thing of its own: "the Working Group, *a sub-group of the Task Force*, is led by …"."""
    indefinite = reading.text.startswith(("a ", "an "), span.start)
    return indefinite and any(sign.kind in "TMAW" and reading.text[sign.span.end : span.start] in _WHAT_IT_IS and not _is_partner(reading, sign) for sign in signs)


def _is_partner(reading: Reading, sign: Sign) -> bool:
    """Tell "prepared, in collaboration with FAO, *a report*"."""
    return sign.kind == "A" and _WITH.search(reading.text, max(0, sign.span.start - _SHORT), sign.span.start) is not None


def _kind(entity: Entity) -> str:
    if entity.kind == "Person":
        return "P"
    return "M" if entity.kind in _BOTH else "T" if entity.kind in _TARGETS else "A"


def _widened(reading: Reading, where: Span, kind: str, entity: str, within: Span) -> Span:
    """Return where a name stands with its title, article, country or acronym."""
    before = _TITLE if kind == "P" else _BEFORE_AGENT if kind == "A" else _ARTICLE
    near = max(within.start, where.start - _SHORT)
    match = (_OF_SECRETARIAT.search(reading.text, near, where.start) if entity == "Secretariat" else None) or before.search(reading.text, near, where.start)
    start = match.start() if match else where.start
    after = (_AFTER_PERSON if kind == "P" else _ACRONYM).match(reading.text, where.end, within.end)
    if kind == "A" and entity != "State":
        return Span(start, _with_seat(reading, after.end() if after else where.end, entity, within))
    if after and kind in "TM" and _is_another(reading, where, after):
        after = None
    end = after.end() if after else where.end
    if kind == "P":
        of = _FROM.match(reading.text, end, within.end)
        country = reading.at(of.end(), within.end, _AGENTS, article=False) if of else None
        more = _MORE_OF_NAME.match(reading.text, country[0].end, within.end) if country else None
        end = more.end() if more else end
    return Span(start, end)


def _with_seat(reading: Reading, end: int, entity: str, within: Span) -> int:
    """Return where an organization ends with its country or its office: "the Rain Bureau *of Chad*", "the WHO *office in Bern*"."""
    office = _OFFICE_OF.match(reading.text, end, within.end)
    if office:
        return office.end()
    of = _OF_COUNTRY.match(reading.text, end, within.end) if entity in {"Organization", "PartnerOrganization"} else None
    country = reading.at(of.end(), within.end, {"State"}, article=False) if of else None
    return country[0].end if country and not _GOES_ON_WITH.match(reading.text, country[0].end, within.end) else end


def _is_another(reading: Reading, where: Span, bracket: re.Match[str]) -> bool:
    """Tell "the chair of the Task Team (*WHO*)", who has the office, from the acronym of a name."""
    inside = reading.at(bracket.end() - len(bracket[0].lstrip()) + 1, bracket.end(), _AGENTS, article=False)
    return inside is not None and (inside[0].end == bracket.end() - 1 or reading.text.startswith((" and ", ", "), inside[0].end)) and _TITLED.search(reading.text, max(0, where.start - _SHORT), where.start) is not None


def _lists(reading: Reading, signs: list[Sign]) -> Iterator[Sign]:
    """Yield one sign for each list: "A, B and C"."""
    current: Sign | None = None
    for sign in signs:
        if current and len(current.named) < LONGEST_LIST and _is_list(reading, current, sign):
            kind = current.kind if current.kind == sign.kind else "A"
            named = sign.named if _names_it(reading, current, sign) else (*current.named, *sign.named)
            after = current.after or (len(current.named) if _TOGETHER.search(reading.text, current.span.end, sign.span.start) else 0)
            current = Sign(kind, Span(current.span.start, sign.span.end), named, after)
            continue
        if current:
            yield current
        current = sign
    if current:
        yield current


def _may_act(sign: Sign) -> bool:
    """Tell whether something may lead: an agency, or a partnership that has a name."""
    return sign.kind == "A" or _is_network(sign)


def _names_it(reading: Reading, one: Sign, other: Sign) -> bool:
    """Tell "a training package for divers, *the Deep Pond Module*": one thing, and its name."""
    indefinite = reading.text.startswith(("a ", "an "), one.span.start)
    return one.kind in "TW" and len(one.named) == 1 and indefinite and reading.text[one.span.end : other.span.start] == ", " and _ITS_NAME.match(reading.text, other.span.start) is not None


def _is_network(sign: Sign) -> bool:
    return all(entity.label.endswith(_PARTNERSHIPS) and _PARTNERS.search(entity.label) for _, entity in sign.named)


def _ends_there(reading: Reading, sign: Sign) -> bool:
    """Tell whether a list cannot go on after a name: "Together with FAO, *WHO leads* …", but "together with FAO, *WHO and* UNEP"."""
    return _GOES_ON.match(reading.text, sign.span.end) is None


def _is_fronted(reading: Reading, one: Sign, other: Sign) -> bool:
    """Tell "Together with FAO, *WHO leads* …", "In Chad, *FAO leads* …", "Under the Initiative, *FAO and WHO* …": a list begins after the comma, if one does."""
    near = max(0, one.span.start - _SHORT)
    if _ends_there(reading, other) and _WITH.search(reading.text, near, one.span.start):
        return True
    if one.named[0][1].kind == "State" and _IN.search(reading.text, near, one.span.start):
        return True
    return reading.text.startswith(", ", one.span.end) and _is_network(one) != _is_network(other) and _UNDER.search(reading.text, near, one.span.start) is not None


def _is_of_another_clause(reading: Reading, one: Sign, other: Sign) -> bool:
    """Tell "FAO convenes the *Pond Network together with WHO*", "is led by *FAO, and WHO* and UNEP are members of it": these are no list."""
    between, near = reading.text[one.span.end : other.span.start], max(0, one.span.start - _SHORT)
    if len(one.named) == 1 and " and" not in between and _is_fronted(reading, one, other):
        return True
    if one.kind in "TW" and other.kind in "TW" and len(one.named) == 1 and " and" in between and _DOES_IT.search(reading.text, near, one.span.start) and _IS_DONE.match(reading.text, other.span.end):
        return True
    if len(one.named) == 1 and between.startswith(",") and _WHICH.match(reading.text, other.span.end) and _WHICH_DOES.search(reading.text, near, one.span.start):
        return True
    if _is_network(one) and not _is_network(other) and _ALONGSIDE.search(between) and _DOES_IT.search(reading.text, near, one.span.start):
        return True
    if len(one.named) > 1 or " and " not in between:
        return False
    goes_on = (_NEW_SUBJECT if between.startswith(",") else _NEW_VERB).match(reading.text, other.span.end)
    return goes_on is not None and _IS_DONE_BY.search(reading.text, near, one.span.start) is not None


def _is_list(reading: Reading, one: Sign, other: Sign) -> bool:
    same = one.kind == other.kind or {one.kind, other.kind} == {"A", "M"} or ({one.kind, other.kind} == {"A", "T"} and all(_may_act(sign) for sign in (one, other)))
    if _is_of_another_clause(reading, one, other):
        return False
    owner = other.kind == "A" and reading.text.startswith(("’s ", "'s "), other.span.end) and " and" not in reading.text[one.span.end : other.span.start]  # "the chair of the Board, UNEP’s Ms. A"
    if owner or not same or _BETWEEN.fullmatch(reading.text, one.span.end, other.span.start) is None:
        return False
    between = reading.text[one.span.end : other.span.start]
    if other.kind in "TW" and " and" not in between and (" with" in between or reading.text.startswith(("a ", "an "), other.span.start)):
        return False  # what it is: "the Task Force, a network of laboratories"
    if ";" in reading.text[one.span.end : other.span.start] and (_DOES.match(reading.text, other.span.end) or (len(one.named) > 1 and " and " in reading.text[one.named[-2][0].end : one.named[-1][0].start])):
        return False  # a list that had its "and" is at its end
    complete = len(one.named) > 1 and " and " in reading.text[one.named[-2][0].end : one.named[-1][0].start]
    return (len(one.named) > 1 and not complete) or not begins_clause(reading.text, one.span.end, other.span.end)
