package dev.rockpool.objectstore.s3;

import java.nio.charset.StandardCharsets;
import java.time.Instant;

/// Writes an XML document: elements and text, escaped.
///
/// A character that XML 1.0 cannot hold becomes a character reference as on the service; who must read such
/// keys asks for `encoding-type=url`.
final class XmlWriter {
    static final String NAMESPACE = "http://s3.amazonaws.com/doc/2006-03-01/";

    private final StringBuilder text = new StringBuilder(512);

    XmlWriter() {
        text.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    }

    /// Begins the document's root in the service's namespace.
    static XmlWriter root(String name) {
        XmlWriter writer = new XmlWriter();
        writer.text
                .append('<')
                .append(name)
                .append(" xmlns=\"")
                .append(NAMESPACE)
                .append("\">");
        return writer;
    }

    XmlWriter open(String name) {
        text.append('<').append(name).append('>');
        return this;
    }

    /// Begins an element with attributes, written as given.
    XmlWriter open(String name, String attributes) {
        text.append('<').append(name).append(' ').append(attributes).append('>');
        return this;
    }

    XmlWriter close(String name) {
        text.append("</").append(name).append('>');
        return this;
    }

    /// An element with text in it.
    XmlWriter element(String name, String value) {
        text.append('<').append(name).append('>');
        escape(value);
        return close(name);
    }

    XmlWriter element(String name, long value) {
        text.append('<').append(name).append('>').append(value);
        return close(name);
    }

    XmlWriter element(String name, boolean value) {
        text.append('<').append(name).append('>').append(value);
        return close(name);
    }

    XmlWriter element(String name, Instant at) {
        text.append('<').append(name).append('>').append(Times.iso(at));
        return close(name);
    }

    /// A piece of a document that is XML already.
    XmlWriter raw(String xml) {
        text.append(xml);
        return this;
    }

    byte[] bytes() {
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return text.toString();
    }

    private void escape(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '&' -> text.append("&amp;");
                case '<' -> text.append("&lt;");
                case '>' -> text.append("&gt;");
                case '"' -> text.append("&quot;");
                case '\r' -> text.append("&#13;");
                default -> {
                    if (c < 0x20 || c >= 0xfffe) {
                        text.append("&#x").append(Integer.toHexString(c)).append(';');
                    } else {
                        text.append(c);
                    }
                }
            }
        }
    }
}
