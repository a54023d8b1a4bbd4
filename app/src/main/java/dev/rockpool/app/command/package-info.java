/// The command line: what people script against.
///
/// Names, fields and exits are a contract. Results go to standard output, everything else to standard error.
/// Exit codes ([ExitCode]): 0 done; 1 the answer is "no"; 2 bad usage or input, told in one sentence; 3 the
/// environment.
///
/// Invariant: nothing here loads JavaFX, so that a command starts as fast as the JVM does. Commands that need a window
/// or pictures reach them through [Desktop], which the composition root provides.
@NullMarked
package dev.rockpool.app.command;

import org.jspecify.annotations.NullMarked;
