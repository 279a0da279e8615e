"""Passages around the words found."""

from __future__ import annotations

from search.analysis import analyse
from search.snippets import LENGTH, snippet


def groups(text: str) -> tuple[tuple[tuple[str, ...], ...], ...]:
    return tuple(((term,),) for term in analyse(text))


def test_the_words_found_are_set_apart_whatever_their_form() -> None:
    pieces = snippet("L’équipe accueille des infirmières.", groups("infirmier"))

    assert [piece.text for piece in pieces if piece.is_found] == ["infirmières"]
    assert "".join(piece.text for piece in pieces) == "L’équipe accueille des infirmières."


def test_a_long_text_is_cut_around_the_first_word_found() -> None:
    pieces = snippet("mot " * 200 + "fournil " + "fin " * 200, groups("fournil"))
    text = "".join(piece.text for piece in pieces)

    assert "fournil" in text
    assert text.startswith("… ")
    assert text.endswith(" …")
    assert len(text) <= LENGTH + 4


def test_without_any_word_found_the_beginning_is_shown() -> None:
    assert snippet("", groups("fournil")) == []
    assert [piece.text for piece in snippet("Bonjour", groups("fournil"))] == ["Bonjour"]
