"""Plain text that holds pieces of HTML: an embedded tweet, a stray tag, entities.

What no tag touches stays as it is, to the character, so that lines and paragraphs of the plain text
survive; ``a < b`` and ``R&D`` are no HTML.
"""

import html
import re


def _names(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


_BLOCKS = _names(
    "address article aside blockquote body caption center dd details div dl dt fieldset figcaption"
    " figure footer form h1 h2 h3 h4 h5 h6 header hr html legend li main ol p pre section summary"
    " table tbody tfoot thead tr ul"
)
_LEAVES = _names("p li h1 h2 h3 h4 h5 h6 figcaption dd dt")  # flow as one paragraph
_INLINE = _names(
    "a abbr acronym area audio b base basefont bdi bdo big br cite code col colgroup data del dfn"
    " em embed font i img input ins kbd label link map mark meta param picture q rp rt ruby s samp"
    " small source span strike strong sub sup td th time track tt u var video wbr"
)
# Nobody sees their content; a browser shows it as a control, a menu, or not at all.
_HIDDEN = _names(
    "button canvas head iframe math nav noscript object option script select style svg template"
    " textarea title"
)
_VOID = _names("br hr img wbr")
_KNOWN = _BLOCKS | _INLINE | _HIDDEN

# Quantifiers are possessive and quoted values bounded: no stretch is tried twice.
_TOKEN = re.compile(
    r"<!--|<!doctype\b[^<>]{0,500}>|"
    r"<(?P<close>/?)(?P<name>[a-z][a-z0-9]*+(?:-[a-z0-9]++)*+)(?=[\s/>])"
    r"(?P<attributes>(?:[^<>\"']++|\"[^\"]{0,2000}+\"|'[^'\n]{0,2000}+')*+)>",
    re.IGNORECASE,
)
_ENTITY = re.compile(r"&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z][a-z0-9]{1,31});", re.IGNORECASE)
# In a text whose line ends are all "\n", "\r" is free to stand for a break that a tag makes.
_BREAKS = re.compile(r"(?<![ \t\n\r])[ \t\n]*+\r[ \t\n\r]*+")
_LINE_END = re.compile(r"(?<![ \t\n])[ \t]*+\n[ \t]*+")


def strip_fragments(text: str) -> str:
    r"""Give what a reader would see of a text with pieces of HTML in it.

    Args:
        text: Text whose lines end in ``\n``.

    Returns:
        The text without tags, comments, scripts, styles and menus, and with entities decoded;
        the same text where there are none.

    Example:
        >>> strip_fragments("<p>Out at 7&nbsp;a.m.</p><script>x()</script>")
        'Out at 7\xa0a.m.'
    """
    if "<" in text and any(_is_markup(token) for token in _TOKEN.finditer(text)):
        text = _without_tags(text)
    return _ENTITY.sub(lambda entity: html.unescape(entity[0]), text)


def _is_markup(token: re.Match[str]) -> bool:
    """Tell a real tag from a word in angle brackets: a lone ``<b>`` proves nothing."""
    name = token["name"]
    if name is None:
        return True
    name = name.lower()
    return name in _KNOWN and (bool(token["close"]) or "=" in token["attributes"] or name in _VOID)


def _without_tags(text: str) -> str:
    endings = _Endings(text)
    parts: list[str] = []
    leaf: int | None = None  # where the open paragraph begins in ``parts``
    position = 0
    while token := _TOKEN.search(text, position):
        parts.append(text[position : token.start()])
        position = token.end()
        name = (token["name"] or "").lower()
        if not name:
            position = endings.after("-->", position) if token[0] == "<!--" else position
        elif name in _HIDDEN and not token["close"]:
            position = endings.after(f"</{name}", position, tag=True)
        elif name in _LEAVES and token["close"] and leaf is not None:
            parts[leaf:] = [_flow("".join(parts[leaf:]))]
            leaf = None
        parts.append(_replacement(name, token))
        if name in _LEAVES and not token["close"]:
            leaf = len(parts)
    parts.append(text[position:])
    joined = "".join(parts)
    return _BREAKS.sub(_line_breaks, "\n" + joined + "\n")[1:-1].strip("\n") if joined else joined


def _replacement(name: str, token: re.Match[str]) -> str:
    if name == "br":
        return "\r"
    if name in _BLOCKS:
        return "\r\r"
    if name in ("td", "th"):
        return " "
    known = not name or name in _KNOWN or name.startswith("amp-")
    return "" if known else token[0]


def _flow(paragraph: str) -> str:
    """Join the source lines of one paragraph; blank lines mean that its end tag is not its own."""
    return paragraph if "\n\n" in paragraph else _LINE_END.sub(" ", paragraph)


def _line_breaks(match: re.Match[str]) -> str:
    """Keep as many line ends as the text had, and no fewer than the tags ask for."""
    run = match[0]
    return "\n" * max(run.count("\n"), min(2, run.count("\r")))


class _Endings:
    """Finds what ends an element, and remembers what is missing, so that it is sought but once."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._lower = text.lower() if len(text.lower()) == len(text) else text
        self._missing: set[str] = set()

    def after(self, ending: str, position: int, *, tag: bool = False) -> int:
        """Give the offset behind the next ``ending``; ``position`` where there is none."""
        if ending in self._missing:
            return position
        found = self._lower.find(ending, position)
        if found < 0:
            self._missing.add(ending)
            return position
        if not tag:
            return found + len(ending)
        close = self._text.find(">", found, found + 200)
        return close + 1 if close >= 0 else found + len(ending)
