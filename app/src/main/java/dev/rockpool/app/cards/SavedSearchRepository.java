package dev.rockpool.app.cards;

import dev.rockpool.database.Database;
import java.time.InstantSource;
import java.util.List;

/// Searches kept under a name, in the table `saved_search`.
final class SavedSearchRepository {
    private final Database database;
    private final InstantSource clock;

    SavedSearchRepository(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /// A search under its name.
    record Saved(String name, String search) {}

    /// All, by name.
    List<Saved> all() {
        return database.read(handle -> handle.createQuery("select name, search from saved_search order by name")
                .map((row, _) -> new Saved(row.getString(1), row.getString(2)))
                .list());
    }

    /// Keeps a search; one of the same name is replaced.
    void save(Saved saved) {
        database.write(handle -> handle.execute(
                "merge into saved_search (name, search, saved_at) key (name) values (?, ?, ?)",
                saved.name(),
                saved.search(),
                clock.instant()));
    }

    /// Forgets a search.
    void forget(String name) {
        database.write(handle -> handle.execute("delete from saved_search where name = ?", name));
    }
}
