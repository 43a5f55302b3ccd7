package glissade.data;

import glissade.numeric.Block;
import java.io.Serializable;

/** One fixed contiguous range of each split's rows in canonical order: the unit of distribution. */
public final class Shard implements Serializable {
    private static final long serialVersionUID = 1;

    private final int index;
    private final Block training;
    private final Block validation;
    private final Block test;

    public Shard(int index, Block training, Block validation, Block test) {
        this.index = index;
        this.training = training;
        this.validation = validation;
        this.test = test;
    }

    public int index() {
        return index;
    }

    /** The rows of one split; a block without rows where the split has none here. */
    public Block rows(Split split) {
        return switch (split) {
            case TRAIN -> training;
            case VALIDATION -> validation;
            case TEST -> test;
        };
    }
}
