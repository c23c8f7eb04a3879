package io.zizhi.qualification.catalogue.copy;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.zizhi.qualification.model.carrierfiling.CarrierFiling;
import io.zizhi.qualification.model.letter.AuthorizationLetter;
import io.zizhi.qualification.model.letter.LetterSubmission;
import io.zizhi.qualification.model.qualification.Qualification;
import io.zizhi.qualification.model.revision.Revision;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/**
 * Reads all rows of an account, the deleted ones included, by their ids. The condition {@code accountId || ''} selects
 * the indexes of migration V20261129_0745, which no other query can use.
 */
@ApplicationScoped
class CopyRepository {

    Uni<List<Qualification>> qualifications(String accountId, long after, int limit) {
        return read(Qualification.class, "id", accountId, after, limit);
    }

    Uni<List<Revision>> revisions(String accountId, long after, int limit) {
        return read(Revision.class, "id", accountId, after, limit);
    }

    Uni<List<AuthorizationLetter>> letters(String accountId, long after, int limit) {
        return read(AuthorizationLetter.class, "id", accountId, after, limit);
    }

    Uni<List<LetterSubmission>> letterSubmissions(String accountId, long after, int limit) {
        return read(LetterSubmission.class, "workOrder", accountId, after, limit);
    }

    /** Returns those with a note, by the index {@code carrier_filing_to_erase}: only notes may have personal data. */
    Uni<List<CarrierFiling>> carrierFilings(String accountId, long after, int limit) {
        return Panache.getSession()
                .chain(session -> session.createQuery(
                                "from CarrierFiling where accountId = :accountId and note is not null and id > :after"
                                        + " order by id",
                                CarrierFiling.class)
                        .setParameter("accountId", accountId)
                        .setParameter("after", after)
                        .setMaxResults(limit)
                        .getResultList());
    }

    private static <T> Uni<List<T>> read(Class<T> type, String id, String accountId, long after, int limit) {
        return Panache.getSession()
                .chain(session -> session.createQuery(
                                "from " + type.getSimpleName() + " where accountId || '' = :accountId and " + id
                                        + " > :after order by " + id,
                                type)
                        .setParameter("accountId", accountId)
                        .setParameter("after", after)
                        .setMaxResults(limit)
                        .getResultList());
    }
}
