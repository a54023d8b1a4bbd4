package dev.rockpool.app.markdown;

import dev.rockpool.app.text.Texts;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.HPos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Separator;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.node.Block;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.node.ListBlock;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.ThematicBreak;

/// A Markdown text as a column of nodes that wraps to the width it is given.
///
/// The text size is that of the node it is put into: headings differ by weight, not by size, so that a screen keeps its
/// few sizes.
public final class MarkdownView {
    /// The most blocks and cells of one text that are drawn; a sentence says that the rest is left out.
    static final int MOST_BLOCKS = 600;

    private final VBox root = new VBox();
    private final Inlines inlines;
    private final Texts texts;
    private int left = MOST_BLOCKS;

    /// Draws `markdown`, marking what `hits` finds in it.
    public MarkdownView(String markdown, Surroundings surroundings, Hits hits) {
        texts = surroundings.texts();
        inlines = new Inlines(surroundings, hits);
        root.getStyleClass().addAll("rp-markdown", "rp-content");
        root.setAccessibleText(PlainText.of(markdown));
        root.getChildren().setAll(blocks(MarkdownSource.read(markdown)));
        if (left < 0 || markdown.length() > MarkdownSource.LONGEST) {
            root.getChildren().add(remark(texts.get("markdown.cut")));
        }
    }

    /// The column, to be put where the text belongs.
    public Region root() {
        return root;
    }

    private List<Node> blocks(org.commonmark.node.Node parent) {
        List<Node> nodes = new ArrayList<>();
        for (org.commonmark.node.Node child = parent.getFirstChild(); child != null; child = child.getNext()) {
            left--;
            if (left < 0) {
                break;
            }
            if (child instanceof Block block && !(block instanceof LinkReferenceDefinition)) {
                nodes.add(block(block));
            }
        }
        return nodes;
    }

    private Node block(Block block) {
        return switch (block) {
            case Heading heading -> styled(inlines.flow(heading), "rp-markdown-heading");
            case Paragraph paragraph -> inlines.flow(paragraph);
            case FencedCodeBlock code -> code(code.getLiteral());
            case IndentedCodeBlock code -> code(code.getLiteral());
            case HtmlBlock html -> code(html.getLiteral());
            case BlockQuote quote -> styled(column(blocks(quote)), "rp-markdown-quote");
            case BulletList list -> list(list, -1);
            case OrderedList list -> list(list, firstNumber(list));
            case TableBlock table -> table(table);
            case ThematicBreak _ -> new Separator();
            default -> column(blocks(block));
        };
    }

    private static int firstNumber(OrderedList list) {
        Integer number = list.getMarkerStartNumber();
        return number == null ? 1 : number;
    }

    private Node list(ListBlock list, int firstNumber) {
        VBox items = new VBox();
        items.getStyleClass().add(list.isTight() ? "rp-markdown-list-tight" : "rp-markdown-list");
        int number = firstNumber;
        for (org.commonmark.node.Node item = list.getFirstChild(); item != null; item = item.getNext()) {
            left--;
            if (left < 0) {
                break;
            }
            Label mark = new Label(firstNumber < 0 ? "•" : number + ".");
            mark.getStyleClass().add("rp-markdown-mark");
            mark.setMinWidth(Region.USE_PREF_SIZE);
            VBox body = column(blocks(item));
            HBox.setHgrow(body, Priority.ALWAYS);
            items.getChildren().add(styled(new HBox(mark, body), "rp-markdown-item"));
            number++;
        }
        return items;
    }

    private static Node code(String literal) {
        Text text = new Text(literal.stripTrailing().replace("\t", "    "));
        text.getStyleClass().addAll("rp-text", "rp-code-block-text");
        StackPane sheet = new StackPane(text);
        sheet.getStyleClass().add("rp-code-block-sheet");
        StackPane.setAlignment(text, javafx.geometry.Pos.TOP_LEFT);
        ScrollPane scroll = new ScrollPane(sheet);
        scroll.getStyleClass().add("rp-code-block");
        scroll.setVbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFitToWidth(true);
        scroll.setMinHeight(Region.USE_PREF_SIZE);
        sheet.setMinWidth(Region.USE_PREF_SIZE);
        scroll.setAccessibleText(literal);
        return scroll;
    }

    private Node table(TableBlock table) {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("rp-markdown-table");
        int row = 0;
        int columns = 0;
        for (org.commonmark.node.Node part = table.getFirstChild(); part != null; part = part.getNext()) {
            for (org.commonmark.node.Node line = part.getFirstChild(); line != null; line = line.getNext()) {
                int column = 0;
                for (org.commonmark.node.Node cell = line.getFirstChild(); cell != null; cell = cell.getNext()) {
                    left--;
                    if (left < 0) {
                        return grid;
                    }
                    if (cell instanceof TableCell content) {
                        grid.add(cell(content, row), column, row);
                        column++;
                    }
                }
                columns = Math.max(columns, column);
                row++;
            }
        }
        for (int column = 0; column < columns; column++) {
            ColumnConstraints constraints = new ColumnConstraints();
            constraints.setHgrow(Priority.SOMETIMES);
            constraints.setMinWidth(40);
            grid.getColumnConstraints().add(constraints);
        }
        return grid;
    }

    private Node cell(TableCell content, int row) {
        TextFlow flow = inlines.flow(content);
        flow.getStyleClass().add(content.isHeader() ? "rp-markdown-table-header" : "rp-markdown-table-cell");
        if (row > 0) {
            flow.getStyleClass().add("rp-markdown-table-body");
        }
        TableCell.Alignment alignment = content.getAlignment();
        if (alignment == TableCell.Alignment.RIGHT) {
            flow.setTextAlignment(javafx.scene.text.TextAlignment.RIGHT);
        } else if (alignment == TableCell.Alignment.CENTER) {
            flow.setTextAlignment(javafx.scene.text.TextAlignment.CENTER);
        }
        GridPane.setHalignment(flow, HPos.LEFT);
        GridPane.setValignment(flow, VPos.TOP);
        return flow;
    }

    private Node remark(String sentence) {
        Label label = new Label(sentence);
        label.setWrapText(true);
        return styled(label, "rp-markdown-remark");
    }

    private static VBox column(List<Node> nodes) {
        VBox column = new VBox();
        column.getStyleClass().add("rp-markdown");
        column.getChildren().setAll(nodes);
        return column;
    }

    private static <N extends Node> N styled(N node, String styleClass) {
        node.getStyleClass().add(styleClass);
        return node;
    }
}
