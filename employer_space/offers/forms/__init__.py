"""One form for each step of an offer, and those of its life."""

from .acts import CloseForm, ExtendForm
from .application import ApplicationForm
from .conditions import ConditionsForm
from .description import DescriptionForm
from .job import JobForm
from .step import StepForm

FORMS: dict[str, type[StepForm]] = {
    form.step: form for form in (JobForm, ConditionsForm, DescriptionForm, ApplicationForm)
}

__all__ = ["FORMS", "CloseForm", "ExtendForm", "JobForm", "StepForm"]
