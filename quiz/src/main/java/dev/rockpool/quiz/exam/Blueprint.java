package dev.rockpool.quiz.exam;

import dev.rockpool.kernel.Seed;
import dev.rockpool.quiz.bank.Bank;
import dev.rockpool.quiz.bank.Item;
import dev.rockpool.quiz.bank.Topic;
import dev.rockpool.quiz.catalogue.Questions;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/// How many questions of which domain, and how much time for all.
///
/// @param questions how many
/// @param time for all of them
/// @param weights percent by domain
public record Blueprint(int questions, Duration time, Map<String, Integer> weights) {
    private static final int INGESTION = 34;
    private static final int STORES = 26;
    private static final int OPERATIONS = 22;
    private static final int SECURITY = 18;
    private static final int CERTIFICATION_QUESTIONS = 65;
    private static final int CERTIFICATION_MINUTES = 130;
    private static final int ALL = 100;

    /// The shape of DEA-C01.
    public static final Blueprint CERTIFICATION =
            new Blueprint(CERTIFICATION_QUESTIONS, Duration.ofMinutes(CERTIFICATION_MINUTES), domains());

    public Blueprint {
        weights = Collections.unmodifiableMap(new LinkedHashMap<>(weights));
        if (questions < 1
                || weights.values().stream().mapToInt(Integer::intValue).sum() != ALL) {
            throw new IllegalArgumentException("Not a blueprint: " + questions + " questions by " + weights);
        }
    }

    private static Map<String, Integer> domains() {
        Map<String, Integer> weights = new LinkedHashMap<>();
        weights.put("Data ingestion and transformation", INGESTION);
        weights.put("Data store management", STORES);
        weights.put("Data operations and support", OPERATIONS);
        weights.put("Data security and governance", SECURITY);
        return weights;
    }

    /// Questions by domain: the weights rounded so that they add up (largest remainder).
    public Map<String, Integer> counts() {
        Map<String, Integer> counts = new LinkedHashMap<>();
        weights.forEach((domain, weight) -> counts.put(domain, questions * weight / ALL));
        int missing =
                questions - counts.values().stream().mapToInt(Integer::intValue).sum();
        weights.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(
                        (one, other) -> Integer.compare(questions * other % ALL, questions * one % ALL)))
                .limit(missing)
                .forEach(entry -> counts.merge(entry.getKey(), 1, Integer::sum));
        return counts;
    }

    /// The places of an exam: of each domain as many as it is due, its topics in turn and no authored item twice; in a
    /// domain with too few items its models ask again with other numbers. Equal bank and seed, equal exam.
    ///
    /// @throws IllegalArgumentException if the bank asks nothing about a domain
    public List<Place> draw(Bank bank, long seed) {
        RandomGenerator random = new Seed(seed).derive("exam");
        List<Place> places = new ArrayList<>();
        counts().forEach((domain, count) -> {
            for (Item item : pick(bank, domain, count, random)) {
                places.add(new Place(item.id(), random.nextLong(Questions.SEEDS)));
            }
        });
        Collections.shuffle(places, random);
        return places;
    }

    private static List<Item> pick(Bank bank, String domain, int count, RandomGenerator random) {
        List<Deque<Item>> byTopic = new ArrayList<>();
        List<Item> generated = new ArrayList<>();
        for (Topic topic : bank.topics()) {
            if (topic.domain().equals(domain)) {
                List<Item> items = new ArrayList<>(withoutDoubles(bank.of(topic), random));
                items.removeIf(Item::isInLab);
                Collections.shuffle(items, random);
                byTopic.add(new ArrayDeque<>(items));
                items.stream().filter(Item::isGenerated).forEach(generated::add);
            }
        }
        Collections.shuffle(byTopic, random);
        List<Item> picked = new ArrayList<>();
        while (picked.size() < count && byTopic.stream().anyMatch(items -> !items.isEmpty())) {
            for (Deque<Item> items : byTopic) {
                if (picked.size() < count && !items.isEmpty()) {
                    picked.add(items.remove());
                }
            }
        }
        for (int again = 0; picked.size() < count && !generated.isEmpty(); again++) {
            picked.add(generated.get(again % generated.size()));
        }
        if (picked.size() < count) {
            throw new IllegalArgumentException(
                    "The decks ask only " + picked.size() + " questions about \"" + domain + "\", not " + count + ".");
        }
        return picked;
    }

    /// A gap is asked to be typed or to be chosen, not both.
    private static List<Item> withoutDoubles(List<Item> items, RandomGenerator random) {
        Map<String, List<Item>> byCard = new LinkedHashMap<>();
        for (Item item : items) {
            int colon = item.id().indexOf(':');
            byCard.computeIfAbsent(colon < 0 ? item.id() : item.id().substring(0, colon), _ -> new ArrayList<>())
                    .add(item);
        }
        return byCard.values().stream()
                .map(same -> same.get(random.nextInt(same.size())))
                .toList();
    }
}
