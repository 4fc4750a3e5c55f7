"""What is measured in a process of its own; prints what it found as JSON.

python child.py memory WORDS      peak memory of an extraction of so many words of the corpus
python child.py time CASE SIZE    seconds for a pathological text of that size
python child.py unseen NUMBER     seconds for one half of the corpus, after the other half
"""

import json
import resource
import sys
from pathlib import Path

from evafacts import extract, extract_many
from measures import acts, timed
from texts import PATHOLOGICAL, corpus_articles, words_in


def peak_mib() -> float:
    """Give the most memory that this process has had, in MiB."""
    status = Path("/proc/self/status")
    if status.exists():
        # Linux lets ru_maxrss begin with the peak of the process that started this one.
        fields = dict(line.split(":", 1) for line in status.read_text().splitlines())
        return int(fields["VmHWM"].split()[0]) / 1024
    unit = 1024**2 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / unit


def memory(words: int) -> dict[str, float]:
    articles = corpus_articles(words)
    before = peak_mib()
    for _ in extract_many(articles):
        pass
    return {"peak_mib": peak_mib(), "before_mib": before, "words": words_in(articles)}


def time(case: str, size: int) -> dict[str, float]:
    make, _ = PATHOLOGICAL[case]
    text = make(size)
    extract("Two astronauts left the Quest airlock on Feb. 1, 2021, for a spacewalk.")
    return {"seconds": min(timed(lambda: extract(text)) for _ in range(2))}


def unseen(number: int) -> dict[str, float]:
    """Time each thing once on texts that this process has not met, after warming up on others."""
    import spacy  # not where memory is measured: extraction does without

    articles, blank = corpus_articles(1), spacy.blank("en")
    known, new = articles[number % 2 :: 2], articles[1 - number % 2 :: 2]
    for act in acts(known, blank).values():
        act()
    return {name: timed(act) for name, act in acts(new, blank).items()} | {"words": words_in(new)}


if __name__ == "__main__":
    _, what, *rest = sys.argv
    if what == "memory":
        found = memory(int(rest[0]))
    elif what == "time":
        found = time(rest[0], int(rest[1]))
    else:
        found = unseen(int(rest[0]))
    print(json.dumps(found))
