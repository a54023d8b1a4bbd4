package dev.rockpool.study.items;

import org.jsoup.Jsoup;

/// The words of HTML, without its marks.
final class PlainHtml implements HtmlWords {
    @Override
    public String line(String html) {
        return Jsoup.parseBodyFragment(html).text();
    }

    @Override
    public String blocks(String html) {
        return Jsoup.parseBodyFragment(html.replace("<br>", "\n\n")).wholeText().strip();
    }
}
