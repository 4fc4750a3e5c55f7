"""What the papers say is true: their examples run, and their links lead somewhere."""

import doctest
import importlib
import pkgutil
import re
from pathlib import Path

import pytest

import evafacts
from evafacts.records import ArticleFacts

ROOT = Path(__file__).parents[1]
PAPERS = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md"), *(ROOT / "gold").glob("*.md")])
WITH_EXAMPLES = [paper for paper in PAPERS if ">>> " in paper.read_text("utf-8")]
LINKS = [
    (paper, link)
    for paper in PAPERS
    for link in re.findall(r"\]\((?!https?://)([^)#]+)", paper.read_text("utf-8"))
]


def modules_with_examples() -> list[str]:
    found = pkgutil.walk_packages(evafacts.__path__, "evafacts.")
    paths = [(module.name, module.name.split(".")[1:]) for module in found if not module.ispkg]
    package = Path(evafacts.__file__).parent
    return [
        name
        for name, parts in paths
        if ">>> " in package.joinpath(*parts).with_suffix(".py").read_text("utf-8")
    ]


def test_docs_have_examples() -> None:
    assert {"README.md", "records.md", "pipeline.md", "temporal.md"} <= {
        paper.name for paper in WITH_EXAMPLES
    }


@pytest.mark.parametrize("paper", WITH_EXAMPLES, ids=lambda paper: paper.name)
def test_docs_paper_runs(paper: Path) -> None:
    assert doctest.testfile(str(paper), module_relative=False).failed == 0


@pytest.mark.parametrize("module", modules_with_examples())
def test_docs_module_runs(module: str) -> None:
    assert doctest.testmod(importlib.import_module(module)).failed == 0


@pytest.mark.parametrize(("paper", "link"), LINKS, ids=lambda value: str(value).split("/")[-1])
def test_docs_link_leads_somewhere(paper: Path, link: str) -> None:
    assert (paper.parent / link).exists()


def test_docs_readme_leads_to_every_page() -> None:
    text = (ROOT / "README.md").read_text("utf-8")
    assert all(f"docs/{page.name}" in text for page in (ROOT / "docs").glob("*.md"))


def test_docs_records_name_every_field() -> None:
    text = (ROOT / "docs" / "records.md").read_text("utf-8")
    schema = ArticleFacts.model_json_schema(by_alias=True)
    models = [schema, *schema["$defs"].values()]
    fields = {field for model in models for field in model.get("properties", {})}
    assert not {field for field in fields if f"`{field}`" not in text}
