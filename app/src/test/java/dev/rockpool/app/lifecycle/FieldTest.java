package dev.rockpool.app.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class FieldTest {
    /// However many dots and however little room, each has a place of its own inside the band.
    @Test
    void everyDotHasAPlaceOfItsOwn() {
        for (int dots : new int[] {1, 2, 30, 100, 600}) {
            for (double wide : new double[] {150, 400, 900}) {
                for (double high : new double[] {20, 40, 200}) {
                    Field field = Field.of(dots, wide, high);
                    int columns = (int) (wide / field.pitch());
                    boolean fits = columns * field.rows() >= dots;
                    assertThat(field.rows()).isPositive();
                    assertThat(field.y(field.rows() - 1) + field.radius()).isLessThanOrEqualTo(high);
                    if (fits) {
                        assertThat(field.x(dots - 1) + field.radius()).isLessThanOrEqualTo(wide);
                    }
                    assertThat(field.x(field.rows())).isEqualTo(field.x(0) + field.pitch());
                }
            }
        }
    }

    /// Few dots are large, many are small.
    @Test
    void dotsAreAsLargeAsTheRoomLetsThemBe() {
        assertThat(Field.of(10, 400, 100).pitch()).isEqualTo(16);
        assertThat(Field.of(600, 400, 40).pitch()).isLessThan(6);
    }
}
