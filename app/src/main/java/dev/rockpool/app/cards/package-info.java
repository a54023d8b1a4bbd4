/// The Cards screen: every card of the decks in one table, found by a search, and acts on many at once.
///
/// A search is words and terms such as `topic:kafka` or `is:due`; [dev.rockpool.app.cards.CardSearch] is its grammar.
@NullMarked
package dev.rockpool.app.cards;

import org.jspecify.annotations.NullMarked;
