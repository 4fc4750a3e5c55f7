"""Whether figures such as "3/2/2021" put the day first: by the text's other dates."""

from dataclasses import replace

from evafacts.mentions.temporal.types import Temporal


def day_order(temporals: list[Temporal]) -> list[Temporal]:
    """Read "3/2/2021" as the 3rd of February where the text's other dates put the day first."""
    if not any(one.form == "numeric_day_first" for one in temporals):
        return temporals
    return [_swapped(one) if one.form == "numeric" and one.said else one for one in temporals]


def _swapped(one: Temporal) -> Temporal:
    said = one.said
    if said is None or said.month is None or said.day is None or said.year is None:
        return one
    value = f"{said.year:04d}-{said.day:02d}-{said.month:02d}" + one.value[10:]
    return replace(one, value=value, said=replace(said, month=said.day, day=said.month))
