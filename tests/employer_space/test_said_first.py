"""What is heard first of a page: its title, its heading, what takes the focus; and how its links name their subject."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.utils import translation
from django.utils.translation import gettext, ngettext

from jobs.offers.states import OfferState
from tests.cast import Cast
from tests.employer_space.reading import address, as_sent, fresh
from tests.factories import edit_offer, make_member, make_offer, make_user
from tests.references import broken_references, repeated_ids

HOME = "/espace-employeur/"


@pytest.fixture
def offer(cast: Cast, now):
    cast.nurse_manager  # noqa: B018 - called on stage
    return make_offer(now, employer=cast.hospital, state=OfferState.DRAFT)


@pytest.fixture
def client(cast: Cast):
    return cast.client(cast.nurse_manager)


def french(message: str, plural: str = "", number: int = 1, **values: Any) -> str:
    """Return a message of the programme as the page says it."""
    with translation.override("fr"):
        text = ngettext(message, plural, number) if plural else gettext(message)
        return (text % ({"number": number} | values)).replace("\u00a0", " ")


def part(response: Any, start: str, end: str) -> str:
    """Return what stands between two marks of a page, ordinary spaces between words."""
    html = response.content.decode().replace("\u00a0", " ")
    return html.split(start, 1)[1].split(end, 1)[0].strip()


def title(response: Any) -> str:
    return part(response, "<title>", "</title>")


def test_each_step_has_its_own_title_and_heading(client, offer) -> None:
    pages = [client.get(address(offer, step)) for step in ("poste", "conditions", "description", "candidature")]  # fmt: skip
    headings = [
        re.search(r"<h1[^>]*>(.*?)</h1>", page.content.decode(), re.DOTALL) for page in pages
    ]
    assert len({title(page) for page in pages}) == 4
    assert len({found and found[1] for found in headings}) == 4
    assert "candidature" in title(pages[3])


def test_a_conflict_is_an_error_in_the_title_and_takes_the_focus(client, cast, offer, now) -> None:
    colleague = make_member(cast.hospital, now, user=make_user(first_name="Paul"))
    page = address(offer, "poste")
    mine = as_sent(client.get(page)) | {"title": "Titre de la seconde"}
    edit_offer(offer, colleague.user, now, title="Titre du premier")
    response = client.post(page, mine)
    assert response.status_code == 409
    assert title(response).startswith(french("Error:"))
    main = part(response, '<main id="contenu"', "</main>")
    notice = main[: main.index("<h1")]
    assert 'tabindex="-1"' in notice
    assert "data-error-summary" in notice
    assert "js/error-summary.js" in response.content.decode()
    assert broken_references(main) == repeated_ids(main) == []


def test_a_version_that_has_moved_is_an_error_in_the_title_and_takes_the_focus(
    client, cast, offer, now
) -> None:
    read = fresh(offer).latest_revision_id
    edit_offer(offer, cast.nurse_manager.user, now, title="Titre du premier")
    response = client.post(address(offer, "envoyer"), {"revision": str(read)})
    assert title(response).startswith(french("Error:"))
    main = part(response, '<main id="contenu"', "</main>")
    assert main.index("data-error-summary") < main.index("<h1")


def test_the_check_says_in_its_title_that_answers_are_missing(client, offer, cast, now) -> None:
    assert "–" not in title(client.get(address(offer, "verifier"))).removesuffix("– Oh My Lot !")
    edit_offer(offer, cast.nurse_manager.user, now, apply_email="", apply_url="", apply_phone="")
    page = client.get(address(offer, "verifier"))
    number = len(page.context["missing"])
    assert number
    words = french("one answer is missing", "%(number)s answers are missing", number)
    assert words in title(page)


def test_a_missing_answer_leads_to_the_first_of_the_choices(client, offer, cast, now) -> None:
    edit_offer(offer, cast.nurse_manager.user, now, contract_type="")
    missing = client.get(address(offer, "verifier")).context["missing"]
    (url,) = {one.url for one in missing if "#id_contract_type" in one.url}
    assert f'id="{url.split("#")[1]}"' in client.get(url.split("#")[0]).content.decode()
    assert url.endswith("#id_contract_type_0")


def test_the_three_ways_to_apply_answer_one_question(client, offer) -> None:
    page = client.get(address(offer, "candidature"))
    group = part(page, '<fieldset class="field-group" aria-describedby="ways_group_hint">', "</fieldset>")  # fmt: skip
    assert "<legend>" in group
    assert re.findall(r'name="(\w+)"', group) == ["apply_email", "apply_url", "apply_phone"]
    assert broken_references(part(page, "<main", "</main>")) == []


def test_nobody_s_own_details_are_proposed_for_what_is_not_theirs(client, offer) -> None:
    for step, names in {"candidature": "apply_email apply_url apply_phone contact_name", "poste": "address"}.items():  # fmt: skip
        page = client.get(address(offer, step)).content.decode()
        for name in names.split():
            tag = re.search(rf'<input[^>]*name="{name}"[^>]*>', page)
            assert tag, name
            assert 'autocomplete="off"' in tag[0], name


def test_what_was_done_begins_the_title_and_can_take_the_focus(client, offer) -> None:
    sent = as_sent(client.get(address(offer, "poste"))) | {"title": "Titre nouveau", "later": "1"}
    page = client.post(address(offer, "poste"), sent, follow=True)
    message = re.search(r"data-message>.*?<span>(.*?)</span>", page.content.decode(), re.DOTALL)
    assert message
    assert title(page).startswith(message[1].replace("\u00a0", " ").removesuffix(".") + " – ")
    assert "js/messages.js" in page.content.decode()
    assert "js/messages.js" not in client.get(address(offer)).content.decode()


def test_the_preview_has_a_way_back(client, offer) -> None:
    page = part(client.get(address(offer, "apercu")), "<main", "</main>")
    assert f'href="{address(offer)}"' in page[: page.index("<h1")]


def test_each_tab_of_the_dashboard_has_its_own_title(client, offer) -> None:
    tabs = ("en-ligne", "a-traiter", "archivees")
    assert len({title(client.get(f"{HOME}?onglet={tab}")) for tab in tabs}) == 3


def test_acts_and_copies_name_their_offer(client, offer) -> None:
    name = offer.lifecycle.working_title
    acts = part(client.get(address(offer)), '<ul class="space-buttons">', "</ul>")
    assert acts.count("<li>") == acts.count(f'<span class="visually-hidden"> {name}</span>') > 0
    former = part(client.get(f"{HOME}offres/nouvelle/"), '<ul class="space-former">', "</ul>")
    assert f'<span class="visually-hidden">{french("Duplicate")} – </span>{name}' in former
