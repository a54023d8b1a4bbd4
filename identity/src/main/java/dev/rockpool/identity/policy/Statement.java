package dev.rockpool.identity.policy;

import java.util.List;
import java.util.Optional;

/// One statement of a policy.
///
/// @param sid its name; empty if it has none
/// @param effect what it does
/// @param principals whom it is about; none in policies of principals
/// @param notPrincipals whether it is about all but those (`NotPrincipal`)
/// @param actions patterns such as `s3:Get*`
/// @param notActions whether it is about all but those (`NotAction`)
/// @param resources patterns of ARNs; none in a policy that speaks of what it is attached to
/// @param notResources whether it is about all but those (`NotResource`)
/// @param conditions all of which must hold
public record Statement(
        String sid,
        Effect effect,
        Optional<PrincipalElement> principals,
        boolean notPrincipals,
        List<String> actions,
        boolean notActions,
        Optional<List<String>> resources,
        boolean notResources,
        List<Condition> conditions) {
    public Statement {
        actions = List.copyOf(actions);
        resources = resources.map(List::copyOf);
        conditions = List.copyOf(conditions);
    }
}
