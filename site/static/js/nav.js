// Closes an open menu with Esc, and gives the focus back to its button; closes it too when the focus leaves it.
for (const menu of document.querySelectorAll("details[data-closes-with-escape]")) {
  const button = menu.querySelector("summary");
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !menu.open) return;
    menu.open = false;
    if (menu.contains(document.activeElement)) button.focus();
  });
  menu.addEventListener("focusout", (event) => {
    if (event.relatedTarget && !menu.contains(event.relatedTarget)) menu.open = false;
  });
}
