"""Names are printed in the site's mails: no link, no hidden character."""

from __future__ import annotations

import pytest
from django.core.exceptions import ValidationError

from ui.names import validate_name


@pytest.mark.parametrize(
    "name",
    [
        "Marie-Françoise d’Artagnan", "E.Leclerc Cahors", "S.A.R.L. Dupont & Fils", "Ô Délices", "3F Centre-Sud",
        "GAEC des 2 Rivières (Figeac)", "Dr. Martin", "L’atelier n° 4", "Intermarché / Netto", "李 小龍",
    ],
)  # fmt: skip
def test_names_of_people_and_of_places_pass(name):
    validate_name(name)


@pytest.mark.parametrize(
    "name",
    [
        "Gagnez sur arnaque.com", "https://arnaque.example", "www.arnaque.example", "arnaque.fr/gain", "arnaque．com",
        "écrivez à x@arnaque.example", "Marie\nVous avez gagné", "Marie\u202e", "Ma\u200brie", "\x07", "Marie\u2028",
    ],
)  # fmt: skip
def test_links_and_hidden_characters_do_not(name):
    with pytest.raises(ValidationError):
        validate_name(name)
