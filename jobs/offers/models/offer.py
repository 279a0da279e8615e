"""The job offer: what an employer writes, a moderator reads and the public finds."""

from __future__ import annotations

import uuid
from typing import Any

from django.contrib.contenttypes.fields import GenericRelation
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.urls import reverse
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalManyToManyField
from modelcluster.models import ClusterableModel
from wagtail.models import DraftStateMixin, LockableMixin, RevisionMixin, Workflow, WorkflowMixin

from jobs.offers import codes
from jobs.offers.display import OfferDisplay
from jobs.offers.querysets import JobOfferQuerySet

from .constraints import CONSTRAINTS

TITLE_MAX_LENGTH = 90


def _relation(model: str) -> GenericRelation:
    return GenericRelation(
        model,
        content_type_field="base_content_type",
        object_id_field="object_id",
        related_query_name="job_offer",
        for_concrete_model=False,
    )


class JobOffer(
    OfferDisplay, WorkflowMixin, DraftStateMixin, LockableMixin, RevisionMixin, ClusterableModel
):
    """An offer of employment. Its text is versioned and moderated; its life is in `OfferLifecycle`."""

    # Identity
    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    creation_key = models.UUIDField(default=uuid.uuid4, editable=False)
    employer = models.ForeignKey(
        "employers.Employer", on_delete=models.PROTECT, related_name="offers"
    )
    establishment = models.ForeignKey(
        "employers.Establishment",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("establishment"),
    )
    is_anonymous = models.BooleanField(_("employer not named"), default=False)

    # 1 The job
    title = models.CharField(_("job title"), max_length=120, blank=True)
    family = models.ForeignKey(
        "offers.JobFamily",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("field of work"),
    )
    occupation = models.ForeignKey(
        "offers.Occupation",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("ROME occupation"),
    )
    municipalities = ParentalManyToManyField(
        "territory.Municipality", blank=True, related_name="+", verbose_name=_("communes")
    )
    # The relation keeps no order: this is the commune the employer named first.
    main_municipality = models.ForeignKey(
        "territory.Municipality",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("main commune"),
    )
    address = models.CharField(_("exact address"), max_length=200, blank=True)
    is_fully_remote = models.BooleanField(_("entirely remote"), default=False)
    positions = models.PositiveSmallIntegerField(
        _("number of posts"), default=1, validators=[MinValueValidator(1), MaxValueValidator(500)]
    )

    # 2 The conditions
    contract_type = models.CharField(
        _("type of contract"), max_length=24, choices=codes.ContractType.choices, blank=True
    )
    contract_duration_months = models.DecimalField(
        _("length in months"),
        max_digits=4,
        decimal_places=1,
        null=True,
        blank=True,
        validators=[MinValueValidator(0), MaxValueValidator(120)],
    )
    contract_nature = models.CharField(
        _("nature of the contract"), max_length=2, choices=codes.ContractNature.choices, blank=True
    )
    health_opportunity = models.CharField(
        _("kind of practice offered"),
        max_length=14,
        choices=[(one.value, one.label) for one in codes.PRIVATE_OPPORTUNITIES],
        blank=True,
    )
    public_branch = models.CharField(
        _("branch of the civil service"),
        max_length=3,
        choices=codes.PublicBranch.choices,
        blank=True,
    )
    public_category = models.CharField(
        _("category"), max_length=1, choices=codes.PublicCategory.choices, blank=True
    )
    public_grade = models.CharField(_("grade"), max_length=120, blank=True)
    public_vacancy = models.CharField(
        _("new or vacant post"), max_length=10, choices=codes.PublicVacancy.choices, blank=True
    )
    public_vacancy_date = models.DateField(_("vacant from"), null=True, blank=True)
    public_csp_number = models.CharField(
        _("Choisir le service public number"), max_length=60, blank=True
    )
    public_csp_url = models.URLField(_("address of that announcement"), max_length=300, blank=True)
    public_open_to_contract = models.BooleanField(_("open to contract staff"), default=False)
    public_legal_basis = models.CharField(_("legal basis"), max_length=200, blank=True)
    working_time = models.CharField(
        _("working time"), max_length=4, choices=codes.WorkingTime.choices, blank=True
    )
    weekly_hours = models.DecimalField(
        _("hours a week"),
        max_digits=4,
        decimal_places=2,
        null=True,
        blank=True,
        validators=[MinValueValidator(1), MaxValueValidator(60)],
    )
    schedule = models.CharField(_("schedule"), max_length=160, blank=True)
    remote_share = models.PositiveSmallIntegerField(
        _("remote work, in percent"), default=0, validators=[MaxValueValidator(100)]
    )
    travel = models.CharField(_("travel"), max_length=160, blank=True)
    salary_min = models.DecimalField(
        _("lowest gross pay"), max_digits=10, decimal_places=2, null=True, blank=True,
        validators=[MinValueValidator(0)],
    )  # fmt: skip
    salary_max = models.DecimalField(
        _("highest gross pay"), max_digits=10, decimal_places=2, null=True, blank=True,
        validators=[MinValueValidator(0)],
    )  # fmt: skip
    salary_unit = models.CharField(
        _("period of pay"), max_length=5, choices=codes.SalaryUnit.choices, blank=True
    )
    salary_is_grid = models.BooleanField(_("pay set by the civil-service grid"), default=False)
    salary_months = models.DecimalField(
        _("months paid a year"), max_digits=4, decimal_places=2, null=True, blank=True
    )
    salary_note = models.CharField(_("variable part"), max_length=200, blank=True)
    benefits = models.CharField(_("benefits"), max_length=300, blank=True)
    starts_asap = models.BooleanField(_("as soon as possible"), default=False)
    start_date = models.DateField(_("start date"), null=True, blank=True)

    # 3 The description (HTML cleaned by ui.rich_text)
    missions = models.TextField(_("the job"), blank=True)
    profile = models.TextField(_("your profile"), blank=True)
    offering = models.TextField(_("what we offer"), blank=True)
    experience = models.CharField(
        _("experience"), max_length=1, choices=codes.Experience.choices, blank=True
    )
    experience_months = models.PositiveSmallIntegerField(
        _("months of experience"), null=True, blank=True, validators=[MaxValueValidator(600)]
    )
    diploma_level = models.PositiveSmallIntegerField(
        _("diploma"), choices=codes.DiplomaLevel.choices, null=True, blank=True
    )
    diploma_equivalent = models.BooleanField(_("or equivalent experience"), default=False)
    licences = models.JSONField(_("driving licences"), default=list, blank=True)
    languages = models.CharField(_("languages"), max_length=160, blank=True)
    housing = models.CharField(
        _("housing"), max_length=8, choices=codes.Housing.choices, default=codes.Housing.NONE
    )
    housing_note = models.CharField(_("about the housing"), max_length=200, blank=True)
    partner_help = models.BooleanField(_("help for the partner’s job"), default=False)
    beginners_welcome = models.BooleanField(_("beginners welcome"), default=False)
    open_to_disabled = models.BooleanField(_("open to workers with a disability"), default=False)

    # 4 Applying
    apply_email = models.EmailField(_("by e-mail"), blank=True)
    apply_url = models.URLField(_("on a website"), max_length=500, blank=True)
    apply_phone = models.CharField(_("by telephone"), max_length=30, blank=True)
    contact_name = models.CharField(_("contact"), max_length=120, blank=True)
    contact_is_public = models.BooleanField(_("show the contact on the offer"), default=False)
    recruitment_steps = models.TextField(_("steps of recruitment"), blank=True, max_length=1000)
    reply_delay_days = models.PositiveSmallIntegerField(
        _("reply within, in days"), null=True, blank=True
    )

    # Details (import and export, "add details")
    sector_code = models.CharField(_("NAF code"), max_length=6, blank=True)
    agreement_code = models.CharField(_("collective agreement (IDCC)"), max_length=5, blank=True)
    qualification_code = models.PositiveSmallIntegerField(
        _("qualification"), choices=codes.Qualification.choices, null=True, blank=True
    )
    skills = models.JSONField(_("skills"), default=list, blank=True)

    # Origin, for offers copied from elsewhere
    source = models.CharField(_("source"), max_length=40, blank=True, editable=False)
    source_id = models.CharField(
        _("number in the source"), max_length=80, blank=True, editable=False
    )
    source_url = models.URLField(
        _("address in the source"), max_length=500, blank=True, editable=False
    )
    is_external = models.BooleanField(_("copied from elsewhere"), default=False, editable=False)
    source_raw = models.JSONField(
        _("codes not understood"), default=dict, blank=True, editable=False
    )

    revisions = _relation("wagtailcore.Revision")
    workflow_states = _relation("wagtailcore.WorkflowState")

    objects = JobOfferQuerySet.as_manager()

    class Meta:
        verbose_name = _("job offer")
        verbose_name_plural = _("job offers")
        permissions = [("review_joboffer", _("Can review job offers"))]
        indexes = [models.Index(fields=["employer", "live"], name="offers_employer_live")]
        constraints = CONSTRAINTS

    def __str__(self) -> str:
        # Never the contact: Wagtail prints this in logs, choosers and mails.
        return f"{self.reference} {self.title}".strip()

    def get_absolute_url(self) -> str:
        """Return the public address, whose number alone identifies the offer."""
        return reverse("board:offer_detail", kwargs={"slug": self.slug, "pk": self.pk})

    @classmethod
    def get_default_workflow(cls) -> Any:
        """Return the workflow whose task is the review of offers, wherever the team has put it."""
        return (
            Workflow.objects.filter(
                active=True, workflow_tasks__task__offerreviewtask__isnull=False
            )
            .order_by("pk")
            .first()
        )

    @property
    def slug(self) -> str:
        """Return the words of the address; cosmetic, so it follows the title."""
        return slugify(self.title.replace("(F/H)", "").replace("’", " "))[:60].strip("-") or "offre"

    @property
    def reference(self) -> str:
        """Return the public number, as people say it on the telephone."""
        return f"OML-{self.pk}" if self.pk else ""
