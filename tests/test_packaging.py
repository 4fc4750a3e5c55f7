import re
import tomllib
from importlib.metadata import entry_points
from pathlib import Path
from typing import Any

import pytest

import evafacts

ROOT = Path(__file__).parent.parent
LOCKS = ["requirements.txt", "requirements-dev.txt"]
PINNED = re.compile(r"^([a-z0-9._-]+)==([^ ;\\]+)", re.MULTILINE)


def project() -> Any:
    return tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]


def test_packaging_version_is_the_same_everywhere() -> None:
    assert project()["version"] == evafacts.__version__


def test_packaging_command_is_installed() -> None:
    (command,) = entry_points(group="console_scripts", name="evafacts")
    assert command.value == "evafacts.cli:main"


def test_packaging_license_is_whole() -> None:
    text = (ROOT / "LICENSE").read_text()
    assert "Apache License" in text
    assert "END OF TERMS AND CONDITIONS" in text


@pytest.mark.parametrize("lock", LOCKS)
def test_packaging_lock_pins_every_dependency_by_hash(lock: str) -> None:
    text = (ROOT / lock).read_text()
    blocks = re.split(r"\n(?=[a-z])", text)
    assert all("==" in block and "--hash=sha256:" in block for block in blocks)
    wanted = project()["dependencies"] + ["hatchling"]
    if lock == "requirements-dev.txt":
        wanted += project()["optional-dependencies"]["dev"]
    names = {re.split(r"[^\w-]", line)[0].lower() for line in wanted}
    assert names <= {name for name, _ in PINNED.findall(text)}


@pytest.mark.parametrize("lock", LOCKS)
def test_packaging_lock_names_no_address(lock: str) -> None:
    text = (ROOT / lock).read_text()
    assert "://" not in text
    assert not re.search(r"^\s*(-i|--index|--extra-index|--find-links|--trusted)", text, re.M)


def test_packaging_locks_agree() -> None:
    run, dev = (set(PINNED.findall((ROOT / lock).read_text())) for lock in LOCKS)
    assert run <= dev


def test_packaging_make_targets_are_told() -> None:
    text = (ROOT / "Makefile").read_text()
    told = set(re.findall(r"^([a-z]+):.*## ", text, re.MULTILINE))
    assert {"run", "test", "bench", "score", "lint", "clean"} <= told
