// A GB18030 table from the drop to mended cells, into the list, out as a workbook, and back again.
import assert from "node:assert/strict";
import { test } from "node:test";
import { open, shoot } from "../browser.mjs";
import { account } from "../hands.mjs";
import { start } from "../server.mjs";

// Two lines of title over the heads; one telephone number lacks a digit, one name is missing.
const bytes = Buffer.from(
  [
    "u6q2q76tz/rJzMP7suEsLCwK1sax7aO6zfXP/sO3LCwyMDI2xOoxMdTCLAq/zbunseC6xSy5q8u+w/uzxizK1rv6",
    "usXC6yy5q8u+tdjWtwpLSC05MDAxLMvV1t23473y0rrRubz+09DP3rmry74sMTM5MDAwMDIyMTcsva3L1cqhy9XW",
    "3crQuN/Qwsf4CktILTkwMDIss6PW3dHisbHK5MvNyeixuNPQz965q8u+LDEzOTAwMDA0NTgsva3L1cqhs6PW3crQ",
    "zuS9+Mf4CktILTkwMDMsLDEzOTAwMDA4MTIwLL2ty9XKobOj1t3K0NDCsbHH+Ao=",
  ].join(""),
  "base64",
);

/** Waits until nothing moves any more: the island draws the page anew. */
const still = (page) => page.waitForSelector("progress", { state: "detached" });

test("import", async () => {
  const server = await start();
  const { page, faults, close } = await open();
  try {
    await account(page, server);
    await page.goto(`${server.url}/imports`);
    await shoot(page, "import-drop");
    await page.setInputFiles("input[type=file]", {
      name: "华东经销商名册.csv", mimeType: "text/csv", buffer: bytes,
    });
    await page.click("text=读取并核对");
    await page.waitForURL(/\/imports\/[0-9a-f-]+$/);
    const there = page.url();
    await page.waitForSelector("text=第 3 行是表头");
    await page.waitForSelector("text=GB18030");
    await shoot(page, "import-columns");
    await page.click("text=核对每一行");
    await page.waitForURL(/rows/);
    await still(page);

    await page.waitForSelector("text=请填客户名称");
    await page.fill("#row-3 input.in", "常州新北锻压厂");
    await page.click("#row-3 >> text=改好了");
    await page.waitForURL(/rows/);
    await page.goto(`${there}/rows?state=flagged`);
    await shoot(page, "import-rows");
    await page.fill("#row-2 input.in", "13900004587");
    await page.press("#row-2 input.in", "Enter");
    await page.waitForURL(/rows/);
    await page.goto(`${there}/rows?state=all`);
    await page.waitForSelector("text=没问题 >> text=3");
    await page.click("text=导入 3 行");
    await page.waitForURL(there);
    await still(page);
    await page.waitForSelector("text=导入完成");
    await shoot(page, "import-done");

    await page.goto(`${server.url}/customers`);
    for (const name of ["苏州枫津液压件有限公司", "常州砚北输送设备有限公司", "常州新北锻压厂"]) {
      await page.waitForSelector(`a[data-open] >> text=${name}`);
    }
    await page.goto(there);
    await page.click("a >> text=撤销整批导入");
    await page.waitForURL(`${there}/undo`);
    await shoot(page, "import-undo");
    await page.click(".form-foot button");
    await page.waitForURL(there);
    await still(page);
    await page.waitForSelector("text=导入已撤销");
    await page.goto(`${server.url}/customers`);
    assert.equal(await page.locator("a[data-open]").count(), 0);
    assert.deepEqual(faults, []);
  } finally {
    await close();
    await server.stop();
  }
});
