/* Forms: a second click sends nothing, and what is wrong is read first. */
const REST = 8000; /* a download or a lost connection leaves the page here: then the button works again */

function release(form) {
  delete form.dataset.sent;
  for (const button of form.querySelectorAll("[data-pressed]")) {
    button.removeAttribute("aria-disabled");
    button.removeAttribute("data-pressed");
  }
}

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (event.defaultPrevented || form.method !== "post") return;
  if (form.dataset.sent) {
    event.preventDefault();
    return;
  }
  form.dataset.sent = "yes";
  if (event.submitter) {
    /* aria-disabled, not disabled: a disabled button's name and value would not be sent */
    event.submitter.setAttribute("aria-disabled", "true");
    event.submitter.setAttribute("data-pressed", "");
  }
  setTimeout(() => release(form), REST);
});

addEventListener("pageshow", (event) => {
  if (event.persisted) document.querySelectorAll("form[data-sent]").forEach(release);
});
document.addEventListener("htmx:afterRequest", (event) => {
  const form = event.target.closest("form");
  if (form) release(form);
});

document.querySelector("[data-focus]")?.focus();
