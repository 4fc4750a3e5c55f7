"""HTML pages: what a reader would see, and what the page says of itself."""

import re

from resiliparse.extract.html2text import extract_plain_text
from resiliparse.parse.html import HTMLTree

from evafacts.articles.build import Fields, build_article
from evafacts.articles.metadata import page_fields, select
from evafacts.articles.source import ArticleError
from evafacts.records import Article

_PAGE = re.compile(
    r"\A\s*+(?:<\?xml[^>]{0,500}>\s*+|<!--.{0,2000}?-->\s*+){0,20}<(?:!doctype\s++html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
# Menus, controls, and what stands around an article on its page.
_SKIPPED = (
    "nav",
    "aside",
    "footer",
    "form",
    "button",
    "select",
    "dialog",
    "iframe",
    "svg",
    "template",
    "[role=navigation]",
    "[role=search]",
    "[role=complementary]",
    "[role=contentinfo]",
    "[role=dialog]",
    "[hidden]",
    "[aria-hidden=true]",
    "[style*='display:none']",
    "[style*='display: none']",
    ".menu",
    ".nav",
    ".navbar",
    ".navigation",
    ".breadcrumb",
    ".breadcrumbs",
    ".share",
    ".social",
    ".social-share",
    ".related",
    ".related-articles",
    ".newsletter",
    ".cookie-banner",
    ".comments",
    ".sr-only",
    ".visually-hidden",
)
_CONTAINERS = ("[itemprop=articleBody]", "article", "main", "[role=main]")
_MINIMUM_SHARE = 0.4  # of the page's text, for a container to be the article
_MAX_CONTAINERS = 100  # a page of search results may have more; none of them is its article
# Far beyond any page that people make (browsers stop at 512), the parser's time and memory grow
# with the square of the depth.
_MAX_DEPTH = 1000
_NESTING = re.compile(
    r"<(/?)(?:article|aside|blockquote|div|dl|fieldset|form|main|nav|ol|section|span|table|ul)\b",
    re.IGNORECASE,
)
_INDENTATION = re.compile(r"(?<=\n)[ \t]+")


def is_page(text: str) -> bool:
    """Tell a page of HTML by how it begins."""
    return _PAGE.match(text) is not None


def read_page(html: str, fields: Fields, *, source: str, default_id: str) -> Article:
    """Read one page.

    Args:
        html: The page.
        fields: What is known of it from elsewhere; it goes before what the page says.
        source: Where it was read.
        default_id: The article's id, where the fields give none.

    Raises:
        ArticleError: The page shows no text, is nested absurdly deep, or a field is not of its
            type.
    """
    if "\0" in html:
        raise ArticleError(f"a NUL character, the first at offset {html.index(chr(0))}")
    if _depth(html) > _MAX_DEPTH:
        raise ArticleError(f"a page with elements nested more than {_MAX_DEPTH:,} deep")
    tree = HTMLTree.parse(html)
    known = page_fields(tree) | dict(fields)
    return build_article(known, visible_text(tree), source=source, default_id=default_id)


def _depth(html: str) -> int:
    """Give how deep the elements that hold others are nested, at most."""
    depth = deepest = 0
    for tag in _NESTING.finditer(html):
        depth = max(depth - 1, 0) if tag[1] else depth + 1
        deepest = max(deepest, depth)
    return deepest


def visible_text(tree: HTMLTree) -> str:
    """Give the article that a reader of the page would see, paragraphs parted by blank lines.

    The element that holds the article is taken where the page marks one and most of the text is
    in it; else the whole page. Menus, asides, forms and hidden parts are left out.
    """
    whole = _plain(tree)
    for selector in _CONTAINERS:
        nodes = select(tree, selector)[:_MAX_CONTAINERS]
        longest = max(nodes, key=lambda node: len(node.text or ""), default=None)
        text = _plain(HTMLTree.parse(longest.html)) if longest and longest.html else ""
        if len(text) > _MINIMUM_SHARE * len(whole):
            return _with_headline(tree, text)
    return whole


def _plain(tree: HTMLTree) -> str:
    text = extract_plain_text(
        tree, preserve_formatting=True, alt_texts=False, skip_elements=_SKIPPED
    )
    return _INDENTATION.sub("", text).strip()


def _with_headline(tree: HTMLTree, text: str) -> str:
    """Put the page's headline first, where it stands outside the element of the article."""
    title = next((" ".join((node.text or "").split()) for node in select(tree, "h1")), "")
    return text if not title or title in text else f"{title}\n\n{text}"
