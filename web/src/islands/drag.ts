// Lifts a card and lays it down in another lane: the mouse at once, a finger after holding still.

/** A finger that rests as long lifts, ms; one that moves before scrolls. */
const HOLD = 350;
/** A mouse that moves as far drags, px. */
const FAR = 6;
/** So near the edge of the strip it scrolls, px, and by as much a frame. */
const EDGE = 44;
const STEP = 6;

interface Held {
  card: HTMLElement;
  ghost: HTMLElement;
  x: number;
  y: number;
}

/** Calls `drop` with a card of `strip` and the lane on which it was laid down. */
export function drag(strip: HTMLElement, drop: (card: HTMLElement, lane: HTMLElement) => void): void {
  let start: { card: HTMLElement; x: number; y: number; timer: number } | undefined;
  let held: Held | undefined;
  let over: HTMLElement | null = null;
  let at = { x: 0, y: 0 };

  const lift = (): void => {
    if (!start) return;
    const { card, x, y } = start;
    const box = card.getBoundingClientRect();
    const ghost = card.cloneNode(true) as HTMLElement;
    ghost.removeAttribute("data-card");
    ghost.setAttribute("aria-hidden", "true");
    ghost.classList.add("lifted");
    ghost.style.width = `${box.width}px`;
    ghost.style.left = `${box.left}px`;
    ghost.style.top = `${box.top}px`;
    strip.append(ghost);
    card.classList.add("left");
    document.documentElement.classList.add("moving");
    held = { card, ghost, x, y };
    requestAnimationFrame(glide);
  };

  const follow = (): void => {
    if (!held) return;
    held.ghost.style.transform = `translate(${at.x - held.x}px, ${at.y - held.y}px) rotate(1.5deg)`;
    const under = document.elementFromPoint(at.x, at.y)?.closest<HTMLElement>("[data-lane]") ?? null;
    const lane = under && strip.contains(under) ? under : null;
    if (lane === over) return;
    over?.classList.remove("over");
    lane?.classList.add("over");
    over = lane;
  };

  // At the edge of the strip, and of a lane, what lies beyond comes into view.
  const glide = (): void => {
    if (!held) return;
    const box = strip.getBoundingClientRect();
    strip.scrollLeft += pull(at.x, box.left, box.right);
    const cards = over?.querySelector<HTMLElement>("[data-cards]");
    if (cards) {
      const lane = cards.getBoundingClientRect();
      cards.scrollTop += pull(at.y, lane.top, lane.bottom);
    }
    follow();
    requestAnimationFrame(glide);
  };

  const end = (lay: boolean): void => {
    if (start) clearTimeout(start.timer);
    start = undefined;
    if (!held) return;
    const { card, ghost } = held;
    const lane = over;
    held = undefined;
    over = null;
    ghost.remove();
    card.classList.remove("left");
    lane?.classList.remove("over");
    document.documentElement.classList.remove("moving");
    if (lay && lane && lane !== card.closest("[data-lane]")) drop(card, lane);
    // The click that a drag ends with opens nothing.
    addEventListener("click", refuse, { capture: true, once: true });
    setTimeout(() => removeEventListener("click", refuse, { capture: true }));
  };

  strip.addEventListener("pointerdown", (event) => {
    const target = event.target instanceof Element ? event.target : null;
    const card = target?.closest<HTMLElement>("[data-card]");
    if (!card || event.button !== 0 || !event.isPrimary || target?.closest("details")) return;
    at = { x: event.clientX, y: event.clientY };
    const touch = event.pointerType !== "mouse";
    const timer = touch ? setTimeout(lift, HOLD) : 0;
    start = { card, ...at, timer: Number(timer) };
  });
  addEventListener("pointermove", (event) => {
    if (!start || !event.isPrimary) return;
    at = { x: event.clientX, y: event.clientY };
    if (held) return;
    const far = Math.hypot(at.x - start.x, at.y - start.y) > FAR;
    if (!far) return;
    if (event.pointerType === "mouse") lift();
    else end(false);
  });
  addEventListener("pointerup", () => end(true));
  addEventListener("pointercancel", () => end(false));
  addEventListener("keydown", (event) => {
    if (event.key === "Escape" && held) end(false);
  });
  // A finger that holds a card moves it, not the page.
  strip.addEventListener("touchmove", (event) => held && event.cancelable && event.preventDefault(), {
    passive: false,
  });
  strip.addEventListener("contextmenu", (event) => start && event.preventDefault());
  strip.addEventListener("dragstart", (event) => event.preventDefault());
}

/** How far to scroll for a pointer at `x` between two edges. */
function pull(x: number, low: number, high: number): number {
  if (x < low + EDGE) return -STEP;
  return x > high - EDGE ? STEP : 0;
}

function refuse(event: Event): void {
  event.preventDefault();
  event.stopPropagation();
}
