/* The rescue file: everything on this device that is not sent, as it lies here, sealed. The agency opens it with the key it has. */
import * as store from "./store.js";
import { UNSENT } from "./queue.js";

const FORMAT = 1;

function inLetters(bytes) {
  let text = "";
  const whole = new Uint8Array(bytes);
  for (let from = 0; from < whole.length; from += 32768) text += String.fromCharCode(...whole.subarray(from, from + 32768));
  return btoa(text);
}

const record = ({ id, vector, sealed }) => ({ id, vector: inLetters(vector), sealed: inLetters(sealed) });

/* [{name, text}]: a file for each visit and person of whom something is unsent. Needs no key. */
export async function files(slug) {
  const rows = (await store.all(slug, "queue")).filter((row) => UNSENT.has(row.state));
  const photos = await store.all(slug, "photos");
  const device = await store.device(slug);
  const made = new Map();
  for (const row of rows.sort((one, other) => one.at - other.at)) {
    const name = `${row.visit}|${row.person}`;
    const file = made.get(name) ?? { format: FORMAT, visit: row.visit, person: row.person, device, operations: [], photos: [] };
    made.set(name, file);
    file.operations.push(record(row));
    const photo = photos.find((one) => one.id === row.id);
    if (photo) file.photos.push(record(photo));
  }
  return [...made.values()].map((file) => ({ name: `${file.visit.slice(0, 8)}-${file.person}.poom-rescue`, text: JSON.stringify(file) }));
}

export async function save(slug) {
  const saved = await files(slug);
  for (const { name, text } of saved) {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([text], { type: "application/octet-stream" }));
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  }
  return saved.length;
}
