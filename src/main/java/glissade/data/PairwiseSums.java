package glissade.data;

import java.io.Serializable;
import java.util.ArrayList;

/**
 * The sum of one vector for each block, in a fixed tree: the node of level l and place k is that of (l - 1, 2k) plus that of
 * (l - 1, 2k + 1), and what lacks a sibling passes through. Blocks come in order; how they were divided into stretches
 * leaves no trace, as only siblings are joined.
 */
final class PairwiseSums implements Serializable {
    private static final long serialVersionUID = 1;

    private final ArrayList<Node> nodes = new ArrayList<>();
    private long next;

    /** Of the blocks from the given one on. */
    PairwiseSums(long firstBlock) {
        next = firstBlock;
    }

    private static final class Node implements Serializable {
        private static final long serialVersionUID = 1;

        private final int level;
        private final long place;
        private final double[] sums;

        Node(int level, long place, double[] sums) {
            this.level = level;
            this.place = place;
            this.sums = sums;
        }

        boolean isLeftSiblingOf(Node other) {
            return level == other.level && place + 1 == other.place && place % 2 == 0;
        }

        Node plus(Node right) {
            return new Node(level + 1, place / 2, sum(sums, right.sums));
        }
    }

    /** Adds the next block, whose array is used up. */
    void add(double[] block) {
        add(new Node(0, next++, block));
    }

    /** Adds the stretch of blocks that follows, which is used up. */
    void add(PairwiseSums following) {
        following.nodes.forEach(this::add);
        next = following.next;
    }

    private void add(Node node) {
        Node joined = node;
        while (!nodes.isEmpty() && nodes.get(nodes.size() - 1).isLeftSiblingOf(joined)) {
            joined = nodes.remove(nodes.size() - 1).plus(joined);
        }
        nodes.add(joined);
    }

    /** The sum of all blocks. */
    double[] total() {
        double[] total = nodes.get(nodes.size() - 1).sums.clone();
        for (int i = nodes.size() - 2; i >= 0; i--) {
            total = sum(nodes.get(i).sums.clone(), total);
        }
        return total;
    }

    private static double[] sum(double[] left, double[] right) {
        for (int i = 0; i < left.length; i++) {
            left[i] += right[i];
        }
        return left;
    }
}
