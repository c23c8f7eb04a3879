package io.zizhi.platform.operations.audit.anchor;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.ArrayList;
import java.util.List;

/**
 * Anchors whose heads a restore of the database took back: it continues from the anchor before the first of them. They
 * say nothing about the rows that the database has now; all others do.
 *
 * @param epoch epoch that the restore gave the database
 * @param first number of the first of these anchors
 * @param last number of the last one: the last anchor before the restore
 */
@JsonPropertyOrder({"epoch", "first", "last"})
public record Restore(long epoch, long first, long last) {

    /** Each anchor repeats the restores before it. The losses of further restores are found as tampering. */
    private static final int MOST = 100;

    /**
     * Returns the restores that concern a database after one more restore. A backup brings back what an earlier restore
     * took back, if it was made before that restore.
     *
     * @param before restores by the last anchor in the store, in the order of their epochs
     * @param epoch epoch of the new restore
     * @param known number of the last anchor that the restored database knows
     * @param last number of the last anchor in the store
     */
    static List<Restore> after(List<Restore> before, long epoch, long known, long last) {
        List<Restore> restores = new ArrayList<>();
        for (Restore restore : before) {
            if (restore.last < known) {
                restores.add(restore);
            } else if (restore.last > known) {
                restores.add(new Restore(restore.epoch, Math.max(restore.first, known + 1), restore.last));
            }
        }
        if (last > known && restores.size() < MOST) {
            restores.add(new Restore(epoch, known + 1, last));
        }
        return List.copyOf(restores);
    }

    public boolean tookBack(Anchor anchor) {
        return first <= anchor.number() && anchor.number() <= last;
    }
}
