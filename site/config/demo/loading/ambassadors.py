"""Load the demonstration of the ambassadors: portraits in both languages, people in each state, goods."""

from __future__ import annotations

import datetime as dt
import uuid
from typing import Any

from wagtail.models import Locale

from accounts.models import User
from config.demo import ambassadors as demo
from home.ambassadors import services
from home.ambassadors.models import Ambassador, AmbassadorIndexPage, Good, Letter, PortraitPage
from home.ambassadors.states import AmbassadorAct, AmbassadorStatus
from home.translations import translate
from territory.models import Territory
from ui.blocks.raw import block
from ui.models import SiteImage

from .portraits import load_portrait

# Requests bear numbers of ours, so that a second run finds them.
NAMESPACE = uuid.UUID("5f0b2f0e-0000-4000-8000-000000000017")
ADDRESS = "Démo Ambassade\n1 rue de l’Exemple\n46000 Cahors"


def load_ambassadors(images: dict[str, SiteImage], now: dt.datetime) -> None:
    """Create what is missing; safe to run again."""
    pages = load_portraits(images)
    moderator = User.objects.get(email="moderation@demo.example")
    for member in demo.MEMBERS:
        load_member(member, pages, moderator, now)
    load_goods(moderator, now)
    load_letter(moderator, now)


def load_portraits(images: dict[str, SiteImage]) -> dict[str, PortraitPage]:
    """Publish the portraits that are missing, the first ones last; returns the French ones by name."""
    french = AmbassadorIndexPage.objects.get(locale__language_code="fr")
    english = Locale.objects.get(language_code="en")
    known = {page.title: page for page in PortraitPage.objects.child_of(french)}
    slugs = {territory.slug: territory for territory in Territory.objects.all()}
    for portrait in reversed(demo.PORTRAITS):
        if portrait.name in known:
            continue
        page = _page(portrait, images, slugs)
        french.add_child(instance=page)
        page.save_revision().publish(skip_permission_checks=True)
        page.refresh_from_db()
        translate(page, english, _english(portrait))
        known[portrait.name] = page
    return known


def _page(
    portrait: demo.Portrait, images: dict[str, SiteImage], territories: dict[str, Any]
) -> PortraitPage:
    return PortraitPage(
        title=portrait.name,
        summary=portrait.summary[0],
        place=portrait.place,
        territory=territories.get(portrait.territory),
        theme=portrait.themes[0],
        second_theme=portrait.themes[1] if len(portrait.themes) > 1 else "",
        quote=portrait.quote[0],
        photo=load_portrait(portrait.name, demo.FIRST_DRAWING + demo.PORTRAITS.index(portrait)),
        social_image=images.get(portrait.image),
        is_fictional=True,
        body=[block("prose", f"<p>{portrait.story[0]}</p>")],
    )


def _english(portrait: demo.Portrait) -> dict[str, str]:
    return {
        portrait.name: portrait.name,
        portrait.place: portrait.place_en or portrait.place,
        **dict((portrait.summary, portrait.quote, portrait.story)),
    }


def load_member(
    member: demo.Member, pages: dict[str, PortraitPage], by: User, now: dt.datetime
) -> None:
    """Make somebody ask, then bring their request to where it stands."""
    key = uuid.uuid5(NAMESPACE, member.first_name)
    if Ambassador.objects.filter(key=key).exists():
        return
    at = now - dt.timedelta(days=member.days)
    person = services.ask_to_join(application=_application(member), key=key, now=at)
    if person is None:
        return
    if not member.is_confirmed:
        return
    person = services.confirm_address(person=person, now=at)
    after = at + dt.timedelta(days=min(2, member.days))
    decide: dict[str, Any] = {"person": person, "version": 1, "by": by, "now": after}
    if member.end == AmbassadorStatus.MORE_ASKED:
        services.decide(**decide, act=AmbassadorAct.ASK, reason=demo.QUESTION)
    elif member.end == AmbassadorStatus.REFUSED:
        services.decide(**decide, act=AmbassadorAct.REFUSE, reason=demo.REFUSAL)
    elif member.end in (AmbassadorStatus.MEMBER, AmbassadorStatus.LEFT):
        person = services.decide(**decide, act=AmbassadorAct.ACCEPT)
        if member.portrait:
            services.link_portrait(person=person, portrait=pages[member.portrait], by=by, now=after)
        if member.end == AmbassadorStatus.LEFT:
            services.leave(person=person, now=now - dt.timedelta(days=20))


def _application(member: demo.Member) -> services.Application:
    word = member.first_name.lower().translate(str.maketrans("éèëïâ", "eeeia"))
    return services.Application(
        first_name=member.first_name,
        last_name="Démo",
        email=f"{word}.ambassade@demo.example",
        place=member.place,
        activity=member.activity,
        reason=member.reason,
        helps=member.helps,
        social_url="",
        language=member.language,
        wants_letters=True,
        agrees_to_publication=bool(member.portrait),
    )


def load_goods(by: User, now: dt.datetime) -> None:
    """Create the goods, with a request to send, one sent and one refused."""
    if Good.objects.exists():
        return
    things = [
        Good.objects.create(
            name=one.name,
            name_en=one.name_en,
            description=one.description,
            description_en=one.description_en,
            stock=one.stock,
            max_per_request=one.most,
        )
        for one in demo.GOODS
    ]
    members = list(Ambassador.objects.members().order_by("pk")[:3])
    asked = [
        services.ask_for_good(
            person=person, good=good, quantity=1, address=ADDRESS, key=uuid.uuid4(),
            now=now - dt.timedelta(days=days),
        )
        for person, good, days in zip(members, (things[1], things[0], things[1]), (1, 20, 40), strict=True)
    ]  # fmt: skip
    services.send_good(asked=asked[1], by=by, now=now - dt.timedelta(days=18))
    reason = "Nous n’avons plus cette taille : redemandez un t-shirt le mois prochain."
    services.refuse_good(asked=asked[2], by=by, reason=reason, now=now - dt.timedelta(days=38))


def load_letter(by: User, now: dt.datetime) -> None:
    """Write one letter to the members."""
    if Letter.objects.exists():
        return
    members = Ambassador.objects.members()
    subject, text = demo.LETTER
    services.send_letter(
        people=members,
        subject=subject,
        text=text,
        choice="tous les membres",
        expected=services.recipients_of(members).count(),
        key=uuid.uuid5(NAMESPACE, "letter"),
        by=by,
        now=now - dt.timedelta(days=15),
    )
