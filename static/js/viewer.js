/* The arrows turn the pages, as the links do. Not where one types, and not where the page is wider than its place. */
const leaf = document.querySelector(".leaf");

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey || event.target.matches("input, textarea, select")) return;
  const scrolls = leaf.contains(event.target) && leaf.scrollWidth > leaf.clientWidth;
  const way = { ArrowLeft: "prev", ArrowRight: "next" }[event.key];
  const link = way && !scrolls && document.querySelector(`.reading a[rel=${way}]`);
  if (link) location.assign(link.href);
});
