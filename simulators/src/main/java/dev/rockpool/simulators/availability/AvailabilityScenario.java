package dev.rockpool.simulators.availability;

/// A system of parts, and what is asked of it.
///
/// @param system its block diagram
/// @param convention how long a year and a month are
/// @param target the availability that is promised, 0 to 1
/// @param repairHours mean hours down of parts that do not say
/// @param serviceLevel whose credits are looked up
/// @param seed of the simulated year
public record AvailabilityScenario(
        Component system,
        Convention convention,
        double target,
        double repairHours,
        ServiceLevel serviceLevel,
        long seed) {
    public AvailabilityScenario withSystem(Component other) {
        return new AvailabilityScenario(other, convention, target, repairHours, serviceLevel, seed);
    }

    public AvailabilityScenario withConvention(Convention other) {
        return new AvailabilityScenario(system, other, target, repairHours, serviceLevel, seed);
    }

    public AvailabilityScenario withTarget(double other) {
        return new AvailabilityScenario(system, convention, other, repairHours, serviceLevel, seed);
    }

    public AvailabilityScenario withRepairHours(double other) {
        return new AvailabilityScenario(system, convention, target, other, serviceLevel, seed);
    }

    public AvailabilityScenario withServiceLevel(ServiceLevel other) {
        return new AvailabilityScenario(system, convention, target, repairHours, other, seed);
    }

    public AvailabilityScenario withSeed(long other) {
        return new AvailabilityScenario(system, convention, target, repairHours, serviceLevel, other);
    }
}
