"""Who is named in a list, "A, B (Chair); C and D", and which role the label of a list or of a column means."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from kg.extract.reading import AGENTS, BODIES, LONGEST_LIST, status_of
from kg.extract.unlisted import in_a_list
from kg.model import Role, Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from kg.extract.reading import Reading
    from kg.model import Entity, Passage

_WHO = AGENTS | BODIES | {"Person", "State", "TreatyMechanism", "InterAgencyMechanism"}
_AGENCIES = r"(?:(?:UN|United\s+Nations|[Mm]ember|[Pp]artner)\s+)?(?:agenc(?:y|ies)(?:\(ies\))?|agency\(s\)|organi[sz]ations?|entit(?:y|ies)|countr(?:y|ies)|institutions?|institutes?|part(?:y|ies)|partners?|bod(?:y|ies)|offices?|governments?|states|members?|experts?|networks?|secretariats?|stakeholders?|centres?|departments?|divisions?|units?|components?|programmes?|ministr(?:y|ies))(?:\(s\)|/s|/(?:agencies|organi[sz]ations|entities|countries|partners|institutions))?"
_LABELS: tuple[tuple[str, str], ...] = (
    ("lead", rf"(?:(?:overall|joint|project|task|team|group|work\s+package|coordinating)\s+)?(?:co[-‐‑–\s]?)?lead(?:s|ers?|ership|ing)?(?:\(s\))?(?:\s+(?:(?:UN|technical)\s+)?{_AGENCIES}|\s+(?:authors?|coordinators?|persons?))?(?:\s*/\s*(?:co-?)?leads?)?|(?:jointly\s+)?(?:co-?)?led(?:\s+jointly)?\s+by"),
    ("lead", rf"(?:co[-‐‑–]?)?(?:coordinators?|conven[eo]rs?)(?:\(s\))?|coordinating\s+{_AGENCIES}|(?:main\s+|primarily\s+)?responsible\s+{_AGENCIES}|(?:coordinated|convened)\s+by|coordination"),
    ("officer", r"(?:vice|deputy)[-‐‑–\s]?(?:chair(?:person|man|woman|men)?|president|lead)s?(?:\(s\))?|rapporteurs?(?:\(s\))?"),
    ("chair", r"(?:co[-‐‑–\s]?)?(?:chair(?:person|man|woman|men)?|president)(?:s|\(s\))?(?:\s*/\s*co-?chairs?(?:\(s\))?)?|(?:jointly\s+)?(?:co-?)?chaired(?:\s+jointly)?\s+by|(?:co-?)?(?:facilitators?(?:\(s\))?|facilitated\s+by)"),
    ("member", rf"(?:(?:other|core|full|current|new|additional|permanent|founding|group|team|task\s+(?:team|force)|committee|board)\s+)*members?(?:\(s\))?(?:\s+{_AGENCIES})?(?:\s+of\s+the\s+(?:\w+\s+){{0,2}}(?:group|team|force|committee|board|panel|network|partnership))?|membership|composition|participating\s+{_AGENCIES}"),
    ("collaborator", rf"(?:(?:co-?operation|collaboration|co-?operating|collaborating|implementing|executing|implementation|supporting|contributing|key|main|other|project|technical|knowledge|core|strategic|scientific)\s+)*partners?(?:\(s\))?(?:\s+{_AGENCIES})?"),
    ("collaborator", rf"(?:supporting|contributing|collaborating|co-?operating|assisting)(?:\s+{_AGENCIES})?|(?:support|associated|other\s+participating|other\s+contributing)\s+{_AGENCIES}|(?:other\s+)?(?:contributors?|collaborators?)|supported\s+by|working\s+with|(?:in\s+)?(?:collaboration|co-?operation|partnership)\s+with|with\s+(?:the\s+)?support\s+(?:of|from)"),
    ("secretariat", r"(?:joint\s+|technical\s+)?secretariat(?:\s+(?:services|support|functions))?(?:\s+provided\s+by)?|serviced\s+by"),
    ("host", rf"hosts?(?:\(s\))?(?:\s+(?:{_AGENCIES}))?|hosted\s+by|hosting\s+{_AGENCIES}"),
)  # fmt: skip
LABEL = "|".join(words for _, words in _LABELS)
"""The words of all labels, for a pattern that ignores case."""
_ROLE_OF = tuple((role, re.compile(words, re.IGNORECASE)) for role, words in _LABELS)
CATEGORY = (
    r"(?:(?:government|nominated|government-nominated|independent|scientific|technical|regional|international|intergovernmental|non-?governmental|civil\s+society|member|UN|United\s+Nations|other|invited|developing|developed)\s+)*"
    r"(?:experts?|scientists|specialists|practitioners|organi[sz]ations?|governments?|states|parties|countries|agencies|entities|IGOs?|NGOs?|IGOs\s+(?:and|&)\s+NGOs|regions?)(?:\s+nominated\s+by\s+(?:\w+\s*){1,3})?|"
    r"(?:(?:western|eastern|central|northern|southern|latin)\s+(?:and\s+)?)*(?:africa|asia|europe|america|north\s+america|oceania|the\s+pacific|asia(?:\s+and\s+the\s+|-)pacific|latin\s+america\s+and\s+the\s+caribbean)|"
    r"(?:(?:african?|asian?|asia-pacific|arab|latin|american?|caribbean|western|eastern|central|northern|southern|european?|pacific|small\s+island|developing|developed|other|and|the)\s+){1,6}(?:states|groups?|regions?|countries|parties)|western\s+european?\s+and\s+others?|GRULAC|WEOG"
)
"""Kinds of members: under the heading of a membership, "Organizations: A, B" tells members."""
_KIND = re.compile(CATEGORY, re.IGNORECASE)
HINTS = ("ead", "ed by", "ed jointly by", "hair", "ember", "artner", "ecretariat", "ost", "oordinat", "onven", "upport", "ollabor", "ooperat", "ontribut", "acilitat", "resident", "apporteur", "esponsible", "orking with")
"""One of these stands in every label."""
_OF_OTHERS = re.compile(rf"(?:other|supporting|additional)\s+(?:participating\s+|relevant\s+|involved\s+)?{_AGENCIES}(?:\s+involved)?", re.IGNORECASE)
UNSURE = re.compile(r"\b(?:propos\w+|suggest\w*|possib\w+|potential\w*|tentative\w*|indicative|candidates?|nominat(?!ed\s+experts)\w+|former\w*|previous\w*|outgoing|could|should|might|may|if|whether|not|no\s+longer|invit\w+|request\w*|encourag\w+|recommend\w*|consider\w*|t\.?b\.?[acd]\b|to\s+be\s+(?:confirmed|decided|determined|designated|agreed|identified|nominated))\b", re.IGNORECASE)
_BEFORE = re.compile(
    r"(?:[ \t\u00a0•*–·▪-]+|\([a-z]{1,3}\)\s+|\d{1,2}[.)]\s+)?\[?\**(?:(?:as\s+well\s+as|and|&)\s+)?(?:(?:the\s+|(?:one|two|three)\s+)?(?:representatives?|experts?|delegates?|members?|governments?|republic|kingdom)\s+(?:each\s+)?(?:of|from)\s+)?(?:the\s+)?"
    r"(?:(?:H\.E\.|Mr|Ms|Mrs|Dr|Prof|Messrs|Professor|Ambassador|Sir)\.?\s+){0,3}",
    re.IGNORECASE,
)
_PAREN = re.compile(r"\s*[(\[](?P<in>(?:[^()\[\]\n]|\([^()\n]*\)){1,120})[)\]]")
_OPEN = re.compile(r"\s*(?:and\s+)?(?:\([a-z]{1,3}\)\s+)?\[[^\[\]\n]{2,120}\]")
"""An item of a draft that is not agreed: "FAO, *[WHO]* and UNEP"."""
_FOOTNOTE = re.compile(r"[*†‡]{0,3}")
_OFFICE = re.compile(r"(?:(?:as|acting\s+as)\s+)?(?:the\s+|its\s+)?(?P<office>(?:(?:co|vice)[-‐‑–\s]?)?(?:chair(?:person|man|woman|men)?s?|leads?|leaders?|presidents?)|lead\s+agenc(?:y|ies)|rapporteurs?|secretariat|hosts?|coordinators?|conven[eo]rs?|facilitators?|observers?)\b", re.IGNORECASE)
_APPOSED = re.compile(rf"\s*(?:,|:|\s[–-]|\s(?=as\s))\s*{_OFFICE.pattern}(?=\s*(?:[,;.)\n]|\Z|and\s))", re.IGNORECASE)
_OF = re.compile(r"\s+(?:of|from|at|[–—-])\s+(?:the\s+)?[A-Z][^,;\n()]{1,90}?(?:\([^()\n]{1,30}\))?(?=\s*(?:[,;.\n]|\Z|\sand\s))")
_REPRESENTED = re.compile(r"\s*(?::|\s[–—-])\s+(?:Mr|Ms|Mrs|Dr|Prof(?:essor)?)\.?\s[^,;\n]{3,80}")
"""Whoever speaks for an agency: "FAO – Ms. A"."""
_BETWEEN = re.compile(r"\s*(?:(?P<hard>[;•·\n+]|<br\s*/?>)\s*(?:and\s+)?|(?P<comma>,)\s*(?P<too>(?:and|&)\s+)?|(?P<and>(?:and|&|as\s+well\s+as)\s)\s*|(?P<slash>/)\s*)")
_WORD = re.compile(r"(?<![\w’'-])\w")
_PASSAGES = 60
"""As far a list goes on below."""
_BLANK = re.compile(r"[ \t]+(?:the\s+)?")
_WITH = re.compile(r",?\s*(?:with(?=\s+(?:the\s+)?(?-i:[A-Z]))|in\s+(?:close\s+)?(?:co-?operation|collaboration|partnership)\s+with|jointly\s+with|together\s+with|with\s+(?:the\s+)?(?:support|help|assistance|contributions?|inputs?|participation|involvement)\s+(?:of|from|by)|which\s+works?\s+(?:on\s+(?:it|this)\s+)?(?:together\s+|jointly\s+)?with|supported\s+by|assisted\s+by)\s+", re.IGNORECASE)
_PLACE = re.compile(r"\s+in\s+(?!(?:January|February|March|April|May|June|July|August|September|October|November|December)\b)[A-ZÀ-Ž][\w’'-]+(?:\s+[A-ZÀ-Ž][\w’'-]+){0,2}(?=\s*(?:[,;.]|\Z))")
_END = re.compile(r"[\s.;,*|]*\Z")
_GOES_ON = re.compile(r",?\s+(?:with|under|to|for|from|in|until|at|on|as|since|during|who|which|had|has|have|will|is|was|are|were|among)\b|\s*[:)—–]")
_STOPS = re.compile(r"\s*[:;)—–]")
_SMALL = r"(?:of|for|the|and|on|in|de|du|des|la|le|les|et|y|e|del|do|da|to|a|an|under|und|für|with|&)"
_NAME = re.compile(rf"[\"“]?[A-ZÀ-Ž][\w’'‑&./-]*[\"”]?(?:[ \t]+(?:{_SMALL}[ \t]+){{0,3}}[\"“]?[A-ZÀ-Ž0-9][\w’'‑&./-]*[\"”]?){{0,12}}")
"""A name that is not known, all of it in capitals but for small words."""
_OTHERS = re.compile(r"(?:(?:and|&)\s+)?(?!(?:is|are|was|were|has|have|had|will|to|in|at|on|by|with|which|who|that|as|for)\b)(?:[a-z][a-z-]+ ){0,3}[a-z][a-z-]+(?=\s*(?:[;,.\n]|\Z))(?<!ed)")
"""Others of a list that no name has: "and regional centres"."""
_SECRETARIATS = re.compile(r"\s+[Ss]ecretariats?\b")
_NO_PERSON = frozenset({"secretariat", "host", "collaborator"})


class Listed(NamedTuple):
    """Somebody in a list, and the office that is printed beside the name: "chair", "none" for one who only observes."""

    where: Span
    entity: Entity
    office: str = ""


def role_of_label(words: str, *, membership: bool = False) -> str:
    """Return the role that a label or the heading of a column means, or an empty string.

    >>> [role_of_label(words) for words in ("Lead agency", "Co-leads", "Working with", "Focal point", "Lead time")]
    ['lead', 'lead', 'collaborator', '', '']
    """
    words = " ".join(words.strip(" \t*:_|").split())
    for role, pattern in _ROLE_OF:
        if pattern.fullmatch(words):
            return role
    return "member" if membership and _KIND.fullmatch(words) else ""


def is_of_others(words: str) -> bool:
    """Tell "Other agencies", which beside a lead take part in the work.

    >>> is_of_others("Other components"), is_of_others("Other matters")
    (True, False)
    """
    return _OF_OTHERS.fullmatch(words) is not None


def listed(reading: Reading, span: Span, *, prose: bool = False, spaced: bool = False, passage: Passage | None = None, people: bool = False) -> list[Listed]:
    """Return who is named in a list that fills a span; nobody where the words are no list.

    `prose`: a sentence may go on after it, "its members are A, B and C, *which met in May*"; `spaced`: nothing but a blank may stand between two names;
    `passage`: where it stands, if also those are meant that nothing else makes known, among `people` persons too.
    """
    found: list[Listed] = []
    position, person, after, drop, done = span.start, False, "", False, 0
    while not _END.fullmatch(reading.text, position, span.end):
        item = _item(reading, position, span.end)
        if item is None:
            return _joint(reading, found if after != "comma" else found[:done]) if prose else []
        one, end = item
        if one is None and passage and (name := _NAME.match(reading.text, _begin(reading, position, span.end), end)) and (new := in_a_list(reading, passage, Span(*name.span()), people=people)):
            one = Listed(Span(*name.span()), new)
        affiliation = person and after == "comma" and not (one and one.entity.kind == "Person")
        if one and not affiliation:
            found.append(one._replace(office="collaborator" if drop else one.office))
            person = one.entity.kind == "Person"
        elif not affiliation:
            person = False
        elif one and one.office and one.entity.kind == "State" and not found[-1].office:
            found[-1] = found[-1]._replace(office=one.office)
        apposed = _APPOSED.match(reading.text, end, span.end) if found else None
        if apposed:
            found[-1] = found[-1]._replace(office=_office(apposed["office"]))
            end = apposed.end()
        place = None if prose else _PLACE.match(reading.text, end, span.end)
        end = place.end() if place else end
        together = None if prose else _WITH.match(reading.text, end, span.end)
        over = prose and after == "and" and _GOES_ON.match(reading.text, end, span.end)
        between = None if over else together or _BETWEEN.match(reading.text, end, span.end)
        if between is None and spaced and one and (blank := _BLANK.match(reading.text, end, span.end)) and _known(reading, blank.end(), span.end):
            position, after = blank.end(), "hard"
            continue
        if between is None:
            whole = _END.fullmatch(reading.text, end, span.end) or (prose and _ends(reading.text, end, after))
            return _joint(reading, found if whole else found[:done] if prose else [])
        drop = drop or together is not None
        after = "with" if together else "and" if between["and"] or between["too"] else "comma" if between["comma"] else "hard"
        done = len(found) if after == "hard" else done
        position = between.end()
    return _joint(reading, found) if len(found) <= LONGEST_LIST else []


def _ends(text: str, end: int, after: str) -> bool:
    """Tell whether a sentence that goes on after a name ends the list there: "A and B *in May*", and not "A and B *hosts* …"."""
    return _GOES_ON.match(text, end) is not None if after == "and" else _STOPS.match(text, end) is not None


def _begin(reading: Reading, start: int, end: int) -> int:
    """Return where the name of an item begins: after a bullet, "representatives of" and the address of a person."""
    return _BEFORE.match(reading.text, start, end).end()  # type: ignore[union-attr]


def _item(reading: Reading, start: int, end: int) -> tuple[Listed | None, int] | None:
    """Return who is named next, if known, and where the item ends; None where there is no name."""
    open_ = _OPEN.match(reading.text, start, end)
    if open_:
        return None, open_.end()
    begin = _begin(reading, start, end)
    known = next((k for word in _WORD.finditer(reading.text, start, begin + 1) if (k := _known(reading, word.start(), end))), None)
    if known is None:
        other = _NAME.match(reading.text, begin, end) or _NAME.match(reading.text, start, end)
        if other is None:
            others = _OTHERS.match(reading.text, start, end)
            return (None, others.end()) if others else None
        stop = _before_known(reading, other.start(), other.end())
        served = _SECRETARIATS.match(reading.text, stop, end)
        return None, _past_brackets(reading, served.end() if served else stop, end)[0]
    where, entity = known
    stop = where.end
    if entity.kind == "Person":
        stop, office = _past_brackets(reading, stop, end)
        of = _OF.match(reading.text, stop, end)
        stop = of.end() if of else stop
    else:
        more = _NAME.match(reading.text, stop + 1, end) if reading.text[stop : stop + 1] in {" ", "/", "-"} else None
        if more and not _known(reading, stop + 1, end):
            return None, _past_brackets(reading, more.end(), end)[0]
        secretariats = _SECRETARIATS.match(reading.text, stop, end)
        stop, office = _past_brackets(reading, secretariats.end() if secretariats else stop, end)
        by = _REPRESENTED.match(reading.text, stop, end)
        stop = by.end() if by else stop
    return Listed(where, entity, office), stop


def _known(reading: Reading, start: int, end: int) -> tuple[Span, Entity] | None:
    """Return who is named there; a treaty in a list of agencies means its secretariat."""
    known = reading.at(start, end, _WHO, article=False)
    treaty = reading.at(start, end, {"Convention"}, article=False) if known is None else None
    meant = reading.secretariat_of(treaty[1].iri) if treaty else None
    return (treaty[0], meant) if treaty and meant else known


def _before_known(reading: Reading, start: int, end: int) -> int:
    """Return where a name that is not known ends before "… and UNEP"."""
    for where, _ in reading.named(Span(start, end), _WHO):
        gap = re.search(r"\s+(?:and|&)\s+(?:the\s+)?\Z", reading.text[start : where.start])
        if gap:
            return start + gap.start()
    return end


def _past_brackets(reading: Reading, start: int, end: int) -> tuple[int, str]:
    """Return where the brackets after a name end, and the office that stands in them: "(Peru; Chair)"."""
    office = ""
    start = _FOOTNOTE.match(reading.text, start, end).end()  # type: ignore[union-attr]
    while bracket := _PAREN.match(reading.text, start, end):
        words = bracket["in"]
        start = bracket.end()
        parts = [part.strip() for part in re.split(r"[;,]", words)]
        told = next((m["office"] for part in parts if (m := _OFFICE.fullmatch(part))), "")
        office = "none" if UNSURE.search(words) else _office(told) if told else office
    return start, office


def _office(words: str) -> str:
    words = words.lower()
    if words.startswith("observer"):
        return "none"
    if words.startswith(("vice", "rapporteur")):
        return "officer"
    if "chair" in words or "president" in words or words.startswith("facilitator"):
        return ("co-chairs" if words.endswith(("s", "men")) else "co-chair") if words.startswith("co") else "chair"
    return "leads" if "lead" in words and words.endswith("s") else "lead" if words.startswith(("lead", "co", "conv")) else "host" if words.startswith("host") else "secretariat"


def _joint(reading: Reading, found: list[Listed]) -> list[Listed]:
    """Give an office in the plural to those it is said of: "*A and B* (Co-Chairs); C, D"."""
    for index, one in enumerate(found):
        if one.office not in {"co-chairs", "leads"}:
            continue
        office = one.office[:-1]
        found[index] = one._replace(office=office)
        first = index
        while first and ";" not in reading.text[found[first - 1].where.end : found[first].where.start] and not found[first - 1].office:
            first -= 1
        pair = index and re.search(r"\s(?:and|&)\s", reading.text[found[index - 1].where.end : one.where.start])
        for other in range(first if first == 0 else max(first, index - 1), index) if pair else ():
            found[other] = found[other]._replace(office=office)
    return found


def state_listed(reading: Reading, passage: Passage, who: list[Listed], role: str, target: Entity, start: int, *, co: bool = False) -> None:
    """State the role of those in a list in what the list is of."""
    persons = len([one for one in who if not one.office])
    for listed in who:
        whole = reading.at(listed.where.start, passage.body.end, AGENTS, article=False) if listed.entity.kind in AGENTS else None
        one = listed._replace(where=whole[0], entity=whole[1]) if whole and whole[0].end > listed.where.end else listed  # "the *UNEP Pond Division*"
        own = one.office or role
        if own == "chair" and not one.office and (co or persons > 1):
            own = "co-chair"
        if own in {"", "none"} or one.entity.iri == target.iri or (one.entity.kind == "Person" and own in _NO_PERSON) or _is_said(reading, passage, one, own, target):
            continue
        span = Span(min(start, one.where.start), one.where.end)
        reading.state(Role(reading.evidence(passage, span), reading.keep(one.entity), own, reading.keep(target), status=status_of(passage)))


def _is_said(reading: Reading, passage: Passage, one: Listed, role: str, target: Entity) -> bool:
    """Tell whether another rule has read the same of these words, or of the same target."""
    said = (r for r in reading.said_in(passage.id) if isinstance(r, Role) and r.agent == one.entity.iri)
    alike = {"chair", "co-chair", "lead"}
    return any((r.target == target.iri and r.role == role) or ((r.role == role or {r.role, role} <= alike) and r.evidence.span.start <= one.where.start and one.where.end <= r.evidence.span.end) for r in said)


def lines(reading: Reading, passage: Passage) -> Iterator[Span]:
    """Yield the lines of a passage that are not blank."""
    start = passage.body.start
    while start < passage.body.end:
        end = reading.text.find("\n", start, passage.body.end)
        end = passage.body.end if end < 0 else end
        if reading.text[start:end].strip():
            yield Span(start, end)
        start = end + 1


def lines_below(reading: Reading, passage: Passage, start: int, fits: Callable[[Span], object]) -> Iterator[tuple[Passage, Span]]:
    """Yield the lines below a sentence that ends with a colon, in its passage and the next ones of its section, as long as each fits."""
    index = reading.document.passages.index(passage)
    for below in reading.document.passages[index : index + _PASSAGES]:
        if below is not passage and (below.kind != "unnumbered" or below.section != passage.section):
            return
        for line in lines(reading, below):
            if line.start >= start:
                if not fits(line):
                    return
                yield below, line
