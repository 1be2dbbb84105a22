/* Files in parts: each with its offset and its check value, resumed after a cut. Without this the form carries them whole. */
const SOONEST = 2000;
const LATEST = 30000;

const drop = document.querySelector("[data-uploads]");
const form = drop?.closest("form");
const list = drop?.querySelector(".sendings");
const said = drop?.dataset;
const headers = () => ({ "HX-Request": "true", "X-CSRFToken": form.elements.csrfmiddlewaretoken.value });

const queue = [];
let running = false;

class Ended extends Error {} /* signed out, refused, gone: trying again by itself is of no use */

function filled(sentence, words) {
  return sentence.replace(/\{(\w+)\}/g, (_, name) => words[name]);
}

function inWords(size) {
  if (size < 1024 * 1024) return `${Math.round(size / 1024)} KB`;
  return `${(size / 1024 / 1024).toFixed(1)} MB`;
}

async function digest(bytes) {
  const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return [...hash].map((one) => one.toString(16).padStart(2, "0")).join("");
}

/* What the page shows of one file. */
class Line {
  constructor(file, onStop) {
    this.row = document.createElement("li");
    this.name = document.createElement("b");
    this.name.textContent = file.name;
    this.bar = document.createElement("progress");
    this.bar.max = Math.max(file.size, 1);
    this.bar.setAttribute("aria-label", file.name);
    this.words = document.createElement("span");
    this.words.className = "tiny";
    this.button = document.createElement("button");
    this.button.type = "button";
    this.button.className = "button quiet";
    this.row.append(this.name, this.bar, this.words, this.button);
    this.offer(filled(said.stop, { name: file.name }), onStop);
    list.append(this.row);
  }

  say(sentence, state = "busy") {
    this.words.textContent = sentence;
    this.row.dataset.state = state;
  }

  reached(done, size, sentence = said.sending) {
    this.bar.value = done;
    this.say(filled(sentence, { done: inWords(done), size: inWords(size), percent: `${Math.floor((100 * done) / size)}%` }));
  }

  offer(words, action) {
    this.button.hidden = !action;
    this.button.textContent = words;
    this.button.onclick = action;
  }

  end(sentence, state) {
    this.bar.remove();
    this.say(sentence, state);
  }
}

/* In the language of the page. */
function spoken(address) {
  const language = new URLSearchParams(location.search).get("lang");
  return language ? `${address}?lang=${language}` : address;
}

async function ask(address, body, more = {}) {
  const answer = await fetch(spoken(address.split("?")[0]), { method: body === undefined ? "GET" : "POST", body, headers: { ...headers(), ...more } });
  if (answer.status === 204 && answer.headers.has("HX-Redirect")) throw new Ended(said.ended);
  if (answer.redirected || answer.status === 403 || answer.status === 404) throw new Ended(said.gone);
  if (answer.status >= 500) throw new Error("busy");
  const isJson = (answer.headers.get("Content-Type") ?? "").includes("json");
  if (!isJson) { /* a refusal as the house says it: a fragment with its sentence */
    const holder = document.createElement("template");
    holder.innerHTML = await answer.text();
    throw new Ended(holder.content.textContent.trim() || said.failed);
  }
  return answer.json();
}

class Sending {
  constructor(file) {
    this.file = file;
    this.stopped = false;
    this.line = new Line(file, () => this.stop());
  }

  async run() {
    this.line.say(said.hashing);
    let wait = SOONEST;
    while (!this.stopped) {
      try {
        return await this.once();
      } catch (failure) {
        if (this.stopped) return;
        if (failure instanceof Ended) return this.fail(failure.message);
        this.line.reached(this.state?.received ?? 0, this.file.size, said.waiting);
        await rest(wait);
        wait = Math.min(wait * 2, LATEST);
      }
    }
  }

  /* From wherever the server stands: it is asked each time, so that a lost answer loses nothing. */
  async once() {
    if (!this.bytes) await this.read();
    this.state = await this.begun();
    while (this.state.received < this.state.size && !this.state.finished) {
      if (this.stopped) return;
      this.line.reached(this.state.received, this.state.size);
      const offset = this.state.received;
      const part = this.bytes.slice(offset, offset + this.state.part);
      this.state = await ask(`${this.state.address}parts/`, part, {
        "Content-Type": "application/octet-stream", "Upload-Offset": String(offset), "Upload-Sha256": await digest(part),
      });
    }
    this.line.reached(this.state.size, this.state.size);
    this.line.say(said.checking);
    this.done(await ask(`${this.state.address}finish/`, new FormData()));
  }

  async read() {
    try {
      this.bytes = await this.file.arrayBuffer();
    } catch {
      throw new Ended(said.failed);
    }
    this.whole = await digest(this.bytes);
  }

  begun() {
    if (this.state) return ask(this.state.address);
    const facts = new FormData();
    for (const [name, value] of Object.entries({ place: said.place, name: this.file.name, size: this.file.size, sha256: this.whole })) facts.set(name, value);
    return ask(said.uploads, facts).then((state) => {
      if (!state.address) throw new Ended(state.refusal);
      return state;
    });
  }

  done(state) {
    this.bytes = null;
    if (state.refusal) return this.fail(state.refusal, false);
    const { receipt } = state;
    this.line.offer("", null);
    this.line.end(filled(receipt.was_there ? said.there : said.arrived, receipt), "done");
    const attached = document.getElementById("attached");
    if (!state.attached || !attached) return location.assign(spoken(state.then));
    const holder = document.createElement("template");
    holder.innerHTML = state.attached;
    attached.replaceWith(holder.content);
    document.dispatchEvent(new CustomEvent("documents-changed"));
  }

  fail(sentence, mayTryAgain = true) {
    this.line.end(sentence || said.failed, "failed");
    this.line.offer(said.again, mayTryAgain ? () => { this.line.row.remove(); add([this.file]); } : null);
  }

  async stop() {
    this.stopped = true;
    this.line.end(said.stopped, "failed");
    this.line.offer("", null);
    if (this.state) await ask(`${this.state.address}discard/`, new FormData()).catch(() => {});
    wake();
  }
}

let wake = () => {};
function rest(milliseconds) {
  return new Promise((resolve) => { wake = resolve; setTimeout(resolve, milliseconds); });
}

async function add(files) {
  queue.push(...[...files].map((file) => new Sending(file)));
  if (running) return;
  running = true;
  while (queue.length) await queue.shift().run(); /* one after the other: a phone's line is narrow */
  running = false;
}

function watch(input) {
  input.addEventListener("change", () => {
    const files = [...input.files];
    input.value = ""; /* the form must not carry them once more */
    add(files);
  });
}

if (drop && globalThis.crypto?.subtle) { /* only in a secure context; else the button below carries the files */
  for (const input of drop.querySelectorAll("input[type=file]")) watch(input);
  for (const one of drop.querySelectorAll("[data-without-script]")) one.hidden = true;
  for (const one of drop.querySelectorAll(".with-script")) one.hidden = false;
  addEventListener("online", () => wake());
  addEventListener("beforeunload", (event) => { if (running) event.preventDefault(); });
  for (const name of ["dragover", "dragleave", "drop"]) {
    drop.addEventListener(name, (event) => {
      event.preventDefault();
      drop.classList.toggle("over", name === "dragover");
      if (name === "drop") add(event.dataTransfer.files);
    });
  }
}
