"""The fields of an event that are not words: written once, in French, whatever the language of the reader."""

# What is the same in every language, and whose changes are carried to translations when the French page is published.
FACTS = (
    "kind",
    "starts_at",
    "ends_at",
    "is_all_day",
    "format",
    "online_url",
    "place_name",
    "street",
    "postcode",
    "city",
    "is_step_free",
    "has_hearing_loop",
    "organiser",
    "is_free",
    "is_cancelled",
    "registration_mode",
    "registration_opens_at",
    "registration_closes_at",
    "external_url",
    "capacity",
    "max_party",
    "offer_numbers",
    "offer_search",
    "photo",
)
