/// Everything that can be asked: what the decks' authors wrote, what the models compute, and what cards and claims
/// give.
///
/// An **item** ([Item]) asks a question from a seed; the same item and seed ask the same question as long as its deck
/// is not edited. A **topic** ([Topic]) is what a deck is about; an item of a model belongs to the topic of the first
/// fact that it rests on.
@NullMarked
package dev.rockpool.quiz.bank;

import org.jspecify.annotations.NullMarked;
