"""The named queries of the site: what a key figure may be computed from. Each is one count, without a name in it.

The definitions and sources are French data, written in the figure and translated with it.
"""

from __future__ import annotations

import datetime as dt

from django.db.models import Sum
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from home.ambassadors.models import Ambassador
from home.events.models import EventPage
from jobs.employers.models import Employer
from jobs.offers.models import JobOffer
from ui.figure_queries import NamedQuery, register

SOURCE = "Compté par ce site"


def offers_online(now: dt.datetime) -> int:
    """Count the offers that the public sees."""
    return int(JobOffer.objects.visible(now).count())


def posts_online(now: dt.datetime) -> int:
    """Count the posts that these offers hold."""
    found = JobOffer.objects.visible(now).order_by().aggregate(total=Sum("positions"))
    return int(found["total"] or 0)


def member_employers(_now: dt.datetime) -> int:
    """Count the employers whom the team verified, those of imported offers apart."""
    return int(Employer.objects.active().filter(is_source=False).count())


def ambassadors(_now: dt.datetime) -> int:
    """Count the people who are ambassadors today."""
    return int(Ambassador.objects.members().count())


def events_this_year(now: dt.datetime) -> int:
    """Count the events of the year under way, to come ones included, cancelled ones not."""
    year = timezone.localdate(now).year
    paris = timezone.get_current_timezone()
    start, end = (dt.datetime(each, 1, 1, tzinfo=paris) for each in (year, year + 1))
    events = EventPage.objects.online().in_french().starting_within(start, end)
    return int(events.filter(is_cancelled=False).count())


def connect() -> None:
    """Register the queries; called from `AppConfig.ready`."""
    register(
        NamedQuery(
            "offers_online",
            _("Offers online"),
            "Offres visibles sur le site le jour du décompte : validées, non expirées, ni en pause ni suspendues.",
            SOURCE,
            offers_online,
        )
    )
    register(
        NamedQuery(
            "posts_online",
            _("Posts of the offers online"),
            "Nombre de postes annoncés par les offres visibles sur le site le jour du décompte.",
            SOURCE,
            posts_online,
        )
    )
    register(
        NamedQuery(
            "member_employers",
            _("Employers of the network"),
            "Employeurs vérifiés par l’équipe, membres du réseau le jour du décompte ; une structure compte pour un.",
            SOURCE,
            member_employers,
        )
    )
    register(
        NamedQuery(
            "ambassadors",
            _("Ambassadors"),
            "Personnes dont l’adhésion est acceptée et en cours le jour du décompte.",
            SOURCE,
            ambassadors,
        )
    )
    register(
        NamedQuery(
            "events_this_year",
            _("Events of the year"),
            "Rendez-vous de l’agenda dont la date tombe dans l’année, annulés exceptés ; ceux à venir sont comptés.",
            SOURCE,
            events_this_year,
            covers_year=True,
        )
    )
