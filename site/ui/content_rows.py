"""What the content of a screen shows besides its own words: announced first, then read at once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from django.utils import timezone

from ui.figures import FigureRows, choose, read_figures
from ui.images import Picture, read_pictures
from ui.models import KeyFigure
from ui.offer_lists import OfferCriteria, OfferList, source


class ContentRows:
    """The images, figures and offers of one screen: one statement for each kind, however many blocks ask."""

    def __init__(self, language: str) -> None:
        self.language = language
        self._wanted_pictures: set[int] = set()
        self._pictures: dict[int, Picture] | None = None
        self._wanted_figures: set[int] = set()
        self._figures: FigureRows | None = None
        self._wanted_offers: dict[OfferCriteria, None] = {}
        self._offers: dict[OfferCriteria, OfferList] = {}

    def want_pictures(self, pks: Iterable[int | None]) -> None:
        """Announce the images that the screen will show, so that they come at once."""
        self._wanted_pictures |= {pk for pk in pks if pk}

    def picture(self, pk: int | None) -> Picture | None:
        """Return an image with its copies; None when there is nothing to show."""
        if pk is None:
            return None
        if self._pictures is None or pk not in self._wanted_pictures:
            self._wanted_pictures.add(pk)
            self._pictures = read_pictures(self._wanted_pictures)
        return self._pictures.get(pk)

    def want_figures(self, pks: Iterable[int]) -> None:
        """Announce the key figures that the screen will show, so that they come at once."""
        self._wanted_figures |= set(pks)

    def figures(self, pks: Sequence[int], language: str) -> list[KeyFigure]:
        """Return key figures in order, in a language, without those that may not be shown any more."""
        if self._figures is None or not self._wanted_figures.issuperset(pks):
            self._wanted_figures |= set(pks)
            self._figures = read_figures(self._wanted_figures)
        return choose(self._figures, pks, language)

    def want_offers(self, asked: OfferCriteria) -> None:
        """Announce a list of offers that the screen will show, so that all of them come at once."""
        self._wanted_offers.setdefault(asked)

    def offers(self, asked: OfferCriteria) -> OfferList:
        """Return a list of offers, of this very moment."""
        if asked not in self._offers:
            self.want_offers(asked)
            wanted = list(self._wanted_offers)
            found = source().find_all(wanted, now=timezone.now(), language=self.language)
            self._offers = dict(zip(wanted, found, strict=True))
        return self._offers[asked]
