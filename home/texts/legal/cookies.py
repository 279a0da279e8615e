"""« Cookies »."""

from __future__ import annotations

from .parts import LegalText, h2, li, p

COOKIES = LegalText(
    "cookies",
    ("Cookies", "Cookies"),
    (
        "Ce site ne dépose aucun cookie tant que vous ne faites que lire.",
        "This site sets no cookie as long as you only read.",
    ),
    (
        h2("Aucun cookie de suivi", "No tracking cookie"),
        p(
            "Ce site n’utilise ni publicité, ni mesure d’audience qui vous suive, ni contenu venu d’autres sites."
            " C’est pourquoi aucun bandeau ne vous demande votre accord.",
            "This site uses no advertising, no audience measurement that follows you and no content that comes"
            " from other sites. That is why no banner asks for your agreement.",
        ),
        h2("Les cookies nécessaires", "The cookies that are needed"),
        li(
            "Quand vous vous connectez, un cookie retient votre session ; il disparaît à la déconnexion ou au bout"
            " de quatre heures.",
            "When you sign in, a cookie holds your session; it goes when you sign out, or after four hours.",
        ),
        li(
            "Quand vous ouvrez un formulaire, un cookie le protège contre les envois frauduleux.",
            "When you open a form, a cookie protects it against forged submissions.",
        ),
        p(
            "Ces cookies ne servent à rien d’autre et ne sont transmis à personne.",
            "These cookies serve no other purpose and are passed on to nobody.",
        ),
    ),
    former=frozenset({"b109160a0f8046672f51b37a35a9d3b04c82f50746b53bd78f5f310a098ba678"}),
)
