/// Questions whose right answers the models compute and whose wrong answers are computed mistakes.
///
/// Terms:
///
/// - **Template**: a family of questions: how parameters are drawn, the right answer, and the wrong rules
///   ([Template]).
/// - **Wrong rule**: a calculation with one mistake in it ([WrongRule]); its **misconception** names the mistake
///   and explains it in the field's terms ([Misconception]).
/// - **Form**: whether an answer is chosen among options or typed ([Form]).
/// - **Key**: the right option. Its **rank** is its place among the options, sorted ascending.
/// - **Attempt**: one answer that a learner gave ([AttemptRepository]).
///
/// Invariants:
///
/// - A question follows from its template and seed alone: equal both, equal question, on every machine. Randomness is
///   derived by name from the seed.
/// - Of the options exactly one is right, no two are printed alike, and neighbours are far enough apart that rounding
///   on the way decides nothing ([Asking]).
/// - The key's rank is drawn before the parameters, so that it is uniform and no rule of thumb such as *take the
///   middle* beats chance. Moodle and others shuffle options instead; numbers are easier to read sorted.
/// - Right answers come from the lab models, the engine's budgets and the cost model, never from a copy of their rules.
/// - Sentences stand in bundles beside the classes, never in Java.
///
/// Sources: Gierl et al. 2017, *Developing, analyzing, and using distractors* (wrong options from mistakes that are
/// made); Tarrant et al. 2009, BMC Medical Education 9:40 (how few distractors work).
@NullMarked
package dev.rockpool.quiz;

import org.jspecify.annotations.NullMarked;
