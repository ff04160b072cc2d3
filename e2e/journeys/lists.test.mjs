// A list narrowed → saved as a view → opened again → from one customer to the next.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { open, shoot } from "../browser.mjs";
import { start } from "../server.mjs";

test("lists", async () => {
  const server = await start();
  const { page, faults, close } = await open();
  const names = () => page.locator("tbody a[data-open]").allTextContents();
  try {
    await page.goto(await server.setUp());
    await page.fill("[name=company]", "恒矩传动销售有限公司");
    await page.fill("[name=name]", "宋清扬");
    await page.fill("[name=login]", "song");
    await page.fill("[name=password]", "correct horse");
    await page.click("button:has-text('建账并去登录')");
    await page.fill("[name=login]", "song");
    await page.fill("[name=password]", "correct horse");
    await page.click("button:has-text('登录')");
    await page.waitForURL("**/workbench");
    for (const [name, kind, grade, city, mobile] of people) {
      const body = { name, kind, how_met: "展会", anyway: true, grade, city, mobile, industry: "通用设备制造业",
        province: "浙江省", address: "工业园区创业路 8 号", contact: "陈志远" };
      const status = await page.evaluate(async (body) => {
        const headers = { "content-type": "application/json" };
        const sent = { method: "POST", headers, body: JSON.stringify(body) };
        return (await fetch("/api/v1/customers", sent)).status;
      }, body);
      assert.equal(status, 201, name);
    }
    await page.goto(`${server.url}/customers`);
    await page.waitForSelector(`text=共 ${people.length} 位`);
    await shoot(page, "list");

    await page.click("summary:has-text('条件')");
    await page.check("[name=grade][value=A]", { force: true });
    await page.check("[name=grade][value=B]", { force: true });
    await page.fill("[name=city]", "杭州市，宁波市");
    await page.fill("[name=created_from]", "2026-13-01");
    await shoot(page, "list-narrow");
    await page.click("button:has-text('按条件列出')");
    assert.match(await page.textContent("[role=alert]"), /日期读不出来，请写成 2026-01-31/);
    assert.equal(await page.inputValue("[name=city]"), "杭州市，宁波市", "what was typed stays");
    await shoot(page, "list-refused");
    await page.fill("[name=created_from]", "");
    await page.click("button:has-text('按条件列出')");
    await page.waitForSelector(".fp:has-text('杭州市')");
    assert.deepEqual((await names()).sort(), narrowed.toSorted());
    await page.click("thead a:has-text('客户名称')");
    await page.waitForSelector("[aria-sort=ascending]");
    assert.deepEqual(await names(), narrowed);
    await shoot(page, "list-narrowed");

    await page.click("summary:has-text('栏目')");
    await shoot(page, "list-columns");
    await page.check(".picks [value=address]");
    await page.uncheck(".picks [value=updated]");
    await page.click("button:has-text('按所选栏目列出')");
    await page.waitForSelector("th:has-text('地址')");
    assert.equal(await page.locator("th:has-text('最近更改')").count(), 0);

    await page.click("summary:has-text('存为视图')");
    await page.fill("[name=name]", "杭甬 A、B 级");
    await shoot(page, "list-save");
    await page.click("button:has-text('保存视图')");
    await page.waitForURL(/customers\?view=[0-9a-f-]{36}$/);
    await page.goto(`${server.url}/customers`);
    await page.click(".tabs >> text=杭甬 A、B 级");
    assert.equal(await page.textContent("h1"), "杭甬 A、B 级");
    assert.deepEqual(await names(), narrowed);
    assert.equal(await page.locator("th:has-text('地址')").count(), 1);
    await page.waitForSelector(`text=共 ${narrowed.length} 位`);
    await shoot(page, "list-view");

    // The same list leaves as a file and on paper.
    const view = page.url();
    await page.click("summary:has-text('导出')");
    await shoot(page, "list-export");
    const [file] = await Promise.all([page.waitForEvent("download"), page.click("a:has-text('CSV 文件')")]);
    assert.match(file.suggestedFilename(), /^杭甬 A、B 级-\d{4}-\d\d-\d\d\.csv$/);
    const lines = readFileSync(await file.path(), "utf8").trim().split("\r\n");
    assert.match(lines[0], /^\uFEFF?客户名称,/);
    assert.deepEqual(lines.slice(1).map((line) => line.split(",")[0]), narrowed);
    await page.click("summary:has-text('打印')");
    await page.click("a:has-text('打印这个列表')");
    await page.waitForSelector("h1:has-text('杭甬 A、B 级')");
    assert.deepEqual(await page.locator("tbody th").allTextContents(), narrowed);
    assert.match(await page.textContent("tfoot"), /恒矩传动销售有限公司 · 打印人：宋清扬 · /);
    await page.evaluate(() => (window.print = () => (document.body.dataset.printed = "1")));
    await page.click("button:has-text('打印')");
    assert.equal(await page.getAttribute("body", "data-printed"), "1");
    await shoot(page, "list-print");
    await page.click("a:has-text('回到列表')");
    assert.equal(page.url(), view);

    await page.click(`text=${narrowed[1]}`);
    await page.waitForSelector(`h1:has-text('${narrowed[1]}')`);
    await shoot(page, "list-neighbours");
    await page.keyboard.press("j");
    await page.waitForSelector(`h1:has-text('${narrowed[2]}')`);
    await page.keyboard.press("k");
    await page.waitForSelector(`h1:has-text('${narrowed[1]}')`);
    await page.click("main >> text=回到列表");
    assert.deepEqual(await names(), narrowed);

    await page.goto(`${server.url}/customers?view=summary`);
    assert.deepEqual(await page.locator("th[scope=col]").allTextContents(), paper);
    await shoot(page, "list-summary");
    await page.fill("main [name=q]", "望稻");
    await page.press("main [name=q]", "Enter");
    assert.deepEqual(await names(), ["宁波望稻粮机设备有限公司"]);
    await shoot(page, "list-found");
    await page.goto(`${server.url}/customers?grade=D&city=没有市`);
    assert.match(await page.textContent("main"), /没有符合条件的客户/);
    await shoot(page, "list-nothing");
    assert.deepEqual(faults, []);
  } finally {
    await close();
    await server.stop();
  }
});

const people = [
  ["杭州澄岸精密机械有限公司", "organization", "A", "杭州市", "13912345601"],
  ["衢州航埠起重配件有限公司", "organization", "C", "衢州市", "13912345602"],
  ["宁波栖禾轴承制造有限公司", "organization", "A", "宁波市", "13912345603"],
  ["绍兴稽岭减速机有限责任公司绍兴柯桥分公司", "organization", "B", "绍兴市", "13912345604"],
  ["宁波望稻粮机设备有限公司", "organization", "B", "宁波市", null],
  ["杭州竹西食品机械厂", "organization", "C", "杭州市", "13912345606"],
  ["王雪", "individual", null, "杭州市", "13912345607"],
  ["金华婺东农机有限公司", "organization", "D", "金华市", "13912345608"],
  ["杭州苕语自动化科技有限公司", "organization", "B", "杭州市", "13912345609"],
  ["单雄信", "individual", null, null, null],
  ["台州括苍泵业集团有限公司", "organization", "A", "台州市", "13912345611"],
];
const narrowed = [
  "杭州澄岸精密机械有限公司",
  "杭州苕语自动化科技有限公司",
  "宁波栖禾轴承制造有限公司",
  "宁波望稻粮机设备有限公司",
];
const paper = ["序号", "公司名称", "联系人", "职务", "联系方式", "公司地址", "所属行业", "客户类型", "客户等级"];
