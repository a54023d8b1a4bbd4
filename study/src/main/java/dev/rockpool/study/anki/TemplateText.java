package dev.rockpool.study.anki;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;

/// Fills a template: `{{Field}}`, `{{filter:Field}}`, `{{#Field}}…{{/Field}}` where the field is not empty,
/// `{{^Field}}…{{/Field}}` where it is.
///
/// Source: Anki's manual, *Card templates*, read 2026-11. Filters leave the text as it is: a hint is shown, an answer
/// to type is the back's, a deletion stays a deletion.
final class TemplateText {
    private static final Pattern TAG = Pattern.compile("\\{\\{\\s*([#^/]?)\\s*([^{}]*?)\\s*\\}\\}");
    private static final Pattern REST_OF_FRONT =
            Pattern.compile("(?is)^.*?<hr[^>]*\\bid\\s*=\\s*[\"']?answer[\"']?[^>]*>");
    private static final String TYPE = "type:";

    /// A card that is longer is cut here; it is too long for a deck by far.
    private static final int LONGEST = 512 * 1024;

    private TemplateText() {}

    /// The front of a card, HTML.
    static String question(Notetype notetype, Notetype.Template template, List<String> fields) {
        return fill(template.question(), values(notetype, fields), false);
    }

    /// The back of a card without its front, HTML.
    static String answer(Notetype notetype, Notetype.Template template, List<String> fields) {
        Map<String, String> values = values(notetype, fields);
        values.put("FrontSide", "");
        String filled = fill(template.answer(), values, true);
        Matcher front = REST_OF_FRONT.matcher(filled);
        return front.find() ? filled.substring(front.end()) : filled;
    }

    private static Map<String, String> values(Notetype notetype, List<String> fields) {
        Map<String, String> values = new HashMap<>();
        for (int i = 0; i < notetype.fields().size(); i++) {
            values.put(notetype.fields().get(i), i < fields.size() ? fields.get(i) : "");
        }
        return values;
    }

    private static String fill(String template, Map<String, String> values, boolean back) {
        StringBuilder filled = new StringBuilder();
        Map<String, Boolean> empty = new HashMap<>();
        Deque<Boolean> shown = new ArrayDeque<>();
        Matcher tag = TAG.matcher(template.substring(0, Math.min(template.length(), LONGEST)));
        int hidden = 0;
        int at = 0;
        while (tag.find() && filled.length() <= LONGEST) {
            if (hidden == 0) {
                filled.append(template, at, tag.start());
            }
            at = tag.end();
            String name = tag.group(2);
            switch (tag.group(1)) {
                case "#", "^" -> {
                    boolean isEmpty = empty.computeIfAbsent(name, field -> isEmpty(values.getOrDefault(field, "")));
                    boolean visible = tag.group(1).equals("^") == isEmpty;
                    shown.push(visible);
                    hidden += visible ? 0 : 1;
                }
                case "/" -> {
                    Boolean visible = shown.poll();
                    hidden -= visible == null || visible ? 0 : 1;
                }
                default -> {
                    if (hidden == 0 && (back || !name.startsWith(TYPE))) {
                        filled.append(values.getOrDefault(name.substring(name.lastIndexOf(':') + 1), ""));
                    }
                }
            }
        }
        if (hidden == 0) {
            filled.append(template, at, template.length());
        }
        filled.setLength(Math.min(filled.length(), LONGEST));
        return filled.toString();
    }

    private static boolean isEmpty(String html) {
        return !html.contains("<img") && Jsoup.parseBodyFragment(html).text().isBlank();
    }
}
