"""Every URL of the URLconf × every role × every method answers as the declared table says (S1)."""

from __future__ import annotations

import datetime as dt
import logging
from http.cookies import SimpleCookie

import pytest
from django.db import transaction
from django.test import Client

from jobs.employers.states import MembershipStatus
from jobs.offers.states import OfferState
from tests.cast import Cast
from tests.consistency.access_table import Access, access_of
from tests.consistency.addresses import Address, Walker, leads_to
from tests.factories import make_employer, make_member, make_offer, make_user
from ui.models import NavigationSettings

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]

METHODS = ("get", "head", "post", "put", "delete")
# A view that reads the method does so for everybody alike: the rare ones are asked by these alone.
ASK_EVERY_METHOD = frozenset({"visitor", "rival member", "editor", "moderator"})
# Wagtail's own views that answer 5xx on purpose or cannot be reached with invented arguments.
DELIBERATE = {
    "wagtailadmin_error_test": "raises on purpose, to see the error page",
}
# Wagtail's own door leads to ours.
SIGN_IN = ("/compte/connexion/", "/admin/login/")
# Pages in the middle of a sign-in: without its beginning they send back to it.
IN_THE_MIDDLE = frozenset(
    {"account_confirm_login_code", "mfa_authenticate", "wagtailadmin_login", "wagtailcore_login"}
)


def people(cast: Cast, now: dt.datetime) -> dict[str, object]:
    """Return the fourteen actors; None is the visitor."""
    removed = make_member(cast.cafe, now, status=MembershipStatus.REMOVED)
    waiting = make_member(cast.cafe, now, status=MembershipStatus.PENDING)
    suspended = make_member(make_employer(now, status="SUSPENDED"), now)
    return {
        "visitor": None,
        "nobody's member": make_user(),
        "member of a pending employer": cast.newcomer,
        "member who waits": waiting,
        "removed member": removed,
        "member of a suspended employer": suspended,
        "rival member": cast.cafe_owner,
        "editor": cast.editor,
        "publisher": cast.publisher,
        "translator": cast.translator,
        "referent": cast.referent,
        "health contact": cast.health_contact,
        "moderator": cast.moderator,
        "administrator": cast.administrator,
    }


STAFF = {
    "editor", "publisher", "translator", "referent", "health contact", "moderator", "administrator",
}  # fmt: skip
MEMBERS = {"member of a pending employer", "member of a suspended employer", "rival member"}
ALLOWED: dict[Access, set[str]] = {
    Access.STAFF: STAFF,
    Access.REVIEW: {"moderator", "administrator"},
    Access.VERIFY: {"moderator", "administrator"},
    Access.TEAM: {"moderator", "administrator"},
    Access.SETTLE: {"referent", "administrator"},
    Access.HEALTH: {"health contact", "administrator"},
    Access.EDIT: {"editor", "publisher", "administrator"},
    Access.TRANSLATE: {"editor", "publisher", "translator", "administrator"},
    Access.NETWORK: {"editor", "publisher", "referent", "administrator"},
    Access.HEALTH_DESK: {"editor", "publisher", "health contact", "administrator"},
    Access.RUN: {"administrator"},
    Access.MEMBER: MEMBERS,
    Access.VERIFIED: {"rival member"},
}


def is_sign_in(response: object) -> bool:
    return response.status_code == 302 and response["Location"].startswith(SIGN_IN)


def problem(access: Access, name: str, actor: str, response: object) -> str | None:
    """Return what is wrong with an answer, None when it is as declared."""
    status = response.status_code
    if status >= 500:
        return f"answers {status}"
    if access is Access.PUBLIC:
        if name in IN_THE_MIDDLE:
            return None
        return "asks a visitor to sign in" if actor == "visitor" and is_sign_in(response) else None
    if actor == "visitor":
        # 405 and 404 give nothing away either
        return None if is_sign_in(response) else f"gives a visitor {status}"
    if access is Access.SIGNED_IN or actor in ALLOWED[access]:
        return (
            "asks a person who may enter to sign in"
            if is_sign_in(response) and status == 302 and access is not Access.SIGNED_IN
            else None
        )
    if actor in STAFF and status == 302 and response["Location"] == "/admin/":
        return None  # how Wagtail says no to its own people: back to its home, with a message
    return None if status in (403, 404, 405) else f"gives {status} to somebody who may not enter"


class PlainClient(Client):
    """A client that keeps no copy of what the templates were given: sixteen thousand answers are asked for."""

    def request(self, **request):
        return self.handler(self._base_environ(**request))


class Undo(Exception):
    """Roll back what one request did."""


def ask(client: Client, method: str, address: Address) -> object:
    try:
        with transaction.atomic():
            response = getattr(client, method)(address.path)
            raise Undo
    except Undo:
        return response


@pytest.fixture
def addresses(cast: Cast, now: dt.datetime) -> list[Address]:
    """Return every address, made of objects of the hospital, whose rival is the café."""
    offer = make_offer(now, employer=cast.hospital, state=OfferState.ONLINE)
    values = {
        "public_id": str(offer.public_id),
        "uuid": str(offer.public_id),
        "pk": str(offer.pk),
        "slug": offer.slug,
        "task_state_id": "1",
        "decision": "approve",
        "word": "verifier",
        "answer": "accepter",
        "uidb64": "MQ",
        "step": "poste",
        "token": "jeton-invente",
        "key": "invente",
        "uidb36": "1",
        "content_type_app_name": "home",
        "content_type_model_name": "standardpage",
        "app_label": "home",
        "app_name": "home",
        "model_name": "standardpage",
        "locale": "fr",
        "filter_spec": "width-100",
        "url_hash": "invente",
        "mode": "x",
        "view_name": "x",
        "label": "ui.siteimage",
        "site_id": str(NavigationSettings.objects.get().site_id),
    }
    found = list(Walker(values).addresses())
    assert len(found) > 250
    return found


def test_every_view_is_in_the_declared_table(addresses):
    undeclared = [
        f"{address.name} ({address.path})"
        for address in addresses
        if access_of(address.name, address.path) is None
    ]
    assert undeclared == []


def test_every_view_is_reached_by_the_walk(addresses):
    lost = [f"{address.name} ({address.path})" for address in addresses if not leads_to(address)]
    # Addresses of Wagtail that ours shadow, and the second mount of Wagtail's page view.
    shadowed = (
        "wagtailadmin_pages:add (",
        "wagtailadmin_pages:workflow_action (",
        "wagtailadmin_login",
        "wagtailadmin_logout",
        "wagtailcore_login",
        "wagtail_serve",
        "wagtail_localize:snippets_api",
        "wagtail_localize:update_translations",
        "wagtail_localize:stop_translation",
        "wagtail_localize:submit_",
        "wagtail_localize:translations_report",
        "wagtail_localize:edit_string_translation",
        "wagtail_localize:upload_pofile",
        "wagtailcore_authenticate",
    )
    assert [line for line in lost if not line.startswith(shadowed)] == []


# wagtail-localize's report pages an unordered list: its affair, and no 500 outside of tests.
@pytest.mark.filterwarnings("ignore::django.core.paginator.UnorderedObjectListWarning")
def test_the_whole_table_of_access_holds(addresses, cast, now, caplog):
    # pytest keeps each « Forbidden » with its frames: a gigabyte in the end.
    caplog.set_level(logging.CRITICAL, logger="django.request")
    actors = people(cast, now)
    problems, cells, session = [], 0, PlainClient(raise_request_exception=False)
    for actor, who in actors.items():
        cookies = {name: morsel.value for name, morsel in cast.client(who).cookies.items()}
        for address in addresses:
            access = access_of(address.name, address.path)
            if access is None or address.name in DELIBERATE or not leads_to(address):
                continue
            # The deep screens of Wagtail are read by staff once: their own suite covers the other methods.
            wagtails_own = access is Access.STAFF and actor in STAFF
            usual = METHODS if actor in ASK_EVERY_METHOD else ("get", "post")
            for method in ("get",) if wagtails_own else usual:
                session.cookies = SimpleCookie(cookies)  # a sign-out must not reach the next cell
                cells += 1
                if trouble := problem(access, address.name, actor, ask(session, method, address)):
                    problems.append(
                        f"{method.upper()} {address.path} [{address.name}] {actor}: {trouble}"
                    )
    print(f"{cells} cells")
    assert problems == [], "\n".join(problems[:400])
    assert cells >= 15_000
