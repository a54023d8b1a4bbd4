/// Activities that students work at alone and hand in as one file, and what the model says of such a file.
///
/// Terms:
///
/// - **Journal** ([Journal]): every act of a student in order, each with its time and a **seal**: the SHA-256 of the
///   seal before it and of the act itself. The first seal follows from the activity's text and the student's name.
/// - **Hand-in** ([HandIn]): the journal, with the score that the app told the student, as one JSON file.
/// - **Grading** ([Grading]): the answers of the journal, asked again from the activity in the teacher's hands and
///   judged by the model anew. What the file claims is only compared with that.
///
/// What is noticed: a changed name, time, answer or score, acts that were taken out, put in or exchanged, a file that
/// answers another activity or another edition of it, and the same acts handed in twice. A file is refused nothing:
/// what was noticed stands beside its marks.
///
/// What cannot be noticed: no secret can be kept on a student's machine, and this source is public, so whoever writes
/// a program can make a journal whose seals fit. It then holds answers that the model finds right, as if they had been
/// found by hand. Who sat at the keyboard, and with whose help, no file can tell.
@NullMarked
package dev.rockpool.quiz.activity;

import org.jspecify.annotations.NullMarked;
