// Below a text with a limit: how many signs of how many. Numbers alone, so that they need no language.
for (const text of document.querySelectorAll("textarea[maxlength]")) {
  const told = document.createElement("p");
  told.className = "help sign-counter";
  told.id = `${text.id}-signs`;
  const count = () => { told.textContent = `${text.value.length} / ${text.maxLength}`; };
  text.setAttribute("aria-describedby", `${text.getAttribute("aria-describedby") ?? ""} ${told.id}`.trim());
  text.addEventListener("input", count);
  text.after(told);
  count();
}
