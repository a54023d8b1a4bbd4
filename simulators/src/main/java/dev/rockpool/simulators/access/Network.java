package dev.rockpool.simulators.access;

/// What lies between who asks and the service.
///
/// @param route the way that is taken
/// @param broken whether what stands on it has failed
/// @param recreated whether the endpoints were made anew, with other ids than the policies name
/// @param zones in which instances stand, 1 to 6; the traffic is evenly spread over them
/// @param doors in how many of them a NAT gateway or an interface endpoint stands, 1 to 6; more than
///     `zones` stand idle
/// @param services each of which has an interface endpoint of its own, 1 to 50
/// @param region where all of it is
public record Network(
        Route route, boolean broken, boolean recreated, int zones, int doors, int services, String region) {
    public Network withRoute(Route other) {
        return new Network(other, broken, recreated, zones, doors, services, region);
    }

    public Network withBroken(boolean other) {
        return new Network(route, other, recreated, zones, doors, services, region);
    }

    public Network withRecreated(boolean other) {
        return new Network(route, broken, other, zones, doors, services, region);
    }

    public Network withZones(int other) {
        return new Network(route, broken, recreated, other, doors, services, region);
    }

    public Network withDoors(int other) {
        return new Network(route, broken, recreated, zones, other, services, region);
    }

    public Network withServices(int other) {
        return new Network(route, broken, recreated, zones, doors, other, region);
    }

    public Network withRegion(String other) {
        return new Network(route, broken, recreated, zones, doors, services, other);
    }

    /// The zones without a door of their own, whose traffic crosses to another.
    int zonesWithout() {
        return Math.max(0, zones - doors);
    }
}
