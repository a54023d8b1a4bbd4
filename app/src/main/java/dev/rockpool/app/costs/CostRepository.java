package dev.rockpool.app.costs;

import dev.rockpool.database.Database;
import java.time.InstantSource;
import java.util.List;

/// The table `cost_scenario`.
public final class CostRepository {
    private final Database database;
    private final InstantSource clock;

    public CostRepository(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /// A scenario kept under a name.
    ///
    /// @param text as [dev.rockpool.costmodel.scenario.ScenarioJson] writes it
    public record Saved(String name, String text) {}

    /// Keeps a scenario; one of the same name is replaced.
    public void save(Saved saved) {
        database.write(handle -> handle.execute(
                "merge into cost_scenario (name, text, saved_at) key (name) values (?, ?, ?)",
                saved.name(),
                saved.text(),
                clock.instant()));
    }

    /// Forgets a scenario.
    public void forget(String name) {
        database.write(handle -> handle.execute("delete from cost_scenario where name = ?", name));
    }

    /// Every scenario, the newest first.
    public List<Saved> all() {
        return database.read(
                handle -> handle.createQuery("select name, text from cost_scenario order by saved_at desc, name")
                        .map((row, _) -> new Saved(row.getString(1), row.getString(2)))
                        .list());
    }
}
