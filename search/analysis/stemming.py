"""Bring a folded French word to a stem that its masculine, feminine, singular and plural share.

The order matters: plural, then feminine, then Snowball's French stemmer. Snowball alone is not enough: it expects
accents, and keeps "infirmier" apart from "infirmière". It is not asked about the endings where it would merge
unrelated nouns: boucher and bouche, équipe and équipement, maire and mairie, station and stationnement.
"""

from __future__ import annotations

import re
from functools import lru_cache

import snowballstemmer

_SNOWBALL = snowballstemmer.stemmer("french")
_SHORTEST = 3

# Whole words that no rule reaches.
_IRREGULAR = {
    "travaux": "travail",
    "baux": "bail",
    "vitraux": "vitrail",
    "vieille": "vieux",
    "vieil": "vieux",
    "yeux": "oeil",
    "nouvelle": "nouveau",
    "nouvel": "nouveau",
    "belle": "beau",
    "bel": "beau",
    "jumelle": "jumeau",
    "chamelle": "chameau",
    "hotesse": "hote",
    "maitresse": "maitre",
    "contremaitresse": "contremaitre",
    "doctoresse": "docteur",
    "mairesse": "maire",
    "poetesse": "poete",
    "clownesse": "clown",
    "prophetesse": "prophete",
    "druidesse": "druide",
    "negresse": "negre",
    "seche": "sec",
    "blanche": "blanc",
    "franche": "franc",
    "fraiche": "frais",
    "longue": "long",
    "douce": "doux",
    "rousse": "roux",
    "fausse": "faux",
    "grecque": "grec",
    "turque": "turc",
    "maligne": "malin",
    "benigne": "benin",
    "messieurs": "monsieur",
    "mesdames": "madame",
    "compagne": "compagnon",
    "copine": "copain",
    "sportswoman": "sportsman",
    "barmaid": "barman",
    "prive": "prives",
    "privee": "prives",
    "privees": "prives",
}
# Words that the rules would merge with a trade: the médecine of a hospital with its médecin, an idea with the nurse
# called IDE.
_PROTECTED = frozenset(["idee", "medecine"])
# English agents whose French feminine is in -euse or -rice.
_ENGLISH_AGENTS = frozenset(
    [
        "blogger",
        "broker",
        "buyer",
        "coacher",
        "dealer",
        "designer",
        "developer",
        "dispatcher",
        "gamer",
        "leader",
        "manager",
        "merchandiser",
        "planner",
        "producer",
        "reporter",
        "rewriter",
        "rigger",
        "rocker",
        "runner",
        "skipper",
        "speaker",
        "streamer",
        "tester",
        "trader",
        "trapper",
    ]
)
# Singular words that the rules of the plural would harm.
_INVARIABLE = frozenset(
    [
        "chaux",
        "cours",
        "creux",
        "croix",
        "deux",
        "doux",
        "faux",
        "fois",
        "frais",
        "houx",
        "noix",
        "paix",
        "prix",
        "roux",
        "taux",
        "toux",
        "vieux",
        "voix",
    ]
)
_ANGLO_MEN = re.compile(r"(?:woman|women|men)$")

_PLURALS = (
    (re.compile(r"(?<=..)eaux$"), "eau"),
    (re.compile(r"(?<=.[^e])aux$"), "al"),
    (re.compile(r"(?<=..[oe]u)x$"), ""),
    (re.compile(r"(?<=..[^s])s$"), ""),
)
# Feminine ending → the masculine one; the first that fits is applied.
_FEMININES = (
    (re.compile(r"(?<=..[td])rice$"), "eur"),
    (re.compile(r"(?<=..)(?:euse|eure|eresse)$"), "eur"),
    (re.compile(r"(?<=..)ouse$"), "oux"),
    (re.compile(r"(?<=..)(i?)ere$"), r"\1er"),
    (re.compile(r"(?<=..)ive$"), "if"),
    (re.compile(r"(?<=..eu)ve$"), "f"),
    (re.compile(r"(?<=.[aeiouy])nne$"), "n"),
    (re.compile(r"(?<=.[aeiou])lle$"), "l"),
    (re.compile(r"(?<=.)ffe$"), "f"),
    (re.compile(r"(?<=..i)que$"), "c"),
)
_PARTICIPLE = re.compile(r"(?<=..)e{2,3}$")
# Nouns that Snowball would take for forms of a shorter word: « compta » is no past of « compter ».
_LEFT_ALONE = re.compile(r"(?:a|er|eu|ement|i|is|it|ion|ag|ant|ir)$")
_SHORTEST_STEM = 4
_MASCULINE_S = re.compile(r"(?<=..[aeiouy])s$")


@lru_cache(maxsize=65_536)
def stem(word: str) -> str:
    """Return the stem of a folded word; numbers and words of two letters are kept as they are."""
    if len(word) < _SHORTEST or word[0].isdigit():
        return word
    singular = _singular(word)
    return singular if singular in _PROTECTED else _finish(_masculine(singular))


def _singular(word: str) -> str:
    if word in _INVARIABLE:
        return word
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    for pattern, replacement in _PLURALS:
        singular, changed = pattern.subn(replacement, word)
        if changed:
            return _IRREGULAR.get(singular, singular)
    return _ANGLO_MEN.sub("man", word) if len(word) > 5 else word


def _masculine(word: str) -> str:
    if word in _ENGLISH_AGENTS:
        return word[:-1] + "ur"
    word = _PARTICIPLE.sub("e", word)
    for pattern, replacement in _FEMININES:
        masculine, changed = pattern.subn(replacement, word)
        if changed:
            return masculine
    return word


def _finish(word: str) -> str:
    """Drop what is left of the two genders, then let Snowball cut the rest."""
    if word.endswith(("eur", "eux")) and len(word) > 4:
        return word[:-1]  # coiffeuse and sérieuse have lost the letter that told -eur from -eux
    if word.endswith("e") and len(word) > _SHORTEST:
        word = word[:-1]
    if len(word) > _SHORTEST:
        word = _MASCULINE_S.sub("", word)
    if _LEFT_ALONE.search(word):
        return word
    stemmed: str = _SNOWBALL.stemWord(word)
    return stemmed if len(stemmed) >= _SHORTEST_STEM else word
