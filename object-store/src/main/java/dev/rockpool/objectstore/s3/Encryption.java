package dev.rockpool.objectstore.s3;

import dev.rockpool.gateway.Exchange;
import dev.rockpool.objectstore.CustomerKey;
import dev.rockpool.objectstore.EncryptionAlgorithm;
import dev.rockpool.objectstore.EncryptionState;
import dev.rockpool.objectstore.EncryptionWish;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The headers of server-side encryption, and which of them exclude each other.
final class Encryption {
    static final String HEADER = "x-amz-server-side-encryption";
    static final String KEY_ID = HEADER + "-aws-kms-key-id";
    static final String CONTEXT = HEADER + "-context";
    static final String BUCKET_KEY = HEADER + "-bucket-key-enabled";
    static final String CUSTOMER = HEADER + "-customer-";
    private static final JsonMapper JSON = new JsonMapper();

    private Encryption() {}

    /// How a write wants its object encrypted.
    ///
    /// @throws S3Error `InvalidArgument`, `InvalidRequest`, `InvalidEncryptionAlgorithmError` for headers
    ///     that do not go together
    static EncryptionWish wish(S3Request request) {
        return wish(request::header);
    }

    /// How a form wants its file encrypted.
    static EncryptionWish wish(Map<String, String> fields) {
        return wish(name -> Optional.ofNullable(fields.get(name)));
    }

    private static EncryptionWish wish(Function<String, Optional<String>> header) {
        Optional<CustomerKey> customerKey = customerKey(header, CUSTOMER);
        Optional<String> algorithm = header.apply(HEADER);
        Optional<String> keyId = header.apply(KEY_ID);
        Optional<String> context = header.apply(CONTEXT).filter(text -> !text.isEmpty());
        if (customerKey.isPresent()) {
            if (algorithm.isPresent() || keyId.isPresent()) {
                throw ErrorCode.InvalidArgument.error(
                                "Server Side Encryption with Customer provided key is incompatible with the encryption"
                                        + " method specified")
                        .with("ArgumentName", HEADER)
                        .with("ArgumentValue", algorithm.orElse(""));
            }
            return new EncryptionWish.CustomerProvided(customerKey.get());
        }
        if (algorithm.isEmpty()) {
            if (keyId.isPresent() || context.isPresent()) {
                throw ErrorCode.InvalidArgument.error(
                                "Server Side Encryption with AWS KMS managed key requires HTTP header " + HEADER
                                        + " : aws:kms")
                        .with("ArgumentName", HEADER)
                        .with("ArgumentValue", "null");
            }
            return EncryptionWish.NONE;
        }
        return switch (algorithm.get()) {
            case "AES256" -> {
                if (keyId.isPresent() || context.isPresent()) {
                    throw ErrorCode.InvalidArgument.error(
                                    "Server Side Encryption with AWS KMS managed key requires HTTP header " + HEADER
                                            + " : aws:kms")
                            .with("ArgumentName", HEADER)
                            .with("ArgumentValue", "AES256");
                }
                yield new EncryptionWish.ServiceKey();
            }
            case "aws:kms" -> keyService(header, keyId, context, false);
            case "aws:kms:dsse" -> keyService(header, keyId, context, true);
            default ->
                throw ErrorCode.InvalidArgument.error("The encryption method specified is not supported")
                        .with("ArgumentName", HEADER)
                        .with("ArgumentValue", algorithm.get());
        };
    }

    private static EncryptionWish keyService(
            Function<String, Optional<String>> header,
            Optional<String> keyId,
            Optional<String> context,
            boolean twoLayers) {
        if (keyId.isPresent() && keyId.get().isEmpty()) {
            throw ErrorCode.InvalidArgument.error("The key id of the request is empty.")
                    .with("ArgumentName", KEY_ID)
                    .with("ArgumentValue", "");
        }
        Optional<Boolean> bucketKey = header.apply(BUCKET_KEY).map(value -> value.equalsIgnoreCase("true"));
        if (twoLayers && bucketKey.orElse(false)) {
            throw ErrorCode.InvalidArgument.error(
                            "Bucket keys are not supported with dual-layer server-side encryption.")
                    .with("ArgumentName", BUCKET_KEY)
                    .with("ArgumentValue", "true");
        }
        return new EncryptionWish.KeyService(
                keyId, context.map(Encryption::context).orElse(Map.of()), bucketKey, twoLayers);
    }

    private static Map<String, String> context(String header) {
        try {
            JsonNode json = JSON.readTree(new String(Base64.getDecoder().decode(header), StandardCharsets.UTF_8));
            if (json.isObject()) {
                Map<String, String> context = new LinkedHashMap<>();
                json.propertyStream().forEach(field -> {
                    if (!field.getValue().isString()) {
                        throw new IllegalArgumentException("no text");
                    }
                    context.put(field.getKey(), field.getValue().stringValue());
                });
                return context;
            }
        } catch (IllegalArgumentException | JacksonException e) {
            // said below
        }
        throw ErrorCode.InvalidArgument.error("The header '" + CONTEXT
                        + "' shall be Base64-encoded UTF-8 string holding JSON which represents a"
                        + " string-string map")
                .with("ArgumentName", CONTEXT)
                .with("ArgumentValue", header);
    }

    /// The key that three headers bring.
    ///
    /// @param prefix of the three
    /// @throws S3Error `InvalidArgument` if one of them is missing
    static Optional<CustomerKey> customerKey(S3Request request, String prefix) {
        return customerKey(request::header, prefix);
    }

    private static Optional<CustomerKey> customerKey(Function<String, Optional<String>> header, String prefix) {
        Optional<String> algorithm = header.apply(prefix + "algorithm");
        Optional<String> key = header.apply(prefix + "key");
        Optional<String> md5 = header.apply(prefix + "key-md5");
        if (algorithm.isEmpty() && key.isEmpty() && md5.isEmpty()) {
            return Optional.empty();
        }
        if (algorithm.isEmpty()) {
            throw missing("a valid encryption algorithm", prefix + "algorithm");
        }
        if (!algorithm.get().equals("AES256")) {
            throw ErrorCode.InvalidEncryptionAlgorithmError.error()
                    .with("ArgumentName", prefix + "algorithm")
                    .with("ArgumentValue", algorithm.get());
        }
        if (key.isEmpty()) {
            throw missing("an appropriate secret key", prefix + "key");
        }
        if (md5.isEmpty()) {
            throw missing("the client calculated MD5 of the secret key", prefix + "key-md5");
        }
        return Optional.of(CustomerKey.of(algorithm.get(), key.get(), md5.get()));
    }

    private static S3Error missing(String what, String header) {
        return ErrorCode.InvalidArgument.error(
                        "Requests specifying Server Side Encryption with Customer provided keys must provide " + what
                                + ".")
                .with("ArgumentName", header)
                .with("ArgumentValue", "null");
    }

    /// Refuses a read that asks for an encryption: reads take only the customer's key.
    ///
    /// @throws S3Error `InvalidArgument`
    static void refuseOnRead(S3Request request) {
        if (request.header(HEADER).isPresent() || request.header(KEY_ID).isPresent()) {
            throw ErrorCode.InvalidArgument.error(
                            "x-amz-server-side-encryption header is not supported for this operation.")
                    .with("ArgumentName", HEADER)
                    .with("ArgumentValue", request.header(HEADER).orElse(""));
        }
    }

    /// Puts what an object is encrypted with into the answer's header.
    static void write(Exchange exchange, EncryptionState state) {
        if (state.algorithm() == EncryptionAlgorithm.SSE_C) {
            exchange.set(CUSTOMER + "algorithm", "AES256");
            state.customerKeyMd5().ifPresent(md5 -> exchange.set(CUSTOMER + "key-md5", md5));
            return;
        }
        exchange.set(HEADER, state.algorithm().apiName());
        state.keyArn().ifPresent(arn -> exchange.set(KEY_ID, arn));
        if (state.bucketKey()) {
            exchange.set(BUCKET_KEY, "true");
        }
    }
}
