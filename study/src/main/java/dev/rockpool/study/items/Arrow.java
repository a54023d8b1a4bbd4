package dev.rockpool.study.items;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The arrow `->` within a side of a pair, where GIFT has no escape for it: it is written `-&gt;`. What looks like that
/// already gets one `amp;` more, so that reading undoes writing.
final class Arrow {
    private static final Pattern PLAIN = Pattern.compile("-(?:>|&((?:amp;)*)gt;)");
    private static final Pattern HIDDEN = Pattern.compile("-&((?:amp;)*)gt;");

    private Arrow() {}

    static String hide(String text) {
        return PLAIN.matcher(text)
                .replaceAll(found -> found.group().equals("->") ? "-&gt;" : "-&amp;" + found.group(1) + "gt;");
    }

    static String show(String text) {
        return HIDDEN.matcher(text).replaceAll(found -> {
            String more = found.group(1);
            return more.isEmpty() ? "->" : Matcher.quoteReplacement("-&" + more.substring("amp;".length()) + "gt;");
        });
    }
}
