package dev.rockpool.keys;

import dev.rockpool.identity.policy.Policy;
import dev.rockpool.identity.policy.PolicyJson;
import dev.rockpool.kernel.InputException;
import java.nio.charset.StandardCharsets;

/// Who may use and administer a key, by the word of the key itself.
///
/// @param json as it was put
/// @param policy the same, understood
record KeyPolicy(String json, Policy policy) {
    /// The most that a policy may have (KMS API, *PutKeyPolicy*).
    private static final int MOST_BYTES = 32 * 1024;

    /// @throws KeyRefusal if it is no key policy
    static KeyPolicy of(String json) {
        if (json.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
            throw new KeyRefusal(
                    KeyRefusal.Code.LIMIT_EXCEEDED, "The key policy is larger than " + MOST_BYTES + " bytes");
        }
        try {
            return new KeyPolicy(json, PolicyJson.read("key policy", PolicyJson.Kind.RESOURCE, json));
        } catch (InputException fault) {
            throw new KeyRefusal(KeyRefusal.Code.MALFORMED_POLICY, fault.sentence());
        }
    }

    /// The policy of a key whose maker names none: the account's own policies decide (KMS developer guide, *Default
    /// key policy*).
    static KeyPolicy standard(String account) {
        return of("""
            {"Version":"2012-10-17","Id":"key-default-1","Statement":[{"Sid":"Enable IAM User Permissions",\
            "Effect":"Allow","Principal":{"AWS":"arn:aws:iam::%s:root"},"Action":"kms:*","Resource":"*"}]}\
            """.formatted(account));
    }

    /// The policy of the key that an account gets for a service: everybody in the account may use it through that
    /// service, nobody may change it (KMS developer guide, *AWS managed keys*).
    static KeyPolicy managed(String account, String region, String service) {
        return of("""
            {"Version":"2012-10-17","Id":"auto-%2$s","Statement":[{"Sid":"Use through the service",\
            "Effect":"Allow","Principal":{"AWS":"*"},"Action":["kms:Encrypt","kms:Decrypt","kms:ReEncrypt*",\
            "kms:GenerateDataKey*","kms:CreateGrant","kms:DescribeKey"],"Resource":"*","Condition":{"StringEquals":\
            {"kms:CallerAccount":"%1$s","kms:ViaService":"%2$s.%3$s.amazonaws.com"}}},\
            {"Sid":"Look at it","Effect":"Allow","Principal":{"AWS":"arn:aws:iam::%1$s:root"},\
            "Action":["kms:Describe*","kms:Get*","kms:List*"],"Resource":"*"}]}\
            """.formatted(account, service, region));
    }
}
