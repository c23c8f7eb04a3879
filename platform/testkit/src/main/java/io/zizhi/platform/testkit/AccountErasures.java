package io.zizhi.platform.testkit;

import static io.restassured.RestAssured.given;

import io.restassured.path.json.JsonPath;
import io.zizhi.contracts.Topics;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Erases accounts, as the system in front of the suite does, and reads the proof, as an auditor does. */
public final class AccountErasures {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private AccountErasures() {}

    /** Returns a new account. Its id is also the name of its only user; see {@link Tokens#introduce}. */
    public static String newAccount() {
        String account = "erased-" + UUID.randomUUID();
        Tokens.introduce(account);
        return account;
    }

    /** Publishes a tombstone. */
    public static void request(String account) {
        EventBus.send(new ProducerRecord<>(Topics.ACCOUNT, account, null));
    }

    /** Publishes a tombstone and waits until the service has erased the account. Returns what it erased, by kind. */
    public static Map<String, Integer> erase(String account) {
        String earlier = proof(account).getString("begunAt");
        request(account);
        Waits.await()
                .atMost(PATIENCE)
                .until(() -> !Objects.equals(proof(account).getString("begunAt"), earlier));
        return awaitFinished(account);
    }

    /** Waits until an erasure that has begun is finished. Returns what was erased, by kind. */
    public static Map<String, Integer> awaitFinished(String account) {
        Waits.await().atMost(PATIENCE).until(() -> proof(account).getString("finishedAt") != null);
        return proof(account).getMap("erased");
    }

    /** Returns the proof of the service, or a problem if it has not seen the tombstone yet. */
    public static JsonPath proof(String account) {
        return given().auth()
                .oauth2(Tokens.of("auditor"))
                .get("/v1/operations/erasures/" + account)
                .jsonPath();
    }
}
