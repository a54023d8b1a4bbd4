package dev.rockpool.objectstore;

import dev.rockpool.lifecycle.Versioning;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.Period;
import java.util.Optional;

/// A bucket as the index holds it.
///
/// @param number never given to another bucket, not even of the same name
/// @param objectLock empty if it has none
/// @param encryption empty if it was never configured
record BucketRecord(
        long number,
        Owner owner,
        String region,
        Instant created,
        Versioning versioning,
        Optional<ObjectLockConfiguration> objectLock,
        Optional<BucketEncryption> encryption,
        boolean blocksCustomerKeys) {
    static long numberOf(byte[] record) {
        return ByteBuffer.wrap(record).getLong();
    }

    byte[] bytes() {
        RecordWriter out = new RecordWriter();
        out.fixed(number)
                .text(owner.canonicalId())
                .text(owner.displayName())
                .text(region)
                .number(created.toEpochMilli())
                .constant(versioning)
                .optional(objectLock, lock -> out.optional(lock.defaultRetention(), kept -> write(kept, out)))
                .optional(
                        encryption,
                        rule -> out.constant(rule.algorithm())
                                .optional(rule.keyId(), out::text)
                                .flag(rule.bucketKey())
                                .flag(rule.blocksCustomerKeys()))
                .flag(blocksCustomerKeys);
        return out.done();
    }

    static BucketRecord read(byte[] bytes) {
        RecordReader in = new RecordReader(bytes);
        return new BucketRecord(
                in.fixed(),
                new Owner(in.text(), in.text()),
                in.text(),
                Instant.ofEpochMilli(in.number()),
                in.constant(Versioning.class),
                in.optional(() ->
                        new ObjectLockConfiguration(in.optional(() -> new ObjectLockConfiguration.DefaultRetention(
                                in.constant(RetentionMode.class),
                                Period.ofDays((int) in.number()).plusYears(in.number()))))),
                in.optional(() -> new BucketEncryption(
                        in.constant(EncryptionAlgorithm.class), in.optional(in::text), in.flag(), in.flag())),
                in.flag());
    }

    @SuppressWarnings("JavaPeriodGetDays") // it has days or years, never both
    private static void write(ObjectLockConfiguration.DefaultRetention kept, RecordWriter out) {
        out.constant(kept.mode())
                .number(kept.period().getDays())
                .number(kept.period().getYears());
    }

    BucketRecord with(Versioning other) {
        return new BucketRecord(number, owner, region, created, other, objectLock, encryption, blocksCustomerKeys);
    }

    BucketRecord with(ObjectLockConfiguration other) {
        return new BucketRecord(
                number, owner, region, created, versioning, Optional.of(other), encryption, blocksCustomerKeys);
    }

    BucketRecord with(Optional<BucketEncryption> other) {
        return new BucketRecord(number, owner, region, created, versioning, objectLock, other, blocksCustomerKeys);
    }
}
