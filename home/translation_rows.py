"""Where the English of what is no page stands: key figures, columns « en anglais », menus. One query for each kind.

Key figures are translated as pages are: it is known what of their French was taken up. So it is of a column beside
another (`home.english_columns`). An entry of the menus has no date: its English can be missing, nobody can tell whether
it is older than its French. The screen says so.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef, Subquery
from django.urls import reverse
from django.utils.text import capfirst
from wagtail.contrib.settings.models import BaseSiteSetting
from wagtail.permissions import policy_registry
from wagtail_localize.fields import TranslatableField, get_translatable_fields
from wagtail_localize.models import StringSegment, StringTranslation, Translation

from home.editors import TRANSLATE_PERMISSION
from home.english_columns import ENGLISH, Known, known, lacks, shown_rows, translated_models
from home.translation_states import TARGET, TranslationState
from ui.models import KeyFigure, NavigationSettings, SiteImage

# A version of the charter was accepted as it is: its English comes with the next one.
FROZEN = frozenset({"ambassadors.Charter"})
# What a person has before their eyes at once; beyond, the list says that there is more.
SHOWN = 20


@dataclass(frozen=True, slots=True)
class Row:
    """One thing to translate, which words of it, and where."""

    label: str
    state: str
    words: str = ""
    url: str = ""

    @property
    def state_label(self) -> str:
        """Return the state in words."""
        return str(TranslationState(self.state).label)


@dataclass(slots=True)
class Group:
    """The rows of one kind that lack English words; `has_more` when they are not all here, `url` where all are."""

    label: str
    rows: list[Row] = field(default_factory=list)
    has_more: bool = False
    url: str = ""


def groups(user: Any, state: str = "") -> list[Group]:
    """Return the kinds that have something in a state, or to translate; `user` decides where links lead."""
    seen = known()
    kinds = [figures(user), menus(user)]
    kinds += [columns(model, user, seen) for model in translated_models()]
    for group in kinds:
        kept = [row for row in group.rows if not state or row.state == state]
        group.rows, group.has_more = kept[:SHOWN], len(kept) > SHOWN
    return [group for group in kinds if group.rows]


# --- columns beside columns


def columns(model: type[models.Model], user: Any, what_is_known: Known | None = None) -> Group:
    """Return the rows of a model whose English is empty where there is French, or older; in one query."""
    seen = known() if what_is_known is None else what_is_known
    group = Group(capfirst(str(model._meta.verbose_name_plural)), url=list_url(model, user))
    url_of = edit_url(model, user)
    for row in shown_rows(model):
        found = lacks(row, seen)
        for state in dict.fromkeys(one.state for one in found):
            words = [capfirst(str(one.column.verbose_name)) for one in found if one.state == state]
            group.rows.append(Row(str(row), state, ", ".join(words), url_of(row)))
    return group


def list_url(model: type[models.Model], user: Any) -> str:
    """Return where all the English of a kind is read again; "" for who does not translate."""
    if not may_translate(model, user):
        return ""
    return reverse("translation_texts", args=[model._meta.label_lower])


def may_translate(model: type[models.Model], user: Any) -> bool:
    """Say whether a person writes the English of a kind, and nothing else of it."""
    return model._meta.label not in FROZEN and bool(user.has_perm(TRANSLATE_PERMISSION))


def edit_url(model: type[models.Model], user: Any) -> Callable[[Any], str]:
    """Return what finds where the person changes a row, else where they write its English; "" when they do neither."""
    meta = model._meta
    viewset = getattr(model, "snippet_viewset", None)
    may = user.has_perm(f"{meta.app_label}.change_{meta.model_name}")
    if model is SiteImage:
        if policy_registry.get_by_type(model).user_has_permission(user, "change"):
            return lambda row: reverse("wagtailimages:edit", args=[row.pk])
    elif may and issubclass(model, BaseSiteSetting):
        where = (meta.app_label, meta.model_name)
        return lambda row: reverse("wagtailsettings:edit", args=(*where, row.site_id))
    elif may and viewset is not None:
        return lambda row: reverse(viewset.get_url_name("edit"), args=[row.pk])
    if model is NavigationSettings:
        is_open = user.has_perm(TRANSLATE_PERMISSION)
        return lambda row: reverse("translation_menus", args=[row.site_id]) if is_open else ""
    if may_translate(model, user):
        return lambda row: reverse("translation_text", args=[meta.label_lower, row.pk])
    return lambda _row: ""


# --- menus


def menus(user: Any) -> Group:
    """Return the entries of the menus without English words, in one query."""
    group = Group(capfirst(str(NavigationSettings._meta.verbose_name_plural)))
    url_of = edit_url(NavigationSettings, user)
    for menu in NavigationSettings.objects.order_by("pk"):
        url = url_of(menu)
        for name in ("main_menu", "footer_columns", "legal_links"):
            where = capfirst(str(menu._meta.get_field(name).verbose_name))
            for words in words_without_english(list(getattr(menu, name).raw_data)):
                group.rows.append(Row(words, TranslationState.UNTRANSLATED, where, url))
    return group


def words_without_english(raw: Any) -> Iterator[str]:
    """Yield the words of raw blocks beside which the English is empty."""
    if isinstance(raw, dict):
        for name, value in raw.items():
            if isinstance(value, str) and value and raw.get(f"{name}{ENGLISH}") == "":
                yield value
            yield from words_without_english(value)
    elif isinstance(raw, list):
        for one in raw:
            yield from words_without_english(one)


# --- key figures


def figures(user: Any) -> Group:
    """Return the French figures without English, or whose French changed since it was taken up, in one query."""
    group = Group(capfirst(str(KeyFigure._meta.verbose_name_plural)))
    for figure in french_figures():
        state = state_of(figure)
        if state != TranslationState.TRANSLATED:
            group.rows.append(Row(str(figure), state, "", figure_url(figure, state, user)))
    return group


def french_figures() -> Any:
    """Return the French figures with what is known of their English."""
    english = KeyFigure.objects.filter(
        translation_key=OuterRef("translation_key"), locale__language_code=TARGET
    )
    followed = Translation.objects.filter(
        enabled=True,
        source__object_id=OuterRef("translation_key"),
        source__locale_id=OuterRef("locale_id"),
        target_locale__language_code=TARGET,
    )
    translated = StringTranslation.objects.filter(
        translation_of_id=OuterRef("string_id"),
        context_id=OuterRef("context_id"),
        locale__language_code=TARGET,
        has_error=False,
    )
    left = StringSegment.objects.filter(
        source__object_id=OuterRef("translation_key"), source__locale_id=OuterRef("locale_id")
    ).filter(~Exists(translated))
    return (
        KeyFigure.objects.filter(locale__language_code=settings.LANGUAGE_CODE)
        .annotate(
            english_pk=Subquery(english.values("pk")[:1]),
            source_pk=Subquery(followed.values("source_id")[:1]),
            taken_up=Subquery(followed.values("source__content_json")[:1]),
            has_words_left=Exists(left),
        )
        .order_by("label", "pk")
    )


def state_of(figure: Any) -> str:
    """Return where the English of a figure stands, from what was taken up of its French."""
    if figure.english_pk is None:
        return TranslationState.UNTRANSLATED
    if figure.source_pk is None:  # written by hand: no date, and nothing taken up to compare
        return TranslationState.TRANSLATED
    if figure.has_words_left or has_changed(figure):
        return TranslationState.BEHIND
    return TranslationState.TRANSLATED


def has_changed(figure: Any) -> bool:
    """Say whether words of a figure are not those that were given to translators."""
    taken_up = json.loads(figure.taken_up)
    names = [one.field_name for one in get_translatable_fields(KeyFigure) if is_words(one)]
    return any(taken_up.get(name, "") != getattr(figure, name) for name in names)


def is_words(one: Any) -> bool:
    """Say whether translators are given the words of a field; a synchronised one follows by itself."""
    return isinstance(one, TranslatableField)


def figure_url(figure: Any, state: str, user: Any) -> str:
    """Return where a figure is translated: begun, resynchronised, or read again; "" for who may not."""
    if not user.has_perm("wagtail_localize.submit_translation"):
        return ""
    if state == TranslationState.UNTRANSLATED:
        return reverse(
            "wagtail_localize:submit_snippet_translation", args=["ui", "keyfigure", figure.pk]
        )
    if figure.has_words_left:
        name = KeyFigure.snippet_viewset.get_url_name("edit")
        return reverse(name, args=[figure.english_pk])
    return reverse("wagtail_localize:update_translations", args=[figure.source_pk])
