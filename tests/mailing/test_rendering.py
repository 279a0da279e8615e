"""The subject of a mail is one line, with the no-break spaces of French."""

from __future__ import annotations

from email import message_from_bytes, policy
from types import SimpleNamespace

import pytest
from django.core.mail import EmailMessage

from mailing.rendering import on_one_line, render_mail

NBSP, NARROW = "\u00a0", "\u202f"


@pytest.mark.parametrize("space", [NBSP, NARROW])
def test_no_break_spaces_are_kept(space: str) -> None:
    assert on_one_line(f"Prolonger ou clore{space}?\n") == f"Prolonger ou clore{space}?"


@pytest.mark.parametrize(
    "blank", ["\r\n", "\n", "\r", "\t", "  ", "\x0b", "\x0c", "\x1c", "\x85", "\u2028", "\u2029", "\n \t"]
)  # fmt: skip
def test_any_other_blank_is_one_space(blank: str) -> None:
    assert on_one_line(f"Votre offre{blank}Bcc: a@exemple.fr") == "Votre offre Bcc: a@exemple.fr"


def test_a_subject_drawn_from_a_template_keeps_them_up_to_the_message() -> None:
    offer = SimpleNamespace(reference="OML-1", employer=SimpleNamespace(name="Essai"))
    context = {"offer": offer, "reason": "Arnaque\r\nBcc: a@exemple.fr", "admin_url": "/"}
    drawn = render_mail("emails/offer_reported", context, language="fr")
    assert drawn.subject == f"Signalement sur l’offre OML-1{NBSP}: Arnaque Bcc: a@exemple.fr"
    sent = EmailMessage(drawn.subject, "texte", None, ["b@exemple.fr"]).message().as_bytes()
    read = message_from_bytes(sent, policy=policy.default)
    assert read["Subject"].strip() == drawn.subject
    assert read["Bcc"] is None
