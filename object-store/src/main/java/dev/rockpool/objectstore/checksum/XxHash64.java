package dev.rockpool.objectstore.checksum;

import static java.lang.Long.rotateLeft;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;

/// XXH64 with the seed 0; the digest is its eight bytes, the highest first.
///
/// Source: xxHash fast digest algorithm, specification 0.1.1 (Yann Collet).
public final class XxHash64 extends MessageDigest {
    private static final long PRIME_1 = 0x9E3779B185EBCA87L;
    private static final long PRIME_2 = 0xC2B2AE3D27D4EB4FL;
    private static final long PRIME_3 = 0x165667B19E3779F9L;
    private static final long PRIME_4 = 0x85EBCA77C2B2AE63L;
    private static final long PRIME_5 = 0x27D4EB2F165667C5L;

    /// Both first primes together, modulo 2^64.
    private static final long BEGIN = 0x60EA27EEADC0B5D6L;

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int STRIPE = 32;

    private final byte[] pending = new byte[STRIPE];
    private int pendingCount;
    private long total;
    private long first;
    private long second;
    private long third;
    private long fourth;

    public XxHash64() {
        super("XXH64");
        engineReset();
    }

    @Override
    protected void engineUpdate(byte octet) {
        engineUpdate(new byte[] {octet}, 0, 1);
    }

    @Override
    protected void engineUpdate(byte[] bytes, int from, int count) {
        total += count;
        int at = from;
        int end = from + count;
        if (pendingCount > 0) {
            int taken = Math.min(STRIPE - pendingCount, count);
            System.arraycopy(bytes, at, pending, pendingCount, taken);
            pendingCount += taken;
            at += taken;
            if (pendingCount < STRIPE) {
                return;
            }
            stripes(pending, 0, STRIPE);
            pendingCount = 0;
        }
        int whole = (end - at) / STRIPE * STRIPE;
        stripes(bytes, at, at + whole);
        at += whole;
        System.arraycopy(bytes, at, pending, 0, end - at);
        pendingCount = end - at;
    }

    private void stripes(byte[] bytes, int from, int end) {
        long one = first;
        long two = second;
        long three = third;
        long four = fourth;
        for (int at = from; at < end; at += STRIPE) {
            one = round(one, (long) LONGS.get(bytes, at));
            two = round(two, (long) LONGS.get(bytes, at + 8));
            three = round(three, (long) LONGS.get(bytes, at + 16));
            four = round(four, (long) LONGS.get(bytes, at + 24));
        }
        first = one;
        second = two;
        third = three;
        fourth = four;
    }

    private static long round(long lane, long value) {
        return rotateLeft(lane + value * PRIME_2, 31) * PRIME_1;
    }

    private static long merged(long hash, long lane) {
        return (hash ^ round(0, lane)) * PRIME_1 + PRIME_4;
    }

    /// The last mixing of XXH64, which XXH3 uses for short bytes too.
    static long avalanche(long value) {
        long hash = (value ^ (value >>> 33)) * PRIME_2;
        hash = (hash ^ (hash >>> 29)) * PRIME_3;
        return hash ^ (hash >>> 32);
    }

    @Override
    protected byte[] engineDigest() {
        long hash = PRIME_5;
        if (total >= STRIPE) {
            hash = rotateLeft(first, 1) + rotateLeft(second, 7) + rotateLeft(third, 12) + rotateLeft(fourth, 18);
            hash = merged(merged(merged(merged(hash, first), second), third), fourth);
        }
        hash += total;
        int at = 0;
        for (; pendingCount - at >= Long.BYTES; at += Long.BYTES) {
            hash = rotateLeft(hash ^ round(0, (long) LONGS.get(pending, at)), 27) * PRIME_1 + PRIME_4;
        }
        if (pendingCount - at >= Integer.BYTES) {
            long value = Integer.toUnsignedLong((int) INTS.get(pending, at));
            hash = rotateLeft(hash ^ (value * PRIME_1), 23) * PRIME_2 + PRIME_3;
            at += Integer.BYTES;
        }
        for (; at < pendingCount; at++) {
            hash = rotateLeft(hash ^ ((pending[at] & 0xff) * PRIME_5), 11) * PRIME_1;
        }
        engineReset();
        return ByteBuffer.allocate(Long.BYTES).putLong(avalanche(hash)).array();
    }

    @Override
    protected void engineReset() {
        pendingCount = 0;
        total = 0;
        first = BEGIN;
        second = PRIME_2;
        third = 0;
        fourth = -PRIME_1;
    }
}
