package dev.rockpool.app.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rockpool.app.TestDesk;
import dev.rockpool.app.TestWindow;
import dev.rockpool.app.claim.Leads;
import dev.rockpool.app.shell.Place;
import dev.rockpool.content.Card;
import dev.rockpool.content.Deck;
import dev.rockpool.kernel.Seed;
import dev.rockpool.simulators.catalogue.Labs;
import dev.rockpool.trials.Campaign;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// Walks all documented questions by their own keys: each whose system runs here from a card to its lab or the store,
/// the bill, a question about it, and back; the others from a card to a question and back.
@ExtendWith(ApplicationExtension.class)
class EverythingConnectsTest {
    /// The questions whose systems run in Rockpool, and where their first card is shown.
    private static final Set<String> RUNNING = Set.of(
            "q01", "q02", "q03", "q04", "q05", "q06", "q07", "q08", "q09", "q10", "q11", "q12", "q13", "q17", "q27");

    private static final int QUESTIONS = 27;

    private final TestDesk desk;
    private final Path folder;
    private Optional<TestWindow> window = Optional.empty();

    EverythingConnectsTest(@TempDir Path folder) {
        this.folder = folder;
        this.desk = TestDesk.ofEverything(folder);
    }

    @Start
    void start(Stage stage) {
        window = Optional.of(TestWindow.show(stage, desk, folder, Place.of("document")));
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void everyQuestionIsWalkedThereAndBack(FxRobot robot) {
        List<Deck> asked = desk.library().snapshot().decks().stream()
                .filter(deck -> deck.question().isPresent())
                .toList();
        assertThat(asked).hasSize(QUESTIONS);
        assertThat(asked.stream()
                        .filter(deck -> shown(deck).isPresent())
                        .map(EverythingConnectsTest::id)
                        .collect(Collectors.toSet()))
                .isEqualTo(RUNNING);
        asked.forEach(EverythingConnectsTest::leadsOn);
        walked(asked).forEach(deck -> {
            fromTheDocument(robot, deck);
            Card card = shown(deck).orElseGet(() -> deck.cards().getFirst());
            Place home = Place.of("study", "card", card.id());
            go(robot, home);
            robot.type(card.form() == Card.Form.TYPED ? KeyCode.ENTER : KeyCode.SPACE);
            if (!card.show().isEmpty()) {
                toWhatRuns(robot, card);
                back(robot, home);
            }
            robot.type(KeyCode.A);
            isAsked(robot, id(deck));
            back(robot, home);
            robot.type(KeyCode.D);
            assertThat(place()).as(card.id()).isEqualTo(Place.of("document", "card", card.id()));
        });
        assertThat(window.orElseThrow().faults().told()).isEmpty();
    }

    /// Every question is asked about and told; what is shown of it is there.
    private static void leadsOn(Deck deck) {
        assertThat(deck.quizItems()).as(id(deck)).isNotEmpty();
        assertThat(deck.cards()).as(id(deck)).isNotEmpty();
        shown(deck)
                .map(card -> Leads.shown(card.show()))
                .filter(place -> place.screen().equals("labs"))
                .ifPresent(place -> {
                    String[] parts = place.item().split("/", -1);
                    assertThat(Labs.require(parts[0]).preset(parts[1]).cards())
                            .as(id(deck))
                            .isNotEmpty();
                });
    }

    /// All in a campaign, otherwise two whose system runs and two others; which, the seed decides.
    private static List<Deck> walked(List<Deck> asked) {
        if (Campaign.isWhole()) {
            return asked;
        }
        List<Deck> shuffled = new ArrayList<>(asked);
        Collections.shuffle(shuffled, new Seed(27).derive("walk"));
        return Stream.concat(
                        shuffled.stream()
                                .filter(deck -> shown(deck).isPresent())
                                .limit(2),
                        shuffled.stream().filter(deck -> shown(deck).isEmpty()).limit(2))
                .toList();
    }

    private void fromTheDocument(FxRobot robot, Deck deck) {
        Place question = Place.of("document", "question", id(deck));
        go(robot, question);
        robot.interact(robot.lookup("#document-ask").queryAs(Button.class)::fire);
        isAsked(robot, id(deck));
        back(robot, question);
    }

    private void toWhatRuns(FxRobot robot, Card card) {
        robot.type(KeyCode.L);
        assertThat(place()).as(card.id()).isEqualTo(Leads.shown(card.show()));
        if (place().screen().equals("labs")) {
            String lab = card.show().substring(0, card.show().indexOf('/'));
            assertThat(robot.lookup(".rp-bill-total").queryAll().stream().anyMatch(EverythingConnectsTest::isInSight))
                    .as("the bill of " + lab)
                    .isEqualTo(Labs.require(lab).isBilled());
            robot.type(KeyCode.A);
            assertThat(place().screen()).as(card.id()).isEqualTo("quiz");
            assertThat(robot.lookup(".rp-quiz-stem").queryAll()).as(card.id()).isNotEmpty();
            robot.push(KeyCode.ALT, KeyCode.LEFT);
            assertThat(place()).as(card.id()).isEqualTo(Leads.shown(card.show()));
        }
    }

    /// A question is in sight, and it is of the topic.
    private void isAsked(FxRobot robot, String questionId) {
        assertThat(place()).isEqualTo(new Place("quiz", questionId + "/"));
        assertThat(robot.lookup(".rp-quiz-stem").queryAll()).as(questionId).isNotEmpty();
    }

    private void back(FxRobot robot, Place home) {
        robot.push(KeyCode.ALT, KeyCode.LEFT);
        assertThat(place()).isEqualTo(home);
    }

    private void go(FxRobot robot, Place place) {
        robot.interact(() -> window.orElseThrow().open(place));
    }

    private Place place() {
        return window.orElseThrow().place();
    }

    private static Optional<Card> shown(Deck deck) {
        return deck.cards().stream().filter(card -> !card.show().isEmpty()).findFirst();
    }

    private static String id(Deck deck) {
        return deck.question().orElseThrow().id();
    }

    private static boolean isInSight(Node node) {
        return node.isVisible() && (node.getParent() == null || isInSight(node.getParent()));
    }
}
