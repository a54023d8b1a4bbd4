package dev.rockpool.objectstore.s3;

import dev.rockpool.gateway.BodyTooLargeException;
import dev.rockpool.gateway.Exchange;
import dev.rockpool.identity.Account;
import dev.rockpool.identity.Caller;
import dev.rockpool.identity.signature.ChunkSeed;
import dev.rockpool.identity.signature.Payload;
import dev.rockpool.objectstore.Bucket;
import dev.rockpool.objectstore.BucketDocument;
import dev.rockpool.objectstore.ObjectStore;
import dev.rockpool.objectstore.Owner;
import dev.rockpool.objectstore.Requester;
import dev.rockpool.objectstore.StoredObject;
import dev.rockpool.objectstore.access.AccessDecision;
import dev.rockpool.objectstore.access.AccessRequest;
import dev.rockpool.objectstore.access.ObjectOwnership;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A request whose operation, bucket, key and caller are known.
final class S3Request {
    /// Who writes without a signature, as the service calls them.
    static final Owner ANONYMOUS = new Owner("65a011a29cdf8ec533ec3d1ccaae921c", "");

    private static final Pattern ROOT_ARN = Pattern.compile("arn:aws:iam::([0-9]+):root");

    /// The most bytes of a document.
    private static final int LARGEST_DOCUMENT = 1024 * 1024;

    final S3Services services;
    final Exchange exchange;
    final Operation operation;
    final Target target;
    final Query query;
    final Caller caller;
    final Optional<SignedPart> signed;
    /// The tags that the body brings, for who decides about access; empty until it was read.
    Map<String, String> bodyTags = Map.of();

    /// The tags that the body gives to a bucket; empty until it was read.
    Map<String, String> bucketTags = Map.of();

    /// Condition keys that follow from the body, such as `s3:LocationConstraint`; empty until it was read.
    Map<String, String> bodyKeys = Map.of();

    private @Nullable Bucket bucket;
    private @Nullable AwsChunkedStream chunked;

    /// What a signature says besides who signed.
    record SignedPart(Payload payload, ChunkSeed seed, boolean presigned, java.time.Instant signedAt) {}

    S3Request(
            S3Services services,
            Exchange exchange,
            Operation operation,
            Target target,
            Query query,
            Caller caller,
            Optional<SignedPart> signed) {
        this.services = services;
        this.exchange = exchange;
        this.operation = operation;
        this.target = target;
        this.query = query;
        this.caller = caller;
        this.signed = signed;
    }

    /// The same request of somebody else, as a signed form makes it.
    S3Request by(Caller other, String key) {
        S3Request same = new S3Request(
                services,
                exchange,
                operation,
                new Target(target.bucket(), Optional.of(key), target.virtualHosted()),
                query,
                other,
                signed);
        same.bucket = bucket;
        return same;
    }

    ObjectStore store() {
        return services.store();
    }

    /// The header field that the client sent, if it did; trimmed.
    Optional<String> header(String name) {
        return exchange.header(name).map(String::trim);
    }

    /// The header field, unless it is empty.
    Optional<String> nonEmpty(String name) {
        return header(name).filter(value -> !value.isEmpty());
    }

    String bucketName() {
        return target.bucket().orElseThrow(ErrorCode.InvalidBucketName::error);
    }

    String key() {
        return target.key().orElseThrow(ErrorCode.InvalidURI::error);
    }

    /// `versionId` of the query.
    Optional<String> versionId() {
        Optional<String> id = query.get("versionId");
        if (id.isPresent() && id.get().isEmpty()) {
            throw ErrorCode.InvalidArgument.error("Version id cannot be the empty string")
                    .with("ArgumentName", "versionId")
                    .with("ArgumentValue", "");
        }
        return id;
    }

    /// The bucket that the request names.
    ///
    /// @throws S3Error `NoSuchBucket`; `AccessDenied` if the request expects another owner
    Bucket bucket() {
        Bucket known = bucket;
        if (known == null) {
            known = bucketNamed(bucketName());
            checkOwner(known, "x-amz-expected-bucket-owner");
            bucket = known;
        }
        return known;
    }

    /// Another bucket.
    ///
    /// @throws S3Error `NoSuchBucket`
    Bucket bucketNamed(String name) {
        return store().findBucket(name)
                .orElseThrow(() -> ErrorCode.NoSuchBucket.error().with("BucketName", name));
    }

    /// @throws S3Error `AccessDenied` if the header names another account than the bucket's
    void checkOwner(Bucket of, String header) {
        Optional<String> expected = nonEmpty(header);
        if (expected.isEmpty()) {
            return;
        }
        boolean same = services.accounts()
                .byCanonicalId(of.owner().canonicalId())
                .map(account -> account.id().equals(expected.get()))
                .orElse(false);
        if (!same) {
            throw ErrorCode.AccessDenied.error();
        }
    }

    /// The owner that the caller is.
    Owner callerOwner() {
        return caller.account().map(S3Request::owner).orElse(ANONYMOUS);
    }

    static Owner owner(Account account) {
        return new Owner(account.canonicalId(), account.displayName());
    }

    /// Who began an upload, as the service tells it (API, *Initiator*): an account by its canonical id, users and roles
    /// by their ARN.
    Owner initiator(Owner told) {
        Matcher root = ROOT_ARN.matcher(told.canonicalId());
        return root.matches()
                ? services.accounts()
                        .account(root.group(1))
                        .map(S3Request::owner)
                        .orElse(told)
                : told;
    }

    /// Who acts, owning what they write.
    Requester requester() {
        return new Requester(callerOwner(), caller.arn(), services.keys().apply(caller));
    }

    /// Who acts, as the owner of an object that is written: the bucket's owner where ACLs do not count.
    Requester writer() {
        return new Requester(objectOwner(), caller.arn(), services.keys().apply(caller));
    }

    private Owner objectOwner() {
        return switch (ownership()) {
            case BUCKET_OWNER_ENFORCED -> bucket().owner();
            case BUCKET_OWNER_PREFERRED ->
                header("x-amz-acl").orElse("").equals("bucket-owner-full-control") ? bucket().owner() : callerOwner();
            case OBJECT_WRITER -> callerOwner();
        };
    }

    /// Who owns objects of the bucket.
    ObjectOwnership ownership() {
        return store().document(bucket().name(), BucketDocument.OWNERSHIP)
                .flatMap(ObjectOwnership::named)
                .orElse(ObjectOwnership.OBJECT_WRITER);
    }

    // --- access

    /// Goes on only if the caller may do `action` to the bucket, or to the object if the request names one.
    ///
    /// @throws S3Error `AccessDenied`
    void authorize(String action) {
        authorize(action, bucket(), target.key(), query.get("versionId"));
    }

    /// @throws S3Error `AccessDenied`
    void authorize(String action, Bucket of, Optional<String> key, Optional<String> versionId) {
        AccessDecision decision = decide(action, Optional.of(of), key, versionId);
        if (!decision.allowed()) {
            throw ErrorCode.AccessDenied.error(decision.message());
        }
    }

    /// Whether the caller may do `action` to the bucket.
    boolean allows(String action, Bucket of, Optional<String> key, Optional<String> versionId) {
        return decide(action, Optional.of(of), key, versionId).allowed();
    }

    /// Whether the caller may learn that there is no object of that key: who may list the bucket as far as
    /// it may.
    boolean mayLearnOf(Bucket of, String key) {
        return services.access()
                .decide(new AccessRequest(
                        caller,
                        "s3:ListBucket",
                        Optional.of(of),
                        Optional.of(of.name()),
                        Optional.empty(),
                        Optional::empty,
                        () -> AccessContext.of(this, Optional.empty()).toBuilder()
                                .put("s3:prefix", key)
                                .build()))
                .allowed();
    }

    AccessDecision decide(String action, Optional<Bucket> of, Optional<String> key, Optional<String> versionId) {
        Optional<String> name = of.map(Bucket::name).or(target::bucket);
        return decide(action, of, key, versionId, () -> object(name, key, versionId));
    }

    /// Goes on only if the caller may do `action`, decided without a look at the object: neither its owner
    /// nor its tags count. So the service asks for what a write needs besides `s3:PutObject` (as measured:
    /// github.com/floci-io/floci/issues/3945).
    ///
    /// @throws S3Error `AccessDenied`
    void authorizeUnseen(String action) {
        AccessDecision decision =
                decide(action, Optional.of(bucket()), target.key(), Optional.empty(), Optional::empty);
        if (!decision.allowed()) {
            throw ErrorCode.AccessDenied.error(decision.message());
        }
    }

    private AccessDecision decide(
            String action,
            Optional<Bucket> of,
            Optional<String> key,
            Optional<String> versionId,
            Supplier<Optional<StoredObject>> object) {
        if (of.isPresent() && !pays(of.get())) {
            return AccessDecision.DENIED;
        }
        return services.access()
                .decide(new AccessRequest(
                        caller,
                        action,
                        of,
                        of.map(Bucket::name).or(target::bucket),
                        key,
                        object,
                        () -> AccessContext.of(this, versionId)));
    }

    /// Whether the caller takes on the costs, if the bucket leaves them to those who ask (user guide,
    /// *Using Requester Pays buckets*): nobody does without a signature, and others than the owner must say
    /// so.
    private boolean pays(Bucket of) {
        boolean owner = caller.account()
                .map(account -> account.canonicalId().equals(of.owner().canonicalId()))
                .orElse(false);
        boolean left = !owner
                && store().document(of.name(), BucketDocument.REQUEST_PAYMENT)
                        .map(document -> document.contains(">Requester<"))
                        .orElse(false);
        boolean accepts = header("x-amz-request-payer")
                .or(() -> query.get("x-amz-request-payer"))
                .map("requester"::equals)
                .orElse(false);
        return !left || (!caller.isAnonymous() && accepts);
    }

    private Optional<StoredObject> object(Optional<String> name, Optional<String> key, Optional<String> versionId) {
        return name.isPresent() && key.isPresent()
                ? store().find(name.get(), key.get(), versionId.filter(id -> !id.isEmpty()))
                : Optional.empty();
    }

    // --- the body

    /// The content of the body: without framing, held against the signature as it is read.
    InputStream body() {
        InputStream raw = exchange.body();
        String declared = header("x-amz-content-sha256").orElse("");
        if (signed.isPresent()) {
            SignedPart part = signed.get();
            return switch (part.payload()) {
                case Payload.Hash hash -> new HashCheckedStream(raw, hash.sha256());
                case Payload.Unsigned unsigned -> raw;
                case Payload.Streaming streaming ->
                    chunks(
                            raw,
                            streaming.signed() ? Optional.of(part.seed().verifier()) : Optional.empty(),
                            streaming.trailer());
            };
        }
        if (declared.equals("STREAMING-UNSIGNED-PAYLOAD-TRAILER")) {
            return chunks(raw, Optional.empty(), true);
        }
        if (declared.startsWith("STREAMING-")) {
            throw ErrorCode.InvalidRequest.error("Chunks cannot be signed where the request is not.");
        }
        return raw;
    }

    private AwsChunkedStream chunks(
            InputStream raw, Optional<dev.rockpool.identity.signature.ChunkVerifier> verifier, boolean trailer) {
        AwsChunkedStream stream = new AwsChunkedStream(raw, verifier, trailer);
        chunked = stream;
        return stream;
    }

    /// Whether the body is framed as `aws-chunked`.
    boolean isChunked() {
        return header("x-amz-content-sha256").orElse("").startsWith("STREAMING-");
    }

    /// A field of the body's trailer, once the body has been read.
    Optional<String> trailer(String name) {
        AwsChunkedStream stream = chunked;
        return stream == null ? Optional.empty() : stream.trailer(name);
    }

    /// How many bytes the content of the body has; empty if the client does not say.
    ///
    /// @throws S3Error `MissingContentLength`, `InvalidArgument`
    OptionalLong contentLength() {
        if (isChunked()) {
            Optional<String> decoded = nonEmpty("x-amz-decoded-content-length");
            if (decoded.isEmpty()) {
                throw ErrorCode.MissingContentLength.error();
            }
            try {
                long length = Long.parseLong(decoded.get());
                if (length >= 0) {
                    return OptionalLong.of(length);
                }
            } catch (NumberFormatException e) {
                // said below
            }
            throw ErrorCode.InvalidArgument.error("The value of x-amz-decoded-content-length is no length.")
                    .with("ArgumentName", "x-amz-decoded-content-length")
                    .with("ArgumentValue", decoded.get());
        }
        if (exchange.contentLength() >= 0) {
            return OptionalLong.of(exchange.contentLength());
        }
        if (exchange.header("Transfer-Encoding").isPresent()
                || exchange.protocol().equals("HTTP/2.0")) {
            return OptionalLong.empty();
        }
        throw ErrorCode.MissingContentLength.error();
    }

    /// The whole body, of an operation that takes a document; held against `Content-MD5` and checksums.
    ///
    /// @throws S3Error if it is larger than 1 MiB, `BadDigest`, `InvalidDigest`
    byte[] document() throws IOException {
        return document(LARGEST_DOCUMENT);
    }

    byte[] document(int mostBytes) throws IOException {
        if (exchange.contentLength() > mostBytes * 2L) {
            throw tooLarge();
        }
        byte[] bytes;
        try {
            InputStream content = body();
            bytes = content.readNBytes(mostBytes + 1);
        } catch (BodyTooLargeException e) {
            throw tooLarge();
        }
        if (bytes.length > mostBytes) {
            throw tooLarge();
        }
        Checksums.verifyDocument(this, bytes);
        return bytes;
    }

    /// The whole body as text.
    String documentText() throws IOException {
        return new String(document(), StandardCharsets.UTF_8);
    }

    /// The root of the document that the body is.
    XmlElement xml(String root) throws IOException {
        byte[] bytes = document();
        if (bytes.length == 0) {
            throw ErrorCode.MissingRequestBodyError.error();
        }
        return XmlElement.parse(bytes, root);
    }

    private static S3Error tooLarge() {
        return ErrorCode.MaxMessageLengthExceeded.error().with("MaxMessageLengthBytes", "1048576");
    }

    // --- the answer

    /// Answers with a document.
    void respond(XmlWriter document) throws IOException {
        exchange.set("Content-Type", "application/xml").respond(200, document.bytes());
    }

    /// Answers with nothing.
    void respond(int status) throws IOException {
        exchange.respond(status);
    }

    /// The values of a header that lists them with commas, trimmed.
    List<String> list(String name) {
        List<String> values = new ArrayList<>();
        for (String line : exchange.headers(name)) {
            for (String value : line.split(",", -1)) {
                String trimmed = value.trim();
                if (!trimmed.isEmpty()) {
                    values.add(trimmed);
                }
            }
        }
        return values;
    }

    /// Whether a header says `true`.
    boolean isTrue(String name) {
        return header(name)
                .map(value -> value.toLowerCase(Locale.ROOT))
                .orElse("")
                .equals("true");
    }
}
