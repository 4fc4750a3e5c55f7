"""How alike two stretches of words are: F1 over their stemmed content words."""

import re
from functools import lru_cache
from importlib.resources import files

import snowballstemmer  # type: ignore[import-untyped]

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_POSSESSIVE = re.compile(r"['’]s$")
_STEMMER = snowballstemmer.stemmer("english")


@lru_cache(maxsize=1)
def stopwords() -> frozenset[str]:
    """The function words that say nothing of the work: read from ``stopwords.txt``."""
    return frozenset(files(__package__).joinpath("stopwords.txt").read_text("utf-8").split())


@lru_cache(maxsize=65536)
def _stem(word: str) -> str:
    return str(_STEMMER.stemWord(word))


@lru_cache(maxsize=65536)
def content_words(text: str) -> frozenset[str]:
    """The stems of the content words of a text.

    Case and possessive ``'s`` are dropped, hyphenated words are taken apart. A text of nothing but
    function words keeps them all, so that it is at least like itself.

    >>> sorted(content_words("installing the station's new high-definition cameras"))
    ['camera', 'definit', 'high', 'instal', 'station']
    """
    words = [_POSSESSIVE.sub("", match.group()) for match in _WORD.finditer(text.casefold())]
    content = [word for word in words if word not in stopwords()] or words
    return frozenset(_stem(word) for word in content)


def likeness(one: frozenset[str], other: frozenset[str]) -> float:
    """F1 of two sets of content words, between 0.0 and 1.0; 0.0 where either is empty.

    >>> likeness(content_words("install a camera"), content_words("installation of two cameras"))
    0.8
    """
    shared = len(one & other)
    return 2 * shared / (len(one) + len(other)) if shared else 0.0
