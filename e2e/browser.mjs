// A browser that watches: no console error, no blocked resource, no sideways scrolling.
import assert from "node:assert/strict";
import { existsSync, mkdirSync } from "node:fs";
import { resolve } from "node:path";
import { chromium } from "playwright-core";

const shots = resolve(import.meta.dirname, "shots");
const places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
const executablePath = process.env.KEDANG_CHROMIUM ?? places.find(existsSync);
/** Desktop alone, or (KEDANG_E2E=all) phone and dark too. */
const all = process.env.KEDANG_E2E === "all";

export const looks = [
  { name: "1440", viewport: { width: 1440, height: 1000 }, colorScheme: "light" },
  ...(all
    ? [
        { name: "390", viewport: { width: 390, height: 844 }, colorScheme: "light" },
        { name: "dark", viewport: { width: 1440, height: 1000 }, colorScheme: "dark" },
      ]
    : []),
];

/** Opens a browser and a page in it; `faults` collects what went wrong on any page. */
export async function open(options = {}) {
  mkdirSync(shots, { recursive: true });
  assert.ok(executablePath, "no Chromium: run `make deps`");
  const browser = await chromium.launch({
    executablePath,
    args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
      "--disable-background-networking", "--disable-component-update", "--disable-sync"],
  });
  const context = await browser.newContext({ locale: "zh-CN", viewport: looks[0].viewport, ...options });
  const page = await context.newPage();
  const faults = [];
  page.on("console", (message) => {
    // A refused form answers 422, which the browser reports by itself.
    const refused = message.text().includes("422");
    if (message.type() === "error" && !refused) faults.push(message.text());
  });
  page.on("pageerror", (error) => faults.push(String(error)));
  return { browser, context, page, faults, close: () => browser.close() };
}

/** Takes a picture of the page in every look and holds it to what every page must keep. */
export async function shoot(page, name) {
  for (const look of looks) {
    await page.setViewportSize(look.viewport);
    await page.emulateMedia({ colorScheme: look.colorScheme, reducedMotion: "reduce" });
    await page.evaluate(() => document.fonts.ready);
    const sideways = await page.evaluate(() => {
      const root = document.scrollingElement;
      return root.scrollWidth - root.clientWidth;
    });
    assert.equal(sideways, 0, `${name} at ${look.name} scrolls sideways by ${sideways} px`);
    const clipped = await page.evaluate(clippedLabels);
    assert.deepEqual(clipped, [], `${name} at ${look.name} clips`);
    if (look.viewport.width > 900) {
      assert.deepEqual(await page.evaluate(crookedRows), [], `${name} at ${look.name}: cells out of line`);
    }
    await page.screenshot({ path: resolve(shots, `${name}-${look.name}.png`) });
  }
  await page.setViewportSize(looks[0].viewport);
  await page.emulateMedia({ colorScheme: "light" });
}

/** Labels, headings and buttons whose text does not fit (runs in the page). */
function clippedLabels() {
  const found = [];
  for (const element of document.querySelectorAll("label,legend,h1,h2,h3,th,dt,.btn,.pill,.chip")) {
    const style = getComputedStyle(element);
    const hides = style.overflowX !== "visible" && style.textOverflow !== "ellipsis";
    const hidden = element.closest(".vh, .narrow-vh, [hidden], dialog:not([open])");
    if (hides && !hidden && element.clientWidth > 1 && element.scrollWidth > element.clientWidth + 1) {
      found.push(element.textContent.trim().slice(0, 40));
    }
  }
  return found;
}

/** Rows of tables whose cells do not stand on one line (runs in the page). */
function crookedRows() {
  return [...document.querySelectorAll("table.tbl tr")]
    .filter((row) => {
      const tops = [...row.children].map((cell) => cell.getBoundingClientRect().top);
      return Math.max(...tops) - Math.min(...tops) > 1;
    })
    .map((row) => row.textContent.trim().slice(0, 40));
}
