package io.zizhi.faults.nemesis.data;

import io.zizhi.e2e.Api;
import io.zizhi.faults.suite.DatabaseSession;
import io.zizhi.faults.suite.Fault;
import io.zizhi.faults.suite.FaultySuite;
import io.zizhi.faults.suite.NothingBrokenException;
import io.zizhi.faults.suite.Pauses;
import io.zizhi.local.layout.Service;
import io.zizhi.local.server.ObjectStore;
import io.zizhi.local.suite.Infrastructure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * F23: the newest documents have damaged bytes in the object store until an operator restores them. Their owners must
 * get an error and no damaged byte.
 */
public final class DamageObjects implements Fault {

    private static final int COUNT = 5;
    private static final int DAMAGED = 502;
    private static final int OK = 200;
    private static final Duration SHORTEST = Duration.ofSeconds(3);
    private static final Duration LONGEST = Duration.ofSeconds(10);

    /** How long to wait for the response of a busy suite. */
    private static final Duration PATIENCE = Duration.ofSeconds(12);

    /** A user of each account. */
    static final Map<String, String> OWNERS = Map.of(
            "company-a", "applicant-a",
            "company-b", "applicant-b",
            "agency", "agency",
            "institution", "institution");

    private static final String NEWEST = """
            select account_id || ' ' || id || ' ' || object_key from document
            where status <> 'QUARANTINED' order by stored_at desc limit %d
            """.formatted(COUNT);

    @Override
    public String name() {
        return "F23-damaged-objects";
    }

    /** @throws IllegalStateException if damaged bytes are served */
    @Override
    public String strike(FaultySuite suite, RandomGenerator random) {
        Duration during = suite.lasting(random, SHORTEST, LONGEST);
        List<String> documents;
        try (DatabaseSession session = DatabaseSession.of(suite, Service.DOCUMENT)) {
            documents = session.texts(NEWEST);
        }
        Map<Path, byte[]> rightBytes = new LinkedHashMap<>();
        int reported = 0;
        try {
            for (String document : documents) {
                damage(bucket(suite).resolve(document.split(" ", -1)[2]), rightBytes, random);
            }
            for (String document : documents) {
                reported += isReported(suite, document) ? 1 : 0;
            }
            Pauses.of(during);
        } finally {
            rightBytes.forEach(DamageObjects::write);
        }
        if (reported == 0) {
            throw new NothingBrokenException("no owner got an error for damaged bytes");
        }
        return rightBytes.size() + " documents were damaged for " + Pauses.words(during) + ", and owners of " + reported
                + " got errors";
    }

    private static Path bucket(FaultySuite suite) {
        Infrastructure infrastructure = suite.suite().infrastructure();
        return infrastructure
                .folder()
                .resolve("data")
                .resolve(ObjectStore.NAME)
                .resolve(infrastructure.objectStore().bucket());
    }

    private static void damage(Path file, Map<Path, byte[]> rightBytes, RandomGenerator random) {
        try {
            byte[] right = Files.readAllBytes(file);
            byte[] wrong = right.clone();
            wrong[random.nextInt(wrong.length)] ^= 1;
            rightBytes.put(file, right);
            write(file, wrong);
        } catch (NoSuchFileException deletedMeanwhile) {
            // no object to damage
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Writes to the file, but does not recreate a file that was deleted meanwhile. */
    private static void write(Path file, byte[] bytes) {
        try {
            Files.write(file, bytes, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING);
        } catch (NoSuchFileException deletedMeanwhile) {
            // the document is no longer needed
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static boolean isReported(FaultySuite suite, String document) {
        String[] parts = document.split(" ", -1);
        String owner = OWNERS.get(parts[0]);
        if (owner == null) {
            return false;
        }
        URI uri = URI.create(suite.addresses().document() + "/v1/documents/" + parts[1] + "/content");
        int status;
        try {
            status = new Api(suite.suite().token(owner), PATIENCE).get(uri).status();
        } catch (UncheckedIOException noAnswer) {
            return false;
        }
        if (status == OK) {
            throw new IllegalStateException("document " + parts[1] + " was served with damaged bytes");
        }
        return status == DAMAGED;
    }
}
