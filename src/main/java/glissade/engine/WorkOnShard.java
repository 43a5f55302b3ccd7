package glissade.engine;

import glissade.data.Shard;
import java.io.Serializable;

/** What is made of each shard by given parameters. */
@FunctionalInterface
interface WorkOnShard<T> extends Serializable {
    T of(ShardWork work, Shard shard, float[] parameters);
}
