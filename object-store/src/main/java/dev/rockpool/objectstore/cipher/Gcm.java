package dev.rockpool.objectstore.cipher;

import java.security.GeneralSecurityException;
import java.util.concurrent.ArrayBlockingQueue;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/// AES-256-GCM with ciphers that are used again: a new one costs more than a small object.
final class Gcm {
    static final int TAG_BYTES = 16;
    static final int NONCE_BYTES = 12;

    private static final ArrayBlockingQueue<Cipher> IDLE = new ArrayBlockingQueue<>(32);

    private Gcm() {}

    /// What is done with a cipher.
    @FunctionalInterface
    private interface Act {
        int with(Cipher cipher) throws GeneralSecurityException;
    }

    static int seal(
            SecretKey key, byte[] nonce, byte[] bound, byte[] plain, int from, int count, byte[] target, int at) {
        try {
            return act(cipher -> {
                cipher.init(Cipher.ENCRYPT_MODE, key, new GCMParameterSpec(TAG_BYTES * 8, nonce));
                cipher.updateAAD(bound);
                return cipher.doFinal(plain, from, count, target, at);
            });
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM failed", e);
        }
    }

    static int open(
            SecretKey key, byte[] nonce, byte[] bound, byte[] sealed, int from, int count, byte[] target, int at)
            throws TamperedException {
        if (count < TAG_BYTES) {
            throw new TamperedException("A sealed frame has " + TAG_BYTES + " bytes at the least, not " + count + ".");
        }
        try {
            return act(cipher -> {
                cipher.init(Cipher.DECRYPT_MODE, key, new GCMParameterSpec(TAG_BYTES * 8, nonce));
                cipher.updateAAD(bound);
                return cipher.doFinal(sealed, from, count, target, at);
            });
        } catch (AEADBadTagException tampered) {
            throw new TamperedException("Sealed bytes were changed, or the key is another.");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM failed", e);
        }
    }

    private static int act(Act act) throws GeneralSecurityException {
        Cipher idle = IDLE.poll();
        Cipher cipher = idle == null ? Cipher.getInstance("AES/GCM/NoPadding") : idle;
        int count = act.with(cipher);
        IDLE.offer(cipher);
        return count;
    }
}
