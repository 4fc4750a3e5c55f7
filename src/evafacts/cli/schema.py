"""``evafacts schema``: what the records look like, for programs."""

import json

import click

from evafacts.records import ArticleFacts


@click.command()
def schema() -> None:
    """Print the JSON Schema of the records, one of which is written for each article."""
    document = ArticleFacts.model_json_schema(by_alias=True, mode="serialization")
    click.echo(json.dumps(document, indent=2, ensure_ascii=False))
