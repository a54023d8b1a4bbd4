package dev.rockpool.quiz.lifecycle;

import dev.rockpool.quiz.Misconception;
import dev.rockpool.quiz.WrongRule;
import dev.rockpool.simulators.LabTexts;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// The sentences of one template about lifecycle rules.
final class LifecycleTexts {
    private static final LabTexts ALL = LabTexts.beside(LifecycleTexts.class);

    private final String template;

    LifecycleTexts(String template) {
        this.template = template;
    }

    String title() {
        return ALL.get(template + ".title");
    }

    /// The sentence `part` of the template.
    String get(String part, Object... arguments) {
        return ALL.get(template + "." + part, arguments);
    }

    /// The steps `solution.1`, `solution.2` … as far as they go, all with the same arguments.
    List<String> solution(Object... arguments) {
        List<String> steps = new ArrayList<>();
        while (ALL.has(template + ".solution." + (steps.size() + 1))) {
            steps.add(get("solution." + (steps.size() + 1), arguments));
        }
        return steps;
    }

    /// A rule with the mistake of that id, which templates share.
    static <P> WrongRule<P> rule(String misconception, Function<P, BigDecimal> answer) {
        return WrongRule.of(new Misconception(misconception, ALL.get("misconception." + misconception)), answer);
    }
}
