package dev.rockpool.study;

import dev.rockpool.study.memory.Fsrs6Weights;
import dev.rockpool.study.memory.MemoryModel;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/// The table `study_origin` within one transaction: what the card states were made from, so that they are made anew
/// when it changes, and only then.
final class Origins {
    private static final String MODEL = "model";
    private static final String CARDS = "cards";

    private final Handle handle;

    Origins(Handle handle) {
        this.handle = handle;
    }

    /// Whether the states were computed with this model; a database without states agrees with any.
    boolean agreesWith(MemoryModel.Version version, Fsrs6Weights weights) {
        return find(MODEL).map(text(version, weights)::equals).orElse(true);
    }

    void remember(MemoryModel.Version version, Fsrs6Weights weights) {
        save(MODEL, text(version, weights));
    }

    boolean agreesWith(String cardsDigest) {
        return find(CARDS).map(cardsDigest::equals).orElse(false);
    }

    void remember(String cardsDigest) {
        save(CARDS, cardsDigest);
    }

    /// A digest of all that the decks say of their cards, in whatever order they come.
    static String digest(Collection<StudyCard> cards) {
        List<StudyCard> ordered =
                cards.stream().sorted(Comparator.comparing(StudyCard::id)).toList();
        MessageDigest digest = sha256();
        for (StudyCard card : ordered) {
            for (String field : List.of(
                    card.id(),
                    card.noteId(),
                    card.deck(),
                    card.topic(),
                    Integer.toString(card.position()),
                    card.contentHash())) {
                digest.update(field.getBytes(StandardCharsets.UTF_8));
                digest.update((byte) 0);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static String text(MemoryModel.Version version, Fsrs6Weights weights) {
        return version.model() + "/" + version.number() + " "
                + weights.values().stream().map(String::valueOf).collect(Collectors.joining(" "));
    }

    private Optional<String> find(String name) {
        return handle.createQuery("select origin from study_origin where name = :name")
                .bind("name", name)
                .mapTo(String.class)
                .findOne();
    }

    private void save(String name, String origin) {
        handle.createUpdate("merge into study_origin key (name) values (:name, :origin)")
                .bind("name", name)
                .bind("origin", origin)
                .execute();
    }
}
