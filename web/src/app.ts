// Starts htmx and the islands. Every page works without this file; it only makes some quicker.
import htmx from "htmx.org";
import { refuseEval } from "./no-eval";

/** What an island module exports: it takes its element once. */
type Start = (element: HTMLElement) => void;

const islands: Record<string, () => Promise<{ default: Start }>> = {
  beside: () => import("./islands/beside"),
  board: () => import("./islands/board"),
  chosen: () => import("./islands/chosen"),
  conditions: () => import("./islands/conditions"),
  copy: () => import("./islands/copy"),
  dialog: () => import("./islands/dialog"),
  dirty: () => import("./islands/dirty"),
  drop: () => import("./islands/drop"),
  menu: () => import("./islands/menu"),
  palette: () => import("./islands/palette"),
  panes: () => import("./islands/panes"),
  peek: () => import("./islands/peek"),
  places: () => import("./islands/places"),
  print: () => import("./islands/print"),
  progress: () => import("./islands/progress"),
  repeat: () => import("./islands/repeat"),
  rows: () => import("./islands/rows"),
  selection: () => import("./islands/selection"),
  signature: () => import("./islands/signature"),
  upload: () => import("./islands/upload"),
};

const started = new WeakSet<HTMLElement>();

/** Loads the code of every island not yet running. */
function startIslands(): void {
  for (const element of document.querySelectorAll<HTMLElement>("[data-island]")) {
    const load = islands[element.dataset["island"] ?? ""];
    if (!load || started.has(element)) continue;
    started.add(element);
    void load().then((island) => island.default(element));
  }
}

htmx.config.includeIndicatorCSS = false;
htmx.config.history = "reload";
// Settling would copy the style attribute of the old element, which the CSP counts as inline style.
htmx.config.defaultSettleDelay = 0;
htmx.registerExtension("no-eval", refuseEval);
document.addEventListener("htmx:after:swap", startIslands);
startIslands();
