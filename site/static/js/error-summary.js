// Takes the focus to the list of what to correct, and from there to the inputs.
const summary = document.querySelector("[data-error-summary]");

if (summary) {
  summary.focus();
  summary.addEventListener("click", (event) => {
    const link = event.target.closest("a[href^='#']");
    const input = link && document.getElementById(link.hash.slice(1));
    if (input) {
      event.preventDefault();
      for (let fold = input.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
      (input.closest(".field, .review-field, fieldset") ?? input).scrollIntoView();
      input.focus({ preventScroll: true });
    }
  });
}
