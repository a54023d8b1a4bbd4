package dev.rockpool.quiz.services;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.rockpool.kernel.Seed;
import dev.rockpool.quiz.Template;
import dev.rockpool.quiz.catalogue.Templates;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/// The right answers a second time, by hand and by the prices of us-east-1 in 2026.
final class ServiceTemplatesTest {
    private static final int DRAWS = 200;

    private static void each(String id, ToDoubleFunction<ServiceTemplates.Work> byHand) {
        Template<ServiceTemplates.Work> template = named(id);
        RandomGenerator random = new Seed(7).derive(id);
        for (int draw = 0; draw < DRAWS; draw++) {
            ServiceTemplates.Work work = template.draw(random);
            double expected = byHand.applyAsDouble(work);
            assertThat(template.answer(work).doubleValue())
                    .as(id + " of " + work)
                    .isCloseTo(expected, within(1e-9 * expected));
        }
    }

    @SuppressWarnings("unchecked") // all templates of the package are of Work
    private static Template<ServiceTemplates.Work> named(String id) {
        return (Template<ServiceTemplates.Work>) Templates.require(id);
    }

    @Test
    void requestsAreCountedByPagesAndParts() {
        each("list-pages", work -> work.times() * Math.ceil(work.size() / 1_000.0));
        each("upload-requests", work -> work.times() * (Math.ceil(work.size() * 1_024.0 / work.factor()) + 2));
    }

    @Test
    void shortJobsPayAMinute() {
        each("glue-minutes", work -> work.times() / 60.0 * work.factor() * 0.44);
    }

    @Test
    void bytesAreScannedAsTheyLieEachTime() {
        each("athena-compressed", work -> {
            double megabytes = Math.ceil(work.size() * 1_024.0 / work.factor()); // a MB that is begun counts
            return work.times() * megabytes / 1_048_576 * 5;
        });
        each("spectrum-scans", work -> work.times() * work.size() * 5.0);
    }

    @Test
    void writesPayStartedKilobytes() {
        each("table-writes", work -> work.times() * (work.size() + 1) * 0.625);
    }

    @Test
    void jobsPayProcessorsAndMemory() {
        each(
                "batch-on-fargate",
                work -> work.times() * (work.size() / 60.0) * work.factor() * (0.04048 + 2 * 0.004445));
    }

    @Test
    void retriesAreTransitions() {
        each("workflow-transitions", work -> (double) work.times() * (work.size() + work.factor()) * 0.000025);
    }

    @Test
    void equalLayersAreStoredOnce() {
        each("shared-layers", work -> (work.size() + (double) work.times() * work.factor()) * 0.1);
    }

    @Test
    void anOverwrittenObjectIsStoredOnce() {
        each("overwritten-objects", work -> work.times() * (double) work.size() / 1_024 * 0.023);
    }

    @Test
    void whatStandsIsPaidByTheHour() {
        each("log-search-units", work -> work.times() * (work.size() + work.factor()) * 0.24);
        each("airflow-environment", work -> work.times() * 0.49 + work.size() * work.factor() * 0.055);
        each("replication-hours", work -> (work.times() + work.size()) * 0.018);
    }

    @Test
    void enginesReadApartAndCopiesAreOfChanges() {
        each("two-engines-scan", work -> (work.times() + work.factor()) * work.size() * 5.0);
        each("copied-changes", work -> (work.size() + work.times() * (double) work.factor()) * 0.0125);
    }
}
