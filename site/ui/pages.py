"""The base of every page type: what search engines and networks read, languages, locked addresses, caching."""

from __future__ import annotations

from typing import Any, ClassVar

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.cache import patch_cache_control
from django.utils.functional import SimpleLazyObject
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.models import Page, PageViewRestriction
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField, TranslatableField

from ui.addresses import CONTRACT_SLUGS, absolute, slug_of
from ui.announcing import announce_contents
from ui.checklist import MOST_LETTERS
from ui.languages import is_source, refusal_to_publish
from ui.meta import Meta as PageMeta
from ui.navigation import Shell, shell_for
from ui.panels import ChecklistPanel, ContractPageForm, OwnLanguageCopyForm
from ui.writable import check_writable

CONTRACT_DEPTH = 3  # root, home page, then these
ANONYMOUS_SECONDS = 60


class BasePage(Page):
    """What all our page types share."""

    # The slug of a type that has one address only; "" for the others.
    contract_slug: ClassVar[str] = ""
    og_type: ClassVar[str] = "website"
    # Whether search engines, the search of the site and its map may show pages of this type.
    is_listed: ClassVar[bool] = True
    # Whether somebody must read pages of this type again from time to time: what is dated tells its age by itself.
    grows_stale: ClassVar[bool] = True
    # Set by the editor's form: a draft may lack what publishing asks for.
    is_incomplete_draft = False
    # Set while serving, when no page at all is private: spares the search for restrictions.
    no_page_is_private = False
    # Set while serving a translation: the French was published again after it.
    is_behind_source = False
    # The French text of such a page is the one that binds, and its translation says so.
    french_prevails: ClassVar[bool] = False

    summary = models.TextField(
        _("summary"),
        max_length=300,
        blank=True,
        help_text=_("Two sentences under the title; also shown in lists and by search engines."),
    )
    social_image = models.ForeignKey(
        "ui.SiteImage",
        verbose_name=_("picture for social networks"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("Shown when the page is shared. At least 1200 by 630 pixels."),
    )

    base_form_class = ContractPageForm
    copy_form_class = OwnLanguageCopyForm
    content_panels: ClassVar[list[Any]] = [*Page.content_panels, FieldPanel("summary")]
    promote_panels: ClassVar[list[Any]] = [
        ChecklistPanel(),
        MultiFieldPanel(
            [
                FieldPanel("slug"),
                FieldPanel("seo_title"),
                FieldPanel(
                    "search_description",
                    help_text=format_lazy(
                        _(
                            "One sentence of {number} characters at most."
                            " Without it, the summary is used."
                        ),
                        number=MOST_LETTERS,
                    ),
                ),
                FieldPanel("social_image"),
            ],
            heading=_("Search engines and social networks"),
        ),
    ]
    search_fields: ClassVar[list[Any]] = [*Page.search_fields, index.SearchField("summary")]
    override_translatable_fields: ClassVar[list[Any]] = [
        SynchronizedField("slug"),
        SynchronizedField("social_image"),
        TranslatableField("summary"),
    ]

    class Meta:
        abstract = True

    # --- addresses that never change

    @property
    def locked_slug(self) -> str:
        """Return the slug that this page must keep, "" when the editor is free."""
        if self.contract_slug:
            return self.contract_slug
        stored = getattr(self, "_stored_slug", "")
        return stored if self.depth == CONTRACT_DEPTH and stored in CONTRACT_SLUGS else ""

    @property
    def stays_online(self) -> bool:
        """Say whether the rest of the site counts on this page where it is."""
        return self.depth == CONTRACT_DEPTH - 1 or bool(self.locked_slug)

    def with_content_json(self, content: dict[str, Any]) -> Any:
        """Return the page as a revision says, but for a day on which it would leave an address that is a contract."""
        page: Any = super().with_content_json(content)
        page._stored_slug = self.__dict__.get("_stored_slug", "")
        if self.stays_online:
            page.expire_at = None
        return page

    @classmethod
    def from_db(cls, db: str | None, field_names: Any, values: Any) -> Any:
        """Remember the address as it is stored, to tell whether someone changes it."""
        page = super().from_db(db, field_names, values)
        page._stored_slug = page.__dict__.get("slug", "")
        return page

    def full_clean(self, *args: Any, **kwargs: Any) -> None:
        """Give the page its address before validating, when it has none or only one is possible."""
        self._prepare_slug()
        check_writable(self)
        super().full_clean(*args, **kwargs)

    def minimal_clean(self) -> None:
        """Do the same for drafts."""
        self._prepare_slug()
        check_writable(self)
        super().minimal_clean()
        self._check_contract()

    def _prepare_slug(self) -> None:
        """Write the title in plain letters, as addresses want it."""
        parent_is_known = bool(self.path or getattr(self, "_cached_parent_obj", None))
        if self.contract_slug:
            self.slug = self.contract_slug
        elif not self.slug and parent_is_known:
            words = slug_of(self.title)
            self.slug = self._get_autogenerated_slug(words) if words else ""

    def clean(self) -> None:
        """Refuse to change an address that is a contract."""
        super().clean()
        self._check_contract()
        if not self.is_incomplete_draft:
            self.check_complete()

    def check_complete(self) -> None:
        """Raise ValidationError when something is missing that publishing asks for."""

    def own_checks(self) -> list[Any]:
        """Return the lines that this kind of page adds to « Avant de publier »: see `ui.checklist`."""
        return []

    def _check_contract(self) -> None:
        if self.locked_slug and self.slug != self.locked_slug:
            raise ValidationError(
                {"slug": _("Other sites link to this address: it cannot be changed.")},
                code="locked",
            )

    # --- publishing

    def save(self, *args: Any, **kwargs: Any) -> Any:
        """Save; a translation just begun from a copy was never published itself, whatever the copy says."""
        may_be_begun = self.live_revision_id and not self.alias_of_id and not is_source(self)
        published: Any = getattr(self, "live_revision", None) if may_be_begun else None
        if published is not None and str(published.object_id) != str(self.pk):
            self.live_revision = None
        return super().save(*args, **kwargs)

    def publish(self, revision: Any, *args: Any, **kwargs: Any) -> Any:
        """Publish, or for a translation programmed before its French page is online, wait for it.

        Raises PublicationRefused when the translation would be online without the French text it says.
        """
        refusal = refusal_to_publish(self)
        if refusal is None:
            return super().publish(revision, *args, **kwargs)
        at = revision.as_object().go_live_at
        if at is not None and at > timezone.now():
            return super().publish(revision, *args, **kwargs)
        if revision.approved_go_live_at is not None:
            return None  # the schedule comes back each minute
        raise refusal

    # --- serving

    def get_view_restrictions(self) -> Any:
        """Return the restrictions of this page, at no cost when the site has none."""
        if self.no_page_is_private:
            return PageViewRestriction.objects.none()
        return super().get_view_restrictions()

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Serve the page, and let shared caches keep it when the reader is nobody in particular."""
        response: HttpResponse = super().serve(request, *args, **kwargs)
        if settings.SESSION_COOKIE_NAME not in request.COOKIES:
            patch_cache_control(response, public=True, max_age=ANONYMOUS_SECONDS)
        else:
            patch_cache_control(response, private=True, no_cache=True)
        return response

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Announce links and pictures so that each kind is read once, and describe the page."""
        context: dict[str, Any] = super().get_context(request, *args, **kwargs)
        shell = shell_for(request)
        shell.page = self
        self.announce(shell)
        # Read when the template asks for it, once every link of the screen is announced.
        context["meta"] = SimpleLazyObject(lambda: self.get_meta(request))
        context["content_language"] = self.content_language
        return context

    def announce(self, shell: Shell) -> None:
        """Tell which pages, images, figures and offers the content shows, so that each kind is read at once."""
        shell.want_pictures([self.get_meta_image_id()])
        announce_contents(self, shell)

    @property
    def content_language(self) -> str:
        """Return the language of the words on the page: French as long as it is not translated."""
        return settings.LANGUAGE_CODE if self.is_untranslated else str(self.locale.language_code)

    @property
    def is_translated(self) -> bool:
        """Say whether the words on the page were translated from French."""
        return self.content_language != settings.LANGUAGE_CODE

    @property
    def is_untranslated(self) -> bool:
        """Say whether the reader asked for another language and gets the French page.

        That is a copy of it, or a translation that was begun and not published yet.
        """
        if self.alias_of_id:
            return True
        return self.live and self.live_revision_id is None and not is_source(self)

    # --- what others read of it

    def get_meta_image_id(self) -> int | None:
        """Return the number of the picture that stands for the page."""
        number: int | None = self.social_image_id
        return number

    def get_meta_title(self) -> str:
        """Return the title of the browser's tab, without the name of the site."""
        return str(self.seo_title or self.title)

    def get_meta(self, request: HttpRequest) -> PageMeta:
        """Describe the page for search engines and social networks."""
        shell = shell_for(request)
        picture = shell.picture(self.get_meta_image_id())
        copy = picture.social if picture else None
        paths = shell.translations
        return PageMeta(
            title=self.get_meta_title(),
            description=self.search_description or self.summary,
            canonical=self.get_canonical(request, shell),
            image_url=absolute(copy.url) if copy else "",
            image_alt=picture.image.description_in(self.content_language)
            if picture and copy
            else "",
            og_type=self.og_type,
            alternates=tuple((code, absolute(path)) for code, path in paths.items())
            if len(paths) > 1
            else (),
            **self.get_extra_meta(),
        )

    def get_extra_meta(self) -> dict[str, str]:
        """Return what a type adds to its description: dates, section, robots."""
        return {}

    def get_canonical(self, request: HttpRequest, shell: Shell) -> str:
        """Return the page's own address; an untranslated page points to the French one."""
        own = shell.page_paths.get(self.content_language, request.path)
        return absolute(own)
