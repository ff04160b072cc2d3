// A list under the keyboard: J and K or the arrows move, Enter opens, a click on a row opens it.
const OPEN = "a[data-open]";

export default function rows(table: HTMLElement): void {
  const links = (): HTMLAnchorElement[] => [...table.querySelectorAll<HTMLAnchorElement>(OPEN)];

  // One stop for Tab: the row last visited.
  const settle = (current: HTMLAnchorElement | undefined): void => {
    for (const link of links()) link.tabIndex = link === current ? 0 : -1;
  };
  settle(links()[0]);

  const move = (step: number): void => {
    const all = links();
    const at = all.findIndex((link) => link === document.activeElement);
    const next = all[at < 0 ? 0 : Math.min(Math.max(at + step, 0), all.length - 1)];
    next?.focus();
    next?.closest("tr")?.scrollIntoView({ block: "nearest" });
  };

  table.addEventListener("focusin", (event) => {
    if (event.target instanceof HTMLAnchorElement && event.target.matches(OPEN)) {
      settle(event.target);
    }
  });
  document.addEventListener("keydown", (event) => {
    if (!table.isConnected || isTaken(event)) return;
    const inside = table.contains(document.activeElement);
    const step = stepOf(event.key, inside);
    if (step === 0) return;
    event.preventDefault();
    move(step);
  });
  table.addEventListener("click", (event) => {
    if (!(event.target instanceof Element) || event.defaultPrevented) return;
    const selecting = window.getSelection()?.isCollapsed === false;
    if (selecting || event.target.closest("a, button, input, label, summary")) return;
    event.target.closest("tr")?.querySelector<HTMLAnchorElement>(OPEN)?.click();
  });
}

/** The arrows scroll the page unless a row has the focus; J and K always move. */
function stepOf(key: string, inside: boolean): number {
  if (key === "j" || key === "J" || (inside && key === "ArrowDown")) return 1;
  if (key === "k" || key === "K" || (inside && key === "ArrowUp")) return -1;
  return 0;
}

/** True where the key belongs to someone typing, to a dialog or to a browser shortcut. */
function isTaken(event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return true;
  if (document.querySelector("dialog[open]")) return true;
  return event.target instanceof Element && !!event.target.closest("input, textarea, select");
}
