// The first person sets departments up, opens an account, gives it a role and a link; its holder
// sets his password, signs in and sees what his role sees.
import assert from "node:assert/strict";
import { test } from "node:test";
import { open, shoot } from "../browser.mjs";
import { account } from "../hands.mjs";
import { start } from "../server.mjs";

test("staff", async () => {
  const server = await start();
  const { context, page, faults, close } = await open();
  try {
    await account(page, server);
    await page.click("nav a:has-text('人员')");
    await page.fill("form[action='/departments'] [name=name]", "美容一部");
    await page.click("button:has-text('增设部门')");
    await page.waitForSelector(".tree input[value=美容一部]");
    await page.fill("form[action='/departments'] [name=name]", "美容一部");
    await page.click("button:has-text('增设部门')");
    await page.waitForSelector("text=同一处已有这个名称的部门");
    await page.click("a:has-text('新账号')");
    await page.click("button:has-text('建账号')");
    await page.waitForSelector("text=请填登录账号");
    await shoot(page, "staff-refused");
    await page.fill("[name=name]", "李思");
    await page.fill("[name=login]", "li.si");
    await page.selectOption("[name=department]", { label: "\u3000美容一部" });
    await page.click("button:has-text('建账号')");
    await page.waitForURL(/staff\/[0-9a-f-]{36}$/);
    await page.selectOption("[name='role.sales']", { label: "\u3000美容一部" });
    await page.check("[name=post][value=beautician]", { force: true });
    await page.click(".form-foot button.go");
    await page.waitForURL(/staff\/[0-9a-f-]{36}$/);
    assert.ok(await page.isChecked("[name=post][value=beautician]"));
    await page.click("button:has-text('给一个设密码的链接')");
    const link = (await page.textContent("code.digest")).trim();
    await shoot(page, "staff-member");
    await page.goto(`${server.url}/staff`);
    assert.match(await page.textContent("main"), /李思.*美容一部.*业务员.*美容师.*待设密码/s);
    await shoot(page, "staff");

    const guest = await (await context.browser().newContext({ locale: "zh-CN" })).newPage();
    await guest.goto(link);
    await guest.fill("[name=password]", "short");
    await guest.click("button:has-text('设好并去登录')");
    await guest.waitForSelector("text=密码至少 8 位");
    await shoot(guest, "invite");
    await guest.fill("[name=password]", "correct horse");
    await guest.click("button:has-text('设好并去登录')");
    await guest.fill("[name=login]", "li.si");
    await guest.fill("[name=password]", "correct horse");
    await guest.click("button:has-text('登录')");
    await guest.waitForURL("**/workbench");
    assert.equal(await guest.locator("nav a:has-text('人员')").count(), 0);
    await guest.goto(link);
    assert.match(await guest.textContent("body"), /链接已用过或已过期/);
    assert.deepEqual(faults, []);
  } finally {
    await close();
    await server.stop();
  }
});
