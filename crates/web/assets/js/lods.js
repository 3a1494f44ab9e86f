// Everything works without this script. It starts the design system's components, closes the account menu when you
// click elsewhere or press Escape, and moves to the first fault of a form that came back.
"use strict";

window.DKFDS?.init();

const account = document.querySelector(".lods-account");
if (account) {
  document.addEventListener("click", (event) => {
    if (account.open && !account.contains(event.target)) account.open = false;
  });
  account.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !account.open) return;
    account.open = false;
    account.querySelector("summary").focus();
  });
}

document.querySelector(".lods-errors")?.focus();

document.querySelectorAll("[data-print]").forEach((button) => {
  button.hidden = false;
  button.addEventListener("click", () => window.print());
});

// Fields that belong to an answer are shown with it. Without this script all are shown, and what does not apply is not read.
document.querySelectorAll("form.lods-step, form[data-when-form]").forEach((form) => {
  const waiting = form.querySelectorAll("[data-when]");
  const show = () => {
    waiting.forEach((field) => {
      const others = form.querySelectorAll(`[name="${CSS.escape(field.dataset.when)}"]:checked`);
      field.hidden = ![...others].some((other) => other.value === field.dataset.is);
    });
  };
  form.addEventListener("change", show);
  show();
});

// What is being written is kept on the server every few seconds, so that a session that ends loses no text.
document.querySelectorAll("form[data-draft]").forEach((form) => {
  const said = form.querySelector("[data-draft-said]");
  let timer = 0;
  let sent = false;
  const keep = async () => {
    if (sent) return;
    const body = new URLSearchParams(new FormData(form));
    try {
      const answer = await fetch(`${location.pathname}/draft`, { method: "POST", body, redirect: "manual" });
      said.textContent = answer.status === 204 ? form.dataset.draft : form.dataset.draftLost;
    } catch {
      said.textContent = form.dataset.draftLost;
    }
  };
  form.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(keep, 2000);
  });
  form.addEventListener("submit", () => {
    sent = true;
    clearTimeout(timer);
  });
});
