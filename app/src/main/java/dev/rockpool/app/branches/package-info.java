/// The Branches screen: two futures of the same data side by side, while their bills run.
///
/// Terms: the **origin** is the platform; a **branch** left it at a moment and goes its own way since; a branch's
/// **twin** left with it and stays as it is, so that the two differ by what is done to the branch alone. The **right**
/// side is the branch that is looked at; the **left** one is what it is compared with. Time moves in branches only:
/// where the left side is the origin, it stands.
@NullMarked
package dev.rockpool.app.branches;

import org.jspecify.annotations.NullMarked;
