package dev.rockpool.quiz.services;

import static dev.rockpool.quiz.TemplateTexts.rule;

import dev.rockpool.costmodel.Biller;
import dev.rockpool.costmodel.BillingMonth;
import dev.rockpool.costmodel.PricesInForce;
import dev.rockpool.costmodel.workload.AthenaQueries;
import dev.rockpool.costmodel.workload.ContainerTasks;
import dev.rockpool.costmodel.workload.GlueJobs;
import dev.rockpool.costmodel.workload.PricedItem;
import dev.rockpool.costmodel.workload.TableRequests;
import dev.rockpool.costmodel.workload.Tariff;
import dev.rockpool.costmodel.workload.Workload;
import dev.rockpool.kernel.Decimals;
import dev.rockpool.quiz.Reckoned;
import dev.rockpool.quiz.Template;
import dev.rockpool.quiz.WrongRule;
import dev.rockpool.simulators.Unit;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/// What work of a month costs at the services that the documented questions name.
public final class ServiceTemplates {
    private static final String REGION = "us-east-1";
    private static final BigDecimal HUNDREDTH = new BigDecimal("0.01");
    private static final long KILOBYTE = 1L << 10;
    private static final long GIGABYTE = 1L << 30;
    private static final int MINUTE = 60;
    private static final int HOUR = 3_600;
    private static final int PARTS_AND_ENDS = 2;
    private static final int KEYS_A_PAGE = 1_000;

    private ServiceTemplates() {}

    /// Work of a month.
    ///
    /// @param times how often it is done
    /// @param size of each time
    /// @param factor what else it depends on
    record Work(int times, int size, int factor) {
        BigDecimal count() {
            return BigDecimal.valueOf(times);
        }

        BigDecimal product() {
            return count().multiply(BigDecimal.valueOf((long) size * factor));
        }
    }

    /// Every template, in the order of the documented questions.
    public static List<Template<?>> all() {
        return List.of(
                overwriting(),
                listing(),
                upload(),
                glue(),
                athena(),
                spectrum(),
                table(),
                logSearch(),
                environment(),
                batch(),
                replication(),
                transitions(),
                scans(),
                copies(),
                images());
    }

    private static BigDecimal bill(Workload workload) {
        return new Biller(PricesInForce.book())
                .bill(workload.lines(new Tariff(PricesInForce.book(), REGION, BillingMonth.OF_730_HOURS)))
                .total()
                .amount();
    }

    private static String price(String service, String item) {
        return Decimals.plain(PricesInForce.book()
                .require(service, item, REGION)
                .tiers()
                .getFirst()
                .price());
    }

    private static int whole(RandomGenerator random, int low, int high) {
        return low + random.nextInt(high - low + 1);
    }

    private static String count(long number) {
        return Unit.COUNT.number(number);
    }

    private static Template<Work> template(
            String id,
            Unit unit,
            String fact,
            Function<RandomGenerator, Work> drawing,
            Function<Work, BigDecimal> answering,
            List<WrongRule<Work>> mistakes,
            Function<Work, List<String>> values) {
        return new Reckoned<>(
                ServiceTemplates.class,
                id,
                unit,
                answer -> unit == Unit.COUNT ? BigDecimal.ZERO : answer.multiply(HUNDREDTH),
                List.of(fact),
                drawing,
                _ -> true,
                answering,
                mistakes,
                values,
                _ -> Optional.empty());
    }

    // ---- storage

    /// An object is replaced as a whole, and without versions nothing of the one before stays.
    private static Template<Work> overwriting() {
        return template(
                "overwritten-objects",
                Unit.USD,
                "q01-f1",
                random -> new Work(whole(random, 2, 60) * 1_000, whole(random, 5, 80), whole(random, 2, 6)),
                work -> standard(work, 1, KILOBYTE),
                List.of(
                        rule("overwritten-is-kept", work -> standard(work, work.factor(), KILOBYTE)),
                        rule("overwritten-is-kept-besides", work -> standard(work, 1 + work.factor(), KILOBYTE)),
                        rule("gigabyte-of-thousands", work -> standard(work, 1, 1_000))),
                work -> List.of(
                        count(work.times()),
                        count(work.size()),
                        count(work.factor()),
                        price("S3", "storage.STANDARD")));
    }

    private static BigDecimal standard(Work work, int copies, long megabytesAGigabyte) {
        BigDecimal megabytes = work.count().multiply(BigDecimal.valueOf((long) work.size() * copies));
        return bill(new PricedItem(
                "S3",
                "storage.STANDARD",
                megabytes.divide(BigDecimal.valueOf(megabytesAGigabyte), MathContext.DECIMAL64)));
    }

    // ---- requests

    /// A folder is a prefix of keys: to go through it is to list pages of a thousand keys.
    private static Template<Work> listing() {
        return template(
                "list-pages",
                Unit.COUNT,
                "q02-f3",
                random -> new Work(whole(random, 3, 40), KEYS_A_PAGE * whole(random, 1, 30) + whole(random, 1, 999), 1),
                work -> pages(work.size()).multiply(work.count()),
                List.of(
                        rule("a-request-a-key", Work::product),
                        rule(
                                "last-page-forgotten",
                                work -> BigDecimal.valueOf((long) work.size() / KEYS_A_PAGE)
                                        .multiply(work.count())),
                        rule("folder-is-one-request", Work::count)),
                work -> List.of(
                        count(work.times()),
                        count(work.size()),
                        count(pages(work.size()).longValueExact())));
    }

    private static BigDecimal pages(int keys) {
        return BigDecimal.valueOf(Math.ceilDiv(keys, KEYS_A_PAGE));
    }

    private static Template<Work> upload() {
        return template(
                "upload-requests",
                Unit.COUNT,
                "q03-f3",
                random -> new Work(whole(random, 2, 60), whole(random, 5, 80), whole(random, 1, 12) * 8),
                work -> parts(work).add(BigDecimal.TWO).multiply(work.count()),
                List.of(
                        rule("ends-of-upload-forgotten", work -> parts(work).multiply(work.count())),
                        rule("upload-is-one-request", Work::count),
                        rule(
                                "last-part-forgotten",
                                work -> BigDecimal.valueOf(
                                                (long) work.size() * KILOBYTE / work.factor() + PARTS_AND_ENDS)
                                        .multiply(work.count()))),
                work -> List.of(
                        count(work.times()),
                        count(work.size()),
                        count(work.factor()),
                        count(parts(work).longValueExact())));
    }

    /// GiB in parts of so many MiB.
    private static BigDecimal parts(Work work) {
        return BigDecimal.valueOf(Math.ceilDiv(work.size() * KILOBYTE, work.factor()));
    }

    // ---- bills

    private static Template<Work> glue() {
        return template(
                "glue-minutes",
                Unit.USD,
                "q14-f9",
                random -> new Work(whole(random, 5, 60) * 100, whole(random, 10, 50), whole(random, 2, 10)),
                work -> glue(work, work.size()),
                List.of(
                        rule(
                                "glue-seconds-as-they-are",
                                work -> glue(work, MINUTE)
                                        .multiply(BigDecimal.valueOf(work.size()))
                                        .divide(BigDecimal.valueOf(MINUTE), MathContext.DECIMAL64)),
                        rule("glue-started-hours", work -> glue(work, HOUR)),
                        rule("glue-one-unit", work -> glue(new Work(work.times(), work.size(), 1), work.size()))),
                work -> List.of(
                        count(work.times()),
                        count(work.size()),
                        count(work.factor()),
                        price("Glue", "ETL/Spark/interactive")));
    }

    private static BigDecimal glue(Work work, int seconds) {
        return bill(new GlueJobs(work.count(), Duration.ofSeconds(seconds), BigDecimal.valueOf(work.factor()), false));
    }

    /// Compressed files are scanned compressed.
    private static Template<Work> athena() {
        return template(
                "athena-compressed",
                Unit.USD,
                "q15-f1",
                random -> new Work(whole(random, 5, 90) * 10, whole(random, 20, 200), whole(random, 2, 8)),
                work -> bill(new AthenaQueries(work.count(), work.size() * GIGABYTE / work.factor())),
                List.of(
                        rule("compression-forgotten", work -> athena(work.times(), work.size())),
                        rule(
                                "compression-twice",
                                work -> bill(new AthenaQueries(
                                        work.count(), work.size() * GIGABYTE / work.factor() / work.factor()))),
                        rule(
                                "one-query-billed",
                                work -> bill(
                                        new AthenaQueries(BigDecimal.ONE, work.size() * GIGABYTE / work.factor())))),
                work -> List.of(
                        count(work.times()),
                        count(work.size()),
                        count(work.factor()),
                        price("Athena", "sql.data_scanned")));
    }

    private static BigDecimal athena(int queries, long gigabytes) {
        return bill(new AthenaQueries(BigDecimal.valueOf(queries), gigabytes * GIGABYTE));
    }

    /// Spectrum reads the files where they lie, each time anew.
    private static Template<Work> spectrum() {
        return template(
                "spectrum-scans",
                Unit.USD,
                "q16-f6",
                random -> new Work(whole(random, 4, 120), whole(random, 2, 40), whole(random, 2, 20)),
                work -> spectrum(work.count().multiply(BigDecimal.valueOf(work.size()))),
                List.of(
                        rule("spectrum-loads-once", work -> spectrum(BigDecimal.valueOf(work.size()))),
                        rule(
                                "spectrum-loads-besides",
                                work -> spectrum(BigDecimal.valueOf(work.times() + 1L)
                                        .multiply(BigDecimal.valueOf(work.size())))),
                        rule("nodes-multiply-scans", work -> spectrum(work.product()))),
                work -> List.of(
                        count(work.times()), count(work.size()), count(work.factor()), price("Redshift", "spectrum")));
    }

    private static BigDecimal spectrum(BigDecimal terabytes) {
        return bill(new PricedItem("Redshift", "spectrum", terabytes));
    }

    /// A write is billed by started KB: items have hundreds of bytes beyond.
    private static Template<Work> table() {
        return template(
                "table-writes",
                Unit.USD,
                "q18-f2",
                random -> new Work(whole(random, 4, 90), whole(random, 1, 30), whole(random, 100, 900)),
                work -> writes(work, work.size() * KILOBYTE + work.factor()),
                List.of(
                        rule("write-is-one-unit", work -> writes(work, 1)),
                        rule("started-kilobyte-forgotten", work -> writes(work, work.size() * KILOBYTE)),
                        rule(
                                "write-steps-of-reads",
                                work -> writes(work, Math.ceilDiv(work.size() * KILOBYTE + work.factor(), 4)))),
                work -> List.of(
                        count(work.times()),
                        count(work.size() * KILOBYTE + work.factor()),
                        count(work.size() + 1L),
                        price("DynamoDB", "ondemand.WRU")));
    }

    private static BigDecimal writes(Work work, long bytes) {
        return bill(new TableRequests(false, bytes, work.count().movePointRight(6), BigDecimal.ZERO, false, false));
    }

    /// Units that write and units that search are apart, and both run while nobody does either.
    private static Template<Work> logSearch() {
        return template(
                "log-search-units",
                Unit.USD,
                "q19-f1",
                random -> new Work(whole(random, 40, 730), whole(random, 2, 12), whole(random, 14, 30)),
                work -> searching(work, work.size() + work.factor()),
                List.of(
                        rule("search-units-free", work -> searching(work, work.size())),
                        rule("writing-units-free", work -> searching(work, work.factor())),
                        rule("units-serve-both", work -> searching(work, work.factor() - work.size()))),
                work -> List.of(
                        count(work.times()),
                        count(work.size()),
                        count(work.factor()),
                        price("OpenSearch", "serverless.OCU")));
    }

    private static BigDecimal searching(Work work, int units) {
        return bill(new PricedItem("OpenSearch", "serverless.OCU", work.count().multiply(BigDecimal.valueOf(units))));
    }

    /// An environment is paid for while it stands, its further workers while they run.
    private static Template<Work> environment() {
        return template(
                "airflow-environment",
                Unit.USD,
                "q20-f2",
                random -> new Work(whole(random, 300, 730), whole(random, 2, 20), whole(random, 20, 200)),
                work -> airflow(work.times(), (long) work.size() * work.factor()),
                List.of(
                        rule("further-workers-free", work -> airflow(work.times(), 0)),
                        rule("workers-as-long", work -> airflow(work.times(), (long) work.size() * work.times())),
                        rule(
                                "environment-idle-free",
                                work -> airflow(work.factor(), (long) work.size() * work.factor()))),
                work -> List.of(
                        count(work.times()),
                        count(work.size()),
                        count(work.factor()),
                        price("MWAA", "environment.small"),
                        price("MWAA", "worker.small")));
    }

    private static BigDecimal airflow(long hours, long workerHours) {
        return bill(new PricedItem("MWAA", "environment.small", BigDecimal.valueOf(hours)))
                .add(bill(new PricedItem("MWAA", "worker.small", BigDecimal.valueOf(workerHours))));
    }

    private static Template<Work> batch() {
        return template(
                "batch-on-fargate",
                Unit.USD,
                "q21-f12",
                random -> new Work(whole(random, 2, 50) * 100, whole(random, 5, 110), 1 << whole(random, 1, 3)),
                work -> tasks(work, work.factor(), 2 * work.factor()),
                List.of(
                        rule("memory-forgotten", work -> tasks(work, work.factor(), 0)),
                        rule("processors-forgotten", work -> tasks(work, 0, 2 * work.factor())),
                        rule("one-processor-billed", work -> tasks(work, 1, 2))),
                work -> List.of(
                        count(work.times()),
                        count(work.size()),
                        count(work.factor()),
                        count(2L * work.factor()),
                        price("Fargate", "x86 vCPU"),
                        price("Fargate", "x86 memory")));
    }

    private static BigDecimal tasks(Work work, int processors, int gigabytes) {
        return bill(new ContainerTasks(
                work.count(),
                Duration.ofMinutes(work.size()),
                BigDecimal.valueOf(processors),
                BigDecimal.valueOf(gigabytes),
                BigDecimal.ZERO,
                false));
    }

    /// One instance runs the load and then goes on with the changes, for as many tasks as fit.
    private static Template<Work> replication() {
        return template(
                "replication-hours",
                Unit.USD,
                "q22-f2",
                random -> new Work(whole(random, 20, 90), whole(random, 120, 600), whole(random, 2, 5)),
                work -> replicating(work.times() + (long) work.size()),
                List.of(
                        rule("changes-free", work -> replicating(work.times())),
                        rule("load-free", work -> replicating(work.size())),
                        rule(
                                "instance-a-task",
                                work -> replicating((long) work.factor() * (work.times() + work.size())))),
                work -> List.of(
                        count(work.times()), count(work.size()), count(work.factor()), price("DMS", "t2.micro")));
    }

    private static BigDecimal replicating(long hours) {
        return bill(new PricedItem("DMS", "t2.micro", BigDecimal.valueOf(hours)));
    }

    /// A state that is tried again is a transition each time.
    private static Template<Work> transitions() {
        return template(
                "workflow-transitions",
                Unit.USD,
                "q23-f1",
                random -> new Work(whole(random, 2, 90) * 10_000, whole(random, 3, 15), whole(random, 2, 4)),
                work -> transitions(work.times(), work.size() + work.factor()),
                List.of(
                        rule("retries-free", work -> transitions(work.times(), work.size())),
                        rule("execution-is-one-transition", work -> transitions(work.times(), 1)),
                        rule(
                                "retry-from-the-start",
                                work -> transitions(work.times(), work.size() * (1 + work.factor())))),
                work -> List.of(
                        count(work.times()),
                        count(work.size()),
                        count(work.factor()),
                        price("StepFunctions", "standard.transition")));
    }

    private static BigDecimal transitions(int executions, int each) {
        return bill(
                new PricedItem("StepFunctions", "standard.transition", BigDecimal.valueOf((long) executions * each)));
    }

    /// Two engines over the same files read them apart, and each is paid for what it reads.
    private static Template<Work> scans() {
        return template(
                "two-engines-scan",
                Unit.USD,
                "q24-f1",
                random -> {
                    int first = whole(random, 4, 60);
                    return new Work(first, whole(random, 1, 12), first + whole(random, 3, 60));
                },
                work -> athena(work.times(), terabytes(work.size())).add(spectrum(scanned(work, work.factor()))),
                List.of(
                        rule("spectrum-is-in-the-cluster", work -> athena(work.times(), terabytes(work.size()))),
                        rule("scan-serves-both", work -> spectrum(scanned(work, work.factor()))),
                        rule(
                                "engines-scan-once",
                                work -> athena(1, terabytes(work.size())).add(spectrum(scanned(work, 1))))),
                work -> List.of(
                        count(work.times()), count(work.size()), count(work.factor()), price("Redshift", "spectrum")));
    }

    private static long terabytes(int number) {
        return number * KILOBYTE;
    }

    private static BigDecimal scanned(Work work, int queries) {
        return BigDecimal.valueOf((long) queries * work.size());
    }

    /// After the first run only what has changed is copied.
    private static Template<Work> copies() {
        return template(
                "copied-changes",
                Unit.USD,
                "q25-f1",
                random -> new Work(whole(random, 5, 30), whole(random, 2, 40) * 100, whole(random, 10, 90)),
                work -> copied(work.size() + (long) work.times() * work.factor()),
                List.of(
                        rule("each-run-copies-all", work -> copied((1L + work.times()) * work.size())),
                        rule("changed-files-free", work -> copied(work.size())),
                        rule("first-run-free", work -> copied((long) work.times() * work.factor()))),
                work -> List.of(
                        count(work.times()),
                        count(work.size()),
                        count(work.factor()),
                        price("DataSync", "basic mode")));
    }

    private static BigDecimal copied(long gigabytes) {
        return bill(new PricedItem("DataSync", "basic mode", BigDecimal.valueOf(gigabytes)));
    }

    /// Images of one repository share the layers that are equal.
    private static Template<Work> images() {
        return template(
                "shared-layers",
                Unit.USD,
                "q26-f2",
                random -> new Work(whole(random, 20, 300), whole(random, 2, 12), whole(random, 1, 8)),
                work -> stored(work.size() + (long) work.times() * work.factor()),
                List.of(
                        rule("layers-not-shared", work -> stored((long) work.times() * (work.size() + work.factor()))),
                        rule("last-image-only", work -> stored((long) work.size() + work.factor())),
                        rule("shared-layer-free", work -> stored((long) work.times() * work.factor()))),
                work -> List.of(
                        count(work.times()), count(work.size()), count(work.factor()), price("ECR", "storage")));
    }

    private static BigDecimal stored(long gigabytes) {
        return bill(new PricedItem("ECR", "storage", BigDecimal.valueOf(gigabytes)));
    }
}
