package io.zizhi.qualification.testing;

import static io.restassured.RestAssured.given;
import static io.zizhi.platform.testkit.Waits.await;

import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.ConfigProvider;

/** Controls {@link PeerDouble} from a test. */
public final class Peers {

    private Peers() {}

    /** Clears all settings and recorded calls. */
    public static void reset() {
        given().delete(url()).then().statusCode(200);
    }

    /**
     * Sets the behaviour for a key:
     *
     * <p>A service: {@code down} or {@code silent}; {@code company-registry}: the same, or a result. A document id or
     * verification id: its status.
     *
     * <p>{@code recognition:} with a document id: the JSON of what was recognised in it. {@code first-recognition:}: the
     * same, but for one answer only.
     *
     * <p>{@code pins} or {@code reservations}: refused. {@code submitted:} with a qualification and its revision: its
     * phone verification is used. {@code released:} with a verification: it can be used again. {@code phone:} with a
     * number: the verification that proves it.
     *
     * <p>{@code notes:} with a work order: the JSON of the notes. {@code claim:} with a work order: the reviewer with
     * the live claim.
     */
    public static void set(String key, String value) {
        given().contentType("application/json")
                .body(Map.of(key, value))
                .put(url())
                .then()
                .statusCode(200);
    }

    /**
     * Sends a request while {@code peer} is silent, and ends the silent call when it has begun. To the service this is a
     * failed call, as its time-out would be.
     *
     * @param calls the path of the peer's calls
     */
    public static Response whileSilent(String peer, String calls, Supplier<Response> request) {
        int before = calls(calls).size();
        set(peer, "silent");
        CompletableFuture<Response> response = CompletableFuture.supplyAsync(request);
        await().until(() -> calls(calls).size() > before);
        set(peer, "down");
        return response.join();
    }

    /** Starts a request, and returns once document-service has got a pin that it does not answer yet. */
    public static CompletableFuture<Response> untilPinned(Supplier<Response> request) {
        int before = calls("/internal/v1/documents/pins").size();
        set("slow-pins", "silent");
        CompletableFuture<Response> response = CompletableFuture.supplyAsync(request);
        await().until(() -> calls("/internal/v1/documents/pins").size() > before);
        return response;
    }

    /** Lets document-service answer pins again. */
    public static void answerPins() {
        set("slow-pins", "no");
    }

    /** Makes the phone verification of a form usable again, as notification-service does after a withdrawal. */
    public static void releasePhone(Map<String, Object> form) {
        set("released:" + Forms.text(Forms.part(form, "administrator"), "phoneVerificationId"), "yes");
    }

    /** Returns path and body of every recorded call whose path starts with {@code path}. */
    public static List<String> calls(String path) {
        return given().get(url()).jsonPath().getList("", String.class).stream()
                .filter(call -> call.startsWith(path))
                .toList();
    }

    private static String url() {
        return ConfigProvider.getConfig().getValue("zizhi.test.peers.url", String.class) + "/control";
    }
}
