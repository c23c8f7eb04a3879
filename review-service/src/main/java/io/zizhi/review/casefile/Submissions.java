package io.zizhi.review.casefile;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import io.zizhi.contracts.ReviewSubject;
import org.jspecify.annotations.Nullable;

/** The submitted revisions, which belong to qualification-service. */
public interface Submissions {

    /**
     * The submitted revision of a work order, or the letter that was submitted alone, personal fields masked; null when that service does not know it. Fails when
     * the service is down. Its form belongs to that service and is handed on as it is.
     */
    Uni<@Nullable JsonNode> snapshot(ReviewSubject subject, long workOrder);

    /**
     * In which fields a submission differs from another one of the same qualification or letter; null when there is no such
     * other one. Fails and is handed on like {@link #snapshot}.
     */
    Uni<@Nullable JsonNode> difference(ReviewSubject subject, long workOrder, Base base);

    /**
     * What else there is of the same persons and the same company: {@code duplicates} in other accounts, and {@code
     * sameCompany} in the account itself. Fails and is handed on like {@link #snapshot}.
     */
    Uni<@Nullable JsonNode> related(long workOrder);

    /** With what a submission is compared. */
    enum Base {
        /** What was submitted just before. */
        PREVIOUS,

        /** What is in force. */
        IN_FORCE
    }
}
