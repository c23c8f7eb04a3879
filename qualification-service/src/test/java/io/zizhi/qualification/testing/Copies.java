package io.zizhi.qualification.testing;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.zizhi.platform.testkit.Reactive;
import java.util.List;

/** Copies test data many times directly in the database, each copy with a timer that is due. */
public final class Copies {

    private static final String QUALIFICATIONS = """
            with copy as (
                select nextval('qualification_id') as id, nextval('revision_id') as revision, nextval('work_order') as work_order
                from generate_series(1, :count)),
            qualifications as (
                insert into qualification
                select (jsonb_populate_record(original, jsonb_build_object('id', copy.id, 'name', original.name || copy.id,
                    'name_key', original.name || copy.id,
                    'current_revision', revision, 'in_force_revision', revision))).*
                from qualification original, copy where original.id = :original),
            revisions as (
                insert into revision
                select (jsonb_populate_record(original, jsonb_build_object('id', revision, 'qualification_id', copy.id,
                    'work_order', copy.work_order))).*
                from revision original, copy
                where original.id = (select in_force_revision from qualification where id = :original))
            """;

    private static final String LETTERS = """
            with copy as (select nextval('qualification_id') as id from generate_series(1, :count)),
            letters as (
                insert into authorization_letter
                select (jsonb_populate_record(original,
                    jsonb_build_object('id', copy.id, 'name', original.name || copy.id,
                        'name_key', original.name || copy.id, 'authorised_party', null))).*
                from authorization_letter original, copy where original.id = :original)
            """;

    private static final String DUE = """
            insert into timer(owner_type, owner_id, kind, cycle, due_at, state)
            select cast(:owner as text), id, cast(:timer as text), 1, clock_timestamp() - interval '1 second', 'ARMED'
            from copy order by id returning owner_id
            """;

    private Copies() {}

    /** Creates {@code count} copies of a qualification in force and returns their ids. */
    public static List<Long> ofQualification(long original, int count, String timer) {
        return copied(QUALIFICATIONS + DUE, original, count, "qualification-expiry", timer);
    }

    /**
     * Creates {@code count} copies of an approved letter and returns their ids. They lack the authorised party, which
     * can be decrypted only in the original row.
     */
    public static List<Long> ofLetter(long original, int count, String timer) {
        return copied(LETTERS + DUE, original, count, "letter-expiry", timer);
    }

    private static List<Long> copied(String statement, long original, int count, String owner, String timer) {
        return Reactive.inTransaction(() -> Panache.getSession()
                .chain(session -> session.createNativeQuery(statement, Long.class)
                        .setParameter("original", original)
                        .setParameter("count", count)
                        .setParameter("owner", owner)
                        .setParameter("timer", timer)
                        .getResultList()));
    }
}
