/// Markdown of decks as nodes: what a card, a claim or a glossary term says, drawn without a browser.
///
/// Terms:
///
/// - **Block**: a paragraph, heading, list, quote, table, code block or rule; one node below the other.
/// - **Inline**: text, emphasis, code, link or picture inside a block; runs of one text flow.
/// - **Picture**: an image file of the deck's own folder. Anything else is refused with a sentence in its place.
///
/// Source of the grammar: CommonMark 0.31 with tables of GitHub Flavored Markdown. HTML is shown as the text it is.
///
/// Invariants: nothing is loaded from the network; nothing outside the deck's folder is read; a text of any size or
/// depth gives a bounded number of nodes.
@NullMarked
package dev.rockpool.app.markdown;

import org.jspecify.annotations.NullMarked;
