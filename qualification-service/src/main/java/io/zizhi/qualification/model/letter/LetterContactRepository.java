package io.zizhi.qualification.model.letter;

import io.smallrye.mutiny.Uni;
import io.zizhi.contracts.LetterContact;
import io.zizhi.platform.database.NativeQuery;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Finds the contact for messages about a letter reviewed alone or about its expiry. It is the contact of the account's
 * qualification for the same company that was submitted last. So an account need not verify a phone again to renew a
 * letter. Without such a qualification no message is sent, and applicants find the result only in the letter itself.
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

    /** Like {@link #NEWEST}, for several letters. */
    private static final String NEWEST_OF = """
            select asked.letter_id, newest.id, newest.contact_id
            from unnest(cast(:letters as bigint[]), cast(:accounts as text[]), cast(:codes as text[]))
                as asked(letter_id, account_id, credit_code)
            cross join lateral (
                select q.id, r.contact_id
                from qualification q
                join revision r on r.id = q.current_revision
                where q.account_id = asked.account_id and q.credit_code = asked.credit_code and q.deleted_at is null
                  and r.contact_id is not null
                order by r.submitted_at desc
                limit 1) newest
            """;

    public Uni<Optional<LetterContact>> newest(String accountId, String creditCode) {
        return new NativeQuery(NEWEST)
                .with("accountId", accountId)
                .with("creditCode", creditCode)
                .first(Object[].class)
                .map(found -> found.map(row -> contact(row[0], row[1])));
    }

    /** Returns the contacts of several letters by letter id; letters without a contact are missing. */
    public Uni<Map<Long, LetterContact>> newestOf(List<AuthorizationLetter> letters) {
        if (letters.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return new NativeQuery(NEWEST_OF)
                .with("letters", letters.stream().map(AuthorizationLetter::id).toArray(Long[]::new))
                .with(
                        "accounts",
                        letters.stream().map(AuthorizationLetter::accountId).toArray(String[]::new))
                .with(
                        "codes",
                        letters.stream()
                                .map(letter -> letter.creditCode().orElse(null))
                                .toArray(String[]::new))
                .list(Object[].class)
                .map(rows ->
                        rows.stream().collect(Collectors.toMap(row -> number(row[0]), row -> contact(row[1], row[2]))));
    }

    private static LetterContact contact(Object qualificationId, Object contactId) {
        return new LetterContact(number(qualificationId), contactId.toString());
    }

    private static long number(Object value) {
        return ((Number) value).longValue();
    }
}
