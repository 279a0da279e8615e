"""Images, given by the site itself while developing; documents are given by a view that checks who asks."""

from django.conf import settings
from django.urls import re_path
from django.views.static import serve

# The folder of images alone: `..` does not lead to that of documents.
urlpatterns = [
    re_path(
        r"^media/images/(?P<path>.+)$",
        serve,
        {"document_root": settings.MEDIA_ROOT / "images"},
        name="image_file",
    )
]
