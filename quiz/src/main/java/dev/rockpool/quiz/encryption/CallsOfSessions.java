package dev.rockpool.quiz.encryption;

import static dev.rockpool.quiz.TemplateTexts.rule;

import dev.rockpool.quiz.WrongRule;
import dev.rockpool.simulators.Unit;
import dev.rockpool.simulators.encryption.EncryptionMode;
import dev.rockpool.simulators.encryption.EncryptionScenario;
import java.math.BigDecimal;
import java.util.List;
import java.util.random.RandomGenerator;

/// How often S3 calls KMS for sessions that share a bucket: each needs a bucket key of its own.
public final class CallsOfSessions extends EncryptionTemplate<CallsOfSessions.Job> {
    private static final long MOST_SESSIONS = 200;
    private static final long THOUSAND = 1_000;
    private static final long MOST_EACH = 50_000;
    private static final long HUNDRED = 100;
    private static final long FEW_MINUTES = 5;

    /// A job that reads.
    ///
    /// @param sessions of it
    /// @param each downloads of a session
    public record Job(long sessions, long each) {
        long downloads() {
            return sessions * each;
        }
    }

    public CallsOfSessions() {
        super("encryption-sessions", Unit.REQUESTS, "q11-c4");
    }

    @Override
    EncryptionScenario scenario(Job job) {
        return LAB.standard()
                .withMode(EncryptionMode.SSE_KMS_BUCKET_KEY)
                .withUploads(0)
                .withDownloads(job.downloads())
                .withRequesters(job.sessions())
                .withActiveMinutes(FEW_MINUTES)
                .withBucketKeys(1);
    }

    @Override
    public Job draw(RandomGenerator random) {
        return new Job(2 + random.nextLong(MOST_SESSIONS), steps(random, THOUSAND, MOST_EACH));
    }

    @Override
    public BigDecimal answer(Job job) {
        return BigDecimal.valueOf(run(job).calls().kms());
    }

    @Override
    public List<WrongRule<Job>> wrongRules() {
        return List.of(
                rule("one-key-for-the-bucket", _ -> BigDecimal.ONE),
                rule("bucket-key-forgotten", job -> BigDecimal.valueOf(job.downloads())),
                rule("always-a-hundredth", job -> BigDecimal.valueOf(job.downloads() / HUNDRED)));
    }

    @Override
    public String stem(Job job) {
        return texts.get("stem", count(job.sessions()), count(job.each()));
    }

    @Override
    public List<String> solution(Job job) {
        return texts.solution(count(job.sessions()), count(job.downloads()), key(job));
    }
}
