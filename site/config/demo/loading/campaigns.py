"""Load the campaign of the demonstration, its links, the messages received, old addresses and a computed figure."""

from __future__ import annotations

import datetime as dt
import io
import uuid

from django.core.files.images import ImageFile
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Locale, Site

from accounts.models import User
from config.demo import campaigns, posters
from config.demo.scenes import CREDIT, RIGHTS
from home.bootstrap import publish
from home.campaigns import services
from home.campaigns.models import CampaignIndexPage, CampaignLink, CampaignPage, CampaignVisit
from home.contact.models import ContactMessage, ContactSettings
from home.contact.states import ContactSubject
from home.redirection.importing import Row
from home.redirection.models import MissedAddress
from home.redirection.services import add_misses, import_rows
from home.translations import translate
from jobs.offers.querysets import paris_day
from ui.blocks.raw import Raw, block
from ui.models import KeyFigure, SiteImage

NAMESPACE = uuid.UUID("5b0a4d2c-3f0f-4a52-9d38-0a46c0ffee47")
POSTER_SIZE = (1200, 1600)
DAYS_LEFT = 60


def load_campaigns(now: dt.datetime) -> None:
    """Create what is missing, and bring the dates up to today."""
    today = paris_day(now)
    page = _load_page(today)
    _load_links(page, now)
    _load_mailboxes()
    _load_messages(now)
    _load_addresses(now)
    _load_figure()


def _load_mailboxes() -> None:
    """Give each subject a mailbox of its own, invented, where nobody gave any."""
    site = Site.objects.get(is_default_site=True)
    boxes, _created = ContactSettings.objects.get_or_create(site=site)
    if len(boxes.subjects_without_box) < len(ContactSubject):
        return
    for subject in ContactSubject:
        setattr(boxes, f"{subject.value.lower()}_email", campaigns.MAILBOXES[subject.value])
    boxes.save()


def _load_page(today: dt.date) -> CampaignPage:
    index = CampaignIndexPage.objects.get(locale__language_code="fr")
    found: CampaignPage | None = (
        CampaignPage.objects.child_of(index).filter(slug=campaigns.SLUG).first()
    )
    ends_on = today + dt.timedelta(days=DAYS_LEFT)
    if found is not None:
        CampaignPage.objects.filter(translation_key=found.translation_key).update(ends_on=ends_on)
        return found
    page: CampaignPage = index.add_child(
        instance=CampaignPage(
            locale=index.locale,
            title=campaigns.TITLE,
            slug=campaigns.SLUG,
            summary=campaigns.SUMMARY,
            starts_on=today - dt.timedelta(days=20),
            ends_on=ends_on,
            body=_body(),
        )
    )
    publish(page)
    translate(page, Locale.objects.get(language_code="en"), campaigns.ENGLISH)
    return page


def _body() -> list[Raw]:
    first, second = (
        block(
            "campaign_visual",
            {"image": _poster(poster).pk, "alt": poster.alt, "caption": poster.caption},
        )
        for poster in campaigns.POSTERS
    )
    offers = {
        "title": campaigns.OFFERS_TITLE, "family": "", "territory": "", "contract": "", "words": "", "number": 4,
    }  # fmt: skip
    introduction = block("prose", f"<p>{campaigns.INTRODUCTION}</p>")
    return [introduction, first, block("offers", offers), second]


def _poster(poster: campaigns.Poster) -> SiteImage:
    found: SiteImage | None = SiteImage.objects.filter(title=poster.name).first()
    if found is not None:
        return found
    drawing = io.BytesIO()
    posters.poster(
        scene=poster.scene, size=POSTER_SIZE, headline=poster.headline, line=poster.line
    ).save(drawing, "PNG")
    drawing.seek(0)
    image = SiteImage(
        title=poster.name,
        description=poster.alt,
        description_en=poster.alt_en,
        credit=CREDIT,
        rights=RIGHTS,
        file=ImageFile(drawing, name=f"{poster.scene}-affiche.png"),
    )
    image.save()
    return image


def _load_links(page: CampaignPage, now: dt.datetime) -> None:
    today = paris_day(now)
    for demo in campaigns.LINKS:
        if CampaignLink.objects.filter(code=demo.code).exists():
            continue
        link = services.create_link(
            page=page, code=demo.code, label=demo.label, channel=demo.channel, now=now
        )
        CampaignVisit.objects.bulk_create(
            CampaignVisit(
                link=link,
                day=today - dt.timedelta(days=age),
                count=number,
                messages=demo.messages if age == 1 else 0,
            )
            for age, number in enumerate(demo.visits, start=1)
        )


def _load_messages(now: dt.datetime) -> None:
    team = User.objects.get(email="moderation@demo.example")
    for demo in campaigns.MESSAGES:
        sent = now - dt.timedelta(days=demo.days_ago)
        first_name, _space, last_name = demo.first_name.partition(" ")
        handled = sent + dt.timedelta(days=1) if demo.answer else None
        ContactMessage.objects.get_or_create(
            creation_key=uuid.uuid5(NAMESPACE, demo.key),
            defaults={
                "subject": demo.subject,
                "first_name": first_name,
                "last_name": last_name,
                "email": demo.email,
                "message": demo.text,
                "language": demo.language,
                "created_at": sent,
                "handled_at": handled,
                "handled_by": team if handled else None,
                "answer": demo.answer,
            },
        )


def _load_addresses(now: dt.datetime) -> None:
    known = set(Redirect.objects.values_list("old_path", flat=True))
    rows = [
        Row(number, old, new)
        for number, (old, new) in enumerate(campaigns.REDIRECTS, start=2)
        if old not in known
    ]
    import_rows(rows, now)
    if not MissedAddress.objects.exists():
        add_misses({(paris_day(now), path): number for path, number in campaigns.MISSED})


def _load_figure() -> None:
    words = campaigns.FIGURE
    french, english = (Locale.objects.get(language_code=code) for code in ("fr", "en"))
    if KeyFigure.objects.filter(query=words["query"]).exists():
        return
    figure = KeyFigure(locale=french, label=words["label"], query=words["query"])
    figure.full_clean()
    figure.save()
    translated = figure.copy_for_translation(english)
    translated.label, translated.source = words["label_en"], words["source_en"]
    translated.definition = words["definition_en"]
    translated.save()
