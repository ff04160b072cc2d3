// A customer at a glance over the list: P or Space on a row opens it, Esc closes it, the arrows in
// it go on to the next row.
const LINK = "a[data-peek]";

export default function peek(panel: HTMLElement): void {
  let row: Element | null = null;
  let back: HTMLElement | null = null;

  const open = (href: string): void => {
    void fetch(href, { headers: { "hx-request": "true" } })
      .then(async (answer) => {
        // What is refused, and the door when the session ended, are pages of their own.
        if (!answer.ok || answer.redirected) return location.assign(href);
        panel.innerHTML = await answer.text();
        shown();
        document.dispatchEvent(new CustomEvent("htmx:after:swap"));
      })
      .catch(() => location.assign(href));
  };
  const close = (): void => {
    panel.replaceChildren();
    mark(null);
    back?.focus();
    back = null;
  };
  const mark = (next: Element | null): void => {
    row?.classList.remove("peeked");
    next?.classList.add("peeked");
    next?.scrollIntoView({ block: "nearest" });
    row = next;
  };
  const rowOf = (id: string): Element | null =>
    document.querySelector(`${LINK}[data-peek="${CSS.escape(id)}"]`)?.closest("tr") ?? null;

  const shown = (): void => {
    const glance = panel.querySelector<HTMLElement>("[data-peeked]");
    if (!glance) return location.reload();
    mark(rowOf(glance.dataset["peeked"] ?? ""));
    glance.focus({ preventScroll: true });
  };

  document.addEventListener("click", (event) => {
    if (!(event.target instanceof Element) || isOther(event)) return;
    if (event.target.closest("[data-peek-close]") && panel.contains(event.target)) {
      event.preventDefault();
      close();
      return;
    }
    const link = event.target.closest<HTMLAnchorElement>(LINK);
    if (!link) return;
    event.preventDefault();
    if (!panel.contains(link)) back = link.closest("tr")?.querySelector<HTMLElement>("a[data-open]") ?? link;
    open(link.href);
  });
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (document.querySelector("dialog[open]")) return;
    const at = event.target instanceof Element ? event.target : null;
    if (at?.closest("input, textarea, select, summary, button")) return;
    if (panel.childElementCount > 0) {
      const step = { j: "later", ArrowRight: "later", k: "earlier", ArrowLeft: "earlier" }[event.key];
      const link = step && panel.querySelector<HTMLAnchorElement>(`[data-step="${step}"]`);
      if (event.key === "Escape") close();
      else if (event.key === "Enter" && at === panel.querySelector("[data-peeked]"))
        panel.querySelector<HTMLAnchorElement>("[data-full] a")?.click();
      else if (link) open(link.href);
      else if (!step) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      return;
    }
    if (event.key !== "p" && event.key !== "P" && event.key !== " ") return;
    const link = at?.closest("tr")?.querySelector<HTMLAnchorElement>(LINK);
    if (!link) return;
    event.preventDefault();
    link.click();
  }, { capture: true });
}

/** A click that means another window, or that somebody has taken. */
function isOther(event: MouseEvent): boolean {
  return event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0;
}
