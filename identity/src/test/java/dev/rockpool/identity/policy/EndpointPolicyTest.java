package dev.rockpool.identity.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rockpool.identity.policy.PolicyJson.Kind;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What the policy of a VPC endpoint lets through.
class EndpointPolicyTest {
    private static Decision decide(Principal principal, String statement) {
        PolicyRequest request = new PolicyRequest(
                principal,
                "s3:GetObject",
                "arn:aws:s3:::reef/tides.csv",
                Optional.of("111122223333"),
                RequestContext.EMPTY,
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of());
        return PolicyEvaluator.atEndpoint(
                request,
                List.of(PolicyJson.read(
                        "endpoint policy",
                        Kind.RESOURCE,
                        "{\"Version\":\"2012-10-17\",\"Statement\":[" + statement.replace('\'', '"') + "]}")));
    }

    @Test
    void itMustAllowAndMustNotDeny() {
        Principal user = new Principal.User("111122223333", "/", "ada");
        String all = "{'Effect':'Allow','Principal':'*','Action':'*','Resource':'*'}";
        String deny = "{'Sid':'Shut','Effect':'Deny','Principal':'*','Action':'s3:Get*','Resource':'*'}";
        String other = "{'Effect':'Allow','Principal':'*','Action':'*','Resource':'arn:aws:s3:::harbour/*'}";
        String owned = "{'Effect':'Allow','Principal':'*','Action':'*','Resource':'*',"
                + "'Condition':{'StringEquals':{'aws:ResourceAccount':'444455556666'}}}";
        assertThat(decide(user, all).allowed()).isTrue();
        assertThat(decide(new Principal.Anonymous(), all).allowed()).isTrue();
        assertThat(decide(user, all + "," + deny))
                .isEqualTo(new Decision(
                        false,
                        true,
                        "endpoint",
                        List.of(new Decision.Step(
                                "endpoint",
                                "deny",
                                "endpoint policy statement 2 \"Shut\"",
                                "An explicit deny decides: endpoint policy statement 2 \"Shut\" denies s3:GetObject on"
                                        + " arn:aws:s3:::reef/tides.csv."))));
        assertThat(decide(user, other).allowed()).isFalse();
        assertThat(decide(user, owned).reason()).contains("aws:ResourceAccount does not hold");
    }

    @Test
    void anAccountStandsForItsRootUser() {
        String account = "{'Effect':'Allow','Principal':{'AWS':'111122223333'},'Action':'*','Resource':'*'}";
        assertThat(decide(new Principal.Root("111122223333"), account).allowed())
                .isTrue();
        assertThat(decide(new Principal.User("111122223333", "/", "ada"), account)
                        .allowed())
                .isFalse();
    }
}
