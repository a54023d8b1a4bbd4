package dev.rockpool.app.presenter;

import dev.rockpool.content.LessonAct;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One class in one lesson: what it knew before and after.
///
/// @param begun when it was first counted, which names it
/// @param lesson the lesson's id
/// @param seed what the questions followed from
/// @param hands the most that were raised for a question
record ClassRun(Instant begun, String lesson, long seed, int hands, Gain gain) {
    private record Place(int pair, LessonAct.When side) {}

    /// The classes that hands tell of, the earliest first.
    ///
    /// @param counts of a question and side the latest counts, whatever the order of the list
    static List<ClassRun> of(List<ClassCount> counts) {
        Map<Instant, Map<Place, ClassCount>> runs = new LinkedHashMap<>();
        counts.stream()
                .sorted(Comparator.comparing(ClassCount::run).thenComparing(ClassCount::at))
                .forEach(count -> runs.computeIfAbsent(count.run(), _ -> new LinkedHashMap<>())
                        .put(new Place(count.pair(), count.side()), count));
        return runs.values().stream().flatMap(run -> run(run).stream()).toList();
    }

    private static Optional<ClassRun> run(Map<Place, ClassCount> latest) {
        int hands = latest.values().stream().mapToInt(ClassCount::hands).max().orElse(0);
        if (hands == 0) {
            return Optional.empty();
        }
        ClassCount any = latest.values().iterator().next();
        List<Gain.Pair> pairs = new ArrayList<>();
        for (int pair = 0; pair < any.questions(); pair++) {
            Optional<ClassCount> before = counted(latest, pair, LessonAct.When.BEFORE);
            Optional<ClassCount> after = counted(latest, pair, LessonAct.When.AFTER);
            if (before.isPresent() && after.isPresent()) {
                pairs.add(new Gain.Pair(before.get().share(), after.get().share()));
            }
        }
        return Optional.of(new ClassRun(any.run(), any.lesson(), any.seed(), hands, Gain.of(pairs, any.questions())));
    }

    private static Optional<ClassCount> counted(Map<Place, ClassCount> latest, int pair, LessonAct.When side) {
        return Optional.ofNullable(latest.get(new Place(pair, side))).filter(count -> count.hands() > 0);
    }
}
