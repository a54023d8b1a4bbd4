package dev.rockpool.quiz.catalogue;

import dev.rockpool.costmodel.NearMatches;
import dev.rockpool.kernel.InputException;
import dev.rockpool.kernel.Quote;
import dev.rockpool.quiz.Template;
import dev.rockpool.quiz.access.PassageTemplates;
import dev.rockpool.quiz.access.WayTemplates;
import dev.rockpool.quiz.encryption.CallsOfSessions;
import dev.rockpool.quiz.encryption.CallsOverTime;
import dev.rockpool.quiz.encryption.CallsWithout;
import dev.rockpool.quiz.encryption.KeyBill;
import dev.rockpool.quiz.encryption.ManagedBill;
import dev.rockpool.quiz.encryption.OpenThreats;
import dev.rockpool.quiz.encryption.SecondLayer;
import dev.rockpool.quiz.layout.ColumnsRead;
import dev.rockpool.quiz.layout.ListingUsers;
import dev.rockpool.quiz.layout.PagesScanned;
import dev.rockpool.quiz.layout.ScannedMonths;
import dev.rockpool.quiz.layout.SmallestQuery;
import dev.rockpool.quiz.lifecycle.ChargedDays;
import dev.rockpool.quiz.lifecycle.NoncurrentEnd;
import dev.rockpool.quiz.lifecycle.TransitionFee;
import dev.rockpool.quiz.lifecycle.TransitionMidnight;
import dev.rockpool.quiz.reliability.AvailabilityTemplates;
import dev.rockpool.quiz.reliability.DurabilityTemplates;
import dev.rockpool.quiz.services.ServiceTemplates;
import dev.rockpool.quiz.storage.ArchiveOverhead;
import dev.rockpool.quiz.storage.MinimumSize;
import dev.rockpool.quiz.storage.Payback;
import dev.rockpool.quiz.storage.ReadCost;
import dev.rockpool.quiz.storage.RestoreCost;
import dev.rockpool.quiz.storage.ShortStay;
import dev.rockpool.quiz.storage.TieringMonth;
import dev.rockpool.quiz.streams.CatchUp;
import dev.rockpool.quiz.streams.HotKeyAccepted;
import dev.rockpool.quiz.streams.MonthlyBill;
import dev.rockpool.quiz.streams.ShardsNeeded;
import dev.rockpool.quiz.streams.SharedReads;
import dev.rockpool.quiz.translation.BrevityPenalty;
import dev.rockpool.quiz.translation.ClippedPrecision;
import dev.rockpool.quiz.translation.PerplexityOfTokens;
import dev.rockpool.quiz.translation.ScoreOfCounts;
import java.util.List;
import java.util.stream.Stream;

/// The templates there are.
public final class Templates {
    private static final List<Template<?>> ALL = Stream.of(
                    List.<Template<?>>of(
                            new ShardsNeeded(),
                            new HotKeyAccepted(),
                            new SharedReads(),
                            new CatchUp(),
                            new MonthlyBill(),
                            new TransitionMidnight(),
                            new NoncurrentEnd(),
                            new ChargedDays(),
                            new TransitionFee(),
                            new MinimumSize(),
                            new ShortStay(),
                            new ArchiveOverhead(),
                            new ReadCost(),
                            new Payback(),
                            new TieringMonth(),
                            new RestoreCost(),
                            new OpenThreats(),
                            new CallsWithout(),
                            new CallsOfSessions(),
                            new CallsOverTime(),
                            new KeyBill(),
                            new ManagedBill(),
                            new SecondLayer(),
                            new ScannedMonths(),
                            new ListingUsers(),
                            new SmallestQuery(),
                            new ColumnsRead(),
                            new PagesScanned(),
                            new ClippedPrecision(),
                            new BrevityPenalty(),
                            new ScoreOfCounts(),
                            new PerplexityOfTokens()),
                    WayTemplates.all(),
                    PassageTemplates.all(),
                    DurabilityTemplates.all(),
                    AvailabilityTemplates.all(),
                    ServiceTemplates.all())
            .flatMap(List::stream)
            .toList();

    private Templates() {}

    /// Every template, in the order in which they are best learnt.
    public static List<Template<?>> all() {
        return ALL;
    }

    /// The template of that id.
    ///
    /// @throws InputException if there is none
    public static Template<?> require(String id) {
        return ALL.stream()
                .filter(template -> template.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new InputException(
                        "quiz-template",
                        "There is no question template " + Quote.of(id) + "; "
                                + NearMatches.of(
                                        id, ALL.stream().map(Template::id).toList()) + "."));
    }
}
