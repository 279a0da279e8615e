"""Addresses given by others: what hides where it leads is refused, what looks like another is told."""

from __future__ import annotations

import pytest

from ui.web_links import ascii_host, is_safe_link, may_be_a_look_alike


@pytest.mark.parametrize(
    "link",
    [
        "https://127.1/", "https://0x7f.1/", "https://0177.0.0.1/", "https://1.2.3.0x10/", "https://0x7f000001/",
        "https://１２７.０.０.１/", "https://ｅxemple.fr/", "https://127。0。0。1/", "https://exemple。fr/",
        "https://localhost./", "https://a.localhost/", "https://imprimante.local/", "https://x.internal/",
        "https://1.0.0.127.in-addr.arpa/", "https://exemple.fr\\@ailleurs.fr/", "https://exem\tple.fr/",
        "https://exemple..fr/", "https://-exemple.fr/", "https://exemple.fr:99999/", "https://[::ffff:127.0.0.1]/",
        "https://user:mot@exemple.fr/", f"https://{'a' * 64}.fr/", "https://exemple.fr/\n",
    ],
)  # fmt: skip
def test_no_notation_hides_where_a_link_leads(link):
    assert is_safe_link(link) is False


@pytest.mark.parametrize(
    ("link", "host", "is_alike"),
    [
        ("https://exemple.fr/offre", "exemple.fr", False),
        ("https://EXEMPLE.fr./", "exemple.fr", False),
        ("https://exemple.fr/métier", "exemple.fr", False),
        ("https://café.fr/", "xn--caf-dma.fr", True),
        ("https://xn--caf-dma.fr/", "xn--caf-dma.fr", True),
        ("https://pôle-emploi.fr/", "xn--ple-emploi-rbb.fr", True),
        ("https://аpple.com/", "xn--pple-43d.com", True),
    ],
)
def test_a_host_is_read_as_the_network_knows_it(link, host, is_alike):
    assert is_safe_link(link) is True
    assert (ascii_host(link), may_be_a_look_alike(link)) == (host, is_alike)
