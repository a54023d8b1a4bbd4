package dev.rockpool.app.study;

import dev.rockpool.app.markdown.PlainText;
import dev.rockpool.app.task.TaskRunner;
import dev.rockpool.app.text.Texts;
import dev.rockpool.content.Card;
import dev.rockpool.content.Claim;
import dev.rockpool.content.Snapshot;
import dev.rockpool.kernel.RockpoolException;
import dev.rockpool.study.Act;
import dev.rockpool.study.CardStanding;
import dev.rockpool.study.Counts;
import dev.rockpool.study.Flag;
import dev.rockpool.study.Graded;
import dev.rockpool.study.Interval;
import dev.rockpool.study.Study;
import dev.rockpool.study.Turn;
import dev.rockpool.study.Undone;
import dev.rockpool.study.memory.Rating;
import dev.rockpool.study.schedule.CardState;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/// A study session: which moment it is, and what each act leads to.
///
/// Foreground only; the study service is asked on the background. While an act is being saved the next ones wait in a
/// short line and are done in order, each against the moment it then meets.
public final class StudyViewModel {
    /// How many acts may wait while one is being saved.
    private static final int LONGEST_LINE = 8;

    /// The most characters of a front in a name.
    private static final int LONGEST_NAME = 32;

    private final Study study;
    private final Supplier<Snapshot> library;
    private final TaskRunner tasks;
    private final InstantSource clock;
    private final ZoneId zone;
    private final Texts texts;
    private final Consumer<RockpoolException> tell;
    private final Consumer<String> notice;

    private final ReadOnlyObjectWrapper<Moment> moment = new ReadOnlyObjectWrapper<>(new Moment.Opening());
    private final ReadOnlyObjectWrapper<SessionProgress> progress = new ReadOnlyObjectWrapper<>(SessionProgress.NONE);
    private final ReadOnlyStringWrapper undoName = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper saving = new ReadOnlyBooleanWrapper();

    private final Deque<Runnable> line = new ArrayDeque<>();
    private final Deque<String> chosen = new ArrayDeque<>();
    private final Map<String, Rating> ratings = new HashMap<>();
    private boolean choosing;
    private int done;
    private int atWork;
    private @Nullable Instant started;
    private Instant shownAt = Instant.EPOCH;
    private Duration thought = Duration.ZERO;

    /// @param library the decks as they are now
    /// @param tell shows a failure that has a sentence
    /// @param notice shows what was just done
    public StudyViewModel(
            Study study,
            Supplier<Snapshot> library,
            TaskRunner tasks,
            InstantSource clock,
            ZoneId zone,
            Texts texts,
            Consumer<RockpoolException> tell,
            Consumer<String> notice) {
        this.study = study;
        this.library = library;
        this.tasks = tasks;
        this.clock = clock;
        this.zone = zone;
        this.texts = texts;
        this.tell = tell;
        this.notice = notice;
    }

    /// What the screen shows now.
    public ReadOnlyObjectProperty<Moment> moment() {
        return moment.getReadOnlyProperty();
    }

    /// How far the session is.
    public ReadOnlyObjectProperty<SessionProgress> progress() {
        return progress.getReadOnlyProperty();
    }

    /// What an undo would take back, such as “Good on ‘What decides…’”; empty where there is nothing.
    public ReadOnlyStringProperty undoName() {
        return undoName.getReadOnlyProperty();
    }

    /// Whether an act is being saved.
    public ReadOnlyBooleanProperty saving() {
        return saving.getReadOnlyProperty();
    }

    /// Goes on with the session, or starts one: a card that is being shown stays.
    public void open() {
        act(() -> {
            switch (moment.get()) {
                case Moment.Front _, Moment.Back _ -> {}
                case Moment.Paused paused -> resume(paused);
                case Moment.Opening _, Moment.Finished _, Moment.Nothing _, Moment.Failed _ -> startAnew();
            }
        });
    }

    /// Starts a session of the day's queue.
    public void start() {
        act(this::startAnew);
    }

    /// Starts a session of certain cards, due or not.
    public void studyOnly(Collection<String> cardIds) {
        act(() -> {
            chosen.clear();
            chosen.addAll(cardIds);
            choosing = true;
            begin();
        });
    }

    /// Starts a session of `count` new cards beyond today's limit.
    public void studyMoreNew(int count) {
        act(() -> {
            List<String> ids = library.get().cards().stream().map(Card::id).toList();
            work(
                    () -> study.standings(ids).stream()
                            .filter(standing -> standing.state() instanceof CardState.New)
                            .filter(standing -> !standing.suspended() && !standing.buried())
                            .limit(count)
                            .map(CardStanding::cardId)
                            .toList(),
                    this::studyOnly);
        });
    }

    /// Turns the card over.
    public void reveal() {
        act(() -> {
            if (moment.get() instanceof Moment.Front(Face face) && face.card().form() != Card.Form.TYPED) {
                thought = sinceShown();
                moment.set(new Moment.Back(face, Optional.empty(), Rating.GOOD));
            }
        });
    }

    /// Compares what was typed, and turns the card over.
    public void answer(String typed) {
        act(() -> {
            if (moment.get() instanceof Moment.Front(Face face) && face.card().form() == Card.Form.TYPED) {
                thought = sinceShown();
                TypedAnswer.Comparison comparison =
                        TypedAnswer.compare(typed, face.card().accepted());
                moment.set(new Moment.Back(face, Optional.of(comparison), comparison.suggestion()));
            }
        });
    }

    /// Rates the card that is turned over; any other moment takes no rating.
    public void rate(Rating rating) {
        act(() -> {
            if (moment.get() instanceof Moment.Back back) {
                Turn turn = back.face().turn();
                Duration thinking = thought;
                advance(() -> study.grade(turn, rating, thinking), graded -> graded(graded, rating));
            }
        });
    }

    /// Rates the card as is suggested.
    public void rateAsSuggested() {
        act(() -> {
            if (moment.get() instanceof Moment.Back back) {
                rate(back.suggested());
            }
        });
    }

    /// Puts the card off until the next study day.
    public void bury() {
        setAside("study.notice.buried", study::bury);
    }

    /// Takes the card out of studying.
    public void suspend() {
        setAside("study.notice.suspended", study::suspend);
    }

    /// Flags the card, or takes its flag off.
    public void flag() {
        act(() -> shownFace().ifPresent(face -> {
            String id = face.turn().cardId();
            Flag flag = face.turn().flag() == Flag.NONE ? Flag.RED : Flag.NONE;
            work(
                    () -> {
                        study.flag(id, flag);
                        return Step.of(study, study.turn(id));
                    },
                    step -> {
                        step.turn().ifPresent(turn -> refresh(face, turn));
                        undoName.set(name(step.undoable()));
                        notice.accept(texts.get(
                                flag == Flag.NONE ? "study.notice.unflagged" : "study.notice.flagged", title(id)));
                    });
        }));
    }

    /// Takes back the newest act and shows its card again.
    public void undo() {
        act(() -> work(
                () -> {
                    Optional<Undone> undone = study.undo();
                    Optional<Turn> turn = undone.flatMap(back -> study.turn(back.cardId()));
                    return new UndoStep(undone, Step.of(study, turn));
                },
                this::undone));
    }

    /// Covers the card and stops its time; again, and it goes on.
    public void pause() {
        act(() -> {
            switch (moment.get()) {
                case Moment.Paused paused -> resume(paused);
                case Moment.Front front -> {
                    thought = sinceShown();
                    moment.set(new Moment.Paused(front));
                }
                case Moment.Back back -> moment.set(new Moment.Paused(back));
                case Moment.Opening _, Moment.Finished _, Moment.Nothing _, Moment.Failed _ -> {}
            }
        });
    }

    /// Ends the session here and says what was achieved.
    public void finish() {
        act(() -> {
            if (started != null && done > 0) {
                chosen.clear();
                choosing = false;
                work(() -> study.counts(), this::end);
            }
        });
    }

    /// The decks have changed: the shown card takes its new text.
    public void libraryChanged() {
        act(() -> {
            switch (moment.get()) {
                case Moment.Front(Face face) ->
                    face(face.turn()).ifPresentOrElse(now -> moment.set(new Moment.Front(now)), this::next);
                case Moment.Back(Face face, Optional<TypedAnswer.Comparison> comparison, Rating suggested) ->
                    face(face.turn())
                            .ifPresentOrElse(
                                    now -> moment.set(new Moment.Back(now, comparison, suggested)), this::next);
                case Moment.Nothing _ -> startAnew();
                case Moment.Opening _, Moment.Paused _, Moment.Finished _, Moment.Failed _ -> {}
            }
        });
    }

    /// The front of a card in one short line.
    public String title(String cardId) {
        return title(cardId, LONGEST_NAME);
    }

    /// The front of a card in one line of at most `longest` characters.
    public String title(String cardId, int longest) {
        return library.get()
                .card(cardId)
                .map(card -> PlainText.line(card.prompt(), longest))
                .orElse(cardId);
    }

    /// The card that is shown, with either side up.
    public Optional<Face> shownFace() {
        return switch (moment.get()) {
            case Moment.Front(Face face) -> Optional.of(face);
            case Moment.Back back -> Optional.of(back.face());
            case Moment.Opening _, Moment.Paused _, Moment.Finished _, Moment.Nothing _, Moment.Failed _ ->
                Optional.empty();
        };
    }

    /// The learner's time zone.
    public ZoneId zone() {
        return zone;
    }

    private void startAnew() {
        chosen.clear();
        choosing = false;
        begin();
    }

    private void begin() {
        started = null;
        done = 0;
        next();
    }

    private void next() {
        advance(() -> Boolean.TRUE, _ -> {});
    }

    private void setAside(String noticeKey, Consumer<String> setAside) {
        act(() -> shownFace().ifPresent(face -> {
            String id = face.turn().cardId();
            advance(
                    () -> {
                        setAside.accept(id);
                        return id;
                    },
                    _ -> notice.accept(texts.get(noticeKey, title(id))));
        }));
    }

    private void graded(Graded graded, Rating rating) {
        if (!graded.repeated()) {
            done++;
        }
        ratings.put(graded.cardId(), rating);
        if (choosing && rating == Rating.AGAIN && graded.interval() instanceof Interval.Delay) {
            chosen.addLast(graded.cardId());
        }
        if (graded.becameLeech()) {
            notice.accept(texts.get("study.notice.leech", title(graded.cardId())));
        }
    }

    /// Does `first` and reads the card that follows, in one go on the background.
    private <T> void advance(Supplier<T> first, Consumer<T> told) {
        boolean fromChosen = choosing;
        List<String> candidates = List.copyOf(chosen);
        work(
                () -> {
                    T answer = first.get();
                    Optional<Turn> turn = fromChosen ? firstTurn(candidates) : study.next();
                    return new Advance<>(answer, Step.of(study, turn));
                },
                advance -> {
                    told.accept(advance.answer());
                    if (fromChosen && advance.step().turn().isEmpty()) {
                        chosen.removeAll(candidates);
                    }
                    show(advance.step());
                });
    }

    private Optional<Turn> firstTurn(List<String> candidates) {
        for (String id : candidates) {
            Optional<Turn> turn = study.turn(id);
            if (turn.isPresent()) {
                return turn;
            }
        }
        return Optional.empty();
    }

    private void show(Step step) {
        undoName.set(name(step.undoable()));
        Optional<Turn> turn = step.turn();
        if (choosing && turn.isEmpty() && !chosen.isEmpty()) {
            // a card that was answered with Again and joined the line after it had been read
            next();
            return;
        }
        if (choosing && turn.isPresent()) {
            String shown = turn.get().cardId();
            while (!chosen.isEmpty() && !chosen.removeFirst().equals(shown)) {
                // cards before it are in no deck any more
            }
        }
        tellProgress(step.counts());
        if (turn.isEmpty()) {
            end(step.counts());
            return;
        }
        Optional<Face> face = face(turn.get());
        if (face.isEmpty()) {
            moment.set(new Moment.Nothing(Moment.Why.NO_CARDS, step.counts()));
            return;
        }
        showFront(face.get());
    }

    private void showFront(Face face) {
        if (started == null) {
            started = clock.instant();
        }
        shownAt = clock.instant();
        thought = Duration.ZERO;
        moment.set(new Moment.Front(face));
    }

    private void end(Counts counts) {
        Instant since = started;
        if (since == null || done == 0) {
            moment.set(new Moment.Nothing(why(counts), counts));
            return;
        }
        work(() -> study.session(since), summary -> moment.set(new Moment.Finished(summary, counts)));
    }

    private Moment.Why why(Counts counts) {
        if (library.get().cards().isEmpty()) {
            return Moment.Why.NO_CARDS;
        }
        if (counts.learningLater() > 0) {
            return Moment.Why.LEARNING_LATER;
        }
        return counts.newToday() > 0 ? Moment.Why.LIMIT_REACHED : Moment.Why.ALL_DONE;
    }

    private void undone(UndoStep step) {
        undoName.set(name(step.step().undoable()));
        if (step.undone().isEmpty()) {
            return;
        }
        Undone undone = step.undone().get();
        notice.accept(texts.get("study.notice.undone", name(step.undone())));
        Optional<Turn> turn = step.step().turn();
        if (undone.act() == Act.FLAG) {
            turn.ifPresent(now -> shownFace()
                    .filter(face -> face.turn().cardId().equals(now.cardId()))
                    .ifPresent(face -> refresh(face, now)));
            return;
        }
        if (undone.act() == Act.GRADE) {
            done = Math.max(0, done - 1);
        }
        if (choosing) {
            shownFace().ifPresent(face -> chosen.addFirst(face.turn().cardId()));
            chosen.remove(undone.cardId());
        }
        tellProgress(step.step().counts());
        turn.flatMap(this::face).ifPresent(this::showFront);
    }

    private void refresh(Face before, Turn turn) {
        Face now = new Face(turn, before.card(), before.deck(), before.corrections());
        switch (moment.get()) {
            case Moment.Front _ -> moment.set(new Moment.Front(now));
            case Moment.Back back -> moment.set(new Moment.Back(now, back.comparison(), back.suggested()));
            case Moment.Opening _, Moment.Paused _, Moment.Finished _, Moment.Nothing _, Moment.Failed _ -> {}
        }
    }

    private void resume(Moment.Paused paused) {
        shownAt = clock.instant().minus(thought);
        moment.set(paused.before());
    }

    private Duration sinceShown() {
        Duration passed = Duration.between(shownAt, clock.instant());
        return passed.isNegative() ? Duration.ZERO : passed;
    }

    private void tellProgress(Counts counts) {
        progress.set(
                choosing
                        ? new SessionProgress(done, 0, 0, chosen.size() + 1, true)
                        : new SessionProgress(done, counts.newLeft(), counts.learningDue(), counts.reviewDue(), false));
    }

    private Optional<Face> face(Turn turn) {
        Snapshot decks = library.get();
        return decks.card(turn.cardId())
                .flatMap(card ->
                        decks.deckOf(card.id()).map(deck -> new Face(turn, card, deck, corrections(decks, card))));
    }

    private static List<Claim> corrections(Snapshot decks, Card card) {
        return card.fixes().stream()
                .map(decks::claim)
                .flatMap(Optional::stream)
                .filter(claim -> claim.verdict().corrected())
                .toList();
    }

    private String name(Optional<Undone> undone) {
        if (undone.isEmpty()) {
            return "";
        }
        String id = undone.get().cardId();
        Rating rating = ratings.get(id);
        return switch (undone.get().act()) {
            case GRADE ->
                rating == null
                        ? texts.get("study.act.answer", title(id))
                        : texts.get("study.act.rated", texts.get(RatingTexts.key(rating)), title(id));
            case BURY -> texts.get("study.act.bury", title(id));
            case UNBURY -> texts.get("study.act.unbury", title(id));
            case SUSPEND -> texts.get("study.act.suspend", title(id));
            case UNSUSPEND -> texts.get("study.act.unsuspend", title(id));
            case FLAG -> texts.get("study.act.flag", title(id));
            case CLEAR_LEECH -> texts.get("study.act.leech", title(id));
            case RESET -> texts.get("study.act.reset", title(id));
        };
    }

    /// Does `act` now, or after what is being saved.
    private void act(Runnable act) {
        if (!saving.get()) {
            act.run();
        } else if (line.size() < LONGEST_LINE) {
            line.addLast(act);
        }
    }

    private <T> void work(Supplier<T> work, Consumer<T> success) {
        atWork++;
        saving.set(true);
        tasks.of(_ -> work.get())
                .onSuccess(success)
                .onFailure(RockpoolException.class, failure -> {
                    line.clear();
                    tell.accept(failure);
                })
                .afterwards(this::goOn)
                .start();
    }

    /// After success and failure alike. What a failure left shown stays: it can be tried again, and nothing was lost.
    private void goOn() {
        atWork--;
        if (atWork > 0) {
            return;
        }
        saving.set(false);
        if (moment.get() instanceof Moment.Opening && line.isEmpty()) {
            moment.set(new Moment.Failed());
        }
        while (atWork == 0 && !line.isEmpty()) {
            line.removeFirst().run();
        }
    }

    private record Advance<T>(T answer, Step step) {}

    private record UndoStep(Optional<Undone> undone, Step step) {}

    /// What follows an act.
    private record Step(Optional<Turn> turn, Counts counts, Optional<Undone> undoable) {
        static Step of(Study study, Optional<Turn> turn) {
            return new Step(turn, study.counts(), study.undoable());
        }
    }
}
