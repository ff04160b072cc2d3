// Says which files were chosen: the button covers the box that would say it.
export default function chosen(ways: HTMLElement): void {
  const names = ways.querySelector<HTMLElement>("[data-names]");
  ways.addEventListener("change", (event) => {
    if (!(event.target instanceof HTMLInputElement) || !names) return;
    names.textContent = [...(event.target.files ?? [])].map((file) => file.name).join("、");
  });
}
