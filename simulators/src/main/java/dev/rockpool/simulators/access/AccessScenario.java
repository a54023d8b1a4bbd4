package dev.rockpool.simulators.access;

/// A request, the policies and the network that it meets, and a month of requests like it.
///
/// @param asking the request
/// @param rules the policies
/// @param network the way
/// @param traffic the month
/// @param seed of the month's chances
public record AccessScenario(Asking asking, Rules rules, Network network, Traffic traffic, long seed) {
    public AccessScenario with(Asking other) {
        return new AccessScenario(other, rules, network, traffic, seed);
    }

    public AccessScenario with(Rules other) {
        return new AccessScenario(asking, other, network, traffic, seed);
    }

    public AccessScenario with(Network other) {
        return new AccessScenario(asking, rules, other, traffic, seed);
    }

    public AccessScenario with(Traffic other) {
        return new AccessScenario(asking, rules, network, other, seed);
    }

    public AccessScenario withSeed(long other) {
        return new AccessScenario(asking, rules, network, traffic, other);
    }

    /// The same on another way, on which nothing is broken.
    public AccessScenario by(Route route) {
        return with(network.withRoute(route).withBroken(false));
    }
}
