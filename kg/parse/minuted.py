"""Minutes that say what they are by their front matter or by their headings only, and bulletins that only tell of a meeting.

> ---  title: Minutes of the 7th session of the Pond Group  ---  ·  ### Attendees … # Agenda … # Meeting notes
"""

from __future__ import annotations

import re

from kg.parse.recorded import HEAD
from kg.text_notes import is_of_notes, noted

_BULLETIN = re.compile(
    r"^[ \t#*|_]*(?:title:[ \t]*[\"“']?)?(?P<line>(?:Earth[ \t]+Negotiations[ \t]+Bulletin\b|ENB\b|HIGHLIGHTS[ \t]+(?:FROM|FOR)\b|"
    r"(?<=: |:[\"“']| [\"“'])(?i:highlights[ \t]+(?:from|of|for))\b)[^\n]*|(?:url|source|link):[ \t]*\S*\biisd\.(?:ca|org)\b\S*)",
    re.MULTILINE,
)
"""A line of those who tell every day what happens at the meetings of others."""
_OF_RECORD = re.compile(
    r"(?:(?:Draft|Final|Summary|Short|Meeting|Official)\s+)*(?:Report|Minutes|Notes|Record|Proceedings)\s+(?:of|from|on)\s+(?:the\s+)?(?:[^.;]|\.(?=\S)){0,160}?\b(?:session|meeting|segment|call)\b|"
    r"(?:[^.;:]{2,120}?[\s:–—-]+)?(?:meeting|call)\s+(?:minutes|notes|record|summary|report)\b|(?:[^.;:]{2,120}?[\s:–—-]+)?minutes\b",
    re.IGNORECASE,
)
"""A title that says that a text is the record of a meeting."""
_OF_MEETING = re.compile(
    r"[^.;:]{0,120}?\b(?:Board|Committee|Council|Bureau|Commission|Panel|Assembly|Forum|Secretariat|Network|(?:Task\s+)?Team|Task\s+Force|(?:[A-Z]\w+\s+)?Group)\s+(?:Meeting|Session|Call)\b",
    re.IGNORECASE,
)
"""… or only which meeting it is: then more must show that it is a record."""
_KEPT = re.compile(
    r"^(?:minutes?\w*[ \t]*:|(?:type|category|categories|layout|collection|tags?):[^\n]*\b(?:minutes|meeting[ _-]?notes?)\b)", re.IGNORECASE | re.MULTILINE
)
"""A line of the front matter by which a text is filed as minutes."""
_NEWS = re.compile(
    r"\b(?:is|are|was|were|has|have|will|can|now|online|available|published|released|announc\w+|calls?\s+for|join|register|registration|upcoming|invitation|save\s+the\s+date|news|story|concludes?|opens|closes|meets|kicks|begins|ends)\b|[?!]",
    re.IGNORECASE,
)
"""A title that tells something is that of a news item: "The report of the meeting *is now online*"."""
_MARKS = r"[ \t#*_\d.)•-]*"
_BUSINESS = re.compile(
    rf"^{_MARKS}(?P<what>Opening|Welcome(?:\s+and\s+introductions?)?|"
    r"(?:Approval|Adoption|Review|Confirmation)\s+of\s+(?:the\s+)?(?:previous\s+|last\s+|draft\s+)?(?:agenda|minutes)|"
    r"(?P<came>Attendees|Attendance|Participants|In\s+attendance|Present)|Apologies|Agenda|(?P<notes>Minutes|(?:Meeting\s+|Discussion\s+)?Notes)|"
    r"(?:Key\s+|Main\s+)?Decisions(?:\s+(?:and|&)\s+(?:recommendations|actions?(?:\s+items|\s+points)?|next\s+steps))?|Recommendations\s+and\s+decisions|"
    r"(?:New\s+|Open\s+|Outstanding\s+|Review\s+of\s+(?:the\s+)?|Agreed\s+)?Actions?(?:\s+items|\s+points)?|Any\s+other\s+business|AOB|"
    r"(?:Date\s+of\s+(?:the\s+)?)?Next\s+meeting|Clos(?:e|ing|ure)(?:\s+of\s+the\s+(?:meeting|session))?)[*_: \t]*$",
    re.IGNORECASE | re.MULTILINE,
)
"""A line of its own that heads what minutes have."""
_HEADING = re.compile(r"[ \t]*(?:#{1,6}[ \t]|\*\*|\d{1,2}[.)][ \t]+\*\*)")
_SEVERAL = 3
_PROCEDURE = re.compile(
    r"^[ \t#*]*(?P<line>Organi[sz]ation\s+of\s+(?:the\s+)?work(?:\s+of\s+the\s+(?:session|meeting))?|"
    r"Adoption\s+of\s+the\s+agenda(?:\s+and\s+organi[sz]ation\s+of\s+(?:the\s+)?work)?|"
    r"Opening\s+of\s+the\s+(?:session|meeting)|Election\s+of\s+(?:the\s+)?(?:officers|Bureau)|Credentials\s+of\s+representatives)[ \t*]*$",
    re.IGNORECASE | re.MULTILINE,
)
_DECIDED = re.compile(
    r"\b[Tt]he\s+(?:[A-Z]\w+\s+){0,3}(?:Council|Board|Committee|Commission|Conference|Assembly|Panel|Plenary)(?:,\s+at\s+[^,.;]{3,80},)?\s+(?:(?:also|further|then)\s+|considered\s+and\s+)?(?:decided|approved|adopted|agreed|elected|took\s+note|established)\b"
)


_SAYS_NEWS = re.compile(
    r"^(?P<line>(?:purpose|category|categories|type|section|tags?):[ \t]*[\"'\[]?(?:news|press[ \t-]releases?|stor(?:y|ies)|blog)\b[^\n]*)$",
    re.IGNORECASE | re.MULTILINE,
)


def says_news(text: str, title: str) -> str:
    """Return the line of the front matter that says a text is news, or an empty string: also for what is the record of a meeting all the same.

    >>> says_news("---\\npurpose: news\\n---\\nIt rained.", "Ponds are dug"), says_news("It is of the purpose: news", "")
    ('purpose: news', '')
    """
    end = text.find("\n---", 4) if text.startswith("---\n") else -1
    match = _SAYS_NEWS.search(text, 0, end) if end > 0 else None
    return match["line"].strip() if match and not minuted(text, title) else ""


def is_bulletin(text: str) -> str:
    """Return the line by which a text shows that it is a bulletin of what happens at the meetings of others, or an empty string.

    >>> is_bulletin("---\\ntitle: HIGHLIGHTS FROM THE POND TALKS\\n---"), is_bulletin("Highlights of the year")
    ('HIGHLIGHTS FROM THE POND TALKS', '')
    """
    match = _BULLETIN.search(text, 0, HEAD)
    return " ".join(match["line"].split()) if match else ""


def minuted(text: str, title: str) -> str:
    """Return the reason to believe that a text with marks of its own is the minutes of a meeting, or an empty string.

    >>> minuted("---\\ntitle: Pond Board meeting minutes\\n---\\n# Agenda\\nPonds", "Pond Board meeting minutes")
    'the title “Pond Board meeting minutes” and the line “Agenda”'
    >>> minuted("### Attendees\\nAna Water\\n# Agenda\\nPonds\\n# Meeting notes\\nIt rained.", "Attendees")
    'the headings “Attendees”, “Agenda”, “Meeting notes”'
    """
    lines = {" ".join(m["what"].casefold().split()): m for m in _BUSINESS.finditer(text) if _HEADING.match(text, m.start())}
    heads = list(lines.values())
    if text.startswith("---\n"):
        record = _OF_RECORD.match(title)
        named = record or _OF_MEETING.match(title)
        kept = _KEPT.search(text, 0, text.find("\n---", 4) + 1) if named else None
        enough = len(heads) >= (1 if record or kept else _SEVERAL)
        return f"the title “{title[:60]}” and the line “{heads[0]['what']}”" if named and enough and not _NEWS.search(title) else ""
    both = any(m["came"] for m in heads) and any(m["notes"] for m in heads)
    printed = ", ".join(f"“{match['what']}”" for match in heads[:_SEVERAL])
    return f"the headings {printed}" if both and len(heads) >= _SEVERAL else ""


def is_notes(text: str) -> bool:
    """Tell the notes of a meeting by their title and by who came, or by headings that only notes have.

    >>> is_notes("### Attendees\\nAna Water\\n# Agenda\\nPonds\\n# Meeting notes\\nIt rained."), is_notes("Attendees\\n\\nIt rained.")
    (True, False)
    """
    return noted(text) is not None or (is_of_notes(text) and minuted(text, "") != "")


def proceeds(text: str, paragraphs: list[str]) -> str:
    """Return the reason to believe that an excerpt without a title reports on a meeting: a line of its procedure, and paragraphs in which a body decides.

    >>> told = ["The Board elected Chad.", "The Board also decided to dig."]
    >>> proceeds("Election of officers\\n\\n3. " + "\\n\\n4. ".join(told), told)
    'the line “Election of officers” and 2 paragraphs in which a body decides'
    """
    line = _PROCEDURE.search(text, 0, HEAD)
    told = sum(_DECIDED.search(words) is not None for words in paragraphs) if line else 0
    return f"the line “{line['line']}” and {told} paragraphs in which a body decides" if line and told > 1 and told * 2 > len(paragraphs) else ""
