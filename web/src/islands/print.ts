// The print button. The server is told of each printing, also of one begun with Ctrl+P (T-33).
export default function print(button: HTMLElement): void {
  const to = button.dataset["to"];
  // A page that has no button for it still tells.
  if (button instanceof HTMLButtonElement) button.hidden = false;
  button.addEventListener("click", () => window.print());
  if (!to) return;
  window.addEventListener("beforeprint", () => void fetch(to, { method: "POST", keepalive: true }));
}
