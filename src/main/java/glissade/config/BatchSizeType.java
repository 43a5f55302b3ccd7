package glissade.config;

import glissade.optim.BatchSize;

/** Rows a step: a number, {@code all} or {@code auto}. */
record BatchSizeType() implements ValueType<BatchSize> {
    @Override
    public BatchSize read(Literal literal) throws UnfitValue {
        if (literal.value() instanceof Long count && count >= 1 && count <= Integer.MAX_VALUE) {
            return BatchSize.of(Math.toIntExact(count));
        }
        if ("all".equals(literal.value())) {
            return BatchSize.ALL;
        }
        if ("auto".equals(literal.value())) {
            return BatchSize.AUTO;
        }
        throw new UnfitValue(expected(), literal);
    }

    @Override
    public String expected() {
        return "a whole number of at least 1, all, or auto";
    }

    @Override
    public String name() {
        return "n | all | auto";
    }

    @Override
    public String show(BatchSize value) {
        return plain(value).toString();
    }

    @Override
    public Object plain(BatchSize value) {
        return switch (value.kind()) {
            case FIXED -> (Object) (long) value.count();
            case ALL -> "all";
            case AUTO -> "auto";
        };
    }

    @Override
    public void write(BatchSize value, TypedHash hash) {
        switch (value.kind()) {
            case FIXED -> hash.whole(value.count());
            case ALL, AUTO -> hash.text(show(value));
        }
    }
}
