/// The stage of the lab *perplexity*: how much each token surprises a model, and among how many choices
/// that leaves it.
@NullMarked
package dev.rockpool.app.perplexity;

import org.jspecify.annotations.NullMarked;
