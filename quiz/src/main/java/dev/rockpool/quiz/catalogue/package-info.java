/// The templates there are, and sequences of questions from them.
@NullMarked
package dev.rockpool.quiz.catalogue;

import org.jspecify.annotations.NullMarked;
