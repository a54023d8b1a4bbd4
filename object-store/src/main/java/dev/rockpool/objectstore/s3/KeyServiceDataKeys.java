package dev.rockpool.objectstore.s3;

import dev.rockpool.identity.Caller;
import dev.rockpool.identity.policy.RequestContext;
import dev.rockpool.keys.Envelope;
import dev.rockpool.keys.KeyRefusal;
import dev.rockpool.keys.KeyService;
import dev.rockpool.keys.KeyUse;
import dev.rockpool.objectstore.DataKeys;
import dev.rockpool.objectstore.StoreRefusal;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// The data keys of the key service, as one caller may use them through the store.
public final class KeyServiceDataKeys implements DataKeys {
    private static final Pattern NAME = Pattern.compile("(?!aws-)[a-zA-Z0-9_-]{1,250}");
    private static final Pattern ID = Pattern.compile("(mrk-)?[0-9a-fA-F-]{32,36}");

    private final KeyService keys;
    private final Caller caller;
    private final String region;
    private final boolean makesNamedKeys;

    /// The keys that `caller` may use.
    ///
    /// By the defaults of 2022 a bare name such as `testkey-1`, which is no id, means the alias of that name, and
    /// its key is made when it is first named.
    ///
    /// @param settings of the endpoint: the key service is asked via `s3.REGION.amazonaws.com`
    public KeyServiceDataKeys(KeyService keys, Caller caller, S3Settings settings) {
        this.keys = keys;
        this.caller = caller;
        this.region = settings.region();
        this.makesNamedKeys = settings.defaults() == S3Settings.BucketDefaults.OF_2022;
    }

    @Override
    public DataKey generate(Optional<String> keyId, Map<String, String> context) {
        try {
            if (makesNamedKeys && keyId.isPresent() && isName(keyId.get())) {
                String alias = "alias/" + keyId.get();
                keys.aliasedKey(caller.accountId().orElseThrow(KeyServiceDataKeys::nobody), alias);
                Envelope envelope = keys.generateDataKey(use(), alias, context);
                return new DataKey(keyId.get(), envelope.clear(), envelope.wrapped());
            }
            String key = keyId.orElseGet(
                    () -> keys.managedKey(caller.accountId().orElseThrow(KeyServiceDataKeys::nobody), "s3")
                            .arn());
            Envelope envelope = keys.generateDataKey(use(), key, context);
            return new DataKey(envelope.keyArn(), envelope.clear(), envelope.wrapped());
        } catch (KeyRefusal e) {
            throw refusal(e);
        }
    }

    @Override
    public byte[] unwrap(String keyArn, byte[] wrapped, Map<String, String> context) {
        try {
            return keys.decrypt(use(), wrapped, context).clear();
        } catch (KeyRefusal e) {
            throw refusal(e);
        }
    }

    private static boolean isName(String key) {
        return NAME.matcher(key).matches() && !ID.matcher(key).matches();
    }

    private KeyUse use() {
        return KeyUse.via(caller, "s3." + region + ".amazonaws.com", RequestContext.EMPTY);
    }

    private static StoreRefusal nobody() {
        return new StoreRefusal(StoreRefusal.Code.AccessDenied, "Anonymous users cannot use keys of the key service.");
    }

    private static StoreRefusal refusal(KeyRefusal e) {
        StoreRefusal.Code code = switch (e.code()) {
            case ACCESS_DENIED -> StoreRefusal.Code.AccessDenied;
            case DISABLED -> StoreRefusal.Code.KMS_DisabledException;
            case INVALID_STATE -> StoreRefusal.Code.KMS_KMSInvalidStateException;
            case INVALID_KEY_USAGE -> StoreRefusal.Code.KMS_InvalidKeyUsageException;
            case NOT_FOUND, INVALID_ARN, INVALID_ALIAS_NAME, VALIDATION -> StoreRefusal.Code.KMS_NotFoundException;
            case ALREADY_EXISTS,
                    CONFLICT,
                    INCORRECT_KEY,
                    INVALID_CIPHERTEXT,
                    INVALID_GRANT_ID,
                    INVALID_GRANT_TOKEN,
                    INVALID_MARKER,
                    LIMIT_EXCEEDED,
                    MALFORMED_POLICY,
                    TAG,
                    UNSUPPORTED_OPERATION -> StoreRefusal.Code.KMS_InternalException;
        };
        return new StoreRefusal(code, e.sentence());
    }
}
