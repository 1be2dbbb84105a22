/* The seconds for which a code holds, counted down. Without this script the number of the moment stands there, and the page is renewed. */
setInterval(() => {
  for (const one of document.querySelectorAll("[data-counts-down]")) {
    const left = Number(one.textContent);
    if (left > 0) one.textContent = String(left - 1);
  }
}, 1000);
