/* One visit as it is being recorded: the pack from the house with this device's own records laid over it. */
import * as queue from "./queue.js";
import * as store from "./store.js";
import * as taken from "./taken.js";

export async function open(slug, person, visit, key) {
  const whose = { person, visit };
  const there = await taken.opened(slug, whose, key);
  return there && { slug, key, whose, ...there, rows: await queue.rowsOf(slug, person, visit, key) };
}

const ofItem = (recording, kind, item) => recording.rows.filter((row) => row.kind === kind && row.told.item === item);

/* One's own judgement of an item: {judgement, reason_code, text, row} with the row of this device that says so, if one does. */
export function sheet(recording, item) {
  const row = ofItem(recording, "finding", item).findLast((one) => one.state !== "conflict" && one.state !== "kept");
  return row ? { ...row.told.words, row } : { judgement: "", reason_code: "", text: "", ...recording.pack.mine[item] };
}

export const conflictOf = (recording, item) => ofItem(recording, "finding", item).findLast((row) => row.state === "conflict");

/* Interviews and samples, those of the house and those of this device, without what was taken back. */
export function entries(recording, item) {
  const own = ofItem(recording, "entry", item);
  const removed = new Set(own.map((row) => row.told.words.remove).filter(Boolean));
  const here = own.filter((row) => !row.told.words.remove).map((row) => ({ id: row.id, ...row.told.words, row }));
  const there = recording.pack.entries.filter((entry) => entry.item === item && !here.some((one) => one.id === entry.id));
  return [...there, ...here].filter((entry) => !removed.has(entry.id));
}

export const photos = (recording, item) => ofItem(recording, "photo", item).filter((row) => row.state !== "kept" && !row.told.words.remove);

export const hasBegun = ({ pack, rows }) => pack.visit.stage !== "planned" || rows.some((row) => row.kind === "begin");

export const isOver = ({ pack }) => pack.visit.has_ended;

/* In what state an item shows on the overview. */
export function shown(recording, item) {
  const { judgement, text } = sheet(recording, item);
  return judgement || (text ? "notes" : "todo");
}

/* {unsent, unfinished, conflicts, refused, kept}: how many records of this visit are in which state. */
export function counts({ rows }) {
  const number = (...states) => rows.filter((row) => states.includes(row.state)).length;
  return { unsent: number("new", "unfinished", "refused"), unfinished: number("unfinished", "refused"), conflicts: number("conflict"),
    kept: number("kept") };
}

export const NOT_WHOLE = (words) => words.judgement === "noncompliant" && (!words.reason_code || !words.text.trim());

/* Once more on what stands now, if the sender was faster than this change. */
async function again(recording, work) {
  for (let tries = 0; ; tries += 1) {
    try {
      return await work();
    } catch (failure) {
      if (!(failure instanceof store.Stale) || tries > 4) throw failure;
      const { slug, whose, key } = recording;
      Object.assign(recording, await open(slug, whose.person, whose.visit, key));
    }
  }
}

export const judge = (recording, item, words) => again(recording, () => judgeOnce(recording, item, words));

async function judgeOnce(recording, item, words) {
  const { slug, key, whose, rows, pack } = recording;
  const base = pack.mine[item]?.version ?? 0;
  const { row, gone } = await queue.judge(slug, key, whose, rows, { item, base, words, isWhole: !NOT_WHOLE(words) });
  recording.rows = [...rows.filter((one) => !gone.includes(one)), row];
}

export async function add(recording, kind, told, photo) {
  const { slug, key, whose } = recording;
  const row = await queue.keep(slug, key, queue.begun(whose, kind, told), { photo });
  recording.rows = [...recording.rows, row];
  return row;
}

/* Take back a record of this device, or one that the house has already. */
export const takeBack = (recording, kind, item, id) => again(recording, async () => {
  const row = recording.rows.find((one) => one.id === id);
  if (row && (!row.tried || row.state === "refused")) {
    await queue.forget(recording.slug, row);
    recording.rows = recording.rows.filter((one) => one !== row);
    return;
  }
  await add(recording, kind, { item, words: { remove: id } });
});

/* The caption of a photo, as long as it is not being sent. */
export const caption = (recording, id, text) => again(recording, async () => {
  const row = recording.rows.find((one) => one.id === id);
  if (!row || row.tried) return;
  row.told.words.caption = text;
  await queue.keep(recording.slug, recording.key, row, { instead: [row] });
});

/* What stood elsewhere stays; the record of this device is kept by the house beside it and goes from here. */
export async function leaveTheirs(recording, row) {
  await queue.forget(recording.slug, row);
  recording.rows = recording.rows.filter((one) => one !== row);
}

/* These words stand from now on; they build on what the other device has written. */
export const decide = (recording, row, words) => again(recording, () => decideOnce(recording, row, words));

async function decideOnce(recording, row, words) {
  const { slug, key, whose, rows } = recording;
  const made = queue.begun(whose, "finding", { item: row.told.item, base: row.version, words });
  made.state = NOT_WHOLE(words) ? "unfinished" : "new";
  const overtaken = rows.filter((one) => one.kind === "finding" && one.told.item === row.told.item);
  await queue.keep(slug, key, made, { instead: overtaken });
  recording.rows = [...rows.filter((one) => !overtaken.includes(one)), made];
}

/* A closing statement takes the place of one that was never sent. */
export const close = (recording, words) => again(recording, () => closeOnce(recording, words));

async function closeOnce(recording, words) {
  const { slug, key, whose, rows } = recording;
  const unsent = rows.filter((row) => row.kind === "closing" && (!row.tried || row.state === "refused"));
  const row = await queue.keep(slug, key, queue.begun(whose, "closing", { words }), { instead: unsent });
  recording.rows = [...rows.filter((one) => !unsent.includes(one)), row];
}
