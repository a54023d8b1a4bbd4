package dev.rockpool.objectstore.checksum;

import static java.lang.Long.rotateLeft;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;

/// XXH3 of 64 or 128 bits, with the seed 0 and the usual secret; the digest is its bytes, the highest first.
///
/// Up to 240 bytes are hashed at once by rules of their own for each length; longer ones in stripes of 64 bytes, 16 of
/// which are a block.
///
/// Source: xxHash fast digest algorithm, specification 0.2.0, chapter *XXH3* (Yann Collet).
public final class XxHash3 extends MessageDigest {
    private static final long PRIME32_1 = 0x9E3779B1L;
    private static final long PRIME32_2 = 0x85EBCA77L;
    private static final long PRIME32_3 = 0xC2B2AE3DL;
    private static final long PRIME64_1 = XxHash64.PRIME_1;
    private static final long PRIME64_2 = XxHash64.PRIME_2;
    private static final long PRIME64_3 = XxHash64.PRIME_3;
    private static final long PRIME64_4 = XxHash64.PRIME_4;
    private static final long PRIME64_5 = XxHash64.PRIME_5;
    private static final long MIX_1 = 0x165667919E3779F9L;
    private static final long MIX_2 = 0x9FB21C651E98DF25L;

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final byte[] SECRET = HexFormat.of()
            .parseHex("b8fe6c3923a44bbe7c01812cf721ad1cded46de9839097db7240a4a4b7b3671f"
                    + "cb79e64eccc0e578825ad07dccff7221b8084674f743248ee03590e6813a264c"
                    + "3c2852bb91c300cb88d0658b1b532ea371644897a20df94e3819ef46a9deacd8"
                    + "a8fa763fe39c343ff9dcbbc7c70b4f1d8a51e04bcdb45931c89f7ec9d9787364"
                    + "eac5ac8334d3ebc3c581a0fffa1363eb170ddd51b7f0da49d316552629d4689e"
                    + "2b16be587d47a1fc8ff8b8d17ad031ce45cb3a8f95160428afd7fbcabb4b407e");
    private static final int STRIPE = 64;
    private static final int STRIPES_A_BLOCK = 16;
    private static final int LANES = 8;
    private static final int SHORT = 240;
    private static final int LEAST_SECRET = 136;

    /// What is not in the lanes yet: all of a short text; of a long one, more than a stripe is kept back, since the
    /// last 64 bytes are hashed once more in the end.
    private final byte[] pending = new byte[4 * STRIPE];

    private final long[] lanes = new long[LANES];
    private final int bits;
    private int pendingCount;
    private int stripe;
    private long total;

    /// @param bits 64 or 128
    public XxHash3(int bits) {
        super("XXH3-" + bits);
        this.bits = bits;
        engineReset();
    }

    @Override
    protected void engineReset() {
        pendingCount = 0;
        stripe = 0;
        total = 0;
        lanes[0] = PRIME32_3;
        lanes[1] = PRIME64_1;
        lanes[2] = PRIME64_2;
        lanes[3] = PRIME64_3;
        lanes[4] = PRIME64_4;
        lanes[5] = PRIME32_2;
        lanes[6] = PRIME64_5;
        lanes[7] = PRIME32_1;
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
        while (at < end) {
            if (pendingCount == pending.length) {
                // more follows, so that all of it but the last stripe may go
                for (int done = 0; done < pending.length - STRIPE; done += STRIPE) {
                    consume(pending, done);
                }
                System.arraycopy(pending, pending.length - STRIPE, pending, 0, STRIPE);
                pendingCount = STRIPE;
            }
            if (pendingCount == STRIPE && total > SHORT && end - at > pending.length) {
                consume(pending, 0);
                int whole = (end - at - 1) / STRIPE * STRIPE;
                for (int done = 0; done < whole - STRIPE; done += STRIPE) {
                    consume(bytes, at + done);
                }
                System.arraycopy(bytes, at + whole - STRIPE, pending, 0, STRIPE);
                at += whole;
            }
            int taken = Math.min(pending.length - pendingCount, end - at);
            System.arraycopy(bytes, at, pending, pendingCount, taken);
            pendingCount += taken;
            at += taken;
        }
    }

    private void consume(byte[] bytes, int at) {
        accumulate(lanes, bytes, at, stripe * 8);
        if (++stripe == STRIPES_A_BLOCK) {
            scramble(lanes);
            stripe = 0;
        }
    }

    private static void accumulate(long[] lanes, byte[] bytes, int at, int secretAt) {
        for (int lane = 0; lane < LANES; lane++) {
            long value = (long) LONGS.get(bytes, at + lane * 8);
            long key = value ^ secret(secretAt + lane * 8);
            lanes[lane ^ 1] += value;
            lanes[lane] += (key & 0xffffffffL) * (key >>> 32);
        }
    }

    private static void scramble(long[] lanes) {
        for (int lane = 0; lane < LANES; lane++) {
            long value = lanes[lane];
            lanes[lane] = (value ^ (value >>> 47) ^ secret(SECRET.length - STRIPE + lane * 8)) * PRIME32_1;
        }
    }

    @Override
    protected byte[] engineDigest() {
        ByteBuffer digest = ByteBuffer.allocate(bits / 8);
        if (total > SHORT) {
            long[] last = lastLanes();
            long low = merge(last, 11, total * PRIME64_1);
            if (bits == 128) {
                digest.putLong(merge(last, SECRET.length - STRIPE - 11, ~(total * PRIME64_2)));
            }
            digest.putLong(low);
        } else {
            byte[] all = Arrays.copyOf(pending, pendingCount);
            if (bits == 128) {
                long[] pair = short128(all);
                digest.putLong(pair[1]).putLong(pair[0]);
            } else {
                digest.putLong(short64(all));
            }
        }
        engineReset();
        return digest.array();
    }

    /// The lanes after all that is pending; the last stripe overlaps the one before it.
    private long[] lastLanes() {
        int whole = (pendingCount - 1) / STRIPE;
        for (int at = 0; at < whole; at++) {
            consume(pending, at * STRIPE);
        }
        long[] last = lanes.clone();
        int begin = pendingCount - STRIPE;
        accumulate(last, pending, begin, SECRET.length - STRIPE - 7);
        return last;
    }

    private static long merge(long[] lanes, int secretAt, long start) {
        long sum = start;
        for (int pair = 0; pair < LANES; pair += 2) {
            sum += folded(lanes[pair] ^ secret(secretAt + pair * 8), lanes[pair + 1] ^ secret(secretAt + pair * 8 + 8));
        }
        return avalanche(sum);
    }

    // --- up to 240 bytes

    private static long short64(byte[] bytes) {
        int count = bytes.length;
        if (count == 0) {
            return XxHash64.avalanche(secret(56) ^ secret(64));
        }
        if (count <= 3) {
            long combined = upTo3(bytes);
            return XxHash64.avalanche(combined ^ ((secret32(0) ^ secret32(4)) & 0xffffffffL));
        }
        if (count <= 8) {
            long keyed = (four(bytes, count - 4) | (four(bytes, 0) << 32)) ^ (secret(8) ^ secret(16));
            long mixed = (keyed ^ rotateLeft(keyed, 49) ^ rotateLeft(keyed, 24)) * MIX_2;
            mixed = (mixed ^ ((mixed >>> 35) + count)) * MIX_2;
            return mixed ^ (mixed >>> 28);
        }
        if (count <= 16) {
            long low = eight(bytes, 0) ^ (secret(24) ^ secret(32));
            long high = eight(bytes, count - 8) ^ (secret(40) ^ secret(48));
            return avalanche(count + Long.reverseBytes(low) + high + folded(low, high));
        }
        long sum = count * PRIME64_1;
        if (count <= 128) {
            for (int at = (count - 1) / 32; at >= 0; at--) {
                sum += mix(bytes, at * 16, at * 32) + mix(bytes, count - 16 * (at + 1), at * 32 + 16);
            }
            return avalanche(sum);
        }
        for (int at = 0; at < 8; at++) {
            sum += mix(bytes, at * 16, at * 16);
        }
        sum = avalanche(sum);
        for (int at = 8; at < count / 16; at++) {
            sum += mix(bytes, at * 16, (at - 8) * 16 + 3);
        }
        return avalanche(sum + mix(bytes, count - 16, LEAST_SECRET - 17));
    }

    /// The low and the high half.
    private static long[] short128(byte[] bytes) {
        int count = bytes.length;
        if (count == 0) {
            return new long[] {XxHash64.avalanche(secret(64) ^ secret(72)), XxHash64.avalanche(secret(80) ^ secret(88))
            };
        }
        if (count <= 3) {
            long combined = upTo3(bytes);
            long turned = Integer.toUnsignedLong(Integer.rotateLeft(Integer.reverseBytes((int) combined), 13));
            return new long[] {
                XxHash64.avalanche(combined ^ ((secret32(0) ^ secret32(4)) & 0xffffffffL)),
                XxHash64.avalanche(turned ^ ((secret32(8) ^ secret32(12)) & 0xffffffffL))
            };
        }
        if (count <= 8) {
            return from4To8(bytes);
        }
        if (count <= 16) {
            return from9To16(bytes);
        }
        long low = count * PRIME64_1;
        long high = 0;
        if (count <= 128) {
            for (int at = (count - 1) / 32; at >= 0; at--) {
                int left = at * 16;
                int right = count - 16 * (at + 1);
                low = (low + mix(bytes, left, at * 32)) ^ (eight(bytes, right) + eight(bytes, right + 8));
                high = (high + mix(bytes, right, at * 32 + 16)) ^ (eight(bytes, left) + eight(bytes, left + 8));
            }
        } else {
            for (int at = 0; at < count / 32; at++) {
                int secretAt = at < 4 ? at * 32 : (at - 4) * 32 + 3;
                int left = at * 32;
                int right = left + 16;
                low = (low + mix(bytes, left, secretAt)) ^ (eight(bytes, right) + eight(bytes, right + 8));
                high = (high + mix(bytes, right, secretAt + 16)) ^ (eight(bytes, left) + eight(bytes, left + 8));
                if (at == 3) {
                    low = avalanche(low);
                    high = avalanche(high);
                }
            }
            int left = count - 16;
            int right = count - 32;
            low = (low + mix(bytes, left, LEAST_SECRET - 17 - 16)) ^ (eight(bytes, right) + eight(bytes, right + 8));
            high = (high + mix(bytes, right, LEAST_SECRET - 17)) ^ (eight(bytes, left) + eight(bytes, left + 8));
        }
        return new long[] {avalanche(low + high), -avalanche(low * PRIME64_1 + high * PRIME64_4 + count * PRIME64_2)};
    }

    private static long[] from4To8(byte[] bytes) {
        int count = bytes.length;
        long keyed = (four(bytes, 0) | (four(bytes, count - 4) << 32)) ^ (secret(16) ^ secret(24));
        long factor = PRIME64_1 + ((long) count << 2);
        long low = keyed * factor;
        long high = Math.unsignedMultiplyHigh(keyed, factor) + (low << 1);
        low ^= high >>> 3;
        low = (low ^ (low >>> 35)) * MIX_2;
        low ^= low >>> 28;
        return new long[] {low, avalanche(high)};
    }

    private static long[] from9To16(byte[] bytes) {
        int count = bytes.length;
        long first = eight(bytes, 0);
        long last = eight(bytes, count - 8);
        long value = first ^ last ^ (secret(32) ^ secret(40));
        long low = value * PRIME64_1 + ((long) (count - 1) << 54);
        long keyed = last ^ (secret(48) ^ secret(56));
        long high = Math.unsignedMultiplyHigh(value, PRIME64_1) + keyed + (keyed & 0xffffffffL) * (PRIME32_2 - 1);
        low ^= Long.reverseBytes(high);
        long highest = Math.unsignedMultiplyHigh(low, PRIME64_2) + high * PRIME64_2;
        return new long[] {avalanche(low * PRIME64_2), avalanche(highest)};
    }

    private static long upTo3(byte[] bytes) {
        int count = bytes.length;
        long first = bytes[0] & 0xff;
        long middle = bytes[count / 2] & 0xff;
        long last = bytes[count - 1] & 0xff;
        return last | (long) count << 8 | first << 16 | middle << 24;
    }

    // --- arithmetic

    private static long mix(byte[] bytes, int at, int secretAt) {
        return folded(eight(bytes, at) ^ secret(secretAt), eight(bytes, at + 8) ^ secret(secretAt + 8));
    }

    private static long folded(long left, long right) {
        return (left * right) ^ Math.unsignedMultiplyHigh(left, right);
    }

    private static long avalanche(long value) {
        long hash = (value ^ (value >>> 37)) * MIX_1;
        return hash ^ (hash >>> 32);
    }

    private static long eight(byte[] bytes, int at) {
        return (long) LONGS.get(bytes, at);
    }

    private static long four(byte[] bytes, int at) {
        return Integer.toUnsignedLong((int) INTS.get(bytes, at));
    }

    private static long secret(int at) {
        return (long) LONGS.get(SECRET, at);
    }

    private static int secret32(int at) {
        return (int) INTS.get(SECRET, at);
    }
}
