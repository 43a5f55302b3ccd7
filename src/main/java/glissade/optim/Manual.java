package glissade.optim;

import glissade.numeric.DecimalText;
import java.util.List;

/** Rates from a table: the last row whose epoch has come; the base rate before the first. */
public final class Manual implements Schedule {
    public static final Manual KIND = new Manual();
    public static final Setting TABLE = Setting.table("table", Range.POSITIVE, "rows [epoch, rate], epochs from 0");

    private Manual() {}

    @Override
    public String name() {
        return "manual";
    }

    @Override
    public List<Setting> settings() {
        return List.of(TABLE);
    }

    @Override
    public String meaning() {
        return "rates from a table";
    }

    @Override
    public List<String> formulas(Recipe recipe) {
        StringBuilder cases = new StringBuilder();
        List<List<Double>> rows = recipe.table(TABLE);
        for (int row = rows.size() - 1; row >= 0; row--) {
            cases.append(DecimalText.plain(rows.get(row).get(1)))
                    .append(", epoch >= ")
                    .append(DecimalText.plain(rows.get(row).get(0)))
                    .append(", ");
        }
        return List.of(rows.isEmpty() ? "eta = eta_0" : "eta = cases(" + cases + "eta_0, [before])");
    }

    @Override
    public double rate(double base, Recipe recipe, Clock clock) {
        double rate = base;
        for (List<Double> row : recipe.table(TABLE)) {
            rate = row.get(0) <= clock.epoch() ? row.get(1) : rate;
        }
        return rate;
    }
}
