package dev.rockpool.quiz.bank;

import dev.rockpool.content.Card;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What a card hides, if it is one short thing that can be typed.
///
/// @param card a cloze or a typed card
/// @param accepted right answers, the usual one first
record Gap(Card card, List<String> accepted) {
    private static final int LONGEST = 40;
    private static final String BOLD = "**";

    Gap {
        accepted = List.copyOf(accepted);
    }

    /// The gap of a card; empty for a card whose answer is recalled freely, and for one that hides more than a few
    /// words or several things.
    static Optional<Gap> of(Card card) {
        return switch (card.form()) {
            case TYPED -> Optional.of(new Gap(card, variants(card.accepted())));
            case CLOZE -> hidden(card).map(text -> new Gap(card, variants(List.of(text))));
            case BASIC -> Optional.empty();
        };
    }

    /// The usual answer.
    String answer() {
        return accepted.getFirst();
    }

    /// Prompt and answer are the same text but for the gap, which is bold in both.
    private static Optional<String> hidden(Card card) {
        String prompt = card.prompt();
        int from = prompt.indexOf(BOLD + "[");
        int until = prompt.indexOf("]" + BOLD, Math.max(from, 0));
        if (from < 0 || until < 0) {
            return Optional.empty();
        }
        String before = prompt.substring(0, from);
        String after = prompt.substring(until + 1 + BOLD.length());
        String answer = card.answer();
        int end = answer.length() - after.length() - BOLD.length();
        int start = before.length() + BOLD.length();
        if (end <= start || !answer.startsWith(before + BOLD) || !answer.endsWith(BOLD + after)) {
            return Optional.empty();
        }
        String text = answer.substring(start, end);
        boolean plain = text.length() <= LONGEST && text.chars().noneMatch(unit -> "*`[]{}<".indexOf(unit) >= 0);
        return plain ? Optional.of(text) : Optional.empty();
    }

    /// With numbers without their separators, and with the dashes that keyboards have.
    private static List<String> variants(List<String> answers) {
        Set<String> all = new LinkedHashSet<>(answers);
        for (String answer : answers) {
            String bare = answer.replaceAll("(?<=\\d),(?=\\d{3})", "");
            all.add(bare);
            all.add(bare.replace('–', '-').replace('−', '-').replace('\u00A0', ' '));
        }
        return List.copyOf(all);
    }
}
