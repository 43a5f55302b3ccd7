package glissade.numeric;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** The known answers are those of kat_vectors in the authors' library Random123, written as longs. */
class PhiloxTest {
    private static void assertKnownAnswer(long low, long high, long key, long first, long last) {
        assertEquals(first, Philox.firstWords(low, high, key));
        assertEquals(last, Philox.lastWords(low, high, key));
    }

    @Test
    void zerosGiveThePublishedWords() {
        assertKnownAnswer(0, 0, 0, 0xe169c58d_6627e8d5L, 0x9b00dbd8_bc57ac4cL);
    }

    @Test
    void onesGiveThePublishedWords() {
        assertKnownAnswer(-1, -1, -1, 0x41c83b0e_408f276dL, 0x6d5451fd_a20bc7c6L);
    }

    @Test
    void digitsOfPiGiveThePublishedWords() {
        assertKnownAnswer(
                0x85a308d3_243f6a88L,
                0x03707344_13198a2eL,
                0x299f31d0_a4093822L,
                0x94fdcceb_d16cfe09L,
                0x24126ea1_5001e420L);
    }
}
