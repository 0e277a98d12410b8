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
