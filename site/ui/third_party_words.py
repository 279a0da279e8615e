"""Words of Wagtail and wagtail-localize that we say otherwise in French.

Their catalogues call a language « région », a word that means something else for a Département, head the old addresses
of redirections « Depuis », and close a few sentences badly. Our catalogue wins over theirs for the same message; this list keeps `collect_messages` from dropping
them. Nothing imports it.
"""

from django.utils.translation import gettext_noop as _

WORDS = (
    _("Locale"),
    _("Locale: "),
    _("Locales"),
    _("locale"),
    _("{} locales"),
    _("Add a locale"),
    _("Add locale"),
    _("Delete locale"),
    _("Switch locales"),
    _("This locale cannot be synced into itself."),
    _("Synchronise content from another locale"),
    _("Are you sure you want to delete this locale?"),
    _("This locale cannot be deleted because there are no other locales."),
    _("The locale could not be saved due to errors."),
    _("More actions"),
    _("From"),
    _("The name of the page as it will appear in URLs e.g http://domain.com/blog/[my-slug]/"),
)
