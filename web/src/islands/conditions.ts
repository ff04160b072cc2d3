// A form being filled in: 无 lays the other controls of its field to rest, counts of ticks go on,
// Ctrl+Enter saves. What opens and closes is drawn by the server.
export default function conditions(place: HTMLElement): void {
  const settle = (): void => {
    for (const none of place.querySelectorAll<HTMLInputElement>("input[data-none]")) rest(none);
  };
  settle();
  document.addEventListener("htmx:after:swap", settle);

  place.addEventListener("change", (event) => {
    const control = event.target;
    if (!(control instanceof HTMLInputElement)) return;
    if (control.dataset["none"] !== undefined) rest(control);
    if (control.dataset["lunar"] !== undefined) leap(control);
    const group = control.closest("fieldset");
    const tally = group?.querySelector("[data-tally]");
    const ticked = group?.querySelectorAll(`input[name="${control.name}"]:checked`);
    if (tally && ticked && control.type === "checkbox") tally.textContent = String(ticked.length);
  });
  place.addEventListener("input", (event) => {
    if (event.target instanceof HTMLInputElement) tickBeside(event.target);
    if (event.target instanceof Element) forgive(event.target);
  });
  for (const kind of ["focusin", "pointerdown"]) {
    place.addEventListener(kind, ({ target }) => foldBack(place, target));
  }
  place.addEventListener("keydown", (event) => {
    if (event.key === "Escape") foldBack(place, null);
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey) || event.isComposing) return;
    event.preventDefault();
    const save = place.querySelector<HTMLButtonElement>(".form-foot .go");
    save?.form?.requestSubmit(save);
  });
}

/** A stated 无 is no value: what was typed is kept in sight and not sent. */
function rest(none: HTMLInputElement): void {
  const ask = none.closest(".ask");
  if (!ask) return;
  ask.toggleAttribute("data-none", none.checked);
  const controls = ask.querySelectorAll<HTMLInputElement>("input, select, textarea");
  for (const control of controls) if (control !== none) control.disabled = none.checked;
}

/** 闰 is asked of lunar months only. */
function leap(lunar: HTMLInputElement): void {
  const mark = lunar.closest(".dates")?.querySelector<HTMLElement>("[data-leap]");
  const box = mark?.querySelector("input");
  if (!mark || !box) return;
  mark.hidden = !lunar.checked;
  if (!lunar.checked) box.checked = false;
}

/** What folds out over the paper folds back as soon as one goes on elsewhere. */
function foldBack(place: HTMLElement, to: EventTarget | null): void {
  for (const fold of place.querySelectorAll<HTMLDetailsElement>("details[data-over][open]")) {
    if (to instanceof Node && fold.contains(to)) continue;
    if (fold.contains(document.activeElement)) fold.querySelector("summary")?.focus();
    fold.open = false;
  }
}

/** To write on the line behind 其它 ticks its box. */
function tickBeside(line: HTMLInputElement): void {
  const code = line.dataset["ticks"];
  if (code === undefined || line.value.trim() === "") return;
  const boxes = line.closest(".fill")?.querySelectorAll<HTMLInputElement>(".opt > input") ?? [];
  for (const box of boxes) if (box.value === code && !box.checked) box.click();
}

/** What was wrong with the text before is not said of the new one. */
function forgive(control: Element): void {
  const field = control.closest("td, .field, .cause, .fill");
  const wrong = field?.querySelectorAll('[aria-invalid="true"]') ?? [];
  for (const one of wrong) one.removeAttribute("aria-invalid");
  field?.querySelectorAll(":scope > .notes > .err").forEach((line) => line.remove());
}
