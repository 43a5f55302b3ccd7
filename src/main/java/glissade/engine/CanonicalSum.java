package glissade.engine;

import java.io.Serializable;
import java.util.ArrayList;

/**
 * The sum of S shards' partials in one fixed tree, whatever the order of arrival: with S a power of two,
 * {@code node(m, r) = node(2m, r) + node(2m, r + m)} and the leaves are {@code node(S, s)}. Siblings are joined as they
 * meet, so a sum of all shards with index r modulo P holds one node and {@code treeAggregate} moves little.
 */
final class CanonicalSum implements Serializable {
    private static final long serialVersionUID = 1;

    /** Nodes still without their siblings. */
    private final ArrayList<ShardPartial> nodes = new ArrayList<>();

    /** Adds one node and joins what can be joined. */
    CanonicalSum add(ShardPartial partial) {
        ShardPartial node = partial;
        for (ShardPartial sibling = takeSibling(node); sibling != null; sibling = takeSibling(node)) {
            node = node.remainder() < sibling.remainder() ? node.plus(sibling) : sibling.plus(node);
        }
        nodes.add(node);
        return this;
    }

    /** Adds all nodes of another sum, which is used up. */
    CanonicalSum merge(CanonicalSum other) {
        other.nodes.forEach(this::add);
        return this;
    }

    private ShardPartial takeSibling(ShardPartial node) {
        int half = node.modulus() / 2;
        if (half == 0) {
            return null;
        }
        for (int i = 0; i < nodes.size(); i++) {
            ShardPartial other = nodes.get(i);
            if (other.modulus() == node.modulus() && Math.abs(other.remainder() - node.remainder()) == half) {
                return nodes.remove(i);
            }
        }
        return null;
    }

    /** Nodes held: one when they are a whole subtree. */
    int nodes() {
        return nodes.size();
    }

    /** The sum of all shards. */
    ShardPartial root() {
        if (nodes.size() != 1 || nodes.get(0).modulus() != 1) {
            throw new IllegalStateException("the sum lacks shards: it holds " + nodes.size() + " nodes");
        }
        return nodes.get(0);
    }
}
