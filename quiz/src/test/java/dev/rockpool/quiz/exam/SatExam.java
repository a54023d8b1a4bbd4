package dev.rockpool.quiz.exam;

import dev.rockpool.content.Library;
import dev.rockpool.database.Database;
import dev.rockpool.quiz.bank.Bank;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/// A process in which somebody sits a mock exam, and which says each answer when it is kept.
final class SatExam {
    static final Instant BEGUN = Instant.parse("2026-03-18T12:00:00Z");

    private SatExam() {}

    /// Begins an exam and answers it.
    ///
    /// @param arguments the folder of the database
    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.US_ASCII);
        try (Database database = Database.open(Path.of(arguments[0]))) {
            ExamRepository exams = new ExamRepository(database);
            Exam exam = exams.begin(places(), BEGUN, Blueprint.CERTIFICATION.time());
            for (int place = 0; place < exam.places().size(); place++) {
                exams.respond(exam, place, response(place), BEGUN.plusSeconds(place * 60L));
                out.println("answered");
            }
        }
    }

    static List<Place> places() {
        return Blueprint.CERTIFICATION.draw(new Bank(Library.builtIn().snapshot()), 3);
    }

    static String response(int place) {
        return "chosen:" + place % 4;
    }
}
