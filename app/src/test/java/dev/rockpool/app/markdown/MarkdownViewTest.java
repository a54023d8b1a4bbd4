package dev.rockpool.app.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rockpool.app.TestDesk;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Hyperlink;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;

@ExtendWith(ApplicationExtension.class)
class MarkdownViewTest {
    private final List<URI> opened = new ArrayList<>();

    @Test
    void everyKindOfBlockIsDrawn() {
        Region view = draw("# H\n\ntext **bold** *soft* `code`\n\n- a\n- b\n\n1. c\n\n> q\n\n```\nx = 1\n```\n\n"
                + "| a | b |\n|---|--:|\n| 1 | 2 |\n\n---\n\n<b>html</b>");
        for (String style : List.of(
                ".rp-markdown-heading",
                ".rp-strong",
                ".rp-emphasis",
                ".rp-code",
                ".rp-markdown-list-tight",
                ".rp-markdown-quote",
                ".rp-code-block",
                ".rp-markdown-table")) {
            assertThat(view.lookupAll(style)).as(style).isNotEmpty();
        }
        assertThat(view.lookupAll(".rp-markdown-mark")).hasSize(3);
    }

    @Test
    void aLinkOpensOnlyWhenAskedAndOnlyToTheWeb() {
        Region view = draw("[guide](https://example.org/a) [mail](mailto:a@example.org) [file](file:///etc/passwd)");
        assertThat(view.lookupAll(".hyperlink")).hasSize(1);
        assertThat(opened).isEmpty();
        ((Hyperlink) view.lookup(".hyperlink")).fire();
        assertThat(opened).containsExactly(URI.create("https://example.org/a"));
    }

    @Test
    void aRefusedPictureIsASentence() {
        Region view = draw("![the tide](https://example.org/tide.png)");
        assertThat(text(view)).contains("The picture “the tide” is on the network");
        assertThat(view.lookupAll("*")).noneMatch(node -> node instanceof ImageView);
    }

    @Test
    void aPictureOfTheDeckIsShownBounded() throws IOException {
        byte[] picture = PicturesTest.png(1_280, 200);
        Surroundings surroundings = new Surroundings(TestDesk.texts(), (_, _) -> Optional.of(picture), opened::add);
        assertThat(surroundings.image("tide.png"))
                .as("a text in no deck has no pictures")
                .isEmpty();
    }

    @Test
    void hostileDepthAndSizeGiveABoundedView() {
        Region deep = draw(">".repeat(20_000) + "x\n\n" + "*".repeat(20_000) + "a" + "*".repeat(20_000));
        assertThat(deep.lookupAll("*").size()).isLessThan(5_000);
        Region wide = draw("- x\n".repeat(15_000));
        assertThat(wide.lookupAll(".rp-markdown-item").size()).isLessThanOrEqualTo(MarkdownView.MOST_BLOCKS);
        assertThat(wide.lookupAll(".rp-markdown-remark")).hasSize(1);
    }

    private Region draw(String markdown) {
        return new MarkdownView(
                        markdown,
                        new Surroundings(TestDesk.texts(), (_, _) -> Optional.empty(), opened::add),
                        Hits.NONE)
                .root();
    }

    private static String text(Region view) {
        StringBuilder text = new StringBuilder();
        view.lookupAll(".rp-text").forEach(node -> text.append(((Text) node).getText()));
        return text.toString();
    }
}
