"""What an offer needs before it is sent: each rule breaks alone, at its own field, and a draft needs nothing."""

import datetime as dt
import html

import pytest

from jobs.offers import codes, services
from jobs.offers.errors import OfferIncomplete
from jobs.offers.models import JobOffer
from jobs.offers.states import OfferState
from jobs.offers.validation import (
    STEP_FIELDS,
    is_premium_number,
    is_safe_link,
    step_errors,
    submission_errors,
)
from tests.factories import make_employer, make_offer

PUBLIC = {
    "contract_type": "CIVIL_SERVANT", "public_branch": "FPH", "public_category": "A", "public_grade": "Infirmier en soins généraux",
    "public_vacancy": "VACANCY", "public_csp_number": "O046-2026-1",
}  # fmt: skip
NO_PAY = {"salary_min": None, "salary_max": None, "salary_unit": ""}
BROKEN = [
    ({"title": "   "}, "title"), ({"title": "x" * 91}, "title"), ({"family": None}, "family"), ({"municipalities": []}, "municipalities"),
    ({"positions": 0}, "positions"), ({"positions": 501}, "positions"), ({"contract_type": ""}, "contract_type"),
    ({"contract_type": "FIXED_TERM"}, "contract_duration_months"), ({"contract_type": "SEASONAL"}, "contract_duration_months"),
    ({"working_time": ""}, "working_time"), ({"working_time": "PART", "weekly_hours": None}, "weekly_hours"),
    ({"starts_asap": False}, "start_date"), (NO_PAY, "salary_min"), ({"salary_unit": ""}, "salary_unit"),
    ({"salary_min": None}, "salary_min"), ({"salary_max": 2000}, "salary_max"), (NO_PAY | {"salary_is_grid": True}, "salary_is_grid"),
    ({"missions": "<p>Trop court.</p>"}, "missions"), ({"missions": f"<p>{'&nbsp; ' * 300}</p>"}, "missions"), ({"profile": "<p> </p>"}, "profile"),
    ({"experience": ""}, "experience"), ({"experience": "E"}, "experience_months"), ({"apply_email": ""}, "apply_email"),
    ({"apply_url": "http://exemple.fr/"}, "apply_url"), ({"apply_url": "javascript:alert(1)"}, "apply_url"),
    ({"apply_phone": "08 99 12 34 56"}, "apply_phone"), ({"reply_delay_days": None}, "reply_delay_days"), ({"reply_delay_days": 30}, "reply_delay_days"),
    *[(PUBLIC | {field: ""}, field) for field in PUBLIC if field != "contract_type"],
]  # fmt: skip


def errors_of(offer, now, **dates):
    draft = services.latest_draft(offer)
    return submission_errors(
        draft, last_day=dates.get("last_day", now.date() + dt.timedelta(days=30)), today=now.date()
    )


@pytest.mark.django_db
@pytest.mark.parametrize(("fields", "wrong"), BROKEN)
def test_each_rule_speaks_at_its_own_field(cast, now, fields, wrong):
    offer = make_offer(now, employer=cast.hospital, state=OfferState.DRAFT, **fields)
    errors = errors_of(offer, now)
    assert wrong in errors
    assert all(
        message and message[0].isupper() for messages in errors.values() for message in messages
    )
    with pytest.raises(OfferIncomplete) as told:
        services.submit_offer(offer=offer, by=cast.hospital.memberships.first().user, now=now)
    assert wrong in told.value.errors
    assert not JobOffer.objects.in_review().exists()


@pytest.mark.django_db
@pytest.mark.parametrize(
    "fields",
    [
        {},
        PUBLIC,
        PUBLIC | NO_PAY | {"salary_is_grid": True},
        {"is_fully_remote": True, "municipalities": []},
    ],
)
def test_complete_offers_have_nothing_wrong(cast, now, fields):
    assert (
        errors_of(make_offer(now, employer=cast.hospital, state=OfferState.DRAFT, **fields), now)
        == {}
    )


@pytest.mark.django_db
@pytest.mark.parametrize(("days", "is_wrong"), [(-1, True), (0, False), (90, False), (91, True)])
def test_the_last_day_is_today_at_the_earliest_and_not_too_far(cast, now, days, is_wrong):
    offer = make_offer(now, employer=cast.hospital, state=OfferState.DRAFT)
    assert (
        "last_day" in errors_of(offer, now, last_day=now.date() + dt.timedelta(days=days))
    ) == is_wrong


@pytest.mark.django_db
def test_one_of_several_establishments_is_chosen_and_it_is_ones_own(cast, now):
    from jobs.employers.models import Establishment

    second = Establishment.objects.create(employer=cast.hospital, name="Second site")
    assert "establishment" in errors_of(
        make_offer(now, employer=cast.hospital, state=OfferState.DRAFT), now
    )
    assert "establishment" not in errors_of(
        make_offer(now, employer=cast.hospital, state=OfferState.DRAFT, establishment=second), now
    )
    foreign = make_employer(now).establishments.get()
    assert "establishment" in errors_of(
        make_offer(now, employer=cast.hospital, state=OfferState.DRAFT, establishment=foreign), now
    )


@pytest.mark.django_db
def test_a_draft_is_saved_with_only_a_title(cast, now):
    offer = services.create_draft(
        employer=cast.hospital, by=cast.nurse_manager.user, now=now, title="Un titre"
    )
    errors = errors_of(offer, now)
    assert {
        "family",
        "municipalities",
        "contract_type",
        "missions",
        "experience",
        "salary_min",
    } <= errors.keys()
    shown = {field for step in STEP_FIELDS for field in step_errors(errors, step)}
    assert shown == errors.keys()


def test_every_field_belongs_to_one_step_of_the_form():
    fields = [field for fields in STEP_FIELDS.values() for field in fields]
    assert len(fields) == len(set(fields))


@pytest.mark.parametrize(
    "link",
    [
        "https://exemple.fr",
        "https://exemple.fr/offre?x=1#y",
        "https://sous.domaine.exemple.fr:8443/",
        "https://xn--caf-dma.fr/",
    ],
)
def test_sound_links_pass(link):
    assert is_safe_link(link) is True


@pytest.mark.parametrize(
    "link",
    [
        "", "exemple.fr", "http://exemple.fr", "ftp://exemple.fr", "javascript:alert(1)", "data:text/html,x", "//exemple.fr",
        "https://", "https://localhost", "https://user@exemple.fr", "https://exemple.fr@ailleurs.fr", "https://127.0.0.1/",
        "https://[::1]/", "https://2130706433/", "https://[", "https:///exemple.fr", "mailto:a@exemple.fr",
    ],
)  # fmt: skip
def test_links_that_hide_where_they_lead_do_not(link):
    assert is_safe_link(link) is False


@pytest.mark.parametrize(
    "number",
    [
        "08 99 12 34 56",
        "0892123456",
        "+33 8 92 12 34 56",
        "+33 (0)8 92 12 34 56",
        "0033892123456",
        "3260",
        "081 0123456",
        html.unescape("0825&nbsp;12&nbsp;34&nbsp;56"),
    ],
)
def test_premium_numbers_are_known(number):
    assert is_premium_number(number) is True


@pytest.mark.parametrize(
    "number",
    [
        "05 65 00 00 00",
        "+33 5 65 00 00 00",
        "0033565000000",
        "0800 123 456",
        "15",
        "",
        "+44 20 7946 0000",
    ],
)
def test_ordinary_numbers_pass(number):
    assert is_premium_number(number) is False


@pytest.mark.django_db
def test_imported_offers_may_keep_silent_about_pay(cast, now):
    offer = make_offer(
        now,
        employer=cast.hospital,
        state=OfferState.DRAFT,
        source="france-travail",
        source_id="1",
        **NO_PAY,
    )
    assert "salary_min" not in errors_of(offer, now)


@pytest.mark.django_db
def test_the_policy_on_pay_is_a_setting(cast, now, settings):
    settings.SALARY_POLICY = "optional"
    assert (
        errors_of(make_offer(now, employer=cast.hospital, state=OfferState.DRAFT, **NO_PAY), now)
        == {}
    )


def test_every_contract_with_an_end_asks_for_its_length():
    assert codes.ContractType.FIXED_TERM in codes.TERM_CONTRACTS
    assert codes.ContractType.PERMANENT not in codes.TERM_CONTRACTS
