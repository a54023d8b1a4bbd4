package dev.rockpool.simulators.access;

import dev.rockpool.identity.policy.Policy;
import dev.rockpool.identity.policy.PolicyJson;
import dev.rockpool.identity.policy.PolicyJson.Kind;
import dev.rockpool.simulators.LabJson;
import dev.rockpool.simulators.LabTexts;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;

/// The policies of the lab as they would be attached, from `policies.json` beside this class.
///
/// The bucket is `reef`, the object `tides.csv`; the ids of endpoint and VPC are those of the S3 user
/// guide, *Controlling access from VPC endpoints with bucket policies* (read 2026-11-27), whose first two
/// examples are `endpoint-only` and `vpc-only`; addresses are those that RFC 5737 and RFC 1918 keep for
/// examples and private networks.
public final class PolicyShelf {
    private static final JsonNode ALL =
            LabJson.parse("policies.json", LabTexts.document(PolicyShelf.class, "policies.json"));
    private static final Map<String, Policy> READ = new ConcurrentHashMap<>();

    private PolicyShelf() {}

    /// The policy of who asks.
    public static List<Policy> identity(IdentityPolicy policy) {
        return document(policy).map(_ -> read("identity/" + Word.of(policy), "identity policy", Kind.IDENTITY)).stream()
                .toList();
    }

    /// The policy of the bucket.
    public static List<Policy> bucket(BucketPolicy policy) {
        return document(policy).map(_ -> read("bucket/" + Word.of(policy), "bucket policy", Kind.RESOURCE)).stream()
                .toList();
    }

    /// The policy of the endpoint.
    public static Policy endpoint(EndpointPolicy policy) {
        return read("endpoint/" + Word.of(policy), "endpoint policy", Kind.RESOURCE);
    }

    /// A boundary or session policy; empty where there is none, which limits nothing.
    ///
    /// @param name what it is called in traces
    public static Optional<List<Policy>> limit(LimitPolicy policy, String name) {
        return document("limit/" + Word.of(policy))
                .map(json -> List.of(PolicyJson.read(name, Kind.IDENTITY, LabJson.parse(name, json))));
    }

    /// The document of an identity policy; empty for none.
    public static Optional<String> document(IdentityPolicy policy) {
        return document("identity/" + Word.of(policy));
    }

    /// The document of a bucket policy; empty for none.
    public static Optional<String> document(BucketPolicy policy) {
        return document("bucket/" + Word.of(policy));
    }

    private static Optional<String> document(String key) {
        return Optional.ofNullable(ALL.get(key)).map(JsonNode::toString);
    }

    private static Policy read(String key, String name, Kind kind) {
        return READ.computeIfAbsent(
                key,
                _ -> PolicyJson.read(
                        name, kind, LabJson.parse(key, document(key).orElseThrow())));
    }
}
