/// Exams on paper: questions and their key as a PDF.
///
/// Terms: a **sheet** is a document that is being laid out, top to bottom, page by page; a **block** is what stays
/// together on a page; the **key** is what only the teacher gets, on pages of its own at the end.
///
/// Sources: ISO 216 (A4); ISO 32000-1 §9.10 (text that can be selected and searched: fonts are embedded with their
/// mapping to Unicode).
///
/// Invariants: equal questions give equal bytes, for a document carries neither time nor chance; no toolkit is loaded;
/// a character that the text font lacks is set in the other one, never left out silently.
@NullMarked
package dev.rockpool.app.paper;

import org.jspecify.annotations.NullMarked;
