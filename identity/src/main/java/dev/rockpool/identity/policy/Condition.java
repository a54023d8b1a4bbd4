package dev.rockpool.identity.policy;

import java.util.List;

/// One condition of a statement: a key held against values.
///
/// @param operator as written, such as `ForAllValues:StringLikeIfExists`
/// @param key such as `aws:SourceIp`
/// @param values of which one must fit (none, if the operator negates)
public record Condition(String operator, String key, List<String> values) {
    public Condition {
        values = List.copyOf(values);
    }
}
