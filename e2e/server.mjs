// A Kedang of its own for a journey: a fresh folder, a free port, gone afterwards.
import { spawn, execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { createInterface } from "node:readline";

const binary = process.env.KEDANG_BIN ?? resolve(import.meta.dirname, "../target/e2e/kedang");

/** Runs a command on the folder to its end and returns what it printed. */
export function run(data, args, input = "") {
  return execFileSync(binary, ["--data", data, ...args], { input, encoding: "utf8" }).trim();
}

/** Starts a server. `setUp` is the one-time link while nobody is on the staff. */
export async function start(prepare = () => {}) {
  const data = mkdtempSync(join(tmpdir(), "kedang-e2e-"));
  prepare(data);
  const child = spawn(binary, ["--data", data, "serve", "--listen", "127.0.0.1:0"], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = new Promise((done) => child.once("exit", done));
  const lines = createInterface({ input: child.stdout });
  const seen = [];
  const url = await new Promise((found, failed) => {
    child.once("exit", (code) => failed(new Error(`kedang ended with ${code}`)));
    lines.on("line", (line) => {
      seen.push(line);
      const at = line.match(/http:\/\/127\.0\.0\.1:\d+/);
      if (at) found(at[0]);
    });
  });
  return {
    url,
    data,
    /** The set-up link, once it is printed. */
    async setUp() {
      const link = () => seen.map((line) => line.match(/http\S+\/setup\/\w+/)?.[0]).find(Boolean);
      while (!link()) await new Promise((next) => lines.once("line", next));
      return link();
    },
    async stop() {
      child.kill("SIGTERM");
      await ended;
      rmSync(data, { recursive: true, force: true });
    },
  };
}
