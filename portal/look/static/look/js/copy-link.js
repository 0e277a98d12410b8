// <copy-link data-url="…" data-done="Copied"><button>Copy</button></copy-link>
// Copies an address (this page's, if none is given) and says so; invisible without JavaScript.
class CopyLink extends HTMLElement {
  connectedCallback() {
    this.button = this.querySelector("button");
    this.said = this.appendChild(document.createElement("span"));
    this.said.setAttribute("role", "status");
    this.said.className = "copied";
    this.button.addEventListener("click", () => this.copy());
  }

  async copy() {
    const address = this.dataset.url ? new URL(this.dataset.url, location.href).href : location.href;
    try {
      await navigator.clipboard.writeText(address);
      this.said.textContent = this.dataset.done;
    } catch {
      this.said.textContent = address;
    }
  }
}

customElements.define("copy-link", CopyLink);
