/// The Document screen: the documented questions, what became of each claim, and the words of the field.
///
/// Terms:
///
/// - **Question**: one of the documented Q&A, with its answer in our own words.
/// - **Claim**: one statement of that answer, with a verdict; its **correction** says what is true now.
/// - **Change**: a claim that is no longer, or never was, right.
/// - **Self-check**: a quiz item answered for oneself; nothing is scored or kept.
///
/// Invariant: the documented statement is always shown beside its correction, never replaced by it.
@NullMarked
package dev.rockpool.app.document;

import org.jspecify.annotations.NullMarked;
