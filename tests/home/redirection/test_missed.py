"""What visitors ask for in vain is counted without a write, without their names, and ends in a redirection."""

from __future__ import annotations

import datetime as dt

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from home.redirection import retention, services
from home.redirection.middleware import is_worth
from home.redirection.models import MissedAddress
from operations import tallies
from tests.cast import Cast

pytestmark = pytest.mark.django_db
LIST = "/admin/adresses/"
DAY = dt.date(2026, 11, 20)


def fold(now: dt.datetime) -> None:
    """Let the worker pass twice: files are set aside, then added up."""
    tallies.fold(now)
    tallies.fold(now)


def counted() -> dict[str, int]:
    """Return what was counted."""
    return dict(MissedAddress.objects.values_list("path", "count"))


def test_an_address_not_found_is_counted_once_a_request(client: Client, now: dt.datetime) -> None:
    for address in (
        "/actualite/une-soiree/",
        "/actualite/une-soiree",
        "/en/nowhere/?mail=a@b.example",
    ):
        client.get(address, follow=True)
    fold(now)

    assert counted() == {"/actualite/une-soiree/": 2, "/en/nowhere/": 1}


def test_counting_writes_nothing_while_the_visitor_waits(client: Client) -> None:
    with CaptureQueriesContext(connection) as queries:
        assert client.get("/nulle-part/").status_code == 404

    assert not {query["sql"].split()[0] for query in queries} & {"INSERT", "UPDATE", "DELETE"}


@pytest.mark.parametrize(
    "path",
    [
        "/actualite/une-soiree/", "/portraits-ambassadeurs", "/tous-les-temoignages/marie/", "/page.html",
        "/en/old-page/", "/plaquette.pdf", "/agenda/ancien-salon/", "/s-installer/demande-ancienne/",
        "/espace-employeur/deposer-une-offre/", "/espace-employeur/connexion", "/espace-employeur/mot-de-passe-oublie.php",
        "/espace-employeur/Nos_Conseils/Métiers/", "/espace-employeur-mode-d-emploi/", "/compte-rendu-du-salon/",
        "/index.php", "/actualites.php", "/offres/detail.php", "/portraits/marie.PHP",
    ],
)  # fmt: skip
def test_what_an_old_link_may_explain_is_counted(path: str) -> None:
    assert is_worth(path)


@pytest.mark.parametrize(
    "path",
    [
        "/admin/inconnu/", "/compte/jeton/", "/compte", "/en/compte/x/", "/documents/9/x.pdf",
        "/static/x.css", "/media/x.jpg", "/wp-login.php", "/.env", "/.git/config", "/a/.well-known/x", "/x.php",
        "/blog/wp-content/x.php", "/xmlrpc.php", "/phpinfo.php", "/vendor/phpunit/src/eval-stdin.php", "/admin.php",
        "/phpMyAdmin/index.php", "/page.aspx",
        # What names somebody or something below the space of employers, even misspelt.
        "/espace-employeur/offres/brouillon/", "/espace-employeur/offre/3f2b9c/", "/espace-employeur/equipe/marie/",
        "/espace-employeur/invitation/coupe/", "/Espace-Employeur/Invitation/coupe/", "/espace-employeur/annonce-1234/",
        "/espace-employeur/inscription/confirmer/coupe/", "/espace-employeur/etablissement/siret/",
        "/espace-employeur/x/abcdefghijklmnopqrstuvwxyzab/", "/espace-employeur/a:b/", "/en/espace-employeur/7/",
        "/cgi-bin/x", "//evil", "/moi@exemple.fr/", "/x/abcdefghijklmnopqrstuvwxyz0123456789/", "/" + "a-" * 150,
        "/campagnes/c/inconnu/", "/contact/merci/3f2b/", "/en/contact/merci/x/y/", "/agenda/mon-inscription/abc/",
        "/ambassadeurs/espace/abc/reponse/x/", "/ambassadeurs/devenir/merci/coupe/", "/sante/etre-rappele/3f2b9c/",
        "/s-installer/demande/recue/3f2b9c41-1/", "/x/3f2b9c41-11aa-4b/",
    ],
)  # fmt: skip
def test_probes_tokens_and_private_addresses_are_not(path: str) -> None:
    assert not is_worth(path)


def test_the_404_of_another_view_is_not_counted(client: Client, now: dt.datetime) -> None:
    token = "3f2b9c41-aaaa-4bbb-8ccc-1234567890ab"
    for address in (
        f"/contact/merci/{token}/", f"/sante/etre-rappele/{token}/", "/agenda/mon-inscription/abc/",
        f"/s-installer/demande/recue/{token}/", "/ambassadeurs/devenir/merci/abc/", "/campagnes/c/inconnu/",
        "/offres/secretaire-999999/", "/contact/merci/coupe/", "/ancienne-page/",
    ):  # fmt: skip
        assert client.get(address).status_code in (404, 410), address
    fold(now)

    assert counted() == {"/ancienne-page/": 1}


def test_a_former_address_of_the_employers_is_counted_but_never_one_of_ours(
    client: Client, now: dt.datetime
) -> None:
    token = "3f2b9c41-aaaa-4bbb-8ccc-1234567890ab"
    for address in (
        "/espace-employeur/deposer-une-offre/", f"/espace-employeur/offres/{token}/", f"/espace-employeur/kit/{token}/",
        f"/espace-employeur/{token}/", "/espace-employeur/invitation/abc/", "/espace-employeur/equipe/",
        "/actualites-2019.php",
    ):  # fmt: skip
        client.get(address)
    fold(now)

    assert counted() == {"/espace-employeur/deposer-une-offre/": 1, "/actualites-2019.php": 1}


def test_only_readings_are_counted(client: Client, now: dt.datetime) -> None:
    client.post("/nulle-part/")
    client.head("/nulle-part/")
    client.get("/offres/")
    fold(now)

    assert counted() == {}


def test_days_are_added_up(now: dt.datetime) -> None:
    services.add_misses({(DAY, "/a/"): 2, (DAY - dt.timedelta(days=3), "/a/"): 1})
    services.add_misses({(DAY - dt.timedelta(days=1), "/a/"): 4})
    services.add_misses({(DAY + dt.timedelta(days=1), "/a/"): 1})

    row = MissedAddress.objects.get()
    assert (row.count, row.first_day) == (8, DAY - dt.timedelta(days=3))
    assert row.last_day == DAY + dt.timedelta(days=1)


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the list hold three addresses, two of them of the day when it is full."""
    monkeypatch.setattr(services, "MOST_MISSED", 3)
    monkeypatch.setattr(services, "MOST_NEW", 2)


@pytest.mark.usefixtures("small")
def test_the_table_keeps_the_most_asked_for(now: dt.datetime) -> None:
    services.add_misses({(DAY, f"/{number}/"): number for number in range(1, 6)})
    assert counted() == {"/5/": 5, "/4/": 4, "/3/": 3}

    services.add_misses({(DAY, "/5/"): 1, (DAY, "/autre/"): 9})
    assert counted() == {"/autre/": 9, "/5/": 6, "/4/": 4}


@pytest.mark.usefixtures("small")
def test_a_full_list_makes_room_for_a_newcomer_of_another_day() -> None:
    services.add_misses({(DAY, "/a/"): 5, (DAY, "/b/"): 2})
    services.add_misses({(DAY - dt.timedelta(days=1), "/vieille/"): 2})
    services.add_misses({(DAY + dt.timedelta(days=1), "/neuve/"): 1})

    assert counted() == {"/a/": 5, "/b/": 2, "/neuve/": 1}


@pytest.mark.usefixtures("small")
def test_one_night_of_invented_addresses_does_not_drive_the_others_out() -> None:
    services.add_misses({(DAY, "/a/"): 5, (DAY, "/b/"): 1, (DAY, "/c/"): 4})
    for number in range(20):
        services.add_misses({(DAY + dt.timedelta(days=1), f"/invention-{number}/"): 9})

    kept = counted()
    assert len(kept) == 3
    assert kept["/a/"] == 5


@pytest.mark.usefixtures("small")
def test_what_was_set_aside_is_not_counted_and_stays(now: dt.datetime) -> None:
    services.add_misses({(DAY, "/x/"): 1, (DAY, "/y/"): 1})
    MissedAddress.objects.update(ignored_at=now)
    services.add_misses({(DAY, f"/{number}/"): number for number in range(2, 8)})

    assert counted() == {"/x/": 1, "/y/": 1, "/7/": 7, "/6/": 6, "/5/": 5}


def test_a_flood_of_addresses_is_folded(client: Client, now: dt.datetime) -> None:
    """More distinct ones than a query may hold, among which one of a reader."""
    for number in range(1200):
        tallies.note(services.TALLY, f"/invention-{number}/", DAY)
    for _turn in range(3):
        client.get("/actualite/vraie/")
    fold(now)

    assert counted()["/actualite/vraie/"] == 3
    assert list(tallies.folder().iterdir()) == []


def test_the_list_shows_the_most_asked_for_first(cast: Cast, now: dt.datetime) -> None:
    services.add_misses({(DAY, "/rare/"): 1, (DAY, "/frequent/"): 9, (DAY, "/ignoree/"): 20})
    client = cast.client(cast.editor)
    ignored = MissedAddress.objects.get(path="/ignoree/")

    done = client.post(f"{LIST}{ignored.pk}/ignorer/")

    assert done["Location"] == LIST
    assert [row.path for row in client.get(LIST).context["page_obj"]] == ["/frequent/", "/rare/"]
    # Asked for again, it stays aside.
    services.add_misses({(DAY, "/ignoree/"): 1})
    assert len(client.get(LIST, {"p": "\x00"}).context["page_obj"]) == 2


def test_one_and_twelve_addresses_cost_the_same(cast: Cast) -> None:
    client, counts = cast.client(cast.editor), []
    services.add_misses({(DAY, "/x/"): 1})
    client.get(LIST)
    for more in (0, 11):
        services.add_misses({(DAY, f"/{number}/"): 1 for number in range(more)})
        with CaptureQueriesContext(connection) as queries:
            client.get(LIST)
        counts.append(len(queries))
    assert counts[0] == counts[1]


def test_what_nobody_asks_for_any_more_goes(settings, now: dt.datetime) -> None:
    settings.KEEP_MISSED_ADDRESS_DAYS = 30
    today = now.date()
    for path, days in (("/vieille/", 31), ("/recente/", 30)):
        services.add_misses({(today - dt.timedelta(days=days), path): 1})

    assert retention.delete_forgotten(now, dry_run=True) == 1
    assert len(counted()) == 2
    assert retention.delete_forgotten(now, dry_run=False) == 1
    assert set(counted()) == {"/recente/"}


@pytest.mark.parametrize("who", ["moderator", "translator", "referent", "health_contact"])
def test_other_roles_do_not_follow_addresses(cast: Cast, who: str) -> None:
    client = cast.client(getattr(cast, who))

    for address in ("", "ajouter/", "importer/", "liens/", "a-relire/"):
        answer = client.get(f"{LIST}{address}")
        assert (answer.status_code, answer["Location"]) == (302, "/admin/"), address
