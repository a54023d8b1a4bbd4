package dev.rockpool.app.quiz;

import dev.rockpool.quiz.exam.Exam;
import dev.rockpool.quiz.exam.ExamRepository;
import java.util.List;
import java.util.Optional;

/// What there is to do.
///
/// @param topics with how they went
/// @param mistakes items that were answered wrongly the last time
/// @param open the exam that was begun and not handed in
/// @param past exams that are over, the latest first
record Offers(List<Offer> topics, int mistakes, Optional<Exam> open, List<ExamRepository.Past> past) {
    /// Before anything is read.
    static final Offers NONE = new Offers(List.of(), 0, Optional.empty(), List.of());

    Offers {
        topics = List.copyOf(topics);
        past = List.copyOf(past);
    }

    /// Answers that were ever given.
    int answered() {
        return topics.stream().mapToInt(Offer::answered).sum();
    }
}
