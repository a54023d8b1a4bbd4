package dev.rockpool.app.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class NavigationTest {
    private final Navigation navigation = new Navigation(List.of("today", "document", "settings"));

    @Test
    void startsAtTheFirstScreen() {
        assertThat(navigation.current().get()).isEqualTo(Place.of("today"));
        assertThat(navigation.canGoBack()).isFalse();
    }

    @Test
    void goesBackTheWayItCame() {
        navigation.open(Place.of("document"));
        navigation.open(Place.of("document", "claim", "q12-c3"));
        navigation.open(Place.of("settings"));
        navigation.back();
        assertThat(navigation.current().get()).isEqualTo(new Place("document", "claim/q12-c3"));
        navigation.back();
        navigation.back();
        assertThat(navigation.current().get()).isEqualTo(Place.of("today"));
        navigation.back();
        assertThat(navigation.current().get()).isEqualTo(Place.of("today"));
    }

    @Test
    void aScreenThatDoesNotExistChangesNothing() {
        navigation.open(Place.of("atlantis"));
        assertThat(navigation.current().get()).isEqualTo(Place.of("today"));
        assertThat(navigation.canGoBack()).isFalse();
    }

    @Test
    void forgetsTheOldestOfVeryManyPlaces() {
        for (int visit = 0; visit < 200; visit++) {
            navigation.open(Place.of("document", "card", "c" + visit));
        }
        int steps = 0;
        while (navigation.canGoBack()) {
            navigation.back();
            steps++;
        }
        assertThat(steps).isEqualTo(50);
    }

    @Test
    void needsAScreen() {
        assertThatThrownBy(() -> new Navigation(List.of())).hasMessageContaining("screens");
    }
}
