"""A unique word is planted in each private field, then looked for in all that others may read (S2).

A status cannot show a leak: only the text can. Each canary is first seen by somebody who may.
"""

from __future__ import annotations

import datetime as dt
import itertools
import json

import pytest
from django.db import transaction
from django.test import override_settings
from django.urls import reverse
from wagtail.models import Page, PageViewRestriction

from employer_space.kit.models import KitItem, KitVersion
from employer_space.kit.setup import kit_collection
from home.models import HomePage, StandardPage
from jobs.employers import services as accounts
from jobs.employers.states import EmployerStatus
from jobs.offers import moderation, services
from jobs.offers.codes import ReportReason
from jobs.offers.models import JobOffer
from jobs.offers.states import OfferState
from mailing.models import OutgoingMail
from tests.cast import Cast
from tests.conftest import PARIS
from tests.consistency.crawl import PUBLIC_DOORS, body, crawl
from tests.factories import (
    MISSIONS,
    current_task,
    edit_offer,
    make_article,
    make_employer,
    make_member,
    make_offer,
    make_user,
)

NEVER_PUBLIC = (
    OfferState.DRAFT, OfferState.WAITING_ACCOUNT, OfferState.PENDING, OfferState.CHANGES_REQUESTED, OfferState.REFUSED,
)  # fmt: skip
NO_LONGER_PUBLIC = (OfferState.SUSPENDED, OfferState.PAUSED, OfferState.EXPIRED, OfferState.FILLED)
DECOY = "kanarivolantinconnu"


class Aviary:
    """Make canaries and remember them; `shared` ones may be read by members of any verified employer."""

    def __init__(self) -> None:
        self.numbers = itertools.count(1)
        self.birds: dict[str, str] = {}
        self.shared: set[str] = set()

    def __call__(self, where: str, *, shared: bool = False) -> str:
        # Letters only, so that search engines keep it whole: the number is written with letters.
        number = "".join(chr(ord("a") + int(digit)) for digit in f"{next(self.numbers):03d}")
        word = f"kanari{number}zyx"
        self.birds[word] = where
        if shared:
            self.shared.add(word)
        return word

    def seen_in(self, text: str, *, by_member: bool = False) -> set[str]:
        """Return where the canaries come from that a text shows to somebody who may not read them."""
        words = self.birds.keys() - (self.shared if by_member else set())
        text = text.lower()
        return {self.birds[word] for word in words if word in text}


def private_fields(bird: Aviary, state: str) -> dict[str, object]:
    """Return the fields of an offer, a canary in each text."""
    return {
        "missions": f"{MISSIONS}<p>{bird(f'{state}: missions')}</p>",
        "profile": f"<p>{bird(f'{state}: profile')}</p>",
        "offering": f"<p>{bird(f'{state}: offering')}</p>",
        "schedule": bird(f"{state}: schedule"),
        "salary_note": bird(f"{state}: salary_note"),
        "benefits": bird(f"{state}: benefits"),
        "recruitment_steps": bird(f"{state}: recruitment_steps"),
        "contact_name": bird(f"{state}: contact_name"),
        "apply_email": f"{bird(f'{state}: apply_email')}@prive.example",
    }


@pytest.fixture(scope="module")
def planted(django_db_setup, django_db_blocker, tmp_path_factory):
    """Plant everything once, in a transaction that is undone after the last test."""
    now = dt.datetime.now(PARIS).replace(hour=10, minute=0, second=0, microsecond=0)
    media = tmp_path_factory.mktemp("canaries")
    with django_db_blocker.unblock(), transaction.atomic(), override_settings(MEDIA_ROOT=media):
        bird, cast = Aviary(), Cast(now)
        plant_people(bird, cast)
        plant_offers(bird, cast, now)
        plant_employers(bird, cast, now)
        plant_pages(bird)
        plant_kit(bird)
        for name in ("cafe_owner", "newcomer", "moderator", "administrator"):
            getattr(cast, name)  # called on stage before the tests, which undo what they make
        yield bird, cast, media
        transaction.set_rollback(True)


@pytest.fixture
def bird(planted, django_db_blocker, settings):
    """Return the canaries; what one test reads and writes is undone."""
    settings.MEDIA_ROOT = planted[2]
    with django_db_blocker.unblock(), transaction.atomic():
        yield planted[0]
        transaction.set_rollback(True)


@pytest.fixture
def cast(planted) -> Cast:
    return planted[1]


def plant_people(bird, cast):
    user = cast.nurse_manager.user
    user.last_name, user.phone = bird("a member's name"), bird("a member's telephone")
    user.save()
    cast.nurse_manager.job_title = bird("a member's position")
    cast.nurse_manager.save()
    make_member(
        cast.hospital, cast.now, user=make_user(f"{bird('a colleague: address')}@prive.example")
    )


def plant_offers(bird, cast, now):
    for state in (*NEVER_PUBLIC, *NO_LONGER_PUBLIC):
        employer = cast.newcomer.employer if state == OfferState.WAITING_ACCOUNT else cast.hospital
        fields = private_fields(bird, state)
        if state in NEVER_PUBLIC:
            fields["title"] = f"Poste {bird(f'{state}: title')}"
        make_offer(now, employer=employer, state=state, moderator=cast.moderator, **fields)
    online = make_offer(
        now,
        employer=cast.hospital,
        moderator=cast.moderator,
        contact_name=bird("online: hidden contact"),
        contact_is_public=False,
    )
    edit_offer(
        online,
        cast.nurse_manager.user,
        now,
        title=f"Poste {bird('edit: title')}",
        missions=f"{MISSIONS}{bird('edit: missions')}",
    )
    services.submit_offer(offer=online, by=cast.nurse_manager.user, now=now)
    services.report_offer(
        offer=online, reason=ReportReason.ERROR, message=bird("report: message"),
        email=f"{bird('report: address')}@prive.example", now=now,
    )  # fmt: skip
    for act, kind in (
        (moderation.request_changes, "changes"),
        (moderation.refuse_offer, "refusal"),
    ):
        offer = make_offer(now, employer=cast.hospital, state=OfferState.PENDING)
        extra = (
            {"notes": {"title": bird("changes: note on a field")}}
            if kind == "changes"
            else {"reason_code": "OTHER"}
        )
        act(
            task_state_id=current_task(offer),
            by=cast.moderator,
            reason=f"Motif {bird(f'{kind}: reason')}",
            now=now,
            **extra,
        )
    suspended = make_offer(now, employer=cast.hospital)
    moderation.suspend_offer(
        offer=suspended, by=cast.moderator, reason=f"Motif {bird('suspension: reason')}", now=now
    )


def plant_employers(bird, cast, now):
    hidden = make_employer(
        now, name=f"Maison {bird('anonymous: name')}", description=bird("anonymous: presentation"),
        website=f"https://{bird('anonymous: website')}.example/",
    )  # fmt: skip
    place = hidden.establishments.get()
    place.name, place.address = (
        f"Site {bird('anonymous: establishment')}",
        bird("anonymous: street"),
    )
    place.save()
    make_offer(
        now, employer=hidden, is_anonymous=True, establishment=place, title="Offre anonyme publiée"
    )
    make_employer(
        now, status=EmployerStatus.PENDING, name=f"Nouveau {bird('pending employer: name')}",
        description=bird("pending employer: presentation"), website=f"https://{bird('pending employer: website')}.example/",
    )  # fmt: skip
    refused = make_employer(now, status=EmployerStatus.PENDING)
    accounts.refuse_employer(
        employer=refused,
        by=cast.moderator,
        reason=f"Motif {bird('refused employer: reason')}",
        now=now,
    )
    suspended = make_employer(now)
    make_offer(
        now,
        employer=suspended,
        title=f"Poste {bird('suspended employer: title')}",
        missions=f"{MISSIONS}{bird('suspended employer: missions')}",
    )
    accounts.suspend_employer(
        employer=suspended,
        by=cast.moderator,
        reason=f"Motif {bird('suspended employer: reason')}",
        now=now,
    )
    OutgoingMail.objects.create(
        to="quelquun@prive.example", subject=bird("mail: subject"), text=bird("mail: text"), from_email="a@b.example",
        message_id="<1@essai>", next_attempt_at=now, give_up_at=now + dt.timedelta(days=1), created_at=now,
    )  # fmt: skip


def plant_pages(bird):
    make_article(
        f"Article {bird('draft article: title')}",
        live=False,
        summary=bird("draft article: summary"),
    )
    online = make_article("Article en ligne")
    online.summary = bird("new version of an article")
    online.save_revision()
    home = HomePage.objects.get(locale__language_code="fr")
    for kind in ("unpublished page", "private page"):
        page = home.add_child(
            instance=StandardPage(
                title=f"Page {bird(f'{kind}: title')}", slug=kind.replace(" ", "-"), summary=bird(f"{kind}: summary"),
                body=[{"type": "prose", "value": f"<p>{bird(f'{kind}: body')}</p>"}], locale=home.locale, live=kind == "private page",
            )
        )  # fmt: skip
        page.save_revision()
        if kind == "private page":
            PageViewRestriction.objects.create(
                page=page, restriction_type=PageViewRestriction.PASSWORD, password="secret"
            )


def plant_kit(bird):
    from django.core.files.base import ContentFile

    from ui.models import SiteDocument

    document = SiteDocument(title=bird("kit: document", shared=True), collection=kit_collection())
    document.file.save(
        f"{bird('kit: file name', shared=True)}.pdf", ContentFile(b"%PDF-1.4 essai"), save=False
    )
    document.save()
    item = KitItem.objects.create(
        title=bird("kit: title", shared=True),
        description=bird("kit: description", shared=True),
        category="POSTERS",
    )
    KitVersion.objects.create(
        item=item, document=document, label="2026", published_on=dt.date(2026, 1, 1)
    )


@pytest.mark.django_db
def test_the_aviary_tells_what_it_hears():
    bird = Aviary()
    bird("a note", shared=True)
    word = bird("a draft")
    assert bird.seen_in(f"… {word.upper()} …") == {"a draft"}
    assert bird.seen_in(" ".join(bird.birds), by_member=True) == {"a draft"}


def offers_addresses(offer) -> list[str]:
    """Return the public addresses of an offer; the number alone counts, the words in them are not ours to know."""
    return [
        f"/offres/x-{offer.pk}/",
        f"/en/offres/x-{offer.pk}/",
        f"/offres/x-{offer.pk}/signaler/",
    ]


def text_of(client, addresses) -> str:
    return "\n".join(body(client.get(address)) for address in addresses).lower()


def test_each_canary_is_seen_by_somebody_who_may(bird, cast):
    desk, office, member = (
        cast.client(cast.moderator),
        cast.client(cast.administrator),
        cast.client(cast.nurse_manager),
    )
    pages = [reverse("offers_admin:review", args=[offer.pk]) for offer in JobOffer.objects.all()]
    pages += [reverse("offers_admin:reports"), reverse("employers_admin:queue")]
    from jobs.employers.models import Employer

    pages += [
        reverse("employers_admin:detail", args=[employer.pk]) for employer in Employer.objects.all()
    ]
    seen = text_of(desk, pages)
    seen += text_of(
        member,
        ["/espace-employeur/kit/", "/espace-employeur/mon-compte/", "/espace-employeur/equipe/"],
    )
    seen += text_of(
        office,
        [f"/admin/pages/{page.pk}/edit/" for page in Page.objects.filter(title__contains="kanari")],
    )
    seen += text_of(
        office,
        [f"/admin/pages/{page.pk}/edit/" for page in Page.objects.filter(title="Article en ligne")],
    )
    seen += text_of(
        office,
        [f"/admin/outbox/inspect/{mail.pk}/" for mail in OutgoingMail.objects.filter(act="")],
    )
    for document in KitVersion.objects.select_related("document"):
        seen += body(office.get(f"/admin/documents/edit/{document.document_id}/")).lower()
    missing = {where for word, where in bird.birds.items() if word not in seen}
    assert missing == set()
    assert len(bird.birds) >= 60


def test_a_visitor_sees_no_canary_on_any_page_feed_or_map(bird, cast):
    client = cast.client()
    doors = [
        *PUBLIC_DOORS,
        *itertools.chain.from_iterable(map(offers_addresses, JobOffer.objects.order_by("pk"))),
    ]
    doors += ["/private-page/", "/unpublished-page/", "/en/private-page/"]
    leaks = {
        address: seen
        for address, _response, text in crawl(client, doors, at_most=320)
        if (seen := bird.seen_in(text))
    }
    assert leaks == {}


@pytest.mark.parametrize("where", ["/offres/", "/recherche/", "/offres/flux/", "/en/recherche/"])
def test_searching_for_a_canary_finds_what_searching_for_nothing_finds(bird, cast, where):
    client = cast.client()

    def answer(word):
        text = body(client.get(where, {"q": word})).lower()
        return text.count(word), text.replace(word, "*")

    expected, page = answer(DECOY)
    for word, planted in bird.birds.items():
        count, text = answer(word)
        assert count == expected, f"{where} answers about « {planted} »"
        assert bird.seen_in(text) == set()
        assert abs(len(text) - len(page)) < 200, f"{where} answers about « {planted} »"


def test_no_structured_data_holds_a_canary(bird, cast):
    for offer in JobOffer.objects.visible(cast.now):
        page = body(cast.client().get(f"/offres/x-{offer.pk}/", follow=True))
        if "application/ld+json" in page:
            data = json.loads(page.split('application/ld+json">')[1].split("</script>")[0])
            assert bird.seen_in(json.dumps(data, ensure_ascii=False)) == set()


@pytest.mark.parametrize("who", ["cafe_owner", "newcomer_rival"])
def test_another_employer_sees_no_canary(bird, cast, who):
    rival = (
        cast.cafe_owner
        if who == "cafe_owner"
        else make_member(make_employer(cast.now, status="PENDING"), cast.now)
    )
    client = cast.client(rival)
    is_verified = who == "cafe_owner"
    doors = [
        "/espace-employeur/",
        "/espace-employeur/kit/",
        "/espace-employeur/equipe/",
        "/espace-employeur/etablissement/",
    ]
    for offer in JobOffer.objects.order_by("pk"):
        space = f"/espace-employeur/offres/{offer.public_id}/"
        doors += [
            space,
            f"{space}apercu/",
            f"{space}poste/",
            f"{space}verifier/",
            f"{space}dupliquer/",
            *offers_addresses(offer),
        ]
        doors += [
            reverse("offers_admin:review", args=[offer.pk]),
            reverse("offers_admin:preview", args=[offer.pk]),
        ]
    doors += [
        "/admin/",
        "/admin/verification/signalements/",
        "/admin/employeurs/",
        "/private-page/",
    ]
    leaks = {
        address: seen
        for address, _response, text in crawl(client, doors, at_most=420)
        if (seen := bird.seen_in(text, by_member=is_verified))
    }
    assert leaks == {}


def test_no_guessed_address_serves_a_file_of_the_kit(bird, cast):
    document = KitVersion.objects.get().document
    assert body(cast.client(cast.administrator).get(document.url)).startswith("%PDF")
    for client in (cast.client(), cast.client(cast.newcomer), cast.client(cast.cafe_owner)):
        for address in (document.url, document.file.name and f"/media/{document.file.name}"):
            for headers in ({}, {"HTTP_IF_NONE_MATCH": "*"}):
                response = client.get(address, **headers)
                assert response.status_code in (302, 403, 404)
                assert "%PDF" not in body(response)
