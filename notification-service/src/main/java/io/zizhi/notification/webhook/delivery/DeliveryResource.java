package io.zizhi.notification.webhook.delivery;

import io.smallrye.mutiny.Uni;
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
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Deliveries to a webhook of the account. */
@Path("/v1/webhooks/{id: [0-9]{1,16}}")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.APPLICANT)
public class DeliveryResource {

    private final ReadDeliveries read;
    private final ReplayDeliveries replay;
    private final CurrentCaller caller;

    DeliveryResource(ReadDeliveries read, ReplayDeliveries replay, CurrentCaller caller) {
        this.read = read;
        this.replay = replay;
        this.caller = caller;
    }

    /**
     * Lists the deliveries of a webhook, newest first, each with the result of its last attempt. They are kept for 90
     * days.
     *
     * @param id id of the webhook
     */
    @GET
    @Path("/deliveries")
    @Operation(operationId = "listWebhookDeliveries")
    @Refusal(status = 400, code = "PARAMETER_INVALID", when = "A parameter is invalid; `errors` names it.")
    @Refusal(status = 404, code = "WEBHOOK_NOT_FOUND", when = "The account has no such webhook.")
    public Uni<Page<DeliveryView>> list(
            @PathParam("id") long id, @BeanParam DeliveryFilter filter, @BeanParam PageRequest page) {
        return read.page(caller.get(), id, filter, page);
    }

    /**
     * Shows a delivery with its body and the answers to its attempts.
     *
     * @param id id of the webhook
     * @param deliveryId id of the delivery
     */
    @GET
    @Path("/deliveries/{deliveryId: [A-Za-z0-9_-]{1,64}}")
    @Operation(operationId = "getWebhookDelivery")
    @Refusal(status = 404, code = "WEBHOOK_NOT_FOUND", when = "The account has no such webhook.")
    @Refusal(status = 404, code = "DELIVERY_NOT_FOUND", when = "The webhook has no such delivery.")
    public Uni<DeliveryDetailView> get(@PathParam("id") long id, @PathParam("deliveryId") String deliveryId) {
        return read.one(caller.get(), id, deliveryId);
    }

    /**
     * Posts finished deliveries again: one, or up to 1,000 of a time range. They keep their ids and bodies, so that
     * receivers recognise those they already have. Repeating the request with the same key replays nothing twice.
     *
     * @param id id of the webhook
     */
    @POST
    @Path("/replays")
    @Operation(operationId = "replayWebhookDeliveries")
    @Refusal(status = 400, code = "IDEMPOTENCY_KEY_REQUIRED", when = "The header `Idempotency-Key` is missing.")
    @Refusal(
            status = 400,
            code = "IDEMPOTENCY_KEY_INVALID",
            when = "The `Idempotency-Key` is not 1 to 100 visible ASCII characters.")
    @Refusal(status = 400, code = "REPLAY_INVALID", when = "It names neither one delivery nor a time range.")
    @Refusal(status = 404, code = "WEBHOOK_NOT_FOUND", when = "The account has no such webhook.")
    @Refusal(status = 404, code = "DELIVERY_NOT_FOUND", when = "The webhook has no such finished delivery.")
    @Refusal(status = 409, code = "WEBHOOK_DISABLED", when = "The webhook is disabled; enable it first.")
    @Refusal(status = 409, code = "WEBHOOK_NOT_VERIFIED", when = "The URL is not verified; verify it first.")
    @Refusal(status = 409, code = "REPLAY_TOO_LARGE", when = "More than 1,000 deliveries match.")
    @Refusal(status = 422, code = "IDEMPOTENCY_KEY_REUSED", when = "The key was used for another replay.")
    public Uni<ReplayView> replay(
            @PathParam("id") long id,
            @Parameter(
                            schema = @Schema(pattern = "[\\x21-\\x7E]{1,100}"),
                            example = "0191d3c2-6c3f-7b8e-9a52-3f1f6b0a7c11")
                    @HeaderParam("Idempotency-Key")
                    @Nullable
                    String key,
            @NotNull(message = "BODY_REQUIRED") @Valid ReplayRequest request) {
        return replay.replay(caller.get(), id, ReplayKey.of(key), request);
    }
}
