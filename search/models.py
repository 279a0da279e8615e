"""What the engine stores: a document per visible thing, the editors' synonyms, and the counters that say what moved.

The full-text index itself (FTS5 or GIN) is made by the migration `0002`, which Django's models cannot describe.
"""

from __future__ import annotations

from django.core.validators import MinLengthValidator
from django.db import models
from django.utils.translation import gettext_lazy as _


class Document(models.Model):
    """The terms of one thing that the public may see.

    The key carries the kind and the object (`search.sources.document_key`): SQLite's full-text table knows nothing
    but this number, and gives both back without reading the row.
    """

    id = models.BigIntegerField(primary_key=True)
    kind = models.CharField(max_length=20)
    object_id = models.BigIntegerField()
    language = models.CharField(max_length=10, default="fr")
    title = models.CharField(max_length=255)
    terms = models.TextField(
        blank=True,
        help_text="Distinct terms separated by spaces; those of the title appear a second time, prefixed by `_`.",
    )
    excerpt = models.TextField(
        blank=True,
        help_text="Plain text from which results are illustrated; empty when the thing shows itself.",
    )
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        verbose_name = _("search document")
        verbose_name_plural = _("search documents")
        constraints = [
            models.UniqueConstraint(fields=["kind", "object_id"], name="search_document_once"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.object_id}"


class Generation(models.Model):
    """A stamp that moves with each change of what it names, so that each process knows when its copy is old."""

    class Name(models.TextChoices):
        """What may be old: the documents, the editors' synonyms, the names of filters kept by other slices."""

        DOCUMENTS = "documents"
        SYNONYMS = "synonyms"
        LABELS = "labels"

    name = models.CharField(primary_key=True, max_length=20, choices=Name)
    number = models.BigIntegerField(default=0)

    class Meta:
        verbose_name = _("generation")
        verbose_name_plural = _("generations")

    def __str__(self) -> str:
        return f"{self.name} {self.number}"


class Synonym(models.Model):
    """A word or abbreviation that readers type, and what the texts say instead; editors complete the list."""

    term = models.CharField(
        _("word or abbreviation"),
        max_length=80,
        unique=True,
        validators=[MinLengthValidator(2)],
        help_text=_("What people type, for example: IDE."),
    )
    equivalents = models.CharField(
        _("equivalents"),
        max_length=255,
        help_text=_(
            "What it also finds, and what finds it; separate several by a vertical bar: infirmier | infirmier de soins."
        ),
    )

    class Meta:
        verbose_name = _("synonym")
        verbose_name_plural = _("synonyms")

    def __str__(self) -> str:
        return self.term
