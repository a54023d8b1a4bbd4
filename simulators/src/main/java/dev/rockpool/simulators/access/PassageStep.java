package dev.rockpool.simulators.access;

/// One step of a request's way.
///
/// @param place where it happens
/// @param key names the sentence; stable
/// @param statement the statement that made it so, as the evaluator names it; empty if there is none
/// @param passes whether what is asked there lets it go on
/// @param sentence for people
public record PassageStep(Place place, String key, String statement, boolean passes, String sentence) {
    /// Where a step happens.
    public enum Place {
        /// With who asks.
        ASKER,
        /// What leads out of the network: a gateway or an endpoint.
        DOOR,
        /// The policy of the endpoint.
        ENDPOINT,
        /// The policy of the bucket.
        BUCKET,
        /// The policy of who asks.
        IDENTITY,
        /// The permissions boundary of who asks.
        BOUNDARY,
        /// The policy of the session.
        SESSION,
        /// The service, which answers.
        SERVICE
    }
}
