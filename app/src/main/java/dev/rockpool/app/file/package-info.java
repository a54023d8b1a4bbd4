/// Files that the user chooses: the dialogs that ask for them, and reading and writing them in the background.
@NullMarked
package dev.rockpool.app.file;

import org.jspecify.annotations.NullMarked;
