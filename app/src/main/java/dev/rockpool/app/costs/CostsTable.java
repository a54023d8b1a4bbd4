package dev.rockpool.app.costs;

import dev.rockpool.costmodel.BillLine;
import dev.rockpool.costmodel.scenario.Forecast;
import dev.rockpool.kernel.Decimals;
import java.time.LocalDate;
import java.util.List;

/// A forecast as CSV: one row a month and line, every number with all its digits.
final class CostsTable {
    private static final String HEADER =
            "month,service,item,about,region,quantity,unit,amount,currency,as_of,confidence,source\n";

    private CostsTable() {}

    static String of(Forecast forecast) {
        StringBuilder table = new StringBuilder(HEADER);
        for (int month = 0; month < forecast.bills().size(); month++) {
            for (BillLine line : forecast.bills().get(month).lines()) {
                List<String> cells = List.of(
                        String.valueOf(month + 1),
                        line.usage().service(),
                        line.usage().item(),
                        line.usage().about(),
                        line.usage().region(),
                        Decimals.plain(line.usage().quantity()),
                        line.unit(),
                        line.amount().plain(),
                        line.currency().getCurrencyCode(),
                        line.asOf().map(LocalDate::toString).orElse(""),
                        line.confidence().word(),
                        line.source());
                table.append(String.join(
                                ",", cells.stream().map(CostsTable::quoted).toList()))
                        .append('\n');
            }
        }
        return table.toString();
    }

    private static String quoted(String cell) {
        return cell.matches("[^\",\r\n]*") ? cell : "\"" + cell.replace("\"", "\"\"") + "\"";
    }
}
