package glissade.engine;

/**
 * How deep {@code treeAggregate} should go over P partitions. At depth d it joins partitions by their index modulo about P /
 * scale, with scale = ceil(P^(1/d)), again and again until few are left. With P a power of two those classes are whole
 * subtrees of the canonical sum only if their numbers are powers of two as well: of 32 partitions depth 2 would make 5
 * classes, in which no node meets its sibling and nothing gets smaller.
 */
public final class TreeDepth {
    /** Beyond this many floats from all partitions, partitions are summed among themselves before the driver sees them. */
    private static final long DIRECT_FLOATS = 1L << 24;

    private TreeDepth() {}

    static int of(int partitions, long floats) {
        if (partitions * floats <= DIRECT_FLOATS) {
            return 1;
        }
        int depth = 2;
        while (Integer.bitCount(partitions) == 1 && !joinsSubtrees(partitions, depth)) {
            depth++;
        }
        return depth;
    }

    /** How many sums of so many floats the driver receives of one job. */
    public static int nodes(int partitions, long floats) {
        int scale = scale(partitions, of(partitions, floats));
        int classes = partitions;
        for (int next = joined(classes, scale); next < classes; next = joined(classes, scale)) {
            classes = next;
        }
        return classes;
    }

    /** At scale 2 all classes are powers of two. */
    private static boolean joinsSubtrees(int partitions, int depth) {
        int scale = scale(partitions, depth);
        int classes = partitions;
        for (int next = joined(classes, scale); next < classes; next = joined(classes, scale)) {
            classes = next;
            if (Integer.bitCount(classes) != 1) {
                return false;
            }
        }
        return true;
    }

    private static int scale(int partitions, int depth) {
        return Math.max((int) StrictMath.ceil(StrictMath.pow(partitions, 1.0 / depth)), 2);
    }

    /** The classes that are left of so many after one round, as in {@code org.apache.spark.rdd.RDD.treeAggregate}. */
    private static int joined(int classes, int scale) {
        return classes > scale + (classes + scale - 1) / scale ? classes / scale : classes;
    }
}
