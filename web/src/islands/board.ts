// Cards move between lanes: dragged by the mouse, by a thumb that holds first, or by their menu.
// What the server refuses goes back to its place, with the sentence that says why.
import { drag } from "./drag";
import { ask } from "./reason";

export default function board(box: HTMLElement): void {
  const strip = box.querySelector<HTMLElement>("[data-strip]");
  if (!strip) return;

  const laneOf = (stage: string): HTMLElement | null =>
    box.querySelector<HTMLElement>(`[data-lane="${CSS.escape(stage)}"]`);

  const move = async (card: HTMLElement, lane: HTMLElement): Promise<void> => {
    const from = card.closest<HTMLElement>("[data-lane]");
    const form = card.querySelector("form");
    if (!from || !form || from === lane || card.classList.contains("sent")) return;
    const sent = new URLSearchParams();
    for (const [name, value] of new FormData(form)) if (typeof value === "string") sent.set(name, value);
    sent.set("stage", lane.dataset["lane"] ?? "");
    const back = place(card, lane);
    if (lane.dataset["asks"]) {
      const reason = await ask(lane.dataset["asks"]);
      if (reason === null) return back();
      sent.set("stage_reason", reason);
    }
    card.classList.add("sent");
    count(from, -1);
    count(lane, 1);
    const answer = await send(form.action, sent, box.dataset["lost"] ?? "");
    card.classList.remove("sent");
    if (answer.moved) {
      say(box, "");
      card.outerHTML = answer.html;
      document.dispatchEvent(new CustomEvent("htmx:after:swap"));
      return;
    }
    back();
    count(lane, -1);
    count(from, 1);
    say(box, answer.html);
  };

  drag(strip, (card, lane) => void move(card, lane));
  box.addEventListener("submit", (event) => {
    const to = event.submitter instanceof HTMLButtonElement ? laneOf(event.submitter.value) : null;
    take(event, to);
  });
  box.addEventListener("click", (event) => {
    const link = event.target instanceof Element && event.target.closest<HTMLElement>("[data-stage]");
    if (link) take(event, laneOf(link.dataset["stage"] ?? ""));
  });

  // A lane that is not shown is reached as without script.
  function take(event: Event, lane: HTMLElement | null): void {
    const card = event.target instanceof Element && event.target.closest<HTMLElement>("[data-card]");
    if (!card || !lane) return;
    event.preventDefault();
    card.querySelector("details")?.removeAttribute("open");
    void move(card, lane);
  }
}

/** Puts a card on top of a lane; what comes back undoes it. */
function place(card: HTMLElement, lane: HTMLElement): () => void {
  const [list, after] = [card.parentElement, card.nextElementSibling];
  lane.querySelector("[data-cards]")?.prepend(card);
  return () => list?.insertBefore(card, after?.parentElement === list ? after : null);
}

/** The number over a lane goes on where it is exact. */
function count(lane: HTMLElement, by: number): void {
  const shown = lane.querySelector<HTMLElement>("[data-count]");
  if (!shown) return;
  const now = Number(shown.dataset["count"]) + by;
  shown.dataset["count"] = String(now);
  shown.textContent = now.toLocaleString(document.documentElement.lang);
}

/** Posts a move; without an answer the page's own sentence stands for one. */
async function send(
  action: string,
  body: URLSearchParams,
  lost: string,
): Promise<{ moved: boolean; html: string }> {
  try {
    const response = await fetch(action, { method: "POST", body, headers: { "hx-request": "true" } });
    // The session ended: the door is what the page shows next.
    if (response.redirected) location.reload();
    const html = await response.text();
    if (response.ok || response.status === 422) return { moved: response.ok, html };
  } catch {
    // Said below.
  }
  const said = document.createElement("p");
  said.className = "is-bad";
  said.textContent = lost;
  return { moved: false, html: said.outerHTML };
}

function say(box: HTMLElement, html: string): void {
  const place = box.querySelector("[data-said]");
  if (place) place.innerHTML = html;
}
