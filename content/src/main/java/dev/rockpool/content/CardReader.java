package dev.rockpool.content;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Makes cards of one section.
final class CardReader {
    /// The most cards that one note makes.
    static final int MOST_DELETIONS = 24;

    private static final int HASH_BYTES = 16;

    private final String file;
    private final Section section;
    private final Fields fields;
    private final List<Finding> findings;

    CardReader(String file, Section section, Fields fields, List<Finding> findings) {
        this.file = file;
        this.section = section;
        this.fields = fields;
        this.findings = findings;
    }

    /// The basic card, or the cards of the cloze.
    List<Card> cards() {
        FieldPlace.check(file, section, "a card that is not typed", findings, "Accept");
        FieldPlace.check(file, section, "a card", findings, "Since");
        String body = section.text();
        if (body.isEmpty()) {
            findings.add(Rule.EMPTY_ANSWER.at(
                    file,
                    section.line(),
                    "The card has no answer; write one below the heading."
                            + " (A last paragraph of lines \"Name: value\" is read as fields.)"));
            return List.of();
        }
        Cloze cloze = cloze();
        if (!cloze.faults().isEmpty()) {
            return List.of();
        }
        Set<Integer> numbers = cloze.numbers();
        if (numbers.isEmpty()) {
            return List.of(card(section.id(), Card.Form.BASIC, section.heading(), body, List.of()));
        }
        if (numbers.size() > MOST_DELETIONS) {
            findings.add(Rule.CLOZE_FORM.at(
                    file,
                    section.line(),
                    "The note has deletions of " + numbers.size() + " numbers; the most is " + MOST_DELETIONS
                            + ". Split it into several notes."));
            return List.of();
        }
        List<Card> cards = new ArrayList<>();
        for (int number : numbers) {
            cards.add(card(
                    section.id() + "/c" + number,
                    Card.Form.CLOZE,
                    cloze.prompt(number),
                    cloze.answer(number),
                    List.of()));
        }
        return cards;
    }

    /// The card whose answer is typed.
    Optional<Card> typed() {
        FieldPlace.check(file, section, "a card", findings, "Since");
        int end = 0;
        while (end < section.body().size() && !section.body().get(end).isBlank()) {
            end++;
        }
        String first = section.text(0, end);
        String canonical = MarkdownText.plain(first).replace('\n', ' ');
        if (canonical.isEmpty() || section.code().get(0)) {
            findings.add(Rule.EMPTY_ANSWER.at(
                    file,
                    section.line(),
                    "The card has no answer to type; write it as the first paragraph below the heading."));
            return Optional.empty();
        }
        if (!cloze().faults().isEmpty()) {
            return Optional.empty();
        }
        Set<String> accepted = new LinkedHashSet<>();
        accepted.add(canonical);
        accepted.addAll(fields.accept());
        return Optional.of(
                card(section.id(), Card.Form.TYPED, section.heading(), section.text(), List.copyOf(accepted)));
    }

    private Cloze cloze() {
        String text = String.join("\n", section.body());
        Cloze cloze = Cloze.parse(text, CodeSpans.in(section.body(), section.code()));
        for (Cloze.Fault fault : cloze.faults()) {
            int line = section.bodyLine();
            for (int i = 0; i < fault.offset(); i++) {
                line += text.charAt(i) == '\n' ? 1 : 0;
            }
            findings.add(Rule.CLOZE_FORM.at(file, line, fault.sentence()));
        }
        return cloze;
    }

    private Card card(String id, Card.Form form, String prompt, String answer, List<String> accepted) {
        return new Card(
                id,
                section.id(),
                form,
                prompt,
                answer,
                accepted,
                fields.tags(),
                fields.fixes(),
                fields.sources(),
                fields.show(),
                fields.other(),
                hash(prompt, answer, accepted));
    }

    /// The first half of a SHA-256 of what the learner reads and may type.
    private static String hash(String prompt, String answer, List<String> accepted) {
        MessageDigest digest;
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError("every Java platform has SHA-256", impossible);
        }
        update(digest, prompt);
        update(digest, answer);
        accepted.forEach(text -> update(digest, text));
        return HexFormat.of().formatHex(digest.digest(), 0, HASH_BYTES);
    }

    private static void update(MessageDigest digest, String text) {
        digest.update(text.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
    }
}
