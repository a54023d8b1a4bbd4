package dev.rockpool.simulators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rockpool.kernel.InputException;
import java.util.ArrayList;
import java.util.List;

/// What every lab keeps: presets show their number, scenarios survive a file, sliders lead to scenarios
/// that run, challenges are not done at their start.
public final class LabProof {
    private LabProof() {}

    public static <S, R, N extends Snapshot> void of(Lab<S, R, N> lab) {
        assertThat(lab.presets()).hasSizeGreaterThanOrEqualTo(4);
        for (Preset<S> preset : lab.presets()) {
            R result = lab.run(preset.scenario());
            assertThat(preset.expected().isMetBy(lab.figures(result)))
                    .as("%s: %s", preset.id(), lab.report(result))
                    .isTrue();
            assertThat(lab.figures(result))
                    .anyMatch(figure -> figure.id().equals(preset.prediction().figure()))
                    .noneMatch(figure -> figure.worked().contains("{"));
            assertThat(lab.codec().parse(lab.codec().text(preset.scenario()))).isEqualTo(preset.scenario());
            parameters(lab, preset.scenario());
            whole(lab, preset.scenario());
        }
        assertThat(lab.challenges())
                .hasSizeGreaterThanOrEqualTo(2)
                .allSatisfy(challenge -> assertThat(
                                challenge.check().apply(challenge.start(), lab.run(challenge.start())))
                        .isPresent());
        assertThat(lab.guide())
                .allSatisfy(step -> assertThat(lab.preset(step.preset())).isNotNull());
        assertThat(lab.fidelity()).isNotEmpty();
        assertThat(lab.question()).endsWith("?");
        assertThat(lab.explanation()).isNotEmpty();
        assertThat(lab.model()).startsWith("# ");
    }

    private static <S, R, N extends Snapshot> void parameters(Lab<S, R, N> lab, S scenario) {
        for (Parameter<S> parameter : lab.parameters()) {
            if (!parameter.applies(scenario)) {
                continue;
            }
            switch (parameter) {
                case Parameter.Slider<S> slider -> {
                    for (double place : List.of(0.0, 0.4, 1.0)) {
                        S moved = slider.with().apply(scenario, slider.at(place));
                        assertThat(lab.figures(lab.run(moved))).isNotEmpty();
                        assertThat(lab.codec().parse(lab.codec().text(moved))).isEqualTo(moved);
                    }
                }
                case Parameter.Choice<S> choice -> {
                    for (Parameter.Option option : choice.options()) {
                        S chosen = choice.with().apply(scenario, option.id());
                        assertThat(choice.get().apply(chosen)).isEqualTo(option.id());
                        assertThat(lab.figures(lab.run(chosen))).isNotEmpty();
                    }
                }
            }
        }
    }

    /// Two runs of one scenario tell the same.
    private static <S, R, N extends Snapshot> void whole(Lab<S, R, N> lab, S scenario) {
        Simulation<S, N> one = lab.open(scenario);
        Simulation<S, N> other = lab.open(scenario);
        List<LabEvent> told = new ArrayList<>();
        List<LabEvent> again = new ArrayList<>();
        for (int step = 0; step < 60 && !one.done(); step++) {
            one.step();
            other.step();
            told.addAll(one.snapshot().events());
            again.addAll(other.snapshot().events());
        }
        assertThat(told).isEqualTo(again);
        assertThat(one.snapshot().figures()).isNotEmpty();
        assertThat(one.snapshot().measures()).isNotEmpty();
        assertThat(one.snapshot().monthlyBill().currency()).isNotNull();
        assertThat(one.scenario()).isEqualTo(scenario);
        for (Disturbance disturbance : one.disturbances()) {
            one.disturb(disturbance.id());
            one.step();
            assertThat(one.disturbances())
                    .anyMatch(now -> now.id().equals(disturbance.id()) && now.broken() != disturbance.broken());
            if (lab.isTimeless()) {
                assertThat(lab.open(one.scenario()).disturbances()).isEqualTo(one.disturbances());
            }
            one.disturb(disturbance.id());
        }
        if (lab.isTimeless()) {
            assertThat(one.disturbances()).isNotEmpty();
            assertThat(one.scenario()).isEqualTo(scenario);
        }
        assertThatThrownBy(() -> one.disturb("nothing")).isInstanceOf(IllegalArgumentException.class);
    }

    /// Whether `json` is refused with exactly `sentence`.
    public static void refuses(Lab<?, ?, ?> lab, String json, String sentence) {
        assertThatThrownBy(() -> lab.codec().parse(json))
                .isInstanceOfSatisfying(
                        InputException.class,
                        fault -> assertThat(fault.sentence()).startsWith(sentence));
    }
}
