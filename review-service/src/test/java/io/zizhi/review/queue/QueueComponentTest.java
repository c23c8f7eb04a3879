package io.zizhi.review.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.zizhi.platform.testkit.LocalInfrastructure;
import io.zizhi.review.Api;
import io.zizhi.review.QualificationStub;
import io.zizhi.review.Submitted;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(LocalInfrastructure.class)
@WithTestResource(QualificationStub.class)
class QueueComponentTest {

    @Test
    void the_queue_is_read_page_by_page_in_the_order_of_due_times() {
        Instant monday = Instant.parse("2098-03-03T02:00:00Z");
        long second = Api.opened(Submitted.at(monday.plusSeconds(60)));
        long first = Api.opened(Submitted.at(monday));
        long alsoSecond = Api.opened(Submitted.at(monday.plusSeconds(60)));

        List<Long> seen = readAll("reviewer-a", "");

        assertThat(seen).containsSubsequence(first, second, alsoSecond).doesNotHaveDuplicates();
    }

    @Test
    void the_queue_can_be_narrowed_by_status_and_holder() {
        long open = Api.opened(Submitted.at(Instant.now()));
        long mine = Api.opened(Submitted.at(Instant.now()));
        long decided = Api.opened(Submitted.at(Instant.now()));
        Api.claim("reviewer-b", mine).then().statusCode(200);
        Api.claim("reviewer-b", decided).then().statusCode(200);
        Api.decide("reviewer-b", decided, "{\"outcome\":\"APPROVED\"}").then().statusCode(200);

        assertThat(readAll("reviewer-b", "")).contains(open, mine).doesNotContain(decided);
        assertThat(readAll("reviewer-b", "status=OPEN&")).contains(open).doesNotContain(mine, decided);
        assertThat(readAll("reviewer-b", "status=CLAIMED&mine=true&"))
                .contains(mine)
                .doesNotContain(open, decided);
        assertThat(readAll("reviewer-b", "status=DECIDED&mine=true&"))
                .contains(decided)
                .doesNotContain(mine);
        assertThat(readAll("reviewer-a", "status=CLAIMED&mine=true&")).doesNotContain(mine);
        assertThat(readAll("auditor", "status=DECIDED&")).contains(decided);
    }

    @ParameterizedTest
    @CsvSource({
        "status=LATE, ?status, STATUS_UNKNOWN",
        "mine=maybe,  ?mine,   PARAMETER_INVALID",
        "cursor=xyz,  ?cursor, CURSOR_INVALID",
        "limit=0,     ?limit,  LIMIT_INVALID",
        "limit=101,   ?limit,  LIMIT_INVALID",
    })
    void a_wrong_question_is_refused_with_code_and_parameter(String query, String pointer, String code) {
        Api.as("reviewer-a")
                .get("/v1/reviews?" + query)
                .then()
                .statusCode(400)
                .body("code", equalTo(code))
                .body("errors[0].pointer", equalTo(pointer));
    }

    @ParameterizedTest
    @CsvSource({"reviewer-a, 200", "supervisor, 200", "auditor, 200", "operator, 403", "applicant-a, 403"})
    void the_queue_is_for_the_desk_and_its_auditor(String user, int status) {
        Api.as(user).get("/v1/reviews").then().statusCode(status);
    }

    private static List<Long> readAll(String user, String filter) {
        List<Long> seen = new ArrayList<>();
        @Nullable String cursor = null;
        do {
            var page = Api.as(user)
                    .get("/v1/reviews?" + filter + "limit=2" + (cursor == null ? "" : "&cursor=" + cursor))
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            page.getList("items.workOrder", Long.class).forEach(seen::add);
            cursor = page.getString("nextCursor");
        } while (cursor != null);
        return seen;
    }
}
