package dev.rockpool.simulators;

/// Something worth telling, in a sentence.
///
/// @param second when, in virtual seconds since the beginning
/// @param key what kind of thing: `throttle-began`, `split`; stable
/// @param subject what the stage lights up when the line is chosen, such as a shard's id; empty for none
/// @param sentence for people
public record LabEvent(long second, String key, String subject, String sentence) {}
