package dev.rockpool.identity.signature;

/// What a signing key is derived for.
///
/// @param date eight digits, `20130524`
/// @param region such as `us-east-1`
/// @param service such as `s3`
public record CredentialScope(String date, String region, String service) {
    /// As it stands in a string to sign: `20130524/us-east-1/s3/aws4_request`.
    @Override
    public String toString() {
        return date + "/" + region + "/" + service + "/aws4_request";
    }
}
