package dev.rockpool.app.quiz;

import dev.rockpool.content.LabSetup;
import dev.rockpool.quiz.Form;
import dev.rockpool.quiz.Response;
import java.util.TreeSet;
import java.util.stream.IntStream;

/// Right responses to every form.
final class Responses {
    private Responses() {}

    static Response right(Form form) {
        return switch (form) {
            case Form.Options asked ->
                new Response.Chosen(
                        new TreeSet<>(IntStream.range(0, asked.options().size())
                                .filter(place -> asked.options().get(place).correct())
                                .boxed()
                                .toList()));
            case Form.Numeric numeric -> new Response.Written(numeric.answer().toPlainString());
            case Form.Typed typed -> new Response.Written(typed.accepted().getLast());
            case Form.Matching matching -> new Response.Matched(matching.key());
            case Form.InLab(LabSetup setup) -> new Response.Tuned(setup.solution());
            case Form.Ordering ordering -> new Response.Ordered(ordering.key());
        };
    }
}
