// A caller without a file → told, opened along with the call → a letter with its scan, refused
// first → corrected → the timeline shows it all.
import assert from "node:assert/strict";
import { test } from "node:test";
import { open, shoot } from "../browser.mjs";
import { account } from "../hands.mjs";
import { start } from "../server.mjs";

const scan = {
  name: "织云〔2026〕17 号 询价函.pdf",
  mimeType: "application/pdf",
  buffer: Buffer.from("%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"),
};
const choose = (page, name, value) =>
  page.check(`[name=${name}][value=${value}]`, { force: true });

test("contacts", async () => {
  const server = await start();
  const { page, faults, close } = await open();
  try {
    await account(page, server);
    await page.click("a:has-text('记往来')");
    await page.waitForURL(/contacts\/new$/);
    await shoot(page, "contact-named");
    await page.fill("[name=name]", "吴江织云纺织有限公司");
    await choose(page, "channel", "call");
    await page.click(".form-foot button.go");
    await page.waitForSelector("text=对方来的还是我方发的");
    await choose(page, "direction", "in");
    await page.fill("[name=person]", "采购部周经理");
    await page.fill("[name=summary]", "问 75D 涤纶长丝现货价，要 20 吨，月底前交；答应明天中午回复。");
    await page.click(".form-foot button.go");
    await page.waitForSelector("text=没有「吴江织云纺织有限公司」的户头");
    await choose(page, "kind", "organization");
    await page.fill("[name=how_met]", "自己打来电话");
    await shoot(page, "contact-nobody");
    await page.click("button:has-text('建立户头并记下')");
    await page.waitForURL(/customers\/[0-9a-f-]{36}\/contacts$/);
    const log = page.url();
    assert.match(await page.textContent(".line"), /来电.*采购部周经理.*75D/s);

    await choose(page, "channel", "letter");
    await choose(page, "direction", "in");
    await page.fill("[name=happened_on]", "2099-01-01");
    await page.click(".form-foot button.go");
    await page.waitForSelector("text=日期不能晚于今天");
    await page.waitForSelector("text=要附扫描件，或写明摘要");
    await shoot(page, "contact-refused");
    await page.fill("[name=happened_on]", "2026-11-20");
    await page.fill("[name=number]", "织云〔2026〕17 号");
    await page.setInputFiles("[name='scan!file']", scan);
    await page.waitForSelector(".tile:has-text('询价函')");
    await page.click(".form-foot button.go");
    await page.waitForSelector(".line li >> nth=1");
    assert.match(await page.textContent(".line li >> nth=1"), /来函.*织云〔2026〕17 号/s);
    await shoot(page, "contacts");

    await page.click(".line li >> nth=0 >> a:has-text('更正')");
    await page.fill("[name=summary]", "问 75D 涤纶长丝现货价，要 30 吨，月底前交。");
    await page.click("button:has-text('存更正')");
    await page.waitForURL(log);
    assert.match(await page.textContent(".line"), /30 吨/);
    await page.click(".crumb a:has-text('吴江织云')");
    await shoot(page, "customer-whole");
    await page.goto(log.replace("contacts", "timeline"));
    for (const word of ["建立户头", "放入材料", "来电", "来函"]) {
      assert.match(await page.textContent(".line"), new RegExp(word));
    }
    await shoot(page, "timeline");
    assert.deepEqual(faults, []);
  } finally {
    await close();
    await server.stop();
  }
});
