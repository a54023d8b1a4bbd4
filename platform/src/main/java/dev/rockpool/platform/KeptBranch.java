package dev.rockpool.platform;

import dev.rockpool.kernel.disk.Disk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// A branch that becomes the platform, and the files of the platform that it replaces.
///
/// From the one rename that moves the branch to `FOLDER/kept` on it is decided: whatever is in there takes
/// the place of what the platform has of the same name, now or when the platform is opened next.
final class KeptBranch {
    private static final String KEPT = "kept";
    private static final String REPLACED = "replaced";
    /// What is the folder's and not the content's.
    private static final Set<String> OF_THE_FOLDER = Set.of("lock", "admin-token", Branch.FILE);

    private KeptBranch() {}

    /// Makes the branch in `branch` the content of the platform in `root`; both are closed.
    static void keep(Path root, Path branch) throws IOException {
        Files.move(branch, root.resolve(KEPT), StandardCopyOption.ATOMIC_MOVE);
        Disk.real().syncFolder(root);
        finish(root);
    }

    /// Goes on with what was begun, if something was.
    static void finish(Path root) throws IOException {
        Path kept = root.resolve(KEPT);
        Path replaced = root.resolve(REPLACED);
        if (Files.isDirectory(kept)) {
            Files.createDirectories(replaced);
            Files.deleteIfExists(root.resolve(KeptStock.FILE));
            for (Path part : list(kept)) {
                String name = String.valueOf(part.getFileName());
                if (!OF_THE_FOLDER.contains(name)) {
                    Path target = root.resolve(name);
                    if (Files.exists(target)) {
                        Files.move(target, replaced.resolve(name), StandardCopyOption.ATOMIC_MOVE);
                    }
                    Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
                }
            }
            Disk.real().syncFolder(root);
            delete(kept);
        }
        delete(replaced);
    }

    /// Deletes a folder and all that is in it, if it is there.
    static void delete(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            for (Path entry : list(folder)) {
                if (Files.isDirectory(entry)) {
                    delete(entry);
                } else {
                    Files.delete(entry);
                }
            }
            Files.delete(folder);
        }
    }

    private static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.sorted().toList();
        }
    }
}
