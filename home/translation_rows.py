"""Where the English of what is no page stands: key figures, columns « en anglais », menus. One query for each kind.

Key figures are translated as pages are: it is known what of their French was taken up. A column beside another has no
date: its English can be missing, nobody can tell whether it is older than its French. The screen says so.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from django.apps import apps
from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef, Q, Subquery
from django.urls import reverse
from django.utils.text import capfirst
from wagtail.contrib.settings.models import BaseSiteSetting
from wagtail.permissions import policy_registry
from wagtail_localize.fields import TranslatableField, get_translatable_fields
from wagtail_localize.models import StringSegment, StringTranslation, Translation

from home.translation_states import TARGET, TranslationState
from ui.models import KeyFigure, NavigationSettings, SiteImage

ENGLISH = "_en"
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
    """The rows of one kind that lack English words; `has_more` when they are not all here."""

    label: str
    rows: list[Row] = field(default_factory=list)
    has_more: bool = False


def groups(user: Any, state: str = "") -> list[Group]:
    """Return the kinds that have something in a state, or to translate; `user` decides where links lead."""
    found = [figures(user), menus(user), *(columns(model, user) for model in translated_models())]
    for group in found:
        group.rows = [row for row in group.rows if not state or row.state == state]
    return [group for group in found if group.rows]


# --- columns beside columns


def translated_models() -> list[type[models.Model]]:
    """Return every model with an English column that may stay empty, in the order of their names."""
    with_english = [model for model in apps.get_models() if pairs(model)]
    return sorted(with_english, key=lambda model: model._meta.label)


def pairs(model: type[models.Model]) -> list[tuple[models.Field[Any, Any], str]]:
    """Return the French columns of a model, each with the name of its English one."""
    columns = {one.name: one for one in model._meta.get_fields() if isinstance(one, models.Field)}
    return [
        (column, f"{name}{ENGLISH}")
        for name, column in columns.items()
        if (english := columns.get(f"{name}{ENGLISH}")) is not None and english.blank
    ]


def columns(model: type[models.Model], user: Any) -> Group:
    """Return the rows of a model whose English is empty where there is French, in one query."""
    known = pairs(model)
    lacking = Q()
    for column, english in known:
        lacking |= ~Q(**{column.name: ""}) & Q(**{english: ""})
    rows = list(model._default_manager.filter(lacking).order_by("pk")[: SHOWN + 1])
    group = Group(capfirst(str(model._meta.verbose_name_plural)), has_more=len(rows) > SHOWN)
    url_of = edit_url(model, user)
    for row in rows[:SHOWN]:
        missing = [
            capfirst(str(column.verbose_name))
            for column, english in known
            if getattr(row, column.name) and not getattr(row, english)
        ]
        words = ", ".join(missing)
        group.rows.append(Row(str(row), TranslationState.UNTRANSLATED, words, url_of(row)))
    return group


def edit_url(model: type[models.Model], user: Any) -> Callable[[Any], str]:
    """Return what finds where the person changes a row: "" when they may not, or when no screen does it."""
    meta = model._meta
    viewset = getattr(model, "snippet_viewset", None)
    if model is SiteImage:
        may = policy_registry.get_by_type(model).user_has_permission(user, "change")
        return lambda row: reverse("wagtailimages:edit", args=[row.pk]) if may else ""
    if not user.has_perm(f"{meta.app_label}.change_{meta.model_name}"):
        return lambda _row: ""
    if issubclass(model, BaseSiteSetting):
        where = (meta.app_label, meta.model_name)
        return lambda row: reverse("wagtailsettings:edit", args=(*where, row.site_id))
    if viewset is not None:
        return lambda row: reverse(viewset.get_url_name("edit"), args=[row.pk])
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
