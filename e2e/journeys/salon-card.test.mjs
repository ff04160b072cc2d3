// Sign in → customer → open the salon card → a ticked problem opens its causes → save → both sign →
// change → the signatures are void for all to see → what changed → a visit in the running record.
import assert from "node:assert/strict";
import { test } from "node:test";
import { open, shoot } from "../browser.mjs";
import { account, newCustomer, sign as write } from "../hands.mjs";
import { run, start } from "../server.mjs";

test("salon_card", async () => {
  const server = await start();
  const { page, faults, close } = await open();
  try {
    await account(page, server);
    for (const post of ["beauty_consultant", "beautician"]) {
      run(server.data, ["user", "post", "--user", "zhu", "--post", post]);
    }
    await customer(page, server);

    await page.click("summary:has-text('开一张表')");
    await page.click("button:has-text('美容院客户资料档案')");
    await page.waitForURL(/cards\/[0-9a-f-]{36}\/edit$/);
    await shoot(page, "card-blank");
    await fill(page);
    await page.click(".form-foot button.go");
    await page.waitForURL(/cards\/[0-9a-f-]{36}$/);
    const card = page.url();
    assert.match(await page.textContent("main"), /饮水过少/);
    assert.match(await page.textContent(".spot-list"), /皱纹 轻.*额头、左眼周/s);
    assert.equal(await page.locator(".spots-read .place.on").count(), 2);
    await shoot(page, "card");

    await sign(page, "美容顾问签字");
    await sign(page, "顾客签字");
    assert.match(await page.textContent(".page-head"), /已签字/);
    assert.equal(await page.locator(".sign.held").count(), 2);
    await shoot(page, "card-signed");
    await paper(page);

    await page.click("a:has-text('修改')");
    await page.fill("[name=weight]", "56");
    await page.selectOption("[name='!how']", "told");
    await page.click(".form-foot button.go");
    await page.waitForURL(card);
    assert.equal(await page.locator(".sign.void").count(), 2);
    assert.match(await page.textContent("main"), /签字作废/);
    await shoot(page, "card-void");

    await page.click("a:has-text('修订记录')");
    assert.match(await page.textContent(".diff"), /体重.*54\.5 kg.*56 kg/s);
    await shoot(page, "card-revisions");

    await visits(page, server, page.url());
    assert.deepEqual(faults, []);
  } finally {
    await close();
    await server.stop();
  }
});

/** A customer of her own, without any card yet. */
async function customer(page, server) {
  await newCustomer(page, server, "温絮宁");
  assert.match(await page.textContent("main"), /还没有表卡/);
  await shoot(page, "customer-cards-empty");
}

const tick = (page, name, value) =>
  page.check(`[name="${name}"][value="${value}"]`, { force: true });

async function fill(page) {
  // Refused first: a mobile too short, and a height in metres.
  await page.fill("[name=mobile]", "1390000418");
  await page.fill("[name=height]", "1.65");
  await page.click(".form-foot button.go");
  await page.waitForSelector("text=手机应为 11 位");
  assert.match(await page.textContent("form.sheet"), /请填「姓名」/);
  await shoot(page, "card-refused");

  await page.fill("[name=name]", "温絮宁");
  await page.fill("[name=mobile]", "13900004186");
  await page.waitForSelector("text=手机应为 11 位", { state: "detached" });
  await page.fill("[name=height]", "165");
  await page.fill("[name=weight]", "54.5");
  await page.fill("[name='birth.year']", "1988");
  await page.fill("[name='birth.month']", "10");
  await page.fill("[name='birth.day']", "6");
  await page.fill("[name=allergy_history]", "水杨酸、酒精");
  await page.check("[name='phone!none']", { force: true });
  assert.ok(await page.isDisabled("[name=phone]"));

  assert.equal(await page.locator("[name=wrinkle_causes]").count(), 0);
  await tick(page, "problems", "wrinkles");
  await page.waitForSelector("#w-wrinkle_causes.cause");
  assert.match(await page.textContent("#w-wrinkle_causes legend"), /皱纹形成原因/);
  await tick(page, "wrinkle_causes", "little_water");
  await tick(page, "problems.grade.wrinkles", "mild");
  await tick(page, "hobbies", "other");
  await page.fill("[name='hobbies.other']", "陶艺");
  await shoot(page, "card-causes");

  // Taken back, the list asks before it lets go of what it holds.
  await page.uncheck("[name=problems][value=wrinkles]", { force: true });
  await page.waitForSelector("#w-wrinkle_causes.stale");
  await tick(page, "problems", "wrinkles");
  await page.waitForSelector("#w-wrinkle_causes:not(.stale)");
  assert.ok(await page.isChecked("[name=wrinkle_causes][value=little_water]"));
  await tick(page, "problems.grade.wrinkles", "mild");
  await places(page);
}

/** Where it is: one place pressed on the map, one by its name; the map stays open when redrawn. */
async function places(page) {
  const fold = page.locator("#f-problems-about-wrinkles");
  await fold.locator("summary").click();
  await fold.locator("[data-place=eye_left]").click();
  await tick(page, "problems.place.wrinkles", "forehead");
  assert.equal(await fold.locator("[data-said]").textContent(), "额头、左眼周");
  assert.equal(await fold.locator(".place.on").count(), 2);
  await fold.locator("[data-place=eye_left]").click();
  assert.equal(await fold.locator("[data-said]").textContent(), "额头");
  await fold.locator("[data-place=eye_left]").click();
  await tick(page, "problems", "dull");
  await page.waitForSelector("#f-problems-about-dull");
  assert.ok(await fold.evaluate((one) => one.open));
  assert.equal(await fold.locator(".place.on").count(), 2);
  await shoot(page, "card-places");
}

/** Signs and takes a picture of the pad. */
const sign = (page, label) =>
  write(page, label, () => shoot(page, `sign-${label === "顾客签字" ? "customer" : "staff"}`));

/** The same record as its document looks: one A4 page, both hands on it; back to the screen. */
async function paper(page) {
  await page.click(".seg a:has-text('纸样')");
  await page.waitForURL(/paper$/);
  assert.equal(await page.locator(".paper .signed .hand").count(), 2);
  assert.match(await page.textContent(".paper"), /曾使用过何种化妆品/);
  await shoot(page, "card-paper");
  const noted = page.waitForResponse((answer) => answer.url().endsWith("/printings"));
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
  assert.equal(pdf.match(/\/Type\s*\/Page\b/g).length, 1);
  assert.match(pdf, /MediaBox\s*\[0 0 59[456][.\d]* 84[12][.\d]*\]/);
  assert.equal((await noted).status(), 204, "the printing leaves a row");
  await page.click(".seg a:has-text('屏幕')");
  await page.waitForURL(/cards\/[0-9a-f-]{36}$/);
}

/** The running record: a visit, two hands on it, a correction. */
async function visits(page, server) {
  await page.click(".crumb a:has-text('温絮宁')");
  await shoot(page, "customer-cards");
  await page.click("summary:has-text('开一张表')");
  await page.click("button:has-text('罗兰佩蒂顾客护理档案卡')");
  await page.click("a:has-text('顾客体验记录')");
  await shoot(page, "visits-empty");
  await page.click("a:has-text('记一次')");
  assert.match(await page.textContent("main"), /水杨酸、酒精/);
  await page.fill("[name=item]", "补水导入、舒敏面膜");
  await page.fill("[name=amount]", "298");
  await page.fill("[name=effect]", "泛红减退，T 区出油减少。");
  await shoot(page, "visit-new");
  await page.click(".form-foot button.go");
  await page.waitForSelector(".visit");
  await sign(page, "顾客签字");
  await sign(page, "美容师签字");
  await page.click("a:has-text('更正这一次')");
  assert.equal(await page.inputValue("[name=item]"), "补水导入、舒敏面膜");
  await page.fill("[name=amount]", "198");
  await page.click(".form-foot button.go");
  await page.waitForSelector(".visit.corrected + .visit.nested");
  assert.match(await page.textContent(".visit.nested"), /更正第 1 次/);
  await shoot(page, "visits");
}
