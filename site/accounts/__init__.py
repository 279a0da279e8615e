"""People who sign in: the user model, one sign-in door, roles."""
