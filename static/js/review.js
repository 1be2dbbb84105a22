/* The review's workspace: j and k move, 1 to 4 choose, and what is written is saved meanwhile. Without it the buttons do the same. */
const PAUSE = 1500; /* after the last key a text is saved */
const form = document.querySelector("#judge");
const saved = document.querySelector("#saved");
let dirty = false;
let waiting;
let running = Promise.resolve(true);

function tell(words, state) {
  saved.textContent = words;
  saved.dataset.state = state;
}

async function send() {
  clearTimeout(waiting);
  if (!dirty) return true;
  dirty = false;
  let answer;
  try {
    answer = await fetch(form.action || location.href, {
      method: "POST", body: new FormData(form), headers: { Accept: "application/json" }, redirect: "error",
    });
  } catch {
    dirty = true;
  }
  if (!answer?.ok) {
    dirty = true;
    tell(saved.dataset.lost, "lost");
    if (answer?.status === 409) form.requestSubmit(); /* the page that comes shows both texts, or what is wrong */
    return false;
  }
  const now = await answer.json();
  form.elements.base_version.value = now.version;
  document.querySelector("#judged").textContent = now.judged;
  if (!dirty) tell(`${saved.dataset.word} ${now.saved}`, "saved");
  return true;
}

/* one after the other: each builds on the version of the one before */
function save() {
  running = running.then(send);
  return running;
}

async function go(link) {
  if (link && (await save())) location.assign(link.href);
}

function typing(target) {
  return target.matches("textarea, select, input:not([type=radio])") || target.isContentEditable;
}

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || typing(event.target)) return;
  if (event.key === "j") go(document.querySelector("#following"));
  if (event.key === "k") go(document.querySelector("#previous"));
  const choice = form && form.querySelectorAll("input[name=verdict]")[Number(event.key) - 1];
  if (choice) {
    choice.click();
    choice.focus({ preventScroll: true });
  }
});

if (form) {
  form.addEventListener("input", () => {
    dirty = true;
    clearTimeout(waiting);
    waiting = setTimeout(save, PAUSE);
  });
  form.addEventListener("change", save);
  form.addEventListener("submit", () => {
    clearTimeout(waiting);
    dirty = false;
  });
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[href]");
    if (!link || !dirty || event.ctrlKey || event.metaKey || link.target) return;
    event.preventDefault();
    go(link);
  });
  addEventListener("beforeunload", (event) => {
    if (dirty) event.preventDefault();
  });
}
/* the chosen indicator in sight, without moving anything else */
const current = document.querySelector(".index [aria-current]");
if (current) current.parentElement.scrollTop = current.offsetTop - current.parentElement.offsetTop - current.parentElement.clientHeight / 3;
