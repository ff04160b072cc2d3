// J and K lead to the next and the previous customer of the list, as they move through it.
export default function beside(nav: HTMLElement): void {
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (document.querySelector("dialog[open]")) return;
    if (event.target instanceof Element && event.target.closest("input, textarea, select")) return;
    const key = event.key.toLowerCase();
    if (key !== "j" && key !== "k") return;
    nav.querySelector<HTMLAnchorElement>(`[data-key="${key}"] a`)?.click();
  });
}
