package dev.rockpool.quiz.bank;

import dev.rockpool.quiz.Asking;
import dev.rockpool.quiz.Question;
import dev.rockpool.quiz.Template;
import java.util.Optional;

/// What a model computes.
record GeneratedItem(Template<?> template, Topic topic) implements Item {
    @Override
    public String id() {
        return template.id();
    }

    @Override
    public boolean isGenerated() {
        return true;
    }

    @Override
    public Question ask(long seed) {
        return Asking.question(template, seed);
    }

    @Override
    public Optional<Question> find(long seed) {
        return Asking.find(template, seed);
    }
}
