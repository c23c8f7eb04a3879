package io.zizhi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.zizhi.local.demo.DemoAccounts;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Two supervisors suspend, reinstate and revoke a qualification that carries a signature. */
class RestrictionIT {

    private final Addresses addresses = RunningSuite.addresses();
    private final Operator operator = new Operator(addresses);
    private final Applicant applicant = new Applicant(addresses, "applicant-a", DemoAccounts.COMPANY_A);
    private final Supervisor first = new Supervisor(addresses);
    private final Supervisor second = new Supervisor(addresses, "supervisor-b");
    private final SignatureSystem signatures = new SignatureSystem(RunningSuite.get());
    private final Random random = TestRandom.seeded();
    private final InventedPerson person = InventedPerson.drawn(random);
    private final String suffix = TestRandom.suffix(random);

    @Test
    void restriction_stops_new_signatures_and_notifies_applicant() {
        long id = new Journey(person).travel("限制" + suffix).id();
        long bound = signatures
                .bind(question(id, "星河" + suffix))
                .expect(200)
                .path("id")
                .asLong();

        long request =
                first.requestRestriction(id, "SUSPEND", "COMPLAINTS").path("id").asLong();
        assertThat(first.confirmRestriction(request).expect(403).path("code").asText())
                .isEqualTo("SECOND_PERSON_REQUIRED");
        second.confirmRestriction(request).expect(200);
        assertThat(refusal(id)).contains("QUALIFICATION_SUSPENDED");
        assertThat(first.restriction(id).path("boundSignatures").asLong()).isEqualTo(1);
        assertThat(applicant.qualification(id).path("restriction").asText()).isEqualTo("SUSPENDED");
        assertThat(notice("QUALIFICATION_SUSPENDED")).contains("限制" + suffix, "用户投诉");

        restrict(id, "REINSTATE", "RESOLVED");
        assertThat(signatures.ask(question(id, "远山" + suffix)).path("passed").asBoolean())
                .isTrue();
        assertThat(notice("QUALIFICATION_REINSTATED")).contains("限制" + suffix);

        restrict(id, "REVOKE", "MATERIAL_FALSE");
        assertThat(refusal(id)).contains("QUALIFICATION_REVOKED");
        assertThat(notice("QUALIFICATION_REVOKED")).contains("材料不实");
        signatures.release(bound);
    }

    private void restrict(long id, String act, String reason) {
        second.confirmRestriction(
                        first.requestRestriction(id, act, reason).path("id").asLong())
                .expect(200);
    }

    private String refusal(long id) {
        return signatures.bind(question(id, "远山" + suffix)).expect(422).toString();
    }

    private static ObjectNode question(long id, String name) {
        return Api.JSON
                .createObjectNode()
                .put("accountId", DemoAccounts.COMPANY_A.id())
                .put("name", name)
                .put("qualificationId", id);
    }

    private String notice(String template) {
        return Waiting.until("the notice " + template, () -> {
            for (JsonNode item : operator.inbox(person.phone())) {
                if (template.equals(item.path("template").asText())) {
                    return Optional.of(item.path("text").asText());
                }
            }
            return Optional.empty();
        });
    }
}
