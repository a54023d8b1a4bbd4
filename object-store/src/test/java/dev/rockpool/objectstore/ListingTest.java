package dev.rockpool.objectstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.rockpool.lifecycle.Versioning;
import dev.rockpool.trials.Campaign;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

final class ListingTest {
    private static final List<String> LETTERS =
            List.of("a", "b", "/", "//", "\u0000", "ä", "\uFF5E", "\uD83D\uDE00", "\u0001", "z");

    @Test
    void keysComeInTheOrderOfTheirBytes() {
        try (StoreFixture fixture = new StoreFixture()) {
            fixture.bucket("reef");
            List<String> keys = List.of("a", "a\u0000", "a\u0000b", "a\u0001", "ab", "ä", "\uFF5E", "\uD83D\uDE00");
            keys.reversed().forEach(key -> fixture.put("reef", key, "x"));
            assertThat(fixture.keys("reef")).isEqualTo(keys);
        }
    }

    @Test
    void pagesWithPrefixAndDelimiterAgreeWithAModel() {
        Campaign.run(12, random -> {
            try (StoreFixture fixture = new StoreFixture()) {
                fixture.bucket("reef");
                fixture.store().putVersioning("reef", Versioning.ENABLED);
                TreeSet<String> keys = new TreeSet<>((left, right) -> Arrays.compareUnsigned(
                        left.getBytes(StandardCharsets.UTF_8), right.getBytes(StandardCharsets.UTF_8)));
                TreeSet<String> live = new TreeSet<>(keys.comparator());
                for (int count = 0; count < 60; count++) {
                    String key = word(random, 4);
                    fixture.put("reef", key, "x");
                    keys.add(key);
                    live.add(key);
                    if (random.nextInt(4) == 0) {
                        fixture.delete("reef", key);
                        live.remove(key);
                    }
                    if (random.nextInt(4) == 0) {
                        fixture.store().createMultipartUpload("reef", key, UploadRequest.by(fixture.requester));
                    }
                }
                for (int trial = 0; trial < 25; trial++) {
                    String prefix = random.nextBoolean() ? "" : word(random, 2);
                    String delimiter = random.nextInt(3) == 0 ? "" : word(random, 1);
                    int max = 1 + random.nextInt(6);
                    ListRequest request = new ListRequest(prefix, delimiter, "", max);
                    assertThat(objects(fixture, request))
                            .as("prefix '%s' delimiter '%s'", prefix, delimiter)
                            .isEqualTo(expected(live, prefix, delimiter));
                    assertThat(versions(fixture, request)).isEqualTo(expected(keys, prefix, delimiter));
                    assertThat(uploads(fixture, request))
                            .isEqualTo(uploads(fixture, new ListRequest(prefix, delimiter, "", 1_000)));
                }
            }
        });
    }

    private static String word(RandomGenerator random, int most) {
        StringBuilder word = new StringBuilder();
        for (int count = 1 + random.nextInt(most); count > 0; count--) {
            word.append(LETTERS.get(random.nextInt(LETTERS.size())));
        }
        return word.toString();
    }

    private static List<String> expected(Set<String> keys, String prefix, String delimiter) {
        Set<String> entries = new LinkedHashSet<>();
        for (String key : keys) {
            if (key.startsWith(prefix)) {
                int at = delimiter.isEmpty() ? -1 : key.indexOf(delimiter, prefix.length());
                entries.add(at < 0 ? "key " + key : "prefix " + key.substring(0, at + delimiter.length()));
            }
        }
        return new ArrayList<>(entries);
    }

    private static List<String> objects(StoreFixture fixture, ListRequest first) {
        List<String> entries = new ArrayList<>();
        Optional<String> after = Optional.of("");
        while (after.isPresent()) {
            ObjectPage page = fixture.store().listObjects("reef", first.after(after.get()));
            assertThat(page.objects().size() + page.commonPrefixes().size()).isLessThanOrEqualTo(first.max());
            entries.addAll(merged(page.objects().stream().map(StoredObject::key).toList(), page.commonPrefixes()));
            after = page.next();
        }
        return entries;
    }

    private static List<String> merged(List<String> keys, List<String> prefixes) {
        List<String> entries = new ArrayList<>();
        keys.forEach(key -> entries.add("key " + key));
        prefixes.forEach(prefix -> entries.add("prefix " + prefix));
        entries.sort((left, right) -> Arrays.compareUnsigned(
                left.substring(left.indexOf(' ') + 1).getBytes(StandardCharsets.UTF_8),
                right.substring(right.indexOf(' ') + 1).getBytes(StandardCharsets.UTF_8)));
        return entries;
    }

    private static List<String> versions(StoreFixture fixture, ListRequest first) {
        Set<String> entries = new LinkedHashSet<>();
        Set<String> ids = new LinkedHashSet<>();
        ListRequest request = first;
        Optional<String> marker = Optional.empty();
        while (true) {
            VersionPage page = fixture.store().listObjectVersions("reef", request, marker);
            assertThat(page.versions().size() + page.commonPrefixes().size()).isLessThanOrEqualTo(first.max());
            page.versions()
                    .forEach(version -> assertThat(ids.add(version.versionId())).isTrue());
            entries.addAll(
                    merged(page.versions().stream().map(StoredObject::key).toList(), page.commonPrefixes()));
            if (page.nextKey().isEmpty()) {
                return new ArrayList<>(entries);
            }
            request = first.after(page.nextKey().get());
            marker = page.nextVersionId();
        }
    }

    private static List<String> uploads(StoreFixture fixture, ListRequest first) {
        List<String> entries = new ArrayList<>();
        ListRequest request = first;
        Optional<String> marker = Optional.empty();
        while (true) {
            UploadPage page = fixture.store().listMultipartUploads("reef", request, marker);
            List<String> keys = new ArrayList<>();
            page.uploads().forEach(upload -> keys.add(upload.key()));
            entries.addAll(merged(keys, page.commonPrefixes()));
            if (page.nextKey().isEmpty()) {
                return entries;
            }
            request = first.after(page.nextKey().get());
            marker = page.nextUploadId();
        }
    }

    @Test
    void anEmptyPageIsTheLast() {
        try (StoreFixture fixture = new StoreFixture()) {
            fixture.bucket("reef");
            fixture.put("reef", "k", "x");
            ObjectPage page = fixture.store().listObjects("reef", new ListRequest("", "", "", 0));
            assertThat(page.objects()).isEmpty();
            assertThat(page.next()).isEmpty();
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> fixture.store().listObjects("reef", new ListRequest("", "", "", 1_001)));
        }
    }
}
