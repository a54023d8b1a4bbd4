package dev.rockpool.app.planning;

import dev.rockpool.app.chart.BarsPicture;
import dev.rockpool.app.chart.Chart;
import dev.rockpool.app.chart.ChartTable;
import dev.rockpool.app.chart.CurvePicture;
import dev.rockpool.app.text.Texts;
import dev.rockpool.study.ExamOutlook;
import dev.rockpool.study.StudyPlanning;
import dev.rockpool.study.planning.Workload;
import dev.rockpool.study.schedule.EasyDays;
import java.text.NumberFormat;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;

/// Turns what was computed into charts: claims, pictures, tables.
final class PlanCharts {
    private static final double HEIGHT = 176;
    private static final int WEEK = 7;
    private static final int MANY_DAYS = 45;

    private final Texts texts;
    private final NumberFormat number;
    private final DateTimeFormatter day;
    private final DateTimeFormatter shortDay;

    PlanCharts(Texts texts) {
        this.texts = texts;
        number = NumberFormat.getIntegerInstance(texts.locale());
        day = DateTimeFormatter.ofPattern("EEE d MMM", texts.locale());
        shortDay = DateTimeFormatter.ofPattern("d MMM", texts.locale());
    }

    /// What does a desired retention cost?
    ///
    /// @param now the desired retention that is set, in per cent
    /// @param wished the one that is looked at
    Chart workload(List<Workload> workloads, int now, int wished) {
        List<CurvePicture.Point> points = new ArrayList<>();
        List<CurvePicture.Mark> marks = new ArrayList<>();
        List<List<String>> table = new ArrayList<>();
        String claim = "";
        for (Workload each : workloads) {
            int percent = (int) Math.round(each.desiredRetention() * 100);
            CurvePicture.Point point = new CurvePicture.Point(percent, each.answersPerDay());
            points.add(point);
            if (percent == now) {
                claim = texts.get("plan.workload.claim", percent, answers(each), minutes(each));
            }
            if (percent == wished || percent == now) {
                marks.add(new CurvePicture.Mark(
                        point, texts.get("plan.workload.mark", percent, answers(each)), percent == wished));
            }
            table.add(List.of(
                    texts.get("plan.percent", percent),
                    number.format(answers(each)),
                    number.format(minutes(each)),
                    number.format(Math.round(each.remembered()))));
        }
        return new Chart(
                "workload",
                claim,
                texts.get("plan.workload.note", PlanViewModel.WORKLOAD_DAYS),
                HEIGHT,
                new CurvePicture(
                        points,
                        marks,
                        List.of(
                                texts.get("plan.workload.from", percent(workloads.getFirst())),
                                texts.get("plan.workload.to", percent(workloads.getLast()))),
                        texts.get("plan.workload.unit")),
                new ChartTable(headers("retention", "answers", "minutes", "remembered"), table));
    }

    private static long percent(Workload workload) {
        return Math.round(workload.desiredRetention() * 100);
    }

    static long answers(Workload workload) {
        return Math.round(workload.answersPerDay());
    }

    static long minutes(Workload workload) {
        return Math.max(workload.answersPerDay() > 0 ? 1 : 0, Math.round(workload.minutesPerDay()));
    }

    /// What will the days hold?
    ///
    /// @param easy the days that are to hold less
    Chart ahead(PlanViewModel.Ahead ahead, EasyDays easy) {
        List<StudyPlanning.DayAhead> days = ahead.days();
        double answers = days.stream()
                .mapToDouble(StudyPlanning.DayAhead::answers)
                .average()
                .orElse(0);
        StudyPlanning.DayAhead most = most(days);
        boolean compared = !ahead.chance().isEmpty();
        String claim = compared
                ? compared(days, ahead.chance(), easy)
                : texts.get("plan.ahead.claim", days.size(), Math.round(answers), day.format(most.date()));
        return new Chart(
                "days-ahead",
                claim,
                texts.get(compared ? "plan.ahead.note.compared" : "plan.ahead.note"),
                HEIGHT,
                new BarsPicture(bars(days, ahead.chance(), most)),
                table(days, ahead.chance()));
    }

    private String compared(List<StudyPlanning.DayAhead> days, List<StudyPlanning.DayAhead> chance, EasyDays easy) {
        return easy.none()
                ? texts.get(
                        "plan.ahead.compared",
                        Math.round(most(chance).reviews()),
                        Math.round(most(days).reviews()))
                : texts.get("plan.ahead.easy", easyReviews(chance, easy), easyReviews(days, easy));
    }

    /// Reviews on an easy day, in the mean.
    private static long easyReviews(List<StudyPlanning.DayAhead> days, EasyDays easy) {
        return Math.round(days.stream()
                .filter(each -> easy.of(each.date().getDayOfWeek()) != EasyDays.Load.NORMAL)
                .mapToDouble(StudyPlanning.DayAhead::reviews)
                .average()
                .orElse(0));
    }

    /// What will the days until the exam hold?
    Chart exam(ExamOutlook outlook) {
        StudyPlanning.DayAhead most = outlook.days().stream()
                .max(Comparator.comparingDouble(StudyPlanning.DayAhead::answers))
                .orElseThrow();
        return new Chart(
                "exam-days",
                texts.get(
                        "plan.exam.days",
                        outlook.days().size(),
                        Math.round(outlook.days().stream()
                                .mapToDouble(StudyPlanning.DayAhead::answers)
                                .average()
                                .orElse(0)),
                        day.format(most.date()),
                        Math.round(most.answers())),
                texts.get("plan.exam.days.note"),
                HEIGHT,
                new BarsPicture(answerBars(outlook.days(), most)),
                table(outlook.days(), List.of()));
    }

    private List<BarsPicture.Bar> answerBars(List<StudyPlanning.DayAhead> days, StudyPlanning.DayAhead most) {
        List<BarsPicture.Bar> bars = new ArrayList<>();
        for (int at = 0; at < days.size(); at++) {
            StudyPlanning.DayAhead each = days.get(at);
            bars.add(BarsPicture.Bar.of(
                    name(days, at), each.answers(), number.format(Math.round(each.answers())), each.equals(most)));
        }
        return bars;
    }

    private static StudyPlanning.DayAhead most(List<StudyPlanning.DayAhead> days) {
        return days.stream()
                .max(Comparator.comparingDouble(StudyPlanning.DayAhead::reviews))
                .orElseThrow();
    }

    private List<BarsPicture.Bar> bars(
            List<StudyPlanning.DayAhead> days, List<StudyPlanning.DayAhead> before, StudyPlanning.DayAhead most) {
        List<BarsPicture.Bar> bars = new ArrayList<>();
        for (int at = 0; at < days.size(); at++) {
            StudyPlanning.DayAhead each = days.get(at);
            bars.add(new BarsPicture.Bar(
                    name(days, at),
                    each.reviews(),
                    before.isEmpty()
                            ? OptionalDouble.empty()
                            : OptionalDouble.of(before.get(at).reviews()),
                    number.format(Math.round(each.reviews())),
                    each.equals(most)));
        }
        return bars;
    }

    private String name(List<StudyPlanning.DayAhead> days, int at) {
        int every = days.size() > MANY_DAYS ? 2 * WEEK : WEEK;
        return at == 0
                ? texts.get("plan.today")
                : at % every == 0 ? shortDay.format(days.get(at).date()) : "";
    }

    private ChartTable table(List<StudyPlanning.DayAhead> days, List<StudyPlanning.DayAhead> before) {
        List<List<String>> rows = new ArrayList<>();
        for (int at = 0; at < days.size(); at++) {
            StudyPlanning.DayAhead each = days.get(at);
            List<String> row = new ArrayList<>(List.of(
                    day.format(each.date()),
                    number.format(Math.round(each.reviews())),
                    number.format(Math.round(each.newCards())),
                    number.format(Math.round(each.answers())),
                    number.format(Math.round(each.minutes()))));
            if (!before.isEmpty()) {
                row.add(number.format(Math.round(before.get(at).reviews())));
            }
            rows.add(row);
        }
        return new ChartTable(
                before.isEmpty()
                        ? headers("day", "reviews", "new", "answers", "minutes")
                        : headers("day", "reviews", "new", "answers", "minutes", "chance"),
                rows);
    }

    private List<String> headers(String... keys) {
        return List.of(keys).stream()
                .map(key -> texts.get("plan.column." + key))
                .toList();
    }
}
