package dev.rockpool.app.theme;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.Test;

class AppearanceTest {
    private final ObjectProperty<Theme> system = new SimpleObjectProperty<>(Theme.LIGHT);
    private final Appearance appearance = new Appearance(system);

    @Test
    void followsTheSystemOnlyIfAskedTo() {
        assertThat(appearance.theme().getValue()).isEqualTo(Theme.LIGHT);
        system.set(Theme.DARK);
        assertThat(appearance.theme().getValue()).isEqualTo(Theme.DARK);
        appearance.choice().set(ThemeChoice.LIGHT);
        assertThat(appearance.theme().getValue()).isEqualTo(Theme.LIGHT);
        appearance.choice().set(ThemeChoice.DARK);
        system.set(Theme.LIGHT);
        assertThat(appearance.theme().getValue()).isEqualTo(Theme.DARK);
    }

    @Test
    void zoomsInStepsWithinItsBounds() {
        List<Integer> seen = new ArrayList<>();
        appearance.zoom().subscribe(zoom -> seen.add(zoom.intValue()));
        for (int step = 0; step < 8; step++) {
            appearance.zoomIn();
        }
        assertThat(seen).containsExactly(100, 110, 125, 150, 175, 200);
        for (int step = 0; step < 12; step++) {
            appearance.zoomOut();
        }
        assertThat(appearance.zoom().get()).isEqualTo(75);
        appearance.zoomReset();
        assertThat(appearance.zoom().get()).isEqualTo(100);
    }

    @Test
    void theProjectorEnlargesOnTopOfTheZoom() {
        appearance.zoom().set(125);
        appearance.projector().set(true);
        assertThat(appearance.scale().getValue()).isEqualTo(2.0);
    }
}
