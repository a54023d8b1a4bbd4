/// Templates about translation scores: what BLEU counts, and what perplexity averages. The labs *bleu* and
/// *perplexity* compute the answers.
@NullMarked
package dev.rockpool.quiz.translation;

import org.jspecify.annotations.NullMarked;
