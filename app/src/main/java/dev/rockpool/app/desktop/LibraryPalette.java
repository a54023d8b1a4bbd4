package dev.rockpool.app.desktop;

import dev.rockpool.app.palette.PaletteItem;
import dev.rockpool.app.palette.PaletteKind;
import dev.rockpool.app.palette.PaletteSource;
import dev.rockpool.app.shell.Navigator;
import dev.rockpool.app.shell.Place;
import dev.rockpool.content.Card;
import dev.rockpool.content.Claim;
import dev.rockpool.content.Deck;
import dev.rockpool.content.Library;
import dev.rockpool.content.Snapshot;
import dev.rockpool.content.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Finds documented questions, claims, cards and terms by name, and opens them in the Document screen.
final class LibraryPalette implements PaletteSource {
    private static final String SCREEN = "document";
    private static final int LONGEST_NAME = 90;
    private static final Pattern LINK = Pattern.compile("!?\\[([^\\]]*)]\\([^)]*\\)");
    private static final Pattern MARK = Pattern.compile("[*_`#>]+");
    private static final Pattern SPACE = Pattern.compile("\\s+");

    private final Library library;
    private final Supplier<List<Term>> terms;
    private final Navigator navigator;
    private @Nullable Snapshot seen;
    private List<PaletteItem> items = List.of();

    /// @param terms asked in the background, at the palette's first opening
    LibraryPalette(Library library, Supplier<List<Term>> terms, Navigator navigator) {
        this.library = library;
        this.terms = terms;
        this.navigator = navigator;
    }

    @Override
    public synchronized List<PaletteItem> items() {
        Snapshot now = library.snapshot();
        if (!now.equals(seen)) {
            items = read(now);
            seen = now;
        }
        return items;
    }

    private List<PaletteItem> read(Snapshot snapshot) {
        List<PaletteItem> found = new ArrayList<>();
        for (Deck deck : snapshot.decks()) {
            deck.question()
                    .ifPresent(question ->
                            found.add(item(PaletteKind.QUESTION, question.heading(), "", "question", question.id())));
            for (Claim claim : deck.claims()) {
                found.add(item(PaletteKind.CLAIM, claim.statement(), deck.title(), "claim", claim.id()));
            }
            for (Card card : deck.cards()) {
                found.add(item(PaletteKind.CARD, card.prompt(), deck.title(), "card", card.id()));
            }
        }
        for (Term term : terms.get()) {
            found.add(item(PaletteKind.TERM, term.name(), String.join(", ", term.aliases()), "term", term.id()));
        }
        return List.copyOf(found);
    }

    private PaletteItem item(PaletteKind kind, String markdown, String detail, String itemKind, String id) {
        return new PaletteItem(
                kind, plain(markdown), plain(detail), () -> navigator.open(Place.of(SCREEN, itemKind, id)));
    }

    /// One line without Markdown's marks, cut after a word.
    static String plain(String markdown) {
        String text = LINK.matcher(markdown).replaceAll("$1");
        String line =
                SPACE.matcher(MARK.matcher(text).replaceAll("")).replaceAll(" ").trim();
        if (line.length() <= LONGEST_NAME) {
            return line;
        }
        int end = line.lastIndexOf(' ', LONGEST_NAME);
        return line.substring(0, end > 0 ? end : LONGEST_NAME) + " …";
    }
}
