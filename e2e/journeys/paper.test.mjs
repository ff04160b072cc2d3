// A card opened → turned over to its paper with what was typed → written on with pointer and keys →
// a refusal mended in its cell → saved → printed on one A4 page; and the same without any script.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { looks, open, shoot } from "../browser.mjs";
import { account, newCustomer } from "../hands.mjs";
import { start } from "../server.mjs";

test("paper", async () => {
  const server = await start();
  const { browser, context, page, faults, close } = await open();
  try {
    await account(page, server);
    await newCustomer(page, server, "温絮宁");
    await page.click("summary:has-text('开一张表')");
    await page.click("button:has-text('美容院客户资料档案')");
    await page.waitForURL(/cards\/[0-9a-f-]{36}\/edit$/);
    const card = page.url().replace(/\/edit$/, "");

    await page.fill("[name=name]", "温絮宁");
    await page.click(".seg button:has-text('纸样')");
    await page.waitForSelector(".paper-form .paper");
    assert.equal(await page.inputValue("[name=name]"), "温絮宁", "what was typed is on the paper");
    await unsaved(page);
    await shoot(page, "paper-blank");
    await write(page);
    await shoot(page, "paper-written");
    await refused(page);
    await page.click(".form-foot button.go");
    await page.waitForURL(`${card}/paper`);
    assert.match(await page.textContent(".page-head"), /第 1 次修订/);
    await printed(page);
    await shoot(page, "paper-read");

    await oneChange(page, card);
    await plainly(browser, context, card);
    await rows(page, server);
    assert.deepEqual(faults, []);
  } finally {
    await close();
    await server.stop();
  }
});

const cell = (page, key) => page.locator(`td:has(> #w-${key})`);

/** Nothing is stored yet: leaving asks first, and staying keeps all. */
async function unsaved(page) {
  const asked = new Promise((done) =>
    page.once("dialog", async (dialog) => {
      await dialog.dismiss();
      done(dialog.type());
    }),
  );
  await page.click("[name=weight]");
  await page.evaluate(() => document.querySelector(".crumb a").click());
  assert.equal(await asked, "beforeunload");
  assert.equal(await page.inputValue("[name=name]"), "温絮宁");
}

/** The pen: lines, a date in its slots, boxes by pointer and by keys, what a tick opens. */
async function write(page) {
  await page.click("th:has-text('手') label:has-text('手机')");
  await page.keyboard.type("1390000418");
  await page.fill("[name=height]", "165");
  await page.fill("[name='birth.year']", "1988");
  await page.fill("[name='birth.month']", "10");
  await page.fill("[name='birth.day']", "6");
  await page.locator("[name=skin_type]").first().focus();
  await page.keyboard.press("Space");
  await page.keyboard.press("ArrowRight");
  assert.ok(await page.isChecked("[name=skin_type] >> nth=1"));
  await page.click("#w-hobbies label:has-text('读书')");
  await page.fill("[name='hobbies.other']", "陶艺");
  assert.ok(await page.isChecked("[name=hobbies][value=other]"), "to write behind 其它 ticks it");

  assert.equal(await page.locator("[name=wrinkle_causes]").count(), 0);
  await page.click("#w-problems label:has-text('皱纹')");
  await page.waitForSelector("[name=wrinkle_causes]");
  await page.click("#w-wrinkle_causes label:has-text('饮水过少')");
  await page.check("[name='problems.grade.wrinkles'][value=mild]", { force: true });
  await page.hover("[name=phone]");
  await page.check("[name='phone!none']", { force: true });
  assert.ok(await page.isDisabled("[name=phone]"));
  await page.fill("[name=allergy_history]", "水杨酸、酒精");
}

/** Refused in the cell and summed up on top; the sentence goes as soon as it is mended. */
async function refused(page) {
  await page.click(".form-foot button.go");
  await page.waitForSelector("#w-mobile .err");
  assert.match(await cell(page, "mobile").textContent(), /手机应为 11 位/);
  assert.match(await page.textContent("#wrongs-top"), /1 处要改.*手机/s);
  assert.ok(await page.isChecked("[name=wrinkle_causes][value=little_water]"));
  await shoot(page, "paper-refused");
  await page.click("#wrongs-top a");
  await page.fill("[name=mobile]", "13900004186");
  await page.waitForSelector("#w-mobile .err", { state: "detached" });
}

/** One A4 page with what was written, noted as a printing; the controls are not on it. */
async function printed(page) {
  const { raw, said } = await print(page);
  assert.equal(raw.match(/\/Type\s*\/Page\b/g).length, 1);
  assert.match(raw, /MediaBox\s*\[0 0 59[456][.\d]* 84[12][.\d]*\]/);
  for (const text of ["美容院客户资料档案", "温絮宁", "13900004186", "1988", "陶艺", "水杨酸、酒精", "第 1 次修订"]) {
    assert.ok(said.includes(text), `${text} in ${said}`);
  }
  for (const text of ["修改", "填写中", "未答"]) assert.ok(!said.includes(text), text);
}

/** Prints the page, which leaves a row, and reads what is on it. */
async function print(page) {
  const noted = page.waitForResponse((answer) => answer.url().endsWith("/printings"));
  const pdf = await page.pdf({ preferCSSPageSize: true });
  assert.equal((await noted).status(), 204, "the printing leaves a row");
  const folder = mkdtempSync(join(tmpdir(), "kedang-paper-"));
  try {
    const file = join(folder, "card.pdf");
    writeFileSync(file, pdf);
    const said = execFileSync("pdftotext", ["-layout", file, "-"], { encoding: "utf8" });
    return { raw: pdf.toString("latin1"), said };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Opened again on paper, one answer is changed; the others stay. A phone can do it too. */
async function oneChange(page, card) {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.click("a:has-text('修改')");
  await page.waitForURL(`${card}/paper/edit`);
  await page.fill("[name=weight]", "54.5");
  await page.click(".form-foot button.go");
  await page.waitForURL(`${card}/paper`);
  await page.setViewportSize(looks[0].viewport);
  const said = await page.textContent(".paper");
  for (const text of ["54.5", "165", "陶艺", "(轻)", "13900004186", "第 2 次修订"]) {
    assert.ok(said.includes(text), text);
  }
}

/** A table: its printed lines are rows to write on, one more is had, one is taken out, what is not
 * printed of a row folds out beside it. */
async function rows(page, server) {
  const to = await page.evaluate(async () => {
    const post = async (path, body) => {
      const headers = { "content-type": "application/json" };
      return (await fetch(`/api/v1${path}`, { method: "POST", headers, body: JSON.stringify(body) })).json();
    };
    const company = { name: "吴江织云纺织有限公司", kind: "organization", how_met: "展会", anyway: true };
    const { id } = await post("/customers", company);
    return (await post(`/customers/${id}/cards`, { form: "customer-profile" })).id;
  });
  await page.goto(`${server.url}/cards/${to}/paper/edit`);
  await page.fill("[name=name]", "吴江织云纺织有限公司");
  assert.equal(await page.locator("#w-ladder table tbody tr").count(), 4);
  await page.click("#w-ladder button:has-text('加一行')");
  await page.keyboard.press("Tab");
  assert.equal(await page.evaluate(() => document.activeElement.name), "ladder.4.person");
  await page.keyboard.type("陆鸣");
  await page.selectOption("[name='ladder.4.rank']", "third");
  await page.selectOption("[name='ladder.0.rank']", "first");
  const ink = (name) =>
    page.locator(`[name='${name}']`).evaluate((one) => getComputedStyle(one).webkitTextFillColor);
  assert.equal(await ink("ladder.0.rank"), "rgb(22, 48, 79)", "what is chosen is in ink");
  assert.equal(await ink("ladder.1.rank"), "rgba(0, 0, 0, 0)", "what is not stays blank");
  await page.fill("[name='ladder.0.person']", "沈织云");
  await page.click("#w-ladder tbody tr >> nth=0 >> summary");
  await page.fill("[name='ladder.0.birth']", "1968-08");
  await page.press("[name='ladder.0.birth']", "Tab");
  await page.waitForFunction(() => /\d/.test(document.querySelector("#f-ladder-0-age").textContent));
  await page.click("#w-ladder tbody tr >> nth=1 >> [data-act=drop]");
  assert.equal(await page.locator("#w-ladder table tbody tr").count(), 4);
  await shoot(page, "paper-rows");
  // Printed from here: what is written, that it is not stored, and no aid of the filling.
  const { said: unstored } = await print(page);
  for (const text of ["沈织云", "陆鸣", "填写中，未存"]) assert.ok(unstored.includes(text), text);
  for (const text of ["加一行", "存为", "未答", "省", "至"]) assert.ok(!unstored.includes(text), text);
  await page.click(".form-foot button.go");
  await page.waitForURL(`**/cards/${to}/paper`);
  const said = await page.locator(".ruled-table tbody").innerText();
  assert.match(said, /沈织云[^]*陆鸣/);
}

/** Without script the paper is a form like any other: Enter saves, a turned sheet keeps the text. */
async function plainly(browser, context, card) {
  const bare = await browser.newContext({
    javaScriptEnabled: false, locale: "zh-CN", storageState: await context.storageState(),
  });
  const page = await bare.newPage();
  await page.goto(`${card}/paper/edit`);
  await page.fill("[name=weight]", "56");
  await page.click(".seg button:has-text('屏幕')");
  await page.waitForSelector(".form-wrap");
  assert.equal(await page.inputValue("[name=weight]"), "56");
  await page.click(".seg button:has-text('纸样')");
  await page.waitForSelector(".paper");
  await page.press("[name=weight]", "Enter");
  await page.waitForURL(`${card}/paper`);
  assert.match(await page.textContent(".paper"), /56 kg/);
  await bare.close();
}
