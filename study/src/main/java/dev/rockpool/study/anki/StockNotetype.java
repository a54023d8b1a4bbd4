package dev.rockpool.study.anki;

import java.util.ArrayList;
import java.util.List;

/// A note type that Anki itself comes with: text files name it, because their reader has it.
///
/// @param id in a collection that was read from text
record StockNotetype(long id, Notetype notetype) {
    private static final List<String> FRONT_AND_BACK = List.of("Front", "Back");
    private static final String FRONT = "{{Front}}";
    private static final String BACK = "{{Back}}";

    static final StockNotetype BASIC = of(1, "Basic", false, FRONT_AND_BACK, FRONT, BACK);
    static final StockNotetype REVERSED =
            of(2, "Basic (and reversed card)", false, FRONT_AND_BACK, FRONT, BACK, BACK, FRONT);
    static final StockNotetype TYPED = of(3, "Basic (type in the answer)", false, FRONT_AND_BACK, FRONT, BACK);
    static final StockNotetype CLOZE = of(
            4, "Cloze", true, List.of("Text", "Back Extra"), "{{cloze:Text}}", "{{cloze:Text}}<br><br>{{Back Extra}}");
    static final List<StockNotetype> ALL = List.of(BASIC, REVERSED, TYPED, CLOZE);

    /// @param sides question and answer of each template
    private static StockNotetype of(long id, String name, boolean cloze, List<String> fields, String... sides) {
        List<Notetype.Template> templates = new ArrayList<>();
        for (int i = 0; i < sides.length; i += 2) {
            templates.add(new Notetype.Template("Card " + (i / 2 + 1), sides[i], sides[i + 1]));
        }
        return new StockNotetype(id, new Notetype(name, cloze, fields, templates));
    }

    /// The name in Anki.
    String name() {
        return notetype.name();
    }

    /// The one of a name, or the one that fits the fields.
    static StockNotetype of(String name, boolean hasDeletions) {
        return ALL.stream()
                .filter(type -> type.name().equalsIgnoreCase(name.strip()))
                .findFirst()
                .orElse(hasDeletions ? CLOZE : BASIC);
    }
}
