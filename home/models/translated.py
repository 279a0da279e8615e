"""From which French each English column was written: what tells that it is behind."""

from __future__ import annotations

from typing import Any, ClassVar

from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.utils.translation import gettext_lazy as _


class TranslatedText(models.Model):
    """One English column of one row, and a digest of the French that was there when it was written or read again."""

    content_type = models.ForeignKey(ContentType, on_delete=models.CASCADE, related_name="+")
    object_id = models.PositiveBigIntegerField()
    # The French column; the English one has its name and « _en ».
    field = models.CharField(max_length=60)
    french_digest = models.CharField(max_length=64)
    # Tells a save that changes the English from one that changes another column.
    english_digest = models.CharField(max_length=64)
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        verbose_name = _("English text")
        verbose_name_plural = _("English texts")
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(
                fields=["content_type", "object_id", "field"], name="home_one_text_by_column"
            )
        ]

    def __str__(self) -> str:
        return f"{self.content_type_id}/{self.object_id}/{self.field}"
