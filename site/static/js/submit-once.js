// Ignores the second click on a button that sends a form; the server has its own guard.
const waiting = new WeakSet();

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.method !== "post" || event.defaultPrevented) return;
  if (waiting.has(form)) {
    event.preventDefault();
    return;
  }
  waiting.add(form);
  event.submitter?.setAttribute("aria-disabled", "true");
});

// A page shown again by the “back” button must work again.
window.addEventListener("pageshow", (event) => {
  if (!event.persisted) return;
  for (const form of document.forms) {
    waiting.delete(form);
    for (const button of form.querySelectorAll("[aria-disabled]")) button.removeAttribute("aria-disabled");
  }
});
