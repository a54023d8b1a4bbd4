/// The lab *perplexity*: how surprised is a language model?
///
/// Terms:
///
/// - **Perplexity**: e^(−mean ln p) of the probabilities that a model gave to the tokens that came; as
///   if it had chosen among so many equally likely ones.
/// - **Cross-entropy**: its logarithm to base 2, bits a token.
/// - **n-gram model**: the next token by the n − 1 before it, counted in training sentences
///   ([NgramModel]).
/// - **Mishap**: what goes wrong between a model and a text.
///
/// Sources: D. Jurafsky, J. Martin, *Speech and Language Processing*, 3rd edition, chapter 3; the test
/// suite of NLTK's `nltk.lm` (November 2026).
@NullMarked
package dev.rockpool.simulators.perplexity;

import org.jspecify.annotations.NullMarked;
