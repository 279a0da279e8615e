// Takes the focus to what has just happened, on the site and in the admin: a status filled before the page
// was read is silent. The errors of a form and the place an address names come first.
const message = document.querySelector("[data-message], .messages > ul > li");

if (message && !document.querySelector("[data-error-summary]") && !location.hash) {
  message.tabIndex = -1;
  message.focus();
}
