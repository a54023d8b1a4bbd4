package dev.rockpool.identity.policy;

import java.util.List;

/// What came of a request, and why.
///
/// @param allowed whether it may be done
/// @param explicit whether a statement says so; implicit otherwise (nothing allows, or the root user acts)
/// @param decidedBy the part that decided, by its name in a case file, or `root` where an account's root
/// user needs none
/// @param trace each part that was asked, in order
public record Decision(boolean allowed, boolean explicit, String decidedBy, List<Step> trace) {
    public Decision {
        trace = List.copyOf(trace);
    }

    /// What one part said.
    ///
    /// @param part its name in a case file
    /// @param outcome what it said: `allow`, `deny`, `no match`, `delegates`, `not applicable`
    /// @param statement the statement that made it so, such as `identity[0] "AllowList"`; empty if there is
    /// none
    /// @param sentence for a person to read
    public record Step(String part, String outcome, String statement, String sentence) {}

    /// The sentence of the step that decided.
    public String reason() {
        return trace.isEmpty() ? "" : trace.getLast().sentence();
    }
}
