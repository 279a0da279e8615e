"""The programme's own rules, delays and promises: proposals to be confirmed, so each is a setting."""

import environ

env = environ.Env()

OFFER_DEFAULT_DAYS = env.int("OFFER_DEFAULT_DAYS", default=45)
OFFER_MAX_DAYS = env.int("OFFER_MAX_DAYS", default=90)
OFFER_LATE_REVIEW_HOURS = env.int("OFFER_LATE_REVIEW_HOURS", default=48)
SETTLEMENT_LATE_HOURS = env.int("SETTLEMENT_LATE_HOURS", default=48)
AMBASSADOR_ANSWER_DAYS = env.int("AMBASSADOR_ANSWER_DAYS", default=7)
AMBASSADOR_LINK_HOURS = env.int("AMBASSADOR_LINK_HOURS", default=24)
AMBASSADOR_LETTER_LINK_DAYS = env.int("AMBASSADOR_LETTER_LINK_DAYS", default=400)
RESOURCE_CARD_STALE_DAYS = env.int("RESOURCE_CARD_STALE_DAYS", default=180)
CONTACT_ANSWER_WORKING_DAYS = env.int("CONTACT_ANSWER_WORKING_DAYS", default=3)
HEALTH_CALLBACK_WORKING_DAYS = env.int("HEALTH_CALLBACK_WORKING_DAYS", default=2)
HEALTH_AID_CHECK_MONTHS = env.int("HEALTH_AID_CHECK_MONTHS", default=6)
STALE_PAGE_MONTHS = env.int("STALE_PAGE_MONTHS", default=12)
SALARY_POLICY = env.str("SALARY_POLICY", default="required")
MINIMUM_WAGE_HOURLY = env.float("MINIMUM_WAGE_HOURLY", default=12.02)
REPLY_DELAYS_DAYS = [7, 14, 21]
