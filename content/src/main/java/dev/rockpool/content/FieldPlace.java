package dev.rockpool.content;

import java.util.List;

/// Fields that stand where they have no effect.
final class FieldPlace {
    private FieldPlace() {}

    /// @param owner what the section is, such as `a claim`
    /// @param without the fields that it does not have
    static void check(String file, Section section, String owner, List<Finding> findings, String... without) {
        List<String> names = List.of(without);
        for (Section.Field field : section.fields()) {
            if (names.contains(field.name())) {
                findings.add(Rule.FIELD_PLACE.at(
                        file,
                        field.line(),
                        "The field " + field.name() + " has no effect on " + owner + "; take it out."));
            }
        }
    }
}
