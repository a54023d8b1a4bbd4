package dev.rockpool.objectstore.checksum;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.zip.Checksum;

/// CRC-64/NVME: polynomial 0xAD93D23594C93659, reflected, begun and ended with all ones. Eight bytes a step, by eight
/// tables ("slicing by 8", Kounavis and Berry 2005). Of many bytes four runs are computed beside each other and put
/// together at the end, since a processor waits for the tables in one alone.
public final class Crc64Nvme implements Checksum {
    static final long REFLECTED_POLYNOMIAL = 0x9A6C9329AC4BC9B5L;

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    /// The eight tables one after the other: in an array of a known length the compiler checks no index.
    private static final long[] TABLES = tables();

    /// How long each of the four runs is.
    private static final int RUN = 16 * 1024;

    private static final long PAST_A_RUN = CrcOfWhole.CRC64NVME.power(RUN * 8L);

    private long value = -1;

    private static long[] tables() {
        long[] tables = new long[8 * 256];
        for (int octet = 0; octet < 256; octet++) {
            long crc = octet;
            for (int bit = 0; bit < 8; bit++) {
                crc = (crc & 1) != 0 ? (crc >>> 1) ^ REFLECTED_POLYNOMIAL : crc >>> 1;
            }
            tables[octet] = crc;
        }
        for (int at = 256; at < tables.length; at++) {
            long before = tables[at - 256];
            tables[at] = (before >>> 8) ^ tables[(int) (before & 0xff)];
        }
        return tables;
    }

    @Override
    public void update(int octet) {
        value = (value >>> 8) ^ TABLES[(int) ((value ^ octet) & 0xff)];
    }

    @Override
    public void update(byte[] bytes, int from, int count) {
        long crc = value;
        int at = from;
        int end = from + count;
        for (; end - at >= 4 * RUN; at += 4 * RUN) {
            crc = ofFourRuns(crc, bytes, at);
        }
        for (; end - at >= Long.BYTES; at += Long.BYTES) {
            crc = afterEight(crc ^ (long) LONGS.get(bytes, at));
        }
        for (; at < end; at++) {
            crc = (crc >>> 8) ^ TABLES[(int) ((crc ^ bytes[at]) & 0xff)];
        }
        value = crc;
    }

    private static long ofFourRuns(long before, byte[] bytes, int from) {
        long first = before;
        long second = 0;
        long third = 0;
        long fourth = 0;
        for (int at = from; at < from + RUN; at += Long.BYTES) {
            first = afterEight(first ^ (long) LONGS.get(bytes, at));
            second = afterEight(second ^ (long) LONGS.get(bytes, at + RUN));
            third = afterEight(third ^ (long) LONGS.get(bytes, at + 2 * RUN));
            fourth = afterEight(fourth ^ (long) LONGS.get(bytes, at + 3 * RUN));
        }
        return pastARun(pastARun(pastARun(first) ^ second) ^ third) ^ fourth;
    }

    private static long pastARun(long crc) {
        return CrcOfWhole.CRC64NVME.multiply(crc, PAST_A_RUN);
    }

    private static long afterEight(long crc) {
        return TABLES[0x700 + (int) (crc & 0xff)]
                ^ TABLES[0x600 + (int) (crc >>> 8 & 0xff)]
                ^ TABLES[0x500 + (int) (crc >>> 16 & 0xff)]
                ^ TABLES[0x400 + (int) (crc >>> 24 & 0xff)]
                ^ TABLES[0x300 + (int) (crc >>> 32 & 0xff)]
                ^ TABLES[0x200 + (int) (crc >>> 40 & 0xff)]
                ^ TABLES[0x100 + (int) (crc >>> 48 & 0xff)]
                ^ TABLES[(int) (crc >>> 56)];
    }

    @Override
    public long getValue() {
        return ~value;
    }

    @Override
    public void reset() {
        value = -1;
    }
}
