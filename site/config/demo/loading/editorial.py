"""Load the pictures, the key figures, the news and the home page of the demonstration."""

from __future__ import annotations

import datetime as dt
import io
from typing import Any

from django.core.files.images import ImageFile
from wagtail.models import Locale

from config.demo import editorial, scenes
from home.models import HomePage
from home.news.models import NewsIndexPage, NewsPage
from home.translations import translate, update_translation
from ui.blocks.raw import block, items, link
from ui.models import KeyFigure, SiteImage, SiteSettings


def load_images() -> dict[str, SiteImage]:
    """Draw the scenes that are missing; returns the images by key."""
    found = {image.title: image for image in SiteImage.objects.filter(title__in=_titles())}
    return {
        key: found.get(scene.title) or _image(key, scene) for key, scene in scenes.scenes().items()
    }


def _titles() -> list[str]:
    return [scene.title for scene in scenes.scenes().values()]


def _image(key: str, scene: scenes.Scene) -> SiteImage:
    # Given to the constructor, the file fills in the width and the height.
    image = SiteImage(
        title=scene.title,
        description=scene.alt,
        description_en=scene.alt_en,
        credit=scene.credit,
        rights=scene.rights,
        file=ImageFile(io.BytesIO(scenes.draw(key)), name=f"{key}.png"),
    )
    image.save()
    return image


def load_figures() -> dict[str, KeyFigure]:
    """Create the figures that are missing, in both languages; returns the French ones by key."""
    french, english = (Locale.objects.get(language_code=code) for code in ("fr", "en"))
    loaded = {}
    for key, demo in editorial.figures().items():
        figure, created = KeyFigure.objects.get_or_create(
            locale=french, label=demo.label, year=demo.year, defaults=_figure(demo)
        )
        if created:
            translated = figure.copy_for_translation(english)
            translated.label, translated.prefix = demo.label_en, demo.prefix_en
            translated.value, translated.definition = demo.display_en, demo.definition_en
            translated.period, translated.source = demo.period_en, demo.source_en
            translated.save()
        loaded[key] = figure
    return loaded


def _figure(demo: editorial.Figure) -> dict[str, Any]:
    return {
        "prefix": demo.prefix,
        "value": demo.display,
        # The label names what is counted: a unit printed at the size of the figure is for signs.
        "unit": demo.unit if len(demo.unit) == 1 else "",
        "definition": demo.definition,
        "period": demo.period,
        "source": demo.source,
        "is_estimate": demo.is_estimate,
    }


def load_news(images: dict[str, SiteImage], today: dt.date) -> int:
    """Publish the articles that are missing and refresh the dates of those that follow the day."""
    index = NewsIndexPage.objects.get(locale__language_code="fr")
    known = {page.slug: page for page in NewsPage.objects.child_of(index)}
    created = 0
    for article in reversed(editorial.articles()):
        page = known.get(article.slug)
        if page is not None:
            if page.date != article.date(today):
                NewsPage.objects.filter(pk=page.pk).update(date=article.date(today))
            continue
        index.add_child(instance=_page(article, images, today))
        created += 1
    for page in NewsPage.objects.child_of(index).filter(latest_revision__isnull=True):
        page.save_revision().publish(skip_permission_checks=True)
    _translate_news(index)
    return created


def _translate_news(index: NewsIndexPage) -> None:
    """Publish the English of the articles that have none yet."""
    english = Locale.objects.get(language_code="en")
    pages = {page.slug: page for page in NewsPage.objects.child_of(index)}
    for article in editorial.articles():
        translate(pages[article.slug], english, editorial.english_of(article))


def _page(article: editorial.Article, images: dict[str, SiteImage], today: dt.date) -> NewsPage:
    page = NewsPage(
        title=article.title,
        slug=article.slug,
        summary=article.chapo,
        date=article.date(today),
        theme=article.theme,
        photo=images[article.image],
        is_teaser=article.is_teaser,
        live=True,
    )
    page.body = [block("prose", article.body_html)] if article.body_html else []
    return page


def load_contacts() -> None:
    """Give the site people to call where it has none: invented, on numbers kept for fiction."""
    settings = SiteSettings.objects.get(site__is_default_site=True)
    if settings.contact_name or settings.contact_phone:
        return
    settings.contact_name, settings.contact_role = "Démo Accueil", "Équipe Oh My Lot !"
    settings.contact_role_en = "Oh My Lot ! team"
    settings.contact_phone, settings.contact_email = "05 36 49 46 00", "accueil@demo.example"
    settings.contact_hours = "du lundi au vendredi, de 9 h à 17 h"
    settings.contact_hours_en = "Monday to Friday, 9 am to 5 pm"
    settings.employer_contact_name = "Démo Employeurs"
    settings.employer_contact_role = "Relations avec les employeurs"
    settings.employer_contact_phone = "05 36 49 46 01"
    settings.employer_contact_email = "employeurs@demo.example"
    settings.save()


def load_home(figures: dict[str, KeyFigure], images: dict[str, SiteImage]) -> None:
    """Add the figures and the testimonial to a French home page that lacks them, then to its translation."""
    home = HomePage.objects.get(depth=2, locale__language_code="fr")
    if "figures" in [child.block_type for child in home.sections]:
        return
    raw = list(home.sections.raw_data)
    place = next((rank for rank, child in enumerate(raw) if child["type"] == "news"), len(raw))
    words = editorial.home("fr")
    raw[place:place] = [_figures_block(words, figures), _testimonial_block(words, images)]
    home.sections = raw
    home.save_revision().publish(skip_permission_checks=True)
    home.refresh_from_db()
    english = Locale.objects.get(language_code="en")
    update_translation(home, english, _home_in_english(words, editorial.home("en")))


def _home_in_english(french: Any, english: Any) -> dict[str, str]:
    names = ("title", "quote", "author", "role", "join_label", "link_label")
    told = {french["testimonial"][name]: english["testimonial"][name] for name in names}
    return {french["figures"]["title"]: english["figures"]["title"], **told}


def _figures_block(words: Any, figures: dict[str, KeyFigure]) -> dict[str, Any]:
    section = words["figures"]
    chosen = items(*(figures[key].pk for key in section["keys"]))
    return block("figures", {"title": section["title"], "figures": chosen, "note": ""})


def _testimonial_block(words: Any, images: dict[str, SiteImage]) -> dict[str, Any]:
    section = words["testimonial"]
    return block(
        "testimonial",
        {
            "title": section["title"],
            "quote": section["quote"],
            "author": section["author"],
            "role": section["role"],
            "is_fictional": True,
            "image": images[section["image"]].pk,
            "actions": items(
                link(section["join_label"], address=section["join_url"]),
                link(section["link_label"], address=section["url"]),
            ),
        },
    )
