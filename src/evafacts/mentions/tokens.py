"""spaCy's English tokenizer, made to take time in proportion to the text.

It takes brackets and quotes off a word one at a time and looks at the whole rest after each: a row
of 25,000 brackets costs half a minute. Here such a row, and a word without end, is cut into
pieces first. Text without them, which is nearly all text, gets the very same tokens.
"""

import re
from collections.abc import Callable, Iterator

from spacy.language import Language
from spacy.tokenizer import Tokenizer  # type: ignore[import-not-found]
from spacy.tokens import Doc
from spacy.util import registry

_LONGEST_ROW = 64
"""Marks in a row that are tokenized as one piece."""
_LONGEST_WORD = 512
"""Characters without a space that are tokenized as one piece."""
_ROW = re.compile(rf"(?:[^\w\s]|_){{{_LONGEST_ROW + 1},}}")
_WORD = re.compile(rf"(?<!\S)\S{{{_LONGEST_WORD + 1},}}")


class SteadyTokenizer(Tokenizer):  # type: ignore[misc]
    """The tokenizer of spaCy, with long rows of marks and endless words cut beforehand.

    ``doc.text`` is the text, always.
    """

    def __call__(self, string: str) -> Doc:
        """Tokenize ``string``."""
        plain: Callable[[str], Doc] = super().__call__
        if _ROW.search(string) is None and _WORD.search(string) is None:
            return plain(string)
        docs = [plain(piece) for piece in _pieces(string)]
        return Doc.from_docs(docs, ensure_whitespace=False) or Doc(self.vocab)


def _pieces(string: str) -> Iterator[str]:
    for piece in _cut(string, _ROW, _LONGEST_ROW):
        yield from _cut(piece, _WORD, _LONGEST_WORD)


def _cut(string: str, long: re.Pattern[str], size: int) -> Iterator[str]:
    """Cut what is ``long`` into pieces of ``size``; what stands between stays whole."""
    done = 0
    for match in long.finditer(string):
        if done < match.start():
            yield string[done : match.start()]
        for start in range(*match.span(), size):
            yield string[start : min(start + size, match.end())]
        done = match.end()
    if done < len(string):
        yield string[done:]


@registry.tokenizers("evafacts.Tokenizer.v1")  # type: ignore[untyped-decorator]
def create_tokenizer() -> Callable[[Language], Tokenizer]:
    """Make a ``SteadyTokenizer`` with the rules of the pipeline's language."""

    def tokenizer_of(nlp: Language) -> Tokenizer:
        plain = registry.tokenizers.get("spacy.Tokenizer.v1")()(nlp)
        return SteadyTokenizer(
            nlp.vocab,
            plain.rules,
            plain.prefix_search,
            plain.suffix_search,
            plain.infix_finditer,
            plain.token_match,
            plain.url_match,
        )

    return tokenizer_of
