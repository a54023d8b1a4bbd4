package dev.rockpool.app.quiz;

import dev.rockpool.app.answer.Answer;
import dev.rockpool.app.task.TaskRunner;
import dev.rockpool.app.text.Texts;
import dev.rockpool.quiz.Attempt;
import dev.rockpool.quiz.AttemptRepository;
import dev.rockpool.quiz.AttemptRepository.Tally;
import dev.rockpool.quiz.Form;
import dev.rockpool.quiz.Grade;
import dev.rockpool.quiz.Question;
import dev.rockpool.quiz.Response;
import dev.rockpool.quiz.analysis.ItemHistory;
import dev.rockpool.quiz.bank.Bank;
import dev.rockpool.quiz.bank.Item;
import dev.rockpool.quiz.bank.Series;
import dev.rockpool.quiz.bank.Topic;
import dev.rockpool.quiz.catalogue.Questions;
import dev.rockpool.quiz.exam.ExamRepository;
import dev.rockpool.study.memory.Rating;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/// Practice: which moment it is, and what each act leads to.
///
/// Foreground only; attempts are kept on the background, in the order in which they were made.
final class QuizViewModel {
    /// A question of a model is shown with some numbers or other where no answer is asked for.
    private static final long SEED_OF_STEM = 1;

    private final AttemptRepository attempts;
    private final ExamRepository exams;
    private final QuizBank bank;
    private final Texts texts;
    private final TaskRunner tasks;
    private final InstantSource clock;
    private final ZoneId zone;
    private final ExamViewModel exam;
    private final ReadOnlyObjectWrapper<Moment> moment = new ReadOnlyObjectWrapper<>(new Moment.Choosing(Offers.NONE));
    private final ReadOnlyStringWrapper fault = new ReadOnlyStringWrapper("");
    private Optional<Round> round = Optional.empty();

    /// What is asked from.
    interface QuizBank {
        /// The bank of the decks as they stand.
        Bank get();

        /// What a round of one item is called.
        String title(Item item);

        /// Whether a card is likely to be recalled.
        Predicate<String> known();

        /// Counts an answer as a review of the card that its question was made from, where the learner wants that.
        default void review(String card, Rating rating) {}
    }

    QuizViewModel(
            AttemptRepository attempts,
            ExamRepository exams,
            QuizBank bank,
            Texts texts,
            TaskRunner tasks,
            InstantSource clock,
            ZoneId zone) {
        this.zone = zone;
        this.attempts = attempts;
        this.exams = exams;
        this.bank = bank;
        this.texts = texts;
        this.tasks = tasks;
        this.clock = clock;
        exam = new ExamViewModel(exams, attempts, bank::get, tasks, clock, moment::set);
    }

    ReadOnlyObjectProperty<Moment> moment() {
        return moment.getReadOnlyProperty();
    }

    /// Why what was typed is no answer; empty if there is nothing to say.
    ReadOnlyStringProperty fault() {
        return fault.getReadOnlyProperty();
    }

    ExamViewModel exam() {
        return exam;
    }

    /// How much of the round is answered, 0 to 1.
    double progress() {
        return round.map(Round::progress).orElse(0.0);
    }

    /// How many questions the round has.
    int length() {
        return round.map(Round::length).orElse(Round.LENGTH);
    }

    /// What is practised.
    String name() {
        return round.map(Round::name).orElse("");
    }

    /// The screen has come to the front.
    void open() {
        if (moment.get() instanceof Moment.Choosing) {
            choose();
        }
    }

    /// Shows what there is to do, and how it went.
    void choose() {
        tasks.of(_ -> offers())
                .onSuccess(offers -> moment.set(new Moment.Choosing(offers)))
                .start();
    }

    private Offers offers() {
        Bank items = bank.get();
        Map<Topic, Offer> byTopic = new LinkedHashMap<>();
        items.topics().forEach(topic -> byTopic.put(topic, new Offer(topic, 0, 0)));
        for (Tally tally : attempts.tallies()) {
            items.item(tally.template())
                    .map(Item::topic)
                    .ifPresent(topic -> byTopic.computeIfPresent(
                            topic,
                            (_, offer) -> new Offer(
                                    topic, offer.answered() + tally.answered(), offer.right() + tally.right())));
        }
        return new Offers(
                List.copyOf(byTopic.values()),
                (int) attempts.mistakes().stream()
                        .filter(slip -> items.item(slip.template()).isPresent())
                        .count(),
                exams.open(),
                exams.past());
    }

    /// Begins a round of the topic at `index`, or does nothing where there is none.
    void start(int index) {
        if (moment.get() instanceof Moment.Choosing(Offers offers)
                && index < offers.topics().size()) {
            start(offers.topics().get(index).topic());
        }
    }

    /// Begins a round of everything.
    void startMixed() {
        begin(texts.get("quiz.mixed"), () -> bank.get().practised(bank.known()), seed());
    }

    /// Begins a round of a topic.
    void start(Topic topic) {
        begin(
                topic.title(),
                () -> bank.get().practised(bank.known()).stream()
                        .filter(item -> item.topic().equals(topic))
                        .toList(),
                seed());
    }

    /// The item of that id.
    Optional<Item> item(String id) {
        return bank.get().item(id);
    }

    /// The topic of that id.
    Optional<Topic> topic(String id) {
        return bank.get().topics().stream()
                .filter(topic -> topic.id().equals(id))
                .findFirst();
    }

    /// Begins a round of what was answered wrongly the last time.
    void startMistakes() {
        begin(texts.get("quiz.mistakes"), this::mistaken, seed());
    }

    private List<Item> mistaken() {
        return attempts.mistakes().stream()
                .flatMap(slip -> bank.get().item(slip.template()).stream())
                .toList();
    }

    /// Begins a round of one item.
    void start(Item item) {
        start(item, seed());
    }

    /// Begins the round of one item that belongs to a seed.
    void start(Item item, long seed) {
        begin(bank.title(item), () -> List.of(item), seed);
    }

    /// Begins the round of everything that belongs to a seed.
    void startMixed(long seed) {
        begin(texts.get("quiz.mixed"), () -> bank.get().practised(bank.known()), seed);
    }

    private long seed() {
        return Math.floorMod(clock.instant().toEpochMilli(), Questions.SEEDS);
    }

    /// What a round asks from, found on the background.
    private interface Pool {
        List<Item> items();
    }

    private void begin(String name, Pool pool, long seed) {
        tasks.of(_ -> pool.items())
                .onSuccess(items -> {
                    if (items.isEmpty()) {
                        choose();
                    } else {
                        ask(new Round(name, new Series(seed, items), List.of()));
                    }
                })
                .start();
    }

    /// Another round of the same.
    void again() {
        round.ifPresent(last -> ask(last.again()));
    }

    private void ask(Round next) {
        round = Optional.of(next);
        fault.set("");
        moment.set(new Moment.Asked(next.next(), next.answers().size() + 1));
    }

    /// Answers the question. What is no answer is told in [#fault], and the question stands.
    void answer(Response response) {
        if (moment.get() instanceof Moment.Asked asked && round.isPresent()) {
            Question question = asked.question();
            if (!response.isComplete(question.form()) && !(response instanceof Response.Written)) {
                fault.set(texts.get(
                        switch (response) {
                            case Response.Matched _ -> "quiz.incomplete.pairs";
                            case Response.Tuned _ -> "quiz.incomplete.lab";
                            default -> "quiz.incomplete.options";
                        }));
                return;
            }
            if (question.form() instanceof Form.InLab) {
                tasks.of(_ -> Answer.of(question, response))
                        .onSuccess(answer -> {
                            if (moment.get().equals(asked)) {
                                take(answer, asked.number());
                            }
                        })
                        .start();
            } else {
                take(Answer.of(question, response), asked.number());
            }
        }
    }

    private void take(Answer answer, int number) {
        if (answer.grade() instanceof Grade.Unreadable(String expected)) {
            fault.set(expected);
        } else {
            round.ifPresent(before -> take(answer, number, before));
        }
    }

    private void take(Answer answer, int number, Round before) {
        Attempt attempt = answer.attempt(clock.instant());
        round = Optional.of(before.with(answer));
        fault.set("");
        moment.set(new Moment.Answered(answer, number));
        tasks.of(_ -> {
                    attempts.keep(attempt);
                    bank.get()
                            .item(attempt.template())
                            .flatMap(Item::card)
                            .ifPresent(card -> bank.review(card, rating(answer)));
                    return attempt;
                })
                .start();
    }

    /// What an answer says of the memory: to recognise is less than to recall.
    static Rating rating(Answer answer) {
        if (!answer.right()) {
            return Rating.AGAIN;
        }
        return answer.question().form() instanceof Form.Options ? Rating.HARD : Rating.GOOD;
    }

    /// Shows what the answers say about the questions.
    void judge() {
        tasks.of(_ -> judged())
                .onSuccess(items -> moment.set(new Moment.Judged(items)))
                .start();
    }

    private List<JudgedItem> judged() {
        List<JudgedItem> judged = new ArrayList<>();
        Bank items = bank.get();
        for (ItemHistory history : ItemHistory.of(attempts.all(), zone)) {
            items.item(history.item())
                    .ifPresent(item -> judged.add(new JudgedItem(item, item.ask(SEED_OF_STEM), history)));
        }
        return judged;
    }

    /// The next question, or the summary after the last.
    void next() {
        if (moment.get() instanceof Moment.Answered) {
            round.ifPresent(current -> {
                if (current.isComplete()) {
                    finish();
                } else {
                    ask(current);
                }
            });
        }
    }

    /// Ends the round; without an answer there is nothing to sum up.
    void finish() {
        round.filter(current -> !current.answers().isEmpty())
                .ifPresentOrElse(current -> moment.set(new Moment.Finished(current)), this::choose);
    }

    /// Shows the notebook of mistakes.
    void notebook() {
        tasks.of(_ -> slips())
                .onSuccess(slips -> moment.set(new Moment.Notebook(slips)))
                .start();
    }

    private List<Slip> slips() {
        List<Slip> slips = new ArrayList<>();
        for (Attempt attempt : attempts.mistakes()) {
            bank.get()
                    .item(attempt.template())
                    .ifPresent(item -> item.find(attempt.seed())
                            .ifPresent(question -> slips.add(new Slip(item.topic(), question, attempt))));
        }
        return slips;
    }

    /// Goes on with the exam that is open, or begins one.
    void sitExam() {
        exam.sit(seed());
    }

    /// Deletes every answer and every exam.
    void deleteHistory() {
        tasks.of(_ -> {
                    attempts.deleteAll();
                    exams.deleteAll();
                    return offers();
                })
                .onSuccess(offers -> moment.set(new Moment.Choosing(offers)))
                .start();
    }

    /// The question that is shown, asked or answered, in a round.
    Optional<Question> shown() {
        return switch (moment.get()) {
            case Moment.Asked asked -> Optional.of(asked.question());
            case Moment.Answered answered -> Optional.of(answered.answer().question());
            default -> Optional.empty();
        };
    }
}
