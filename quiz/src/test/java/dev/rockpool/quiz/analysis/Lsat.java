package dev.rockpool.quiz.analysis;

import java.util.ArrayList;
import java.util.List;

/// Answers of 1,000 persons to five items of sections 6 and 7 of the Law School Admission Test.
///
/// Source: Bock and Lieberman 1970, *Fitting a response model for n dichotomously scored items*, Psychometrika 35(2),
/// 179–197, table 1; here as in `bock.table` of R's psych (vincentarelbundock/Rdatasets, csv/psych/bock.table.csv):
/// how often each pattern from 00000 to 11111 occurred.
final class Lsat {
    private static final int ITEMS = 5;
    private static final int[] SECTION_6 = {
        3, 6, 2, 11, 1, 1, 3, 4, 1, 8, 0, 16, 0, 3, 2, 15, 10, 29, 14, 81, 3, 28, 15, 80, 16, 56, 21, 173, 11, 61, 28,
        298
    };
    private static final int[] SECTION_7 = {
        12, 19, 1, 7, 3, 19, 3, 17, 10, 5, 3, 7, 7, 23, 8, 28, 7, 39, 11, 34, 14, 51, 15, 90, 6, 25, 7, 35, 18, 136, 32,
        308
    };

    private Lsat() {}

    static ScoreMatrix section6() {
        return matrix(SECTION_6);
    }

    static ScoreMatrix section7() {
        return matrix(SECTION_7);
    }

    private static ScoreMatrix matrix(int[] frequencies) {
        List<List<Boolean>> persons = new ArrayList<>();
        for (int pattern = 0; pattern < frequencies.length; pattern++) {
            List<Boolean> row = new ArrayList<>();
            for (int item = ITEMS - 1; item >= 0; item--) {
                row.add((pattern >> item & 1) == 1);
            }
            for (int times = 0; times < frequencies[pattern]; times++) {
                persons.add(row);
            }
        }
        return ScoreMatrix.of(persons);
    }
}
