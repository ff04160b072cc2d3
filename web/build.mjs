// Builds web/dist: one stylesheet, one script with a lazy chunk per island, one icon sprite, the
// mark. Every file carries a hash of its content in its name and has a gzip twin; manifest.json maps
// the plain name to the built one. The font of the printed page goes to web/font: it is built into
// the binary once and never served.
import { createHash } from "node:crypto";
import { copyFileSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";

const root = dirname(fileURLToPath(import.meta.url));
const src = join(root, "src");
const dist = join(root, "dist");
const noto = join(root, "node_modules/@expo-google-fonts/noto-sans-sc/400Regular");

/** The dark tokens are written once; the "auto" theme takes them when the system is dark. */
const darkForAuto = {
  name: "dark-for-auto",
  setup(pipeline) {
    pipeline.onLoad({ filter: /tokens\.css$/ }, ({ path }) => {
      const text = readFileSync(path, "utf8");
      const dark = /:root\[data-theme="?dark"?\]\s*\{([^}]*)\}/.exec(text);
      if (!dark) throw new Error("tokens.css has no dark block");
      const auto = `@media screen and (prefers-color-scheme: dark) { :root[data-theme="auto"] {${dark[1]}} }`;
      return { contents: `${text}\n${auto}\n`, loader: "css" };
    });
  },
};

/** Bundles script and style; answers the built files as [name, bytes]. */
async function bundle() {
  const { outputFiles, warnings } = await build({
    absWorkingDir: root,
    entryPoints: ["src/app.ts", "src/css/app.css"],
    outdir: "dist",
    entryNames: "[name].[hash]",
    chunkNames: "[name].[hash]",
    bundle: true,
    splitting: true,
    minify: true,
    format: "esm",
    target: ["chrome99", "firefox115", "safari16"],
    charset: "utf8",
    legalComments: "none",
    write: false,
    plugins: [darkForAuto],
  });
  if (warnings.length > 0) throw new Error("esbuild warned; see above");
  return outputFiles.map((file) => [basename(file.path), Buffer.from(file.contents)]);
}

/** Turns src/icons/*.svg into one sprite of symbols named i-<file>. */
function sprite() {
  const folder = join(src, "icons");
  const symbols = readdirSync(folder)
    .filter((file) => file.endsWith(".svg"))
    .sort()
    .map((file) => {
      const svg = readFileSync(join(folder, file), "utf8");
      const parts = /<svg[^>]*viewBox="([^"]+)"[^>]*>([\s\S]*)<\/svg>/.exec(svg);
      if (!parts) throw new Error(`${file}: no viewBox`);
      const inner = parts[2].replace(/\s*\n\s*/g, "");
      return `<symbol id="i-${basename(file, ".svg")}" viewBox="${parts[1]}">${inner}</symbol>`;
    });
  return Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg">${symbols.join("")}</svg>`);
}

/** Puts a hash of the bytes into the file's name. */
function hashed(stem, ext, bytes) {
  const hash = createHash("sha256").update(bytes).digest("hex").slice(0, 8).toUpperCase();
  return [`${stem}.${hash}.${ext}`, bytes];
}

function report(name, size, packed) {
  const line = [name.padEnd(26), String(size).padStart(8), "gzip", String(packed).padStart(7)];
  console.log(line.join(" "));
}

const mark = readFileSync(join(src, "mark.svg"));
const files = [...(await bundle()), hashed("icons", "svg", sprite()), hashed("mark", "svg", mark)];

rmSync(dist, { recursive: true, force: true });
mkdirSync(dist, { recursive: true });

const manifest = {};
let total = 0;
for (const [name, bytes] of files.sort(([a], [b]) => a.localeCompare(b))) {
  const [stem, , ext] = name.split(".");
  manifest[`${stem}.${ext}`] = name;
  const packed = gzipSync(bytes, { level: 9 });
  total += packed.length;
  writeFileSync(join(dist, name), bytes);
  writeFileSync(join(dist, `${name}.gz`), packed);
  report(name, bytes.length, packed.length);
}
writeFileSync(join(dist, "manifest.json"), `${JSON.stringify(manifest, null, 2)}\n`);
report("all", "", total);

mkdirSync(join(root, "font"), { recursive: true });
copyFileSync(
  join(noto, "NotoSansSC_400Regular.ttf"),
  join(root, "font", "NotoSansSC-Regular.ttf"),
);
