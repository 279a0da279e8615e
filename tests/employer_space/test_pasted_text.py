"""What is pasted from a word processor arrives clean: bullets are lists, unseen characters are gone."""

from __future__ import annotations

import pytest

from jobs.offers import services
from jobs.offers.states import OfferState
from tests.cast import Cast
from tests.employer_space.reading import address, as_sent, fresh
from tests.factories import make_offer
from ui.rich_text import html_to_text, plain, text_to_html, without_paste_marks

LIST = "<ul><li>accueil</li><li>caisse</li></ul>"


@pytest.mark.parametrize(
    "bullet", ["\uf0b7\t", "\uf0b7", "\uf0a7 ", "· ", "·\u00a0\u00a0\u00a0", "• ", "o\t", "— ", "▪"]
)
def test_the_bullets_of_a_word_processor_make_a_list(bullet: str) -> None:
    assert text_to_html(f"{bullet}accueil\r\n{bullet}caisse") == LIST


def test_a_list_that_is_read_back_is_the_same_list() -> None:
    once = text_to_html("\uf0b7\u00a0accueil\n\uf0b7\u00a0caisse")
    assert text_to_html(html_to_text(once)) == once == LIST


@pytest.mark.parametrize(
    ("pasted", "kept"),
    [
        ("tra\u00advail", "travail"),
        ("a\u200bb\u200cc\u200dd\ufeff", "abcd"),
        ("un\u00a0\u00a0 mot", "un mot"),
        ("Contrat\u00a0: CDI", "Contrat\u00a0: CDI"),
        ("\u202aRue\u202c", "Rue"),
    ],
)
def test_unseen_characters_and_padding_go_and_french_spaces_stay(pasted: str, kept: str) -> None:
    assert without_paste_marks(pasted) == kept


def test_a_word_that_begins_with_o_is_no_bullet() -> None:
    assert text_to_html("ouvrir la salle") == "<p>ouvrir la salle</p>"


def test_a_very_long_line_is_cleaned_at_once() -> None:
    assert without_paste_marks(" " * 300_000) == " "


def test_every_answer_of_the_offer_is_cleaned(cast: Cast, now) -> None:
    offer = make_offer(now, employer=cast.hospital, state=OfferState.DRAFT)
    client = cast.client(cast.nurse_manager)
    sent = as_sent(client.get(address(offer, "poste"))) | {"title": "Infir\u00admière\u200b (F/H)"}
    client.post(address(offer, "poste"), sent)
    sent = as_sent(client.get(address(offer, "description")))
    text = f"{plain(offer.missions)}\n\n\uf0b7\taccueil\n\uf0b7\tcaisse"
    client.post(address(offer, "description"), sent | {"missions": text})
    draft = services.latest_draft(fresh(offer))
    assert draft.title == "Infirmière (F/H)"
    assert draft.missions.endswith(LIST)
