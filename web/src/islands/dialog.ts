// Opens the dialog named by data-for instead of following the link to its full page.
export default function dialog(opener: HTMLElement): void {
  const box = document.getElementById(opener.dataset["for"] ?? "");
  if (!(box instanceof HTMLDialogElement)) return;
  opener.querySelector("a")?.setAttribute("aria-haspopup", "dialog");
  opener.addEventListener("click", (event) => {
    event.preventDefault();
    box.showModal();
  });
}
