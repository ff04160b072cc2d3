// What every journey does with its hands: sign in, open a customer, write a name on a pad.

/** Founds the company through the set-up link and signs in as its first person. */
export async function account(page, server) {
  await page.goto(await server.setUp());
  await page.fill("[name=company]", "芷沐养颜馆");
  await page.fill("[name=name]", "祝以宁");
  await page.fill("[name=login]", "zhu");
  await page.fill("[name=password]", "correct horse");
  await page.click("button:has-text('建账并去登录')");
  await page.fill("[name=login]", "zhu");
  await page.fill("[name=password]", "correct horse");
  await page.click("button:has-text('登录')");
  await page.waitForURL("**/workbench");
}

/** Opens an individual and stays on the page. */
export async function newCustomer(page, server, name) {
  await page.goto(`${server.url}/customers/new`);
  await page.fill("[name=name]", name);
  await page.check("[name=kind][value=individual]", { force: true });
  await page.fill("[name=how_met]", "老客户介绍");
  await page.click("button:has-text('建立户头')");
  await page.waitForURL(/customers\/[0-9a-f-]{36}$/);
}

/** Writes a hand on the pad of the place with this label; `look` sees it before it is kept. */
export async function sign(page, label, look = async () => {}) {
  await page.click(`[role=group][aria-label="${label}"] a`);
  await page.waitForURL(/signatures\//);
  await page.click(".form-foot button.go");
  await page.waitForSelector("[data-empty]:not([hidden])");
  await page.locator("canvas").scrollIntoViewIfNeeded();
  const box = await page.locator("canvas").boundingBox();
  const at = (x, y) => [box.x + box.width * x, box.y + box.height * y];
  for (const from of [0.25, 0.45, 0.62]) {
    await page.mouse.move(...at(from, 0.3));
    await page.mouse.down();
    for (let step = 1; step <= 12; step += 1) {
      const y = 0.45 + Math.sin(step * 0.9) * 0.22;
      await page.mouse.move(...at(from + step * 0.011, y), { steps: 2 });
    }
    await page.mouse.up();
  }
  await look();
  await page.click(".form-foot button.go");
  await page.waitForSelector(`[role=group][aria-label="${label}"].held`);
}
