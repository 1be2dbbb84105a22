/* The review's workspace: its keys, its index, its documents. What is written answer.js saves. Without both the links and buttons do the same. */
const OFF = "poom.keys.off";
const ARROWS = { ArrowLeft: "prev", ArrowRight: "next" };
const form = document.getElementById("judge");
const keeping = form ? await import("./answer.js") : null;
const narrow = matchMedia("(max-width: 48rem)");
const index = document.querySelector(".index details");
const keys = document.getElementById("keys");
const use = document.getElementById("use-keys");

/* What was saved shows in the index, and at the indicator what is still missing. */
form?.addEventListener("poom:kept", ({ detail }) => {
  const mark = detail.getElementById("mark");
  document.querySelector(".index [aria-current] .mark-of-it").replaceChildren(...mark.childNodes);
  document.getElementById("needed").replaceChildren(...detail.getElementById("needed").childNodes);
  document.getElementById("judged").textContent = document.querySelectorAll(".index .status").length;
});

/* A judgement is saved at once, a text when one pauses; who finds documents missing may ask for them. */
form?.addEventListener("change", (event) => {
  if (event.target.name !== "verdict") return;
  keeping.save();
  const asking = document.querySelector(".proposing details");
  if (!asking || event.target.value !== "supplement" || document.querySelector(".proposing > p")) return;
  asking.open = true;
  const words = asking.querySelector("textarea");
  words.value ||= form.elements.reason.value;
});

/* Whoever goes on has saved before; what does not arrive is kept in this browser, and one stays. */
async function go(link) {
  if (!link) return;
  for (let tries = 0; keeping?.isUnsaved() && tries < 2; tries += 1) await keeping.save();
  if (!keeping?.isUnsaved()) location.assign(link.href);
}

function press(then) {
  form?.requestSubmit(form.querySelector(`[name=then][value=${then}]`));
}

function choose(number) {
  const choice = form?.querySelectorAll("input[name=verdict]")[number - 1];
  choice?.click();
  choice?.focus({ preventScroll: true });
}

/* by the place of the key: with the Korean layout on, J writes another letter */
const DOES = {
  KeyJ: () => go(document.getElementById("following")),
  KeyK: () => go(document.getElementById("previous")),
  KeyR: () => form?.elements.reason?.focus(),
  KeyN: () => form?.elements.note?.focus(),
  KeyS: () => keeping?.isUnsaved() && (keeping.save() ?? press("stay")), /* after a conflict the button decides */
  Slash: () => { keys.open = !keys.open; },
};

function typing(target) {
  return target.matches("textarea, select, input:not([type=radio], [type=checkbox])");
}

document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && typing(event.target)) event.target.closest("form, .sheet-panel, main")?.closest("[tabindex]")?.focus();
  if (event.ctrlKey && event.key === "Enter" && event.target.form === form) press("next");
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || typing(event.target) || !use.checked) return;
  const number = /^(?:Digit|Numpad)([1-4])$/.exec(event.code)?.[1];
  const page = !event.target.matches("input") && document.querySelector(`#evidence a[rel=${ARROWS[event.key]}]`);
  if (number && !event.shiftKey) choose(Number(number));
  else if (page) page.click();
  else if (DOES[event.code] && (event.code === "Slash") === event.shiftKey) {
    event.preventDefault(); /* else the letter is written into the field that is entered */
    DOES[event.code]();
  }
});

document.addEventListener("click", (event) => {
  const link = event.target.closest("a[href]");
  if (!link || event.defaultPrevented || event.ctrlKey || event.metaKey || link.target || link.closest("#evidence")) return;
  if (!keeping?.isUnsaved()) return;
  event.preventDefault();
  go(link);
});

/* The next document begins at its top. */
document.addEventListener("htmx:afterSwap", (event) => {
  if (event.target.id !== "evidence") return;
  const column = document.getElementById("main");
  column.scrollTop = 0;
  if (document.activeElement === document.body) column.focus({ preventScroll: true });
});

try {
  use.checked = !localStorage.getItem(OFF);
  use.addEventListener("change", () => (use.checked ? localStorage.removeItem(OFF) : localStorage.setItem(OFF, "yes")));
} catch { /* storing is forbidden: then they are on */ }

/* On a telephone the list of indicators is folded; elsewhere it stands open, the chosen one in sight. */
function fold() {
  index.open = !narrow.matches;
}
fold();
narrow.addEventListener("change", fold);
const current = document.querySelector(".index [aria-current]");
const list = current?.closest(".index");
if (list) list.scrollTop = current.offsetTop - list.offsetTop - list.clientHeight / 3;
