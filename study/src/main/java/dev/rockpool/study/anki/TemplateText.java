package dev.rockpool.study.anki;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Fills a template: `{{Field}}`, `{{filter:Field}}`, `{{#Field}}…{{/Field}}` where the field is not empty,
/// `{{^Field}}…{{/Field}}` where it is.
///
/// Source: Anki's manual, *Card templates*, read 2026-11. Filters leave the text as it is: a hint is shown, an answer
/// to
/// type is the back's, a deletion stays a deletion.
final class TemplateText {
    private static final Pattern TAG = Pattern.compile("\\{\\{\\s*([#^/]?)\\s*([^{}]*?)\\s*\\}\\}");
    private static final Pattern REST_OF_FRONT =
            Pattern.compile("(?is)^.*?<hr[^>]*\\bid\\s*=\\s*[\"']?answer[\"']?[^>]*>");
    private static final String TYPE = "type:";

    private TemplateText() {}

    /// The front of a card, HTML.
    static String question(Notetype notetype, Notetype.Template template, java.util.List<String> fields) {
        return fill(template.question(), values(notetype, fields), false);
    }

    /// The back of a card without its front, HTML.
    static String answer(Notetype notetype, Notetype.Template template, java.util.List<String> fields) {
        Map<String, String> values = values(notetype, fields);
        values.put("FrontSide", "");
        String filled = fill(template.answer(), values, true);
        Matcher front = REST_OF_FRONT.matcher(filled);
        return front.find() ? filled.substring(front.end()) : filled;
    }

    private static Map<String, String> values(Notetype notetype, java.util.List<String> fields) {
        Map<String, String> values = new HashMap<>();
        for (int i = 0; i < notetype.fields().size(); i++) {
            values.put(notetype.fields().get(i), i < fields.size() ? fields.get(i) : "");
        }
        return values;
    }

    private static String fill(String template, Map<String, String> values, boolean back) {
        StringBuilder filled = new StringBuilder();
        Deque<Boolean> shown = new ArrayDeque<>();
        Matcher tag = TAG.matcher(template);
        int at = 0;
        while (tag.find()) {
            boolean visible = !shown.contains(false);
            if (visible) {
                filled.append(template, at, tag.start());
            }
            at = tag.end();
            String name = tag.group(2);
            switch (tag.group(1)) {
                case "#" -> shown.push(!isEmpty(values, name));
                case "^" -> shown.push(isEmpty(values, name));
                case "/" -> shown.poll();
                default -> {
                    if (visible && (back || !name.startsWith(TYPE))) {
                        filled.append(values.getOrDefault(name.substring(name.lastIndexOf(':') + 1), ""));
                    }
                }
            }
        }
        if (!shown.contains(false)) {
            filled.append(template, at, template.length());
        }
        return filled.toString();
    }

    private static boolean isEmpty(Map<String, String> values, String name) {
        return org.jsoup.Jsoup.parseBodyFragment(values.getOrDefault(name, ""))
                        .text()
                        .isBlank()
                && !values.getOrDefault(name, "").contains("<img");
    }
}
