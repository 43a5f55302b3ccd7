package glissade.config;

import glissade.gate.MetricRule;
import java.util.Optional;

/** A bound on a metric, such as {@code "test.accuracy >= 0.9"}. */
record MetricRuleType() implements ValueType<MetricRule> {
    @Override
    public MetricRule read(Literal literal) throws UnfitValue {
        Optional<MetricRule> rule = literal.value() instanceof String text ? MetricRule.of(text) : Optional.empty();
        return rule.orElseThrow(() -> new UnfitValue(expected(), literal));
    }

    @Override
    public String expected() {
        return "like \"test.accuracy >= 0.9\" or \"validation.recall(ripe) of 28291d71 >= 0.8\": a split, one of "
                + String.join(", ", MetricRule.OF_ALL) + ", or "
                + String.join(", ", MetricRule.OF_A_CLASS) + " of a class, and >= or <= with a number";
    }

    @Override
    public String name() {
        return "bound";
    }

    @Override
    public String show(MetricRule value) {
        return value.text();
    }

    @Override
    public Object plain(MetricRule value) {
        return show(value);
    }

    @Override
    public void write(MetricRule value, TypedHash hash) {
        hash.text(show(value));
    }

    @Override
    public boolean textual() {
        return true;
    }
}
