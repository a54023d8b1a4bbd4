package dev.rockpool.gateway;

import java.util.concurrent.atomic.AtomicLong;

/// Ids of requests: 16 hexadecimal digits that look random and never repeat (a count, scattered by a
/// bijection: the finalizer of SplitMix64, Steele, Lea, Flood 2014).
final class RequestIds {
    private static final long GOLDEN = 0x9e3779b97f4a7c15L;
    private static final byte[] DIGITS = {'0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'A', 'B', 'C', 'D', 'E', 'F'
    };

    private final AtomicLong count;

    RequestIds(long seed) {
        count = new AtomicLong(seed);
    }

    String next() {
        long z = count.addAndGet(GOLDEN);
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        z ^= z >>> 31;
        byte[] text = new byte[16];
        for (int i = 15; i >= 0; i--) {
            text[i] = DIGITS[(int) (z & 15)];
            z >>>= 4;
        }
        return new String(text, java.nio.charset.StandardCharsets.ISO_8859_1);
    }
}
