/* Before somebody signs out on a device on which something is not sent: the recorder offers to send it or to save it first. */
const NAME = /^poom-recorder-(.+)$/;

async function unsentAt(slug) {
  const { unsentHere } = await import("./queue.js");
  return Object.values(await unsentHere(slug)).some(Boolean);
}

async function whereUnsent() {
  const names = (await indexedDB.databases?.() ?? []).map(({ name }) => NAME.exec(name)?.[1]).filter(Boolean);
  for (const slug of names) if (await unsentAt(slug)) return slug;
  return null;
}

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (!form.action.endsWith("/accounts/logout/") || form.dataset.asked) return;
  event.preventDefault();
  whereUnsent().catch(() => null).then((slug) => {
    form.dataset.asked = "yes";
    if (slug) location.assign(`/${slug}/visits/recorder/?lang=${document.documentElement.lang}#leaving`);
    else form.requestSubmit();
  });
});
