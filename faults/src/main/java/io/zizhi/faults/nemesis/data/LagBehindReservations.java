package io.zizhi.faults.nemesis.data;

import io.zizhi.e2e.Api;
import io.zizhi.faults.suite.DatabaseSession;
import io.zizhi.faults.suite.Fault;
import io.zizhi.faults.suite.FaultProxy;
import io.zizhi.faults.suite.FaultySuite;
import io.zizhi.faults.suite.FaultySuite.Server;
import io.zizhi.faults.suite.NothingBrokenException;
import io.zizhi.faults.suite.Pauses;
import io.zizhi.local.layout.Service;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * F28: document-service and notification-service lag behind the submissions for longer than the term of any
 * reservation. They are cut off from Kafka, and the terms of their reservations are ended in the databases. No owner may
 * delete a document of an accepted submission meanwhile, and no phone of one may become free.
 */
public final class LagBehindReservations implements Fault {

    private static final Duration LOOK = Duration.ofMillis(250);
    private static final int MOST_DELETIONS = 5;
    private static final int OK = 204;
    private static final int PINNED = 409;

    /** How long to wait for submissions, and then for the services' question about them, which follows in ten seconds. */
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    private static final String ACCEPTED =
            "select qualification_id || '/' || number from revision where submitted_at is not null";

    private static final String PINS = """
            select p.qualification_id || '/' || p.revision || ' ' || d.account_id || ' ' || d.id
            from pin p join document d on d.id = p.document_id where p.reserved_until is not null
            """;

    private static final String PHONES = """
            select qualification_id || '/' || revision || ' ' || verification_id
            from phone_verification where reserved_until is not null
            """;

    @Override
    public String name() {
        return "F28-lag-behind-reservations";
    }

    /** @throws IllegalStateException if a reservation of an accepted submission no longer holds */
    @Override
    public String strike(FaultySuite suite, RandomGenerator random) {
        List<FaultProxy> links = Stream.of(Service.DOCUMENT, Service.NOTIFICATION)
                .flatMap(service -> suite.links(service, Server.KAFKA).stream())
                .toList();
        links.forEach(FaultProxy::blackhole);
        try (DatabaseSession submissions = DatabaseSession.of(suite, Service.QUALIFICATION);
                DatabaseSession documents = DatabaseSession.of(suite, Service.DOCUMENT);
                DatabaseSession phones = DatabaseSession.of(suite, Service.NOTIFICATION)) {
            await(
                    () -> !ofAccepted(submissions, documents, PINS).isEmpty()
                            && !ofAccepted(submissions, phones, PHONES).isEmpty(),
                    "no submission was accepted meanwhile");
            List<String> pins = ofAccepted(submissions, documents, PINS);
            List<String> numbers = ofAccepted(submissions, phones, PHONES);
            lapse(documents, "pin");
            lapse(phones, "phone_verification");
            await(
                    () -> isAnswered(documents, "pin") && isAnswered(phones, "phone_verification"),
                    "nobody asked for the outcome of lapsed reservations");
            int refused = refusedDeletions(suite, pins);
            if (!phones.texts(PHONES).containsAll(numbers)) {
                throw new IllegalStateException("a phone of an accepted submission became free: " + numbers);
            }
            return refused + " deletions of documents were refused, and " + numbers.size()
                    + " phones stayed reserved, after their terms had passed without events";
        } finally {
            links.forEach(FaultProxy::clear);
        }
    }

    private static List<String> ofAccepted(DatabaseSession submissions, DatabaseSession reservations, String sql) {
        // Read first: a submission is accepted only after its reservations.
        List<String> found = reservations.texts(sql);
        Set<String> accepted = new HashSet<>(submissions.texts(ACCEPTED));
        return found.stream()
                .filter(row -> accepted.contains(row.split(" ", -1)[0]))
                .toList();
    }

    private static void lapse(DatabaseSession session, String table) {
        session.execute(
                "update " + table + " set reserved_until = statement_timestamp() where reserved_until is not null");
    }

    private static boolean isAnswered(DatabaseSession session, String table) {
        return session.texts("select 1 from " + table
                        + " where reserved_until <= statement_timestamp() and (asked_at is null or outcome_unknown)")
                .isEmpty();
    }

    private static int refusedDeletions(FaultySuite suite, List<String> pins) {
        int refused = 0;
        for (String pin : pins.subList(0, Math.min(pins.size(), MOST_DELETIONS))) {
            String[] parts = pin.split(" ", -1);
            String owner = DamageObjects.OWNERS.get(parts[1]);
            if (owner != null) {
                refused += isRefused(suite, owner, parts[2]) ? 1 : 0;
            }
        }
        if (refused == 0) {
            throw new NothingBrokenException("no owner got an answer");
        }
        return refused;
    }

    private static boolean isRefused(FaultySuite suite, String owner, String document) {
        URI uri = URI.create(suite.addresses().document() + "/v1/documents/" + document);
        int status;
        try {
            status = new Api(suite.suite().token(owner), PATIENCE).delete(uri).status();
        } catch (UncheckedIOException noAnswer) {
            return false;
        }
        if (status == OK) {
            throw new IllegalStateException("document " + document + " of an accepted submission was deleted");
        }
        return status == PINNED;
    }

    private static void await(BooleanSupplier done, String otherwise) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!done.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new NothingBrokenException(otherwise);
            }
            Pauses.of(LOOK);
        }
    }
}
