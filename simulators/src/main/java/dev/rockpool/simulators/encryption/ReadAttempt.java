package dev.rockpool.simulators.encryption;

import java.util.EnumSet;
import java.util.Set;

/// Somebody who wants the plaintext.
///
/// @param way by which they come
/// @param rights what they have
/// @param mishap what happened before
public record ReadAttempt(Way way, Set<Right> rights, Mishap mishap) {
    /// The owner of the data, with all that is theirs, over TLS.
    public static final ReadAttempt OWNER = new ReadAttempt(
            Way.REQUEST, Set.of(Right.IDENTITY, Right.READ_OBJECT, Right.DECRYPT, Right.OWN_KEY), Mishap.NONE);

    public ReadAttempt {
        rights = Set.copyOf(rights);
    }

    /// How the bytes are reached.
    public enum Way {
        /// The stored bytes are read where they lie; nobody is asked.
        MEDIA,
        /// A request to S3 over TLS.
        REQUEST,
        /// The owner's request over plain HTTP; what S3 answers is overheard.
        WIRE
    }

    /// What a reader has.
    public enum Right {
        /// Credentials of the account, so that the request is signed.
        IDENTITY,
        /// `s3:GetObject` on the object.
        READ_OBJECT,
        /// `kms:Decrypt` with the object's customer managed key.
        DECRYPT,
        /// The key that the owner keeps: of SSE-C or of the client.
        OWN_KEY,
        /// Use of the keys that S3 keeps for itself.
        SERVICE_KEYS
    }

    /// What happened before.
    public enum Mishap {
        NONE,
        /// A key that the owner keeps is lost.
        LOST,
        /// The key was deleted by its holder.
        DELETED,
        /// A stored bit has changed.
        FLIPPED,
        /// The wrapped key belongs to another object.
        MOVED,
        /// The bucket was made today; the object is uploaded first.
        NEW_BUCKET
    }

    /// The same reader after a mishap.
    public ReadAttempt after(Mishap other) {
        return new ReadAttempt(way, rights, other);
    }

    /// The same reader without a right.
    public ReadAttempt without(Right right) {
        Set<Right> fewer = EnumSet.copyOf(rights);
        fewer.remove(right);
        return new ReadAttempt(way, fewer, mishap);
    }

    /// Whether the reader has a right.
    public boolean has(Right right) {
        return rights.contains(right);
    }
}
