// <send-at-once><form>…<button></button></form></send-at-once>: presses the button once, when the page has been reached
// by an address with a query; without JavaScript somebody presses it.
class SendAtOnce extends HTMLElement {
  connectedCallback() {
    if (!location.search) return;
    // Whoever goes back does not press it again.
    history.replaceState(null, "", location.pathname);
    this.querySelector("button").click();
  }
}

customElements.define("send-at-once", SendAtOnce);
