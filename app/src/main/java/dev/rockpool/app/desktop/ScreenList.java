package dev.rockpool.app.desktop;

import dev.rockpool.app.branches.BranchesScreen;
import dev.rockpool.app.cards.CardsScreen;
import dev.rockpool.app.costs.CostsScreen;
import dev.rockpool.app.document.DocumentScreen;
import dev.rockpool.app.lab.LabsScreen;
import dev.rockpool.app.planning.PlanScreen;
import dev.rockpool.app.presenter.PresentScreen;
import dev.rockpool.app.query.QueryScreen;
import dev.rockpool.app.quiz.QuizScreen;
import dev.rockpool.app.settings.SettingsScreen;
import dev.rockpool.app.shell.ScreenEntry;
import dev.rockpool.app.statistics.StatisticsScreen;
import dev.rockpool.app.store.StoreScreen;
import dev.rockpool.app.streams.StreamsScreen;
import dev.rockpool.app.study.StudyScreen;
import dev.rockpool.app.today.TodayScreen;
import java.util.List;
import org.kordamp.ikonli.feather.Feather;

/// The screens that exist, in the order of the sidebar; settings last.
public final class ScreenList {
    /// What is learnt, with what shows how far one is.
    private static final String LEARN = "learn";
    /// What runs: the labs and the platform.
    private static final String RUN = "run";
    /// What all of it costs, and what was recorded of it.
    private static final String MEASURE = "measure";

    private ScreenList() {}

    /// Every screen. The first is where a new user starts. The labs are made when a screen that shows them is first
    /// visited: the window is there before.
    public static List<ScreenEntry> entries() {
        return List.of(
                TodayScreen.entry().in(LEARN),
                DocumentScreen.entry().in(LEARN),
                StudyScreen.entry().in(LEARN),
                CardsScreen.entry().in(LEARN),
                QuizScreen.entry(LabList::entries).in(LEARN),
                StatisticsScreen.entry().in(LEARN),
                PlanScreen.entry().in(LEARN),
                LabsScreen.entry(LabList::entries).in(RUN),
                StoreScreen.entry().in(RUN),
                BranchesScreen.entry().in(RUN),
                StreamsScreen.entry().in(RUN),
                PresentScreen.entry(LabList::entries).in(RUN),
                CostsScreen.entry().in(MEASURE),
                QueryScreen.entry().in(MEASURE),
                new ScreenEntry("settings", Feather.SETTINGS, SettingsScreen::new));
    }
}
