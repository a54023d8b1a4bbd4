// Reads a GIFT file with the npm package gift-pegjs 1.0.2 and says what it holds.
//
// Usage: node gift_pegjs.mjs FILE.gift, in a folder in which `npm install gift-pegjs` was run.
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";

const { parse } = createRequire(process.cwd() + "/")("gift-pegjs");
const types = {};
for (const found of parse(await readFile(process.argv[2], "utf8"))) {
  types[found.type] = (types[found.type] ?? 0) + 1;
}
const { Category = 0, ...questions } = types;
console.log(JSON.stringify({ categories: Category, questions }));
