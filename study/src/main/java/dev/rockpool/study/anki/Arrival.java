package dev.rockpool.study.anki;

import dev.rockpool.kernel.EnvironmentException;
import dev.rockpool.kernel.Quote;
import dev.rockpool.study.CardProgress;
import dev.rockpool.study.Study;
import dev.rockpool.study.TakenOver;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// An import that is ready: everything of the package was read, nothing of the collection has changed.
public final class Arrival implements AutoCloseable {
    private final Study study;
    private final Path waiting;
    private final Path media;
    private final Map<Path, Optional<String>> decks;
    private final Map<String, Path> pictures;
    private final List<CardProgress> progress;
    private final Summary summary;

    /// What an import brings.
    ///
    /// @param added notes that were not there
    /// @param updated notes of an earlier import that say something else now
    /// @param kept notes whose text stays as a deck here has it
    /// @param cards of all these notes
    /// @param reviews answers that are added; before the commit all of the package
    /// @param known answers that were there already
    /// @param pictures that are copied
    /// @param losses what could not be carried, and how often
    public record Summary(
            int added,
            int updated,
            int kept,
            int cards,
            int reviews,
            int known,
            int pictures,
            Map<Loss, Integer> losses) {
        public Summary {
            losses = java.util.Collections.unmodifiableMap(
                    losses.isEmpty() ? new EnumMap<>(Loss.class) : new EnumMap<>(losses));
        }
    }

    /// @param waiting the folder that holds what was unpacked; it goes with this
    Arrival(
            Study study,
            Path waiting,
            Path media,
            Map<Path, Optional<String>> decks,
            Map<String, Path> pictures,
            List<CardProgress> progress,
            Summary summary) {
        this.study = study;
        this.waiting = waiting;
        this.media = media;
        this.decks = decks;
        this.pictures = pictures;
        this.progress = progress;
        this.summary = summary;
    }

    /// What it would bring.
    public Summary summary() {
        return summary;
    }

    /// Writes pictures, decks and progress: all of it, or nothing. Whoever commits lets the library read its folders
    /// again and the study learn about the cards.
    ///
    /// @throws EnvironmentException when the machine refuses (`import-unwritable`, or as [Study] says)
    public Arrived commit() {
        Map<Path, Optional<byte[]>> before = new LinkedHashMap<>();
        try {
            for (Map.Entry<String, Path> picture : pictures.entrySet()) {
                Path target = media.resolve(picture.getKey());
                if (!Files.exists(target)) {
                    before.put(target, Optional.empty());
                    write(target, Files.readAllBytes(picture.getValue()));
                }
            }
            for (Map.Entry<Path, Optional<String>> deck : decks.entrySet()) {
                Path file = deck.getKey();
                before.put(file, Files.exists(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty());
                if (deck.getValue().isPresent()) {
                    write(file, deck.getValue().get().getBytes(StandardCharsets.UTF_8));
                } else {
                    Files.deleteIfExists(file);
                }
            }
            TakenOver taken = progress.isEmpty() ? TakenOver.NOTHING : study.takeOver(progress);
            Losses losses = new Losses();
            summary.losses().forEach(losses::add);
            losses.add(Loss.OLDER_REVIEW, taken.older());
            Summary arrived = new Summary(
                    summary.added(),
                    summary.updated(),
                    summary.kept(),
                    summary.cards(),
                    taken.reviews(),
                    taken.known(),
                    summary.pictures(),
                    losses.counts());
            return new Arrived(arrived, study, taken, before);
        } catch (IOException e) {
            restore(before);
            throw new EnvironmentException(
                    "import-unwritable",
                    "The decks cannot be written to " + Quote.of(media.toString())
                            + ": check the folder's rights and the disk; nothing was changed.",
                    e);
        } catch (RuntimeException e) {
            restore(before);
            throw e;
        }
    }

    @Override
    public void close() {
        delete(waiting);
    }

    /// Deletes a folder of ours with what is in it.
    static void delete(Path folder) {
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path file, byte[] bytes) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        Path unfinished = file.resolveSibling("." + file.getFileName() + ".part");
        Files.write(unfinished, bytes);
        Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void restore(Map<Path, Optional<byte[]>> before) {
        List<Map.Entry<Path, Optional<byte[]>>> backwards = new ArrayList<>(before.entrySet());
        for (Map.Entry<Path, Optional<byte[]>> file : backwards.reversed()) {
            try {
                if (file.getValue().isPresent()) {
                    write(file.getKey(), file.getValue().get());
                } else {
                    Files.deleteIfExists(file.getKey());
                }
            } catch (IOException e) {
                throw new EnvironmentException(
                        "import-unwritable",
                        "The file " + Quote.of(file.getKey().toString())
                                + " cannot be put back as it was: check the folder's rights and the disk.",
                        e);
            }
        }
    }

    /// An import that was committed.
    public static final class Arrived {
        private final Summary summary;
        private final Study study;
        private final TakenOver taken;
        private final Map<Path, Optional<byte[]>> before;

        private Arrived(Summary summary, Study study, TakenOver taken, Map<Path, Optional<byte[]>> before) {
            this.summary = summary;
            this.study = study;
            this.taken = taken;
            this.before = before;
        }

        /// What it brought.
        public Summary summary() {
            return summary;
        }

        /// Puts the decks back as they were and undoes the progress. What was studied since stays in the log.
        public void takeBack() {
            study.takeBack(taken);
            restore(before);
        }
    }
}
