package dev.rockpool.keys;

/// A data key in clear and wrapped under a key.
///
/// Its bytes are the caller's to wipe; the wrapped ones may be kept anywhere.
public final class Envelope {
    private final String keyArn;
    private final byte[] clear;
    private final byte[] wrapped;

    Envelope(String keyArn, byte[] clear, byte[] wrapped) {
        this.keyArn = keyArn;
        this.clear = clear;
        this.wrapped = wrapped;
    }

    /// The ARN of the key that wrapped it.
    public String keyArn() {
        return keyArn;
    }

    /// The data key in clear: the array itself, so that it can be wiped.
    public byte[] clear() {
        return clear;
    }

    /// The wrapped data key: the array itself.
    public byte[] wrapped() {
        return wrapped;
    }

    /// Without the bytes, so that they reach no log.
    @Override
    public String toString() {
        return "Envelope[" + keyArn + "]";
    }
}
