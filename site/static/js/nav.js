// Closes an open menu with Esc, and gives the focus back to its button.
for (const menu of document.querySelectorAll("details[data-closes-with-escape]")) {
  menu.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && menu.open) {
      menu.open = false;
      menu.querySelector("summary").focus();
    }
  });
}
