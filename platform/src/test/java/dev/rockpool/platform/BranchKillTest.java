package dev.rockpool.platform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rockpool.kernel.Seed;
import dev.rockpool.trials.Campaign;
import dev.rockpool.trials.KilledJvm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Kills a process that takes branches, plays in them, discards and keeps them, at seeded moments: six times in the
/// build, a hundred times in the campaign. What was acknowledged holds afterwards; what was under way is done or not
/// begun, never half; and the origin changes by nothing but a branch that is kept.
final class BranchKillTest {
    /// An act takes about so long: kills are spread over it.
    private static final int ACT_MILLIS = 120;

    @TempDir
    Path folder;

    @Test
    void aBranchIsWholeOrGoneAndTheOriginUntouched() throws IOException {
        int kills = Campaign.size(6, 100);
        RandomGenerator random = new Seed(20_261_127).derive("branch kills");
        Path prepared = folder.resolve("prepared");
        KilledBranches.prepare(prepared);
        for (int kill = 0; kill < kills; kill++) {
            Path platform = folder.resolve("platform-" + kill);
            copy(prepared, platform);
            // an act has begun or is done: every second kill comes while one is under way
            List<String> said =
                    live(platform, random.nextInt(1, KilledBranches.LINES + 1), random.nextInt(0, ACT_MILLIS));
            verify(platform, said, "kill " + kill + " after " + said);
            KeptBranch.delete(platform);
        }
        Campaign.tell(
                "kill -9 of the platform while branches are made, played, kept and discarded",
                "%,d kills; each branch whole or gone, the origin untouched".formatted(kills));
    }

    /// What the process said in whole lines.
    private List<String> live(Path platform, int lines, int millis) throws IOException {
        return KilledJvm.live(folder, KilledBranches.class, List.of(platform.toString()), lines, millis).stream()
                .filter(line -> line.split(" ", -1).length == 3)
                .toList();
    }

    /// What must hold after the lines that a process said.
    private static final class Expected {
        private final Set<String> branches = new TreeSet<>();
        private final Set<String> named = new TreeSet<>();
        private final Set<String> played = new TreeSet<>();
        private String lineage = "origin";
        private boolean originPlayed;
        private String pending = "";
        private String name = "";

        Expected(List<String> said) {
            for (String line : said) {
                String[] words = line.split(" ", -1);
                if (words[0].equals("begins")) {
                    pending = words[1];
                    name = words[2];
                } else {
                    done();
                    pending = "";
                }
            }
        }

        private void done() {
            switch (pending) {
                case "take" -> {
                    branches.add(name);
                    if (originPlayed) {
                        played.add(name);
                    }
                }
                case "name" -> named.add(name);
                case "play" -> played.add(name);
                case "discard" -> branches.remove(name);
                case "keep" -> {
                    branches.remove(name);
                    lineage = name;
                    originPlayed = originPlayed || played.contains(name);
                }
                default -> throw new AssertionError(pending);
            }
        }

        /// Takes what was under way for done, or for not begun, whichever it looks like.
        void decide(Set<String> found, String who) {
            boolean isDone = switch (pending) {
                case "take" -> found.contains(name);
                case "discard" -> !found.contains(name);
                case "keep" -> who.equals(name);
                default -> false;
            };
            if (isDone) {
                done();
                pending = "";
            }
        }
    }

    private static void verify(Path folder, List<String> said, String kill) {
        Expected expected = new Expected(said);
        try (Branches branches =
                Branches.open(KilledBranches.options(folder), InstantSource.system(), new SecureRandom())) {
            assertThat(branches.unusable()).as(kill).isEmpty();
            Set<String> found =
                    new TreeSet<>(branches.all().stream().map(Branch::name).toList());
            String who = new Writer(branches.origin()).get(KilledBranches.BUCKET, KilledBranches.WHO);
            expected.decide(found, who);

            assertThat(found).as(kill).isEqualTo(expected.branches);
            assertThat(who).as(kill).isEqualTo(expected.lineage);
            content(branches.origin(), expected.originPlayed, false, kill + ": origin");
            Instant now = branches.origin().clock().instant();
            assertThat(now)
                    .as(kill)
                    .isEqualTo(
                            expected.originPlayed
                                    ? KilledBranches.START.plus(KilledBranches.PLAYED)
                                    : KilledBranches.START);
            for (Branch branch : branches.all()) {
                String of = kill + ": " + branch.name();
                boolean isPending = expected.name.equals(branch.name());
                content(
                        branch.platform(),
                        expected.played.contains(branch.name()),
                        isPending && expected.pending.equals("play"),
                        of);
                String says = new Writer(branch.platform()).get(KilledBranches.BUCKET, KilledBranches.WHO);
                if (expected.named.contains(branch.name())) {
                    assertThat(says).as(of).isEqualTo(branch.name());
                } else if (!(isPending && expected.pending.equals("name"))) {
                    assertThat(says)
                            .as(of)
                            .isIn("origin", "a", expected.lineage)
                            .isNotEqualTo(branch.name());
                }
            }
        }
        assertThat(folder.resolve("kept")).as(kill).doesNotExist();
        assertThat(folder.resolve("replaced")).as(kill).doesNotExist();
        assertThat(folder.resolve("branches").toFile().list((_, name) -> name.startsWith(".")))
                .as(kill)
                .isNullOrEmpty();
    }

    /// What a platform holds, read whole.
    ///
    /// @param isPlaying whether its objects may be expiring
    private static void content(Platform platform, boolean isPlayed, boolean isPlaying, String of) {
        assertThat(platform.objects().verify()).as(of).isEmpty();
        Writer writer = new Writer(platform);
        List<String> stays = IntStream.range(0, KilledBranches.OBJECTS)
                .mapToObj(object -> "stays/" + object)
                .toList();
        List<String> old = IntStream.range(0, KilledBranches.OBJECTS)
                .mapToObj(object -> "old/" + object)
                .toList();
        List<String> keys = writer.keys(KilledBranches.BUCKET);
        assertThat(keys).as(of).containsAll(stays).contains(KilledBranches.WHO);
        if (isPlayed) {
            assertThat(keys).as(of).doesNotContainAnyElementsOf(old);
        } else if (!isPlaying) {
            assertThat(keys).as(of).containsAll(old);
        }
        for (String key : keys) {
            if (!key.equals(KilledBranches.WHO)) {
                int object = Integer.parseInt(key.substring(key.indexOf('/') + 1));
                assertThat(writer.get(KilledBranches.BUCKET, key)).as(of).isEqualTo(KilledBranches.body(object));
            }
        }
        assertThat(platform.streams().listStreams()).as(of).hasSize(1);
    }

    private static void copy(Path from, Path to) throws IOException {
        try (var all = Files.walk(from)) {
            for (Path each : all.toList()) {
                Path target = to.resolve(from.relativize(each).toString());
                if (Files.isDirectory(each)) {
                    Files.createDirectories(target);
                } else {
                    Path _ = Files.copy(each, target);
                }
            }
        }
    }
}
