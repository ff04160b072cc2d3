// A file dropped on the form is the file of its box.
export default function drop(form: HTMLElement): void {
  const box = form.querySelector<HTMLInputElement>("input[type=file]");
  if (!box) return;
  const over = (on: boolean): void => {
    form.toggleAttribute("data-over", on);
  };
  form.addEventListener("dragover", (event) => {
    event.preventDefault();
    over(true);
  });
  form.addEventListener("dragleave", () => over(false));
  form.addEventListener("drop", (event) => {
    event.preventDefault();
    over(false);
    const files = event.dataTransfer?.files;
    if (!files?.length) return;
    box.files = files;
    box.dispatchEvent(new Event("change", { bubbles: true }));
  });
}
