// Every page of the router is looked at by axe, at desk and phone, light and dark: nothing serious
// is found, and none scrolls sideways.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { test } from "node:test";
import { open } from "../browser.mjs";
import { account } from "../hands.mjs";
import { run, start } from "../server.mjs";
import { seed } from "./seed.mjs";

const here = import.meta.dirname;
const AXE = readFileSync(resolve(here, "../node_modules/axe-core/axe.min.js"), "utf8");
const ROUTES = readFileSync(resolve(here, "../../crates/kedang-web/src/routes.rs"), "utf8");
/** No pages of their own: pieces that a script puts into one, files, a redirect. */
const PIECES = ["/customers/count", "/customers/export", "/customers/{id}/contact.vcf", "/customers/{id}/dossier.pdf", "/customers/{id}/invoice.pdf",
  "/print-runs/{id}/progress", "/backups/progress", "/print-runs/{id}/file", "/cards/{id}/paper.pdf", "/forms/{key}/paper.pdf",
  "/imports/{id}/progress", "/imports/{id}/troubled/{place}", "/customers/board/{stage}", "/palette", "/assets/{file}", "/",
  // Only where TLS is spoken with keys of the house's own: looked at by hand.
  "/trust", "/trust/kedang-ca.crt"];
/** So many addresses of one route are looked at; of cards, one of every form. */
const most = (route) => (route.startsWith("/cards/{id}") ? 40 : 4);

/** The routes that answer GET, each with what its addresses look like. */
const routes = [...ROUTES.matchAll(/\.route\(\s*"([^"]+)",\s*([^;]*?)\)\s*(?=\.route|\n\})/gs)]
  .filter(([, , methods]) => /\bget\(/.test(methods))
  .map(([, path]) => path)
  .filter((path) => !PIECES.includes(path))
  .map((path) => ({ path, shape: new RegExp(`^${path.replace(/\{\w+\}/g, "[^/]+")}$`) }))
  // `/customers/new` is no `/customers/{id}`.
  .sort((a, b) => a.path.split("{").length - b.path.split("{").length);
const routeOf = (url) => {
  const { pathname } = new URL(url);
  return PIECES.includes(pathname) ? undefined : routes.find(({ shape }) => shape.test(pathname))?.path;
};

test("axe", async () => {
  assert.ok(routes.length > 25, `only ${routes.length} routes were read`);
  const server = await start();
  const { page, close } = await open({ bypassCSP: true });
  const seen = new Map();
  const found = [];
  try {
    // It sees what there is to see: grey on white, a field without a name.
    const faulty = [];
    await page.goto(`${server.url}/login`);
    await page.evaluate(() => {
      document.body.innerHTML = "<main><h1>h</h1><p style='color:#bbb;background:#fff'>grey</p><input></main>";
    });
    await judge(page, "(a bad page)", faulty);
    assert.match(faulty.join("\n"), /light color-contrast[^]*dark color-contrast/);
    assert.match(faulty.join("\n"), /light label/);

    const setUp = await server.setUp();
    await look(page, setUp, seen, found);
    await look(page, `${server.url}/login`, seen, found);
    await account(page, server);
    await bring(page, server.url, "旧册.csv", true);
    await bring(page, server.url, "名册.csv");
    const token = run(server.data, ["token", "create", "--user", "zhu"]);
    const { person } = await seed(server.url, token);
    const { draft, invite } = await prepare(page, server.url);
    const printRun = await prints(page, server.url);
    await backUp(page, server.url);
    const todo = ["/workbench", "/customers", "/customers/analysis", "/customers?q=温", "/customers?stage=lost", "/account", "/merges/new",
      "/contacts/new", "/bin", "/duplicates", "/imports", "/staff", "/staff/new", "/forms", draft, invite, `/customers/${person.id}`,
      `/customers/bulk?pick=${person.id}.1`, `/customers/${person.id}/invoice`, printRun,
      "/nowhere", "/customers/0190a0a0-0000-7000-8000-000000000000"].map((path) => server.url + path);
    const known = new Set(todo);
    while (todo.length > 0) {
      const url = todo.shift();
      const route = routeOf(url) ?? "(an error)";
      if ((seen.get(route) ?? []).length >= most(route)) continue;
      await look(page, url, seen, found);
      for (const link of await page.$$eval("a[href]", (all) => all.map((a) => a.href.split("#")[0]))) {
        if (link.startsWith(server.url) && !known.has(link) && routeOf(link)) {
          known.add(link);
          todo.push(link);
        }
      }
    }
    const unseen = routes.map(({ path }) => path).filter((path) => !seen.has(path));
    const count = [...seen.values()].flat().length;
    console.log(`axe: ${count} pages of ${seen.size} routes, at desk and phone, light and dark; ${found.length} findings`);
    assert.deepEqual(found, []);
    assert.deepEqual(unseen, [], "routes that no link leads to");
  } finally {
    await close();
    await server.stop();
  }
});

/** What only a form leads to: a draft of a form, and the link that is shown once. */
async function prepare(page, url) {
  await page.goto(`${url}/forms/salon-card/copy`);
  await page.fill("[name=label]", "贵宾客户卡");
  await page.fill("[name=label_en]", "VIP card");
  await page.fill("[name=short]", "vip-card");
  await page.click("main form button.go");
  await page.waitForURL(/form-drafts/);
  const draft = new URL(page.url()).pathname;
  await page.goto(`${url}/staff`);
  await page.click("table a");
  await page.click("button:has-text('给一个设密码的链接')");
  const invite = new URL((await page.textContent("code.digest")).trim()).pathname;
  return { draft, invite };
}

/** Blank copies for the customers of the list: a run that is through. */
async function prints(page, url) {
  await page.goto(`${url}/print-runs/new`);
  await page.selectOption("[name=form]", "salon-card");
  await page.selectOption("[name=what]", "blank");
  await page.click("main form button.go");
  await page.waitForURL(/print-runs\/[^n]/);
  await page.waitForSelector("a[href$='/file']");
  return new URL(page.url()).pathname;
}

/** A backup that lies there, for the page that asks whether it may go. */
async function backUp(page, url) {
  await page.goto(`${url}/backups`);
  await page.click("form[action='/backups'] button");
  await page.waitForSelector("a[href$='/removal']");
}

/** Opens an address and notes what axe says of it. */
async function look(page, url, seen, found) {
  await page.goto(url);
  const route = routeOf(url) ?? "(an error)";
  seen.set(route, [...(seen.get(route) ?? []), url]);
  await judge(page, route, found);
}

/** Everything at desk and phone; in the dark only what colours decide. */
const passes = [
  { name: "light", width: 1440, colorScheme: "light", ask: {} },
  { name: "phone", width: 390, colorScheme: "light", ask: {} },
  { name: "dark", width: 1440, colorScheme: "dark", ask: { runOnly: ["color-contrast"] } },
];

/** What axe says of the page that is open. */
async function judge(page, route, found) {
  await page.evaluate(AXE);
  for (const { name, width, colorScheme, ask } of passes) {
    await page.setViewportSize({ width, height: 1000 });
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    if (over > 0) found.push(`${route} ${name} ${page.url()} scrolls sideways by ${over} px`);
    const options = { resultTypes: ["violations"], ...ask };
    const { violations } = await page.evaluate((options) => axe.run(document, options), options);
    for (const { id, impact, nodes } of violations) {
      if (!["serious", "critical"].includes(impact)) continue;
      const where = nodes.slice(0, 3).map((node) => `${node.html.slice(0, 160)} ${node.any[0]?.message ?? ""}`);
      found.push(`${route} ${name} ${id} (${nodes.length}): ${where.join(" | ")}`);
    }
  }
}

/** A file that waits with rows to mend; `through` lets it come in. */
async function bring(page, url, name, through = false) {
  const text = "客户名称,手机,生肖\n临安竹器社,1390000458,马\n,13900008120,\n富阳纸坊,13900008121,羊\n";
  await page.goto(`${url}/imports`);
  await page.setInputFiles("input[type=file]", { name, mimeType: "text/csv", buffer: Buffer.from(text) });
  await page.click("text=读取并核对");
  await page.waitForURL(/\/imports\/[0-9a-f-]+$/);
  await page.click("text=核对每一行");
  await page.waitForSelector("progress", { state: "detached" });
  if (!through) return;
  await page.click(".form-foot button.go");
  await page.waitForSelector("text=导入完成");
}
