package dev.rockpool.quiz.streams;

import static dev.rockpool.quiz.TemplateTexts.rule;

import dev.rockpool.quiz.Form;
import dev.rockpool.quiz.LabScenario;
import dev.rockpool.quiz.Template;
import dev.rockpool.quiz.TemplateTexts;
import dev.rockpool.quiz.WrongRule;
import dev.rockpool.simulators.Unit;
import dev.rockpool.simulators.shards.HotKeyAcceptance;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// What a stream accepts when one key is hot: the hottest shard decides, not the mean.
public final class HotKeyAccepted implements Template<HotKeyAccepted.Hot> {
    private static final int RECORD_BYTES = 2 << 10;
    private static final int RECORDS_PER_MIB = 512;
    private static final int[] SHARDS = {4, 5, 6, 8, 10, 12, 16, 20};
    private static final int LEAST_LOAD = 3;
    private static final int MOST_LOAD = 16;
    private static final int PERCENT = 100;

    /// A share is printed to a tenth of a percent.
    private static final int PRINTED_PARTS = 10;

    private static final double HALF_WAY = 1e-6;
    private static final int SHARE_STEP = 5;
    private static final int LEAST_SHARE_STEPS = 4;
    private static final int MOST_SHARE_STEPS = 12;

    /// The hot shard must be clearly overloaded, or nothing is to be learnt from it.
    private static final double LEAST_HOTTEST = 1.2;

    private final TemplateTexts texts = new TemplateTexts(HotKeyAccepted.class, id());

    /// A stream with a hot key.
    ///
    /// @param shards of equal ranges
    /// @param load MiB/s of the whole stream
    /// @param percent that the hot key has of it
    public record Hot(int shards, int load, int percent) {
        double share() {
            return (double) percent / PERCENT;
        }

        HotKeyAcceptance form() {
            return new HotKeyAcceptance(load, share(), shards);
        }
    }

    @Override
    public String id() {
        return "hot-key-accepted";
    }

    @Override
    public String title() {
        return texts.title();
    }

    @Override
    public Form.Kind kind() {
        return Form.Kind.MULTIPLE_CHOICE;
    }

    @Override
    public Unit unit() {
        return Unit.SHARE;
    }

    @Override
    public Hot draw(RandomGenerator random) {
        return new Hot(
                SHARDS[random.nextInt(SHARDS.length)],
                random.nextInt(LEAST_LOAD, MOST_LOAD + 1),
                SHARE_STEP * random.nextInt(LEAST_SHARE_STEPS, MOST_SHARE_STEPS + 1));
    }

    @Override
    public boolean isFair(Hot hot) {
        return hot.form().hottest() >= LEAST_HOTTEST
                && hot.form().others() < 1
                && roundsClearly(hot.form().fraction());
    }

    /// Whether the share is not half way between two that can be printed, where a binary fraction falls by chance.
    private static boolean roundsClearly(double share) {
        double printed = share * PERCENT * PRINTED_PARTS;
        return Math.abs(printed - Math.floor(printed) - 0.5) > HALF_WAY;
    }

    @Override
    public BigDecimal answer(Hot hot) {
        return BigDecimal.valueOf(hot.form().fraction());
    }

    @Override
    public BigDecimal tolerance(BigDecimal answer) {
        return BigDecimal.ZERO;
    }

    @Override
    public List<WrongRule<Hot>> wrongRules() {
        return List.of(
                rule("mean-instead-of-hottest", hot -> share(Math.min(1, (double) hot.shards() / hot.load()))),
                rule("hot-key-alone-on-its-shard", hot -> share((1 + hot.load() * (1 - hot.share())) / hot.load())),
                rule("read-limit-as-write", HotKeyAccepted::atTheReadLimit),
                rule("hottest-for-all", hot -> share(1 / hot.form().hottest())),
                rule("hot-key-refused-whole", hot -> share(1 - hot.share())),
                rule(
                        "hot-shard-refused-whole",
                        hot -> share((hot.shards() - 1) * hot.form().others() / hot.load())));
    }

    private static BigDecimal atTheReadLimit(Hot hot) {
        double onHottest = Math.min(2, hot.form().hottest());
        return share((onHottest + (hot.shards() - 1) * hot.form().others()) / hot.load());
    }

    @Override
    public String stem(Hot hot) {
        return texts.get(
                "stem",
                hot.shards(),
                Sizes.perSecond((long) hot.load() << 20),
                hot.percent() + "\u00A0%",
                Sizes.shown(RECORD_BYTES));
    }

    @Override
    public List<String> solution(Hot hot) {
        HotKeyAcceptance form = hot.form();
        return texts.solution(
                hot.load(),
                Sizes.number(hot.share()),
                hot.shards(),
                Sizes.number(form.others()),
                Sizes.number(form.hottest()),
                hot.shards() - 1,
                Sizes.number(form.accepted()),
                Unit.SHARE.format(form.fraction()));
    }

    @Override
    public Optional<LabScenario> show(Hot hot) {
        return Optional.of(LabScenario.of(
                StreamScenarios.LAB,
                StreamScenarios.of(hot.shards(), RECORD_BYTES, (long) hot.load() * RECORDS_PER_MIB)
                        .withKeys(StreamScenarios.hot(hot.share()))));
    }

    @Override
    public List<String> facts() {
        return List.of("q12-c4", "q12-f16");
    }

    private static BigDecimal share(double value) {
        return BigDecimal.valueOf(value);
    }
}
