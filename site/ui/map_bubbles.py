"""Where the bubbles of the territory map and their names are drawn, in the units of the drawing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Literal, cast

Anchor = Literal["right", "left", "top", "bottom"]

# Small screens enlarge the bubbles (css/components/territory-map.css): names stay clear of them.
GROWTH = 1.3
GAP = 9
_DIRECTIONS: dict[str, tuple[int, int, str]] = {
    "right": (1, 0, "start"),
    "left": (-1, 0, "end"),
    "top": (0, -1, "middle"),
    "bottom": (0, 1, "middle"),
}


@dataclass(frozen=True)
class Bubble:
    """One place of the map: its link, its circle and its name beside it."""

    label: str
    count: int
    url: str
    x: float
    y: float
    r: float
    name_x: float
    name_y: float
    name_anchor: str
    side: str


def bubbles(items: Iterable[Mapping[str, Any] | Any]) -> list[Bubble]:
    """Return the bubbles of `items`: mappings or objects with label, count, url, x, y, r and anchor."""
    return [_bubble(item if isinstance(item, Mapping) else vars(item)) for item in items]


def _bubble(item: Mapping[str, Any]) -> Bubble:
    side = cast("Anchor", item.get("anchor") or "right")
    across, down, anchor = _DIRECTIONS.get(side, _DIRECTIONS["right"])
    x, y, r = float(item["x"]), float(item["y"]), float(item["r"])
    reach = r * GROWTH + GAP
    return Bubble(
        label=str(item["label"]),
        count=int(item["count"]),
        url=str(item["url"]),
        x=x,
        y=y,
        r=r,
        name_x=round(x + across * reach, 1),
        name_y=round(y + down * (reach + GAP), 1),
        name_anchor=anchor,
        side=side,
    )
