"""Who may open what: the declared table. A view that is not here fails the build.

Keys are view names, or the beginning of one followed by `*`. The longest match wins.
"""

from __future__ import annotations

from enum import StrEnum


class Access(StrEnum):
    """Whom a view lets in."""

    PUBLIC = "anyone"
    SIGNED_IN = "anyone who is signed in"
    MEMBER = "active members of an employer"
    VERIFIED = "active members of a verified employer"
    STAFF = "people with access to the admin, each with their own permissions"
    REVIEW = "people who may review offers"
    VERIFY = "people who may verify employers"
    TEAM = "people who answer visitors: registrations, ambassadors, messages"
    SETTLE = "referents, who alone read the households"
    HEALTH = "health contacts, who call health professionals back"
    EDIT = "people who write or publish pages"
    TRANSLATE = "people who write or translate pages"
    NETWORK = "people who keep the network of referents"
    HEALTH_DESK = "people who keep the contacts of the health professionals"
    RUN = "administrators: accounts, sites, languages, mails that left"


TABLE: dict[str, Access] = {
    "healthz": Access.PUBLIC,
    "readyz": Access.PUBLIC,
    "robots": Access.PUBLIC,
    "favicon": Access.PUBLIC,
    "sitemap*": Access.PUBLIC,
    "wagtail_serve": Access.PUBLIC,
    "wagtaildocs_serve": Access.PUBLIC,
    "wagtaildocs_authenticate_with_password": Access.PUBLIC,
    "wagtailcore_authenticate_with_password": Access.PUBLIC,
    "board:*": Access.PUBLIC,
    "news:*": Access.PUBLIC,
    "health:*": Access.PUBLIC,
    "ambassadors:*": Access.PUBLIC,
    "welcome:*": Access.PUBLIC,
    "events:*": Access.PUBLIC,
    "campaigns:*": Access.PUBLIC,
    "contact:*": Access.PUBLIC,
    "search:*": Access.PUBLIC,
    "account_*": Access.PUBLIC,
    "account_email": Access.SIGNED_IN,
    "account_change_password": Access.SIGNED_IN,
    "account_set_password": Access.SIGNED_IN,
    "account_reauthenticate": Access.SIGNED_IN,
    "account_home": Access.SIGNED_IN,
    "account_reauthenticate*": Access.SIGNED_IN,
    "prolong_session": Access.SIGNED_IN,
    "mfa_*": Access.SIGNED_IN,
    "mfa_authenticate": Access.PUBLIC,
    "wagtailadmin_login": Access.PUBLIC,
    "wagtailadmin_logout": Access.SIGNED_IN,
    "wagtailcore_login": Access.PUBLIC,
    "employer_space:*": Access.MEMBER,
    "employer_space:dashboard": Access.PUBLIC,
    "employer_space:sign_up*": Access.PUBLIC,
    "employer_space:sign_up_done": Access.SIGNED_IN,
    "employer_space:sign_up_correct": Access.SIGNED_IN,
    "employer_space:confirm_email": Access.PUBLIC,
    "employer_space:invitation": Access.PUBLIC,
    "employer_space:account*": Access.SIGNED_IN,
    "employer_space:kit*": Access.VERIFIED,
    "offers_admin:*": Access.REVIEW,
    "employers_admin:*": Access.VERIFY,
    "events_admin:*": Access.TEAM,
    "ambassadors_admin:*": Access.TEAM,
    "contact_admin:*": Access.TEAM,
    "campaigns_admin:*": Access.TEAM,
    "welcome_admin:*": Access.SETTLE,
    "health_admin:*": Access.HEALTH,
    "redirection_admin:*": Access.EDIT,
    "welcome_referents*": Access.NETWORK,
    "health_contacts*": Access.HEALTH_DESK,
    "outbox*": Access.RUN,
    "wagtailusers_*": Access.RUN,
    "wagtailsites*": Access.RUN,
    "wagtaillocales*": Access.RUN,
    "wagtail*": Access.STAFF,
    "kit_downloads_report*": Access.STAFF,
    "page_translations_report*": Access.TRANSLATE,
    "translation_text*": Access.TRANSLATE,
    "translation_menus": Access.TRANSLATE,
}


def access_of(name: str, path: str) -> Access | None:
    """Return the declared access of a view, None when nobody declared it."""
    exact = TABLE.get(name)
    if exact is not None:
        return exact
    prefixes = [key for key in TABLE if key.endswith("*") and name.startswith(key[:-1])]
    if prefixes:
        return TABLE[max(prefixes, key=len)]
    return Access.STAFF if path.startswith("/admin/") else None
