"""The limited rich text employers write: paragraphs, bold, lists and links, nothing else."""

from __future__ import annotations

import html
import re

import nh3

ALLOWED_TAGS = {"p", "br", "strong", "em", "ul", "ol", "li", "a"}
ALLOWED_SCHEMES = {"https", "mailto"}
LINK_REL = "nofollow noopener noreferrer"

_SYNONYMS = re.compile(r"<(/?)(b|i)(?=[\s>/])", re.IGNORECASE)
_BLOCK_END = re.compile(r"</(?:p|li|ul|ol)>|<br\s*/?>", re.IGNORECASE)
_SPACES = re.compile(r"[ \t\r\f\v]+")
# On a line without spaces around it. No two parts that take spaces stand side by side: on a line of a hundred
# thousand of them, they would be shared out in every possible way.
_BULLET = re.compile(r"(?:[-*–—](?=\s)|[•·▪◦‣●○■]|o(?=\t))(.*)")
# Words in bold are short: an unclosed mark is not looked for to the end of the text, again and again.
_BOLD = re.compile(r"\*\*(?=\S)(.{1,500}?)(?<=\S)\*\*")


# The bullets of word processors are drawn by private characters of their symbol fonts.
_PRIVATE_BULLET = re.compile("[\uf000-\uf0ff]")
_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]")
_PADDING = re.compile("[ \u00a0\u2007\u202f]{2,}")


def without_paste_marks(text: str) -> str:
    """Return `text` without what word processors leave in it: symbol bullets, unseen characters, padding spaces.

    A lone no-break space stays: it belongs to French punctuation.
    """
    return _PADDING.sub(" ", _UNSEEN.sub("", _PRIVATE_BULLET.sub("•", text)))


def clean_html(markup: str) -> str:
    """Return `markup` reduced to the allowed tags, whatever was pasted; scripts and their text are dropped."""
    named = _SYNONYMS.sub(
        lambda match: f"<{match[1]}{'strong' if match[2].lower() == 'b' else 'em'}", markup
    )
    return nh3.clean(
        named.replace("\x00", ""),
        tags=ALLOWED_TAGS,
        clean_content_tags={"script", "style", "iframe", "object", "svg", "math", "template"},
        attributes={"a": {"href"}},
        url_schemes=ALLOWED_SCHEMES,
        link_rel=LINK_REL,
    ).strip()


def plain(markup: str) -> str:
    """Return the words of `markup` alone, one line per paragraph or list item."""
    broken = _BLOCK_END.sub("\n", markup)
    bare = html.unescape(nh3.clean(broken, tags=set()))
    lines = (_SPACES.sub(" ", line).strip() for line in bare.split("\n"))
    return "\n".join(line for line in lines if line)


def text_to_html(text: str) -> str:
    """Turn typed text into HTML: a blank line ends a paragraph, « - » starts a list item, ** makes bold."""
    blocks: list[str] = []
    text = without_paste_marks(text)
    for chunk in re.split(r"\n\s*\n", text.replace("\r\n", "\n").replace("\r", "\n")):
        blocks += _blocks_of(chunk)
    return clean_html("".join(blocks))


def html_to_text(markup: str) -> str:
    """Turn stored HTML back into what `text_to_html` reads, for the text area of a form."""
    text = re.sub(r"</?strong>", "**", markup)
    text = "\n- ".join(part.strip() for part in text.split("<li>"))
    text = re.sub(r"</(?:p|ul|ol)>", "\n\n", text)
    text = re.sub(r"<br\s*/?>", "\n", text)
    text = html.unescape(nh3.clean(text, tags=set()))
    return re.sub(r"\n{3,}", "\n\n", text).strip()


def _blocks_of(chunk: str) -> list[str]:
    """Return the paragraphs and lists of lines not separated by a blank one."""
    blocks: list[str] = []
    lines: list[str] = []
    items: list[str] = []

    def close() -> None:
        if lines:
            blocks.append(f"<p>{'<br>'.join(lines)}</p>")
        if items:
            blocks.append("<ul>" + "".join(f"<li>{item}</li>" for item in items) + "</ul>")
        lines.clear()
        items.clear()

    for line in filter(str.strip, chunk.split("\n")):
        bullet = _BULLET.fullmatch(line.strip())
        item = bullet[1].strip() if bullet else ""
        if bool(item) != bool(items):
            close()
        (items if item else lines).append(_inline(item or line))
    close()
    return blocks


def _inline(line: str) -> str:
    """Return one line escaped, its **bold** words marked."""
    return _BOLD.sub(r"<strong>\1</strong>", html.escape(line.strip(), quote=False))
