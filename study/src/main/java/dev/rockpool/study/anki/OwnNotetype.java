package dev.rockpool.study.anki;

import java.util.ArrayList;
import java.util.List;

/// A note type that Rockpool's notes have in a package. Its fields hold everything that a deck says of a note, so
/// that an import can write the deck again; its template shows the corrections and sources on the back.
///
/// @param id in the package
record OwnNotetype(long id, Notetype notetype) {
    static final String FRONT = "Front";
    static final String BACK = "Back";
    static final String ANSWER = "Answer";
    static final String ACCEPT = "Accept";
    static final String CORRECTIONS = "Corrections";
    static final String SOURCES = "Sources";
    static final String FIXES = "Fixes";
    static final String SHOW = "Show";

    static final String CSS = """
            .card { font-family: sans-serif; font-size: 20px; text-align: left; }
            .cloze { font-weight: bold; }
            .corrections { margin-top: 1em; padding-left: 0.6em; border-left: 3px solid; }
            .sources { margin-top: 1em; font-size: 14px; }
            """;

    static final OwnNotetype BASIC = of(1_764_150_000_001L, "Rockpool basic", "{{Front}}", List.of(), "{{FrontSide}}");
    static final OwnNotetype CLOZE =
            of(1_764_150_000_002L, "Rockpool cloze", "{{cloze:Back}}", List.of(), "{{cloze:Back}}");
    static final OwnNotetype TYPED =
            of(1_764_150_000_003L, "Rockpool typed", "{{Front}}<br>{{type:Answer}}", List.of(ANSWER), "{{FrontSide}}");
    static final List<OwnNotetype> ALL = List.of(BASIC, CLOZE, TYPED);

    private static OwnNotetype of(long id, String name, String question, List<String> more, String answerFront) {
        boolean cloze = question.contains("cloze:");
        // The first field is the one that Anki sorts and compares notes by.
        List<String> fields = new ArrayList<>(cloze ? List.of(BACK, FRONT) : List.of(FRONT, BACK));
        fields.addAll(more);
        fields.addAll(List.of(ACCEPT, CORRECTIONS, SOURCES, FIXES, SHOW));
        String rest = "{{#Corrections}}<div class=corrections>{{Corrections}}</div>{{/Corrections}}"
                + "{{#Sources}}<div class=sources>{{Sources}}</div>{{/Sources}}";
        String answer = cloze ? answerFront + rest : answerFront + "<hr id=answer>{{Back}}" + rest;
        return new OwnNotetype(
                id, new Notetype(name, cloze, fields, List.of(new Notetype.Template("Card 1", question, answer))));
    }

    /// Whether a note type of a package is one of these.
    static boolean isOwn(Notetype other) {
        for (OwnNotetype own : ALL) {
            if (own.notetype.name().equals(other.name())
                    && own.notetype.fields().equals(other.fields())) {
                return true;
            }
        }
        return false;
    }
}
