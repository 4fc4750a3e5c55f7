"""One regular expression for many phrases, shared prefixes tried once.

A plain alternation of a thousand names costs a thousand tries at every word; a trie costs one
character class at a time, and cannot backtrack further than the longest phrase.
"""

import re
from collections.abc import Iterable
from typing import Any


def phrase_pattern(phrases: Iterable[str]) -> re.Pattern[str]:
    """Compile ``phrases`` to a pattern that finds the longest at each place, as whole words.

    Any run of white space stands for a space, and a curly apostrophe for a straight one.
    """
    trie: dict[str, Any] = {}
    for phrase in phrases:
        node = trie
        for char in phrase.replace("’", "'"):
            node = node.setdefault(char, {})
        node[""] = {}
    return re.compile(rf"(?<![\w-]){_render(trie)}(?!\w)")


def _render(node: dict[str, Any]) -> str:
    branches = [_char(char) + _render(child) for char, child in sorted(node.items()) if char]
    if not branches:
        return ""
    body = branches[0] if len(branches) == 1 and "" not in node else f"(?:{'|'.join(branches)})"
    return body + "?" if "" in node else body


def _char(char: str) -> str:
    if char == " ":
        return r"\s{1,3}"
    if char == "'":
        return "['’]"
    return re.escape(char)
