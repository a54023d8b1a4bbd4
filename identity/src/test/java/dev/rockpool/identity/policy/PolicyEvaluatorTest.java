package dev.rockpool.identity.policy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// Who may do what, part by part: what the pages of the IAM user guide say, and their worked examples.
final class PolicyEvaluatorTest {
    private static final String USER = "'principal':'arn:aws:iam::111122223333:user/carlos'";
    private static final String SESSION = "'principal':'arn:aws:sts::111122223333:assumed-role/Reader/today'";
    private static final String GET = "'action':'s3:GetObject','resource':'arn:aws:s3:::pool/a.txt'";
    private static final String ALLOW = "{'Effect':'Allow','Action':'s3:GetObject','Resource':'arn:aws:s3:::pool/*'}";
    private static final String DENY = "{'Effect':'Deny','Action':'s3:*','Resource':'*'}";
    private static final String OTHER = "{'Effect':'Allow','Action':'sqs:*','Resource':'*'}";
    private static final String FULL = "{'Effect':'Allow','Action':'*','Resource':'*'}";

    private static String decide(String... fields) {
        return Cases.decide(fields);
    }

    private static String named(String principal) {
        return "{'Effect':'Allow','Principal':{'AWS':'" + principal
                + "'},'Action':'s3:GetObject','Resource':'arn:aws:s3:::pool/*'}";
    }

    // --- defaults

    @Test
    void nothingAllowsByItself() {
        assertThat(decide(USER, GET)).isEqualTo("deny implicit identity");
        assertThat(decide(GET)).isEqualTo("deny implicit resource_policy");
        assertThat(decide("'principal':'arn:aws:iam::111122223333:root'", GET)).isEqualTo("allow implicit root");
    }

    @Test
    void eitherSideIsEnoughWithinAnAccount() {
        assertThat(decide(USER, GET, "'identity':[" + ALLOW + "]")).isEqualTo("allow explicit identity");
        assertThat(decide(USER, GET, "'resource_policy':[" + named("arn:aws:iam::111122223333:user/carlos") + "]"))
                .isEqualTo("allow explicit resource_policy");
    }

    @Test
    void anExplicitDenyBeatsEverything() {
        String resourceDeny = "{'Effect':'Deny','Principal':'*','Action':'s3:*','Resource':'*'}";
        String allowed = "'identity':[" + FULL + "]";
        assertThat(decide(USER, GET, allowed, "'rcps':[[" + resourceDeny + "]]"))
                .isEqualTo("deny explicit rcps");
        assertThat(decide(USER, GET, allowed, "'scps':[[" + FULL + "," + DENY + "]]"))
                .isEqualTo("deny explicit scps");
        assertThat(decide(USER, GET, allowed, "'resource_policy':[" + resourceDeny + "]"))
                .isEqualTo("deny explicit resource_policy");
        assertThat(decide(USER, GET, "'identity':[" + FULL + "," + DENY + "]")).isEqualTo("deny explicit identity");
        assertThat(decide(USER, GET, allowed, "'boundary':[" + DENY + "]")).isEqualTo("deny explicit boundary");
        assertThat(decide(SESSION, GET, allowed, "'session':[" + DENY + "]")).isEqualTo("deny explicit session");
        assertThat(decide(
                        "'principal':'arn:aws:iam::111122223333:root'",
                        GET,
                        "'resource_policy':[" + resourceDeny + "]"))
                .isEqualTo("deny explicit resource_policy");
    }

    @Test
    void whoOneIsMayAlwaysBeAsked() {
        assertThat(decide(
                        USER, "'action':'sts:GetCallerIdentity'", "'identity':[" + FULL.replace("Allow", "Deny") + "]"))
                .isEqualTo("allow implicit identity");
    }

    // --- boundary and session

    @Test
    void aBoundaryAndASessionPolicyOnlyLimit() {
        assertThat(decide(USER, GET, "'identity':[" + FULL + "]", "'boundary':[" + OTHER + "]"))
                .isEqualTo("deny implicit boundary");
        assertThat(decide(USER, GET, "'identity':[" + FULL + "]", "'boundary':[]"))
                .isEqualTo("deny implicit boundary");
        assertThat(decide(USER, GET, "'boundary':[" + FULL + "]")).isEqualTo("deny implicit identity");
        assertThat(decide(SESSION, GET, "'identity':[" + FULL + "]", "'session':[" + OTHER + "]"))
                .isEqualTo("deny implicit session");
        assertThat(decide(
                        SESSION,
                        GET,
                        "'identity':[" + FULL + "]",
                        "'boundary':[" + FULL + "]",
                        "'session':[" + ALLOW + "]"))
                .isEqualTo("allow explicit identity");
    }

    /// IAM user guide, *How AWS enforcement code logic evaluates requests*: the table of resource-based
    /// policies and implicit denies in other policy types, row by row.
    @Test
    void theResourcesPolicyReachesAsFarAsWhomItNames() {
        String limits = "'boundary':[" + OTHER + "],'session':[" + OTHER + "]";
        assertThat(decide(USER, GET, "'boundary':[" + OTHER + "]", resource("arn:aws:iam::111122223333:user/carlos")))
                .isEqualTo("allow explicit resource_policy");
        assertThat(decide(SESSION, GET, limits, resource("arn:aws:sts::111122223333:assumed-role/Reader/today")))
                .isEqualTo("allow explicit resource_policy");
        assertThat(decide(SESSION, GET, limits, resource("arn:aws:iam::111122223333:role/Reader")))
                .isEqualTo("deny implicit boundary");
        assertThat(decide(SESSION, GET, "'session':[" + OTHER + "]", resource("arn:aws:iam::111122223333:role/Reader")))
                .isEqualTo("deny implicit session");
        assertThat(decide(SESSION, GET, resource("arn:aws:iam::111122223333:role/Reader")))
                .isEqualTo("allow explicit resource_policy");
        String federated = "'principal':'arn:aws:sts::111122223333:federated-user/carlos','principalKind':'federated'";
        assertThat(decide(federated, GET, limits, resource("arn:aws:iam::111122223333:user/carlos")))
                .isEqualTo("deny implicit boundary");
        assertThat(decide(federated, GET, limits, resource("arn:aws:sts::111122223333:federated-user/carlos")))
                .isEqualTo("allow explicit resource_policy");
        assertThat(decide(
                        "'principal':'arn:aws:iam::111122223333:root'",
                        GET,
                        resource("arn:aws:iam::111122223333:root")))
                .isEqualTo("allow explicit resource_policy");
    }

    @Test
    void namingTheAccountHandsTheDecisionOn() {
        for (String account : new String[] {"111122223333", "arn:aws:iam::111122223333:root"}) {
            assertThat(decide(USER, GET, resource(account))).isEqualTo("deny implicit identity");
            assertThat(decide(USER, GET, resource(account), "'identity':[" + ALLOW + "]"))
                    .isEqualTo("allow explicit identity");
        }
    }

    @Test
    void everyoneIsAlsoTheSessionItself() {
        String limits = "'boundary':[" + OTHER + "],'session':[" + OTHER + "]";
        assertThat(decide(SESSION, GET, limits, resource("*"))).isEqualTo("allow explicit resource_policy");
        assertThat(decide(GET, resource("*"))).isEqualTo("allow explicit resource_policy");
        assertThat(decide("'principal':'*','principalKind':'anonymous'", GET, resource("111122223333")))
                .isEqualTo("deny implicit resource_policy");
    }

    private static String resource(String principal) {
        return "'resource_policy':[" + named(principal) + "]";
    }

    // --- across accounts

    @Test
    void acrossAccountsBothSidesMustAllow() {
        String elsewhere = "'resourceAccount':'444455556666'";
        String both = "'identity':[" + ALLOW + "]";
        assertThat(decide(USER, GET, elsewhere, both)).isEqualTo("deny implicit resource_policy");
        assertThat(decide(USER, GET, elsewhere, resource("arn:aws:iam::111122223333:user/carlos")))
                .isEqualTo("deny implicit identity");
        for (String named : new String[] {"arn:aws:iam::111122223333:user/carlos", "111122223333", "*"}) {
            assertThat(decide(USER, GET, elsewhere, both, resource(named))).isEqualTo("allow explicit identity");
            assertThat(decide(USER, GET, elsewhere, both, resource(named), "'boundary':[" + OTHER + "]"))
                    .isEqualTo("deny implicit boundary");
        }
        assertThat(decide(
                        SESSION,
                        GET,
                        elsewhere,
                        both,
                        "'session':[]",
                        resource("arn:aws:sts::111122223333:assumed-role/Reader/today")))
                .isEqualTo("deny implicit session");
        String root = "'principal':'arn:aws:iam::111122223333:root'";
        assertThat(decide(root, GET, elsewhere)).isEqualTo("deny implicit resource_policy");
        assertThat(decide(root, GET, elsewhere, resource("111122223333"))).isEqualTo("allow implicit root");
    }

    // --- organisations

    @Test
    void everyLevelOfScpsMustAllow() {
        String allowed = "'identity':[" + ALLOW + "]";
        assertThat(decide(USER, GET, allowed, "'scps':[]")).isEqualTo("allow explicit identity");
        assertThat(decide(USER, GET, allowed, "'scps':[[" + FULL + "],[" + ALLOW + "]]"))
                .isEqualTo("allow explicit identity");
        assertThat(decide(USER, GET, allowed, "'scps':[[" + FULL + "],[" + OTHER + "]]"))
                .isEqualTo("deny implicit scps");
        assertThat(decide(USER, GET, allowed, "'scps':[[]]")).isEqualTo("deny implicit scps");
        assertThat(decide("'principal':'arn:aws:iam::111122223333:root'", GET, "'scps':[[" + OTHER + "]]"))
                .isEqualTo("deny implicit scps");
        assertThat(decide(USER, GET, "'scps':[[" + FULL + "]]")).isEqualTo("deny implicit identity");
    }

    @Test
    void organisationsDoNotBindServiceLinkedRolesNorStrangers() {
        String linked =
                "'principal':'arn:aws:iam::111122223333:role/aws-service-role/x.amazonaws.com/AWSServiceRoleForX'";
        String deny = "{'Effect':'Deny','Principal':'*','Action':'*','Resource':'*'}";
        String bound = "'scps':[[" + DENY + "]],'rcps':[[" + deny + "]]";
        assertThat(decide(linked, GET, "'identity':[" + ALLOW + "]", bound)).isEqualTo("allow explicit identity");
        assertThat(decide(GET, resource("*"), "'scps':[[" + DENY + "]]")).isEqualTo("allow explicit resource_policy");
        assertThat(decide(GET, resource("*"), "'rcps':[[" + deny + "]]")).isEqualTo("deny explicit rcps");
    }

    @Test
    void rcpsOnlyDenyAndOnlySomeServices() {
        String deny = "{'Effect':'Deny','Principal':'*','Action':'*','Resource':'*','Condition':{'StringNotEquals':"
                + "{'aws:PrincipalAccount':'444455556666'}}}";
        String rcps = "'rcps':[[" + deny + "]]";
        assertThat(decide(USER, GET, "'identity':[" + ALLOW + "]", rcps)).isEqualTo("deny explicit rcps");
        assertThat(decide(
                        USER,
                        "'action':'ec2:StartInstances'",
                        "'identity':[{'Effect':'Allow','Action':'ec2:*','Resource':'*'}]",
                        rcps))
                .isEqualTo("allow explicit identity");
        assertThat(decide(
                        USER,
                        GET,
                        "'identity':[" + ALLOW + "]",
                        "'rcps':[[{'Effect':'Deny','Principal':'*','Action':'sqs:*','Resource':'*'}]]"))
                .isEqualTo("allow explicit identity");
        assertThat(decide(
                        USER,
                        GET,
                        "'identity':[" + ALLOW + "]",
                        "'rcps':[[{'Effect':'Allow','Principal':'*','Action':'sqs:*','Resource':'*'}]]"))
                .isEqualTo("deny implicit rcps");
    }

    // --- keys and roles

    @Test
    void aKeyPolicyMustAllowItself() {
        String decrypt = "'action':'kms:Decrypt','resource':'arn:aws:kms:eu-west-1:111122223333:key/1234'";
        String mine = "'identity':[{'Effect':'Allow','Action':'kms:*','Resource':'*'}]";
        assertThat(decide(USER, decrypt, mine)).isEqualTo("deny implicit resource_policy");
        assertThat(decide(USER, decrypt, mine, key("arn:aws:iam::111122223333:user/other")))
                .isEqualTo("deny implicit resource_policy");
        assertThat(decide(USER, decrypt, mine, key("arn:aws:iam::111122223333:root")))
                .isEqualTo("allow explicit identity");
        assertThat(decide(USER, decrypt, key("arn:aws:iam::111122223333:root"))).isEqualTo("deny implicit identity");
        assertThat(decide(USER, decrypt, key("arn:aws:iam::111122223333:user/carlos")))
                .isEqualTo("allow explicit resource_policy");
        String root = "'principal':'arn:aws:iam::111122223333:root'";
        assertThat(decide(root, decrypt, key("arn:aws:iam::111122223333:user/carlos")))
                .isEqualTo("deny implicit resource_policy");
        assertThat(decide(USER, "'action':'kms:CreateKey'", mine)).isEqualTo("allow explicit identity");
    }

    private static String key(String principal) {
        return "'resource_policy':[{'Effect':'Allow','Principal':{'AWS':'" + principal
                + "'},'Action':'kms:*','Resource':'*'}]";
    }

    @Test
    void aTrustPolicyMustAllowItself() {
        String assume = "'action':'sts:AssumeRole','resource':'arn:aws:iam::111122223333:role/Reader'";
        String mine = "'identity':[{'Effect':'Allow','Action':'sts:AssumeRole','Resource':'*'}]";
        String trust = "{'Effect':'Allow','Principal':{'AWS':'arn:aws:iam::111122223333:user/carlos'},"
                + "'Action':'sts:AssumeRole'}";
        assertThat(decide(USER, assume, mine, "'resource_policy':" + trust.replace("carlos", "ana")))
                .isEqualTo("deny implicit resource_policy");
        assertThat(decide(USER, assume, mine, "'resource_policy':" + trust.replace("user/carlos", "root")))
                .isEqualTo("allow explicit identity");
        assertThat(decide(USER, assume, "'resource_policy':" + trust)).isEqualTo("allow explicit resource_policy");
        String service = "'principal':'ec2.amazonaws.com'";
        assertThat(decide(
                        service,
                        assume,
                        "'resource_policy':{'Effect':'Allow','Principal':{'Service':'ec2.amazonaws.com'},"
                                + "'Action':'sts:AssumeRole'}"))
                .isEqualTo("allow explicit resource_policy");
        assertThat(decide(
                        "'principal':'accounts.google.com','principalKind':'federated'",
                        "'action':'sts:AssumeRoleWithWebIdentity','resource':'arn:aws:iam::111122223333:role/Reader'",
                        "'resource_policy':{'Effect':'Allow','Principal':{'Federated':'accounts.google.com'},"
                                + "'Action':'sts:AssumeRoleWithWebIdentity'}"))
                .isEqualTo("allow explicit resource_policy");
    }

    // --- NotPrincipal

    @Test
    void notPrincipalDeniesAllButThoseItNames() {
        String bob =
                "'resource_policy':[{'Effect':'Deny','NotPrincipal':{'AWS':['arn:aws:iam::111122223333:user/carlos',"
                        + "'arn:aws:iam::111122223333:root']},'Action':'*','Resource':'*'}],'identity':[" + FULL + "]";
        assertThat(decide(USER, GET, bob)).isEqualTo("allow explicit identity");
        assertThat(decide("'principal':'arn:aws:iam::111122223333:user/alice'", GET, bob))
                .isEqualTo("deny explicit resource_policy");
        assertThat(decide("'principal':'arn:aws:iam::111122223333:root'", GET, bob))
                .isEqualTo("allow implicit root");
        assertThat(decide(USER, GET, bob, "'boundary':[" + FULL + "]")).isEqualTo("deny explicit resource_policy");
        String role =
                "'resource_policy':[{'Effect':'Deny','NotPrincipal':{'AWS':'arn:aws:iam::111122223333:role/Reader'},"
                        + "'Action':'*','Resource':'*'}],'identity':[" + FULL + "]";
        assertThat(decide(SESSION, GET, role)).isEqualTo("allow explicit identity");
    }

    // --- the worked examples of the guide

    /// IAM user guide, *Policy evaluation for requests within a single account*, Carlos and his logs.
    @Test
    void carlosSavesToHisOwnBucketOnly() {
        String identity = "'identity':{'Version':'2012-10-17','Statement':["
                + "{'Sid':'AllowS3ListRead','Effect':'Allow','Action':['s3:GetBucketLocation','s3:GetAccountPublicAccessBlock',"
                + "'s3:ListAccessPoints','s3:ListAllMyBuckets'],'Resource':'arn:aws:s3:::*'},"
                + "{'Sid':'AllowS3Self','Effect':'Allow','Action':'s3:*','Resource':["
                + "'arn:aws:s3:::amzn-s3-demo-bucket-carlossalazar','arn:aws:s3:::amzn-s3-demo-bucket-carlossalazar/*']},"
                + "{'Sid':'DenyS3Logs','Effect':'Deny','Action':'s3:*','Resource':'arn:aws:s3:::*log*'}]}";
        String bucket = "'resource_policy':{'Version':'2012-10-17','Statement':[{'Effect':'Allow','Principal':"
                + "{'AWS':'arn:aws:iam::123456789012:user/carlossalazar'},'Action':'s3:*','Resource':["
                + "'arn:aws:s3:::amzn-s3-demo-bucket-carlossalazar/*','arn:aws:s3:::amzn-s3-demo-bucket-carlossalazar']}]}";
        String carlos = "'principal':'arn:aws:iam::123456789012:user/carlossalazar'";
        assertThat(decide(
                        carlos,
                        "'action':'s3:PutObject','resource':'arn:aws:s3:::amzn-s3-demo-bucket-carlossalazar/a.txt'",
                        identity,
                        bucket))
                .isEqualTo("allow explicit resource_policy");
        assertThat(decide(
                        carlos,
                        "'action':'s3:PutObject','resource':'arn:aws:s3:::amzn-s3-demo-bucket-carlossalazar-logs/a.txt'",
                        identity))
                .isEqualTo("deny explicit identity");
    }

    /// IAM user guide, *The difference between explicit and implicit denies*: role `XYZ` may do what the
    /// first statement allows, reports are denied, users elsewhere lack an Allow.
    @Test
    void explicitAndImplicitDenialsDiffer() {
        String boundary = "'boundary':{'Version':'2012-10-17','Statement':[{'Sid':'AllowGetList','Effect':'Allow',"
                + "'Action':['s3:Get*','s3:List*'],'Resource':'*'},"
                + "{'Sid':'DenyReports','Effect':'Deny','Action':'s3:*','Resource':'arn:aws:s3:::*reports*'}]}";
        String identity = "'identity':[{'Effect':'Allow','Action':'s3:*','Resource':'*'}]";
        assertThat(decide(USER, identity, boundary, GET)).isEqualTo("allow explicit identity");
        assertThat(decide(
                        USER, identity, boundary, "'action':'s3:GetObject','resource':'arn:aws:s3:::reports-2026/q1'"))
                .isEqualTo("deny explicit boundary");
        assertThat(decide(USER, identity, boundary, "'action':'s3:PutObject','resource':'arn:aws:s3:::pool/a'"))
                .isEqualTo("deny implicit boundary");
        assertThat(decide(USER, boundary, GET)).isEqualTo("deny implicit identity");
    }
}
