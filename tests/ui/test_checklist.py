"""Before publishing: what a page must have, what it had better have, and what the editor is told of both."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.test import RequestFactory
from django.urls import reverse
from wagtail.admin.userbar import AccessibilityItem
from wagtail.test.utils.form_data import inline_formset, nested_form_data, streamfield

from home.models import StandardPage
from tests.cast import Cast
from tests.factories import make_article, make_image, make_page
from tests.ui.test_figures import make_figure
from ui.blocks.raw import block, items, link
from ui.checklist import MOST_LETTERS, advice, checks_of, refusals
from ui.content_checker import SiteContentChecker, use_site_rules
from ui.incomplete import named
from ui.pages import BasePage

pytestmark = pytest.mark.django_db
GOOD = "Deux phrases qui disent à quoi sert la page. Elles ouvrent la lecture."


def page(*body: Any, **fields: Any) -> StandardPage:
    """Return a page that has these blocks, not saved."""
    values = {"summary": GOOD, "social_image": make_image()} | fields
    return StandardPage(title="Une page", body=list(body), **values)


def names(checks: list[Any]) -> list[str]:
    return [check.name for check in checks]


def picture(image: Any, **values: Any) -> Any:
    return block(
        "picture", {"image": image.pk, "is_decorative": False, "alt": "", "caption": ""} | values
    )


def test_a_complete_page_passes_everything() -> None:
    complete = page(block("prose", "<h2>Un titre</h2><p>Des mots.</p>"), picture(make_image()))

    assert [check.name for check in checks_of(complete) if not check.is_passed] == []


@pytest.mark.parametrize(
    "html",
    [
        "<h2></h2><p>Texte</p>",
        "<h2>Un</h2><h4>Trois</h4>",
        "<h3>D’emblée</h3>",
        '<p><a href="https://www.lot.example/">ici</a></p>',
    ],
)
def test_titles_out_of_order_or_empty_and_vague_links_are_refused(html: str) -> None:
    [check] = refusals(page(block("prose", html)))

    assert check.name == "words"
    assert check.details


def test_a_vague_link_of_a_block_is_refused() -> None:
    call = {"title": "Appel", "text": "", "actions": items(link("Cliquez ici", address="/offres/"))}

    assert names(refusals(page(block("call_to_action", call)))) == ["words"]


def test_a_picture_that_says_nothing_is_refused_unless_it_is_decorative() -> None:
    silent = make_image("Le pont muet", description="")

    [check] = refusals(page(picture(silent)))
    assert (check.name, check.details) == ("alternatives", ("Le pont muet",))
    assert refusals(page(picture(silent, alt="Le pont, la nuit"))) == []
    assert refusals(page(picture(silent, is_decorative=True))) == []
    assert names(refusals(page(social_image=silent))) == ["alternatives"]


def test_a_figure_without_source_is_refused_and_an_old_one_is_told() -> None:
    unsourced = make_figure(source=" ")
    old = make_figure(year=2015)

    assert names(
        refusals(page(block("figures", {"title": "", "figures": items(unsourced.pk)})))
    ) == ["sources"]
    aged = page(block("figures", {"title": "", "figures": items(old.pk)}))
    assert refusals(aged) == []
    assert names(advice(aged)) == ["freshness"]


def test_what_had_better_be_mended_is_advice() -> None:
    offline = make_page("Plus tard", slug="plus-tard")
    offline.unpublish()
    poor = page(
        block(
            "prose",
            f'<p>[À compléter] <a linktype="page" id="{offline.pk}">la suite du projet</a></p>',
        ),
        summary="",
        social_image=None,
    )

    assert refusals(poor) == []
    assert names(advice(poor)) == ["summary", "description", "shared_picture", "links", "finished"]


@pytest.mark.parametrize(
    ("fields", "body", "where"),
    [
        ({"title": "[À compléter] Une page"}, [], "Titre"),
        ({"summary": "Venez [à compléter par le Département]."}, [], "Chapô"),
        ({"search_description": "[À COMPLÉTER]"}, [], None),
        ({"seo_title": "[To be completed]"}, [], None),
        ({}, [("prose", "<p><b>[À</b>&nbsp;compl&eacute;ter]</p>")], "Contenu"),
        ({}, [("prose", "<p>À voir. [À compléter]</p>")], "Contenu"),
        (
            {},
            [
                (
                    "call_to_action",
                    {
                        "title": "Appel",
                        "text": "[À compléter]",
                        "actions": items(link("Voir les offres", address="/offres/")),
                    },
                )
            ],
            "Contenu",
        ),
        (
            {},
            [
                (
                    "call_to_action",
                    {
                        "title": "Appel",
                        "text": "",
                        "actions": items(link("[To be completed]", address="/offres/")),
                    },
                )
            ],
            "Contenu",
        ),
    ],
)
def test_what_is_left_to_complete_is_found_anywhere_and_its_field_is_named(
    fields: dict[str, Any], body: list[tuple[str, Any]], where: str | None
) -> None:
    left = page(*[block(kind, value) for kind, value in body])
    for name, value in fields.items():
        setattr(left, name, value)

    [check] = [check for check in checks_of(left) if check.name == "finished"]

    assert not check.is_passed
    assert not check.is_required
    assert len(check.details) == 1
    if where is not None:
        assert check.details == (where,)


def test_a_summary_too_long_for_search_engines_asks_for_a_description() -> None:
    long = page(summary="a" * 200)
    assert names(advice(long)) == ["description"]

    long.search_description = "Une phrase."
    assert advice(long) == []


def test_the_list_costs_four_queries_whatever_the_page_holds(
    django_assert_max_num_queries: Any,
) -> None:
    target, figure, image = make_page(), make_figure(), make_image()
    full = page(
        *[picture(image) for _turn in range(4)],
        block("figures", {"title": "", "figures": items(figure.pk, figure.pk)}),
        block("prose", f'<p><a linktype="page" id="{target.pk}">la page d’essai</a></p>'),
    )
    with django_assert_max_num_queries(4):
        checks_of(full)


def form(**changes: Any) -> dict[str, Any]:
    values = {
        "title": "Une page",
        "slug": "une-page",
        "summary": GOOD,
        "body": streamfield([]),
        "comments": inline_formset([]),
    }
    return nested_form_data(values | changes)


def test_the_editor_shows_the_list_and_the_form_refuses_to_publish(cast: Cast) -> None:
    silent = make_image("Le pont muet", description="")
    made = make_page(summary=GOOD)
    address = reverse("wagtailadmin_pages:edit", args=[made.pk])
    publisher = cast.client(cast.publisher)
    shown = publisher.get(address).content.decode()
    assert 'data-check="shared_picture" data-state="advice"' in shown
    assert 'data-check="words" data-state="passed"' in shown

    draft = publisher.post(address, form(social_image=silent.pk))
    assert draft.status_code == 302
    refused = publisher.post(address, form(social_image=silent.pk) | {"action-publish": "1"})

    assert refused.status_code == 200
    assert "Le pont muet" in refused.content.decode()
    made.refresh_from_db()
    assert made.social_image_id is None


def test_what_publishing_refuses_in_the_fields_is_a_required_line(cast: Cast) -> None:
    draft = make_article(live=False, summary="", photo=None, body=[])
    [check] = refusals(draft)
    assert check.name == "complete"
    fields = [
        str(draft._meta.get_field(name).verbose_name) for name in ("photo", "summary", "body")
    ]
    assert [detail.split(":")[0].strip().casefold() for detail in check.details] == fields
    assert "summary" not in names(advice(draft))

    publisher = cast.client(cast.publisher)
    address = reverse("wagtailadmin_pages:edit", args=[draft.pk])
    shown = publisher.get(address).content.decode()
    assert 'data-check="complete" data-state="refused"' in shown

    draft.is_teaser = True
    assert len(refusals(draft)[0].details) == 2
    assert refusals(make_article()) == []
    assert named(draft, "__all__", "Tout se contredit.") == "Tout se contredit."


def test_the_field_and_the_list_say_one_length() -> None:
    _checklist, group = BasePage.promote_panels
    [field] = [one for one in group.children if one.field_name == "search_description"]
    [check] = [one for one in checks_of(page()) if one.name == "description"]
    for words in (str(field.help_text), check.label):
        assert re.findall(r"\d+", words) == [str(MOST_LETTERS)]


def test_the_checker_of_wagtail_looks_at_the_content_with_our_rules(cast: Cast) -> None:
    items_of_the_bar: list[Any] = [AccessibilityItem(in_editor=True)]
    use_site_rules(None, items_of_the_bar, None)
    [checker] = items_of_the_bar

    assert isinstance(checker, SiteContentChecker)
    assert checker.in_editor
    configuration = checker.get_axe_configuration(RequestFactory().get("/"))
    rules = configuration["options"]["runOnly"]
    assert {"heading-order", "empty-heading", "image-alt", "alt-text-quality", "link-name"} <= set(
        rules
    )
    assert configuration["context"]["include"] == ["#contenu"]


def test_the_preview_carries_the_checker_and_the_public_page_does_not(cast: Cast) -> None:
    made = make_page(summary=GOOD)
    editor = cast.client(cast.editor)
    screen = editor.get(reverse("wagtailadmin_pages:edit", args=[made.pk])).content.decode()
    assert "checker-axe-configuration" in screen
    assert "#contenu" in screen.split('id="checker-axe-configuration"')[1][:4000]

    preview = reverse("wagtailadmin_pages:preview_on_edit", args=[made.pk])
    editor.post(preview, form())
    shown = editor.get(f"{preview}?in_preview_panel=true").content.decode()

    assert "accessibility-axe-configuration" in shown or "wagtail-userbar" in shown
    assert "wagtail-userbar" not in editor.get("/une-page/").content.decode()
