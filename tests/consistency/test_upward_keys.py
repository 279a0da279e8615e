"""A foreign key is written as words, which no import contract sees: none may point to a higher layer."""

from __future__ import annotations

from django.apps import apps
from django.conf import settings

# Top first, as in pyproject.toml; those on one line know nothing of each other.
LAYERS = (
    {"config"},
    {
        "home", "home.ambassadors", "home.campaigns", "home.contact", "home.events", "home.health", "home.news",
        "home.redirection", "home.welcome", "employer_space",
    },
    {"jobs.board", "jobs.exchange"},
    {"jobs.offers"},
    {"jobs.employers"},
    {"search"},
    {"ui"},
    {"territory"},
    {"accounts"},
    {"mailing", "operations"},
)  # fmt: skip
HEIGHT = {name: len(LAYERS) - number for number, names in enumerate(LAYERS) for name in names}
# Swappable models belong to everybody: Wagtail asks for them by a setting.
EXCEPTED = {
    settings.AUTH_USER_MODEL,
    settings.WAGTAILIMAGES_IMAGE_MODEL,
    settings.WAGTAILDOCS_DOCUMENT_MODEL,
}


def keys():
    for model in apps.get_models(include_auto_created=True):
        if model._meta.app_config.name in HEIGHT:
            for field in model._meta.get_fields():
                if (
                    field.is_relation
                    and not field.auto_created
                    and field.related_model
                    and not isinstance(field.related_model, str)
                ):
                    yield model, field.name, field.related_model


def test_every_application_of_ours_has_its_place():
    ours = {
        name
        for name in (config.name for config in apps.get_app_configs())
        if name.partition(".")[0] in {"home", "jobs", "employer_space", "search"}
        or name in settings.INSTALLED_APPS[:21]
    }
    assert ours == set(HEIGHT)


def test_no_foreign_key_points_to_a_higher_layer():
    found = list(keys())
    assert len(found) > 40
    upward = [
        f"{model._meta.label}.{name} → {target._meta.label}"
        for model, name, target in found
        if target._meta.app_config.name in HEIGHT
        and HEIGHT[target._meta.app_config.name] > HEIGHT[model._meta.app_config.name]
        and target._meta.label not in EXCEPTED
    ]
    assert upward == []
