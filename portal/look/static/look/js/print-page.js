// <print-page><button>Print</button></print-page>; invisible without JavaScript.
class PrintPage extends HTMLElement {
  connectedCallback() {
    this.querySelector("button").addEventListener("click", () => print());
  }
}

customElements.define("print-page", PrintPage);
