/// Questions that mark themselves, to and from other programs: Moodle's GIFT, and CSV for spreadsheets.
///
/// Terms:
///
/// - **Exercise**: a quiz item, or a card whose answer is typed. Cards that are recalled cannot be marked and stay out.
/// - **Category**: in GIFT the place of the questions that follow; here the deck, its levels joined by `/`.
/// - **Note to ourselves**: a comment line `// Rockpool Name: value` above a question. It holds what GIFT has no place
///   for (sources, `Fixes`, `Show`, other fields, a relative tolerance); other readers skip it.
///
/// What GIFT cannot hold is written so that it reads well without Rockpool and comes back the same:
///
/// - an order is a matching of `Position 1`, `Position 2`, … to the entries;
/// - the unit of a number is asked for in a last paragraph `Answer in GB.`;
/// - how a number is worked out is the feedback of the right answer and begins with `=`;
/// - right options of a `quiz multi` share 100 %, wrong ones −100 %;
/// - the body of a typed card is the general feedback, its accepted answers the short answers;
/// - `->` within a pair or a short answer is `-&gt;`, a line end within a text is `\n`.
///
/// Sources: Moodle, question/format/gift/format.php and examples.txt (main, read 2026-11), whose rules for escapes,
/// braces, formats, weights and comments are followed; docs.moodle.org, *GIFT format*.
///
/// Invariants: exercises that are written and read again are equal; no file makes anything here throw but
/// [dev.rockpool.kernel.InputException], which names file and line; nothing is loaded or written here but
/// the named file.
@NullMarked
package dev.rockpool.study.items;

import org.jspecify.annotations.NullMarked;
