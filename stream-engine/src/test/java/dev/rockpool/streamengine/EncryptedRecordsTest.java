package dev.rockpool.streamengine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Records of encrypted streams, on the disk and back.
class EncryptedRecordsTest {
    private static final StreamKey SEA = new StreamKey("alias/sea", "AAAA");
    private static final StreamKey SKY = new StreamKey("alias/sky", "BBBB");
    private static final StartingPosition START = new StartingPosition.TrimHorizon();

    @TempDir
    Path folder;

    private EngineFixture fixture;

    @BeforeEach
    void open() {
        fixture = new EngineFixture(folder.resolve("streams"));
        StreamName _ = fixture.stream(1);
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    private void encrypt(Optional<StreamKey> key) {
        fixture.engine.switchKey(EngineFixture.ORDERS, key);
        fixture.clock.advanceSeconds(1);
    }

    private List<StreamRecord> read() {
        return fixture.engine
                .getRecords(fixture.iterator(0, START), 100, fixture.keys)
                .records();
    }

    @Test
    void neitherKeysNorDataStandOnTheDiskInClear() throws IOException {
        PutResult.Accepted _ = fixture.put("north-before", "periwinkle-before");
        encrypt(Optional.of(SEA));
        PutResult.Accepted _ = fixture.put("north-secret", "periwinkle-secret");
        encrypt(Optional.empty());
        PutResult.Accepted _ = fixture.put("north-after", "periwinkle-after");
        fixture.engine.close();

        String disk = disk();
        assertThat(disk)
                .contains("north-before", "periwinkle-before", "north-after", "periwinkle-after")
                .doesNotContain("secret");
        fixture.reopen();
        assertThat(read()).extracting(StreamRecord::isEncrypted).containsExactly(false, true, false);
        assertThat(fixture.all(0)).containsExactly("periwinkle-before", "periwinkle-secret", "periwinkle-after");
    }

    private String disk() throws IOException {
        StringBuilder all = new StringBuilder();
        for (Path file : segmentsAndJournal()) {
            all.append(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
        }
        return all.toString();
    }

    private List<Path> segmentsAndJournal() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    @Test
    void eachOpeningAndEachKeyHasADataKeyOfItsOwn() {
        encrypt(Optional.of(SEA));
        PutResult.Accepted _ = fixture.put("k", "one");
        PutResult.Accepted _ = fixture.put("k", "two");
        assertThat(fixture.keys.made).isEqualTo(1);
        fixture.reopen();
        PutResult.Accepted _ = fixture.put("k", "three");
        encrypt(Optional.of(SKY));
        PutResult.Accepted _ = fixture.put("k", "four");
        assertThat(fixture.engine.properties(EngineFixture.ORDERS).dataKeys())
                .extracting(DataKeys.WrappedKey::number)
                .containsExactly(1, 2, 3);
        fixture.reopen();
        assertThat(fixture.all(0)).containsExactly("one", "two", "three", "four");

        fixture.clock.advanceSeconds(25 * 3_600);
        PutResult.Accepted _ = fixture.put("k", "five");
        assertThat(fixture.engine.properties(EngineFixture.ORDERS).dataKeys())
                .as("what sealed only records that are gone is forgotten")
                .extracting(DataKeys.WrappedKey::number)
                .containsExactly(3, 4);
    }

    @Test
    void withoutItsKeyNothingIsPutOrRead() {
        encrypt(Optional.of(SEA));
        PutResult.Accepted _ = fixture.put("k", "one");
        fixture.reopen();
        fixture.keys.withheld = true;
        assertThatThrownBy(() -> fixture.put("k", "two")).isInstanceOf(KeysInClear.WithheldException.class);
        assertThatThrownBy(this::read).isInstanceOf(KeysInClear.WithheldException.class);
        assertThatThrownBy(() -> fixture.engine.getRecords(fixture.iterator(0, START), 1))
                .isInstanceOf(StreamRefusal.class)
                .hasMessageContaining("there is no key service");
        fixture.keys.withheld = false;
        assertThat(EngineFixture.texts(read())).containsExactly("one");
    }

    @Test
    void aBranchSealsWithAKeyOfItsOwn() throws IOException {
        encrypt(Optional.of(SEA));
        PutResult.Accepted _ = fixture.put("k", "shared");
        Path branch = folder.resolve("branch");
        fixture.engine.snapshot(branch);
        PutResult.Accepted _ = fixture.put("k", "here");
        try (StreamEngine other = StreamEngine.open(branch, fixture.clock, Sync.OFF)) {
            PutResult.Accepted there = other.putRecord(
                    EngineFixture.ORDERS, PutEntry.of("k", "there".getBytes(StandardCharsets.UTF_8)), fixture.keys);
            assertThat(other.getRecords(
                                    other.shardIterator(EngineFixture.ORDERS, there.shard(), START), 9, fixture.keys)
                            .records())
                    .extracting(record -> new String(record.data(), StandardCharsets.UTF_8))
                    .containsExactly("shared", "there");
        }
        assertThat(fixture.keys.made).isEqualTo(2);
        assertThat(fixture.all(0)).containsExactly("shared", "here");
    }

    @Test
    void aFlippedBitIsAnErrorEvenUnderARightChecksum() throws IOException {
        encrypt(Optional.of(SEA));
        PutResult.Accepted _ = fixture.put("k", "periwinkle");
        fixture.engine.close();
        Path segment = segmentsAndJournal().stream()
                .filter(file -> file.toString().endsWith(".segment"))
                .findFirst()
                .orElseThrow();
        byte[] whole = Files.readAllBytes(segment);
        List<Integer> unnoticed = new ArrayList<>();
        // the frame of the one record, from its shard's number on; what is flipped in its length or kind is no frame
        int frame = 36;
        int body = ByteBuffer.wrap(whole).getInt(frame);
        for (int at = frame + 9; at < frame + 8 + body; at++) {
            byte[] flipped = whole.clone();
            flipped[at] ^= 1;
            CRC32C checksum = new CRC32C();
            checksum.update(flipped, frame, 4);
            checksum.update(flipped, frame + 8, body);
            ByteBuffer.wrap(flipped).putInt(frame + 4, (int) checksum.getValue());
            Files.write(segment, flipped);
            if (isRead()) {
                unnoticed.add(at);
            }
        }
        assertThat(unnoticed).isEmpty();
        Files.write(segment, whole);
        assertThat(isRead()).isTrue();
        fixture.reopen();
    }

    private boolean isRead() {
        try (StreamEngine engine = StreamEngine.open(folder.resolve("streams"), fixture.clock, Sync.OFF)) {
            return engine
                    .getRecords(engine.shardIterator(EngineFixture.ORDERS, new ShardId(0), START), 9, fixture.keys)
                    .records()
                    .stream()
                    .anyMatch(record -> new String(record.data(), StandardCharsets.UTF_8).equals("periwinkle"));
        } catch (StreamRefusal refusal) {
            assertThat(refusal.code()).isEqualTo(StreamRefusal.Code.INTERNAL_FAILURE);
            return false;
        } catch (UncheckedIOException refused) {
            return false;
        }
    }
}
