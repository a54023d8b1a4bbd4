package dev.rockpool.app.fleet;

import java.util.List;
import java.util.function.Consumer;

/// What leads out of the fleet's cards: other screens, files.
public interface FleetWays {
    /// Buckets of the store that have rules, with these rules; told when they are read.
    void bucketRules(Consumer<List<BucketRules>> then);

    /// Plays the rules in the lifecycle lab.
    void lab();

    /// Tries the rules in a branch of the store.
    void tryOnData();

    /// Looks for the cheapest rules, with progress.
    void search();

    /// Asks for an inventory report.
    void openReport();
}
