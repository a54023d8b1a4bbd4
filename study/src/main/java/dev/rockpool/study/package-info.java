/// Flashcards: memory models, scheduler, review log.
@NullMarked
package dev.rockpool.study;

import org.jspecify.annotations.NullMarked;
