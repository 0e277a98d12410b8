// <seat-total data-fee data-currency>: follows tickets and seats. Without JavaScript its button asks the server.
class SeatTotal extends HTMLElement {
  connectedCallback() {
    this.form = this.closest("form");
    this.output = this.querySelector("[data-total]");
    this.querySelector("button").hidden = true;
    this.form.addEventListener("input", () => this.update());
    this.update();
  }

  update() {
    const tickets = [...this.form.querySelectorAll("[data-fee][name=ticket]")];
    const chosen = tickets.find((ticket) => ticket.checked);
    const seats = Number(this.form.elements.seats?.value);
    const fee = tickets.length ? chosen?.dataset.fee : this.dataset.fee;
    const known = fee !== undefined && Number.isInteger(seats) && seats > 0;
    // In cents: parts of a euro have no exact binary form.
    const total = known ? (Math.round(Number(fee) * 100) * seats) / 100 : 0;
    this.output.textContent = known ? this.written(total) : "–";
  }

  written(amount) {
    const digits = Number.isInteger(amount) ? 0 : 2;
    const style = { style: "currency", currency: this.dataset.currency, minimumFractionDigits: digits };
    return new Intl.NumberFormat(document.documentElement.lang, style).format(amount);
  }
}

customElements.define("seat-total", SeatTotal);

// <seat-names> with a <template>: a field for the name of each further seat, beside the number of seats. Without
// JavaScript its button asks the server.
class SeatNames extends HTMLElement {
  connectedCallback() {
    this.form = this.closest("form");
    this.seats = this.form.elements.seats;
    this.querySelector("p").remove();
    this.typed = new Map();
    this.seats.addEventListener("input", () => this.update());
    this.update();
  }

  update() {
    const seats = Number(this.seats.value);
    const most = Number(this.seats.max);
    if (!Number.isInteger(seats) || seats < 1 || seats > most) return;
    for (let place = most; place > seats; place--) this.drop(place);
    for (let place = 2; place <= seats; place++) this.add(place);
  }

  control(place) {
    return this.form.elements[`guest${place}_name`];
  }

  // What was typed comes back if the seat does.
  drop(place) {
    const control = this.control(place);
    if (!control) return;
    this.typed.set(place, control.value);
    const block = control.closest("fieldset");
    control.closest(".field").remove();
    if (!block.querySelector(".field")) block.remove();
  }

  add(place) {
    if (this.control(place)) return;
    const copy = this.querySelector("template").content.cloneNode(true);
    for (const element of copy.querySelectorAll("*")) {
      for (const attribute of element.attributes) attribute.value = attribute.value.replaceAll("{seat}", place);
      for (const node of element.childNodes) {
        if (node.nodeType === Node.TEXT_NODE) node.data = node.data.replaceAll("{seat}", place);
      }
    }
    const field = copy.querySelector(".field");
    const before = this.control(place - 1)?.closest(".field");
    if (before) before.after(field);
    else this.seats.closest("fieldset").after(copy);
    this.control(place).value = this.typed.get(place) ?? "";
  }
}

customElements.define("seat-names", SeatNames);
