/// Decks, corrections and the glossary as Markdown; their loader and linter.
///
/// Terms:
///
/// - **Deck**: one Markdown file. **Section**: a `##` heading with what stands below it, told apart by its **id**.
/// - **Documented question**: one of the questions of the documented Q&A, with its answer in our own words.
/// - **Claim**: a statement of that answer. **Verdict**: what became of it when it was checked. **Correction**: what is
///   right instead; it stands beside the claim, never in its place.
/// - **Note**: a section that makes cards. **Card**: one thing to remember. **Cloze**: a note with **deletions**, each
///   number of which is a card.
/// - **Quiz item**: a question that can be marked by itself: multiple choice, match, order, numeric.
/// - **Field**: a last line `Name: value` of a section. **Source**: where a fact stands, and whose words it is.
/// - **Finding**: something wrong, with file, line, rule, remedy. **Fault**: a finding for which a file cannot be used.
/// - **Library**: all decks. **Snapshot**: the library at one moment.
///
/// The grammar is `docs/deck-format.md`. In short:
///
/// ```
/// file     = "---" YAML "---" [ "# " heading text ] { section }
/// section  = "## " heading [ "{#" id { " ." class } "}" ] body { field }
/// body     = Markdown [ "```" ( "quiz" [ " multi" ] | "match" | "order" | "numeric" ) block "```" Markdown ]
/// deletion = "{{c" number "::" text [ "::" hint ] "}}"
/// field    = Name ": " value
/// ```
///
/// Sources: CommonMark 0.31.2 for the structure of blocks; YAML 1.2 (JSON schema) for front matter; Anki's manual,
/// *Cloze deletion*, for deletions.
///
/// Invariants: no content of a file makes anything here throw; an id names one thing over all decks of a snapshot;
/// nothing is ever loaded from the network, and nothing from outside a deck's folder; no file is ever written.
@NullMarked
package dev.rockpool.content;

import org.jspecify.annotations.NullMarked;
