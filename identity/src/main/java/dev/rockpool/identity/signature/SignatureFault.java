package dev.rockpool.identity.signature;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/// Why a signature is refused, in the service's words.
///
/// @param code which fault
/// @param message the service's sentence
/// @param details further elements of the XML error, in order, such as `StringToSign`
public record SignatureFault(Code code, String message, SequencedMap<String, String> details) {
    public SignatureFault {
        details = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(details));
    }

    /// A fault without further elements.
    public SignatureFault(Code code, String message) {
        this(code, message, new LinkedHashMap<>());
    }

    /// The kinds of fault.
    public enum Code {
        /// Not signed as it must be, expired, or by Signature Version 2.
        ACCESS_DENIED("AccessDenied", 403, "IncompleteSignature"),
        /// The `Authorization` header cannot be read, or its scope is another service's.
        AUTHORIZATION_HEADER_MALFORMED("AuthorizationHeaderMalformed", 400, "IncompleteSignature"),
        /// A query parameter of a presigned request is missing or out of bounds.
        AUTHORIZATION_QUERY_PARAMETERS("AuthorizationQueryParametersError", 400, "IncompleteSignature"),
        /// `Authorization` and a presigned query together, or a scheme nobody knows.
        INVALID_ARGUMENT("InvalidArgument", 400, "IncompleteSignature"),
        /// A scheme that is not spoken here.
        INVALID_REQUEST("InvalidRequest", 400, "IncompleteSignature"),
        /// Nobody has this access key.
        INVALID_ACCESS_KEY_ID("InvalidAccessKeyId", 403, "UnrecognizedClientException"),
        /// The session token is missing, or not the one of this key.
        INVALID_TOKEN("InvalidToken", 400, "UnrecognizedClientException"),
        /// The temporary credentials are over.
        EXPIRED_TOKEN("ExpiredToken", 400, "ExpiredTokenException"),
        /// A header that a signed request needs is missing.
        MISSING_SECURITY_HEADER("MissingSecurityHeader", 400, "MissingAuthenticationToken"),
        /// More than 15 minutes between the request's time and ours.
        REQUEST_TIME_TOO_SKEWED("RequestTimeTooSkewed", 403, "InvalidSignatureException"),
        /// Made with another secret, or over another request.
        SIGNATURE_DOES_NOT_MATCH("SignatureDoesNotMatch", 403, "InvalidSignatureException"),
        /// The policy of an upload form cannot be read.
        INVALID_POLICY_DOCUMENT("InvalidPolicyDocument", 400, "IncompleteSignature"),
        /// The file of a form is smaller than its policy allows.
        ENTITY_TOO_SMALL("EntityTooSmall", 400, "IncompleteSignature"),
        /// The file of a form is larger than its policy allows.
        ENTITY_TOO_LARGE("EntityTooLarge", 400, "IncompleteSignature"),
        /// The body has another digest than the header says.
        CONTENT_SHA256_MISMATCH("XAmzContentSHA256Mismatch", 400, "InvalidSignatureException");

        private final String s3Code;
        private final int s3Status;
        private final String jsonCode;

        Code(String s3Code, int s3Status, String jsonCode) {
            this.s3Code = s3Code;
            this.s3Status = s3Status;
            this.jsonCode = jsonCode;
        }

        /// As the object store names it.
        public String s3Code() {
            return s3Code;
        }

        /// The HTTP status that the object store answers it with.
        public int s3Status() {
            return s3Status;
        }

        /// As services that speak JSON name it, with status 400.
        public String jsonCode() {
            return jsonCode;
        }
    }
}
