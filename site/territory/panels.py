"""Panels of the admin that follow what a person may change: rows step aside, fields are still read."""

from __future__ import annotations

from typing import Any

from django.utils.text import capfirst
from wagtail.admin.panels import FieldPanel, InlinePanel


class KeptFieldPanel(FieldPanel):
    """A field that those who hold its `permission` change, and that the others read."""

    def format_value_for_display(self, value: Any) -> Any:
        """Return the words of a choice, else the value: Wagtail makes a form field to know, which for a link warns."""
        return dict(self.db_field.flatchoices).get(value, value)

    class BoundPanel(FieldPanel.BoundPanel):
        """The panel as somebody sees it."""

        def __init__(self, **kwargs: Any) -> None:
            super().__init__(**kwargs)
            if self.form is not None and self.bound_field is None:
                self.read_only = True
                self.heading = capfirst(str(self.panel.db_field.verbose_name))

        def is_shown(self) -> bool:
            """Show it to everybody."""
            return True


class NetworkInlinePanel(InlinePanel):
    """Rows that only some people may change: nothing is drawn when their form does not hold them."""

    class BoundPanel(InlinePanel.BoundPanel):
        """The panel as somebody sees it."""

        def __init__(self, *, panel: Any, form: Any, **kwargs: Any) -> None:
            self.is_held = form is None or panel.relation_name in form.formsets
            super().__init__(panel=panel, form=form if self.is_held else None, **kwargs)

        def is_shown(self) -> bool:
            """Say whether the rows are in the form."""
            return self.is_held and bool(super().is_shown())
