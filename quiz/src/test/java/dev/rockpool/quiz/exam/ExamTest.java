package dev.rockpool.quiz.exam;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rockpool.content.LabSetup;
import dev.rockpool.content.Library;
import dev.rockpool.database.Database;
import dev.rockpool.quiz.Form;
import dev.rockpool.quiz.Question;
import dev.rockpool.quiz.Response;
import dev.rockpool.quiz.bank.Bank;
import dev.rockpool.trials.Campaign;
import dev.rockpool.trials.KilledJvm;
import dev.rockpool.trials.Trials;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ExamTest {
    private static final Instant NOON = Instant.parse("2026-03-18T12:00:00Z");
    private static final Bank BANK = new Bank(Library.builtIn().snapshot());

    @TempDir
    Path folder;

    @Test
    void theWeightsOfTheCertificationGiveSixtyFiveQuestions() {
        assertThat(Blueprint.CERTIFICATION.counts().values()).containsExactly(22, 17, 14, 12);
    }

    @Test
    void anExamAsksEachDomainWhatItIsDueAndNothingTwice() {
        for (long seed = 0; seed < 50; seed++) {
            List<Place> places = Blueprint.CERTIFICATION.draw(BANK, seed);
            Map<String, Integer> counts = new HashMap<>();
            places.forEach(place ->
                    counts.merge(BANK.item(place.item()).orElseThrow().topic().domain(), 1, Integer::sum));
            assertThat(counts).isEqualTo(Blueprint.CERTIFICATION.counts());
            assertThat(places).doesNotHaveDuplicates();
            assertThat(places.stream()
                            .map(Place::item)
                            .filter(item -> !BANK.item(item).orElseThrow().isGenerated()))
                    .doesNotHaveDuplicates();
            assertThat(Blueprint.CERTIFICATION.draw(BANK, seed)).isEqualTo(places);
        }
    }

    /// What was answered before the process died is there again, and the clock has gone on.
    @Test
    void anExamGoesOnWhereItWas() {
        List<Place> places = Blueprint.CERTIFICATION.draw(BANK, 1);
        try (Database database = Database.open(folder)) {
            ExamRepository exams = new ExamRepository(database);
            Exam exam = exams.begin(places, NOON, Blueprint.CERTIFICATION.time());
            exams.respond(exam, 0, "chosen:1", NOON);
            exams.respond(exam, 0, "chosen:2", NOON);
            exams.respond(exam, 3, "written:12", NOON);
            exams.respond(exam, 3, "", NOON);
            exams.flag(exam, 5, true, NOON);
            exams.flag(exam, 6, true, NOON);
            exams.flag(exam, 6, false, NOON);
        }
        try (Database database = Database.open(folder)) {
            ExamRepository exams = new ExamRepository(database);
            Exam exam = exams.open().orElseThrow();
            assertThat(exam.places()).isEqualTo(places);
            assertThat(exams.sheet(exam)).isEqualTo(new Sheet(Map.of(0, "chosen:2"), java.util.Set.of(5)));
            assertThat(exam.left(NOON.plusSeconds(600))).isEqualTo(Duration.ofHours(2));
            assertThat(exam.left(NOON.plus(Duration.ofDays(1)))).isZero();
            exams.finish(exam, 40, NOON.plusSeconds(7_000));
            exams.finish(exam, 41, NOON.plusSeconds(7_001));
            assertThat(exams.open()).isEmpty();
            assertThat(exams.past()).containsExactly(new ExamRepository.Past(NOON.plusSeconds(7_000), 40, 65));
            exams.deleteAll();
            assertThat(exams.past()).isEmpty();
        }
    }

    /// A process that sits the exam is killed in the middle of it, at another question each time; what it had said was
    /// kept is there, and the clock has gone on.
    @Test
    void anExamSurvivesAKilledProcessAndItsClockGoesOn() {
        int kills = Campaign.size(2, 40);
        Trials.run(kills, random -> {
            Path sat = Files.createTempDirectory(folder, "sat");
            List<String> said =
                    KilledJvm.live(folder, SatExam.class, List.of(sat.toString()), 1 + random.nextInt(40), 0);
            int answered = (int) said.stream().filter("answered"::equals).count();
            try (Database database = Database.open(sat)) {
                ExamRepository exams = new ExamRepository(database);
                Exam exam = exams.open().orElseThrow();
                Sheet sheet = exams.sheet(exam);
                assertThat(exam.places()).isEqualTo(SatExam.places());
                assertThat(sheet.lines().size()).isBetween(answered, answered + 1); // one may be kept and not yet said
                for (int place = 0; place < sheet.lines().size(); place++) {
                    assertThat(sheet.lines()).containsEntry(place, SatExam.response(place));
                }
                assertThat(exam.left(SatExam.BEGUN.plus(Duration.ofMinutes(70))))
                        .isEqualTo(Duration.ofMinutes(60));
            }
        });
        Campaign.tell("kill -9 in a mock exam", kills + " kills; no answer lost, the clock went on");
    }

    @Test
    void whoAnswersAllRightlyHasAll() {
        Exam exam = new Exam(1, NOON, NOON, Blueprint.CERTIFICATION.draw(BANK, 2));
        Sheet sheet = Sheet.EMPTY;
        for (int place = 0; place < exam.places().size(); place++) {
            Place asked = exam.places().get(place);
            Question question = BANK.item(asked.item()).orElseThrow().ask(asked.seed());
            sheet = sheet.with(place, right(question.form()).line());
        }
        ExamResult result = ExamResult.of(exam, sheet, BANK);
        assertThat(result.right()).isEqualTo(65);
        assertThat(result.whole().percent()).isEqualTo(100);
        assertThat(result.byDomain())
                .hasSize(4)
                .allSatisfy(part -> assertThat(part.percent()).isEqualTo(100));

        ExamResult half = ExamResult.of(exam, sheet.with(0, "").with(1, "chosen:99"), BANK);
        assertThat(half.right()).isEqualTo(63);
        assertThat(half.marks().getFirst().given()).isEmpty();
        assertThat(half.byTopic().getFirst().percent()).isLessThan(100);
    }

    private static Response right(Form form) {
        return switch (form) {
            case Form.Options asked ->
                new Response.Chosen(
                        new TreeSet<>(IntStream.range(0, asked.options().size())
                                .filter(place -> asked.options().get(place).correct())
                                .boxed()
                                .toList()));
            case Form.Numeric numeric -> new Response.Written(numeric.answer().toPlainString());
            case Form.Typed typed -> new Response.Written(typed.accepted().getLast());
            case Form.Matching matching -> new Response.Matched(matching.key());
            case Form.InLab(LabSetup setup) -> new Response.Tuned(setup.solution());
            case Form.Ordering ordering -> new Response.Ordered(ordering.key());
        };
    }
}
