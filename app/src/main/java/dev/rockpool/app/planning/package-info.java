/// Plan: what studying will bring, and what changes it: the desired retention, how days are filled, an exam.
///
/// Every choice shows what it does before it is made, holds at once, and can be undone.
@NullMarked
package dev.rockpool.app.planning;

import org.jspecify.annotations.NullMarked;
