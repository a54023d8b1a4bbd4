/// The embedded H2 file: open, migrate, map, back up.
///
/// One file, `rockpool.mv.db`, in the folder that [dev.rockpool.database.Database#open] is given. Every module that
/// owns tables ships its Flyway migrations on the class path as `dev/rockpool/database/migration/V<n>__<what>.sql`;
/// version numbers are unique over all modules, and a migration that was released is never edited. Every statement of a
/// migration must bear to run again (`if not exists`, `or replace`): H2 commits each of them on its own, and a process
/// that is killed between two starts the migration over.
///
/// Invariants:
///
/// - A transaction that returned is on disk. H2 by default acknowledges a commit up to 500 ms before it writes it;
///   `WRITE_DELAY=0` makes it write first (measured with `kill -9`: 1,663 of 932,353 acknowledged inserts lost with
///   the default, none without the delay). Space is not reused while the file is open, because recovery may go back
///   behind a whole commit when H2 dies at writing over a freed chunk (`docs/decisions/0005`).
/// - A file that another process holds, that is damaged, or that a newer Rockpool wrote is never touched.
/// - Failures of the machine arrive as one sentence with a code ([dev.rockpool.kernel.EnvironmentException]).
@NullMarked
package dev.rockpool.database;

import org.jspecify.annotations.NullMarked;
