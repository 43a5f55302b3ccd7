package glissade.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SurfaceTest {
    private static final double STEP = 1e-5;

    @ParameterizedTest
    @EnumSource(Surface.class)
    void everySurfacesSlopeIsThatOfItsHeight(Surface surface) {
        for (double x = -2; x <= 2; x += 0.25) {
            for (double y = -2; y <= 2; y += 0.25) {
                double slopeX = (surface.value(x + STEP, y) - surface.value(x - STEP, y)) / (2 * STEP);
                double slopeY = (surface.value(x, y + STEP) - surface.value(x, y - STEP)) / (2 * STEP);
                assertEquals(slopeX, surface.slopeX(x, y), 1e-6 * (1 + Math.abs(slopeX)), surface + " x");
                assertEquals(slopeY, surface.slopeY(x, y), 1e-6 * (1 + Math.abs(slopeY)), surface + " y");
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Surface.class)
    void aSurfaceIsLowestWhereItSays(Surface surface) {
        for (Surface.Place place : surface.lowest()) {
            assertEquals(0, surface.value(place.x(), place.y()));
            assertEquals(0, Math.abs(surface.slopeX(place.x(), place.y())));
            assertEquals(0, Math.abs(surface.slopeY(place.x(), place.y())));
        }
        assertTrue(surface.lowest().size() >= 1);
    }
}
