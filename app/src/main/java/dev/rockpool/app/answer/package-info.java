/// How a question is answered and how an answer is told, wherever a question is asked: in the quiz, in an activity, in
/// the document.
@NullMarked
package dev.rockpool.app.answer;

import org.jspecify.annotations.NullMarked;
