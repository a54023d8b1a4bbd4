package dev.rockpool.quiz.encryption;

import static dev.rockpool.quiz.TemplateTexts.rule;

import dev.rockpool.quiz.WrongRule;
import dev.rockpool.simulators.Unit;
import dev.rockpool.simulators.encryption.EncryptionMode;
import dev.rockpool.simulators.encryption.EncryptionScenario;
import dev.rockpool.simulators.encryption.Outcome;
import dev.rockpool.simulators.encryption.ReadAttempt;
import dev.rockpool.simulators.encryption.Threat;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/// In how many of some threats a stranger reads the object.
public final class OpenThreats extends EncryptionTemplate<OpenThreats.Threatened> {
    private static final int LEAST = 4;

    /// An object that strangers are after.
    ///
    /// @param mode how it is encrypted
    /// @param threats by strangers
    public record Threatened(EncryptionMode mode, List<Threat> threats) {
        public Threatened {
            threats = List.copyOf(threats);
        }

        BigDecimal count(Predicate<Threat> which) {
            return BigDecimal.valueOf(threats.stream().filter(which).count());
        }

        BigDecimal read(EncryptionMode by) {
            return count(threat -> LAB.reading(by, threat).outcome() == Outcome.PLAINTEXT);
        }
    }

    public OpenThreats() {
        super("encryption-readers", Unit.COUNT, "q11-c3", "q11-f2", "q11-f4");
    }

    @Override
    EncryptionScenario scenario(Threatened object) {
        return LAB.standard()
                .withMode(object.mode())
                .withThreat(object.threats().getFirst());
    }

    /// One that at least one stranger reads, so that the answer is no 0.
    @Override
    public Threatened draw(RandomGenerator random) {
        List<Threat> strangers = new ArrayList<>(
                Arrays.stream(Threat.values()).filter(Threat::isByStranger).toList());
        EncryptionMode[] modes = EncryptionMode.values();
        Threatened drawn;
        do {
            Collections.shuffle(strangers, random);
            drawn = new Threatened(
                    modes[random.nextInt(modes.length)],
                    strangers.subList(0, LEAST + random.nextInt(strangers.size() - LEAST + 1)));
        } while (answer(drawn).signum() == 0);
        return drawn;
    }

    @Override
    public BigDecimal answer(Threatened object) {
        return object.read(object.mode());
    }

    @Override
    public List<WrongRule<Threatened>> wrongRules() {
        return List.of(
                rule(
                        "read-permission-is-enough",
                        object -> object.count(threat -> threat.attempt().has(ReadAttempt.Right.READ_OBJECT))),
                rule("kms-asks-nothing-more", object -> object.read(EncryptionMode.SSE_S3)),
                rule("aws-s3-asks-for-decrypt", object -> object.read(EncryptionMode.SSE_KMS)),
                rule("own-key-like-the-managed-one", object -> object.read(EncryptionMode.SSE_KMS_MANAGED)),
                rule("encryption-keeps-nobody-out", object -> object.read(EncryptionMode.NONE)));
    }

    @Override
    public String stem(Threatened object) {
        return texts.get("stem", LAB.word("mode", object.mode().word()), names(object.threats()));
    }

    @Override
    public List<String> solution(Threatened object) {
        List<Threat> read = object.threats().stream()
                .filter(threat -> LAB.reading(object.mode(), threat).outcome() == Outcome.PLAINTEXT)
                .toList();
        return texts.solution(names(read), key(object));
    }

    private static String names(List<Threat> threats) {
        return threats.stream().map(threat -> LAB.word("threat", threat.word())).collect(Collectors.joining("; "));
    }
}
