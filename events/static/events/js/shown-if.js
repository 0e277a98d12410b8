// <shown-if><form>…</form></shown-if>
// Hides questions whose condition does not hold. Without JavaScript every question is there and says its condition.
class ShownIf extends HTMLElement {
  connectedCallback() {
    this.form = this.querySelector("form");
    this.form?.addEventListener("change", () => this.update());
    this.form?.addEventListener("input", () => this.update());
    this.update();
  }

  update() {
    const asked = new Map();
    for (const control of this.form?.querySelectorAll("[data-shown-if]") ?? []) {
      if (!asked.has(control.name)) asked.set(control.name, control);
    }
    for (const control of asked.values()) {
      control.closest(".field").hidden = !this.holds(control.dataset);
    }
  }

  // The question above must itself be shown and have one of the answers, or any.
  holds({ shownIf, shownWhen }) {
    const above = [...this.form.elements].filter((control) => control.name === shownIf);
    if (!above.length || above[0].closest(".field").hidden) return false;
    const answers = above
      .filter((control) => !["checkbox", "radio"].includes(control.type) || control.checked)
      .map((control) => control.value.trim().toLowerCase())
      .filter(Boolean);
    return shownWhen ? answers.some((answer) => shownWhen.split("|").includes(answer)) : answers.length > 0;
  }
}

customElements.define("shown-if", ShownIf);
