"""The one list of what may be seen without signing in; a test checks the whole URLconf against it."""

PUBLIC_VIEWS: frozenset[str] = frozenset(
    {
        # operations
        "healthz",
        "readyz",
        # pages and files: Wagtail checks privacy itself
        "wagtail_serve",
        "image_file",
        "wagtaildocs_serve",
        "wagtaildocs_authenticate_with_password",
        "wagtailcore_authenticate_with_password",
        "wagtailadmin_login",
        "robots",
        "favicon",
        "sitemap",
        # search
        "search:results",
        "board:feed",
        "board:offer_detail",
        "board:report_offer",
        "board:report_done",
        # news
        "news:feed",
        # health professions
        "health:aids",
        "health:callback",
        "health:callback_done",
        # agenda
        "events:feed",
        "events:ics",
        "events:register",
        "events:registered",
        "events:confirm",
        "events:manage",
        # settling
        "welcome:referents",
        "welcome:request",
        "welcome:request_done",
        # ambassadors
        "ambassadors:join",
        "ambassadors:joined",
        "ambassadors:confirm",
        "ambassadors:charter",
        "ambassadors:ask_link",
        "ambassadors:link_sent",
        "ambassadors:gone",
        "ambassadors:stop_letters",
        "ambassadors:space",
        "ambassadors:answer",
        "ambassadors:stay",
        "ambassadors:leave",
        "ambassadors:consent",
        "ambassadors:good",
        "ambassadors:good_asked",
        "ambassadors:good_cancel",
        # campaigns
        "campaigns:follow",
        # contact
        "contact:write",
        "contact:sent",
        # for developers, mounted only when DEBUG is on
        "ui:gallery",
        "mailing:mail_list",
        "mailing:mail_detail",
        "error_page",
        # sign-in
        "account_login",
        "account_signup",
        "wagtailcore_login",
        "account_logout",
        "account_inactive",
        "account_request_login_code",
        "account_confirm_login_code",
        "account_reset_password",
        "account_reset_password_done",
        "account_reset_password_from_key",
        "account_reset_password_from_key_done",
        "account_confirm_email",
        "account_email_verification_sent",
        "mfa_authenticate",
        # the employer space presents itself to visitors
        "employer_space:dashboard",
        # sign-up and invitations, before there is an account
        "employer_space:sign_up",
        "employer_space:sign_up_sent",
        "employer_space:confirm_email",
        "employer_space:sign_up_establishment",
        "employer_space:sign_up_person",
        "employer_space:sign_up_charter",
        "employer_space:invitation",
    }
)


def is_public(view_name: str | None) -> bool:
    """Say whether the named view may be opened by anyone."""
    return view_name in PUBLIC_VIEWS
