/// Cards and progress to and from Anki: packages (`.apkg`), Anki's text format, and CSV.
///
/// Terms:
///
/// - **Package**: a zip file with a collection (SQLite) and media. Three versions: *legacy 1* (`collection.anki2`,
///   schema 11), *legacy 2* (`collection.anki21`, schema 11) and *latest* (`collection.anki21b`, schema 18, compressed
///   with Zstandard). All are read; legacy 1 is written, for everything reads it.
/// - **Note type**: names of fields, and **templates** that make cards of them. **Guid**: what tells a note from all
///   others; that of ours is the note's id.
/// - **Generated deck**: a Markdown file that an import wrote, told by `anki:` in its front matter. An import writes
///   those anew and touches no other deck.
/// - **Arrival**: an import that is prepared; nothing of the collection has changed until it is committed.
///
/// Sources: ankitects/anki 26.08, `rslib/src/import_export/package/`, `rslib/src/storage/schema11.sql`,
/// `rslib/src/storage/card/data.rs`, `rslib/src/import_export/text/csv/metadata.rs`, `proto/anki/notetypes.proto`,
/// `proto/anki/import_export.proto`, read 2026-11. What travels and what does not: `docs/interchange.md`.
///
/// Invariants:
///
/// - No package makes anything here throw but [dev.rockpool.kernel.InputException], or takes more than
///   [PackageLimits] of memory and disk; nothing is loaded from the network; no name of a package becomes a path.
/// - SQLite is touched by [SqliteFile] alone, read-only and with its extensions off when a package is read.
/// - A committed import that is taken back leaves the decks and card states as they were.
@NullMarked
package dev.rockpool.study.anki;

import org.jspecify.annotations.NullMarked;
