"""Say to watchers whether the process lives and whether the site may take visitors; no secret, no data."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from operations import readiness


@require_safe
@never_cache
def healthz(_request: HttpRequest) -> HttpResponse:
    """Answer as long as the process can: nothing else is asked, so a database outage kills no process."""
    return JsonResponse({"status": "ok"})


@require_safe
@never_cache
def readyz(_request: HttpRequest) -> HttpResponse:
    """Answer 200 when visitors may come, 503 when they may not, with the outcome of each check."""
    report = readiness.report()
    return JsonResponse(
        {"status": "ready" if report.is_ready else "not ready", "checks": report.checks},
        status=200 if report.is_ready else 503,
    )
