// A company on file twice: told at quick-create, edited with a change, merged, edited, taken back;
// deleted and restored.
import assert from "node:assert/strict";
import { test } from "node:test";
import { open, shoot } from "../browser.mjs";
import { start } from "../server.mjs";

const OPENED = /customers\/[0-9a-f-]{36}$/;

test("merge", async () => {
  const server = await start();
  const { page, faults, close } = await open();
  try {
    await page.goto(await server.setUp());
    await page.fill("[name=company]", "恒矩传动销售有限公司");
    await page.fill("[name=name]", "白晗");
    await page.fill("[name=login]", "bai");
    await page.fill("[name=password]", "correct horse");
    await page.click("button:has-text('建账并去登录')");
    await page.fill("[name=login]", "bai");
    await page.fill("[name=password]", "correct horse");
    await page.click("button:has-text('登录')");
    await page.waitForURL("**/workbench");

    await stub(page, server.url, "苏州澄岸精密机械有限公司", "苏州工业装备展会");
    await page.waitForURL(OPENED);
    const survivor = page.url();
    await page.click("a:has-text('编辑')");
    await page.fill("[name=uscc]", "91350100M000100Y43");
    await page.fill("[name=legal_representative]", "钱立行");
    await page.fill("[name=registered_capital]", "500");
    await page.fill("[name=business_scope]", "精密机械零部件、工业自动化设备的研发、生产和销售；货物及技术进出口");
    await page.fill("[name=address]", "苏州工业园区星湖街 328 号创意产业园 5 栋 801 室");
    await page.fill("[name=mobile]", "13912345678");
    await page.click("button:has-text('保存')");
    assert.match(await page.textContent("main form"), /请至少选一个客户类型/);
    assert.match(await page.textContent("main form"), /注册资本要写明单位/);
    await shoot(page, "edit-refused");
    await page.fill("[name=registered_capital]", "500万元");
    await page.check("[name=types][value=dealer]", { force: true });
    await page.check("[name=types][value=bank]", { force: true });
    await page.check("[name=stage][value=active]", { force: true });
    await page.click("button:has-text('保存')");
    await page.waitForURL(OPENED);

    // A guarded field asks for its event.
    await page.click("a:has-text('编辑')");
    await page.fill("[name=legal_representative]", "沈望舒");
    await page.click("button:has-text('保存')");
    assert.match(await page.textContent("main form"), /「法定代表人」属于重大变动事项/);
    await shoot(page, "edit-guarded");
    await page.fill("[name='change.effective_on']", "2026-01-31");
    await page.fill("[name='change.proof']", "准予变更登记通知书（苏园市监）〔2026〕118 号");
    await page.click("button:has-text('保存')");
    await page.waitForURL(OPENED);
    await page.click("a:has-text('记一笔变动')");
    await page.click("button:has-text('记入变动')");
    assert.match(await page.textContent("main form"), /请选择变动事项/);
    await shoot(page, "change-refused");
    await page.check("[name=kind][value=litigation]", { force: true });
    await page.fill("[name=effective_on]", "2099-03-01");
    await page.fill("[name=note]", "与无锡远舟轴承有限公司买卖合同纠纷，园区法院开庭");
    await page.fill("[name=proof]", "传票（2026）苏0591民初1182号");
    await page.click("button:has-text('记入变动')");
    await page.waitForURL(OPENED);
    await shoot(page, "customer-changed");

    // The same company again: told, and opened all the same.
    await stub(page, server.url, "澄岸机械", "老客户介绍", "13912345678");
    assert.match(await page.textContent("main"), /电话与已有客户 KH-00001「苏州澄岸精密机械有限公司」相同/);
    await shoot(page, "customer-new-known");
    await page.click("button:has-text('不是同一家，仍要建立')");
    await page.waitForURL(OPENED);
    const absorbed = page.url();
    await page.click("a:has-text('编辑')");
    await page.fill("[name=fax]", "0512-62881235");
    await page.fill("[name=note]", "老板娘做主，交货要提前一天电话确认；对账每月 25 日。");
    await page.check("[name=types][value=supplier]", { force: true });
    await page.click("button:has-text('保存')");
    await page.waitForURL(OPENED);

    await page.click("nav >> text=疑似重复");
    await page.waitForSelector("text=待核对 1 对");
    await shoot(page, "duplicates");
    await page.click("main a:has-text('合并客户')");
    await page.check("[name='choice.how_met'][value=absorbed]");
    await page.click("button:has-text('按选择预览')");
    assert.match(page.url(), /choice\.how_met=absorbed/);
    await shoot(page, "merge");
    await page.click("main form button:text-is('合并')");
    await page.waitForURL(/merges\/[0-9a-f-]{36}$/);
    const merge = page.url();
    await shoot(page, "merged");
    await page.goto(absorbed);
    assert.equal(page.url(), survivor, "the absorbed one leads to the survivor");
    await shoot(page, "customer-survivor");

    // One more edit of a field that the merge had set, and the merge is taken back.
    await page.click("a:has-text('编辑')");
    await page.fill("[name=how_met]", "老客户介绍，又在展会见过");
    await page.click("button:has-text('保存')");
    await page.waitForURL(OPENED);
    await page.goto(merge);
    await page.click("button:has-text('撤销合并')");
    await page.waitForSelector("text=已撤销");
    assert.match(await page.textContent("main"), /现为「老客户介绍，又在展会见过」，合并前为「苏州工业装备展会」/);
    await shoot(page, "merge-undone");
    await page.goto(absorbed);
    assert.equal(await page.textContent("h1"), "澄岸机械");

    await page.click("a:text-is('删除')");
    await page.click("main button:has-text('删除')");
    assert.match(await page.textContent("main form"), /请写明删除原因/);
    await shoot(page, "delete-refused");
    await page.fill("[name=reason]", "重复建立");
    await page.click("main button:has-text('删除')");
    await page.waitForURL("**/customers");
    assert.doesNotMatch(await page.textContent("main"), /澄岸机械/);
    await page.click("nav >> text=回收站");
    await page.waitForSelector("text=还剩 30 天");
    await shoot(page, "bin");
    await page.click("button:has-text('恢复')");
    await page.waitForURL(OPENED);
    assert.equal(await page.textContent("h1"), "澄岸机械");
    assert.deepEqual(faults, []);
  } finally {
    await close();
    await server.stop();
  }
});

/** Fills in the quick-create and sends it. */
async function stub(page, url, name, met, mobile = "") {
  await page.goto(`${url}/customers/new`);
  await page.fill("[name=name]", name);
  await page.fill("[name=how_met]", met);
  await page.fill("[name=mobile]", mobile);
  await page.click("button:has-text('建立户头')");
}
