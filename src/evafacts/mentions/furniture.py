"""What stands around an article on its page and is no part of what it tells.

Bylines, stamps, links to other stories, credits, addresses and calls to share: their days are those
of the page and their headlines other stories, so no fact is read from them. They are blanked and
not cut out: every offset stays what it is.
"""

import re
from collections.abc import Iterator

_LONG = 160  # a line beyond this is prose, unless it is an item of a list of links
_MOST = 24  # words of a byline or stamp
_MONTH = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*"
_LABEL = r"(?:published|updated|posted|modified|created|issued|filed|date|added|uploaded)"
# One word of "Last updated: 06:01 EST, Monday 23rd December 2013 -0500".
_STAMP_WORD = re.compile(
    rf"(?:first|last|originally|at|on|{_LABEL}|{_MONTH}|(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|"
    r"sat(?:ur)?|sun)(?:day)?|\d+(?:st|nd|rd|th|h)?|\d\d?[:.]\d\d(?:[:.]\d\d)?(?:[ap]\.?m)?|"
    r"\d+[./-]\d+[./-]\d+(?:T[\d:.]+Z?)?|[ap]\.?m|(?-i:[A-Z]{2,5})|[+-]\d\d:?\d\d)",
    re.I,
)
_NAME_WORD = re.compile(
    r"[A-Z\u00c0-\u00de@&].*|and|of|the|for|in|our|own|with|to|de|van|von|der|staff|science|space|"
    r"special|correspondent|correspondents|reporter|writer|editor|contributor|contributing|senior"
)
_WORDS = re.compile(r"[^\s,;|()\u2022\u00b7\u2013\u2014/]+")
_BY = re.compile(r"[Bb][Yy]:?(?=\s|$|[A-Z][\w.]*\s)")  # a lost break makes "ByABC News"
_AFTER_NAMES = re.compile(r"[|\u2022\u00b7\u2013\u2014]")
_CLOCK = re.compile(r"\d[:.]\d\d")
_YEAR = re.compile(r"(?:19|20)\d\d")
_LABELLED = re.compile(
    rf"(?:[-\u2022*]\s+)?(?:page\s+)?(?:(?:first|last|originally)\s+)?{_LABEL}\b(?:\s+date)?\s*:?",
    re.I,
)
_OPENS_STAMP = re.compile(rf"\W*(?:by|(?:(?:first|last)\s+)?{_LABEL})\s*:?\W*", re.I)
_AUTHOR = re.compile(r"\s+(?:by|in|under)\s", re.I)
# A line by itself that a page offers beside the article.
_OFFER = re.compile(
    r"[\W_]*(?:shares?|tweet|print|e-?mail|comments?|share\s+(?:this|on|via|with)\b.*|"
    r"\d[\d,.]*k?\s+(?:comments?|shares?|views?|reads?)|(?:\d+\s+)?min(?:ute)?s?\s+read|"
    r"(?:view|add|leave|post)\s+(?:a\s+|all\s+)?(?:comments?|reply)|scroll\s+down\s+for\s.*|"
    r"sign\s+up\s+(?:for|to)\b.*|subscribe\b.*|follow\s+us\b.*|follow\s+@\w+.*|"
    r"(?:click|tap)\s+here\b.*|advertise?ments?|sponsored(?:\s+content)?|continue\s+reading|"
    r"article\s+continues\s+below.*|load\s+more|skip\s+to\b.*|back\s+to\s+top|"
    r"(?:next|previous|older|newer)\s+(?:article|post|story|stories)\b.*|view\s+this\s+post\s+on.*|"
    r"accessibility\s+links|breaking\s+news|@highlight|all\s+rights\s+reserved.*|"
    r"(?:copyright|\u00a9|\(c\))\s.*|(?:this\s+(?:article|story)\s+was\s+)?originally\s+"
    r"published\s+(?:on|at|by)\b.*|"
    # A label with what it labels.
    r"(?:read\s+(?:more|next|also)|also\s+read|see\s+also|related(?:\s+\w+)?|must\s+read|"
    r"tags?|tagged|topics?|filed\s+under|posted\s+in|categor(?:y|ies)|keywords|sources?|via|"
    r"(?:photo|image|picture|video|cover|feature)s?\s+(?:credits?|by|courtesy(?:\s+of)?)|credits?|"
    r"share(?:\s+this(?:\s+\w+)?)?|watch(?:\s+live)?)\s*[:|\u2013\u2014].*)[\W_]*",
    re.I,
)
# "Updated | Comment | Recommend | E-mail | Print"
_CONTROL = re.compile(
    r"\s*(?:(?:updated|comments?|recommend|e-?mail|print|share|tweet|save|like|facebook|twitter|"
    r"whatsapp|linkedin|reddit|pinterest|telegram|home|news|menu|search|log\s?in|sign\s+in|rss)\s*)+",
    re.I,
)
_SECTION = re.compile(
    r"[\W_]*(?:related(?:\s+(?:stories|articles|news|coverage|links|topics|content|posts|sites|"
    r"readings?|videos?))?|more\s+(?:stories|news|coverage|headlines|from\b.*|on\s+this\b.*|like\s+"
    r"this)|read\s+(?:more|next|also)|see\s+also|also\s+(?:read|in\s+the\s+news)|"
    r"most\s+(?:read|popular|viewed|shared)|you\s+(?:may|might)\s+(?:also\s+)?(?:like|enjoy|be\s+"
    r"interested\s+in)|recommended(?:\s+(?:for\s+you|stories|reading|articles|videos))?|"
    r"trending(?:\s+now)?|(?:latest|top|other|popular)\s+(?:news|stories|headlines|posts|articles|"
    r"videos)|don['\u2019]t\s+miss|further\s+reading|in\s+other\s+news|what\s+to\s+read\s+next|"
    r"(?:notes\s+and\s+)?references|sources?|external\s+links|tags?|topics?|categories|"
    r"filed\s+under)[\s:\u2026.]*",
    re.I,
)
_ITEM = re.compile(r"\s*(?:[-\u2013\u2014*\u2022\u25cf>]\s|\(?\d{1,2}[.)]\s)")
_SENTENCE_END = re.compile(r"[.!?][\"'\u201d\u2019)\]]*\s*$")
# Each is looked for by itself where its first mark stands at all: links and addresses, the credit
# of a picture.
_LINK = re.compile(
    r"[hHwW!(pP/](?:(?<=[hH])[tT][tT][pP][sS]?://[^\s<>\")\]]+|"
    r"(?<=[wW])(?<!\w.)[wW]{2}\.[^\s<>\")\]]+|(?<=!)\[[^\]\n]{0,300}\]\([^)\n]{0,400}\)|"
    r"(?<=\]\()[^)\s]{1,400}\)|(?<=[pP])(?<!\w.)(?i:ic\.twitter\.com)/\w+|"
    r"(?<=/)(?<![\w/].)(?:[\w%-]+/)+\w[\w%.-]*)"
)
_ADDRESS = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]+\.[\w.-]+")
_CREDIT = re.compile(
    r"[(\[](?:(?:image|photo|picture|video)s?(?:\s+credits?)?\s*[:/]|credits?\s*:|"
    r"(?:ap|reuters|getty|afp)\s+(?:photo|images?)\b|(?:photo|image|picture)s?\s+by\s)"
    r"[^()\[\]\n]{0,160}[)\]]",
    re.I,
)
_NOT_NEWLINE = re.compile(r"[^\n]")


def without_furniture(text: str) -> str:
    r"""Blank what is page and not article.

    Args:
        text: An article's text.

    Returns:
        A text of the same length with spaces in its place; the same text where there is none.

    Example:
        >>> without_furniture("By Jo Doe\nThey went out.\nRead more: A walk in pictures")
        '         \nThey went out.\n                             '
    """
    spans = list(_lines(text))
    spans.extend(_inline(text))
    if not spans:
        return text
    parts: list[str] = []
    at = 0
    for start, end in sorted(spans):
        if end > at:
            parts.append(text[at : max(at, start)])
            parts.append(_NOT_NEWLINE.sub(" ", text[max(at, start) : end]))
            at = end
    return "".join([*parts, text[at:]])


def _inline(text: str) -> Iterator[tuple[int, int]]:
    """Give the links, addresses and credits within lines, as offsets."""
    if "/" in text or "www." in text:
        yield from (found.span() for found in _LINK.finditer(text))
    if "@" in text:
        yield from (found.span() for found in _ADDRESS.finditer(text))
    yield from (found.span() for found in _CREDIT.finditer(text))


def _lines(text: str) -> Iterator[tuple[int, int]]:
    """Give the lines that are furniture, as offsets."""
    above = ""  # the line that opened a stamp of several lines
    section = False
    start = 0
    for whole in text.split("\n"):
        line = whole.strip()
        if line:
            section = (section and _goes_on(line)) or bool(_SECTION.fullmatch(line))
            opens = _OPENS_STAMP.fullmatch(line) is not None
            below = bool(above) and not opens and _is_stamped(line, above)
            if section or opens or below or _is_furniture(line):
                yield start, start + len(whole)
            above = line if opens else above if below else ""
        start += len(whole) + 1


def _is_furniture(line: str) -> bool:
    if len(line) > _LONG:
        return False
    if _OFFER.fullmatch(line) or _is_byline(line):
        return True
    if "|" in line and all(_CONTROL.fullmatch(one) for one in line.strip("| ").split("|")):
        return True
    label = _LABELLED.match(line)
    if label:  # "Posted on March 3, 2021 by Jo Doe"; in prose the day is not all that follows
        rest = _AUTHOR.split(line[label.end() :], maxsplit=1)[0]
        return _is_stamp(rest) and any(map(str.isdigit, rest))
    return bool(_YEAR.search(line) and _CLOCK.search(line)) and _is_stamp(line)


def _is_stamp(line: str) -> bool:
    """As in "20:36 EST, 22 December 2013"."""
    words = _WORDS.findall(line)
    return len(words) <= _MOST and all(_STAMP_WORD.fullmatch(w.rstrip(":.")) for w in words)


def _is_byline(line: str) -> bool:
    """As in "By Jo Doe and Max Roe, Daily Planet | 3 May 2013"."""
    by = _BY.match(line)
    if by is None:
        return False
    names = _AFTER_NAMES.split(line[by.end() :], maxsplit=1)[0]
    words = _WORDS.findall(names)
    if not 0 < len(words) <= _MOST or not any(map(str.isalpha, names)):
        return False
    stamps = [bool(_STAMP_WORD.fullmatch(w.rstrip(":.,"))) for w in words]
    return not all(stamps) and all(
        known or _NAME_WORD.fullmatch(w) for w, known in zip(words, stamps, strict=True)
    )


def _is_stamped(line: str, above: str) -> bool:
    """As in "Jo Doe and Max Roe", "|", "22 December 2013" below "By" or "Published:"."""
    if not any(map(str.isalnum, line)) or _is_stamp(line):
        return True
    return above.lower().startswith("by") and len(line) < _LONG and _is_byline(f"By {line}")


def _goes_on(line: str) -> bool:
    """Whether a section of links goes on: items of a list, or headlines."""
    return bool(_ITEM.match(line)) or (len(line) < _LONG and not _SENTENCE_END.search(line))
