package glissade.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class RoundedTest {
    @Test
    void metricsReadWell() {
        assertEquals("0.9217", Rounded.metric(0.92174));
        assertEquals("2.3026", Rounded.metric(2.302585));
        assertEquals("0.0000", Rounded.metric(0));
        assertEquals("1.235e-5", Rounded.metric(1.23456e-5));
        assertEquals("-4.200e8", Rounded.metric(-4.2e8));
        assertEquals("inf", Rounded.metric(Double.POSITIVE_INFINITY));
        assertEquals("-", Rounded.metric(Double.NaN));
    }

    @Test
    void ratesHaveThreeDigits() {
        assertEquals("0", Rounded.rate(0));
        assertEquals("0", Rounded.rate(Double.NaN));
        assertEquals("5.00", Rounded.rate(5));
        assertEquals("999", Rounded.rate(999.4));
        assertEquals("1.00 k", Rounded.rate(999.6));
        assertEquals("12.3 k", Rounded.rate(12_345));
        assertEquals("2.31 M", Rounded.rate(2_312_345));
        assertEquals("110 G", Rounded.rate(1.1e11));
    }

    @Test
    void errorsHaveTwoDigits() {
        assertEquals("2.1e-7", Rounded.error(2.149e-7));
        assertEquals("1.0e-3", Rounded.error(0.001));
        assertEquals("0", Rounded.error(0));
        assertEquals("-", Rounded.error(Double.NaN));
        assertEquals("inf", Rounded.error(Double.POSITIVE_INFINITY));
    }

    @Test
    void durationsReadWell() {
        assertEquals("4.2 s", Rounded.seconds(4.21));
        assertEquals("3 min 05 s", Rounded.seconds(185.9));
        assertEquals("2 h 10 min", Rounded.seconds(7_859));
    }

    @Test
    void countsAreGrouped() {
        assertEquals("1 trial", Wording.number(1, "trial"));
        assertEquals("12,000 trials", Wording.number(12_000, "trial"));
        assertEquals("2 diverged, 1 failed", Wording.troubles(2, 1));
        assertEquals("", Wording.troubles(0, 0));
    }
}
