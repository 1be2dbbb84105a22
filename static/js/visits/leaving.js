/* Before somebody signs out: what is not sent yet is offered to be sent or saved, and nothing that is here opens any more without them. */
const NAME = /^poom-recorder-(.+)$/;

/* Whoever never took a visit along here signs out without a question. */
function hasRecorder() {
  try {
    return localStorage.getItem("poom.recorder") !== null;
  } catch {
    return false;
  }
}

async function recorders() {
  return (await indexedDB.databases?.() ?? []).map(({ name }) => NAME.exec(name)?.[1]).filter(Boolean);
}

/* The recorder with something unsent, or null once all of them are closed. */
async function leave() {
  const slugs = await recorders();
  if (!slugs.length) return null;
  const [{ unsentHere }, { leaves }] = await Promise.all([import("./queue.js"), import("./person.js")]);
  for (const slug of slugs) if (Object.values(await unsentHere(slug)).some(Boolean)) return slug;
  for (const slug of slugs) await leaves(slug);
  return null;
}

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (!form.getAttribute("action")?.includes("/accounts/logout/") || form.dataset.asked || !hasRecorder()) return;
  event.preventDefault();
  leave().catch(() => null).then((slug) => {
    form.dataset.asked = "yes";
    if (slug) location.assign(`/${slug}/visits/recorder/?lang=${document.documentElement.lang}#leaving`);
    else form.requestSubmit();
  });
});
