/// The Query screen: questions in SQL to the H2 file that holds all of the user's data, which only reads.
///
/// Ready-made questions stand in `ready.sql`; what is asked runs through [dev.rockpool.database.ReadOnlySql].
@NullMarked
package dev.rockpool.app.query;

import org.jspecify.annotations.NullMarked;
