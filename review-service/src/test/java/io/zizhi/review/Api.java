package io.zizhi.review;

import static io.restassured.RestAssured.given;
import static io.zizhi.platform.testkit.Waits.await;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.zizhi.contracts.AccountKind;
import io.zizhi.contracts.AccountVerified;
import io.zizhi.contracts.QualificationSubmitted;
import io.zizhi.platform.testkit.EventBus;
import io.zizhi.platform.testkit.Reactive;
import io.zizhi.platform.testkit.Tokens;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.codehaus.groovy.runtime.FormatHelper;
import org.jspecify.annotations.Nullable;

/** The service as its callers see it, and direct access to its tables where a test must change times. */
public final class Api {

    static {
        // Initialises Groovy here: it waits for work on the common pool, forever if the first request came from a
        // parallel stream.
        FormatHelper.toString("");
    }

    private Api() {}

    public static RequestSpecification as(String user) {
        return given().auth().oauth2(Tokens.of(user)).accept(ContentType.JSON);
    }

    public static RequestSpecification asService(String service) {
        return given().auth().oauth2(Tokens.service(service, "review-service")).accept(ContentType.JSON);
    }

    /** Publishes the submission and waits until the desk has its review. */
    public static long opened(QualificationSubmitted submission) {
        return opened(submission, 1);
    }

    /** The same for a later event of its qualification. */
    public static long opened(QualificationSubmitted submission, long number) {
        EventBus.publish(submission, number);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> count("select count(*) from review where work_order = " + submission.workOrder()) == 1);
        return submission.workOrder();
    }

    /** Publishes that the account was verified as that company and waits until the desk knows. */
    public static void verified(String account, @Nullable String creditCode) {
        EventBus.publish(new AccountVerified(account, AccountKind.COMPANY, "示例科技有限公司", creditCode, 1), 1);
        await().until(() -> count("select count(*) from account_identity where account_id = '" + account + "'") == 1);
    }

    public static Response claim(String user, long workOrder) {
        return as(user).post("/v1/reviews/{workOrder}/claim", workOrder);
    }

    public static Response decide(String user, long workOrder, String body) {
        return as(user).contentType(ContentType.JSON).body(body).post("/v1/reviews/{workOrder}/decision", workOrder);
    }

    public static Response review(String user, long workOrder) {
        return as(user).get("/v1/reviews/{workOrder}", workOrder);
    }

    /**
     * Makes all calls at the same time, each in its own thread. Returns the answers in the order of the calls. Does not
     * use the common pool, because the first call of a test run waits for Groovy's work there.
     */
    public static <T> List<T> atOnce(List<Callable<T>> calls) {
        try (ExecutorService threads = Executors.newFixedThreadPool(calls.size())) {
            return threads.invokeAll(calls).stream().map(Future::resultNow).toList();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    public static long count(String sql) {
        return Reactive.inTransaction(() -> Panache.getSession()
                .chain(session -> session.createNativeQuery(sql, Long.class).getSingleResult()));
    }

    public static List<String> texts(String sql) {
        return Reactive.inTransaction(() -> Panache.getSession()
                .chain(session -> session.createNativeQuery(sql, String.class).getResultList()));
    }

    public static int update(String sql) {
        return Reactive.inTransaction(() -> Panache.getSession()
                .chain(session -> session.createNativeQuery(sql).executeUpdate()));
    }
}
