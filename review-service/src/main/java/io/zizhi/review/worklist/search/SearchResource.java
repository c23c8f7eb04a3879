package io.zizhi.review.worklist.search;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.http.Page;
import io.zizhi.platform.http.PageRequest;
import io.zizhi.platform.identity.CurrentCaller;
import io.zizhi.platform.identity.Roles;
import io.zizhi.platform.openapi.Refusal;
import io.zizhi.review.review.ReviewView;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Search for reviews. */
@Path("/v1/reviews/search")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.SUPERVISOR, Roles.AUDITOR})
public class SearchResource {

    private final SearchReviews searchReviews;
    private final CurrentCaller caller;

    SearchResource(SearchReviews searchReviews, CurrentCaller caller) {
        this.searchReviews = searchReviews;
        this.caller = caller;
    }

    /**
     * Searches all reviews, finished ones included, the newest submission first. The criteria are in the request body,
     * so that they do not appear in URLs or access logs. The audit log records the names of the criteria.
     */
    @POST
    @Operation(operationId = "searchReviews")
    @Refusal(
            status = 400,
            code = "CRITERION_REQUIRED",
            when = "The body names no work order, company, code, account or reviewer, and no start of a period.")
    @Refusal(status = 400, code = "PARAMETER_INVALID", when = "An instant is before 1970 or after 9999.")
    @Refusal(status = 400, code = "PERIOD_EMPTY", when = "A period ends before it begins.")
    public Uni<Page<ReviewView>> search(
            @BeanParam PageRequest page, @Valid @NotNull(message = "BODY_REQUIRED") SearchRequest wanted) {
        return searchReviews.search(wanted, page, caller.get());
    }
}
