"""The people who play in all the tests: staff, two rival employers and those who wait."""

from __future__ import annotations

import datetime as dt
from functools import cached_property

from django.test import Client

from accounts.models import User
from jobs.employers.models import Employer, Membership
from jobs.employers.states import EmployerStatus
from tests.factories import make_employer, make_member, make_user


class Cast:
    """Each person is made when first called on stage."""

    def __init__(self, now: dt.datetime) -> None:
        self.now = now

    @cached_property
    def administrator(self) -> User:
        """Return the administrator of the site."""
        return User.objects.create_superuser(
            "administration@essai.example", "une-phrase-bien-longue-46"
        )

    @cached_property
    def editor(self) -> User:
        """Return an editor of the pages."""
        return make_user("redaction@essai.example", groups=("Éditeurs",), is_staff=True)

    @cached_property
    def publisher(self) -> User:
        """Return somebody who publishes what editors write."""
        return make_user(
            "publication@essai.example", groups=("Responsables de publication",), is_staff=True
        )

    @cached_property
    def translator(self) -> User:
        """Return a translator of the pages."""
        return make_user("traduction@essai.example", groups=("Traducteurs",), is_staff=True)

    @cached_property
    def referent(self) -> User:
        """Return a welcome referent."""
        return make_user("referente@essai.example", groups=("Référents accueil",), is_staff=True)

    @cached_property
    def health_contact(self) -> User:
        """Return the contact of the health professionals."""
        return make_user("sante@essai.example", groups=("Contacts santé",), is_staff=True)

    @cached_property
    def moderator(self) -> User:
        """Return a moderator of offers."""
        return make_user("moderation@essai.example", groups=("Modérateurs",), is_staff=True)

    @cached_property
    def hospital(self) -> Employer:
        """Return a verified employer."""
        return make_employer(self.now, name="Hôpital d’essai", kind="HOSPITAL")

    @cached_property
    def nurse_manager(self) -> Membership:
        """Return the person who recruits for the hospital."""
        return make_member(self.hospital, self.now, user=make_user("cadre@hopital.example"))

    @cached_property
    def cafe(self) -> Employer:
        """Return the hospital's rival."""
        return make_employer(self.now, name="Café d’essai")

    @cached_property
    def cafe_owner(self) -> Membership:
        """Return the person who recruits for the café."""
        return make_member(self.cafe, self.now, user=make_user("patronne@cafe.example"))

    @cached_property
    def newcomer(self) -> Membership:
        """Return the person who recruits for an employer that is not verified yet."""
        farm = make_employer(self.now, name="Ferme d’essai", status=EmployerStatus.PENDING)
        return make_member(farm, self.now, user=make_user("fermiere@ferme.example"))

    def client(self, who: User | Membership | None = None) -> Client:
        """Return a browser-like client, signed in as `who` (nobody: a visitor)."""
        client = Client()
        if who is not None:
            client.force_login(who.user if isinstance(who, Membership) else who)
        return client
