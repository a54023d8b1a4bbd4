package dev.rockpool.quiz.layout;

import static dev.rockpool.quiz.TemplateTexts.rule;

import dev.rockpool.quiz.LabScenario;
import dev.rockpool.quiz.NumericTemplate;
import dev.rockpool.quiz.WrongRule;
import dev.rockpool.simulators.Unit;
import dev.rockpool.simulators.rowscolumns.Operation;
import dev.rockpool.simulators.rowscolumns.RowsColumnsLab;
import dev.rockpool.simulators.rowscolumns.RowsColumnsScenario;
import dev.rockpool.simulators.rowscolumns.TableWork;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// How many pages a row store reads for a sum over one column.
public final class PagesScanned extends NumericTemplate<PagesScanned.Rows> {
    private static final RowsColumnsLab LAB = new RowsColumnsLab();
    private static final int THOUSAND = 1_000;
    private static final int MEASURED = 50_000;

    /// A table.
    ///
    /// @param thousands of rows
    /// @param columns of 8 bytes each
    public record Rows(int thousands, int columns) {
        long rows() {
            return (long) thousands * THOUSAND;
        }

        RowsColumnsScenario scenario() {
            return new RowsColumnsScenario(rows(), columns, Long.BYTES, Operation.AGGREGATE, 1, 1, MEASURED);
        }

        BigDecimal pagesOf(long bytes) {
            return BigDecimal.valueOf(Math.ceilDiv(bytes, (long) TableWork.PAGE));
        }
    }

    public PagesScanned() {
        super(PagesScanned.class, "pages-scanned", Unit.COUNT, "0", "q17-f2");
    }

    @Override
    public Rows draw(RandomGenerator random) {
        return new Rows(10 * whole(random, 1, 200), whole(random, 10, 120));
    }

    @Override
    public BigDecimal answer(Rows rows) {
        return BigDecimal.valueOf(TableWork.of(rows.scenario()).pagesTouched());
    }

    @Override
    public List<WrongRule<Rows>> wrongRules() {
        return List.of(
                rule("only-the-column-read", rows -> rows.pagesOf(rows.rows() * Long.BYTES)),
                rule("rows-cut-across-pages", rows -> rows.pagesOf(rows.rows() * Long.BYTES * rows.columns())),
                rule("one-row-a-page", rows -> BigDecimal.valueOf(rows.rows())));
    }

    @Override
    public String stem(Rows rows) {
        return texts.get("stem", count(rows.rows()), rows.columns(), count(TableWork.PAGE));
    }

    @Override
    public List<String> solution(Rows rows) {
        long bytes = (long) rows.columns() * Long.BYTES;
        return texts.solution(
                count(bytes), count(TableWork.PAGE / bytes), count(rows.rows()), key(rows), count(TableWork.PAGE));
    }

    @Override
    public Optional<LabScenario> show(Rows rows) {
        return Optional.of(LabScenario.of(LAB, rows.scenario()));
    }
}
