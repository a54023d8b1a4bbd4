package dev.rockpool.quiz.bank;

import dev.rockpool.content.Card;
import dev.rockpool.content.Claim;
import dev.rockpool.content.Deck;
import dev.rockpool.content.DocumentedQuestion;
import dev.rockpool.content.LabTask;
import dev.rockpool.content.QuizItem;
import dev.rockpool.content.Snapshot;
import dev.rockpool.quiz.Template;
import dev.rockpool.quiz.catalogue.Templates;
import dev.rockpool.quiz.task.LabTasks;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/// All items that the decks of one moment and the models give. Immutable.
public final class Bank {
    private final Map<String, Item> items = new LinkedHashMap<>();
    private final Set<Topic> topics = new LinkedHashSet<>();

    /// The bank of `decks`.
    public Bank(Snapshot decks) {
        List<Distractors.Placed> gaps = new ArrayList<>();
        for (Deck deck : decks.decks()) {
            Topic topic = topic(deck);
            deck.quizItems().stream()
                    .filter(Bank::canBeAsked)
                    .forEach(item -> add(new AuthoredItem(item, topic, facts(item, deck))));
            deck.question().ifPresent(asked -> claims(deck, asked, topic));
            for (Card card : deck.cards()) {
                Gap.of(card).ifPresent(gap -> gaps.add(new Distractors.Placed(gap, topic)));
            }
        }
        Distractors distractors = new Distractors(gaps);
        for (Distractors.Placed placed : gaps) {
            add(new GapItem(placed.gap(), placed.topic(), List.of()));
            List<Gap> others = distractors.of(placed);
            if (others.size() == Distractors.WANTED) {
                add(new GapItem(placed.gap(), placed.topic(), others));
            }
        }
        for (Template<?> template : Templates.all()) {
            topicOf(template, decks).ifPresent(topic -> add(new GeneratedItem(template, topic)));
        }
    }

    /// A task whose lab has another name, or other controls, is left out: the lint tells its author.
    private static boolean canBeAsked(QuizItem item) {
        return !(item instanceof LabTask task) || LabTasks.fits(task.setup());
    }

    private void claims(Deck deck, DocumentedQuestion asked, Topic topic) {
        for (Claim claim : deck.claims()) {
            if (ClaimItem.judges(claim)) {
                add(new ClaimItem(claim, asked, topic));
            }
        }
    }

    private void add(Item item) {
        items.putIfAbsent(item.id(), item);
        topics.add(item.topic());
    }

    /// The topic of a deck.
    private static Topic topic(Deck deck) {
        return new Topic(
                deck.question().map(DocumentedQuestion::id).orElse(deck.topic()),
                deck.title(),
                String.valueOf(deck.frontMatter().getOrDefault("domain", "")));
    }

    private static Optional<Topic> topicOf(Template<?> template, Snapshot decks) {
        return template.facts().stream()
                .flatMap(fact -> decks.deckOf(fact).stream())
                .map(Bank::topic)
                .findFirst();
    }

    /// The claims that an item corrects, or else the claims' question: something to read after a mistake.
    private static List<String> facts(QuizItem item, Deck deck) {
        return item.fixes().isEmpty()
                ? deck.cards().stream()
                        .filter(card -> card.tags().stream().anyMatch(item.tags()::contains))
                        .map(Card::id)
                        .limit(1)
                        .toList()
                : item.fixes();
    }

    /// Every item, by deck, then those of the models.
    public List<Item> items() {
        return List.copyOf(items.values());
    }

    /// Every topic that something asks about, in the order of the decks.
    public List<Topic> topics() {
        return List.copyOf(topics);
    }

    /// The item of that id.
    public Optional<Item> item(String id) {
        return Optional.ofNullable(items.get(id));
    }

    /// What is practised: of each gap either the question to be typed or the one to be chosen, by how well its card is
    /// known. Recognising is for what is new, recalling for what is known.
    ///
    /// @param known whether a card of that id is likely to be recalled
    public List<Item> practised(Predicate<String> known) {
        return items.values().stream()
                .filter(item -> !(item instanceof GapItem gap)
                        || gap.isTyped() == known.test(gap.gap().card().id())
                        || !items.containsKey(gap.twin()))
                .toList();
    }

    /// The items of a topic.
    public List<Item> of(Topic topic) {
        return items.values().stream()
                .filter(item -> item.topic().equals(topic))
                .toList();
    }
}
