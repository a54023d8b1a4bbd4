package dev.rockpool.quiz.layout;

import static dev.rockpool.quiz.TemplateTexts.rule;

import dev.rockpool.quiz.LabScenario;
import dev.rockpool.quiz.NumericTemplate;
import dev.rockpool.quiz.WrongRule;
import dev.rockpool.simulators.Unit;
import dev.rockpool.simulators.partitioning.Asked;
import dev.rockpool.simulators.partitioning.KeyPart;
import dev.rockpool.simulators.partitioning.LayoutReading;
import dev.rockpool.simulators.partitioning.PartitioningLab;
import dev.rockpool.simulators.partitioning.PartitioningScenario;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// How often a job without a catalog lists keys that begin with the user.
public final class ListingUsers extends NumericTemplate<ListingUsers.Job> {
    private static final PartitioningLab LAB = new PartitioningLab();
    private static final int DAYS = 365;

    /// Who asks for what.
    ///
    /// @param users in the table
    /// @param days that the job reads
    public record Job(int users, int days) {
        PartitioningScenario scenario() {
            return new PartitioningScenario(
                    List.of(KeyPart.USER, KeyPart.YEAR, KeyPart.MONTH, KeyPart.DAY),
                    users,
                    DAYS,
                    10,
                    200,
                    Asked.DAYS,
                    days,
                    false,
                    1,
                    "us-east-1");
        }
    }

    public ListingUsers() {
        super(ListingUsers.class, "partition-listings", Unit.REQUESTS, "0", "q05-f7");
    }

    @Override
    public Job draw(RandomGenerator random) {
        return new Job(10 * whole(random, 3, 200), whole(random, 2, 30));
    }

    @Override
    public BigDecimal answer(Job job) {
        return BigDecimal.valueOf(LayoutReading.of(job.scenario()).listCalls());
    }

    @Override
    public List<WrongRule<Job>> wrongRules() {
        return List.of(
                rule("order-does-not-matter", job -> BigDecimal.valueOf(job.days())),
                rule("one-listing-a-user", job -> BigDecimal.valueOf(job.users())),
                rule("one-listing-for-all", _ -> BigDecimal.ONE));
    }

    @Override
    public String stem(Job job) {
        return texts.get("stem", count(job.users()), job.days());
    }

    @Override
    public List<String> solution(Job job) {
        return texts.solution(count(job.users()), job.days(), key(job));
    }

    @Override
    public Optional<LabScenario> show(Job job) {
        return Optional.of(LabScenario.of(LAB, job.scenario()));
    }
}
