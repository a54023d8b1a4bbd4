package dev.rockpool.simulators.availability;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// The credits of the Amazon S3 service level agreement (read November 2026): below three uptimes of a
/// month 10, 25 and 100 % of its bill.
public enum ServiceLevel {
    /// Standard, Express One Zone, Glacier Flexible Retrieval, Glacier Deep Archive.
    STANDARD("standard", 0.001, 0.01, 0.05),
    /// Standard-IA, One Zone-IA, Intelligent-Tiering, Glacier Instant Retrieval.
    INFREQUENT("infrequent", 0.01, 0.02, 0.05);

    private static final double TENTH = 0.10;
    private static final double QUARTER = 0.25;

    private final String word;
    private final double first;
    private final double second;
    private final double third;

    ServiceLevel(String word, double first, double second, double third) {
        this.word = word;
        this.first = first;
        this.second = second;
        this.third = third;
    }

    /// The word that scenario files have.
    public String word() {
        return word;
    }

    /// The downtime share above which credits begin.
    public double firstCredit() {
        return first;
    }

    /// The share of the bill that comes back for a month with this share of it down.
    public double credit(double down) {
        if (down > third) {
            return 1;
        }
        return down > second ? QUARTER : down > first ? TENTH : 0;
    }

    static List<String> words() {
        return Arrays.stream(values()).map(ServiceLevel::word).toList();
    }

    static Optional<ServiceLevel> of(String word) {
        return Arrays.stream(values()).filter(each -> each.word.equals(word)).findFirst();
    }
}
