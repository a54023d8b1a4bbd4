package dev.rockpool.objectstore;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/// The store's *no*, as the service says it: an error code and a sentence.
///
/// One exception for every operation: nothing that a caller does next depends on more than the code, and the endpoint
/// hands code and message on unchanged. It carries no stack trace. What wraps the engine's inputs may throw it too (a
/// body whose signature does not hold, a key service that refuses); nothing is changed then.
///
/// Messages are the service's own where they are known (API, *Error responses*); others name the value and the bound.
public final class StoreRefusal extends RuntimeException {
    private static final long serialVersionUID = 1;

    /// An error code of the API.
    @SuppressWarnings("MemberName") // the names are the API's
    public enum Code {
        AccessDenied,
        BadDigest,
        BadRequest,
        BucketAlreadyExists,
        BucketAlreadyOwnedByYou,
        BucketNotEmpty,
        ConditionalRequestConflict,
        EntityTooLarge,
        EntityTooSmall,
        IncompleteBody,
        /// The disk is full; the service has no such code. Reads go on.
        InsufficientStorage,
        InternalError,
        InvalidArgument,
        InvalidBucketName,
        InvalidBucketState,
        InvalidDigest,
        InvalidEncryptionAlgorithmError,
        InvalidLocationConstraint,
        InvalidObjectState,
        InvalidPart,
        InvalidPartNumber,
        InvalidPartOrder,
        InvalidRange,
        InvalidRequest,
        InvalidRetentionPeriod,
        InvalidStorageClass,
        InvalidTag,
        InvalidTargetBucketForLogging,
        InvalidURI,
        KeyTooLongError,
        KMS_AccessDeniedException,
        KMS_DisabledException,
        KMS_InternalException,
        KMS_InvalidKeyUsageException,
        KMS_KMSInvalidStateException,
        KMS_NotFoundException,
        MalformedXML,
        MetadataTooLarge,
        MethodNotAllowed,
        NoSuchBucket,
        NoSuchConfiguration,
        NoSuchKey,
        NoSuchLifecycleConfiguration,
        NoSuchObjectLockConfiguration,
        NoSuchUpload,
        NoSuchVersion,
        NotImplemented,
        /// Status 304, which is no error.
        NotModified,
        ObjectLockConfigurationNotFoundError,
        PreconditionFailed,
        RestoreAlreadyInProgress,
        ServerSideEncryptionConfigurationNotFoundError,
        TooManyBuckets,
        XAmzContentChecksumMismatch,
        XAmzContentSHA256Mismatch;

        /// The code on the wire.
        public String wireName() {
            return name().replaceFirst("^KMS_", "KMS.");
        }
    }

    private final Code code;
    private final transient SequencedMap<String, String> details = new LinkedHashMap<>();
    private transient Optional<StoredObject> object = Optional.empty();

    public StoreRefusal(Code code, String message) {
        super(message, null, false, false);
        this.code = code;
    }

    /// This refusal with one more element in its document.
    public StoreRefusal with(String element, String value) {
        details.put(element, value);
        return this;
    }

    /// This refusal about `about`: of a delete marker its id goes out, of what was not modified its metadata.
    StoreRefusal about(StoredObject about) {
        object = Optional.of(about);
        return this;
    }

    /// Which refusal it is.
    public Code code() {
        return code;
    }

    /// The service's sentence.
    public String sentence() {
        String message = getMessage();
        return message == null ? code.wireName() : message;
    }

    /// More elements of the error document, such as `ActualObjectSize`, in order.
    public Map<String, String> details() {
        return Collections.unmodifiableMap(details);
    }

    /// The version that the refusal is about: the delete marker, the object that was not modified.
    public Optional<StoredObject> object() {
        return object;
    }
}
