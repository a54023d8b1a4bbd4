package dev.rockpool.platform;

import dev.rockpool.costmodel.PriceBook;
import java.time.Instant;

/// A platform that left its origin at one moment and goes its own way since: on a clock of its own, with a
/// bill of its own that begins there, on the same content.
public final class Branch {
    /// In a branch's folder: what it is called and when it left.
    static final String FILE = "branch.json";

    private final String name;
    private final Instant from;
    private final Platform platform;
    private final Meter originMeter;

    Branch(String name, Instant from, Platform platform, Meter originMeter) {
        this.name = name;
        this.from = from;
        this.platform = platform;
        this.originMeter = originMeter;
    }

    /// What it is called.
    public String name() {
        return name;
    }

    /// When it left its origin, on both clocks.
    public Instant from() {
        return from;
    }

    /// The platform that it is. Set its clock forward with [Platform#advanceTo], let it run with
    /// [PlatformClock#run].
    public Platform platform() {
        return platform;
    }

    /// What it used since it left, or since it was opened again, costs.
    public PlatformBill bill(PriceBook book) {
        return platform.bill(book);
    }

    /// Counts what the origin uses since the branch left, or since both were opened again.
    Meter originMeter() {
        return originMeter;
    }
}
