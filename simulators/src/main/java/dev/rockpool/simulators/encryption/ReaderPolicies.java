package dev.rockpool.simulators.encryption;

import dev.rockpool.identity.policy.Decision;
import dev.rockpool.identity.policy.Policy;
import dev.rockpool.identity.policy.PolicyEvaluator;
import dev.rockpool.identity.policy.PolicyJson;
import dev.rockpool.identity.policy.PolicyJson.Kind;
import dev.rockpool.identity.policy.PolicyRequest;
import dev.rockpool.identity.policy.Principal;
import dev.rockpool.identity.policy.RequestContext;
import dev.rockpool.simulators.encryption.ReadAttempt.Right;
import dev.rockpool.simulators.encryption.ReadAttempt.Way;
import dev.rockpool.simulators.encryption.ReadStep.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The policies that give a reader their rights, asked by the evaluator that the platform's endpoints ask.
///
/// Sources: S3 user guide, *Required permissions for S3 API operations*; KMS developer guide, *Default key policy*
/// (names the account, which leaves it to IAM) and *Viewing the key policy of an AWS managed key* (everyone of the
/// account, through S3 only), read November 2026.
final class ReaderPolicies {
    private static final String ACCOUNT = "111122223333";
    private static final String OBJECT = "arn:aws:s3:::reef/tide.txt";
    private static final String KEY = "arn:aws:kms:us-east-1:" + ACCOUNT + ":key/reef";
    private static final Policy READ = identity("reader", "s3:GetObject", "arn:aws:s3:::reef/*");
    private static final Policy DECRYPT = identity("reader’s key", "kms:Decrypt", KEY);
    private static final Policy PUBLIC = PolicyJson.read("bucket policy", Kind.RESOURCE, """
        {"Version":"2012-10-17","Statement":[{"Sid":"Everybody","Effect":"Allow","Principal":"*",
         "Action":"s3:GetObject","Resource":"arn:aws:s3:::reef/*"}]}\
        """);
    private static final Policy OWN_KEY = PolicyJson.read("key policy", Kind.RESOURCE, """
        {"Version":"2012-10-17","Statement":[{"Sid":"EnableIamPolicies","Effect":"Allow",
         "Principal":{"AWS":"arn:aws:iam::111122223333:root"},"Action":"kms:*","Resource":"*"}]}\
        """);
    private static final Policy MANAGED_KEY = PolicyJson.read("policy of aws/s3", Kind.RESOURCE, """
        {"Version":"2012-10-17","Statement":[{"Sid":"AllowThroughS3","Effect":"Allow","Principal":{"AWS":"*"},
         "Action":["kms:Encrypt","kms:Decrypt","kms:ReEncrypt*","kms:GenerateDataKey*","kms:DescribeKey"],
         "Resource":"*","Condition":{"StringEquals":{"kms:ViaService":"s3.us-east-1.amazonaws.com",
         "kms:CallerAccount":"111122223333"}}}]}\
        """);
    private static final RequestContext THROUGH_S3 = RequestContext.builder()
            .put("kms:ViaService", "s3.us-east-1.amazonaws.com")
            .put("kms:CallerAccount", ACCOUNT)
            .build();

    private ReaderPolicies() {}

    private static Policy identity(String name, String action, String resource) {
        return PolicyJson.read(
                name,
                Kind.IDENTITY,
                "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"" + action
                        + "\",\"Resource\":\"" + resource + "\"}]}");
    }

    /// What the policies on the reader's way answer; none for who reads where the bytes lie.
    static List<PolicyAnswer> answers(EncryptionMode mode, ReadAttempt attempt) {
        if (attempt.way() == Way.MEDIA) {
            return List.of();
        }
        List<PolicyAnswer> answers = new ArrayList<>();
        boolean signed = attempt.has(Right.IDENTITY);
        List<Policy> own = new ArrayList<>();
        if (signed && attempt.has(Right.READ_OBJECT)) {
            own.add(READ);
        }
        if (signed && attempt.has(Right.DECRYPT)) {
            own.add(DECRYPT);
        }
        answers.add(new PolicyAnswer(
                Place.S3,
                "s3:GetObject",
                decide(
                        signed,
                        "s3:GetObject",
                        OBJECT,
                        own,
                        !signed && attempt.has(Right.READ_OBJECT) ? List.of(PUBLIC) : List.of())));
        if (signed && mode.usesKms() && attempt.way() != Way.WIRE) {
            boolean customer = mode.layers().contains(KeyHolder.KMS_CUSTOMER);
            answers.add(new PolicyAnswer(
                    Place.KMS,
                    "kms:Decrypt",
                    decide(true, "kms:Decrypt", KEY, own, List.of(customer ? OWN_KEY : MANAGED_KEY))));
        }
        return List.copyOf(answers);
    }

    private static Decision decide(
            boolean signed, String action, String resource, List<Policy> identity, List<Policy> ofResource) {
        return PolicyEvaluator.decide(new PolicyRequest(
                signed ? new Principal.User(ACCOUNT, "/", "reader") : new Principal.Anonymous(),
                action,
                resource,
                Optional.of(ACCOUNT),
                THROUGH_S3,
                identity,
                ofResource,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of()));
    }
}
