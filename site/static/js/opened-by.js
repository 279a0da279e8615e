// Open a fold when the answer that makes it needed is chosen; it stays open, and works closed without this script.
for (const fold of document.querySelectorAll("details[data-opened-by]")) {
  const answers = fold.dataset.openedWhen.split(" ");
  for (const input of document.getElementsByName(fold.dataset.openedBy)) {
    input.addEventListener("change", () => {
      if (answers.includes(input.value)) {
        fold.open = true;
      }
    });
  }
}
