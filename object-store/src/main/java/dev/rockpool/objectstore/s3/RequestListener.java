package dev.rockpool.objectstore.s3;

/// Hears of requests that were done, so that those which leave no event of the store can be billed. Called by the
/// thread that answered, before the answer's body is sent at the latest; must be quick and safe for threads.
@FunctionalInterface
public interface RequestListener {
    /// Hears nothing.
    RequestListener NONE = charge -> {};

    /// How a request without an event of its own is charged (S3 pricing page, *Requests*: LIST at the price of a PUT,
    /// DELETE and CANCEL free).
    enum Charge {
        LIST,
        WRITE,
        READ
    }

    /// A request was done that is charged so.
    void answered(Charge charge);
}
