// Warns five minutes before the session ends and offers to prolong it without leaving the page.
const WARNING_SECONDS = 5 * 60;
const dialog = document.querySelector("[data-session-warning]");
const total = Number(document.body.dataset.sessionSeconds);

if (dialog && total) {
  const form = dialog.querySelector("form");
  const minutes = dialog.querySelector("[data-session-minutes]");
  let end = Date.now() + total * 1000;

  const tick = () => {
    const left = Math.round((end - Date.now()) / 1000);
    if (left <= 0) {
      location.reload();
      return;
    }
    minutes.textContent = String(Math.max(1, Math.ceil(left / 60)));
    if (left <= WARNING_SECONDS && !dialog.open) dialog.showModal();
    setTimeout(tick, left > WARNING_SECONDS ? Math.min((left - WARNING_SECONDS) * 1000, 2 ** 30) : 5000);
  };

  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    event.stopPropagation();
    const answer = await fetch(form.action, {
      method: "POST",
      body: new FormData(form),
      headers: { "X-Requested-With": "fetch" },
    });
    if (!answer.ok) {
      form.submit();
      return;
    }
    end = Date.now() + Number(answer.headers.get("X-Session-Seconds") ?? total) * 1000;
    dialog.close();
  });
  tick();
}
