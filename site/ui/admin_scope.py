"""What the admin's choosers and its API show: the drafts and the files of one's own work, nothing of the others'."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, ClassVar

from django.core.exceptions import PermissionDenied
from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponse
from wagtail.admin.api.views import PagesAdminAPIViewSet
from wagtail.documents.api.admin.views import DocumentsAdminAPIViewSet
from wagtail.images.api.admin.views import ImagesAdminAPIViewSet
from wagtail.models import Page
from wagtail.permission_policies.pages import PagePermissionPolicy
from wagtail.permissions import policy_registry

TRANSLATE = "wagtail_localize.submit_translation"
WORK_ON_PAGES = {"add", "change", "publish", "delete", "lock", "unlock"}
WORK_ON_FILES = {"add", "change", "delete", "choose"}


def online_or_own(pages: Any, user: Any) -> Any:
    """Keep of `pages` those online, and the drafts where `user` writes, publishes or translates.

    The copy of a draft in the tree of another language says what the draft says.
    """
    policy = policy_registry.get_by_type(Page)
    own = policy.instances_user_has_any_permission_for(user, WORK_ON_PAGES).order_by()
    copies = Page.objects.filter(alias_of__live=False).exclude(alias_of__in=own.values("pk"))
    kept = own.exclude(pk__in=copies.values("pk"))
    return pages.filter(Q(live=True) | Q(depth=1) | Q(pk__in=kept.values("pk")))


def keep_copies_of_drafts(_parent: Any, pages: Any, request: HttpRequest) -> Any:
    """Leave other people's drafts, copied in the tree of a translator, out of the list of pages."""
    return online_or_own(pages, request.user)


def keep_drafts(pages: Any, request: HttpRequest) -> Any:
    """Leave other people's drafts out of the page chooser. Raises Http404 below one of them."""
    match = request.resolver_match
    parent = match.kwargs.get("parent_page_id") if match else None
    asked = Page.objects.filter(pk=parent)
    if parent and not online_or_own(asked, request.user).exists():
        raise Http404
    return online_or_own(pages, request.user)


class ReadPages(PagesAdminAPIViewSet):
    """The pages that the admin's own scripts read. Pages are changed on the screens, which know our rules."""

    actions: ClassVar[dict[str, Any]] = {}

    def get_base_queryset(self) -> Any:
        """Return the pages of the user's own work; none for people who have none."""
        policy = policy_registry.get_by_type(Page)
        if not policy.user_has_any_permission(self.request.user, WORK_ON_PAGES):
            raise PermissionDenied
        return super().get_base_queryset()


class OwnFiles:
    """Lists the files of the collections from which the reader may choose."""

    def get_queryset(self) -> Any:
        """Return them. Raises PermissionDenied for people who work on none."""
        files = super().get_queryset()  # type: ignore[misc]
        policy, user = policy_registry.get_by_type(files.model), self.request.user  # type: ignore[attr-defined]
        # The screen of a translation names, one by one, the files that a page shows.
        if self.action == "detail_view" and user.has_perm(TRANSLATE):  # type: ignore[attr-defined]
            return files
        if not policy.user_has_any_permission(user, WORK_ON_FILES):
            raise PermissionDenied
        own = policy.instances_user_has_any_permission_for(user, WORK_ON_FILES)
        return files.filter(pk__in=own.order_by().values("pk"))


class OwnDocuments(OwnFiles, DocumentsAdminAPIViewSet):
    """Documents."""


class OwnImages(OwnFiles, ImagesAdminAPIViewSet):
    """Images."""


def narrow_api(router: Any) -> None:
    """Answer in the place of Wagtail's own lists."""
    router.register_endpoint("pages", ReadPages)
    router.register_endpoint("documents", OwnDocuments)
    router.register_endpoint("images", OwnImages)


class OwnPages(PagePermissionPolicy):
    """Whose pages are listed, found and reported in the whole admin."""

    def explorable_instances(self, user: Any) -> Any:
        """Return them without the copies of other people's drafts."""
        return online_or_own(super().explorable_instances(user), user)

    def instances_user_has_permission_for(self, user: Any, action: str) -> Any:
        """Do the same for those that one may publish."""
        return online_or_own(super().instances_user_has_permission_for(user, action), user)


class OthersDraftsMiddleware:
    """Close the screens of a page that copies the draft of others in another language: it says what the draft says."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Do nothing when all goes well."""
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, _view: Any, _args: Any, kwargs: dict[str, Any]
    ) -> None:
        """Raise Http404 as for a page that is not there. One query, on the screens of pages alone."""
        match = request.resolver_match
        name = match.view_name if match else ""
        if not name.startswith(("wagtailadmin_pages:", "wagtailadmin_explore")):
            return
        numbers = {value for value in kwargs.values() if isinstance(value, int)}
        copies = Page.objects.filter(pk__in=numbers, alias_of__live=False)
        for copy in copies.select_related("alias_of") if numbers else ():
            if not copy.alias_of.permissions_for_user(request.user).can_edit():
                raise Http404
