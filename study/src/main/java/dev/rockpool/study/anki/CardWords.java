package dev.rockpool.study.anki;

import dev.rockpool.study.items.HtmlWords;
import java.util.Optional;

/// HTML of questions as Markdown; pictures are left out.
final class CardWords implements HtmlWords {
    @Override
    public String line(String html) {
        return markdown().line(html);
    }

    @Override
    public String blocks(String html) {
        return markdown().blocks(html);
    }

    private static CardMarkdown markdown() {
        return new CardMarkdown(false, _ -> Optional.empty());
    }
}
