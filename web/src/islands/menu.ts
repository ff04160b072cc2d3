// Closes an open <details> menu on Esc and on a click elsewhere.
export default function menu(element: HTMLElement): void {
  if (!(element instanceof HTMLDetailsElement)) return;
  const details = element;
  document.addEventListener("click", (event) => {
    if (!(event.target instanceof Node && details.contains(event.target))) details.open = false;
  });
  details.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !details.open) return;
    details.open = false;
    details.querySelector("summary")?.focus();
  });
}
