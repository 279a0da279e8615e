"""The body of articles and pages."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from wagtail.blocks import StreamBlock, StreamBlockValidationError

from .actions import CallToActionBlock, CardsBlock
from .figures import FiguresBlock
from .journeys import StepsBlock, TimelineBlock
from .media import DocumentsBlock, GalleryBlock, PictureBlock, VideoBlock
from .offers import OffersBlock
from .people import PersonBlock
from .text import NoticeBlock, ProseBlock, QuestionsBlock, QuoteBlock
from .wording import check_outline

# The title of the page is of level 1 already.
PAGE_LEVEL = 1
# Each list of offers is a search of its own.
MOST_OFFER_LISTS = 3


class BodyStreamBlock(StreamBlock):
    """What a page may be made of."""

    prose = ProseBlock()
    quote = QuoteBlock()
    notice = NoticeBlock()
    questions = QuestionsBlock()
    picture = PictureBlock()
    gallery = GalleryBlock()
    video = VideoBlock()
    figures = FiguresBlock()
    timeline = TimelineBlock()
    documents = DocumentsBlock()
    offers = OffersBlock()
    steps = StepsBlock()
    cards = CardsBlock()
    person = PersonBlock()
    call_to_action = CallToActionBlock()

    class Meta:
        block_counts = {"offers": {"max_num": MOST_OFFER_LISTS}}

    def clean(self, value: Any) -> Any:
        """Ask for titles in order, block after block, unless only a draft is saved."""
        cleaned = super().clean(value)
        if not self.is_deferred_validation and (errors := outline_errors(cleaned)):
            raise StreamBlockValidationError(block_errors=errors)
        return cleaned


def outline_errors(stream: Any) -> dict[int, ValidationError]:
    """Return what breaks the order of the titles, by rank of block. Blocks of a section may have no outline."""
    errors = {}
    level = PAGE_LEVEL
    for rank, child in enumerate(stream):
        levels = child.block.outline(child.value) if hasattr(child.block, "outline") else []
        try:
            level = check_outline(levels, level)
        except ValidationError as error:
            errors[rank] = error
            level = levels[-1]
    return errors
