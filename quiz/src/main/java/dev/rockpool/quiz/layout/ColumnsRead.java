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

/// How much a column store reads of a wide table.
public final class ColumnsRead extends NumericTemplate<ColumnsRead.Wide> {
    private static final RowsColumnsLab LAB = new RowsColumnsLab();
    private static final int MILLION = 1_000_000;
    private static final int MEASURED = 50_000;

    /// A table and a query.
    ///
    /// @param millions of rows
    /// @param columns of it
    /// @param named by the query, fewer
    public record Wide(int millions, int columns, int named) {
        RowsColumnsScenario scenario() {
            return new RowsColumnsScenario(
                    (long) millions * MILLION, columns, Long.BYTES, Operation.AGGREGATE, named, 1, MEASURED);
        }

        BigDecimal of(int some) {
            return BigDecimal.valueOf((long) millions * Long.BYTES * some, 3);
        }
    }

    public ColumnsRead() {
        super(ColumnsRead.class, "columns-read", Unit.PLAIN, "0.01", "q17-f2");
    }

    @Override
    public Wide draw(RandomGenerator random) {
        return new Wide(100 * whole(random, 1, 60), whole(random, 10, 100), whole(random, 2, 6));
    }

    @Override
    public BigDecimal answer(Wide wide) {
        return BigDecimal.valueOf(TableWork.of(wide.scenario()).columnBytes()).movePointLeft(9);
    }

    @Override
    public List<WrongRule<Wide>> wrongRules() {
        return List.of(
                rule("every-column-read", wide -> wide.of(wide.columns())),
                rule("one-column-counted", wide -> wide.of(1)));
    }

    @Override
    public String stem(Wide wide) {
        return texts.get("stem", count((long) wide.millions() * MILLION), wide.columns(), wide.named());
    }

    @Override
    public List<String> solution(Wide wide) {
        return texts.solution(wide.named(), count((long) wide.millions() * MILLION), key(wide));
    }

    @Override
    public Optional<LabScenario> show(Wide wide) {
        return Optional.of(LabScenario.of(LAB, wide.scenario()));
    }
}
