// A pad to sign on by hand. The form carries the strokes as JSON in its hidden field: points
// [x, y] from 0 to 1,000 each, whatever the screen.
import SignaturePad, { type PointGroup } from "signature_pad";

const EDGE = 1000;
/** Ink on white paper, also when the page is dark. */
const INK = "#24221d";

export default function signature(element: HTMLElement): void {
  if (!(element instanceof HTMLFormElement)) return;
  const form = element;
  const canvas = form.querySelector("canvas");
  const field = form.querySelector<HTMLInputElement>("input[name=strokes]");
  const empty = form.querySelector<HTMLElement>("[data-empty]");
  const button = form.querySelector<HTMLButtonElement>("button.go");
  if (!canvas || !field) return;
  const pad = new SignaturePad(canvas, { penColor: INK, minWidth: 1, maxWidth: 2.6, minDistance: 3 });
  let width = 0;

  /** Gives the pad the pixels of its place, and keeps what is drawn. */
  const fit = (): void => {
    const box = canvas.getBoundingClientRect();
    if (box.width === width || box.width === 0) return;
    const scale = width === 0 ? 1 : box.width / width;
    width = box.width;
    const ratio = Math.max(window.devicePixelRatio || 1, 1);
    const drawn = scaled(pad.toData(), scale);
    canvas.width = Math.round(box.width * ratio);
    canvas.height = Math.round(box.height * ratio);
    canvas.getContext("2d")?.scale(ratio, ratio);
    pad.clear();
    pad.fromData(drawn);
  };
  new ResizeObserver(fit).observe(canvas);
  fit();

  form.querySelector("[data-clear]")?.addEventListener("click", () => {
    pad.clear();
    canvas.focus();
  });
  pad.addEventListener("beginStroke", () => {
    if (empty) empty.hidden = true;
  });
  form.addEventListener("submit", (event) => {
    if (pad.isEmpty() || button?.getAttribute("aria-busy") === "true") {
      event.preventDefault();
      if (empty) empty.hidden = !pad.isEmpty();
      return;
    }
    const box = canvas.getBoundingClientRect();
    field.value = JSON.stringify(strokes(pad.toData(), box.width, box.height));
    button?.setAttribute("aria-busy", "true");
  });
}

function scaled(groups: PointGroup[], by: number): PointGroup[] {
  return groups.map((group) => ({
    ...group,
    points: group.points.map((point) => ({ ...point, x: point.x * by, y: point.y * by })),
  }));
}

function strokes(groups: PointGroup[], width: number, height: number): number[][][] {
  const at = (value: number, of: number): number =>
    Math.min(EDGE, Math.max(0, Math.round((value / of) * EDGE)));
  return groups.map((group) => group.points.map((p) => [at(p.x, width), at(p.y, height)]));
}
