/* Passkeys: what the page asks goes to the device, and its answer goes back in the form. Without this the other ways stay. */
const decoded = (text) => Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (sign) => sign.charCodeAt(0));
const encoded = (buffer) =>
  btoa(String.fromCharCode(...new Uint8Array(buffer))).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");

function forDevice(options) {
  const asked = { ...options.publicKey, challenge: decoded(options.publicKey.challenge) };
  if (asked.user) asked.user = { ...asked.user, id: decoded(asked.user.id) };
  for (const name of ["excludeCredentials", "allowCredentials"]) {
    if (asked[name]) asked[name] = asked[name].map((one) => ({ ...one, id: decoded(one.id) }));
  }
  return asked;
}

function forForm(credential) {
  const answer = { type: credential.type, id: credential.id, rawId: encoded(credential.rawId), response: {} };
  for (const name of ["clientDataJSON", "attestationObject", "authenticatorData", "signature", "userHandle"]) {
    if (credential.response[name]) answer.response[name] = encoded(credential.response[name]);
  }
  if (credential.response.getTransports) answer.response.transports = credential.response.getTransports();
  answer.clientExtensionResults = credential.getClientExtensionResults();
  return answer;
}

async function options(form) {
  if (form.dataset.options) return JSON.parse(form.dataset.options);
  const answer = await fetch(form.action, { headers: { Accept: "application/json" } });
  if (!answer.ok) throw new Error(`${answer.status}`);
  return (await answer.json()).request_options;
}

async function ask(form, trouble) {
  if (!form.reportValidity()) return;
  trouble.hidden = true;
  try {
    const publicKey = forDevice(await options(form));
    const make = form.dataset.passkey === "make";
    const credential = await (make ? navigator.credentials.create({ publicKey }) : navigator.credentials.get({ publicKey }));
    form.elements.credential.value = JSON.stringify(forForm(credential));
    form.submit();
  } catch {
    trouble.hidden = false; /* cancelled, or nothing fits: the person chooses what to do */
    trouble.focus();
  }
}

for (const form of document.querySelectorAll("form[data-passkey]")) {
  const trouble = form.querySelector("[data-trouble]");
  if (!window.PublicKeyCredential) {
    form.querySelector("[data-without]")?.removeAttribute("hidden");
    continue;
  }
  form.hidden = false;
  for (const part of form.querySelectorAll("[data-with]")) part.hidden = false;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    ask(form, trouble);
  });
}
