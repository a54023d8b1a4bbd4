// Reads a package with the npm package anki-reader 0.3.0 and says what it holds.
//
// Usage: node anki_reader.mjs PACKAGE.apkg, in a folder in which `npm install anki-reader` was run.
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

const require = createRequire(process.cwd() + "/");
const { readAnkiPackage } = await import(pathToFileURL(require.resolve("anki-reader")));
const { collection, media } = await readAnkiPackage(new Blob([await readFile(process.argv[2])]));
const decks = Object.values(collection.getDecks());
const cards = decks.flatMap((deck) => Object.values(deck.getCards()));
console.log(JSON.stringify({
  decks: decks.map((deck) => deck.getName?.() ?? deck.getRawDeck().name).sort(),
  cards: cards.length,
  empty: cards.filter((card) => !card.getFront?.()).length,
  pictures: Object.keys(media),
}));
process.exit(0);
