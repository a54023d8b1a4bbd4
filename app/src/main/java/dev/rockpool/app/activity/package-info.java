/// Activities on the screen: a student works at one and hands it in, a teacher writes one and grades what came back.
///
/// [ActivityWork] is the work without a toolkit; what it keeps survives a closed app, because every act is written to
/// a draft. [ActivityRoom] shows it, [ActivityEditor] changes the Markdown of one with what is wrong beside it,
/// [MarksView] shows a folder of handed-in files. *Present* leads to all three.
@NullMarked
package dev.rockpool.app.activity;

import org.jspecify.annotations.NullMarked;
