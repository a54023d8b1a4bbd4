package dev.rockpool.quiz.task;

import dev.rockpool.content.LabGoal;
import dev.rockpool.content.LabSetting;
import dev.rockpool.content.LabSetup;
import dev.rockpool.costmodel.NearMatches;
import dev.rockpool.kernel.Decimals;
import dev.rockpool.kernel.InputException;
import dev.rockpool.kernel.Quote;
import dev.rockpool.simulators.Figure;
import dev.rockpool.simulators.Lab;
import dev.rockpool.simulators.LabTexts;
import dev.rockpool.simulators.Parameter;
import dev.rockpool.simulators.Simulation;
import dev.rockpool.simulators.Unit;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// A task in a lab that was found. Immutable; any thread may check answers.
///
/// @param <S> the lab's scenario
/// @param <R> the result of a whole run
public final class BoundTask<S, R> {
    private static final LabTexts TEXTS = LabTexts.beside(BoundTask.class);
    private static final BigDecimal SLACK = new BigDecimal("1e-9");

    private final Lab<S, R, ?> lab;
    private final LabSetup setup;
    private final S start;
    private final List<Parameter<S>> free;
    private final Map<String, Parameter<S>> controls = new LinkedHashMap<>();

    private BoundTask(Lab<S, R, ?> lab, LabSetup setup) {
        this.lab = lab;
        this.setup = setup;
        for (Parameter<S> parameter : lab.parameters()) {
            controls.put(parameter.id(), parameter);
        }
        S from = setup.preset().map(id -> lab.preset(id).scenario()).orElseGet(lab::standard);
        for (LabSetting setting : setup.start()) {
            from = ControlValues.set(control(setting.control()), from, setting);
        }
        start = from;
        setup.free().forEach(this::control);
        free = controls.values().stream()
                .filter(parameter -> setup.free().contains(parameter.id()))
                .toList();
    }

    /// A task of a lab.
    ///
    /// @throws InputException (`lab-task`, `lab-preset`) naming what the lab does not have
    public static <S, R> BoundTask<S, R> of(Lab<S, R, ?> lab, LabSetup setup) {
        return new BoundTask<>(lab, setup);
    }

    private Parameter<S> control(String id) {
        Parameter<S> control = controls.get(id);
        if (control == null) {
            throw ControlValues.fault("no-control", lab.id(), Quote.of(id), NearMatches.of(id, controls.keySet()));
        }
        return control;
    }

    public Lab<S, R, ?> lab() {
        return lab;
    }

    /// As it was written.
    public LabSetup setup() {
        return setup;
    }

    /// Where the learner begins.
    public S start() {
        return start;
    }

    /// What the learner may set, in the order of the lab's panel.
    public List<Parameter<S>> free() {
        return free;
    }

    /// The scenario of an answer: the start, with free controls set one after the other.
    ///
    /// @throws InputException if a control is locked, or a value is none of its control
    public S scenario(List<LabSetting> settings) {
        S scenario = start;
        for (LabSetting setting : settings) {
            Parameter<S> parameter = control(setting.control());
            if (!free.contains(parameter)) {
                throw ControlValues.fault("locked", parameter.label());
            }
            scenario = ControlValues.set(parameter, scenario, setting);
        }
        return scenario;
    }

    /// Whether these settings are an answer: free controls within their bounds.
    public boolean takes(List<LabSetting> settings) {
        try {
            scenario(settings);
            return settings.size() <= free.size();
        } catch (InputException _) {
            return false;
        }
    }

    /// The settings of free controls that lead from the start to a scenario, as far as they can.
    ///
    /// One setting may move another control of some labs, so that each is compared with what those before it
    /// made; or take its own control away with the thing that it belongs to, which is looked for last.
    public List<LabSetting> settings(S scenario) {
        List<LabSetting> settings = new ArrayList<>();
        S reached = start;
        for (Parameter<S> parameter : free) {
            if (parameter.applies(scenario)) {
                LabSetting setting = new LabSetting(parameter.id(), ControlValues.read(parameter, scenario));
                boolean same =
                        parameter.applies(reached) && setting.value().equals(ControlValues.read(parameter, reached));
                if (!same) {
                    settings.add(setting);
                    reached = ControlValues.set(parameter, reached, setting);
                }
            }
        }
        if (!reached.equals(scenario)) {
            removal(reached, scenario).ifPresent(settings::add);
        }
        return settings;
    }

    /// The setting that takes its own control away, as no days take a rule away.
    private Optional<LabSetting> removal(S reached, S scenario) {
        for (Parameter<S> parameter : free) {
            if (parameter.applies(reached) && !parameter.applies(scenario)) {
                LabSetting setting = new LabSetting(parameter.id(), ControlValues.read(parameter, scenario));
                if (ControlValues.set(parameter, reached, setting).equals(scenario)) {
                    return Optional.of(setting);
                }
            }
        }
        return Optional.empty();
    }

    /// The settings as people read them: `Shards: 12 shards; Mode: On-demand`.
    public String words(List<LabSetting> settings) {
        S scenario = scenario(settings);
        return settings.stream()
                .map(setting -> control(setting.control()))
                .map(parameter -> TEXTS.get("setting", parameter.label(), parameter.shown(scenario)))
                .collect(Collectors.joining("; "));
    }

    /// The scenario of an answer, as its file has it.
    public String text(List<LabSetting> settings) {
        return lab.codec().write(scenario(settings)).toString();
    }

    /// What the model says of an answer, a state for each goal in the order of the author.
    ///
    /// @throws InputException as [#scenario], or if a goal names a figure that the run does not have
    public List<GoalState> check(List<LabSetting> settings) {
        S scenario = scenario(settings);
        List<Figure> figures = lab.figures(lab.run(scenario));
        return setup.goals().stream()
                .map(goal -> switch (goal.kind()) {
                    case FIGURE -> figure(goal, figures);
                    case BILL -> bill(goal, scenario);
                    case SETTING -> setting(goal, scenario);
                })
                .toList();
    }

    /// Whether every goal is reached.
    public boolean isDone(List<LabSetting> settings) {
        return check(settings).stream().allMatch(GoalState::met);
    }

    private GoalState figure(LabGoal goal, List<Figure> figures) {
        Figure figure = figures.stream()
                .filter(each -> each.id().equals(goal.name()))
                .findFirst()
                .orElseThrow(() -> ControlValues.fault(
                        "no-figure",
                        lab.id(),
                        Quote.of(goal.name()),
                        NearMatches.of(
                                goal.name(), figures.stream().map(Figure::id).toList())));
        return number(goal, figure.label(), figure.unit(), figure.value());
    }

    /// What the run costs a month, at its end.
    private GoalState bill(LabGoal goal, S scenario) {
        Simulation<S, ?> run = lab.open(scenario);
        while (!run.done()) {
            run.step();
        }
        double total = run.snapshot().monthlyBill().total().amount().doubleValue();
        return number(goal, TEXTS.get("bill"), Unit.USD_PER_MONTH, total);
    }

    private GoalState setting(LabGoal goal, S scenario) {
        Parameter<S> parameter = control(goal.name());
        return switch (parameter) {
            case Parameter.Slider<S> slider ->
                number(goal, slider.label(), slider.unit(), slider.get().applyAsDouble(scenario));
            case Parameter.Choice<S> choice -> {
                String wanted = choice.options().stream()
                        .filter(option -> option.id().equals(goal.value()))
                        .map(Parameter.Option::label)
                        .findFirst()
                        .orElse(goal.value());
                yield new GoalState(
                        TEXTS.get("goal.EQUAL", choice.label(), wanted),
                        choice.shown(scenario),
                        choice.get().apply(scenario).equals(goal.value()),
                        goal.why());
            }
        };
    }

    private GoalState number(LabGoal goal, String label, Unit unit, double stored) {
        BigDecimal bound = Decimals.parse(goal.value())
                .orElseThrow(() -> ControlValues.fault("no-number", Quote.of(goal.value()), label));
        return new GoalState(
                TEXTS.get("goal." + goal.relation(), label, unit.format(unit.stored(bound.doubleValue()))),
                unit.format(stored),
                goal.relation().holds(compare(unit, stored, bound, goal.relation())),
                goal.why());
    }

    /// Compares as a reader would: what is equal is what is shown as equal, and a hair beyond a bound, which is only
    /// floating point, is on it.
    private static int compare(Unit unit, double stored, BigDecimal bound, LabGoal.Relation relation) {
        double shown = unit.shown(stored);
        if (!Double.isFinite(shown)) {
            return shown < 0 ? -1 : 1;
        }
        BigDecimal exact = new BigDecimal(shown);
        if (relation == LabGoal.Relation.EQUAL) {
            int digits = Math.max(unit.decimals(), bound.scale());
            return exact.setScale(digits, RoundingMode.HALF_UP).compareTo(bound);
        }
        BigDecimal slack = bound.abs().multiply(SLACK);
        return exact.subtract(bound).abs().compareTo(slack) <= 0 ? 0 : exact.compareTo(bound);
    }
}
