package io.zizhi.qualification.letter;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.zizhi.contracts.LetterContact;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/**
 * Finds whom to tell of a letter, of its review alone or of its end: the contact of the account's qualification for that
 * company, the one submitted last. So nobody has to verify a phone again to renew a letter. Where no qualification of the account
 * is for that company, nobody is sent a message, and the letter itself shows what became of it.
 */
@ApplicationScoped
public class LetterContactRepository {

    private static final String NEWEST = """
            select q.id, r.contact_id
            from qualification q
            join revision r on r.id = q.current_revision
            where q.account_id = :accountId and q.credit_code = :creditCode and q.deleted_at is null
              and r.contact_id is not null
            order by r.submitted_at desc
            limit 1
            """;

    public Uni<Optional<LetterContact>> newest(String accountId, String creditCode) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(NEWEST, Object[].class)
                        .setParameter("accountId", accountId)
                        .setParameter("creditCode", creditCode)
                        .getResultList())
                .map(rows -> rows.stream()
                        .findFirst()
                        .map(row -> new LetterContact(((Number) row[0]).longValue(), row[1].toString())));
    }
}
