package dev.rockpool.app.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/// Objects on their way out of the window. What is dragged must be there as files when the drag begins, so they are
/// written to a folder in the background while the foreground waits for an instant; what takes longer is there when it
/// is dragged once more.
final class DragOut {
    /// How much is written for a drag, at the most; more is downloaded.
    static final long MOST_BYTES = 64L << 20;

    /// How many objects are.
    static final int MOST = 100;

    private static final int WAIT_MILLIS = 250;

    private final Path folder;
    private final BiFunction<List<ObjectRow>, Path, CompletableFuture<List<Path>>> fetch;
    private List<ObjectRow> lines = List.of();
    private CompletableFuture<List<Path>> files = CompletableFuture.completedFuture(List.of());
    private int drags;

    /// @param folder for the files; what is left in it of the last time is deleted
    /// @param fetch writes lines into a folder, in the background
    DragOut(Path folder, BiFunction<List<ObjectRow>, Path, CompletableFuture<List<Path>>> fetch) {
        this.folder = folder;
        this.fetch = fetch;
    }

    /// Whether lines can be dragged out: objects that can be read, not too many and not too large.
    static boolean canBe(List<ObjectRow> lines) {
        return !lines.isEmpty()
                && lines.size() <= MOST
                && lines.stream().allMatch(line -> line.kind() == ObjectRow.Kind.OBJECT && !line.outOfReach())
                && lines.stream().mapToLong(ObjectRow::bytes).sum() <= MOST_BYTES;
    }

    /// The files of lines that can be dragged; empty if they are still being written.
    Optional<List<Path>> files(List<ObjectRow> wanted) {
        if (!wanted.equals(lines) || files.isCompletedExceptionally()) {
            lines = List.copyOf(wanted);
            files = fetch.apply(lines, folder.resolve(Integer.toString(drags++)));
        }
        try {
            return Optional.of(files.get(WAIT_MILLIS, TimeUnit.MILLISECONDS));
        } catch (TimeoutException | ExecutionException notThere) {
            return Optional.empty();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    /// Deletes what was dragged the last time the app was open.
    ///
    /// @throws IOException if the disk refuses
    static void clear(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }
}
