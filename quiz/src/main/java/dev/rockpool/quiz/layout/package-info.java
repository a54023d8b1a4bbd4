/// Templates about how data lies: in partitions, in rows, in columns. The labs *partitioning* and
/// *rows-columns* compute the answers.
@NullMarked
package dev.rockpool.quiz.layout;

import org.jspecify.annotations.NullMarked;
