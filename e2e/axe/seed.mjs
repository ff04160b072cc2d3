// A company with something on every page: cards of every form, a row, a signature, papers, a
// contact, a change, a doubtful pair, a merge, a tree of branches, somebody in the bin, a saved view.

const STROKES = [[[100, 500], [300, 420], [520, 610]], [[600, 300], [640, 700]]];
// The company lives in one zone, whatever the machine does.
const today = new Intl.DateTimeFormat("sv", { timeZone: "Asia/Shanghai" }).format();
const PDF = "%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n";

/** Fills the company of whoever holds the token. */
export async function seed(url, token) {
  const call = async (method, path, body, headers = {}) => {
    const raw = typeof body === "string";
    const answer = await fetch(`${url}/api/v1${path}`, {
      method,
      headers: {
        authorization: `Bearer ${token}`,
        "content-type": raw ? "application/octet-stream" : "application/json",
        ...headers,
      },
      body: raw ? body : body && JSON.stringify(body),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`);
    return text ? JSON.parse(text) : null;
  };
  const post = (path, body) => call("POST", path, body);
  const open = (name, kind, more = {}) =>
    post("/customers", { name, kind, how_met: "展会", anyway: true, ...more });

  const person = await open("温絮宁", "individual", { mobile: "13900004186", sex: "female" });
  const company = await open("苏州澄岸精密机械有限公司", "organization", {
    uscc: "91350100M000100Y43", registered_capital: "500万元", mobile: "13912345678",
    business_scope: "精密机械零部件、工业自动化设备的研发、生产和销售；货物及技术进出口",
    note: "老板娘做主，交货要提前一天电话确认；对账每月 25 日。",
  });
  const twin = await open("澄岸机械", "organization", { phone: "0512-62881235" });
  await open("吴江织云纺织有限公司", "organization", { mobile: "13912345678" });
  const group = await open("苏州澄岸精密机械集团有限公司", "organization");
  const branch = await open("苏州澄岸精密机械有限公司吴江经营部", "organization");
  await call("PUT", `/customers/${company.id}/parent`, { parent: group.id });
  await call("PUT", `/customers/${branch.id}/parent`, { parent: company.id });
  const gone = await open("重复建立的客户", "organization");
  await call("DELETE", `/customers/${gone.id}?reason=${encodeURIComponent("重复建立")}`);

  const paper = await post(`/customers/${person.id}/attachments?purpose=document&name=po.pdf`, PDF);
  await post(`/customers/${company.id}/attachments?purpose=document&name=license.pdf`, PDF);
  await post(`/customers/${person.id}/contacts`, {
    channel: "call", direction: "in", happened_on: "2026-01-25", summary: "问护理时间",
    files: [paper.id],
  });
  await post(`/customers/${company.id}/changes`, {
    kind: "litigation", effective_on: "2026-03-01", proof: "传票（2026）苏0591民初1182号",
    note: "买卖合同纠纷，园区法院开庭",
  });

  const cards = {};
  for (const form of (await call("GET", "/forms")).items) {
    for (const customer of [company, person]) {
      const opened = await post(`/customers/${customer.id}/cards`, { form: form.key }).catch(() => null);
      if (opened) cards[form.key] ??= opened;
    }
  }
  const salon = await call("PUT", `/cards/${cards["salon-card"].id}`, {
    answers: { name: "温絮宁", mobile: "13900004186", allergy_history: { none: true }, blood: "a" },
  }, { "if-match": `"${cards["salon-card"].version}"` });
  await post(`/cards/${salon.id}/signatures`, {
    field: "customer_sign", signer: "温絮宁", revision: salon.revision, strokes: STROKES,
  });
  await post(`/cards/${cards["salon-care"].id}/rows/visits`, {
    cells: { date: today, item: "补水导入", amount: "298", effect: { none: true } },
  });
  await post("/merges", {
    survivor: company.id, absorbed: twin.id, choices: {},
    versions: { survivor: await version(call, company), absorbed: await version(call, twin) },
  });
  await post("/views", { name: "苏州的单位", query: "kind=organization", shared: false }).catch(() => null);
  return { person, company };
}

const version = async (call, customer) => (await call("GET", `/customers/${customer.id}`)).version;
