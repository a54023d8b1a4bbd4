package dev.rockpool.app.encryption;

import dev.rockpool.app.kit.Drawing;
import dev.rockpool.app.kit.Ink;
import dev.rockpool.simulators.encryption.EncryptionMode;
import dev.rockpool.simulators.encryption.EncryptionSnapshot;
import dev.rockpool.simulators.encryption.Outcome;
import dev.rockpool.simulators.encryption.Threat;
import java.util.Arrays;
import java.util.List;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.TextAlignment;

/// Paints the table of every reader in every mode: a row a threat, a column a mode, a word a cell. What should not be
/// is filled. Where not all columns have room, the chosen one stands with as many beside it as do.
final class OutcomePainter {
    private static final double LETTER = 0.55;
    /// Headings are short and have narrow letters.
    private static final double HEAD_LETTER = 0.5;
    private static final double PAD = 4;
    private static final double ROW = 1.2;
    private static final double HIGHEST_ROW = 1.9;
    /// A column is no wider, in heights of text.
    private static final double WIDEST = 12;

    private final EncryptionWords words;

    OutcomePainter(EncryptionWords words) {
        this.words = words;
    }

    /// Whether it is bad that a reader ends so: a stranger who reads, an owner who never will again, or who gets
    /// something else without being told.
    static boolean isBad(EncryptionMode mode, Threat threat, Outcome outcome) {
        return threat.isByStranger()
                ? outcome == Outcome.PLAINTEXT
                : outcome == Outcome.UNAVAILABLE
                        || (threat == Threat.FLIPPED_BIT && mode.layers().isEmpty());
    }

    private double names(double text) {
        return Arrays.stream(Threat.values())
                                .mapToInt(threat -> words.threat(threat).length())
                                .max()
                                .orElse(0)
                        * text
                        * LETTER
                + 2 * PAD;
    }

    /// The modes that have a column: all of them, or the chosen one and its neighbours.
    private List<EncryptionMode> columns(EncryptionMode chosen, double text, double width) {
        List<EncryptionMode> modes = List.of(EncryptionMode.values());
        int longest =
                modes.stream().mapToInt(mode -> words.mode(mode).length()).max().orElse(0);
        int fit = Math.clamp((long) ((width - names(text)) / (longest * text * HEAD_LETTER)), 0, modes.size());
        int from = Math.clamp(modes.indexOf(chosen) - (long) (fit - 1) / 2, 0, modes.size() - fit);
        return modes.subList(from, from + fit);
    }

    /// The claim in one line, or in two where it would be squeezed.
    private List<String> claim(EncryptionSnapshot now, double text, double width) {
        String whole = words.claim(now);
        return whole.length() * text * LETTER <= width - 2 * PAD ? List.of(whole) : words.claimInTwo(now);
    }

    /// The height it needs, or 0 where not even one column has room.
    double height(Drawing drawing, EncryptionSnapshot now, double width) {
        double text = drawing.textSize();
        return columns(now.scenario().mode(), text, width).isEmpty()
                ? 0
                : text
                                * ROW
                                * (Threat.values().length
                                        + 1
                                        + claim(now, text, width).size())
                        + 2 * PAD;
    }

    /// Paints what the chosen column says, without the table, where there is room for that.
    void claim(
            Drawing drawing,
            GraphicsContext graphics,
            EncryptionSnapshot now,
            double width,
            double from,
            double height) {
        double row = drawing.textSize() * HIGHEST_ROW;
        List<String> claim = claim(now, drawing.textSize(), width);
        if (from + row * claim.size() <= height) {
            claim(drawing, graphics, claim, width, from, row);
            graphics.setFont(drawing.font());
        }
    }

    /// Answers where it ends.
    private static double claim(
            Drawing drawing, GraphicsContext graphics, List<String> claim, double width, double from, double row) {
        graphics.setFill(drawing.ink(Ink.TEXT));
        graphics.setFont(drawing.strong());
        double top = from;
        for (String line : claim) {
            graphics.fillText(line, PAD, top + row / 2, width - 2 * PAD);
            top += row;
        }
        return top;
    }

    void paint(
            Drawing drawing,
            GraphicsContext graphics,
            EncryptionSnapshot now,
            String lit,
            double width,
            double from,
            double height,
            List<EncryptionPicture.Spot> found) {
        double text = drawing.textSize();
        List<String> claim = claim(now, text, width);
        double row = Math.clamp(
                (height - from - 2 * PAD) / (Threat.values().length + 1 + claim.size()),
                text * ROW,
                text * HIGHEST_ROW);
        double names = names(text);
        List<EncryptionMode> modes = columns(now.scenario().mode(), text, width);
        double wide = Math.min((width - names) / modes.size(), text * WIDEST);
        double top = claim(drawing, graphics, claim, width, from, row) + PAD;
        for (int column = 0; column < modes.size(); column++) {
            boolean isChosen = modes.get(column) == now.scenario().mode();
            graphics.setFont(isChosen ? drawing.strong() : drawing.font());
            graphics.setFill(drawing.ink(isChosen ? Ink.TEXT : Ink.MUTED));
            graphics.setTextAlign(TextAlignment.CENTER);
            graphics.fillText(words.mode(modes.get(column)), names + wide * (column + 0.5), top + row / 2, wide);
        }
        top += row;
        double y = top;
        for (Threat threat : Threat.values()) {
            graphics.setTextAlign(TextAlignment.LEFT);
            graphics.setFont(threat == now.scenario().threat() ? drawing.strong() : drawing.font());
            graphics.setFill(drawing.ink(Ink.TEXT));
            graphics.fillText(words.threat(threat), PAD, y + row / 2, names - PAD);
            for (int column = 0; column < modes.size(); column++) {
                EncryptionPicture.Spot spot = new EncryptionPicture.Spot(
                        modes.get(column).word() + "/" + threat.word(), names + wide * column, y, wide, row);
                found.add(spot);
                cell(drawing, graphics, now, modes.get(column), threat, spot, lit);
            }
            y += row;
        }
        graphics.setTextAlign(TextAlignment.LEFT);
        graphics.setFont(drawing.font());
    }

    private void cell(
            Drawing drawing,
            GraphicsContext graphics,
            EncryptionSnapshot now,
            EncryptionMode mode,
            Threat threat,
            EncryptionPicture.Spot spot,
            String lit) {
        boolean isChosen =
                mode == now.scenario().mode() && threat == now.scenario().threat();
        boolean isHidden = now.second() == 0 && mode == now.scenario().mode();
        Outcome outcome = now.table().of(mode, threat);
        boolean isBad = !isHidden && isBad(mode, threat, outcome);
        graphics.setFill(drawing.ink(isHidden ? Ink.HOLLOW : isBad ? Ink.ALERT_SOFT : Ink.GROUND));
        graphics.fillRect(spot.x() + 0.5, spot.y() + 0.5, spot.width() - 1, spot.height() - 1);
        if (isChosen || spot.subject().equals(lit)) {
            graphics.setStroke(drawing.ink(isChosen ? Ink.TEXT : Ink.LIT));
            graphics.setLineWidth(drawing.lineWidth());
            graphics.strokeRect(spot.x() + 1, spot.y() + 1, spot.width() - 2, spot.height() - 2);
        }
        if (isHidden) {
            return;
        }
        graphics.setTextAlign(TextAlignment.CENTER);
        graphics.setFont(isBad ? drawing.strong() : drawing.font());
        graphics.setFill(drawing.ink(isBad ? Ink.TEXT : Ink.MUTED));
        graphics.fillText(
                words.cell(outcome), spot.x() + spot.width() / 2, spot.y() + spot.height() / 2, spot.width() - 2);
    }
}
