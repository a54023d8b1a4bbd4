package dev.rockpool.content;

/// A control of a lab and what it is set to.
///
/// @param control the field of the scenario file that it sets, such as `recordBytes`
/// @param value a number in the unit that is shown beside the control, or the word of a choice
public record LabSetting(String control, String value) {
    /// The most characters of a control or a value.
    public static final int LONGEST = 60;
}
