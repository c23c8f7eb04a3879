package io.zizhi.qualification.timeline;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.zizhi.platform.identity.Roles;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The history of a qualification, oldest first.
 *
 * @param items every act
 */
public record TimelineView(List<EntryView> items) {

    static TimelineView from(List<TimelineEntry> entries) {
        return new TimelineView(entries.stream().map(EntryView::from).toList());
    }

    /**
     * One act.
     *
     * @param at when
     * @param act what
     * @param role in which role the actor acted
     * @param actor subject of an applicant's token; the owner is not told which reviewer it was
     * @param workOrder work order of the revision concerned, where it has one
     * @param details numbers, codes and pointers
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record EntryView(
            Instant at,
            Act act,
            String role,
            @Nullable String actor,
            @Nullable Long workOrder,
            Map<String, Object> details) {

        static EntryView from(TimelineEntry entry) {
            return new EntryView(
                    entry.at(),
                    entry.act(),
                    entry.role(),
                    entry.role().equals(Roles.APPLICANT) ? entry.actor() : null,
                    entry.workOrder(),
                    entry.details());
        }
    }
}
