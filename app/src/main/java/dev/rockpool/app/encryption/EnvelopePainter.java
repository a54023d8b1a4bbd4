package dev.rockpool.app.encryption;

import dev.rockpool.app.kit.Drawing;
import dev.rockpool.app.kit.Ink;
import dev.rockpool.simulators.encryption.EncryptionSnapshot;
import dev.rockpool.simulators.encryption.EnvelopeLayer;
import dev.rockpool.simulators.encryption.ObjectEnvelope;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.Font;

/// Paints the envelope: a frame a layer, one in the other, each with the keys that lie beside it; in the middle the
/// bytes as they are with the layers that are open. An open layer's frame is dashed.
final class EnvelopePainter {
    private static final double PAD = 6;
    private static final double MONO_LETTER = 0.6;
    private static final double LETTER = 0.58;
    /// Below this width, in heights of text, one of two keys is left out.
    private static final double LEAST_KEY = 12;

    private static final String MONO = "JetBrains Mono";
    private static final String HIDDEN = "•• •• •• ••";

    private final EncryptionWords words;

    EnvelopePainter(EncryptionWords words) {
        this.words = words;
    }

    /// @param isWide with the keys of each layer on a line of their own
    double height(EncryptionSnapshot now, double line, boolean isWide) {
        int layers = now.envelope().layers().size();
        return layers * ((isWide ? 2 : 1) * line + 2 * PAD) + (isWide ? 2 : 1) * line + 2 * PAD;
    }

    /// Answers where it ends.
    double paint(
            Drawing drawing,
            GraphicsContext graphics,
            EncryptionSnapshot now,
            double width,
            double y,
            double line,
            boolean isWide) {
        ObjectEnvelope envelope = now.envelope();
        int opened = EncryptionPicture.opened(now);
        int layers = envelope.layers().size();
        double top = y;
        double left = 1;
        double bottom = y + height(now, line, isWide) - PAD;
        for (int at = 0; at < layers; at++) {
            boolean isOpen = at < opened;
            double wide = width - 2 * left;
            double high = bottom - at * PAD - top;
            graphics.setFill(drawing.ink(isOpen ? Ink.GROUND : Ink.HOLLOW));
            graphics.fillRect(left, top, wide, high);
            graphics.setStroke(drawing.ink(isOpen ? Ink.WATER : Ink.LINE));
            graphics.setLineWidth(drawing.lineWidth() * (isOpen ? 1 : 1.5));
            if (isOpen) {
                graphics.setLineDashes(5, 4);
            }
            graphics.strokeRect(left, top, wide, high);
            graphics.setLineDashes();
            graphics.setFill(drawing.ink(Ink.TEXT));
            graphics.setFont(drawing.strong());
            String heading = words.layer(envelope, at, isOpen);
            graphics.fillText(
                    heading.length() * drawing.textSize() * LETTER <= wide - 2 * PAD
                            ? heading
                            : words.holder(envelope.layers().get(at)),
                    left + PAD,
                    top + PAD + line / 2,
                    wide - 2 * PAD);
            graphics.setFont(drawing.font());
            if (isWide) {
                keys(
                        drawing,
                        graphics,
                        envelope.layers().get(at),
                        isOpen,
                        left + PAD,
                        top + PAD + line * 1.5,
                        wide - 2 * PAD);
            }
            top += (isWide ? 2 : 1) * line + PAD;
            left += PAD;
        }
        core(drawing, graphics, now, opened, left, top, width - 2 * left, line, isWide);
        return bottom + PAD;
    }

    /// The wrapped key, and the key in clear once the layer is open.
    private void keys(
            Drawing drawing,
            GraphicsContext graphics,
            EnvelopeLayer layer,
            boolean isOpen,
            double x,
            double middle,
            double width) {
        boolean hasKept = !layer.kept().isEmpty();
        double half = width / 2 - PAD;
        if (half < drawing.textSize() * LEAST_KEY) {
            named(
                    drawing,
                    graphics,
                    isOpen || !hasKept ? words.clear() : words.wrapped(layer),
                    isOpen ? layer.clear() : hasKept ? layer.kept() : HIDDEN,
                    x,
                    middle,
                    width);
            return;
        }
        String kept = layer.bucketKey().isEmpty() ? layer.kept() : layer.bucketKey();
        named(drawing, graphics, words.wrapped(layer), hasKept ? kept : "", x, middle, half);
        named(drawing, graphics, words.clear(), isOpen ? layer.clear() : HIDDEN, x + half + 2 * PAD, middle, half);
    }

    private static void named(
            Drawing drawing, GraphicsContext graphics, String name, String hex, double x, double middle, double width) {
        double text = drawing.textSize();
        double wide = name.length() * text * LETTER + PAD;
        graphics.setFill(drawing.ink(Ink.MUTED));
        graphics.fillText(name, x, middle, width);
        if (hex.isEmpty()) {
            return;
        }
        int fit = (int) ((width - wide) / (text * MONO_LETTER * 3)) - 1;
        graphics.setFill(drawing.ink(Ink.TEXT));
        graphics.setFont(mono(drawing));
        graphics.fillText(hex.equals(HIDDEN) ? hidden(fit + 1) : EncryptionWords.hex(hex, fit), x + wide, middle);
        graphics.setFont(drawing.font());
    }

    private static String hidden(int fit) {
        return HIDDEN.substring(0, Math.clamp(3L * fit - 1, 2, HIDDEN.length()));
    }

    private static Font mono(Drawing drawing) {
        return Font.font(MONO, drawing.textSize());
    }

    /// The bytes as they are now, and the text once nothing is around them.
    private void core(
            Drawing drawing,
            GraphicsContext graphics,
            EncryptionSnapshot now,
            int opened,
            double left,
            double top,
            double width,
            double line,
            boolean isWide) {
        ObjectEnvelope envelope = now.envelope();
        int layers = envelope.layers().size();
        boolean isText = opened >= layers;
        double text = drawing.textSize();
        graphics.setFill(drawing.ink(isText ? Ink.WATER_SOFT : Ink.ALERT_SOFT));
        graphics.fillRect(left, top, width, (isWide ? 2 : 1) * line);
        if (isText && !isWide) {
            text(drawing, graphics, envelope, left + PAD, top + line / 2, width - 2 * PAD);
            return;
        }
        graphics.setFill(drawing.ink(Ink.MUTED));
        graphics.fillText(words.bytes(), left + PAD, top + line / 2, width / 4);
        double from = left + PAD + words.bytes().length() * text * LETTER + PAD;
        graphics.setFill(drawing.ink(Ink.TEXT));
        graphics.setFont(mono(drawing));
        int fit = (int) ((left + width - from - PAD) / (text * MONO_LETTER * 3));
        String hex = envelope.bytes().get(Math.min(opened, layers));
        boolean isWhole = fit * 2 >= hex.length();
        graphics.fillText(EncryptionWords.hex(hex, isWhole ? fit : fit - 1), from, top + line / 2);
        graphics.setFont(drawing.font());
        if (isText) {
            text(drawing, graphics, envelope, left + PAD, top + line * 1.5, width - 2 * PAD);
        } else if (isWide) {
            graphics.setFont(mono(drawing));
            String rest = hex.substring(Math.min(hex.length(), 2 * Math.max(1, isWhole ? fit : fit - 1)));
            if (!rest.isEmpty()) {
                graphics.fillText(EncryptionWords.hex(rest, fit - 1), from, top + line * 1.5);
            }
            graphics.setFont(drawing.font());
        }
    }

    private void text(
            Drawing drawing, GraphicsContext graphics, ObjectEnvelope envelope, double x, double middle, double width) {
        String read = words.text(envelope.text());
        graphics.setFill(drawing.ink(Ink.TEXT));
        graphics.fillText(envelope.layers().isEmpty() ? words.unencrypted() + ": " + read : read, x, middle, width);
    }
}
