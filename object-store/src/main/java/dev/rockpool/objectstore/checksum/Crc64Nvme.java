package dev.rockpool.objectstore.checksum;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.zip.Checksum;

/// CRC-64/NVME: polynomial 0xAD93D23594C93659, reflected, begun and ended with all ones. Eight bytes a step, by eight
/// tables ("slicing by 8", Kounavis and Berry 2005).
public final class Crc64Nvme implements Checksum {
    static final long REFLECTED_POLYNOMIAL = 0x9A6C9329AC4BC9B5L;

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long[][] TABLES = tables();

    private long value = -1;

    private static long[][] tables() {
        long[][] tables = new long[8][256];
        for (int octet = 0; octet < 256; octet++) {
            long crc = octet;
            for (int bit = 0; bit < 8; bit++) {
                crc = (crc & 1) != 0 ? (crc >>> 1) ^ REFLECTED_POLYNOMIAL : crc >>> 1;
            }
            tables[0][octet] = crc;
        }
        for (int table = 1; table < 8; table++) {
            for (int octet = 0; octet < 256; octet++) {
                long before = tables[table - 1][octet];
                tables[table][octet] = (before >>> 8) ^ tables[0][(int) (before & 0xff)];
            }
        }
        return tables;
    }

    @Override
    public void update(int octet) {
        value = (value >>> 8) ^ TABLES[0][(int) ((value ^ octet) & 0xff)];
    }

    @Override
    public void update(byte[] bytes, int from, int count) {
        long crc = value;
        int at = from;
        int end = from + count;
        for (; end - at >= Long.BYTES; at += Long.BYTES) {
            crc ^= (long) LONGS.get(bytes, at);
            crc = TABLES[7][(int) (crc & 0xff)]
                    ^ TABLES[6][(int) (crc >>> 8 & 0xff)]
                    ^ TABLES[5][(int) (crc >>> 16 & 0xff)]
                    ^ TABLES[4][(int) (crc >>> 24 & 0xff)]
                    ^ TABLES[3][(int) (crc >>> 32 & 0xff)]
                    ^ TABLES[2][(int) (crc >>> 40 & 0xff)]
                    ^ TABLES[1][(int) (crc >>> 48 & 0xff)]
                    ^ TABLES[0][(int) (crc >>> 56)];
        }
        for (; at < end; at++) {
            crc = (crc >>> 8) ^ TABLES[0][(int) ((crc ^ bytes[at]) & 0xff)];
        }
        value = crc;
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
