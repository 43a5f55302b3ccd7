package glissade.config;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class TypedHashTest {
    private static String hash(Consumer<TypedHash> content) {
        TypedHash hash = new TypedHash("format");
        content.accept(hash);
        return hash.hex(64);
    }

    @Test
    void differentContentsHaveDifferentHashes() {
        List<Consumer<TypedHash>> contents = List.of(
                hash -> {},
                hash -> hash.text(""),
                hash -> hash.text("").text(""),
                hash -> hash.text("ab"),
                hash -> hash.text("a").text("b"),
                hash -> hash.text("1"),
                hash -> hash.whole(1),
                hash -> hash.number(1),
                hash -> hash.list(1),
                hash -> hash.number(0.0),
                hash -> hash.number(-0.0),
                hash -> hash.number(Double.NaN));
        assertEquals(
                contents.size(),
                contents.stream().map(TypedHashTest::hash).distinct().count());
    }

    @Test
    void everyNaNIsTheSame() {
        double other = Double.longBitsToDouble(0x7ff8000000000001L);
        assertEquals(hash(hash -> hash.number(Double.NaN)), hash(hash -> hash.number(other)));
    }

    @Test
    void theBytesAreFixedForGood() {
        // Computed apart: sha256sum over t, 8 bytes of length, "format", t, length 3, "pä" in UTF-8, w, -2, r, bits of
        // -1.0, l, 2.
        assertEquals(
                "582d90893ca9ce883497ee1d1217e39fc893f3c2389a79e64c17fcfccf58b735",
                hash(hash -> hash.text("pä").whole(-2).number(-1).list(2)));
    }
}
