"""An article and its records on a terminal; colours help, labels say the same without them."""

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from evafacts.records import Article, ArticleFacts
from evafacts.report.cards import Card, Line, cards
from evafacts.report.marks import Kind, Segment, segments, visible

_STYLES = {
    Kind.SPACEWALK: "underline",
    Kind.DATE: "green",
    Kind.TIME: "cyan",
    Kind.CREW: "bold yellow",
    Kind.DURATION: "magenta",
    Kind.AIRLOCK: "bold cyan",
    Kind.TASK: "blue",
    Kind.ORDINAL: "red",
}
_WIDEST = 100


def print_article(console: Console, facts: ArticleFacts) -> None:
    """Print an article's text with its facts marked, and its records below.

    Args:
        console: Where to; its settings decide on colours.
        facts: The facts, with ``article.text``.

    Raises:
        ValueError: There is no text, or evidence that does not stand in it.
    """
    if facts.article.text is None:
        raise ValueError(f"{facts.article.id}: no text to show")
    width = min(console.width, _WIDEST)
    console.print(_heading(facts.article), width=width)
    console.print()
    console.print(marked_text(segments(facts.article.text, facts)), width=width)
    console.print()
    if facts.spacewalks:
        console.print(_legend(), width=width)
        console.print()
    else:
        console.print("No spacewalk found in this article.", width=width)
    for card in cards(facts):
        console.print(_title(card), width=width)
        console.print(Padding(_table(card), (0, 0, 1, 2)), width=width)
    for warning in facts.warnings:
        console.print(Text(f"Not settled: {visible(warning)}"), width=width)


def marked_text(cut: list[Segment]) -> Text:
    """Give the text with each marked stretch as ``[words]‹label›`` in its colour."""
    text = Text()
    for segment in cut:
        for mark in segment.opens:
            text.append("[", _STYLES[mark.kind])
        text.append(visible(segment.text), _STYLES[segment.marks[-1].kind] if segment.marks else "")
        for mark in segment.closes:
            text.append("]", _STYLES[mark.kind])
            text.append(f"‹{mark.label}›", f"dim {_STYLES[mark.kind]}")
    return text


def _heading(article: Article) -> Text:
    published = article.published.isoformat() if article.published else None
    known = [article.publisher, published, article.url or article.source]
    title = Text(visible(article.title or article.id), "bold")
    line = " · ".join(visible(value) for value in known if value)
    return title.append(f"\n{line}", "dim") if line else title


def _legend() -> Text:
    text = Text("Marked: ")
    for kind in Kind:
        text.append(kind.value, _STYLES[kind]).append("  ")
    text.rstrip()
    return text.append(". A number is that of the spacewalk below.", "dim")


def _title(card: Card) -> Text:
    return Text(f"Spacewalk {card.number}: ", "bold").append(visible(card.about))


def _table(card: Card) -> Table:
    table = Table.grid(padding=(0, 2))
    table.add_column(no_wrap=True)
    table.add_column(overflow="fold")
    for line in card.lines:
        table.add_row(Text(line.name, _STYLES[line.kind]), _line(line))
    return table


def _line(line: Line) -> Text:
    text = Text(visible(line.value))
    if line.detail:
        text.append(f" ({visible(line.detail)})")
    words = [item.text for item in line.evidence if item.text != line.value]
    if words:
        quoted = ", ".join(f"“{visible(' '.join(item.split()))}”" for item in words)
        text.append(f"  {quoted}" if line.value else quoted, "dim")
    return text
