// The search palette: Ctrl+K or the search field opens it, the server answers with HTML.
// The dialog carries data-url; the fragment holds links with role="option".
const PAUSE = 120;

export default function palette(element: HTMLElement): void {
  if (!(element instanceof HTMLDialogElement)) return;
  const box = element;
  const input = box.querySelector<HTMLInputElement>("input");
  const hits = box.querySelector<HTMLElement>(".hits");
  const url = box.dataset["url"];
  if (!input || !hits || !url) return;

  let timer = 0;
  let answered = "";
  let request: AbortController | undefined;

  const options = (): HTMLAnchorElement[] => [...hits.querySelectorAll<HTMLAnchorElement>(".hit")];
  const selected = (): HTMLAnchorElement | undefined =>
    options().find((hit) => hit.getAttribute("aria-selected") === "true");

  const select = (hit: HTMLAnchorElement | undefined): void => {
    selected()?.setAttribute("aria-selected", "false");
    hit?.setAttribute("aria-selected", "true");
    hit?.scrollIntoView({ block: "nearest" });
    if (hit) input.setAttribute("aria-activedescendant", hit.id);
    else input.removeAttribute("aria-activedescendant");
  };

  const show = (html: string): void => {
    // A parsed document runs no script; the CSP would stop one as well.
    const parsed = new DOMParser().parseFromString(html, "text/html");
    hits.replaceChildren(...parsed.body.childNodes);
    options().forEach((hit, index) => {
      hit.id = `hit-${index}`;
      hit.tabIndex = -1;
    });
    input.setAttribute("aria-expanded", String(options().length > 0));
    select(options()[0]);
  };

  const ask = async (): Promise<void> => {
    request?.abort();
    const mine = (request = new AbortController());
    const asked = input.value.trim();
    try {
      const answer = await fetch(`${url}?q=${encodeURIComponent(asked)}`, {
        signal: mine.signal,
        headers: { Accept: "text/html" },
      });
      // A redirect leads to the sign-in page: the session is over.
      if (answer.redirected) window.location.reload();
      else if (answer.ok) {
        show(await answer.text());
        answered = asked;
      }
    } catch (failure) {
      if (!mine.signal.aborted) throw failure;
    }
  };

  const open = (): void => {
    if (box.open) return;
    box.showModal();
    input.select();
    void ask();
  };

  const move = (step: number): void => {
    const all = options();
    const at = all.findIndex((hit) => hit === selected());
    select(all[(at + step + all.length) % all.length]);
  };

  input.addEventListener("input", (event) => {
    if (event instanceof InputEvent && event.isComposing) return;
    window.clearTimeout(timer);
    timer = window.setTimeout(() => void ask(), PAUSE);
  });
  // The pinyin being typed is no query yet; the characters chosen are.
  input.addEventListener("compositionend", () => void ask());
  input.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    if (event.key === "ArrowDown") move(1);
    else if (event.key === "ArrowUp") move(-1);
    else if (event.key === "Enter" && answered === input.value.trim() && selected()) {
      selected()?.click();
    } else return; // Enter before the answer sends the form: the list searches for it.
    event.preventDefault();
  });
  box.addEventListener("click", (event) => {
    const hit = event.target instanceof Element && event.target.closest(".hit");
    if (hit || event.target === box) box.close();
  });
  document.addEventListener("keydown", (event) => {
    if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== "k") return;
    event.preventDefault();
    open();
  });
  for (const opener of document.querySelectorAll<HTMLElement>(".find")) {
    opener.setAttribute("aria-haspopup", "dialog");
    opener.addEventListener("click", (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      open();
    });
  }
}
