package dev.rockpool.simulators;

/// One step of the guided walk.
///
/// @param id unique in its lab
/// @param title for people
/// @param text what the class sees, Markdown
/// @param notes what the presenter says and asks, Markdown
/// @param preset the id of the preset that it opens
/// @param seconds how long it takes in class
public record GuidedStep(String id, String title, String text, String notes, String preset, int seconds) {}
