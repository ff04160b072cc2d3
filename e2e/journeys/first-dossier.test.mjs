// Set-up link → first staff → first dossier → found again by name and by pinyin.
import assert from "node:assert/strict";
import { test } from "node:test";
import { open, shoot } from "../browser.mjs";
import { start } from "../server.mjs";

test("first_dossier", async () => {
  const server = await start();
  const { page, faults, close } = await open();
  try {
    await page.goto(server.url);
    await shoot(page, "login-not-set-up");

    await page.goto(await server.setUp());
    await page.fill("[name=company]", "恒矩传动销售有限公司");
    await page.fill("[name=name]", "宋清扬");
    await page.fill("[name=login]", "song");
    await page.fill("[name=password]", "short");
    await page.click("button:has-text('建账并去登录')");
    assert.match(await page.textContent("main"), /密码至少 8 位/);
    await shoot(page, "setup-refused");
    await page.fill("[name=password]", "correct horse");
    await page.click("button:has-text('建账并去登录')");
    await page.waitForURL("**/login");

    await page.fill("[name=login]", "song");
    await page.fill("[name=password]", "wrong password");
    await page.click("button:has-text('登录')");
    assert.match(await page.textContent("[role=alert]"), /账号或密码不对。再错 4 次/);
    await shoot(page, "login-refused");
    await page.fill("[name=password]", "correct horse");
    await page.click("button:has-text('登录')");
    await page.waitForURL("**/workbench");
    assert.match(await page.textContent("main"), /收集[^]*整理[^]*查阅[^]*分析/);
    await shoot(page, "workbench");
    await page.click("nav >> text=客户");
    await page.waitForURL("**/customers");
    assert.match(await page.textContent("main"), /还没有客户/);
    await shoot(page, "customers-empty");

    await page.click("main >> text=立第一个户头");
    await page.fill("[name=name]", "苏州澄岸精密机械有限公司");
    await page.fill("[name=how_met]", "苏州工业装备展会，对方采购部主动留下名片");
    await page.fill("[name=uscc]", "91350100M000100Y4");
    await page.click("button:has-text('建立户头')");
    assert.match(await page.textContent("main form"), /统一社会信用代码应为 18 位，现在是 17 位/);
    await shoot(page, "customer-new-refused");
    await page.fill("[name=uscc]", "91350100M000100Y43");
    await page.click("button:has-text('建立户头')");
    await page.waitForURL(/customers\/[0-9a-f-]{36}$/);
    assert.equal(await page.textContent("h1"), "苏州澄岸精密机械有限公司");
    await shoot(page, "customer");

    for (const [name, kind, met] of people) {
      await page.goto(`${server.url}/customers/new`);
      await page.fill("[name=name]", name);
      await page.check(`[name=kind][value=${kind}]`, { force: true });
      await page.fill("[name=how_met]", met);
      await page.click("button:has-text('建立户头')");
      await page.waitForURL(/customers\/[0-9a-f-]{36}$/);
    }
    await page.goto(`${server.url}/customers`);
    await page.waitForSelector("text=共 7 位");
    await shoot(page, "customers");
    await page.goto(`${server.url}/customers?q=澄岸`);
    assert.equal(await page.locator("tbody tr").count(), 1);
    await shoot(page, "customers-found");
    await page.goto(`${server.url}/customers?q=没有的`);
    await shoot(page, "customers-not-found");

    await page.keyboard.press("Control+k");
    await page.fill("#palette input[name=q]", "wx");
    await page.waitForSelector("#palette .hit");
    assert.match(await page.textContent("#palette-hits"), /王雪/);
    await shoot(page, "palette");
    await page.keyboard.press("Enter");
    await page.waitForURL(/customers\/[0-9a-f-]{36}$/);
    assert.equal(await page.textContent("h1"), "王雪");

    await page.goto(`${server.url}/account`);
    await shoot(page, "account");
    assert.deepEqual(faults, []);
  } finally {
    await close();
    await server.stop();
  }
});

const people = [
  ["王雪", "individual", "老客户介绍"],
  ["欧阳芷若", "individual", "门店到访"],
  ["绍兴稽岭减速机有限责任公司绍兴柯桥分公司", "organization", "来电咨询"],
  ["泰州望稻粮机设备有限公司", "organization", "老客户介绍，对方车间主任为原同事"],
  ["金华婺东农机有限公司", "organization", "展会"],
  ["单雄信", "individual", "朋友介绍"],
];
