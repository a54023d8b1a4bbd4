package dev.rockpool.simulators.durability;

import java.util.OptionalDouble;
import java.util.OptionalLong;

/// What one method says of a scenario.
///
/// @param method which
/// @param annualLoss the chance that a stripe is lost within a year, 0 to 1
/// @param meanYearsToLoss mean time to data loss in years
/// @param standardError of `annualLoss`, where it was simulated
/// @param trials simulated cycles, where it was simulated
public record DurabilityEstimate(
        LossMethod method,
        double annualLoss,
        double meanYearsToLoss,
        OptionalDouble standardError,
        OptionalLong trials) {
    /// Of a normal distribution, how many standard errors hold 95 of 100.
    static final double NINETY_FIVE = 1.959963984540054;

    static DurabilityEstimate of(DurabilityScenario scenario) {
        return switch (scenario.method()) {
            case MARKOV ->
                perHour(
                        scenario,
                        1 / new StripeChain(scenario).meanHoursToLoss(),
                        OptionalDouble.empty(),
                        OptionalLong.empty());
            case WINDOW_BINOMIAL, WINDOW_POISSON -> {
                double annual = LossWindow.of(scenario).annualLoss();
                yield new DurabilityEstimate(
                        scenario.method(),
                        annual,
                        annual >= 1 ? 0 : -1 / StrictMath.log1p(-annual),
                        OptionalDouble.empty(),
                        OptionalLong.empty());
            }
            case MONTE_CARLO -> simulated(scenario, RareLosses.MOST_TRIALS);
        };
    }

    /// By simulation of at most `trials` cycles.
    static DurabilityEstimate simulated(DurabilityScenario scenario, long trials) {
        DurabilityScenario simulated = scenario.withMethod(LossMethod.MONTE_CARLO);
        RareLosses losses = RareLosses.of(new StripeChain(simulated), simulated.seed(), trials);
        return perHour(
                simulated,
                losses.lossesPerHour(),
                OptionalDouble.of(losses.relativeError()),
                OptionalLong.of(losses.trials()));
    }

    private static DurabilityEstimate perHour(
            DurabilityScenario scenario, double rate, OptionalDouble relativeError, OptionalLong trials) {
        double yearly = rate * scenario.hoursPerYear();
        double annual = -StrictMath.expm1(-yearly);
        return new DurabilityEstimate(
                scenario.method(),
                annual,
                1 / yearly,
                relativeError.isPresent()
                        ? OptionalDouble.of(relativeError.getAsDouble() * yearly * StrictMath.exp(-yearly))
                        : OptionalDouble.empty(),
                trials);
    }

    /// Leading nines of the chance to keep a stripe for a year: 10.97 of 1.06 × 10⁻¹¹.
    public double nines() {
        return annualLoss == 0 ? Double.POSITIVE_INFINITY : Math.max(0, -StrictMath.log10(annualLoss));
    }

    /// The nines that are complete: 10 of 10.97.
    public long wholeNines() {
        return (long) Math.floor(nines());
    }

    /// The chance that a stripe is lost within `years`.
    public double lossWithin(double years) {
        return meanYearsToLoss == 0 ? 1 : -StrictMath.expm1(-years / meanYearsToLoss);
    }
}
