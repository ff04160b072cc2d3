// Asks for a reason in a dialog of the page.

/** What was written, or null when it was closed without. */
export function ask(id: string): Promise<string | null> {
  const box = document.getElementById(id);
  const form = box?.querySelector<HTMLFormElement>("form[method=post]");
  const field = form?.querySelector("input");
  if (!(box instanceof HTMLDialogElement) || !form || !field) return Promise.resolve(null);
  field.value = "";
  box.returnValue = "";
  return new Promise((told) => {
    const sent = (event: Event): void => {
      event.preventDefault();
      box.close("told");
    };
    form.addEventListener("submit", sent);
    box.addEventListener(
      "close",
      () => {
        form.removeEventListener("submit", sent);
        told(box.returnValue === "told" ? field.value : null);
      },
      { once: true },
    );
    box.showModal();
    field.focus();
  });
}
