"""Dates, amounts and e-mail addresses as people type them."""

import datetime as dt
from decimal import Decimal
from importlib import import_module

import pytest
from django import forms

from ui.fields import FrenchDateField, FrenchDecimalField, MailboxField

XMAS = dt.date(2026, 12, 14)


@pytest.mark.parametrize(
    "typed",
    [
        "14/12/2026",
        "14/12/26",
        "14-12-2026",
        "14.12.2026",
        " 14 / 12 / 2026 ",
        "14 12 2026",
        "2026-12-14",
    ],
)
def test_a_date_is_read_however_it_is_typed(typed):
    assert FrenchDateField().clean(typed) == XMAS


def test_a_date_already_known_is_kept():
    assert FrenchDateField().clean(XMAS) == XMAS
    assert FrenchDateField().clean(dt.datetime(2026, 12, 14, 10, 0)) == XMAS  # noqa: DTZ001
    assert FrenchDateField(required=False).clean("  ") is None
    assert FrenchDateField(required=False).clean(None) is None


@pytest.mark.parametrize(
    "typed",
    [
        "demain",
        "14/12",
        "14/12/",
        "0/0/0",
        "9" * 5000,
        "14/12/2026\x00",
        "１4/12/2026",
    ],
)
def test_what_is_not_a_date_is_refused_with_an_example(typed):
    with pytest.raises(forms.ValidationError, match="14/12/2026"):
        FrenchDateField().clean(typed)


def test_a_date_is_shown_as_it_is_typed_in_france():
    class Form(forms.Form):
        day = FrenchDateField(initial=XMAS)

    html = str(Form()["day"])
    assert 'value="14/12/2026"' in html
    assert 'inputmode="numeric"' in html
    assert 'type="text"' in html


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("1950", "1950"),
        ("1 950", "1950"),
        ("1\u00a0950 €", "1950"),
        ("1\u202f950,50 €", "1950.50"),
        ("1.950", "1950"),
        ("1.950,50", "1950.50"),
        ("1 234 567", "1234567"),
        ("12.02", "12.02"),
        ("12,02 euros", "12.02"),
        ("35 %", "35"),
    ],
)
def test_an_amount_is_read_however_it_is_typed(typed, number):
    assert FrenchDecimalField().clean(typed) == Decimal(number)


@pytest.mark.parametrize(
    "typed",
    ["à voir", "NaN", "Infinity", "1e9", "€", "1,2,3", "9" * 400, "1950\x00", "--5", "１２"],
)
def test_what_is_not_an_amount_is_refused_with_an_example(typed):
    with pytest.raises(forms.ValidationError):
        FrenchDecimalField().clean(typed)


def test_bounds_and_decimals_still_hold():
    field = FrenchDecimalField(min_value=10, max_digits=6, decimal_places=2)
    with pytest.raises(forms.ValidationError):
        field.clean("9")
    with pytest.raises(forms.ValidationError):
        field.clean("12,123")
    assert FrenchDecimalField(required=False).clean("  ") is None


def test_a_stored_amount_is_shown_with_a_comma_and_what_was_typed_as_it_was():
    field = FrenchDecimalField()
    assert field.prepare_value(Decimal("1950.50")) == "1950,5"
    assert field.prepare_value(Decimal("2000.00")) == "2000"
    assert field.prepare_value("à voir") == "à voir"


def test_two_ways_of_writing_the_same_amount_are_no_change():
    field = FrenchDecimalField()
    assert field.has_changed(Decimal(1950), "1 950 €") is False
    assert field.has_changed(Decimal(1950), "1 951") is True
    assert field.has_changed(Decimal(1950), "à voir") is True


@pytest.mark.parametrize("typed", ["31/02/2026", "14/13/2026", "2026-02-30"])
def test_a_day_that_no_calendar_has_is_said_as_such(typed):
    with pytest.raises(forms.ValidationError, match="Cette date n’existe pas"):
        FrenchDateField().clean(typed)


def test_a_number_out_of_bounds_is_said_once_in_the_words_of_the_house():
    field = FrenchDecimalField(max_digits=4, decimal_places=2, min_value=1, max_value=60)
    for typed, told in {
        "80": ["Indiquez un nombre jusqu’à 60."],
        "0": ["Indiquez un nombre à partir de 1."],
        "1,234": ["Indiquez moins de décimales\u00a0: 2 au plus."],
        "12345": ["Indiquez un nombre jusqu’à 60.", "Ce nombre est trop long. Vérifiez-le."],
    }.items():
        with pytest.raises(forms.ValidationError) as error:
            field.clean(typed)
        assert error.value.messages == told


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("fw@ｇmail.com", "fw@gmail.com"),
        (" Fw@ＧＭＡＩＬ.com ", "Fw@gmail.com"),
        ("fw@GMAIL.com", "fw@gmail.com"),
        ("fw+1@gmail.com", "fw+1@gmail.com"),
        ("a@été.fr", "a@xn--t-9fab.fr"),
        ("", ""),
    ],
)
def test_an_address_is_kept_as_mail_servers_know_it(typed, kept):
    assert MailboxField(required=False).clean(typed) == kept


@pytest.mark.parametrize(
    "typed",
    [
        "a@xn--été.fr",
        "a@" + "é" * 70 + ".fr",
        "a@ex℀mple.com",
        "a@x＠gmail.com",
        "a@gmail..com",
        "personne",
    ],
)
def test_an_address_that_reaches_no_domain_is_refused_in_the_words_of_the_field(typed):
    with pytest.raises(forms.ValidationError) as refusal:
        MailboxField(error_messages={"invalid": "Complétez."}).clean(typed)
    assert refusal.value.messages == ["Complétez."]


def test_an_address_too_long_is_refused_before_it_is_folded():
    with pytest.raises(forms.ValidationError) as refusal:
        MailboxField(max_length=254).clean("a@" + "é." * 5000 + "fr")
    assert "max_length" in {error.code for error in refusal.value.error_list}


def test_every_form_of_the_public_folds_addresses():
    named = (
        ("home.contact.forms", "ContactForm", "email"),
        ("home.health.forms", "CallbackForm", "email"),
        ("home.welcome.forms", "NeedsForm", "email"),
        ("home.events.forms", "RegistrationForm", "email"),
        ("home.ambassadors.forms", "JoinForm", "email"),
        ("home.ambassadors.forms", "LinkForm", "email"),
        ("jobs.board.forms", "ReportForm", "email"),
        ("employer_space.joining.forms.address", "AddressForm", "email"),
        ("employer_space.organisation.forms", "InviteForm", "email"),
        ("employer_space.offers.forms.application", "ApplicationForm", "apply_email"),
    )
    for module, form, name in named:
        fields = getattr(import_module(module), form).base_fields
        assert isinstance(fields[name], MailboxField), form
