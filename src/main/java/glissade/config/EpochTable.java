package glissade.config;

import glissade.numeric.DecimalText;
import glissade.optim.Setting;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Rows [epoch, value], as a setting wants them. */
record EpochTable(Setting setting) implements ValueType<List<List<Double>>> {
    @Override
    public List<List<Double>> read(Literal literal) throws UnfitValue {
        List<List<Double>> rows = new ArrayList<>();
        for (Literal row : elements(literal, literal)) {
            List<Double> numbers = new ArrayList<>();
            for (Literal number : elements(row, literal)) {
                if (!(number.value() instanceof Number value)) {
                    throw new UnfitValue(expected(), literal);
                }
                numbers.add(value.doubleValue() + 0.0); // -0 becomes 0, as their bits differ in hashes
            }
            rows.add(List.copyOf(numbers));
        }
        if (setting.complaint(rows) != null) {
            throw new UnfitValue(expected(), literal);
        }
        return List.copyOf(rows);
    }

    private List<Literal> elements(Literal list, Literal whole) throws UnfitValue {
        if (list.elements() == null) {
            throw new UnfitValue(expected(), whole);
        }
        return list.elements();
    }

    @Override
    public String expected() {
        return "a list of [epoch, value], such as [[0, 0.1], [10, 0.01]], epochs ascending from 0, each value "
                + new RealNumber(setting.range()).expected();
    }

    @Override
    public String name() {
        return "list of [epoch, value]";
    }

    @Override
    public String show(List<List<Double>> value) {
        return value.stream()
                .map(row -> row.stream().map(DecimalText::plain).collect(Collectors.joining(", ", "[", "]")))
                .collect(Collectors.joining(", ", "[", "]"));
    }

    @Override
    public Object plain(List<List<Double>> value) {
        return show(value);
    }

    @Override
    public void write(List<List<Double>> value, TypedHash hash) {
        hash.list(value.size());
        value.forEach(row -> row.forEach(hash::number));
    }
}
