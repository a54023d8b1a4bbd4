package dev.rockpool.content;

import dev.rockpool.kernel.InputException;
import dev.rockpool.kernel.Quote;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// Checks decks against the rules of `docs/deck-format.md`, each by itself, against each other, and against the disk.
///
/// Sources: test-wiseness cues such as the longest option and words of the stem in the key are items 24 and 28 of
/// Haladyna, Downing, Rodriguez, *A review of multiple-choice item-writing guidelines for classroom assessment*,
/// Applied Measurement in Education 15 (2002).
public final class Linter {
    /// With fewer multiple choices than this nothing is said about the length of their right options.
    public static final int FEWEST_CHOICES = 20;

    /// By how much the share of longest right options may exceed chance.
    public static final double LONGEST_RIGHT_MARGIN = 0.05;

    private final Function<LabSetup, Optional<String>> tasks;

    /// A linter that knows no labs.
    public Linter() {
        this(_ -> Optional.empty());
    }

    /// @param tasks why a task in a lab cannot be asked, in one sentence; empty where it can
    public Linter(Function<LabSetup, Optional<String>> tasks) {
        this.tasks = tasks;
    }

    /// What is wrong in `decks`, in their order and by line; what the parser found is part of it.
    public List<Finding> lint(Collection<ParsedDeck> decks) {
        return lint(decks, List.of());
    }

    /// What is wrong in `decks` when they stand beside `others`, in their order and by line.
    public List<Finding> lint(Collection<ParsedDeck> decks, Collection<ParsedDeck> others) {
        Check check = new Check(decks, others);
        List<Finding> findings = new ArrayList<>();
        for (ParsedDeck deck : decks) {
            List<Finding> ofDeck = new ArrayList<>(deck.findings());
            ofDeck.addAll(deck.inspection().findings());
            check.comparisons(deck, ofDeck);
            tasks(deck, ofDeck);
            ofDeck.sort(Comparator.comparingInt(Finding::line));
            findings.addAll(ofDeck);
        }
        return List.copyOf(findings);
    }

    private void tasks(ParsedDeck parsed, List<Finding> findings) {
        List<QuizItem> items = parsed.deck().map(Deck::quizItems).orElse(List.of());
        for (QuizItem item : items) {
            if (item instanceof LabTask task) {
                tasks.apply(task.setup())
                        .ifPresent(fault ->
                                findings.add(Rule.LAB_TASK.at(parsed.file(), parsed.lineOf(task.id()), fault)));
            }
        }
    }

    /// What is wrong in files and in the deck files of folders, when they stand beside the built-in decks.
    ///
    /// A built-in deck of the same file name is passed over, so that the source of one can be checked.
    ///
    /// @throws InputException if a path does not exist or a folder holds no deck
    public List<Finding> lintFiles(Collection<Path> filesAndFolders) {
        List<Finding> findings = new ArrayList<>();
        DeckParser parser = new DeckParser();
        List<ParsedDeck> decks = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (Path path : filesAndFolders) {
            if (!Files.exists(path)) {
                throw new InputException(
                        "deck-none", "There is no file " + Quote.of(path.toString()) + "; name a deck or a folder.");
            }
            List<Path> files = Files.isDirectory(path) ? DeckFolder.files(path, findings) : List.of(path);
            if (files.isEmpty() && findings.isEmpty()) {
                throw new InputException(
                        "deck-none", "The folder " + Quote.of(path.toString()) + " holds no Markdown file.");
            }
            for (Path file : files) {
                decks.add(parser.read(file));
                names.add(String.valueOf(file.getFileName()));
            }
        }
        List<ParsedDeck> others = BuiltIn.decks().stream()
                .filter(deck ->
                        !names.contains(String.valueOf(Path.of(deck.file()).getFileName())))
                .toList();
        findings.addAll(lint(decks, others));
        return List.copyOf(findings);
    }

    /// What is wrong in the built-in decks: nothing, or the build would have failed.
    public List<Finding> lintBuiltIn() {
        return lint(BuiltIn.decks());
    }

    /// One lint of one set of decks.
    private static final class Check {
        private final Map<String, Place> placeOfId = new HashMap<>();
        private final Map<Inspection.Front, Place> placeOfFront = new HashMap<>();
        private final Map<String, Verdict> verdicts = new HashMap<>();
        private final Set<String> ids = new HashSet<>();
        private final Optional<String> longestRight;

        /// Where something was first met.
        private record Place(String file, int line) {}

        Check(Collection<ParsedDeck> decks, Collection<ParsedDeck> others) {
            for (ParsedDeck other : others) {
                other.ids().forEach(id -> placeOfId.putIfAbsent(id, new Place(other.file(), other.lineOf(id))));
                learn(other);
            }
            decks.forEach(this::learn);
            longestRight = longestRight(decks);
        }

        private void learn(ParsedDeck parsed) {
            ids.addAll(parsed.ids());
            parsed.deck().stream()
                    .flatMap(deck -> deck.claims().stream())
                    .forEach(claim -> verdicts.putIfAbsent(claim.id(), claim.verdict()));
        }

        void comparisons(ParsedDeck parsed, List<Finding> findings) {
            checkIds(parsed, findings);
            checkFronts(parsed, findings);
            checkFixes(parsed, findings);
            for (Inspection.Pointer pointer : parsed.inspection().pointers()) {
                check(parsed, pointer).ifPresent(findings::add);
            }
            longestRight.ifPresent(sentence -> {
                for (Inspection.Choice choice : parsed.inspection().choices()) {
                    if (choice.rightIsLongest()) {
                        findings.add(Rule.LONGEST_RIGHT.at(parsed.file(), choice.line(), sentence));
                    }
                }
            });
        }

        private void checkIds(ParsedDeck parsed, List<Finding> findings) {
            Set<String> own = new HashSet<>();
            for (String id : parsed.ids()) {
                if (!own.add(id)) {
                    continue; // the parser has told
                }
                Place place = new Place(parsed.file(), parsed.lineOf(id));
                Place first = placeOfId.putIfAbsent(id, place);
                if (first != null) {
                    findings.add(Rule.ID_UNIQUE.at(
                            parsed.file(),
                            place.line(),
                            "The id " + id + " already stands in " + first.file() + ", line " + first.line()
                                    + "; give this section one of its own."));
                }
            }
        }

        private void checkFronts(ParsedDeck parsed, List<Finding> findings) {
            for (Inspection.Front front : parsed.inspection().fronts()) {
                Inspection.Front key = new Inspection.Front(front.words(), front.quiz(), 0);
                Place first = placeOfFront.putIfAbsent(key, new Place(parsed.file(), front.line()));
                if (first != null) {
                    findings.add(Rule.DUPLICATE_FRONT.at(
                            parsed.file(),
                            front.line(),
                            "The same " + (front.quiz() ? "question" : "front") + " stands in " + first.file()
                                    + ", line " + first.line() + "; ask something else or take one out."));
                }
            }
        }

        private void checkFixes(ParsedDeck parsed, List<Finding> findings) {
            for (Inspection.Fix fix : parsed.inspection().fixes()) {
                Verdict verdict = verdicts.get(fix.claimId());
                if (verdict == null) {
                    findings.add(Rule.FIXES_CLAIM.at(
                            parsed.file(),
                            fix.line(),
                            "There is no claim " + fix.claimId() + "; name one that a deck holds."));
                } else if (!verdict.corrected()) {
                    findings.add(Rule.FIXES_CLAIM.at(
                            parsed.file(),
                            fix.line(),
                            "The claim " + fix.claimId() + " is correct and needs no correction; take it out."));
                }
            }
        }

        private Optional<Finding> check(ParsedDeck parsed, Inspection.Pointer pointer) {
            String what = (pointer.image() ? "The picture " : "The link ") + Quote.of(pointer.text());
            return switch (pointer.reference()) {
                case Reference.Web _ ->
                    pointer.image()
                            ? Optional.of(Rule.REMOTE_IMAGE.at(
                                    parsed.file(),
                                    pointer.line(),
                                    what + " would be loaded from the network; put the file beside the deck."))
                            : Optional.empty();
                case Reference.Anchor anchor ->
                    !pointer.image() && isKnown(anchor.id())
                            ? Optional.empty()
                            : Optional.of(Rule.LINK_DEAD.at(
                                    parsed.file(),
                                    pointer.line(),
                                    what + " names no section; use the id of one that a deck holds."));
                case Reference.Outside _ -> Optional.of(outside(parsed, pointer, what));
                case Reference.Local local ->
                    parsed.folder().flatMap(folder -> check(parsed, pointer, what, folder, local));
            };
        }

        private static Optional<Finding> check(
                ParsedDeck parsed, Inspection.Pointer pointer, String what, Path folder, Reference.Local local) {
            return switch (Reference.find(folder, local)) {
                case FILE -> Optional.empty();
                case OUTSIDE -> Optional.of(outside(parsed, pointer, what));
                case NOTHING ->
                    Optional.of(Rule.LINK_DEAD.at(
                            parsed.file(),
                            pointer.line(),
                            what + " leads to no file; paths start at the deck's folder."));
            };
        }

        private static Finding outside(ParsedDeck parsed, Inspection.Pointer pointer, String what) {
            return Rule.LINK_OUTSIDE.at(
                    parsed.file(),
                    pointer.line(),
                    what + " leaves the deck's folder; put the file below it and name it from there.");
        }

        private boolean isKnown(String id) {
            return ids.contains(id) || Glossary.builtIn().term(id).isPresent();
        }

        /// What to say at every multiple choice whose right option is the longest, if they are too many.
        private static Optional<String> longestRight(Collection<ParsedDeck> decks) {
            int choices = 0;
            int longest = 0;
            double chances = 0;
            for (ParsedDeck deck : decks) {
                for (Inspection.Choice choice : deck.inspection().choices()) {
                    choices++;
                    longest += choice.rightIsLongest() ? 1 : 0;
                    chances += 1.0 / choice.options();
                }
            }
            if (choices < FEWEST_CHOICES || longest <= chances + LONGEST_RIGHT_MARGIN * choices) {
                return Optional.empty();
            }
            return Optional.of(String.format(
                    Locale.ROOT,
                    "The right option is the longest one in %d of %d questions (%.0f %%, chance is %.0f %%);"
                            + " lengthen a wrong option or shorten the right one.",
                    longest,
                    choices,
                    100.0 * longest / choices,
                    100.0 * chances / choices));
        }
    }
}
