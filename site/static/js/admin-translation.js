// The translation editor of wagtail-localize writes some words in English whatever the language: it has no message for
// them, or one that lost its last space. They are said here in the language of the page.
const words = document.querySelector("script[data-translation-words]")?.dataset;
const dated = words?.dated.split("{date}")[0];
const day = new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: "long" });
const cut = window.gettext?.("Publish in ") ?? "";

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
  const text = said(node.nodeValue);
  // Writing is seen by the observer: only what differs, or it would never end.
  if (text !== node.nodeValue) node.nodeValue = text;
}

function sayAll(root) {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) say(walker.currentNode);
}

const editor = document.querySelector(".js-translation-editor");
if (words && editor) {
  new MutationObserver(() => sayAll(editor)).observe(editor, { characterData: true, childList: true, subtree: true });
  sayAll(editor);
}
