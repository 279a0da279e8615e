"""Bring inclusive spellings back to one word: `infirmier·e·s`, `animateur/trice`, `agent(e)`, `H/F`.

Works on folded text (`analysis.folding`).
"""

from __future__ import annotations

import re

# "H/F", "F-H", "(H/F/X)": says that the post is open to all; not a term.
_OPEN_TO_ALL = re.compile(
    r"\(?(?<![a-z0-9])[hmf] ?[/\-|] ?[hmf](?: ?[/\-|] ?[xdn])?(?![a-z0-9'])\)?"
)

_FEMININE = (
    r"e|ee|ne|le|te|se|ve|fe|re|ere|iere|yere|ouse|eure|ure|euse|teuse|ieuse|ice|rice|trice|drice|atrice|itrice|utrice"
    r"|ive|tive|ienne|enne|nne|onne|ane|anne|ette|elle|lle|ale|tte|sse|esse|eresse|tresse|que|che|icienne|cienne"
    r"|ante|ente|ise|ane|ine|ene|oise|aise|ie"
)
# A hyphen also joins plain words ("porte-elle"): only endings that are never words of their own.
_HYPHEN_FEMININE = r"e|ne|ere|iere|euse|teuse|rice|trice|drice|ive|ienne|enne|nne|onne|lle|tte|eresse|ante|ente|ouse|eure"
_PLURAL = r"(?:[·./\-(]?[sx]\)?)?"
_ENDINGS = re.compile(
    rf"(?<=[a-z]{{2}})(?: ?[·/] ?-?(?:{_FEMININE}){_PLURAL}"
    rf"|\.-?(?:{_FEMININE}){_PLURAL}"
    rf"|-(?:{_HYPHEN_FEMININE}){_PLURAL}"
    rf"| ?\(-?/?(?:{_FEMININE})(?:[·.\-]?s)?\)(?:s(?![a-z0-9]))?"
    r"|\((?:s|x)\)|[·](?:s|x))"
    r"(?![a-z0-9])"
)


def merge_inclusive_forms(folded: str) -> str:
    """Return `folded` without its inclusive endings and without its "open to all" marks."""
    return _ENDINGS.sub("", _OPEN_TO_ALL.sub(" ", folded))
