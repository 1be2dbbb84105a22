/* Check a PDF: the browser works out the file's SHA-256 and only that is sent. Without crypto.subtle (plain http) the file itself is. */
const LIMIT = 512 * 1024 * 1024;          /* what is larger is sent, and refused with a sentence */
const form = document.querySelector("[data-check-file]");
const input = form?.querySelector('input[type="file"]');
const onlyHash = Boolean(form && crypto.subtle && !("handIn" in form.dataset));

async function hashOf(file) {
  const digest = await crypto.subtle.digest("SHA-256", await file.arrayBuffer());
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

if (onlyHash) {
  form.querySelector("[data-by-hash]").hidden = false;
  form.addEventListener("submit", async (event) => {
    const file = input.files[0];
    if (!file || !file.size || file.size > LIMIT) return;
    event.preventDefault();
    try {
      const address = new URL(form.action);
      address.searchParams.set("sha256", await hashOf(file));
      location.assign(address);
    } catch {
      form.submit();                        /* a file that the browser cannot read as a whole */
    }
  }, { capture: true });
}
