/// The stage of the lab *bleu*: each n-gram of a translation counted, clipped or absent, and the score
/// they come to.
@NullMarked
package dev.rockpool.app.bleu;

import org.jspecify.annotations.NullMarked;
