package dev.rockpool.quiz.bank;

import dev.rockpool.content.Claim;
import dev.rockpool.content.DocumentedQuestion;
import dev.rockpool.content.Verdict;
import dev.rockpool.quiz.Form;
import dev.rockpool.quiz.Misconception;
import dev.rockpool.quiz.Option;
import dev.rockpool.quiz.Question;
import dev.rockpool.simulators.LabTexts;
import java.util.List;
import java.util.Optional;

/// True or false: a claim of a documented answer, with the correction as the reason. Claims that are true in part make
/// no such question.
record ClaimItem(Claim claim, DocumentedQuestion asked, Topic topic) implements Item {
    private static final LabTexts TEXTS = LabTexts.beside(ClaimItem.class);

    /// Whether a claim can be judged without an "it depends".
    static boolean judges(Claim claim) {
        return switch (claim.verdict()) {
            case CORRECT, WRONG, OUTDATED -> true;
            case IMPRECISE -> false;
        };
    }

    @Override
    public String id() {
        return claim.id();
    }

    @Override
    public boolean isGenerated() {
        return false;
    }

    @Override
    public Question ask(long seed) {
        boolean so = claim.verdict() == Verdict.CORRECT;
        String why = TEXTS.get("claim." + claim.verdict().className());
        Misconception mistake = new Misconception(id() + "/" + (so ? "no" : "yes"), why);
        return new Question(
                id(),
                seed,
                TEXTS.get("claim.stem", asked.heading(), sentence(claim.statement())),
                new Form.Choice(
                        so
                                ? List.of(
                                        Option.right(TEXTS.get("claim.true"), ""),
                                        Option.wrong(TEXTS.get("claim.false"), mistake))
                                : List.of(
                                        Option.wrong(TEXTS.get("claim.true"), mistake),
                                        Option.right(TEXTS.get("claim.false"), ""))),
                claim.correction().isEmpty() ? List.of(why) : List.of(claim.correction()),
                Optional.empty(),
                List.of(claim.id()));
    }

    /// A statement of a deck has no full stop.
    private static String sentence(String statement) {
        return statement.endsWith(".") ? statement : statement + ".";
    }
}
