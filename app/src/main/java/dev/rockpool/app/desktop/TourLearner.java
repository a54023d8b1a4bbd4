package dev.rockpool.app.desktop;

import dev.rockpool.kernel.Seed;
import dev.rockpool.quiz.Attempt;
import dev.rockpool.quiz.AttemptRepository;
import dev.rockpool.quiz.Form;
import dev.rockpool.quiz.Misconception;
import dev.rockpool.quiz.Option;
import dev.rockpool.quiz.Question;
import dev.rockpool.quiz.bank.Bank;
import dev.rockpool.quiz.bank.Series;
import dev.rockpool.study.Study;
import dev.rockpool.study.Turn;
import dev.rockpool.study.memory.Rating;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// A made-up learner who sits down most mornings and remembers most of what is asked. Every answer follows from the
/// seed.
final class TourLearner implements InstantSource {
    private static final LocalTime MORNING = LocalTime.of(7, 30);
    private static final double DAY_OFF = 0.15;
    private static final double AGAIN_BELOW = 0.12;
    private static final double HARD_BELOW = 0.22;
    private static final double GOOD_BELOW = 0.9;

    private static final double WRONG_BELOW = 0.35;

    private final RandomGenerator random;
    private Instant now;

    TourLearner(Seed seed, Instant now) {
        random = seed.derive("tour-learner");
        this.now = now;
    }

    @Override
    public Instant instant() {
        return now;
    }

    /// Studies on the `days` days before `today`, at most `cards` a day; then it is `today`.
    void study(Study study, Instant today, int days, int cards) {
        LocalDate last = today.atZone(ZoneOffset.UTC).toLocalDate();
        for (int back = days; back >= 1; back--) {
            if (random.nextDouble() >= DAY_OFF) {
                now = last.minusDays(back).atTime(MORNING).toInstant(ZoneOffset.UTC);
                sitDown(study, random.nextInt(cards / 2, cards + 1));
            }
        }
        now = today;
    }

    /// Answers `count` mixed questions, most of them rightly.
    void practise(AttemptRepository attempts, Bank bank, int count) {
        Series questions = new Series(count, bank.items());
        for (int index = 0; index < count; index++) {
            Question question = questions.get(index);
            boolean right = random.nextDouble() >= WRONG_BELOW;
            Optional<Option> slip = right ? Optional.empty() : slip(question.form());
            attempts.keep(new Attempt(
                    question.item(),
                    question.seed(),
                    right ? question.key() : slip.map(Option::text).orElse("0"),
                    right,
                    slip.flatMap(Option::misconception).map(Misconception::id),
                    now));
        }
    }

    /// A wrong option, where there are options.
    private static Optional<Option> slip(Form form) {
        return form instanceof Form.Options asked
                ? asked.options().stream().filter(option -> !option.correct()).findFirst()
                : Optional.empty();
    }

    private void sitDown(Study study, int cards) {
        for (int answer = 0; answer < cards; answer++) {
            Optional<Turn> turn = study.next();
            if (turn.isEmpty()) {
                return;
            }
            Duration thinking = Duration.ofSeconds(random.nextInt(3, 20));
            now = now.plus(thinking);
            study.grade(turn.get(), rating(), thinking);
        }
    }

    private Rating rating() {
        double chance = random.nextDouble();
        if (chance < AGAIN_BELOW) {
            return Rating.AGAIN;
        }
        if (chance < HARD_BELOW) {
            return Rating.HARD;
        }
        return chance < GOOD_BELOW ? Rating.GOOD : Rating.EASY;
    }
}
