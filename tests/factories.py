"""Make what a test needs, valid and complete unless told otherwise, through the services where one exists."""

from __future__ import annotations

import datetime as dt
import io
import itertools
from functools import cache
from pathlib import Path
from typing import Any

from django.contrib.auth.models import Group

from accounts.models import User
from jobs.employers.models import Employer, Establishment, Membership
from jobs.employers.states import EmployerKind, EmployerStatus, MembershipRole, MembershipStatus
from jobs.offers import codes, moderation, services
from jobs.offers.models import JobFamily, JobOffer
from jobs.offers.states import OfferState, Outcome
from territory.models import Municipality

PASSWORD = "une-phrase-bien-longue-46"
_numbers = itertools.count(1)
# What the site drew of the first image: name, content, width and height, by the specification of the copy.
_renditions: dict[str, tuple[str, bytes, int, int]] = {}

MISSIONS = (
    "<p>Vous rejoignez une équipe de neuf personnes dans un service à taille humaine. Vous organisez "
    "votre journée avec vos collègues et vous formez les personnes qui arrivent. Le planning est connu "
    "six semaines à l’avance et les week-ends sont partagés entre tous.</p>"
)


def make_user(email: str = "", *, groups: tuple[str, ...] = (), **fields: Any) -> User:
    """Make an active person with the password `PASSWORD`, in the named groups."""
    number = next(_numbers)
    fields.setdefault("first_name", "Camille")
    fields.setdefault("last_name", f"Essai {number}")
    user = User.objects.create_user(email or f"personne{number}@essai.example", PASSWORD, **fields)
    for name in groups:
        user.groups.add(Group.objects.get(name=name))
    return user


def make_employer(
    now: dt.datetime, *, status: str = EmployerStatus.VERIFIED, **fields: Any
) -> Employer:
    """Make an employer with one establishment without SIRET; verified unless told otherwise."""
    fields.setdefault("name", f"Employeur d’essai {next(_numbers)}")
    fields.setdefault("kind", EmployerKind.COMPANY)
    verified = status in (EmployerStatus.VERIFIED, EmployerStatus.SUSPENDED)
    employer = Employer.objects.create(
        status=status,
        created_at=now,
        submitted_at=now,
        verified_at=now if verified else None,
        charter_accepted_at=now,
        charter_version="1",
        **fields,
    )
    Establishment.objects.create(
        employer=employer, name=employer.name, postcode="46100", city="Figeac"
    )
    return employer


def make_member(
    employer: Employer,
    now: dt.datetime,
    *,
    user: User | None = None,
    role: str = MembershipRole.ADMIN,
    status: str = MembershipStatus.ACTIVE,
) -> Membership:
    """Tie a person (a new one unless given) to `employer`."""
    return Membership.objects.create(
        employer=employer,
        user=user or make_user(),
        role=role,
        status=status,
        created_at=now,
        decided_at=now,
    )


def offer_fields(now: dt.datetime, **fields: Any) -> dict[str, Any]:
    """Return the fields of an offer that may be submitted as it stands."""
    values: dict[str, Any] = {
        "title": "Infirmière ou infirmier (F/H)",
        "family": JobFamily.objects.get(code="J"),
        "municipalities": [Municipality.objects.get(insee="46102")],
        "positions": 1,
        "contract_type": codes.ContractType.PERMANENT,
        "working_time": codes.WorkingTime.FULL,
        "weekly_hours": 35,
        "salary_min": 2250,
        "salary_max": 2600,
        "salary_unit": codes.SalaryUnit.MONTH,
        "starts_asap": True,
        "missions": MISSIONS,
        "profile": "<p>Diplôme d’État. Les personnes qui débutent sont accompagnées deux mois.</p>",
        "experience": codes.Experience.NONE,
        "apply_email": "recrutement@essai.example",
        "reply_delay_days": 14,
    }
    return values | fields


def make_offer(
    now: dt.datetime,
    *,
    employer: Employer | None = None,
    state: OfferState = OfferState.ONLINE,
    moderator: User | None = None,
    last_day: dt.date | None = None,
    **fields: Any,
) -> JobOffer:
    """Make an offer and lead it to `state` through the services, as people would."""
    employer = employer or make_employer(now)
    member = employer.memberships.filter(status=MembershipStatus.ACTIVE).first() or make_member(
        employer, now
    )
    offer = services.create_draft(
        employer=employer, by=member.user, now=now, **offer_fields(now, **fields)
    )
    if last_day is not None and state != OfferState.EXPIRED:
        offer = services.extend_offer(offer=offer, by=member.user, last_day=last_day, now=now)
    _lead(offer, state, member.user, moderator, now)
    return JobOffer.objects.for_display().get(pk=offer.pk)


def _lead(
    offer: JobOffer, state: OfferState, member: User, moderator: User | None, now: dt.datetime
) -> None:
    if state == OfferState.DRAFT:
        return
    if state == OfferState.WITHDRAWN:
        services.withdraw_offer(offer=offer, by=member, now=now)
        return
    services.submit_offer(offer=offer, by=member, now=now)
    if state in (OfferState.PENDING, OfferState.WAITING_ACCOUNT):
        return
    moderator = moderator or make_user(groups=("Modérateurs",))
    task = current_task(offer)
    if state == OfferState.CHANGES_REQUESTED:
        moderation.request_changes(
            task_state_id=task, by=moderator, reason="Précisez les horaires du week-end.",
            notes={"schedule": "Travaille-t-on le dimanche ?"}, now=now,
        )  # fmt: skip
        return
    if state == OfferState.REFUSED:
        moderation.refuse_offer(
            task_state_id=task, by=moderator, reason="Le poste n’est pas dans le Lot.",
            reason_code=codes.RefusalReason.OUTSIDE, now=now,
        )  # fmt: skip
        return
    moderation.approve_offer(task_state_id=task, by=moderator, now=now)
    _after_approval(JobOffer.objects.get(pk=offer.pk), state, member, moderator, now)


def _after_approval(
    offer: JobOffer, state: OfferState, member: User, moderator: User, now: dt.datetime
) -> None:
    if state == OfferState.PAUSED:
        services.pause_offer(offer=offer, by=member, now=now)
    elif state == OfferState.SUSPENDED:
        moderation.suspend_offer(
            offer=offer, by=moderator, reason="Signalement à vérifier.", now=now
        )
    elif state == OfferState.EXPIRED:
        offer.lifecycle.last_day = now.date() - dt.timedelta(days=1)
        offer.lifecycle.save(update_fields=["last_day"])
    elif state == OfferState.FILLED:
        services.close_offer(offer=offer, by=member, outcome=Outcome.FILLED_BY_US, now=now)
    elif state == OfferState.CLOSED:
        services.close_offer(offer=offer, by=member, outcome=Outcome.ABANDONED, now=now)
    elif state == OfferState.ONLINE_CHANGE_PENDING:
        edit_offer(offer, member, now, title="Infirmière ou infirmier de nuit (F/H)")
        services.submit_offer(offer=offer, by=member, now=now)


def edit_offer(offer: JobOffer, by: User, now: dt.datetime, **fields: Any) -> JobOffer:
    """Save a new draft of `offer` with some fields changed."""
    offer = JobOffer.objects.select_related("lifecycle", "employer").get(pk=offer.pk)
    draft = services.latest_draft(offer)
    for name, value in fields.items():
        setattr(draft, name, value)
    return services.save_draft(
        draft=draft, by=by, expected_revision=offer.latest_revision_id, now=now
    )


def current_task(offer: JobOffer) -> int:
    """Return the id of the Wagtail task state on which a moderator decides."""
    state = JobOffer.objects.get(pk=offer.pk).current_workflow_state
    return int(state.current_task_state_id)


def make_image(title: str = "Le pont", **fields: Any) -> Any:
    """Make an image with its alternative text, its credit and the copies that pages show."""
    from django.core.files.images import ImageFile

    from ui.models import SiteImage

    file = ImageFile(io.BytesIO(_drawing()), name=f"{next(_numbers)}.jpg")
    fields.setdefault("description", "Un pont sur la rivière")
    fields.setdefault("credit", "Photo d’essai – Département du Lot")
    image = SiteImage(title=title, file=file, **fields)
    image.save()
    _copy_renditions(image)
    return image


@cache
def _drawing() -> bytes:
    from PIL import Image

    drawn = io.BytesIO()
    Image.new("RGB", (1600, 1000), "#8ccbbe").save(drawn, "JPEG")
    return drawn.getvalue()


def _copy_renditions(image: Any) -> None:
    """Give an image the copies that the site made of the first one: the drawing is the same, and drawing them is slow."""
    from django.core.files.base import ContentFile

    if image.has_focal_point():
        image.prepare_renditions()
        return
    if not _renditions:
        image.prepare_renditions()
        for made in image.renditions.all():
            with made.file.open("rb") as file:
                _renditions[made.filter_spec] = (
                    made.file.name,
                    file.read(),
                    made.width,
                    made.height,
                )
        return
    for spec, (name, content, width, height) in _renditions.items():
        image.renditions.create(
            filter_spec=spec,
            focal_point_key="",
            width=width,
            height=height,
            file=ContentFile(content, name=f"{image.pk}-{Path(name).name}"),
        )


def make_article(title: str = "Une rencontre à Figeac", *, live: bool = True, **fields: Any) -> Any:
    """Make an article of the French list; online unless told otherwise."""
    from home.news.models import NewsIndexPage, NewsPage

    index = NewsIndexPage.objects.get(locale__language_code="fr")
    fields.setdefault("summary", "Des employeurs et des candidats se sont rencontrés.")
    fields.setdefault("theme", "emploi")
    fields.setdefault("date", dt.date(2026, 11, 1))
    fields.setdefault("body", [{"type": "prose", "value": "<p>Le texte de l’article.</p>"}])
    fields.setdefault("photo", make_image())
    article = index.add_child(instance=NewsPage(title=title, live=False, **fields))
    revision = article.save_revision(clean=live)
    if live:
        revision.publish()
    return NewsPage.objects.get(pk=article.pk)


def make_page(title: str = "Une page", *, slug: str = "une-page", **fields: Any) -> Any:
    """Make a page of text, online, that the English tree repeats as long as nobody translates it."""
    from wagtail.models import Locale

    from home.bootstrap import ensure_child
    from home.models import HomePage, StandardPage

    home = HomePage.objects.get(depth=2, locale__language_code="fr")
    page = ensure_child(home, StandardPage(title=title, slug=slug, **fields))
    page.copy_for_translation(Locale.objects.get(language_code="en"), alias=True)
    return page


def translate_whole(page: Any, locale: Any, words: dict[str, str]) -> Any:
    """Translate a page and publish it; the sentences that `words` leaves out say the same in both languages."""
    from wagtail_localize.models import TranslationSource

    from home.translations import translate

    source, _created = TranslationSource.get_or_create_from_instance(page)
    sentences = source.stringsegment_set.values_list("string__data", flat=True)
    return translate(page, locale, {text: text for text in sentences} | words)


def make_campaign(title: str = "La campagne d’été", *, live: bool = True, **fields: Any) -> Any:
    """Make a campaign under way, in French; online unless told otherwise."""
    from home.campaigns.models import CampaignIndexPage, CampaignPage

    index = CampaignIndexPage.objects.get(locale__language_code="fr")
    today = dt.date.today()  # noqa: DTZ011 - a day on either side changes nothing
    fields.setdefault("starts_on", today - dt.timedelta(days=10))
    fields.setdefault("ends_on", today + dt.timedelta(days=10))
    fields.setdefault("locale", index.locale)
    page = index.add_child(instance=CampaignPage(title=title, live=False, **fields))
    revision = page.save_revision()
    if live:
        revision.publish()
    return CampaignPage.objects.get(pk=page.pk)


def make_event(
    title: str = "Soirée d’accueil", *, live: bool = True, now: dt.datetime, **fields: Any
) -> Any:
    """Make an event of the French agenda, in ten days unless told otherwise; online unless told otherwise."""
    from home.events.models import EventIndexPage, EventPage
    from home.events.states import EventKind, RegistrationMode

    index = EventIndexPage.objects.get(locale__language_code="fr")
    start = fields.setdefault("starts_at", now + dt.timedelta(days=10))
    fields.setdefault("ends_at", start + dt.timedelta(hours=2))
    fields.setdefault("kind", EventKind.WELCOME_EVENING)
    fields.setdefault("summary", "Une soirée pour faire connaissance.")
    fields.setdefault("place_name", "Espace Démo")
    fields.setdefault("city", "Figeac")
    fields.setdefault("registration_mode", RegistrationMode.HERE)
    fields.setdefault("locale", index.locale)
    event = index.add_child(instance=EventPage(title=title, live=False, **fields))
    revision = event.save_revision(clean=live)
    if live:
        revision.publish()
    return EventPage.objects.select_related("locale").get(pk=event.pk)


def make_referent(name: str = "Camille Essai", *territories: Any, **fields: Any) -> Any:
    """Make a referent of some territories, the first called where they are alone."""
    from territory.models import ReferentTerritory, WelcomeReferent

    fields.setdefault("role", "Référente accueil")
    fields.setdefault("phone", "05 65 00 00 00")
    referent = WelcomeReferent.objects.create(name=name, **fields)
    for territory in territories:
        ReferentTerritory.objects.create(referent=referent, territory=territory)
    return referent
