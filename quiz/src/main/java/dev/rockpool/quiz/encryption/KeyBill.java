package dev.rockpool.quiz.encryption;

import static dev.rockpool.quiz.TemplateTexts.rule;

import dev.rockpool.quiz.WrongRule;
import dev.rockpool.simulators.Unit;
import dev.rockpool.simulators.encryption.EncryptionMode;
import dev.rockpool.simulators.encryption.EncryptionScenario;
import java.math.BigDecimal;
import java.util.List;
import java.util.random.RandomGenerator;

/// What KMS costs with a customer managed key: the key and a call for each request.
public final class KeyBill extends EncryptionTemplate<Traffic> {
    private static final BigDecimal A_THOUSANDTH = new BigDecimal("0.001");

    public KeyBill() {
        super("encryption-key-bill", Unit.USD, "q11-c4");
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
        return billed(traffic, EncryptionTemplate::isKms);
    }

    @Override
    public List<WrongRule<Traffic>> wrongRules() {
        return List.of(
                rule("key-month-forgotten", traffic -> calls(traffic.requests())),
                rule("data-key-kept", traffic -> keyPrice().add(calls(traffic.uploads()))),
                rule("calls-forgotten", _ -> keyPrice()),
                rule(
                        "price-of-ten-thousand-for-a-thousand",
                        traffic -> keyPrice()
                                .add(BigDecimal.valueOf(traffic.requests())
                                        .multiply(A_THOUSANDTH)
                                        .multiply(callPrice()))));
    }

    @Override
    public String stem(Traffic traffic) {
        return texts.get(
                "stem", count(traffic.uploads()), count(traffic.downloads()), plain(keyPrice()), plain(callPrice()));
    }

    @Override
    public List<String> solution(Traffic traffic) {
        return texts.solution(count(traffic.requests()), usd(calls(traffic.requests())), usd(keyPrice()), key(traffic));
    }
}
