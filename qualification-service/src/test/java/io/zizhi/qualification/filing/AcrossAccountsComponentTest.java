package io.zizhi.qualification.filing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.zizhi.platform.testkit.LocalInfrastructure;
import io.zizhi.qualification.testing.Filer;
import io.zizhi.qualification.testing.Letters;
import io.zizhi.qualification.testing.PeerDouble;
import io.zizhi.qualification.testing.Peers;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Versions and idempotency keys of another account, which somebody may know or guess. */
@QuarkusTest
@WithTestResource(LocalInfrastructure.class)
@WithTestResource(PeerDouble.class)
class AcrossAccountsComponentTest {

    private static final String QUALIFICATIONS = "/v1/qualifications/";
    private static final String LETTERS = "/v1/authorization-letters/";

    private final String key = UUID.randomUUID().toString();
    private Filer stranger;

    @BeforeEach
    void start() {
        stranger = Filer.ofCompanyB();
        Peers.reset();
    }

    @Test
    void the_right_version_opens_no_qualification_of_another_account() {
        Filer owner = Filer.ofCompanyA();
        long draft = owner.draft(owner.goodForm());
        long version = owner.version(draft);

        refused(QUALIFICATIONS + draft, version, stranger.goodForm(), "/amendment");

        assertThat(owner.version(draft)).isEqualTo(version);
        assertThat(owner.status(draft)).isEqualTo("DRAFT");
    }

    @Test
    void the_right_version_opens_no_letter_of_another_account() {
        Letters letters = new Letters(Filer.ofAgency());
        long draft = letters.drafted(Letters.good());
        long version = letters.version(draft);

        refused(LETTERS + draft, version, Letters.good(), "");

        assertThat(letters.version(draft)).isEqualTo(version);
        assertThat(letters.status(draft)).isEqualTo("DRAFT");
    }

    @Test
    void a_key_of_another_account_repeats_no_submission() {
        Filer owner = Filer.ofCompanyA();
        long id = owner.draft(owner.goodForm());
        int workOrder = workOrder(owner.submit(id, 1, key));

        stranger.submit(id, 1, key).then().statusCode(404).body("workOrder", equalTo(null));

        long own = stranger.draft(stranger.goodForm());
        stranger.submit(own, 1, key).then().statusCode(200).body("workOrder", not(equalTo(workOrder)));
        assertThat(workOrder(owner.submit(id, 1, key))).isEqualTo(workOrder);
    }

    @Test
    void a_key_of_another_account_repeats_no_submission_of_a_letter() {
        Letters letters = new Letters(Filer.ofAgency());
        long id = letters.drafted(Letters.good());
        int workOrder = workOrder(letters.submit(id, 1, key));

        new Letters(stranger).submit(id, 1, key).then().statusCode(404).body("workOrder", equalTo(null));

        assertThat(workOrder(letters.submit(id, 1, key))).isEqualTo(workOrder);
    }

    private void refused(String path, long version, Map<String, Object> form, String more) {
        Stream.of(
                        with(version).body(form).put(path),
                        with(version).post(path + "/withdrawal"),
                        with(version).header("Idempotency-Key", key).post(path + "/submission"),
                        with(version).delete(path + more),
                        with(version).delete(path))
                .forEach(answer -> answer.then().statusCode(404));
    }

    private RequestSpecification with(long version) {
        return stranger.request().header("If-Match", version);
    }

    private static int workOrder(Response submission) {
        return submission.then().statusCode(200).extract().path("workOrder");
    }
}
