package dev.rockpool.content;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/// Finds words in the questions, answers, claims, corrections and cards of a snapshot.
///
/// Case and diacritics do not count, nor how words are spaced or set in bold or code. The texts are folded once, when
/// the search is made; immutable after that.
public final class Search {
    private static final int BEFORE = 40;
    private static final int BEHIND = 120;

    private final List<Entry> entries = new ArrayList<>();

    /// A text in which to search.
    private record Entry(String text, String folded, Function<Excerpt, Hit> hit) {}

    /// @param snapshot what to search in
    public Search(Snapshot snapshot) {
        for (Deck deck : snapshot.decks()) {
            deck.question().ifPresent(question -> {
                add(question.heading(), excerpt -> new Hit.OfQuestion(deck, question, excerpt));
                add(question.answer(), excerpt -> new Hit.OfAnswer(deck, question, excerpt));
            });
            for (Claim claim : deck.claims()) {
                add(claim.statement(), excerpt -> new Hit.OfClaim(deck, claim, excerpt));
                add(claim.correction(), excerpt -> new Hit.OfCorrection(deck, claim, excerpt));
            }
            Set<String> notes = new HashSet<>();
            for (Card card : deck.cards()) {
                if (notes.add(card.noteId())) {
                    String text =
                            card.form() == Card.Form.CLOZE ? card.answer() : card.prompt() + " — " + card.answer();
                    add(text, excerpt -> new Hit.OfCard(deck, card, excerpt));
                }
            }
        }
    }

    private void add(String markdown, Function<Excerpt, Hit> hit) {
        String text = markdown.replace("**", "").replace("`", "").replace('\n', ' ');
        if (!text.isBlank()) {
            entries.add(new Entry(text, Folded.text(text), hit));
        }
    }

    /// The hits in document order, one a text.
    ///
    /// @param query what to find; a blank one finds nothing
    /// @param most how many hits are wanted at most
    public List<Hit> find(String query, int most) {
        String folded = Folded.text(query).strip();
        List<Hit> hits = new ArrayList<>();
        if (folded.isEmpty()) {
            return hits;
        }
        for (Entry entry : entries) {
            if (hits.size() >= most) {
                break;
            }
            int at = entry.folded().indexOf(folded);
            if (at >= 0) {
                hits.add(entry.hit().apply(excerpt(entry.text(), at, at + folded.length())));
            }
        }
        return hits;
    }

    /// The text around `from..until` of its folded form.
    private static Excerpt excerpt(String text, int from, int until) {
        StringBuilder shown = new StringBuilder();
        int position = 0;
        int start = -1;
        int end = -1;
        boolean cut = false;
        boolean space = false;
        for (int i = 0; i < text.length() && !cut; ) {
            int point = text.codePointAt(i);
            i += Character.charCount(point);
            String folded = Folded.text(Character.toString(point));
            boolean nowSpace = folded.equals(" ");
            int length = nowSpace && space ? 0 : folded.length();
            if (start < 0 && length > 0 && position + length > from) {
                start = shown.length();
            }
            if (position + BEFORE >= from && position < until + BEHIND && !(nowSpace && space)) {
                if (shown.isEmpty() && position > 0) {
                    shown.append('…');
                    start = start < 0 ? -1 : shown.length();
                }
                shown.appendCodePoint(point);
            }
            if (!folded.isEmpty()) {
                space = nowSpace;
            }
            position += length;
            if (end < 0 && position >= until) {
                end = shown.length();
            }
            cut = position >= until + BEHIND && i < text.length();
        }
        if (cut) {
            shown.append('…');
        }
        return new Excerpt(shown.toString(), Math.max(0, start), end < 0 ? shown.length() : end);
    }
}
