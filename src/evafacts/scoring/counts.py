"""Counts of what is right, invented and missed, and the measures that follow from them."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Counts:
    """How many facts were right (TP), invented (FP) and missed (FN); repeated ones apart."""

    right: int = 0
    invented: int = 0
    missed: int = 0
    repeated: int = 0

    def __add__(self, other: "Counts") -> "Counts":
        return Counts(
            self.right + other.right,
            self.invented + other.invented,
            self.missed + other.missed,
            self.repeated + other.repeated,
        )

    @property
    def precision(self) -> float | None:
        """The share of predicted facts that are right; None where nothing was predicted."""
        predicted = self.right + self.invented
        return self.right / predicted if predicted else None

    @property
    def recall(self) -> float | None:
        """The share of gold facts that were found; None where gold has none."""
        wanted = self.right + self.missed
        return self.right / wanted if wanted else None

    @property
    def f1(self) -> float | None:
        """The harmonic mean of both; None where there was nothing to find and nothing found."""
        total = 2 * self.right + self.invented + self.missed
        return 2 * self.right / total if total else None


@dataclass(frozen=True, slots=True)
class Share:
    """``right`` out of ``total``."""

    right: int = 0
    total: int = 0

    @property
    def value(self) -> float | None:
        """The share between 0.0 and 1.0; None of nothing."""
        return self.right / self.total if self.total else None
