package io.zizhi.review.reviewer.directory;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.zizhi.platform.database.Row;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A person who has called the desk as a reviewer.
 *
 * @param reviewerId the {@code sub} of the reviewer's tokens
 * @param displayName the login name; absent if the tokens have none
 * @param lastSeenAt when the reviewer last called, at most a minute too early
 * @param heldReviews number of reviews that the reviewer holds now
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ReviewerView(String reviewerId, @Nullable String displayName, Instant lastSeenAt, long heldReviews) {

    static ReviewerView from(Row row) {
        return new ReviewerView(
                row.text("reviewer_id"), row.textOrNull("display_name"), row.instant("seen_at"), row.number("held"));
    }
}
