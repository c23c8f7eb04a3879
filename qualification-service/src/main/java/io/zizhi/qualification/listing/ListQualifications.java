package io.zizhi.qualification.listing;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.http.Page;
import io.zizhi.platform.http.PageRequest;
import io.zizhi.platform.identity.Caller;
import io.zizhi.platform.problem.Problems;
import io.zizhi.qualification.dossier.Qualification;
import io.zizhi.qualification.dossier.QualificationRepository;
import io.zizhi.qualification.dossier.QualificationStatus;
import io.zizhi.qualification.form.Particulars;
import io.zizhi.qualification.form.TextLimits;
import io.zizhi.qualification.revision.Revision;
import io.zizhi.qualification.revision.RevisionRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An applicant reads through the account's qualifications, newest first. */
@ApplicationScoped
public class ListQualifications {

    private final QualificationRepository qualifications;
    private final RevisionRepository revisions;

    @Inject
    ListQualifications(QualificationRepository qualifications, RevisionRepository revisions) {
        this.qualifications = qualifications;
        this.revisions = revisions;
    }

    /**
     * @param status only those that stand there; null for all
     * @param name only those whose name contains it; null for all
     */
    @WithTransaction
    public Uni<Page<QualificationSummaryView>> handle(
            Caller caller, @Nullable String status, @Nullable String name, PageRequest page) {
        requireText(name);
        return qualifications
                .list(caller.requireAccount(), statusOf(status), name, page.afterOr(Long.MAX_VALUE), page.limit())
                .map(found -> Page.of(found, page.limit(), last -> Long.toString(last.id())))
                .chain(found ->
                        revisions.byId(revisionsOf(found.items())).map(by -> found.map(each -> view(each, by))));
    }

    private static void requireText(@Nullable String name) {
        if (name != null) {
            TextLimits.codeOf(name, Particulars.MAX_NAME, false).ifPresent(code -> {
                throw Problems.badRequest(code, "?name", "No qualification can have such a name.");
            });
        }
    }

    private static @Nullable QualificationStatus statusOf(@Nullable String status) {
        if (status == null) {
            return null;
        }
        return Arrays.stream(QualificationStatus.values())
                .filter(each -> each.name().equals(status))
                .findFirst()
                .orElseThrow(() -> Problems.badRequest("STATUS_UNKNOWN", "?status", "There is no such status."));
    }

    private static Set<Long> revisionsOf(List<Qualification> found) {
        return found.stream()
                .flatMap(each -> Stream.concat(Stream.of(each.shownRevision()), each.currentRevision().stream()))
                .collect(Collectors.toSet());
    }

    private static QualificationSummaryView view(Qualification each, Map<Long, Revision> revisions) {
        return QualificationSummaryView.from(
                each,
                revisions.get(each.shownRevision()),
                each.currentRevision().map(revisions::get).orElse(null));
    }
}
