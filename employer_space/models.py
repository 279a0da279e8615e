"""The models of the space: the communication kit, its downloads, invitations to a team."""

from .kit.models import KitDownload, KitItem, KitVersion
from .organisation.models import Invitation

__all__ = ["Invitation", "KitDownload", "KitItem", "KitVersion"]
