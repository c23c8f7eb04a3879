package io.zizhi.qualification.model.timeline;

import io.zizhi.platform.database.OwedRows;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** The entries that a transaction adds to the timelines of one table, in their order. */
final class OwedActs implements OwedRows {

    private final Place place;
    private final String insert;
    private final String result;
    private final List<RecordedAct> acts = new ArrayList<>();

    /**
     * @param insert as in {@link #queries}
     * @param result as in {@link #result}
     */
    OwedActs(Place place, String insert, String result) {
        this.place = place;
        this.insert = insert;
        this.result = result;
    }

    void add(List<? extends RecordedAct> added) {
        acts.addAll(added);
    }

    @Override
    public Place place() {
        return place;
    }

    @Override
    public boolean isEmpty() {
        return acts.isEmpty();
    }

    @Override
    public String queries() {
        return insert;
    }

    @Override
    public List<Object> parameters() {
        return List.of(
                acts.stream().map(RecordedAct::subjectId).toArray(Long[]::new),
                texts(act -> act.act().name()),
                texts(RecordedAct::actor),
                texts(RecordedAct::role),
                acts.stream().map(act -> act.at().atOffset(ZoneOffset.UTC)).toArray(OffsetDateTime[]::new),
                acts.stream().map(RecordedAct::workOrder).toArray(Long[]::new),
                texts(RecordedAct::detailsAsJson));
    }

    private String[] texts(Function<RecordedAct, String> text) {
        return acts.stream().map(text).toArray(String[]::new);
    }

    @Override
    public String result() {
        return result;
    }

    @Override
    public void written(long result) {
        OwedRows.requireAll(result, acts.size());
    }
}
