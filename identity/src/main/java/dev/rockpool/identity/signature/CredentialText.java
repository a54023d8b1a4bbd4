package dev.rockpool.identity.signature;

import dev.rockpool.identity.signature.SignatureFault.Code;
import java.util.regex.Pattern;

/// The credential of a signature: `KEY/20130524/us-east-1/s3/aws4_request`.
///
/// @param accessKeyId whose key
/// @param scope what for
record CredentialText(String accessKeyId, CredentialScope scope) {
    private static final Pattern REGION = Pattern.compile("[a-z0-9-]{1,64}");

    /// Reads one and holds it against the service that is asked.
    ///
    /// Any well-formed region is taken. The service refuses another region than the bucket's; here buckets
    /// of all regions answer on one port, and a client signs for the region of its profile, which says
    /// nothing about where it wants to go. A check would only break clients that the service serves.
    ///
    /// @param code how faults are named
    /// @param prefix what faults begin with
    static CredentialText parse(String text, String service, Code code, String prefix) throws SignatureRefusal {
        String[] parts = text.split("/", -1);
        int last = parts.length - 1;
        if (parts.length < 5 || parts[0].isEmpty()) {
            throw new SignatureRefusal(
                    code,
                    prefix + "the Credential is mal-formed; expecting"
                            + " \"<YOUR-AKID>/YYYYMMDD/REGION/SERVICE/aws4_request\".");
        }
        if (!parts[last].equals("aws4_request")) {
            throw new SignatureRefusal(
                    code, prefix + "incorrect terminal \"" + parts[last] + "\". This endpoint uses \"aws4_request\".");
        }
        if (!parts[last - 1].equals(service)) {
            throw new SignatureRefusal(
                    code,
                    prefix + "incorrect service \"" + parts[last - 1] + "\". This endpoint belongs to \"" + service
                            + "\".");
        }
        if (!REGION.matcher(parts[last - 2]).matches()) {
            throw new SignatureRefusal(
                    code,
                    prefix + "the region '" + parts[last - 2] + "' is wrong; expecting 'us-east-1'",
                    "Region",
                    "us-east-1");
        }
        if (!Timestamp.isDay(parts[last - 3])) {
            throw new SignatureRefusal(
                    code,
                    prefix + "incorrect date format \"" + parts[last - 3] + "\". This date in the credential must be in"
                            + " the format \"yyyyMMdd\".");
        }
        StringBuilder key = new StringBuilder(parts[0]);
        for (int at = 1; at < last - 3; at++) {
            key.append('/').append(parts[at]);
        }
        return new CredentialText(key.toString(), new CredentialScope(parts[last - 3], parts[last - 2], service));
    }
}
