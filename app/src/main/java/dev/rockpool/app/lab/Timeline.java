package dev.rockpool.app.lab;

import dev.rockpool.simulators.Measure;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Gathers what a run measures. Beyond [#MOST] seconds neighbours are joined into their mean, two by two.
final class Timeline {
    /// The most points a line has.
    static final int MOST = 4_096;

    private List<Measure> measures = List.of();
    private double[][] points = new double[0][];
    private double[] sums = new double[0];
    private int size;
    private int secondsPerPoint = 1;
    private int seconds;
    private Series series = Series.NONE;
    private boolean changed;

    /// Takes the measures of the next second.
    void add(List<Measure> next) {
        if (measures.isEmpty()) {
            measures = List.copyOf(next);
            points = new double[measures.size()][64];
            sums = new double[measures.size()];
        }
        for (int line = 0; line < sums.length; line++) {
            sums[line] += next.get(line).value();
        }
        seconds++;
        if (seconds < secondsPerPoint) {
            return;
        }
        if (size == points[0].length) {
            for (int line = 0; line < points.length; line++) {
                points[line] = Arrays.copyOf(points[line], Math.min(MOST, size * 2));
            }
        }
        for (int line = 0; line < sums.length; line++) {
            points[line][size] = sums[line] / secondsPerPoint;
        }
        Arrays.fill(sums, 0);
        seconds = 0;
        size++;
        changed = true;
        if (size == MOST) {
            halve();
        }
    }

    /// All points so far.
    Series series() {
        if (changed) {
            List<Series.Line> lines = new ArrayList<>();
            for (int line = 0; line < measures.size(); line++) {
                Measure measure = measures.get(line);
                lines.add(new Series.Line(
                        measure.id(), measure.label(), measure.unit(), Arrays.copyOf(points[line], size)));
            }
            series = new Series(lines, secondsPerPoint);
            changed = false;
        }
        return series;
    }

    private void halve() {
        for (double[] line : points) {
            for (int at = 0; at < MOST / 2; at++) {
                line[at] = (line[2 * at] + line[2 * at + 1]) / 2;
            }
        }
        size = MOST / 2;
        secondsPerPoint *= 2;
    }
}
