"""A person has one address, in lower case, and it alone signs in."""

from __future__ import annotations

import pytest
from allauth.account.models import EmailAddress
from django.db import IntegrityError, transaction

from accounts.models import User


def addresses(user):
    return list(EmailAddress.objects.filter(user=user).values_list("email", "primary"))


def test_an_address_is_kept_in_lower_case(db):
    user = User.objects.create_user("Marie@Exemple.FR", "x")
    assert user.email == "marie@exemple.fr"
    assert addresses(user) == [("marie@exemple.fr", True)]
    assert User.objects.get_by_natural_key("MARIE@exemple.fr") == user


def test_two_accounts_never_share_an_address(db):
    User.objects.create_user("marie@exemple.fr", "x")
    with pytest.raises(IntegrityError), transaction.atomic():
        User.objects.create_user("MARIE@exemple.fr", "x")


def test_a_former_address_no_longer_signs_in(db):
    user = User.objects.create_user("marie@exemple.fr", "x")
    user.email = "Jeanne@exemple.fr"
    user.save()
    assert addresses(user) == [("jeanne@exemple.fr", True)]


def test_an_address_waiting_for_confirmation_is_left_alone(db):
    user = User.objects.create_user("marie@exemple.fr", "x")
    EmailAddress.objects.create(user=user, email="nouvelle@exemple.fr", primary=False)
    user.first_name = "Marie"
    user.save()
    user.save(update_fields=["last_login"])
    assert sorted(addresses(user)) == [("marie@exemple.fr", True), ("nouvelle@exemple.fr", False)]


def test_a_person_without_address_is_refused(db):
    with pytest.raises(ValueError, match="address"):
        User.objects.create_user("")


def test_a_person_is_shown_by_name_else_by_address(db):
    user = User.objects.create_user("marie@exemple.fr", "x")
    assert str(user) == "marie@exemple.fr"
    user.first_name, user.last_name = "Marie", "Curie"
    assert str(user) == "Marie Curie"


def test_wagtail_s_own_screens_create_and_change_people(cast):
    client = cast.client(cast.administrator)
    form = {
        "email": "Nouvelle@exemple.fr",
        "first_name": "Nou",
        "last_name": "Velle",
        "password1": "une phrase bien longue",
        "password2": "une phrase bien longue",
        "is_active": "on",
    }
    assert client.post("/admin/users/new/", form).status_code == 302
    user = User.objects.get(email="nouvelle@exemple.fr")
    form |= {"email": "autre@exemple.fr", "password1": "", "password2": ""}
    assert client.post(f"/admin/users/edit/{user.pk}/", form).status_code == 302
    assert addresses(user) == [("autre@exemple.fr", True)]
    taken = client.post(f"/admin/users/edit/{user.pk}/", form | {"email": cast.administrator.email})
    assert taken.status_code == 200
    assert User.objects.get(pk=user.pk).email == "autre@exemple.fr"
