package dev.rockpool.kernel.disk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

import dev.rockpool.kernel.Seed;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DiskTest {
    private static final Path MEMORY = Path.of("disk");

    @TempDir
    Path folder;

    @Test
    void bothDisksDoTheSame() throws IOException {
        FaultyDisk faulty = new FaultyDisk();
        faulty.createFolders(MEMORY);
        use(faulty, MEMORY);
        use(Disk.real(), folder);
    }

    private static void use(Disk disk, Path root) throws IOException {
        Path inside = root.resolve("a").resolve("b");
        disk.createFolders(inside);
        assertThat(disk.exists(inside)).isTrue();
        Path file = inside.resolve("file");
        try (DiskFile open = disk.open(file)) {
            open.write(bytes("hello world"), 0);
            open.write(bytes("W"), 6);
            open.force();
            assertThat(open.size()).isEqualTo(11);
            open.truncate(7);
            assertThat(text(open)).isEqualTo("hello W");
            assertThat(open.read(ByteBuffer.allocate(3), 100)).isZero();
        }
        disk.syncFolder(inside);
        disk.replace(file, inside.resolve("other"));
        assertThat(disk.list(inside)).containsExactly(inside.resolve("other"));
        try (DiskFile open = disk.openToRead(inside.resolve("other"))) {
            assertThat(text(open)).isEqualTo("hello W");
        }
        assertThatExceptionOfType(NoSuchFileException.class).isThrownBy(() -> disk.openToRead(file));
        disk.delete(inside.resolve("other"));
        disk.delete(inside);
        assertThat(disk.exists(inside)).isFalse();
        Optional<Closeable> lock = disk.lock(root.resolve("lock"));
        assertThat(lock).isPresent();
        assertThat(disk.lock(root.resolve("lock"))).isEmpty();
        lock.orElseThrow().close();
        disk.lock(root.resolve("lock")).orElseThrow().close();
    }

    @Test
    void anInterruptedReaderDoesNotCloseTheFileForOthers() throws IOException {
        try (DiskFile open = Disk.real().open(folder.resolve("file"))) {
            open.write(bytes("hello"), 0);
            Thread.currentThread().interrupt();
            assertThat(text(open)).isEqualTo("hello");
            assertThat(Thread.interrupted()).isTrue();
            assertThat(text(open)).isEqualTo("hello");
        }
    }

    @Test
    void whatWasForcedSurvivesALossOfPowerAndTheRestMay() throws IOException {
        Set<String> found = new HashSet<>();
        for (long seed = 0; seed < 40; seed++) {
            FaultyDisk disk = new FaultyDisk();
            DiskFile open = disk.open(MEMORY.resolve("file"));
            open.write(bytes("a".repeat(1_000)), 0);
            open.force();
            disk.syncFolder(MEMORY);
            open.write(bytes("b".repeat(2_000)), 1_000);
            open.truncate(2_900);
            disk.open(MEMORY.resolve("unsynced"));
            FaultyDisk after = disk.afterPowerLoss(new Seed(seed).derive("power"));
            String text = text(after.openToRead(MEMORY.resolve("file")));
            assertThat(text).startsWith("a".repeat(1_000));
            found.add(text.length() + (after.exists(MEMORY.resolve("unsynced")) ? " with" : " without"));
        }
        assertThat(found).contains("1000 with", "1000 without", "3000 with").hasSizeGreaterThan(4);
    }

    @Test
    void aKillLosesNothingThatWasWritten() throws IOException {
        FaultyDisk disk = new FaultyDisk();
        disk.open(MEMORY.resolve("file")).write(bytes("hello"), 0);
        FaultyDisk after = disk.afterKill();
        assertThat(text(after.openToRead(MEMORY.resolve("file")))).isEqualTo("hello");
        after.corrupt(MEMORY.resolve("file"), 1);
        assertThat(text(after.openToRead(MEMORY.resolve("file")))).isEqualTo("h0llo");
    }

    @Test
    void itFailsWhereItIsTold() throws IOException {
        FaultyDisk disk = new FaultyDisk();
        DiskFile open = disk.open(MEMORY.resolve("file"));
        disk.fillUpAt(3);
        assertThatIOException().isThrownBy(() -> open.write(bytes("hello"), 0)).withMessageContaining("No space left");
        assertThat(text(open)).isEqualTo("hel");
        assertThatIOException().isThrownBy(() -> disk.open(MEMORY.resolve("more")));
        disk.emptySpace();
        disk.failForceAfter(0);
        assertThatIOException().isThrownBy(open::force);
        open.force();
        disk.failCuts(true);
        assertThatIOException().isThrownBy(() -> open.truncate(0));
        disk.losePowerAfter(0);
        assertThatExceptionOfType(FaultyDisk.PowerLoss.class).isThrownBy(() -> open.write(bytes("hello"), 0));
        assertThatExceptionOfType(FaultyDisk.PowerLoss.class).isThrownBy(open::force);
        assertThat(disk.used()).isEqualTo(5);
        open.close();
    }

    private static ByteBuffer bytes(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static String text(DiskFile file) throws IOException {
        ByteBuffer all = ByteBuffer.allocate((int) file.size());
        file.read(all, 0);
        return new String(all.array(), StandardCharsets.US_ASCII);
    }
}
