// Places and photo of one ticked option: a region of the map presses its checkbox, the button says
// what is noted. Nothing else hangs on these answers, so their changes are not sent to be drawn.

/** What is unfolded stays so when the form is drawn again. */
const unfolded = new Set<string>();

export default function places(fold: HTMLElement): void {
  if (!(fold instanceof HTMLDetailsElement)) return;
  const said = fold.querySelector<HTMLElement>("[data-said]");
  const pictured = fold.querySelector<HTMLElement>("[data-pictured]");
  const boxes = [...fold.querySelectorAll<HTMLInputElement>(".places input[type=checkbox]")];
  const regions = [...fold.querySelectorAll<SVGElement>("[data-place]")];

  const draw = (): void => {
    const on = boxes.filter((box) => box.checked);
    for (const region of regions) {
      const marked = on.some((box) => box.value === region.dataset["place"]);
      region.classList.toggle("on", marked);
    }
    if (said) said.textContent = on.map((box) => box.labels?.[0]?.textContent?.trim()).join("、");
    if (pictured) pictured.hidden = fold.querySelector("[data-files] > li") === null;
  };

  fold.open ||= unfolded.has(fold.id);
  fold.addEventListener("toggle", () => {
    if (fold.open) unfolded.add(fold.id);
    else unfolded.delete(fold.id);
  });
  fold.addEventListener("click", (event) => {
    const region = event.target instanceof SVGElement && event.target.closest("[data-place]");
    if (!(region instanceof SVGElement)) return;
    boxes.find((box) => box.value === region.dataset["place"])?.click();
  });
  // A photo that came or went says so by an event of its own.
  fold.addEventListener("input", draw);
  fold.addEventListener("change", (event) => event.stopPropagation());
}
