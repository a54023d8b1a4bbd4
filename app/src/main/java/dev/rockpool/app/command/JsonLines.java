package dev.rockpool.app.command;

import java.io.FilterWriter;
import java.io.PrintWriter;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// Writes results for machines: one JSON object a line, fields in the order they are written.
final class JsonLines implements AutoCloseable {
    private final PrintWriter out;
    private final JsonGenerator json;
    private boolean any;

    JsonLines(PrintWriter out) {
        this.out = out;
        this.json = JsonFactory.builder()
                .rootValueSeparator("\n")
                .build()
                .createGenerator(ObjectWriteContext.empty(), new Unclosed(out));
    }

    /// One line whose fields `fields` writes.
    void line(Fields fields) {
        json.writeStartObject();
        fields.write(json);
        json.writeEndObject();
        any = true;
    }

    @Override
    public void close() {
        json.close();
        if (any) {
            out.print('\n');
        }
        out.flush();
    }

    /// What stands between the braces of a line.
    @FunctionalInterface
    interface Fields {
        void write(JsonGenerator json);
    }

    /// Standard output stays open when a result is done.
    private static final class Unclosed extends FilterWriter {
        Unclosed(PrintWriter out) {
            super(out);
        }

        @Override
        public void close() {}
    }
}
