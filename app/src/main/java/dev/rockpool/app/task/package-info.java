/// Work off the interface's thread: one builder, work → success → typed failure, with progress and cancel.
///
/// Terms: the **foreground** is the thread that owns the interface, reached through one injected executor; the
/// **background** is where work runs. Nothing here imports a toolkit beyond `javafx.beans`, so that view models that
/// start tasks are tested without one.
@NullMarked
package dev.rockpool.app.task;

import org.jspecify.annotations.NullMarked;
