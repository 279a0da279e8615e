// Copies a text of the kit and says so; without a script the text area can be selected.
for (const block of document.querySelectorAll("[data-copy]")) {
  const button = block.querySelector("button");
  const status = block.querySelector("[role=status]");
  const area = block.querySelector("textarea");
  button.hidden = false;
  button.addEventListener("click", async () => {
    area.select();
    await navigator.clipboard.writeText(area.value);
    status.textContent = block.dataset.copy;
  });
}
