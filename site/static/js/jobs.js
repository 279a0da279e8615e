// After htmx has replaced the list of offers, takes the reader to the new results, as a page load would.
document.body.addEventListener("htmx:afterSettle", (event) => {
  if (event.detail.target?.id !== "liste-offres") return;
  // The header stays: its language links must ask the new question.
  for (const link of document.querySelectorAll(".language-switch")) link.search = location.search;
  const heading = document.getElementById("resultats");
  heading?.focus({ preventScroll: true });
  heading?.scrollIntoView({ block: "start" });
});
