package dev.rockpool.quiz.encryption;

import static dev.rockpool.quiz.TemplateTexts.rule;

import dev.rockpool.quiz.WrongRule;
import dev.rockpool.simulators.Unit;
import dev.rockpool.simulators.encryption.EncryptionMode;
import dev.rockpool.simulators.encryption.EncryptionScenario;
import java.math.BigDecimal;
import java.util.List;
import java.util.random.RandomGenerator;

/// What KMS costs with the key aws/s3: the key is free, the calls are not.
public final class ManagedBill extends EncryptionTemplate<Traffic> {
    public ManagedBill() {
        super("encryption-managed-bill", Unit.USD, "q11-c4");
    }

    @Override
    EncryptionScenario scenario(Traffic traffic) {
        return LAB.standard()
                .withMode(EncryptionMode.SSE_KMS_MANAGED)
                .withUploads(traffic.uploads())
                .withDownloads(traffic.downloads());
    }

    @Override
    public Traffic draw(RandomGenerator random) {
        return Traffic.draw(random);
    }

    @Override
    public BigDecimal answer(Traffic traffic) {
        return billed(traffic, EncryptionTemplate::isKms);
    }

    @Override
    public List<WrongRule<Traffic>> wrongRules() {
        return List.of(
                rule("managed-key-paid", traffic -> answer(traffic).add(keyPrice())),
                rule("data-key-kept", traffic -> calls(traffic.uploads())),
                rule("uploads-need-no-key", traffic -> calls(traffic.downloads())));
    }

    @Override
    public String stem(Traffic traffic) {
        return texts.get(
                "stem", count(traffic.uploads()), count(traffic.downloads()), plain(keyPrice()), plain(callPrice()));
    }

    @Override
    public List<String> solution(Traffic traffic) {
        return texts.solution(count(traffic.requests()), key(traffic));
    }
}
