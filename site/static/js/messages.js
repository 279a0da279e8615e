// Takes the focus to what has just happened, on the site and in the admin: a status filled before the page
// was read is silent. The errors of a form and the place an address names come first; a tab of an editor is no place.
const message = document.querySelector("[data-message], .messages > ul > li");
const errorWord = document.querySelector("script[data-error-word]")?.dataset.errorWord;

// What Wagtail draws keeps its title whatever happens; our own screens have begun theirs already.
function sayInTitle(item) {
  const words = item.cloneNode(true);
  for (const aside of words.querySelectorAll("svg, button, .buttons")) aside.remove();
  const sentence = words.textContent.replace(/\s+/g, " ").trim().split(/\.(?:\s|$)/)[0];
  const isTold = [errorWord, sentence].some((start) => document.title.trim().startsWith(start));
  if (!isTold) document.title = `${item.matches(".error") ? `${errorWord} ` : `${sentence} – `}${document.title.trim()}`;
}

if (message && errorWord) sayInTitle(message);
if (message && !document.querySelector("[data-error-summary]") && (!location.hash || location.hash.startsWith("#tab-"))) {
  message.tabIndex = -1;
  message.focus();
}
