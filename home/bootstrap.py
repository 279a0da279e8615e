"""Make an empty database a site: languages, pages, menus. Run again, it adds what is missing and rewrites nothing."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from wagtail.models import Collection, Locale, Page, Site
from wagtail_localize.models import LocaleSynchronization
from wagtail_localize.synctree import synchronize_tree

from home.ambassadors import setup as ambassadors
from home.campaigns import setup as campaigns
from home.events import setup as events
from home.health import setup as health
from home.legal_pages import follow_texts, new_page, translate_texts
from home.models import HomePage, SiteMapPage, StandardPage
from home.news.models import NewsIndexPage
from home.page_types import change_type
from home.texts import home_page, job_index, legal, menus, sections
from home.translations import translate
from home.welcome import setup as welcome
from jobs.board.models import JobIndexPage
from ui.models import NavigationSettings, SiteSettings
from ui.page_tree import Branch

SITE_NAME = "Oh My Lot !"
ROOT_NAME = "Racine"
DEFAULT_PORTS = {"http": 80, "https": 443}


def ensure_editorial_site(*, base_url: str) -> HomePage:
    """Create the languages, the pages in both of them, the site at its address and its menus."""
    # Before English exists: a new language copies every page, the sample one too.
    Locale.objects.get_or_create(language_code=settings.LANGUAGE_CODE)
    home = ensure_home()
    ensure_locales()
    name_roots()
    site = ensure_site(home=home, base_url=base_url)
    pages = ensure_pages(home)
    fill_home(home, pages)
    ensure_english(home)
    ensure_menus(site, pages)
    return home


def ensure_locales() -> tuple[Locale, Locale]:
    """Create French and English; a French page that is not translated is shown in the English tree as it is."""
    french, _created = Locale.objects.get_or_create(language_code=settings.LANGUAGE_CODE)
    english, _created = Locale.objects.get_or_create(language_code="en")
    LocaleSynchronization.objects.get_or_create(locale=english, defaults={"sync_from": french})
    return french, english


def name_roots() -> None:
    """Say in French the names that Wagtail writes in the database, while they are still its own."""
    Page.objects.filter(depth=1, title="Root").update(title=ROOT_NAME, draft_title=ROOT_NAME)
    Collection.objects.filter(depth=1, name="Root").update(name=ROOT_NAME)


def ensure_home() -> HomePage:
    """Create the French home page, in the place of the one that Wagtail makes."""
    french = Locale.objects.get(language_code=settings.LANGUAGE_CODE)
    existing: HomePage | None = HomePage.objects.filter(locale=french, depth=2).first()
    if existing is not None:
        return existing
    root = Page.get_first_root_node()
    home = HomePage(
        title=home_page.TITLE,
        slug=home_page.SLUG,
        locale=french,
        seo_title=home_page.SEO_TITLE,
        summary=home_page.DESCRIPTION,
        hero_title=home_page.HERO_TITLE,
        hero_text=home_page.HERO_TEXT,
        popular_searches=home_page.popular_searches(),
    )
    root.add_child(instance=home)
    publish(home)
    remove_sample_page(home)
    return home


def remove_sample_page(home: HomePage) -> None:
    """Remove the page that Wagtail creates to say that it works, once no site shows it."""
    for page in Page.objects.filter(depth=2, numchild=0).exclude(pk=home.pk):
        if page.specific_class is Page:
            Site.objects.filter(root_page=page).update(root_page=home)
            page.delete()
    Site.clear_site_root_paths_cache()


def ensure_site(*, home: HomePage, base_url: str) -> Site:
    """Give the default site the address of the settings and the home page; its name stays the editors'."""
    parts = urlsplit(base_url)
    port = parts.port or DEFAULT_PORTS.get(parts.scheme, 80)
    site = Site.objects.filter(is_default_site=True).first() or Site(is_default_site=True)
    site.hostname, site.port = parts.hostname or "localhost", port
    site.site_name = site.site_name or SITE_NAME
    if site.root_page_id is None or not HomePage.objects.filter(pk=site.root_page_id).exists():
        site.root_page = home
    site.save()
    return site


def ensure_pages(home: HomePage) -> dict[str, int]:
    """Create the pages whose addresses are a contract; return the number of each by its address."""
    offers = JobIndexPage(title=job_index.TITLE, slug="offres", summary=job_index.SUMMARY)
    news = NewsIndexPage(
        title=sections.NEWS_TITLE, slug="actualites", summary=sections.NEWS_SUMMARY
    )
    pages = {"offres": ensure_child(home, offers).pk}
    for branch in section_branches():
        pages |= ensure_branch(home, branch)
    pages["actualites"] = ensure_child(home, news).pk
    for text in legal.LEGAL_TEXTS:
        pages[text.kind] = ensure_child(home, new_page(text)).pk
    follow_texts(home)
    site_map = SiteMapPage(title=sections.SITE_MAP_TITLE, slug="plan-du-site")
    pages["plan-du-site"] = ensure_child(home, site_map).pk
    return pages


def section_branches() -> tuple[Branch, ...]:
    """Return the first pages of each section, in the order of the menu."""
    return (
        health.branch(),
        welcome.branch(),
        ambassadors.branch(),
        events.branch(),
        campaigns.branch(),
    )


def ensure_branch(parent: Any, branch: Branch, prefix: str = "") -> dict[str, int]:
    """Create a section and the pages below it; return their numbers by address."""
    page = ensure_child(parent, branch.page)
    address = f"{prefix}{branch.page.slug}"
    pages = {address: page.pk}
    for below in branch.below:
        pages |= ensure_branch(page, below, f"{address}/")
    return pages


def ensure_child(parent: Any, page: Any) -> Any:
    """Return the page that already has this address below `parent`, else create and publish `page`."""
    existing = parent.get_children().filter(slug=page.slug).first()
    if existing is not None:
        return of_type(existing.specific, type(page))
    page.locale = parent.locale
    parent.add_child(instance=page)
    publish(page)
    parent.refresh_from_db()
    return page


def of_type(page: Any, model: type[Page]) -> Any:
    """Return the page, in the type that its section has now if it is a plain page of an older site."""
    if isinstance(page, StandardPage) and not issubclass(model, StandardPage):
        return change_type(page, model)
    return page


def publish(page: Any) -> None:
    """Give a page its first revision, so that editors see where it comes from."""
    page.save_revision(log_action=True).publish(skip_permission_checks=True)
    page.refresh_from_db()


def fill_home(home: HomePage, pages: dict[str, int]) -> None:
    """Fill the sections of a home page that never had any; they link to the pages just created."""
    home.refresh_from_db()
    if home.sections or home.revisions.count() > 1:
        return
    home.sections = home_page.sections(pages)
    publish(home)


def ensure_english(home: HomePage) -> None:
    """Show every page in the English tree, then translate those whose English words are known."""
    french, english = ensure_locales()
    if not home.has_translation(english):
        home.copy_for_translation(english, alias=True)
    synchronize_tree(french, english)
    translate(home, english, home_page.ENGLISH)
    for page in JobIndexPage.objects.child_of(home):
        translate(page, english, job_index.ENGLISH)
    for page in NewsIndexPage.objects.child_of(home):
        translate(page, english, sections.NEWS_ENGLISH)
    for page in SiteMapPage.objects.child_of(home):
        translate(page, english, sections.SITE_MAP_ENGLISH)
    translate_texts(home, english)
    for branch in section_branches():
        translate_branch(home, branch, english)


def translate_branch(parent: Any, branch: Branch, english: Locale) -> None:
    """Translate the pages of a section whose English words are known, the first ones first."""
    page = parent.get_children().filter(slug=branch.page.slug).first()
    if page is None:
        return
    if branch.english:
        translate(page.specific, english, branch.english)
    for below in branch.below:
        translate_branch(page, below, english)


def ensure_menus(site: Site, pages: dict[str, int]) -> None:
    """Create the menus and the words of the footer, unless editors already have theirs."""
    SiteSettings.objects.get_or_create(
        site=site,
        defaults={"footer_text": menus.FOOTER_TEXT, "footer_text_en": menus.FOOTER_TEXT_EN},
    )
    NavigationSettings.objects.get_or_create(
        site=site,
        defaults={
            "main_menu": menus.main_menu(pages),
            "footer_columns": menus.footer_columns(pages),
            "legal_links": menus.legal_links(pages),
        },
    )
