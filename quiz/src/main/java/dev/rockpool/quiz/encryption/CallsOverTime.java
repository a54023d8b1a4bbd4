package dev.rockpool.quiz.encryption;

import static dev.rockpool.quiz.TemplateTexts.rule;

import dev.rockpool.quiz.WrongRule;
import dev.rockpool.simulators.Unit;
import dev.rockpool.simulators.encryption.EncryptionMode;
import dev.rockpool.simulators.encryption.EncryptionScenario;
import java.math.BigDecimal;
import java.util.List;
import java.util.random.RandomGenerator;

/// How often S3 calls KMS for one session that works for hours: a bucket key does not last.
public final class CallsOverTime extends EncryptionTemplate<CallsOverTime.Shift> {
    private static final long LIFE = 5;
    private static final long MOST_TIMES = 240;
    private static final long MOST_PER_MINUTE = 60;
    private static final long MINUTES_AN_HOUR = 60;

    /// A session that reads all the time.
    ///
    /// @param minutes for how long, a multiple of five
    /// @param perMinute downloads a minute
    public record Shift(long minutes, long perMinute) {
        long downloads() {
            return minutes * perMinute;
        }
    }

    public CallsOverTime() {
        super("encryption-bucket-key-life", Unit.REQUESTS, "q11-c4");
    }

    @Override
    EncryptionScenario scenario(Shift shift) {
        return LAB.standard()
                .withMode(EncryptionMode.SSE_KMS_BUCKET_KEY)
                .withUploads(0)
                .withDownloads(shift.downloads())
                .withRequesters(1)
                .withActiveMinutes(shift.minutes())
                .withBucketKeys(1);
    }

    @Override
    public Shift draw(RandomGenerator random) {
        return new Shift(LIFE * (2 + random.nextLong(MOST_TIMES)), 1 + random.nextLong(MOST_PER_MINUTE));
    }

    @Override
    public BigDecimal answer(Shift shift) {
        return BigDecimal.valueOf(run(shift).calls().kms());
    }

    @Override
    public List<WrongRule<Shift>> wrongRules() {
        return List.of(
                rule("bucket-key-for-ever", _ -> BigDecimal.ONE),
                rule("bucket-key-forgotten", shift -> BigDecimal.valueOf(shift.downloads())),
                rule("bucket-key-a-minute", shift -> BigDecimal.valueOf(shift.minutes())),
                rule(
                        "bucket-key-an-hour",
                        shift -> BigDecimal.valueOf(Math.ceilDiv(shift.minutes(), MINUTES_AN_HOUR))));
    }

    @Override
    public String stem(Shift shift) {
        return texts.get("stem", count(shift.minutes()), count(shift.perMinute()), count(LIFE));
    }

    @Override
    public List<String> solution(Shift shift) {
        return texts.solution(count(shift.minutes()), count(LIFE), key(shift));
    }
}
