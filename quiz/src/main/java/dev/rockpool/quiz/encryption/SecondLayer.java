package dev.rockpool.quiz.encryption;

import static dev.rockpool.quiz.TemplateTexts.rule;

import dev.rockpool.costmodel.Gigabytes;
import dev.rockpool.quiz.WrongRule;
import dev.rockpool.simulators.Unit;
import dev.rockpool.simulators.encryption.EncryptionMode;
import dev.rockpool.simulators.encryption.EncryptionScenario;
import java.math.BigDecimal;
import java.util.List;
import java.util.random.RandomGenerator;

/// What the second layer of DSSE-KMS costs: each gigabyte, up and down.
public final class SecondLayer extends EncryptionTemplate<SecondLayer.Files> {
    private static final String ITEM = "encryption.DSSE_KMS";
    private static final long MIB = 1L << 20;
    private static final long THOUSAND = 1_000;
    private static final long MOST_UPLOADS = 500_000;
    private static final long MOST_DOWNLOADS = 2_000_000;
    private static final long MOST_MIB = 64;

    /// Files of one size, a month of them.
    ///
    /// @param uploads of it
    /// @param downloads of it
    /// @param mib the size of each, MiB
    public record Files(long uploads, long downloads, long mib) {
        BigDecimal gigabytes(long requests) {
            return Gigabytes.of(BigDecimal.valueOf(requests * mib * MIB));
        }

        BigDecimal cost(long requests) {
            return gigabytes(requests).multiply(price("S3", ITEM));
        }
    }

    public SecondLayer() {
        super("encryption-second-layer", Unit.USD, "q11-c9", "q11-f12");
    }

    @Override
    EncryptionScenario scenario(Files files) {
        return LAB.standard()
                .withMode(EncryptionMode.DSSE_KMS)
                .withUploads(files.uploads())
                .withDownloads(files.downloads())
                .withObjectBytes(files.mib() * MIB);
    }

    @Override
    public Files draw(RandomGenerator random) {
        return new Files(
                steps(random, THOUSAND, MOST_UPLOADS),
                steps(random, THOUSAND, MOST_DOWNLOADS),
                1 + random.nextLong(MOST_MIB));
    }

    @Override
    public BigDecimal answer(Files files) {
        return billed(files, line -> line.usage().item().equals(ITEM));
    }

    @Override
    public List<WrongRule<Files>> wrongRules() {
        return List.of(
                rule("decryption-free", files -> files.cost(files.uploads())),
                rule("encryption-free", files -> files.cost(files.downloads())),
                rule("both-layers-paid", files -> answer(files).multiply(BigDecimal.TWO)));
    }

    @Override
    public String stem(Files files) {
        return texts.get(
                "stem",
                count(files.uploads()),
                count(files.downloads()),
                Unit.MIB.format((double) files.mib()),
                plain(price("S3", ITEM)));
    }

    @Override
    public List<String> solution(Files files) {
        return texts.solution(
                Unit.PLAIN.number(files.gigabytes(files.uploads()).doubleValue()),
                Unit.PLAIN.number(files.gigabytes(files.downloads()).doubleValue()),
                plain(price("S3", ITEM)),
                key(files));
    }
}
