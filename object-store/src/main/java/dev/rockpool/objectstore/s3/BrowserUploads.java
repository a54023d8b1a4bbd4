package dev.rockpool.objectstore.s3;

import dev.rockpool.identity.AccessKey;
import dev.rockpool.identity.Caller;
import dev.rockpool.identity.signature.PostPolicy;
import dev.rockpool.identity.signature.Verification;
import dev.rockpool.objectstore.BodyChecks;
import dev.rockpool.objectstore.NewObject;
import dev.rockpool.objectstore.PutRequest;
import dev.rockpool.objectstore.PutResult;
import dev.rockpool.objectstore.Requester;
import dev.rockpool.objectstore.WriteCondition;
import dev.rockpool.objectstore.access.AccessControlList;
import dev.rockpool.objectstore.access.ObjectOwnership;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SequencedMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// *POST Object*: uploads by a form of a web page, allowed by a signed policy ([PostPolicy]).
///
/// A policy may be signed by Signature Version 4, or by Version 2 (`AWSAccessKeyId`, `signature`): the
/// older one signs the policy only, still stands in many pages, and is taken nowhere else here.
final class BrowserUploads {
    void post(S3Request request) throws IOException {
        if (request.operation == Operation.BrowserUploadToKey) {
            throw ErrorCode.MethodNotAllowed.error().with("Method", "POST").with("ResourceType", "OBJECT");
        }
        String contentType = request.header("Content-Type").orElse("");
        if (!contentType.regionMatches(true, 0, "multipart/form-data", 0, 19)) {
            throw ErrorCode.MethodNotAllowed.error().with("Method", "POST").with("ResourceType", "BUCKET");
        }
        FormReader form = FormReader.read(request.exchange.body(), contentType);
        if (!form.hasFile()) {
            throw ErrorCode.InvalidArgument.error("POST requires exactly one file upload per request.")
                    .with("ArgumentName", "file")
                    .with("ArgumentValue", "0");
        }
        String key = form.field("key")
                .map(text -> text.replace("${filename}", form.fileName()))
                .filter(text -> !text.isEmpty())
                .orElseThrow(() -> ErrorCode.InvalidArgument.error(
                                "Bucket POST must contain a field named 'key'.  If it is specified, please check the"
                                        + " order of the fields.")
                        .with("ArgumentName", "key")
                        .with("ArgumentValue", ""));
        if (key.getBytes(StandardCharsets.UTF_8).length > 1024) {
            throw ErrorCode.KeyTooLongError.error();
        }
        Optional<PostPolicy> policy = form.field("policy").map(BrowserUploads::policy);
        Caller caller = policy.isPresent() ? signer(request, form) : request.caller;
        if (policy.isPresent()) {
            Map<String, String> fields = new LinkedHashMap<>(form.fields());
            fields.put("key", key);
            fields.remove("awsaccesskeyid");
            fields.remove("signature");
            policy.get()
                    .fault(
                            request.bucketName(),
                            fields,
                            request.services.settings().wall().instant())
                    .ifPresent(fault -> {
                        throw S3Endpoint.error(fault);
                    });
        }
        store(request.by(caller, key), form, policy);
    }

    private static void store(S3Request request, FormReader form, Optional<PostPolicy> policy) throws IOException {
        request.authorize("s3:PutObject", request.bucket(), request.target.key(), Optional.empty());
        SequencedMap<String, String> system = new LinkedHashMap<>();
        SequencedMap<String, String> user = new LinkedHashMap<>();
        for (Map.Entry<String, String> field : form.fields().entrySet()) {
            String name = field.getKey();
            if (name.startsWith(ObjectHeaders.META)) {
                user.put(name.substring(ObjectHeaders.META.length()), field.getValue());
            } else if (List.of(
                            "content-type",
                            "cache-control",
                            "content-disposition",
                            "content-encoding",
                            "content-language",
                            "expires")
                    .contains(name)) {
                system.put(name, field.getValue());
            }
        }
        ObjectHeaders.checkSize(user);
        Requester writer = request.writer();
        NewObject object = new NewObject(
                system,
                user,
                form.field("x-amz-website-redirect-location"),
                ObjectHeaders.storageClass(form.field("x-amz-storage-class")),
                form.field("tagging")
                        .map(text -> Tags.parseXml(
                                XmlElement.parse(text.getBytes(StandardCharsets.UTF_8), "Tagging"), false))
                        .orElseGet(LinkedHashMap::new),
                acl(request, form, writer),
                Optional.empty(),
                false,
                Encryption.wish(form.fields()));
        InputStream file = policy.map(known -> (InputStream) new BoundedFile(form.file(), known))
                .orElseGet(form::file);
        PutResult result = request.store()
                .putObject(
                        request.bucketName(),
                        request.key(),
                        new PutRequest(writer, object, checks(form), WriteCondition.NONE, OptionalLong.empty()),
                        file);
        answer(request, form, result);
    }

    private static BodyChecks checks(FormReader form) {
        for (var algorithm : dev.rockpool.objectstore.ChecksumAlgorithm.values()) {
            Optional<String> value = form.field(Checksums.header(algorithm));
            if (value.isPresent()) {
                String expected = Checksums.checked(algorithm, value.get());
                return new BodyChecks(Optional.empty(), Optional.of(algorithm), () -> Optional.of(expected));
            }
        }
        return BodyChecks.NONE;
    }

    private static Optional<String> acl(S3Request request, FormReader form, Requester writer) {
        Optional<AccessControlList> acl = form.field("acl")
                .filter(name -> !name.isEmpty())
                .map(name -> AclDocuments.canned(
                        name, writer.owner(), Optional.of(request.bucket().owner())));
        acl.ifPresent(list -> AclDocuments.check(request, list));
        return request.ownership() == ObjectOwnership.BUCKET_OWNER_ENFORCED
                ? Optional.empty()
                : acl.map(AccessControlList::text);
    }

    private static void answer(S3Request request, FormReader form, PutResult result) throws IOException {
        String etag = "\"" + result.object().etag() + "\"";
        String location = (request.exchange.secure() ? "https://" : "http://") + request.exchange.authority()
                + (request.target.virtualHosted() ? "" : "/" + request.bucketName()) + "/"
                + Percent.encode(request.key());
        ObjectWrites.answer(request, result);
        request.exchange.set("Location", location);
        Optional<String> redirect = form.field("success_action_redirect")
                .or(() -> form.field("redirect"))
                .filter(BrowserUploads::isUri);
        if (redirect.isPresent()) {
            String query = "bucket=" + request.bucketName() + "&key="
                    + Percent.encode(request.key()).replace("/", "%2F") + "&etag=" + Percent.encode(etag);
            request.exchange.set("Location", redirect.get() + (redirect.get().indexOf('?') < 0 ? "?" : "&") + query);
            request.respond(303);
            return;
        }
        switch (form.field("success_action_status").orElse("204")) {
            case "200" -> request.respond(200);
            case "201" ->
                request.exchange
                        .set("Content-Type", "application/xml")
                        .respond(
                                201,
                                new XmlWriter()
                                        .open("PostResponse")
                                        .element("Location", location)
                                        .element("Bucket", request.bucketName())
                                        .element("Key", request.key())
                                        .element("ETag", etag)
                                        .close("PostResponse")
                                        .bytes());
            default -> request.respond(204);
        }
    }

    private static boolean isUri(String text) {
        try {
            String scheme = URI.create(text).getScheme();
            return "http".equals(scheme) || "https".equals(scheme);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static PostPolicy policy(String base64) {
        return switch (PostPolicy.read(base64)) {
            case PostPolicy.Reading.Read read -> read.policy();
            case PostPolicy.Reading.Refused refused -> throw S3Endpoint.error(refused.fault());
        };
    }

    // --- who signed

    private static Caller signer(S3Request request, FormReader form) {
        String policy = form.field("policy").orElse("");
        if (form.field("awsaccesskeyid").isEmpty() && form.field("signature").isEmpty()) {
            return switch (request.services.signatures().verifyForm(form.fields(), "s3")) {
                case Verification.Signed signed -> signed.caller();
                case Verification.Refused refused -> throw S3Endpoint.error(refused.fault());
                case Verification.Anonymous anonymous -> throw ErrorCode.AccessDenied.error();
            };
        }
        String id = field(form, "awsaccesskeyid");
        String given = field(form, "signature");
        AccessKey key = accessKey(request, id);
        byte[] right = hmacSha1(key.secret(), policy);
        compare(given, Base64.getEncoder().encodeToString(right));
        return key.caller();
    }

    private static AccessKey accessKey(S3Request request, String id) {
        AccessKey key = request.services
                .accounts()
                .accessKey(id)
                .orElseThrow(() -> ErrorCode.InvalidAccessKeyId.error().with("AWSAccessKeyId", id));
        boolean over = key.session()
                .map(session -> session.expires()
                        .isBefore(request.services.settings().wall().instant()))
                .orElse(false);
        if (over) {
            throw ErrorCode.ExpiredToken.error();
        }
        return key;
    }

    private static String field(FormReader form, String name) {
        return form.field(name)
                .filter(value -> !value.isEmpty())
                .orElseThrow(() -> ErrorCode.InvalidArgument.error("Bucket POST must contain a field named '" + name
                                + "'.  If it is specified, please" + " check the order of the fields.")
                        .with("ArgumentName", name)
                        .with("ArgumentValue", ""));
    }

    private static void compare(String given, String right) {
        if (!MessageDigest.isEqual(given.getBytes(StandardCharsets.UTF_8), right.getBytes(StandardCharsets.UTF_8))) {
            throw ErrorCode.SignatureDoesNotMatch.error();
        }
    }

    private static byte[] hmacSha1(String secret, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has HmacSHA1", e);
        }
    }

    /// A file whose size the policy bounds; one that is too large or too small is refused before it is
    /// stored.
    private static final class BoundedFile extends FilterInputStream {
        private final PostPolicy policy;
        private long count;

        BoundedFile(InputStream file, PostPolicy policy) {
            super(file);
            this.policy = policy;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int read = in.read(bytes, offset, length);
            if (read > 0) {
                count += read;
                if (count > policy.largest()) {
                    check();
                }
            } else if (read < 0) {
                check();
            }
            return read;
        }

        private void check() {
            policy.sizeFault(count).ifPresent(fault -> {
                throw S3Endpoint.error(fault);
            });
        }
    }
}
