"""Gunicorn's settings: `gunicorn -c site/gunicorn.conf.py` needs no other argument."""

import os

pythonpath = "site"
wsgi_app = "config.wsgi"
bind = os.environ.get(
    "BIND", f"{os.environ.get('HOST', '127.0.0.1')}:{os.environ.get('PORT', '8000')}"
)
workers = int(os.environ.get("WEB_CONCURRENCY", "2"))
threads = int(os.environ.get("WEB_THREADS", "4"))
worker_class = "gthread"
# Workers share the memory of what is loaded before they fork; WEB_PRELOAD=0 when it must be loaded again on reload.
preload_app = os.environ.get("WEB_PRELOAD", "1") == "1"
timeout = 30
graceful_timeout = 20
keepalive = 5
max_requests = 5000
max_requests_jitter = 500
# Open by default since gunicorn 26: a local user could stop or inspect the server through it.
control_socket_disable = True
accesslog = os.environ.get("ACCESS_LOG") or None
forwarded_allow_ips = os.environ.get("FORWARDED_ALLOW_IPS", "127.0.0.1")
# By default the headers SCRIPT_NAME and PATH_INFO of a trusted proxy, so of anyone behind one, move the site.
forwarder_headers = ""
