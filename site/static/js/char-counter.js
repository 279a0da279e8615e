// Says how many characters are left under a text area; nothing is ever cut.
const number = new Intl.NumberFormat(document.documentElement.lang);
const words = {
  fr: { left: (n) => `${n} caractère${n.count > 1 ? "s" : ""} restant${n.count > 1 ? "s" : ""}`, over: (n) => `${n} caractère${n.count > 1 ? "s" : ""} de trop` },
  en: { left: (n) => `${n} character${n.count === 1 ? "" : "s"} left`, over: (n) => `${n} character${n.count === 1 ? "" : "s"} too many` },
}[document.documentElement.lang === "en" ? "en" : "fr"];

const figure = (count) => ({ count, toString: () => number.format(count).replaceAll("\u202f", "\u00a0") });

for (const area of document.querySelectorAll("textarea[data-max-length]")) {
  const counter = document.createElement("p");
  counter.className = "char-counter";
  counter.setAttribute("aria-live", "polite");
  area.after(counter);
  let wait;
  const show = () => {
    const left = Number(area.dataset.maxLength) - area.value.length;
    counter.dataset.state = left < 0 ? "over" : "left";
    counter.textContent = left < 0 ? words.over(figure(-left)) : words.left(figure(left));
  };
  area.addEventListener("input", () => {
    clearTimeout(wait);
    wait = setTimeout(show, 400);
  });
  show();
}
