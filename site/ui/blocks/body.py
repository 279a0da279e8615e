"""The body of articles and pages."""

from __future__ import annotations

from wagtail.blocks import StreamBlock

from .actions import CallToActionBlock
from .figures import FiguresBlock
from .media import DocumentsBlock, PictureBlock
from .text import NoticeBlock, ProseBlock, QuestionsBlock, QuoteBlock


class BodyStreamBlock(StreamBlock):
    """What a page may be made of."""

    prose = ProseBlock()
    picture = PictureBlock()
    quote = QuoteBlock()
    notice = NoticeBlock()
    figures = FiguresBlock()
    questions = QuestionsBlock()
    documents = DocumentsBlock()
    call_to_action = CallToActionBlock()
