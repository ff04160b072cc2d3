// The designer to a filled new version: copy the salon card → add a choice with options → move it →
// relabel a field → retire one → look at the changes → publish → open a card of it → fill it in.
import assert from "node:assert/strict";
import { test } from "node:test";
import { open, shoot } from "../browser.mjs";
import { account, newCustomer } from "../hands.mjs";
import { start } from "../server.mjs";

test("designer", async () => {
  const server = await start();
  const { page, faults, close } = await open();
  try {
    await account(page, server);
    await page.click("nav.rail a:has-text('表样')");
    await page.waitForURL("**/forms");
    await shoot(page, "forms");
    await copy(page);
    await design(page);
    await publish(page);
    await fill(page, server);
    assert.deepEqual(faults, []);
  } finally {
    await close();
    await server.stop();
  }
});

/** A copy under a name of its own; the first short name is refused. */
async function copy(page) {
  await page.click("li:has(a:text-is('美容院客户资料档案')) a:has-text('复制')");
  await page.fill("[name=short]", "贵宾");
  await page.click("button:has-text('复制并去设计')");
  await page.waitForSelector("text=短名用 2 到 40 个小写字母");
  await shoot(page, "form-copy-refused");
  await page.fill("[name=label]", "贵宾客户卡");
  await page.fill("[name=label_en]", "VIP card");
  await page.fill("[name=short]", "vip-card");
  await page.click("button:has-text('复制并去设计')");
  await page.waitForURL(/form-drafts\/[0-9a-f-]{36}$/);
  await shoot(page, "designer");
}

async function design(page) {
  const life = "section.sheet[aria-label='生活与习惯']";
  await page.click(`${life} a:has-text('加一项')`);
  await page.waitForSelector(".add-field");
  await page.fill(".add-field [name=label]", "到店时的偏好");
  await page.selectOption(".add-field [name=kind]", "choice");
  await page.fill(".add-field [name=options]", "少说话");
  await page.click("button:has-text('加上这一项')");
  await page.waitForSelector("text=选项至少要两个");
  assert.equal(await page.inputValue(".add-field [name=label]"), "到店时的偏好");
  await shoot(page, "designer-add");
  await page.fill(".add-field [name=options]", "少说话 | Quiet\n爱聊天 | Chatty\n随意 | Either");
  await page.click("button:has-text('加上这一项')");
  await page.waitForSelector(".preview legend:has-text('到店时的偏好')");

  const lines = () => page.locator(`${life} .field-line b`).allTextContents();
  assert.deepEqual(await lines(), ["个人爱好", "生活习惯", "饮食习惯", "到店时的偏好"]);
  await page.click("button[aria-label='上移：到店时的偏好']");
  await page.waitForFunction(() =>
    /到店时的偏好[\s\S]*饮食习惯/.test(document.querySelector(".preview").textContent));
  assert.deepEqual(await lines(), ["个人爱好", "生活习惯", "到店时的偏好", "饮食习惯"]);
  await page.click("button[aria-label='上移：基本资料']");
  await page.waitForSelector("text=它已经是第一部分");

  await page.click(".field-line a:has-text('职业')");
  await page.fill(".field-panel [name=label]", "做什么工作");
  await shoot(page, "designer-field");
  await page.click(".field-panel button:has-text('保存')");
  await page.waitForSelector(".preview label:has-text('做什么工作')");

  await page.click(".field-line a:has-text('婚否')");
  await page.click(".field-panel button:has-text('停用')");
  await page.waitForSelector("section.sheet[aria-label='已停用'] b:has-text('婚否')");
  await page.click("button:has-text('撤销上一步')");
  await page.waitForSelector("section.sheet[aria-label='已停用']", { state: "detached" });
  await page.click(".field-line a:has-text('婚否')");
  await page.click(".field-panel button:has-text('停用')");
  await page.waitForSelector("section.sheet[aria-label='已停用'] b:has-text('婚否')");
  await shoot(page, "designer-changed");
}

async function publish(page) {
  await page.click("a:has-text('看改动、发布')");
  await page.waitForURL(/diff$/);
  const changes = await page.textContent(".changes");
  for (const said of ["新增「到店时的偏好」", "停用「婚否」", "改名：「职业」→「做什么工作」"]) {
    assert.ok(changes.includes(said), `${said} in ${changes}`);
  }
  await shoot(page, "designer-diff");
  await page.click("button:has-text('发布第 1 版')");
  await page.waitForURL("**/forms/own-vip-card");
  await shoot(page, "form-published");
}

/** A card of the new form, with the new question answered. */
async function fill(page, server) {
  await newCustomer(page, server, "温絮宁");
  await page.click("summary:has-text('开一张表')");
  await page.click("button:has-text('贵宾客户卡')");
  await page.waitForURL(/cards\/[0-9a-f-]{36}\/edit$/);
  assert.equal(await page.locator("[name=married]").count(), 0);
  await page.fill("[name=name]", "温絮宁");
  await page.fill("[name=mobile]", "13900004186");
  await page.check("[name=own_1][value=v1_1]", { force: true });
  await shoot(page, "own-card-filled");
  await page.click(".form-foot button.go");
  await page.waitForURL(/cards\/[0-9a-f-]{36}$/);
  assert.match(await page.textContent("main"), /到店时的偏好.*少说话/s);
  await shoot(page, "own-card");
}
