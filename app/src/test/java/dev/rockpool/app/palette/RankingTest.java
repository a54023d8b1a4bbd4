package dev.rockpool.app.palette;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RankingTest {
    private static PaletteItem item(PaletteKind kind, String name) {
        return new PaletteItem(kind, name, "", () -> {});
    }

    private static List<String> rank(String query, String... names) {
        List<PaletteItem> items =
                Stream.of(names).map(name -> item(PaletteKind.CARD, name)).toList();
        return Ranking.rank(items, query, 10).stream().map(PaletteItem::name).toList();
    }

    @Test
    void startOfNameThenStartOfWordThenInsideThenScattered() {
        assertThat(rank("shard", "rs-h ard", "Resharding", "Hot shard", "Shard limits"))
                .containsExactly("Shard limits", "Hot shard", "Resharding", "rs-h ard");
    }

    @Test
    void everyWordMustBeFoundInAnyOrder() {
        assertThat(rank("limits shard", "Shard limits", "Shard", "Limits")).containsExactly("Shard limits");
    }

    @Test
    void caseAndAccentsDoNotCount() {
        assertThat(rank("cafe", "Café")).containsExactly("Café");
        assertThat(rank("CAFÉ", "cafe")).containsExactly("cafe");
    }

    @Test
    void lettersFarApartAreNoFind() {
        assertThat(rank("szx", "s and then zebra and then x")).isEmpty();
        assertThat(rank("stdy", "Study")).containsExactly("Study");
    }

    @Test
    void aDetailCountsLessThanAName() {
        PaletteItem byDetail = new PaletteItem(PaletteKind.CARD, "Where", "Glacier", () -> {});
        PaletteItem byName = item(PaletteKind.CARD, "Before Glacier");
        assertThat(Ranking.rank(List.of(byDetail, byName), "glacier", 10)).containsExactly(byName, byDetail);
    }

    @Test
    void aBlankQueryOffersScreensAndCommandsAsGiven() {
        PaletteItem card = item(PaletteKind.CARD, "card");
        PaletteItem command = item(PaletteKind.COMMAND, "command");
        PaletteItem screen = item(PaletteKind.SCREEN, "screen");
        assertThat(Ranking.rank(List.of(card, command, screen), " ", 10)).containsExactly(command, screen);
    }

    @Test
    void equalFindsStandByKindThenByLength() {
        PaletteItem card = item(PaletteKind.CARD, "Study");
        PaletteItem screen = item(PaletteKind.SCREEN, "Study");
        PaletteItem longer = item(PaletteKind.SCREEN, "Study day");
        assertThat(Ranking.rank(List.of(card, longer, screen), "study", 2)).containsExactly(screen, longer);
    }
}
