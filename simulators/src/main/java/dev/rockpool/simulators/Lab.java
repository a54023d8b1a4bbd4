package dev.rockpool.simulators;

import dev.rockpool.costmodel.NearMatches;
import dev.rockpool.kernel.InputException;
import dev.rockpool.kernel.Quote;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/// One question, and the model that answers it.
///
/// Labs have no state; all methods may be called by any thread.
///
/// @param <S> the scenario, a record
/// @param <R> the result of a whole run, a record
/// @param <N> what the stage draws of a run
public interface Lab<S, R, N extends Snapshot> {
    /// The name that the command line, scenario files and cards use: `shards`.
    String id();

    /// The name for people, two words at most.
    String name();

    /// The question that the lab answers; its title.
    String question();

    /// What is seen and why, as Markdown.
    String explanation();

    /// Units, symbols, formulas and what is faked, for teachers; Markdown.
    String model();

    /// The scenario that fields left out are taken from.
    S standard();

    /// Named scenarios, at least four; the first opens first.
    List<Preset<S>> presets();

    /// Tasks that check themselves, at least two.
    List<Challenge<S, R>> challenges();

    /// What the learner sets, in the order of the panel.
    List<Parameter<S>> parameters();

    /// A walk of five minutes through the lab.
    List<GuidedStep> guide();

    /// What is exact, calibrated, or only illustrative.
    List<Fidelity> fidelity();

    /// Reads and writes scenarios.
    ScenarioCodec<S> codec();

    /// The seed of a scenario.
    long seed(S scenario);

    /// A scenario with another seed.
    S withSeed(S scenario, long seed);

    /// A whole run.
    R run(S scenario);

    /// The numbers of a whole run.
    List<Figure> figures(R result);

    /// A result as the command line prints it (COMMANDS.md, *Labs*).
    ObjectNode report(R result);

    /// Whether a result is a "no": what was asked for is refused, as it should be. The command line then exits with
    /// 1.
    default boolean refuses(R result) {
        return false;
    }

    /// Whether a seed changes a run.
    default boolean isRandom() {
        return true;
    }

    /// How long one step of a run is: what its transport, log and plot count in.
    default Pace pace() {
        return Pace.SECONDS;
    }

    /// Whether a run has a course worth a plot. Steps on a way have none.
    default boolean isPlotted() {
        return true;
    }

    /// Whether the steps of a run are a way of looking and no course of time, so that what is broken was broken from
    /// the first step on. The simulation of a timeless lab tells from its scenario alone what is broken.
    default boolean isTimeless() {
        return false;
    }

    /// Whether what is simulated costs anything that the lab counts. Without, no bill is shown.
    default boolean isBilled() {
        return true;
    }

    /// A run, one step at a time. Its last figures are those of [#run].
    Simulation<S, N> open(S scenario);

    /// The preset of that id.
    ///
    /// @throws InputException if there is none
    default Preset<S> preset(String id) {
        return presets().stream()
                .filter(preset -> preset.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new InputException(
                        "lab-preset",
                        "The lab " + id() + " has no preset " + Quote.of(id) + "; "
                                + NearMatches.of(
                                        id, presets().stream().map(Preset::id).toList()) + "."));
    }
}
