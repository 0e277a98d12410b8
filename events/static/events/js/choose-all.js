// A box above the boxes of a table: chooses all guests of this page, or none. Without JavaScript each is chosen alone.
const head = document.querySelector(".events-table th.box");
const boxes = [...document.querySelectorAll(".events-table td.box input")];

if (head && boxes.length > 1) {
  const all = Object.assign(document.createElement("input"), { type: "checkbox" });
  all.setAttribute("aria-label", head.dataset.all);
  head.replaceChildren(all);
  const update = () => {
    const chosen = boxes.filter((box) => box.checked).length;
    all.checked = chosen === boxes.length;
    all.indeterminate = chosen > 0 && chosen < boxes.length;
  };
  all.addEventListener("change", () => boxes.forEach((box) => (box.checked = all.checked)));
  boxes.forEach((box) => box.addEventListener("change", update));
  update();
}
