package dev.rockpool.app.tour;

import java.nio.file.Path;
import java.util.List;

/// What a tour has painted and found.
///
/// @param pictures the files, in the order in which they were painted
/// @param faults what the checks found; none in a build that passes
public record TourReport(List<Path> pictures, List<TourFault> faults) {
    public TourReport {
        pictures = List.copyOf(pictures);
        faults = List.copyOf(faults);
    }
}
