/// Templates about services that no lab shows but the price book bills: what is counted, in which steps, and what the
/// least is. The cost model computes the answers; the two about requests count as the object store does.
@NullMarked
package dev.rockpool.quiz.services;

import org.jspecify.annotations.NullMarked;
