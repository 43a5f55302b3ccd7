package glissade.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** What goes into a page as text. */
class PageTextTest {
    @Test
    void noTextInJsonMeansAnythingToHtml() {
        String json = new JsonText()
                .beginArray()
                .value("</script><!-- & 'quoted' \"twice\" \\")
                .value("é🎿\ud800\u2028\u0000")
                .value((String) null)
                .endArray()
                .toString();
        assertEquals(
                "[\"\\u003c/script\\u003e\\u003c!-- \\u0026 'quoted' \\\"twice\\\" \\\\\","
                        + "\"\\u00e9\\ud83c\\udfbf\\ud800\\u2028\\u0000\",null]",
                json);
    }

    @Test
    void numbersKeepAllTheirDigitsAndWhatIsNoneIsNull() {
        JsonText json = new JsonText().beginArray().value(0.1 + 0.2).value(1e-7).value(Double.NaN);
        assertEquals("[0.30000000000000004,1.0E-7,null]", json.endArray().toString());
    }

    @Test
    void aSeriesOfOneNumberIsThatNumberAndOthersKeepTheirBits() {
        JsonText json = new JsonText().beginArray();
        Series.write(new double[] {Double.NaN, Double.NaN}, json);
        Series.write(new double[] {2.5, 2.5, 2.5}, json);
        Series.write(new double[] {1, -0.0}, json);
        assertEquals("[null,2.5,\"AAAAAAAA8D8AAAAAAAAAgA==\"]", json.endArray().toString());
    }

    @Test
    void listsOfNumbersStandByLengthAndSizeAndOtherTextsByAlphabet() {
        List<String> ordered = List.of("[,]", "relu", "tanh", "[2]", "[16]", "[128]", "[2, 2]", "[2, 16]", "[16, 2]");
        List<String> mixed = new ArrayList<>(ordered);
        Collections.sort(mixed);
        assertEquals(ordered, mixed.stream().sorted(SweptAxis.TEXTS).toList());
    }

    @Test
    void htmlIsEscapedWhereverItMayStand() {
        assertEquals(
                "&lt;b id=&quot;x&quot; on=&#39;y&#39;&gt;&amp; &lt;/b&gt;",
                Html.escape("<b id=\"x\" on='y'>&\u0001</b>"));
    }

    @Test
    void thePageHasTheColoursOfThePictures() throws IOException {
        try (InputStream in = Page.class.getResourceAsStream("look.js")) {
            String script = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            for (int line = 0; line < Palette.MOST_LINES; line++) {
                String colour = String.format(
                        Locale.ROOT, "\"#%06x\"", Palette.line(line).getRGB() & 0xFFFFFF);
                assertTrue(script.contains(colour), colour);
            }
        }
    }
}
