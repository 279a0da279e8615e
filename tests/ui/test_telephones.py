"""A telephone number that is printed can be called."""

from __future__ import annotations

import pytest
from django.core.exceptions import ValidationError
from wagtail.models import Site

from ui.models import SiteSettings
from ui.telephones import is_telephone


@pytest.mark.parametrize(
    "text",
    [
        "05 65 00 00 00",
        "05.65.00.00.00",
        "0565000000",
        "+33 5 65 00 00 00",
        "+33 (0)5 65 00 00 00",
        "0033 5 65 00 00 00",
        "+32 475 12 34 56",
    ],
)
def test_a_whole_number_is_a_telephone(text: str) -> None:
    assert is_telephone(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "05 65",
        "05 65 00 00 0",
        "05 65 00 00 00 00",
        "00 00 00 00 00",
        "+33 5 65 00 00",
        "5 65 00 00 00",
        "zéro cinq 65 00 00 00",
        "05 65 00 00 00 poste 3",
    ],
)
def test_a_part_of_a_number_is_not(text: str) -> None:
    assert not is_telephone(text)


@pytest.mark.django_db
@pytest.mark.parametrize("name", SiteSettings.TELEPHONES)
def test_the_contact_of_the_programme_has_a_number_that_can_be_called(name: str) -> None:
    settings = SiteSettings.for_site(Site.objects.get(is_default_site=True))
    for text in ("05 65 00 00 00", ""):
        setattr(settings, name, text)
        settings.full_clean()
    setattr(settings, name, "05 65")

    with pytest.raises(ValidationError) as refusal:
        settings.full_clean()

    assert list(refusal.value.message_dict) == [name]
