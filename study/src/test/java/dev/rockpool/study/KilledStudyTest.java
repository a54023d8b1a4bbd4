package dev.rockpool.study;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rockpool.database.Database;
import dev.rockpool.kernel.Seed;
import dev.rockpool.trials.Campaign;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Kills studying processes (SIGKILL) at random moments and looks at what is left: every grade that was acknowledged
/// is in the log once, at most the one that was in flight besides, and the states are those of the log.
class KilledStudyTest {
    private static final int SAMPLE = 6;
    private static final int CAMPAIGN = 1_000;
    private static final long SEED = 20_261_125L;

    /// A fresh file after so many kills, so that the campaign also starts from small ones.
    private static final int KILLS_A_FILE = 50;

    /// The most acknowledgements before a kill: it comes after a random number of them and then at a random moment.
    private static final int MOST_ACKNOWLEDGED = 60;

    private static final long LONGEST_ACT_NANOS = 3_000_000;

    /// One in so many is killed while it starts: while it opens, or migrates a new file.
    private static final int STARTS_KILLED = 8;

    private static final long LONGEST_START_MILLIS = 1_500;

    @TempDir
    Path folder;

    @Test
    void killingNeverLosesInventsOrRepeatsAGrade() throws IOException, InterruptedException {
        int kills = Campaign.size(SAMPLE, CAMPAIGN);
        int grades = 0;
        RandomGenerator random = new Seed(SEED).derive("kills");
        List<String> acknowledged = new ArrayList<>();
        Path home = folder;
        for (int kill = 0; kill < kills; kill++) {
            if (kill % KILLS_A_FILE == 0) {
                home = folder.resolve("home-" + kill);
                acknowledged.clear();
            }
            String place = "seed " + SEED + ", kill " + kill;
            List<String> more = studyUntilKilled(home, kill, random);
            grades += more.size();
            acknowledged.addAll(more);
            verify(home, acknowledged, place);
        }
        Campaign.tell(
                "kill -9 while cards are graded",
                "%,d kills, %,d grades acknowledged; none lost, none twice, none invented".formatted(kills, grades));
    }

    /// The operations that the process acknowledged before it was killed.
    private static List<String> studyUntilKilled(Path home, int run, RandomGenerator random)
            throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xshare:auto",
                        "-cp",
                        System.getProperty("java.class.path"),
                        StudyingProcess.class.getName(),
                        home.toString(),
                        Integer.toString(run))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        List<String> acknowledged = new ArrayList<>();
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            if (random.nextInt(STARTS_KILLED) == 0) {
                boolean ended = process.waitFor(random.nextLong(LONGEST_START_MILLIS), TimeUnit.MILLISECONDS);
                assertThat(ended).isFalse();
            } else {
                int enough = random.nextInt(MOST_ACKNOWLEDGED);
                while (acknowledged.size() < enough) {
                    acknowledged.add(Objects.requireNonNull(lines.readLine(), "the process ended by itself"));
                }
                boolean ended = process.waitFor(random.nextLong(LONGEST_ACT_NANOS), TimeUnit.NANOSECONDS);
                assertThat(ended).isFalse();
            }
            // Process.destroyForcibly would close the pipe and lose what is still in it.
            process.toHandle().destroyForcibly();
            lines.lines().forEach(acknowledged::add);
        }
        process.waitFor();
        return acknowledged.stream()
                .filter(text -> text.endsWith(StudyingProcess.END))
                .map(text -> text.substring(0, text.length() - StudyingProcess.END.length()))
                .toList();
    }

    private static void verify(Path home, List<String> acknowledged, String place) {
        try (Database database = Database.open(home)) {
            List<String> logged = database.read(
                    handle -> handle.createQuery("select operation from review_log where act = 'GRADE' order by seq")
                            .mapTo(String.class)
                            .list());
            assertThat(logged).as(place).doesNotHaveDuplicates();
            assertThat(logged).as(place).containsAll(acknowledged);
            assertThat(logged.size() - acknowledged.size())
                    .as("%s: grades in flight", place)
                    .isBetween(0, 1);
            if (logged.size() > acknowledged.size()) {
                assertThat(acknowledged).as(place).doesNotContain(logged.getLast());
                acknowledged.add(logged.getLast());
            }
            List<Map<String, Object>> states = rows(database, "select * from card_state order by card_id");
            List<Map<String, Object>> days = rows(database, "select * from study_day order by study_day");
            new Study(database, InstantSource.system(), ZoneOffset.UTC, StudyOptions.STANDARD, StudyingProcess.SEED)
                    .rebuild();
            assertThat(rows(database, "select * from card_state order by card_id"))
                    .as(place)
                    .isEqualTo(states);
            assertThat(rows(database, "select * from study_day order by study_day"))
                    .as(place)
                    .isEqualTo(days);
        }
    }

    private static List<Map<String, Object>> rows(Database database, String sql) {
        return database.read(handle -> handle.createQuery(sql).mapToMap().list());
    }
}
