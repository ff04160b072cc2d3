// Keeps scrolling panes and the focus where they were when a step has drawn them anew.
const scrolled = new Map<string, number>();
let pressed: string | null = null;

export default function panes(element: HTMLElement): void {
  for (const pane of element.querySelectorAll<HTMLElement>("[data-pane]")) {
    const name = pane.dataset["pane"] ?? "";
    pane.scrollTop = scrolled.get(name) ?? 0;
    pane.addEventListener("scroll", () => scrolled.set(name, pane.scrollTop), { passive: true });
  }
  const panel = element.querySelector<HTMLElement>(".field-panel");
  const first = panel?.querySelector<HTMLElement>("[autofocus]");
  if (panel && first) {
    panel.scrollIntoView({ block: "nearest" });
    first.focus({ preventScroll: true });
  } else {
    again(element);
  }
  pressed = null;
  element.addEventListener("submit", () => {
    pressed = document.activeElement?.getAttribute("aria-label") ?? null;
  });
}

/** The button that was pressed, as it stands now: pressing it twice needs no search. */
function again(element: HTMLElement): void {
  for (const button of element.querySelectorAll<HTMLElement>("button[aria-label]")) {
    if (pressed && button.getAttribute("aria-label") === pressed) button.focus({ preventScroll: true });
  }
}
