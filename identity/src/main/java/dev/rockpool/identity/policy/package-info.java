/// Policies: statements that allow or deny actions on resources under conditions, and what decides when
/// they meet.
///
/// Terms (AWS IAM user guide, *Policy evaluation logic* and *JSON policy element reference*):
///
/// - **Policy**: statements and the version of the language they are written in.
/// - **Statement**: an effect, actions, resources, conditions, and in a policy of a resource the
/// principals.
/// - **Part**: where a policy is attached: to the principal (identity), to the resource, as boundary,
/// session policy, service control policy (SCP, of the principal's organisation) or resource control policy
/// (RCP, of the resource's).
/// - **Explicit**: a statement says so. **Implicit**: none does.
///
/// Nothing here reads a clock, a file or the network: equal requests get equal answers.
@NullMarked
package dev.rockpool.identity.policy;

import org.jspecify.annotations.NullMarked;
