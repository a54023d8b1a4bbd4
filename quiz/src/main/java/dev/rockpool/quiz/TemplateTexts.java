package dev.rockpool.quiz;

import dev.rockpool.lifecycle.StorageClass;
import dev.rockpool.simulators.LabTexts;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// The sentences of one template, which stand beside it under its id; misconceptions and names, which all share, stand
/// beside this class.
public final class TemplateTexts {
    private static final LabTexts SHARED = LabTexts.beside(TemplateTexts.class);

    private final LabTexts own;
    private final String template;

    /// @param beside a class of the template's package
    /// @param template its id
    public TemplateTexts(Class<?> beside, String template) {
        own = LabTexts.beside(beside);
        this.template = template;
    }

    /// What it asks about.
    public String title() {
        return get("title");
    }

    /// The sentence `part` of the template.
    public String get(String part, Object... arguments) {
        return own.get(template + "." + part, arguments);
    }

    /// The steps `solution.1`, `solution.2` … as far as they go, all with the same arguments.
    public List<String> solution(Object... arguments) {
        List<String> steps = new ArrayList<>();
        while (own.has(template + ".solution." + (steps.size() + 1))) {
            steps.add(get("solution." + (steps.size() + 1), arguments));
        }
        return steps;
    }

    /// The mistake of that id, which templates share.
    public static Misconception misconception(String id) {
        return new Misconception(id, SHARED.get("misconception." + id));
    }

    /// A rule with the mistake of that id.
    public static <P> WrongRule<P> rule(String misconception, Function<P, BigDecimal> answer) {
        return WrongRule.of(misconception(misconception), answer);
    }

    /// How a class is called in a question.
    public static String name(StorageClass storageClass) {
        return SHARED.get("class." + storageClass);
    }
}
