"""The WSGI application that gunicorn serves."""

import os

from django.core.wsgi import get_wsgi_application

from config.entrance import Entrance

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.production")

application = Entrance(get_wsgi_application())
