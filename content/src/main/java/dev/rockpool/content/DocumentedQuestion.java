package dev.rockpool.content;

/// A question of the documented Q&A with its answer.
///
/// @param id `q` and its number, such as `q12`; below ten also with a zero, `q09`
/// @param number its place in the document, from 1
/// @param heading the question as documented
/// @param answer the documented answer in our own words, in Markdown
public record DocumentedQuestion(String id, int number, String heading, String answer) {}
