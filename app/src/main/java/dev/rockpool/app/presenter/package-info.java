/// Presenting a lesson to a class: what the class sees in a window beside, what the presenter sees on the screen.
///
/// Terms:
///
/// - **Lesson**: a script of steps ([dev.rockpool.content.Lesson]); **step**: one of them, with what is to be said,
///   shown, asked or run, and its share of the time.
/// - **Page**: what the class sees now ([Page]). Behind the last step stands one more, the gain.
/// - **Tally**: hands counted for each choice of a poll or question ([Tally]).
/// - **Gain**: what the class has learnt of what it did not know before ([Gain]).
/// - **Class**: those before whom a lesson is given once ([ClassRun]); known by when it was first counted.
/// - **Sketch**: what is drawn on a page with the pen, and where the laser points ([Sketch]).
///
/// Invariants:
///
/// - The class never sees notes, the next step, or an answer before it is resolved.
/// - Each step has a start state: the lab at its preset, no hands counted, no guess, nothing drawn. One key brings it
///   back, and one takes that back.
/// - Questions before and after come from the same template and different seeds, both derived from the lesson's.
/// - Nothing of a lesson is kept as a learner's: no prediction, no attempt. The hands before and after are kept as the
///   class's ([ClassRepository]), append-only, as soon as a step is left.
///
/// Sources: Hake 1998, *Interactive-engagement versus traditional methods*, American Journal of Physics 66, 64 (gain
/// and its bands); PhET, *predict then run* (a guess before each run).
@NullMarked
package dev.rockpool.app.presenter;

import org.jspecify.annotations.NullMarked;
