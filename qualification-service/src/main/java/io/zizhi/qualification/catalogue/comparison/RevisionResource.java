package io.zizhi.qualification.catalogue.comparison;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.http.Page;
import io.zizhi.platform.http.PageRequest;
import io.zizhi.platform.identity.CurrentCaller;
import io.zizhi.platform.identity.Roles;
import io.zizhi.platform.openapi.Refusal;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** The submitted revisions of a qualification and their differences. */
@Path("/v1/qualifications/{id: [0-9]{1,16}}")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.APPLICANT)
@Refusal(status = 404, code = "QUALIFICATION_NOT_FOUND", when = "The account has no such qualification.")
public class RevisionResource {

    private static final String NAME = "[1-9][0-9]{0,8}|working";

    private final ListRevisions list;
    private final ReadRevision read;
    private final CompareRevisions compare;
    private final CurrentCaller caller;

    RevisionResource(ListRevisions list, ReadRevision read, CompareRevisions compare, CurrentCaller caller) {
        this.list = list;
        this.read = read;
        this.compare = compare;
        this.caller = caller;
    }

    /**
     * Lists the submitted revisions of a qualification with their results, newest first.
     *
     * @param id id of the qualification
     */
    @GET
    @Path("/revisions")
    @Operation(operationId = "listRevisions")
    public Uni<Page<RevisionSummaryView>> list(@PathParam("id") long id, @BeanParam PageRequest page) {
        return list.handle(caller.get(), id, page);
    }

    /**
     * Returns a submitted revision with its form and its decision.
     *
     * @param id id of the qualification
     * @param number number of the revision
     */
    @GET
    @Path("/revisions/{number: [0-9]{1,9}}")
    @Operation(operationId = "getRevision")
    @Refusal(status = 404, code = "REVISION_NOT_FOUND", when = "The qualification has no revision with this number.")
    public Uni<RevisionView> get(@PathParam("id") long id, @PathParam("number") int number) {
        return read.handle(caller.get(), id, number);
    }

    /**
     * Lists the fields in which two revisions differ, and those in which their authorization letters differ. Values are
     * masked as everywhere, but compared unmasked.
     *
     * @param id id of the qualification
     * @param from number of the older revision, or {@code working} for the working copy
     * @param to number of the newer revision, or {@code working} for the working copy
     */
    @GET
    @Path("/difference")
    @Operation(operationId = "compareRevisions")
    @Refusal(status = 400, code = "REVISION_MALFORMED", when = "`from` or `to` is neither a number nor `working`.")
    @Refusal(status = 404, code = "REVISION_NOT_FOUND", when = "One of the two revisions does not exist.")
    public Uni<DifferenceView> difference(
            @PathParam("id") long id,
            @Parameter(required = true, schema = @Schema(pattern = NAME), example = "working")
                    @QueryParam("from")
                    @Nullable
                    String from,
            @Parameter(required = true, schema = @Schema(pattern = NAME), example = "working")
                    @QueryParam("to")
                    @Nullable
                    String to) {
        return compare.handle(caller.get(), id, RevisionName.of("from", from), RevisionName.of("to", to));
    }
}
