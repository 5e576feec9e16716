"""In what ways a sentence may describe or mean a group that it does not name: each is tried only where a word stands that it waits for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.gatherings import LAUNCH, WITH_OWNER
from kg.extract.naming import by_capitals, by_day, by_gathering, by_order, by_owner, by_pronoun, by_seat, by_secretariat, by_topic, short_forms
from kg.extract.phrases import (
    BOARD_OF,
    CAPITALIZED,
    DAY,
    GROUP,
    GROUP_OR_NETWORK,
    GUIDES,
    HAS_OWN,
    HEAD_FIRST,
    HOLDS,
    IS_GUIDED,
    NTH,
    OF_TREATY,
    OF_WHICH,
    OWN_BODY,
    POSSESSIVE,
    SECRETARIAT,
    SHORT,
    THE_OWN,
)
from kg.extract.reading import AGENTS
from kg.extract.secretariats import of_treaty
from kg.extract.sittings import sittings_in_words
from kg.extract.words import any_of, cues

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from kg.extract.reading import Reading
    from kg.model import Entity, Passage, Span

_WAYS: tuple[tuple[Callable[[Reading, Passage, Span], Iterator[tuple[Span, Entity]]], frozenset[int] | None], ...] = (
    (by_topic, cues(GROUP, GROUP_OR_NETWORK)),
    (by_order, cues(NTH)),
    (short_forms, cues(SHORT)),
    (by_secretariat, cues(SECRETARIAT)),
    (of_treaty, cues(OF_TREATY)),
    (by_owner, cues(POSSESSIVE, BOARD_OF, HAS_OWN, THE_OWN, OF_WHICH, GUIDES, IS_GUIDED, HOLDS)),
    (by_seat, cues(OWN_BODY)),
    (by_capitals, cues(HEAD_FIRST, CAPITALIZED)),
    (by_day, cues(DAY)),
    (by_pronoun, None),
    (sittings_in_words, any_of("ession", "eeting")),
    (by_gathering, cues(WITH_OWNER, LAUNCH)),
)
"""In what order groups are looked for, and the words of which one stands wherever a way finds something."""
_MEANING = (short_forms, by_secretariat, by_capitals, by_pronoun)
"""The ways by which a sentence may mean an agency."""


def groups_in_words(reading: Reading, passage: Passage, sentence: Span) -> Iterator[tuple[Span, Entity]]:
    """Yield groups and events that a sentence describes or means, where nothing is named: "a contact group on soil", "the group", "it"."""
    for way, words in _WAYS:
        if words is None or reading.holds(sentence, words):
            yield from way(reading, passage, sentence)


def means_somebody(reading: Reading, passage: Passage, sentence: Span) -> bool:
    """Tell whether a short form or a pronoun of a sentence means an agency: "*the Centre* hosts the forum"."""
    ways = (way for way, words in _WAYS if way in _MEANING and (words is None or reading.holds(sentence, words)))
    return any(entity.kind in AGENTS for way in ways for _, entity in way(reading, passage, sentence))
