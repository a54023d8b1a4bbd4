package dev.rockpool.objectstore.checksum;

/// The CRC of a whole from the CRCs of its parts, without their bytes: the first is moved past the second by a
/// multiplication with a power of x, modulo the polynomial (as in zlib's `crc32_combine`, Adler).
public enum CrcOfWhole {
    CRC32(32, 0xEDB88320L),
    CRC32C(32, 0x82F63B78L),
    CRC64NVME(64, Crc64Nvme.REFLECTED_POLYNOMIAL);

    private final int width;
    private final long polynomial;

    CrcOfWhole(int width, long polynomial) {
        this.width = width;
        this.polynomial = polynomial;
    }

    /// The CRC of two parts after each other.
    ///
    /// @param secondBytes how long the second is
    public long combine(long first, long second, long secondBytes) {
        return multiply(first, power(secondBytes * 8)) ^ second;
    }

    /// x to the `exponent`.
    long power(long exponent) {
        long result = 1L << (width - 1);
        long base = 1L << (width - 2);
        for (long left = exponent; left != 0; left >>>= 1) {
            if ((left & 1) != 0) {
                result = multiply(base, result);
            }
            base = multiply(base, base);
        }
        return result;
    }

    long multiply(long left, long right) {
        long product = 0;
        long shifted = right;
        for (long mask = 1L << (width - 1); mask != 0; mask >>>= 1) {
            if ((left & mask) != 0) {
                product ^= shifted;
            }
            shifted = (shifted & 1) != 0 ? (shifted >>> 1) ^ polynomial : shifted >>> 1;
        }
        return product;
    }
}
