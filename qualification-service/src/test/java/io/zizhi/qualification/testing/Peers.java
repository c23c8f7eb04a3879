package io.zizhi.qualification.testing;

import static io.restassured.RestAssured.given;

import java.util.List;
import java.util.Map;
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
     * <p>A service: {@code down} or {@code slow}; {@code company-registry}: the same, or a result. A document id or
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
