package io.zizhi.qualification.catalogue.timeline;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.zizhi.platform.identity.Roles;
import io.zizhi.qualification.model.timeline.Act;
import io.zizhi.qualification.model.timeline.RecordedAct;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An event in the history of a qualification or a letter.
 *
 * @param at when it happened
 * @param act what happened
 * @param role role of the actor
 * @param actor token subject of the actor; reviewers are not named to the owner
 * @param workOrder work order of the revision concerned, if it has one
 * @param details numbers, codes and pointers; {@code fields} contains the changed fields. For staff, an act of two
 *     persons names both: {@code requestedBy} and {@code confirmedBy}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record EntryView(
        Instant at,
        Act act,
        String role,
        @Nullable String actor,
        @Nullable Long workOrder,
        Map<String, Object> details) {

    public static EntryView forOwner(RecordedAct entry) {
        return from(entry, entry.role().equals(Roles.APPLICANT) ? entry.actor() : null, entry.detailsWithoutStaff());
    }

    public static EntryView forStaff(RecordedAct entry) {
        return from(entry, entry.actor(), entry.details());
    }

    private static EntryView from(RecordedAct entry, @Nullable String actor, Map<String, Object> details) {
        return new EntryView(entry.at(), entry.act(), entry.role(), actor, entry.workOrder(), details);
    }
}
