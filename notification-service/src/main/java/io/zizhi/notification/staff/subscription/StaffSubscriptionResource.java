package io.zizhi.notification.staff.subscription;

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

/** Subscriptions of staff to review alerts. */
@Path("/v1/staff-subscriptions")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.SUPERVISOR, Roles.OPERATOR})
public class StaffSubscriptionResource {

    private static final String ID = "{id: [0-9]{1,16}}";

    private final CreateStaffSubscription create;
    private final ChangeStaffSubscription change;
    private final DeleteStaffSubscription delete;
    private final ReadStaffSubscriptions read;
    private final CurrentCaller caller;

    StaffSubscriptionResource(
            CreateStaffSubscription create,
            ChangeStaffSubscription change,
            DeleteStaffSubscription delete,
            ReadStaffSubscriptions read,
            CurrentCaller caller) {
        this.create = create;
        this.change = change;
        this.delete = delete;
        this.read = read;
        this.caller = caller;
    }

    /**
     * Subscribes a member of staff to warnings, breaches or escalations of reviews. Alerts within a window are combined
     * into one notice. An escalation is sent at once if the subscription had none within the last window. The response
     * shows the secret that signs webhooks; it is never shown again.
     */
    @POST
    @Operation(operationId = "createStaffSubscription")
    @APIResponse(responseCode = "201", description = "The subscription.")
    @Refusal(status = 400, code = "FIELD_REQUIRED", when = "`phone` is missing for SMS, or `url` for WEBHOOK.")
    @Refusal(status = 400, code = "FIELD_OF_OTHER_CHANNEL", when = "`url` is set for SMS, or `phone` for WEBHOOK.")
    @Refusal(status = 400, code = "PHONE_INVALID", when = "`phone` is not a mobile number of mainland China.")
    @Refusal(status = 400, code = "URL_INVALID", when = "`url` is not an https URL without user and fragment.")
    @Refusal(status = 400, code = "ADDRESS_REFUSED", when = "`url` names an address that is not public.")
    @Refusal(status = 409, code = "NAME_TAKEN", when = "Another subscription already has this name.")
    public Uni<RestResponse<StaffSubscriptionView>> create(
            @NotNull(message = "BODY_REQUIRED") @Valid StaffSubscriptionRequest request) {
        return create.create(caller.get(), request).map(StaffSubscriptionResource::created);
    }

    /** Lists the subscriptions, oldest first. Phone numbers are masked; URLs show only their origin. */
    @GET
    @Operation(operationId = "listStaffSubscriptions")
    public Uni<Page<StaffSubscriptionView>> list(@BeanParam PageRequest page) {
        return read.page(page);
    }

    /**
     * Shows a subscription. The phone number is masked; the URL shows only its origin.
     *
     * @param id id of the subscription
     */
    @GET
    @Path(ID)
    @Operation(operationId = "getStaffSubscription")
    @Refusal(status = 404, code = "SUBSCRIPTION_NOT_FOUND", when = "No such subscription.")
    public Uni<RestResponse<StaffSubscriptionView>> get(@PathParam("id") long id) {
        return read.one(id).map(StaffSubscriptionResource::tagged);
    }

    /**
     * Replaces a subscription except for its channel. An omitted phone number or URL is kept, and so is the secret.
     *
     * @param id id of the subscription
     */
    @PUT
    @Path(ID)
    @Operation(operationId = "changeStaffSubscription")
    @Refusal(status = 400, code = "CHANNEL_FIXED", when = "`channel` differs from the current channel.")
    @Refusal(status = 400, code = "FIELD_REQUIRED", when = "`phone` is blank.")
    @Refusal(status = 400, code = "FIELD_OF_OTHER_CHANNEL", when = "`url` is set for SMS, or `phone` for WEBHOOK.")
    @Refusal(status = 400, code = "PHONE_INVALID", when = "`phone` is not a mobile number of mainland China.")
    @Refusal(status = 400, code = "URL_INVALID", when = "`url` is not an https URL without user and fragment.")
    @Refusal(status = 400, code = "ADDRESS_REFUSED", when = "`url` names an address that is not public.")
    @Refusal(status = 404, code = "SUBSCRIPTION_NOT_FOUND", when = "No such subscription.")
    @Refusal(status = 409, code = "NAME_TAKEN", when = "Another subscription already has this name.")
    public Uni<RestResponse<StaffSubscriptionView>> change(
            @PathParam("id") long id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull(message = "BODY_REQUIRED") @Valid StaffSubscriptionRequest request) {
        return change.change(caller.get(), id, IfMatch.version(ifMatch), request)
                .map(StaffSubscriptionResource::tagged);
    }

    /**
     * Deletes a subscription. Collected alerts that were not sent yet are discarded.
     *
     * @param id id of the subscription
     */
    @DELETE
    @Path(ID)
    @Operation(operationId = "deleteStaffSubscription")
    @Refusal(status = 404, code = "SUBSCRIPTION_NOT_FOUND", when = "No such subscription.")
    public Uni<Void> delete(@PathParam("id") long id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        return delete.delete(caller.get(), id, IfMatch.version(ifMatch));
    }

    private static RestResponse<StaffSubscriptionView> created(StaffSubscriptionView view) {
        return EntityTags.created("/v1/staff-subscriptions/" + view.id(), view, view.version());
    }

    private static RestResponse<StaffSubscriptionView> tagged(StaffSubscriptionView view) {
        return EntityTags.tagged(view, view.version());
    }
}
