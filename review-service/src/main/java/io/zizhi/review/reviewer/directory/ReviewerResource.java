package io.zizhi.review.reviewer.directory;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.http.Page;
import io.zizhi.platform.http.PageRequest;
import io.zizhi.platform.http.Parameters;
import io.zizhi.platform.http.problem.Problems;
import io.zizhi.platform.identity.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** The reviewers of the desk. */
@Path("/v1/reviewers")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.SUPERVISOR, Roles.AUDITOR})
public class ReviewerResource {

    private final ReviewerDirectoryRepository reviewers;

    ReviewerResource(ReviewerDirectoryRepository reviewers) {
        this.reviewers = reviewers;
    }

    /**
     * Lists the people who have called the desk as reviewers, by id. Reviews can be assigned to them and to nobody
     * else.
     */
    @GET
    @Operation(operationId = "listReviewers")
    @WithSession
    public Uni<Page<ReviewerView>> list(@BeanParam PageRequest page) {
        int limit = page.limit();
        return reviewers
                .reviewers(after(page.cursor()), limit + 1)
                .map(rows -> rows.stream().map(ReviewerView::from).toList())
                .map(found -> Page.of(found, limit, ReviewerView::reviewerId));
    }

    private static String after(@Nullable String cursor) {
        if (cursor == null) {
            return "";
        }
        if (!Parameters.isStorable(cursor)) {
            throw Problems.badRequest(
                    "CURSOR_INVALID", "?cursor", "Send the nextCursor of the previous page unchanged.");
        }
        return cursor;
    }
}
