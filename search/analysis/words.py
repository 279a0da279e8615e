"""Cut folded text into the words that carry a meaning."""

from __future__ import annotations

import re

_INITIALS = re.compile(r"(?<![a-z0-9])(?:[a-z]\.){2,}(?:[a-z](?![a-z0-9]))?")
_ELISION = re.compile(
    r"(?<![a-z0-9])(?:l|d|j|m|t|s|c|n|qu|jusqu|lorsqu|puisqu|quoiqu)'(?=[a-z0-9])"
)
_WORD = re.compile(r"[a-z0-9]+")
# Longer runs are never a word: they would only swell the index.
LONGEST_WORD = 40

# Frequent little words, French and a few English; not "as", which is also a trade (aide-soignant).
STOP_WORDS = frozenset(
    word
    for line in (
        "a ai ainsi alors au aucun aussi autre aux avec avez avoir avons c car ce cela ces cet cette ceux chaque ci",
        "comme d dans de des donc dont du e elle elles en encore entre est et etait etre eu eux f h il ils j je l la",
        "le les leur leurs lors lui m ma mais me meme mes moi mon n ne nos notre nous on ont ou par pas pendant plus",
        "pour puis qu quand que quel quelle quelles quels qui s sa sans se sera serez ses si sinon soi soit son sont",
        "sous sur t ta te tel telle tes toi ton tous tout toute toutes tres tu un une vers via vos votre vous y",
        "the of and to in for",
    )
    for word in line.split()
)


def words_of(folded: str) -> list[str]:
    """Return the words of `folded`, stop words and elided articles left out."""
    joined = _INITIALS.sub(lambda initials: initials[0].replace(".", ""), folded)
    plain = _ELISION.sub(" ", joined)
    return [
        word
        for word in _WORD.findall(plain)
        if word not in STOP_WORDS and len(word) <= LONGEST_WORD
    ]
