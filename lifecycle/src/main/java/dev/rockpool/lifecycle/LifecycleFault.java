package dev.rockpool.lifecycle;

/// Why the service refuses a lifecycle configuration.
///
/// @param rule the id of the rule at fault, `#2` for the second if it has none, empty if the whole is at fault
/// @param field which field, as the JSON form names it: `Transitions[0].Days`; empty if the rule as a whole is at
///     fault
/// @param code the service's error code
/// @param message the service's words, as far as they are known
public record LifecycleFault(String rule, String field, Code code, String message) {
    /// The service's words for every [Code#MalformedXML].
    static final String MALFORMED =
            "The XML you provided was not well-formed or did not validate against our published schema";

    /// An error code of the API; all of them answer with status 400.
    @SuppressWarnings("MemberName") // the names are the API's
    public enum Code {
        InvalidArgument,
        InvalidRequest,
        MalformedXML
    }

    /// The fault as one sentence for people.
    public String sentence() {
        String at = rule.isEmpty() ? "" : "rule " + rule;
        String where = field.isEmpty() ? at : at.isEmpty() ? field : at + ", " + field;
        return (where.isEmpty() ? "" : where + ": ") + code + ": " + message;
    }
}
