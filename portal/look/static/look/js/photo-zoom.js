// <photo-zoom data-close="Close" data-next="Next photo" data-before="Photo before"> with links to large pictures.
// Opens them in a dialog with arrow keys and Escape; without JavaScript, or with a key held, the links lead to the files.
class PhotoZoom extends HTMLElement {
  connectedCallback() {
    this.links = [...this.querySelectorAll("a")];
    this.links.forEach((link, place) =>
      link.addEventListener("click", (event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        this.open(place);
      }),
    );
  }

  open(place) {
    if (!this.dialog) this.dialog = this.build();
    this.show(place);
    this.dialog.showModal();
  }

  build() {
    const dialog = this.appendChild(document.createElement("dialog"));
    dialog.className = "photo-dialog";
    this.picture = dialog.appendChild(document.createElement("img"));
    const bar = dialog.appendChild(document.createElement("div"));
    bar.className = "bar";
    this.said = bar.appendChild(document.createElement("p"));
    this.said.setAttribute("role", "status");
    if (this.links.length > 1) {
      this.button(bar, this.dataset.before, () => this.show(this.place - 1));
      this.button(bar, this.dataset.next, () => this.show(this.place + 1));
    }
    this.button(bar, this.dataset.close, () => dialog.close());
    dialog.addEventListener("keydown", (event) => {
      if (event.key === "ArrowRight") this.show(this.place + 1);
      if (event.key === "ArrowLeft") this.show(this.place - 1);
    });
    dialog.addEventListener("click", (event) => {
      if (event.target === dialog) dialog.close();
    });
    dialog.addEventListener("close", () => this.links[this.place].focus());
    return dialog;
  }

  button(bar, label, act) {
    const button = bar.appendChild(document.createElement("button"));
    button.type = "button";
    button.className = "btn btn-quiet btn-sm";
    button.textContent = label;
    button.addEventListener("click", act);
  }

  show(place) {
    this.place = (place + this.links.length) % this.links.length;
    const link = this.links[this.place];
    const words = link.querySelector("img").alt;
    this.picture.src = link.href;
    this.picture.alt = words;
    this.dialog.setAttribute("aria-label", words);
    this.said.textContent = [`${this.place + 1} / ${this.links.length}`, words, link.dataset.credit]
      .filter(Boolean)
      .join(" · ");
  }
}

customElements.define("photo-zoom", PhotoZoom);
