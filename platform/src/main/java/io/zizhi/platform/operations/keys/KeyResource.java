package io.zizhi.platform.operations.keys;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.http.Parameters;
import io.zizhi.platform.identity.CurrentCaller;
import io.zizhi.platform.identity.Roles;
import io.zizhi.platform.openapi.Refusal;
import io.zizhi.platform.operations.Reason;
import io.zizhi.platform.privacy.encryption.jobs.KeyJobs;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
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
    private final DestroyMasterKeyVersion destroyMasterKeyVersion;
    private final DecideDamagedKey decideDamagedKey;
    private final KeyJobs jobs;
    private final CurrentCaller caller;

    KeyResource(
            ReadKeys readKeys,
            StartKeyJob startKeyJob,
            DestroyMasterKeyVersion destroyMasterKeyVersion,
            DecideDamagedKey decideDamagedKey,
            KeyJobs jobs,
            CurrentCaller caller) {
        this.readKeys = readKeys;
        this.startKeyJob = startKeyJob;
        this.destroyMasterKeyVersion = destroyMasterKeyVersion;
        this.decideDamagedKey = decideDamagedKey;
        this.jobs = jobs;
        this.caller = caller;
    }

    /** Shows the keys with their versions, damaged ones, and the last job with its progress. */
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
    @Refusal(
            status = 409,
            code = "HASHES_WITHOUT_VALUES",
            when = "The kind is `INDEX_KEY`, and keyed hashes of an earlier release cannot be computed again. Verify"
                    + " these accounts again with name and id number.")
    public Uni<KeysView> start(@NotNull(message = "BODY_REQUIRED") @Valid KeyJobRequest request) {
        return startKeyJob.start(request, caller.get()).chain(readKeys::read).invoke(jobs::wake);
    }

    /**
     * Destroys an earlier version of the master key for good; in Vault, also all versions before it. What it encrypted,
     * in backups as well, can never be decrypted again. A master key in files is destroyed on this machine only.
     *
     * @param version the version, as in `masterKeyVersion`
     */
    @POST
    @Path("/master-versions/{version}/destruction")
    @Operation(operationId = "destroyMasterKeyVersion")
    @Refusal(
            status = 404,
            code = "MASTER_KEY_VERSION_NOT_FOUND",
            when = "There is no such version, or it was destroyed before.")
    @Refusal(
            status = 409,
            code = "MASTER_KEY_VERSION_IN_USE",
            when = "It is the newest version or does not exist yet, a service key is still encrypted with it, perhaps"
                    + " because of damaged account keys, or the job `MASTER_KEY` is running.")
    @Refusal(
            status = 409,
            code = "MASTER_KEY_VERSION_NOT_DESTROYED",
            when = "The file of the version holds further ones, the service may not delete it, or Vault refuses. With"
                    + " files, also if the file of the newest version holds this version.")
    @Refusal(status = 503, code = "MASTER_KEY_UNAVAILABLE", when = "Vault is sealed or in maintenance.")
    public Uni<KeysView> destroyMasterKeyVersion(
            @PathParam("version") String version, @NotNull(message = "BODY_REQUIRED") @Valid Reason reason) {
        return destroyMasterKeyVersion
                .destroy(version, reason.reason(), caller.get())
                .chain(readKeys::read);
    }

    /**
     * Decides about the damaged keys of an account, which jobs have set aside: uses them again after the row was
     * restored, or destroys them and erases the data of the account in this service.
     *
     * @param accountId the account, as in `damagedAccounts`
     */
    @POST
    @Path("/damaged/{accountId: " + Parameters.ACCOUNT + "}")
    @Operation(operationId = "decideDamagedKey")
    @Refusal(status = 404, code = "ACCOUNT_KEY_NOT_DAMAGED", when = "The keys of this account were not set aside.")
    @Refusal(
            status = 409,
            code = "ACCOUNT_KEY_DAMAGED",
            when = "The decision is `RESTORED`, but the keys still cannot be decrypted.")
    @Refusal(
            status = 409,
            code = "ACCOUNT_KEY_USABLE",
            when = "The decision is `DESTROYED`, but the keys can be decrypted again.")
    @Refusal(
            status = 409,
            code = "ERASURE_WITHHELD",
            when = "The decision is `DESTROYED`, but a legal hold withholds the erasure.")
    public Uni<KeysView> decideDamagedKey(
            @PathParam("accountId") String accountId,
            @NotNull(message = "BODY_REQUIRED") @Valid DamagedKeyRequest request) {
        return decideDamagedKey.decide(accountId, request, caller.get()).chain(readKeys::read);
    }
}
