package io.zizhi.platform.operations;

import static io.zizhi.platform.operations.OperatorApi.BASE;
import static io.zizhi.platform.operations.OperatorApi.FIRST;
import static io.zizhi.platform.operations.OperatorApi.post;
import static org.hamcrest.Matchers.contains;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.zizhi.platform.testkit.LocalInfrastructure;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(LocalInfrastructure.class)
class KeyJobsComponentTest {

    @Test
    void refuses_a_phone_number_in_the_reason() {
        post(FIRST, BASE + "/keys/jobs", "{\"kind\":\"MASTER_KEY\",\"reason\":\"13800138000\"}")
                .statusCode(400)
                .body("errors.code", contains("PERSONAL_NUMBER"));
    }
}
