"""From bytes to text, whatever the encoding."""

import codecs
import re
from collections.abc import Iterator

from charset_normalizer import from_bytes
from resiliparse.parse.encoding import map_encoding_to_html5

from evafacts.articles.source import ArticleError

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SIGNATURES = (
    (b"\x89PNG\r\n", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF89a", "a GIF picture"),
    (b"%PDF-", "a PDF document"),
    (b"PK\x03\x04", "a zip archive or an office document"),
    (b"\x1f\x8b", "gzip inside gzip"),
    (b"BZh9", "compressed by bzip2"),
    (b"\xfd7zXZ\x00", "compressed by xz"),
    (b"\x28\xb5\x2f\xfd", "compressed by zstd"),
    (b"SQLite format 3\x00", "an SQLite database"),
    (b"PAR1", "a Parquet file"),
)
_META_CHARSET = re.compile(
    rb"<(?:meta|\?xml)\b[^>]{0,500}?(?:charset|encoding)=[\"'\s]*([\w.:-]+)", re.I
)
_HEAD_BYTES = 4096
_SAMPLE_BYTES = 200_000
_NOT_LEADING = bytes(range(0xC2))  # in UTF-8, none of these begins a character beyond ASCII
_CONTROLS = bytes(set(range(32)) - set(b"\t\n\r\f\x0b\x1b"))


def decode(data: bytes) -> str:
    """Decode an article's bytes.

    A byte order mark decides; then UTF-8, UTF-16 without a mark, the encoding that an HTML page
    declares, and last what the bytes look like, Windows-1252 before its relatives.

    Args:
        data: The whole of the article.

    Returns:
        The text, without byte order mark.

    Raises:
        ArticleError: The bytes are no text, hold NUL bytes, or fit no encoding.
    """
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return _strict(data[len(mark) :], encoding)
    for signature, kind in _SIGNATURES:
        if data.startswith(signature):
            raise ArticleError(f"binary file ({kind})")
    if b"\0" in data:
        return _wide(data)
    if declared := _declared(data):
        return declared
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _mended(data) or _guessed(data)


def _strict(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise ArticleError(f"begins with the mark of {encoding} but is not") from error


def _wide(data: bytes) -> str:
    """Decode UTF-16 without a mark, where nearly every other byte of Western text is NUL."""
    half = len(data) // 2
    even, odd = data[::2].count(0), data[1::2].count(0)
    encoding = "utf-16-le" if odd > even else "utf-16-be"
    if len(data) % 2 == 0 and max(even, odd) > 0.6 * half and min(even, odd) < 0.02 * half:
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            pass
    raise ArticleError(f"NUL bytes, the first at byte {data.index(0)}: binary, or damaged text")


def _declared(data: bytes) -> str | None:
    """Decode by the encoding that a page declares, unless it is plainly UTF-8 all the same."""
    match = _META_CHARSET.search(data, 0, _HEAD_BYTES)
    encoding = match and map_encoding_to_html5(match[1].decode("ascii", "ignore"), False)
    if not encoding or encoding.startswith("utf-16"):  # a tag that can be read is not UTF-16
        return None
    if not data.isascii() and _is_utf8(data):
        return None
    try:
        return data.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        return None


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _mended(data: bytes) -> str | None:
    """Decode UTF-8 with a few bytes damaged; each shows as U+FFFD."""
    text = data.decode("utf-8", "replace")
    damaged = text.count("\N{REPLACEMENT CHARACTER}")
    whole = len(data.translate(None, _NOT_LEADING)) - damaged
    return text if damaged * 10 <= whole else None


def _guessed(data: bytes) -> str:
    sample = data[:_SAMPLE_BYTES]
    if len(sample.translate(None, _CONTROLS)) < 0.98 * len(sample):
        raise ArticleError("binary file")
    for encoding in _candidates(sample):
        try:
            return data.decode(encoding)
        except (UnicodeDecodeError, LookupError):
            continue
    raise ArticleError("binary file, or text in no known encoding")


def _candidates(sample: bytes) -> Iterator[str]:
    """Give the encodings to try, likeliest first.

    The few curly quotes and accents of an English article are too little to guess from, so text
    that is mostly ASCII is Windows-1252 if it can be.
    """
    if sum(byte >= 0x80 for byte in sample) < 0.2 * len(sample):
        yield "cp1252"
    guesses = list(from_bytes(sample, cp_exclusion=["utf_16", "utf_32"]))
    likeliest = [guess for guess in guesses if guess.chaos == guesses[0].chaos]
    # Of two that are as likely, the one of Windows is what people have.
    yield from (guess.encoding for guess in likeliest if guess.encoding.startswith("cp125"))
    yield from (guess.encoding for guess in guesses)
