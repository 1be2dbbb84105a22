/* Text size and contrast, remembered by this browser only. Loaded in the head, before anything is drawn. */
(function () {
  const root = document.documentElement;
  const names = ["text", "contrast"];
  root.dataset.script = "on";

  function remembered(name) {
    try { return localStorage.getItem("poom-" + name); } catch { return null; }
  }

  function remember(name, value) {
    try {
      if (value) localStorage.setItem("poom-" + name, value);
      else localStorage.removeItem("poom-" + name);
    } catch { /* a browser that forbids it still gets the setting for this page */ }
  }

  function show() {
    for (const button of document.querySelectorAll("[data-preference]")) {
      button.setAttribute("aria-pressed", String(root.dataset[button.dataset.preference] === button.dataset.value));
    }
  }

  for (const name of names) {
    const value = remembered(name);
    if (value) root.dataset[name] = value;
  }

  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-preference]");
    if (!button) return;
    const { preference, value } = button.dataset;
    if (root.dataset[preference] === value) delete root.dataset[preference];
    else root.dataset[preference] = value;
    remember(preference, root.dataset[preference]);
    show();
  });
  document.addEventListener("DOMContentLoaded", show);
})();
