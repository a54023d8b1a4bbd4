package dev.rockpool.app.lab;

import dev.rockpool.database.Database;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// The tables `prediction`, `challenge_passed` and `saved_scenario`.
public final class LabRepository {
    private final Database database;
    private final InstantSource clock;

    public LabRepository(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /// A prediction and what came of it.
    ///
    /// @param guess in the stored unit of the figure
    /// @param outcome of the run
    public record Prediction(String lab, String preset, String figure, double guess, double outcome) {}

    /// A scenario kept under a name.
    ///
    /// @param text as in a scenario file
    public record Saved(String name, String text) {}

    /// Keeps a prediction; on disk when it returns.
    public void keep(Prediction made) {
        database.write(handle -> handle.execute(
                "insert into prediction (lab, preset, figure, guess, outcome, made_at) values (?, ?, ?, ?, ?, ?)",
                made.lab(),
                made.preset(),
                made.figure(),
                made.guess(),
                made.outcome(),
                clock.instant()));
    }

    /// Every prediction of a lab, oldest first.
    public List<Prediction> predictions(String lab) {
        return database.read(handle -> handle.createQuery(
                        "select lab, preset, figure, guess, outcome from prediction where lab = :lab order by id")
                .bind("lab", lab)
                .map((row, _) -> new Prediction(
                        row.getString(1), row.getString(2), row.getString(3), row.getDouble(4), row.getDouble(5)))
                .list());
    }

    /// Whether anything was ever predicted, in any lab.
    public boolean everPredicted() {
        return database.read(handle -> handle.createQuery("select count(*) from prediction")
                        .mapTo(Long.class)
                        .one())
                > 0;
    }

    /// Keeps that a challenge was done.
    public void pass(String lab, String challenge) {
        database.write(handle -> handle.execute(
                "merge into challenge_passed (lab, challenge, passed_at) key (lab, challenge) values (?, ?, ?)",
                lab,
                challenge,
                clock.instant()));
    }

    /// The challenges of a lab that were done.
    public Set<String> passed(String lab) {
        return database.read(handle -> handle
                .createQuery("select challenge from challenge_passed where lab = :lab")
                .bind("lab", lab)
                .mapTo(String.class)
                .stream()
                .collect(Collectors.toUnmodifiableSet()));
    }

    /// Keeps a scenario under a name; one of the same name is replaced.
    public void save(String lab, Saved saved) {
        database.write(handle -> handle.execute(
                "merge into saved_scenario (lab, name, text, saved_at) key (lab, name) values (?, ?, ?, ?)",
                lab,
                saved.name(),
                saved.text(),
                clock.instant()));
    }

    /// Forgets a saved scenario.
    public void forget(String lab, String name) {
        database.write(handle -> handle.execute("delete from saved_scenario where lab = ? and name = ?", lab, name));
    }

    /// The saved scenarios of a lab, the newest first.
    public List<Saved> saved(String lab) {
        return database.read(handle -> handle.createQuery(
                        "select name, text from saved_scenario where lab = :lab order by saved_at desc, name")
                .bind("lab", lab)
                .map((row, _) -> new Saved(row.getString(1), row.getString(2)))
                .list());
    }
}
