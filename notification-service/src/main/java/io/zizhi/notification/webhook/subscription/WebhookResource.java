package io.zizhi.notification.webhook.subscription;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.http.EntityTags;
import io.zizhi.platform.http.IfMatch;
import io.zizhi.platform.http.Page;
import io.zizhi.platform.http.PageRequest;
import io.zizhi.platform.identity.CurrentCaller;
import io.zizhi.platform.identity.Roles;
import io.zizhi.platform.openapi.Refusal;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Webhooks of the account: its events are posted to its own servers. */
@Path("/v1/webhooks")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.APPLICANT)
public class WebhookResource {

    private static final String ID = "{id: [0-9]{1,16}}";

    private final CreateWebhook create;
    private final ChangeWebhook change;
    private final ReadWebhooks read;
    private final VerifyWebhook verify;
    private final TestWebhook test;
    private final CurrentCaller caller;

    WebhookResource(
            CreateWebhook create,
            ChangeWebhook change,
            ReadWebhooks read,
            VerifyWebhook verify,
            TestWebhook test,
            CurrentCaller caller) {
        this.create = create;
        this.change = change;
        this.read = read;
        this.verify = verify;
        this.test = test;
        this.caller = caller;
    }

    /**
     * Creates a webhook. The response shows the secret that signs its requests; it is never shown again. Give it to the
     * receiver, then verify the webhook. Events before are not posted.
     */
    @POST
    @Operation(operationId = "createWebhook")
    @APIResponse(responseCode = "201", description = "The webhook.")
    @Refusal(status = 400, code = "URL_INVALID", when = "`url` is not an https URL without user and fragment.")
    @Refusal(status = 400, code = "ADDRESS_REFUSED", when = "`url` names an address that is not public.")
    @Refusal(status = 400, code = "EVENT_TYPE_UNKNOWN", when = "An event type is unknown.")
    @Refusal(status = 409, code = "TOO_MANY_WEBHOOKS", when = "The account has 10 webhooks already.")
    public Uni<RestResponse<WebhookView>> create(@NotNull(message = "BODY_REQUIRED") @Valid WebhookRequest request) {
        return create.create(caller.get(), request)
                .map(view -> EntityTags.created("/v1/webhooks/" + view.id(), view, view.version()));
    }

    /** Lists the webhooks of the account, oldest first. */
    @GET
    @Operation(operationId = "listWebhooks")
    public Uni<Page<WebhookView>> list(@BeanParam PageRequest page) {
        return read.page(caller.get(), page);
    }

    /**
     * Shows a webhook.
     *
     * @param id id of the webhook
     */
    @GET
    @Path(ID)
    @Operation(operationId = "getWebhook")
    @Refusal(status = 404, code = "WEBHOOK_NOT_FOUND", when = "The account has no such webhook.")
    public Uni<RestResponse<WebhookView>> get(@PathParam("id") long id) {
        return read.one(caller.get(), id).map(WebhookResource::tagged);
    }

    /**
     * Replaces a webhook; the secret stays. Another URL must be verified, and events wait until it is. Enabling a
     * disabled webhook does not post the events that were missed: replay them.
     *
     * @param id id of the webhook
     */
    @PUT
    @Path(ID)
    @Operation(operationId = "changeWebhook")
    @Refusal(status = 400, code = "URL_INVALID", when = "`url` is not an https URL without user and fragment.")
    @Refusal(status = 400, code = "ADDRESS_REFUSED", when = "`url` names an address that is not public.")
    @Refusal(status = 400, code = "EVENT_TYPE_UNKNOWN", when = "An event type is unknown.")
    @Refusal(status = 404, code = "WEBHOOK_NOT_FOUND", when = "The account has no such webhook.")
    public Uni<RestResponse<WebhookView>> change(
            @PathParam("id") long id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull(message = "BODY_REQUIRED") @Valid WebhookRequest request) {
        return change.change(caller.get(), id, IfMatch.version(ifMatch), request)
                .map(WebhookResource::tagged);
    }

    /**
     * Deletes a webhook. Events that wait for it are not posted.
     *
     * @param id id of the webhook
     */
    @DELETE
    @Path(ID)
    @Operation(operationId = "deleteWebhook")
    @Refusal(status = 404, code = "WEBHOOK_NOT_FOUND", when = "The account has no such webhook.")
    public Uni<Void> delete(@PathParam("id") long id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        return change.delete(caller.get(), id, IfMatch.version(ifMatch));
    }

    /**
     * Verifies a webhook: posts a signed challenge of type `webhook.verification`. The receiver must answer 2xx with
     * the value of `data.challenge`, alone or as `{"challenge": "…"}`. Waiting events are then posted at once.
     *
     * @param id id of the webhook
     */
    @POST
    @Path(ID + "/verify")
    @Operation(operationId = "verifyWebhook")
    @Refusal(status = 404, code = "WEBHOOK_NOT_FOUND", when = "The account has no such webhook.")
    @Refusal(status = 409, code = "WEBHOOK_DISABLED", when = "The webhook is disabled; enable it first.")
    @Refusal(status = 409, code = "WEBHOOK_CHANGED", when = "The webhook was changed during the challenge.")
    @Refusal(status = 422, code = "CHALLENGE_FAILED", when = "The receiver did not echo the challenge.")
    @Refusal(
            status = 429,
            code = "WEBHOOK_CALL_LIMITED",
            when = "Too soon after another call: five seconds for each account, one for each receiver.")
    public Uni<RestResponse<WebhookView>> verify(@PathParam("id") long id) {
        return verify.verify(caller.get(), id).map(WebhookResource::tagged);
    }

    /**
     * Replaces the secret and shows the new one, once. For 24 hours requests carry two signatures, of the new and of
     * the old secret, so that the receiver can change over at any time. A rotation meanwhile ends the oldest secret.
     *
     * @param id id of the webhook
     */
    @POST
    @Path(ID + "/rotate-secret")
    @Operation(operationId = "rotateWebhookSecret")
    @Refusal(status = 404, code = "WEBHOOK_NOT_FOUND", when = "The account has no such webhook.")
    public Uni<RestResponse<WebhookView>> rotateSecret(
            @PathParam("id") long id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        return change.rotateSecret(caller.get(), id, IfMatch.version(ifMatch)).map(WebhookResource::tagged);
    }

    /**
     * Posts a signed request of type `webhook.test` and shows the answer. It is neither listed nor repeated.
     *
     * @param id id of the webhook
     */
    @POST
    @Path(ID + "/test")
    @Operation(operationId = "testWebhook")
    @Refusal(status = 404, code = "WEBHOOK_NOT_FOUND", when = "The account has no such webhook.")
    @Refusal(status = 409, code = "WEBHOOK_DISABLED", when = "The webhook is disabled; enable it first.")
    @Refusal(status = 409, code = "WEBHOOK_NOT_VERIFIED", when = "The URL is not verified; verify it first.")
    @Refusal(
            status = 429,
            code = "WEBHOOK_CALL_LIMITED",
            when = "Too soon after another call: five seconds for each account, one for each receiver.")
    public Uni<WebhookTestView> test(@PathParam("id") long id) {
        return test.test(caller.get(), id);
    }

    private static RestResponse<WebhookView> tagged(WebhookView view) {
        return EntityTags.tagged(view, view.version());
    }
}
