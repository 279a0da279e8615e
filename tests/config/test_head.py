"""HEAD, as a web server sees it: the headers of GET, no body."""

from io import BytesIO

import pytest
from django.core.handlers.wsgi import WSGIHandler
from django.core.signals import request_finished, request_started
from django.db import close_old_connections

pytestmark = pytest.mark.django_db


@pytest.fixture
def application():
    """Return the WSGI application itself: Django's test client would empty the body of a HEAD."""
    signals = (request_started, request_finished)
    for signal in signals:
        signal.disconnect(close_old_connections)
    yield WSGIHandler()
    for signal in signals:
        signal.connect(close_old_connections)


def ask(application, method, path):
    """Return the headers and the body that the server is handed."""
    answered = {}

    def start_response(status, headers, _exc_info=None):
        answered.update(headers)

    environ = {
        "REQUEST_METHOD": method, "PATH_INFO": path, "QUERY_STRING": "", "SERVER_NAME": "testserver",
        "SERVER_PORT": "80", "SERVER_PROTOCOL": "HTTP/1.1", "wsgi.input": BytesIO(), "wsgi.url_scheme": "http",
    }  # fmt: skip
    response = application(environ, start_response)
    body = b"".join(response)
    response.close()
    return answered, body


@pytest.mark.parametrize("path", ["/", "/healthz", "/nulle-part/"])
def test_head_gives_the_headers_of_get_and_no_body(application, path):
    headers, body = ask(application, "GET", path)
    assert len(body) > 0

    head_headers, head_body = ask(application, "HEAD", path)

    assert head_body == b""
    assert head_headers["Content-Length"] == headers.get("Content-Length", str(len(body)))
    assert head_headers["Content-Type"] == headers["Content-Type"]
