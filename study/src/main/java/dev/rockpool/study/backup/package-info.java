/// The whole collection in one file, and back: what a learner takes to another machine.
///
/// A file `*.rockpool` is a zip file:
///
/// ```
/// file     = manifest database { deck }
/// manifest = "rockpool.json": {"format": 1, "made": instant}
/// database = "rockpool.mv.db": the H2 file with reviews, settings, quizzes and labs
/// deck     = "decks/" path: what lies in the user's folders of decks, those that were added in the settings each in a
///            folder of its own
/// ```
///
/// Invariants: a file takes its name only when it is complete; a restore reads and checks everything before it changes
/// anything; what it replaces is kept as a file of the same kind; no name in a file leads out of the folder of decks.
@NullMarked
package dev.rockpool.study.backup;

import org.jspecify.annotations.NullMarked;
