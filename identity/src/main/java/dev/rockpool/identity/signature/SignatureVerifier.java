package dev.rockpool.identity.signature;

import dev.rockpool.identity.AccessKey;
import dev.rockpool.identity.Accounts;
import dev.rockpool.identity.signature.SignatureFault.Code;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Verifies the signature of a request, in the header or in the query (S3 API reference, *Authenticating
/// Requests: Using the Authorization Header*, *… Using Query Parameters*; IAM user guide, *Signature
/// Version 4 signing process*; read 2026-11-26). Safe for several threads.
///
/// Answers are the service's: their codes, and where known their words. Freshness is judged by wall time: a
/// signature holds 15 minutes either way, a presigned request from its date for as long as it says, a week
/// at most.
public final class SignatureVerifier {
    /// How far a request's time may be from ours.
    public static final Duration SKEW = Duration.ofMinutes(15);
    /// How long a presigned request may hold.
    public static final Duration LONGEST_PRESIGNED = Duration.ofDays(7);

    private static final String ALGORITHM = "AWS4-HMAC-SHA256";
    private static final String OBJECT_STORE = "s3";
    private static final String MALFORMED = "The authorization header is malformed; ";
    private static final String IN_QUERY = "Error parsing the X-Amz-Credential parameter; ";
    private static final String OTHER_MECHANISM =
            "The authorization mechanism you have provided is not supported. Please use AWS4-HMAC-SHA256.";

    private static final String MISMATCH = "The request signature we calculated does not match the signature you"
            + " provided. Check your key and signing method.";

    private final Accounts accounts;
    private final InstantSource wall;
    private final SigningKeys keys = new SigningKeys();

    /// A verifier of requests by those in `accounts`.
    ///
    /// @param wall wall time, whatever the platform's clock says
    public SignatureVerifier(Accounts accounts, InstantSource wall) {
        this.accounts = accounts;
        this.wall = wall;
    }

    /// What comes of the signature of a request to the object store, whose header says what the body must
    /// be; the body need not be here yet.
    ///
    /// @param service the service that the scope must name, `s3`
    public Verification verify(RequestHead head, String service) {
        return verify(head, service, Optional.empty());
    }

    /// What comes of the signature of a request to any other service, which covers the whole body.
    ///
    /// @param service the service that the scope must name, such as `kms`
    public Verification verify(RequestHead head, String service, byte[] body) {
        return verify(head, service, Optional.of(body));
    }

    private Verification verify(RequestHead head, String service, Optional<byte[]> body) {
        try {
            QueryParameters query = new QueryParameters(head.rawQuery());
            Optional<String> authorization = head.header("authorization").filter(text -> !text.isBlank());
            boolean presigned =
                    query.has("X-Amz-Algorithm") || query.has("X-Amz-Credential") || query.has("X-Amz-Signature");
            boolean oldQuery = query.has("AWSAccessKeyId") && query.has("Signature");
            if (authorization.isPresent()) {
                if (presigned || oldQuery) {
                    throw new SignatureRefusal(
                            Code.INVALID_ARGUMENT,
                            "Only one auth mechanism allowed; only the X-Amz-Algorithm query parameter, Signature query"
                                    + " string parameter or the Authorization header should be specified",
                            "ArgumentName",
                            "Authorization",
                            "ArgumentValue",
                            authorization.get());
                }
                return byHeader(head, authorization.get(), service, body);
            }
            if (presigned) {
                return byQuery(head, query, service, body);
            }
            if (oldQuery) {
                throw oldQuery(query.get("Expires").orElse(""));
            }
            return new Verification.Anonymous();
        } catch (SignatureRefusal refusal) {
            return new Verification.Refused(refusal.fault());
        }
    }

    // --- in a form

    /// What comes of the signature of an upload form, which covers its policy (S3 API reference,
    /// *Authenticating requests: browser-based uploads using POST*). A form without a policy is anonymous.
    /// What the policy says is still to be held against the form ([PostPolicy]).
    ///
    /// @param fields of the form, names lower case
    /// @param service the service that the scope must name, `s3`
    public Verification verifyForm(Map<String, String> fields, String service) {
        try {
            if (!fields.containsKey("policy")) {
                return new Verification.Anonymous();
            }
            if (fields.containsKey("awsaccesskeyid") || fields.containsKey("signature")) {
                throw new SignatureRefusal(Code.INVALID_REQUEST, OTHER_MECHANISM);
            }
            if (!formField(fields, "x-amz-algorithm").equals(ALGORITHM)) {
                throw new SignatureRefusal(Code.INVALID_REQUEST, OTHER_MECHANISM);
            }
            CredentialText who = CredentialText.parse(
                    formField(fields, "x-amz-credential"), service, Code.AUTHORIZATION_QUERY_PARAMETERS, IN_QUERY);
            String timestamp = formField(fields, "x-amz-date");
            Optional<Instant> at = Timestamp.parse(timestamp);
            if (at.isEmpty() || !timestamp.startsWith(who.scope().date())) {
                throw new SignatureRefusal(
                        Code.ACCESS_DENIED, "AWS authentication requires a valid Date or x-amz-date header");
            }
            String signature = formField(fields, "x-amz-signature");
            AccessKey key =
                    key(who.accessKeyId(), Optional.ofNullable(fields.get("x-amz-security-token")), wall.instant());
            String stringToSign = formField(fields, "policy");
            SigningKey signingKey = keys.key(key.secret(), who.scope());
            if (!equal(signingKey.sign(stringToSign), signature)) {
                throw new SignatureRefusal(
                        Code.SIGNATURE_DOES_NOT_MATCH,
                        MISMATCH,
                        "AWSAccessKeyId",
                        who.accessKeyId(),
                        "StringToSign",
                        stringToSign,
                        "SignatureProvided",
                        signature,
                        "StringToSignBytes",
                        octets(stringToSign));
            }
            return new Verification.Signed(
                    key.caller(),
                    who.scope(),
                    false,
                    at.get(),
                    new Payload.Unsigned(),
                    new ChunkSeed(signingKey, timestamp, who.scope(), signature));
        } catch (SignatureRefusal refusal) {
            return new Verification.Refused(refusal.fault());
        }
    }

    private static String formField(Map<String, String> fields, String name) throws SignatureRefusal {
        String value = fields.get(name);
        if (value == null) {
            throw new SignatureRefusal(
                    Code.INVALID_ARGUMENT,
                    "Bucket POST must contain a field named '" + name
                            + "'.  If it is specified, please check the order of the fields.",
                    "ArgumentName",
                    name,
                    "ArgumentValue",
                    "");
        }
        return value;
    }

    // --- in the header

    private Verification byHeader(RequestHead head, String authorization, String service, Optional<byte[]> body)
            throws SignatureRefusal {
        Instant now = wall.instant();
        SignedFields fields = headerFields(head, authorization, service, now);
        AccessKey key = key(fields.accessKeyId(), head.header("x-amz-security-token"), now);
        notSkewed(fields.at(), fields.timestamp(), now);
        if (!fields.timestamp().startsWith(fields.scope().date())) {
            throw new SignatureRefusal(
                    Code.AUTHORIZATION_HEADER_MALFORMED,
                    MALFORMED + "Invalid credential date \"" + fields.scope().date()
                            + "\". This date is not the same as X-Amz-Date: \""
                            + fields.timestamp().substring(0, 8) + "\".");
        }
        Payload payload = body.isPresent() ? hash(body.get()) : payloadOfHeader(head);
        if (service.equals(OBJECT_STORE)) {
            allSigned(head, fields.signedHeaders(), false);
        }
        return compared(head, fields, key, payload, payload.word(), service, false);
    }

    private static void notSkewed(Instant at, String written, Instant now) throws SignatureRefusal {
        if (Duration.between(at, now).abs().compareTo(SKEW) > 0) {
            throw new SignatureRefusal(
                    Code.REQUEST_TIME_TOO_SKEWED,
                    "The difference between the request time and the current time is too large.",
                    "RequestTime",
                    written,
                    "ServerTime",
                    Timestamp.shown(now),
                    "MaxAllowedSkewMilliseconds",
                    Long.toString(SKEW.toMillis()));
        }
    }

    /// Version 2 is refused once it is well-formed and in time, so that what else is wrong with it is said
    /// first.
    private static SignatureRefusal old(RequestHead head, String credentials, Instant now) throws SignatureRefusal {
        if (credentials.indexOf(':') <= 0) {
            return new SignatureRefusal(
                    Code.INVALID_ARGUMENT,
                    "AWS authorization header is invalid.  Expected AwsAccessKeyId:signature",
                    "ArgumentName",
                    "Authorization",
                    "ArgumentValue",
                    "AWS " + credentials);
        }
        Instant at = time(head);
        notSkewed(at, Timestamp.of(at), now);
        return new SignatureRefusal(Code.INVALID_REQUEST, OTHER_MECHANISM);
    }

    /// The time of a request: `x-amz-date`, or `Date` where that lacks.
    private static Instant time(RequestHead head) throws SignatureRefusal {
        Optional<Instant> at = head.header("x-amz-date")
                .or(() -> head.header("date"))
                .flatMap(Timestamp::parseDate)
                .filter(instant -> !instant.isBefore(Instant.EPOCH));
        if (at.isEmpty()) {
            throw new SignatureRefusal(
                    Code.ACCESS_DENIED, "AWS authentication requires a valid Date or x-amz-date header");
        }
        return at.get();
    }

    private static SignedFields headerFields(RequestHead head, String authorization, String service, Instant now)
            throws SignatureRefusal {
        String text = authorization.strip();
        int space = text.indexOf(' ');
        String algorithm = space < 0 ? text : text.substring(0, space);
        if (algorithm.equals("AWS")) {
            throw old(head, text.substring(algorithm.length()).strip(), now);
        }
        if (algorithm.startsWith("AWS4-ECDSA")) {
            throw new SignatureRefusal(Code.INVALID_REQUEST, OTHER_MECHANISM);
        }
        if (!algorithm.equals(ALGORITHM)) {
            throw new SignatureRefusal(
                    Code.INVALID_ARGUMENT,
                    "Unsupported Authorization Type",
                    "ArgumentName",
                    "Authorization",
                    "ArgumentValue",
                    authorization);
        }
        String credential = "";
        String signedHeaders = "";
        String signature = "";
        for (String component :
                text.substring(Math.min(text.length(), algorithm.length() + 1)).split(",", -1)) {
            String part = component.strip();
            if (part.startsWith("Credential=")) {
                credential = part.substring("Credential=".length());
            } else if (part.startsWith("SignedHeaders=")) {
                signedHeaders = part.substring("SignedHeaders=".length());
            } else if (part.startsWith("Signature=")) {
                signature = part.substring("Signature=".length());
            }
        }
        if (credential.isEmpty() || signedHeaders.isEmpty() || signature.isEmpty()) {
            throw new SignatureRefusal(
                    Code.AUTHORIZATION_HEADER_MALFORMED,
                    MALFORMED + "the authorization header requires three components: Credential, SignedHeaders, and"
                            + " Signature.");
        }
        CredentialText who = CredentialText.parse(credential, service, Code.AUTHORIZATION_HEADER_MALFORMED, MALFORMED);
        Instant at = time(head);
        return new SignedFields(who.accessKeyId(), who.scope(), names(signedHeaders), signature, Timestamp.of(at), at);
    }

    private static Payload payloadOfHeader(RequestHead head) throws SignatureRefusal {
        Optional<String> word = head.header("x-amz-content-sha256");
        if (word.isEmpty()) {
            throw new SignatureRefusal(
                    Code.INVALID_REQUEST, "Missing required header for this request: x-amz-content-sha256");
        }
        return payload(word.get());
    }

    private static Payload payload(String word) throws SignatureRefusal {
        Optional<Payload> payload = Payload.parse(word);
        if (payload.isEmpty()) {
            throw new SignatureRefusal(
                    Code.INVALID_ARGUMENT,
                    "x-amz-content-sha256 must be UNSIGNED-PAYLOAD, STREAMING-UNSIGNED-PAYLOAD-TRAILER,"
                            + " STREAMING-AWS4-HMAC-SHA256-PAYLOAD, STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER or a"
                            + " valid sha256 value.",
                    "ArgumentName",
                    "x-amz-content-sha256",
                    "ArgumentValue",
                    word);
        }
        return payload.get();
    }

    // --- in the query

    private Verification byQuery(RequestHead head, QueryParameters query, String service, Optional<byte[]> body)
            throws SignatureRefusal {
        for (String name : List.of(
                "X-Amz-Algorithm",
                "X-Amz-Credential",
                "X-Amz-Signature",
                "X-Amz-Date",
                "X-Amz-SignedHeaders",
                "X-Amz-Expires")) {
            if (query.get(name).orElse("").isEmpty()) {
                throw new SignatureRefusal(
                        Code.AUTHORIZATION_QUERY_PARAMETERS,
                        "Query-string authentication version 4 requires the X-Amz-Algorithm, X-Amz-Credential,"
                                + " X-Amz-Signature, X-Amz-Date, X-Amz-SignedHeaders, and X-Amz-Expires parameters.");
            }
        }
        if (!query.get("X-Amz-Algorithm").orElse("").equals(ALGORITHM)) {
            throw new SignatureRefusal(
                    Code.AUTHORIZATION_QUERY_PARAMETERS, "X-Amz-Algorithm only supports \"AWS4-HMAC-SHA256\"");
        }
        Duration expires = expires(query.get("X-Amz-Expires").orElse(""));
        CredentialText who = CredentialText.parse(
                query.get("X-Amz-Credential").orElse(""), service, Code.AUTHORIZATION_QUERY_PARAMETERS, IN_QUERY);
        String timestamp = query.get("X-Amz-Date").orElse("");
        Optional<Instant> at = Timestamp.parse(timestamp);
        if (at.isEmpty()) {
            throw new SignatureRefusal(
                    Code.AUTHORIZATION_QUERY_PARAMETERS,
                    "X-Amz-Date must be in the ISO8601 Long Format \"yyyyMMdd'T'HHmmss'Z'\"");
        }
        if (!timestamp.startsWith(who.scope().date())) {
            throw new SignatureRefusal(
                    Code.AUTHORIZATION_QUERY_PARAMETERS,
                    "Invalid credential date \"" + who.scope().date()
                            + "\". This date is not the same as X-Amz-Date: \"" + timestamp.substring(0, 8) + "\".");
        }
        Instant now = wall.instant();
        fresh(at.get(), expires, now);
        AccessKey key = key(
                who.accessKeyId(),
                query.get("X-Amz-Security-Token").or(() -> head.header("x-amz-security-token")),
                now);
        SignedFields fields = new SignedFields(
                who.accessKeyId(),
                who.scope(),
                names(query.get("X-Amz-SignedHeaders").orElse("")),
                query.get("X-Amz-Signature").orElse(""),
                timestamp,
                at.get());
        Payload payload;
        if (body.isPresent()) {
            payload = hash(body.get());
        } else {
            Optional<String> word = query.get("X-Amz-Content-Sha256");
            if (word.isEmpty() && fields.signedHeaders().contains("x-amz-content-sha256")) {
                word = head.header("x-amz-content-sha256");
            }
            payload = word.isEmpty() ? new Payload.Unsigned() : payload(word.get());
        }
        if (service.equals(OBJECT_STORE)) {
            allSigned(head, fields.signedHeaders(), true);
        }
        return compared(head, fields, key, payload, payload.word(), service, true);
    }

    /// A negative time is taken: the request was over before it began.
    private static Duration expires(String text) throws SignatureRefusal {
        long seconds;
        try {
            seconds = Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new SignatureRefusal(Code.AUTHORIZATION_QUERY_PARAMETERS, "X-Amz-Expires should be a number");
        }
        if (seconds > LONGEST_PRESIGNED.toSeconds() || seconds < -LONGEST_PRESIGNED.toSeconds()) {
            throw new SignatureRefusal(
                    Code.AUTHORIZATION_QUERY_PARAMETERS,
                    "X-Amz-Expires must be less than a week (in seconds); that is, the given X-Amz-Expires must be less"
                            + " than 604800 seconds");
        }
        return Duration.ofSeconds(seconds);
    }

    private static void fresh(Instant at, Duration expires, Instant now) throws SignatureRefusal {
        if (at.isAfter(now.plus(SKEW))) {
            throw new SignatureRefusal(
                    Code.ACCESS_DENIED,
                    "Request is not yet valid",
                    "X-Amz-Date",
                    Timestamp.of(at),
                    "ServerTime",
                    Timestamp.shown(now));
        }
        Instant end = at.plus(expires);
        if (now.isAfter(end)) {
            throw new SignatureRefusal(
                    Code.ACCESS_DENIED,
                    "Request has expired",
                    "X-Amz-Expires",
                    Long.toString(expires.toSeconds()),
                    "Expires",
                    Timestamp.shown(end),
                    "ServerTime",
                    Timestamp.shown(now));
        }
    }

    /// A presigned request of Version 2 is refused too, once it is in time.
    private SignatureRefusal oldQuery(String expires) {
        Instant now = wall.instant();
        Instant end;
        try {
            end = Instant.ofEpochSecond(Long.parseLong(expires));
        } catch (NumberFormatException | DateTimeException e) {
            return new SignatureRefusal(Code.ACCESS_DENIED, "Invalid date (should be seconds since epoch): " + expires);
        }
        if (now.isAfter(end)) {
            return new SignatureRefusal(
                    Code.ACCESS_DENIED,
                    "Request has expired",
                    "Expires",
                    Timestamp.shown(end),
                    "ServerTime",
                    Timestamp.shown(now));
        }
        return new SignatureRefusal(Code.INVALID_REQUEST, OTHER_MECHANISM);
    }

    // --- both

    /// Every `x-amz-` header must be covered, so that nobody on the way can add one; and the host.
    private static void allSigned(RequestHead head, List<String> signed, boolean presigned) throws SignatureRefusal {
        List<String> missing = new ArrayList<>();
        if (!signed.contains("host")) {
            missing.add("host");
        }
        for (RequestHead.Header header : head.headers()) {
            if (header.name().regionMatches(true, 0, "x-amz-", 0, 6)) {
                String name = Canonical.lower(header.name());
                boolean exempt = presigned && name.equals("x-amz-content-sha256");
                if (!exempt && !signed.contains(name) && !missing.contains(name)) {
                    missing.add(name);
                }
            }
        }
        if (!missing.isEmpty()) {
            throw new SignatureRefusal(
                    Code.ACCESS_DENIED,
                    "There were headers present in the request which were not signed",
                    "HeadersNotSigned",
                    String.join(", ", missing));
        }
    }

    private AccessKey key(String id, Optional<String> token, Instant now) throws SignatureRefusal {
        Optional<AccessKey> found = accounts.accessKey(id);
        if (found.isEmpty()) {
            throw new SignatureRefusal(
                    Code.INVALID_ACCESS_KEY_ID,
                    "The AWS Access Key Id you provided does not exist in our records.",
                    "AWSAccessKeyId",
                    id);
        }
        AccessKey key = found.get();
        Optional<AccessKey.Session> session = key.session();
        boolean same = session.isEmpty()
                ? token.isEmpty()
                : token.isPresent() && equal(session.get().token(), token.get());
        if (!same) {
            throw new SignatureRefusal(
                    Code.INVALID_TOKEN,
                    "The provided token is malformed or otherwise invalid.",
                    "Token-0",
                    token.orElse(""));
        }
        if (session.isPresent() && !now.isBefore(session.get().expires())) {
            throw new SignatureRefusal(
                    Code.EXPIRED_TOKEN, "The provided token has expired.", "Token-0", token.orElse(""));
        }
        return key;
    }

    private Verification compared(
            RequestHead head,
            SignedFields fields,
            AccessKey key,
            Payload payload,
            String payloadWord,
            String service,
            boolean presigned)
            throws SignatureRefusal {
        String canonicalRequest = Canonical.request(
                head,
                service.equals(OBJECT_STORE),
                fields.signedHeaders(),
                presigned ? "X-Amz-Signature" : "\0",
                payloadWord);
        String stringToSign = Canonical.stringToSign(fields.timestamp(), fields.scope(), canonicalRequest);
        SigningKey signingKey = keys.key(key.secret(), fields.scope());
        if (!equal(signingKey.sign(stringToSign), fields.signature())) {
            throw new SignatureRefusal(
                    Code.SIGNATURE_DOES_NOT_MATCH,
                    MISMATCH,
                    "AWSAccessKeyId",
                    fields.accessKeyId(),
                    "StringToSign",
                    stringToSign,
                    "SignatureProvided",
                    fields.signature(),
                    "StringToSignBytes",
                    octets(stringToSign),
                    "CanonicalRequest",
                    canonicalRequest,
                    "CanonicalRequestBytes",
                    octets(canonicalRequest));
        }
        return new Verification.Signed(
                key.caller(),
                fields.scope(),
                presigned,
                fields.at(),
                payload,
                new ChunkSeed(signingKey, fields.timestamp(), fields.scope(), fields.signature()));
    }

    private static List<String> names(String signedHeaders) {
        return Arrays.stream(signedHeaders.split(";", -1))
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .filter(name -> !name.isEmpty())
                .toList();
    }

    private static Payload hash(byte[] body) {
        return new Payload.Hash(Canonical.sha256Hex(body));
    }

    private static String octets(String text) {
        return HexFormat.ofDelimiter(" ").formatHex(text.getBytes(StandardCharsets.UTF_8));
    }

    /// Takes as long for every wrong text of the right length.
    private static boolean equal(String right, String given) {
        return MessageDigest.isEqual(right.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }
}
