package dev.rockpool.costmodel;

/// The one place that decides which prices a bill has: Rockpool's own, or those with a user's import in them.
///
/// The composition root says once at the start, and after each import, which book is in force; labs, questions and
/// commands ask here. Until somebody says so, it is the shipped book.
public final class PricesInForce {
    private static volatile PriceBook book = PriceBook.shipped();

    private PricesInForce() {}

    /// The book to bill with. What is computed from it holds on to it, so that one bill never mixes two.
    public static PriceBook book() {
        return book;
    }

    /// From now on bills have the prices of `other`.
    public static void use(PriceBook other) {
        book = other;
    }
}
