"""What the page « Données personnelles » says of one treatment: five answers, always in the same order."""

from __future__ import annotations

from dataclasses import dataclass

from .parts import Part, h3, li

Pair = tuple[str, str]

PUBLIC_TASK = ("mission d’intérêt public", "a task carried out in the public interest")
CONSENT = (
    "votre accord, que vous retirez aussi facilement que vous l’avez donné",
    "your consent, which you withdraw as easily as you gave it",
)
SECURITY = (
    "obligation de sécurité des traitements",
    "the obligation to keep the processing secure",
)


@dataclass(frozen=True)
class Treatment:
    """One use of personal data: what, why, on which basis, read by whom, for how long; each in both languages."""

    title: Pair
    what: Pair
    why: Pair
    basis: Pair
    readers: Pair
    kept: Pair

    def parts(self) -> tuple[Part, ...]:
        """Return its title and its five answers."""
        return (
            h3(*self.title),
            _answer("Ce que nous enregistrons", "What we record", self.what),
            _answer("Pourquoi", "Why", self.why),
            _answer("Base légale", "Legal basis", self.basis),
            _answer("Qui le lit", "Who reads it", self.readers),
            _answer("Combien de temps", "For how long", self.kept),
        )


def _answer(french: str, english: str, pair: Pair) -> Part:
    return li(f"{french} : {pair[0]}.", f"{english}: {pair[1]}.")
