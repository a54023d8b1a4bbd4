package dev.rockpool.simulators.encryption;

import dev.rockpool.simulators.encryption.ReadAttempt.Mishap;
import dev.rockpool.simulators.encryption.ReadAttempt.Right;
import dev.rockpool.simulators.encryption.ReadAttempt.Way;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/// What may go wrong: who comes, with what, by which way, after which mishap.
public enum Threat {
    /// A drive leaves the data centre; its thief has the bytes and nothing else.
    STOLEN_DISK("stolen-disk", new ReadAttempt(Way.MEDIA, Set.of(), Mishap.NONE), true),
    /// Stolen credentials of the account that allow `s3:GetObject` and nothing else.
    LEAKED_READ("leaked-read", request(Right.IDENTITY, Right.READ_OBJECT), true),
    /// Stolen credentials that allow `kms:Decrypt` as well.
    LEAKED_READ_AND_DECRYPT("leaked-read-and-decrypt", request(Right.IDENTITY, Right.READ_OBJECT, Right.DECRYPT), true),
    /// The bucket's policy lets everybody read; an anonymous request comes.
    PUBLIC_BUCKET("public-bucket", request(Right.READ_OBJECT), true),
    /// Somebody at the provider reads stored bytes and may use what S3 itself keeps, but has no authority over KMS.
    CLOUD_OPERATOR("cloud-operator", new ReadAttempt(Way.MEDIA, Set.of(Right.SERVICE_KEYS), Mishap.NONE), true),
    /// The owner has lost the key that was theirs to keep.
    LOST_KEY("lost-key", ReadAttempt.OWNER.after(Mishap.LOST), false),
    /// Whoever holds the key has deleted it, and every waiting period is over.
    KEY_DELETED("key-deleted", ReadAttempt.OWNER.after(Mishap.DELETED), false),
    /// One bit of the stored object has changed.
    FLIPPED_BIT("flipped-bit", ReadAttempt.OWNER.after(Mishap.FLIPPED), false),
    /// The wrapped key has been moved to another object, so that S3 names another one to KMS.
    WRONG_CONTEXT("wrong-context", ReadAttempt.OWNER.after(Mishap.MOVED), false),
    /// The owner reads over plain HTTP, and somebody listens.
    PLAIN_HTTP("plain-http", new ReadAttempt(Way.WIRE, ReadAttempt.OWNER.rights(), Mishap.NONE), true),
    /// The owner uploads into a bucket made today, and reads.
    NEW_BUCKET("new-bucket", ReadAttempt.OWNER.after(Mishap.NEW_BUCKET), false);

    private final String word;

    @SuppressWarnings("ImmutableEnumChecker") // a record of immutables
    private final ReadAttempt attempt;

    private final boolean byStranger;

    Threat(String word, ReadAttempt attempt, boolean byStranger) {
        this.word = word;
        this.attempt = attempt;
        this.byStranger = byStranger;
    }

    private static ReadAttempt request(Right... rights) {
        return new ReadAttempt(Way.REQUEST, Set.of(rights), Mishap.NONE);
    }

    /// The threat of that word.
    ///
    /// @throws IllegalArgumentException if there is none
    public static Threat of(String word) {
        return Arrays.stream(values())
                .filter(threat -> threat.word.equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no threat " + word));
    }

    /// The words of all threats.
    static List<String> words() {
        return Arrays.stream(values()).map(Threat::word).toList();
    }

    /// As scenarios have it: `stolen-disk`.
    public String word() {
        return word;
    }

    /// Who comes how, with what.
    public ReadAttempt attempt() {
        return attempt;
    }

    /// Whether somebody else wants to read; otherwise the owner does, after a mishap.
    public boolean isByStranger() {
        return byStranger;
    }
}
