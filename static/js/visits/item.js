/* One item on the whole screen. What is chosen is kept at once, what is typed when one pauses or leaves. */
import * as corner from "./corner.js";
import * as photos from "./photos.js";
import * as queue from "./queue.js";
import * as recording from "./recording.js";
import { digest } from "./sealing.js";
import { language, piece, put, screen, tell, word } from "./words.js";

const PAUSE = 700; /* milliseconds */
let leave = async () => {}; /* keeps what is typed on the screen that is open */

export const leaveItem = () => leave();

export function showItem(visit, item, { go, kept, failed }) {
  const index = visit.pack.items.indexOf(item);
  const main = screen("item", { code: item.code, area: `${item.area}. ${item.words[language].area}`, title: item.words[language].title,
    look: item.words[language].look });
  put(document.getElementById("tools"), { where: word("place", { place: index + 1, of: visit.pack.items.length }) });
  brought(main, item.words[language]);
  ways(visit, index, go);
  const open = recording.hasBegun(visit) && !recording.isOver(visit);
  for (const field of main.querySelectorAll("form :is(input, select, textarea, button), [data-camera]")) field.disabled = !open;
  const keep = keeper(visit, failed, kept);
  judging(main, visit, item, keep);
  showPhotos(main, visit, item, keep);
  logging(main, visit, item, keep);
}

/* What was known before the visit, folded; what was left open stands there unfolded. */
function brought(main, { sections, open }) {
  main.querySelector("[data-kit]").hidden = sections.every(([heading]) => heading === open);
  for (const [heading, text] of sections) {
    const place = main.querySelector(heading === open ? "[data-open]" : "[data-sections]");
    place.append(put(piece("part-section"), { heading, text }));
  }
}

/* Runs a change, says that it is kept here once it is, or what to do when it cannot be. */
function keeper(visit, failed, kept) {
  return async (work) => {
    corner.saving();
    try {
      const result = await work();
      corner.saved();
      kept(visit);
      return result ?? true;
    } catch (failure) {
      corner.unsaved();
      failed(failure);
      return null;
    }
  };
}

function ways(visit, index, go) {
  const foot = document.getElementById("foot");
  for (const [name, step] of [["previous", -1], ["next", 1]]) {
    const link = foot.querySelector(`[data-to="${name}"]`);
    const neighbour = visit.pack.items[index + step];
    link.hidden = !neighbour && step < 0;
    link.href = neighbour ? go(visit, neighbour.code) : go(visit);
  }
  document.querySelector('#tools [data-to="visit"]').href = go(visit);
}

function judging(main, visit, item, keep) {
  const form = main.querySelector("#record");
  const stands = recording.sheet(visit, item.id);
  const fields = form.elements;
  for (const choice of form.querySelectorAll("[name=judgement]")) choice.checked = choice.value === stands.judgement;
  fields.reason_code.value = stands.reason_code;
  fields.text.value = stands.text;
  remarks(main, visit, item);
  let before = JSON.stringify(said(form));
  let pause;
  let turn = Promise.resolve();

  function save() {
    clearTimeout(pause);
    const words = said(form);
    if (JSON.stringify(words) === before) return turn;
    before = JSON.stringify(words);
    turn = turn.then(async () => {
      if (await keep(() => recording.judge(visit, item.id, words))) remarks(main, visit, item);
      else before = "";
    });
    return turn;
  }
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("change", save);
  form.addEventListener("input", () => {
    clearTimeout(pause);
    pause = setTimeout(save, PAUSE);
  });
  leave = save;
}

function said(form) {
  const { judgement, reason_code: reason, text } = form.elements;
  return { judgement: judgement.value, reason_code: judgement.value === "noncompliant" ? reason.value : "", text: text.value };
}

/* What is missing for the judgement to be sent, or what the house said of it. */
function remarks(main, visit, item) {
  main.querySelector("[data-notices]").replaceChildren();
  const { row } = recording.sheet(visit, item.id);
  if (row?.state === "unfinished") tell("info", word("reasonMissing"));
  if (row?.state === "refused") tell("warning", word("refused", { sentence: row.sentence }));
  if (recording.isOver(visit)) tell("info", word("ended"));
}

function showPhotos(main, visit, item, keep) {
  const number = visit.pack.photos[item.id] ?? 0;
  put(main, { photosThere: number ? `${word("allSent")}: ${number}` : "" });
  for (const row of recording.photos(visit, item.id)) line(main, visit, item, row, keep);
  for (const camera of main.querySelectorAll("[data-camera]")) {
    camera.addEventListener("change", async () => {
      for (const file of camera.files) await photograph(main, visit, item, file, keep);
      camera.value = "";
    });
  }
}

async function photograph(main, visit, item, file, keep) {
  let bytes;
  try {
    bytes = await photos.reduced(file);
  } catch {
    tell("warning", word("noPicture", { name: file.name }));
    return;
  }
  const words = { size: bytes.length, sha256: await digest(bytes), caption: "" };
  const row = await keep(() => recording.add(visit, "photo", { item: item.id, words }, bytes));
  if (row) await line(main, visit, item, row, keep);
}

async function line(main, visit, item, row, keep) {
  const made = piece("part-photo").firstElementChild;
  const [canvas, caption, label] = ["canvas", "[data-caption]", "[data-label]"].map((name) => made.querySelector(name));
  caption.id = `caption-${row.id}`;
  label.htmlFor = caption.id;
  caption.value = row.told.words.caption;
  caption.disabled = row.tried;
  caption.addEventListener("change", () => keep(() => recording.caption(visit, row.id, caption.value)));
  made.querySelector("[data-remove]").addEventListener("click", async () => {
    if (await keep(() => recording.takeBack(visit, "photo", item.id, row.id))) made.remove();
  });
  if (row.state === "refused") made.append(word("refused", { sentence: row.sentence }));
  main.querySelector("[data-photos]").append(made);
  const bytes = await queue.photoOf(visit.slug, visit.key, row);
  if (bytes) await photos.show(bytes, canvas);
}

function logging(main, visit, item, keep) {
  const form = main.querySelector("#entry");
  const list = main.querySelector("[data-entries]");
  function draw() {
    list.replaceChildren(...recording.entries(visit, item.id).map((entry) => {
      const made = put(piece("part-entry"), { what: `${word(entry.kind)}: ${entry.source}`, text: entry.text }).firstElementChild;
      made.querySelector("[data-remove]").addEventListener("click", async () => {
        if (await keep(() => recording.takeBack(visit, "entry", item.id, entry.id))) draw();
      });
      return made;
    }));
  }
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const { kind, source, text } = form.elements;
    const words = { kind: kind.value, source: source.value.trim(), text: text.value.trim() };
    if (!words.source || !words.text) {
      tell("warning", word("incomplete"));
      (words.source ? text : source).focus();
      return;
    }
    if (!await keep(() => recording.add(visit, "entry", { item: item.id, words }))) return;
    form.reset();
    draw();
  });
  draw();
}
