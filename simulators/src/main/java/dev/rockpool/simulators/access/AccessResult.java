package dev.rockpool.simulators.access;

import dev.rockpool.costmodel.Bill;
import dev.rockpool.simulators.Figure;
import java.util.List;

/// What a run came to.
///
/// @param scenario what was asked
/// @param passage the way of the one request
/// @param open the ways by which the request is allowed
/// @param month the forecast of the month
/// @param tally the month as it was drawn
/// @param way the bill of the way alone
/// @param bill of the month
/// @param figures the numbers
public record AccessResult(
        AccessScenario scenario,
        Passage passage,
        List<Route> open,
        MonthForecast month,
        Tally tally,
        Bill way,
        Bill bill,
        List<Figure> figures) {
    public AccessResult {
        open = List.copyOf(open);
        figures = List.copyOf(figures);
    }
}
