// Warns before the session ends, offers to prolong it without leaving the page, and keeps what was typed when it is over.
const REMINDERS = [5 * 60, 60];
const LONGEST_WAIT = 2 ** 30;
const warning = document.querySelector("[data-session-warning]");
const over = document.querySelector("[data-session-over]");
// On the site the body says it; in the admin, whose body is Wagtail's, what stands around the warning.
const secondsOf = (page) => Number(page.querySelector("[data-session-seconds]")?.dataset.sessionSeconds ?? 0);
const total = secondsOf(document);

if (warning && over && total) {
  const form = warning.querySelector("form");
  const minutes = warning.querySelector("[data-session-minutes]");
  const status = document.querySelector("[data-session-status]");
  let isTyped = Boolean(document.querySelector("[data-error-summary]"));
  let isOver = false;
  let end, told, timer;

  const begin = (seconds) => {
    end = Date.now() + seconds * 1000;
    told = Infinity;
  };

  // Another tab may have prolonged the session, or signed in again: its forms then have new tokens.
  const renew = async () => {
    const answer = await fetch(over.dataset.sessionHome, { cache: "no-store" }).catch(() => null);
    const page = new DOMParser().parseFromString(answer?.ok ? await answer.text() : "", "text/html");
    const seconds = secondsOf(page);
    const token = page.querySelector("[name=csrfmiddlewaretoken]")?.value;
    if (!seconds || !token) return false;
    for (const input of document.getElementsByName("csrfmiddlewaretoken")) input.value = token;
    begin(seconds);
    return true;
  };

  const finish = async () => {
    if (await renew()) {
      warning.close();
      return tick();
    }
    if (!isTyped) return location.replace(`${over.dataset.sessionOver}&next=${encodeURIComponent(location.pathname + location.search)}`);
    isOver = true;
    warning.close();
    over.showModal();
  };

  const tick = () => {
    clearTimeout(timer);
    if (isOver) return;
    const left = Math.round((end - Date.now()) / 1000);
    if (left <= 0) {
      finish();
      return;
    }
    minutes.textContent = String(Math.max(1, Math.ceil(left / 60)));
    const reminder = REMINDERS.findLast((seconds) => left <= seconds);
    if (reminder < told) {
      told = reminder;
      if (!warning.open) warning.showModal();
    }
    timer = setTimeout(tick, left > REMINDERS[0] ? Math.min((left - REMINDERS[0]) * 1000, LONGEST_WAIT) : 1000);
  };

  const prolong = async () => {
    const headers = { "X-Requested-With": "fetch" };
    const answer = await fetch(form.action, { method: "POST", body: new FormData(form), headers }).catch(() => null);
    if (answer?.status === 204) begin(Number(answer.headers.get("X-Session-Seconds") ?? total));
    return answer?.status === 204;
  };

  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    event.stopPropagation();
    if ((await prolong()) || ((await renew()) && (await prolong()))) warning.close();
    else end = Date.now();
    tick();
  });

  const comeBack = async () => {
    if (document.visibilityState !== "visible") return;
    if (isOver && (await renew())) {
      isOver = false;
      over.close();
      status.textContent = status.dataset.sessionStatus;
    }
    tick();
  };

  for (const dialog of [warning, over]) {
    dialog.querySelector("[data-session-close]").addEventListener("click", () => dialog.close());
  }
  document.addEventListener("input", () => (isTyped = true));
  document.addEventListener("visibilitychange", comeBack);
  window.addEventListener("focus", comeBack);
  // What is sent without a session is lost on the way to the sign-in page.
  document.addEventListener("submit", (event) => {
    if (!isOver || event.target.method !== "post") return;
    event.preventDefault();
    event.stopPropagation();
    over.showModal();
  }, { capture: true });

  begin(total);
  tick();
}
