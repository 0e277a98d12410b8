// Parts that take place at the same time: choosing one closes the others, whose labels say why.
for (const group of document.querySelectorAll("fieldset:has([data-excludes])")) {
  const parts = [...group.querySelectorAll("input[type=checkbox]")];
  const update = () => {
    const taken = new Set(parts.filter((part) => part.checked).flatMap((part) => (part.dataset.excludes ?? "").split(" ")));
    for (const part of parts) part.disabled = !part.checked && taken.has(part.value);
  };
  group.addEventListener("change", update);
  update();
}
