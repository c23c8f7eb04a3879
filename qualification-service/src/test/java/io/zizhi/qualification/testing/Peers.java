package io.zizhi.qualification.testing;

import static io.restassured.RestAssured.given;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.ConfigProvider;

/** Steers {@link PeerDouble} from a test. */
public final class Peers {

    private Peers() {}

    /** Everything there, clean and verified; no calls so far. */
    public static void reset() {
        given().delete(url()).then().statusCode(200);
    }

    /**
     * A service ({@code down}, {@code slow}), {@code company-registry} (the same, or the result), a document id or a verification id (its status), {@code pins} or {@code
     * reservations} (refused), {@code submitted:} with a qualification and its revision (uses its phone up), {@code phone:} and a number (the verification that proves it), {@code notes:} and a work order (the JSON of the notes), {@code claim:} and a work order (the reviewer with the live claim).
     */
    public static void set(String key, String value) {
        given().contentType("application/json")
                .body(Map.of(key, value))
                .put(url())
                .then()
                .statusCode(200);
    }

    /** Path and body of every call since the last reset that starts with {@code path}. */
    public static List<String> calls(String path) {
        return given().get(url()).jsonPath().getList("", String.class).stream()
                .filter(call -> call.startsWith(path))
                .toList();
    }

    private static String url() {
        return ConfigProvider.getConfig().getValue("zizhi.test.peers.url", String.class) + "/control";
    }
}
