// On a phone the rows of a table are unfolded (`desk.css`): there each cell says what its column is called.
const told = (part) => part.textContent.replace(/\s+/g, " ").trim();

const name = (table) => {
  const names = [...table.tHead.rows[0].cells].flatMap((head) => Array(head.colSpan).fill(told(head)));
  for (const row of table.tBodies[0]?.rows ?? []) {
    const heads = [...row.cells].find(told);
    if (heads?.querySelector("a")) heads.dataset.heads = "";
    let place = 0;
    for (const cell of row.cells) {
      if (cell.tagName === "TD" && cell.colSpan === 1) cell.dataset.column = names[place] ?? "";
      if (!told(cell) && !cell.querySelector("img, input, button")) cell.dataset.empty = "";
      place += cell.colSpan;
    }
  }
  table.dataset.unfolds = "";
};

const nameAll = () => {
  for (const table of document.querySelectorAll("table.listing:not(.listing--dashboard, [data-unfolds])")) {
    if (table.tHead?.rows.length) name(table);
  }
};

new MutationObserver(nameAll).observe(document.body, { childList: true, subtree: true });
nameAll();
