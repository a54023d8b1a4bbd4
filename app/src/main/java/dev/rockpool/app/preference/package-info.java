/// What the user has chosen, kept in the table `setting` of the study file.
///
/// [StudySettings] are the settings of studying and decks, and the options they come to.
///
/// Terms: a **setting** is a named value with a default and bounds; **preferences** are the values now.
///
/// What the window needs before it is first painted (size, theme, zoom) is kept apart, see `dev.rockpool.app.window`:
/// the first paint does not wait for the database.
@NullMarked
package dev.rockpool.app.preference;

import org.jspecify.annotations.NullMarked;
