package dev.rockpool.objectstore.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.rockpool.identity.Account;
import dev.rockpool.identity.Accounts;
import dev.rockpool.identity.Caller;
import dev.rockpool.identity.policy.RequestContext;
import dev.rockpool.lifecycle.StorageClass;
import dev.rockpool.lifecycle.Versioning;
import dev.rockpool.objectstore.Bucket;
import dev.rockpool.objectstore.BucketDocument;
import dev.rockpool.objectstore.EncryptionAlgorithm;
import dev.rockpool.objectstore.EncryptionState;
import dev.rockpool.objectstore.Owner;
import dev.rockpool.objectstore.StoredObject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Who may do what: policies, ACLs, ownership and the public access block together.
final class StoreAccessTest {
    private static final Accounts ACCOUNTS =
            Accounts.parse("accounts", """
            {"accounts": [
              {"id": "111122223333", "canonicalId": "canon-one", "displayName": "one", "users": [
                {"name": "root", "root": true, "accessKey": "ONE", "secretKey": "s"},
                {"name": "ana", "accessKey": "ANA", "secretKey": "s", "tags": {"team": "red"},
                 "policies": [{"Effect": "Allow", "Action": "s3:*", "Resource": "*"}]},
                {"name": "bare", "accessKey": "BARE", "secretKey": "s"}],
               "roles": [{"name": "Reader", "policies": [
                 {"Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::pool/*"}]}]},
              {"id": "444455556666", "canonicalId": "canon-two", "displayName": "two", "users": [
                {"name": "root", "root": true, "accessKey": "TWO", "secretKey": "s"},
                {"name": "bo", "accessKey": "BOX", "secretKey": "s",
                 "policies": [{"Effect": "Allow", "Action": "s3:*", "Resource": "*"}]},
                {"name": "none", "accessKey": "NONE", "secretKey": "s"}]}]}""", new SplittableRandom(1), InstantSource.fixed(Instant.EPOCH));
    private static final Account ONE = ACCOUNTS.account("111122223333").orElseThrow();
    private static final Account TWO = ACCOUNTS.account("444455556666").orElseThrow();
    private static final Bucket BUCKET =
            new Bucket("pool", owner(ONE), "us-east-1", Instant.EPOCH, Versioning.DISABLED, false);

    private final Map<BucketDocument, String> documents = new EnumMap<>(BucketDocument.class);
    private final StoreAccess access =
            new StoreAccess(ACCOUNTS, (bucket, kind) -> Optional.ofNullable(documents.get(kind)));
    private Optional<StoredObject> object = Optional.empty();
    private RequestContext context = RequestContext.EMPTY;

    @BeforeEach
    void anObjectOfTheBucketsOwner() {
        object = Optional.of(object(ONE, Optional.empty()));
    }

    private static Owner owner(Account account) {
        return new Owner(account.canonicalId(), account.displayName());
    }

    private static StoredObject object(Account owner, Optional<AccessControlList> acl) {
        LinkedHashMap<String, String> tags = new LinkedHashMap<>(Map.of("class", "open"));
        return new StoredObject(
                "pool",
                "a.txt",
                "null",
                false,
                true,
                false,
                Instant.EPOCH,
                1,
                "e",
                StorageClass.STANDARD,
                new LinkedHashMap<>(),
                new LinkedHashMap<>(),
                Optional.empty(),
                tags,
                owner(owner),
                acl.map(AccessControlList::text),
                Optional.empty(),
                false,
                new EncryptionState(EncryptionAlgorithm.SSE_S3, Optional.empty(), false, Optional.empty()),
                Optional.empty(),
                OptionalInt.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static Caller caller(String key) {
        return key.equals("*")
                ? Caller.ANONYMOUS
                : ACCOUNTS.accessKey(key).orElseThrow().caller();
    }

    private boolean may(String key, String action) {
        return ask(key, action).allowed();
    }

    private AccessDecision ask(String key, String action) {
        boolean ofObject = S3Action.ofObjects().contains(action.toLowerCase(Locale.ROOT));
        return access.decide(new AccessRequest(
                caller(key),
                action,
                Optional.of(BUCKET),
                Optional.of("pool"),
                ofObject ? Optional.of("a.txt") : Optional.empty(),
                () -> object,
                () -> context));
    }

    private void policy(String... statements) {
        documents.put(
                BucketDocument.POLICY,
                ("{'Version':'2012-10-17','Statement':[" + String.join(",", statements) + "]}").replace('\'', '"'));
    }

    private static final String OPEN =
            "{'Effect':'Allow','Principal':'*','Action':'s3:GetObject','Resource':'arn:aws:s3:::pool/*'}";

    // --- the owner's account

    @Test
    void theOwnersAccountDecidesByItsOwnPolicies() {
        assertThat(may("ONE", "s3:GetObject")).isTrue();
        assertThat(may("ANA", "s3:PutObject")).isTrue();
        assertThat(ask("BARE", "s3:GetObject"))
                .isEqualTo(new AccessDecision(
                        false,
                        "User: arn:aws:iam::111122223333:user/bare is not authorized to perform: s3:GetObject on"
                                + " resource: \"arn:aws:s3:::pool/a.txt\" because no identity-based policy allows the"
                                + " s3:GetObject action"));
        for (String stranger : List.of("TWO", "BOX", "NONE", "*")) {
            assertThat(ask(stranger, "s3:GetObject")).isEqualTo(AccessDecision.DENIED);
        }
    }

    @Test
    void whatConcernsNoBucketIsTheCallersOwn() {
        for (String action : List.of("s3:ListAllMyBuckets", "s3:CreateBucket")) {
            for (String key : List.of("ONE", "ANA", "TWO", "BOX")) {
                assertThat(access.decide(unbucketed(key, action)).allowed()).isTrue();
            }
            for (String key : List.of("BARE", "*")) {
                assertThat(access.decide(unbucketed(key, action)).allowed()).isFalse();
            }
        }
    }

    private static AccessRequest unbucketed(String key, String action) {
        return new AccessRequest(
                caller(key),
                action,
                Optional.empty(),
                action.equals("s3:CreateBucket") ? Optional.of("pond") : Optional.empty(),
                Optional.empty(),
                Optional::empty,
                () -> RequestContext.EMPTY);
    }

    // --- policies

    @Test
    void aBucketPolicyOpensToOthersWhoseAccountLetsThem() {
        policy(OPEN);
        assertThat(may("*", "s3:GetObject")).isTrue();
        assertThat(may("BARE", "s3:GetObject")).isTrue();
        assertThat(may("TWO", "s3:GetObject")).isTrue();
        assertThat(may("BOX", "s3:GetObject")).isTrue();
        assertThat(may("NONE", "s3:GetObject")).isFalse();
        assertThat(may("*", "s3:PutObject")).isFalse();
        policy(OPEN.replace("'*',", "{'CanonicalUser':'canon-two'},"));
        assertThat(may("BOX", "s3:GetObject")).isTrue();
        assertThat(may("*", "s3:GetObject")).isFalse();
    }

    @Test
    void aDenialBindsTheRootUserButForMendingThePolicy() {
        policy("{'Sid':'Shut','Effect':'Deny','Principal':'*','Action':'s3:*','Resource':"
                + "['arn:aws:s3:::pool','arn:aws:s3:::pool/*']}");
        assertThat(ask("ONE", "s3:GetObject").message())
                .endsWith("on resource: \"arn:aws:s3:::pool/a.txt\" with an explicit deny in a resource-based policy");
        assertThat(may("ONE", "s3:DeleteBucketPolicy")).isTrue();
        assertThat(may("ANA", "s3:DeleteBucketPolicy")).isFalse();
        assertThat(may("TWO", "s3:DeleteBucketPolicy")).isFalse();
    }

    @Test
    void tagsOfObjectsReachWhatReadsThemAndNothingElse() {
        policy("{'Effect':'Deny','Principal':'*','Action':'s3:*','Resource':'arn:aws:s3:::pool/*','Condition':"
                + "{'StringEquals':{'s3:ExistingObjectTag/class':'open'}}}");
        assertThat(may("ONE", "s3:GetObject")).isFalse();
        assertThat(may("ONE", "s3:PutObjectTagging")).isFalse();
        assertThat(may("ONE", "s3:PutObject")).isTrue();
        assertThat(may("ONE", "s3:DeleteObject")).isTrue();
    }

    @Test
    void conditionsSeeRequestAndCaller() {
        policy("{'Effect':'Deny','Principal':'*','Action':'s3:*','Resource':'arn:aws:s3:::pool/*','Condition':"
                + "{'StringEquals':{'aws:PrincipalTag/team':'red','s3:x-amz-acl':'public-read'}}}");
        context = RequestContext.builder().put("s3:x-amz-acl", "public-read").build();
        assertThat(may("ANA", "s3:PutObject")).isFalse();
        assertThat(may("ONE", "s3:PutObject")).isTrue();
        policy("{'Effect':'Deny','Principal':'*','Action':'s3:*','Resource':'arn:aws:s3:::pool/*','Condition':"
                + "{'StringNotEquals':{'s3:ResourceAccount':'111122223333'}}}");
        assertThat(may("ANA", "s3:PutObject")).isTrue();
    }

    // --- ACLs

    private static AccessControlList acl(Account owner, Grantee grantee, Permission permission) {
        return new AccessControlList(owner(owner), List.of(new Grant(grantee, permission)));
    }

    @Test
    void grantsOfTheBucketCountWhereOwnershipLetsThem() {
        documents.put(
                BucketDocument.ACL,
                acl(ONE, Grantee.Group.ALL_USERS, Permission.READ).text());
        assertThat(may("*", "s3:ListBucket")).isTrue();
        assertThat(may("*", "s3:PutObject")).isFalse();
        assertThat(may("*", "s3:GetObject")).isFalse();
        assertThat(may("NONE", "s3:ListBucket")).isFalse();
        documents.put(BucketDocument.OWNERSHIP, "BucketOwnerEnforced");
        assertThat(may("*", "s3:ListBucket")).isFalse();
        documents.put(BucketDocument.OWNERSHIP, "BucketOwnerPreferred");
        assertThat(may("*", "s3:ListBucket")).isTrue();
        documents.put(BucketDocument.PUBLIC_ACCESS_BLOCK, "IgnorePublicAcls,");
        assertThat(may("*", "s3:ListBucket")).isFalse();
        documents.put(
                BucketDocument.ACL,
                acl(ONE, new Grantee.Account("canon-two", "two"), Permission.WRITE)
                        .text());
        assertThat(may("BOX", "s3:PutObject")).isTrue();
        assertThat(may("BOX", "s3:ListBucket")).isFalse();
    }

    @Test
    void authenticatedUsersAreWhoeverSigned() {
        object = Optional.of(object(ONE, Optional.of(acl(ONE, Grantee.Group.AUTHENTICATED_USERS, Permission.READ))));
        assertThat(may("BOX", "s3:GetObject")).isTrue();
        assertThat(may("TWO", "s3:GetObject")).isTrue();
        assertThat(may("*", "s3:GetObject")).isFalse();
        assertThat(may("BOX", "s3:GetObjectAcl")).isFalse();
    }

    @Test
    void anObjectOfAnotherIsItsOwners() {
        object = Optional.of(object(TWO, Optional.empty()));
        policy(OPEN);
        assertThat(may("TWO", "s3:GetObject")).isTrue();
        assertThat(may("BOX", "s3:GetObjectAcl")).isTrue();
        assertThat(may("ONE", "s3:GetObject")).isFalse();
        assertThat(may("*", "s3:GetObject")).isFalse();
        assertThat(may("ONE", "s3:DeleteObject")).isTrue();
        assertThat(may("ONE", "s3:RestoreObject")).isTrue();
        object = Optional.of(
                object(TWO, Optional.of(acl(TWO, new Grantee.Account("canon-one", "one"), Permission.FULL_CONTROL))));
        assertThat(may("ONE", "s3:GetObject")).isTrue();
        assertThat(may("ANA", "s3:PutObjectAcl")).isTrue();
        assertThat(may("BARE", "s3:GetObject")).isFalse();
        policy("{'Effect':'Deny','Principal':'*','Action':'s3:GetObject','Resource':'arn:aws:s3:::pool/*'}");
        assertThat(may("TWO", "s3:GetObject")).isFalse();
        documents.clear();
        documents.put(BucketDocument.OWNERSHIP, "BucketOwnerEnforced");
        assertThat(may("ONE", "s3:GetObject")).isTrue();
        assertThat(may("TWO", "s3:GetObject")).isFalse();
    }

    // --- the public access block

    @Test
    void aRestrictedBucketLeavesAPublicPolicyToItsOwner() {
        policy(OPEN);
        documents.put(BucketDocument.PUBLIC_ACCESS_BLOCK, PublicAccessBlock.ALL.text());
        assertThat(may("*", "s3:GetObject")).isFalse();
        assertThat(may("BOX", "s3:GetObject")).isFalse();
        assertThat(may("BARE", "s3:GetObject")).isTrue();
        policy(OPEN.replace("'*',", "{'AWS':'444455556666'},"));
        assertThat(may("BOX", "s3:GetObject")).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                '*'                       |                                                          | true
                {'AWS':'*'}               |                                                          | true
                {'AWS':'111122223333'}    |                                                          | false
                {'Service':'x.amazonaws.com'} |                                                      | false
                '*' | 'StringEquals':{'aws:SourceVpce':'vpce-1'}                                     | false
                '*' | 'StringLike':{'aws:SourceVpce':'vpce-*'}                                       | true
                '*' | 'StringLike':{'aws:SourceVpc':'vpc-1'}                                         | false
                '*' | 'StringNotEquals':{'aws:SourceVpc':'vpc-1'}                                    | true
                '*' | 'StringEqualsIfExists':{'aws:SourceVpc':'vpc-1'}                               | true
                '*' | 'ForAllValues:StringEquals':{'aws:SourceVpc':'vpc-1'}                          | true
                '*' | 'ForAnyValue:StringEquals':{'aws:PrincipalOrgID':'o-1'}                        | false
                '*' | 'StringEquals':{'aws:PrincipalOrgID':'${aws:x}'}                               | true
                '*' | 'StringEquals':{'aws:UserAgent':'curl'}                                        | true
                '*' | 'IpAddress':{'aws:SourceIp':'203.0.113.0/24'}                                  | false
                '*' | 'IpAddress':{'aws:SourceIp':'0.0.0.0/1'}                                       | true
                '*' | 'IpAddress':{'aws:SourceIp':['10.0.0.0/8','2001:db8::/32']}                    | false
                '*' | 'IpAddress':{'aws:SourceIp':'2001::/16'}                                       | true
                '*' | 'NotIpAddress':{'aws:SourceIp':'203.0.113.0/24'}                               | true
                '*' | 'Bool':{'aws:SecureTransport':'true'}                                          | true
                '*' | 'StringLike':{'aws:userid':'AROAEXAMPLE:*'}                                    | false
                '*' | 'StringLike':{'aws:userid':'*'}                                                | true
                '*' | 'ArnLike':{'s3:DataAccessPointArn':'arn:aws:s3:*:111122223333:accesspoint/*'}  | true
                '*' | 'ArnLike':{'s3:DataAccessPointArn':'arn:aws:s3:eu-west-1:111122223333:accesspoint/*'} | false
                """)
    void publicIsWhatFixedValuesDoNotLimit(String principal, String condition, boolean expected) {
        String json = "{'Version':'2012-10-17','Statement':{'Effect':'Allow','Principal':" + principal
                + ",'Action':'s3:GetObject','Resource':'arn:aws:s3:::pool/*'"
                + (condition == null ? "" : ",'Condition':{" + condition + "}") + "}}";
        assertThat(access.isPublicPolicy(json.replace('\'', '"'))).isEqualTo(expected);
        assertThat(access.isPublicPolicy(json.replace("Allow", "Deny").replace('\'', '"')))
                .isFalse();
    }

    // --- policies that are put

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                [                       | Policies must be valid JSON and the first byte must be '{'
                []                      | Policies must be valid JSON and the first byte must be '{'
                {'Statements':[]}       | Unknown field Statements
                {'Version':'2012-10-17'} | Missing required field Statement
                {'Version':'2020-01-01','Statement':[]} | The policy must contain a valid version string
                {'Statement':[]}        | Could not parse the policy: Statement is empty!
                {'Statement':{'Extra':1}} | Unknown field Extra
                {'Statement':{}}        | Missing required field Effect
                {'Statement':{'Effect':'allow'}} | Invalid effect: allow
                {'Statement':{'Effect':'Allow'}} | Missing required field Principal
                {'Statement':{'Effect':'Allow','Principal':'*','Action':'s3:*'}} | Missing required field Resource
                {'Statement':{'Effect':'Allow','NotPrincipal':'*','Action':'s3:*','Resource':'arn:aws:s3:::pool'}} | Allow with NotPrincipal is not allowed.
                {'Statement':{'Effect':'Allow','Principal':'me','Action':'s3:*','Resource':'arn:aws:s3:::pool'}} | Invalid principal in policy
                {'Statement':{'Effect':'Allow','Principal':'*','Action':'s3','Resource':'arn:aws:s3:::pool'}} | Policy has invalid action
                {'Statement':{'Effect':'Allow','Principal':'*','Action':'s3:Fly','Resource':'arn:aws:s3:::pool'}} | Policy has invalid action
                {'Statement':{'Effect':'Allow','Principal':'*','Action':'s3:*','Resource':'pool'}} | Policy has invalid resource
                {'Statement':{'Effect':'Allow','Principal':'*','Action':'s3:*','Resource':'arn:aws:s3:::pond/*'}} | Policy has invalid resource
                {'Statement':{'Effect':'Allow','Principal':'*','Action':'s3:GetObject','Resource':'arn:aws:s3:::pool'}} | Action does not apply to any resource(s) in statement
                {'Statement':{'Effect':'Allow','Principal':'*','Action':'s3:ListBucket','Resource':'arn:aws:s3:::pool/*'}} | Action does not apply to any resource(s) in statement
                {'Statement':{'Effect':'Allow','Principal':'*','Action':'s3:*','Resource':'arn:aws:s3:::pool','Condition':{'Like':{'a':'b'}}}} | Invalid Condition type : Like
                {'Statement':{'Effect':'Allow','Principal':'*','Action':['s3:Get*','s3:ListBucket'],'Resource':['arn:aws:s3:::pool','arn:aws:s3:::pool/*']}} |
                {'Statement':{'Effect':'Deny','NotPrincipal':{'AWS':'111122223333'},'NotAction':'s3:GetObject','Resource':'arn:aws:s3:::pool'}} |
                """)
    void aPolicyThatTheServiceRefusesIsRefusedInItsWords(String json, String message) {
        assertThat(access.policyFault("pool", json.replace('\'', '"'))).isEqualTo(Optional.ofNullable(message));
    }

    // --- who can read this

    @Test
    void whoCanReadThisNamesEveryoneWithTheReason() {
        policy(OPEN);
        documents.put(BucketDocument.PUBLIC_ACCESS_BLOCK, PublicAccessBlock.ALL.text());
        List<Reach> reaches = access.whoMay("s3:GetObject", BUCKET, object);
        assertThat(reaches)
                .extracting(Reach::arn, reach -> reach.decision().allowed())
                .containsExactly(
                        tuple("*", false),
                        tuple("arn:aws:iam::111122223333:root", true),
                        tuple("arn:aws:iam::444455556666:root", false),
                        tuple("arn:aws:iam::111122223333:user/ana", true),
                        tuple("arn:aws:iam::111122223333:user/bare", true),
                        tuple("arn:aws:iam::444455556666:user/bo", false),
                        tuple("arn:aws:iam::444455556666:user/none", false),
                        tuple("arn:aws:iam::111122223333:role/Reader", true));
        assertThat(reaches.getLast().decision().reason()).isNotEmpty();
    }
}
