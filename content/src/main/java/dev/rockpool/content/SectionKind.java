package dev.rockpool.content;

import dev.rockpool.kernel.Quote;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a section is, told by the classes of its heading and its fenced blocks.
sealed interface SectionKind {
    String TYPED = "typed";

    /// A statement of a documented answer.
    record OfClaim(Verdict verdict) implements SectionKind {}

    /// A card whose answer is typed.
    record OfTyped() implements SectionKind {}

    /// A basic card or a cloze.
    record OfCard() implements SectionKind {}

    /// A quiz item.
    record OfQuiz(Section.Fence block) implements SectionKind {}

    /// The kind, or empty and a finding where the section contradicts itself.
    static Optional<SectionKind> of(String file, Section section, List<Finding> findings) {
        List<Verdict> verdicts = new ArrayList<>();
        boolean typed = false;
        boolean unknown = false;
        for (String name : section.classes()) {
            Optional<Verdict> verdict = Verdict.of(name);
            verdict.ifPresent(verdicts::add);
            typed |= name.equals(TYPED);
            if (verdict.isEmpty() && !name.equals(TYPED)) {
                unknown = true;
                findings.add(Rule.HEADING_CLASS.at(
                        file,
                        section.line(),
                        "The class " + Quote.of(name)
                                + " is not known; use .typed, .correct, .imprecise, .outdated or .wrong."));
            }
        }
        List<Section.Fence> blocks = section.fences().stream()
                .filter(fence -> QuizItemReader.BLOCKS.contains(fence.word()))
                .toList();
        if (unknown) {
            return Optional.empty();
        }
        if (verdicts.size() > 1 || (typed && !verdicts.isEmpty())) {
            findings.add(Rule.HEADING_CLASS.at(
                    file, section.line(), "The classes of this heading contradict each other; keep one of them."));
            return Optional.empty();
        }
        if (!blocks.isEmpty() && (typed || !verdicts.isEmpty())) {
            findings.add(Rule.HEADING_CLASS.at(
                    file,
                    section.line(),
                    "A section with a " + blocks.getFirst().word()
                            + " block is a quiz item and has no class; take the class or the block out."));
            return Optional.empty();
        }
        if (blocks.size() > 1) {
            findings.add(Rule.BLOCK_FORM.at(
                    file,
                    blocks.get(1).line() - 1,
                    "The section has two blocks to answer; give the second a section of its own."));
            return Optional.empty();
        }
        if (!blocks.isEmpty()) {
            return Optional.of(new OfQuiz(blocks.getFirst()));
        }
        if (typed) {
            return Optional.of(new OfTyped());
        }
        return Optional.of(verdicts.isEmpty() ? new OfCard() : new OfClaim(verdicts.getFirst()));
    }
}
