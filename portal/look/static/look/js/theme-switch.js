// <theme-switch><button aria-pressed>…</button></theme-switch>: light or dark by hand.
// Stores something only once somebody has pressed it; until then the system decides.
const system = matchMedia("(prefers-color-scheme: dark)");

class ThemeSwitch extends HTMLElement {
  connectedCallback() {
    this.button = this.querySelector("button");
    this.button.addEventListener("click", () => this.turn());
    system.addEventListener("change", () => this.show());
    this.show();
  }

  get dark() {
    const chosen = document.documentElement.dataset.theme;
    return chosen ? chosen === "dark" : system.matches;
  }

  turn() {
    const theme = this.dark ? "light" : "dark";
    document.documentElement.dataset.theme = theme;
    try {
      localStorage.setItem("theme", theme);
    } catch {
      // Forbidden storage: the choice holds for this page.
    }
    this.show();
  }

  show() {
    this.button.setAttribute("aria-pressed", String(this.dark));
  }
}

customElements.define("theme-switch", ThemeSwitch);
