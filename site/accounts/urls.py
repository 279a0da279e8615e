"""allauth's pages at French addresses, under allauth's own names."""

from __future__ import annotations

from allauth.account import views as account
from allauth.mfa.base import views as mfa
from allauth.mfa.recovery_codes import views as codes
from allauth.mfa.totp import views as totp
from django.urls import URLPattern, path, re_path

from accounts.limits import limited
from accounts.views import (
    AppActivationView,
    ConfirmAddressView,
    NewPasswordView,
    View,
    home,
    says_errors,
    sign_up,
)


def page(route: str, view: View, name: str, *, limit: str = "") -> URLPattern:
    """Declare a page of allauth: 422 on errors, and limits on its POSTs when named."""
    checked = says_errors(view)
    return path(route, limited(limit)(checked) if limit else checked, name=name)


urlpatterns = [
    path("", home, name="account_home"),
    # sign-in and sign-out
    page("connexion/", account.login, "account_login", limit="sign_in"),
    page("connexion/code/", account.request_login_code, "account_request_login_code", limit="code"),
    page(
        "connexion/code/saisie/",
        account.confirm_login_code,
        "account_confirm_login_code",
        limit="code_entry",
    ),
    page("deconnexion/", account.logout, "account_logout"),
    page("desactive/", account.account_inactive, "account_inactive"),
    path("inscription/", sign_up, name="account_signup"),
    page("verification/", account.reauthenticate, "account_reauthenticate", limit="account_change"),
    # address
    page("adresse/", account.email, "account_email", limit="account_change"),
    page("adresse/envoyee/", account.email_verification_sent, "account_email_verification_sent"),
    re_path(
        r"^adresse/confirmer/(?P<key>[-:\w]+)/$",
        says_errors(ConfirmAddressView.as_view()),
        name="account_confirm_email",
    ),
    # password
    page(
        "mot-de-passe/modifier/",
        account.password_change,
        "account_change_password",
        limit="account_change",
    ),
    page(
        "mot-de-passe/choisir/",
        account.password_set,
        "account_set_password",
        limit="account_change",
    ),
    page("mot-de-passe/oublie/", account.password_reset, "account_reset_password", limit="reset"),
    page("mot-de-passe/oublie/envoye/", account.password_reset_done, "account_reset_password_done"),
    re_path(
        r"^mot-de-passe/nouveau/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$",
        limited("reset_entry")(says_errors(NewPasswordView.as_view())),
        name="account_reset_password_from_key",
    ),
    page(
        "mot-de-passe/nouveau/enregistre/",
        account.password_reset_from_key_done,
        "account_reset_password_from_key_done",
    ),
    # second factor
    page("second-facteur/", mfa.index, "mfa_index"),
    page("second-facteur/code/", mfa.authenticate, "mfa_authenticate", limit="second_factor"),
    page(
        "second-facteur/verification/",
        mfa.reauthenticate,
        "mfa_reauthenticate",
        limit="account_change",
    ),
    page("second-facteur/application/", AppActivationView.as_view(), "mfa_activate_totp"),
    page("second-facteur/application/retirer/", totp.deactivate_totp, "mfa_deactivate_totp"),
    page("second-facteur/codes-de-secours/", codes.view_recovery_codes, "mfa_view_recovery_codes"),
    page(
        "second-facteur/codes-de-secours/nouveaux/",
        codes.generate_recovery_codes,
        "mfa_generate_recovery_codes",
    ),
    page(
        "second-facteur/codes-de-secours/telecharger/",
        codes.download_recovery_codes,
        "mfa_download_recovery_codes",
    ),
]
