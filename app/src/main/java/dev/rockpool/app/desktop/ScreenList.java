package dev.rockpool.app.desktop;

import dev.rockpool.app.cards.CardsScreen;
import dev.rockpool.app.costs.CostsScreen;
import dev.rockpool.app.document.DocumentScreen;
import dev.rockpool.app.lab.LabsScreen;
import dev.rockpool.app.planning.PlanScreen;
import dev.rockpool.app.query.QueryScreen;
import dev.rockpool.app.quiz.QuizScreen;
import dev.rockpool.app.settings.SettingsScreen;
import dev.rockpool.app.shell.ScreenEntry;
import dev.rockpool.app.statistics.StatisticsScreen;
import dev.rockpool.app.study.StudyScreen;
import dev.rockpool.app.today.TodayScreen;
import java.util.List;
import org.kordamp.ikonli.feather.Feather;

/// The screens that exist, in the order of the sidebar; settings last.
public final class ScreenList {
    private ScreenList() {}

    /// Every screen. The first is where a new user starts.
    public static List<ScreenEntry> entries() {
        return List.of(
                TodayScreen.entry(),
                DocumentScreen.entry(),
                StudyScreen.entry(),
                CardsScreen.entry(),
                QuizScreen.entry(),
                StatisticsScreen.entry(),
                PlanScreen.entry(),
                LabsScreen.entry(LabList.entries()),
                CostsScreen.entry(),
                QueryScreen.entry(),
                new ScreenEntry("settings", Feather.SETTINGS, SettingsScreen::new));
    }
}
