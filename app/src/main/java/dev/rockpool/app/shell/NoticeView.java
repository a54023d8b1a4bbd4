package dev.rockpool.app.shell;

import atlantafx.base.theme.Styles;
import dev.rockpool.app.text.Texts;
import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.util.Duration;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The notice at the foot of the window, gone after a while unless the pointer or the focus is on it.
final class NoticeView {
    private static final Duration SHOWN = Duration.seconds(10);

    private final Texts texts;
    private final NoticeBoard board;
    private final String undoKeys;
    private final HBox root = new HBox();
    private final PauseTransition time = new PauseTransition(SHOWN);

    NoticeView(Texts texts, NoticeBoard board, Command undo) {
        this.texts = texts;
        this.board = board;
        this.undoKeys = KeyLabel.text(undo.keys().getFirst());
        root.setId("notice");
        root.getStyleClass().add("rp-notice");
        root.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        time.setOnFinished(_ -> end());
        board.current().subscribe(this::show);
    }

    Region root() {
        return root;
    }

    private void show(Optional<NoticeBoard.Notice> notice) {
        root.setVisible(notice.isPresent());
        root.getChildren().clear();
        notice.ifPresent(this::fill);
    }

    private void fill(NoticeBoard.Notice notice) {
        Label sentence = new Label(notice.sentence());
        sentence.setWrapText(true);
        root.getChildren().add(sentence);
        notice.undo().ifPresent(_ -> {
            Button undo = new Button(texts.get("notice.undo", undoKeys));
            undo.setMinWidth(Region.USE_PREF_SIZE);
            undo.setId("notice-undo");
            undo.setOnAction(_ -> board.undo());
            root.getChildren().add(undo);
        });
        Button close = new Button(null, new FontIcon(Feather.X));
        close.getStyleClass().addAll(Styles.BUTTON_ICON, "rp-notice-close");
        close.setAccessibleText(texts.get("notice.close"));
        close.setOnAction(_ -> board.dismiss());
        root.getChildren().add(close);
        time.playFromStart();
    }

    private void end() {
        boolean attended = root.isHover() || root.isFocusWithin();
        if (attended) {
            time.playFromStart();
        } else {
            board.dismiss();
        }
    }
}
