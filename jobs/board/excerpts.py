"""Turn the text of an offer into plain sentences, for a passage of a few lines."""

from __future__ import annotations

import html
import re

import nh3

_ENDS = re.compile(r"</(?:p|li|ul|ol|h[1-6])>|<br\s*/?>|<li>", re.IGNORECASE)
_MARK = re.compile(r"^(?:[-–—•*·]\s+)+")
_CLOSING = (".", "!", "?", ":", ";", ",", "…", "»")


def in_sentences(markup: str) -> str:
    """Return `markup` as one paragraph: neither tags nor list marks, each line closed like a sentence."""
    lines = (
        _MARK.sub("", " ".join(html.unescape(nh3.clean(line, tags=set())).split()))
        for line in _ENDS.sub("\n", markup).split("\n")
    )
    return " ".join(line if line.endswith(_CLOSING) else f"{line}." for line in lines if line)
