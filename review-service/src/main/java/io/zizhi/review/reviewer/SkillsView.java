package io.zizhi.review.reviewer;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.zizhi.contracts.OwnerType;
import io.zizhi.contracts.Purpose;
import io.zizhi.contracts.ReviewSubject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The reviews that a reviewer may take: those that match all lists present; all reviews if no list is present.
 *
 * @param reviewerId the {@code sub} of the reviewer's tokens
 * @param version for {@code If-Match}; 0 while the skills were never set
 * @param ownerTypes types of the owner; absent for all
 * @param policies clock policies by name; absent for all
 * @param purposes purposes; absent for all
 * @param subjects qualifications, or letters alone; absent for both
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SkillsView(
        String reviewerId,
        long version,
        @Nullable List<OwnerType> ownerTypes,
        @Nullable List<String> policies,
        @Nullable List<Purpose> purposes,
        @Nullable List<ReviewSubject> subjects) {

    static SkillsView from(String reviewerId, StoredSkills stored) {
        Skills skills = stored.skills();
        return new SkillsView(
                reviewerId,
                stored.version(),
                skills.ownerTypes(),
                skills.policies(),
                skills.purposes(),
                skills.subjects());
    }
}
