package io.zizhi.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import io.zizhi.local.demo.DemoAccount;
import io.zizhi.local.server.IdentityServer;
import io.zizhi.local.server.Port;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Map;
import java.util.TreeMap;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;

/**
 * A signature is bound to an approved qualification, and the demo filing system files it with three carriers. For each
 * it copies the documents. Two carriers accept the filing, one rejects it.
 */
final class CarrierFilingStory {

    private static final String REJECTION = "PURPOSE_UNCLEAR";

    /** Pixels; less than the width of each specimen. */
    private static final int LEGIBLE = 600;

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
        system.file(bound, "CHINA_MOBILE", sent -> answer(sent, null));
        system.file(bound, "CHINA_UNICOM", sent -> answer(sent, REJECTION));
        system.file(bound, "CHINA_TELECOM", sent -> answer(sent, null));
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

    /** Checks that each page is a picture on which small print is legible, then returns the carrier's answer. */
    private @Nullable String answer(CarrierFilingSystem.Sent sent, @Nullable String rejection) {
        if (sent.pages().isEmpty()) {
            throw new AssertionError("The filing names no documents");
        }
        sent.pages().forEach(CarrierFilingStory::requireLegible);
        step(sent.data().at("/filing/carrier").asText() + " gets "
                + sent.pages().size() + " documents, marked for this filing");
        return rejection;
    }

    private static void requireLegible(String document, byte[] page) {
        try {
            BufferedImage picture = ImageIO.read(new ByteArrayInputStream(page));
            if (picture == null || picture.getWidth() < LEGIBLE) {
                throw new AssertionError("The copy of document " + document + " is not legible");
            }
        } catch (IOException damaged) {
            throw new UncheckedIOException("The copy of document " + document + " is damaged", damaged);
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
