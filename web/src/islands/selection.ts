// Counts the rows that are ticked, ticks all of them, and shows the bar while there are any.
export default function selection(bar: HTMLElement): void {
  const form = bar.closest("form");
  const all = document.querySelector<HTMLInputElement>("[data-pick-all]");
  const said = bar.querySelector<HTMLElement>("[data-picked]");
  const boxes = (): HTMLInputElement[] =>
    [...document.querySelectorAll<HTMLInputElement>("input[name=pick]")];
  if (!form || !said) return;

  const show = (): void => {
    const of = boxes();
    const ticked = of.filter((box) => box.checked);
    for (const box of of) box.closest("tr")?.setAttribute("aria-selected", String(box.checked));
    said.textContent = (said.dataset["picked"] ?? "").replace("0", String(ticked.length));
    bar.hidden = ticked.length === 0;
    if (!all) return;
    all.checked = ticked.length > 0 && ticked.length === of.length;
    all.indeterminate = ticked.length > 0 && !all.checked;
  };
  if (all) {
    all.hidden = false;
    all.addEventListener("change", () => {
      for (const box of boxes()) box.checked = all.checked;
      show();
    });
  }
  document.addEventListener("change", (event) => {
    if (event.target instanceof HTMLInputElement && event.target.name === "pick") show();
  });
  const none = bar.querySelector<HTMLElement>("[data-pick-none]");
  none?.removeAttribute("hidden");
  none?.addEventListener("click", () => {
    for (const box of boxes()) box.checked = false;
    show();
  });
  // Coming back finds the ticks as they were left.
  window.addEventListener("pageshow", show);
  show();
}
