"""Words: rich text with few styles, quotes, notices, questions."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.blocks import CharBlock, ChoiceBlock, ListBlock, RichTextBlock, StructBlock, TextBlock

from ui.writable import leads_nowhere

from .base import TEXT, BodyBlock, BodyBlockMixin
from .wording import check_rich_text, title_levels

BODY_FEATURES = ["h2", "h3", "h4", "bold", "italic", "ol", "ul", "link", "document-link"]
SHORT_FEATURES = ["bold", "italic", "ol", "ul", "link"]


class CheckedRichTextBlock(RichTextBlock):
    """Rich text whose links say where they lead and whose titles are not empty."""

    def clean(self, value: Any) -> Any:
        """Check the words and the links, unless only a draft is saved."""
        cleaned = super().clean(value)
        if not self.is_deferred_validation:
            check_rich_text(cleaned.source)
            if leads_nowhere(cleaned.source):
                raise ValidationError(
                    gettext("A link leads to nothing on this site: remove it or choose it again."),
                    code="link",
                )
        return cleaned


class ProseBlock(BodyBlockMixin, CheckedRichTextBlock):
    """Running text: titles of level 2 to 4, lists, links, bold, italic."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("features", BODY_FEATURES)
        super().__init__(**kwargs)

    def outline(self, value: Any) -> list[int]:
        """Return the levels of its titles."""
        return title_levels(value.source)

    class Meta:
        icon = "pilcrow"
        group = TEXT
        label = _("Text")
        template = "components/blocks/prose.html"
        description = _(
            "Titles, paragraphs, lists and links. The title of the page is level 1 already."
        )
        preview_value = (
            "<h2>Un emploi, puis une vie qui va avec</h2><p>Un référent vous répond.</p>"
        )


class QuoteBlock(BodyBlock):
    """Someone's words."""

    quote = TextBlock(
        label=_("Words"), max_length=600, help_text=_("Without quotation marks: they are added.")
    )
    author = CharBlock(label=_("Who"), max_length=120)
    role = CharBlock(label=_("Function or place"), max_length=160, required=False)

    class Meta:
        icon = "openquote"
        group = TEXT
        label = _("Quotation")
        template = "components/blocks/quote.html"
        description = _("Words that someone agreed to see published.")
        preview_value = {
            "quote": "Nous cherchions un poste, nous avons trouvé une équipe.",
            "author": "Camille, infirmière",
            "role": "Gramat",
        }


class NoticeBlock(BodyBlock):
    """A framed piece of information."""

    variant = ChoiceBlock(
        label=_("Kind"),
        choices=[("info", _("Information")), ("warning", _("Warning"))],
        default="info",
    )
    title = CharBlock(label=_("Title"), max_length=120)
    text = CheckedRichTextBlock(label=_("Text"), features=SHORT_FEATURES)

    class Meta:
        icon = "info-circle"
        group = TEXT
        label = _("Notice")
        template = "components/blocks/notice.html"
        description = _("What must not be missed: a deadline, a change, a condition.")
        preview_value = {
            "variant": "info",
            "title": "Inscriptions ouvertes",
            "text": "<p>Jusqu’au 14 décembre.</p>",
        }


class QuestionBlock(StructBlock):
    """A question and its answer."""

    question = CharBlock(label=_("Question"), max_length=160)
    answer = CheckedRichTextBlock(label=_("Answer"), features=SHORT_FEATURES)


class QuestionsBlock(BodyBlock):
    """Frequent questions, each opening on its answer."""

    title_level = 2

    title = CharBlock(label=_("Title"), max_length=120, required=False)
    questions = ListBlock(QuestionBlock(), label=_("Questions"), min_num=1, max_num=20)

    class Meta:
        icon = "help"
        group = TEXT
        label = _("Frequent questions")
        template = "components/blocks/questions.html"
        description = _("Questions that unfold, readable without JavaScript.")
        preview_value = {
            "title": "Vos questions",
            "questions": [{"question": "Est-ce gratuit ?", "answer": "<p>Oui.</p>"}],
        }
