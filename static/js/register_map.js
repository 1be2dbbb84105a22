// The places of the list on a map of streets. Loaded only where a setting names the tiles; the list itself holds all that is shown.
const frame = document.getElementById("map");
const found = [...document.querySelectorAll("li.result[data-at]")];

if (frame && found.length && window.L) {
  frame.closest("section").hidden = false;
  const map = window.L.map(frame, { scrollWheelZoom: false });
  const attribution = document.createElement("span");
  attribution.textContent = frame.dataset.attribution;
  window.L.tileLayer(frame.dataset.tiles, { attribution: attribution.innerHTML, maxZoom: 18 }).addTo(map);
  const spots = found.map((row) => {
    const spot = row.dataset.at.split(",").map(Number);
    const link = row.querySelector("h3 a").cloneNode(true);
    window.L.marker(spot, { title: link.textContent, alt: link.textContent }).addTo(map).bindPopup(link);
    return spot;
  });
  map.fitBounds(spots, { padding: [24, 24], maxZoom: 15 });
}
