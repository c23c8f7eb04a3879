package io.zizhi.qualification.filing.letter;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.zizhi.platform.identity.Roles;
import io.zizhi.qualification.model.letter.LetterTimelineEntry;
import io.zizhi.qualification.model.timeline.Act;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An event in the history of a letter.
 *
 * @param at when it happened
 * @param act what happened
 * @param role role of the actor
 * @param actor token subject of the actor; reviewers are not named to the owner
 * @param workOrder work order of the submission concerned, if any
 * @param details numbers, codes and pointers
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LetterActView(
        Instant at,
        Act act,
        String role,
        @Nullable String actor,
        @Nullable Long workOrder,
        Map<String, Object> details) {

    static LetterActView forOwner(LetterTimelineEntry entry) {
        return from(entry, entry.role().equals(Roles.APPLICANT) ? entry.actor() : null);
    }

    static LetterActView forStaff(LetterTimelineEntry entry) {
        return from(entry, entry.actor());
    }

    private static LetterActView from(LetterTimelineEntry entry, @Nullable String actor) {
        return new LetterActView(entry.at(), entry.act(), entry.role(), actor, entry.workOrder(), entry.details());
    }
}
