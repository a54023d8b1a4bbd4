/// Mock exams in the shape of the certification: drawn by a blueprint, timed, kept so that a crash loses nothing.
///
/// An **exam** ([Exam]) is a list of places, each an item and a seed, with a deadline on the wall clock; the **sheet**
/// ([Sheet]) is what was answered and flagged so far. Every response is on disk before the next question is shown. The
/// clock never stops: an exam that is found again after its deadline is over, and what was answered counts.
///
/// Source: the AWS Certified Data Engineer – Associate (DEA-C01) exam guide: 65 questions, 130 minutes, four domains of
/// 34, 26, 22 and 18 percent, nothing taken off for guessing. The certification scales its scores and says how only
/// in part, so a result here is a percentage and no claim about passing.
@NullMarked
package dev.rockpool.quiz.exam;

import org.jspecify.annotations.NullMarked;
