package dev.rockpool.content;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What one Markdown file holds.
///
/// @param name the deck's name from the front matter; levels are separated by `::`
/// @param topic kebab-case topic; every card of the file has it
/// @param title what the file is called in lists
/// @param file where the file stands; of a built-in deck its path among the resources, such as `decks/q12.md`
/// @param builtIn whether it came with Rockpool
/// @param frontMatter the whole front matter, fields that Rockpool does not know included
/// @param question the documented question that the file is about, if it is about one
/// @param claims the statements of the documented answer, in document order
/// @param cards in file order
/// @param quizItems in file order
public record Deck(
        String name,
        String topic,
        String title,
        Path file,
        boolean builtIn,
        Map<String, Object> frontMatter,
        Optional<DocumentedQuestion> question,
        List<Claim> claims,
        List<Card> cards,
        List<QuizItem> quizItems) {
    public Deck {
        frontMatter = Copies.ordered(frontMatter);
        claims = List.copyOf(claims);
        cards = List.copyOf(cards);
        quizItems = List.copyOf(quizItems);
    }
}
