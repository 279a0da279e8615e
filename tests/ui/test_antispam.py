"""The trap and the minimum time of public forms."""

import datetime as dt

import pytest
import time_machine
from django import forms
from django.http import QueryDict

from ui.antispam import AntiSpamMixin

NOW = dt.datetime(2026, 12, 14, 10, 0, tzinfo=dt.UTC)


class ContactForm(AntiSpamMixin, forms.Form):
    name = forms.CharField()


def shown(at=NOW):
    """Return the stamp of a page shown at an instant."""
    with time_machine.travel(at, tick=False):
        return ContactForm()["ts"].value()


def sent(after: float, **typed):
    """Return the form sent some seconds after it was shown."""
    data = QueryDict(mutable=True)
    data.update({"name": "Inès", "ts": shown()} | typed)
    with time_machine.travel(NOW + dt.timedelta(seconds=after), tick=False):
        form = ContactForm(data)
        form.is_valid()
    return form


def test_a_person_gets_through():
    assert sent(4).is_valid()
    assert sent(23 * 3600).is_valid()


def test_a_page_open_for_more_than_a_day_is_sent_again_once():
    form = sent(25 * 3600)
    assert form.non_field_errors().as_data()[0].code == "stale"
    with time_machine.travel(NOW + dt.timedelta(hours=25, seconds=10), tick=False):
        assert ContactForm(form.data).is_valid()


def test_a_form_sent_at_once_is_refused_and_works_when_sent_again():
    form = sent(1)
    assert form.non_field_errors().as_data()[0].code == "fast"
    with time_machine.travel(NOW + dt.timedelta(seconds=6), tick=False):
        assert ContactForm(form.data).is_valid()


def test_a_filled_trap_is_refused():
    assert (
        sent(10, website_url="https://spam.example").non_field_errors().as_data()[0].code == "trap"
    )
    assert sent(10, website_url="x" * 5000).non_field_errors().as_data()[0].code == "trap"


@pytest.mark.parametrize("forged", ["", "form:1x:abc", "x" * 5000, "\x00"])
def test_a_forged_stamp_is_refused_and_a_good_one_is_given(forged):
    form = sent(10, ts=forged)
    assert form.non_field_errors().as_data()[0].code == "stale"
    with time_machine.travel(NOW + dt.timedelta(seconds=20), tick=False):
        assert ContactForm(form.data).is_valid()


def test_the_trap_is_out_of_reach_of_keyboards_and_screen_readers():
    from django.template.loader import render_to_string

    html = render_to_string("components/anti_spam.html", {"form": ContactForm()})
    assert 'aria-hidden="true"' in html
    assert 'tabindex="-1"' in html
    assert 'autocomplete="off"' in html
    assert html.count('type="hidden"') == 1
