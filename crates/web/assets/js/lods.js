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
