"""The few sign-in pages that are not allauth's as they are, and the gate of the admin."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any
from urllib.parse import urlencode

from allauth.account import views as account_views
from allauth.mfa.totp import views as totp_views
from django.contrib.auth import REDIRECT_FIELD_NAME
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import NoReverseMatch, reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from accounts.adapter import home_of
from accounts.second_factor import note_set_up

View = Callable[..., HttpResponse]


def says_errors(view: View) -> View:
    """Answer 422 when a view of allauth shows a posted form again with errors, and say so in the title."""

    @wraps(view)
    def checked(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        response = view(request, *args, **kwargs)
        if isinstance(response, TemplateResponse) and response.context_data is not None:
            form = response.context_data.get("form")
            if request.method == "POST" and getattr(form, "errors", None):
                response.status_code = 422
                response.context_data["form_has_errors"] = True
        return response

    return checked


class ConfirmAddressView(account_views.ConfirmEmailView):
    """Confirm an address with a button; opening the link signs nobody out and changes nothing."""

    def get(self, *_args: Any, **_kwargs: Any) -> HttpResponse:
        """Show the button, or say that the link is worth nothing any more."""
        try:
            self.object = self.get_object()
        except Http404:
            self.object = None
        response: HttpResponse = self.render_to_response(self.get_context_data())
        return response


class NewPasswordView(account_views.PasswordResetFromKeyView):
    """Choose a new password at the very address of the mail: nothing is stored before the button.

    allauth hides the key of the address in a session; here no other site is sent a Referer instead. None
    at all would make browsers hide the Origin that the check against forged forms reads.
    """

    def dispatch(self, request: HttpRequest, uidb36: str, key: str, **kwargs: Any) -> HttpResponse:
        """Check the key, then show or read the form."""
        self.request, self.key = request, key
        response: HttpResponse
        token = account_views.UserTokenForm(data={"uidb36": uidb36, "key": key})
        if token.is_valid():
            self.reset_user = token.reset_user
            response = super(account_views.PasswordResetFromKeyView, self).dispatch(
                request, uidb36, key, **kwargs
            )
        else:
            self.reset_user = None
            response = self.render_to_response(self.get_context_data(token_fail=True))
        response["Referrer-Policy"] = "same-origin"
        return response


class AppActivationView(totp_views.ActivateTOTPView):
    """Set the authenticator app up: the sessions opened without it end."""

    def form_valid(self, form: Any) -> HttpResponse:
        """Protect the account, then note who did it."""
        response: HttpResponse = super().form_valid(form)
        note_set_up(self.request)
        return response


@require_safe
def sign_up(_request: HttpRequest) -> HttpResponse:
    """Send to the employer space, the only place where an account is asked for."""
    try:
        return redirect("employer_space:sign_up")
    except NoReverseMatch:
        return redirect("/")


@never_cache
@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """Send people to where they work."""
    return redirect(home_of(request.user))


@never_cache
def gate(request: HttpRequest) -> HttpResponse:
    """Guard the admin's own sign-in addresses: one door, with its limits and its second factor.

    The anonymous go to the site's sign-in page, staff to where they were going; others may not enter.
    """
    target = safe_target(request)
    if not request.user.is_authenticated:
        query = urlencode({REDIRECT_FIELD_NAME: target})
        return redirect(f"{reverse('account_login')}?{query}")
    if not request.user.has_perm("wagtailadmin.access_admin"):
        raise PermissionDenied
    return redirect(target)


def safe_target(request: HttpRequest) -> str:
    """Return the address asked for if it is on this very site and not the gate itself, else the admin's."""
    target = request.GET.get(REDIRECT_FIELD_NAME, "")
    is_safe = url_has_allowed_host_and_scheme(
        target, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    )
    own = (reverse("wagtailadmin_login"), reverse("wagtailcore_login"))
    if not is_safe or "\x00" in target or target.startswith(own):
        return reverse("wagtailadmin_home")
    return target
