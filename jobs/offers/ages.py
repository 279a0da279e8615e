"""The ages asked of candidates, told apart from all the other years that an offer counts.

An upper limit (« moins de 30 ans ») is forbidden by article L5331-2 of the Code du travail, any other
condition of age by L1132-1; neither where a law sets the age:

- apprentices are 16 to 29 (L6222-1), a contrat de professionnalisation is for people under 26 (L6325-1),
  civic service is from 16 to 25, to 30 with a disability (Code du service national, L120-1);
- one works from 16 (L4153-1), does dangerous work or sells alcohol from 18 (L4153-6, L4153-8), drives
  heavy vehicles from 21 (Code de la route, R221-5).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

UPPER_LIMIT, ANY_AGE = "L5331-2", "L1132-1"
YOUNGEST = 16
LEGAL_LOWEST = frozenset({"16", "18", "21"})
LEGAL_HIGHEST = frozenset({"25", "26", "29", "30"})

# Every pattern reads folded text: small letters without accents, single spaces for hyphens and apostrophes.
_AGE = re.compile(
    r"(?P<most>\b(?:moins de|jusqu a|pas plus de|maximum) )?"
    r"(?P<least>\b(?:plus de|au moins|a partir de|minimum) )?"
    r"(?:(?:\bentre )?\b(?P<low>\d{1,2})(?: ?ans)?(?: a | et | ou | ?/ ?| ))?"
    r"\b(?P<age>\d{2}) ?ans\b"
    r"(?P<end> (?:maximum|maxi|max|au plus|s abstenir|minimum|mini|revolus?|et plus|ou plus)\b)?"
)
_CONTEXT = 80

# « 20 ans d’expérience », « 30 ans dans le métier »; but « 30 ans de préférence » and « d’âge » ask.
_COUNTED = re.compile(
    r",? (?:(?:minimum|mini|environ|au moins) )?"
    r"(?:(?:d|de)\b(?! preference| age\b)|dans\b|en\b|au\b|que\b|experience|anciennete)"
)
# « depuis 20 ans », « une entreprise familiale de 30 ans », « expérience : 16 ans ».
_NOBODYS = re.compile(
    r"\b(?:depuis|il y a|voici|voila|pendant|durant|apres|sur|pour|dans|en|sous|ses|nos|leurs|"
    r"(?:experience|anciennete|existence|pratique|duree|garantie|bail|pret|plan|projet|contrat|mission|"
    r"entreprise|societe|maison|association|structure|etablissement|groupe|cabinet|atelier|usine|boutique|"
    r"magasin|restaurant|hotel|auberge|domaine|exploitation|ferme|vignes?|vignoble|marque|partenariat)"
    r"(?: \w+)?(?: (?:a|compte|fete))?|qui a|elle a|il a) ?"
    r"(?:(?:de|d|des|les|pres de|environ|presque|[:,(]) ?)*$"
)
# Those for whom one works, unless they are the ones who are hired.
_SERVED = re.compile(
    r"\b(?:enfants?|adolescent\w*|ados|jeunes|mineur\w*|eleves|etudiant\w*|adultes|publics?|resident\w*|"
    r"patient\w*|beneficiaires?|usag\w+|seniors|aines|clientele|clients|licencies|personnes agees|"
    r"accueil\w*|anim\w+|periscolaire|accompagn\w+)\b"
)
_HIRED = re.compile(
    r"\b(?:recherch|cherch|recrut|embauch|reserv|souhait)\w* (?:(?:des|de|aux|a|les) )*"
    r"(?:jeunes|etudiant\w*|adultes|seniors|personnes)\b"
)
_BY_LAW = re.compile(r"\b(?:apprenti\w*|alternan\w*|professionnalisation|service civique)\b")
_OF_FULL_AGE = re.compile(r"\b(?:avoir|avez|agee?s? de|age minimum ?:?) $")
_SOMEBODY = re.compile(
    r"\b(?:agee?s?|personne|candidate?|homme|femme|jeune|garcon|fille|dame|profil|salariee?|employee?|"
    r"ouvriere?|\w{3,}(?:euse|eur|rice|iste|iere|ier)) (?:de |d )?$"
)
_UPPER_ENDS = ("maximum", "maxi", "max", "au plus", "s abstenir")


def age_passages(folded: str, *, is_title: bool, is_by_law: bool) -> Iterator[tuple[str, str]]:
    """Yield the (passage, article) where an age is asked for.

    In a title any age is one, in a text only a limit, a range or the age of somebody. `is_by_law`: the
    contract is one for which a law sets the age.
    """
    for match in _AGE.finditer(folded):
        before = _sentence_before(folded, match.start())
        after = folded[match.end() : match.end() + _CONTEXT]
        low, age = match["low"], match["age"]
        if int(age) < YOUNGEST or (low and int(low) < YOUNGEST):
            continue
        if _COUNTED.match(after) or _NOBODYS.search(before) or _is_for_others(before):
            continue
        if _is_legal(match, before, is_by_law=is_by_law or bool(_BY_LAW.search(before + after))):
            continue
        is_limit = any(match[name] for name in ("most", "least", "low", "end"))
        if is_title or is_limit or _SOMEBODY.search(before):
            yield match.group(0).strip(), UPPER_LIMIT if _is_upper(match) else ANY_AGE


def _sentence_before(text: str, end: int) -> str:
    return re.split(r"[.;!?]", text[max(0, end - _CONTEXT) : end])[-1]


def _is_for_others(before: str) -> bool:
    """Say whether the age is that of people served: « animer un groupe de jeunes de 16 à 25 ans »."""
    return bool(_SERVED.search(before)) and not _HIRED.search(before)


def _is_upper(match: re.Match[str]) -> bool:
    return bool(match["most"] or match["low"]) or (match["end"] or "").strip() in _UPPER_ENDS


def _is_legal(match: re.Match[str], before: str, *, is_by_law: bool) -> bool:
    """Say whether a law sets this very age."""
    if is_by_law and match["age"] in LEGAL_HIGHEST:
        return True
    if _is_upper(match) or match["age"] not in LEGAL_LOWEST:
        return False
    return bool(match["least"] or match["end"] or _OF_FULL_AGE.search(before))
