/// The data of one directory, open: what the window and the command line work on.
@NullMarked
package dev.rockpool.app.collection;

import org.jspecify.annotations.NullMarked;
