package dev.rockpool.keys.sts;

import java.io.ByteArrayOutputStream;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/// The answers of the token service as XML.
final class StsXml {
    private static final String NAMESPACE = "https://sts.amazonaws.com/doc/2011-06-15/";
    private static final XMLOutputFactory FACTORY = XMLOutputFactory.newDefaultFactory();

    private StsXml() {}

    /// @param groups elements that hold fields
    /// @param fields elements that hold text
    static byte[] result(
            String operation, Map<String, Map<String, String>> groups, Map<String, String> fields, String requestId) {
        return written(xml -> {
            xml.writeStartElement(operation + "Response");
            xml.writeDefaultNamespace(NAMESPACE);
            xml.writeStartElement(operation + "Result");
            for (Map.Entry<String, Map<String, String>> group : groups.entrySet()) {
                xml.writeStartElement(group.getKey());
                write(xml, group.getValue());
                xml.writeEndElement();
            }
            write(xml, fields);
            xml.writeEndElement();
            xml.writeStartElement("ResponseMetadata");
            write(xml, Map.of("RequestId", requestId));
            xml.writeEndElement();
            xml.writeEndElement();
        });
    }

    static byte[] error(String code, String sentence, String requestId) {
        return written(xml -> {
            xml.writeStartElement("ErrorResponse");
            xml.writeDefaultNamespace(NAMESPACE);
            xml.writeStartElement("Error");
            write(xml, "Type", "Sender");
            write(xml, "Code", code);
            write(xml, "Message", sentence);
            xml.writeEndElement();
            write(xml, "RequestId", requestId);
            xml.writeEndElement();
        });
    }

    private static void write(XMLStreamWriter xml, Map<String, String> fields) throws XMLStreamException {
        for (Map.Entry<String, String> field : fields.entrySet()) {
            write(xml, field.getKey(), field.getValue());
        }
    }

    private static void write(XMLStreamWriter xml, String name, String text) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(text);
        xml.writeEndElement();
    }

    @FunctionalInterface
    private interface Content {
        void write(XMLStreamWriter xml) throws XMLStreamException;
    }

    private static byte[] written(Content content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            XMLStreamWriter xml = FACTORY.createXMLStreamWriter(bytes, "UTF-8");
            content.write(xml);
            xml.close();
        } catch (XMLStreamException failure) {
            throw new IllegalStateException("Nothing fails to be written into memory", failure);
        }
        return bytes.toByteArray();
    }
}
