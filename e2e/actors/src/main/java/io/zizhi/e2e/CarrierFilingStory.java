package io.zizhi.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import io.zizhi.local.demo.DemoAccount;
import io.zizhi.local.server.IdentityServer;
import io.zizhi.local.server.Port;
import java.io.PrintStream;
import java.net.URI;
import java.util.Map;
import java.util.TreeMap;

/**
 * A signature is bound to an approved qualification, and the demo filing system files it with three carriers.
 * Two accept it, one rejects it.
 */
final class CarrierFilingStory {

    private static final String REJECTION = "PURPOSE_UNCLEAR";

    private final Addresses addresses;
    private final Applicant applicant;
    private final DemoAccount account;
    private final PrintStream out;

    CarrierFilingStory(Addresses addresses, Applicant applicant, DemoAccount account, PrintStream out) {
        this.addresses = addresses;
        this.applicant = applicant;
        this.account = account;
        this.out = out;
    }

    void run(long qualificationId, String signature) {
        out.println();
        out.println("== A signature, filed with the carriers (运营商报备)");
        long bound = bind(qualificationId, signature);
        step("signature 【" + signature + "】 bound: "
                + applicant.carrierFilings(qualificationId).size() + " filings requested");
        CarrierFilingSystem system = new CarrierFilingSystem(addresses);
        system.file(bound, "CHINA_MOBILE", data -> null);
        system.file(bound, "CHINA_UNICOM", data -> REJECTION);
        system.file(bound, "CHINA_TELECOM", data -> null);
        Map<String, String> states = states(qualificationId);
        states.forEach((carrier, state) -> step(carrier + ": " + state));
        Map<String, String> expected = Map.of(
                "CHINA_MOBILE", "ACCEPTED",
                "CHINA_UNICOM", "REJECTED " + REJECTION,
                "CHINA_TELECOM", "ACCEPTED");
        if (!states.equals(expected)) {
            throw new AssertionError("Expected " + expected + " but saw " + states);
        }
    }

    /** Returns the id of the binding. */
    private long bind(long qualificationId, String signature) {
        Api signatures = Login.asSystem(IdentityServer.SIGNATURE_SYSTEM, "qualification-service", addresses);
        URI uri = URI.create(
                "http://127.0.0.1:" + Port.internal(addresses.qualification().getPort()) + "/internal/v1/signatures");
        return signatures
                .post(
                        uri,
                        Api.JSON
                                .createObjectNode()
                                .put("accountId", account.id())
                                .put("name", signature)
                                .put("qualificationId", qualificationId))
                .expect(200)
                .path("id")
                .asLong();
    }

    /** Returns the state of each carrier's filing, with the reason of a rejection. */
    private Map<String, String> states(long qualificationId) {
        Map<String, String> states = new TreeMap<>();
        for (JsonNode filing : applicant.carrierFilings(qualificationId)) {
            states.put(
                    filing.path("carrier").asText(),
                    (filing.path("status").asText() + " "
                                    + filing.path("reason").asText())
                            .strip());
        }
        return states;
    }

    private void step(String text) {
        out.println("   " + text);
    }
}
