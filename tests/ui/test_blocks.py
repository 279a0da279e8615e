"""The blocks of pages: what each asks for, what each draws."""

from typing import Any

import pytest
from django.template import Context, Template
from django.test import RequestFactory
from django.urls import reverse
from wagtail.blocks import StructBlockValidationError

from tests.cast import Cast
from tests.factories import make_image, make_page
from tests.ui.test_figures import make_figure
from ui.blocks.body import BodyStreamBlock
from ui.blocks.links import LinkBlock, OptionalLinkBlock
from ui.blocks.media import PictureBlock
from ui.blocks.raw import items, link
from ui.navigation import Shell

pytestmark = pytest.mark.django_db
BODY = BodyStreamBlock()


def drawn(kind: str, value: Any) -> str:
    """Return a block of the body as a page draws it."""
    stream = BODY.to_python([{"type": kind, "value": value}])
    request = RequestFactory().get("/")
    request.resolver_match = None
    context = Context(
        {"value": stream, "request": request, "shell": Shell(request), "content_language": "fr"}
    )
    html = Template(
        "{% load wagtailcore_tags %}{% for block in value %}{% include_block block %}{% endfor %}"
    ).render(context)
    return html.replace("&nbsp;", " ").replace("\u00a0", " ")


def test_prose_keeps_its_titles_and_drops_links_to_what_is_offline() -> None:
    page = make_page()
    source = f'<h2>Titre</h2><p><a linktype="page" id="{page.pk}">ici</a></p>'
    assert '<a href="/une-page/">ici</a>' in drawn("prose", source)

    page.unpublish()

    assert "<a>ici</a>" in drawn("prose", source)


def test_an_image_is_drawn_with_its_text_caption_and_credit() -> None:
    image = make_image(credit="Photo A. Martin")
    html = drawn(
        "picture",
        {"image": image.pk, "is_decorative": False, "alt": "", "caption": "Au bord de l’eau"},
    )

    assert 'alt="Un pont sur la rivière"' in html
    assert "srcset" in html
    assert "Au bord de l’eau" in html
    assert "Photo A. Martin" in html


def test_a_decorative_image_has_an_empty_text() -> None:
    value = {"image": make_image().pk, "is_decorative": True, "alt": "Inutile", "caption": ""}

    assert 'alt=""' in drawn("picture", value)


def test_an_image_without_any_text_is_refused() -> None:
    image = make_image(description="")
    block = PictureBlock()
    value = {"image": image.pk, "is_decorative": False, "alt": "", "caption": ""}

    with pytest.raises(StructBlockValidationError) as refusal:
        block.clean(block.to_python(value))
    assert list(refusal.value.block_errors) == ["alt"]
    assert block.clean(block.to_python(value | {"is_decorative": True}))["image"].pk == image.pk


def test_an_image_deleted_since_is_left_out() -> None:
    image = make_image()
    pk = image.pk
    image.delete()

    assert "<figure" not in drawn(
        "picture", {"image": pk, "is_decorative": False, "alt": "", "caption": ""}
    )


@pytest.mark.parametrize(
    ("kind", "value", "words"),
    [
        (
            "quote",
            {"quote": "Paroles", "author": "Camille", "role": "Gramat"},
            ("« Paroles »", "Camille", "Gramat"),
        ),
        (
            "notice",
            {"variant": "warning", "title": "Gel", "text": "<p>Texte</p>"},
            ('data-variant="warning"', "Gel"),
        ),
        (
            "questions",
            {
                "title": "",
                "questions": items({"question": "Pourquoi ?", "answer": "<p>Ainsi.</p>"}),
            },
            ("<details", "<summary", "Pourquoi ?", "Ainsi."),
        ),
        (
            "call_to_action",
            {
                "title": "Appel",
                "text": "",
                "actions": items(link("Employeurs", address="/espace-employeur/")),
            },
            ("Appel", 'href="/espace-employeur/"'),
        ),
    ],
)
def test_blocks_draw_their_words(kind: str, value: dict, words: tuple[str, ...]) -> None:
    html = drawn(kind, value)

    for word in words:
        assert word in html


def test_words_are_escaped() -> None:
    html = drawn("quote", {"quote": "<script>alert(1)</script>", "author": "<b>", "role": ""})

    assert "<script>" not in html


def test_a_call_whose_links_lead_nowhere_is_not_drawn() -> None:
    value = {"title": "Appel", "text": "", "actions": items(link("Rien", address="/rien/"))}

    assert "Appel" not in drawn("call_to_action", value)


def test_figures_are_drawn_with_their_year_and_source() -> None:
    figure = make_figure(prefix="près de", value="750", source="COPIL, janvier 2025")
    html = drawn("figures", {"title": "En chiffres", "figures": items(figure.pk)})

    for words in ("En chiffres", "près de", "750", "COPIL, janvier 2025", "2025"):
        assert words in html


@pytest.mark.parametrize(
    "address",
    ["javascript:alert(1)", "//evil.example", "ftp://x", "offres", "/a b", "data:text/html,x"],
)
def test_dangerous_or_broken_addresses_are_refused(address: str) -> None:
    block = LinkBlock()

    with pytest.raises(StructBlockValidationError) as refusal:
        block.clean(block.to_python(link("Voir", address=address)))
    assert list(refusal.value.block_errors) == ["address"]


def test_a_link_has_exactly_one_target() -> None:
    page = make_page()
    block = LinkBlock()

    for value in (link("Voir la page"), link("Voir la page", page=page.pk, address="/offres/")):
        with pytest.raises(StructBlockValidationError):
            block.clean(block.to_python(value))
    assert block.clean(block.to_python(link("Voir la page", page=page.pk)))["page"].pk == page.pk


def test_an_optional_link_may_be_empty_but_not_half_written() -> None:
    block = OptionalLinkBlock()

    assert block.clean(block.to_python(link("")))
    with pytest.raises(StructBlockValidationError):
        block.clean(block.to_python(link("Des mots sans cible")))


def test_an_editor_previews_each_block(client: Any, cast: Cast) -> None:
    client.force_login(cast.editor)
    block = BODY.child_blocks["quote"]

    response = client.get(reverse("wagtailadmin_block_preview"), {"id": block.definition_prefix})

    assert response.status_code == 200
    assert "css/site.css" in response.content.decode()
    assert "nous avons trouvé une équipe" in response.content.decode()
