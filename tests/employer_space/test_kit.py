"""The communication kit: for members of verified employers only, counted, never at a guessable address."""

from __future__ import annotations

import datetime as dt
import io
import uuid
import zipfile
from typing import Any

import pytest
from django.contrib.auth.models import Permission
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.test import Client
from wagtail.models import Collection

from employer_space.kit.archive import stream_zip, unique_names
from employer_space.kit.models import KitDownload, KitItem, KitVersion
from employer_space.kit.setup import ensure_kit_collection, ensure_previews_collection
from jobs.employers.services import restore_employer, suspend_employer
from jobs.employers.states import MembershipStatus
from tests.cast import Cast
from tests.employer_space.reading import words
from tests.factories import make_image, make_user
from ui.models import SiteDocument

KIT = "/espace-employeur/kit/"
ARCHIVE = f"{KIT}tout.zip"


def make_document(name: str, content: bytes, *, collection: Collection | None = None) -> Any:
    document = SiteDocument(
        title=name, collection=collection or ensure_kit_collection(), licence="CC BY 4.0"
    )
    document.file.save(name, ContentFile(content), save=False)
    document.save()
    return document


def make_item(
    title: str = "Affiche A3",
    *,
    name: str = "affiche.pdf",
    content: bytes = b"%PDF-1.7 un",
    **fields: Any,
) -> KitItem:
    item = KitItem.objects.create(title=title, category=fields.pop("category", "POSTERS"), **fields)
    add_version(item, name, content, "1", dt.date(2026, 1, 5))
    return item


def add_version(item: KitItem, name: str, content: bytes, label: str, day: dt.date) -> KitVersion:
    return KitVersion.objects.create(
        item=item, document=make_document(name, content), label=label, published_on=day
    )


def body(response: Any) -> bytes:
    return b"".join(response.streaming_content)


def pages_of(item: KitItem) -> tuple[str, ...]:
    return KIT, f"{KIT}{item.public_id}/", ARCHIVE


def codes(client: Client, item: KitItem) -> list[int]:
    return [client.get(page).status_code for page in pages_of(item)]


# --- Who ------------------------------------------------------------------------------------------------------------


def test_a_visitor_is_asked_to_sign_in(cast: Cast) -> None:
    item = make_item()
    for page in pages_of(item):
        response = cast.client().get(page)
        assert response.status_code == 302
        assert response.headers["Location"].startswith("/compte/connexion/?next=")


def test_an_employer_waiting_for_verification_is_refused_and_told_why(cast: Cast) -> None:
    item = make_item()
    client = cast.client(cast.newcomer)
    assert codes(client, item) == [403, 403, 403]
    assert "Le kit est réservé aux membres du réseau." in words(client.get(KIT))
    assert "Affiche A3" not in words(client.get(KIT))
    assert KitDownload.objects.count() == 0


def test_a_removed_member_is_refused_on_the_next_request(cast: Cast) -> None:
    item = make_item()
    client = cast.client(cast.nurse_manager)
    assert codes(client, item) == [200, 200, 200]
    cast.hospital.memberships.update(status=MembershipStatus.REMOVED)
    assert codes(client, item) == [403, 403, 403]


def test_a_suspended_employer_is_refused_on_the_next_request_and_comes_back_with_its_account(
    cast: Cast, now
) -> None:
    item = make_item()
    client = cast.client(cast.nurse_manager)
    suspend_employer(
        employer=cast.hospital, by=cast.moderator, reason="Un signalement à vérifier.", now=now
    )
    assert codes(client, item) == [403, 403, 403]
    restore_employer(employer=cast.hospital, by=cast.moderator, now=now)
    assert codes(client, item) == [200, 200, 200]


def test_a_person_without_employer_is_refused(cast: Cast) -> None:
    assert codes(cast.client(cast.editor), make_item()) == [403, 403, 403]


# --- What -----------------------------------------------------------------------------------------------------------


def test_the_page_shows_each_shelf_with_the_facts_of_each_file(cast: Cast) -> None:
    make_item()
    make_item("Texte de publication", name="texte.docx", category="TEXTS")
    make_item("Retiré", is_active=False)
    text = words(cast.client(cast.nurse_manager).get(KIT))
    assert "Affiches et imprimés Affiche A3" in text
    assert "PDF, 1 ko" in text
    # The link alone says what it gives, in which format and of what weight.
    assert "Télécharger Affiche A3 (PDF, 1 ko)" in text
    assert "5 janvier 2026" in text
    assert "CC BY 4.0" in text
    assert "Texte de publication" in text
    assert "Retiré" not in text


def test_a_preview_is_shown_beside_its_own_file_only(cast: Cast) -> None:
    make_item(preview=make_image(), position=1)
    make_item("Sans aperçu", name="sans.pdf", position=2)
    page = cast.client(cast.nurse_manager).get(KIT).content.decode()
    assert page.count('loading="lazy"') == 1


def test_the_number_of_queries_does_not_follow_the_number_of_files(
    cast: Cast, django_assert_max_num_queries
) -> None:
    for number in range(12):
        make_item(f"Affiche {number}", name=f"affiche-{number}.pdf")
    client = cast.client(cast.nurse_manager)
    client.get(KIT)
    with django_assert_max_num_queries(20):
        client.get(KIT)


def test_an_empty_kit_says_so_and_has_no_archive(cast: Cast) -> None:
    client = cast.client(cast.nurse_manager)
    page = client.get(KIT)
    assert "Le kit est en préparation." in words(page)
    assert "tout.zip" not in page.content.decode()
    assert client.get(ARCHIVE).status_code == 404


def test_the_latest_version_is_downloaded_and_counted_for_the_employer(cast: Cast) -> None:
    item = make_item()
    add_version(item, "affiche-2.pdf", b"%PDF-1.7 deux", "2", dt.date(2026, 3, 1))
    response = cast.client(cast.nurse_manager).get(f"{KIT}{item.public_id}/")
    assert body(response) == b"%PDF-1.7 deux"
    assert response.headers["Content-Type"] == "application/pdf"
    assert response.headers["Content-Disposition"].startswith("attachment;")
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert "no-store" in response.headers["Cache-Control"]
    row = KitDownload.objects.get()
    assert (row.employer, row.item, row.version_label, row.user) == (
        cast.hospital, item, "2", cast.nurse_manager.user,
    )  # fmt: skip


def test_asking_only_for_the_headers_counts_nothing(cast: Cast) -> None:
    item = make_item()
    client = cast.client(cast.nurse_manager)
    for page in pages_of(item):
        assert client.head(page).status_code == 200
        assert client.post(page).status_code == 405
    assert KitDownload.objects.count() == 0


def test_a_withdrawn_or_unknown_piece_is_not_found(cast: Cast) -> None:
    client = cast.client(cast.nurse_manager)
    for public_id in (make_item(is_active=False).public_id, uuid.uuid4()):
        assert client.get(f"{KIT}{public_id}/").status_code == 404
    assert client.get(f"{KIT}1/").status_code == 404


def test_the_archive_is_streamed_valid_and_counts_each_piece(cast: Cast) -> None:
    make_item(content=b"un")
    make_item("Autre affiche", content=b"deux" * 50_000)
    response = cast.client(cast.nurse_manager).get(ARCHIVE)
    assert response.streaming is True
    assert "kit-oh-my-lot.zip" in response.headers["Content-Disposition"]
    with zipfile.ZipFile(io.BytesIO(body(response))) as archive:
        assert archive.testzip() is None
        assert sorted(len(archive.read(name)) for name in archive.namelist()) == [2, 200_000]
        assert len(set(archive.namelist())) == 2
    assert KitDownload.objects.filter(employer=cast.hospital).count() == 2


def test_a_missing_file_is_not_found_and_does_not_break_the_archive(cast: Cast) -> None:
    lost, kept = make_item(), make_item("Gardée", name="gardee.pdf", content=b"gardee")
    document = lost.versions.get().document
    document.file.storage.delete(document.file.name)
    client = cast.client(cast.nurse_manager)
    assert client.get(KIT).status_code == 200
    assert client.get(f"{KIT}{lost.public_id}/").status_code == 404
    with zipfile.ZipFile(io.BytesIO(body(client.get(ARCHIVE)))) as archive:
        assert archive.namelist() == [kept.versions.get().document.filename]
    assert [row.item for row in KitDownload.objects.all()] == [kept]


def test_names_in_the_archive_are_unique_and_never_a_path() -> None:
    names = unique_names(["a.pdf", "A.pdf", "../../etc/passwd", "dossier\\b.png", ""])
    assert names == ["a.pdf", "A-2.pdf", "passwd", "b.png", "fichier"]
    taken = unique_names(["a.pdf", "a-2.pdf", "a.pdf"])
    assert len({name.lower() for name in taken}) == 3


def test_the_archive_is_given_in_small_pieces() -> None:
    pieces = list(stream_zip([("gros.bin", io.BytesIO(b"x" * 1_000_000))]))
    assert max(len(piece) for piece in pieces) < 200_000


# --- No other door --------------------------------------------------------------------------------------------------


def test_the_address_of_the_document_serves_nothing_to_employers_nor_visitors(cast: Cast) -> None:
    document = make_item().versions.get().document
    for who in (None, cast.nurse_manager, cast.newcomer):
        response = cast.client(who).get(f"/documents/{document.pk}/{document.filename}")
        assert response.status_code in (302, 403, 404)
        assert not getattr(response, "streaming", False)
        again = cast.client(who).get(
            document.url, headers={"If-None-Match": f'"{document.file_hash}"'}
        )
        assert again.status_code in (302, 403, 404)
    assert cast.client().get(f"/media/{document.file.name}").status_code == 404


def test_a_version_takes_its_file_from_the_private_collection(cast: Cast) -> None:
    outside = make_document("public.pdf", b"x", collection=Collection.get_first_root_node())
    version = KitVersion(
        item=make_item(), document=outside, label="3", published_on=dt.date(2026, 3, 1)
    )
    with pytest.raises(ValidationError, match="Kit de communication"):
        version.clean()


def test_a_file_of_the_kit_does_not_leave_the_private_collection(cast: Cast) -> None:
    document = make_item().current.document
    public = Collection.get_first_root_node().add_child(name="Pour tous")
    client = cast.client(cast.editor)
    fields = {"title": "Affiche", "collection": public.pk}

    page = client.post(f"/admin/documents/edit/{document.pk}/", fields)
    bulk = client.post(
        f"/admin/bulk/ui/sitedocument/add_to_collection/?id={document.pk}&next=/admin/documents/",
        {"collection": public.pk},
        follow=True,
    )

    assert "il reste dans la collection privée" in page.content.decode()
    assert "il reste dans la collection privée" in bulk.content.decode()
    document.refresh_from_db()
    assert document.collection == ensure_kit_collection()
    loose = make_document("autre.pdf", b"%PDF-1.7 trois")
    client.post(f"/admin/documents/edit/{loose.pk}/", fields)
    loose.refresh_from_db()
    assert loose.collection == public


def test_the_previews_of_the_kit_stand_after_the_photographs(cast: Cast) -> None:
    photograph = make_image(title="La halle")
    preview = make_image(title="Kit – Affiche")
    preview.collection = ensure_previews_collection()
    preview.save()
    chooser = "/admin/images/chooser/results/"

    page = cast.client(cast.editor).get(chooser).content.decode()

    assert photograph.created_at <= preview.created_at
    assert page.index("La halle") < page.index("Kit – Affiche")


# --- For the team ---------------------------------------------------------------------------------------------------

REPORT = "/admin/reports/kit/"


def test_the_team_sees_downloads_per_employer_and_piece_and_exports_them(cast: Cast) -> None:
    item = make_item()
    cast.hospital.name = "=HYPERLINK(1)"
    cast.hospital.save()
    client = cast.client(cast.nurse_manager)
    for _turn in range(3):
        body(client.get(f"{KIT}{item.public_id}/"))
    for who in (cast.editor, cast.moderator, cast.administrator):
        page = cast.client(who).get(REPORT)
        assert page.status_code == 200
        assert "Affiche A3" in words(page)
        assert re_count(page) == 3
    sheet = b"".join(
        cast.client(cast.editor).get(f"{REPORT}?export=csv").streaming_content
    ).decode()
    assert "Affiche A3,3," in sheet
    assert "\n'=HYPERLINK(1)," in sheet
    assert cast.client(cast.editor).get(f"{REPORT}?export=xlsx").status_code == 200


def re_count(page: Any) -> int:
    return page.context["object_list"][0]["count"]


def test_employers_never_reach_the_report(cast: Cast) -> None:
    assert cast.client(cast.nurse_manager).get(REPORT).status_code in (302, 403)
    assert cast.client().get(REPORT).status_code == 302


def test_the_admin_alone_does_not_open_the_report(cast: Cast) -> None:
    someone = make_user(is_staff=True)
    someone.user_permissions.add(Permission.objects.get(codename="access_admin"))
    assert cast.client(someone).get("/admin/").status_code == 200
    assert cast.client(someone).get(REPORT).status_code == 302


def test_the_file_and_its_counts_survive_the_departure_of_the_person(cast: Cast) -> None:
    item = make_item()
    client = cast.client(cast.nurse_manager)
    body(client.get(f"{KIT}{item.public_id}/"))
    cast.nurse_manager.user.delete()
    assert KitDownload.objects.get().user is None
