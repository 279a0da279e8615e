"""Events, their calendar and the registrations."""
