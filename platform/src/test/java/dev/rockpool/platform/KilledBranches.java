package dev.rockpool.platform;

import dev.rockpool.lifecycle.LifecycleConfiguration;
import dev.rockpool.lifecycle.LifecycleFilter;
import dev.rockpool.lifecycle.LifecycleRule;
import dev.rockpool.lifecycle.TransitionMinimum;
import dev.rockpool.lifecycle.When;
import dev.rockpool.objectstore.LifecycleSettings;
import dev.rockpool.streamengine.PutEntry;
import dev.rockpool.streamengine.StreamName;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/// The process that [BranchKillTest] kills: it takes branches, plays in them, discards them and keeps one, and says so
/// before and after each act, with what is acknowledged as durable as in real use.
///
/// Each line is `begins ACT NAME` or `done ACT NAME`.
final class KilledBranches {
    static final String BUCKET = "data";
    /// Says whose lineage a store is of.
    static final String WHO = "who";
    static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    static final Duration PLAYED = Duration.ofDays(40);
    static final StreamName ORDERS = new StreamName("orders");
    /// As many objects stay, and as many expire within what is played.
    static final int OBJECTS = 12;
    /// The lines of a life that is not ended: two an act.
    static final int LINES = 24;

    private KilledBranches() {}

    static PlatformOptions options(Path folder) {
        return PlatformOptions.in(folder);
    }

    /// A new platform with objects, a rule that takes half of them away after a month, and a stream.
    static void prepare(Path folder) {
        PlatformOptions options = options(folder).with(new ClockSetting.Virtual(START, 0));
        try (Branches branches = Branches.open(options, InstantSource.system(), new SecureRandom())) {
            Writer writer = new Writer(branches.origin());
            writer.bucket(BUCKET);
            LifecycleRule rule =
                    LifecycleRule.of("old", LifecycleFilter.prefix("old/")).expiring(new When.AfterDays(30));
            writer.rules(
                    BUCKET,
                    new LifecycleSettings(
                            new LifecycleConfiguration(List.of(rule)),
                            TransitionMinimum.ALL_STORAGE_CLASSES_128K,
                            START));
            writer.put(BUCKET, WHO, "origin");
            for (int object = 0; object < OBJECTS; object++) {
                writer.put(BUCKET, "stays/" + object, body(object));
                writer.put(BUCKET, "old/" + object, body(object));
            }
            branches.origin().streams().createStream(ORDERS, 1);
            branches.origin().streams().putRecords(ORDERS, List.of(PutEntry.of("a", new byte[100])));
        }
    }

    static String body(int object) {
        return ("body of " + object + " ").repeat(object * 400 + 1);
    }

    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.US_ASCII);
        Branches branches = Branches.open(options(Path.of(arguments[0])), InstantSource.system(), new SecureRandom());
        act(out, "take", "a", () -> branches.take("a", 0));
        act(out, "name", "a", () -> name(branches, "a"));
        act(out, "take", "b", () -> branches.take("b", 0));
        act(out, "play", "a", () -> play(branches, "a"));
        act(out, "take", "c", () -> branches.take("c", 0));
        act(out, "discard", "b", () -> branches.discard("b"));
        act(out, "keep", "a", () -> branches.keep("a"));
        act(out, "take", "d", () -> branches.take("d", 0));
        act(out, "name", "d", () -> name(branches, "d"));
        act(out, "discard", "c", () -> branches.discard("c"));
        act(out, "keep", "d", () -> branches.keep("d"));
        act(out, "take", "e", () -> branches.take("e", 0));
        branches.close();
    }

    private static void name(Branches branches, String name) {
        new Writer(branches.branch(name).platform()).put(BUCKET, WHO, name);
    }

    private static void play(Branches branches, String name) {
        Instant _ = branches.branch(name).platform().advanceTo(START.plus(PLAYED));
    }

    private static void act(PrintStream out, String what, String name, Runnable act) {
        out.println("begins " + what + " " + name);
        act.run();
        out.println("done " + what + " " + name);
    }
}
