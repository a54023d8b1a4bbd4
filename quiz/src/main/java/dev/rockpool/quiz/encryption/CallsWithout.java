package dev.rockpool.quiz.encryption;

import static dev.rockpool.quiz.TemplateTexts.rule;

import dev.rockpool.quiz.WrongRule;
import dev.rockpool.simulators.Unit;
import dev.rockpool.simulators.encryption.EncryptionMode;
import dev.rockpool.simulators.encryption.EncryptionScenario;
import java.math.BigDecimal;
import java.util.List;
import java.util.random.RandomGenerator;

/// How often S3 calls KMS without a bucket key: once for each object request.
public final class CallsWithout extends EncryptionTemplate<Traffic> {
    public CallsWithout() {
        super("encryption-calls", Unit.REQUESTS, "q11-f9", "q11-c4");
    }

    @Override
    EncryptionScenario scenario(Traffic traffic) {
        return LAB.standard()
                .withMode(EncryptionMode.SSE_KMS)
                .withUploads(traffic.uploads())
                .withDownloads(traffic.downloads());
    }

    @Override
    public Traffic draw(RandomGenerator random) {
        return Traffic.draw(random);
    }

    @Override
    public BigDecimal answer(Traffic traffic) {
        return BigDecimal.valueOf(run(traffic).calls().kms());
    }

    @Override
    public List<WrongRule<Traffic>> wrongRules() {
        return List.of(
                rule("data-key-kept", traffic -> BigDecimal.valueOf(traffic.uploads())),
                rule("uploads-need-no-key", traffic -> BigDecimal.valueOf(traffic.downloads())),
                rule("two-calls-a-request", traffic -> BigDecimal.valueOf(2 * traffic.requests())));
    }

    @Override
    public String stem(Traffic traffic) {
        return texts.get("stem", count(traffic.uploads()), count(traffic.downloads()));
    }

    @Override
    public List<String> solution(Traffic traffic) {
        return texts.solution(count(traffic.uploads()), count(traffic.downloads()), key(traffic));
    }
}
