"""What an employer does in the browser, with JavaScript or without."""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Page, expect
from stdnum import luhn

from tests.journeys import words
from tests.journeys.mailbox import Mailbox, link_in
from tests.journeys.reading import field, press

PASSWORD = "les noyers poussent au bord du Célé"
# Robots answer at once; people take longer than the three seconds that the form asks for.
READING_TIME = 3200


@dataclass(frozen=True, slots=True)
class Recruiter:
    """Someone who signs an establishment up."""

    email: str
    establishment: str
    siren_base: str

    @property
    def siret(self) -> str:
        """Return a number whose two check figures are right."""
        siren = self.siren_base + luhn.calc_check_digit(self.siren_base)
        base = f"{siren}0001"
        return base + luhn.calc_check_digit(base)


@dataclass(frozen=True, slots=True)
class Offer:
    """What is typed in the four steps."""

    title: str
    words_without_accent: str
    commune: str = "Figeac"
    lowest_pay: str = "1 950"
    highest_pay: str = "2 200"


JOB = (
    "Dans un atelier de quatre personnes, vous préparez les pièces du lendemain, tenez le poste du matin"
    " et recevez les livraisons.\n\nVotre semaine :\n\n- deux matins avec l’équipe\n- trois jours à l’établi"
    "\n\nVous travaillez avec **deux collègues** qui connaissent bien le métier et le transmettent volontiers."
)


def sign_up(page: Page, recruiter: Recruiter, mailbox: Mailbox) -> None:
    """Prove an address, then answer the three steps of the sign-up."""
    prove_address(page, recruiter, mailbox)
    for answer in SIGN_UP_STEPS:
        answer(page, recruiter)
    expect(page.get_by_role("heading", level=1, name=words.REQUEST_SENT)).to_be_visible()


def prove_address(page: Page, recruiter: Recruiter, mailbox: Mailbox) -> None:
    """Ask for the mail, follow its link, press its button."""
    page.goto("/espace-employeur/")
    page.get_by_role("link", name=words.SIGN_UP).first.click()
    field(page, words.PROFESSIONAL_EMAIL).fill(recruiter.email)
    page.wait_for_timeout(READING_TIME)
    press(page, words.SEND_LINK)
    page.goto(link_in(mailbox.wait_for(recruiter.email), holding="/confirmer/"))
    press(page, words.CONFIRM_ADDRESS)


def describe_establishment(page: Page, recruiter: Recruiter) -> None:
    """Say where one recruits."""
    field(page, words.SIRET).fill(recruiter.siret)
    field(page, words.ESTABLISHMENT).fill(recruiter.establishment)
    field(page, words.KIND).select_option(index=1)
    field(page, words.ADDRESS).fill("3 place de la Halle")
    field(page, words.POSTCODE).fill("46100")
    field(page, words.COMMUNE).fill("Figeac")
    press(page, words.CONTINUE)


def say_who_one_is(page: Page, _recruiter: Recruiter) -> None:
    """Give a name, a position, a telephone and a password."""
    field(page, words.FIRST_NAME).fill("Camille")
    field(page, words.LAST_NAME).fill("Delpech")
    field(page, words.POSITION).fill("Responsable de l’atelier")
    field(page, words.TELEPHONE).fill("05 65 00 00 01")
    field(page, words.NEW_PASSWORD).fill(PASSWORD)
    press(page, words.CONTINUE)


def accept_charter(page: Page, _recruiter: Recruiter) -> None:
    """Tick both boxes and send."""
    field(page, words.CHARTER).check()
    field(page, words.ENTITLED).check()
    press(page, words.SEND_REQUEST)


SIGN_UP_STEPS = (describe_establishment, say_who_one_is, accept_charter)


def find_kit_closed(page: Page) -> None:
    """See that the kit waits for the verification."""
    answer = page.goto("/espace-employeur/kit/")
    assert answer is not None
    assert answer.status == 403
    expect(page.get_by_role("heading", level=1, name=words.KIT)).to_be_visible()
    expect(page.get_by_role("link", name=words.DOWNLOAD)).to_have_count(0)


def download_kit(page: Page, folder: Path) -> None:
    """Take one file, then all of them: the archive holds the very same bytes."""
    page.goto("/espace-employeur/kit/")
    links = page.get_by_role("main").get_by_role("link", name=words.DOWNLOAD)
    with page.expect_download() as one:
        links.filter(has_not_text="ZIP").first.click()
    name = one.value.suggested_filename
    one.value.save_as(folder / "one")
    content = (folder / "one").read_bytes()

    with page.expect_download() as everything:
        page.get_by_role("link", name=words.DOWNLOAD_ALL).click()
    everything.value.save_as(folder / "all.zip")
    with zipfile.ZipFile(io.BytesIO((folder / "all.zip").read_bytes())) as archive:
        assert archive.testzip() is None
        assert len(archive.namelist()) > 1
        assert archive.read(name) == content


def write_offer(page: Page, offer: Offer, recruiter: Recruiter) -> None:
    """Answer the four steps, read everything back, and send."""
    start_offer(page)
    for answer in OFFER_STEPS:
        answer(page, offer, recruiter)
        press(page, words.SAVE_AND_CONTINUE)
    expect(page.get_by_role("heading", level=1, name=words.CHECK_AND_SEND)).to_be_visible()
    expect(page.get_by_role("main")).to_contain_text(offer.title)
    expect(page.get_by_role("main")).to_contain_text(words.REPLY_WITHIN)
    press(page, words.SEND_FOR_REVIEW)
    expect(page.get_by_role("heading", level=1, name=words.OFFER_SENT)).to_be_visible()


def start_offer(page: Page) -> None:
    """Open the first step, from the dashboard."""
    page.goto("/espace-employeur/")
    page.get_by_role("main").get_by_role("link", name=words.POST_OFFER).first.click()
    page.get_by_role("link", name=words.START, exact=True).click()


def answer_job(page: Page, offer: Offer, _recruiter: Recruiter) -> None:
    """Name the job and its place."""
    field(page, words.TITLE).fill(offer.title)
    field(page, words.FAMILY).select_option(index=2)
    field(page, words.WORKPLACE).fill(offer.commune)


def answer_conditions(page: Page, offer: Offer, _recruiter: Recruiter) -> None:
    """Choose the contract, the time, the pay and the start."""
    page.get_by_role("radio", name=words.PERMANENT, exact=True).check()
    page.get_by_role("radio", name=words.FULL_TIME, exact=True).check()
    field(page, words.LOWEST_PAY).fill(offer.lowest_pay)
    field(page, words.HIGHEST_PAY).fill(offer.highest_pay)
    field(page, words.AS_SOON_AS_POSSIBLE).check()


def answer_description(page: Page, _offer: Offer, _recruiter: Recruiter) -> None:
    """Describe the job and the profile."""
    field(page, words.JOB).fill(JOB)
    field(page, words.PROFILE).fill(
        "Vous aimez le travail de la main et l’ordre. Le métier s’apprend ici."
    )
    page.get_by_role("radio", name=words.NO_EXPERIENCE, exact=True).check()


def answer_application(page: Page, _offer: Offer, recruiter: Recruiter) -> None:
    """Say how candidates write, and when they are answered."""
    field(page, words.BY_EMAIL).fill(recruiter.email)
    page.get_by_role("radio", name=words.REPLY_WITHIN).check()


OFFER_STEPS = (answer_job, answer_conditions, answer_description, answer_application)


def correct_offer(page: Page, *, reason: str, note: str, title: str, new_title: str) -> None:
    """Read the team's words, above the form and at the field, change the answer and send again."""
    page.goto("/espace-employeur/")
    page.get_by_role("main").get_by_role("link", name=words.CORRECT_OFFER).first.click()
    expect(page.get_by_role("main")).to_contain_text(words.CORRECTION_ASKED)
    expect(page.get_by_role("main")).to_contain_text(reason)
    expect(page.locator(".quoted-note")).to_contain_text(note)
    expect(field(page, words.TITLE)).to_have_value(title)
    field(page, words.TITLE).fill(new_title)
    for _step in range(4):
        press(page, words.SAVE_AND_CONTINUE)
    press(page, words.SEND_AGAIN)
    expect(page.get_by_role("heading", level=1, name=words.OFFER_SENT)).to_be_visible()
