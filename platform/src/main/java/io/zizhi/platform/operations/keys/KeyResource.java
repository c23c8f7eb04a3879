package io.zizhi.platform.operations.keys;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.identity.CurrentCaller;
import io.zizhi.platform.identity.Roles;
import io.zizhi.platform.openapi.Refusal;
import io.zizhi.platform.privacy.encryption.jobs.KeyJobs;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The encryption keys of this service, and the jobs that replace them. */
@Path("/v1/operations/keys")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.OPERATOR)
public class KeyResource {

    private final ReadKeys readKeys;
    private final StartKeyJob startKeyJob;
    private final KeyJobs jobs;
    private final CurrentCaller caller;

    KeyResource(ReadKeys readKeys, StartKeyJob startKeyJob, KeyJobs jobs, CurrentCaller caller) {
        this.readKeys = readKeys;
        this.startKeyJob = startKeyJob;
        this.jobs = jobs;
        this.caller = caller;
    }

    /** Shows the service keys with their versions, and the last job with its progress. */
    @GET
    @Operation(operationId = "readKeys")
    public Uni<KeysView> read() {
        return readKeys.read();
    }

    /** Starts a job in the background. Any replica continues it after a crash. One job runs at a time. */
    @POST
    @Path("/jobs")
    @Operation(operationId = "startKeyJob")
    @Refusal(
            status = 400,
            code = "FIELD_INVALID",
            when = "`accountId` is missing for `ACCOUNT_KEY`, or given for another kind.")
    @Refusal(status = 409, code = "KEY_JOB_RUNNING", when = "A job on keys is running.")
    public Uni<KeysView> start(@NotNull(message = "BODY_REQUIRED") @Valid KeyJobRequest request) {
        return startKeyJob.start(request, caller.get()).chain(readKeys::read).invoke(jobs::wake);
    }
}
