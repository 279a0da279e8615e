"""Folding names to keys."""

from __future__ import annotations

import pytest

from territory.names import fold, key_of, slug_of, without_article


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Cœur de Causse", ["coeur", "de", "causse"]),
        ("STE-ALAUZIE", ["sainte", "alauzie"]),
        ("Saint-Denis-lès-Martel", ["saint", "denis", "les", "martel"]),
        ("Bagnac s/Célé", ["bagnac", "sur", "cele"]),
        ("", []),
    ],
)
def test_words_lose_case_accents_and_ligatures(text: str, words: list[str]) -> None:
    assert fold(text) == words


def test_a_key_ignores_where_words_are_cut() -> None:
    assert key_of(fold("La Bastide-Murat")) == key_of(fold("Labastide Murat"))


def test_an_article_alone_is_kept() -> None:
    assert without_article(["le"]) == ["le"]
    assert without_article(["le", "bastit"]) == ["bastit"]


def test_a_slug_keeps_its_words_apart() -> None:
    assert slug_of("Puy-l'Évêque") == "puy-l-eveque"
