package dev.rockpool.quiz;

import dev.rockpool.content.LabSetting;
import dev.rockpool.content.LabSetup;
import dev.rockpool.quiz.task.LabTasks;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// What a learner answers, complete or not yet.
///
/// Written as one line, `KIND:VALUE`, it can be kept and read again: `chosen:0,2`, `matched:1,-,0`, `ordered:2,0,1`,
/// `set:shards=12;mode=on-demand`, `written:24 shards`.
public sealed interface Response {
    /// As one line.
    String line();

    /// As people read it.
    String words(Form form);

    /// Whether there is nothing left to say.
    boolean isComplete(Form form);

    /// Options that were chosen.
    ///
    /// @param options their places, from 0
    record Chosen(SortedSet<Integer> options) implements Response {
        public Chosen {
            options = java.util.Collections.unmodifiableSortedSet(new TreeSet<>(options));
        }

        /// One option.
        public static Chosen of(int option) {
            return new Chosen(new TreeSet<>(List.of(option)));
        }

        @Override
        public String line() {
            return "chosen:" + joined(List.copyOf(options));
        }

        @Override
        public String words(Form form) {
            return form instanceof Form.Options asked
                    ? options.stream()
                            .map(place -> asked.options().get(place).text())
                            .collect(Collectors.joining("; "))
                    : "";
        }

        @Override
        public boolean isComplete(Form form) {
            return form instanceof Form.MultipleResponse asked
                    ? options.size() == asked.rightOnes()
                    : options.size() == 1;
        }
    }

    /// Partners that were given to the things on the left.
    ///
    /// @param partners places on the right, -1 where there is none yet
    record Matched(List<Integer> partners) implements Response {
        public Matched {
            partners = List.copyOf(partners);
        }

        /// Nothing is paired yet.
        public static Matched none(Form.Matching form) {
            return new Matched(java.util.Collections.nCopies(form.left().size(), NONE));
        }

        /// With a partner for the one at `left`.
        public Matched with(int left, int right) {
            List<Integer> changed = new ArrayList<>(partners);
            changed.set(left, right);
            return new Matched(changed);
        }

        @Override
        public String line() {
            return "matched:" + joined(partners);
        }

        @Override
        public String words(Form form) {
            return form instanceof Form.Matching asked
                    ? IntStream.range(0, partners.size())
                            .filter(left -> partners.get(left) != NONE)
                            .mapToObj(left -> asked.left().get(left) + " → "
                                    + asked.right().get(partners.get(left)))
                            .collect(Collectors.joining("; "))
                    : "";
        }

        @Override
        public boolean isComplete(Form form) {
            return !partners.contains(NONE);
        }
    }

    /// An order that was made.
    ///
    /// @param items places of the items as they are shown at first
    record Ordered(List<Integer> items) implements Response {
        public Ordered {
            items = List.copyOf(items);
        }

        /// As they are shown at first.
        public static Ordered first(Form.Ordering form) {
            return new Ordered(IntStream.range(0, form.items().size()).boxed().toList());
        }

        /// With two places exchanged.
        public Ordered swapped(int one, int other) {
            List<Integer> changed = new ArrayList<>(items);
            java.util.Collections.swap(changed, one, other);
            return new Ordered(changed);
        }

        @Override
        public String line() {
            return "ordered:" + joined(items);
        }

        @Override
        public String words(Form form) {
            return form instanceof Form.Ordering asked
                    ? items.stream().map(asked.items()::get).collect(Collectors.joining(" → "))
                    : "";
        }

        @Override
        public boolean isComplete(Form form) {
            return true;
        }
    }

    /// What the free controls of a lab were set to.
    ///
    /// @param settings in the order in which they are made; none leaves the lab at its start
    record Tuned(List<LabSetting> settings) implements Response {
        public Tuned {
            settings = List.copyOf(settings);
        }

        @Override
        public String line() {
            return "set:"
                    + settings.stream()
                            .map(setting -> setting.control() + "=" + setting.value())
                            .collect(Collectors.joining(";"));
        }

        @Override
        public String words(Form form) {
            return form instanceof Form.InLab(LabSetup setup)
                    ? LabTasks.bind(setup).words(settings)
                    : "";
        }

        @Override
        public boolean isComplete(Form form) {
            return !settings.isEmpty();
        }

        static Optional<Response> read(String value, LabSetup setup) {
            List<LabSetting> settings = new ArrayList<>();
            for (String part : value.isEmpty() ? new String[0] : value.split(";", -1)) {
                int equals = part.indexOf('=');
                if (equals < 1) {
                    return Optional.empty();
                }
                settings.add(new LabSetting(part.substring(0, equals), part.substring(equals + 1)));
            }
            return LabTasks.bind(setup).takes(settings) ? Optional.of(new Tuned(settings)) : Optional.empty();
        }
    }

    /// What was typed.
    record Written(String text) implements Response {
        /// The most characters that are taken.
        public static final int LONGEST = 200;

        public Written {
            text = text.strip();
            text = text.substring(0, Math.min(LONGEST, text.length()));
        }

        @Override
        public String line() {
            return "written:" + text.replace('\n', ' ');
        }

        @Override
        public String words(Form form) {
            return text;
        }

        @Override
        public boolean isComplete(Form form) {
            return !text.isEmpty();
        }
    }

    /// No partner.
    int NONE = -1;

    /// The response that a line of [#line] stands for, if it fits the form: a deck may have changed since.
    static Optional<Response> read(String line, Form form) {
        int colon = line.indexOf(':');
        String kind = colon < 0 ? "" : line.substring(0, colon);
        String value = line.substring(colon + 1);
        try {
            return switch (form) {
                case Form.Options options
                when kind.equals("chosen") ->
                    places(value, options.options().size()).map(TreeSet::new).map(Chosen::new);
                case Form.Matching matching
                when kind.equals("matched") ->
                    places(value, matching.right().size())
                            .filter(places -> places.size() == matching.left().size())
                            .map(Matched::new);
                case Form.Ordering ordering
                when kind.equals("ordered") ->
                    places(value, ordering.items().size())
                            .filter(places -> new TreeSet<>(places).size()
                                            == ordering.items().size()
                                    && places.size() == ordering.items().size()
                                    && !places.contains(NONE))
                            .map(Ordered::new);
                case Form.InLab(LabSetup setup) when kind.equals("set") -> Tuned.read(value, setup);
                case Form.Numeric _, Form.Typed _ when kind.equals("written") -> Optional.of(new Written(value));
                default -> Optional.empty();
            };
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }

    private static Optional<List<Integer>> places(String value, int bound) {
        List<Integer> places = new ArrayList<>();
        for (String part : value.isEmpty() ? new String[0] : value.split(",", -1)) {
            places.add(part.equals("-") ? NONE : Integer.parseInt(part));
        }
        return Optional.of(places)
                .filter(all -> all.stream().allMatch(place -> place >= NONE && place < bound))
                .map(List::copyOf);
    }

    private static String joined(List<Integer> places) {
        return places.stream()
                .map(place -> place == NONE ? "-" : String.valueOf(place))
                .collect(Collectors.joining(","));
    }
}
