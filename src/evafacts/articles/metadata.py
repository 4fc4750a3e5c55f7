"""What a page says of itself: JSON-LD, ``<meta>``, ``<time>``."""

import json
from collections.abc import Iterable, Iterator

from resiliparse.parse.html import ElementNode, HTMLTree

from evafacts.articles.published import parse_published

_META = {
    "title": ("og:title", "twitter:title", "dc.title", "headline"),
    "url": ("og:url", "twitter:url"),
    "publisher": ("og:site_name", "application-name", "dc.publisher", "twitter:site"),
    "published": (
        "article:published_time",
        "og:article:published_time",
        "datepublished",
        "date",
        "pubdate",
        "publishdate",
        "publish-date",
        "publication_date",
        "parsely-pub-date",
        "sailthru.date",
        "dc.date",
        "dc.date.issued",
        "dcterms.created",
        "dcterms.issued",
        "citation_publication_date",
    ),
}
_MAX_NESTING = 8


def page_fields(tree: HTMLTree) -> dict[str, object]:
    """Give title, url, publisher and publication date, as far as the page tells them.

    JSON-LD goes before ``<meta>``, and that before what the page shows. A date that cannot be read
    gives way to the next, for no caller can mend it.

    Args:
        tree: The parsed page.

    Returns:
        The fields that are known, of ``title``, ``url``, ``publisher`` and ``published``.
    """
    sources = (_json_ld(tree), _meta(tree), _elements(tree))
    fields: dict[str, object] = {}
    for name in ("title", "url", "publisher"):
        value = next((found[name][0] for found in sources if found.get(name)), None)
        if value:
            fields[name] = value
    dates = [date for found in sources for date in found.get("published", ())]
    if (published := _first_readable(dates)) is not None:
        fields["published"] = published
    return fields


def _first_readable(values: Iterable[str]) -> object:
    for value in values:
        try:
            return parse_published(value)
        except ValueError:
            continue
    return None


def _json_ld(tree: HTMLTree) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for script in select(tree, "script[type='application/ld+json']"):
        try:
            data = json.loads(script.text or "", strict=False)
        except (ValueError, RecursionError):
            continue
        for node in _articles(data, _MAX_NESTING):
            for name, value in _described(node):
                found.setdefault(name, []).append(value)
    return found


def _articles(data: object, depth: int) -> Iterator[dict[str, object]]:
    """Walk JSON-LD for the nodes that are articles: at the top, in a list or a ``@graph``."""
    if depth == 0:
        return
    if isinstance(data, list):
        for item in data:
            yield from _articles(item, depth - 1)
    elif isinstance(data, dict):
        types = data.get("@type")
        names = types if isinstance(types, list) else [types]
        if any(str(name).endswith(("Article", "Posting", "Report")) for name in names):
            yield data
        for key in ("@graph", "mainEntity"):
            yield from _articles(data.get(key), depth - 1)


def _described(node: dict[str, object]) -> Iterator[tuple[str, str]]:
    page = node.get("mainEntityOfPage")
    publisher = node.get("publisher")
    values = (
        ("title", node.get("headline") or node.get("name")),
        ("url", node.get("url") or (page.get("@id") if isinstance(page, dict) else page)),
        ("publisher", publisher.get("name") if isinstance(publisher, dict) else publisher),
        ("published", node.get("datePublished")),
    )
    for name, value in values:
        if isinstance(value, str) and value.strip():
            yield name, value.strip()


def _meta(tree: HTMLTree) -> dict[str, list[str]]:
    contents: dict[str, str] = {}
    for node in select(tree, "meta[content]"):
        content = (node.getattr("content") or "").strip()
        for attribute in ("property", "name", "itemprop"):
            if content and (key := node.getattr(attribute)):
                contents.setdefault(key.lower(), content)
    return {
        name: [contents[key] for key in keys if key in contents] for name, keys in _META.items()
    }


def _elements(tree: HTMLTree) -> dict[str, list[str]]:
    headings = [node.text for node in select(tree, "h1")]
    links = [node.getattr("href") for node in select(tree, "link[rel=canonical]")]
    times = [
        node.getattr("datetime") or node.text
        for selector in ("time[itemprop=datePublished]", "time[pubdate]", "article time", "time")
        for node in select(tree, selector)[:1]
    ]
    return {
        "title": _clean([*headings[:1], tree.title]),
        "url": _clean(links),
        "published": _clean(times),
    }


def _clean(values: Iterable[str | None]) -> list[str]:
    joined = (" ".join((value or "").split()) for value in values)
    return [value for value in joined if value]


def select(tree: HTMLTree, selector: str) -> list[ElementNode]:
    """Give the elements of a page that a CSS selector names."""
    # The list is live: walked item by item, it would be built anew for each.
    return tree.document.query_selector_all(selector).values() if tree.document else []
