package glissade.config;

import glissade.optim.Range;
import glissade.optim.Setting;
import java.util.List;

/** Rows [epoch, value], as a setting wants them. */
record TableType(Setting setting) implements ValueType<List<List<Double>>> {
    private static final ListOf<List<Double>> ROWS =
            new ListOf<>(new ListOf<>(new RangedNumber(Range.NOT_NEGATIVE)));

    @Override
    public List<List<Double>> read(Literal literal) throws UnfitValue {
        List<List<Double>> rows = ROWS.read(literal);
        if (setting.complaint(rows) != null) {
            throw new UnfitValue(expected(), literal);
        }
        return rows;
    }

    @Override
    public String expected() {
        return "rows [epoch, value], epochs ascending from 0, values in the range " + setting.range();
    }

    @Override
    public String name() {
        return "table";
    }

    @Override
    public String show(List<List<Double>> value) {
        return ROWS.show(value);
    }

    @Override
    public Object plain(List<List<Double>> value) {
        return show(value);
    }

    @Override
    public void write(List<List<Double>> value, TypedHash hash) {
        ROWS.write(value, hash);
    }
}
