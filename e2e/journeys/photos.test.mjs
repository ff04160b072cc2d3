// On a phone: sign in → care log → a visit with photos before and after, from the camera → two
// hands on it. On the desk: the prescription, papers and a photo of the dossier, looked at,
// removed; and the same without script.
import assert from "node:assert/strict";
import { test } from "node:test";
import { open, shoot } from "../browser.mjs";
import { account, newCustomer, sign } from "../hands.mjs";
import { run, start } from "../server.mjs";

const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
const PDF = Buffer.from("%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 200]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n");
const paper = (name) => ({ name, mimeType: "application/pdf", buffer: PDF });

test("care_row_on_a_phone", async () => {
  const server = await start();
  const { page, faults, close } = await open(phone);
  try {
    await account(page, server);
    run(server.data, ["user", "post", "--user", "zhu", "--post", "beautician"]);
    await newCustomer(page, server, "温絮宁");
    await page.click("summary:has-text('开一张表')");
    await page.click("button:has-text('罗兰佩蒂顾客护理档案卡')");
    await page.waitForURL(/cards\/[0-9a-f-]{36}$/);
    await page.click("a:has-text('顾客体验记录')");
    await page.click("a:has-text('记一次')");
    await page.fill("[name=item]", "补水导入 + 舒敏面膜");
    await page.fill("[name=amount]", "298");
    await page.fill("[name=effect]", "泛红减退，T 区出油减少。");
    const before = page.locator(".field:has(> legend:has-text('护理前照片'))");
    assert.ok(await before.locator(".camera").isVisible(), "a phone offers its camera");
    assert.equal(await before.locator("input[capture]").getAttribute("capture"), "environment");

    // Consent first; nothing leaves the phone without it.
    await before.locator("input[capture]").setInputFiles(await face(page, 0, "前.jpg"));
    await before.locator("text=请先征得本人同意").waitFor();
    assert.equal(await before.locator(".tile").count(), 0);
    await shoot(page, "care-photo-consent");
    await page.setViewportSize(phone.viewport);
    await before.locator("[data-consent]").check({ force: true });
    await before.locator("input[capture]").setInputFiles(await face(page, 0, "前.jpg"));
    await before.locator(".tile img").waitFor();
    const after = page.locator(".field:has(> legend:has-text('护理后照片'))");
    await after.locator("[data-consent]").check({ force: true });
    const heavy = { name: "大.jpg", mimeType: "image/jpeg", buffer: Buffer.alloc(40 << 20, 255) };
    await after.locator("input[capture]").setInputFiles(heavy);
    await after.locator("text=文件超过 20 MB").waitFor();
    await after.locator("input[capture]").setInputFiles(await face(page, 30, "后.jpg"));
    await after.locator(".tile img").waitFor();
    await page.selectOption("[name='after.angle']", "front");
    await shown(page);
    await shoot(page, "care-photos");
    await page.setViewportSize(phone.viewport);
    await page.click(".form-foot button.go");
    await page.waitForURL(/rows\/visits#r-/);
    await sign(page, "顾客签字");
    await sign(page, "美容师签字");
    assert.equal(await page.locator(".visit .sign.held").count(), 2);
    assert.equal(await page.locator(".visit .tile img").count(), 2);
    await shown(page);
    await shoot(page, "care-row-signed");
    assert.deepEqual(faults, []);
  } finally {
    await close();
    await server.stop();
  }
});

test("papers_of_a_dossier", async () => {
  const server = await start();
  const { page, faults, close } = await open();
  try {
    await account(page, server);
    await newCustomer(page, server, "温絮宁");
    const dossier = page.url();
    await page.click("a:has-text('添材料')");
    await page.waitForURL(/attachments/);
    await shoot(page, "papers-none");
    await page.setInputFiles("[name=document]", [paper("会员协议 2026.pdf"), paper("到店须知（本人已阅，含过敏提示与退费办法）.pdf")]);
    await page.click("form:has([name=document]) button.go");
    await page.waitForSelector(".tile");
    assert.equal(await page.locator(".tile").count(), 2);
    await page.setInputFiles("[name=photo]", await face(page, 10, "正面.jpg"));
    await page.click("form:has([name=photo]) button.go");
    await page.waitForSelector("text=存照片须先征得本人同意");
    await shoot(page, "papers-refused");
    await page.check("[name=consent]", { force: true });
    await page.setInputFiles("[name=photo]", await face(page, 10, "正面.jpg"));
    await page.click("form:has([name=photo]) button.go");
    await page.waitForSelector(".tile img");
    await shown(page);
    await shoot(page, "papers");
    await page.click(".tile:has(img)");
    await page.waitForSelector("figure.viewer img");
    await shown(page);
    await shoot(page, "paper-photo");
    await page.click("button:has-text('移出档案')");
    await page.waitForURL(/attachments$/);
    assert.equal(await page.locator(".tile").count(), 2);
    await page.goto(dossier);
    assert.equal(await page.locator(".tile").count(), 2);
    await shoot(page, "customer-papers");

    // The prescription slot of the care card, then its signature: the file can no longer go.
    await page.click("summary:has-text('开一张表')");
    await page.click("button:has-text('罗兰佩蒂顾客护理档案卡')");
    await page.waitForURL(/cards\/[0-9a-f-]{36}$/);
    const card = page.url();
    await page.click("a:has-text('修改')");
    await page.setInputFiles("[name='prescription!file']", paper("处方.exe"));
    await page.waitForSelector(".tile:has-text('处方.exe.pdf')");
    await shoot(page, "prescription");
    await page.click(".form-foot button.go");
    await page.waitForURL(card);
    await sign(page, "顾客签字");
    await page.click(".tile:has-text('处方.exe.pdf')");
    await page.waitForURL(/attachments\//);
    assert.match(await page.textContent("main"), /用在.*罗兰佩蒂顾客护理档案卡/s);
    assert.equal(await page.locator("button:has-text('移出档案')").count(), 0);
    assert.deepEqual(faults, []);
    await plainly(server, page.context(), `${card}/edit`);
  } finally {
    await close();
    await server.stop();
  }
});

/** The same slot in a browser without script. */
async function plainly(server, signedIn, edit) {
  const cookies = await signedIn.cookies();
  const { context, page, close } = await open({ javaScriptEnabled: false });
  try {
    await context.addCookies(cookies);
    await page.goto(edit);
    await page.setInputFiles("[name='prescription!file']", paper("第二张.pdf"));
    await page.click("button:has-text('上传')");
    await page.waitForSelector(".tile:has-text('第二张.pdf')");
    assert.equal(await page.locator(".tile").count(), 2);
    await page.click(".form-foot button.go");
    await page.waitForURL(edit.replace("/edit", ""));
    assert.equal(await page.locator(".tile").count(), 2);
  } finally {
    await close();
  }
}

/** Waits until every picture is there. */
async function shown(page) {
  await page.waitForFunction(() => [...document.images].every((i) => i.complete && i.naturalWidth > 0));
}

/** A face drawn by the program, redder with `red`, as a JPEG file. */
async function face(page, red, name) {
  const data = await page.evaluate((red) => {
    const canvas = document.createElement("canvas");
    canvas.width = 900;
    canvas.height = 1200;
    const pen = canvas.getContext("2d");
    const oval = (x, y, w, h, colour) => {
      pen.fillStyle = colour;
      pen.beginPath();
      pen.ellipse(x, y, w, h, 0, 0, Math.PI * 2);
      pen.fill();
    };
    pen.fillStyle = "#cfc8ba";
    pen.fillRect(0, 0, 900, 1200);
    oval(450, 520, 330, 400, "#3a332d");
    pen.fillRect(130, 560, 640, 640);
    oval(450, 560, 240, 310, `rgb(${222 + red / 2}, ${180 - red}, ${155 - red})`);
    return canvas.toDataURL("image/jpeg", 0.85).split(",")[1];
  }, red);
  return { name, mimeType: "image/jpeg", buffer: Buffer.from(data, "base64") };
}
