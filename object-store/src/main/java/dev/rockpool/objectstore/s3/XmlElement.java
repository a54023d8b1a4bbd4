package dev.rockpool.objectstore.s3;

import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// An element of a document that a client sent: its name, its text, its children.
///
/// Read without document types and entities, at most [#DEEPEST] deep and with at most [#MOST] elements.
///
/// @param type the value of `xsi:type`, empty if there is none
record XmlElement(String name, String text, List<XmlElement> children, String type) {
    private static final int DEEPEST = 24;
    private static final int MOST = 60_000;

    XmlElement {
        children = List.copyOf(children);
    }

    /// The root of a document.
    ///
    /// @throws S3Error `MalformedXML`
    static XmlElement parse(byte[] document) {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(new StringReader(text(document)));
            while (reader.next() != XMLStreamConstants.START_ELEMENT) {
                if (reader.getEventType() == XMLStreamConstants.DTD) {
                    throw ErrorCode.MalformedXML.error();
                }
            }
            XmlElement root = element(reader, 0, new int[] {MOST});
            while (reader.hasNext()) {
                reader.next();
            }
            return root;
        } catch (XMLStreamException | IllegalStateException | java.util.NoSuchElementException e) {
            throw ErrorCode.MalformedXML.error();
        }
    }

    /// The text of a document in UTF-8, or in UTF-16 if its first bytes say so. The parser, given broken bytes, would
    /// write of them to the standard error stream.
    private static String text(byte[] document) {
        boolean wide = document.length >= 2 && (document[0] & 0xff) + (document[1] & 0xff) == 0xff + 0xfe;
        try {
            String text = (wide ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8)
                    .newDecoder()
                    .decode(ByteBuffer.wrap(document))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw ErrorCode.MalformedXML.error();
        }
    }

    /// The root of a document, which must have that name.
    ///
    /// @throws S3Error `MalformedXML`
    static XmlElement parse(byte[] document, String rootName) {
        XmlElement root = parse(document);
        if (!root.name.equals(rootName)) {
            throw ErrorCode.MalformedXML.error();
        }
        return root;
    }

    private static XmlElement element(XMLStreamReader reader, int depth, int[] left) throws XMLStreamException {
        if (depth > DEEPEST || --left[0] < 0) {
            throw new XMLStreamException("too much");
        }
        String name = reader.getLocalName();
        String type = reader.getAttributeValue("http://www.w3.org/2001/XMLSchema-instance", "type");
        StringBuilder text = new StringBuilder();
        List<XmlElement> children = new ArrayList<>(4);
        while (true) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> children.add(element(reader, depth + 1, left));
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
                    text.append(reader.getText());
                case XMLStreamConstants.ENTITY_REFERENCE -> throw new XMLStreamException("an entity");
                case XMLStreamConstants.END_ELEMENT -> {
                    return new XmlElement(
                            name, children.isEmpty() ? text.toString() : "", children, type == null ? "" : type);
                }
                default -> {
                    // comments and processing instructions say nothing
                }
            }
        }
    }

    /// The first child of that name.
    Optional<XmlElement> child(String childName) {
        for (XmlElement child : children) {
            if (child.name.equals(childName)) {
                return Optional.of(child);
            }
        }
        return Optional.empty();
    }

    /// All children of that name.
    List<XmlElement> all(String childName) {
        return children.stream().filter(child -> child.name.equals(childName)).toList();
    }

    /// The text of the first child of that name.
    Optional<String> textOf(String childName) {
        return child(childName).map(XmlElement::text);
    }

    /// The text of the first child of that name, without space around it.
    ///
    /// @throws S3Error `MalformedXML` if there is none
    String required(String childName) {
        return textOf(childName).map(String::trim).orElseThrow(ErrorCode.MalformedXML::error);
    }

    /// This element as XML again, escaped.
    String xml() {
        XmlWriter writer = new XmlWriter();
        write(writer);
        String text = writer.toString();
        return text.substring(text.indexOf('\n') + 1);
    }

    private void write(XmlWriter writer) {
        if (children.isEmpty()) {
            if (type.isEmpty()) {
                writer.element(name, text);
            }
            return;
        }
        writer.open(name);
        for (XmlElement child : children) {
            child.write(writer);
        }
        writer.close(name);
    }
}
