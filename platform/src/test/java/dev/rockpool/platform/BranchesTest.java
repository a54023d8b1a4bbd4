package dev.rockpool.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rockpool.costmodel.PriceBook;
import dev.rockpool.kernel.InputException;
import dev.rockpool.objectstore.ObjectStoreOptions;
import dev.rockpool.streamengine.PutEntry;
import dev.rockpool.streamengine.StreamEngineOptions;
import dev.rockpool.streamengine.StreamName;
import dev.rockpool.streamengine.Sync;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Branches of a platform: taken, changed, discarded, kept, opened again.
final class BranchesTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final StreamName ORDERS = new StreamName("orders");

    @TempDir
    Path folder;

    private Branches open(ClockSetting clock) {
        PlatformOptions options = PlatformOptions.in(folder)
                .with(clock)
                .with(ObjectStoreOptions.standard().sync(false))
                .with(StreamEngineOptions.standard().with(Sync.OFF).with(Duration.ZERO));
        return Branches.open(options, InstantSource.system(), new SecureRandom());
    }

    private Branches standing() {
        return open(new ClockSetting.Virtual(START, 0));
    }

    @Test
    void aBranchAndItsOriginGoTheirOwnWays() {
        try (Branches branches = standing()) {
            Writer origin = new Writer(branches.origin());
            origin.bucket("data");
            origin.put("data", "both", "as it was");
            branches.origin().streams().createStream(ORDERS, 1);
            branches.origin().streams().putRecords(ORDERS, List.of(PutEntry.of("a", new byte[100])));

            Branch branch = branches.take("what-if", 0);
            Writer there = new Writer(branch.platform());
            there.put("data", "both", "changed there");
            there.put("data", "new", "there");
            origin.delete("data", "both");
            assertThat(branch.platform().advanceTo(START.plus(Duration.ofDays(365))))
                    .isEqualTo(START.plus(Duration.ofDays(365)));

            assertThat(there.keys("data")).containsExactly("both", "new");
            assertThat(there.get("data", "both")).isEqualTo("changed there");
            assertThat(origin.keys("data")).isEmpty();
            assertThat(branches.origin().clock().instant()).isEqualTo(START);
            assertThat(branch.platform().streams().listStreams()).hasSize(1);
        }
    }

    @Test
    void aBranchIsThereWhenThePlatformIsOpenedAgain() {
        try (Branches branches = standing()) {
            Writer origin = new Writer(branches.origin());
            origin.bucket("data");
            origin.put("data", "one", "1");
            Branch branch = branches.take("kept-open", 0);
            new Writer(branch.platform()).put("data", "two", "2");
            Instant _ = branch.platform().advanceTo(START.plus(Duration.ofDays(30)));
            origin.put("data", "three", "3");
        }
        try (Branches branches = standing()) {
            assertThat(branches.unusable()).isEmpty();
            Branch branch = branches.branch("kept-open");
            assertThat(branch.from()).isEqualTo(START);
            assertThat(branch.platform().clock().instant()).isEqualTo(START.plus(Duration.ofDays(30)));
            assertThat(new Writer(branch.platform()).keys("data")).containsExactly("one", "two");
            assertThat(new Writer(branches.origin()).keys("data")).containsExactly("one", "three");
        }
    }

    @Test
    void timeMovesInABranchOfARealClock() {
        try (Branches branches = open(new ClockSetting.Real())) {
            Branch branch = branches.take("later", 0);
            Instant before = branch.platform().clock().instant();
            assertThat(branch.platform().advanceTo(before.plus(Duration.ofDays(1))))
                    .isEqualTo(before.plus(Duration.ofDays(1)));
            assertThat(branches.origin().clock().isReal()).isTrue();
        }
    }

    @Test
    void aBranchBillsWhatItUsesSinceItLeft() {
        PriceBook book = PriceBook.shipped();
        try (Branches branches = standing()) {
            Writer origin = new Writer(branches.origin());
            origin.bucket("data");
            for (int put = 0; put < 1_000; put++) {
                origin.put("data", "key-" + put, new byte[100]);
            }
            Instant left = branches.origin().advanceTo(START.plus(Duration.ofDays(10)));
            Branch branch = branches.take("later", 0);
            assertThat(branch.bill(book).total().plain()).isEqualTo("0");
            Instant end = left.plus(Duration.ofDays(21));
            Instant _ = branch.platform().advanceTo(end);
            Instant _ = branches.origin().advanceTo(end);
            PlatformBill since = branches.origin().bill(book, branch.originMeter());
            assertThat(branch.bill(book).total()).isEqualTo(since.total());
            assertThat(since.from()).isEqualTo(left);
            assertThat(branches.origin().bill(book).total().amount())
                    .isGreaterThan(since.total().amount());
        }
    }

    @Test
    void aDiscardedBranchLeavesNothing() {
        try (Branches branches = standing()) {
            new Writer(branches.origin()).bucket("data");
            Branch _ = branches.take("gone", 0);
            branches.discard("gone");
            assertThat(branches.all()).isEmpty();
            assertThat(folder.resolve("branches")).isEmptyDirectory();
            assertThat(new Writer(branches.origin()).keys("data")).isEmpty();
            Branch _ = branches.take("gone", 0);
        }
    }

    @Test
    void aKeptBranchIsThePlatformAndTheOthersStay() {
        try (Branches branches = open(new ClockSetting.Real())) {
            Writer origin = new Writer(branches.origin());
            origin.bucket("data");
            origin.put("data", "one", "1");
            Branch kept = branches.take("kept", 0);
            Branch other = branches.take("other", 0);
            new Writer(kept.platform()).put("data", "two", "2");
            new Writer(other.platform()).put("data", "three", "3");
            Instant later = kept.platform().advanceTo(kept.from().plus(Duration.ofDays(400)));
            origin.put("data", "lost", "0");

            Platform now = branches.keep("kept");

            assertThat(now).isSameAs(branches.origin());
            assertThat(new Writer(now).keys("data")).containsExactly("one", "two");
            assertThat(now.clock().instant()).isEqualTo(later);
            assertThat(branches.all()).extracting(Branch::name).containsExactly("other");
            assertThat(new Writer(branches.branch("other").platform()).keys("data"))
                    .containsExactly("one", "three");
            assertThat(folder.resolve("kept")).doesNotExist();
            assertThat(folder.resolve("replaced")).doesNotExist();
        }
        try (Branches branches = open(new ClockSetting.Kept())) {
            assertThat(new Writer(branches.origin()).keys("data")).containsExactly("one", "two");
        }
    }

    @Test
    void namesAndNumbersAreBounded() {
        try (Branches branches = standing()) {
            for (String name : List.of("", "A", "a b", "../a", ".a", "-a", "a".repeat(41))) {
                assertThatThrownBy(() -> branches.take(name, 0))
                        .as(name)
                        .isInstanceOfSatisfying(
                                InputException.class,
                                fault -> assertThat(fault.code()).isEqualTo("branch-name"));
            }
            for (int branch = 0; branch < Branches.MOST; branch++) {
                Branch _ = branches.take("b" + branch, 0);
            }
            assertThatThrownBy(() -> branches.take("b0", 0)).hasMessageContaining("There is a branch");
            assertThatThrownBy(() -> branches.take("more", 0)).hasMessageContaining("at a time");
            assertThatThrownBy(() -> branches.branch("none")).hasMessageContaining("There is no branch");
            assertThatThrownBy(() -> branches.discard("none")).hasMessageContaining("There is no branch");
        }
    }
}
