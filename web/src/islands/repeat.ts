// Rows of a table: one more is cloned from the template, one is taken out, without asking the server.
const TOKEN = "__row__";

export default function repeat(table: HTMLElement): void {
  const template = table.querySelector("template");
  const body = table.querySelector("table > tbody");
  let next = Number(table.dataset["next"] ?? "1");
  if (!template || !body) return;

  const add = (): HTMLElement | undefined => {
    const html = template.innerHTML.replaceAll(TOKEN, String(next));
    next += 1;
    const row = new DOMParser().parseFromString(html, "text/html").querySelector("tr");
    if (!row) return undefined;
    body.append(row);
    return row;
  };
  const first = (row: HTMLElement | undefined): void =>
    row?.querySelector<HTMLElement>("input:not([type=hidden]), select, textarea")?.focus();

  table.addEventListener("click", (event) => {
    const button = event.target instanceof Element && event.target.closest("button[data-act]");
    if (!(button instanceof HTMLButtonElement)) return;
    event.preventDefault();
    if (button.dataset["act"] === "add") {
      first(add());
      return;
    }
    const row = button.closest("tr");
    const beside = row?.nextElementSibling ?? row?.previousElementSibling;
    row?.remove();
    if (!body.querySelector("tr")) first(add());
    else beside?.querySelector<HTMLElement>("button[data-act]")?.focus();
    // Sums are drawn anew, and the form counts as edited.
    table.dispatchEvent(new Event("input", { bubbles: true }));
    table.dispatchEvent(new Event("change", { bubbles: true }));
  });
}
