// <ticket-scanner hidden><button/><video/><p role="status"/><form/></ticket-scanner>
// Reads a QR code with the camera and sends its address with the form. Where the browser has no BarcodeDetector, or
// none for QR codes, the element stays hidden and people search by name.
const PAUSE = 150;

class TicketScanner extends HTMLElement {
  async connectedCallback() {
    if (!("BarcodeDetector" in window) || !navigator.mediaDevices) return;
    const formats = await BarcodeDetector.getSupportedFormats().catch(() => []);
    if (!formats.includes("qr_code")) return;
    this.detector = new BarcodeDetector({ formats: ["qr_code"] });
    this.querySelector("button").addEventListener("click", () => (this.stream ? this.stop() : this.start()));
    this.hidden = false;
  }

  disconnectedCallback() {
    this.stop();
  }

  async start() {
    const video = this.querySelector("video");
    try {
      this.stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment" } });
    } catch {
      const told = this.querySelector("[role=status]");
      told.textContent = told.dataset.none;
      return;
    }
    video.srcObject = this.stream;
    video.hidden = false;
    await video.play();
    this.look(video);
  }

  async look(video) {
    if (!this.stream) return;
    const found = await this.detector.detect(video).catch(() => []);
    const address = found.map((code) => code.rawValue).find((value) => value.includes("/e/"));
    if (address) return this.send(address);
    setTimeout(() => this.look(video), PAUSE);
  }

  send(address) {
    this.stop();
    navigator.vibrate?.(60);
    const form = this.querySelector("form");
    form.elements.ticket.value = address;
    form.submit();
  }

  stop() {
    for (const track of this.stream?.getTracks() ?? []) track.stop();
    this.stream = null;
    this.querySelector("video").hidden = true;
  }
}

customElements.define("ticket-scanner", TicketScanner);
