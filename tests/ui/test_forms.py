"""Fields drawn with their label, hint, error and ARIA, and the list of what to correct."""

import re

import pytest
from django import forms
from django.http import QueryDict
from django.template import Context, Template
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.safestring import mark_safe

from ui.forms import form_errors, kind


@pytest.fixture(autouse=True)
def _english():
    """Read the sources: the French words are the catalogue's affair."""
    with translation.override("en"):
        yield


class OfferForm(forms.Form):
    title = forms.CharField(label="Title", help_text="In <b>full</b>.", max_length=90)
    phone = forms.CharField(label="Telephone", required=False)
    contract = forms.ChoiceField(
        label="Contract",
        choices=[("cdi", "CDI"), ("cdd", "CDD")],
        widget=forms.RadioSelect,
        help_text="One.",
    )
    needs = forms.MultipleChoiceField(
        label="Needs",
        choices=[("a", "A"), ("b", "B")],
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    text = forms.CharField(label="Text", max_length=10, widget=forms.Textarea)
    charter = forms.BooleanField(label="I agree")
    news = forms.BooleanField(label="Newsletter", required=False)
    unit = forms.ChoiceField(label="Unit", choices=[("m", "month")])
    resume = forms.FileField(label="File", required=False)
    secret = forms.CharField(widget=forms.HiddenInput)

    def clean(self):
        if self.data.get("title") == "both":
            raise forms.ValidationError("The two do not go together.")


def empty():
    return OfferForm(QueryDict(""))


def drawn(form, name):
    return re.sub(r"\s+", " ", str(form[name].as_field_group()))


def test_the_order_is_label_hint_error_input():
    html = drawn(empty(), "title")
    places = [
        html.index(mark)
        for mark in ("<label", 'id="id_title_hint"', 'id="id_title_error"', "<input")
    ]
    assert places == sorted(places)


def test_an_input_names_its_hint_and_error():
    html = drawn(empty(), "title")
    assert 'aria-describedby="id_title_hint id_title_error"' in html
    assert 'aria-invalid="true"' in html
    assert " required" in html
    assert 'data-state="error"' in html


def test_a_valid_input_names_its_hint_only():
    html = drawn(OfferForm(), "title")
    assert 'aria-describedby="id_title_hint"' in html
    assert "aria-invalid" not in html
    assert "id_title_error" not in html


def test_an_input_without_hint_nor_error_is_described_by_nothing():
    assert "aria-describedby" not in drawn(OfferForm(), "phone")


@pytest.mark.parametrize("name", ["contract", "needs"])
def test_choices_stand_in_a_named_fieldset(name):
    html = drawn(OfferForm(), name)
    assert html.count("<fieldset") == html.count("<legend") == 1
    assert f'id="id_{name}_0"' in html


def test_the_fieldset_carries_the_description_of_its_choices():
    html = drawn(empty(), "contract")
    assert (
        '<fieldset class="field" data-kind="radios" data-state="error" aria-describedby="id_contract_hint id_contract_error">'
        in html
    )
    assert html.count("aria-describedby") == 1


def test_optional_fields_say_so_and_lone_boxes_do_not():
    assert "(optional)" in drawn(OfferForm(), "phone")
    assert "(optional)" in drawn(OfferForm(), "needs")
    assert "(optional)" not in drawn(OfferForm(), "title")
    assert "(optional)" not in drawn(OfferForm(), "news")


def test_a_field_may_keep_silent_about_being_optional():
    form = OfferForm()
    form.fields["phone"].hides_optional = True
    form.fields["resume"].label = "File (optional, 5 MB)"
    assert "(optional)" not in drawn(form, "phone")
    assert drawn(form, "resume").count("optional") == 1


def test_a_box_comes_before_its_label():
    html = drawn(empty(), "charter")
    assert html.index('type="checkbox"') < html.index("I agree")
    assert 'for="id_charter"' in html
    assert html.index("field-error") < html.index('type="checkbox"')


def test_too_long_a_text_is_counted_but_never_cut_by_the_browser():
    html = drawn(OfferForm(), "text")
    assert "maxlength" not in html
    assert 'data-max-length="10"' in html


@pytest.mark.parametrize(
    ("name", "shape"),
    [("title", "text"), ("text", "textarea"), ("unit", "select"), ("resume", "file"), ("charter", "checkbox"),
     ("contract", "radios"), ("needs", "checkboxes")],
)  # fmt: skip
def test_each_widget_has_its_shape(name, shape):
    assert kind(OfferForm()[name]) == shape


def test_the_widgets_of_the_admin_keep_the_class_they_were_given():
    class Form(forms.Form):
        day = forms.CharField(widget=forms.TextInput(attrs={"class": "input--date"}))

    assert 'class="input input--date"' in drawn(Form(), "day")
    # Drawn alone, as Wagtail does, a widget is Django's own.
    assert (
        str(Form()["day"])
        == '<input type="text" name="day" class="input--date" required id="id_day">'
    )


def test_errors_are_listed_in_the_order_of_the_fields_with_the_first_input_of_groups():
    errors = form_errors(empty())
    assert [error.anchor for error in errors] == [
        "id_title", "id_contract_0", "id_text", "id_charter", "id_unit", "",
    ]  # fmt: skip


def test_an_error_of_the_whole_form_leads_to_no_field_in_particular():
    form = OfferForm(QueryDict("title=both"))
    errors = form_errors(form)
    assert errors[0].message == "The two do not go together."
    assert errors[0].anchor == ""
    html = render_to_string("components/error_summary.html", {"form": form})
    assert "<li>The two do not go together.</li>" in html


def test_every_anchor_of_the_summary_leads_to_an_input_of_the_page():
    form = empty()
    page = "".join(str(field.as_field_group()) for field in form.visible_fields())
    for error in [error for error in form_errors(form) if error.anchor]:
        assert page.count(f'id="{error.anchor}"') == 1


def test_the_summary_is_an_alert_that_can_take_the_focus():
    html = render_to_string("components/error_summary.html", {"form": empty()})
    assert 'role="alert" tabindex="-1"' in html
    assert "5 answers need correcting" in html
    assert html.count("<li>") == 6


def test_one_error_is_said_in_the_singular():
    class One(forms.Form):
        name = forms.CharField()

    assert "One answer needs correcting" in render_to_string(
        "components/error_summary.html", {"form": One({})}
    )


def test_links_that_would_say_the_same_name_their_field():
    messages = [error.message for error in form_errors(empty())]
    assert messages[0] == "Title – This field is required."
    assert len(set(messages)) == len(messages)

    class One(forms.Form):
        name = forms.CharField()

    twice = form_errors(One({}), One({}, prefix="other"))
    assert [error.message for error in twice] == ["Name – This field is required."] * 2


def test_a_lone_error_says_what_it_is_about():
    class Own(forms.Form):
        name = forms.CharField(error_messages={"required": "Enter your name."}, max_length=3)

    class Plain(forms.Form):
        name = forms.CharField()

    [plain] = form_errors(Plain({}))
    assert plain.message == "Name – This field is required."
    [own] = form_errors(Own({}))
    assert own.message == "Enter your name."
    [long] = form_errors(Own({"name": "Adèle"}))
    assert long.message.startswith("Name – ")


def test_a_label_with_a_link_is_read_without_it():
    class Form(forms.Form):
        name = forms.CharField(label="Tom <b>")
        charter = forms.BooleanField(label=mark_safe('I read <a href="/c/">the charter</a>'))

    html = render_to_string("components/error_summary.html", {"form": Form({})})
    assert ">I read the charter – This field is required.</a>" in html
    assert ">Tom &lt;b&gt; – This field is required.</a>" in html


def test_an_error_that_is_nobody_s_answer_is_not_counted_as_one():
    class Robot(forms.Form):
        name = forms.CharField(required=False)

        def clean(self):
            raise forms.ValidationError("The form came back very fast.")

    html = render_to_string("components/error_summary.html", {"form": Robot({})})
    assert "needs correcting" not in html
    assert "The form could not be sent" in html


@pytest.mark.parametrize("name", ["unit", "contract", "charter"])
def test_a_required_choice_is_not_announced_invalid_before_it_is(name):
    assert 'aria-invalid="false"' in drawn(OfferForm(), name)
    html = drawn(empty(), name)
    assert 'aria-invalid="true"' in html
    assert 'aria-invalid="false"' not in html


@pytest.mark.parametrize("name", ["title", "needs", "news"])
def test_nothing_is_said_of_the_validity_of_the_other_fields(name):
    assert "aria-invalid" not in drawn(OfferForm(), name)


def test_no_error_draws_no_summary():
    assert render_to_string("components/error_summary.html", {"form": OfferForm()}).strip() == ""


def test_messages_and_values_are_escaped():
    form = OfferForm(QueryDict("title=<script>&unit=<script>"))
    html = "".join(str(field.as_field_group()) for field in form.visible_fields())
    html += render_to_string("components/error_summary.html", {"form": form})
    assert "<script>" not in html


def test_several_fields_answer_one_question():
    source = '{% include "components/field_group.html" with form=form legend="Pay" hint="A range." names="title unit" only %}'
    html = Template(source).render(Context({"form": OfferForm()}))
    assert (
        html.count('<fieldset class="field-group" aria-describedby="title-unit_group_hint">') == 1
    )
    assert 'id="title-unit_group_hint"' in html
    assert 'name="title"' in html
    assert 'name="unit"' in html
