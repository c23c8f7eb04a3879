package io.zizhi.review.sla.arrangement;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.http.EntityTags;
import io.zizhi.platform.http.IfMatch;
import io.zizhi.platform.http.Page;
import io.zizhi.platform.identity.CurrentCaller;
import io.zizhi.platform.identity.Roles;
import io.zizhi.platform.openapi.Refusal;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The years of the calendar, with their holidays and make-up workdays. */
@Path("/v1/calendars")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.REVIEWER, Roles.SUPERVISOR, Roles.AUDITOR, Roles.OPERATOR})
public class CalendarResource {

    private static final String YEAR = "/{year}";

    private final ReadCalendars readCalendars;
    private final LoadYear loadYear;
    private final PreviewYear previewYear;
    private final CurrentCaller caller;

    CalendarResource(ReadCalendars readCalendars, LoadYear loadYear, PreviewYear previewYear, CurrentCaller caller) {
        this.readCalendars = readCalendars;
        this.loadYear = loadYear;
        this.previewYear = previewYear;
        this.caller = caller;
    }

    /**
     * Lists the loaded years. In a year that is not loaded, the day of the week and the statutory days decide
     * which days are open.
     */
    @GET
    @Operation(operationId = "listCalendars")
    public Uni<Page<CalendarYearView>> all() {
        return readCalendars.all();
    }

    /**
     * Shows a year in the file format for holidays, which can be loaded again. Its {@code ETag} is its version.
     *
     * @param year the year
     */
    @GET
    @Path(YEAR)
    @Operation(operationId = "getCalendar")
    @Refusal(status = 404, code = "CALENDAR_NOT_LOADED", when = "No calendar is loaded for this year.")
    public Uni<RestResponse<CalendarFileView>> newest(@PathParam("year") int year) {
        return readCalendars
                .newest(year)
                .map(version -> EntityTags.tagged(CalendarFileView.from(version.content()), version.number()));
    }

    /**
     * Lists all versions of a year, the newest first. Versions never change.
     *
     * @param year the year
     */
    @GET
    @Path(YEAR + "/versions")
    @Operation(operationId = "listCalendarVersions")
    @Refusal(status = 404, code = "CALENDAR_NOT_LOADED", when = "No calendar is loaded for this year.")
    public Uni<Page<CalendarYearView>> versions(@PathParam("year") int year) {
        return readCalendars.versions(year);
    }

    /**
     * Loads a year, for the first time ({@code If-Match: "0"}) or again by a new version. It applies to new
     * submissions, and unfinished reviews are recomputed. An unchanged year creates no new version. The same operator
     * may repeat the same change and gets the same answer.
     *
     * @param year the year
     */
    @PUT
    @Path(YEAR)
    @RolesAllowed(Roles.OPERATOR)
    @Operation(operationId = "loadCalendar")
    @Refusal(
            status = 400,
            code = "CALENDARS_CONTRADICT",
            when = "The year contradicts another loaded year: a day is off in one and a workday in the other.")
    public Uni<RestResponse<CalendarYearView>> load(
            @PathParam("year") int year,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull(message = "BODY_REQUIRED") @Valid CalendarRequest calendar) {
        return loadYear.load(year, IfMatch.version(ifMatch), calendar, caller.get())
                .map(view -> EntityTags.tagged(view, view.version()));
    }

    /**
     * Previews a year: which reviews would get another due time if it were loaded. Changes nothing.
     *
     * @param year the year
     */
    @POST
    @Path(YEAR + "/preview")
    @RolesAllowed(Roles.OPERATOR)
    @Operation(operationId = "previewCalendar")
    @Refusal(
            status = 400,
            code = "CALENDARS_CONTRADICT",
            when = "The year contradicts another loaded year: a day is off in one and a workday in the other.")
    public Uni<PreviewView> preview(
            @PathParam("year") int year, @NotNull(message = "BODY_REQUIRED") @Valid CalendarRequest calendar) {
        return previewYear.preview(year, calendar);
    }
}
