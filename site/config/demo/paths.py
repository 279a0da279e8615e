"""Read the outlines of an SVG path: lines, cubic curves and circular arcs, flattened to points."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator

Point = tuple[float, float]
STEPS = 24
_COMMAND = re.compile(r"([MmLlHhVvCcSsAaZz])([^MmLlHhVvCcSsAaZz]*)")
_N = r"-?(?:\d+\.?\d*|\.\d+)"
_NUMBER = re.compile(_N)
# In an arc the two flags may touch what follows them: 0158 is 0, 1, 58.
_ARC = re.compile(r"[ ,]*".join(f"({part})" for part in (_N, _N, _N, "[01]", "[01]", _N, _N)))
_SIZES = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "S": 4}


def outlines(path: str) -> list[list[Point]]:
    """Return the closed or open outlines of a path, each a list of points."""
    found: list[list[Point]] = []
    handle: Point | None = None
    for letter, numbers in _steps(path):
        kind, here = letter.upper(), found[-1][-1] if found else (0.0, 0.0)
        if kind == "Z":
            found.append([found[-1][0]])
            continue
        origin = here if letter.islower() else (0.0, 0.0)
        if kind == "M":
            found.append([(origin[0] + numbers[0], origin[1] + numbers[1])])
        elif kind == "A":
            end = (origin[0] + numbers[5], origin[1] + numbers[6])
            found[-1].extend(_arc(here, end, numbers[0], sweep=bool(numbers[4])))
        elif kind in "CS":
            points = _points(numbers, origin)
            first = [_mirror(handle, here)] if kind == "S" else []
            found[-1].extend(_curve(here, *first, *points))
            handle = points[-2]
            continue
        else:
            found[-1].append(_line_end(kind, numbers, here, origin))
        handle = None
    return [outline for outline in found if len(outline) > 1]


def _steps(path: str) -> Iterator[tuple[str, list[float]]]:
    """Yield each command with its numbers, repeated commands written out."""
    for letter, text in _COMMAND.findall(path):
        if letter in "Zz":
            yield letter, []
        elif letter in "Aa":
            for match in _ARC.finditer(text):
                yield letter, [float(number) for number in match.groups()]
        else:
            numbers = [float(number) for number in _NUMBER.findall(text)]
            size = _SIZES[letter.upper()]
            for start in range(0, len(numbers), size):
                repeated = {"M": "L", "m": "l"}.get(letter, letter) if start else letter
                yield repeated, numbers[start : start + size]


def _points(numbers: list[float], origin: Point) -> list[Point]:
    pairs = zip(numbers[::2], numbers[1::2], strict=True)
    return [(origin[0] + x, origin[1] + y) for x, y in pairs]


def _mirror(handle: Point | None, here: Point) -> Point:
    return here if handle is None else (2 * here[0] - handle[0], 2 * here[1] - handle[1])


def _line_end(kind: str, numbers: list[float], here: Point, origin: Point) -> Point:
    if kind == "H":
        return (origin[0] + numbers[0], here[1])
    if kind == "V":
        return (here[0], origin[1] + numbers[0])
    return (origin[0] + numbers[0], origin[1] + numbers[1])


def _curve(start: Point, first: Point, second: Point, end: Point) -> list[Point]:
    points = []
    for step in range(1, STEPS + 1):
        t = step / STEPS
        weights = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3)
        corners = (start, first, second, end)
        points.append(
            (
                sum(weight * corner[0] for weight, corner in zip(weights, corners, strict=True)),
                sum(weight * corner[1] for weight, corner in zip(weights, corners, strict=True)),
            )
        )
    return points


def _arc(start: Point, end: Point, radius: float, *, sweep: bool) -> list[Point]:
    """Return the shorter arc of a circle from `start` to `end`."""
    chord = math.dist(start, end)
    radius = max(radius, chord / 2)
    middle = ((start[0] + end[0]) / 2, (start[1] + end[1]) / 2)
    height = math.sqrt(max(radius**2 - (chord / 2) ** 2, 0.0)) * (-1 if sweep else 1)
    normal = ((end[1] - start[1]) / chord, (start[0] - end[0]) / chord)
    centre = (middle[0] + normal[0] * height, middle[1] + normal[1] * height)
    begin = math.atan2(start[1] - centre[1], start[0] - centre[0])
    turn = math.atan2(end[1] - centre[1], end[0] - centre[0]) - begin
    if sweep and turn <= 0:
        turn += 2 * math.pi
    if not sweep and turn >= 0:
        turn -= 2 * math.pi
    angles = (begin + turn * step / STEPS for step in range(1, STEPS + 1))
    return [
        (centre[0] + radius * math.cos(angle), centre[1] + radius * math.sin(angle))
        for angle in angles
    ]
