// Shows the print buttons, which are useless without a script, and makes them work.
for (const item of document.querySelectorAll("[data-print-only-with-script]")) item.hidden = false;
document.addEventListener("click", (event) => {
  if (event.target.closest("[data-print]")) window.print();
});
