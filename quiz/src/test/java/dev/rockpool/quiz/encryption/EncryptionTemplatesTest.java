package dev.rockpool.quiz.encryption;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rockpool.kernel.Seed;
import dev.rockpool.quiz.Asking;
import dev.rockpool.quiz.Form;
import dev.rockpool.quiz.Question;
import dev.rockpool.quiz.Template;
import dev.rockpool.simulators.encryption.EncryptionMode;
import dev.rockpool.simulators.encryption.Threat;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/// The right answers a second time, as formulas with printed prices (KMS pricing page, seen 2026; S3 pricing page,
/// 2025-10-19).
final class EncryptionTemplatesTest {
    private static final int DRAWS = 200;
    private static final int QUESTIONS = 40;

    private static <P> void each(Template<P> template, Consumer<P> check) {
        RandomGenerator random = new Seed(7).derive(template.id());
        for (int draw = 0; draw < DRAWS; draw++) {
            check.accept(template.draw(random));
        }
    }

    private static BigDecimal kms(long calls) {
        return new BigDecimal("0.000003").multiply(BigDecimal.valueOf(calls));
    }

    @Test
    void callsAreThoseOfTheGuide() {
        CallsWithout without = new CallsWithout();
        each(
                without,
                traffic -> assertThat(without.answer(traffic))
                        .isEqualByComparingTo(BigDecimal.valueOf(traffic.uploads() + traffic.downloads())));
        CallsOfSessions sessions = new CallsOfSessions();
        each(
                sessions,
                job -> assertThat(sessions.answer(job)).isEqualByComparingTo(BigDecimal.valueOf(job.sessions())));
        CallsOverTime time = new CallsOverTime();
        each(
                time,
                shift -> assertThat(time.answer(shift)).isEqualByComparingTo(BigDecimal.valueOf(shift.minutes() / 5)));
    }

    @Test
    void billsAreThoseOfThePricePages() {
        KeyBill own = new KeyBill();
        each(
                own,
                traffic -> assertThat(own.answer(traffic))
                        .isEqualByComparingTo(kms(traffic.requests()).add(BigDecimal.ONE)));
        ManagedBill managed = new ManagedBill();
        each(managed, traffic -> assertThat(managed.answer(traffic)).isEqualByComparingTo(kms(traffic.requests())));
        SecondLayer second = new SecondLayer();
        each(
                second,
                files -> assertThat(second.answer(files))
                        .isEqualByComparingTo(new BigDecimal("0.003")
                                .multiply(BigDecimal.valueOf((files.uploads() + files.downloads()) * files.mib()))
                                .divide(BigDecimal.valueOf(1_024))));
    }

    @Test
    void readersAreThoseOfTheMatrix() {
        Set<Threat> own = Set.of(Threat.LEAKED_READ_AND_DECRYPT);
        OpenThreats readers = new OpenThreats();
        each(readers, object -> {
            long expected = switch (object.mode()) {
                case NONE -> object.threats().size();
                case SSE_S3 ->
                    object.threats().stream()
                            .filter(threat -> threat != Threat.STOLEN_DISK)
                            .count();
                case SSE_KMS_MANAGED ->
                    object.threats().stream()
                            .filter(threat -> threat == Threat.LEAKED_READ || own.contains(threat))
                            .count();
                case SSE_KMS, SSE_KMS_BUCKET_KEY, DSSE_KMS ->
                    object.threats().stream().filter(own::contains).count();
                case SSE_C, CLIENT -> 0;
            };
            assertThat(readers.answer(object)).as("%s", object).isEqualByComparingTo(BigDecimal.valueOf(expected));
        });
        assertThat(EncryptionMode.values()).hasSize(8);
    }

    @Test
    void everyTemplateAsksAndNamesMistakes() {
        for (Template<?> template : List.of(
                new CallsWithout(),
                new CallsOfSessions(),
                new CallsOverTime(),
                new KeyBill(),
                new ManagedBill(),
                new SecondLayer(),
                new OpenThreats())) {
            for (int seed = 0; seed < QUESTIONS; seed++) {
                Question question = Asking.question(template, seed);
                assertThat(question.stem()).doesNotContain("{").containsAnyOf("?");
                assertThat(question.solution())
                        .isNotEmpty()
                        .allSatisfy(step -> assertThat(step).doesNotContain("{"));
                assertThat(question.form())
                        .isInstanceOfSatisfying(
                                Form.Numeric.class,
                                form -> assertThat(form.traps()).hasSizeGreaterThanOrEqualTo(2));
            }
        }
    }
}
