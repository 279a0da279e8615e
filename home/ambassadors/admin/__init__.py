"""The screens of the team, below `/admin/ambassadeurs/`."""
