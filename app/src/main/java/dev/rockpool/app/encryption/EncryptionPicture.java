package dev.rockpool.app.encryption;

import dev.rockpool.app.kit.Drawing;
import dev.rockpool.app.kit.Ink;
import dev.rockpool.simulators.encryption.EncryptionMode;
import dev.rockpool.simulators.encryption.EncryptionSnapshot;
import dev.rockpool.simulators.encryption.Outcome;
import dev.rockpool.simulators.encryption.PolicyAnswer;
import dev.rockpool.simulators.encryption.ReadAttempt.Way;
import dev.rockpool.simulators.encryption.ReadStep;
import dev.rockpool.simulators.encryption.ReadStep.Place;
import dev.rockpool.simulators.encryption.Threat;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;

/// Paints the stations of the path, what the policies said, the envelope, and below it the table.
final class EncryptionPicture implements Drawing.Painter {
    private static final double PAD = 6;
    /// A letter is about so wide, in heights of text.
    private static final double LETTER = 0.58;

    private final EncryptionWords words;
    private final OutcomePainter outcomes;
    private final EnvelopePainter envelopes;
    private @Nullable EncryptionSnapshot snapshot;
    private String lit = "";
    private List<Spot> spots = List.of();

    /// Something that can be pointed at.
    record Spot(String subject, double x, double y, double width, double height) {
        boolean holds(double atX, double atY) {
            return atX >= x && atX <= x + width && atY >= y && atY <= y + height;
        }
    }

    EncryptionPicture(EncryptionWords words) {
        this.words = words;
        outcomes = new OutcomePainter(words);
        envelopes = new EnvelopePainter(words);
    }

    void show(EncryptionSnapshot now) {
        snapshot = now;
    }

    void light(String subject) {
        lit = subject;
    }

    /// The subject at a place of the last picture, empty for none.
    String at(double x, double y) {
        return spots.stream()
                .filter(spot -> spot.holds(x, y))
                .map(Spot::subject)
                .findFirst()
                .orElse("");
    }

    /// Whether the column of a mode would give the answer away.
    boolean isHidden(EncryptionMode mode) {
        EncryptionSnapshot now = snapshot;
        return now != null && now.second() == 0 && now.scenario().mode() == mode;
    }

    /// The height at which the table stands below the envelope; 0 if it does not fit at any.
    double wanted(Drawing drawing, double width) {
        EncryptionSnapshot now = snapshot;
        double table = now == null ? 0 : outcomes.height(drawing, now, width);
        if (now == null || table <= 0) {
            return 0;
        }
        double line = drawing.textSize() + 6;
        return line
                + 4
                + PAD
                + answerLines(drawing, now, width) * line
                + 2
                + envelopes.height(now, line, false)
                + line
                + table
                + 1;
    }

    @Override
    public void paint(Drawing drawing, GraphicsContext graphics, double width, double height) {
        EncryptionSnapshot now = snapshot;
        if (now == null) {
            return;
        }
        List<Spot> found = new ArrayList<>();
        double line = drawing.textSize() + 6;
        double y = stations(drawing, graphics, now, width, line, found);
        y = answers(drawing, graphics, now, width, y, line);
        double envelope = envelopes.height(now, line, true);
        double table = outcomes.height(drawing, now, width);
        boolean hasTable = table > 0 && y + envelopes.height(now, line, false) + line + table <= height;
        boolean isWide = hasTable ? y + envelope + line + table <= height : y + envelope + line <= height;
        y = envelopes.paint(drawing, graphics, now, width, y, line, isWide);
        end(drawing, graphics, now, width, y + line / 2);
        if (hasTable) {
            double from = y + line + PAD;
            outcomes.paint(drawing, graphics, now, lit, width, Math.min(from, height - table), height, found);
        } else {
            outcomes.claim(drawing, graphics, now, width, y + line + PAD, height);
        }
        spots = List.copyOf(found);
    }

    /// Where the path has come, from who reads to where the bytes lie.
    private double stations(
            Drawing drawing,
            GraphicsContext graphics,
            EncryptionSnapshot now,
            double width,
            double line,
            List<Spot> found) {
        List<Place> places = now.scenario().threat().attempt().way() == Way.MEDIA
                ? List.of(Place.READER, Place.MEDIA)
                : now.scenario().mode().usesKms()
                        ? List.of(Place.READER, Place.S3, Place.KMS)
                        : List.of(Place.READER, Place.S3);
        double wide = Math.min(110, (width - PAD) / places.size() - 2 * PAD);
        double step = places.size() == 1 ? 0 : (width - 2 - wide) / (places.size() - 1);
        double high = line + 4;
        graphics.setStroke(drawing.ink(Ink.LINE));
        graphics.setLineWidth(drawing.lineWidth());
        graphics.strokeLine(1 + wide, 1 + high / 2, width - 1 - wide, 1 + high / 2);
        for (int at = 0; at < places.size(); at++) {
            Place place = places.get(at);
            double x = 1 + at * step;
            boolean isHere = !now.walked().isEmpty() && now.walked().getLast().place() == place;
            boolean isPassed = now.walked().stream().anyMatch(each -> each.place() == place);
            boolean stops = isHere && now.outcome().isPresent() && now.outcome().get() != Outcome.PLAINTEXT;
            graphics.setFill(drawing.ink(Ink.GROUND));
            graphics.fillRect(x, 1, wide, high);
            graphics.setFill(drawing.ink(stops ? Ink.ALERT_SOFT : isPassed ? Ink.WATER_SOFT : Ink.GROUND));
            graphics.fillRect(x, 1, wide, high);
            graphics.setStroke(drawing.ink(
                    place.name().equals(lit) ? Ink.LIT : stops ? Ink.ALERT : isPassed ? Ink.WATER : Ink.LINE));
            graphics.setLineWidth(drawing.lineWidth() * (isHere || place.name().equals(lit) ? 2 : 1));
            graphics.strokeRect(x, 1, wide, high);
            graphics.setFill(drawing.ink(Ink.TEXT));
            graphics.setFont(isHere ? drawing.strong() : drawing.font());
            graphics.setTextAlign(TextAlignment.CENTER);
            graphics.fillText(words.station(place), x + wide / 2, 1 + high / 2, wide - 4);
            found.add(new Spot(place.name(), x, 1, wide, high));
        }
        graphics.setTextAlign(TextAlignment.LEFT);
        graphics.setFont(drawing.font());
        return high + PAD;
    }

    /// What was asked of the policies, and what they said.
    private double answers(
            Drawing drawing, GraphicsContext graphics, EncryptionSnapshot now, double width, double y, double line) {
        if (now.answers().isEmpty()) {
            graphics.setFill(drawing.ink(Ink.MUTED));
            graphics.fillText(words.noAnswer(), PAD, y + line / 2, width - 2 * PAD);
            return y + line + 2;
        }
        double text = drawing.textSize();
        double x = PAD;
        double top = y;
        for (PolicyAnswer answer : now.answers()) {
            String said = words.answer(now, answer);
            double wide = answerWide(drawing, said);
            if (x > PAD && x + wide > width) {
                x = PAD;
                top += line;
            }
            boolean isAsked = EncryptionWords.isAsked(now, answer);
            mark(drawing, graphics, answer, isAsked, x, top + line / 2);
            graphics.setFill(drawing.ink(isAsked ? Ink.TEXT : Ink.MUTED));
            graphics.fillText(said, x + text * 1.4, top + line / 2, width - x - text * 1.4);
            x += wide;
        }
        return top + line + 2;
    }

    private static double answerWide(Drawing drawing, String said) {
        return drawing.textSize() * 1.4 + said.length() * drawing.textSize() * LETTER + 2 * PAD;
    }

    /// How many lines the answers take, one at least.
    private int answerLines(Drawing drawing, EncryptionSnapshot now, double width) {
        int lines = 1;
        double x = PAD;
        for (PolicyAnswer answer : now.answers()) {
            double wide = answerWide(drawing, words.answer(now, answer));
            if (x > PAD && x + wide > width) {
                x = PAD;
                lines++;
            }
            x += wide;
        }
        return lines;
    }

    /// A tick, a cross, or a ring for what was not asked yet.
    private static void mark(
            Drawing drawing, GraphicsContext graphics, PolicyAnswer answer, boolean isAsked, double x, double middle) {
        double size = drawing.textSize() * 0.4;
        graphics.setLineWidth(drawing.lineWidth() * 1.4);
        if (!isAsked) {
            graphics.setStroke(drawing.ink(Ink.LINE));
            graphics.strokeOval(x, middle - size, 2 * size, 2 * size);
        } else if (answer.decision().allowed()) {
            graphics.setStroke(drawing.ink(Ink.WATER));
            graphics.strokeLine(x, middle, x + size * 0.8, middle + size);
            graphics.strokeLine(x + size * 0.8, middle + size, x + 2.2 * size, middle - size);
        } else {
            graphics.setStroke(drawing.ink(Ink.ALERT));
            graphics.strokeLine(x, middle - size, x + 2 * size, middle + size);
            graphics.strokeLine(x, middle + size, x + 2 * size, middle - size);
        }
    }

    private void end(Drawing drawing, GraphicsContext graphics, EncryptionSnapshot now, double width, double middle) {
        Threat threat = now.scenario().threat();
        boolean isBad = now.outcome()
                .filter(outcome -> OutcomePainter.isBad(now.scenario().mode(), threat, outcome))
                .isPresent();
        graphics.setFill(drawing.ink(now.outcome().isEmpty() ? Ink.MUTED : isBad ? Ink.ALERT : Ink.TEXT));
        graphics.setFont(now.outcome().isEmpty() ? drawing.font() : drawing.strong());
        graphics.fillText(words.end(now), PAD, middle, width - 2 * PAD);
        graphics.setFont(drawing.font());
    }

    /// How many layers are open.
    static int opened(EncryptionSnapshot now) {
        return (int) now.walked().stream().filter(ReadStep::opens).count();
    }
}
