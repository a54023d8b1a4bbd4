package dev.rockpool.simulators.durability;

/// Drives that fail and are repaired, and how many objects are on them.
///
/// @param scheme how an object is spread
/// @param annualFailureRate of a drive in a year, as a rate or a probability, above 0
/// @param isProbability whether the rate is the probability to fail within a year
/// @param repairHours from the start of a repair to its end
/// @param detectionHours from a failure to the start of its repair
/// @param hoursPerYear 8,760 or, with leap years, 8,766
/// @param repairCrews repairs at a time; 0 for as many as there are failures
/// @param latentDefectsPerYear unreadable places that a shard gets in a year
/// @param scrubHours between two readings of every shard, which find and mend such places
/// @param zones that the shards are spread over, as evenly as can be
/// @param zoneLossesPerYear how often a zone is lost with all its shards, each zone
/// @param commonCauseShare of the failure rate that strikes all drives of a stripe at once, 0 to 1
/// @param method how the chance is computed
/// @param objects each a stripe of its own
/// @param missionYears how long the objects are kept
/// @param ageing how many times faster the drives of the picture fail
/// @param seed of the simulation and the picture
public record DurabilityScenario(
        Scheme scheme,
        double annualFailureRate,
        boolean isProbability,
        double repairHours,
        double detectionHours,
        double hoursPerYear,
        int repairCrews,
        double latentDefectsPerYear,
        double scrubHours,
        int zones,
        double zoneLossesPerYear,
        double commonCauseShare,
        LossMethod method,
        long objects,
        double missionYears,
        double ageing,
        long seed) {
    /// Failures of a drive in a year, as a rate.
    public double yearlyRate() {
        return isProbability ? -StrictMath.log1p(-annualFailureRate) : annualFailureRate;
    }

    /// Hours from a failure to the shard being whole again.
    public double downHours() {
        return detectionHours + repairHours;
    }

    /// Repairs that run while `failed` shards are lost.
    public int repairing(int failed) {
        return repairCrews == 0 ? failed : Math.min(failed, repairCrews);
    }

    public DurabilityScenario withScheme(Scheme other) {
        return new DurabilityScenario(
                other,
                annualFailureRate,
                isProbability,
                repairHours,
                detectionHours,
                hoursPerYear,
                repairCrews,
                latentDefectsPerYear,
                scrubHours,
                zones,
                zoneLossesPerYear,
                commonCauseShare,
                method,
                objects,
                missionYears,
                ageing,
                seed);
    }

    public DurabilityScenario withRate(double other, boolean probability) {
        return new DurabilityScenario(
                scheme,
                other,
                probability,
                repairHours,
                detectionHours,
                hoursPerYear,
                repairCrews,
                latentDefectsPerYear,
                scrubHours,
                zones,
                zoneLossesPerYear,
                commonCauseShare,
                method,
                objects,
                missionYears,
                ageing,
                seed);
    }

    public DurabilityScenario withRepairHours(double other) {
        return new DurabilityScenario(
                scheme,
                annualFailureRate,
                isProbability,
                other,
                detectionHours,
                hoursPerYear,
                repairCrews,
                latentDefectsPerYear,
                scrubHours,
                zones,
                zoneLossesPerYear,
                commonCauseShare,
                method,
                objects,
                missionYears,
                ageing,
                seed);
    }

    public DurabilityScenario withDetectionHours(double other) {
        return new DurabilityScenario(
                scheme,
                annualFailureRate,
                isProbability,
                repairHours,
                other,
                hoursPerYear,
                repairCrews,
                latentDefectsPerYear,
                scrubHours,
                zones,
                zoneLossesPerYear,
                commonCauseShare,
                method,
                objects,
                missionYears,
                ageing,
                seed);
    }

    public DurabilityScenario withHoursPerYear(double other) {
        return new DurabilityScenario(
                scheme,
                annualFailureRate,
                isProbability,
                repairHours,
                detectionHours,
                other,
                repairCrews,
                latentDefectsPerYear,
                scrubHours,
                zones,
                zoneLossesPerYear,
                commonCauseShare,
                method,
                objects,
                missionYears,
                ageing,
                seed);
    }

    public DurabilityScenario withRepairCrews(int other) {
        return new DurabilityScenario(
                scheme,
                annualFailureRate,
                isProbability,
                repairHours,
                detectionHours,
                hoursPerYear,
                other,
                latentDefectsPerYear,
                scrubHours,
                zones,
                zoneLossesPerYear,
                commonCauseShare,
                method,
                objects,
                missionYears,
                ageing,
                seed);
    }

    public DurabilityScenario withScrubbing(double defectsPerYear, double hours) {
        return new DurabilityScenario(
                scheme,
                annualFailureRate,
                isProbability,
                repairHours,
                detectionHours,
                hoursPerYear,
                repairCrews,
                defectsPerYear,
                hours,
                zones,
                zoneLossesPerYear,
                commonCauseShare,
                method,
                objects,
                missionYears,
                ageing,
                seed);
    }

    public DurabilityScenario withZones(int number, double lossesPerYear) {
        return new DurabilityScenario(
                scheme,
                annualFailureRate,
                isProbability,
                repairHours,
                detectionHours,
                hoursPerYear,
                repairCrews,
                latentDefectsPerYear,
                scrubHours,
                number,
                lossesPerYear,
                commonCauseShare,
                method,
                objects,
                missionYears,
                ageing,
                seed);
    }

    public DurabilityScenario withCommonCauseShare(double other) {
        return new DurabilityScenario(
                scheme,
                annualFailureRate,
                isProbability,
                repairHours,
                detectionHours,
                hoursPerYear,
                repairCrews,
                latentDefectsPerYear,
                scrubHours,
                zones,
                zoneLossesPerYear,
                other,
                method,
                objects,
                missionYears,
                ageing,
                seed);
    }

    public DurabilityScenario withMethod(LossMethod other) {
        return new DurabilityScenario(
                scheme,
                annualFailureRate,
                isProbability,
                repairHours,
                detectionHours,
                hoursPerYear,
                repairCrews,
                latentDefectsPerYear,
                scrubHours,
                zones,
                zoneLossesPerYear,
                commonCauseShare,
                other,
                objects,
                missionYears,
                ageing,
                seed);
    }

    public DurabilityScenario withObjects(long other) {
        return new DurabilityScenario(
                scheme,
                annualFailureRate,
                isProbability,
                repairHours,
                detectionHours,
                hoursPerYear,
                repairCrews,
                latentDefectsPerYear,
                scrubHours,
                zones,
                zoneLossesPerYear,
                commonCauseShare,
                method,
                other,
                missionYears,
                ageing,
                seed);
    }

    public DurabilityScenario withAgeing(double other) {
        return new DurabilityScenario(
                scheme,
                annualFailureRate,
                isProbability,
                repairHours,
                detectionHours,
                hoursPerYear,
                repairCrews,
                latentDefectsPerYear,
                scrubHours,
                zones,
                zoneLossesPerYear,
                commonCauseShare,
                method,
                objects,
                missionYears,
                other,
                seed);
    }

    public DurabilityScenario withSeed(long other) {
        return new DurabilityScenario(
                scheme,
                annualFailureRate,
                isProbability,
                repairHours,
                detectionHours,
                hoursPerYear,
                repairCrews,
                latentDefectsPerYear,
                scrubHours,
                zones,
                zoneLossesPerYear,
                commonCauseShare,
                method,
                objects,
                missionYears,
                ageing,
                other);
    }
}
