// A list narrowed and ordered in the browser leaves as a workbook; openpyxl, which is not ours,
// reads in it cell by cell what the page showed.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { test } from "node:test";
import { open, shoot } from "../browser.mjs";
import { account } from "../hands.mjs";
import { start } from "../server.mjs";

// The one that apt gives its packages to (dev/deps), whichever comes first in PATH.
const PYTHON = process.env.KEDANG_PYTHON ?? "/usr/bin/python3";
/** Every cell of the first sheet as [value, type, number format]. */
const READ = `
import json, sys, openpyxl
book = openpyxl.load_workbook(open(sys.argv[1], "rb"))
sheet = book[book.sheetnames[0]]
rows = [[[cell.value, cell.data_type, cell.number_format] for cell in row] for row in sheet.iter_rows()]
print(json.dumps({"sheets": book.sheetnames, "rows": rows}, ensure_ascii=False))
`;

test("export", async () => {
  const server = await start();
  const { page, faults, close } = await open();
  try {
    await account(page, server);
    for (const more of companies) {
      const status = await page.evaluate(async (more) => {
        const body = JSON.stringify({ kind: "organization", how_met: "展会", anyway: true, ...more });
        const headers = { "content-type": "application/json" };
        return (await fetch("/api/v1/customers", { method: "POST", headers, body })).status;
      }, more);
      assert.equal(status, 201, more.name);
    }
    await page.goto(`${server.url}/customers`);
    await page.click("summary:has-text('条件')");
    await page.fill("[name=city]", "杭州市");
    await page.click("button:has-text('按条件列出')");
    await page.waitForSelector(".fp:has-text('杭州市')");
    await page.click("summary:has-text('栏目')");
    for (const column of ["uscc", "mobile", "note"]) await page.check(`.picks [value=${column}]`);
    await page.click("button:has-text('按所选栏目列出')");
    await page.waitForSelector("th:has-text('备注')");
    await page.click("thead a:has-text('客户名称')");
    await page.waitForSelector("[aria-sort=ascending]");
    const { heads, rows } = await shown(page);
    assert.equal(rows.length, companies.filter((one) => one.city === "杭州市").length);
    await shoot(page, "export-list");

    await page.click("summary:has-text('导出')");
    const way = page.click("a:has-text('Excel 表格')");
    const [file] = await Promise.all([page.waitForEvent("download"), way]);
    assert.match(file.suggestedFilename(), /\.xlsx$/);
    const read = execFileSync(PYTHON, ["-c", READ, await file.path()], { encoding: "utf8" });
    const book = JSON.parse(read);
    assert.deepEqual(book.rows[0].map(([text]) => text), heads);
    assert.equal(book.rows.length, rows.length + 1);
    for (const [nth, row] of rows.entries()) {
      const cells = book.rows[nth + 1];
      assert.deepEqual(cells.map(([text]) => text ?? ""), row, `row ${nth + 1}`);
      // A number that is a name keeps its zeros, and nothing is a formula.
      for (const [text, kind] of cells) {
        if (text !== null) assert.equal(kind, "s", `${text} is a text`);
      }
    }
    const all = book.rows.flat().map(([text]) => text);
    for (const text of ["=1+2 是他自己写的", "007 号", "91350100M000100Y43", "13900004186"]) {
      assert.ok(all.includes(text), text);
    }
    assert.deepEqual(faults, []);
  } finally {
    await close();
    await server.stop();
  }
});

/** Heads and cells of the table on the page, as they are read. */
function shown(page) {
  return page.evaluate(() => {
    const plain = (cell) => {
      const copy = cell.cloneNode(true);
      // A face before a name and the code under it are of the look, not of the cell.
      for (const one of copy.querySelectorAll("[aria-hidden], .who small")) one.remove();
      return copy.textContent.replace(/\s+/g, " ").trim();
    };
    const table = document.querySelector("table.tbl");
    const heads = [...table.tHead.rows[0].cells].map(plain);
    const rows = [...table.tBodies[0].rows].map((row) => [...row.cells].map(plain));
    return { heads, rows };
  });
}

const companies = [
  { name: "富阳澄江纸业有限公司", city: "杭州市", uscc: "91350100M000100Y43", mobile: "13900004186", note: "=1+2 是他自己写的" },
  { name: "临安云竹器社", city: "杭州市", mobile: "13900004587", note: "007 号" },
  { name: "余杭锻压厂", city: "杭州市", note: "-5% 以内可谈，@王总；+86 可打" },
  { name: "桐庐针织有限公司", city: "杭州市" },
  { name: "常州砚北输送设备有限公司", city: "常州市", note: "不在这份列表里" },
];
