package io.zizhi.platform.operations;

import static io.restassured.RestAssured.given;
import static io.zizhi.platform.testkit.Waits.await;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.zizhi.contracts.Topics;
import io.zizhi.platform.testkit.Reactive;
import io.zizhi.platform.testkit.Tokens;
import java.time.Duration;
import java.util.List;

/** Calls the operators' API and reads its tables. */
final class OperatorApi {

    static final String FIRST = "operator";
    static final String SECOND = "operator-b";
    static final String BASE = "/v1/operations";
    static final String AGGREGATE = BASE + "/parked-aggregates/" + Topics.QUALIFICATION + "/{id}";

    private OperatorApi() {}

    static RequestSpecification as(String user) {
        return given().auth().oauth2(Tokens.of(user)).accept(ContentType.JSON).contentType(ContentType.JSON);
    }

    static ValidatableResponse get(String path, Object... parameters) {
        return as(FIRST).get(path, parameters).then();
    }

    static ValidatableResponse post(String user, String path, String body) {
        return as(user).body(body).post(path).then();
    }

    static ValidatableResponse aggregate(long id) {
        return get(AGGREGATE, id);
    }

    /** Waits until the aggregate is parked with {@code held} held events. */
    static void awaitParked(long id, int held) {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> count("select count(*) from inbox_cursor c where aggregate_id = '"
                                + id + "' and parked_at is not null and " + held
                                + " = (select count(*) from held_event h where h.aggregate_id = c.aggregate_id)")
                        == 1);
    }

    static long count(String sql) {
        return Reactive.inTransaction(() -> Panache.getSession()
                .chain(session -> session.createNativeQuery(sql, Long.class).getSingleResult()));
    }

    static List<String> texts(String sql) {
        return Reactive.inTransaction(() -> Panache.getSession()
                .chain(session -> session.createNativeQuery(sql, String.class).getResultList()));
    }

    static int update(String sql) {
        return Reactive.inTransaction(() -> Panache.getSession()
                .chain(session -> session.createNativeQuery(sql).executeUpdate()));
    }

    /** Returns the audit rows of an object in order of time, as {@code actor action}. */
    static List<String> audited(String objectType, String objectId) {
        return texts("select actor || ' ' || action from audit_entry where role = 'operator' and object_type = '"
                + objectType + "' and object_id like '" + objectId + "' order by sequence");
    }
}
