package io.zizhi.qualification.filing.letter;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.http.Page;
import io.zizhi.platform.http.PageRequest;
import io.zizhi.platform.identity.CurrentCaller;
import io.zizhi.platform.identity.Roles;
import io.zizhi.platform.openapi.Refusal;
import io.zizhi.qualification.account.viewing.RecordView;
import io.zizhi.qualification.catalogue.timeline.EntryView;
import io.zizhi.qualification.model.letter.AuthorizationLetter;
import io.zizhi.qualification.model.letter.LetterRecord;
import io.zizhi.qualification.model.letter.LetterRepository;
import io.zizhi.qualification.model.letter.LetterTimelineEntry;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;

@Path("/v1/authorization-letters/{id: [0-9]{1,16}}")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.APPLICANT, Roles.SUPERVISOR, Roles.AUDITOR})
public class LetterTimelineResource {

    private final LetterRepository letters;
    private final LetterRecord record;
    private final RecordView recordView;
    private final CurrentCaller caller;

    LetterTimelineResource(LetterRepository letters, LetterRecord record, RecordView recordView, CurrentCaller caller) {
        this.letters = letters;
        this.record = record;
        this.recordView = recordView;
        this.caller = caller;
    }

    /**
     * Returns the history of a letter, oldest first. Supervisors and auditors may read it for all accounts, including
     * deleted letters, and see which reviewer acted. Their views are audited.
     *
     * @param id id of the letter
     */
    @GET
    @Path("/timeline")
    @Operation(operationId = "getLetterTimeline")
    @Refusal(status = 404, code = "LETTER_NOT_FOUND", when = "The account has no such letter.")
    @WithSession
    public Uni<Page<EntryView>> timeline(@PathParam("id") long id, @BeanParam PageRequest page) {
        long after = page.afterOr(0);
        Function<LetterTimelineEntry, EntryView> view = isOwner() ? EntryView::forOwner : EntryView::forStaff;
        return letter(id)
                .call(found -> recordView.handle(
                        caller.get(), found.accountId(), "timeline.viewed", "authorization-letter", id, List.of()))
                .chain(letter -> record.of(letter.id(), after, page.limit() + 1))
                .map(found -> Page.of(found, page.limit(), last -> Long.toString(last.id()))
                        .map(view));
    }

    private Uni<AuthorizationLetter> letter(long id) {
        return isOwner() ? letters.find(caller.get().requireAccount(), id) : letters.findAny(id);
    }

    /** Applicants see only their own account, even if they have other roles too. */
    private boolean isOwner() {
        return caller.get().has(Roles.APPLICANT);
    }
}
