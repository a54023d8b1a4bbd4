package dev.rockpool.costmodel;

/// How far a price can be trusted, best first.
public enum Confidence {
    /// The vendor's page, price list or offer file.
    PRIMARY("primary"),
    /// A bill, an aggregator, a test fixture, a note that quotes the vendor.
    SECONDARY("secondary"),
    /// Nobody says when it was true.
    UNDATED("undated");

    private final String word;

    Confidence(String word) {
        this.word = word;
    }

    /// The word used in files and shown to people.
    public String word() {
        return word;
    }

    /// The less trustworthy of the two.
    public Confidence weaker(Confidence other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
