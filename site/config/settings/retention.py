"""How long personal data is kept, in days: proposals to be confirmed by the data-protection officer."""

import environ

env = environ.Env()


def lasting(days: int) -> int:
    """Return a duration of a day at least: none would empty the site the next night."""
    if days < 1:
        raise environ.ImproperlyConfigured("A duration of retention is at least one day.")
    return days


KEEP_UNCONFIRMED_ACCOUNT_DAYS = lasting(env.int("KEEP_UNCONFIRMED_ACCOUNT_DAYS", default=30))
KEEP_INACTIVE_ACCOUNT_DAYS = lasting(env.int("KEEP_INACTIVE_ACCOUNT_DAYS", default=730))
INACTIVITY_NOTICE_DAYS = lasting(env.int("INACTIVITY_NOTICE_DAYS", default=30))
KEEP_DEACTIVATED_ACCOUNT_DAYS = lasting(env.int("KEEP_DEACTIVATED_ACCOUNT_DAYS", default=365))
KEEP_OFFER_CONTACT_DAYS = lasting(env.int("KEEP_OFFER_CONTACT_DAYS", default=365))
KEEP_OFFER_REVISION_DAYS = lasting(env.int("KEEP_OFFER_REVISION_DAYS", default=365))
KEEP_REPORTER_DAYS = lasting(env.int("KEEP_REPORTER_DAYS", default=365))
KEEP_KIT_DOWNLOAD_DAYS = lasting(env.int("KEEP_KIT_DOWNLOAD_DAYS", default=365))
KEEP_SETTLEMENT_REQUEST_DAYS = lasting(env.int("KEEP_SETTLEMENT_REQUEST_DAYS", default=730))
KEEP_HEALTH_CALLBACK_DAYS = lasting(env.int("KEEP_HEALTH_CALLBACK_DAYS", default=365))
KEEP_MISSED_ADDRESS_DAYS = lasting(env.int("KEEP_MISSED_ADDRESS_DAYS", default=180))
KEEP_CONTACT_MESSAGE_DAYS = lasting(env.int("KEEP_CONTACT_MESSAGE_DAYS", default=365))
KEEP_AMBASSADOR_UNCONFIRMED_DAYS = lasting(env.int("KEEP_AMBASSADOR_UNCONFIRMED_DAYS", default=30))
KEEP_AMBASSADOR_SILENT_DAYS = lasting(env.int("KEEP_AMBASSADOR_SILENT_DAYS", default=730))
KEEP_AMBASSADOR_NOTICE_DAYS = lasting(env.int("KEEP_AMBASSADOR_NOTICE_DAYS", default=30))
KEEP_AMBASSADOR_UNANSWERED_DAYS = lasting(env.int("KEEP_AMBASSADOR_UNANSWERED_DAYS", default=180))
KEEP_AMBASSADOR_ENDED_DAYS = lasting(env.int("KEEP_AMBASSADOR_ENDED_DAYS", default=365))
KEEP_EVENT_REGISTRATION_DAYS = lasting(env.int("KEEP_EVENT_REGISTRATION_DAYS", default=180))
# After the account is anonymised; 0 keeps the names in the logs until a duration is decided.
KEEP_LOG_NAMES_DAYS = env.int("KEEP_LOG_NAMES_DAYS", default=0)
