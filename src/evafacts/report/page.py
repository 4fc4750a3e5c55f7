"""Articles and their records as one HTML page that needs nothing else."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from jinja2 import Environment, PackageLoader, StrictUndefined

from evafacts.records import Article, ArticleFacts
from evafacts.report.cards import Card, cards
from evafacts.report.marks import Kind, Segment, segments, visible


@dataclass(frozen=True, slots=True)
class _Shown:
    """What the template gets for an article."""

    key: str
    article: Article
    link: str | None
    segments: list[Segment]
    anchors: dict[int, str]
    cards: list[Card]
    warnings: Sequence[str]


def html_page(records: Sequence[ArticleFacts]) -> str:
    """Give a page of articles with their facts marked, and their records as cards.

    The page is complete in itself: its style is in it, it has no script and loads nothing.

    Args:
        records: The facts of each article, with ``article.text``.

    Returns:
        The HTML; the same records give the same page.

    Raises:
        ValueError: There is no text, or evidence that does not stand in it.
    """
    environment = Environment(
        loader=PackageLoader("evafacts.report"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["visible"] = visible
    shown = [_shown(number, facts) for number, facts in enumerate(records, 1)]
    return environment.get_template("page.html.j2").render(articles=shown, kinds=list(Kind))


def _shown(number: int, facts: ArticleFacts) -> _Shown:
    article = facts.article
    if article.text is None:
        raise ValueError(f"{article.id}: no text to show")
    cut = segments(article.text, facts)
    key = f"a{number}"
    # An article may come from anywhere: only a web address becomes a link.
    is_web = article.url is not None and article.url.startswith(("http://", "https://"))
    return _Shown(
        key=key,
        article=article,
        link=article.url if is_web else None,
        segments=cut,
        anchors=dict(_anchors(key, cut)),
        cards=cards(facts),
        warnings=facts.warnings,
    )


def _anchors(key: str, cut: list[Segment]) -> Iterator[tuple[int, str]]:
    """Give the places where marks begin, and the name under which a card links to each."""
    for segment in cut:
        if any(mark.start == segment.start for mark in segment.opens):
            yield segment.start, f"{key}-{segment.start}"
