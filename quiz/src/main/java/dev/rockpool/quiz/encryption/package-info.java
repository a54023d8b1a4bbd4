/// Templates about encryption: who gets the plaintext, how often KMS is called, and what that costs.
///
/// Right answers come from the model of the lab *encryption*, at the prices in force and without a free tier.
@NullMarked
package dev.rockpool.quiz.encryption;

import org.jspecify.annotations.NullMarked;
