"""What a document says of itself above its text: which meeting it is on, and that it is the record of it.

> 43rd Meeting of the Board · Summary report  ·  Decisions of the ninth meeting of the Council
"""

from __future__ import annotations

import re

from kg.text import ORDINAL

HEAD = 600
"""So far from its beginning a text says what it is."""
_RECORD_LINE = re.compile(
    r"^[ \t#*|]*(?:(?:Draft|Final|Executive|Daily|Provisional|"
    r"Joint|Short|Brief|Agreed|Key|Main|Official|Meeting|Summary|(?:Co-?)?Chair(?:person)?s?[’']?s?)[ \t]+)*"
    r"(?:(?P<decided>Decisions?|Conclusions|Outcomes?|Recommendations)|Report|Minutes|Record|Summary(?:[ \t]+note)?|"
    r"Aide-m[ée]moire|Note[ \t]+for[ \t]+the[ \t]+record|Proceedings|Notes|Highlights)"
    r"(?:[ \t]*(?:,|and|&|:)[ \t]+(?:(?:suggested|agreed|proposed|recommended)[ \t]+)?"
    r"(?:decisions|actions?|action[ \t]+points|conclusions|recommendations|outcomes))*"
    r"(?:[ \t]+(?:of|on|by|from|and|taken|adopted|agreed)[ \t](?P<of>[^\n.;]{2,160})|[ \t]*:[ \t][^\n.;]{2,100})?[ \t*|]*$",
    re.IGNORECASE | re.MULTILINE,
)
"""A line that says what is printed: "Summary report", "Joint summary of the Chairs", "Decisions of the ninth meeting"."""
_RECORD_AFTER = re.compile(
    r"^[ \t#*|]*[^\n:;.]{8,180}?(?:[ \t]*:|[ \t]+[–—-])[ \t]+"
    r"(?:(?:Draft|Final|Summary|Meeting)[ \t]+)?(?:Report|Minutes|Record|Summary|Outcome|Conclusions)[ \t*|]*$",
    re.IGNORECASE | re.MULTILINE,
)
"""The same at the end of the title: "9th meeting of the Board: summary record"."""
_MEETING_LINE = re.compile(
    r"^(?!.*\b(?:workshop|experts?|dialogue|seminar|symposium|webinar|consultations?|conference on)\b)"
    rf"[ \t#*|]*(?:[^\n.;]{{0,160}}?\b(?:of|on)[ \t]+)?(?:the[ \t]+)?(?:{ORDINAL})[ \t]+"
    r"(?:[\w’'&/-]+[ \t]+){0,9}?(?:meeting|session|segment)\b[^\n.;]{0,200}$|"
    r"^(?!.*\b(?:workshop|experts?|dialogue|seminar|symposium|webinar|consultations?|conference on)\b)"
    r"[ \t#*|]*[^\n.;]{0,160}?\b(?:meeting|session)\b[^\n.;]{0,120}?(?:\n[^\n]{0,80})?\b(?:19|20)\d\d\b[^\n.;]{0,60}$",
    re.IGNORECASE | re.MULTILINE,
)
"""A line that names a meeting by its number or its date: "43rd meeting of …", "Technical segment of the ninth meeting"."""
_BUSINESS = re.compile(
    r"\b(?:meeting|session|segment)\s+(?:was|were)\s+(?:[a-z]+\s+)?(?:opened|closed|chaired|adjourned|held|called)\b|"
    r"\b(?:meeting|session)\s+of\s+the\s[^.;]{3,200}?\bwas\s+(?:held|convened|opened|hosted)\b|"
    r"\b(?:opened|closed|adjourned|chaired|presided\s+over)\s+the\s+(?:meeting|session|segment)\b|"
    r"^The\s+(?:[A-Z]\w+\s+){0,2}(?:Committee|Board|Council|Commission|Bureau|Panel)\s+(?:noted|took\s+note|agreed|adopted|approved|endorsed|established)\s|"
    r"\bagenda\s+was\s+adopted\b|\badopted\s+(?:the|its)\s+(?:\w+\s+)?agenda\b|\b(?:meeting|session|segment)\s+closed\s+at\b|"
    r"\bwelcomed\s+(?:all\s+|the\s+)?(?:delegates|delegations|participants|members)\b|^\W*(?:[\w.]+\s+)?Adoption\s+of\s+the\s+(?:\w+\s+)?agenda\b|"
    r"^[ \t#*|]*(?:Participants|Attendance|Attendees|Present)[ \t]*(?::|$)",
    re.IGNORECASE | re.MULTILINE,
)
"""What happens at meetings only, in the prose of a report."""
_BEFOREHAND = re.compile(
    r"^[ \t#*|]*(?:Note|Background|Paper|Prepared)\b[^\n]{0,60}\b(?:secretariat|paper|note|document)\b|"
    r"^[ \t#*|]*Note[ \t]+by[ \t]|\b(?:newsletter|bulletin)\b|"
    r"\bitems? \d{1,2}[\d() a-h,]{0,16} of the (?:provisional )?agenda\b|^[ \t#*|]*(?:(?:Annotated|Provisional|Draft)[ \t]+)+agenda\b|"
    r"^[ \t#*|]*(?:(?:Draft[ \t]+)?terms of reference|(?:Background|Information|Working|Discussion)[ \t]+(?:note|paper|document))\b|"
    r"^[ \t#*|]*(?:News[ \t]*:?$|(?:Press|Media|News)[ \t]+(?:release|advisory|statement)\b)",
    re.IGNORECASE | re.MULTILINE,
)
"""A document for a meeting, or a release about one, is no report of it."""
_OF_ANY = re.compile(r"^(?=[^\n]{5,240}$)[^\n.;]{0,200}\b(?:meeting|session|segment)\b[^\n.;]*$", re.IGNORECASE | re.MULTILINE)
_OF_MEETING = re.compile(
    r"\b(?:meeting|session|segment|discussions?|proceedings|decisions|(?:co-?)?chair(?:person)?s?|rapporteurs?|facilitators?)\b", re.IGNORECASE
)
"""A report *of the secretariat* on a matter is not the report of a meeting."""


def recorded(text: str) -> str:
    """Return the reason to believe a text records a meeting, or an empty string.

    A line names a meeting, another (or the same) says what is printed, and what is told happens at meetings only.

    >>> recorded("9th meeting of the Board\\n\\nSummary report\\n\\nThe meeting was opened by Chad.")
    'the lines “9th meeting of the Board” and “Summary report”'
    """
    meeting = _MEETING_LINE.search(text, 0, HEAD)
    lines = (m for m in _RECORD_LINE.finditer(text, 0, HEAD) if m["decided"] or not m["of"] or _OF_MEETING.search(m["of"]))
    record = (next(lines, None) or _RECORD_AFTER.search(text, 0, HEAD)) if meeting else None
    if not (meeting and record) or _BEFOREHAND.search(text, 0, HEAD) or not _BUSINESS.search(text, min(meeting.start(), record.start())):
        return ""
    return f"the lines “{' '.join(meeting[0].split())[:60]}” and “{' '.join(record[0].split())[:60]}”"


def is_of_meeting(text: str) -> bool:
    """Tell whether a line at the top of a text names a meeting, by its number or not.

    >>> is_of_meeting("Board meeting, Bern"), is_of_meeting("Ponds were discussed at the meeting.")
    (True, False)
    """
    return bool(_OF_ANY.search(text, 0, HEAD))


def tells_of_business(text: str) -> bool:
    """Tell whether a text says what happens at meetings only, and was not made for one.

    >>> tells_of_business("The meeting was opened at noon."), tells_of_business("Background note\\nThe meeting was opened.")
    (True, False)
    """
    return bool(_BUSINESS.search(text)) and not _BEFOREHAND.search(text, 0, HEAD)
