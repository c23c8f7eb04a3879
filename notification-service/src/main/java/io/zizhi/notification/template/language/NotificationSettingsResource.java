package io.zizhi.notification.template.language;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.identity.CurrentCaller;
import io.zizhi.platform.identity.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Settings of an account, for applicants. */
@Path("/v1/notification-settings")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.APPLICANT)
public class NotificationSettingsResource {

    private final AccountLanguages languages;
    private final ChangeNotificationSettings change;
    private final CurrentCaller caller;

    NotificationSettingsResource(AccountLanguages languages, ChangeNotificationSettings change, CurrentCaller caller) {
        this.languages = languages;
        this.change = change;
        this.caller = caller;
    }

    /** Shows how the account is notified. An account that chose no language has that of the installation. */
    @GET
    @Operation(operationId = "getNotificationSettings")
    @WithSession
    public Uni<NotificationSettings> get() {
        return languages.of(caller.get().requireAccount()).map(NotificationSettings::new);
    }

    /** Sets how the account is notified, from the next message on. The last change wins. */
    @PUT
    @Operation(operationId = "changeNotificationSettings")
    public Uni<NotificationSettings> change(@NotNull(message = "BODY_REQUIRED") @Valid NotificationSettings settings) {
        return change.change(caller.get(), settings);
    }
}
