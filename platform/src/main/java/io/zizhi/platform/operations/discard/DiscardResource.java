package io.zizhi.platform.operations.discard;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.http.Page;
import io.zizhi.platform.http.PageRequest;
import io.zizhi.platform.identity.CurrentCaller;
import io.zizhi.platform.identity.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/** Things to be given up, by two. */
@Path("/v1/operations/discards")
@RolesAllowed(Roles.OPERATOR)
public class DiscardResource {

    private final AskForDiscard askForDiscard;
    private final ConfirmDiscard confirmDiscard;
    private final TakeBackDiscard takeBackDiscard;
    private final ListDiscards listDiscards;
    private final CurrentCaller caller;

    @Inject
    DiscardResource(
            AskForDiscard askForDiscard,
            ConfirmDiscard confirmDiscard,
            TakeBackDiscard takeBackDiscard,
            ListDiscards listDiscards,
            CurrentCaller caller) {
        this.askForDiscard = askForDiscard;
        this.confirmDiscard = confirmDiscard;
        this.takeBackDiscard = takeBackDiscard;
        this.listDiscards = listDiscards;
        this.caller = caller;
    }

    /**
     * Lists what operators asked to give up, the oldest at the top.
     *
     * @param state only those; without it the open ones
     */
    @GET
    public Uni<Page<DiscardView>> list(@QueryParam("state") @Nullable String state, @BeanParam PageRequest page) {
        return listDiscards.list(state, page);
    }

    /** Asks for something to be given up. Nothing happens to it until somebody else confirms. */
    @POST
    @ResponseStatus(201)
    public Uni<DiscardView> ask(@NotNull(message = "BODY_REQUIRED") @Valid DiscardRequest request) {
        return askForDiscard.ask(request, caller.get());
    }

    /**
     * Confirms what somebody else asked for: it is given up for good, and what waited behind it is applied.
     *
     * @param id id of the discard
     */
    @POST
    @Path("/{id: \\d{1,18}}/confirm")
    public Uni<DiscardView> confirm(@PathParam("id") long id) {
        return confirmDiscard.confirm(id, caller.get());
    }

    /**
     * Ends a discard without carrying it out.
     *
     * @param id id of the discard
     */
    @POST
    @Path("/{id: \\d{1,18}}/take-back")
    public Uni<DiscardView> takeBack(@PathParam("id") long id) {
        return takeBackDiscard.takeBack(id, caller.get());
    }
}
