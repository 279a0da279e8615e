"""What editors set once for the whole site: who we are, how to reach us, the menus."""

from __future__ import annotations

from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.contrib.settings.models import BaseSiteSetting, register_setting
from wagtail.fields import StreamField

from ui.blocks.links import MenuColumnBlock, MenuLinkBlock
from ui.telephones import is_telephone


@register_setting(icon="site", order=100)
class SiteSettings(BaseSiteSetting):
    """Who carries the programme, how to reach it, its accounts elsewhere."""

    TELEPHONES: ClassVar[tuple[str, ...]] = ("contact_phone", "employer_contact_phone")

    footer_text = models.TextField(
        _("who carries the programme"),
        max_length=300,
        blank=True,
        help_text=_("Shown at the foot of each page."),
    )
    footer_text_en = models.TextField(
        _("who carries the programme, in English"), max_length=300, blank=True
    )
    contact_name = models.CharField(
        _("person to call"),
        max_length=80,
        blank=True,
        help_text=_("Shown to employers and readers who need help. May stay empty."),
    )
    contact_role = models.CharField(_("role"), max_length=120, blank=True)
    contact_role_en = models.CharField(_("role, in English"), max_length=120, blank=True)
    contact_phone = models.CharField(
        _("telephone"), max_length=30, blank=True, help_text=_("For example: 05 65 00 00 00.")
    )
    contact_email = models.EmailField(_("e-mail address"), blank=True)
    contact_hours = models.CharField(
        _("hours"),
        max_length=120,
        blank=True,
        help_text=_("For example: du lundi au vendredi, 9 h – 17 h."),
    )
    contact_hours_en = models.CharField(_("hours, in English"), max_length=120, blank=True)
    employer_contact_name = models.CharField(
        _("person for employers"),
        max_length=80,
        blank=True,
        help_text=_(
            "Shown in the employer area. When telephone and address are empty, the general contact is."
        ),
    )
    employer_contact_role = models.CharField(_("role"), max_length=120, blank=True)
    employer_contact_phone = models.CharField(_("telephone"), max_length=30, blank=True)
    employer_contact_email = models.EmailField(_("e-mail address"), blank=True)
    facebook_url = models.URLField(_("Facebook"), blank=True)
    instagram_url = models.URLField(_("Instagram"), blank=True)
    linkedin_url = models.URLField(_("LinkedIn"), blank=True)

    panels: ClassVar[list[Any]] = [
        MultiFieldPanel(
            [FieldPanel("footer_text"), FieldPanel("footer_text_en")],
            heading=_("The programme"),
        ),
        MultiFieldPanel(
            [
                FieldPanel("contact_name"),
                FieldRowPanel([FieldPanel("contact_role"), FieldPanel("contact_role_en")]),
                FieldRowPanel([FieldPanel("contact_phone"), FieldPanel("contact_email")]),
                FieldRowPanel([FieldPanel("contact_hours"), FieldPanel("contact_hours_en")]),
            ],
            heading=_("How to reach us"),
        ),
        MultiFieldPanel(
            [
                FieldRowPanel(
                    [FieldPanel("employer_contact_name"), FieldPanel("employer_contact_role")]
                ),
                FieldRowPanel(
                    [FieldPanel("employer_contact_phone"), FieldPanel("employer_contact_email")]
                ),
            ],
            heading=_("Help for employers"),
        ),
        MultiFieldPanel(
            [
                FieldPanel("facebook_url"),
                FieldPanel("instagram_url"),
                FieldPanel("linkedin_url"),
            ],
            heading=_("Networks"),
        ),
    ]

    class Meta:
        verbose_name = _("programme and contact")

    def clean(self) -> None:
        """Refuse a number that nobody could call: it is printed on every page."""
        super().clean()
        message = _("Enter a telephone number of ten figures, for example 05 65 00 00 00.")
        numbers = {name: getattr(self, name) for name in self.TELEPHONES}
        wrong = {name: message for name, text in numbers.items() if text and not is_telephone(text)}
        if wrong:
            raise ValidationError(wrong)


@register_setting(icon="list-ul", order=110)
class NavigationSettings(BaseSiteSetting):
    """The main menu and the foot of every page."""

    main_menu = StreamField(
        [("link", MenuLinkBlock())],
        verbose_name=_("main menu"),
        blank=True,
        max_num=7,
        help_text=_("Five entries read well; seven is the most that fits."),
    )
    footer_columns = StreamField(
        [("column", MenuColumnBlock())],
        verbose_name=_("columns of the footer"),
        blank=True,
        max_num=4,
    )
    legal_links = StreamField(
        [("link", MenuLinkBlock())],
        verbose_name=_("last line of the footer"),
        blank=True,
        max_num=8,
        help_text=_("The law asks for the accessibility status to be written here."),
    )

    panels: ClassVar[list[Any]] = [
        FieldPanel("main_menu"),
        FieldPanel("footer_columns"),
        FieldPanel("legal_links"),
    ]

    class Meta:
        verbose_name = _("menus")
