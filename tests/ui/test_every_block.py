"""Every block of a page's body: its sample, what it draws, what it refuses and in which words."""

import datetime as dt
import re
from pathlib import Path
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.template.loader import get_template
from django.test import Client, RequestFactory
from django.urls import reverse

from home.models import HomePage
from tests.cast import Cast
from tests.factories import make_image, make_offer, make_page
from tests.ui.block_values import BODY, DATES, KINDS, drawn, person, value_of, video
from ui.blocks.raw import items, link
from ui.gallery import block_exhibits
from ui.models import SiteImage

pytestmark = pytest.mark.django_db
STYLES = Path(__file__).resolve().parents[2] / "site/static/css/components"
# Drawn with the style of the component of the same name.
STYLE = {"prose": "prose", "notice": "notice", "call_to_action": "block-call"}
SECTIONS = list(HomePage.sections.field.stream_block.child_blocks)


def refusals(error: ValidationError) -> list[str]:
    """Return the words of a refusal, whatever field of whatever item they are about."""
    found = [str(message) for message in getattr(error, "messages", ())]
    for inner in (
        getattr(error, "block_errors", None),
        getattr(error, "non_block_errors", None),
    ):
        below = inner.values() if isinstance(inner, dict) else (inner or ())
        for one in below:
            if isinstance(one, ValidationError):
                found += refusals(one)
    return found


def refused(kind: str, value: Any) -> list[str]:
    """Return what an editor reads when a page with this block cannot be published."""
    with pytest.raises(ValidationError) as refusal:
        BODY.clean(BODY.to_python([{"type": kind, "value": value}]))
    return refusals(refusal.value)


# --- what each block has


@pytest.mark.parametrize("kind", KINDS)
def test_a_block_has_all_that_an_editor_needs_to_choose_it(kind: str) -> None:
    child = BODY.child_blocks[kind]

    assert child.meta.label
    assert str(child.meta.description).endswith(".")
    assert str(child.meta.group) in {"Texte", "Images et vidéos", "Faits et listes", "Pour agir"}
    assert get_template(child.meta.template)
    assert (STYLES / f"{STYLE.get(kind, f'block-{kind}')}.css").exists()
    assert child.get_preview_value()


def test_a_page_may_be_made_of_fifteen_blocks() -> None:
    assert KINDS == [
        "prose", "quote", "notice", "questions", "picture", "gallery", "video", "figures", "timeline", "documents",
        "offers", "steps", "cards", "person", "call_to_action",
    ]  # fmt: skip


def test_the_gallery_of_components_shows_every_block() -> None:
    request = RequestFactory().get("/_components/")
    request.resolver_match = None

    shown = {exhibit.name: exhibit.states[0] for exhibit in block_exhibits(request)}

    assert list(shown) == [f"block: {kind}" for kind in KINDS]
    assert all(state.strip() for state in shown.values())


@pytest.mark.parametrize("kind", KINDS)
def test_the_chooser_shows_a_sample(kind: str, client: Client, cast: Cast) -> None:
    client.force_login(cast.editor)
    child = BODY.child_blocks[kind]

    page = client.get(
        reverse("wagtailadmin_block_preview"), {"id": child.definition_prefix}
    ).content.decode()

    assert '<html lang="fr">' in page
    assert "css/site.css" in page
    assert page.split('<main class="container section">')[1].split("</main>")[0].strip()


@pytest.mark.parametrize("kind", SECTIONS)
def test_the_chooser_shows_a_sample_of_each_section_of_the_home_page(
    kind: str, client: Client, cast: Cast, now: dt.datetime
) -> None:
    make_offer(now, title="Poste du jour (F/H)")
    client.force_login(cast.editor)
    child = HomePage.sections.field.stream_block.child_blocks[kind]

    page = client.get(reverse("wagtailadmin_block_preview"), {"id": child.definition_prefix})

    shown = page.content.decode().split('<main class="container section">')[1]
    assert page.status_code == 200
    assert child.meta.description
    assert str(child.get_preview_value()["title"]).replace(" ", "") in shown.replace(
        "\u00a0", ""
    ).replace(" ", "").replace("&nbsp;", "")


# --- what they draw


@pytest.mark.parametrize("kind", KINDS)
def test_a_block_filled_in_is_accepted_and_drawn(kind: str, now: dt.datetime) -> None:
    make_offer(now, title="Poste du jour (F/H)")
    value = value_of(kind)

    BODY.clean(BODY.to_python([{"type": kind, "value": value}]))

    assert re.sub(r"<[^>]+>|\s", "", drawn(kind, value)) or kind == "picture"


@pytest.mark.parametrize("kind", KINDS)
def test_titles_go_down_one_level_at_a_time_and_are_those_of_the_outline(
    kind: str, now: dt.datetime
) -> None:
    make_offer(now)
    value = value_of(kind)
    html = drawn(kind, value)

    levels = [int(level) for level in re.findall(r"<h(\d)", html)]
    assert 1 not in levels
    steps = zip([1, *levels], levels, strict=False)
    assert all(after <= before + 1 for before, after in steps), levels
    child = BODY.to_python([{"type": kind, "value": value}])[0]
    assert child.block.outline(child.value) == levels[: len(child.block.outline(child.value))]


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_of_another_site_is_loaded(kind: str) -> None:
    html = drawn(kind, value_of(kind))

    assert not re.search(r"<(?:iframe|script|object|embed|video|audio|link)\b", html)
    assert not re.search(r'(?:src|srcset|poster)="(?:https?:)?//', html)
    assert "style=" not in html


@pytest.mark.parametrize("kind", KINDS)
def test_every_picture_has_its_text_or_says_that_it_needs_none(kind: str) -> None:
    html = drawn(kind, value_of(kind))

    assert all(" alt=" in tag for tag in re.findall(r"<img[^>]*>", html))


def test_a_picture_of_a_gallery_has_its_own_words_else_those_of_the_image() -> None:
    html = drawn("gallery", value_of("gallery"))

    assert html.count('alt="Un pont sur la rivière"') == 1
    assert html.count('alt="À part"') == 1
    assert html.count("Photo d’essai – Département du Lot") == 2
    assert re.search(r'<a class="block-gallery__link" href="[^"]+\.(?:webp|jpe?g|avif)"', html)


def test_a_gallery_whose_pictures_are_gone_is_not_drawn() -> None:
    value = value_of("gallery")
    pictures = {one["value"]["image"] for one in value["pictures"]}
    for image in SiteImage.objects.filter(pk__in=pictures):
        image.delete()

    assert drawn("gallery", value).strip() == ""


def test_a_video_is_a_poster_a_link_and_its_words() -> None:
    html = drawn("video", value_of("video"))

    assert 'href="https://video.example.org/v?id=1" rel="noopener external"' in html
    assert "s’ouvre sur video.example.org" in html
    for words in ("3 min 20 s", "Langue : Français", "Sous-titrée", "Lire la transcription"):
        assert words in html
    assert "Bonjour." in html


def test_a_video_whose_address_is_not_safe_has_no_link() -> None:
    html = drawn("video", video(address="javascript:alert(1)"))

    assert "javascript:" not in html
    assert "Une journée" in html


def test_dates_are_written_as_precisely_as_they_are_known() -> None:
    html = drawn("timeline", value_of("timeline"))

    assert '<time datetime="2018">2018</time>' in html
    assert '<time datetime="2024-05">Mai 2024</time>' in html
    assert '<time datetime="2025-01-28">28 janvier 2025</time>' in html


def test_a_file_says_its_format_and_weight() -> None:
    html = drawn("documents", value_of("documents"))

    assert re.sub(r"\s", "", "(PDF, 2 ko)") in re.sub(r"\s", "", html)


def test_a_step_without_a_link_stays_and_a_card_without_a_page_goes() -> None:
    page = make_page("Un guide", slug="un-guide")
    cards = value_of("cards")
    cards["cards"][1]["value"] |= {"page": page.pk, "address": ""}
    assert "Les nouvelles" in drawn("cards", cards)

    page.unpublish()

    assert "Les nouvelles" not in drawn("cards", cards)
    assert "Les offres" in drawn("cards", cards)
    steps = drawn("steps", value_of("steps"))
    assert "Deux" in steps
    assert steps.count("arrow-link") == 1


def test_cards_show_pictures_only_when_all_have_theirs() -> None:
    cards = value_of("cards")
    cards["cards"][0]["value"]["image"] = make_image().pk
    assert "<img" not in drawn("cards", cards)

    cards["cards"][1]["value"]["image"] = make_image().pk

    assert drawn("cards", cards).count('alt=""') == 2


def test_a_person_is_called_or_written_to() -> None:
    html = drawn("person", person(hours="de 9 h à 17 h"))

    assert 'href="tel:+33536494600"' in html
    assert 'href="mailto:accueil@demo.example"' in html
    assert "de 9 h à 17 h" in html
    assert ">DA<" in re.sub(r"\s", "", html)


# --- what they refuse, in the words that an editor reads


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "offers"])
def test_an_empty_block_is_refused(kind: str) -> None:
    child = BODY.child_blocks[kind]
    empty = BODY.to_python([{"type": kind, "value": "" if kind == "prose" else {}}])

    assert child.is_previewable
    with pytest.raises(ValidationError) as refusal:
        BODY.clean(empty)
    assert refusals(refusal.value)


@pytest.mark.parametrize(
    ("kind", "value", "message"),
    [
        ("prose", "<h2></h2><p>Mots</p>", "Un titre est vide : écrivez-le ou supprimez-le."),
        (
            "prose",
            '<p><a href="https://exemple.fr">cliquez ici</a></p>',
            "Dites où mène le lien au lieu d’écrire « cliquez ici ».",
        ),
        (
            "prose",
            "<h2>Un</h2><h4>Deux</h4>",
            "Un titre de niveau 4 ne peut pas suivre un titre de niveau 2.",
        ),
        (
            "timeline",
            {"title": "Dates", "dates": items(*reversed(DATES))},
            "Mettez les dates dans l’ordre, la plus ancienne en premier.",
        ),
        (
            "person",
            person(phone="", email=""),
            "Donnez un numéro de téléphone ou une adresse e-mail.",
        ),
        (
            "person",
            person(phone="05 65"),
            "Donnez un numéro de téléphone complet, par exemple 05 65 00 00 00.",
        ),
        (
            "call_to_action",
            {
                "title": "T",
                "text": "",
                "actions": items(link("En savoir plus", address="/offres/")),
            },
            "Dites où mène le lien au lieu d’écrire « En savoir plus ».",
        ),
    ],
)
def test_a_refusal_says_what_to_do(kind: str, value: Any, message: str) -> None:
    said = [text.replace("\u00a0", " ") for text in refused(kind, value)]

    assert message in said


def test_a_video_without_its_length_is_refused() -> None:
    poster = make_image().pk

    assert "Indiquez la durée de la vidéo." in refused(
        "video", video(poster=poster, minutes=0, seconds=0)
    )
    assert refused("video", video(poster=poster, address="javascript:alert(1)"))


def test_a_picture_without_words_is_refused_wherever_it_is() -> None:
    silent = make_image(description="").pk
    picture = {"image": silent, "alt": "", "caption": ""}

    assert "Décrivez l’image, ici ou dans sa fiche." in refused(
        "gallery", {"title": "", "pictures": items(picture, picture)}
    )


def test_a_draft_may_be_unfinished() -> None:
    raw = [
        {"type": "timeline", "value": {"title": "Dates", "dates": items(*reversed(DATES))}},
        {"type": "video", "value": video(poster=None, minutes=0, seconds=0, transcript="")},
        {"type": "prose", "value": "<h4>Trop bas</h4>"},
    ]

    assert len(BODY.clean_deferred(BODY.to_python(raw))) == 3
