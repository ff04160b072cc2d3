// The board: a card dragged by the mouse, held and dragged by a thumb, moved by its menu; what is
// refused goes back with a sentence.
import assert from "node:assert/strict";
import { test } from "node:test";
import { looks, open, shoot } from "../browser.mjs";
import { account } from "../hands.mjs";
import { start } from "../server.mjs";

/** Opens customers through the interface; every other one was visited. */
async function fill(page) {
  for (const [n, [name, kind, grade, stage]] of people.entries()) {
    const id = await page.evaluate(async ([n, name, kind, grade, stage]) => {
      const headers = { "content-type": "application/json" };
      const post = async (path, body, more = {}) => {
        const sent = { method: "POST", headers: { ...headers, ...more }, body: JSON.stringify(body) };
        return (await fetch(`/api/v1/customers${path}`, sent)).json();
      };
      const made = await post("", { name, kind, how_met: "展会", anyway: true, grade });
      const sent = { stage, stage_reason: "转用竞争对手" };
      await fetch(`/api/v1/customers/${made.id}`, { method: "PATCH",
        headers: { ...headers, "if-match": '"1"' }, body: JSON.stringify(sent) });
      const day = (back) => new Date(Date.now() - back * 864e5).toLocaleDateString("sv");
      if (n % 3 !== 2) {
        await post(`/${made.id}/contacts`, { channel: n % 2 ? "call" : "visit", direction: "out",
          happened_on: day([0, 6, 0, 24, 61, 0, 130][n % 7]), summary: "谈年度框架合同" });
      }
      return made.id;
    }, [n, name, kind, grade, stage]);
    assert.ok(id, name);
  }
}

const names = (page, stage) => page.locator(`[data-lane=${stage}] a[data-open]`).allTextContents();
const card = (page, name) => page.locator(".bcard:not(.lifted)", { hasText: name });
const count = (page, stage) => page.textContent(`[data-lane=${stage}] [data-count]`);

async function middle(locator) {
  const box = await locator.boundingBox();
  return [box.x + box.width / 2, box.y + Math.min(box.height, 300) / 2];
}

/** Drags a card into a lane by the mouse; `look` sees it in the air. */
async function drag(page, name, stage, look = async () => {}) {
  await page.mouse.move(...(await middle(card(page, name).locator(".facts"))));
  await page.mouse.down();
  await page.mouse.move(...(await middle(page.locator(`[data-lane=${stage}]`))), { steps: 8 });
  await page.waitForSelector(`[data-lane=${stage}].over`);
  await look();
  await page.mouse.up();
}

test("board", async () => {
  const server = await start();
  const { page, context, faults, close } = await open();
  try {
    await account(page, server);
    await fill(page);
    await page.goto(`${server.url}/customers`);
    await page.click(".seg >> text=看板");
    await page.waitForURL("**/customers/board");
    await page.waitForSelector(`text=共 ${people.length} 位`);
    await shoot(page, "board");

    await drag(page, "无锡远舟", "prospect", () => page.screenshot({ path: "shots/board-drag.png" }));
    await page.waitForSelector(".bcard:not(.sent) >> text=无锡远舟");
    await page.waitForFunction(() => !document.querySelector(".sent"));
    assert.equal((await names(page, "prospect"))[0], "无锡远舟轴承有限公司");
    assert.deepEqual([await count(page, "proposed"), await count(page, "prospect")], ["3", "3"]);
    await page.reload();
    assert.equal((await names(page, "prospect"))[0], "无锡远舟轴承有限公司", "it is stored");

    // Lost asks why; closed without an answer, the card is where it was.
    await drag(page, "无锡远舟", "lost");
    await page.waitForSelector("dialog[open]");
    await shoot(page, "board-why");
    await page.click("dialog[open] >> text=取消");
    assert.equal((await names(page, "prospect"))[0], "无锡远舟轴承有限公司");
    await drag(page, "无锡远舟", "lost");
    await page.fill("dialog[open] [name=stage_reason]", "转用竞争对手");
    await page.click("dialog[open] button.go");
    await page.waitForFunction(() => !document.querySelector(".sent"));
    assert.equal((await names(page, "lost"))[0], "无锡远舟轴承有限公司");

    // Somebody was faster: the card goes back, and the page says why.
    const other = await context.newPage();
    await other.goto(`${server.url}/customers/board`);
    await other.click(".bcard:has-text('王雪') summary");
    await other.click(".bcard:has-text('王雪') button[value=potential]");
    await other.waitForFunction(() => !document.querySelector(".sent"));
    await other.close();
    await drag(page, "王雪", "active");
    await page.waitForSelector("[data-said] .banner");
    assert.match(await page.textContent("[data-said]"), /刚被别人改过.*卡片已放回原处/);
    assert.ok((await names(page, "proposed")).includes("王雪"));
    assert.equal(await count(page, "active"), "3");
    await shoot(page, "board-stale");

    // By the keyboard alone.
    await page.goto(`${server.url}/customers/board`);
    await page.focus(".bcard:has-text('王雪') summary");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await page.waitForFunction(() => !document.querySelector(".sent"));
    assert.equal((await names(page, "proposed"))[0], "王雪");
    await page.click(".bcard:has-text('王雪') summary");
    await shoot(page, "board-menu");
    assert.deepEqual(faults.filter((fault) => !fault.includes("422")), []);
  } finally {
    await close();
    await server.stop();
  }
});

test("board by thumb", async () => {
  const server = await start();
  const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
  const { page, context, faults, close } = await open(phone);
  try {
    await account(page, server);
    await fill(page);
    await page.goto(`${server.url}/customers/board`);
    const touch = await context.newCDPSession(page);
    const send = (type, x, y) =>
      touch.send("Input.dispatchTouchEvent", { type, touchPoints: type === "touchEnd" ? [] : [{ x, y }] });
    const sideways = () => page.evaluate(() => document.scrollingElement.scrollLeft);
    // A swipe scrolls the strip and moves nothing.
    let [x, y] = await middle(card(page, "无锡远舟").locator(".facts"));
    await send("touchStart", x, y);
    for (let step = 1; step <= 8; step += 1) await send("touchMove", x - step * 12, y);
    await send("touchEnd");
    await page.waitForFunction(() => document.querySelector("[data-strip]").scrollLeft > 20);
    assert.ok((await names(page, "proposed")).includes("无锡远舟轴承有限公司"));
    // A swipe runs on after the finger has gone, and would carry the card away from under the next.
    await page.waitForFunction(() => {
      const strip = document.querySelector("[data-strip]");
      window.still = strip.scrollLeft === 0 ? (window.still ?? 0) + 1 : 0;
      if (window.still === 0) strip.scrollTo({ left: 0 });
      return window.still > 20;
    });
    // A finger that holds first lifts the card; at the edge the next lane comes.
    [x, y] = await middle(card(page, "无锡远舟").locator(".facts"));
    await send("touchStart", x, y);
    await page.waitForSelector(".lifted");
    for (let step = 1; step <= 10; step += 1) await send("touchMove", x + ((380 - x) * step) / 10, y);
    await page.waitForFunction(() => document.querySelector("[data-strip]").scrollLeft > 120);
    // The strip glides as long as the finger is at its edge: back in the middle, then onto a lane.
    await send("touchMove", 195, y);
    const [lane] = await page.evaluate(() => {
      const boxes = [...document.querySelectorAll("[data-lane]")].map((one) => one.getBoundingClientRect());
      const middles = boxes.map((box) => Math.max(box.left, 60) / 2 + Math.min(box.right, 330) / 2);
      const shown = middles.filter((_, at) => boxes[at].right > 120 && boxes[at].left < 270);
      return shown.sort((one, other) => Math.abs(one - 195) - Math.abs(other - 195));
    });
    await send("touchMove", lane, y);
    await page.waitForSelector("[data-lane].over");
    await page.screenshot({ path: "shots/board-thumb.png" });
    const to = await page.getAttribute("[data-lane].over", "data-lane");
    assert.ok(["potential", "prospect"].includes(to), to);
    await send("touchEnd");
    await page.waitForFunction(() => !document.querySelector(".sent, .lifted"));
    assert.equal((await names(page, to))[0], "无锡远舟轴承有限公司");
    assert.equal(await sideways(), 0);
    assert.deepEqual(faults, []);
  } finally {
    await close();
    await server.stop();
  }
});

test("board without script", async () => {
  const server = await start();
  const { page, browser, faults, close } = await open();
  try {
    await account(page, server);
    await fill(page);
    const state = await page.context().storageState();
    const plain = await browser.newContext({ javaScriptEnabled: false, storageState: state,
      locale: "zh-CN", viewport: looks[0].viewport });
    const other = await plain.newPage();
    await other.goto(`${server.url}/customers/board`);
    await other.click(".bcard:has-text('王雪') summary");
    await other.click(".bcard:has-text('王雪') button[value=active]");
    assert.equal((await names(other, "active"))[0], "王雪");
    await other.click(".bcard:has-text('王雪') summary");
    await other.click(".bcard:has-text('王雪') a[data-stage=lost]");
    await other.click("button.go");
    assert.match(await other.textContent(".err"), /转为流失客户要写明原因/);
    await other.fill("[name=stage_reason]", "停产");
    await other.click("button.go");
    assert.equal((await names(other, "lost"))[0], "王雪");
    assert.deepEqual(faults, []);
  } finally {
    await close();
    await server.stop();
  }
});

const people = [
  ["常州砚北输送设备有限公司", "organization", "B", "lost"],
  ["苏州澄岸精密机械有限公司", "organization", "A", "active"],
  ["台州括苍泵业集团有限公司", "organization", "A", "active"],
  ["宁波栖禾轴承制造有限公司", "organization", "A", "active"],
  ["绍兴稽岭减速机有限责任公司绍兴柯桥分公司", "organization", "B", "prospect"],
  ["南通听潮船用配件有限公司", "organization", "C", "prospect"],
  ["湖州苕语自动化科技有限公司", "organization", "B", "potential"],
  ["单雄信", "individual", null, "potential"],
  ["衢州航埠起重配件有限公司", "organization", "C", "proposed"],
  ["镇江焦溪五金加工部", "organization", "D", "proposed"],
  ["无锡远舟轴承有限公司", "organization", null, "proposed"],
  ["王雪", "individual", null, "proposed"],
];
