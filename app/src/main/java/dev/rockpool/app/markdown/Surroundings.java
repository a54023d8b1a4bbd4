package dev.rockpool.app.markdown;

import dev.rockpool.app.text.Texts;
import dev.rockpool.content.Deck;
import java.net.URI;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/// What a Markdown text is drawn with: the words of the interface, its deck and that deck's pictures, and what opens an
/// address.
///
/// @param images the bytes of a picture that a deck refers to, or empty, as the library reads them
/// @param deck the deck that the text stands in; without one there are no pictures
/// @param openLink opens an `http` or `https` address in the system's browser, when a person asks for it
public record Surroundings(
        Texts texts, BiFunction<Deck, String, Optional<byte[]>> images, Optional<Deck> deck, Consumer<URI> openLink) {
    /// Of texts that stand in no deck.
    public Surroundings(Texts texts, BiFunction<Deck, String, Optional<byte[]>> images, Consumer<URI> openLink) {
        this(texts, images, Optional.empty(), openLink);
    }

    /// The same for a text of `other`.
    public Surroundings in(Deck other) {
        return new Surroundings(texts, images, Optional.of(other), openLink);
    }

    Optional<byte[]> image(String reference) {
        return deck.flatMap(home -> images.apply(home, reference));
    }
}
