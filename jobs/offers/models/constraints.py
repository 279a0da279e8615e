"""What the database holds of an offer: a draft may lack anything, what is online may not."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

CONSTRAINTS: list[models.BaseConstraint] = [
    models.UniqueConstraint(fields=["employer", "creation_key"], name="offers_created_once"),
    models.UniqueConstraint(
        fields=["source", "source_id"],
        condition=~Q(source=""),
        name="offers_source_unique",
        violation_error_message=_("This offer was already imported."),
    ),
    models.CheckConstraint(
        condition=Q(live=False)
        | (~Q(title="") & Q(family__isnull=False) & ~Q(contract_type="") & ~Q(missions="")),
        name="offers_live_is_complete",
        violation_error_message=_("An offer online has a title, a field, a contract and a text."),
    ),
    models.CheckConstraint(
        condition=Q(live=False)
        | Q(salary_min__isnull=False)
        | Q(salary_is_grid=True)
        | ~Q(source=""),
        name="offers_live_says_pay",
        violation_error_message=_("An offer online says what it pays."),
    ),
    models.CheckConstraint(
        condition=Q(live=False)
        | ~Q(apply_email="")
        | ~Q(apply_url="")
        | ~Q(apply_phone="")
        | ~Q(source=""),
        name="offers_live_has_reply",
        violation_error_message=_("An offer online says how to apply."),
    ),
    models.CheckConstraint(
        condition=Q(live=False)
        | Q(salary_max__isnull=True)
        | Q(salary_min__isnull=True)
        | Q(salary_max__gte=F("salary_min")),
        name="offers_pay_in_order",
        violation_error_message=_("The highest pay must be above the lowest."),
    ),
    models.CheckConstraint(
        condition=Q(live=False) | Q(positions__gte=1),
        name="offers_positions_positive",
        violation_error_message=_("There is at least one post."),
    ),
    models.CheckConstraint(
        condition=Q(live=False) | Q(remote_share__lte=100),
        name="offers_remote_is_a_share",
        violation_error_message=_("Remote work is between 0 and 100 percent."),
    ),
]
