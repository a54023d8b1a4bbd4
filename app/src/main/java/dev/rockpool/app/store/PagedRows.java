package dev.rockpool.app.store;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.collections.ObservableListBase;

/// The lines of a list that is as long as a bucket, of which only the pages last looked at are in memory.
///
/// It grows by a page whenever one comes near its end ([#near]); of a page that was let go it remembers where it
/// begins, and reads it again. Foreground only.
final class PagedRows extends ObservableListBase<ObjectRow> {
    /// Lines of a page, at the most.
    static final int PAGE = 500;

    /// Pages in memory.
    static final int KEPT = 8;

    /// No list: nothing is read of it.
    static final PagedRows NONE = new PagedRows((_, _) -> {});

    private final BiConsumer<RowPage.Mark, Consumer<RowPage>> reader;
    private final List<RowPage.Mark> marks = new ArrayList<>(List.of(RowPage.Mark.START));
    /// The index of each page's first line; one more than there are pages.
    private final List<Integer> starts = new ArrayList<>(List.of(0));
    private final LinkedHashMap<Integer, List<ObjectRow>> pages = new LinkedHashMap<>(KEPT, 0.75f, true);
    private final Set<Integer> asked = new HashSet<>();
    private boolean complete;

    /// @param reader reads the page at a mark in the background and hands it back on the foreground
    PagedRows(BiConsumer<RowPage.Mark, Consumer<RowPage>> reader) {
        this.reader = reader;
    }

    /// Reads the first page.
    void begin() {
        ask(0);
    }

    /// Whether the last line is known.
    boolean isComplete() {
        return complete;
    }

    /// Somebody looks at the line at `index`: reads on if that is near the end of what is known.
    void near(int index) {
        if (!complete && index >= size() - PAGE / 2) {
            ask(starts.size() - 1);
        }
    }

    @Override
    public ObjectRow get(int index) {
        int found = Collections.binarySearch(starts, index);
        int page = found >= 0 ? found : -found - 2;
        List<ObjectRow> rows = pages.get(page);
        if (rows == null) {
            ask(page);
            return ObjectRow.PENDING;
        }
        return rows.get(index - starts.get(page));
    }

    @Override
    public int size() {
        return starts.getLast();
    }

    private void ask(int page) {
        if (page < marks.size() && asked.add(page)) {
            reader.accept(marks.get(page), read -> take(page, read));
        }
    }

    private void take(int page, RowPage read) {
        asked.remove(page);
        boolean isNew = page == starts.size() - 1;
        List<ObjectRow> rows = read.rows();
        if (!isNew) { // the bucket may have changed meanwhile: the page keeps its length
            int length = starts.get(page + 1) - starts.get(page);
            rows = new ArrayList<>(rows.subList(0, Math.min(length, rows.size())));
            while (rows.size() < length) {
                rows.add(ObjectRow.PENDING);
            }
        }
        pages.put(page, rows);
        if (pages.size() > KEPT) {
            pages.remove(pages.firstEntry().getKey());
        }
        beginChange();
        if (isNew) {
            starts.add(starts.getLast() + rows.size());
            Optional<RowPage.Mark> next = read.next();
            next.ifPresent(marks::add);
            complete = next.isEmpty();
            nextAdd(starts.get(page), starts.getLast());
        } else {
            for (int index = starts.get(page); index < starts.get(page + 1); index++) {
                nextUpdate(index);
            }
        }
        endChange();
    }

    /// The lines in memory, for tests of how many there are.
    int held() {
        int held = 0;
        for (Map.Entry<Integer, List<ObjectRow>> page : pages.entrySet()) {
            held += page.getValue().size();
        }
        return held;
    }
}
