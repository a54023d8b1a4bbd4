/// Lines of a bill in words, wherever a screen shows them.
@NullMarked
package dev.rockpool.app.bill;

import org.jspecify.annotations.NullMarked;
