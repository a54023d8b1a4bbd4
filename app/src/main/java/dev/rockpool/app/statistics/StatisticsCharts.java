package dev.rockpool.app.statistics;

import dev.rockpool.app.chart.BarsPicture;
import dev.rockpool.app.chart.CalibrationPicture;
import dev.rockpool.app.chart.Chart;
import dev.rockpool.app.chart.ChartTable;
import dev.rockpool.app.chart.SharesPicture;
import dev.rockpool.app.chart.YearPicture;
import dev.rockpool.app.text.Texts;
import dev.rockpool.study.Forecast;
import dev.rockpool.study.StudyDay;
import dev.rockpool.study.statistics.Calibration;
import dev.rockpool.study.statistics.Histogram;
import dev.rockpool.study.statistics.Memories;
import dev.rockpool.study.statistics.Recalled;
import dev.rockpool.study.statistics.Retention;
import dev.rockpool.study.statistics.WilsonInterval;
import java.text.NumberFormat;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.temporal.WeekFields;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Turns what was read into charts: claims, pictures, tables.
final class StatisticsCharts {
    private static final double ROWS_HEIGHT = 136;
    private static final double SQUARE_HEIGHT = 260;
    private static final double BARS_HEIGHT = 168;
    private static final double YEAR_HEIGHT = 132;
    /// A bias below this is none.
    private static final double FAIR = 0.02;
    /// From so many reviews on a claim is made of them.
    private static final int ENOUGH = 20;
    /// Fewer reviews make no dot of their own.
    private static final long LEAST_DOT = 8;

    private final Texts texts;
    private final NumberFormat number;
    private final DateTimeFormatter day;
    private final DateTimeFormatter shortDay;

    StatisticsCharts(Texts texts) {
        this.texts = texts;
        number = NumberFormat.getIntegerInstance(texts.locale());
        day = DateTimeFormatter.ofPattern("EEE d MMM", texts.locale());
        shortDay = DateTimeFormatter.ofPattern("d MMM", texts.locale());
    }

    /// Do I recall as much as I wished for?
    Chart retention(Overview overview) {
        Retention chosen = overview.chosen();
        List<SharesPicture.Row> rows = List.of(
                share("statistics.young", chosen.young(), false),
                share("statistics.mature", chosen.mature(), false),
                share("statistics.all", chosen.all(), true));
        List<List<String>> table = new ArrayList<>();
        for (Retention each : overview.retention()) {
            String period = period(each);
            table.add(row(period, "statistics.young", each.young()));
            table.add(row(period, "statistics.mature", each.mature()));
            table.add(row(period, "statistics.all", each.all()));
        }
        double wished = overview.desiredRetention();
        return new Chart(
                "retention",
                retentionClaim(chosen.all(), wished),
                texts.get("statistics.retention.note", period(chosen)),
                ROWS_HEIGHT,
                new SharesPicture(
                        rows,
                        Optional.of(new SharesPicture.Target(
                                wished, texts.get("statistics.target", Math.round(wished * 100))))),
                new ChartTable(headers("period", "cards", "reviews", "recalled", "share", "low", "high"), table));
    }

    private String retentionClaim(Recalled all, double wished) {
        Optional<WilsonInterval> interval = all.interval();
        if (interval.isEmpty()) {
            return texts.get("statistics.retention.none");
        }
        long percent = percent(all.share().orElseThrow());
        long target = percent(wished);
        if (all.reviews() < ENOUGH) {
            return texts.get("statistics.retention.few", all.reviews(), percent);
        }
        if (interval.get().low() > wished) {
            return texts.get("statistics.retention.above", percent, target);
        }
        return interval.get().high() < wished
                ? texts.get("statistics.retention.below", percent, target)
                : texts.get("statistics.retention.met", percent, target);
    }

    private SharesPicture.Row share(String key, Recalled recalled, boolean strong) {
        Optional<SharesPicture.Share> share = recalled.interval()
                .map(interval ->
                        new SharesPicture.Share(recalled.share().orElseThrow(), interval.low(), interval.high()));
        String label = share.map(found -> texts.get(
                        "statistics.share",
                        percent(found.value()),
                        percent(found.low()),
                        percent(found.high()),
                        recalled.reviews()))
                .orElse(texts.get("statistics.share.none"));
        return new SharesPicture.Row(texts.get(key), share, label, strong);
    }

    private List<String> row(String period, String key, Recalled recalled) {
        Optional<WilsonInterval> interval = recalled.interval();
        return List.of(
                period,
                texts.get(key),
                number.format(recalled.reviews()),
                number.format(recalled.recalled()),
                recalled.share().map(StatisticsCharts::tenths).orElse("–"),
                interval.map(found -> tenths(found.low())).orElse("–"),
                interval.map(found -> tenths(found.high())).orElse("–"));
    }

    /// Does what the model predicts come?
    Chart calibration(Overview overview) {
        Calibration calibration = overview.calibration();
        List<List<String>> table = new ArrayList<>();
        for (Calibration.Bin bin : calibration.bins()) {
            WilsonInterval interval = bin.recalled().interval().orElseThrow();
            table.add(List.of(
                    texts.get("statistics.bin", tenths(bin.from()), tenths(bin.to())),
                    number.format(bin.recalled().reviews()),
                    tenths(bin.predicted()),
                    tenths(bin.recalled().share().orElseThrow()),
                    tenths(interval.low()),
                    tenths(interval.high())));
        }
        long reviews = calibration.all().reviews();
        String note = reviews == 0
                ? texts.get("statistics.calibration.how")
                : texts.get(
                        "statistics.calibration.note",
                        String.format(texts.locale(), "%.3f", calibration.logLoss()),
                        percent(calibration.all().share().orElseThrow() + calibration.bias()),
                        percent(calibration.all().share().orElseThrow()),
                        reviews);
        return new Chart(
                "calibration",
                calibrationClaim(calibration, reviews),
                note,
                SQUARE_HEIGHT,
                new CalibrationPicture(
                        points(calibration),
                        new CalibrationPicture.Words(
                                texts.get("statistics.predicted"),
                                texts.get("statistics.actual"),
                                texts.get("statistics.too-low"),
                                texts.get("statistics.too-high"))),
                new ChartTable(headers("predicted", "reviews", "mean", "share", "low", "high"), table));
    }

    /// Neighbouring bins are drawn together until a dot stands for a twentieth of the reviews.
    private static List<CalibrationPicture.Point> points(Calibration calibration) {
        long enough = Math.max(LEAST_DOT, calibration.all().reviews() / 20);
        List<CalibrationPicture.Point> points = new ArrayList<>();
        Recalled gathered = Recalled.NONE;
        double predicted = 0;
        for (int at = 0; at < calibration.bins().size(); at++) {
            Calibration.Bin bin = calibration.bins().get(at);
            gathered = gathered.plus(bin.recalled());
            predicted += bin.predicted() * bin.recalled().reviews();
            if (gathered.reviews() >= enough || at == calibration.bins().size() - 1) {
                WilsonInterval interval = gathered.interval().orElseThrow();
                points.add(new CalibrationPicture.Point(
                        predicted / gathered.reviews(),
                        gathered.share().orElseThrow(),
                        interval.low(),
                        interval.high(),
                        gathered.reviews()));
                gathered = Recalled.NONE;
                predicted = 0;
            }
        }
        return points;
    }

    private String calibrationClaim(Calibration calibration, long reviews) {
        double bias = calibration.bias();
        if (reviews < ENOUGH) {
            return texts.get("statistics.calibration.few", reviews);
        }
        if (Math.abs(bias) < FAIR) {
            return texts.get("statistics.calibration.fair");
        }
        long points = Math.round(Math.abs(bias) * 100);
        return texts.get(bias > 0 ? "statistics.calibration.high" : "statistics.calibration.low", points);
    }

    /// What is coming?
    Chart forecast(Forecast forecast) {
        int total = forecast.days().stream().mapToInt(Forecast.Day::due).sum();
        Forecast.Day most = forecast.days().stream()
                .max(Comparator.comparingInt(Forecast.Day::due))
                .orElseThrow();
        List<BarsPicture.Bar> bars = new ArrayList<>();
        List<List<String>> table = new ArrayList<>();
        for (int at = 0; at < forecast.days().size(); at++) {
            Forecast.Day each = forecast.days().get(at);
            String name = at == 0 ? texts.get("statistics.today") : at % 7 == 0 ? shortDay.format(each.date()) : "";
            bars.add(BarsPicture.Bar.of(name, each.due(), number.format(each.due()), each.equals(most)));
            table.add(List.of(day.format(each.date()), number.format(each.due())));
        }
        String claim = total == 0
                ? texts.get("statistics.forecast.none", forecast.days().size())
                : texts.get(
                        "statistics.forecast.claim",
                        forecast.days().size(),
                        total,
                        most.equals(forecast.days().getFirst())
                                ? texts.get("statistics.forecast.today")
                                : day.format(most.date()),
                        most.due());
        return new Chart(
                "forecast",
                claim,
                texts.get("statistics.forecast.note"),
                BARS_HEIGHT,
                new BarsPicture(bars),
                new ChartTable(headers("day", "due"), table));
    }

    /// How steadily do I study?
    Chart year(List<StudyDay> days) {
        long studied = days.stream().filter(each -> each.answers() > 0).count();
        int answers = days.stream().mapToInt(StudyDay::answers).sum();
        Map<YearMonth, int[]> months = new TreeMap<>();
        for (StudyDay each : days) {
            int[] sums = months.computeIfAbsent(YearMonth.from(each.date()), _ -> new int[3]);
            sums[0] += each.answers() > 0 ? 1 : 0;
            sums[1] += each.answers();
            sums[2] += each.recalled();
        }
        DateTimeFormatter month = DateTimeFormatter.ofPattern("MMM yyyy", texts.locale());
        List<List<String>> table = new ArrayList<>();
        months.forEach((each, sums) -> table.add(
                List.of(month.format(each), number.format(sums[0]), number.format(sums[1]), number.format(sums[2]))));
        return new Chart(
                "year",
                texts.get("statistics.year.claim", studied, days.size()),
                studied == 0 ? "" : texts.get("statistics.year.note", Math.round((double) answers / studied)),
                YEAR_HEIGHT,
                new YearPicture(
                        days.stream()
                                .map(each -> new YearPicture.Day(each.date(), each.answers()))
                                .toList(),
                        WeekFields.of(texts.locale()).getFirstDayOfWeek(),
                        texts.locale()),
                new ChartTable(headers("month", "days", "answers", "recalled"), table));
    }

    /// How long do cards last?
    Chart stability(Memories memories) {
        Histogram stability = memories.stability();
        long median = Math.round(stability.median());
        return histogram(
                "stability",
                stability,
                texts.get("statistics.stability.claim", stability.total(), Math.max(1, median)),
                texts.get("statistics.stability.note"),
                Memories.LASTING);
    }

    /// How many cards are hard?
    Chart difficulty(Memories memories) {
        Histogram difficulty = memories.difficulty();
        int hard = difficulty.from(Memories.HARD);
        return histogram(
                "difficulty",
                difficulty,
                texts.get("statistics.difficulty.claim", difficulty.total(), hard),
                texts.get("statistics.difficulty.note"),
                Memories.HARD);
    }

    private Chart histogram(String id, Histogram histogram, String claim, String note, double strongFrom) {
        List<BarsPicture.Bar> bars = new ArrayList<>();
        List<List<String>> table = new ArrayList<>();
        int last = histogram.counts().size() - 1;
        for (int at = 0; at <= last; at++) {
            String from = String.format(Locale.ROOT, "%.0f", histogram.edges().get(at));
            String to = String.format(Locale.ROOT, "%.0f", histogram.edges().get(at + 1));
            boolean open = at == last && id.equals("stability");
            String name = open ? texts.get("statistics.from", from) : texts.get("statistics.range", from, to);
            String count = number.format(histogram.counts().get(at));
            bars.add(BarsPicture.Bar.of(
                    open ? from + "+" : from + "–" + to,
                    histogram.counts().get(at),
                    count,
                    histogram.edges().get(at) >= strongFrom));
            table.add(List.of(name, count));
        }
        return new Chart(
                id, claim, note, BARS_HEIGHT, new BarsPicture(bars), new ChartTable(headers(id, "cards"), table));
    }

    /// The questions as a table, for export.
    ChartTable mastery(List<Depth.Known> questions) {
        return new ChartTable(
                headers("question", "title", "recall", "studied", "cards"),
                questions.stream()
                        .map(known -> List.of(
                                String.valueOf(known.number()),
                                known.title(),
                                tenths(known.mastery().expectedRecall()),
                                number.format(known.mastery().studied()),
                                number.format(known.mastery().cards())))
                        .toList());
    }

    private String period(Retention retention) {
        return texts.get("statistics.period." + retention.period());
    }

    private List<String> headers(String... keys) {
        return List.of(keys).stream()
                .map(key -> texts.get("statistics.column." + key))
                .toList();
    }

    private static long percent(double share) {
        return Math.round(share * 100);
    }

    private static String tenths(double share) {
        return String.format(Locale.ROOT, "%.1f %%", share * 100);
    }
}
