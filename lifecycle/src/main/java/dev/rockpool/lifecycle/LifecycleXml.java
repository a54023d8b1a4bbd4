package dev.rockpool.lifecycle;

import dev.rockpool.lifecycle.LifecycleFault.Code;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.XMLStreamWriter;

/// The XML form of a lifecycle configuration, as the endpoint takes and gives it.
///
/// Read with the service's namespace or with none. Document types and entities are not read.
public final class LifecycleXml {
    /// The namespace of the service's documents.
    public static final String NAMESPACE = "http://s3.amazonaws.com/doc/2006-03-01/";

    private static final int DEEPEST = 50;

    private LifecycleXml() {}

    /// What comes of a configuration in an XML text; one that is not well-formed is rejected as `MalformedXML`.
    public static LifecycleReading read(String text) {
        return read(text, false);
    }

    /// The same, also of a `Filter` with several predicates that no `And` holds - an object must meet all of them - and
    /// of rules of before 2016 whose prefixes overlap.
    public static LifecycleReading readJoining(String text) {
        return read(text, true);
    }

    private static LifecycleReading read(String text, boolean joins) {
        try {
            Element root = parse(text);
            return root.name().equals("LifecycleConfiguration") ? RulesReader.read(root, joins) : malformed();
        } catch (XMLStreamException e) {
            return malformed();
        }
    }

    private static LifecycleReading malformed() {
        return new LifecycleReading.Rejected(
                List.of(new LifecycleFault("", "", Code.MalformedXML, LifecycleFault.MALFORMED)));
    }

    private static Element parse(String text) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        XMLStreamReader reader =
                factory.createXMLStreamReader(new StringReader(text.startsWith("\uFEFF") ? text.substring(1) : text));
        try {
            while (reader.next() != XMLStreamConstants.START_ELEMENT) {
                if (reader.getEventType() == XMLStreamConstants.DTD) {
                    throw new XMLStreamException("a document type");
                }
            }
            Element root = element(reader, 0);
            while (reader.hasNext()) {
                reader.next();
            }
            return root;
        } finally {
            reader.close();
        }
    }

    private static Element element(XMLStreamReader reader, int depth) throws XMLStreamException {
        if (depth > DEEPEST) {
            throw new XMLStreamException("nested too deep");
        }
        String namespace = reader.getNamespaceURI();
        if (namespace != null && !namespace.isEmpty() && !namespace.equals(NAMESPACE)) {
            throw new XMLStreamException("a foreign namespace");
        }
        String name = reader.getLocalName();
        StringBuilder text = new StringBuilder();
        List<Element> children = new ArrayList<>();
        while (true) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> children.add(element(reader, depth + 1));
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
                    text.append(reader.getText());
                case XMLStreamConstants.ENTITY_REFERENCE -> throw new XMLStreamException("an entity");
                case XMLStreamConstants.END_ELEMENT -> {
                    return children.isEmpty()
                            ? new Element(name, Element.Kind.XML_TEXT, text.toString(), List.of())
                            : new Element(
                                    name,
                                    text.toString().isBlank() ? Element.Kind.FIELDS : Element.Kind.OTHER,
                                    "",
                                    children);
                }
                default -> {
                    // comments and processing instructions say nothing
                }
            }
        }
    }

    /// A configuration as XML, in the service's namespace.
    public static String write(LifecycleConfiguration configuration) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter writer = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            writer.writeStartDocument("UTF-8", "1.0");
            writer.writeStartElement("LifecycleConfiguration");
            writer.writeDefaultNamespace(NAMESPACE);
            for (Element rule : RulesWriter.write(configuration).children()) {
                write(writer, rule);
            }
            writer.writeEndElement();
            writer.writeEndDocument();
            writer.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("A text in memory cannot be written", e);
        }
        return text.toString();
    }

    private static void write(XMLStreamWriter writer, Element element) throws XMLStreamException {
        writer.writeStartElement(element.name());
        if (element.children().isEmpty()) {
            writer.writeCharacters(element.text());
        }
        for (Element child : element.children()) {
            write(writer, child);
        }
        writer.writeEndElement();
    }
}
