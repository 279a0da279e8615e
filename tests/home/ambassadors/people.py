"""People and portraits of these tests, made through the services."""

from __future__ import annotations

import datetime as dt
import io
import itertools
import uuid
from typing import Any

import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from PIL import Image

from home.ambassadors import services
from home.ambassadors.links import Door, token_of
from home.ambassadors.models import Ambassador, AmbassadorIndexPage, Good, PortraitPage
from home.ambassadors.photos import Photo
from home.ambassadors.states import AmbassadorAct, HelpKind
from mailing.models import OutgoingMail

JOIN = "/ambassadeurs/devenir/"
_numbers = itertools.count(1)


def make_portrait(
    title: str = "Camille Essai", *, live: bool = True, **fields: Any
) -> PortraitPage:
    """Make a portrait of the French list, of somebody invented; online unless told otherwise."""
    index = AmbassadorIndexPage.objects.get(locale__language_code="fr")
    values = {
        "summary": "Elle relie les gens et les lieux.",
        "place": "Figeac",
        "theme": "travail",
        "quote": "Ici, on se dit bonjour.",
        "is_fictional": True,
    }
    page = index.add_child(instance=PortraitPage(title=title, live=False, **values | fields))
    revision = page.save_revision(clean=live)
    if live:
        revision.publish()
    return PortraitPage.objects.get(pk=page.pk)


def make_pictured(
    now: dt.datetime, by: Any, title: str = "Camille Essai", **fields: Any
) -> tuple[Ambassador, PortraitPage]:
    """Make a member whose portrait, that of a real person, is online with their consent."""
    draft = make_portrait(title, live=False, is_fictional=False, **fields)
    person = services.link_portrait(person=make_member(now, by), portrait=draft, by=by, now=now)
    PortraitPage.objects.get(pk=draft.pk).save_revision().publish()
    return person, PortraitPage.objects.get(pk=draft.pk)


def make_request(
    now: dt.datetime, *, photo: bool = False, confirmed: bool = True, **fields: Any
) -> Ambassador:
    """Make a request to become an ambassador, its address confirmed unless told otherwise."""
    values: dict[str, Any] = {
        "first_name": "Camille",
        "last_name": f"Essai {next(_numbers)}",
        "email": f"ambassade{next(_numbers)}@essai.example",
        "place": "Montréal, Canada",
        "activity": "Libraire",
        "reason": "Mes grands-parents vivaient à Gramat.",
        "helps": (HelpKind.RELAY,),
        "social_url": "",
        "language": "fr",
        "wants_letters": True,
        "agrees_to_publication": True,
        "photo": Photo(jpeg(), 4, 3) if photo else None,
    }
    application = services.Application(**values | fields)
    person = services.ask_to_join(application=application, key=uuid.uuid4(), now=now)
    assert person is not None
    return services.confirm_address(person=person, now=now) if confirmed else person


def make_member(now: dt.datetime, by: Any, **fields: Any) -> Ambassador:
    """Make a member: somebody who asked and was accepted."""
    person = make_request(now, **fields)
    return services.decide(person=person, act=AmbassadorAct.ACCEPT, version=1, by=by, now=now)


def make_good(
    name: str = "Autocollants d’essai", stock: int = 5, most: int = 3, **fields: Any
) -> Good:
    """Make a thing to ask for."""
    good: Good = Good.objects.create(name=name, stock=stock, max_per_request=most, **fields)
    return good


def jpeg(size: tuple[int, int] = (40, 30), *, exif: bytes = b"") -> bytes:
    """Return the bytes of a small photo."""
    drawn = io.BytesIO()
    Image.new("RGB", size, "#8ccbbe").save(drawn, "JPEG", exif=exif)
    return drawn.getvalue()


def upload(content: bytes, name: str = "moi.jpg") -> SimpleUploadedFile:
    """Return a file as a browser sends it."""
    return SimpleUploadedFile(name, content, content_type="image/jpeg")


def typed(client: Client, address: str = JOIN, **changes: Any) -> dict[str, Any]:
    """Return what a person sends from the form; None leaves a box unticked."""
    form = client.get(address).context["form"]
    values = {
        "first_name": "Camille", "last_name": "Essai", "email": "camille@essai.example",
        "place": "Montréal, Canada", "activity": "Libraire", "reason": "J’y ai grandi.",
        "helps": ["welcome", "fairs"], "social_url": "", "charter": "on", "website_url": "",
        "ts": form["ts"].value(), "key": form["key"].value(),
    }  # fmt: skip
    return {name: value for name, value in (values | changes).items() if value is not None}


def send(client: Client, address: str = JOIN, **changes: Any) -> Any:
    """Fill in the form as a person does, ten seconds after reading it."""
    values = typed(client, address, **changes)
    with time_machine.travel(dt.datetime.now(dt.UTC) + dt.timedelta(seconds=10)):
        return client.post(address, values)


def own(person: Ambassador, rest: str = "") -> str:
    """Return the address of one of a person's own pages."""
    return f"/ambassadeurs/espace/{token_of(person)}/{rest}"


def to_confirm(person: Ambassador) -> str:
    """Return the address that the first mail gives."""
    return f"/ambassadeurs/devenir/confirmer/{token_of(person, Door.CONFIRM)}/"


def mails(act: str, to: str = "") -> list[OutgoingMail]:
    """Return the mails of an act, oldest first."""
    found = OutgoingMail.objects.filter(act=act).order_by("pk")
    return list(found.filter(to=to) if to else found)


def acts(person: Ambassador) -> list[str]:
    """Return what happened to a file, oldest first."""
    return list(person.log.order_by("pk").values_list("act", flat=True))
