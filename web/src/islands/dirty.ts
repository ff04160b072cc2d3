// Guards a form: asks before edits are lost, and sends it only once.
export default function dirty(element: HTMLElement): void {
  if (!(element instanceof HTMLFormElement)) return;
  const form = element;
  // What was typed before the page was drawn anew is not stored either.
  let edited = form.dataset["edited"] !== undefined;
  let sent = false;

  form.addEventListener("input", () => {
    edited = true;
  });
  form.addEventListener("submit", (event) => {
    if (sent) {
      event.preventDefault();
      return;
    }
    sent = true;
    // Later: a disabled button would not send its own name and value.
    setTimeout(() => setBusy(form, true));
  });
  window.addEventListener("beforeunload", (event) => {
    if (edited && !sent) event.preventDefault();
  });
  // Coming back through the browser's cache finds the form as it was left.
  window.addEventListener("pageshow", (event) => {
    if (!event.persisted) return;
    sent = false;
    setBusy(form, false);
  });
}

function setBusy(form: HTMLFormElement, busy: boolean): void {
  for (const button of form.querySelectorAll<HTMLButtonElement>("button:not([type=button])")) {
    button.disabled = busy;
    button.setAttribute("aria-busy", String(busy && button.classList.contains("go")));
  }
}
