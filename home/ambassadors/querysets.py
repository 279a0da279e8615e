"""Questions about portraits, people, their consents and goods."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from django.db.models import Case, Exists, F, IntegerField, OuterRef, Q, QuerySet, Sum, Value, When
from wagtail.models import PageManager
from wagtail.query import PageQuerySet

from home.ambassadors.states import (
    WAITING,
    AmbassadorStatus,
    GoodStatus,
    HelpKind,
    PortraitTheme,
    Purpose,
)
from ui.addresses import with_privacy

if TYPE_CHECKING:
    from home.ambassadors.models import (  # noqa: F401 - for the annotations below
        Ambassador,
        Charter,
        Consent,
        Good,
        GoodRequest,
        PortraitPage,
    )


class PortraitQuerySet(PageQuerySet):
    """Portraits. Wagtail's querysets have no types: each question returns another `PortraitQuerySet`."""

    def online(self) -> Any:
        """Return what anyone may read: published, and not under a private page."""
        return with_privacy(self.live()).filter(is_private=False)

    def newest_first(self) -> Any:
        """Order by first publication, then by age in the database, so that pages of a list never overlap."""
        return self.order_by(F("first_published_at").desc(nulls_last=True), "-pk")

    def for_lists(self) -> Any:
        """Leave the text out; photos are read by number, all at once."""
        return self.select_related("locale", "territory").defer("body")

    def about(self, theme: PortraitTheme) -> Any:
        """Return the portraits on a theme, main or other."""
        return self.filter(Q(theme=theme) | Q(second_theme=theme))

    def in_territory(self, slug: str) -> Any:
        """Return the portraits of a territory."""
        return self.filter(territory__slug=slug)

    def of_people(self) -> Any:
        """Return the portraits tied to somebody's file, in every language."""
        from home.ambassadors.models import Ambassador

        tied = Ambassador.objects.filter(portrait__isnull=False)
        return self.filter(translation_key__in=tied.values("portrait__translation_key"))

    def related_to(self, portrait: PortraitPage) -> Any:
        """Return other portraits in the same language: same theme first, then same territory, then the newest."""
        themes = [theme for theme in (portrait.theme, portrait.second_theme) if theme]
        near = Case(
            When(Q(theme__in=themes) | Q(second_theme__in=themes), then=Value(0)),
            When(territory_id=portrait.territory_id or 0, then=Value(1)),
            default=Value(2),
            output_field=IntegerField(),
        )
        others = self.online().filter(locale_id=portrait.locale_id).exclude(pk=portrait.pk)
        return others.for_lists().order_by(
            near, F("first_published_at").desc(nulls_last=True), "-pk"
        )


PortraitManager = PageManager.from_queryset(PortraitQuerySet)


def _agreement(purpose: Purpose) -> Exists:
    """Return whether a person's consent to a purpose counts: in force, given from an address proved to be theirs."""
    from home.ambassadors.models import Consent

    return Exists(
        Consent.objects.filter(
            ambassador=OuterRef("pk"),
            ambassador__confirmed_at__isnull=False,
            purpose=purpose,
            withdrawn_at__isnull=True,
        )
    )


class AmbassadorQuerySet(QuerySet["Ambassador"]):
    """People, from the request to the end."""

    def waiting(self) -> AmbassadorQuerySet:
        """Return the requests to answer, oldest first; those that wait for the person come after."""
        last = Case(
            When(status=AmbassadorStatus.PENDING, confirmed_at__isnull=False, then=Value(0)),
            default=Value(1),
            output_field=IntegerField(),
        )
        return self.filter(status__in=WAITING).order_by(last, "waiting_since", "pk")

    def to_review(self) -> AmbassadorQuerySet:
        """Return the requests that wait for the team: those whose address is confirmed."""
        return self.filter(status=AmbassadorStatus.PENDING, confirmed_at__isnull=False)

    def never_confirmed(self, before: dt.datetime) -> AmbassadorQuerySet:
        """Return the requests made before an instant whose address nobody confirmed."""
        return self.filter(status__in=WAITING, confirmed_at__isnull=True, created_at__lte=before)

    def ended(self) -> AmbassadorQuerySet:
        """Return the requests refused or withdrawn and the members gone, latest first; not those forgotten."""
        ended = (AmbassadorStatus.REFUSED, AmbassadorStatus.LEFT)
        return self.filter(status__in=ended).order_by("-ended_at", "-pk")

    def members(self) -> AmbassadorQuerySet:
        """Return those who are ambassadors now."""
        return self.filter(status=AmbassadorStatus.MEMBER)

    def with_address(self, email: str) -> AmbassadorQuerySet:
        """Return the files of an e-mail address, whatever its capitals."""
        return self.filter(email__iexact=email)

    def agreeing_to(self, purpose: Purpose) -> AmbassadorQuerySet:
        """Return those whose consent to a purpose is in force."""
        return self.filter(_agreement(purpose))

    def with_agreements(self) -> AmbassadorQuerySet:
        """Annotate each person with `agrees_to_letters` and `agrees_to_publication`."""
        return self.annotate(
            agrees_to_letters=_agreement(Purpose.LETTERS),
            agrees_to_publication=_agreement(Purpose.PUBLICATION),
        )

    def named(self, words: str) -> AmbassadorQuerySet:
        """Return those whose names or e-mail address hold each of the words."""
        people = self
        for word in words.split():
            people = people.filter(
                Q(first_name__icontains=word)
                | Q(last_name__icontains=word)
                | Q(email__icontains=word)
            )
        return people

    def offering(self, kind: HelpKind) -> AmbassadorQuerySet:
        """Return those who offer a kind of help."""
        return self.filter(**{f"helps_{kind.value}": True})

    def reading(self, language: str) -> AmbassadorQuerySet:
        """Return those who chose a language."""
        return self.filter(language=language)

    def living_in(self, words: str) -> AmbassadorQuerySet:
        """Return those whose commune holds the words."""
        return self.filter(place__icontains=words)

    def joined_in(self, year: int) -> AmbassadorQuerySet:
        """Return those who became members in a year of Paris time."""
        return self.filter(joined_at__year=year)

    def silent_since(self, instant: dt.datetime) -> AmbassadorQuerySet:
        """Return those not heard from since an instant."""
        return self.filter(heard_at__lte=instant)

    def unanswered(
        self, *, notice_before: dt.datetime, asked_before: dt.datetime
    ) -> AmbassadorQuerySet:
        """Return the members who did not say that they stay, and those who did not answer our question."""
        silent = Q(status=AmbassadorStatus.MEMBER, notice_at__lte=notice_before)
        waiting = Q(status=AmbassadorStatus.MORE_ASKED, waiting_since__lte=asked_before)
        return self.filter(silent | waiting)

    def ended_before(self, instant: dt.datetime) -> AmbassadorQuerySet:
        """Return the files closed before an instant and not erased yet."""
        ended = (AmbassadorStatus.REFUSED, AmbassadorStatus.LEFT)
        return self.filter(status__in=ended, ended_at__lte=instant)

    def by_name(self) -> AmbassadorQuerySet:
        """Order by name."""
        return self.order_by("last_name", "first_name", "pk")


class ConsentQuerySet(QuerySet["Consent"]):
    """Agreements."""

    def in_force(self) -> ConsentQuerySet:
        """Return those not withdrawn."""
        return self.filter(withdrawn_at__isnull=True)


class CharterQuerySet(QuerySet["Charter"]):
    """Versions of the charter."""

    def current(self) -> Charter | None:
        """Return the last version; None before the first one."""
        return self.order_by("-version").first()


class GoodQuerySet(QuerySet["Good"]):
    """Goods."""

    def proposed(self) -> GoodQuerySet:
        """Return what members may ask for now."""
        return self.filter(is_active=True, stock__gt=0).order_by("name", "pk")


class GoodRequestQuerySet(QuerySet["GoodRequest"]):
    """Requests for goods."""

    def to_send(self) -> GoodRequestQuerySet:
        """Return what waits for a parcel, oldest first."""
        return self.filter(status=GoodStatus.REQUESTED).order_by("created_at", "pk")

    def quantity_to_send(self) -> int:
        """Return how many things wait for a parcel."""
        found = self.filter(status=GoodStatus.REQUESTED).aggregate(total=Sum("quantity"))
        return int(found["total"] or 0)
