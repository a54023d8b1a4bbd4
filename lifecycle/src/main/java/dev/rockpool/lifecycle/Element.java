package dev.rockpool.lifecycle;

import java.util.List;

/// A lifecycle configuration as it is written, in the words of its XML form; JSON is brought into them.
///
/// @param name such as `Transition`
/// @param kind what it holds
/// @param text of a leaf
/// @param children in the order written
record Element(String name, Kind kind, String text, List<Element> children) {
    /// What an element holds. JSON tells numbers from strings, XML does not.
    enum Kind {
        FIELDS,
        XML_TEXT,
        STRING,
        NUMBER,
        BOOLEAN,
        /// A JSON array or `null` where neither belongs.
        OTHER
    }

    static Element fields(String name, List<Element> children) {
        return new Element(name, Kind.FIELDS, "", List.copyOf(children));
    }

    static Element string(String name, String text) {
        return new Element(name, Kind.STRING, text, List.of());
    }

    static Element number(String name, long value) {
        return new Element(name, Kind.NUMBER, Long.toString(value), List.of());
    }

    static Element bool(String name, boolean value) {
        return new Element(name, Kind.BOOLEAN, Boolean.toString(value), List.of());
    }

    /// The children of that name.
    List<Element> all(String childName) {
        return children.stream().filter(child -> child.name.equals(childName)).toList();
    }
}
