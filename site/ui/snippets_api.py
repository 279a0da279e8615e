"""Restrict the translation screen's list of snippets to those whom each model's own permissions let in."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import URLPattern, path
from wagtail.permissions import policy_registry
from wagtail.snippets.models import get_snippet_models
from wagtail_localize.views.snippets_api import SnippetViewSet

ACTIONS = {"add", "change", "delete", "view"}
_list = SnippetViewSet.as_view({"get": "list"})
_retrieve = SnippetViewSet.as_view({"get": "retrieve"})


def check_permission(user: Any, app_label: str, model_name: str) -> None:
    """Raise Http404 for what is not a snippet, PermissionDenied when its screens are closed to `user`."""
    labels = {(m._meta.app_label, m._meta.model_name): m for m in get_snippet_models()}
    model = labels.get((app_label, model_name))
    if model is None:
        raise Http404
    policy = policy_registry.get_by_type(model)
    if not policy.user_has_any_permission(user, ACTIONS):
        raise PermissionDenied


def listing(request: HttpRequest, app_label: str, model_name: str) -> HttpResponse:
    """List the snippets of a model."""
    check_permission(request.user, app_label, model_name)
    response: HttpResponse = _list(request, app_label=app_label, model_name=model_name)
    return response


def detail(request: HttpRequest, app_label: str, model_name: str, pk: str) -> HttpResponse:
    """Describe one snippet."""
    check_permission(request.user, app_label, model_name)
    response: HttpResponse = _retrieve(request, app_label=app_label, model_name=model_name, pk=pk)
    return response


def urlpatterns() -> list[URLPattern]:
    """Return the same two addresses as wagtail-localize's, to be placed before them."""
    root = "localize/api/snippets/<slug:app_label>/<slug:model_name>/"
    return [path(root, listing), path(f"{root}<str:pk>/", detail)]
