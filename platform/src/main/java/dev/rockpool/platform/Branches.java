package dev.rockpool.platform;

import dev.rockpool.costmodel.PriceBook;
import dev.rockpool.kernel.EnvironmentException;
import dev.rockpool.kernel.InputException;
import dev.rockpool.kernel.Quote;
import dev.rockpool.kernel.disk.Disk;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A platform and its branches: takes, discards and keeps them.
///
/// A branch is a platform of its own in `FOLDER/branches/NAME`, whose large files are those of its origin
/// by second names. It is written under a name that begins with a dot and gets its own when it is whole and
/// durable; one that is discarded gets such a name before anything of it is deleted. So a branch is whole
/// or gone at any moment, and what has a dot is swept away when the platform is opened. Safe for several
/// threads.
public final class Branches implements AutoCloseable {
    /// How many there can be at a time.
    public static final int MOST = 8;

    private static final Pattern NAME = Pattern.compile("[a-z0-9]([a-z0-9-]{0,38}[a-z0-9])?");
    private static final String FOLDER = "branches";
    private static final String ORIGIN = "origin";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final PlatformOptions options;
    private final InstantSource wall;
    private final SecureRandom random;
    private final Path folder;
    private final ReentrantLock lock = new ReentrantLock();
    private final SequencedMap<String, Branch> branches = new LinkedHashMap<>();
    private final Map<String, String> unusable = new TreeMap<>();
    private final List<BranchListener> listeners = new ArrayList<>();
    private volatile Platform origin;

    private Branches(PlatformOptions options, InstantSource wall, SecureRandom random) {
        this.options = options;
        this.wall = wall;
        this.random = random;
        this.folder = options.folder().toAbsolutePath().normalize().resolve(FOLDER);
        this.origin = Platform.open(options, wall, random);
        boolean opened = false;
        try {
            sweep();
            openAll();
            opened = true;
        } finally {
            if (!opened) {
                origin.close();
            }
        }
    }

    /// Opens the platform in a folder and its branches; one that cannot be opened is left alone and
    /// [named][#unusable].
    ///
    /// @param wall wall time
    /// @param random of cryptographic strength
    /// @throws EnvironmentException if the platform cannot be opened
    public static Branches open(PlatformOptions options, InstantSource wall, SecureRandom random) {
        return new Branches(options, wall, random);
    }

    /// The platform that branches leave.
    public Platform origin() {
        return origin;
    }

    /// All that can be used, the oldest first.
    public List<Branch> all() {
        lock.lock();
        try {
            return List.copyOf(branches.values());
        } finally {
            lock.unlock();
        }
    }

    /// The names of those that could not be opened, each with the sentence that says why; they can be
    /// discarded.
    public Map<String, String> unusable() {
        lock.lock();
        try {
            return Map.copyOf(unusable);
        } finally {
            lock.unlock();
        }
    }

    /// The branch of that name.
    ///
    /// @throws InputException `branch-unknown`
    public Branch branch(String name) {
        lock.lock();
        try {
            return Optional.ofNullable(branches.get(name)).orElseThrow(() -> unknown(name));
        } finally {
            lock.unlock();
        }
    }

    /// Tells `listener` from now on, and of all branches that there are.
    public void hear(BranchListener listener) {
        lock.lock();
        try {
            listeners.add(listener);
            branches.values().forEach(listener::opened);
        } finally {
            lock.unlock();
        }
    }

    /// Tells `listener` no more.
    public void hearNoMore(BranchListener listener) {
        lock.lock();
        try {
            listeners.remove(listener);
        } finally {
            lock.unlock();
        }
    }

    /// Lets a branch leave the platform as it is now, at the same time on a clock of its own.
    ///
    /// @param speed virtual seconds a second; 0 stands
    /// @throws InputException `branch-name`, `branch-taken`, `branch-limit`, `branch-speed`
    /// @throws EnvironmentException `branch-disk`: there is no branch then
    public Branch take(String name, long speed) {
        lock.lock();
        try {
            requireNew(name, speed);
            Path written = folder.resolve("." + name + ".new");
            Path place = folder.resolve(name);
            Optional<BranchPoint> point = Optional.empty();
            boolean taken = false;
            try {
                KeptBranch.delete(written);
                Files.createDirectories(written);
                BranchPoint left = origin.branchTo(written, speed);
                point = Optional.of(left);
                Files.writeString(
                        written.resolve(Branch.FILE),
                        JSON.writeValueAsString(
                                JSON.createObjectNode().put("from", left.at().toString())));
                makeDurable(written);
                Files.move(written, place, StandardCopyOption.ATOMIC_MOVE);
                Disk.real().syncFolder(folder);
                Branch branch = new Branch(
                        name, left.at(), Platform.open(optionsOf(place), wall, random, point), left.originMeter());
                branches.put(name, branch);
                listeners.forEach(listener -> listener.opened(branch));
                taken = true;
                return branch;
            } catch (IOException refused) {
                throw disk(name, "made", refused);
            } finally {
                if (!taken) {
                    point.ifPresent(this::undo);
                    deleteQuietly(written);
                    if (Files.isDirectory(place)) {
                        drop(name);
                    }
                }
            }
        } finally {
            lock.unlock();
        }
    }

    private void undo(BranchPoint point) {
        origin.forget(point.originMeter());
        point.store().close();
    }

    private void requireNew(String name, long speed) {
        if (!NAME.matcher(name).matches() || name.equals(ORIGIN)) {
            throw new InputException(
                    "branch-name",
                    "A branch's name is 1 to 40 of a-z, 0-9 and -, with a - neither first nor last, and not origin:"
                            + " not "
                            + Quote.of(name) + ".");
        }
        if (branches.containsKey(name) || unusable.containsKey(name)) {
            throw new InputException(
                    "branch-taken", "There is a branch " + Quote.of(name) + "; discard it, or take another name.");
        }
        if (branches.size() + unusable.size() >= MOST) {
            throw new InputException(
                    "branch-limit", "There can be " + MOST + " branches at a time; discard or keep one first.");
        }
        if (speed < 0 || speed > PlatformClock.FASTEST) {
            throw new InputException(
                    "branch-speed", "A branch's clock runs at 0 to " + PlatformClock.FASTEST + ", not " + speed + ".");
        }
    }

    /// Deletes a branch and all that is its own. The origin does not notice.
    ///
    /// @throws InputException `branch-unknown`
    /// @throws EnvironmentException `branch-disk`: the branch is there still
    public void discard(String name) {
        lock.lock();
        try {
            Optional<Branch> branch = Optional.ofNullable(branches.get(name));
            if (branch.isEmpty() && !unusable.containsKey(name)) {
                throw unknown(name);
            }
            branch.ifPresent(this::close);
            branches.remove(name);
            unusable.remove(name);
            drop(name);
        } finally {
            lock.unlock();
        }
    }

    private void drop(String name) {
        Path gone = folder.resolve("." + name + ".gone");
        try {
            KeptBranch.delete(gone);
            Files.move(folder.resolve(name), gone, StandardCopyOption.ATOMIC_MOVE);
            Disk.real().syncFolder(folder);
        } catch (IOException refused) {
            unusable.put(name, "It could not be discarded.");
            throw disk(name, "discarded", refused);
        }
        deleteQuietly(gone);
    }

    /// Puts a branch in the place of the platform, whose own content is gone; its clock is its own from
    /// then on. Other branches stay, with what they are.
    ///
    /// @return the platform that is the origin now
    /// @throws InputException `branch-unknown`
    /// @throws EnvironmentException `branch-disk`: it is decided when the platform is opened again
    public Platform keep(String name) {
        lock.lock();
        try {
            Branch kept = Optional.ofNullable(branches.get(name)).orElseThrow(() -> unknown(name));
            listeners.forEach(BranchListener::originClosing);
            List.copyOf(branches.values()).forEach(this::close);
            branches.clear();
            origin.close();
            try {
                KeptBranch.keep(options.folder().toAbsolutePath().normalize(), folder.resolve(kept.name()));
            } catch (IOException refused) {
                throw disk(name, "kept", refused);
            } finally {
                origin = Platform.open(options.with(new ClockSetting.Kept()), wall, random);
                listeners.forEach(listener -> listener.originOpened(origin));
                openAll();
                branches.values().forEach(branch -> listeners.forEach(listener -> listener.opened(branch)));
            }
            return origin;
        } finally {
            lock.unlock();
        }
    }

    /// A branch beside its origin: what each used since they parted.
    ///
    /// @param book what bills are made with
    /// @throws InputException `branch-unknown`
    public Comparison compare(String name, PriceBook book) {
        Branch branch = branch(name);
        return new Comparing(book)
                .compare(
                        new Comparing.Subject(ORIGIN, origin, branch.originMeter()),
                        new Comparing.Subject(
                                branch.name(),
                                branch.platform(),
                                branch.platform().meter()));
    }

    /// A branch beside another: what each used since it left.
    ///
    /// @throws InputException `branch-unknown`
    public Comparison compare(String name, String with, PriceBook book) {
        Branch left = branch(with);
        Branch right = branch(name);
        return new Comparing(book)
                .compare(
                        new Comparing.Subject(
                                left.name(), left.platform(), left.platform().meter()),
                        new Comparing.Subject(
                                right.name(), right.platform(), right.platform().meter()));
    }

    /// The life of one object in a branch and in its origin or another branch.
    ///
    /// @param with the other branch; empty for the origin
    /// @throws InputException `branch-unknown`
    public Comparison.Lives lives(String name, Optional<String> with, String bucket, String key) {
        Branch right = branch(name);
        Optional<Branch> left = with.map(this::branch);
        List<EventLog.Entry> ofLeft = left.map(branch -> life(branch, bucket, key))
                .orElseGet(() -> origin.events().ofObject(bucket, key));
        boolean whole = origin.events().isWhole()
                && right.platform().events().isWhole()
                && left.map(branch -> branch.platform().events().isWhole()).orElse(true);
        return new Comparison.Lives(ofLeft, life(right, bucket, key), whole);
    }

    private List<EventLog.Entry> life(Branch branch, String bucket, String key) {
        List<EventLog.Entry> entries = new ArrayList<>();
        for (EventLog.Entry entry : origin.events().ofObject(bucket, key)) {
            if (!entry.at().isAfter(branch.from())) {
                entries.add(entry);
            }
        }
        entries.addAll(branch.platform().events().ofObject(bucket, key));
        return entries;
    }

    private void close(Branch branch) {
        listeners.forEach(listener -> listener.closing(branch));
        origin.forget(branch.originMeter());
        branch.platform().close();
    }

    // --- opening

    private void openAll() {
        for (Path place : list()) {
            String name = String.valueOf(place.getFileName());
            if (NAME.matcher(name).matches()) {
                try {
                    branches.put(name, reopen(name, place));
                } catch (EnvironmentException | InputException damaged) {
                    unusable.put(name, String.valueOf(damaged.getMessage()));
                }
            }
        }
    }

    private Branch reopen(String name, Path place) {
        Instant from;
        try {
            JsonNode node = JSON.readTree(Files.readAllBytes(place.resolve(Branch.FILE)));
            from = Instant.parse(node.path("from").asString(""));
        } catch (IOException | JacksonException | DateTimeException unreadable) {
            throw new EnvironmentException(
                    "branch-disk", "The branch in " + place + " cannot be read; discard it.", unreadable);
        }
        Platform platform = Platform.open(optionsOf(place), wall, random);
        return new Branch(name, from, platform, origin.countAnew());
    }

    private PlatformOptions optionsOf(Path place) {
        return new PlatformOptions(
                place, new ClockSetting.Kept(), options.accounts(), options.objects(), options.streams());
    }

    private List<Path> list() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.sorted().toList();
        } catch (IOException refused) {
            throw new EnvironmentException(
                    "branch-disk", "The branches in " + folder + " cannot be read: " + refused.getMessage(), refused);
        }
    }

    /// Deletes what has a dot: branches that were not whole yet, or to be discarded.
    private void sweep() {
        for (Path place : list()) {
            if (String.valueOf(place.getFileName()).startsWith(".")) {
                deleteQuietly(place);
            }
        }
    }

    /// What cannot be deleted now is swept when the platform is opened next.
    private static void deleteQuietly(Path place) {
        try {
            KeptBranch.delete(place);
        } catch (IOException _) {
            // it has a dot: nobody takes it for a branch
        }
    }

    /// Forces the small files, and the names of all; what is large made itself durable.
    private static void makeDurable(Path written) throws IOException {
        try (Stream<Path> entries = Files.list(written)) {
            for (Path entry : entries.toList()) {
                if (Files.isRegularFile(entry)) {
                    try (FileChannel channel = FileChannel.open(entry, StandardOpenOption.WRITE)) {
                        channel.force(true);
                    }
                }
            }
        }
        Disk.real().syncFolder(written);
    }

    private static InputException unknown(String name) {
        return new InputException("branch-unknown", "There is no branch " + Quote.of(name) + ".");
    }

    private static EnvironmentException disk(String name, String what, IOException refused) {
        return new EnvironmentException(
                "branch-disk",
                "The branch " + Quote.of(name) + " could not be " + what + ": " + refused.getMessage(),
                refused);
    }

    @Override
    public void close() {
        lock.lock();
        try {
            List.copyOf(branches.values()).forEach(this::close);
            branches.clear();
            origin.close();
        } finally {
            lock.unlock();
        }
    }
}
