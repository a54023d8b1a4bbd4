package dev.rockpool.objectstore;

import java.util.Optional;
import java.util.SequencedMap;

/// What is stored of an object's key: never the key itself.
///
/// @param algorithm of the encryption
/// @param keyArn of the key service's key
/// @param bucketKey whether a bucket key stands between
/// @param serviceKey the id of the store's own key, under which `wrapped` is; 0 for none
/// @param wrapped the object key under the store's own key (SSE-S3), the bucket key, or the outer one of two layers
/// @param byKeyService the object key, or the bucket key, as the key service wrapped it
/// @param context the caller's additional encryption context
/// @param salt of a customer-provided key: what the object key is derived with
/// @param proof of a customer-provided key: tells another key apart without keeping this one
/// @param customerKeyMd5 Base64
@SuppressWarnings("ArrayRecordComponent") // never compared
record Envelope(
        EncryptionAlgorithm algorithm,
        Optional<String> keyArn,
        boolean bucketKey,
        int serviceKey,
        byte[] wrapped,
        byte[] byKeyService,
        SequencedMap<String, String> context,
        byte[] salt,
        byte[] proof,
        Optional<String> customerKeyMd5) {
    EncryptionState state() {
        return new EncryptionState(algorithm, keyArn, bucketKey, customerKeyMd5);
    }

    void write(RecordWriter out) {
        out.constant(algorithm)
                .optional(keyArn, out::text)
                .flag(bucketKey)
                .number(serviceKey)
                .bytes(wrapped)
                .bytes(byKeyService)
                .map(context)
                .bytes(salt)
                .bytes(proof)
                .optional(customerKeyMd5, out::text);
    }

    static Envelope read(RecordReader in) {
        return new Envelope(
                in.constant(EncryptionAlgorithm.class),
                in.optional(in::text),
                in.flag(),
                (int) in.number(),
                in.bytes(),
                in.bytes(),
                in.map(),
                in.bytes(),
                in.bytes(),
                in.optional(in::text));
    }
}
