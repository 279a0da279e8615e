"""The limited rich text of employers."""

import pytest

from ui.rich_text import clean_html, html_to_text, plain, text_to_html


@pytest.mark.parametrize(
    ("pasted", "kept"),
    [
        ("<p>Bonjour</p>", "<p>Bonjour</p>"),
        ("<p onclick='x()' style='color:red' class='a'>Bonjour</p>", "<p>Bonjour</p>"),
        ("<script>alert(1)</script><p>ok</p>", "<p>ok</p>"),
        ("<style>p{}</style>ok", "ok"),
        ("<b>gras</b> <i>penché</i>", "<strong>gras</strong> <em>penché</em>"),
        ("<h1>Titre</h1>", "Titre"),
        ("<img src=x onerror=alert(1)>", ""),
        ("<svg><script>alert(1)</script></svg>", ""),
        ('<a href="javascript:alert(1)">x</a>', '<a rel="nofollow noopener noreferrer">x</a>'),
        ('<a href="http://exemple.fr">x</a>', '<a rel="nofollow noopener noreferrer">x</a>'),
        ("<ul><li>un</li></ul>", "<ul><li>un</li></ul>"),
        ("<p>ouvert", "<p>ouvert</p>"),
        ("nul\x00", "nul"),
    ],
)
def test_only_what_is_allowed_stays(pasted, kept):
    assert clean_html(pasted) == kept


@pytest.mark.parametrize("address", ["https://exemple.fr/a?b=1", "mailto:rh@exemple.fr"])
def test_safe_links_stay_and_say_what_they_are(address):
    cleaned = clean_html(f'<a href="{address}" target="_blank">lien</a>')
    assert cleaned == f'<a href="{address}" rel="nofollow noopener noreferrer">lien</a>'


def test_words_alone_keep_their_lines():
    assert (
        plain("<p>Un &amp; deux</p><ul><li>trois</li><li>quatre</li></ul>")
        == "Un & deux\ntrois\nquatre"
    )
    assert plain("") == ""


def test_typed_text_becomes_paragraphs_lists_and_bold():
    typed = "Bonjour,\r\nvoici **le poste**.\r\n\r\nVos missions :\n- soigner\n• écouter\nÀ bientôt < 3 jours"
    assert text_to_html(typed) == (
        "<p>Bonjour,<br>voici <strong>le poste</strong>.</p>"
        "<p>Vos missions :</p><ul><li>soigner</li><li>écouter</li></ul><p>À bientôt &lt; 3 jours</p>"
    )


def test_typed_markup_is_text_not_html():
    assert (
        text_to_html("<script>alert(1)</script>") == "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>"
    )
    assert (
        text_to_html('<a href="https://x.fr">x</a>')
        == '<p>&lt;a href="https://x.fr"&gt;x&lt;/a&gt;</p>'
    )


def test_lone_signs_are_left_as_typed():
    assert text_to_html("2 ** 3 ** 4") == "<p>2 ** 3 ** 4</p>"
    assert text_to_html("-5 degrés") == "<p>-5 degrés</p>"
    assert text_to_html("  \n \n") == ""


@pytest.mark.parametrize(
    "typed",
    [
        "Un paragraphe.",
        "Un.\n\nDeux **mots** en gras.",
        "Liste :\n\n- un\n- deux",
        "Une ligne\net une autre",
        "a < b & c",
    ],
)
def test_stored_text_comes_back_as_it_was_typed(typed):
    stored = text_to_html(typed)
    assert html_to_text(stored) == typed
    assert text_to_html(html_to_text(stored)) == stored
