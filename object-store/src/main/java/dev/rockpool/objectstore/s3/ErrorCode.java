package dev.rockpool.objectstore.s3;

import dev.rockpool.objectstore.StoreRefusal;

/// The errors of the endpoint: code, HTTP status, and the service's sentence where one sentence serves all
/// cases.
///
/// Source: API reference, *Error responses*. What the engine refuses ([StoreRefusal]) finds its status here
/// by name.
@SuppressWarnings("MemberName") // the names are the API's
enum ErrorCode {
    AccessControlListNotSupported(400, "The bucket does not allow ACLs"),
    AccessDenied(403, "Access Denied"),
    AccessForbidden(403, "CORSResponse: This CORS request is not allowed."),
    AuthorizationHeaderMalformed(400, "The authorization header is malformed."),
    AuthorizationQueryParametersError(400, "Query-string authentication parameters are malformed."),
    BadDigest(400, "The Content-MD5 you specified did not match what we received."),
    BadRequest(400, "Bad Request"),
    BucketAlreadyExists(
            409,
            "The requested bucket name is not available. The bucket namespace is shared by all users of the system."
                    + " Please select a different name and try again."),
    BucketAlreadyOwnedByYou(409, "Your previous request to create the named bucket succeeded and you already own it."),
    BucketNotEmpty(409, "The bucket you tried to delete is not empty"),
    ConditionalRequestConflict(409, "The conditional request cannot succeed due to a conflicting operation."),
    CrossLocationLoggingProhibited(403, "Cross S3 location logging not allowed."),
    EntityTooLarge(400, "Your proposed upload exceeds the maximum allowed size"),
    EntityTooSmall(400, "Your proposed upload is smaller than the minimum allowed size"),
    ExpiredToken(400, "The provided token has expired."),
    IllegalLocationConstraintException(400, "The specified location-constraint is not valid"),
    IncompleteBody(400, "The request body terminated unexpectedly"),
    InsufficientStorage(507, "The disk is full."),
    InternalError(500, "We encountered an internal error. Please try again."),
    InvalidAccessKeyId(403, "The AWS Access Key Id you provided does not exist in our records."),
    InvalidArgument(400, "Invalid Argument"),
    InvalidBucketAclWithObjectOwnership(
            400, "Bucket cannot have ACLs set with ObjectOwnership's BucketOwnerEnforced setting"),
    InvalidBucketName(400, "The specified bucket is not valid."),
    InvalidBucketState(409, "The request is not valid with the current state of the bucket."),
    InvalidDigest(400, "The Content-MD5 you specified was invalid."),
    InvalidEncryptionAlgorithmError(
            400, "The encryption request you specified is not valid. The valid value is AES256."),
    InvalidLocationConstraint(400, "The specified location-constraint is not valid"),
    InvalidObjectState(403, "The operation is not valid for the object's storage class"),
    InvalidPart(
            400,
            "One or more of the specified parts could not be found.  The part may not have been uploaded, or the"
                    + " specified entity tag may not match the part's entity tag."),
    InvalidPartNumber(416, "The requested partnumber is not satisfiable"),
    InvalidPartOrder(400, "The list of parts was not in ascending order. Parts must be ordered by part number."),
    InvalidPolicyDocument(
            400, "The content of the form does not meet the conditions specified in the policy document."),
    InvalidRange(416, "The requested range is not satisfiable"),
    InvalidRequest(400, "Invalid Request"),
    InvalidRetentionPeriod(400, "The retention period is not valid."),
    InvalidStorageClass(400, "The storage class you specified is not valid"),
    InvalidTag(400, "The tag provided was not a valid tag."),
    InvalidTargetBucketForLogging(
            400,
            "The target bucket for logging does not exist, is not owned by you, or does"
                    + " not have the appropriate grants for the log-delivery group."),
    InvalidToken(400, "The provided token is malformed or otherwise invalid."),
    InvalidURI(400, "Couldn't parse the specified URI."),
    KeyTooLongError(400, "Your key is too long"),
    KMS_AccessDeniedException(403, "Access to the key is denied."),
    KMS_DisabledException(400, "The key is disabled."),
    KMS_InternalException(500, "The key service failed."),
    KMS_InvalidKeyUsageException(400, "The key cannot be used so."),
    KMS_KMSInvalidStateException(400, "The state of the key does not allow this."),
    KMS_NotFoundException(400, "The key does not exist."),
    MalformedACLError(400, "The XML you provided was not well-formed or did not validate against our published schema"),
    MalformedPOSTRequest(400, "The body of your POST request is not well-formed multipart/form-data."),
    MalformedPolicy(400, "This policy contains invalid Json"),
    MalformedXML(400, "The XML you provided was not well-formed or did not validate against our published schema"),
    MaxMessageLengthExceeded(400, "Your request was too big."),
    MaxPostPreDataLengthExceededError(400, "Your POST request fields preceding the upload file were too large."),
    MetadataTooLarge(400, "Your metadata headers exceed the maximum allowed metadata size"),
    MethodNotAllowed(405, "The specified method is not allowed against this resource."),
    MissingContentLength(411, "You must provide the Content-Length HTTP header."),
    MissingRequestBodyError(400, "Request Body is empty"),
    MissingSecurityHeader(400, "Your request was missing a required header"),
    NoSuchBucket(404, "The specified bucket does not exist"),
    NoSuchBucketPolicy(404, "The bucket policy does not exist"),
    NoSuchCORSConfiguration(404, "The CORS configuration does not exist"),
    NoSuchConfiguration(404, "The specified configuration does not exist."),
    NoSuchKey(404, "The specified key does not exist."),
    NoSuchLifecycleConfiguration(404, "The lifecycle configuration does not exist"),
    NoSuchObjectLockConfiguration(404, "The specified object does not have a ObjectLock configuration"),
    NoSuchPublicAccessBlockConfiguration(404, "The public access block configuration was not found"),
    NoSuchTagSet(404, "The TagSet does not exist"),
    NoSuchUpload(
            404,
            "The specified upload does not exist. The upload ID may be invalid, or the upload may have been aborted or"
                    + " completed."),
    NoSuchVersion(404, "The specified version does not exist."),
    NoSuchWebsiteConfiguration(404, "The specified bucket does not have a website configuration"),
    NotImplemented(501, "A header or query you provided requested a function that is not implemented."),
    NotModified(304, "Not Modified"),
    ObjectLockConfigurationNotFoundError(404, "Object Lock configuration does not exist for this bucket"),
    OwnershipControlsNotFoundError(404, "The bucket ownership controls were not found"),
    PreconditionFailed(412, "At least one of the pre-conditions you specified did not hold"),
    ReplicationConfigurationNotFoundError(404, "The replication configuration was not found"),
    RequestHeaderSectionTooLarge(400, "Your request header section exceeds the maximum allowed size"),
    RequestTimeTooSkewed(403, "The difference between the request time and the current time is too large."),
    RequestTimeout(
            400,
            "Your socket connection to the server was not read from or written to within the timeout period. Idle"
                    + " connections will be closed."),
    RestoreAlreadyInProgress(409, "Object restore is already in progress"),
    ServerSideEncryptionConfigurationNotFoundError(404, "The server side encryption configuration was not found"),
    ServiceUnavailable(503, "Please reduce your request rate."),
    SignatureDoesNotMatch(
            403,
            "The request signature we calculated does not match the signature you provided. Check your key and signing"
                    + " method."),
    TooManyBuckets(400, "You have attempted to create more buckets than allowed"),
    UnresolvableGrantByEmailAddress(400, "The e-mail address you provided does not match any account on record."),
    UserKeyMustBeSpecified(
            400,
            "The bucket POST must contain the specified field name. If it is specified, check the order of the fields."),
    XAmzContentChecksumMismatch(400, "The provided 'x-amz-checksum' header does not match what was computed."),
    XAmzContentSHA256Mismatch(400, "The provided 'x-amz-content-sha256' header does not match what was computed.");

    private final int status;
    private final String sentence;

    ErrorCode(int status, String sentence) {
        this.status = status;
        this.sentence = sentence;
    }

    int status() {
        return status;
    }

    String sentence() {
        return sentence;
    }

    /// The code on the wire.
    String wireName() {
        String name = name();
        return name.startsWith("KMS_") ? "KMS." + name.substring(4) : name;
    }

    /// The error that a refusal of the engine is.
    static ErrorCode of(StoreRefusal.Code code) {
        return ErrorCode.valueOf(code.name());
    }

    /// The refusal in the service's usual words.
    S3Error error() {
        return new S3Error(this, sentence);
    }

    /// The refusal in words of its own.
    S3Error error(String message) {
        return new S3Error(this, message);
    }
}
