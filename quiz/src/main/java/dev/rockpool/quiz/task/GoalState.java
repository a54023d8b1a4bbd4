package dev.rockpool.quiz.task;

/// How an answer stands to one goal.
///
/// @param wanted the goal in words, such as `Accepted: at least 100.0 %`
/// @param found what the model came to, with its unit
/// @param met whether that is enough
/// @param why why it is asked for, inline Markdown; empty if nothing is said
public record GoalState(String wanted, String found, boolean met, String why) {}
