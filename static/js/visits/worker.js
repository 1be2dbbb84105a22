/* The service worker: the recorder opens without a network, and what is recorded is sent when there is one again. */
import { send } from "./sending.js";

/* Called once when the script starts. `files`: what the recorder needs, kept whole under `version` or not at all. */
export function work({ version, files, slug }) {
  const mine = `poom-recorder-${slug}-`;
  const name = mine + version;
  const scope = new URL("./", self.location).pathname;
  const channel = new BroadcastChannel(mine); /* an open page is told what was sent for it */
  const pages = new Set(files.map((file) => new URL(file, self.location).href));

  self.addEventListener("install", (event) => {
    /* a redirect would be the sign-in page: then this version is not taken, and the one before stays */
    const requests = files.map((file) => new Request(file, { cache: "reload", redirect: "error" }));
    event.waitUntil(caches.open(name).then((kept) => kept.addAll(requests)).then(() => self.skipWaiting()));
  });

  self.addEventListener("activate", (event) => {
    event.waitUntil((async () => {
      for (const other of await caches.keys()) if (other.startsWith(mine) && other !== name) await caches.delete(other);
      await self.clients.claim();
    })());
  });

  self.addEventListener("fetch", (event) => {
    if (event.request.method !== "GET") return;
    const address = new URL(event.request.url);
    const isTheRecorder = event.request.mode === "navigate" && address.pathname === scope;
    if (!isTheRecorder && !pages.has(address.href)) return;
    event.respondWith(kept(event.request, isTheRecorder));
  });

  async function kept(request, isTheRecorder) {
    const cache = await caches.open(name);
    const found = await cache.match(request) ?? (isTheRecorder && await cache.match(files[0]));
    return found || fetch(request);
  }

  self.addEventListener("sync", (event) => {
    if (event.tag === "send") event.waitUntil(send(slug, scope, (visit) => channel.postMessage(visit)));
  });
}
