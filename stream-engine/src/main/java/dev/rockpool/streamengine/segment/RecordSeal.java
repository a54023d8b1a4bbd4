package dev.rockpool.streamengine.segment;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// Seals records under one data key and opens them: AES-256-GCM. For one thread at a time.
///
/// The nonce is the record's ordinal, so a key seals in one opening of one log only: a log opened again, and a branch
/// of it, give some ordinals a second time. The head of the frame is bound to the box, so that none can be put in the
/// place of another.
///
/// Source: NIST SP 800-38D, 8.2.1 (nonces by counting).
public final class RecordSeal {
    /// How many bytes a box is longer than the key and data in it.
    static final int OVERHEAD = 2 + 16;

    private static final int TAG_BITS = 128;
    private static final int NONCE_BYTES = 12;

    private final int number;
    private final SecretKey key;
    private final Cipher cipher;

    /// @param number which of the stream's data keys, from 1 on
    /// @param key 32 bytes
    public RecordSeal(int number, byte[] key) {
        this.number = number;
        this.key = new SecretKeySpec(key, "AES");
        try {
            this.cipher = Cipher.getInstance("AES/GCM/NoPadding");
        } catch (GeneralSecurityException failure) {
            throw missing(failure);
        }
    }

    int number() {
        return number;
    }

    /// Writes the box of a record at `box`'s position.
    ///
    /// @param head what is bound to it
    void seal(ByteBuffer head, long ordinal, byte[] recordKey, byte[] data, ByteBuffer box) {
        try {
            start(Cipher.ENCRYPT_MODE, ordinal, head);
            ByteBuffer clear = ByteBuffer.allocate(2 + recordKey.length + data.length)
                    .putShort((short) recordKey.length)
                    .put(recordKey)
                    .put(data)
                    .flip();
            cipher.doFinal(clear, box);
        } catch (GeneralSecurityException failure) {
            throw missing(failure);
        }
    }

    /// The record inside a sealed one of `shard`.
    ///
    /// @throws IOException if it is not as it was sealed
    public LogRecord open(int shard, LogRecord sealed) throws IOException {
        ByteBuffer head = SegmentFormat.sealedHead(shard, sealed.ordinal(), sealed.arrivalMillis(), sealed.keyNumber());
        try {
            start(Cipher.DECRYPT_MODE, sealed.ordinal(), head);
            ByteBuffer clear = ByteBuffer.wrap(cipher.doFinal(sealed.data()));
            byte[] recordKey = new byte[Short.toUnsignedInt(clear.getShort())];
            clear.get(recordKey);
            byte[] data = new byte[clear.remaining()];
            clear.get(data);
            return new LogRecord(sealed.ordinal(), sealed.arrivalMillis(), sealed.keyNumber(), recordKey, data);
        } catch (AEADBadTagException broken) {
            throw new IOException("record " + sealed.ordinal() + " of shard " + shard + " is not as it was encrypted");
        } catch (GeneralSecurityException failure) {
            throw missing(failure);
        }
    }

    private void start(int mode, long ordinal, ByteBuffer head) throws GeneralSecurityException {
        byte[] nonce = new byte[NONCE_BYTES];
        ByteBuffer.wrap(nonce).putLong(NONCE_BYTES - Long.BYTES, ordinal);
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(head);
    }

    private static IllegalStateException missing(GeneralSecurityException failure) {
        return new IllegalStateException("AES-256-GCM is part of every JDK", failure);
    }
}
