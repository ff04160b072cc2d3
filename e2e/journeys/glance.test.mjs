// A customer at a glance over the list, by mouse and by keys; ticked rows change together.
import assert from "node:assert/strict";
import { test } from "node:test";
import { open, shoot } from "../browser.mjs";
import { account } from "../hands.mjs";
import { start } from "../server.mjs";

/** Opens customers through the interface; the first has what a glance shows. */
async function fill(page) {
  for (const [n, [name, kind, grade, city]] of people.entries()) {
    const ok = await page.evaluate(async ([n, name, kind, grade, city, talks]) => {
      const post = (path, body) => fetch(`/api/v1/customers${path}`, { method: "POST",
        headers: { "content-type": "application/json" }, body: JSON.stringify(body) });
      const body = { name, kind, how_met: "苏州机床展会", anyway: true, grade, city, mobile: "13912345678",
        address: "吴中区宝带西路 1 号", industry: "通用设备制造业" };
      const made = await (await post("", body)).json();
      if (n < 3) {
        for (const [channel, back, summary] of talks) {
          const day = new Date(Date.now() - back * 864e5).toLocaleDateString("sv");
          await post(`/${made.id}/contacts`, { channel, direction: "out", happened_on: day, summary });
        }
        await post(`/${made.id}/cards`, { form: "key-account" });
      }
      return !!made.id;
    }, [n, name, kind, grade, city, talks]);
    assert.equal(ok, true, name);
  }
}

test("glance and bulk", async () => {
  const server = await start();
  const { page, faults, close } = await open();
  try {
    await account(page, server);
    await fill(page);
    await page.goto(`${server.url}/customers?sort=name`);
    await page.waitForSelector(`text=共 ${people.length} 位`);
    const shown = () => page.textContent(".peek h2");
    const names = await page.locator("tbody a[data-open]").allTextContents();
    await page.locator("tbody tr").nth(2).locator("a.look").click();
    await page.waitForSelector(".peek h2");
    assert.equal(await shown(), names[2]);
    await shoot(page, "peek");
    await page.keyboard.press("j");
    await page.waitForSelector(`.peek h2:has-text('${names[3]}')`);
    await page.click(".peek [data-step=earlier]");
    await page.waitForSelector(`.peek h2:has-text('${names[2]}')`);
    assert.equal(await page.locator("tr.peeked a[data-open]").textContent(), names[2]);
    await page.keyboard.press("Escape");
    assert.equal(await page.locator(".peek").isVisible(), false);
    await page.locator("tbody a[data-open]").nth(3).focus();
    await page.keyboard.press("p");
    await page.waitForSelector(`.peek h2:has-text('${names[3]}')`);
    await page.keyboard.press("Enter");
    await page.waitForSelector(`h1:has-text('${names[3]}')`);
    await page.goBack();
    const href = await page.locator("tbody a.look").nth(0).getAttribute("href");
    await page.goto(server.url + href);
    await shoot(page, "peek-page");

    await page.goto(`${server.url}/customers?sort=name`);
    await page.waitForSelector("[data-pick-all]:not([hidden])");
    assert.equal(await page.locator(".selbar").isVisible(), false);
    await page.locator("tbody [name=pick]").nth(0).check();
    await page.locator("tbody [name=pick]").nth(2).check();
    assert.match(await page.textContent(".selbar b"), /已选 2 位/);
    await shoot(page, "bulk-ticked");
    await page.setViewportSize({ width: 390, height: 844 });
    assert.equal(await page.locator(".selbar >> text=批量修改").isVisible(), true);
    await page.setViewportSize({ width: 1440, height: 1000 });
    await page.check("[data-pick-all]");
    assert.match(await page.textContent(".selbar b"), new RegExp(`已选 ${people.length} 位`));
    await page.click(".selbar >> text=批量修改");
    await page.waitForSelector("h1:has-text('批量修改')");
    await page.selectOption("[name=stage]", "lost");
    await page.click("button:has-text('修改这些客户')");
    assert.match(await page.textContent(".err"), /转为流失客户要写明原因/);
    assert.equal(await page.inputValue("[name=stage]"), "lost", "what was chosen stays");
    await page.selectOption("[name=stage]", "prospect");
    await page.selectOption("[name=grade]", "B");
    await shoot(page, "bulk-form");
    // One is changed meanwhile.
    await page.evaluate(async (name) => {
      const found = await (await fetch("/api/v1/customers?sort=name&limit=1")).json();
      const one = found.items[0];
      await fetch(`/api/v1/customers/${one.id}`, { method: "PATCH", body: JSON.stringify({ note: name }),
        headers: { "content-type": "application/json", "if-match": `"${one.version}"` } });
    }, names[0]);
    await page.click("button:has-text('修改这些客户')");
    await page.waitForSelector("h1:has-text('批量修改结果')");
    assert.match(await page.textContent("main"), new RegExp(`改了 ${people.length - 1} 位.*没有改成的 1 位`));
    await shoot(page, "bulk-told");
    await page.click("main >> text=回到列表");
    assert.equal(await page.locator(".pill:has-text('准客户')").count(), people.length - 1);
    assert.deepEqual(faults, []);
  } finally {
    await close();
    await server.stop();
  }
});

const talks = [
  ["visit", 0, "面谈顾仲衡：同意续签，希望账期由 45 天放到 60 天，我方未答应。"],
  ["call", 8, "问十二月排产，要求 12-08 前发第一批 40 台。"],
  ["letter", 24, "收到十月对账单回执，盖章件已扫描入档。"],
];
const people = [
  ["苏州澄岸精密机械有限公司", "organization", "A", "苏州市"],
  ["绍兴稽岭减速机有限责任公司绍兴柯桥分公司", "organization", "B", "绍兴市"],
  ["宁波栖禾轴承制造有限公司", "organization", "A", "宁波市"],
  ["王雪", "individual", null, "杭州市"],
  ["镇江焦溪五金加工部", "organization", "D", "镇江市"],
  ["单雄信", "individual", null, null],
];
