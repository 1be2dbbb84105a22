/* What this device keeps, in IndexedDB: visits taken along, what is not sent yet, photos, keys. A write has happened when its promise is kept. */
const VERSION = 1;
const PLACES = {
  visits: ["person", "visit"], /* {person, visit, vector, sealed, takenAt}: the whole visit, sealed */
  queue: "id", /* {id, person, visit, kind, item, state, tried, at, vector, sealed}: what was recorded */
  photos: "id", /* {id, person, visit, vector, sealed}: the picture of an operation */
  keys: ["person", "visit"], /* {person, visit, key, seenAt}: what opens them, readable by no script */
  here: "name", /* {name, value}: whose device it is at the moment, its number, when something was last sent */
};

let opened;

export function open(slug) {
  opened ??= new Promise((done, failed) => {
    const asking = indexedDB.open(`poom-recorder-${slug}`, VERSION);
    asking.onupgradeneeded = () => {
      for (const [name, keyPath] of Object.entries(PLACES)) {
        if (!asking.result.objectStoreNames.contains(name)) asking.result.createObjectStore(name, { keyPath });
      }
    };
    asking.onerror = () => failed(asking.error);
    asking.onsuccess = () => {
      asking.result.onversionchange = () => asking.result.close(); /* a newer recorder is open: it goes first */
      done(asking.result);
    };
  });
  opened.catch(() => { opened = undefined; });
  return opened;
}

/* Somebody else, the sender for one, has changed what this change stood on: look again. */
export class Stale extends Error {}

/* All of `changes` or none: [["put", place, row] or ["delete", place, key], …]. `standing`: rows of the queue that must be as they were
   read: there, and as little or as much tried. Raises Stale, or what the browser says. */
export async function write(slug, changes, standing = []) {
  const base = await open(slug);
  const places = [...new Set([...changes.map(([, place]) => place), ...(standing.length ? ["queue"] : [])])];
  if (!places.length) return;
  await new Promise((done, failed) => {
    const writing = base.transaction(places, "readwrite", { durability: "strict" });
    let stale = false;
    writing.oncomplete = done;
    writing.onabort = () => failed(stale ? new Stale() : writing.error ?? new DOMException("aborted", "AbortError"));
    for (const row of standing) {
      const asking = writing.objectStore("queue").get(row.id);
      asking.onsuccess = () => {
        if (asking.result?.tried === row.tried && asking.result?.state === row.state) return;
        stale = true;
        writing.abort();
      };
    }
    for (const [verb, place, what] of changes) writing.objectStore(place)[verb](what);
  });
}

async function read(slug, place, ask) {
  const base = await open(slug);
  return new Promise((done, failed) => {
    const asking = ask(base.transaction(place).objectStore(place));
    asking.onsuccess = () => done(asking.result);
    asking.onerror = () => failed(asking.error);
  });
}

export const get = (slug, place, key) => read(slug, place, (rows) => rows.get(key));
export const all = (slug, place) => read(slug, place, (rows) => rows.getAll());

export async function here(slug, name) {
  return (await get(slug, "here", name))?.value;
}

export const setHere = (slug, name, value) => write(slug, [["put", "here", { name, value }]]);

/* The number of this device, made once. */
export async function device(slug) {
  const known = await here(slug, "device");
  if (known) return known;
  const made = crypto.randomUUID();
  await setHere(slug, "device", made);
  return made;
}
