// The translation editor of wagtail-localize writes some words in English whatever the language: it has no message for
// them, or one that lost its last space. They are said here in the language of the page.
const words = document.querySelector("script[data-translation-words]")?.dataset;
const dated = words?.dated.split("{date}")[0];
const day = new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: "long" });
const cut = window.gettext?.("Publish in ") ?? "";
// A page always follows its French page: what is refused is not offered. A key figure may be stopped.
const refused = location.pathname.includes("/pages/") ? window.gettext?.("Stop Synced translation") : "";

function said(text) {
  const title = text.match(/^(.+) to (.+) translation$/);
  if (title) return words.title.replace("{source}", title[1]).replace("{target}", title[2]);
  if (text.startsWith(dated) && !Number.isNaN(Date.parse(text.slice(dated.length)))) {
    return dated + day.format(new Date(text.slice(dated.length)));
  }
  if (text.trim() === "More actions") return words.more;
  if (cut && !cut.endsWith(" ") && text.startsWith(cut) && !text.startsWith(words.publish)) {
    return words.publish + text.slice(cut.length).trimStart().toLowerCase();
  }
  return text;
}

function say(node) {
  if (refused && node.nodeValue.trim() === refused) {
    (node.parentElement.closest("button, a, form") ?? node.parentElement).hidden = true;
  }
  const text = said(node.nodeValue);
  // Writing is seen by the observer: only what differs, or it would never end.
  if (text !== node.nodeValue) node.nodeValue = text;
}

function sayAll(root) {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) say(walker.currentNode);
}

const editor = document.querySelector(".js-translation-editor");
const target = JSON.parse(editor?.dataset.props || "{}").locale?.code ?? "";

// Its buttons, texts and file have no name of their own, and its translations no language.
function nameAll(root) {
  for (const item of root.querySelectorAll("li:has(> ul button)")) {
    const source = item.querySelector(":scope > p")?.textContent.trim();
    const written = item.querySelector(":scope > div > p, :scope > div > textarea");
    if (!source || !written) continue;
    if (target) written.lang = target;
    if (written.matches("textarea")) written.ariaLabel = source;
    for (const button of item.querySelectorAll(":scope > ul button")) button.ariaLabel = `${button.textContent.trim()} – ${source}`;
  }
  const file = root.querySelector('input[type="file"]');
  if (file) file.ariaLabel = file.closest("form").parentElement.querySelector("button")?.textContent.trim() ?? "";
}

function mend() {
  sayAll(editor);
  nameAll(editor);
}

if (words && editor) {
  new MutationObserver(mend).observe(editor, { characterData: true, childList: true, subtree: true });
  mend();
}
