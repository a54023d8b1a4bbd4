/// Decks, corrections and the glossary as Markdown; their loader and linter.
@NullMarked
package dev.rockpool.content;

import org.jspecify.annotations.NullMarked;
