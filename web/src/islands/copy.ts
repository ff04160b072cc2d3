// Copies the lines of a card in one click and says so. The clipboard is closed to pages over plain
// http; there the lines are selected and copied the old way.
export default function copy(element: HTMLElement): void {
  const text = element.querySelector<HTMLElement>(".text");
  const button = element.querySelector("button");
  const word = button?.querySelector("span");
  const status = element.querySelector("[role=status]");
  if (!text || !button || !word) return;
  const done = button.dataset["done"] ?? "";
  button.hidden = false;
  button.addEventListener("click", () => {
    void write(text).then((written) => {
      if (!written) return;
      word.textContent = done;
      if (status) status.textContent = done;
    });
  });
}

/** Whether the text of the element is on the clipboard; if not, it is at least selected. */
async function write(element: HTMLElement): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(element.textContent);
    return true;
  } catch {
    const range = document.createRange();
    range.selectNodeContents(element);
    const selection = document.getSelection();
    selection?.removeAllRanges();
    selection?.addRange(range);
    return document.execCommand("copy");
  }
}
