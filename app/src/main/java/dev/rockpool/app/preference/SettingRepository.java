package dev.rockpool.app.preference;

import dev.rockpool.database.Database;
import java.util.HashMap;
import java.util.Map;

/// The table `setting`.
public final class SettingRepository {
    private final Database database;

    public SettingRepository(Database database) {
        this.database = database;
    }

    /// Every stored value by name.
    public Map<String, String> all() {
        return database.read(handle -> {
            Map<String, String> values = new HashMap<>();
            handle.createQuery("select name, \"VALUE\" from setting")
                    .map((row, _) -> Map.entry(row.getString(1), row.getString(2)))
                    .forEach(entry -> values.put(entry.getKey(), entry.getValue()));
            return values;
        });
    }

    /// Stores values; on disk when it returns.
    public void put(Map<String, String> values) {
        database.write(handle -> {
            values.forEach((name, value) ->
                    handle.execute("merge into setting (name, \"VALUE\") key (name) values (?, ?)", name, value));
            return values.size();
        });
    }
}
