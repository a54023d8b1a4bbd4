package dev.rockpool.app.tour;

import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/// Collects what the toolkit's stylesheet engine complains of: unknown colours, unreadable rules.
public final class StylesheetWarnings implements AutoCloseable {
    /// Held so that the logger, and with it the handler, is not collected.
    private final Logger logger = Logger.getLogger("javafx.css");

    private final List<String> warnings = new ArrayList<>();
    private final Handler handler = new Handler() {
        @Override
        public void publish(LogRecord record) {
            if (record.getLevel().intValue() >= Level.WARNING.intValue()) {
                warnings.add(String.valueOf(record.getMessage()));
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    public StylesheetWarnings() {
        logger.addHandler(handler);
        logger.setUseParentHandlers(false);
    }

    /// What was complained of since the last call.
    public List<String> take() {
        List<String> taken = List.copyOf(warnings);
        warnings.clear();
        return taken;
    }

    @Override
    public void close() {
        logger.removeHandler(handler);
        logger.setUseParentHandlers(true);
    }
}
