package io.zizhi.qualification.catalogue.timeline;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.zizhi.platform.identity.Roles;
import io.zizhi.qualification.model.timeline.Act;
import io.zizhi.qualification.model.timeline.TimelineEntry;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One act in the history of a qualification.
 *
 * @param at when
 * @param act what
 * @param role in which role the actor acted
 * @param actor subject of the actor's token; the owner is not told which reviewer it was
 * @param workOrder work order of the revision concerned, where it has one
 * @param details numbers, codes and pointers; {@code fields} are the fields that were changed
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record EntryView(
        Instant at,
        Act act,
        String role,
        @Nullable String actor,
        @Nullable Long workOrder,
        Map<String, Object> details) {

    static EntryView forOwner(TimelineEntry entry) {
        return from(entry, entry.role().equals(Roles.APPLICANT) ? entry.actor() : null);
    }

    static EntryView forStaff(TimelineEntry entry) {
        return from(entry, entry.actor());
    }

    private static EntryView from(TimelineEntry entry, @Nullable String actor) {
        return new EntryView(entry.at(), entry.act(), entry.role(), actor, entry.workOrder(), entry.details());
    }
}
