package dev.rockpool.objectstore;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A key service that "wraps" a data key with its context, and notes what it was asked.
final class FakeKeys implements DataKeys {
    static final String MANAGED = "arn:aws:kms:us-east-1:111122223333:key/managed";

    final List<String> calls = new ArrayList<>();
    private final List<Map<String, String>> contexts = new ArrayList<>();
    boolean disabled;

    @Override
    public DataKey generate(Optional<String> keyId, Map<String, String> context) {
        check();
        calls.add("generate " + keyId.orElse("-") + " " + context.get("aws:s3:arn"));
        byte[] plain = new byte[32];
        plain[0] = (byte) calls.size();
        contexts.add(Map.copyOf(context));
        return new DataKey(keyId.orElse(MANAGED), plain, new byte[] {plain[0], (byte) (contexts.size() - 1)});
    }

    @Override
    public byte[] unwrap(String keyArn, byte[] wrapped, Map<String, String> context) {
        check();
        calls.add("unwrap " + keyArn + " " + context.get("aws:s3:arn"));
        if (!contexts.get(wrapped[1]).equals(context)) {
            throw new StoreRefusal(StoreRefusal.Code.AccessDenied, "Another context.");
        }
        byte[] plain = new byte[32];
        plain[0] = wrapped[0];
        return plain;
    }

    private void check() {
        if (disabled) {
            throw new StoreRefusal(StoreRefusal.Code.KMS_DisabledException, "The key is disabled.");
        }
    }
}
