"""Old addresses lead to the new ones in one step: no chain, no circle, nothing that would never be used."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import CommandError, call_command
from django.test import Client
from wagtail.contrib.redirects.models import Redirect

from home.redirection import importing, services, steps
from home.redirection.addresses import Addresses, own_path
from home.redirection.importing import Row, UnreadableTable, decode, read_table
from home.redirection.models import MissedAddress
from home.redirection.states import Verdict
from tests.cast import Cast
from tests.factories import make_article, make_offer

pytestmark = pytest.mark.django_db
SCREEN = "/admin/adresses/importer/"


def rows(*pairs: tuple[str, str]) -> list[Row]:
    """Return the rows of a table."""
    return [Row(number, old, new) for number, (old, new) in enumerate(pairs, start=2)]


def targets() -> dict[str, str]:
    """Return where each old address leads, asked as a browser does."""
    client = Client()
    found = {}
    for old in Redirect.objects.values_list("old_path", flat=True):
        response = client.get(old)
        assert response.status_code == 301, old
        found[old] = response["Location"].removeprefix("http://testserver")
    return found


def test_the_addresses_of_the_former_sites_lead_to_ours(now: dt.datetime) -> None:
    article = make_article("Une soirée")
    table = rows(
        ("/actualite/une-soiree", f"/actualites/{article.slug}/"),
        ("https://www.oh-my-lot.example/portraits-ambassadeurs", "/ambassadeurs/"),
        ("/tous-les-temoignages/marie/", "/ambassadeurs/"),
        ("/vieille-page?id=3", "/offres/?contrat=cdi"),
    )

    plan = services.import_rows(table, now)

    assert plan.count(Verdict.CREATED) == 4
    assert targets() == {
        "/actualite/une-soiree": article.get_url(),
        "/portraits-ambassadeurs": "/ambassadeurs/",
        "/tous-les-temoignages/marie": "/ambassadeurs/",
        "/vieille-page?id=3": "/offres/?contrat=cdi",
    }
    # The former address of the employer space is still its address.
    [line] = services.import_rows(rows(("/espace-employeur", "/espace-employeur/")), now).lines
    assert line.verdict == Verdict.SAME


def test_a_page_that_moves_is_followed(client: Client, now: dt.datetime) -> None:
    article = make_article("Une soirée")
    services.import_rows(rows(("/ancienne", article.get_url())), now)
    article.slug = "autre-adresse"
    article.save_revision().publish()

    assert client.get("/ancienne")["Location"].endswith("/actualites/autre-adresse/")


def test_chains_are_made_straight(now: dt.datetime) -> None:
    Redirect.objects.create(old_path="/zero", redirect_link="/un")
    table = rows(("/un", "/deux"), ("/deux", "/trois"), ("/trois", "/offres/"))

    plan = services.import_rows(table, now)

    assert plan.refused == []
    assert targets() == dict.fromkeys(("/zero", "/un", "/deux", "/trois"), "/offres/")


def test_a_chain_through_what_is_known_is_made_straight(now: dt.datetime) -> None:
    services.import_rows(rows(("/deux", "/offres/")), now)

    services.import_rows(rows(("/un", "/deux")), now)

    assert targets() == {"/un": "/offres/", "/deux": "/offres/"}


def test_circles_are_refused(now: dt.datetime) -> None:
    table = rows(
        ("/a", "/b"), ("/b", "/c"), ("/c", "/a"), ("/d", "/d"), ("/e", "/a"), ("/f", "/offres/")
    )

    plan = services.import_rows(table, now)

    assert [line.row.old for line in plan.refused] == ["/a", "/b", "/c", "/d", "/e"]
    assert targets() == {"/f": "/offres/"}


@pytest.mark.parametrize(
    ("old", "new", "why"),
    [
        ("/actualites", "/offres/", "Cette adresse existe sur le site"),
        ("/contact/", "/offres/", "Cette adresse existe sur le site"),
        ("/", "/offres/", "La page d’accueil"),
        ("https://ancien.example", "/offres/", "La page d’accueil"),
        ("", "/offres/", "Il faut deux adresses"),
        ("/ancienne", "", "Il faut deux adresses"),
        ("ancienne", "/offres/", "doit commencer par"),
        ("javascript:alert(1)", "/offres/", "doit commencer par"),
        ("/ancienne", "https://ailleurs.example/", "doit être de ce site"),
        ("/ancienne", "//ailleurs.example/", "doit être de ce site"),
        ("/ancienne", "/\\ailleurs.example/", "doit être de ce site"),
        ("/ancienne", "/\t/[x", "doit être de ce site"),
        ("/ancienne", "/\t/evil.example/", "doit être de ce site"),
        ("/ancienne", "http://testserver/\n/evil.example/", "doit être de ce site"),
        ("/ancienne", "/offres/ /x", "doit être de ce site"),
        ("/ancienne", f"/documents/{'9' * 4400}/", "255"),
        ("/ancienne", f"/documents/{'9' * 200}/x", "Rien à cette adresse"),
        ("/ancienne", "/nulle-part/", "Rien à cette adresse"),
        ("/ancienne", "/offres/menuisier-999999/", "Rien à cette adresse"),
        ("/" + "x" * 300, "/offres/", "255"),
        ("/ancienne\x01", "/offres/", "doit commencer par"),
        ("http://[", "/offres/", "doit commencer par"),
        ("https://ex℀mple.com/", "/offres/", "doit commencer par"),
    ],
)
def test_a_line_that_cannot_be_is_refused_with_its_reason(
    now: dt.datetime, old: str, new: str, why: str
) -> None:
    plan = services.import_rows(rows((old, new)), now)

    assert [line.verdict for line in plan.lines] == [Verdict.REFUSED]
    assert why in str(plan.lines[0].note).replace("\u00a0", " ")
    assert Redirect.objects.count() == 0


def test_a_page_offline_is_no_target_but_may_be_an_old_address(now: dt.datetime) -> None:
    draft = make_article("Brouillon", live=False)
    table = rows(("/ancienne", draft.get_url()), (draft.get_url(), "/offres/"))

    # The first line follows the second one to its end.
    assert services.plan_import(table, now).refused == []
    [line] = services.plan_import(table[:1], now).lines
    assert (line.verdict, str(line.note)) == (Verdict.REFUSED, "La page n’est pas en ligne")


def test_an_old_address_written_twice_must_have_one_target(now: dt.datetime) -> None:
    table = rows(("/a", "/offres/"), ("/a/", "/offres/"), ("/a", "/contact/"))

    plan = services.import_rows(table, now)

    assert [line.row.number for line in plan.refused] == [4]
    assert targets() == {"/a": "/offres/"}


def test_importing_twice_changes_nothing(now: dt.datetime) -> None:
    table = rows(("/a", "/offres/"), ("/b", "/offres/?q=infirmier"))
    services.import_rows(table, now)

    plan = services.import_rows(table, now)

    assert plan.count(Verdict.SAME) == 2
    assert Redirect.objects.count() == 2
    assert services.import_rows(rows(("/a", "/contact/")), now).count(Verdict.CHANGED) == 1
    assert targets()["/a"] == "/contact/"


def test_a_long_chain_is_walked_once(now: dt.datetime, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = 0

    def counted(address: str) -> str:
        nonlocal asked
        asked += 1
        return own_path(address)

    monkeypatch.setattr(importing, "own_path", counted)
    monkeypatch.setattr(steps, "own_path", counted)
    count = 5000
    pairs = [(f"/vieille-{one}", f"/vieille-{one + 1}") for one in range(count - 1)]
    table = rows(*pairs, (f"/vieille-{count - 1}", "/offres/"))
    # What is known already is made straight as well: the same chain, met from its other end.
    known = {f"/connue-{one}": f"/connue-{one - 1}" for one in range(1, count)}
    known["/connue-0"] = "/vieille-0"

    plan = importing.plan(table, addresses=Addresses.read(now), known=known)

    assert plan.refused == []
    assert set(plan.to_write.values()) == {"/offres/"}
    assert len(plan.to_write) == 2 * count
    assert asked <= 10 * count


def test_a_long_circle_is_walked_once(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = 0

    def counted(address: str) -> str:
        nonlocal asked
        asked += 1
        return own_path(address)

    monkeypatch.setattr(importing, "own_path", counted)
    monkeypatch.setattr(steps, "own_path", counted)
    known = {f"/a{one}": f"/a{(one + 1) % 5000}" for one in range(5000)} | {"/b": "/a7"}

    assert steps.straight(known, only=known) == {}
    assert asked <= 4 * 5000


def test_a_dry_run_writes_nothing(now: dt.datetime) -> None:
    assert services.plan_import(rows(("/a", "/offres/")), now).count(Verdict.CREATED) == 1
    assert Redirect.objects.count() == 0


def test_chains_made_by_hand_are_shortened_each_night_and_circles_left(now: dt.datetime) -> None:
    for old, new in (("/a", "/b"), ("/b", "/offres/"), ("/x", "/y"), ("/y", "/x")):
        Redirect.objects.create(old_path=old, redirect_link=new)

    assert services.straighten(now) == 1
    assert services.straighten(now) == 0
    # Where the end is a page, the redirection follows it.
    assert Redirect.objects.get(old_path="/a").redirect_page is not None
    assert Redirect.objects.get(old_path="/x").redirect_link == "/y"


FINAL = [
    ("/sante/aides", "/sante/aides/"),
    ("/actualites?page=1", "/actualites/?page=1"),
    ("/s-installer/referents?ou=Cahors#liste", "/s-installer/referents/?ou=Cahors#liste"),
    ("/actualites#haut", "/actualites/#haut"),
    ("/offres", "/offres/"),
    ("http://testserver/sante/aides", "/sante/aides/"),
    ("/en/sante/aides", "/en/sante/aides/"),
    ("/en/actualites?page=1", "/en/actualites/?page=1"),
    # Through another redirection: its end, with what was asked and the place in the page.
    ("/ancienne?page=1#b", "/actualites/?page=1#b"),
    ("/ancienne/#b", "/actualites/#b"),
    ("/ancienne-liste?id=3", "/offres/?q=soin"),
    ("/ancienne-aide", "/sante/aides/"),
    # What the site writes without a last slash stays so.
    ("/sitemap.xml", "/sitemap.xml"),
]


@pytest.fixture
def older() -> None:
    """Let former addresses be known already."""
    for old, new in (
        ("/ancienne", "/actualites/"),
        ("/ancienne-liste?id=3", "/offres/?q=soin"),
        ("/ancienne-aide", "/sante/aides"),
        ("/actualites", "/nulle-part/"),  # never used: the page answers
    ):
        Redirect.objects.create(old_path=old, redirect_link=new)


def one_step(old: str) -> str:
    """Ask for an old address as a browser does; return where it leads, where there is an answer."""
    response = Client().get(old)
    assert response.status_code == 301
    assert Client().get(response["Location"]).status_code == 200, response["Location"]
    return response["Location"].removeprefix("http://testserver")


@pytest.mark.usefixtures("older")
@pytest.mark.parametrize(("new", "end"), FINAL)
def test_a_typed_redirection_takes_one_step(cast: Cast, new: str, end: str) -> None:
    client = cast.client(cast.editor)

    done = client.post("/admin/adresses/ajouter/", {"old": "/audit-vieux", "new": new})

    assert done.status_code == 302
    assert one_step("/audit-vieux") == end


@pytest.mark.usefixtures("older")
def test_imported_redirections_take_one_step(cast: Cast) -> None:
    lines = "\n".join(f"/vieux-{number};{new}" for number, (new, _end) in enumerate(FINAL))

    cast.client(cast.editor).post(
        SCREEN, {"lines": f"ancienne;nouvelle\n{lines}", "act": "importer"}
    )

    found = [one_step(f"/vieux-{number}") for number in range(len(FINAL))]
    assert found == [end for _new, end in FINAL]


@pytest.mark.usefixtures("older")
def test_redirections_stored_before_take_one_step_after_the_night(now: dt.datetime) -> None:
    for number, (new, _end) in enumerate(FINAL):
        Redirect.objects.create(old_path=f"/vieux-{number}", redirect_link=new)

    services.straighten(now)

    found = [one_step(f"/vieux-{number}") for number in range(len(FINAL))]
    assert found == [end for _new, end in FINAL]
    assert services.straighten(now) == 0


def test_a_link_to_a_page_that_moved_is_mended_with_its_query(
    now: dt.datetime, django_capture_on_commit_callbacks
) -> None:
    article = make_article("Une soirée")
    services.import_rows(rows(("/vieux", f"{article.get_url().rstrip('/')}?de=lettre")), now)
    article.slug = "autre-adresse"
    with django_capture_on_commit_callbacks(execute=True):
        article.save_revision().publish()

    services.straighten(now)

    assert one_step("/vieux") == "/actualites/autre-adresse/?de=lettre"


def test_an_offer_is_given_its_own_name(now: dt.datetime) -> None:
    offer = make_offer(now)
    own = offer.get_absolute_url()
    services.import_rows(rows(("/vieux", f"/offres/autre-nom-{offer.pk}")), now)

    assert one_step("/vieux") == own


def test_an_address_too_long_with_its_slash_is_refused(now: dt.datetime) -> None:
    target = "/actualites?q=" + "x" * (255 - len("/actualites?q="))

    [line] = services.import_rows(rows(("/vieux", target)), now).lines

    assert line.verdict == Verdict.REFUSED
    Redirect.objects.create(old_path="/vieux", redirect_link=target)
    assert services.straighten(now) == 0


def test_a_redirection_to_another_site_is_left(now: dt.datetime) -> None:
    Redirect.objects.create(old_path="/vieux", redirect_link="https://ailleurs.example/page")

    assert services.straighten(now) == 0


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ancienne;nouvelle\n/a;/b\n\n/c;/d;remarque\n", [(2, "/a", "/b"), (4, "/c", "/d")]),
        ("Ancienne,Nouvelle\r\n/a,/b\r\n", [(2, "/a", "/b")]),
        ("ancienne\tnouvelle\n/a\t/b", [(2, "/a", "/b")]),
        ("ancienne;nouvelle\n/seule", [(2, "/seule", "")]),
        ("ancienne;nouvelle", []),
    ],
)
def test_tables_are_read_as_spreadsheets_write_them(
    text: str, expected: list[tuple[int, str, str]]
) -> None:
    assert read_table(text) == [Row(*one) for one in expected]


@pytest.mark.parametrize(
    "text", ["", "/a;/b", "a;b\n/a;/b", "\x00", "ancienne;nouvelle\n" + "/a;/b\n" * 6000]
)
def test_what_is_no_table_is_refused(text: str) -> None:
    with pytest.raises(UnreadableTable):
        read_table(text)


def test_files_saved_on_windows_are_read() -> None:
    assert decode("ancienne;été".encode("cp1252")) == "ancienne;été"
    assert decode(b"\xef\xbb\xbfancienne") == "ancienne"


def test_the_screen_checks_first_then_imports(cast: Cast) -> None:
    client = cast.client(cast.editor)
    table = "ancienne;nouvelle\n/a;/offres/\n/b;/nulle-part/\n"
    file = SimpleUploadedFile("adresses.csv", table.encode())

    checked = client.post(SCREEN, {"file": file, "act": "verifier"})

    assert checked.status_code == 200
    assert Redirect.objects.count() == 0
    page = checked.content.decode().replace("\u00a0", " ")
    assert "Nouvelles : 1. Modifiées : 0. Déjà connues : 0. Refusées : 1." in page
    # The lines may be corrected in the page.
    assert checked.context["form"].initial["lines"] == table
    partly = client.post(SCREEN, {"lines": table, "act": "importer"})
    assert partly.status_code == 200
    assert targets() == {"/a": "/offres/"}
    done = client.post(
        SCREEN, {"lines": table.replace("/nulle-part/", "/contact/"), "act": "importer"}
    )
    assert done["Location"] == "/admin/adresses/"
    assert targets()["/b"] == "/contact/"


def test_an_address_that_a_browser_reads_otherwise_is_refused_on_the_screen(cast: Cast) -> None:
    table = 'ancienne;nouvelle\n/a;"/\t/[x"\n/b;"/\t/evil.example/"\nhttps://ancien.example//[c;/offres/\n'

    response = cast.client(cast.editor).post(SCREEN, {"lines": table, "act": "importer"})

    assert response.status_code == 200
    page = response.content.decode().replace("\u00a0", " ")
    assert "Refusées : 2." in page
    assert Redirect.objects.count() == 1


@pytest.mark.parametrize("lines", ["", "n’importe quoi", "x" * 1_100_000])
def test_the_screen_explains_what_is_no_table(cast: Cast, lines: str) -> None:
    response = cast.client(cast.editor).post(SCREEN, {"lines": lines, "act": "importer"})

    assert response.status_code == 422


def test_one_redirection_is_made_from_the_list(cast: Cast, now: dt.datetime) -> None:
    services.add_misses({(now.date(), "/ancienne/"): 3})
    client = cast.client(cast.publisher)
    link = "/admin/adresses/ajouter/?ancienne=/ancienne/"
    assert link in client.get("/admin/adresses/").content.decode()
    assert 'value="/ancienne/"' in client.get(link).content.decode()

    refused = client.post("/admin/adresses/ajouter/", {"old": "/ancienne/", "new": "/nulle-part/"})
    assert refused.status_code == 422
    assert "Rien à cette adresse" in refused.content.decode()
    for new in ("/\t/[x", "/\t/evil.example/"):
        typed = {"old": "/ancienne/", "new": new}
        assert client.post("/admin/adresses/ajouter/", typed).status_code == 422, new
    done = client.post("/admin/adresses/ajouter/", {"old": "/ancienne/", "new": "/offres/"})

    assert done["Location"] == "/admin/adresses/"
    assert targets() == {"/ancienne": "/offres/"}
    assert MissedAddress.objects.count() == 0


def test_the_command_imports_and_tells_what_it_refuses(tmp_path: Path, capsys) -> None:
    file = tmp_path / "adresses.csv"
    file.write_text("ancienne;nouvelle\n/a;/offres/\n/b;/nulle-part/\n")

    call_command("import_redirects", file, "--dry-run")
    assert Redirect.objects.count() == 0
    with pytest.raises(CommandError):
        call_command("import_redirects", file)

    assert targets() == {"/a": "/offres/"}
    assert "/nulle-part/" not in targets().values()
    assert "3\tRefusée\t/b" in capsys.readouterr().out
    with pytest.raises(CommandError):
        call_command("import_redirects", tmp_path / "absent.csv")
