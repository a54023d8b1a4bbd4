package dev.rockpool.objectstore.s3;

import dev.rockpool.objectstore.CopySource;
import dev.rockpool.objectstore.ReadCondition;
import java.util.Optional;

/// The header `x-amz-copy-source`: bucket, key and maybe a version.
final class CopySources {
    private CopySources() {}

    /// The source of a request, with its conditions and key.
    ///
    /// @throws S3Error `InvalidArgument` if the header names no object
    static CopySource of(S3Request request) {
        String header = request.header("x-amz-copy-source").orElse("");
        String path = header;
        Optional<String> version = Optional.empty();
        int question = header.indexOf("?versionId=");
        if (question >= 0) {
            path = header.substring(0, question);
            version = Optional.of(Percent.decode(header.substring(question + "?versionId=".length()), false));
        }
        String decoded = plain(path);
        int slash = decoded.indexOf('/');
        if (slash <= 0 || slash == decoded.length() - 1) {
            throw ErrorCode.InvalidArgument.error(
                            "Copy Source must mention the source bucket and key: sourcebucket/sourcekey")
                    .with("ArgumentName", "x-amz-copy-source")
                    .with("ArgumentValue", header);
        }
        if (version.isPresent() && version.get().isEmpty()) {
            throw ErrorCode.InvalidArgument.error("Version id cannot be the empty string")
                    .with("ArgumentName", "versionId");
        }
        ReadCondition condition = Conditions.reading(request, "x-amz-copy-source-");
        return new CopySource(
                decoded.substring(0, slash),
                decoded.substring(slash + 1),
                version,
                condition,
                Encryption.customerKey(request, "x-amz-copy-source-server-side-encryption-customer-"));
    }

    /// `bucket/key` of a header, decoded, without the slash that may lead.
    static String plain(String header) {
        String path = header.startsWith("/") ? header.substring(1) : header;
        try {
            return Percent.decode(path, false);
        } catch (S3Error e) {
            throw ErrorCode.InvalidArgument.error("Copy Source is not valid")
                    .with("ArgumentName", "x-amz-copy-source")
                    .with("ArgumentValue", header);
        }
    }
}
