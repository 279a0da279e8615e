"""The report of translations tells what is no page: key figures, English columns, menus."""

from __future__ import annotations

import html

import pytest
from wagtail.models import Locale
from wagtail_localize.models import TranslationSource

from home import translation_rows
from home.ambassadors.models import Good
from home.health.models import HealthGrant
from home.translation_states import TranslationState
from home.translations import remember
from tests.cast import Cast
from tests.factories import make_image
from tests.ui.test_figures import make_figure
from ui.models import KeyFigure, NavigationSettings, SiteSettings

pytestmark = pytest.mark.django_db
REPORT = "/admin/reports/traductions/"


def states(cast: Cast) -> dict[str, str]:
    return {row.label: row.state for row in translation_rows.figures(cast.editor).rows}


def translate_figure(figure: KeyFigure, words: dict[str, str]) -> None:
    """Translate a figure as a translator does, with the words given."""
    from wagtail_localize.models import Translation

    english = Locale.objects.get(language_code="en")
    source, _is_updated = TranslationSource.update_or_create_from_instance(figure)
    translation, _created = Translation.objects.get_or_create(source=source, target_locale=english)
    remember(source, english, words)
    translation.save_target(publish=True)


def words_of(figure: KeyFigure) -> dict[str, str]:
    found = (figure.prefix, figure.unit, figure.label, figure.definition, figure.period)
    return {text: f"English of {text}" for text in (*found, figure.source) if text}


def test_a_figure_is_told_until_it_is_translated_and_again_when_its_french_changes(
    cast: Cast,
) -> None:
    figure = make_figure(value="750", label="ambassadeurs")
    assert states(cast) == {str(figure): TranslationState.UNTRANSLATED}

    translate_figure(figure, {figure.label: "ambassadors"})
    assert states(cast) == {str(figure): TranslationState.BEHIND}  # words are left

    translate_figure(figure, words_of(figure))
    assert states(cast) == {}

    figure.value = "751"  # a number is the same in every language
    figure.save()
    assert states(cast) == {}

    figure.label = "ambassadrices et ambassadeurs"
    figure.save()
    assert states(cast) == {str(figure): TranslationState.BEHIND}


def test_a_figure_leads_to_where_it_is_translated(cast: Cast) -> None:
    figure = make_figure(value="750", label="ambassadeurs")
    [row] = translation_rows.figures(cast.translator).rows
    assert row.url == f"/admin/localize/submit/snippet/ui/keyfigure/{figure.pk}/"
    assert cast.client(cast.translator).get(row.url).status_code == 200

    translate_figure(figure, words_of(figure))
    figure.label = "ambassadrices"
    figure.save()
    [row] = translation_rows.figures(cast.translator).rows
    assert row.url.startswith("/admin/localize/update/")
    assert cast.client(cast.translator).get(row.url).status_code == 200


def test_every_model_with_english_columns_is_read() -> None:
    names = {model._meta.label for model in translation_rows.translated_models()}

    assert names >= {
        "ambassadors.Good",
        "health.HealthGrant",
        "health.HealthContact",
        "territory.ResourceCard",
        "territory.WelcomeReferent",
        "ui.SiteImage",
        "ui.SiteSettings",
    }
    assert "offers.JobFamily" not in names  # its English is required


def test_an_empty_english_column_is_told_with_its_name(cast: Cast) -> None:
    image = make_image(description="Un pont")
    good = Good.objects.create(name="Affiche", description="Grand format", name_en="Poster")

    [row] = translation_rows.columns(Good, cast.editor).rows
    assert row.label == "Affiche"
    assert row.words == "Description"
    [shown] = translation_rows.columns(type(image), cast.editor).rows
    assert shown.url == f"/admin/images/{image.pk}/"

    good.description_en = "Large"
    good.save()
    assert translation_rows.columns(Good, cast.editor).rows == []


def test_what_has_no_french_lacks_no_english(cast: Cast) -> None:
    HealthGrant.objects.all().delete()
    SiteSettings.objects.update(footer_text="", contact_role="", contact_hours="")

    assert translation_rows.columns(SiteSettings, cast.editor).rows == []
    assert translation_rows.columns(HealthGrant, cast.editor).rows == []


def test_a_long_list_says_that_there_is_more(cast: Cast) -> None:
    for number in range(translation_rows.SHOWN + 1):
        Good.objects.create(name=f"Objet {number}")

    [group] = [
        one for one in translation_rows.groups(cast.editor) if one.rows[0].label == "Objet 0"
    ]

    assert len(group.rows) == translation_rows.SHOWN
    assert group.has_more


def test_an_entry_of_the_menu_without_english_is_told(cast: Cast) -> None:
    assert translation_rows.menus(cast.editor).rows == []
    menus = NavigationSettings.objects.get()
    menus.main_menu[0].value["label_en"] = ""
    menus.save()

    [row] = translation_rows.menus(cast.editor).rows

    assert row.label == menus.main_menu[0].value["label"]
    assert cast.client(cast.editor).get(row.url, follow=True).status_code == 200


def test_the_report_shows_them_and_says_what_it_cannot_know(cast: Cast) -> None:
    figure = make_figure(value="750", label="ambassadeurs sans anglais")
    client = cast.client(cast.translator)

    everything = html.unescape(client.get(REPORT).content.decode())
    translated = html.unescape(client.get(REPORT, {"state": "TRANSLATED"}).content.decode())
    nonsense = client.get(REPORT, {"state": "x"})

    assert figure.label in everything
    assert 'id="translation-rows"' in everything
    assert figure.label not in translated
    assert nonsense.status_code == 200


def test_it_costs_the_same_for_one_text_and_for_many(
    cast: Cast, django_assert_num_queries: object, django_assert_max_num_queries: object
) -> None:
    client = cast.client(cast.editor)
    client.get(REPORT)
    counts = []
    for turn in range(2):
        with django_assert_max_num_queries(80) as seen:  # type: ignore[operator]
            client.get(REPORT)
        counts.append(len(seen))
        for number in range(10 * (1 - turn)):
            make_figure(value="750", label=f"Chiffre {number}")
            Good.objects.create(name=f"Objet {number}")
            make_image(description=f"Image {number}")

    assert counts[0] == counts[1]
